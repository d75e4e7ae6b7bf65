/**
 * Numbers in Arabic words, written without diacritics: case shows in ون/ين, ان/ين and ا alone.
 * Rules as in any school grammar of العدد: 3 to 10 take the opposite gender of what is counted, 1, 2,
 * 11 and 12 the same; the counted noun itself is no matter of this file.
 */
import { words } from './words.js';

export type Gender = 'm' | 'f';

/** How a number is governed: not at all (nominative), or in which case. */
export type Governed = false | 'genitive' | 'accusative';

export interface Form {
  /** Of what is counted. */
  readonly gender: Gender;
  /** عشرون or, governed, عشرين; واحد or, as an object, واحدا. Asked only where it shows. */
  readonly governed: () => Governed;
  /** Whether the counted noun comes right after: ثماني دول, مئتا رجل, خمسة وعشرون ألف رجل. */
  readonly followed: boolean;
}

/** As the subject, and as after a preposition. */
export const nominative = (): Governed => false;
export const genitive = (): Governed => 'genitive';

/** Three times three digits: what is read as one number, and not digit by digit. */
export const LARGEST = 999_999_999_999_999;

const ONES = {
  m: ['', 'واحد', 'اثن', 'ثلاثة', 'أربعة', 'خمسة', 'ستة', 'سبعة', 'ثمانية', 'تسعة', 'عشرة'],
  f: ['', 'واحدة', 'اثنت', 'ثلاث', 'أربع', 'خمس', 'ست', 'سبع', 'ثماني', 'تسع', 'عشر'],
};
const TENS = ['', '', 'عشر', 'ثلاث', 'أربع', 'خمس', 'ست', 'سبع', 'ثمان', 'تسع'];
const HUNDREDS = ['', 'مئة', 'مئت', 'ثلاث', 'أربع', 'خمس', 'ست', 'سبع', 'ثمان', 'تسع'];
const SCALES = [
  { size: 1e12, one: 'تريليون', many: 'تريليونات' },
  { size: 1e9, one: 'مليار', many: 'مليارات' },
  // Another word for it, which is read and never said.
  { size: 1e9, one: 'بليون', many: 'بلايين' },
  { size: 1e6, one: 'مليون', many: 'ملايين' },
  { size: 1e3, one: 'ألف', many: 'آلاف' },
];

/** How many a noun stands for, if it is one of these. */
export const sizeOf = (noun: string): number | undefined =>
  SCALES.find(({ one }) => one === noun)?.size;

/** The ending of a dual: ان, ين, and ا, ي before what it is joined to. */
export const dualEnding = (governed: Governed, joined: boolean): string =>
  (governed ? 'ي' : 'ا') + (joined ? '' : 'ن');

function belowHundred(n: number, { gender, governed, followed }: Form): string {
  /** `joined`: what is counted, or عشر, comes right after; else an object shows its tanwin (خمسا). */
  const ones = (digit: number, joined: boolean): string => {
    const word = ONES[gender][digit]!;
    const tanwin = !joined && governed() === 'accusative';
    if (digit === 2) return word + dualEnding(governed(), n === 12);
    if (/ة$/.test(word)) return word;
    if (digit === 8) return joined ? word : tanwin ? 'ثمانيا' : 'ثمان';
    return tanwin ? `${word}ا` : word;
  };
  if (n <= 10) return ones(n, followed && n > 1);
  if (n < 20) {
    const first = n > 11 ? ones(n - 10, true) : gender === 'm' ? 'أحد' : 'إحدى';
    return `${first} ${gender === 'm' ? 'عشر' : 'عشرة'}`;
  }
  const tens = TENS[Math.floor(n / 10)]! + (governed() ? 'ين' : 'ون');
  const digit = n % 10;
  if (!digit) return tens;
  return `${gender === 'f' && digit === 1 ? 'إحدى' : ones(digit, false)} و${tens}`;
}

function hundreds(n: number, governed: () => Governed, joined: boolean): string {
  return n > 2
    ? `${HUNDREDS[n]}مئة`
    : HUNDREDS[n]! + (n === 2 ? dualEnding(governed(), joined) : '');
}

/** So many thousands, millions …; `joined` to a noun right after them. */
function scaled(
  count: number,
  { one, many }: { one: string; many: string },
  governed: () => Governed,
  joined: boolean,
): string[] {
  const dual = () => one + dualEnding(governed(), joined);
  const single = () => (!joined && governed() === 'accusative' ? `${one}ا` : one);
  if (count === 1) return [single()];
  if (count === 2) return [dual()];
  const rest = count % 100;
  const hundred = count - rest;
  const form: Form = { gender: 'm', governed, followed: true };
  // مئة ألف وألف: one and two are not counted, the noun says them.
  if (rest === 1) return [`${cardinal(hundred, form)} ${one}`, single()];
  if (rest === 2) return [`${cardinal(hundred, form)} ${one}`, dual()];
  const noun = !rest ? one : rest <= 10 ? many : joined ? one : `${one}ا`;
  return [`${cardinal(count, form)} ${noun}`];
}

/**
 * A cardinal number in words.
 *
 * @param n a whole number from 0 to {@link LARGEST}.
 */
export function cardinal(n: number, form: Form): string {
  if (n === 0) return 'صفر';
  const parts: string[] = [];
  let rest = n;
  for (const scale of SCALES) {
    const count = Math.floor(rest / scale.size);
    rest %= scale.size;
    if (count) parts.push(...scaled(count, scale, form.governed, form.followed && !rest));
  }
  const below = rest % 100;
  if (rest >= 100) {
    parts.push(hundreds(Math.floor(rest / 100), form.governed, form.followed && !below));
  }
  if (below) parts.push(belowHundred(below, form));
  return parts.join(' و');
}

/** A number with nothing after it that it counts. */
export const alone = (governed: () => Governed, gender: Gender = 'm'): Form => ({
  gender,
  governed,
  followed: false,
});

/** A number that names a thing and counts none, as a year does: رقم اثنين وعشرين, سنة خمس. */
export const cited = (n: number, gender?: Gender): string => cardinal(n, alone(genitive, gender));

/** A cardinal with the article on every part that takes it: الخمسة والعشرون, الثلاثة عشر. */
export const definite = (n: number, form: Form): string =>
  // With the article there is no tanwin to show.
  cardinal(n, { ...form, governed: () => form.governed() && 'genitive' })
    .split(' و')
    .map((part) => `ال${part.replace(/^ثمان$/, 'ثماني')}`)
    .join(' و');

const FIRST = words('الحادي الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع');

/**
 * An ordinal with its article, as it follows a definite noun: الخامسة والعشرون, العاشرة.
 *
 * @param n a whole number from 1; past 999 the cardinal stands for it, as people say it.
 */
export function ordinal(n: number, gender: Gender, governed: () => Governed): string {
  const form = alone(governed, gender);
  const fem = gender === 'f' ? 'ة' : '';
  const below = n % 100;
  if (n > 999) return cited(n, gender);
  if (n > 100 && below) {
    const hundred = definite(n - below, alone(genitive, gender));
    return `${ordinal(below, gender, governed)} بعد ${hundred}`;
  }
  if (n === 1) return fem ? 'الأولى' : 'الأول';
  if (n === 10) return `العاشر${fem}`;
  const ones = FIRST[(n % 10) - 1];
  if (!ones) return definite(n, form);
  if (n < 10) return ones + fem;
  return ones + fem + (n < 20 ? ` عشر${fem}` : ` و${definite(n - (n % 10), form)}`);
}

const PARTS = words('نصف ثلث ربع خمس سدس سبع ثمن تسع عشر');
const MANY_PARTS = words('أنصاف أثلاث أرباع أخماس أسداس أسباع أثمان أتساع أعشار');

/**
 * A fraction that has a name, below one and with a denominator from 2 to 10; else undefined.
 * `joined`: what it is a part of comes right after (ثلثا السكان).
 */
export function fraction(
  above: number,
  below: number,
  governed: () => Governed,
  joined: boolean,
): string | undefined {
  const one = PARTS[below - 2];
  if (!one || above < 1 || above >= below) return undefined;
  if (above === 1) return one;
  if (above === 2) return one + dualEnding(governed(), joined);
  return `${ONES.m[above]} ${MANY_PARTS[below - 2]}`;
}

const DIGITS = ['صفر', 'واحد', 'اثنان', ...ONES.m.slice(3, 10)];

/** Digits one by one. */
export const digits = (run: string): string =>
  Array.from(run, (digit) => DIGITS[+digit]!).join(' ');
