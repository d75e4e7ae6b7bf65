/**
 * Where words are, by one rule for all engines. Knows nothing of sentences and of what words mean.
 */
import type { Span } from './article.js';

/** What belongs to the character before it. */
const MARK = String.raw`\p{M}\p{Gr_Ext}\u200d`;
/** Inside a word: letters, digits, marks, soft hyphens, and the marks of direction. */
const PART = String.raw`\p{L}\p{N}_\xad\u061c\u200e\u200f\u2060${MARK}`;
const UNIT = String.raw`[\p{L}\p{N}][${PART}]*`;

/**
 * One rule for every engine, and not `Intl.Segmenter`: engines cut `10:30`, `25٪` and addresses each
 * in its own way, none keeps them whole, and Node 20 copies the whole text into every segment.
 * In order: web addresses, e-mail addresses, dotted letters (د.ك, U.N), words and numbers with
 * what holds them together (1,234.5 · 2020-07-30 · ١٬٢٣٤٫٥ · don't · kuna.net.kw · 25٪).
 */
const SOURCE = [
  String.raw`(?:https?:\/\/|www\.)[^\s<>"«»،؛؟()]*[^\s<>"«»،؛؟().,:;!]`,
  String.raw`(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+[${MARK}]*`,
  String.raw`(?<![${PART}])\p{L}(?:\.\p{L}(?![${PART}]))+`,
  String.raw`\p{Sc}?${UNIT}(?:(?:['’](?=\p{L})|(?<=\p{N})[.,:/٫٬\-–−\xa0\u202f](?=\p{N})|(?<=[A-Za-z])\.(?=[A-Za-z]))${UNIT})*[%٪‰]?[${MARK}]*`,
].join('|');

/** Made when it is first needed: so many classes of characters take a page 5 ms. */
let word: RegExp | undefined;

/**
 * The words of a text as they are highlighted, in scripts that part words by spaces (a run of Chinese
 * or Thai is one word): with their diacritics, tatweel and attached particles
 * (و ف ب ك ل ال), numbers with their separators and percent sign, `ال30` and `د.ك` as one.
 *
 * @param text any text.
 * @param span the part of it to look at; the whole by default. Only this part is read.
 * @returns spans in `text`, in order, not overlapping, each with a letter or a digit in it, and
 *   together covering every one of them.
 */
export function wordsOf(text: string, span: Span = { start: 0, end: text.length }): Span[] {
  word ??= new RegExp(SOURCE, 'gu');
  const words: Span[] = [];
  for (const match of text.slice(span.start, span.end).matchAll(word)) {
    const start = span.start + match.index;
    words.push({ start, end: start + match[0].length });
  }
  return words;
}

/**
 * The word that holds the character at `offset`; null where that is a space or a mark between words.
 * Reads no further than the white space on either side.
 */
export function wordAt(text: string, offset: number): Span | null {
  const isSpace = (index: number) => /[ \t\r\n]/.test(text[index] ?? ' ');
  if (isSpace(offset)) return null;
  let start = offset;
  let end = offset + 1;
  while (!isSpace(start - 1)) start--;
  while (!isSpace(end)) end++;
  return (
    wordsOf(text, { start, end }).find((word) => word.start <= offset && offset < word.end) ?? null
  );
}
