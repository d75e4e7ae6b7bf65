/** Numbers that name a thing and count none. */
import { cited, genitive, ordinal, type Gender } from '../number-words.js';
import { pattern } from '../words.js';
import { spelled } from './decimals.js';
import type { NumberInText } from './number-in-text.js';
import { SCALE, UNIT } from './patterns.js';
import { inWords, piece, type Pieces, type Said } from './pieces.js';
import { FEMININE_NAMED_BY_NUMBER, NAMED_BY_NUMBER } from './word-lists.js';

const NAMED_BEFORE = pattern`(?:^|\s)(?:${NAMED_BY_NUMBER}|ص\.\s?ب\.?)\s?(?:[A-Z]{1,4}[ -]|[\d ]+أو )?[(:]?$`;
const FEMININE_BEFORE = pattern`(?:^|\s)${FEMININE_NAMED_BY_NUMBER}\s$`;
const PAGE_BEFORE = /(?<![\p{L}\p{M}])ص\.?\s?$/u;
/** Volume, edition, number of a magazine: ج 2, ط 3, مج 4, ع 5. */
const PART_BEFORE = /(?<![\p{L}\p{M}])(ج|ط|مج|ع)\.?\s$|(?<=(?:^|[،,؛:([])\s?)(ج|ط|مج|ع)$/u;
const PARTS: Readonly<Record<string, readonly [name: string, gender: Gender]>> = {
  ج: ['الجزء', 'm'],
  ط: ['الطبعة', 'f'],
  مج: ['المجلد', 'm'],
  ع: ['العدد', 'm'],
};

/** COVID-19, G20, MBC1: a part of the name. */
export function partOfName(number: NumberInText): Pieces {
  const { integer, end } = number.written();
  const { before } = number;
  if (integer === undefined || number.attached || !/[\p{L}\p{M}][-–]?$/u.test(before))
    return undefined;
  // ط2, ص45
  if (PART_BEFORE.test(before) || PAGE_BEFORE.test(before)) return undefined;
  return inWords(number, end, cited(integer));
}

/** 123456789: more digits than anybody counts to, but 200000000. */
export const code = (_: NumberInText, n: number): Said =>
  n > 99_999_999 && n % 1000 ? spelled(String(n)) : undefined;

/** شارع 15 قطعة 3; but رقم 15 ألفا counts. */
export const namedByNumber = ({ text, before }: NumberInText, n: number, end: number): Said =>
  NAMED_BEFORE.test(before) && !UNIT(text, end) && !SCALE(text, end) ? cited(n) : undefined;

/** ص 5, صفحة 5, غرفة 5. */
export function page(number: NumberInText, n: number, end: number): Said {
  const { start, floor, before, attached } = number;
  // 120 غرفة و12 جناحا
  if (/[وف]/.test(attached)) return undefined;
  const part = PART_BEFORE.exec(before);
  // المجموعة ج 2 is a group.
  if (
    part &&
    start - part[0].length >= floor &&
    !/(?:ال|فيتامين )[\p{L}\p{M}]*\s?$/u.test(before.slice(0, part.index))
  ) {
    const [name, gender] = PARTS[(part[1] ?? part[2])!]!;
    return [
      piece(start - part[0].length, start, `${name} `),
      ...inWords(number, end, ordinal(n, gender, genitive)),
    ];
  }
  const sign = PAGE_BEFORE.exec(before)?.[0];
  if (!sign && !FEMININE_BEFORE.test(before)) return undefined;
  const words = cited(n, 'f');
  const from = start - (sign?.length ?? 0);
  // ص. may have been said already.
  return sign && from >= floor
    ? [piece(from, start, 'صفحة '), ...inWords(number, end, words)]
    : words;
}
