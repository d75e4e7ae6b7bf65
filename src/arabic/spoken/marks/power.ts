/** Powers in plain text: 10⁸, 10^8, x². A number above a word is the mark of a note, and none. */
import { single } from '../counted.js';
import { measureOf } from '../measures.js';
import { alone, cardinal, nominative } from '../number-words.js';
import { UNIT } from '../numerals/patterns.js';
import type { SayMark } from './mark.js';

const LETTER = /(?<![\p{L}\p{M}])(?:[\p{sc=Latin}\p{sc=Greek}]{1,2}|[ء-ي])/u;
const SIGN = /[=≠+×÷·*±≈<>≤≥−-]/;
/** Ten, a letter, a bracket; another number in a formula; where the power has several digits, any. */
const BASE = new RegExp(`(?:(?<![\\d.,])10|${LETTER.source}|\\))$`, 'u');
const IN_FORMULA = new RegExp(`${SIGN.source}\\s?\\d+$`);
const SMALL = /(?<![\d.,])\d{1,2}$/;

/** What tells that a number is reckoned with: العدد 5², 5² يساوي 25. */
const RECKONED = /(?:عدد|مربع|مكعب|ناتج|حسب|قيمة)\s\d+$/;
const EQUALS = /^\s?[يت]ساوي/;

/** A word, a number or a sentence that ends: what is above it is the mark of a note, and silent. */
const NOTED = /(?:[\p{L}\p{M}]{3}|[.؟!،؛»"”)\d%٪])$/u;

/** As the page says raised digits (`speech/formula-words.ts`). */
const NAMED: Readonly<Record<string, string>> = { 2: 'تربيع', 3: 'تكعيب' };

/** Found at the raised digits, or at ^. */
export const power: SayMark = ({ text, index, end, found }, writer) => {
  const [, minus, digits] = /^\^?(−|-)?\+?(\d+)$/.exec(found.normalize('NFKC'))!;
  const before = text.slice(Math.max(0, index - 16), index);
  const isPower =
    found.startsWith('^') ||
    BASE.test(before) ||
    IN_FORMULA.test(before) ||
    (/\d$/.test(before) && new RegExp(`^\\s?${SIGN.source}`).test(text.slice(end, end + 2))) ||
    (SMALL.test(before) &&
      (minus ||
        digits!.length > 1 ||
        RECKONED.test(before) ||
        EQUALS.test(text.slice(end, end + 7))));
  const words = cardinal(+digits!, alone(nominative));
  if (!isPower) return writer.put(index, end, NOTED.test(before) ? '' : words);
  const said = (!minus && NAMED[digits!]) || `أس ${minus ? 'ناقص ' : ''}${words}`;
  writer.put(index, end, said);
  // One of it is named, as after a million: عشرة أس ثمانية متر.
  const unit = /\d$/.test(before) && UNIT(text, end);
  const measure = unit && measureOf(unit[1]!);
  if (!measure) return;
  const one = measure.bare ? measure.tail! : single(measure, nominative);
  writer.put(end + unit[0].length - unit[1]!.length, end + unit[0].length, one);
};
