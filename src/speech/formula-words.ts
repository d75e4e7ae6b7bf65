/** The signs of a formula in words. Loaded with the first formula; it must not know where it stands. */
import { primaryLanguage } from '../core/settings.js';

const ARABIC: Readonly<Record<string, string>> = {
  '+': 'زائد',
  '−': 'ناقص',
  '=': 'يساوي',
  '×': 'في',
  '÷': 'على',
  '∕': 'على',
  '±': 'زائد أو ناقص',
  '≠': 'لا يساوي',
  '<': 'أصغر من',
  '>': 'أكبر من',
  '≤': 'أصغر من أو يساوي',
  '≥': 'أكبر من أو يساوي',
  '≈': 'يساوي تقريبا',
  '≡': 'يطابق',
  '∼': 'نحو',
  '⁰': 'أس صفر',
  '¹': 'أس واحد',
  '²': 'تربيع',
  '³': 'تكعيب',
  '^': 'أس',
  '√': 'جذر',
  '∛': 'الجذر التكعيبي',
  '∞': 'ما لا نهاية',
  '∑': 'مجموع',
  '∏': 'جداء',
  '∫': 'تكامل',
  '∂': 'دي',
  '∈': 'ينتمي إلى',
  '∉': 'لا ينتمي إلى',
  '⊂': 'جزء من',
  '∪': 'اتحاد',
  '∩': 'تقاطع',
  '∅': 'المجموعة الخالية',
  '→': 'يؤول إلى',
  '⇒': 'يستلزم',
  '⇔': 'يكافئ',
  '∀': 'لكل',
  '∃': 'يوجد',
  '%': 'في المئة',
  '!': 'مضروب',
  '′': 'فتحة',
  '°': 'درجة',
  '↘': 'من',
  '↗': 'إلى',
  '|': '',
  α: 'ألفا',
  β: 'بيتا',
  γ: 'غاما',
  δ: 'دلتا',
  Δ: 'دلتا',
  ε: 'إبسلون',
  θ: 'ثيتا',
  λ: 'لامدا',
  μ: 'ميو',
  π: 'باي',
  ρ: 'رو',
  σ: 'سيغما',
  Σ: 'سيغما',
  τ: 'تاو',
  φ: 'فاي',
  ϕ: 'فاي',
  ω: 'أوميغا',
  Ω: 'أوميغا',
};

const ENGLISH: Readonly<Record<string, string>> = {
  '+': 'plus',
  '−': 'minus',
  '=': 'equals',
  '×': 'times',
  '÷': 'divided by',
  '∕': 'over',
  '±': 'plus or minus',
  '≠': 'is not equal to',
  '<': 'is less than',
  '>': 'is greater than',
  '≤': 'is at most',
  '≥': 'is at least',
  '≈': 'is about',
  '⁰': 'to the power of 0',
  '¹': 'to the power of 1',
  '²': 'squared',
  '³': 'cubed',
  '^': 'to the power of',
  '√': 'root of',
  '∛': 'cube root of',
  '∞': 'infinity',
  '∑': 'sum',
  '∏': 'product',
  '∫': 'integral',
  '∂': 'd',
  '∈': 'in',
  '∉': 'not in',
  '⊂': 'part of',
  '∪': 'union',
  '∩': 'intersection',
  '∅': 'the empty set',
  '→': 'tends to',
  '⇒': 'implies',
  '⇔': 'if and only if',
  '∀': 'for all',
  '∃': 'there is',
  '′': 'prime',
  '°': 'degrees',
  '↘': 'from',
  '↗': 'to',
  '|': '',
};

/**
 * Behind a number, in Arabic: it counts nothing that comes after it, which `arabic/spoken` knows by this
 * sign. U+2060, which is not said. A number alone is no formula, and degrees and per cent are counted.
 */
const JOINER = '\u2060';
const NUMBER = /\p{Nd}(?![\p{Nd}]|[.,٫٬/⁄]\p{Nd}|\s*[°%٪])/gu;
const IS_NUMBER = /^[\p{Nd}.,٫٬\s]+$/u;

const TABLES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ar: ARABIC,
  en: ENGLISH,
};

/** A formula in words, by the language of its sentence; in one without a table its signs are left. */
export function formulaWords(formula: string, lang: string): string {
  const table = TABLES[primaryLanguage(lang)];
  // To none but us these two are words.
  if (!table) return formula.replace(/[↘↗]/g, ' ').replace(/\s+/g, ' ');
  const counts = table !== ARABIC || IS_NUMBER.test(formula);
  return (counts ? formula : formula.replace(NUMBER, `$&${JOINER}`))
    .replace(/[^\p{L}\p{M}\p{N}\s\u2060]|[⁰¹²³]|\p{sc=Greek}/gu, (sign) =>
      sign in table ? ` ${table[sign]} ` : sign,
    )
    .replace(/\s+/g, ' ')
    .trim();
}
