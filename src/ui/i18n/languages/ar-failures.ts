import type { LaterFailure } from '../terms.js';

/** What is told in Arabic of what is loaded later; other languages have it in one file with the rest. */
export const arFailures: Readonly<Record<LaterFailure, string>> = {
  'no-speech': 'لا صوت في هذا المتصفح. أضف صوتا من إعدادات جهازك، أو جرّب متصفحا آخر.',
  'no-voice': 'لا يوجد صوت لهذه اللغة على جهازك. أضف صوتا من إعدادات جهازك، ثم اضغط «استماع».',
  'not-allowed': 'ينتظر المتصفح موافقتك على تشغيل الصوت. اضغط «استماع».',
  'voice-failed': 'توقّف الصوت. اضغط «استماع» للمتابعة، أو اختر صوتا آخر من الإعدادات.',
  silent: 'القراءة جارية، لكن لا يُسمع صوت. تأكد من أن الصوت غير مكتوم، ثم اضغط «استماع».',
  'source-failed': 'تعذّر تحميل المقال. تحقق من اتصالك ثم أعد تحميل الصفحة.',
  'source-too-large': 'المقال أكبر من ٢٠ ميغابايت.',
  'source-too-slow': 'تعذّر تحميل المقال في نصف دقيقة.',
  'voice-unreachable': 'تعذّر تنزيل الصوت. تحقق من اتصالك ثم حاول مجددا.',
  'voice-missing': 'لا صوت للقراءة في هذا الموقع. أضف صوتا من إعدادات جهازك.',
};
