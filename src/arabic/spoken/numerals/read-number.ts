/** What number is written in digits: thousands, decimals, fractions. It asks nothing before them. */
import { measureOf } from '../measures.js';
import { sticky, UNIT } from './patterns.js';
import { POINT_IS_THOUSANDS } from './word-lists.js';

/** A number as it is written. */
export interface WrittenNumber {
  /** The digits before its decimals. */
  readonly whole: string;
  /** Its decimals, or nothing. */
  readonly part: string;
  /** Where it ends in the text. */
  readonly end: number;
  /** What `whole` comes to, unless it has a zero too many or is too long for words. */
  readonly value: number | undefined;
  /** The same, if the number is written in nothing but its digits. */
  readonly integer: number | undefined;
}

// No `u` where a pattern refers back to what it has matched: WebKit then read the wrong character of
// Arabic text until 2026, https://bugs.webkit.org/show_bug.cgi?id=308046.
const GROUPED = sticky(
  /\d{1,3}([ \xa0\u202f,٬'’.])\d{3}(?:\1\d{3})*(?!\d)(?:(?!\1)[.,٫]\d+(?!\d|[.,]\d))?/,
);
const PLAIN = sticky(/\d+(?:[.,٫]\d+(?![.,]\d))?/u);
const VULGAR: Readonly<Record<string, string>> = { '½': '5', '¼': '25', '¾': '75' };

/** The value of digits: at most fifteen, which is the largest number that has words. */
export const valueOf = (whole: string): number | undefined =>
  /^(?:0|[1-9]\d{0,14})$/.test(whole) ? +whole : undefined;

export function readNumber(text: string, at: number, region: string): WrittenNumber {
  const grouped = GROUPED(text, at);
  const isGrouped = grouped && areThousands(text, at, grouped[0], grouped[1]!, region);
  const [found] = isGrouped ? grouped : PLAIN(text, at)!;
  const [whole = '', decimals = ''] = (isGrouped ? found.replaceAll(grouped[1]!, '') : found).split(
    /[.,٫]/,
  );
  const end = at + found.length;
  const vulgar = isGrouped || decimals ? undefined : VULGAR[text[end] ?? ''];
  const value = valueOf(whole);
  return {
    whole,
    part: vulgar ?? decimals,
    end: vulgar ? end + 1 : end,
    value,
    integer: vulgar || found !== whole ? undefined : value,
  };
}

/** 11.000, 1.234.567 and 1.234,5 are thousands; 3.141 and 0,125 are decimals. */
function areThousands(
  text: string,
  at: number,
  found: string,
  separator: string,
  region: string,
): boolean {
  // 20 100 200: numbers in a row.
  if (/[ \xa0\u202f]/.test(separator) && /\d[ \xa0]?$/.test(text.slice(Math.max(0, at - 2), at)))
    return false;
  // 12 345 67: in what a space groups, all groups have three.
  if (separator === ' ' && /^ \d/.test(text.slice(at + found.length, at + found.length + 2)))
    return false;
  if (found.startsWith('0') && found.split(separator).length === 2) return false;
  if (!/^\d+\.\d+$/.test(found)) return true;
  const isThousands = found.endsWith('0') || POINT_IS_THOUSANDS.includes(region);
  return isThousands && !isThousandths(text, at + found.length);
}

/** Whether a currency of a thousand parts follows: 5.250 د.ك are five dinars and 250 fils. */
const isThousandths = (text: string, end: number): boolean =>
  measureOf(UNIT(text, end)?.[1] ?? '')?.part?.size === 1000;
