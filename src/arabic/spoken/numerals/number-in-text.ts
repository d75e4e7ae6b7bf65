/** A number and what is known of it before any rule is tried. It must not know what is said for it. */
import type { Noun } from '../counted.js';
import { governor, REACH } from '../governor.js';
import { pattern } from '../words.js';
import { MONEY_BEFORE_NUMBER } from '../measures.js';
import { nominative, type Governed } from '../number-words.js';
import { sticky } from './patterns.js';
import { readNumber, type WrittenNumber } from './read-number.js';
import { TIMES } from './word-lists.js';

/** Where a number stands. */
export interface NumberContext {
  /** The whole text, its digits European. */
  readonly text: string;
  /** Where what is said for it begins: its sign, or what is attached to it. */
  readonly start: number;
  /** و ف ب ل ك ال, as written onto the digits. */
  readonly attached: string;
  /** The text before `start`, at most {@link REACH} of it. */
  readonly before: string;
  /** A sign or code of money before the digits. */
  readonly money: string | undefined;
  /** Its case, by what stands before it and by the noun that it counts. */
  readonly governed: (noun?: Noun) => () => Governed;
}

export interface NumberInText extends NumberContext {
  /** Where its digits begin. */
  readonly at: number;
  /** What is before it has been said already. */
  readonly floor: number;
  /** ISO 3166 region of the reader. */
  readonly region: string;
  /** Plus or minus, or nothing. */
  readonly sign: string;
  /** Whether something after its digits may join them to others: in a date, a time, a range. */
  readonly isJoined: () => boolean;
  /** The number by itself. */
  readonly written: () => WrittenNumber;
}

/** Most numbers are digits and a space: only what joins numbers makes them dates, times, ranges. */
const JOINED = sticky(
  /\d[\d.,٬٫'’]{0,20}(?:[ \xa0\u202f]\d{3}){0,4}(?:[./:hH]| ?سا ?و?|[٪%°]?\s?[-–—−/]|(?<=\.)\d)/u,
);
/** بـ25, و25, الـ25; and بـ 25 with a space that is none; but فيتامين ب12. */
const ATTACHED = /(?:(?<![\p{L}\p{M}\p{N}ـ.]|فيتامين\s)[وفبلك]{0,3}(?:ال|لل)?(?:ـ+ ?)?|ـ+)$/u;
const MONEY_BEFORE = pattern`(?<![A-Za-z]|[\p{L}\p{M}.](?=[ء-ي]))(${MONEY_BEFORE_NUMBER})[ \xa0]?$`;

/** What is asked for more than once, and perhaps never. */
function once<T>(find: () => T): () => T {
  let found: T | undefined;
  return () => (found ??= find());
}

/**
 * @param at where its digits begin.
 * @param floor what is before it has been said already.
 */
export function numberInText(
  text: string,
  at: number,
  floor: number,
  region: string,
): NumberInText {
  const near = text.slice(Math.max(floor, at - 12), at);
  const money = near ? MONEY_BEFORE.exec(near)?.[0] : undefined;
  const written = money ? near.slice(0, -money.length) : near;
  const attached = (written && ATTACHED.exec(written)?.[0]) ?? '';
  const sign = !attached && !money && near && /(?:^|[\s(،])[-−+]$/.test(near) ? near.at(-1)! : '';
  const start = at - (attached + (money ?? sign)).length;
  const before = text.slice(Math.max(0, start - REACH), start);
  return {
    text,
    at,
    start,
    floor,
    attached,
    before,
    region,
    sign,
    money: money?.trim(),
    governed: (noun) => {
      if (!before && !attached) return nominative;
      const counts =
        noun && (noun.people ? 'people' : TIMES.includes(noun.one) ? 'time' : 'things');
      return once(() => governor(before, attached, counts));
    },
    isJoined: once(() => !!JOINED(text, at)),
    written: once(() => readNumber(text, at, region)),
  };
}
