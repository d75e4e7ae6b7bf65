/**
 * Letters as they are meant, before any voice, the vowel model and the rules for numbers: what is
 * written by the form of a letter, its length, the order of reading or the pauses of a recitation.
 * Loaded with the first text that has any. https://www.unicode.org/charts/PDF/UFB50.pdf, UFE70.pdf.
 */
import { spokenFromPieces } from '../core/spoken-pieces.js';
import type { Spoken, SpokenPiece } from '../core/spoken.js';

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

/** Open tanwin of the Uthmani text, as fonts of it write it, and tanwin whose n is said as m. */
const TANWIN: Readonly<Record<string, string>> = {
  '\u0657': '\u064b',
  '\u065e': '\u064c',
  '\u0656': '\u064d',
  '\u064e\u06e2': '\u064b',
  '\u064f\u06e2': '\u064c',
  '\u0650\u06ed': '\u064d',
};

/** A letter that somebody lengthens for the eye (مبرووووك); but not what is nothing else (ههههه). */
const LENGTHENED = Array.from(
  'ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي',
  (letter) => `(?<!${letter})(?:(?<=\\p{L})${letter}{3,}|${letter}{3,}(?=(?!${letter})\\p{L}))`,
).join('|');

/**
 * In order: the number of a verse; tanwin; the pronoun's long vowel (لَهٗ, بِهٖ); a hamza or madda apart
 * from its letter, as in NFD, with the vowels between; madda over a long vowel before a hamza (جَآءَ), and
 * over any other letter; small letters that are said, but not before a pause; letters that are
 * lengthened; forms of letters, which stand for letters; tatweel inside a word, but not after what is
 * attached to it, where the rules for these look; marks of recitation, of which some are letters' and
 * all are silent; marks of reading order, and what is not seen.
 */
const FOLDED = new RegExp(
  [
    /۝[ \xa0]?\p{Nd}*|﴿\s?\p{Nd}+\s?﴾/u,
    /(?<=ه)\u0657(?![اى])|(?<=(?:\u0650|ي\u06e1?)ه)\u0656(?!\p{L})/u,
    /(?<!ہ)[\u0656\u0657\u065e]|\u064e\u06e2|\u064f\u06e2|\u0650\u06ed/u,
    /[اأويىـ][\u064b-\u0652\u0670]*[\u0653-\u0655]|(?<=\u064e\u0651?)آ(?=[ءأؤإئ]|\p{L}[\u064b-\u0650]?\u0651)/u,
    /ـ*[\u06e5-\u06e7]\u0653?|\u0653/u,
    new RegExp(LENGTHENED, 'u'),
    /[\u0671\u06e1\u08f0-\u08f2]|[\ufb50-\ufd3d\ufd40-\ufdfb\ufdfd-\ufdff\ufe70-\ufefc]+/u,
    /(?<=[\p{L}\p{M}])(?<!(?<![\p{L}\p{M}])[وف]?[بلك])ـ+(?=\p{L})/u,
    /[\u0610-\u061a\u06d6-\u06e0\u06e2-\u06e4\u06e8-\u06ed\u08d3-\u08ef\u08f3-\u08ff]+/u,
    /[\u061c\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+/u,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gu',
);

/** Whether anything in a text is to be folded. */
export const hasFolded = (text: string): boolean => text.search(FOLDED) >= 0;

const isWord = (character: string | undefined) => /[\p{L}\p{M}\p{N}]/u.test(character ?? ' ');

/** Hamza or madda and the letter under it, the vowels that stood between them behind. */
function composed(written: string, after: string): string {
  const letter = written[0]!;
  const vowels = written.slice(1, -1);
  const sign = written.at(-1)!;
  if (letter === 'ـ') return (sign === '\u0654' ? 'ئ' : letter) + vowels;
  if (sign !== '\u0653') return (letter === 'ى' ? 'ي' : letter).concat(sign).normalize() + vowels;
  // Madda tells a long vowel before a hamza or a doubled letter, and a hamza with one elsewhere.
  if (
    /[ويى]/.test(letter) ||
    (letter === 'ا' && /^(?:[ءأؤإئ]|\p{L}[\u064b-\u0650]?\u0651)/u.test(after))
  )
    return letter + vowels;
  return `آ${vowels}`;
}

/** Small letters: لَهُۥ is long but before a pause, إِبْرَٰهِـۧم has a letter there. */
function smallLetter(written: string, after: string): string {
  const pauses = /^\s*(?:[.،؛:؟!\u06d6-\u06dd\n]|$)/.test(after);
  if (written.includes('\u06e7')) return 'ي';
  return pauses ? '' : written.includes('\u06e5') ? 'و' : 'ي';
}

/** How many of a letter that is lengthened: اللله has two, and مم begins many a word (ممممتاز). */
function shortened(written: string, before: string, after: string): string {
  const letter = written[0]!;
  const isTwo =
    (letter === 'ل' && /^ه(?!\p{L})/u.test(after)) ||
    (letter === 'م' && /(?<!\p{L})[وفبل]?$/u.test(before) && /^[تثرزطكني]/.test(after));
  return isTwo ? letter + letter : letter;
}

function meant(written: string, text: string, index: number): string {
  const after = text.slice(index + written.length, index + written.length + 3);
  const before = text.slice(Math.max(0, index - 3), index);
  if (written === '\u0657' && before.endsWith('ه') && !/^[اى]/.test(after)) return '\u064f';
  if (written === '\u0656' && /(?:\u0650|ي\u06e1?)ه$/.test(before) && !/^\p{L}/u.test(after))
    return '\u0650';
  if (written in TANWIN) return TANWIN[written]!;
  if (/[\u06e5-\u06e7]/.test(written)) return smallLetter(written, after);
  if (written === 'آ') return 'ا';
  if (/.[\u0653-\u0655]$/.test(written)) return composed(written, after);
  if (/^[ء-ي]/.test(written) && !/ـ/.test(written)) return shortened(written, before, after);
  return WORDS[written] ?? '';
}

const FORMS = /^[\ufb50-\ufd3d\ufd40-\ufefc]/;

/** What a form of a letter, or of a phrase, stands for. */
function ofForm(character: string, before: string): string {
  // The article's alif is not written behind ل.
  if (character === 'ﷲ' && before.endsWith('ل')) return 'له';
  // A mark by itself is written over a space or a tatweel.
  return WORDS[character] ?? character.normalize('NFKC').replace(/^[ ـ](?=\p{M})/u, '');
}

const isPhrase = (character: string, letters: string): boolean =>
  letters.length > 3 && /[\ufd40-\ufd4f\ufdf0-\ufdff]/.test(character);

/** What is folded in a text: in order, not overlapping. */
export function foldedPieces(text: string): SpokenPiece[] {
  const pieces: SpokenPiece[] = [];
  const put = (start: number, end: number, spoken: string) =>
    pieces.push({ source: { start, end }, spoken });
  for (const { index, 0: written } of text.matchAll(FOLDED)) {
    const end = index + written.length;
    if (FORMS.test(written)) {
      let said = text.charAt(index - 1);
      for (let at = index; at < end; at++) {
        const letters = ofForm(text[at]!, said);
        const isApart = isPhrase(text[at]!, letters) && (at > index || letters.includes(' '));
        const endsApart = at === end - 1 && isApart && letters.includes(' ') && isWord(text[end]);
        const gap = isApart && isWord(said || ' ') ? ' ' : '';
        put(at, at + 1, gap + letters + (endsApart ? ' ' : ''));
        said = letters.at(-1) ?? said;
      }
      continue;
    }
    const spoken = meant(written, text, index);
    // A sign between two spaces leaves one.
    const isGap = !spoken && text[end] === ' ' && (!index || text[index - 1] === ' ');
    put(index, isGap ? end + 1 : end, spoken);
  }
  return pieces;
}

/** A text with its letters as they are meant, and the way back. */
export const foldLetters = (text: string): Spoken => spokenFromPieces(text, foldedPieces(text));
