/**
 * Which marks can stand side by side in an Arabic word: its syllables (no two consonants open one,
 * two end one only before a pause), its letters of length, the seats of hamza, tanwin and the article.
 * Sources: Wright, A Grammar of the Arabic Language, I, orthography; Ryding, A Reference Grammar of Modern
 * Standard Arabic, chapter 2. Knows no vocabulary.
 */
import { Mark } from './letters.js';
import { formCheck, vowelOf } from './word-forms.js';

export const SUN = 'تثدذرزسشصضطظلن';

const isShort = (vowel: number) => vowel >= Mark.Fatha && vowel <= Mark.Kasra;
const isTanwin = (vowel: number) => vowel >= Mark.Fathatan && vowel <= Mark.Kasratan;

/** Where the lam of an article would stand; -1 where the letters allow none. */
const articleOf = (word: string) =>
  (/^[وفك]?[وبك]?ال(?=..)/.exec(word) ?? /^[وف]?لل(?=..)/.exec(word) ?? [''])[0].length - 1;

/** هم and its like behind a noun or a verb, where it cannot be of their root as in مساهم and يتفهم. */
const PRONOUN = /^(.{3,}[^اوي])ه(?:م|ما|ن)$/;
const NO_PRONOUN = /^[وفلب]?(?:[أيتنم]?ت?.?.|است.)هم$/;
/** The sound plural of women and things has no fatha: السَّيَّارَاتِ; but أوقات is of وقت. */
const PLURAL =
  /^(?!.{0,4}(?:أوقات|أصوات|أموات|أبيات|أقوات|نبات|ثبات|شتات|رفات|سبات|إثبات|إفلات|التفات|هيهات|ميقات)$).{3,}ات$/;
/** The article behind a preposition: a genitive, where its case is a vowel. */
const GOVERNED = /^[وف]?(?:[بك]ال|لل)..+[^اويىن]$/;

/** How many letters may be written onto the word that begins behind them. */
const proclitics = (word: string) => /^[وف]?[وبكلس]?/.exec(word)![0].length;

/**
 * Checks the readings of one word.
 *
 * @param word its letters, without marks
 * @returns whether the mark at a place can follow those before it; those behind are not looked at
 */
export function wordCheck(word: string): (marks: ArrayLike<number>, at: number) => boolean {
  const lam = articleOf(word);
  const clitics = proclitics(word);
  const end = word.length - 1;
  /** Behind these letters a word may begin. */
  const isStart = (at: number) => at <= clitics || at === lam + 1;
  const joins = (at: number) => word[at] === 'ا' && at <= Math.min(clitics, 2);

  const isForm = formCheck(word, lam);
  const pronoun = lam > 0 || NO_PRONOUN.test(word) ? -1 : (PRONOUN.exec(word)?.[1]!.length ?? -1);
  const isPlural = PLURAL.test(word);
  const isGoverned = GOVERNED.test(word);

  return (marks, at) => isSyllable(marks, at) && isForm(marks, at) && isEnding(marks, at);

  /** A letter; the ى of Egyptian and old prints is a ي where it bears a vowel or is none's length: فَهِىَ, شَىْءٍ. */
  function letterAt(marks: ArrayLike<number>, at: number): string {
    const letter = word[at]!;
    const isYa = letter === 'ى' && marks[at] !== Mark.None && at > 0;
    return isYa && (at < end || vowelOf(marks[at - 1]!) === Mark.Kasra) ? 'ي' : letter;
  }

  /** What the end of a word tells of its own vowel. */
  function isEnding(marks: ArrayLike<number>, at: number): boolean {
    const vowel = vowelOf(marks[at]!);
    if (at === pronoun) {
      // كِتَابُهُمْ, but كِتَابِهِمْ.
      const before = vowelOf(marks[at - 1]!);
      if (vowel === Mark.Kasra) return before !== Mark.Fatha && before !== Mark.Damma;
      return vowel !== Mark.Damma || before !== Mark.Kasra;
    }
    if (at < end) return true;
    if (isPlural && (vowel === Mark.Fatha || vowel === Mark.Fathatan)) return false;
    // No noun with the article ends in a sukun before a pause but for its pausal form, which is bare.
    if (
      vowel === Mark.Sukun &&
      lam > 0 &&
      at > lam + 2 &&
      !/[وي]/.test(word[at]!) &&
      isDefinite(marks)
    )
      return false;
    return !(isGoverned && isDefinite(marks) && (vowel === Mark.Fatha || vowel === Mark.Damma));
  }

  function isSyllable(marks: ArrayLike<number>, at: number): boolean {
    const letter = letterAt(marks, at);
    const mark = marks[at]!;
    const vowel = vowelOf(mark);
    const doubled = mark >= Mark.Shadda;
    const before = word[at - 1] ?? '';
    const last = vowelOf(at ? marks[at - 1]! : Mark.None);
    const isBareBefore = at > 0 && marks[at - 1] === Mark.None;

    // What the letter before asks of this one.
    if (isBareBefore && joins(at - 1)) {
      const kasra = at > 1 && vowelOf(marks[at - 2]!) === Mark.Kasra && letter !== 'ئ';
      // The alif that joins (هَمْزَةُ الوَصْل) is there because no vowel follows it.
      if ((at === 1 || kasra) && isShort(mark) && !(at === lam && word[at + 1] === 'ا'))
        return false;
    }
    if (
      at === lam &&
      mark === Mark.Kasra &&
      word[at - 1] === 'ا' &&
      at === 1 &&
      word[at + 1] !== 'ا'
    )
      return false;
    if (lam > 0 && at === lam + 1 && marks[at - 1]! === Mark.None) {
      if (!doubled || !SUN.includes(letter)) return false;
    } else if (at === lam + 1 && isArticle(marks) && marks[at - 1] === Mark.Sukun) {
      if (doubled || (SUN.includes(letter) && letter !== 'ت')) return false;
    }

    if (isTanwin(vowel)) {
      const isSeat = /[ةءأ]/.test(letter) || vowel !== Mark.Fathatan;
      const isEnd =
        at === end ? isSeat : vowel === Mark.Fathatan && at === end - 1 && /[اى]/.test(word[end]!);
      if (!at || !isEnd || isDefinite(marks)) return false;
    }
    if (doubled) {
      if (!at || 'اآىإة'.includes(letter)) return false;
      if (vowel === Mark.None && at < end) return false;
      if (!isShort(last) && !(isBareBefore && ('اوي'.includes(before) || at === lam + 1)))
        return false;
    }
    if (vowel === Mark.Sukun) {
      if (at ? last === Mark.Sukun : word !== 'بن') return false;
      if ('اآىةإ'.includes(letter)) return false;
      if ('وي'.includes(letter) && last !== Mark.Fatha && !isBareBefore) return false;
    }
    if (letter === 'ة')
      return at === end && vowel < Mark.Sukun && (last === Mark.Fatha || /[اآ]/.test(before));
    if (mark === Mark.None) return canBeBare(at, letter, before, last);
    switch (letter) {
      case 'ا':
        return isStart(at) && isShort(mark);
      case 'آ':
      case 'ى':
        return false;
      case 'إ':
        return vowel === Mark.Kasra;
      case 'أ':
        if (vowel === Mark.Kasra) return at === end;
        return isStart(at) || last !== Mark.Kasra;
      case 'ؤ':
        if (vowel === Mark.Kasra && at < end) return false;
        return last === Mark.Damma || vowel === Mark.Damma || vowel === Mark.Dammatan;
      case 'ئ':
        return (
          last === Mark.Kasra ||
          vowel === Mark.Kasra ||
          vowel === Mark.Kasratan ||
          before === 'ي' ||
          (before === 'ا' && vowelOf(marks[at - 2]!) === Mark.Kasra) ||
          (vowel === Mark.Sukun && at > 0 && joins(at - 1))
        );
      case 'ي':
        return isLight(at, last !== Mark.Kasra, mark);
      case 'و':
        return isLight(at, last !== Mark.Damma, mark);
    }
    return true;
  }

  /** Whether a w or y at the end can bear its u or i: the ones of القاضي and يدعو are silent. */
  function isLight(at: number, isOther: boolean, mark: number): boolean {
    const isHeavy = [Mark.Damma, Mark.Kasra, Mark.Dammatan, Mark.Kasratan].includes(mark);
    return isOther || at < end || isStart(at) || !isHeavy;
  }

  /** Whether the lam can be the article's: an alif that has a vowel is a hamza (اَلعاب for ألعاب). */
  function isArticle(marks: ArrayLike<number>): boolean {
    return lam > 0 && (word[lam - 1] !== 'ا' || marks[lam - 1] === Mark.None);
  }

  function isDefinite(marks: ArrayLike<number>): boolean {
    return (
      isArticle(marks) &&
      (marks[lam] === Mark.None || (marks[lam] === Mark.Sukun && !SUN.includes(word[lam + 1]!)))
    );
  }

  function canBeBare(at: number, letter: string, before: string, last: number): boolean {
    switch (letter) {
      case 'آ':
        return true;
      case 'ا':
        if (!at || last === Mark.Fatha) return true;
        if (at === end) return last === Mark.Fathatan || before === 'و';
        if (at === lam + 1) return last === Mark.Kasra;
        // مِائَة has an alif that nobody hears.
        if (before === 'م' && word[at + 1] === 'ئ') return last === Mark.Kasra;
        return last === Mark.Kasra && joins(at);
      case 'ى':
        // An Egyptian ي behind a sukun may be without its ending, as ي may: النهى for النهي.
        return (
          at === end &&
          (last === Mark.Sukun ||
            last === Mark.Fatha ||
            last === Mark.Fathatan ||
            last === Mark.Kasra)
        );
      case 'و':
      case 'ي':
        // The waw that tells عَمْرو from عُمَر is not heard.
        if (word.endsWith('عمرو')) return true;
        // At the end the ending of شَايٌ and رَأْيٌ may be left off.
        if (at === end && (last === Mark.Sukun || last === Mark.None)) return true;
        return at > 0 && last === (letter === 'و' ? Mark.Damma : Mark.Kasra);
      case 'ل':
        if (at === lam) return SUN.includes(word[at + 1]!);
    }
    return at === end || (at === end - 1 && word.endsWith('عمرو'));
  }
}
