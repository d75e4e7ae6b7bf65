/** Numbers that count nothing, in words: with decimals, or too long to be read as one number. */
import { cardinal, digits, type Form } from '../number-words.js';
import { valueOf } from './read-number.js';

/** Decimals that have a name. */
export const NAMED_PARTS: Readonly<Record<string, string>> = {
  5: 'نصف',
  25: 'ربع',
  75: 'ثلاثة أرباع',
};

/** Digits one by one, with pauses in long runs. */
export const spelled = (run: string): string =>
  run.length < 6
    ? digits(run)
    : (run.match(run.length % 4 ? /\d{3}(?=\d\d)|\d+/g : /\d{4}/g) ?? []).map(digits).join('، ');

/** Zeros at the end of decimals are not said. */
export const withoutZeros = (part: string): string => part.replace(/0+$/, '');

/** Whole and decimals, as an abstract number: ثلاثة ونصف, ثلاثة فاصلة اثنان. */
export function decimalWords(whole: string, part: string, form: Form): string {
  const value = valueOf(whole);
  const rest = withoutZeros(part);
  const named = NAMED_PARTS[rest];
  // واحد فاصلة خمسة: no واحدا before فاصلة; but واحدا وعشرين.
  const plain: Form = { ...form, governed: () => form.governed() && 'genitive' };
  const before = (n: number) => (n % 100 > 20 ? form : plain);
  const start =
    value === undefined ? spelled(whole) : cardinal(value, rest && !named ? before(value) : form);
  if (!rest) return start;
  if (named) return value === 0 ? named : `${start} و${named}`;
  const after =
    rest.startsWith('0') || rest.length > 2
      ? spelled(rest)
      : cardinal(+rest, { ...before(+rest), gender: 'm', followed: false });
  return `${start} فاصلة ${after}`;
}
