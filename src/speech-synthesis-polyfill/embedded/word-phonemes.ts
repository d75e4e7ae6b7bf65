/**
 * The phonemes of a vocalised word by itself, in espeak-ng's names: each of its letters is said by
 * the first rule that applies. The rules are long because they are one list, whose order matters.
 */
import { MARK, SHADDA } from './spellings.js';

export interface Phoneme {
  name: string;
  readonly isVowel: boolean;
}

export interface WordPhonemes {
  readonly phonemes: Phoneme[];
  /** How many phonemes stand before what the article is joined to; 0 without the article. */
  stem: number;
  readonly ending: 'tanwin' | 'ى' | '';
  /** The vowel of its hamzat al-wasl, which is not among the phonemes; '' if it has none. */
  readonly wasl: string;
}

interface Letter {
  readonly letter: string;
  double: boolean;
  /** a, u, i, with n for tanwin; '0' for sukun, '' if nothing is written. */
  readonly vowel: string;
}

const SUN = 'تثدذرزسشصضطظن';

const CONSONANTS: Readonly<Record<string, string>> = {
  ...{ ب: 'b', ت: 't', ث: 'T', ج: 'dZ', ح: 'H', خ: 'X', د: 'd', ذ: 'D', ر: 'R', ز: 'z', س: 's' },
  ...{ ش: 'S', ص: 's[', ض: 'dH', ط: 't[', ظ: 'Z', ع: 'A', غ: 'Q', ف: 'f', ق: 'q', ك: 'k', ل: 'l' },
  ...{ م: 'm', ن: 'n', ه: 'h', ة: 't', و: 'w', ي: 'j' },
  ...{ ء: '?', أ: '?', إ: '?', ؤ: '?', ئ: '?' },
};

const VOWELS: Readonly<Record<string, string>> = {
  ...{ '\u064E': 'a', '\u064F': 'u', '\u0650': 'i', '\u0652': '0' },
  ...{ '\u064B': 'an', '\u064C': 'un', '\u064D': 'in' },
};

/** Nouns with a hamzat al-wasl, which is i whatever follows. */
const WASL_NOUN = /^ا(?:سم|بن|بنة|ثن|ثني|مر)/;

/** Imperatives in ُو of verbs whose last letter is و (اُدْعُوا); of others it is the ending's (اِمْشُوا). */
const ENDING_IN_WAW = /^ا(?:دع|تل|رج|عف|شك|غز|مح|نج|سم|عل|دن|صح|كس|هج)و$/;

export const phoneme = (name: string): Phoneme => ({ name, isVowel: /^[aiu]/.test(name) });

/** A word of which the letters before `at` are said. */
class Progress {
  at = 0;
  stem = 0;
  wasl = '';
  readonly names: string[] = [];

  constructor(
    readonly letters: readonly Letter[],
    readonly bare: string,
  ) {}

  letter(ahead = 0): Letter | undefined {
    return this.letters[this.at + ahead];
  }

  get here(): Letter {
    return this.letters[this.at]!;
  }

  get isFirst(): boolean {
    return this.at === 0;
  }

  get isLast(): boolean {
    return this.at === this.letters.length - 1;
  }

  /** The name of the phoneme before; '' at the start. */
  get before(): string {
    return this.names.at(-1) ?? '';
  }

  /** Whether a و or ي without any mark can be a long vowel. */
  isLong(ahead = 0): boolean {
    const it = this.letter(ahead);
    const next = this.letter(ahead + 1);
    const isBare = !!it && /[وي]/.test(it.letter) && !it.double && !it.vowel;
    return isBare && !(next && isAlif(next)) && this.letter(ahead - 1)?.vowel === '';
  }

  /** How many letters are joined before the article, or a hamzat al-wasl: و ف, then ب ك ل ت. */
  get joined(): number {
    const [first, second] = this.letters;
    const isJoined = (it: Letter | undefined, vowels: Readonly<Record<string, string>>) =>
      !!it && !it.double && !!vowels[it.letter]?.includes(it.vowel);
    const one = isJoined(first, { و: 'a', ف: 'a' }) ? 1 : 0;
    return one + (isJoined(one ? second : first, { ب: 'i', ك: 'a', ل: 'ai', ت: 'a' }) ? 1 : 0);
  }

  /** Whether the lam at an index is the article's. */
  isArticle(index: number): boolean {
    const lam = this.letters[index];
    const next = this.letters[index + 1];
    const before = this.letters[index - 1];
    if (lam?.letter !== 'ل' || !next) return false;
    const isClosing = lam.double || lam.vowel === '0';
    // لِلْبيت: the alif is not written.
    if (before?.letter === 'ل' && index === this.joined)
      return /[ai]/.test(before.vowel) && (isClosing || (!lam.vowel && next.double));
    if (before?.letter !== 'ا' || !/^a?$/.test(before.vowel) || index - 1 > this.joined)
      return false;
    // Its lam would not have kept the sukun: الْتقى.
    if (lam.vowel === '0' && SUN.includes(next.letter) && !next.double) return false;
    if (next.letter !== 'ا') return isClosing || !lam.vowel;
    const afterAlif = this.letters[index + 2];
    const closes = !!afterAlif?.double || afterAlif?.vowel === '0';
    return lam.vowel === 'i' || (/^0?$/.test(lam.vowel) && closes);
  }
}

type Rule = readonly [name: string, say: (word: Progress) => number];

/** How many letters a rule has said; the others are for the rules after it. */
const NONE = 0;
/** The vowels are not written. */
const UNKNOWN = -1;

const isAlif = ({ letter }: Letter) => letter === 'ا' || letter === 'ى';

/** The vowel of a hamzat al-wasl before the letters that follow it. */
function waslOf({ letters, bare }: Progress): string {
  const [alif, second, third] = letters;
  if (alif!.vowel) return alif!.vowel;
  if (WASL_NOUN.test(bare)) return 'i';
  if (second!.double) return second!.vowel === 'u' ? 'u' : 'i';
  const isEnding = letters.length === 4 && letters[3]!.letter === 'و';
  return third?.vowel === 'u' && (!isEnding || ENDING_IN_WAW.test(bare)) ? 'u' : 'i';
}

export const LETTER_RULES: readonly Rule[] = [
  // الكتاب, اسْم
  [
    'hamzat al-wasl at the start',
    (word) => {
      if (!word.isFirst || !isAlif(word.here)) return NONE;
      const next = word.letter(1);
      if (word.isArticle(1)) word.wasl = 'a';
      else if (next?.vowel === '0' || next?.double) word.wasl = waslOf(word);
      else return UNKNOWN;
      return 1;
    },
  ],
  // وَالكتاب, فَاسْتقال, بِاسْم, وَاتَّفق; but كَارْتر
  [
    'hamzat al-wasl behind what is joined to it',
    (word) => {
      const { at, here, names } = word;
      if (here.letter !== 'ا' || here.vowel || at === 0 || at > word.joined) return NONE;
      const { letter, vowel } = word.letters[at - 1]!;
      const next = word.letter(1);
      if (word.isArticle(at + 1)) {
        // والقَلَم
        if (!vowel) names.push(/[بل]/.test(letter) ? 'i' : 'a');
        return 1;
      }
      if (vowel === 'i') return 1;
      const third = word.letter(2);
      if (!vowel || !next || !third) return NONE;
      const isNoun = third.vowel === 'i' && word.letters.slice(at + 3).some(isAlif);
      const isClosed = next.vowel === '0' && (letter !== 'ك' || isNoun);
      return isClosed || (next.double && /[وف]/.test(letter) && /[تدطظ]/.test(next.letter))
        ? 1
        : NONE;
    },
  ],
  // كتابًا, الله as spellings have it
  [
    'silent alif',
    ({ here, before }) => (isAlif(here) && /^(?:[aiu]n|a:)$/.test(before) ? 1 : NONE),
  ],
  [
    'long a',
    (word) => {
      const { here, before, names } = word;
      if (!isAlif(here)) return NONE;
      if (here.vowel && here.vowel !== '0') return UNKNOWN;
      if (before === 'a') names[names.length - 1] = 'a:';
      // Its fatha is often not written.
      else if (!/^[aiu]/.test(before)) names.push('a:');
      return 1;
    },
  ],
  // الشَّمس, الشمس, الَّذي, لِلَّيل
  [
    'the article before a letter of the sun',
    (word) => {
      const { at, here } = word;
      const next = word.letter(1);
      if (!next || here.double || !word.isArticle(at)) return NONE;
      const isSun = SUN.includes(next.letter) && at + 1 < word.letters.length - 1;
      if (here.vowel ? !(isSun && next.double) : !(isSun || next.double)) return NONE;
      next.double = true;
      word.stem = word.names.length + 1;
      return 1;
    },
  ],
  // الْقمر, الِاجتماع: before a hamzat al-wasl its lam has an i.
  [
    'the article',
    (word) => {
      if (!word.isArticle(word.at)) return NONE;
      const { here } = word;
      const next = word.letter(1);
      word.names.push('l');
      word.stem = word.names.length;
      if (here.double) {
        word.names.push('l');
        if (here.vowel) word.names.push(here.vowel);
        return 1;
      }
      if (next?.letter !== 'ا') return 1;
      word.names.push('i');
      word.stem++;
      return 2;
    },
  ],
  // مدرسة, حياة
  [
    'ة before a pause',
    ({ here, isLast, before, names }) => {
      if (here.letter !== 'ة' || !isLast || !/^0?$/.test(here.vowel)) return NONE;
      if (before === 'a:') names.push('h');
      else if (!/^[aiu]/.test(before)) names.push('a');
      return 1;
    },
  ],
  [
    'long u and i',
    ({ here: { letter, double, vowel }, before, names }) => {
      const long = { وu: 'u:', يi: 'i:' }[letter + before];
      if (!long || double || !/^0?$/.test(vowel)) return NONE;
      names[names.length - 1] = long;
      return 1;
    },
  ],
  // مُفيد
  [
    'long u and i whose vowel is not written',
    (word) => {
      if (!word.isLong() || /^[aiu]/.test(word.before) || !word.before) return NONE;
      word.names.push(word.here.letter === 'و' ? 'u:' : 'i:');
      return 1;
    },
  ],
  [
    'consonant',
    (word) => {
      const { here, names, before, isFirst, isLast } = word;
      const { letter, double, vowel } = here;
      const name = CONSONANTS[letter];
      if (!name) return UNKNOWN;
      const next = word.letter(1);
      if (letter === 'ة' && !/^[aiu]/.test(before)) names.push('a');
      names.push(name);
      if (double) names.push(name);
      if (vowel === '0' || isLast) names.push(...(/[aiu]/.test(vowel) ? [vowel] : []));
      else if (vowel) names.push(vowel);
      else if (letter === 'إ') names.push('i');
      else if (letter === 'أ' && isFirst) names.push('a');
      // A sukun is often not written, where its letter closes a syllable.
      else if (
        !isAlif(next!) &&
        (isFirst || !word.isLong(1)) &&
        (isFirst ||
          double ||
          !/^[aiu]/.test(before) ||
          (!next!.vowel && !next!.double && word.at + 2 < word.letters.length))
      )
        return UNKNOWN;
      return 1;
    },
  ],
];

/** The word's letters with their marks. */
const lettersOf = (word: string): Letter[] =>
  [...word.matchAll(new RegExp(`([ء-ي])(${MARK}*)`, 'g'))].map(([, letter, marks]) => ({
    letter: letter!,
    double: marks!.includes(SHADDA),
    vowel: [...marks!].map((mark) => VOWELS[mark]).find(Boolean) ?? '',
  }));

/**
 * @param word as `spellings.ts` has it.
 * @returns undefined if its vowels are not written.
 */
export function wordPhonemes(word: string): WordPhonemes | undefined {
  if (!/^[\u0621-\u0652]+$/.test(word) || !new RegExp(MARK).test(word)) return undefined;
  const progress = new Progress(lettersOf(word), word.replace(new RegExp(MARK, 'g'), ''));
  while (progress.at < progress.letters.length) {
    let said = NONE;
    for (const [, say] of LETTER_RULES) if ((said = say(progress))) break;
    if (said === UNKNOWN) return undefined;
    progress.at += said;
  }
  const { names, stem, wasl } = progress;
  if (!names.length) return undefined;
  // Tanwin is a vowel and n.
  const phonemes = names.flatMap((name) =>
    /^[aiu]n$/.test(name) ? [phoneme(name[0]!), phoneme('n')] : [phoneme(name)],
  );
  const isTanwin = /^[aiu]n$/.test(names.at(-1) ?? '');
  const ending = word.endsWith('ى') ? 'ى' : isTanwin ? 'tanwin' : '';
  return { phonemes, stem, wasl, ending };
}
