import type { Governed } from './number-words.js';

/**
 * The case of a number, from what stands before it in its clause. Where that is not plain the number
 * is a subject, and so nominative: what a newsreader falls back on as well.
 */

const words = (list: string): Set<string> => new Set(list.trim().split(/\s+/));

/** What a genitive follows; adverbs of time and place are heads of a construct too. */
const PREPOSITIONS = words(`
  في من إلى الى على عن حتى منذ مذ مع خلال بعد قبل عند لدى بين نحو حوالي حوالى زهاء قرابة فوق تحت دون سوى
  غير كل ضد عبر حول أمام وراء داخل خارج ضمن مقابل إثر عقب طوال طيلة بدون رغم وسط تجاه عدا خلا حدود
  بنحو لنحو بحوالي لحوالي بقرابة لقرابة بين بينهم بينها أصل أكبر أصغر أفضل أهم أول آخر أحد إحدى جميع كافة`);

/** إنّ and its sisters: what they are about is accusative. */
const SISTERS = words('إن أن ان كأن لكن ليت لعل لأن بأن فإن وأن وإن أنّ إنّ إنه أنه');

/** Nouns that a number completes, besides those that end in ة: وفاة, مشاركة. */
const HEADS = words(`
  عام رقم الرقم عدد يوم ليلة مقتل حضور وجود بناء إنشاء تنفيذ توقيع اعتقال ضبط تسجيل مبلغ سعر عمر سن وزن
  طول عرض ارتفاع عمق معدل متوسط مجموع نقل إنقاذ إجلاء علاج تدريب توظيف تعيين إطلاق إغلاق افتتاح تخصيص
  توفير توزيع شراء بيع دفع تحقيق إحراز فوز غرق نزوح مرور انقضاء استمرار تدمير هدم قصف إسقاط استيراد
  تصدير إنتاج استهداف اختيار تكريم تخريج استقبال إيواء إعدام سجن نحو زهاء ثمن قدر بقيمة العام عامي
  أعوام صباح مساء شهر`);

/** Verbs whose object is the number even right after them. */
const MEASURING =
  /^[وفل]?س?[يتنأ]?(?:رفع|خفض|بلغ|قرأ|ضم|ارتفع|رتفع|انخفض|نخفض|زاد|زيد|نما|نم|تراجع|هبط|صعد|قفز|نقص|بعد|قطع|شرب|تناول|أكل|سار|سير|مش|ركض|اجتاز|جتاز|أضف|خسر|شمل|تجاوز|جاوز|تخط|تعد|سجل|حقق|أحرز|حرز|كلف|استغرق|ستغرق|ناهز|قارب|تضمن|دفع|ربح|خسر|منح|خصص|أنفق|نفق|احتل|حتل|امتلك|متلك|ملك|حصد|ساو|يفوق|فاق|وفر|قدم|أصدر)(?:ت|وا|نا|ون|ى|ي|ا|ه|ها)?$/;

/** Verbs whose object follows their subject: اعتقلت الشرطة 12 شخصا. */
const TRANSITIVE =
  /^[وف]?س?[يتنأ]?(?:صيب|استضاف|ستضيف|استثمر|ستثمر|التق|لتق|استقبل|ستقبل|أنتج|نتج|عالج|درب|وظف|نفذ|افتتح|فتتح|أطلق|طلق|اعتقل|عتقل|احتجز|حتجز|ضبط|صدر|استهدف|ستهدف|اشتر|شتر|باع|بيع|جمع|شغل|رصد|أحص|حص|عين|اختار|ختار|وزع|استورد|ستورد|دمر|قتل|أصاب|زار|كسب|نال|ودع|شيد|أنشأ|نشئ|بن|هدم|أغلق|غلق|أنقذ|نقذ|نقل|أرسل|رسل|كرم|خرج|غرم|رفض|أقر|قر|سحب|طرح|حفر|زرع|كتب|نشر|ترجم|قرأ|شاهد|تسلم|ستلم|استلم|أوقف|وقف|أسقط|سقط|اعترض|عترض|حجز|صادر|أجر|جر|حصل|شهد|واجه|حمل)(?:ت|وا|نا|ون|ى|ي|ا|ه|ها)?$/;

/** Verbs that show their subject inside them: يستقبل 20, اشترى 2. */
const ACTIVE = /^[وف]?(?:س?[يتن].{3,}|.+(?:ى|وا))$/;

/** Verbs with no object, or whose object became their subject: the number is what they are about. */
const INTRANSITIVE =
  /^[وف]?س?[يت]?(?:أصيب|شارك|وصل|صل|حضر|غادر|توفي|جرح|لقي|فر|نجا|نجو|عاد|سافر|دخل|تأهل|صوت|تنافس|عيش|عاش|سكن|نزح|وجد|وقع|تطوع|تقدم|ينتظر|عمل|صدر|اختير|أضيف|أغلق|اجتمع|انتهى|انتهت)(?:ت|وا|ى|ا)?$/;

const PASSED = /^[وف]?[يت]?(?:مض|مر|انقض|نقض|بق|تبق|فصل|حان)(?:ت|ى|ي)?$/;
const COUNTABLE =
  /^(?:عدد|عمر|سن|سعر|طول|مجموع|حصيلة|الحصيلة|ثمن|وزن|قيمة|عمر|مدة|المدة|مدت)(?:ه|ها|هم)?$/;

/** How far back a number looks for its governor, in UTF-16 units. */
export const REACH = 90;

/**
 * How a number is governed.
 *
 * @param clause the text before the number and before what is attached to it, at most {@link REACH}.
 * @param attached what is written onto the number: و, ب, ل, ال …
 * @param lasts whether what is counted is a time, which is an adverb unless something governs it.
 */
export function governor(clause: string, attached: string, lasts: boolean, depth = 0): Governed {
  if (/[بلك]/.test(attached.replace(/^[وف]*(?:ال)?/, ''))) return 'genitive';
  if (/[~≈<>]\s*$/.test(clause)) return 'genitive';
  // Only this clause; a bracket or quotation mark that opens right before the number is none.
  let before = clause.replace(/[\p{M}ـ]/gu, '').replace(/[\s([{«"“]+$/u, '');
  const end = Math.max(
    ...['.', '؟', '!', '،', '؛', ':', '\n', ')'].map((mark) => before.lastIndexOf(mark)),
  );
  before = before.slice(end + 1);

  // A number joined to another shares its case: من 25 رجلا و12 امرأة.
  const joint = /[وف]/.test(attached) || /(?:^|\s)(?:و|أو|أم|إلى)$/.test(before);
  const number = joint && depth < 3 && /^(.*?)([وفبلك]*(?:الـ?)?)\d[\d.,]*[^\d]*$/su.exec(before);
  if (number) return governor(number[1]!, number[2]!, lasts, depth + 1);

  const list = before.split(/[\s\xa0()«»"“”\-–/]+/).filter(Boolean);
  const last = list.at(-1);
  if (!last) return false;
  const bare = last.replace(/^[وف](?=..)/, '');
  const second = (list.at(-2) ?? '').replace(/^[وف](?=..)/, '');
  if (PREPOSITIONS.has(last) || PREPOSITIONS.has(bare)) return 'genitive';
  if (SISTERS.has(last) || SISTERS.has(bare)) return 'accusative';
  if (/^(?:هناك|ثمة|لديه|لديها|لدينا|له|لها|فيه|فيها|بينهم|به|بها)$/.test(bare)) {
    return SISTERS.has(second) && 'accusative';
  }
  if (MEASURING.test(last) || (TRANSITIVE.test(last) && ACTIVE.test(last))) return 'accusative';
  const article = /^(?:[وفبك]?ال|لل)/.test(last);
  // غرق 22 مهاجرا: a verb, where it begins.
  const verb = list.length === 1 && /^(?:غرق|نقل|هدم|قصف|سجن|ضبط)$/.test(bare);
  if (!article && !verb && (HEADS.has(bare) || (/ة$/.test(last) && !PASSED.test(last))))
    return 'genitive';
  if (!article && /^[وف]?[بل]/.test(last) && HEADS.has(bare.slice(1))) return 'genitive';
  const measured = list.some((word) => MEASURING.test(word) || /^[وف]?كانت?$/.test(word));
  if (COUNTABLE.test(bare)) return measured && 'accusative';
  if (lasts && !PASSED.test(last) && !PASSED.test(second)) return 'accusative';
  // The object comes after its subject: اعتقلت الشرطة 12 شخصا; but قتل في الهجوم 12 شخصا.
  if (TRANSITIVE.test(last)) return false;
  for (let index = list.length - 1; index >= Math.max(0, list.length - 8); index--) {
    const word = list[index]!;
    if (INTRANSITIVE.test(word)) return false;
    if (MEASURING.test(word) || TRANSITIVE.test(word)) {
      return !PREPOSITIONS.has(list[index + 1]!) && 'accusative';
    }
  }
  return false;
}
