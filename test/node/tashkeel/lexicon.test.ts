import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MARKS, UNKNOWN } from '../../../src/arabic/tashkeel/letters.js';
import { readLexicon } from '../../../src/arabic/tashkeel/lexicon.js';

const { find, longest } = readLexicon(`# countries
الكُوَيْت
لُبْنَان   # a comment behind a word
شَمْس
اسْتِقْلَال
عَامّ
وِزَارَة
رَئِيس
مُسْتَشْفَى
أَيْضًا
مُحَمَّد
عَبْد اللَّه
دَوْلَة
يُعْلِن
أَكَّدَ
لِنَشْر
أَكْثَر
أَدَّت
اِيمَان
إِقَامَة
أَعْلَام
إِعْلَام
كُوَيْتِيّ
نَحْو
`);

/** The word with the marks that the lexicon knows; _ is what it leaves to the nets. */
function vocalised(word: string): string | undefined {
  const [marks] = find(word);
  return (
    marks &&
    [...word].map((letter, i) => letter + (marks[i] === UNKNOWN ? '_' : MARKS[marks[i]!])).join('')
  );
}

const TABLE = {
  لبنان: 'لُبْنَان_',
  ولبنان: 'وَلُبْنَان_',
  بلبنان: 'بِلُبْنَان_',
  وللبنان: undefined,
  للنشر: undefined,
  لرئيس: 'لِرَئِيس_',
  رئيسا: 'رَئِيس_ا',
  الرئيس: 'الرَّئِيس_',
  فالرئيس: 'فَالرَّئِيس_',
  للرئيس: 'لِلرَّئِيس_',
  وللرئيس: 'وَلِلرَّئِيس_',
  الوزارة: 'الْوِزَارَة_',
  كالوزارة: 'كَالْوِزَارَة_',
  للوزارة: 'لِلْوِزَارَة_',
  الشمس: 'الشَّمْس_',
  الكويت: 'الْكُوَيْت_',
  بالكويت: 'بِالْكُوَيْت_',
  للكويت: 'لِلْكُوَيْت_',
  كويت: undefined,
  استقلال: 'اسْتِقْلَال_',
  واستقلال: 'وَاسْتِقْلَال_',
  الاستقلال: 'الِاسْتِقْلَال_',
  للاستقلال: 'لِلِاسْتِقْلَال_',
  عام: 'عَامّ',
  العام: 'الْعَامّ',
  مستشفى: 'مُسْتَشْفَى',
  المستشفى: 'الْمُسْتَشْفَى',
  أيضا: 'أَيْضًا',
  غيرها: undefined,
  دولتهم: 'دَوْلَت_ه_م_',
  ولرئيسها: 'وَلِرَئِيس_ه_ا',
  سيعلن: 'سَيُعْلِن_',
  سرئيس: undefined,
  أكده: undefined,
  كويتيا: 'كُوَيْتِيّا',
  نحو: 'نَحْو_',
  اكثر: 'اَكْثَر_',
  بادت: undefined,
  لايمان: 'لِاِيمَان_',
  للاقامة: 'لِلْاِقَامَة_',
  بالإقامة: 'بِالْإِقَامَة_',
  اعلام: undefined,
  'عبد الله': 'عَبْد_ اللَّه_',
  'لعبد الله': 'لِعَبْد_ اللَّه_',
};

for (const [word, expected] of Object.entries(TABLE))
  test(`${word}: ${expected ?? 'not known'}`, () =>
    assert.equal(vocalised(word)?.normalize(), expected?.normalize()));

test('shadda stands before its vowel', () => {
  assert.equal(vocalised('الشمس'), 'الش\u0651\u064eم\u0652س_');
});

test('the longest entry tells how far to look', () => assert.equal(longest, 2));
