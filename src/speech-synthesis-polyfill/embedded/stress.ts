/**
 * Which vowel of a word bears the stress, by the rule of Modern Standard Arabic: a superheavy last
 * syllable's (CVVC, CVCC), else a heavy one's before it, else that of the one before that. Neither the
 * article bears it nor what is joined before a word.
 *
 * @see Ryding, A Reference Grammar of Modern Standard Arabic (2005), chapter 2
 */
import type { Phoneme, WordPhonemes } from './word-phonemes.js';

/** Words of so few letters that others can be read into them: wa-qad is two, waqaʕa is one. */
const SHORT_WORDS = [
  // particles and prepositions
  'qad|lam|lan|la:|ma:|lawi?|law|[?][ai]ni?|[?]awi?|hali?|bal|kam|kaj|man|min[ai]?|Aani?|[?]iD|fi:|kama:',
  '[?]ila:|Aala:|lada:|mata:|huna:|[?]iDa:|maAa?|maAi:',
  // pronouns, also with prepositions
  '[?]ana:|huwa|hija|humu?|hunna|li:|la(?:hu|ha:|humu?|huma:|ka|ki|kumu?|na:)',
  'bi(?:hi|ha:|him|hima:|ka|ki|kumu?|na:)|ha:Da:',
  // nouns of two consonants, and those of them in ة before a pause
  '(?:[?]ab|[?]aX|jad|dam|fam|Qad)(?:[aiu][:n]?)?',
  '(?:san|luQ|Tiq|s[[]if|dZih|[mfr]i[?]|hib|s[[]il|sim|Aid|AiZ|zin|dij|kuR|saA|Saf|[?]am)a',
];
const SHORT_WORD = new RegExp(`^(?:${SHORT_WORDS.join('|')})$`);

/** و ف ك س أ have an a before a word, ب an i, ل either. */
const JOINED = /^(?:[wfks?]a|bi|l[ai])$/;

const nameOf = (phonemes: readonly Phoneme[]) => phonemes.map(({ name }) => name).join('');

/** Whether it has the consonants of a word, and no word before it would. */
function isStem(phonemes: readonly Phoneme[], ending: WordPhonemes['ending']): boolean {
  const [first, second] = phonemes;
  if (first!.isVowel || !second?.isVowel) return false;
  // وَرَمَى, وَهُدًى
  if (ending === 'ى' && phonemes.filter(({ isVowel }) => isVowel).length === 2) return true;
  // No word has four root letters between vowels that are all short: the first is joined to it.
  const consonants =
    phonemes.filter(({ isVowel }) => !isVowel).length - (ending === 'tanwin' ? 1 : 0);
  // An ending may be one of them: كَتَبَتْ, وَلَدُهُ.
  return consonants >= 3 && !/^[tkh]$/.test(phonemes.at(-1)!.name);
}

/** How many phonemes are joined before the word: و ف, ب ل ك, س, أ. */
function joinedBefore({ phonemes, ending }: WordPhonemes): number {
  const ends = [0];
  for (let end = 2; end < phonemes.length; end += 2) {
    if (!JOINED.test(nameOf(phonemes.slice(end - 2, end)))) break;
    ends.push(end);
  }
  return (
    ends.find((end) => SHORT_WORD.test(nameOf(phonemes.slice(end)))) ??
    ends.slice(1).find((end) => isStem(phonemes.slice(end), ending)) ??
    0
  );
}

/** @returns the index of the vowel among the word's phonemes; -1 without any. */
export function stressOf(word: WordPhonemes): number {
  const { phonemes, stem } = word;
  const from = stem || joinedBefore(word);
  const all = phonemes.flatMap(({ isVowel }, index) => (isVowel ? [index] : []));
  const own = all.filter((index) => index >= from);
  const vowels = own.length > 0 ? own : all;
  const final = vowels.at(-1);
  if (final === undefined) return -1;
  const closing = phonemes.length - 1 - final;
  const isLong = (index: number) => phonemes[index]!.name.endsWith(':');
  if (vowels.length === 1 || closing >= 2 || (closing === 1 && isLong(final))) return final;
  const penult = vowels.at(-2)!;
  if (isLong(penult) || final - penult > 2) return penult;
  return vowels.at(-3) ?? penult;
}
