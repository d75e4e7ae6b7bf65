/**
 * What a number written in digits is, and how it is said where it stands. One file, though long: the
 * rules are tried in order and each is only right after those before it.
 */
import type { SpokenPiece } from '../../core/spoken.js';
import {
  counted,
  guessGender,
  knownNoun,
  listedNoun,
  single,
  type KnownNoun,
  type Noun,
} from './counted.js';
import { dateWords, dayWords, MONTH, phoneWords, timeWords, yearWords } from './dates.js';
import { governor, PREPOSITIONS, REACH } from './governor.js';
import { MEASURE, MEASURES, MONEY_SIGN, type Measure } from './measures.js';
import {
  cardinal,
  definite,
  digits,
  fraction,
  LARGEST,
  ordinal,
  type Form,
  type Gender,
  type Governed,
} from './number-words.js';

/** A number in its place. */
interface Place {
  /** The whole text, its digits European. */
  readonly text: string;
  /** Where its digits begin. */
  readonly at: number;
  /** Where what is said for it begins: its sign, or what is attached to it. */
  readonly start: number;
  /** و ف ب ل ك ال, as written onto the digits. */
  readonly attached: string;
  /** The text before `start`, at most {@link REACH} of it. */
  readonly before: string;
  readonly region: string;
  /** A sign or code of money before the digits. */
  readonly money?: string;
  /** Its case, by what stands before it and by the noun that it counts. */
  readonly governed: (noun?: Noun) => () => Governed;
}

interface Number_ {
  readonly whole: string;
  readonly part: string;
  readonly end: number;
}

/**
 * @param flags without `u` for a pattern that refers back to what it has matched: WebKit then read the
 *   wrong character of Arabic text until 2026, https://bugs.webkit.org/show_bug.cgi?id=308046.
 */
const sticky = (
  source: string,
  flags = 'uy',
): ((text: string, at: number) => RegExpExecArray | null) => {
  const pattern = new RegExp(source, flags);
  return (text, at) => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
};

const GROUPED = sticky(
  String.raw`\d{1,3}([ \xa0\u202f,٬'’.])\d{3}(?:\1\d{3})*(?!\d)(?:(?!\1)[.,٫]\d+(?!\d|[.,]\d))?`,
  'y',
);
const PLAIN = sticky(String.raw`\d+(?:[.,٫]\d+(?![.,]\d))?`);
const COMPOUND = sticky(
  String.raw`\d[\d.,٬٫'’]{0,20}(?:[ \xa0\u202f]\d{3}){0,4}(?:[./:]|\s?[-–—−/]|(?<=\.)\d)`,
);
const DOTTED = sticky(String.raw`\d{1,5}(?:\.\d{1,5}){2,}(?!\d)`);
const ISO = sticky(
  String.raw`(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:T(\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?(?!\d)`,
  'y',
);
const DATE = sticky(String.raw`(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)`, 'y');
const CLOCK = String.raw`(\d{1,2}):(\d{2})(?::(\d{2}))?(?![\d:])`;
const TIME = sticky(CLOCK);
const TIMES = sticky(String.raw`${CLOCK}\s?[-–—]\s?${CLOCK}`);
const HALF_OF_DAY = sticky(String.raw`\s?(ص|م|صباحًا|AM|PM|am|pm|a\.m|p\.m)(?![\p{L}\p{M}])\.?`);
const PART_OF_DAY =
  /^\s*(?:صباح|مساء|ظهر|عصر|فجر|ليل|بعد|قبل|من (?:صباح|مساء|بعد|فجر|ظهر|ليل|عصر))/;
const RATIO = sticky(String.raw`(\d{1,6}):(\d{1,6})(?![\d:])`);
const SLASH = sticky(String.raw`(\d{1,4})\s?/\s?(\d{1,4})(?![\d/])`);
const PHONE = sticky(String.raw`\d(?:[ \xa0\-.()]{0,2}\d){5,14}(?!\d)`);
const DASH = sticky(String.raw`\s?[-–—−]\s?(?=\d)`);
const SCALE = sticky(
  String.raw`[ \xa0]?(ألف|الف|آلاف|مليونا?|ملايين|مليارا?|مليارات|بليون|بلايين|تريليونا?|تريليونات)(?![\p{L}\p{M}])`,
);
const UNIT = sticky(String.raw`[ \xa0]?(${MEASURE})`);
const MONTH_AFTER = sticky(
  String.raw`(?:[ \xa0]من[ \xa0]|[ \xa0]?)(${MONTH})(?:[ \xa0]?/?[ \xa0]?(عام|سنة)?[ \xa0]?(\d{4})(?!\d))?`,
);
/** 5 و6 يوليو: the month is said once. */
const DAY_AFTER = sticky(String.raw`[ \xa0]?(?:و|إلى|حتى)[ \xa0]?\d{1,2} ${MONTH}`);
/** Its full stop ends the sentence as well, if nothing follows. */
const ERA = sticky(String.raw`[ \xa0]?(هـ?|ق\. ?م|م)(?:\.(?!\s*$)|(?![\p{L}\p{M}\p{N}ـ]))`);
const WORD = sticky(String.raw`[ \xa0]([\p{L}\p{M}ـ]+)`);
const VULGAR: Readonly<Record<string, string>> = { '½': '5', '¼': '25', '¾': '75' };

const genitive = () => 'genitive' as const;

/** A number with nothing after it that it counts. */
const alone = (governed: () => Governed, gender: Gender = 'm'): Form => ({
  gender,
  governed,
  followed: false,
});

/** A number that names a thing and counts none: رقم اثنين وعشرين. */
const cited = (n: number, gender?: Gender): string => cardinal(n, alone(genitive, gender));
const bare = (word: string): string => word.replace(/[\p{M}ـ]/gu, '');
const MONTH_BEFORE = new RegExp(`(?:^|[^\\p{L}])${MONTH}\\s?/?\\s?$`, 'u');
const MONEY_BEFORE = new RegExp(`(?<![A-Za-z])(${MONEY_SIGN})[ \\xa0]?$`, 'u');

/** Words after a number that it does not count. */
const NOT_COUNTED =
  /^(?:[وفبلك]?ال.*|لل.*|أو|ثم|أن|إن|أي|قد|لا|لم|لن|ما|هو|هي|هم|كان|كانت|فقط|تقريبا|أيضا|منها|منهم|منه|فيها|فيه|بينهم|بينها|حسب|وفقا?|أمس|اليوم|غدا|إذ|حيث|بينما|و?لكن|بالما?ئة|و?قال|قالت|وأضاف|تم|جاء|وصل|شارك|صباحا|مساء|ليلا|ظهرا|فجرا|عصرا|سنويا|يوميا|شهريا)$/;
const PREPOSITION_AHEAD =
  /^(?:\s*(?:[.،؛:!؟)\]»"]|$)|\s+(?:في|من|على|إلى|عن|مع|بعد|قبل|خلال|منذ|حتى|بين|عند|لدى|[وب]\p{L}+|ل[يتل]\p{L}+|أو|ثم|فقط))/u;

/** Nouns whose number is an ordinal: المادة 5, القرن 21, البندان 3 و4. */
const RANKED =
  /(?:^|[^\p{L}])[وفبك]?(?:ال|لل)((?:قرن|فصل|باب|بند|طابق|جزء|مجلد|يوم|أسبوع|مركز|درس|موسم|فوج|لواء|محور|صف|شوط|شهر)(?:ين|ان)?|(?:ماد|فقر|دور|جول|مرحل|حلق|دقيق|نسخ|طبع|مرتب|محاضر|كتيب|فرق|دفع|نقط|سن|ليل|وحد|مر|آي)(?:ة|تين|تان|ات)|ذكرى|مواد|بنود|فصول|أبواب)\s?[(]?$/u;
const TIME_NOUNS = new Set(
  'يوم عام سنة شهر أسبوع ساعة دقيقة ثانية ليلة قرن عقد موسم متر كيلومتر مرة'.split(' '),
);

const isScale = (noun: Noun): boolean => /^(?:ألف|مليون|مليار|بليون|تريليون)$/.test(noun.one);

/** What is attached, and the words: ب + الثلاثين, ل + الثلاثين = للثلاثين, ال + الثلاثين = الثلاثين. */
function attach(attached: string, words: string): string {
  const prefix = attached.replace(/ـ/g, '');
  if (/لل$/.test(prefix)) return prefix + words.replace(/^ال/, '');
  if (/ال$/.test(prefix)) return prefix + words.replace(/^ال/, '');
  if (/ل$/.test(prefix) && words.startsWith('ال')) return `${prefix}ل${words.slice(2)}`;
  return prefix + words;
}

function readNumber(text: string, at: number, region: string): Number_ {
  const grouped = GROUPED(text, at);
  if (
    grouped &&
    /^[ \xa0\u202f]$/.test(grouped[1]!) &&
    /\d[ \xa0]?$/.test(text.slice(Math.max(0, at - 2), at))
  ) {
    return { ...readPlain(text, at) };
  }
  if (grouped) {
    const [found, separator = ''] = grouped;
    const pattern = new RegExp(`${separator === '.' ? '\\.' : separator}(?=\\d{3}(?!\\d))`, 'g');
    const groups = found.split(separator).length - 1;
    // 3.141 and 0,125 are decimals; 11.000, 1.234.567 and 1.234,5 are thousands.
    const decimal =
      groups === 1 &&
      (found.startsWith('0') ||
        (separator === '.' &&
          /^\d+\.\d+$/.test(found) &&
          !found.endsWith('0') &&
          !/^(?:MA|DZ|TN|LY)$/.test(region)));
    const money =
      separator === '.' &&
      groups === 1 &&
      /^[.\d]+$/.test(found) &&
      isThousandths(text, at + found.length);
    if (!decimal && !money) {
      const [whole = '', part = ''] = found.replace(pattern, '').split(/[.,٫]/);
      return { whole, part, end: at + found.length };
    }
  }
  return readPlain(text, at);
}

/** Whether a currency of a thousand parts follows: 5.250 د.ك are five dinars and 250 fils. */
const isThousandths = (text: string, end: number): boolean =>
  MEASURES.get(UNIT(text, end)?.[1] ?? '')?.part?.size === 1000;

function readPlain(text: string, at: number): Number_ {
  const [found] = PLAIN(text, at)!;
  const [whole = '', part = ''] = found.split(/[.,٫]/);
  const end = at + found.length;
  const vulgar = part ? undefined : VULGAR[text[end] ?? ''];
  return vulgar ? { whole, part: vulgar, end: end + 1 } : { whole, part, end };
}

const valueOf = (whole: string): number | undefined =>
  whole.length <= 15 && (whole.length === 1 || !/^0/.test(whole)) && +whole <= LARGEST
    ? +whole
    : undefined;

/** Digits one by one, with pauses in long runs. */
const spelled = (run: string): string =>
  run.length < 6
    ? digits(run)
    : (run.match(run.length % 4 ? /\d{3}(?=\d\d)|\d+/g : /\d{4}/g) ?? []).map(digits).join('، ');

/** Whole and decimals, as an abstract number: ثلاثة ونصف, ثلاثة فاصلة اثنان. */
function decimalWords(whole: string, part: string, form: Form): string {
  const value = valueOf(whole);
  const rest = part.replace(/0+$/, '');
  // واحد فاصلة خمسة: no واحدا before فاصلة.
  const plain: Form = { ...form, governed: () => form.governed() && 'genitive' };
  const exact = rest && !NAMED_PARTS[rest] ? plain : form;
  const start = value === undefined ? spelled(whole) : cardinal(value, exact);
  if (!rest) return start;
  const named = NAMED_PARTS[rest];
  if (named) return value === 0 ? named : `${start} و${named}`;
  const after =
    rest.startsWith('0') || rest.length > 2
      ? spelled(rest)
      : cardinal(+rest, { ...plain, gender: 'm', followed: false });
  return `${start} فاصلة ${after}`;
}

const NAMED_PARTS: Readonly<Record<string, string>> = { 5: 'نصف', 25: 'ربع', 75: 'ثلاثة أرباع' };

const piece = (start: number, end: number, spoken: string): SpokenPiece => ({
  source: { start, end },
  spoken,
});

/** One piece for the number and all that is attached to it. */
const said = (place: Place, end: number, words: string): SpokenPiece[] => [
  piece(place.start, end, attach(place.attached, words)),
];

function date(place: Place): SpokenPiece[] | undefined {
  const { text, at, region } = place;
  const iso = ISO(text, at);
  if (iso) {
    const words = dateWords(+iso[1]!, +iso[3]!, +iso[4]!, region);
    const time = iso[5] ? timeWords(+iso[5], +iso[6]!, undefined, true) : undefined;
    if (words) return said(place, at + iso[0].length, words + (time ? ` الساعة ${time}` : ''));
  }
  const found = DATE(text, at);
  if (!found) return undefined;
  const [whole, first, separator, second, year] = found as unknown as string[];
  if (year!.length === 2 && separator === '.') return undefined;
  const [day, month] = +second! > 12 && +first! <= 12 ? [+second!, +first!] : [+first!, +second!];
  const full = year!.length === 4 ? +year! : +year! + (+year! < 50 ? 2000 : 1900);
  const words = dateWords(full, month, day, region);
  return words === undefined ? undefined : said(place, at + whole!.length, words);
}

/** What stands between a governor and the second of two numbers: من … إلى, unless governed already. */
function between(place: Place, first: string, second: string): string {
  if (/(?:^|\s)[وف]?بين\s$/.test(place.before)) return `${first} و${second}`;
  const governed =
    place.attached.replace(/[وف]/g, '') ||
    PREPOSITIONS.has(/\S+(?=\s$)/.exec(place.before)?.[0] ?? '') ||
    /(?:^|\s)(?:ب?نسبة|عامي?|الساعة|رقم)\s$/.test(place.before);
  return `${governed ? '' : 'من '}${first} إلى ${second}`;
}

function time(place: Place): SpokenPiece[] | undefined {
  const { text, at, before } = place;
  if (/(?:نسبة|مقياس|معدل|نتيجة)\s$/.test(before)) return undefined;
  const one = (match: string[], period: boolean) =>
    timeWords(+match[1]!, +match[2]!, match[3] ? +match[3] : undefined, period);
  const both = TIMES(text, at);
  const found = both ?? TIME(text, at);
  if (!found) return undefined;
  const { end, period, words: suffix } = partOfDay(text, at + found[0].length);
  const words = one(found, period);
  const other = both && one(['', ...both.slice(4)], period);
  if (!words || (both && !other)) return undefined;
  return said(place, end, (other ? between(place, words, other) : words) + suffix);
}

function phone(place: Place): SpokenPiece[] | undefined {
  const { text, at, before } = place;
  const plus = text[at - 1] === '+';
  const found = PHONE(text, at);
  if (!found) return undefined;
  const [run] = found;
  const named =
    /(?:هاتفه?ا?|تلفون|جوال|موبايل|محمول|فاكس|واتساب|الاتصال|اتصل|خط|الرقم(?: المدني)?)(?: على)?(?: الرقم| رقم)?\s?[:：]?\s?$/.test(
      before.replace(/\+$/, ''),
    );
  const long = /^0\d/.test(run) && run.replace(/\D/g, '').length > 6;
  if (!plus && !named && !long) return undefined;
  if (/^\d+$/.test(run) && !plus) return said(place, at + run.length, spelled(run));
  return said(place, at + run.length, phoneWords((plus ? '+' : '') + run));
}

function slashed(place: Place): SpokenPiece[] | undefined {
  const { text, at, before, region } = place;
  const found = SLASH(text, at);
  if (!found) return undefined;
  const [whole, first, second] = found as unknown as [string, string, string];
  const end = at + whole.length;
  const form = alone(place.governed());
  if (first.length === 4 && !(second.length === 4 && Math.abs(+second - +first) > 99)) {
    const next = second.length === 4 ? yearWords(+second) : cited(+second);
    return said(place, end, `${yearWords(+first)} ${next}`);
  }
  if (second.length === 4) {
    return said(place, end, `${cited(+first)} لسنة ${yearWords(+second, true)}`);
  }
  const dated =
    /(?:يوم|تاريخ|الموافق|السبت|الأحد|الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة)\s?$/.test(
      before,
    );
  const day = dated ? dateWords(undefined, +second, +first, region) : undefined;
  const part = fraction(+first, +second, form.governed, /^ ال/.test(text.slice(end, end + 3)));
  return said(place, end, day ?? part ?? `${cardinal(+first, form)} على ${cited(+second)}`);
}

/** صباحا, م, and whether the text tells no part of the day. */
function partOfDay(text: string, from: number): { end: number; period: boolean; words: string } {
  const half = HALF_OF_DAY(text, from);
  const end = from + (half?.[0].replace(/\.$/, '').length ?? 0);
  const period = !half && !PART_OF_DAY.test(text.slice(end, end + 20));
  return { end, period, words: half ? (/^[صaA]/.test(half[1]!) ? ' صباحا' : ' مساء') : '' };
}

const SPORT =
  /فاز|فوز|هزم|هزيمة|تغلب|خسر|خسارة|تعادل|نتيجة|مباراة|تأهل|سجل|الشوط|تقدم|حسم|انته[تى]|مجموع/;
const YEARS_APART = /(?:موسم|الدراسي|المالية?|دوري)\s$/;

function range(place: Place): SpokenPiece[] | undefined {
  const { text, at, before, region } = place;
  const first = readNumber(text, at, region);
  const dash = DASH(text, first.end);
  if (!dash) return undefined;
  const second = readNumber(text, first.end + dash[0].length, region);
  const [low, high] = [valueOf(first.whole), valueOf(second.whole)];
  if (low === undefined || high === undefined) return undefined;
  const governed = place.governed();
  const form = alone(governed);
  const years = first.whole.length === 4 && low > 999 && low < 2200 && !first.part && !second.part;
  if (years && YEARS_APART.test(before)) {
    return said(
      place,
      second.end,
      `${yearWords(low)} ${second.whole.length === 4 ? yearWords(high) : cited(high)}`,
    );
  }
  const sport = SPORT.test(before);
  if (!first.part && !second.part && low < 100 && high < 100 && (sport || low >= high))
    return said(place, second.end, `${cited(low)}${sport ? ' مقابل ' : ' '}${cited(high)}`);
  if (low + +`0.${first.part || 0}` >= high + +`0.${second.part || 0}`) {
    return said(place, second.end, `${cardinal(low, form)} ${cardinal(high, form)}`);
  }
  if (years && second.whole.length === 4)
    return said(place, second.end, between(place, yearWords(low), yearWords(high)));

  // The second number counts, and both agree with what it counts.
  const month = !first.part && !second.part && high <= 31 ? MONTH_AFTER(text, second.end) : null;
  if (month) {
    const rest = dated(text, month, second.end);
    return [
      ...said(
        place,
        second.end,
        `${between(place, dayWords(low), dayWords(high))}${hasOf(month) ? '' : ' من'}`,
      ),
      ...rest,
    ];
  }
  const rest = after(
    {
      ...place,
      governed: () => genitive,
      attached: '',
      start: first.end,
      at: first.end + dash[0].length,
    },
    second,
  );
  const spoken = rest[0]!.spoken;
  const unit = UNIT(text, second.end);
  const gender = unit ? MEASURES.get(unit[1]!)!.gender : genderAfter(place, second.end, low);
  const start = decimalWords(first.whole, first.part, { ...form, governed: genitive, gender });
  return [
    piece(place.start, rest[0]!.source.end, attach(place.attached, between(place, start, spoken))),
    ...rest.slice(1),
  ];
}

/** Whether من is written between the day and the month: then it is a word of its own. */
const hasOf = ([found]: RegExpExecArray): boolean => /^.من/.test(found!);

/** The pieces after a day's number: its month stays as it is, its year is said. */
function dated(text: string, month: RegExpExecArray, from: number): SpokenPiece[] {
  const [found, name, kind, year] = month as unknown as [string, string, string?, string?];
  const nameAt = from + found.indexOf(name);
  const pieces = hasOf(month) ? [] : [piece(from, nameAt, ' ')];
  const slash = name.indexOf('/');
  if (slash > 0) pieces.push(piece(nameAt + slash, nameAt + slash + 1, ''));
  if (!year) return pieces;
  const end = from + found.length;
  const yearAt = end - year.length;
  if (!kind) pieces.push(piece(nameAt + name.length, yearAt, ' '));
  const words = yearWords(+year, kind === 'سنة');
  pieces.push(piece(yearAt, end, kind ? words : `عام ${words}`));
  const era = ERA(text, end);
  if (era) pieces.push(piece(end, end + era[0].length, eraWords(era[1]!, false)));
  return pieces;
}

/** هـ, م and ق.م, after a year or a century. */
const eraWords = (era: string, century: boolean): string =>
  era.startsWith('ق')
    ? ' قبل الميلاد'
    : ` ${century ? 'ال' : ''}${era.startsWith('ه') ? 'هجري' : 'ميلادي'}${century ? '' : 'ة'}`;

/** The word right after a number, without diacritics and tatweel; or nothing. */
const wordAfter = (text: string, end: number): string => bare(WORD(text, end)?.[1] ?? '');

/** Attached to what is not counted: رقم 91 لسنة, 5 بنسبة. */
const isAttached = (word: string): boolean =>
  NOT_COUNTED.test(word) ||
  PREPOSITIONS.has(word) ||
  (/^[لبك]../.test(word) &&
    !listedNoun(word) &&
    (!!listedNoun(word.slice(1)) || /^ب[زمقنإ]....?ة$/.test(word)));

/** The noun right after a number, if that may count it. */
function nounAfter(text: string, end: number): KnownNoun | undefined {
  const word = wordAfter(text, end);
  return isAttached(word) ? undefined : knownNoun(word);
}

/** Another number that counts the same: بين 18 و25 درجة, من 2 إلى 4 أقدام. */
const AND_ANOTHER = sticky(String.raw`[ \xa0](?:و|أو |إلى |الى |حتى )\d[\d.,٫]*(?=[ \xa0]\p{L})`);

/** What counts things that are not named again: العظمى 45 درجة والصغرى 29, صوتت 143 لصالح القرار. */
const OF_FEMININE = /(?:العظمى|الصغرى|(?:صوت|امتنع|وافق|رفض|تأهل|انسحب)ت) $/;

function genderAfter(place: Pick<Place, 'text' | 'before'>, end: number, n: number): Gender {
  const { text, before } = place;
  end += AND_ANOTHER(text, end)?.[0].length ?? 0;
  const word = wordAfter(text, end);
  if (word === 'من') {
    const of = bare(/^ من ال([\p{L}\p{M}]+)/u.exec(text.slice(end, end + 40))?.[1] ?? '');
    return of ? (knownNoun(of)?.gender ?? guessGender(of, false)) : 'm';
  }
  if (!word || isAttached(word)) return OF_FEMININE.test(before) ? 'f' : 'm';
  if (/^(?:أخرى|أخريات)$/.test(word)) return 'f';
  const known = knownNoun(word);
  if (known) return known.gender;
  if (OF_FEMININE.test(before)) return 'f';
  const rest = n % 100;
  const next = WORD(text, end + word.length + 1)?.[1] ?? '';
  // 25 نفسا بشرية: the adjective knows.
  if (rest > 10 && /ا$/.test(word) && /ة$/.test(next)) return 'f';
  return guessGender(word, rest >= 3 && rest <= 10);
}

/** The number with what it counts: units, money, scales, nouns, decimals. */
function after(place: Place, number: Number_): SpokenPiece[] {
  const { text } = place;
  const { whole, part, end } = number;
  const value = valueOf(whole);
  const { money } = place;
  const scale = SCALE(text, end);
  const scaleEnd = scale ? end + scale[0].length : end;
  const found = UNIT(text, scaleEnd);
  const sign = money ?? found?.[1];
  const measure = sign === undefined ? undefined : MEASURES.get(sign);
  const measureEnd = money ? scaleEnd : scaleEnd + (found?.[0].length ?? 0);
  const governed = place.governed(scale ? nounAfter(text, scaleEnd) : undefined);
  const plain: Form = alone(governed);

  if (scale && value !== undefined) {
    const noun = knownNoun(scale[1]!.replace(/^الف$/, 'ألف').replace(/ا$/, ''))!;
    const next = wordAfter(text, scaleEnd);
    const joined =
      (!!measure && !measure.bare) || (!!next && !isAttached(next) && !/^و/.test(next));
    const [words, rest] = scaled(value, part, noun, plain.governed, joined);
    const pieces = words
      ? [...said(place, end, words), piece(end, scaleEnd, ` ${rest}`)]
      : said(place, scaleEnd, rest);
    if (!measure) return pieces;
    const unit = ` ${measure.bare ? measure.tail! : plainNoun(measure)}`;
    if (!money) return [...pieces, piece(scaleEnd, measureEnd, unit)];
    // The sign stood before the number: مليون is said for the dollars too.
    const last = pieces.pop()!;
    return [...pieces, { ...last, spoken: last.spoken + unit }];
  }
  if (measure && value !== undefined) return measured(place, number, measure, measureEnd);
  const percent = /[٪%]\s?$/.exec(place.before);
  if (percent) return said(place, end, `${decimalWords(whole, part, plain)} في المئة`);
  if (value === undefined) return said(place, end, decimalWords(whole, part, plain));
  return part ? fractional(place, number) : withNoun(place, value, end);
}

/** 1.5 مليون: مليون ونصف المليون; 1.2 مليون: مليون ومئتا ألف. */
function scaled(
  n: number,
  part: string,
  noun: Noun,
  governed: () => Governed,
  joined: boolean,
): [string, string] {
  const rest = part.replace(/0+$/, '');
  const named = NAMED_PARTS[rest];
  const size = { ألف: 1e3, مليون: 1e6, مليار: 1e9, بليون: 1e9, تريليون: 1e12 }[noun.one] ?? 1;
  if (rest && (!named || size === 1e3) && rest.length <= 3 && n < 1000) {
    const all = n * size + (size / 10 ** rest.length) * +rest;
    return ['', cardinal(all, { gender: 'm', governed, followed: joined })];
  }
  if (rest && !named) {
    return [decimalWords(String(n), rest, alone(governed)), noun.one];
  }
  if (named && n === 0) return ['', `${named} ${noun.one}`];
  const [number, thing] =
    n === 1 && (named || !joined)
      ? some(n, noun, governed)
      : counted(n, noun, governed, joined && !named);
  return [number, named ? `${thing} و${named} ال${noun.one}` : thing];
}

/** One of it without a number, or so many of them. */
const some = (n: number, noun: Noun, governed: () => Governed): [string, string] =>
  n === 1 ? ['', single(noun, governed)] : counted(n, noun, governed);

/** Units, money and percent; nouns with decimals too. */
function measured(
  place: Place,
  { whole, part, end }: Number_,
  measure: Measure,
  measureEnd: number,
): SpokenPiece[] {
  const governed = place.governed();
  const value = +whole;
  const rest = part.replace(/0+$/, '');
  const two = ([number, noun]: readonly [string, string]) =>
    number && !place.money
      ? [...said(place, end, number), piece(end, measureEnd, ` ${noun}`)]
      : said(place, measureEnd, [number, noun].filter(Boolean).join(' '));
  const { part: small, bare: isBare, adjective, tail, ...short } = measure;
  const named = NAMED_PARTS[rest];
  const places = String(small?.size).length - 1;
  if (!isBare && !rest) return two(counted(value, measure, governed));
  if (small && rest.length <= places) {
    const parts = some(+rest.padEnd(places, '0'), small, governed).filter(Boolean).join(' ');
    const [number, noun] = some(value, measure, governed);
    return two(value ? [number, `${noun} و${parts}`] : ['', parts]);
  }
  if (isBare || !named) {
    const words = decimalWords(whole, part, alone(governed));
    return two([words, isBare ? tail! : plainNoun(measure)]);
  }
  if (!value) return two(['', `${named} ${plainNoun(measure)}`]);
  const [number, noun] = some(value, short, governed);
  const after = [adjective && `ال${adjective}${measure.gender === 'f' ? 'ة' : ''}`, tail];
  return two([number, [noun, `و${named}`, `ال${measure.one}`, ...after.filter(Boolean)].join(' ')]);
}

const plainNoun = ({ one, gender, adjective, tail }: Noun): string =>
  [one, adjective && (gender === 'f' ? `${adjective}ة` : adjective), tail]
    .filter(Boolean)
    .join(' ');

/**
 * 3.5 درجة: ثلاث درجات ونصف الدرجة, where nothing more is said of the noun; 19.99 دولارا: its parts
 * are cents everywhere.
 */
function fractional(place: Place, number: Number_): SpokenPiece[] {
  const { whole, part, end } = number;
  const word = WORD(place.text, end);
  const noun = word && knownNoun(bare(word[1]!));
  if (!noun) {
    const form = alone(place.governed());
    return said(place, end, decimalWords(whole, part, form));
  }
  const governed = place.governed(noun);
  const wordEnd = end + word[0].length;
  const cents = part.length === 2 && /^(?:دولار|يورو)$/.test(noun.one) && MEASURES.get('$')!.part;
  const named = NAMED_PARTS[part.replace(/0+$/, '')];
  if (named ? PREPOSITION_AHEAD.test(place.text.slice(wordEnd, wordEnd + 20)) : cents) {
    const measure: Measure = { ...noun, money: false, ...(!named && cents && { part: cents }) };
    return measured({ ...place, governed: () => governed }, number, measure, wordEnd);
  }
  return said(place, end, decimalWords(whole, part, alone(governed)));
}

/** A whole number and the noun that it counts, if there is one. */
function withNoun(place: Place, n: number, end: number): SpokenPiece[] {
  const { text } = place;
  const word = WORD(text, end);
  const noun = nounAfter(text, end);
  const isDefinite = /(?:ال|لل)ـ*$/.test(place.attached);
  const governed = place.governed(noun);
  const gender = genderAfter(place, end, n);
  const followed = !!word && !isAttached(bare(word[1]!)) && !/^(?:أخرى|آخر)/.test(word[1]!);
  const form: Form = { gender, governed, followed };
  if (isDefinite) return said(place, end, definite(n, form));
  if (!noun || !word) return said(place, end, cardinal(n, form));

  const wordEnd = end + word[0].length;
  const ahead = text.slice(wordEnd, wordEnd + 20);
  const rest = n % 100;
  if (noun.form === 'accusative' || isScale(noun) || n === 0)
    return said(place, end, cardinal(n, form));
  if (n === 1 && noun.form === 'one') return said(place, wordEnd, counted(1, noun, governed)[1]);
  if (n === 2 || (n > 100 && (rest === 1 || rest === 2) && noun.form === 'one')) {
    return said(place, wordEnd, counted(n, noun, governed).filter(Boolean).join(' '));
  }
  const wants =
    rest >= 3 && rest <= 10 && noun.form === 'one'
      ? noun.many
      : rest > 10 && noun.form === 'one' && PREPOSITION_AHEAD.test(ahead)
        ? counted(11, noun, governed)[1]
        : undefined;
  const number = said(place, end, cardinal(n, form));
  return wants && wants !== noun.one ? [...number, piece(end, wordEnd, ` ${wants}`)] : number;
}

/** Ordinals: المادة 5, الذكرى الـ50, القرن 21; and the article's cardinals: الدول الـ27. */
function ranked(place: Place, n: number, end: number): SpokenPiece[] | undefined {
  const { before, attached, text } = place;
  const list = /[وف]/.test(attached) || /(?:و|إلى|حتى|،)\s?$/.test(before);
  const head = list ? before.replace(/\d(?:[\d\s(),،]|و|إلى|حتى)*$/u, '') : before;
  const named = RANKED.exec(head);
  const isDefinite = /(?:ال|لل)ـ*$/.test(attached);
  if (!n || NOT_RANKED.test(text.slice(end, end + 8))) return undefined;
  if (named && (isDefinite || !/[بلك]/.test(attached))) {
    const word = named[1]!;
    const gender: Gender = /[ةى]$|ت(?:ين|ان)$|[^ي]ات$|^مواد/.test(word) ? 'f' : 'm';
    const start = head.slice(0, named.index + (/^\p{L}/u.test(named[0]) ? 0 : 1));
    const governed = (): Governed =>
      /(?:لل|[بك]ال)\p{L}+\s?[(]?$/u.test(named[0]) ? 'genitive' : headGovernor(start);
    const words = ordinal(n, gender, governed);
    return said(place, end, words);
  }
  if (!isDefinite) return undefined;
  const words = before.trim().split(/[\s\xa0]+/);
  const last = words.at(-1) ?? '';
  const second = words.at(-2) ?? '';
  const strip = (word: string) => bare(word).replace(/^[وفبك]?(?:ال|لل)/, '');
  const withArticle = (word: string) => /^[وفبك]?(?:ال|لل)../.test(word);
  const many = (word: string) =>
    withArticle(word) &&
    (knownNoun(strip(word))?.form === 'many' ||
      (/(?:ات|ون|[^ن]ين|تين|ان)$/.test(word) && !knownNoun(strip(word))));
  const plural = many(second) ? second : many(last) ? last : undefined;
  const governed = place.governed();
  if (plural) {
    const gender = knownNoun(strip(plural))?.gender ?? guessGender(strip(plural), false);
    return said(
      place,
      end,
      definite(n, {
        gender,
        governed: () => headGovernor(before.slice(0, before.lastIndexOf(plural))),
        followed: false,
      }),
    );
  }
  if (/مجموعة$/.test(last))
    return said(
      place,
      end,
      definite(n, {
        gender: n === 7 || n === 8 ? 'f' : 'm',
        governed: genitive,
        followed: false,
      }),
    );
  // ال25 من عمره, سن ال15, ال5 فجرا: a year of one's life, an hour.
  if (
    /^ من عمر/.test(text.slice(end, end + 7)) ||
    (n < 100 && /^[بل]?(?:سن|عمر)$/.test(last)) ||
    (n < 13 && /^ (?:فجر|صباح|ظهر|عصر|مساء)/.test(text.slice(end, end + 6)))
  )
    return said(place, end, ordinal(n, 'f', genitive));
  if (withArticle(last) || (/(?:ه|ها|هم|نا)$/.test(last) && last.length > 3)) {
    if (nounAfter(text, end)) return undefined;
    const gender: Gender = /(?:ة|ى|اء|ته|تها|تهم|راها)$/.test(last) ? 'f' : 'm';
    return said(
      place,
      end,
      ordinal(
        n,
        gender,
        () => governed() || headGovernor(before.slice(0, before.length - last.length - 1)),
      ),
    );
  }
  return undefined;
}

/** Units, signs and decimals after a number make it no rank. */
const NOT_RANKED = /^(?:[.,٫]\d|\s?[٪%])/;

/** Of a definite noun that the number follows: a subject at the start and after its verb. */
const headGovernor = (before: string): Governed =>
  governor(before, '', undefined) ||
  (!/(?:^|[.!؟،:]|(?:^|\s)[وف]?(?:[تي]\p{L}+|\p{L}+ت|نص|كان|أصبح|بدأ|انطلق|انتهى|أقيم|عقد|صدر|حضر|شارك))\s*$/u.test(
    before,
  ) &&
    'genitive');

function day(place: Place, n: number, end: number): SpokenPiece[] | undefined {
  if (n < 1 || n > 31) return undefined;
  const month = MONTH_AFTER(place.text, end) ?? DAY_AFTER(place.text, end);
  if (!month) return undefined;
  if (!month[1]) return said(place, end, dayWords(n));
  return [
    ...said(place, end, `${dayWords(n)}${hasOf(month) ? '' : ' من'}`),
    ...dated(place.text, month, end),
  ];
}

/** Years: their gender from عام or سنة, their era after them. */
function year(place: Place, whole: string, end: number): SpokenPiece[] | undefined {
  const { text, before } = place;
  const n = +whole;
  // عامي 2019 و2021; but 99 سنة و3 أشهر.
  const list = /[وف]/.test(place.attached);
  const head = !list
    ? before
    : /\d[\d\s،و]*$/.test(before)
      ? before.replace(/\d[\d\s،و]*$/, '')
      : '';
  const named =
    /(?:^|[^\p{L}])[وفبلك]*(?:ال|لل)?(عام|عامي|أعوام|للأعوام|الأعوام|سنة|سنتي|سنوات)\s[(]?$/u.exec(
      head,
    );
  const century = /قرن\s$/.test(before);
  const era = ERA(text, end);
  const feminine = /^سن/.test(named?.[1] ?? '');
  const measuredAs =
    /(?:ارتفاع|طول|مسافة|عمق|مساحة|بعد|سباق|الـ?)\s?[\p{L}]*\s?$/u.test(before) && !named;
  const hasEra =
    era && (named || century || /^[هق]/.test(era[1]!) || (n > 999 && n < 2200 && !measuredAs));
  if (hasEra) {
    const eraEnd = end + era[0].length;
    const words = century ? ordinal(n, 'm', genitive) : yearWords(n, feminine);
    return [...said(place, end, words), piece(end, eraEnd, eraWords(era[1]!, century))];
  }
  if (whole.length > 4) return undefined;
  // السنة 8 للهجرة is the eighth.
  if (named && (n > 99 || !/(?:ال|لل)سنة\s[(]?$/.test(head))) {
    const next = nounAfter(text, end);
    if (/^سنوات|^أعوام/.test(named[1]!) && next) return undefined;
    return said(place, end, yearWords(n, feminine));
  }
  if (MONTH_BEFORE.test(before) && n > 999) return said(place, end, yearWords(n));
  const dates =
    /(?:^|\s)[وف]?(?:في|منذ|حتى|بحلول|خلال|بعد|قبل|من|إلى|عن|[بل]?(?:صيف|شتاء|ربيع|خريف|نهاية|بداية|مطلع|منتصف|أوائل|أواخر|موسم|مونديال|أولمبياد|انتخابات|حرب|ثورة|دستور|قانون|موازنة|ميزانية)|(?:كأس|دوري|بطولة) \p{L}+)\s$/u.test(
      before,
    );
  if (dates && n >= 1900 && n <= 2100) {
    const next = nounAfter(text, end);
    if (!next && !SCALE(text, end) && !UNIT(text, end)) return said(place, end, yearWords(n));
  }
  return undefined;
}

/**
 * What is said for the number whose digits begin at `at`.
 *
 * @param floor what is before it has been said already.
 * @returns pieces in order, the last of which ends after the number.
 */
export function sayNumber(text: string, at: number, floor: number, region: string): SpokenPiece[] {
  const near = text.slice(Math.max(floor, at - 12), at);
  const attached =
    /(?:(?<![\p{L}\p{M}\p{N}ـ.])[وفبلك]{0,3}(?:ال|لل)?ـ*|ـ+)$/u.exec(near)?.[0] ?? '';
  const money = attached ? undefined : MONEY_BEFORE.exec(near)?.[0];
  const signed = !attached && !money && /(?:^|[\s(،])[-−+]$/.test(near) ? near.at(-1)! : '';
  const start = at - (signed ? 1 : (money?.length ?? attached.length));
  const before = text.slice(Math.max(0, start - REACH), start);
  const place: Place = {
    text,
    at,
    start,
    attached,
    before,
    region,
    ...(money && { money: money.trim() }),
    governed: (noun) => {
      let known: Governed | undefined;
      const counts =
        noun && (noun.people ? 'people' : TIME_NOUNS.has(noun.one) ? 'time' : 'things');
      return () => (known ??= governor(before, attached, counts));
    },
  };

  // Most numbers are digits and a space: only what joins numbers makes them dates, times, ranges.
  const compound = COMPOUND(text, at);
  const whole = (compound && date(place)) ?? phone(place) ?? (compound && time(place));
  if (whole) return whole;
  const dotted = compound && DOTTED(text, at);
  if (dotted && !/^\d{1,3}(?:\.\d{3})+$/.test(dotted[0])) {
    const parts = dotted[0].split('.').map((run) =>
      decimalWords(
        run,
        '',
        alone(() => false),
      ),
    );
    return said(place, at + dotted[0].length, parts.join(' نقطة '));
  }
  const ratio = compound && RATIO(text, at);
  if (ratio) {
    const form = alone(place.governed());
    return said(
      place,
      at + ratio[0].length,
      `${decimalWords(ratio[1]!, '', form)} إلى ${decimalWords(ratio[2]!, '', { ...form, governed: genitive })}`,
    );
  }
  const joined = compound && (slashed(place) ?? range(place));
  if (joined) return joined;

  const number = readNumber(text, at, region);
  const n = valueOf(number.whole);
  const simple = n !== undefined && !number.part && number.end - at === number.whole.length;
  // COVID-19, G20, MBC1: a name's number counts nothing.
  if (simple && !attached && /[\p{L}\p{M}][-–]?$/u.test(before)) {
    return said(place, number.end, cited(n));
  }
  if (simple && !signed) {
    const hour = /(?:^|\s)[وبف]?(?:ال|لل)ساعة\s(?:ال)?$/.test(before) && n >= 1 && n <= 24;
    if (hour) {
      const { end, period, words } = partOfDay(text, number.end);
      return said(place, end, timeWords(n, 0, undefined, period)! + words);
    }
    const special =
      day(place, n, number.end) ??
      year(place, number.whole, number.end) ??
      ranked(place, n, number.end);
    if (special) return special;
    if (number.whole.length > 8 && !/000$/.test(number.whole))
      return said(place, number.end, spelled(number.whole));
    // What is named by its number, and not counted: شارع 15 قطعة 3.
    const named =
      /(?:^|\s)(?:(?:ال)?رقم|(?:ال)?بريد|ص\.\s?ب\.?|شارع|قطعة|منزل|بناية|مبنى|شقة|بوابة|محطة|موديل|مواليد|إصدار)\s?[(:]?$/;
    if (named.test(before) && !UNIT(text, number.end) && !SCALE(text, number.end)) {
      return said(place, number.end, cited(n));
    }
    const page = /(?<![\p{L}\p{M}])ص\.?\s?$/u.exec(before);
    if (page || /(?:^|\s)(?:صفحة|الصفحة|قناة|غرفة)\s$/.test(before)) {
      const words = cited(n, 'f');
      const from = start - (page?.[0].length ?? 0);
      // ص. has been said already.
      return page && from >= floor
        ? [piece(from, start, 'صفحة '), ...said(place, number.end, words)]
        : said(place, number.end, words);
    }
  }
  const pieces = after(place, number);
  if (signed) {
    const [first, ...rest] = pieces as [SpokenPiece, ...SpokenPiece[]];
    return [{ ...first, spoken: `${signed === '+' ? 'زائد' : 'سالب'} ${first.spoken}` }, ...rest];
  }
  return pieces;
}
