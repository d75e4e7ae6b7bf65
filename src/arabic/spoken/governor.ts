import { listedNoun } from './counted.js';
import type { Governed } from './number-words.js';

/**
 * The case of a number, from what stands before it in its clause. Where that is not plain the number
 * is a subject, and so nominative: what a newsreader falls back on as well.
 */

const words = (list: string): Set<string> => new Set(list.trim().split(/\s+/));

/** What a genitive follows; adverbs of time and place are heads of a construct too. */
export const PREPOSITIONS = words(`
  في من إلى الى على عن حتى منذ مذ مع خلال بعد قبل عند لدى بين نحو حوالي حوالى زهاء قرابة فوق تحت دون سوى
  غير كل ضد عبر حول أمام وراء داخل خارج ضمن مقابل إثر عقب طوال طيلة بدون رغم وسط تجاه عدا خلا حدود
  بنحو لنحو بحوالي لحوالي بقرابة لقرابة أصل أكبر أصغر أفضل أهم أول آخر أحد إحدى جميع كافة`);

/** إنّ and its sisters: what they are about is accusative. */
const SISTERS = words('إن أن ان كأن لكن ليت لعل لأن بأن فإن وأن وإن أنّ إنّ إنه أنه');

/** Nouns that a number completes, besides those that end in ة: وفاة, مشاركة. */
const HEADS = words(`
  عام رقم الرقم عدد يوم ليلة مقتل حضور وجود بناء إنشاء تنفيذ توقيع اعتقال ضبط تسجيل مبلغ سعر عمر سن وزن
  طول عرض ارتفاع عمق معدل متوسط مجموع نقل إنقاذ إجلاء علاج تدريب توظيف تعيين إطلاق إغلاق افتتاح تخصيص
  توفير توزيع شراء بيع دفع تحقيق إحراز فوز غرق نزوح مرور انقضاء استمرار تدمير هدم قصف إسقاط استيراد
  تصدير إنتاج استهداف اختيار تكريم تخريج استقبال إيواء إعدام سجن نحو زهاء ثمن قدر بقيمة العام عامي
  أعوام صباح مساء شهر سباق عيار فتح`);

/** Verbs whose object is the number even right after them; the alif that begins a form is left out. */
const MEASURING =
  /^[وفل]?س?[يتنأا]?(?:رفع|خفض|بلغ|قرأ|ضم|رتفع|نخفض|ز[اي]د|نما|نم|تراجع|هبط|صعد|قفز|نقص|بعد|قطع|شرب|تناول|أكل|س[اي]ر|مش|ركض|جتاز|ضف|خسر|شمل|تجاوز|جاوز|تخط|تعد|سجل|حقق|حرز|كلف|ستغرق|ناهز|قارب|تضمن|دفع|ربح|منح|خصص|نفق|حتل|متلك|ملك|حصد|ساو|فوق|فاق|وفر|قدم|أصدر)(?:ت|وا|نا|ون|ى|ي|ا|ه|ها)?$/;

/** Verbs whose object follows their subject: اعتقلت الشرطة 12 شخصا. */
const TRANSITIVE =
  /^[وف]?س?[يتنأا]?(?:صيب|صاب|ستض[اي]ف|ستثمر|لتق|ستقبل|نتج|عالج|درب|وظف|نفذ|فتتح|طلق|عتقل|حتجز|ضبط|صدر|ستهدف|شتر|باع|بيع|جمع|شغل|رصد|حص|عين|خت[اي]ر|وزع|ستورد|دمر|قتل|كسب|نال|ودع|شيد|نشأ|نشئ|بن|هدم|غلق|نقذ|نقل|رسل|كرم|خرج|غرم|رفض|قر|سحب|طرح|حفر|زرع|كتب|نشر|ترجم|قرأ|شاهد|تسلم|ستلم|وقف|سقط|عترض|حجز|صادر|جر|حصل|شهد|واجه|حمل|ز[او]ر)(?:ت|وا|نا|ون|ى|ي|ا|ه|ها)?$/;

/** Verbs that show their subject inside them: يستقبل 20, اشترى 2. */
const ACTIVE = /^[وف]?(?:س?[يتن].{3,}|.+(?:ى|وا))$/;

/** Verbs with no object, or whose object became their subject: the number is what they are about. */
const INTRANSITIVE =
  /^[وف]?(?:س?[يت]?(?:أصيب|شارك|وصل|صل|حضر|غادر|توفي|جرح|لقي|فر|نجا|نجو|عاد|سافر|دخل|تأهل|صوت|تنافس|عيش|عاش|سكن|نزح|وجد|وقع|تطوع|تقدم|ينتظر|عمل|صدر|اختير|أضيف|أغلق|اجتمع|انتهى|انتهت)(?:ت|وا|ى|ا)?|ت(?:جمع|خرج|درب|وزع)ت?)$/;

/** What people do and things hold: شهد المباراة 60 ألف متفرج, but شهد المعرض 20 ندوة. */
const ATTENDING = /^[وف]?س?[يت]?(?:شهد|ز[او]ر|واجه|تسلم|شاهد|قطن)(?:ت|وا)?$/;

const PASSED = /^[وف]?[يت]?(?:مض|مر|انقض|نقض|بق|تبق|فصل|حان)(?:ت|ى|ي)?$/;
/** What has a number, as the subject of a sentence without a verb: عمره 25 عاما. */
const COUNTABLE =
  /^(?:عدد|سكان|عمر|سن|سعر|طول|عمق|عرض|قطر|مجموع|إجمالي|حصيلة|الحصيلة|ثمن|وزن|قيمة|راتب|نصيب|ديون|أرباح|خسائر|مدة|المدة|مدت)(?:ه|ها|هم)?$/;

/** What kind of thing is counted. */
export type Counts = 'people' | 'time' | 'things';

/** How far back a number looks for its governor, in UTF-16 units. */
export const REACH = 90;

/**
 * How a number is governed.
 *
 * @param clause the text before the number and before what is attached to it, at most {@link REACH}.
 * @param attached what is written onto the number: و, ب, ل, ال …
 * @param counts what is counted, if anything: a time is an adverb unless something governs it.
 */
export function governor(
  clause: string,
  attached: string,
  counts: Counts | undefined,
  depth = 0,
): Governed {
  if (/[بلك]/.test(attached.replace(/^[وف]*(?:ال)?/, ''))) return 'genitive';
  if (/[~≈<>]\s*$/.test(clause)) return 'genitive';
  // Only this clause; a bracket or quotation mark that opens right before the number is none.
  let before = clause.replace(/[\p{M}ـ]/gu, '').replace(/[\s([{«"“]+$/u, '');
  const end = Math.max(
    ...['.', '؟', '!', '،', '؛', ':', '\n', ')'].map((mark) => before.lastIndexOf(mark)),
  );
  before = before.slice(end + 1);

  // A number joined to another shares its case: من 25 رجلا و12 امرأة.
  const joint = /[وف]/.test(attached) || /(?:^|\s)(?:و|أو|أم)$/.test(before);
  const number = joint && depth < 3 && /([وفبلك]*(?:ال)?)\d[\d.,]*\D*$/.exec(before);
  if (number) return governor(before.slice(0, number.index), number[1]!, counts, depth + 1);

  const list = before.split(/[\s\xa0()«»"“”\-–/]+/).filter(Boolean);
  const last = list.at(-1);
  if (!last) return false;
  const bare = last.replace(/^[وف](?=..)/, '');
  const second = (list.at(-2) ?? '').replace(/^[وف](?=..)/, '');
  if (PREPOSITIONS.has(last) || PREPOSITIONS.has(bare)) return 'genitive';
  if (SISTERS.has(last) || SISTERS.has(bare)) return 'accusative';
  if (/^(?:هناك|ثمة|لديه|لديها|لدينا|له|لها|فيه|فيها|بينهم|به|بها|بينها|منهم|منها)$/.test(bare)) {
    return SISTERS.has(second) && 'accusative';
  }
  const attended = counts === 'people' && list.some((word) => ATTENDING.test(word));
  if (MEASURING.test(last)) return 'accusative';
  if (attended || /^[وف]?ت(?:جمع|خرج|درب|وزع)/.test(last)) return false;
  if (TRANSITIVE.test(last) && ACTIVE.test(last)) return 'accusative';
  const article = /^(?:[وفبك]?ال|لل)/.test(last);
  // غرق 22 مهاجرا: a verb, where it begins.
  const verb = list.length === 1 && /^(?:غرق|نقل|هدم|قصف|سجن|ضبط)$/.test(bare);
  if (!article && !verb && (HEADS.has(bare) || (/ة$/.test(last) && !PASSED.test(last))))
    return 'genitive';
  if (!article && /^[وف]?[بل]/.test(last) && HEADS.has(bare.slice(1))) return 'genitive';
  // برصيد, بفارق, بواقع: what ب is written onto is completed by the number.
  if (/^ب(?!ال|[لق]غ|دأ|قي|اع|ن|حث)\p{L}{3,}(?<!ت|وا)$/u.test(bare) && !listedNoun(bare))
    return 'genitive';
  const measured = list.some((word) => MEASURING.test(word) || /^[وف]?كانت?$/.test(word));
  if (COUNTABLE.test(bare)) return measured && 'accusative';
  const first = list[0]!.replace(/^[وف](?=...)/, '');
  const nominal = COUNTABLE.test(first) && !measured;
  if (counts === 'time' && !nominal && !PASSED.test(last) && !PASSED.test(second))
    return 'accusative';
  // The object comes after its subject: اعتقلت الشرطة 12 شخصا; but قتل في الهجوم 12 شخصا.
  if (TRANSITIVE.test(last)) return false;
  for (let index = list.length - 1; index >= Math.max(0, list.length - 8); index--) {
    const word = list[index]!;
    if (INTRANSITIVE.test(word)) return false;
    if (MEASURING.test(word) || TRANSITIVE.test(word)) {
      return !PREPOSITIONS.has(list[index + 1]!) && 'accusative';
    }
  }
  // شن الطيران 25 غارة: a verb that no list has, its subject with the article, its object.
  const isVerb =
    counts &&
    !nominal &&
    !/^(?:[بك]?ال|لل|هذ|تلك|ذلك)|[ةه]$|ات$/.test(first) &&
    ![HEADS, PREPOSITIONS, SISTERS].some((words) => words.has(first)) &&
    !listedNoun(first);
  return isVerb && list.length > 1 && list.slice(1).every((word) => /^ال../.test(word))
    ? 'accusative'
    : false;
}
