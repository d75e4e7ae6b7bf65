/**
 * Text as it is shown: in other digits, with fewer marks or with more. Offsets always lead back. Knows
 * nothing of pages and of how marks are found.
 */
import type { Spoken } from '../core/spoken.js';
import { spokenFromPieces } from '../core/spoken-pieces.js';
import { spokenWith } from './tashkeel/insertions.js';

/** Digits that stand in a word of Latin letters or an address are part of it. */
const NUMBER = /(?<![\p{sc=Latin}\p{Nd}@/_])\p{Nd}[\p{Nd}.,٫٬]*(?![\p{sc=Latin}@_])/gu;
/** The first digit of each set: European, Arabic-Indic, and as Persian and Urdu write them. */
const SETS = [0x30, 0x660, 0x6f0] as const;

/** Signs that go with the digits, where each stands for the other. */
const GROUPED = { latn: /٬/g, arab: /(?<=^\p{Nd}{1,3}(?:,\p{Nd}{3})*),(?=\p{Nd}{3}(?:\D|$))/gu };
const DECIMAL = { latn: /٫/g, arab: /(?<=^[\p{Nd}٬]+)\.(?=\p{Nd}+$)/gu };

/**
 * The text with its numbers in one set of digits, with that set's signs for thousands and decimals
 * (CLDR 46, `arab` and `latn`). Every character stays one: dates, times and versions (30.7.2020)
 * keep their signs, words of Latin letters (COVID19) their digits.
 *
 * @param lang BCP 47; Persian and Urdu have their own forms of Arabic-Indic digits
 */
export function withDigits(text: string, digits: 'arab' | 'latn', lang: string): string {
  const zero = digits === 'latn' ? SETS[0] : SETS[/^(fa|ur|ps|sd|ckb)\b/i.test(lang) ? 2 : 1];
  const digit = (char: string) => {
    const code = char.charCodeAt(0);
    const from = SETS.find((it) => code >= it && code <= it + 9);
    return from === undefined ? char : String.fromCharCode(code - from + zero);
  };
  const [thousand, point, percent] = digits === 'latn' ? [',', '.', '%'] : ['٬', '٫', '٪'];
  return text
    .replace(NUMBER, (number) =>
      number
        .replace(GROUPED[digits], thousand)
        .replace(DECIMAL[digits], point)
        .replace(/\p{Nd}/gu, digit),
    )
    .replace(digits === 'latn' ? /(?<=\p{Nd})٪/gu : /(?<=[٠-٩۰-۹])%/g, percent);
}

/**
 * Vowel signs, tanwin, sukun, shadda, dagger alif and the signs of the Quran. Madda and the hamzas
 * of decomposed letters (U+0653 to U+0655) are not marks but parts of letters.
 */
const MARKS =
  /[\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed]+/g;

/** The text without its marks; null if it has none. */
export function withoutMarks(text: string): Spoken | null {
  const pieces = Array.from(text.matchAll(MARKS), ({ 0: marks, index }) => ({
    source: { start: index, end: index + marks.length },
    spoken: '',
  }));
  return pieces.length ? spokenFromPieces(text, pieces) : null;
}

const SHADDA = '\u0651';
const [FATHATAN, FATHA, DAMMA, KASRA] = ['\u064b', '\u064e', '\u064f', '\u0650'];
/** Letters that the article before them is assimilated to. */
const SUN = /[تثدذرزسشصضطظلن]/;

/**
 * Of the marks that were added to a text, those that decide how a word is read, as careful print
 * has them: shadda, tanwin of the accusative, the damma of a passive or of a verb of the second to
 * fourth form (يُقال, كُتب), and مَن among the many مِن. Marks that the author wrote all stay.
 * Partly marked text is often easier to read than text with all its marks or none (ElNokrashy and
 * AlKhamissi 2024).
 *
 * @param full the text with all marks added
 */
export function decisiveMarks(source: string, full: Spoken): Spoken {
  const places: number[] = [];
  const totals: number[] = [];
  let text = '';
  let total = 0;
  /** What was added behind the character at this index. */
  const added = (at: number) => full.text.slice(full.toSpoken(at) + 1, full.toSpoken(at + 1));
  for (const { 0: word, index } of source.matchAll(/[^\p{L}\p{M}\u0640]+|[\p{L}\p{M}\u0640]+/gu)) {
    const isPrefixed = /^[وفل](?=[يتنأ])/.test(word);
    for (let i = 0; i < word.length; i++) {
      const marks = added(index + i);
      let kept = '';
      if (marks.includes(SHADDA) && !isExpected(word, i)) kept = SHADDA;
      if (marks.includes(FATHATAN)) kept += FATHATAN;
      if (i === (isPrefixed ? 1 : 0) && marks.includes(DAMMA)) {
        const isPassive = i + 2 < word.length && added(index + i + 1).includes(KASRA);
        if (/[يتنأ]/.test(word[i]!) || (isPassive && word[i] !== 'م')) kept += DAMMA;
      }
      if (word === 'من' && i === 0 && marks.includes(FATHA)) kept += FATHA;
      text += word[i]! + kept;
      if (!kept) continue;
      total += kept.length;
      places.push(index + i + 1);
      totals.push(total);
    }
  }
  return spokenWith({ text, places: Uint32Array.from(places), totals: Uint32Array.from(totals) });
}

/**
 * A shadda that nobody reads otherwise: on the letter after ال (also behind و ف ب ك, and in للـ),
 * where it takes the article's sound; in الذي and التي.
 */
const isExpected = (word: string, at: number) =>
  (SUN.test(word[at]!) && /^[وف]?(?:[بك]?ال|لل)$/.test(word.slice(0, at))) ||
  /^ل(?:ذي|تي)/.test(word.slice(at));
