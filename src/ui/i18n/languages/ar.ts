import type { Terms } from '../terms.js';

/** The bar's words in Arabic: the one language that is there from the start. */
export const ar: Terms = {
  lang: 'ar',
  dir: 'rtl',
  article: 'المقال',
  toolbar: 'أدوات القراءة',
  listen: 'استمع',
  pause: 'إيقاف مؤقت',
  resume: 'تابع',
  loading: 'لحظة…',
  stop: 'إنهاء القراءة',
  previousSentence: 'الجملة السابقة',
  nextSentence: 'الجملة التالية',
  previousParagraph: 'الفقرة السابقة',
  nextParagraph: 'الفقرة التالية',
  rate: 'سرعة القراءة',
  textSize: 'حجم النص',
  smaller: 'تصغير النص',
  larger: 'تكبير النص',
  letter: 'أ',
  contents: 'المحتويات',
  view: 'وضع القراءة',
  settings: 'الإعدادات',
  help: 'المساعدة',
  more: 'أدوات أخرى',
  tryAgain: 'حاول مجددا',
  backToReading: 'العودة إلى موضع القراءة',
  failures: {
    'no-speech':
      'لا يستطيع هذا المتصفح القراءة بصوت مسموع. أضف صوتا من إعدادات جهازك، أو جرّب متصفحا آخر.',
    'no-voice': 'لا يوجد صوت بهذه اللغة على جهازك. أضف صوتا من إعدادات جهازك، ثم اضغط «استمع».',
    'not-allowed': 'ينتظر المتصفح موافقتك على تشغيل الصوت. اضغط «استمع».',
    'voice-failed':
      'توقّف الصوت. اضغط «استمع» لتتابع من الموضع نفسه، أو اختر صوتا آخر من الإعدادات.',
    silent:
      'تجري القراءة بلا صوت مسموع. تأكد أن الصوت غير مكتوم، ثم اضغط «استمع» لتتابع من الموضع نفسه.',
    empty: 'لا يوجد نص للقراءة هنا.',
    'source-failed': 'تعذّر تحميل المقال. تحقق من اتصالك ثم أعد تحميل الصفحة.',
    'source-too-large': 'المقال أكبر من 20 ميغابايت.',
    'source-too-slow': 'تعذّر تحميل المقال في نصف دقيقة.',
    'voice-unreachable':
      'لا صوت عربيا على جهازك، وتعذّر تحميل المدمج. تحقق من اتصالك ثم حاول مجددا.',
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
  embeddedVoice: 'يُقرأ المقال بالصوت المدمج. تجد غيره في الإعدادات.',
  underAMinute: 'بقي أقل من دقيقة',
};
