/**
 * What is said for a number that is written in digits: the first rule in the list that applies says
 * it. Each rule is only right after those before it; what it says is in the file of its family.
 */
import type { SpokenPiece } from '../../../core/spoken.js';
import { ratio, slashed, telephone, version } from './compounds.js';
import { date, day, hour, isoDate, time } from './dates-and-times.js';
import { code, namedByNumber, page, partOfName } from './names.js';
import { numberInText, type NumberContext, type NumberInText } from './number-in-text.js';
import {
  countOfDefinite,
  mayRank,
  numberOfLabel,
  rankOfDefinite,
  rangeOfRanks,
  rankOfNoun,
  rankOfRuler,
  yearOfLifeOrHour,
} from './ordinals.js';
import { hasArticle, toPieces, type Pieces, type Said } from './pieces.js';
import { count, decimal, digitByDigit, measured, percentBefore, scale } from './quantities.js';
import { days, fallingPair, pairOf, range, score, season, years, type Pair } from './ranges.js';
import type { WrittenNumber } from './read-number.js';
import { term } from './terms.js';
import { yearAfterMonth, yearAfterNoun, yearOfEra, yearOfEvent } from './years.js';

type Say = (number: NumberInText) => Pieces;
type Rule = readonly [name: string, say: Say];

/** A rule for digits that something may join to others. */
const joined =
  (say: Say): Say =>
  (number) =>
    number.isJoined() ? say(number) : undefined;

/** One for two numbers with a dash between them. */
const pair = (say: (number: NumberInText, pair: Pair) => Said): Say =>
  joined((number) => {
    const both = pairOf(number);
    return both && toPieces(number, both.second.end, say(number, both));
  });

/** One for what something stands before. */
const led =
  (say: Say): Say =>
  (number) =>
    number.before || number.attached ? say(number) : undefined;

type SayInteger = (number: NumberInText, n: number, end: number) => Said;

/** One for a whole number that is written in nothing but its digits, without plus or minus. */
const integer =
  (say: SayInteger): Say =>
  (number) => {
    const { integer, end } = number.written();
    if (integer === undefined || number.sign) return undefined;
    return toPieces(number, end, say(number, integer, end));
  };

/** One for such a number that may be a rank. */
const ranked = (say: SayInteger): Say =>
  led(integer((number, n, end) => (mayRank(number, n, end) ? say(number, n, end) : undefined)));

/** One for such a number with the article. */
const withArticle = (say: SayInteger): Say => {
  const ranks = ranked(say);
  return (number) => (hasArticle(number) ? ranks(number) : undefined);
};

type SayQuantity = (context: NumberContext, number: WrittenNumber) => Said;

/** A number with what it counts: the last rules, and all that the second number of a range has. */
const QUANTITIES: readonly (readonly [name: string, say: SayQuantity])[] = [
  // 3 ملايين دولار: before the measure, which the scale is of.
  ['scale', scale],
  // 5 كم, $19.99, 45%
  ['measure', measured],
  // %45
  ['percent', percentBefore],
  // 007: before the rules for what has a value.
  ['digits', digitByDigit],
  // x = 5: before the rules for what a number counts.
  ['term', term],
  // 3.5 درجة
  ['decimal', decimal],
  // 25 كتابا, 25: whatever is left.
  ['count', count],
];

/** The second number of a range. */
function sayQuantity(context: NumberContext, number: WrittenNumber): Pieces {
  for (const [, say] of QUANTITIES) {
    const pieces = toPieces(context, number.end, say(context, number));
    if (pieces) return pieces;
  }
  return undefined;
}

/** A rule for a number with what it counts, and its sign. */
const quantity =
  (say: SayQuantity): Say =>
  (number) => {
    const written = number.written();
    const pieces = toPieces(number, written.end, say(number, written));
    if (!number.sign || !pieces) return pieces;
    const [first, ...rest] = pieces as [SpokenPiece, ...SpokenPiece[]];
    const sign = number.sign === '+' ? 'زائد' : 'سالب';
    return [{ ...first, spoken: `${sign} ${first.spoken}` }, ...rest];
  };

export const RULES: readonly Rule[] = [
  // 2020-07-30, and 30/7/2020: before all that would take a part of them.
  ['ISO date', joined(isoDate)],
  ['date', joined(date)],
  // +965 2222-3333: its dashes are no range.
  ['phone', telephone],
  // 10:30
  ['time', joined(time)],
  // 1.2.3
  ['version', joined(version)],
  // 2:1, where it was no time.
  ['ratio', joined(ratio)],
  // 2019/2020, 12/2019, يوم 5/6, 3/4
  ['slash', joined(slashed)],
  // Two numbers with a dash: موسم 2019-2020, فاز 3-1, 500-200, 2019-2023, 5-7 يوليو, الآيات 9-26, 10-15 كيلومترا
  ['season', pair(season)],
  ['score', pair(score)],
  ['falling', pair(fallingPair)],
  ['years', pair(years)],
  ['days', pair(days)],
  ['ranks', pair(rangeOfRanks)],
  ['range', pair((number, both) => range(number, both, sayQuantity))],
  // COVID-19: no more than a name, whatever comes after it.
  ['name', led(partOfName)],
  // الساعة 5
  ['hour', integer(hour)],
  // 30 يوليو
  ['day', (number) => toPieces(number, number.written().end, day(number))],
  // 1441 هـ: before عام, which may stand before it as well.
  ['era', integer(yearOfEra)],
  // عام 2020, يوليو 2020, في 2020
  ['year', led(integer(yearAfterNoun))],
  ['month', led(integer(yearAfterMonth))],
  ['event', led(integer(yearOfEvent))],
  // With the article: الدول الـ27, سن الـ15, رمسيس الـ2, الذكرى الـ50
  ['group', withArticle(countOfDefinite)],
  ['age', withArticle(yearOfLifeOrHour)],
  ['ruler', withArticle(rankOfRuler)],
  ['occasion', withArticle(rankOfDefinite)],
  // المادة 5
  ['rank', ranked(rankOfNoun)],
  // القرار 242
  ['label', ranked(numberOfLabel)],
  // 123456789
  ['code', integer(code)],
  // شارع 15, صفحة 5
  ['number', led(integer(namedByNumber))],
  ['page', led(integer(page))],
  ...QUANTITIES.map(([name, say]): Rule => [name, quantity(say)]),
];

/** What is said for a number, and the name of the rule that says it: the last one says any. */
export function sayByRule(number: NumberInText): { rule?: string; pieces: SpokenPiece[] } {
  for (const [name, say] of RULES) {
    const pieces = say(number);
    if (pieces) return { rule: name, pieces };
  }
  return { pieces: [] };
}

/**
 * What is said for the number whose digits begin at `at`.
 *
 * @param floor what is before it has been said already.
 * @returns pieces in order, the last of which ends after the number.
 */
export const sayNumber = (text: string, at: number, floor: number, region: string): SpokenPiece[] =>
  sayByRule(numberInText(text, at, floor, region)).pieces;
