import type { Terms } from '../terms.js';

/** The bar's words in Arabic: the one language that is there from the start. */
export const ar: Terms = {
  lang: 'ar',
  dir: 'rtl',
  article: 'المقال',
  toolbar: 'أدوات القراءة',
  listen: 'استماع',
  pause: 'إيقاف مؤقت',
  resume: 'متابعة',
  loading: 'جارٍ التحضير…',
  downloading: (percent) => `تنزيل الصوت ${percent}`,
  stop: 'إنهاء القراءة',
  previousSentence: 'الجملة السابقة',
  nextSentence: 'الجملة التالية',
  previousParagraph: 'الفقرة السابقة',
  nextParagraph: 'الفقرة التالية',
  rate: 'سرعة الاستماع',
  textSize: 'حجم النص',
  smaller: 'تصغير النص',
  larger: 'تكبير النص',
  letter: 'أ',
  contents: 'المحتويات',
  view: 'وضع القراءة',
  settings: 'الإعدادات',
  help: 'المساعدة',
  more: 'المزيد',
  tryAgain: 'حاول مجددا',
  failures: {
    empty: 'لا يوجد نص للقراءة هنا.',
    unreachable: 'تعذّر تحميل جزء من القارئ. تحقق من اتصالك ثم أعد تحميل الصفحة.',
  },
  place: (k, n) => `الفقرة ${k} من ${n}`,
  minutesLeft: (n, plural) =>
    plural === 'one'
      ? 'بقيت دقيقة'
      : plural === 'two'
        ? 'بقيت دقيقتان'
        : plural === 'few'
          ? `بقيت ${n} دقائق`
          : `بقيت ${n} دقيقة`,
  underAMinute: 'بقي أقل من دقيقة',
};
