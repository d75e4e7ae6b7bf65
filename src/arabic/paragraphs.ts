/**
 * Where a plain text, or a wall of it, is cut into paragraphs. Knows nothing of pages and of
 * blocks.
 */
import type { Span } from '../core/article.js';
import { sentences } from './sentences.js';

/** Words that people read at one go; beyond `most` a paragraph is avoided wherever it can be. */
const COMFORT = { least: 40, best: 90, most: 130 };

/** A line with no more words than this is a paragraph as its author wrote it. */
const WALL = 150;

const LINE_BREAK = /[\r\n\v\f\x85\u2028\u2029]/;

const countWords = (sentence: string): number => sentence.split(/\s+/).length;

/** A sentence that hands the word to another speaker, or turns to another matter. */
const TURN = new RegExp(
  `^(?:${[
    'و?(?:من|في) (?:جهت|جانب|ناحيت|مقابل)(?:ه|ها|هم|هما)',
    'و?من (?:جهة|ناحية|جانب) (?:اخرى|اخر|ثانية)',
    'بدور(?:ه|ها|هم)',
    'و?على (?:صعيد|جانب|الجانب|الصعيد)',
    'و?في (?:هذا )?ال(?:سياق|اطار|شان|صدد|مقابل|ختام|موضوع|اثناء)',
    'و?في (?:سياق|شان|تطور|موضوع) (?:متصل|اخر|ذاته|مواز|لاحق)',
    'و?(?:في غضون|الى) ذلك',
    'و?(?:يذكر|يشار|تجدر|من الجدير|الجدير|مما يذكر)',
    'و?كانت? .{2,60} قد ',
    'و?(?:اختتم|ختم|خلص)',
  ].join('|')})`,
);

const REPORTED =
  'و?(?:قال|اضاف|اوضح|اشار|اكد|افاد|ذكر|بين|لفت|جدد|اعلن|صرح|شدد|كشف|تابع|نوه|راى|اعتبر|حذر|دعا|طالب|نقل|اعرب|توقع|نفى|اتهم)ت? ';

/** A reporting verb whose subject is the source itself: وجدد البيان. */
const SOURCE = new RegExp(
  `^${REPORTED}(?:البيان|التقرير|المصدر|المصادر|الدراسة|الوكالة|الصحيفة|الوزارة|المنظمة|التقارير)`,
);

/** A reporting verb and who said it: وأوضح الشيخ أن. */
const SPEAKER = new RegExp(`^${REPORTED}(?!(?:ب?ان(?:ه|ها|هم)?|في|الى|على|خلال|كذلك|ايضا|من) )`);

/** Sentences that lean on the one before. */
const LEANS =
  /^(?:و?(?:هو|هي|هم|ذلك|تلك|هذا|هذه|هؤلاء|لكن|ولكن|كما|غير ان|الا ان|اذ|حيث|لذلك|لذا|ثم|بل)|جاء ذلك) |^ف/;

/**
 * How gladly an editor begins a paragraph with these words: the lower, the gladder.
 * Diacritics and the ways to write alif do not matter.
 */
function reluctance(opening: string): number {
  const words = opening.replace(/[\p{M}ـ«"“(]/gu, '').replace(/[أإآٱ]/g, 'ا');
  if (TURN.test(words) || SOURCE.test(words)) return -1000;
  if (LEANS.test(words)) return 8;
  return SPEAKER.test(words) ? 0 : 3;
}

/** What a paragraph of so many words costs. */
function discomfort(words: number): number {
  const { least, best, most } = COMFORT;
  if (words > most) return 10_000 + words;
  return words < least ? ((least - words) / 4) ** 2 : words > best ? ((words - best) / 10) ** 2 : 0;
}

/** The cheapest way to divide the sentences of a wall of text; each looks back `most` words at most. */
function divide(text: string, parts: readonly Span[], words: readonly number[]): Span[] {
  const begin = parts.map(({ start, end }) =>
    reluctance(text.slice(start, Math.min(end, start + 120))),
  );
  const best = [{ cost: 0, from: 0 }];
  for (let end = 1; end <= parts.length; end++) {
    let found = { cost: Infinity, from: end - 1 };
    for (let from = end - 1, total = 0; from >= 0; from--) {
      total += words[from]!;
      if (total > COMFORT.most && from < end - 1) break;
      const cost = best[from]!.cost + discomfort(total) + (from && begin[from]!);
      if (cost < found.cost) found = { cost, from };
    }
    best.push(found);
  }
  const spans: Span[] = [];
  for (let end = parts.length; end > 0; end = best[end]!.from) {
    spans.push({ start: parts[best[end]!.from]!.start, end: parts[end - 1]!.end });
  }
  return spans.reverse();
}

/**
 * The paragraphs of a plain text. Every line is a paragraph, as its author wrote it; a line of more
 * than 150 words is a wall, and is divided between sentences: where the speaker or the source
 * changes (من جهته, بدوره, وفي السياق, وجدد البيان …), else gladly where a speaker is named anew, at
 * a length that people read at one go (about 40 to 120 words). Text in another language is divided
 * by length alone.
 *
 * @param text plain text.
 * @returns spans in order, not overlapping, without white space at their ends; the beginning of each
 *   is the beginning of a sentence, and its end the end of one.
 */
export function paragraphs(text: string): Span[] {
  const spans: Span[] = [];
  let line: Span[] = [];
  let words: number[] = [];

  const flush = () => {
    const total = words.reduce((sum, count) => sum + count, 0);
    if (total > WALL) spans.push(...divide(text, line, words));
    else if (line.length) spans.push({ start: line[0]!.start, end: line.at(-1)!.end });
    line = [];
    words = [];
  };

  for (const sentence of sentences(text)) {
    const last = line.at(-1);
    if (last && LINE_BREAK.test(text.slice(last.end, sentence.start))) flush();
    line.push(sentence);
    words.push(countWords(text.slice(sentence.start, sentence.end)));
  }
  flush();
  return spans;
}
