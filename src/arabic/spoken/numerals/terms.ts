/** Numbers of a formula: they count nothing that comes after it, whatever that is. */
import { single } from '../counted.js';
import { measureOf } from '../measures.js';
import { alone, nominative, type Governed } from '../number-words.js';
import { decimalWords } from './decimals.js';
import type { NumberContext } from './number-in-text.js';
import { UNIT } from './patterns.js';
import { inWords, piece, type Said } from './pieces.js';
import type { WrittenNumber } from './read-number.js';

/** Behind a number of a formula in words (`speech/formula-words.ts`): U+2063, invisible separator. */
const SEPARATOR = '\u2063';

/**
 * The sign of an operation or a relation, spaced alike on both sides, after a digit, a letter that
 * stands for a number, or a bracket; not after a word: العمر = 5 سنوات counts years.
 */
const OPERATION =
  /(?:[\p{N})\]]|(?<!\p{sc=Latin})\p{sc=Latin}{1,2}|\p{sc=Greek}|(?<![\p{L}\p{M}.])[ء-ي])(\s?)[=≠+×÷±≈<>≤≥−]\1$/u;

/** Of the words that are said for such signs, those that govern; the others leave their number alone. */
const GOVERNS: readonly (readonly [RegExp, Governed])[] = [
  [/(?:[=≠]|يساوي)\s?$/, 'accusative'],
  [/(?:[×÷≈<>≤≥]|\s(?:في|على|من|إلى))\s?$/, 'genitive'],
  [/(?:[+±−]|\s(?:زائد|ناقص|أس))\s?$/, false],
];

const IS_POWER = /\sأس\s(?:ناقص\s)?$/;

/** x + 1 = 5, where 5 may stand before any word. */
export function term(context: NumberContext, { whole, part, end }: WrittenNumber): Said {
  const { text, before } = context;
  const isTerm = text[end] === SEPARATOR;
  if (!isTerm && !OPERATION.test(before)) return undefined;
  const governs = GOVERNS.find(([sign]) => sign.test(before));
  const words = decimalWords(whole, part, alone(governs ? () => governs[1] : context.governed()));
  const unit = isTerm && IS_POWER.test(before) ? UNIT(text, end + 1) : null;
  const measure = unit && measureOf(unit[1]!);
  if (!measure) return words;
  // After a power one of it is named, as after a million: عشرة أس ثمانية متر.
  const one = measure.bare ? measure.tail! : single(measure, nominative);
  return [...inWords(context, end, words), piece(end, end + 1 + unit[0].length, ` ${one}`)];
}
