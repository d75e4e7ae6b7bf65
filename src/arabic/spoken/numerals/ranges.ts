/** Two numbers with a dash between them. */
import type { SpokenPiece } from '../../../core/spoken.js';
import { dayWords } from '../dates.js';
import { measureOf } from '../measures.js';
import { alone, cardinal, cited, genitive } from '../number-words.js';
import { pattern } from '../words.js';
import { beforeMonth } from './dates-and-times.js';
import { decimalWords } from './decimals.js';
import { genderAfter } from './following-noun.js';
import type { NumberContext, NumberInText } from './number-in-text.js';
import { MONTH_AFTER, sticky, UNIT } from './patterns.js';
import { fromTo, inWords, piece, type Pieces, type Said } from './pieces.js';
import { readNumber, type WrittenNumber } from './read-number.js';
import { SEASONS, SPORT_BEFORE } from './word-lists.js';
import { ERA, eraWords } from './years.js';

/** The two numbers. */
export interface Pair {
  readonly first: WrittenNumber;
  readonly second: WrittenNumber;
  /** What their whole digits come to. */
  readonly low: number;
  readonly high: number;
  /** Whether both are without decimals. */
  readonly areWhole: boolean;
  /** Whether the first looks like a year, and the second does not look like none. */
  readonly areYears: boolean;
}

/** 5%-7%: the first sign is said with the second. */
const DASH = sticky(/[٪%°]?\s?[-–—−]\s?(?=\d)/u);
const SEASON_BEFORE = pattern`${SEASONS}\s$`;

/** The two numbers that a dash joins, if both have words. */
export function pairOf({ text, region, written }: NumberInText): Pair | undefined {
  const first = written();
  const dash = DASH(text, first.end);
  if (!dash) return undefined;
  const second = readNumber(text, first.end + dash[0].length, region);
  const { value: low } = first;
  const { value: high } = second;
  if (low === undefined || high === undefined) return undefined;
  const areWhole = !first.part && !second.part;
  const areYears = areWhole && first.whole.length === 4 && low > 999 && low < 2200;
  return { first, second, low, high, areWhole, areYears };
}

/** موسم 2019-2020. */
export const season = ({ before }: NumberInText, { low, high, areYears }: Pair): Said =>
  areYears && SEASON_BEFORE.test(before) ? `${cited(low)} ${cited(high)}` : undefined;

/** فاز 3-1, and two small numbers that fall, which are no range either: 4-4. */
export function score({ before }: NumberInText, { low, high, areWhole }: Pair): Said {
  const isSport = SPORT_BEFORE.test(before);
  const most = isSport ? 199 : 99;
  if (!areWhole || low > most || high > most || (!isSport && low < high)) return undefined;
  return `${cited(low)}${isSport ? ' مقابل ' : ' '}${cited(high)}`;
}

/** 500-200: what falls is no range. */
export function fallingPair(number: NumberInText, { first, second, low, high }: Pair): Said {
  if (low + +`0.${first.part || 0}` < high + +`0.${second.part || 0}`) return undefined;
  const form = alone(number.governed());
  return `${cardinal(low, form)} ${cardinal(high, form)}`;
}

/** 2019-2023, and 656-661هـ by their era. */
export function years(number: NumberInText, pair: Pair): Said {
  const { second, low, high, areYears, areWhole } = pair;
  const { end } = second;
  const era = areWhole && low < high && high < 3000 ? ERA(number.text, end) : null;
  const isEra = !!era && (areYears || era[1] !== 'م');
  if (!isEra && !(areYears && second.whole.length === 4)) return undefined;
  const words = fromTo(number, cited(low), cited(high));
  return isEra
    ? [...inWords(number, end, words), piece(end, end + era[0].length, eraWords(era[1]!))]
    : words;
}

/** 5-7 يوليو. */
export function days(number: NumberInText, { low, high, areWhole, second: { end } }: Pair): Said {
  const month = areWhole && high <= 31 ? MONTH_AFTER(number.text, end) : null;
  if (!month) return undefined;
  return beforeMonth(number, fromTo(number, dayWords(low), dayWords(high)), month, end);
}

/**
 * 10-15 كيلومترا: the second number counts, and both agree with what it counts.
 *
 * @param quantity what is said for a number with what it counts.
 */
export function range(
  number: NumberInText,
  { first, second, low }: Pair,
  quantity: (context: NumberContext, number: WrittenNumber) => Pieces,
): SpokenPiece[] {
  const { text, money } = number;
  const [then, ...rest] = quantity(
    {
      text,
      money,
      start: first.end,
      attached: '',
      before: number.before,
      governed: () => genitive,
    },
    second,
  ) as [SpokenPiece, ...SpokenPiece[]];
  const unit = UNIT(text, second.end);
  const gender = unit ? measureOf(unit[1]!)!.gender : genderAfter(number, second.end, low);
  const start = decimalWords(first.whole, first.part, alone(genitive, gender));
  return [...inWords(number, then.source.end, fromTo(number, start, then.spoken)), ...rest];
}
