/**
 * The vowels of numbers in words, which grammar tells: their own, and the ending of each by the case of
 * the number (العدد: Wright, A Grammar of the Arabic Language, I and II, The Numerals; Ryding, A
 * Reference Grammar of Modern Standard Arabic, ch. 15). Digits one by one are each in pausal form. Knows
 * nothing of the nets; a text is one character for each letter, without marks.
 */
import { listedNoun } from '../spoken/counted.js';
import { PREPOSITIONS } from '../spoken/governing-words.js';
import { governor, REACH } from '../spoken/governor.js';
import type { Governed } from '../spoken/number-words.js';
import { nounEnds } from '../spoken/numerals/following-noun.js';
import { TIMES } from '../spoken/numerals/word-lists.js';
import { lettersOf } from './lexicon.js';
import { Mark, UNKNOWN } from './letters.js';

/** The mark of a letter of the text. */
export type KnownMark = readonly [at: number, mark: number];

/** How a word of numbers ends, and what may come right after it. */
type Kind =
  /** ثلاثة, ثلاث: before what it counts, ألف or عشر. */
  | 'unit'
  /** واحد, واحدة: follows its noun. */
  | 'one'
  /** Its form tells its case, and it never changes otherwise. */
  | 'fixed'
  /** مئة, ثلاثمئة, ألف, مليون, ملايين: before what it counts, in the genitive. */
  | 'scale'
  /** ألفا, مليونا: after 11 to 99. */
  | 'counted'
  /** ثلاثا: an object. */
  | 'object';

interface NumberWord {
  readonly kind: Kind;
  readonly marks: readonly number[];
  readonly case: 'nominative' | 'oblique' | 'accusative' | undefined;
  readonly isDigit: boolean;
}

const TABLE: Readonly<Record<Kind, string>> = {
  unit: 'ثَلَاثَة أَرْبَعَة خَمْسَة سِتَّة سَبْعَة ثَمَانِيَة تِسْعَة عَشَرَة ثَلَاث أَرْبَع خَمْس سِتّ سَبْع ثَمَانِي تِسْع عَشْر',
  one: 'صِفْر وَاحِد وَاحِدَة',
  fixed:
    'إِحْدَى أَحَدَ اثْنَانِ اثْنَيْنِ اثْنَتَانِ اثْنَتَيْنِ اثْنَا اثْنَيْ اثْنَتَا اثْنَتَيْ ' +
    'عِشْرُونَ ثَلَاثُونَ أَرْبَعُونَ خَمْسُونَ سِتُّونَ سَبْعُونَ ثَمَانُونَ تِسْعُونَ ' +
    'عِشْرِينَ ثَلَاثِينَ أَرْبَعِينَ خَمْسِينَ سِتِّينَ سَبْعِينَ ثَمَانِينَ تِسْعِينَ ' +
    'مِئَتَانِ مِئَتَيْنِ مِئَتَا مِئَتَيْ أَلْفَانِ أَلْفَيْنِ أَلْفَا أَلْفَيْ مِلْيُونَانِ مِلْيُونَيْنِ مِلْيُونَا مِلْيُونَيْ ' +
    'مِلْيَارَانِ مِلْيَارَيْنِ مِلْيَارَا مِلْيَارَيْ ثَمَانٍ',
  scale:
    'مِئَة مِائَة أَلْف آلَاف مِلْيُون مَلَايِين مِلْيَار مِلْيَارَات بِلْيُون تِرِيلْيُون تِرِيلْيُونَات ثَلَاثُمِئَة أَرْبَعُمِئَة خَمْسُمِئَة سِتُّمِئَة ' +
    'سَبْعُمِئَة ثَمَانِيمِئَة ثَمَانِمِئَة تِسْعُمِئَة ثَلَاثُمِائَة أَرْبَعُمِائَة خَمْسُمِائَة سِتُّمِائَة سَبْعُمِائَة ثَمَانِمِائَة تِسْعُمِائَة',
  counted: 'أَلْفًا مِلْيُونًا مِلْيَارًا تِرِيلْيُونًا',
  object: 'ثَلَاثًا أَرْبَعًا خَمْسًا سِتًّا سَبْعًا ثَمَانِيًا تِسْعًا وَاحِدًا',
};

function caseOf(word: string, kind: Kind): NumberWord['case'] {
  if (kind === 'object') return 'accusative';
  if (kind !== 'fixed' || /^(?:إحدى|أحد|ثمان)$/.test(word)) return undefined;
  return /(?:ون|ان|ا)$/.test(word) ? 'nominative' : 'oblique';
}

const WORDS = new Map<string, NumberWord>();
for (const kind of Object.keys(TABLE) as Kind[])
  for (const vocalised of TABLE[kind].split(' ')) {
    const { word, marks } = lettersOf(vocalised.replace(/([\u064e-\u0650])\u0651/g, '\u0651$1'));
    const isDigit = /^(?:صفر|واحد|اثنان|.{3,6}ة)$/.test(word) && /unit|one|fixed/.test(kind);
    WORDS.set(word, {
      kind,
      marks,
      case: caseOf(word, kind),
      isDigit: isDigit && !/^(?:عشرة|واحدة)$/.test(word),
    });
  }

interface Token extends NumberWord {
  readonly word: string;
  /** Where the word begins, with what is written onto it; where the number does. */
  readonly at: number;
  readonly start: number;
  readonly end: number;
  readonly before: string;
}

const WORD = /[ء-ي]+/g;
const PREFIX = /^([وف]?(?:[بكل]?ال|لل|[بلك])?)([ء-ي]+)$/;

/** The numbers of a text: words that are one number, joined by و or one after the other. */
function numbersIn(text: string): Token[][] {
  const numbers: Token[][] = [];
  let last: Token | undefined;
  for (const { 0: whole, index } of text.matchAll(WORD)) {
    const token = tokenOf(whole, index);
    const touches = last && token && text.slice(last.end, index) === ' ';
    // ثلاثة رجال and خمسة: another number; ثلاثة وعشرون: one.
    const joins = touches && (token.before === '' || /^و(?:ال)?$/.test(token.before));
    if (token && joins) numbers.at(-1)!.push(token);
    else if (token) numbers.push([token]);
    last = token;
  }
  return numbers;
}

function tokenOf(whole: string, at: number): Token | undefined {
  for (const before of ['', PREFIX.exec(whole)?.[1] ?? '', /^[وفبلك]/.exec(whole)?.[0] ?? '']) {
    const word = whole.slice(before.length);
    const known = WORDS.get(word);
    if (known && !/^[وف]?ل?$/.test(word))
      return { ...known, word, at, start: at + before.length, end: at + whole.length, before };
  }
  return undefined;
}

/** Words that are no number by themselves as often as they are one. */
const OPEN =
  /^(?:خمس|سبع|تسع|عشر|ست|ألف|ألفا|ألفان|أحد|إحدى|واحد|واحدة|ثلاث|أربع|ثمان|ثماني|خمسا|سبعا|تسعا|ستا)$/;

/** الْخَامِسَ عَشَرَ, الْخَامِسَةَ عَشْرَةَ: both parts never change (Wright I, The Numerals). */
const ORDINAL_TEEN =
  /(?<![ء-ي])(?:[وف]?[بك]?ال|[وف]?لل|[وف])?(?:ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|حادي|ثاني)(?:(ة) عشرة| عشر)(?![ء-ي])/g;
/** بين عامَيْ ألفين…, يومَيْ السبت والأحد: two years, two days, and no adjective. */
const DUAL =
  /(?<![ء-ي])[وفبل]?(?:عام|سنت|يوم|ليلت|شهر|قرن|مادت|دور)ي(?= (?:ألف|[ء-ي]{3,6}مئة|مئت|ال(?:سبت|أحد|اثنين|ثلاثاء|أربعاء|خميس|جمعة|أول|أولى|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر|حادي|عشر|ثلاثين)|يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر))/g;

/** القرنين الثالث والرابع الهجريَّيْنِ: two, and no more. */
const DUAL_ADJECTIVE = /(?<=(?:القرنين|العامين)[ء-ي ]{0,40} )ال(?:هجري|ميلادي)ين(?![ء-ي])/g;

function* fixedVowels(text: string): Generator<KnownMark> {
  for (const { 0: whole, 1: woman, index } of text.matchAll(ORDINAL_TEEN)) {
    const end = index + whole.length;
    const ten = woman ? 4 : 3;
    const before = end - ten - 2;
    // The ي of الحادي عشر and الثاني عشر bears no vowel there.
    if (text[before] !== 'ي') yield [before, Mark.Fatha];
    if (woman) yield [before - 1, Mark.Fatha];
    yield [end - ten, Mark.Fatha];
    yield [end - ten + 1, woman ? Mark.Sukun : Mark.Fatha];
    yield [end - ten + 2, Mark.Fatha];
    if (woman) yield [end - 1, Mark.Fatha];
  }
  for (const { 0: whole, index } of text.matchAll(DUAL)) {
    const end = index + whole.length - 1;
    yield [end - 1, Mark.Fatha];
    yield [end, Mark.Sukun];
  }
  for (const { 0: whole, index } of text.matchAll(DUAL_ADJECTIVE)) {
    const end = index + whole.length - 1;
    yield [end - 2, Mark.ShaddaFatha];
    yield [end - 1, Mark.Sukun];
    yield [end, Mark.Kasra];
  }
}

/** The marks of all numbers of a text. */
export function* numberVowels(text: string): Generator<KnownMark> {
  yield* vowelsOfNumbers(text);
  yield* fixedVowels(text);
}

function* vowelsOfNumbers(text: string): Generator<KnownMark> {
  let previous: { end: number; governed: Governed } | undefined;
  for (const tokens of numbersIn(text)) {
    const first = tokens[0]!;
    const last = tokens.at(-1)!;
    // 5 آلاف: the digits are what is counted by.
    if (/0[ -]?$/.test(text.slice(0, first.at))) continue;
    const rest = text.slice(last.end);
    const next = /^ ([ء-ي]+)/.exec(rest)?.[1] ?? '';
    const isCounted = isBare(next) && !!listedNoun(next, true);
    // كل واحد سبعة أيام
    const isCode = tokens.length > 2 || !isCounted;
    if (isCode && tokens.length > 1 && tokens.every(({ isDigit, before }) => isDigit && !before)) {
      // صفر خمسة خمسة
      for (const { word, marks, start } of tokens)
        for (let i = 0; i < word.length; i++)
          yield [start + i, i === word.length - 1 ? Mark.Sukun : marks[i]!];
      continue;
    }
    // ثلاثة فاصلة خمسة; but نقطة واحدة is one point.
    if (
      next === 'فاصلة' ||
      (next === 'نقطة' && tokenAfter(rest)) ||
      (/(?:فاصلة|نقطة) $/.test(text.slice(0, first.at)) && first.word !== 'واحدة')
    ) {
      const { word, end, kind } = last;
      yield* vowelsOf(last, tokens.length - 1, tokens, undefined, false, false);
      if (kind !== 'fixed' && /[^يا]$/.test(word)) yield [end - 1, Mark.Sukun];
      if (next === 'فاصلة' || (next === 'نقطة' && tokenAfter(rest)))
        yield [end + next.length, Mark.Sukun];
      if (tokens.length === 1) continue;
    }
    if (
      tokens.length === 1 &&
      OPEN.test(first.word) &&
      !(isCounted && !/^(?:واحدة?|أحد|إحدى)$/.test(first.word))
    )
      continue;
    const governed = caseOfNumber(text, tokens, next, previous);
    previous = {
      end: last.end,
      governed: governed === 'accusative' || governed === 'genitive' ? governed : false,
    };
    for (const [i, token] of tokens.entries())
      yield* vowelsOf(token, i, tokens, governed, isBare(next), /^ال/.test(next));
    yield* nounVowels(text, last, next, tokens.length > 1);
  }
}

/** Whether a number follows the next word: ستة نقطة خمسة, and not 12 points. */
const tokenAfter = (rest: string): boolean => {
  const word = /^ [ء-ي]+ ([ء-ي]+)/.exec(rest)?.[1];
  return !!word && !!tokenOf(word, 0);
};

type Case = 'nominative' | 'genitive' | 'accusative' | undefined;

/** The case of a number: what its form shows, else what governs it. */
function caseOfNumber(
  text: string,
  tokens: readonly Token[],
  next: string,
  previous: { end: number; governed: Governed } | undefined,
): Case {
  const { at, before } = tokens[0]!;
  const shown = tokens.map((token) => token.case).find(Boolean);
  if (shown === 'nominative' || shown === 'accusative') return shown;
  const clause = text.slice(Math.max(0, at - REACH), at);
  const noun = listedNoun(next, true);
  const counts = noun && (noun.people ? 'people' : TIMES.includes(noun.one) ? 'time' : 'things');
  // A number joined to another shares its case: ثلاثة رجال وخمس نساء.
  const isJoined =
    previous && /^[وف]/.test(before) && !/[.،؛:؟!\n]/.test(text.slice(previous.end, at));
  const governed = isJoined ? previous.governed : governor(clause, before, counts);
  // الأعوام الثلاثة, and آلاف by itself: a noun like others, for which a preposition alone is plain.
  const isNoun =
    /ال|لل/.test(before) ||
    (tokens.length === 1 && tokens[0]!.kind === 'scale' && !/ئة$/.test(tokens[0]!.word));
  const isPlain =
    /[بلك]/.test(before.replace('ال', '')) ||
    PREPOSITIONS.includes(/\S+(?= $)/.exec(clause)?.[0] ?? '');
  if (governed && (!isNoun || isPlain)) return governed;
  return shown === 'oblique' || isNoun ? undefined : 'nominative';
}

const ENDINGS = {
  nominative: { full: Mark.Dammatan, joined: Mark.Damma },
  genitive: { full: Mark.Kasratan, joined: Mark.Kasra },
  accusative: { full: Mark.Fathatan, joined: Mark.Fatha },
} as const;

const PROCLITIC: Readonly<Record<string, number>> = {
  و: Mark.Fatha,
  ف: Mark.Fatha,
  ب: Mark.Kasra,
  ك: Mark.Fatha,
};

function* vowelsOf(
  token: Token,
  index: number,
  tokens: readonly Token[],
  governed: Case,
  isFollowed: boolean,
  isDefiniteNext: boolean,
): Generator<KnownMark> {
  const { word, kind, start, at, before } = token;
  const marks = [...token.marks];
  const after = tokens[index + 1];
  const previous = tokens[index - 1];
  const end = marks.length - 1;
  const isTeen = /^عشرة?$/.test(word) && !!previous && !before.startsWith('و');
  const beforeTen = !!after && /^عشرة?$/.test(after.word) && !after.before;
  /** Whether what it counts comes right after. */
  const isJoined = after
    ? !after.before.startsWith('و')
    : isFollowed || (kind === 'scale' && isDefiniteNext);
  const isDefinite = /ال|لل/.test(before);
  /** ثلاثة آلاف, مئة ألف; and ألفا after 11 to 99. */
  const afterNumber = !!previous && !before && !isTeen;
  if (isTeen) {
    // ثلاثة عَشَرَ, ثلاث عَشْرَةَ
    marks[1] = word === 'عشر' ? Mark.Fatha : Mark.Sukun;
    marks[end] = Mark.Fatha;
  } else if (beforeTen) {
    if (kind !== 'fixed') marks[end] = Mark.Fatha;
  } else if (kind === 'unit' || kind === 'one' || kind === 'scale') {
    let own: Case = afterNumber ? 'genitive' : governed;
    // خمسة وعشرون ألف كتاب
    if (afterNumber && kind === 'scale' && /^(?:عشر|عشرة|.*[وي]ن)$/.test(previous.word))
      own = 'accusative';
    const doubled = /^ست$/.test(word) ? Mark.Shadda : 0;
    const isPlural = word === 'ملايين';
    const hundred = /^(.+?)ما?ئة$/.exec(word);
    if (hundred && hundred[1] !== 'ثماني') {
      // ثَلَاثُمِئَةٍ: three has the case, the hundred is genitive.
      const three = hundred[1]!.length - 1;
      const vowel = governed ? ENDINGS[governed].joined : UNKNOWN;
      marks[three] = /^ست/.test(word) && vowel !== UNKNOWN ? vowel + Mark.Shadda : vowel;
      own = 'genitive';
    } else if (hundred) own = 'genitive';
    if (word === 'ثماني') marks[end] = own === 'accusative' ? Mark.Fatha : Mark.None;
    else if (!own) marks[end] = UNKNOWN;
    // A plural of this pattern has no tanwin, and fatha for the genitive.
    else if (isPlural && !isJoined && !isDefinite)
      marks[end] = own === 'nominative' ? Mark.Damma : Mark.Fatha;
    else {
      const isPlain = isJoined || isDefinite;
      const vowel =
        ENDINGS[own][isPlain && !(kind === 'one') ? 'joined' : isDefinite ? 'joined' : 'full'];
      // Where a consonant bears tanwin of fatha an alif is written, which stands there or not.
      marks[end] = vowel === Mark.Fathatan && !/[ةء]$/.test(word) ? UNKNOWN : vowel + doubled;
    }
  }
  // بِثلاثة, وَلِثلاثة; the article is the lexicon's.
  if (!isDefinite)
    for (const [i, letter] of [...before].entries())
      yield [at + i, PROCLITIC[letter] ?? Mark.Kasra];
  else if (/^[وفبك]/.test(before)) yield [at, PROCLITIC[before[0]!]!];
  for (const [i, mark] of marks.entries()) {
    const isSun = isDefinite && i === 0 && /^[تثدذرزسشصضطظلن]/.test(word) && mark < Mark.Sukun;
    if (mark !== UNKNOWN && !(i === 0 && word[0] === 'ا' && isDefinite))
      yield [start + i, isSun && mark ? mark + Mark.Shadda : mark];
  }
}

/** A word that nothing is written onto: what a number counts. */
const isBare = (word: string): boolean =>
  word.length > 1 &&
  !/^(?:ال|لل|وال|بال|في$|من$|على$|إلى$|عن$|مع$|قبل$|بعد$|خلال$|أو$|ثم$|أن$|إن$|فقط$|منهم|منها|فاصلة$|نقطة$)/.test(
    word,
  ) &&
  !(/^[وفبلك]/.test(word) && !listedNoun(word, true) && !!listedNoun(word.slice(1), true)) &&
  !/^[وب]\p{L}{3,}$/u.test(listedNoun(word, true) ? '' : word);

/**
 * Plurals without tanwin, whose genitive ends in a (الممنوع من الصرف: Wright I, the diptotes; Ryding 5):
 * مدارس and مفاتيح, وزراء and أصدقاء; but not أعضاء, whose أ is none of its root.
 */
const DIPTOTE =
  /^(?:[^ا].ا[^ا][^اةىيء]|[مل]آ.[^اةىيت]|[^ا].ا.ي[^ةاى]|[^أ]..اء|أ...اء|أ(?:مر|من|دب|طب|شق|شي|جر|جل|عز|حب)اء)$/;
/** Of those, they whose last letter is two: مَوَادَّ. */
const DOUBLED = /^(?:مواد|مهام|محال|مقار|مضار|خواص|دواب)$/;
/** Sound plurals of men, and foreign units. */
const INVARIABLE = /ين$|(?:بايت|واط|بكسل)$/;

/**
 * The noun after 3 to 10 is a genitive plural (وُزَرَاءَ, رِجَالٍ), after 11 to 99 an accusative and after a
 * hundred or more a genitive singular: سَنَةً, سَنَةٍ.
 */
function* nounVowels(
  text: string,
  last: Token,
  next: string,
  isLong: boolean,
): Generator<KnownMark> {
  const at = last.end + next.length;
  const isTeen = isLong && !last.before && /^عشرة?$/.test(last.word);
  if (last.kind === 'unit' && !isTeen && listedNoun(next, true)?.form === 'many') {
    // ثلاثة وزراءِ خارجية: a noun that is itself joined to another ends as others do.
    if (!nounEnds(text, at + 1)) return;
    if (DIPTOTE.test(next)) yield [at, Mark.Fatha];
    else if (DOUBLED.test(next)) yield [at, Mark.ShaddaFatha];
    else if (/(?:[^اىيو]|اء)$/.test(next) && !INVARIABLE.test(next)) yield [at, Mark.Kasratan];
    return;
  }
  if (!/[^ا]ة$/.test(next) || listedNoun(next)?.form !== 'one') return;
  // What the noun is itself joined to takes its tanwin away.
  if (/^ ال/.test(text.slice(at + 1))) return;
  if (/(?:عشرة?|[وي]ن)$/.test(last.word) && last.word !== 'مليون') yield [at, Mark.Fathatan];
  else if (last.kind === 'scale' && !/^(?: [ء-ي]+)/.test(text.slice(at + 1)))
    yield [at, Mark.Kasratan];
}
