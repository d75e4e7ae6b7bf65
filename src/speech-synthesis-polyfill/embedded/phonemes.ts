/**
 * How vocalised Arabic is said: phonemes and stress of the words of a clause, in espeak-ng's names.
 * Its own Arabic rules are for bare letters: they know no hamzat al-wasl, and lose the article where
 * its lam has a sukun. A word that is not vocalised is left to them.
 */
import { GOD, LETTER_NAMES, MARK, pausal, SPELLINGS } from './spellings.js';
import { stressOf } from './stress.js';
import { phoneme, wordPhonemes, type Phoneme, type WordPhonemes } from './word-phonemes.js';

/** A word as it is said in its clause. */
export interface SaidWord extends WordPhonemes {
  /** As `spellings.ts` has it. */
  readonly written: string;
  /** The vowel that bears it. */
  stress?: Phoneme | undefined;
}

const bareOf = (word: string) => word.replace(new RegExp(MARK, 'g'), '');

const DIGIT = /^(?:صفر|واحد|اثنان|اثنين|ثلاثة|أربعة|خمسة|ستة|سبعة|ثمانية|تسعة)$/;

/** What a letter that stands alone is told of by: حرف ب, الفئة ب. */
const NAMED_BY_LETTER =
  /(?:حرف|فئة|مجموعة|فيتامين|نقطة|قسم|ملحق|خيار|فقرة|بند|شكل|شعبة|صف|نوع|باب|جدول)ا?$/;

/** Letters that are words as well, and their vowels. */
const PARTICLES: Readonly<Record<string, string>> = {
  ...{ و: 'وَ', ف: 'فَ', ب: 'بِ', ل: 'لِ', ك: 'كَ' },
};

type WordRule = readonly [name: string, rewrite: (words: readonly string[]) => readonly string[]];

/** What is said otherwise than it is written because of the words around it. */
const WORD_RULES: readonly WordRule[] = [
  // حرف ر
  [
    'letter names',
    (words) =>
      words.map((word, index) => {
        const letter = bareOf(word);
        const name = LETTER_NAMES[letter];
        if (!name) return word;
        const isNamed =
          index === words.length - 1 || NAMED_BY_LETTER.test(bareOf(words[index - 1] ?? ''));
        return (!isNamed && PARTICLES[letter]) || name;
      }),
  ],
  [
    'pause',
    (words) => words.map((word, index) => (index === words.length - 1 ? pausal(word) : word)),
  ],
];

/** The vowel that keeps a word's last consonant from the next word's first two. */
const HELPING: readonly (readonly [vowel: string, after: RegExp])[] = [
  ['a', /^(?:[وف]\u064E)?مِن/],
  // هُم, أنتُم; رَأَوْا, but لَوْ
  ['u', /[هكت]ُم|(?<!^(?:[وف]\u064E)?[لأ])\u064Eو\u0652?$/],
  ['i', /$/],
];

type ClauseRule = readonly [
  name: string,
  apply: (word: SaidWord, before: SaidWord | undefined) => void,
];

/** What a word is said like because of the word before it, or since there is none. */
const CLAUSE_RULES: readonly ClauseRule[] = [
  [
    'hamzat al-wasl is heard at the start',
    (word, before) => {
      if (!word.wasl || before) return;
      word.phonemes.unshift(phoneme('?'), phoneme(word.wasl));
      if (word.stem) word.stem += 2;
    },
  ],
  [
    'stress',
    (word) => {
      word.stress = word.phonemes[stressOf(word)];
    },
  ],
  [
    'a long vowel is short before hamzat al-wasl',
    (word, before) => {
      const end = before?.phonemes.at(-1);
      if (word.wasl && end?.isVowel) end.name = end.name[0]!;
    },
  ],
  [
    'a vowel helps before hamzat al-wasl',
    (word, before) => {
      if (!word.wasl || !before || before.phonemes.at(-1)!.isVowel) return;
      before.phonemes.push(phoneme(HELPING.find(([, after]) => after.test(before.written))![0]));
    },
  ],
  // اللَّه, but بِاللَّه and بِسْمِ اللَّه
  [
    "the lam of God's name is dark but after i",
    ({ written, phonemes }, before) => {
      if (!GOD.test(written)) return;
      const lam = phonemes.findIndex(({ name }) => name === 'a:') - 2;
      if ((phonemes[lam - 1] ?? before?.phonemes.at(-1))?.name === 'i') return;
      for (const it of phonemes.slice(lam, lam + 2)) it.name = 'L';
    },
  ],
];

function sayClause(words: readonly string[]): (SaidWord | undefined)[] {
  const spelled = words.map((word) =>
    SPELLINGS.reduce((text, [, written, said]) => text.replace(written, said), word),
  );
  const clause = WORD_RULES.reduce(
    (list, [, rewrite]) => rewrite(list),
    spelled as readonly string[],
  ).map((written): SaidWord | undefined => {
    const said = wordPhonemes(written);
    return said && { ...said, written };
  });
  clause.forEach((word, index) => {
    if (word) for (const [, apply] of CLAUSE_RULES) apply(word, clause[index - 1]);
  });
  return clause;
}

/** Digits that are said one by one are each said as before a pause: صفرْ خمسةْ. */
function clausesIn(words: readonly string[]): string[][] {
  const isDigit = words.map((word) => DIGIT.test(bareOf(word)));
  const clauses: string[][] = [[]];
  words.forEach((word, index) => {
    clauses.at(-1)!.push(word);
    if (isDigit[index] && (isDigit[index - 1] || isDigit[index + 1])) clauses.push([]);
  });
  return clauses;
}

/**
 * @param words of one clause, in order, as they are written; a pause follows the last.
 * @returns for each how it is said, or undefined if its vowels are not written.
 */
export const sayWords = (words: readonly string[]): (SaidWord | undefined)[] =>
  clausesIn(words).flatMap(sayClause);

/** Consonants that darken the vowel after them. */
const EMPHATIC = /^(?:[st]\[|dH|Z)$/;

/** A word's phonemes with its stress, as espeak-ng takes them. */
export const inEspeakNames = ({ phonemes, stress }: SaidWord): string =>
  phonemes
    .map((it, index) => {
      const isDark = it.isVowel && EMPHATIC.test(phonemes[index - 1]?.name ?? '');
      return `${it === stress ? "'" : ''}${isDark ? it.name.replace(/^./, '$&.') : it.name}`;
    })
    .join('|');
