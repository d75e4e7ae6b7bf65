import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { spokenForm } from '../../../src/speech-synthesis-polyfill/embedded/spoken-form.js';

const SHADDA = '\u0651';
const FATHA = '\u064E';
const KASRA = '\u0650';

describe('what espeak-ng is given for a word', () => {
  const TABLE: [written: string, spoken: string, why: string][] = [
    ['الكويت', 'الكويت', 'as it is written'],
    [`ال${'ش'}${FATHA}${SHADDA}مْس`, `الش${FATHA}مْس`, 'shadda after the article is in its doubling'],
    ['شكراً', 'شكرًا', 'tanwin before its alif'],
    ['الكـــتاب', 'الكتاب', 'no tatweel'],
    ['بِالكتاب', 'بالكتاب', 'no vowel before the article'],
    ['وَالكتاب', 'والكتاب', 'no vowel before the article'],
    ['ٱلكتاب', 'الكتاب', 'alif wasla'],
    ['هٰذا', `ه${FATHA}اذا`, 'the small alif'],
    ['مائة', 'مِئَة', 'a hundred'],
    ['ثلاثمئة', 'ثلاثمِئَة', 'three hundred'],
    ['مائتين', 'مِئَتين', 'two hundred'],
    ['قائمة', 'قائمة', 'a list is not a hundred'],
    ['نع\u200cم\u200f', 'نعم', 'joiners and direction marks'],
    ['ﷺ', 'صلى الله عليه وسلم', 'one character for four words'],
    ['ﻻ', 'لا', 'presentation forms'],
    ['کویت', 'كويت', 'letters of Persian keyboards'],
    ['٢٥', '25', 'digits'],
    ['۲۵', '25', 'Persian digits'],
    ['٣٫٥', '3.5', 'the Arabic decimal mark'],
    ['١٬٠٠٠', '1000', 'thousands'],
    ['11 000', '11000', 'thousands with a space'],
    ['25٪', '25 فِلمِئَة', 'per cent'],
    ['٪25', '25 فِلمِئَة', 'per cent before the number'],
    ['$7.50', '7.50 دُولَار', 'money'],
    ['10:30', '10 30', 'time of day'],
    ['ب25', 'بِ25', 'a letter joined to a number'],
    ['ال30', 'ال30', 'the article joined to a number'],
    ['1440هـ', '1440 هِجرِيَّة', 'a year of the Hijra'],
    ['هـ', 'هِجرِيَّة', 'its sign alone'],
    ['2024م', '2024 مِيلَادِيَّة', 'a year of the other calendar'],
    ['د.', 'الدُكتُور', 'a title'],
    ['أ. د.', 'الأُستَاذ الدُكتُور', 'two titles'],
    ['WHO', 'W H O', 'three capitals are letters'],
    ['U.N.', 'U N', 'capitals with full stops'],
    ['NATO', 'NATO', 'four are a word'],
    ['&', 'وَ', 'a sign with a name'],
    ['https://www.kuna.net.kw/a?b=c', 'kuna dot net dot kw a', 'an address'],
    ['info@kuna.net', 'info at kuna dot net', 'a mailbox'],
    ['don’t', "don't", 'an apostrophe'],
    ['[[h@l@U]]', 'h l U', 'no phonemes by accident'],
  ];
  // Literals of vowelled words are compared whatever order their marks were typed in.
  const same = (actual: string, expected: string) =>
    assert.equal(actual.normalize('NFC'), expected.normalize('NFC'));

  for (const [written, spoken, why] of TABLE)
    it(`${why}: ${written}`, () => same(spokenForm(written, false), spoken));

  it('has shadda before its vowel, in which order ever it was written', () => {
    const right = `مُمَث${SHADDA}${KASRA}ل`;
    assert.equal(spokenForm(right, false), right);
    assert.equal(spokenForm(`مُمَث${KASRA}${SHADDA}ل`, false), right);
  });

  it('endings as they are heard before a pause', () => {
    const paused: [string, string][] = [
      ['مَدْرَسَةٌ', 'مَدْرَسَ'],
      ['مدرسة', 'مدرسة'],
      ['كِتَابٌ', 'كِتَاب'],
      ['كِتَابِ', 'كِتَاب'],
      ['شُكْرًا', 'شُكْرَا'],
      ['25٪', '25 فِلمِئَ'],
    ];
    for (const [written, spoken] of paused) same(spokenForm(written, true), spoken);
  });

  it('a word of any length', () => {
    assert.equal(spokenForm('ا'.repeat(100_000), false).length, 200);
    assert.equal(spokenForm('ـ\u200b', false), '');
  });
});
