/** The noun that a number counts, and its gender: from what is written right after the number. */
import { guessGender, knownNoun, listedNoun, type KnownNoun } from '../counted.js';
import { PREPOSITIONS } from '../governing-words.js';
import type { Gender } from '../number-words.js';
import { pattern } from '../words.js';
import type { NumberContext } from './number-in-text.js';
import { sticky, WORD } from './patterns.js';
import { AFTER_COUNTED, COUNTING_FEMININE, NOT_COUNTED } from './word-lists.js';

/** Another number that counts the same: بين 18 و25 درجة, من 2 إلى 4 أقدام. */
const AND_ANOTHER = sticky(/[ \xa0](?:و|أو |إلى |الى |حتى )\d[\d.,٫]*(?=[ \xa0]\p{L})/u);
const COUNTS_FEMININE = pattern`${COUNTING_FEMININE} $`;
const NOUN_ENDS = pattern`^(?:\s*(?:[.،؛:!؟)\]»"]|$)|\s+(?:${AFTER_COUNTED}|[وب]\p{L}+|ل[يتل]\p{L}+))`;

/** A word without diacritics and tatweel. */
export const bareWord = (word: string): string => word.replace(/[\p{M}ـ]/gu, '');

/** The word right after a number, bare; or nothing. */
export const wordAfter = (text: string, end: number): string => {
  const word = WORD(text, end);
  return word ? bareWord(word[1]!) : '';
};

/** Whether nothing more is said of a noun that ends there. */
export const nounEnds = (text: string, end: number): boolean =>
  NOUN_ENDS.test(text.slice(end, end + 20));

/** Attached to what is not counted: رقم 91 لسنة, 5 بنسبة. */
export const isAttached = (word: string): boolean =>
  /^(?:[وفبلك]?ال|لل)/.test(word) ||
  NOT_COUNTED.includes(word) ||
  PREPOSITIONS.includes(word) ||
  (/^[لبك]../.test(word) &&
    !listedNoun(word) &&
    (!!listedNoun(word.slice(1)) || /^ب[زمقنإ]....?ة$/.test(word)));

/** The noun right after a number, if that may count it. */
export function nounAfter(text: string, end: number): KnownNoun | undefined {
  const word = wordAfter(text, end);
  return !word || isAttached(word) ? undefined : knownNoun(word);
}

/** The gender of what is counted by the number `n` that ends at `end`. */
export function genderAfter({ text, before }: NumberContext, end: number, n: number): Gender {
  end += AND_ANOTHER(text, end)?.[0].length ?? 0;
  const word = wordAfter(text, end);
  if (word === 'من') {
    const of = bareWord(/^ من ال([\p{L}\p{M}]+)/u.exec(text.slice(end, end + 40))?.[1] ?? '');
    return of ? (knownNoun(of)?.gender ?? guessGender(of, false)) : 'm';
  }
  if (!word || isAttached(word)) return before && COUNTS_FEMININE.test(before) ? 'f' : 'm';
  if (/^(?:أخرى|أخريات)$/.test(word)) return 'f';
  const known = knownNoun(word);
  if (known) return known.gender;
  if (COUNTS_FEMININE.test(before)) return 'f';
  const rest = n % 100;
  const next = WORD(text, end + word.length + 1)?.[1] ?? '';
  // 25 نفسا بشرية: the adjective knows.
  if (rest > 10 && /ا$/.test(word) && /ة$/.test(next)) return 'f';
  return guessGender(word, rest >= 3 && rest <= 10);
}
