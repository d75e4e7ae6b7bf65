/**
 * Abbreviations with full stops, and what is said for them; keys without spaces, tatweel and the
 * last full stop. For a linguist to read and extend.
 */
import { pattern, words } from './words.js';

/** Before a name; with ة on each word where the name or the verb shows a woman. */
export const TITLES: Readonly<Record<string, string>> = {
  د: 'الدكتور',
  أ: 'الأستاذ',
  ا: 'الأستاذ',
  م: 'المهندس',
  'أ.د': 'الأستاذ الدكتور',
  'ا.د': 'الأستاذ الدكتور',
  'أ.م.د': 'الأستاذ المساعد الدكتور',
  'د.م': 'الدكتور المهندس',
  'م.د': 'المدرس الدكتور',
};

export const PHRASES: Readonly<Record<string, string>> = {
  'ص.ب': 'صندوق بريد',
  'ق.م': 'قبل الميلاد',
  'ب.م': 'بعد الميلاد',
  'ش.م.ك': 'شركة مساهمة كويتية',
  'ش.م.م': 'شركة مساهمة مصرية',
  'ش.م.ع': 'شركة مساهمة عامة',
  'ش.م.ل': 'شركة مساهمة لبنانية',
  'ذ.م.م': 'ذات مسؤولية محدودة',
  'ش.ذ.م.م': 'شركة ذات مسؤولية محدودة',
  'ج.م.ع': 'جمهورية مصر العربية',
  'و.م.أ': 'الولايات المتحدة الأمريكية',
  'ا.هـ': 'انتهى',
  'أ.هـ': 'انتهى',
};

/** Names of women whose form does not give them away, as ى, اء and ة do. */
const WOMEN = words(`
مريم زينب سعاد نوال نور نورا هند دلال ابتسام إيمان أمل سهام رباب ريم رنا دينا لينا عبير غدير أماني
تهاني فجر حنان جنان إلهام نجاح ماجدولين سوسن ياسمين نرجس شروق أنفال مها رشا رولا سحر سمر قمر رغد
عفاف عواطف فاتن كوثر هيا موضي
`);

/** Names of men in ى, اء and ة. */
const MEN = words(`
حمزة أسامة طلحة عبيدة معاوية عطية قتيبة حذيفة عرفة خليفة عكرمة ميسرة جمعة شحاتة عبدة سلامة حمادة
عمارة رفاعة حنظلة قدامة أمية عروة ثعلبة ربيعة غزالة موسى عيسى يحيى مصطفى مرتضى رضى بهاء علاء ضياء
عطاء رجاء براء
`);

/** What a woman is, before the title and the name. */
const WOMEN_BEFORE = words('السيدة الباحثة رئيسة مديرة وزيرة أستاذة');

/** Such a word, or a verb of hers: قالت د. هدى. */
const OF_WOMAN = pattern`(?:\p{L}{3}(?<!ا)ت|${WOMEN_BEFORE})\s$`;

/** Whether a title belongs to a woman: by her name, or by what stands before it. */
export const isWoman = (name: string, before: string): boolean =>
  WOMEN.includes(name) ||
  (/.(?:ى|اء|ة)$/.test(name) && !MEN.includes(name)) ||
  OF_WOMAN.test(before);

/** Letters that are called by themselves and اء; the names of the others begin with them. */
const SHORT = /[بتثحخرطظفهي]/;
const NAMES = words('ألف جيم دال ذال زاي سين شين صاد ضاد عين غين قاف كاف لام ميم نون واو');

/** The names of letters: أ.ف.ب is ألف فاء باء. Letters of other scripts stay. */
export const letterNames = (letters: readonly string[]): string =>
  letters
    .map((letter) =>
      SHORT.test(letter)
        ? `${letter}اء`
        : (NAMES.find((name) => name.startsWith(letter.replace(/[اإآ]/, 'أ'))) ?? letter),
    )
    .join(' ');
