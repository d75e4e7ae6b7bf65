/**
 * What a word is taught in: its syllables, or its letters. A syllable of Arabic begins with one consonant and
 * a vowel, and with nothing else (Ryding, A Reference Grammar of Modern Standard Arabic, chapter 2), so that
 * a letter begins one where it has a vowel of its own; where vowels are not written, no boundary is guessed.
 * Knows nothing of pages, and of who finds the vowels.
 */
import type { Span } from '../core/article.js';

/** What is written behind a letter and belongs to it. */
const MARK = String.raw`\p{M}\u0640`;
const WORD = new RegExp(String.raw`\p{sc=Arab}[\p{sc=Arab}${MARK}]*`, 'gu');
const LETTER = new RegExp(String.raw`(\p{L})([${MARK}]*)`, 'gu');

/** Fatha, damma, kasra, their tanwin, the small alif. */
const VOWEL = /[\u064b-\u0650\u0656\u0657\u065e\u0670]/;
const SUKUN = /[\u0652\u06e1]/;
const SHADDA = '\u0651';

/** Where the letters of each word begin, and whether a syllable begins there. */
function lettersIn(word: string): { readonly at: number; readonly opens: boolean }[] {
  const letters = [...word.matchAll(LETTER)].map(({ 1: letter, 2: marks, index }) => ({
    letter: letter!,
    marks: marks!,
    at: index,
  }));
  return letters.map(({ letter, marks, at }, i) => {
    const before = letters[i - 1]?.marks ?? '';
    const next = letters[i + 1];
    const isBare = !VOWEL.test(marks) && !SUKUN.test(marks);
    // كَتَبُوا, فِي
    const isLength =
      isBare &&
      ((letter === 'و' && /\u064f/.test(before)) || (letter === 'ي' && /\u0650/.test(before)));
    const hasVowel =
      VOWEL.test(marks) ||
      letter === 'آ' ||
      (marks.includes(SHADDA) && !!next) ||
      // The fatha before an alif is often not written.
      (isBare && !isLength && letter !== 'ا' && !!next && /[اى]/.test(next.letter) && !next.marks);
    return { at, opens: i === 0 || hasVowel };
  });
}

/** The words of Arabic letters in a text, each as the spans between these places in it. */
function parted(text: string, isPlace: (letter: { readonly opens: boolean }) => boolean): Span[][] {
  return Array.from(text.matchAll(WORD), ({ 0: word, index }) => {
    const starts = lettersIn(word)
      .filter(isPlace)
      .map(({ at }) => index + at);
    return starts.map((start, i) => ({ start, end: starts[i + 1] ?? index + word.length }));
  });
}

/** The syllables of each word; of a word without vowels, no more than can be told. */
export const syllablesOf = (text: string): Span[][] => parted(text, ({ opens }) => opens);

/** The letters of each word, each with its marks. */
export const lettersOf = (text: string): Span[][] => parted(text, () => true);
