import { inEspeakNames, sayWords, type SaidWord } from './phonemes.js';
import { foldWord, spokenForm } from './spoken-form.js';

/** What espeak-ng is given at once: a sentence, or a part of a very long one. */
export interface Speakable {
  readonly ssml: string;
  /** The words whose marks are in {@link ssml}: the name of a mark is the index here. */
  readonly words: readonly Word[];
}

/** A word of the text, in UTF-16 units. */
export interface Word {
  readonly start: number;
  readonly length: number;
}

/** Text that was prepared for speech, and where each of its characters comes from. */
export interface Prepared {
  readonly text: string;
  toSource(index: number): number;
}

/** What comes after a word: its pause, as espeak-ng is to hear it, and whether the piece ends. */
interface Cut {
  readonly pause: string;
  readonly isEnd: boolean;
}

/** Longer than any sentence that reads well: a clause is cut off after so many characters, … */
const LONG = 400;
/** … and a word after so many. */
const TOO_LONG = 700;

const D = '[0-9٠-٩۰-۹]';
const W = '[\\p{L}\\p{M}\\p{N}_\u0640\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]';

/** What is said as one word. The order matters: the first that fits is taken. */
const WORD = new RegExp(
  [
    // addresses
    `(?:https?://|www\\.)[^\\s<>«»"()،؛]*[^\\s<>«»"()،؛.:!?؟,]`,
    `[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+`,
    // abbreviations, which keep their full stop
    `(?<!${W})(?:أ\\.\\s?د\\.?|ص\\.\\s?ب\\.?|ق\\.\\s?م|[دأ]\\.)(?!${W})`,
    `(?<!${W})\\p{Lu}(?:\\.\\p{Lu})+\\.?(?!${W})`,
    // 11 000
    `(?<![\\p{N}.,])${D}{1,3}(?:[ \u00A0\u2009\u202F]${D}{3})+(?!${D})`,
    // words and numbers, with letters, signs and marks that belong to them: ال30, 1440هـ, ٪12.5, don't
    `(?:[٪%$€£](?=${D}))?${W}+(?:(?:(?<=${D})[.,٫٬:](?=${D})|['’](?=\\p{L}))${W}+)*(?:(?<=${D})\\s?[٪%°€$£](?!${W}))?`,
    // signs that have a name
    `[&+=@×÷−٪%$€£°]`,
  ].join('|'),
  'gu',
);

const SAYABLE = /[\p{L}\p{N}&+=@×÷−٪%$€£°]/u;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escape = (text: string) => text.replace(/[&<>]/g, (character) => ESCAPES[character]!);

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(WORD)]
    .filter(([word]) => SAYABLE.test(word))
    .map(({ index, 0: { length } }) => ({ start: index, length }));

/** What stands between two words, as espeak-ng is to hear it: nothing, a clause, or an end. */
function pauseBetween(text: string, word: Word, next: Word | undefined, before: string): string {
  const gap = text.slice(word.start + word.length, next?.start);
  const follower = next ? text.slice(next.start, next.start + next.length) : '';
  const stop = /[؟?]/.exec(gap) ? '؟' : gap.includes('!') ? '!' : /[.۔]/.test(gap) ? '.' : '';
  if (stop) {
    const initial = /^\p{L}\u0640?$/u.test(text.slice(word.start, word.start + word.length));
    // An initial (م. أحمد) does not end a sentence; after a number (25 م.) it may.
    if (initial && stop === '.' && next && !/\p{N}$/u.test(before)) return '';
    if (!next || /\s/.test(gap) || /^\p{Script=Arabic}/u.test(follower)) return stop;
    return '';
  }
  if (/\n\s*\n|[\r\n\u2029]/.test(gap)) return '.';
  if (/[،,؛;:…]/.test(gap)) return /[؛;]/.test(gap) ? ';' : ',';
  // A dash before a number joins it to its name: كوفيد – 19.
  if (/[–—]|\s-\s/.test(gap)) return /^\p{N}/u.test(follower) ? '' : ',';
  return '';
}

/** A word, what comes after it, and how it is said if its vowels are written. */
export interface CutWord extends Word, Cut {
  readonly text: string;
  readonly said: SaidWord | undefined;
}

/** The words of a text, in order, each as it is said in its clause. */
export function cutWords(text: string): CutWord[] {
  const words = wordsOf(text);
  const textOf = (word: Word | undefined) =>
    word ? text.slice(word.start, word.start + word.length) : '';
  let pieceStart = 0;
  const cuts = words.map((word, index): Cut => {
    const next = words[index + 1];
    const end = word.start + word.length;
    const length = end - pieceStart;
    let pause = pauseBetween(text, word, next, textOf(words[index - 1]));
    if (length > TOO_LONG && pause === '') pause = ',';
    const isEnd = !next || /[.؟!]/.test(pause) || (pause !== '' && length > LONG);
    if (isEnd) pieceStart = end;
    return { pause, isEnd };
  });
  const said: (SaidWord | undefined)[] = [];
  let clause: string[] = [];
  words.forEach((word, index) => {
    clause.push(foldWord(textOf(word)));
    if (!cuts[index]!.pause && !cuts[index]!.isEnd) return;
    said.push(...sayWords(clause));
    clause = [];
  });
  return words.map((word, index) => ({
    ...word,
    ...cuts[index]!,
    text: textOf(word),
    said: said[index],
  }));
}

/** A word with a way to be said: by its phonemes, or by letters that espeak-ng reads aright. */
export interface AloudWord extends CutWord {
  /** For espeak-ng where there are no phonemes. */
  readonly letters: string;
  /** The word of the text whose mark is here; further words that are said for it have none. */
  readonly marked: Word | undefined;
}

/**
 * The sentences of a text, or parts of very long ones, word by word; what cannot be said is left out.
 *
 * @param prepared the same text, prepared for speech; marks still mean words of `text`.
 */
export function saidPieces(text: string, prepared?: Prepared): AloudWord[][] {
  const source = wordsOf(text);
  const pieces: AloudWord[][] = [];
  let piece: AloudWord[] = [];
  /** Index of the first word of the source that has no mark yet. */
  let unmarked = 0;
  for (const word of cutWords(prepared?.text ?? text)) {
    const { start, length, pause, isEnd, said } = word;
    const letters = said ? '' : spokenForm(word.text, pause !== '' || isEnd);
    if (said || letters) {
      const from = prepared ? prepared.toSource(start) : start;
      let of = unmarked;
      while (of < source.length && source[of]!.start + source[of]!.length <= from) of++;
      const next = source[of];
      const to = prepared ? prepared.toSource(start + length) : start + length;
      const marked = next && next.start < Math.max(to, from + 1) ? next : undefined;
      if (marked) unmarked = of + 1;
      piece.push({ ...word, letters, marked });
    }
    if (isEnd && piece.length) {
      pieces.push(piece);
      piece = [];
    }
  }
  return pieces;
}

/**
 * Cuts text into what espeak-ng is given at once.
 *
 * A mark right after the end of a sentence is lost by espeak-ng, so that sentences are given one
 * by one, and nothing inside one looks like its end.
 *
 * @param prepared the same text, prepared for speech; marks still mean words of `text`.
 */
export const speakable = (text: string, prepared?: Prepared): Speakable[] =>
  saidPieces(text, prepared).map((piece) => {
    const words: Word[] = [];
    let ssml = '';
    for (const { said, letters, pause, marked } of piece) {
      if (marked) ssml += `<mark name="${words.push(marked) - 1}"/>`;
      ssml += `${said ? `[[${inEspeakNames(said)}]]` : escape(letters)}${pause} `;
    }
    // Markup right behind phonemes would be read out.
    return { ssml: `<speak>${ssml.trimEnd().replace(/]$/, '] ')}</speak>`, words };
  });
