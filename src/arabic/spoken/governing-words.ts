/**
 * What gives the number after it its case, for a linguist to read and extend. Words stand without
 * diacritics; a verb stands as its root letters, without the alif that begins a form, and what is
 * added to it in front and at its end is in `governor.ts`.
 */
import { words } from './words.js';

/** What a genitive follows; adverbs of time and place are heads of a construct too. */
export const PREPOSITIONS = words(`
في من إلى الى على عن حتى منذ مذ مع خلال بعد قبل عند لدى بين نحو حوالي حوالى زهاء قرابة فوق تحت دون
سوى غير كل ضد عبر حول أمام وراء داخل خارج ضمن مقابل إثر عقب طوال طيلة بدون رغم وسط تجاه عدا خلا
حدود بنحو لنحو بحوالي لحوالي بقرابة لقرابة أصل أكبر أصغر أفضل أهم أول آخر أحد إحدى جميع كافة
`);

/** إنّ and its sisters: what they are about is accusative. */
export const SISTERS = words('إن أن ان كأن لكن ليت لعل لأن بأن فإن وأن وإن أنّ إنّ');

/** Nouns that a number completes, besides those that end in ة: وفاة, مشاركة. */
export const HEADS = words(`
عام رقم الرقم عدد يوم ليلة مقتل حضور وجود بناء إنشاء تنفيذ توقيع اعتقال ضبط تسجيل مبلغ سعر عمر سن
وزن طول عرض ارتفاع عمق معدل متوسط مجموع نقل إنقاذ إجلاء علاج تدريب توظيف تعيين إطلاق إغلاق افتتاح
تخصيص توفير توزيع شراء بيع دفع تحقيق إحراز فوز غرق نزوح مرور انقضاء استمرار تدمير هدم قصف إسقاط
استيراد تصدير إنتاج استهداف اختيار تكريم تخريج استقبال إيواء إعدام سجن نحو زهاء ثمن قدر بقيمة
العام عامي أعوام صباح مساء شهر سباق عيار فتح فصل غياب
رفض محو نفوق خطف دعم حشد حرق نشر وضع نصف ثلث ربع خمس ثلثا ثلثي شفاء نجاح فشل رحيل بقاء ذهاب إياب فقدان نزع نهب مسح فحص شحن ضخ بذل جلب صنع ردم خوض حبس صرف عزل طرد
`);

/**
 * What people are killed or hurt in: it ends there, and the number is what the verb is about (قتل في
 * هجوم 12 شخصا).
 */
export const EVENTS = words(`
حادث هجوم غارة قصف انفجار تفجير زلزال حريق اشتباك انهيار إعصار فيضان تصادم اصطدام كمين معركة احتجاج
اقتحام اعتداء حادثة مداهمة عاصفة مواجهة مظاهرة عملية حملة مدينة قرية محافظة بلدة دولة منطقة جلسة يوم
أسبوع شهر عام وقت حين
`);

/** Places and peoples without the article, which no number completes: لمصر 12 فرعا, إلى غزة 12 شاحنة. */
export const PLACES = words(`
مصر لبنان سوريا فلسطين تونس ليبيا قطر عمان تركيا إيران إسرائيل غزة بيروت دمشق بغداد حلب عدن صنعاء طرابلس
جدة مكة دبي أبوظبي لندن باريس واشنطن موسكو برلين مدريد روما طهران أنقرة إسطنبول كييف بكين طوكيو نيويورك
رفح خانيونس نابلس جنين حيفا يافا عكا درعا حمص حماة إدلب الموصل كربلاء تعز مأرب مصراتة بنغازي وهران فاس
مراكش طنجة أوروبا أفريقيا إفريقيا آسيا أميركا أمريكا فرنسا بريطانيا إسبانيا هولندا كندا المكسيك كوبا
برشلونة ليفربول تشيلسي أرسنال ميلان نابولي بورتو حماس فتح داعش يونيسف ناسا أوبك محمد أحمد علي
`);

/** Those of them that are verbs where a clause begins: غرق 22 مهاجرا. */
export const HEADS_OR_VERBS = words(
  'غرق نقل هدم قصف سجن ضبط فصل رفض دعم فشل حبس صرف عزل طرد نزع نهب مسح فحص شحن ضخ بذل جلب صنع ردم',
);

/** Say that the number's noun is there, and so are about it: لديه 3 أبناء. */
export const THERE_IS = words(
  'هناك ثمة أمامنا أمامه أمامها أمامهم عنده عندها عندنا عندهم لديهم لهم لديه لديها لدينا له لها فيه فيها بينهم به بها بينها منهم منها',
);

/** Verbs whose object is the number even right after them. */
export const MEASURING_VERBS = words(`
رفع خفض بلغ قرأ ضم رتفع نخفض زاد زيد نما نم تراجع هبط صعد قفز نقص قطع شرب تناول أكل سار سير مش
ركض جتاز ضف خسر شمل تجاوز جاوز تخط تعد سجل حقق حرز كلف ستغرق ناهز قارب تضمن دفع ربح منح خصص نفق
حتل متلك ملك نجب حصد ساو فوق فاق وفر قدم أصدر خاض خوض لعب هدر ضاع
`);

/** Verbs whose object follows their subject: اعتقلت الشرطة 12 شخصا. */
export const TRANSITIVE_VERBS = words(`
صيب صاب ستضاف ستضيف ستثمر لتق ستقبل نتج عالج درب وظف نفذ فتتح طلق عتقل حتجز ضبط صدر ستهدف شتر باع
بيع جمع شغل رصد حص عين ختار ختير وزع ستورد دمر قتل كسب نال ودع شيد نشأ نشئ بن هدم غلق نقذ نقل رسل
كرم خرج غرم رفض قر سحب طرح حفر زرع لتهم لتقط كتب نشر ترجم قرأ شاهد تسلم ستلم وقف سقط عترض حجز صادر جر حصل
شهد واجه حمل زار زور
`);

/** Verbs with no object, or whose object became their subject: the number is what they are about. */
export const INTRANSITIVE_VERBS = words(`
أصيب شارك وصل صل حضر غادر توفي جرح لقي فر نجا نجو عاد سافر دخل تأهل صوت تنافس عيش عاش سكن نزح وجد
وقع تطوع تقدم ينتظر عمل صدر اختير أضيف أغلق اجتمع انتهى انتهت
`);

/** Transitive verbs that are not so with ت before them: تجمع, تخرج. */
export const REFLEXIVE_VERBS = words('جمع خرج درب وزع');

/** What people do and things hold: شهد المباراة 60 ألف متفرج, but شهد المعرض 20 ندوة. */
export const ATTENDING_VERBS = words(
  'شهد زار زور واجه تسلم شاهد قطن أدى أد ؤدي اقتحم قتحم خاض خوض لعب تابع اجتاز جتاز دخل ستخدم استخدم',
);

/** Verbs of time that passes or is left: the time is what they are about. */
export const PASSING_VERBS = words('مض مر انقض نقض بق تبق فصل حان');

/** What has a number, as the subject of a sentence without a verb: عمره 25 عاما. */
export const COUNTABLE = words(`
عدد سكان عمر سن سعر طول عمق عرض قطر ارتفاع حجم مجموع إجمالي حصيلة ثمن وزن قيمة راتب نصيب ديون أرباح
خسائر مدة مدت مسافة مساحة سرعة سماكة رصيد
`);

/** Verbs after which a definite noun is a subject: انتهى الشوط الـ2. */
export const SUBJECT_VERBS = words('نص كان أصبح بدأ انطلق انتهى أقيم عقد صدر حضر شارك');
