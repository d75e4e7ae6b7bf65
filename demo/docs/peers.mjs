/** What `node bench/peers.mjs` measured, as tables of Markdown. */

const WORDS = {
  ar: {
    bytes: 'بايتات النصوص البرمجية حتى أول كلمة',
    survived: 'الأعطال التي نجت منها القراءة',
    right: 'الكلمات التي دُلّ عليها وهي تُنطق',
    wrong: 'كلمات دُلّ عليها خطأ',
    numbers: 'الأعداد التي بلغت الصوت كلمات',
    what: 'المكتبة',
    fault: 'عطل الصوت',
    of: (some, all) => `${some} من ${all}`,
    unread: 'لا تقرأ المقال',
    yes: 'نجت',
    no: 'لم تنج',
    faults: {
      'silent-idle': 'يسكت، ويقول إنه فرغ، ولا يرسل `end` (1)',
      'no-boundary': 'لا يرسل `boundary` (3)',
      'zero-index': '`charIndex` صفر دائما (4)',
      'pause-cancels': '`pause()` تلغي، كما في أندرويد (5)',
      'late-voices': 'تأتي الأصوات بعد ثانيتين بلا حدث (9)',
      'dead-voice': 'صوت عربي مذكور لا يبدأ أبدا (11)',
      stuck: 'يعلق المحرك في وسط الجملة (17)',
      'no-end': 'لا `end` بعد أن يُنطق كل شيء (17)',
      'gone-voice': 'يختفي الصوت: `voice-unavailable` (22)',
      'too-long': '`text-too-long` من مئة حرف فأكثر (23)',
      interrupted: '`interrupted` قبل البدء (24)',
      'two-ends': 'يأتي `end` مرتين (25)',
    },
  },
  en: {
    bytes: 'bytes of scripts to the first word',
    survived: 'faults that the reading survived',
    right: 'words told while they are said',
    wrong: 'words told wrongly',
    numbers: 'numbers that reach the voice as words',
    what: 'library',
    fault: 'fault of the voice',
    of: (some, all) => `${some} of ${all}`,
    unread: 'does not read the article',
    yes: 'survived',
    no: 'not survived',
    faults: {
      'silent-idle': 'falls silent, says it is done, and sends no `end` (1)',
      'no-boundary': 'sends no `boundary` (3)',
      'zero-index': '`charIndex` is always 0 (4)',
      'pause-cancels': '`pause()` cancels, as on Android (5)',
      'late-voices': 'voices come after two seconds, with no event (9)',
      'dead-voice': 'an Arabic voice is listed and never begins (11)',
      stuck: 'the engine is stuck in the middle of a sentence (17)',
      'no-end': 'no `end` after all is said (17)',
      'gone-voice': 'the voice is gone: `voice-unavailable` (22)',
      'too-long': '`text-too-long` from 100 characters on (23)',
      interrupted: '`interrupted` before it has begun (24)',
      'two-ends': '`end` comes twice (25)',
    },
  },
};

const table = (rows) =>
  [rows[0], rows[0].map(() => '---'), ...rows.slice(1)]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');

/** @param measured what `bench/peers.mjs` wrote */
export function peers({ of, rows }, lang) {
  const words = WORDS[lang];
  const all = Object.entries(rows);
  // What says nothing of the article does another job.
  const reading = all.filter(([, row]) => row.heard);
  const names = (list) => list.map(([name, { version }]) => `\`${name}\` ${version}`);
  const { faults } = of;
  return [
    table([
      [words.what, words.bytes, words.survived, words.right, words.wrong, words.numbers],
      ...all.map(([, { heard, bytes, died, right, wrong, numbers }], at) => [
        names(all)[at],
        ...(heard
          ? [
              bytes.toLocaleString('en'),
              words.of(faults.length - died.length, faults.length),
              words.of(right, of.words),
              wrong,
              words.of(numbers, of.numbers),
            ]
          : [words.unread, '', '', '', '']),
      ]),
    ]),
    table([
      [words.fault, ...names(reading)],
      ...faults.map((fault) => [
        words.faults[fault],
        ...reading.map(([, { died }]) => (died.includes(fault) ? words.no : words.yes)),
      ]),
    ]),
  ].join('\n\n');
}
