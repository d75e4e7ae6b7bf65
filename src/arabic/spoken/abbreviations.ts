/**
 * Abbreviations with full stops, and what is said for them; keys without spaces, tatweel and the
 * last full stop. For a linguist to read and extend.
 */

/** Before a name; said in the feminine where the name or the verb shows it. */
export const TITLES: Readonly<Record<string, readonly [masculine: string, feminine: string]>> = {
  د: ['الدكتور', 'الدكتورة'],
  أ: ['الأستاذ', 'الأستاذة'],
  ا: ['الأستاذ', 'الأستاذة'],
  م: ['المهندس', 'المهندسة'],
  'أ.د': ['الأستاذ الدكتور', 'الأستاذة الدكتورة'],
  'ا.د': ['الأستاذ الدكتور', 'الأستاذة الدكتورة'],
  'أ.م.د': ['الأستاذ المساعد الدكتور', 'الأستاذة المساعدة الدكتورة'],
  'د.م': ['الدكتور المهندس', 'الدكتورة المهندسة'],
  'م.د': ['المدرس الدكتور', 'المدرسة الدكتورة'],
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

/** Names of women that their form does not give away. */
const WOMEN =
  /^(?:ليلى|منى|مريم|زينب|هدى|سعاد|نوال|سلمى|نورا?|هند|دلال|ابتسام|إيمان|أمل|سهام|رباب|وفاء|هناء|سناء|نجلاء|أسماء|شيماء|إسراء|دعاء|ريم|رنا|دينا|لينا|ندى|شذى|بشرى|عبير|غدير|أماني|تهاني|فجر|حنان|جنان|إلهام|نجاح|ماجدولين|سوسن|ياسمين|نرجس|شروق|أنفال|مها|رشا|رولا|سحر|سمر|قمر|غادة|رغد|عفاف|عواطف|فاتن|كوثر|لمى|هالة|هيا|شيخة|موضي)$/;
const MEN =
  /^(?:حمزة|أسامة|طلحة|عبيدة|معاوية|عطية|قتيبة|حذيفة|عرفة|خليفة|عكرمة|ميسرة|جمعة|شحاتة|عبدة|سلامة|حمادة|عمارة|رفاعة|حنظلة|قدامة|أمية|عروة|ثعلبة|ربيعة|غزالة)$/;

/** Whether a title belongs to a woman: by her name, or by the verb before it (قالت د. هدى). */
export const isWoman = (name: string, before: string): boolean =>
  WOMEN.test(name) ||
  (/[ةه]$/.test(name) && /ة$/.test(name) && !MEN.test(name)) ||
  /(?:قالت|أكدت|أضافت|أوضحت|أشارت|ذكرت|صرحت|أعلنت|بينت|لفتت|رأت|حضرت|شاركت|قدمت|ألقت|السيدة|الباحثة|الوزيرة|المديرة|رئيسة|مديرة|وزيرة|أستاذة)\s$/.test(
    before,
  );

const LETTERS: Readonly<Record<string, string>> = Object.fromEntries(
  'أ ألف ا ألف إ ألف آ ألف ب باء ت تاء ث ثاء ج جيم ح حاء خ خاء د دال ذ ذال ر راء ز زاي س سين ش شين ص صاد ض ضاد ط طاء ظ ظاء ع عين غ غين ف فاء ق قاف ك كاف ل لام م ميم ن نون ه هاء و واو ي ياء'
    .split(' ')
    .reduce<[string, string][]>(
      (pairs, word, index, all) => (index % 2 ? [...pairs, [all[index - 1]!, word]] : pairs),
      [],
    ),
);

/** The names of letters: أ.ف.ب is ألف فاء باء. Letters of other scripts stay. */
export const letterNames = (letters: readonly string[]): string =>
  letters.map((letter) => LETTERS[letter] ?? letter).join(' ');
