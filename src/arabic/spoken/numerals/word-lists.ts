/**
 * The words by which a number is understood, for a linguist to read and extend: what each list is
 * for, and then its words, without diacritics. How they are looked for is in the file of the rule.
 */
import { pattern, words } from '../words.js';

/** After an hour; صباحا or مساء is said for them. */
export const MORNING = words('ص صباحًا AM am a.m');
export const EVENING = words('م PM pm p.m');

/** Begin what tells the part of the day: صباحا, من مساء السبت. */
export const DAYTIMES = words('فجر صباح ظهر عصر مساء');
export const TIMES_OF_DAY = [...DAYTIMES, 'ليل'];

/** Before 8 م it is the hour: what opens, begins or is shown; the beginnings of words will do. */
export const OPENING = words(`
الساعة يبدأ تبدأ بدأ يفتح تفتح يغلق تغلق الدوام دوام الدخول موعد البث يبث تبث الحفل العرض الافتتاح ينطلق تنطلق
يوميا السبت الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة غدا اليوم أمس يقام تقام يعمل تعمل العمل المباراة
اللقاء الندوة الزيارة الوصول الإقلاع تقلع الرحلة يصل تصل يعرض تعرض الإفطار السحور الأذان مواعيد
`);

/** With them 10ص are pages. */
export const PRINTS = words('كتاب كتيب رواية دراسة مقال صفحة طبعة مجلة قطع دار مجلد بحث رسالة');

/** Before 2:1 it is no time of day. */
export const COMPARISONS = words('نسبة مقياس معدل نتيجة');

/** Before a telephone number. */
export const TELEPHONES = words(
  'هاتف هاتفه هاتفها هاتفا تلفون جوال موبايل محمول فاكس واتساب الاتصال اتصل خط الرقم الرقم_المدني',
);

/** Before 5/6 it is a day and a month. */
export const DAYS = words(
  'يوم صباح مساء ظهر ليلة تاريخ الموافق السبت الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة',
);

/** Anywhere before 8/10 it is a mark: ثمانية من عشرة. */
export const RATINGS = words('تقييم تقدير درجة علامة معدل حصل نال تقييما نتيجة');

/** Anywhere before 2-1 it is a score; the beginnings of words will do. */
export const SPORT_BEFORE = pattern`${words(
  'فاز فوز هزم هزيمة تغلب خسر خسارة تعادل نتيجة مباراة تأهل سجل الشوط تقدم حسم انتهت انتهى مجموع',
)}`;

/** Before 2019-2020 it is a season and no time from one year to the other. */
export const SEASONS = words('موسم الدراسي المالي المالية دوري');

/** Besides the prepositions, what does without من before the first of two numbers: بنسبة 5-7. */
export const DIRECTLY_BEFORE_RANGE = words('نسبة بنسبة عام عامي الساعة رقم');

/** Before a year: the year is masculine after these and feminine after those. */
export const YEARS = words('عام عامي أعوام');
export const FEMININE_YEARS = words('سنة سنتي سنوات');

/** A number with م after them is metres, not a year. */
export const MEASURED = words('ارتفاع طول مسافة عمق مساحة بعد سباق');

/** Before a year without عام: في 2019. */
export const BEFORE_YEAR = words('في منذ حتى بحلول خلال بعد قبل من إلى عن');

/** What has a year: صيف 2019, also with ب or ل; of the last ones each has a name: كأس آسيا 2019. */
export const OF_A_YEAR = words(`
صيف شتاء ربيع خريف نهاية بداية مطلع منتصف أوائل أواخر موسم مونديال أولمبياد انتخابات حرب ثورة
دستور قانون موازنة ميزانية رؤية خطة أجندة إكسبو يورو نوبل أوسكار
`);
export const CUPS = words('كأس دوري بطولة رؤية معرض مهرجان');

/** With the article, nouns whose number is an ordinal: المادة 5, القرن 21, البندان 3 و4. */
export const RANKED_MASCULINE = words(`
قرن فصل باب بند طابق جزء مجلد يوم أسبوع مركز درس موسم فوج لواء محور صف شوط شهر مؤتمر اجتماع مهرجان
معرض ملتقى منتدى عيد عدد سؤال سطر لقاء احتفال رئيس كونغرس برلمان لقب هدف سباق رالي ماراثون كرنفال عقد
بيت حزب نزال فوز ظهور كلاسيكو ديربي مستوى ربع قسم ملحق جيل تعديل اختبار امتحان أولمبياد حفل إصحاح
استحقاق تصنيف دور عام ميلاد تتويج انتصار تمرين قيراط نداء مونديال
`);
export const RANKED_FEMININE = words(`
مادة فقرة دورة جولة مرحلة حلقة دقيقة نسخة طبعة مرتبة محاضرة كتيبة فرقة دفعة نقطة سنة ليلة وحدة مرة
آية قمة مباراة جلسة موجة حصة ندوة أمسية بطولة محاولة ميدالية حكومة درجة طبقة حزمة خطوة رتبة بعثة زيارة
مشاركة مواجهة حملة سورة تجربة خانة فترة جبهة غارة محطة مناسبة منافسة مجموعة
`);
/** Those that stand so alone, and plurals other than ات. */
export const RANKED_AS_THEY_ARE = words('ذكرى مواد بنود فصول أبواب قرون');
/** With a pronoun these have a number and are none of a row: عدده 5. */
export const NEVER_OWNED_RANK = words(
  'عدد درجة نقطة يوم مرة ربع سؤال بيت مستوى دقيقة تصنيف حصة رتبة',
);

/** Before a number that names a thing and counts none: شارع 15 قطعة 3. */
export const NAMED_BY_NUMBER = words(
  'رقم الرقم بريد البريد شارع قطعة منزل بناية مبنى شقة بوابة محطة موديل مواليد إصدار بنزين البنزين',
);

/** The same with the article, and in the case of the noun: على القرار 242. */
export const LABELS = words(`
قرار قانون مرسوم رحلة قطار طريق خط ملف قضية غرفة قناة مقعد ملعب نموذج فئة قطعة عقار وثيقة تقرير بوابة رصيف مخيم
`);

/** The same, feminine. */
export const FEMININE_NAMED_BY_NUMBER = words('صفحة الصفحة قناة غرفة');

/** After a number, not counted by it, nor any word with the article. */
export const NOT_COUNTED = words(`
أو ثم أن إن أي قد لا لم لن ما هو هي هم كان كانت فقط تقريبا أيضا منها منهم منه فيها فيه بينهم بينها
حسب وفق وفقا أمس اليوم غدا إذ حيث بينما لكن ولكن بالمئة بالمائة قال وقال قالت وأضاف تم جاء وصل
شارك صباحا مساء ليلا ظهرا فجرا عصرا سنويا يوميا شهريا أسبوعيا
نتيجة مقارنة بداية نهاية إضافة خاصة عامة كافة عادة غالبا نظرا حماية تلبية استجابة خشية بغية رغبة مخافة
نيابة علاوة سعيا أملا خصوصا جراء إثر فضلا بدلا معا سوية تحديدا أخيرا حاليا سابقا لاحقا تباعا توا
بسرعة بسهولة بدقة بغزارة بكثافة برفقة بمعية بصفة بواسطة بوساطة بصحبة لمصلحة بعناية بصورة لدرجة
محاولة خدمة دعوة دفاعا هربا بحثا احتجاجا تضامنا تمهيدا استعدادا وفاء تكريما تخليدا احتفالا
`);

/** Verbs as well as nouns, and verbs where they do not stand as the number wants the noun: 3 حكم. */
export const VERBS_TOO = words(`
حكم عمل طلب سجل كشف رسم درس علم حمل وعد رد شك عرض قبض كسر لعب ملك مثل نشر وقف وصف سلم سند شرط ضمن
ضغط طرح طعن عقد عهد غرض فحص فرض قرض قصر قطع قفل نبع وضع ورد وزن ثقب جرح خطر دفع ربح ركن رهن سحب سكن
شرح صدر صرح صف صنف طبع عزف غلف فاز فصل قال قتل قصف كتب مال نص نصب نقد نقش هدد هدف هجم حقق حل خط سد
قاد ظل عاد حق كف شق جد ود حظر حجز نجح صوت صرف بدل حفر حصد
`);

/** After what is counted they show that no more is said of it; the beginnings of words will do. */
export const AFTER_COUNTED = words(
  'في من على إلى عن مع بعد قبل خلال منذ حتى بين عند لدى أو ثم فقط',
);

/** Before a number with no noun, what counts a feminine one: صوتت 143 لصالح القرار, والصغرى 29. */
export const COUNTING_FEMININE = words('العظمى الصغرى صوتت امتنعت وافقت رفضت تأهلت انسحبت');

/** Nouns of time, which are adverbs where nothing governs them; and measures of a way. */
export const TIMES = words(
  'يوم عام سنة شهر أسبوع ساعة دقيقة ثانية ليلة قرن عقد موسم متر كيلومتر مرة',
);

/** Thousands and more, in every form in which they follow digits. */
export const SCALES = words(
  'ألف ألفا الف آلاف مليون مليونا ملايين مليار مليارا مليارات بليون بلايين تريليون تريليونا تريليونات',
);

/** In these countries 1.234 is a thousand and more. */
export const POINT_IS_THOUSANDS = words('MA DZ TN LY');
