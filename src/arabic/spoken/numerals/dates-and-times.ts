/** Days and times of day that are written in digits. */
import type { SpokenPiece } from '../../../core/spoken.js';
import { counted, knownNoun } from '../counted.js';
import { cited, type Governed } from '../number-words.js';
import { dateWords, dayWords, MONTH, timeWords } from '../dates.js';
import { pattern, phrase } from '../words.js';
import type { NumberInText } from './number-in-text.js';
import { MONTH_AFTER, sticky } from './patterns.js';
import { fromTo, inWords, piece, type Pieces, type Said } from './pieces.js';
import {
  COMPARISONS,
  EVENING,
  MEASURED,
  MORNING,
  OPENING,
  PRINTS,
  TIMES_OF_DAY,
} from './word-lists.js';
import { ERA, eraWords } from './years.js';

// No `u` where a pattern refers back to what it has matched: WebKit then read the wrong character of
// Arabic text until 2026, https://bugs.webkit.org/show_bug.cgi?id=308046.
const ISO_DATE = sticky(
  /(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:T(\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?(?!\d)/,
);
const DATE = sticky(/(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/);
/** Also as in the Maghreb: 18h30, 20سا و30د. */
const CLOCK = /(\d{1,2})(?::|[hH]| ?سا ?(?:و ?)?)(\d{2})(?: ?د(?!\p{L})|(?::(\d{2}))?(?![\d:]))/u;
const TIME = sticky(CLOCK);
/** 20سا, 18h */
const HOURS_SIGN = sticky(/(?: ?سا|[hH])(?![\p{L}\p{N}])/u);
const TWO_TIMES = sticky(pattern`${CLOCK}\s?[-–—]\s?${CLOCK}`);
const HALF_OF_DAY = sticky(pattern`\s?(${[...MORNING, ...EVENING]})(?![\p{L}\p{M}])\.?`);
const TELLS_TIME_OF_DAY = pattern`^\s*(?:(?:من )?(?:${TIMES_OF_DAY}|بعد)|قبل|منتصف)`;
const SAYS_TIME_OF_DAY = /^ (?:صباحا|مساء|ظهرا|عصرا|فجرا|ليلا|منتصف الليل)(?![\p{L}\p{M}])/u;
const FROM_OR_TO = /(?:^|\s)[وف]?(?:من|إلى|الى|حتى|بين|عند|قبل|بعد|منذ|في|بحلول)\s$/;
const AFTER_HOUR = /(?:صباحا|مساء|ظهرا|عصرا|فجرا|ليلا)\s$/;
const OPENS = pattern`(?:^|\s)[وف]?${OPENING}`;
const LENGTHS = pattern`(?:^|\s)[وفب]?(?:ال)?${MEASURED}`;
const PRINTED = pattern`(?:^|\s)[وفب]?(?:ال)?${PRINTS}`;
const UNTIL = /^ ?م(?: (?:حتى|إلى|الى)|\s?(?:…|\.{2,3})) ?\d{1,2} ?[صم](?!\p{L})/u;
/** 8 م … 10 م */
const AFTER_DOTS = /(?:^|\D)(?:[1-9]|1[0-2]) ?[صم]\s?(?:…|\.{2,3})\s?$/u;
const DURATION = sticky(
  / (?:(?:ساعة|ساعات|ساعتين|ساعتان)|(?:دقيقة|دقائق|دقيقتين|دقيقتان))(?![\p{L}\p{M}])/u,
);
const NO_TIME = pattern`${COMPARISONS}\s$`;
/** في 19 الجاري, a day of this month. */
const THIS_MONTH = /[ \xa0](?:من (?:الشهر )?)?الجاري(?![\p{L}\p{M}])/u;
/** 6 من الشهر المقبل */
const OF_MONTH = /[ \xa0]من (?:هذا |ذلك )?(?:ال)?شهر(?![\p{L}\p{M}])/u;
/** And 5 و6 يوليو: the month is said once. */
const DAY_AFTER = sticky(
  pattern`(?:[ \xa0]?(?:و|إلى|حتى)[ \xa0]?\d{1,2}(?: ${MONTH}|${THIS_MONTH})|${THIS_MONTH}|${OF_MONTH})`,
);

export function isoDate(number: NumberInText): Pieces {
  const { text, at, region } = number;
  const found = ISO_DATE(text, at);
  if (!found) return undefined;
  const time = found[5] && timeWords(+found[5], +found[6]!, undefined, true);
  return withEra(number, at + found[0].length, (isIslamic) => {
    const words = dateWords(+found[1]!, +found[3]!, +found[4]!, region, isIslamic);
    return words && words + (time ? ` الساعة ${time}` : '');
  });
}

/** A date and the era of its year, which tells whose months they are: 3/3/1414هـ, 14/2/2005م. */
function withEra(
  number: NumberInText,
  end: number,
  say: (isIslamic: boolean | undefined) => string | undefined,
): Pieces {
  const era = ERA(number.text, end);
  const words = say(era ? era[1]!.startsWith('ه') : undefined);
  if (!words) return undefined;
  const pieces = inWords(number, end, words);
  if (era) pieces.push(piece(end, end + era[0].length, eraWords(era[1]!)));
  return pieces;
}

export function date(number: NumberInText): Pieces {
  const { text, at, region } = number;
  const found = DATE(text, at);
  if (!found) return undefined;
  const [whole, first, separator, second, year] = found as unknown as string[];
  if (year!.length === 2 && separator === '.') return undefined;
  const [day, month] = +second! > 12 && +first! <= 12 ? [+second!, +first!] : [+first!, +second!];
  return withEra(number, at + whole!.length, (isIslamic) => {
    const century = (+year! < 50 ? 2000 : 1900) - (isIslamic ? 600 : 0);
    const full = year!.length === 4 ? +year! : +year! + century;
    return dateWords(full, month, day, region, isIslamic);
  });
}

/** A time of day, or one and another: 10:30-12:00. */
export function time(number: NumberInText): Pieces {
  const { text, at, before } = number;
  if (NO_TIME.test(before)) return undefined;
  const one = (match: string[], tellsHalf: boolean) =>
    timeWords(+match[1]!, +match[2]!, match[3] ? +match[3] : undefined, tellsHalf);
  const both = TWO_TIMES(text, at);
  const found = both ?? TIME(text, at);
  if (!found) return undefined;
  const duration = !both && !found[3] && DURATION(text, at + found[0].length);
  if (duration)
    return inWords(
      number,
      at + found[0].length + duration[0].length,
      durationWords(
        +found[1]!,
        +found[2]!,
        /دق/.test(duration[0]) ? MINUTES : HOURS,
        number.governed(knownNoun('ساعة')),
      ),
    );
  const { end, isOpen, words: suffix } = timeOfDay(text, at + found[0].length);
  const words = one(found, isOpen);
  const other = both && one(['', ...both.slice(4)], isOpen);
  if (!words || (both && !other)) return undefined;
  return inWords(number, end, (other ? fromTo(number, words, other) : words) + suffix);
}

const HOURS = ['ساعة', 'دقيقة'] as const;
const MINUTES = ['دقيقة', 'ثانية'] as const;

/** 2:30 ساعة: ساعتان ونصف الساعة; 1:43 دقيقة: دقيقة وثلاث وأربعون ثانية. */
function durationWords(
  whole: number,
  rest: number,
  [unit, smaller]: readonly [string, string],
  governed: () => Governed,
): string {
  const words = whole === 1 ? unit : phrase(...counted(whole, knownNoun(unit)!, governed));
  const part = { 15: 'ربع', 30: 'نصف', 45: 'ثلاثة أرباع' }[rest];
  if (part && unit === 'ساعة') return `${words} و${part} الساعة`;
  return rest ? `${words} و${phrase(...counted(rest, knownNoun(smaller)!, governed))}` : words;
}

/** الساعة 5, من 9 صباحا حتى 5 مساء, يفتح 8 م. */
export function hour(number: NumberInText, n: number, numberEnd: number): Said {
  if (n < 1 || n > 24) return undefined;
  const { text, before } = number;
  if (!/(?:^|\s)[وبف]?(?:ال|لل)ساعة\s$/.test(before) && !isHour(number, n, numberEnd))
    return undefined;
  const { end, isOpen, words } = timeOfDay(
    text,
    numberEnd + (HOURS_SIGN(text, numberEnd)?.[0].length ?? 0),
  );
  return inWords(number, end, timeWords(n, 0, undefined, isOpen)! + words);
}

/** A small number that is the hour of something, without الساعة: by what comes before and after it. */
function isHour({ text, before, attached }: NumberInText, n: number, end: number): boolean {
  if (n > 12) return false;
  const half = /^[ \xa0]?([صم])\.?(?![\p{L}\p{M}\p{N}./])/u.exec(text.slice(end, end + 5))?.[1];
  if (!half)
    return (
      SAYS_TIME_OF_DAY.test(text.slice(end, end + 13)) &&
      (attached ? AFTER_HOUR.test(before) : FROM_OR_TO.test(before))
    );
  const near = before.slice(-45);
  if (half === 'ص') return !PRINTED.test(near) && !PRINTED.test(text.slice(end, end + 30));
  if (LENGTHS.test(near)) return false;
  if (attached && /\d ?ص\s$/.test(near)) return true;
  return (
    OPENS.test(near) ||
    AFTER_DOTS.test(near) ||
    (/(?:^|\s)(?:حتى|إلى|الى)\s$/.test(near) && /\d ?[صم]\s\S+\s$/.test(near)) ||
    UNTIL.test(text.slice(end, end + 14))
  );
}

/** صباحا or م after a time, and whether the text leaves open which part of the day it is. */
function timeOfDay(text: string, from: number): { end: number; isOpen: boolean; words: string } {
  const half = HALF_OF_DAY(text, from);
  const end = from + (half?.[0].replace(/\.$/, '').length ?? 0);
  const isOpen = !half && !TELLS_TIME_OF_DAY.test(text.slice(end, end + 20));
  const words = half ? (MORNING.includes(half[1]!) ? ' صباحا' : ' مساء') : '';
  return { end, isOpen, words };
}

/** 30 يوليو 2020, 03 يوليو, 19 الجاري, and the first day of 5 و6 يوليو. */
export function day(number: NumberInText): Said {
  const { whole, part, end } = number.written();
  const n = +whole;
  if (part || number.sign || whole.length > 2 || n < 1 || n > 31) return undefined;
  const month = MONTH_AFTER(number.text, end);
  if (month) return beforeMonth(number, dayWords(n), month, end);
  return DAY_AFTER(number.text, end) ? dayWords(n) : undefined;
}

/** One day or several, and the pieces after them: their month stays as it is, its year is said. */
export function beforeMonth(
  number: NumberInText,
  days: string,
  month: RegExpExecArray,
  end: number,
): SpokenPiece[] {
  const { text } = number;
  const [found, name, kind, year] = month as unknown as [string, string, string?, string?];
  // من between them is a word of its own.
  const hasOf = /^.من/.test(found);
  const nameAt = end + found.indexOf(name);
  const pieces = inWords(number, end, hasOf ? days : `${days} من`);
  if (!hasOf) pieces.push(piece(end, nameAt, ' '));
  const slash = name.indexOf('/');
  if (slash > 0) pieces.push(piece(nameAt + slash, nameAt + slash + 1, ''));
  if (!year) return pieces;
  const yearEnd = end + found.length;
  const yearAt = yearEnd - year.length;
  if (!kind) pieces.push(piece(nameAt + name.length, yearAt, ' '));
  const words = cited(+year, kind === 'سنة' ? 'f' : 'm');
  pieces.push(piece(yearAt, yearEnd, kind ? words : `عام ${words}`));
  const era = ERA(text, yearEnd);
  if (era) pieces.push(piece(yearEnd, yearEnd + era[0].length, eraWords(era[1]!)));
  return pieces;
}
