/** Digits that points, colons and slashes join, and telephone numbers. */
import { dateWords } from '../dates.js';
import { alone, cardinal, cited, digits, fraction, genitive } from '../number-words.js';
import { pattern } from '../words.js';
import { decimalWords, spelled } from './decimals.js';
import type { NumberInText } from './number-in-text.js';
import { sticky } from './patterns.js';
import { inWords, type Pieces } from './pieces.js';
import { nounAfter } from './following-noun.js';
import { DAYS, RATINGS, SPORT_BEFORE, TELEPHONES } from './word-lists.js';

const TELEPHONE = sticky(/\d(?:[ \xa0\-.()]{0,2}\d){5,14}(?!\d)/u);
const TELEPHONE_BEFORE = pattern`${TELEPHONES}(?: على)?(?: الرقم| رقم)?\s?[:：]?\s?\+?$`;
const VERSION = sticky(/\d{1,5}(?:\.\d{1,5}){2,}(?!\d)/u);
/** So many in each line of a team; ten together. */
const FORMATION = sticky(/\d(?:[-–]\d){2,4}(?![-–\d])/u);
const RATIO = sticky(/(\d{1,6}):(\d{1,6})(?![\d:])/u);
const SLASH = sticky(/(\d{1,4}(?:[.,٫]\d)?)\s?\/\s?(\d{1,4})(?![\d/])/u);
const RATED = pattern`(?:${RATINGS})[^.،؛:]*$`;
const DAY_BEFORE = pattern`${DAYS}\s?$`;
/** في 31/12; but في 3/4 الحالات and في 1/4 ساعة. */
const TIME_BEFORE = /(?:^|\s)[وف]?(?:(في|منذ|حتى|قبل|بعد)|من|إلى|بين)\s$/;

/** A telephone number, with a pause between its groups: by what is before it, or by its 0 or plus. */
export function telephone(number: NumberInText): Pieces {
  const { text, at, before } = number;
  const plus = text[at - 1] === '+';
  const isNamed = plus || (!!before && TELEPHONE_BEFORE.test(before));
  if (!isNamed && text[at] !== '0') return undefined;
  const run = TELEPHONE(text, at)?.[0];
  if (!run) return undefined;
  if (!isNamed && !(/^0\d/.test(run) && run.replace(/\D/g, '').length > 6)) return undefined;
  const groups = run.split(/\D+/).map(digits).join('، ');
  const words = plus ? `زائد ${groups}` : /\D/.test(run) ? groups : spelled(run);
  return inWords(number, at + run.length, words);
}

/** 1.2.3, and 4-3-3 of a team; but 1.234.567 is one number. */
export function version(number: NumberInText): Pieces {
  const { text, at } = number;
  const formation = FORMATION(text, at)?.[0];
  const lines = formation?.split(/[-–]/).map(Number);
  if (lines && lines.reduce((sum, men) => sum + men) === 10)
    return inWords(number, at + formation!.length, lines.map((men) => digits(`${men}`)).join(' '));
  const run = VERSION(text, at)?.[0];
  if (!run || /^\d{1,3}(?:\.\d{3})+$/.test(run)) return undefined;
  const form = alone(number.governed());
  const parts = run.split('.').map((part) => decimalWords(part, '', form));
  return inWords(number, at + run.length, parts.join(' نقطة '));
}

/** 2:1, where that is no time. */
export function ratio(number: NumberInText): Pieces {
  const { text, at } = number;
  const found = RATIO(text, at);
  if (!found) return undefined;
  const first = decimalWords(found[1]!, '', alone(number.governed()));
  const second = decimalWords(found[2]!, '', alone(genitive));
  return inWords(number, at + found[0].length, `${first} إلى ${second}`);
}

/** What a slash joins: two years, a law's number and its year, a day and a month, a fraction. */
export function slashed(number: NumberInText): Pieces {
  const { text, at } = number;
  const found = SLASH(text, at);
  if (!found) return undefined;
  const [whole, first, second] = found as unknown as [string, string, string];
  const end = at + whole.length;
  return inWords(number, end, slashedWords(number, first, second, end));
}

function slashedWords(
  { text, before, region, governed: governedBy }: NumberInText,
  first: string,
  second: string,
  end: number,
): string {
  const isYear = second.length === 4;
  const [whole, part = ''] = first.split(/[.,٫]/) as [string, string?];
  if (part || (RATED.test(before) && +first <= +second && /^(?:5|10|20|100)$/.test(second)))
    return `${decimalWords(whole, part, alone(governedBy()))} من ${cited(+second)}`;
  // 24/24 و7/7
  if (first === '24' && second === '24') return 'أربعا وعشرين ساعة على أربع وعشرين';
  if (first === '7' && second === '7' && /24\s?،?\s?$/.test(before)) return 'سبعة أيام على سبعة';
  if (first === '24' && second === '7' && !TIME_BEFORE.test(before) && !DAY_BEFORE.test(before))
    return 'أربعا وعشرين ساعة سبعة أيام في الأسبوع';
  if (first.length === 4 && !(isYear && Math.abs(+second - +first) > 99))
    return `${cited(+first)} ${cited(+second)}`;
  if (isYear) return `${cited(+first)} لسنة ${cited(+second, 'f')}`;
  const governed = governedBy();
  const isPart = /^ ال/.test(text.slice(end, end + 3));
  // تعادلا 2/2
  if (+first < 20 && +second < 20 && SPORT_BEFORE.test(before) && !isPart)
    return `${cited(+first)} مقابل ${cited(+second)}`;
  const time = TIME_BEFORE.exec(before);
  const isDay =
    DAY_BEFORE.test(before) ||
    (time && (+first > 12 || (time[1] && !isPart && !nounAfter(text, end, 100))));
  return (
    (isDay && dateWords(undefined, +second, +first, region)) ||
    (fraction(+first, +second, governed, isPart) ??
      `${cardinal(+first, alone(governed))} على ${cited(+second)}`)
  );
}
