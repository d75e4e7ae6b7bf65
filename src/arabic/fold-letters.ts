/**
 * Letters as they are meant, before any voice, the vowel model and the rules for numbers: what is
 * written by the form of a letter, its length, the order of reading or the pauses of a recitation.
 * Loaded with the first text that has any. https://www.unicode.org/charts/PDF/UFB50.pdf, UFE70.pdf.
 */
import { spokenFromPieces } from '../core/spoken-pieces.js';
import type { Spoken } from '../core/spoken.js';

/** What one character stands for, where Unicode does not decompose it. */
const WORDS: Readonly<Record<string, string>> = {
  ٱ: 'ا',
  '\u06e1': '\u0652',
  '\u08f0': '\u064b',
  '\u08f1': '\u064c',
  '\u08f2': '\u064d',
  '﷽': 'بسم الله الرحمن الرحيم',
  '﵀': 'رحمه الله',
  '﵁': 'رضي الله عنه',
  '﵂': 'رضي الله عنها',
  '﵃': 'رضي الله عنهم',
  '﵄': 'رضي الله عنهما',
  '﵅': 'رضي الله عنهن',
  '﵆': 'صلى الله عليه وآله',
  '﵇': 'عليه السلام',
  '﵈': 'عليهم السلام',
  '﵉': 'عليهما السلام',
  '﵊': 'عليه الصلاة والسلام',
  '﵋': 'قدس سره',
  '﵌': 'صلى الله عليه وآله وسلم',
  '﵍': 'عليها السلام',
  '﵎': 'تبارك وتعالى',
  '﵏': 'رحمهم الله',
  '﷏': 'السلام عليكم',
  '﷾': 'سبحانه وتعالى',
  '﷿': 'عز وجل',
};

/**
 * In order: forms of letters, which stand for letters; tatweel inside a word, but not after what is
 * attached to it, where the rules for these look; marks of recitation, of which some are letters' and
 * all are silent; marks of reading order, and what is not seen.
 */
const FOLDED =
  /[\u0671\u06e1\u08f0-\u08f2]|[\ufb50-\ufd3d\ufd40-\ufdfb\ufdfd-\ufdff\ufe70-\ufefc]+|(?<=[\p{L}\p{M}])(?<!(?<![\p{L}\p{M}])[وف]?[بلك])ـ+(?=\p{L})|[\u0610-\u061a\u06d6-\u06e0\u06e2-\u06ed\u08d3-\u08ef\u08f3-\u08ff]+|[\u061c\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+/gu;

/** Whether anything in a text is to be folded. */
export const hasFolded = (text: string): boolean => text.search(FOLDED) >= 0;

const isWord = (character: string | undefined) => /[\p{L}\p{M}\p{N}]/u.test(character ?? ' ');

function meant(written: string): string {
  if (written in WORDS) return WORDS[written]!;
  if (!/[\ufb50-\ufefc]/.test(written)) return '';
  let words = '';
  for (const character of written) {
    const own = WORDS[character];
    // A mark by itself is written over a space or a tatweel.
    const letters = own ?? character.normalize('NFKC').replace(/^[ ـ](?=\p{M})/u, '');
    const isPhrase = letters.length > 3 && /[\ufd40-\ufd4f\ufdf0-\ufdff]/.test(character);
    words += isPhrase && words && !words.endsWith(' ') ? ` ${letters}` : letters;
  }
  return words;
}

/** A text with its letters as they are meant, and the way back. */
export function foldLetters(text: string): Spoken {
  const pieces = [];
  for (const { index, 0: written } of text.matchAll(FOLDED)) {
    let end = index + written.length;
    const letters = meant(written);
    let spoken = letters;
    if (!letters) {
      // A sign between two spaces leaves one.
      if (text[end] === ' ' && (!index || text[index - 1] === ' ')) end++;
    } else if (/[\ufd40-\ufd4f\ufdf0-\ufdff]/.test(written) && letters.includes(' ')) {
      if (isWord(text[index - 1])) spoken = ` ${spoken}`;
      if (isWord(text[end])) spoken += ' ';
    }
    pieces.push({ source: { start: index, end }, spoken });
  }
  return spokenFromPieces(text, pieces);
}
