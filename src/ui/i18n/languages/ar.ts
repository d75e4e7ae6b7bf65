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
    'no-speech': 'لا صوت في هذا المتصفح. أضف صوتا من إعدادات جهازك، أو جرّب متصفحا آخر.',
    'no-voice': 'لا يوجد صوت لهذه اللغة على جهازك. أضف صوتا من إعدادات جهازك، ثم اضغط «استماع».',
    'not-allowed': 'ينتظر المتصفح موافقتك على تشغيل الصوت. اضغط «استماع».',
    'voice-failed': 'توقّف الصوت. اضغط «استماع» للمتابعة، أو اختر صوتا آخر من الإعدادات.',
    silent: 'القراءة جارية، لكن لا يُسمع صوت. تأكد من أن الصوت غير مكتوم، ثم اضغط «استماع».',
    empty: 'لا يوجد نص للقراءة هنا.',
    'source-failed': 'تعذّر تحميل المقال. تحقق من اتصالك ثم أعد تحميل الصفحة.',
    'source-too-large': 'المقال أكبر من ٢٠ ميغابايت.',
    'source-too-slow': 'تعذّر تحميل المقال في نصف دقيقة.',
    'voice-unreachable': 'تعذّر تنزيل الصوت. تحقق من اتصالك ثم حاول مجددا.',
    'voice-missing': 'لا صوت للقراءة في هذا الموقع. أضف صوتا من إعدادات جهازك.',
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
