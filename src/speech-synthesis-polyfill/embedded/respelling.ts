/**
 * Vocalised text for an eSpeak that takes no phonemes, as a voice of the device is: its words as they
 * are said in their clause, in letters of which each has one sound by eSpeak's own rules.
 */
import type { SaidWord } from './phonemes.js';
import { cutWords } from './speakable.js';
import { spokenForm } from './spoken-form.js';

/** A word of a text, in UTF-16 units, and the letters for it. */
export interface Respelling {
  readonly source: { readonly start: number; readonly end: number };
  readonly spoken: string;
}

const SUKUN = '\u0652';

const LETTERS: Readonly<Record<string, string>> = {
  ...{ b: 'ب', t: 'ت', T: 'ث', dZ: 'ج', H: 'ح', X: 'خ', d: 'د', D: 'ذ', R: 'ر', z: 'ز', s: 'س' },
  ...{ S: 'ش', 's[': 'ص', dH: 'ض', 't[': 'ط', Z: 'ظ', A: 'ع', Q: 'غ', f: 'ف', q: 'ق', k: 'ك' },
  ...{ l: 'ل', L: 'ل', m: 'م', n: 'ن', h: 'ه', w: 'و', j: 'ي' },
  ...{ a: '\u064E', u: '\u064F', i: '\u0650', 'a:': '\u064Eا', 'u:': '\u064Fو', 'i:': '\u0650ي' },
};

/** The seat of a hamza, by the vowels on either side of it. */
function hamza(before: string | undefined, after: string | undefined): string {
  const has = (vowel: string) => before?.[0] === vowel || after?.[0] === vowel;
  if (!before) return after?.[0] === 'i' ? 'إ' : 'أ';
  if (!after) return 'ء';
  return has('i') ? 'ئ' : has('u') ? 'ؤ' : before === 'a:' ? 'ء' : 'أ';
}

const inLetters = ({ phonemes }: SaidWord): string =>
  phonemes
    .map(({ name, isVowel }, index) => {
      const before = phonemes[index - 1];
      const after = phonemes[index + 1];
      const letter = name === '?' ? hamza(before?.name, after?.name) : LETTERS[name]!;
      return isVowel || !after || after.isVowel ? letter : letter + SUKUN;
    })
    .join('');

/** @returns the words that are written otherwise, in order. */
export const respell = (text: string): Respelling[] =>
  cutWords(text).map(({ start, length, text: word, said, pause, isEnd }) => ({
    source: { start, end: start + length },
    spoken: said
      ? inLetters(said)
      : // How many, and no unit, which is in words by now: eSpeak would say kilometre.
        spokenForm(word, pause !== '' || isEnd).replace(/^كم$/, 'كَم'),
  }));
