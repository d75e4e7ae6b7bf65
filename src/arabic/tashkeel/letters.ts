/**
 * What the nets see of a character, and the marks that they can put on a letter. The training
 * scripts hold the same tables (`training/letters.py`); the weights' file says which it was made with.
 */

/** The 36 letters that carry marks, in the order of their codes. */
export const LETTERS = 'ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي';

/**
 * Kinds of characters that are no letters; `Edge` stands around every passage. What is `Unseen` the
 * nets do not meet at all: marks of every kind, tatweel, joiners and the marks of direction.
 */
export const enum Code {
  Edge,
  Space,
  Digit,
  Stop,
  Comma,
  Other,
  Foreign,
  FirstLetter,
  Unseen = 255,
}

const FATHATAN = '\u064b';
const SUKUN = '\u0652';
export const SHADDA = '\u0651';
const VOWELS = [...'\u064b\u064c\u064d\u064e\u064f\u0650'];

/**
 * What can stand on a letter: nothing, a tanwin, a short vowel, sukun, shadda, and shadda with each
 * of the first six. Shadda comes first, against Unicode's canonical order: that is how it is typed,
 * and speech synthesizers lose the vowel where it comes before.
 */
export const MARKS: readonly string[] = [
  '',
  ...VOWELS,
  SUKUN,
  SHADDA,
  ...VOWELS.map((vowel) => SHADDA + vowel),
];

/** As a hint to the nets: nothing is known of this letter. */
export const UNKNOWN = MARKS.length;

/** Indices into {@link MARKS}. */
export const enum Mark {
  None,
  Fathatan,
  Dammatan,
  Kasratan,
  Fatha,
  Damma,
  Kasra,
  Sukun,
  Shadda,
  ShaddaFathatan,
  ShaddaFatha = 12,
  ShaddaDamma,
  ShaddaKasra,
}

const codes = new Map<string, number>();
[...LETTERS].forEach((letter, index) => codes.set(letter, Code.FirstLetter + index));
/** Letters of other languages' keyboards and of Uthmani text, and the Arabic ones that they are. */
const VARIANTS = 'یي ېي ےي کك ڪك ہه ھه ەه ۀه ۃة ٱا'.split(' ');
/** Letters of sounds that Arabic has none for, and what they are read like; they are written as they are. */
const SOUNDS = 'ڤف پب چج گك ژج ڨق ڭك'.split(' ');
for (const [variant, letter] of [...VARIANTS, ...SOUNDS]) codes.set(variant!, codes.get(letter!)!);
for (const char of '.!?؟…۔') codes.set(char, Code.Stop);
for (const char of ',;:،؛') codes.set(char, Code.Comma);
codes.set('\n', Code.Edge);

/** The code of a UTF-16 unit: no letter of ours is a pair. */
export function codeOf(unit: string): number {
  let code = codes.get(unit);
  if (code === undefined) {
    code = KINDS.find(([kind]) => kind.test(unit))?.[1] ?? Code.Other;
    // Only what real text repeats is kept, so that the map stays small.
    if (codes.size < 1000) codes.set(unit, code);
  }
  return code;
}

const KINDS: readonly (readonly [RegExp, number])[] = [
  [/[\p{M}\p{Cf}\u0640]/u, Code.Unseen],
  [/\s/u, Code.Space],
  [/\p{Nd}/u, Code.Digit],
  [/\p{L}/u, Code.Foreign],
];

/** Which of {@link MARKS} an author's marks say, in any order; the first vowel counts. */
export function markOf(written: string): number {
  let vowel = 0;
  for (const char of written) {
    if (!vowel && char >= FATHATAN && char <= SUKUN && char !== SHADDA) vowel = MARKS.indexOf(char);
  }
  if (!written.includes(SHADDA)) return vowel;
  return vowel === Mark.None || vowel === Mark.Sukun ? Mark.Shadda : Mark.Shadda + vowel;
}

/** Whether a character stands for a sound that is none of Arabic's. */
export const isForeignSound = (char: string): boolean =>
  SOUNDS.some(([variant]) => variant === char);
