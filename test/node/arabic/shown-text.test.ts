import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decisiveMarks, withDigits, withoutMarks } from '../../../src/arabic/shown-text.js';
import { spokenWith } from '../../../src/arabic/tashkeel/insertions.js';
import type { Spoken } from '../../../src/core/spoken.js';

const MARK = /[\u064b-\u0652]/;

/** A vocalised text as the diacritizer gives it: its source, and the way back. */
function vocalised(text: string): { source: string; full: Spoken } {
  let source = '';
  const places: number[] = [];
  const totals: number[] = [];
  let total = 0;
  for (const char of text) {
    if (!MARK.test(char)) {
      source += char;
      continue;
    }
    total++;
    if (places.at(-1) === source.length) totals[totals.length - 1] = total;
    else {
      places.push(source.length);
      totals.push(total);
    }
  }
  const insertions = { text, places: Uint32Array.from(places), totals: Uint32Array.from(totals) };
  return { source, full: spokenWith(insertions) };
}

describe('withDigits', () => {
  for (const [written, arab, latn] of [
    ['في 30 يوليو 2020', 'في ٣٠ يوليو ٢٠٢٠', 'في 30 يوليو 2020'],
    ['بلغ ١٬٢٣٤٫٥ و12.5%', 'بلغ ١٬٢٣٤٫٥ و١٢٫٥٪', 'بلغ 1,234.5 و12.5%'],
    ['10,000 أو 1,234,567', '١٠٬٠٠٠ أو ١٬٢٣٤٬٥٦٧', '10,000 أو 1,234,567'],
    // Dates, times, versions and lists keep their signs.
    ['30.7.2020 الساعة 10:30، 1,2', '٣٠.٧.٢٠٢٠ الساعة ١٠:٣٠، ١,٢', '30.7.2020 الساعة 10:30، 1,2'],
    ['عام 2020.', 'عام ٢٠٢٠.', 'عام 2020.'],
    // Words of Latin letters and addresses.
    ['COVID19 وG20 www.a1.com/12', 'COVID19 وG20 www.a1.com/12', 'COVID19 وG20 www.a1.com/12'],
  ] as const)
    it(`writes "${written}"`, () => {
      assert.equal(withDigits(written, 'arab', 'ar'), arab);
      assert.equal(withDigits(written, 'latn', 'ar'), latn);
      assert.equal(withDigits(arab, 'latn', 'ar').length, written.length);
    });

  it('writes the digits of Persian and Urdu as these do', () => {
    assert.equal(withDigits('٢٠٢٠ و 45', 'arab', 'fa-IR'), '۲۰۲۰ و ۴۵');
    assert.equal(withDigits('۲۰۲۰ و ۴۵', 'latn', 'ur'), '2020 و 45');
  });
});

describe('withoutMarks', () => {
  it('takes marks away and leads back; letters with a hamza or madda stay', () => {
    const text = 'كَتَبَ هٰذا آخرُ';
    const { text: bare, toSource, toSpoken } = withoutMarks(text)!;
    assert.equal(bare, 'كتب هذا آخر');
    assert.equal(toSpoken(text.length), bare.length);
    assert.equal(toSource(1), 2, 'the second letter');
    assert.equal(bare.slice(toSpoken(0), toSpoken(text.indexOf(' '))), 'كتب');
    assert.equal(withoutMarks('آخر أمر'), null);
    assert.equal(withoutMarks('A\u0301'), null);
  });
});

describe('decisiveMarks', () => {
  for (const [full, partial] of [
    // Shadda, but not after the article nor in الذي.
    ['عَلَّمَ الدَّرْسَ', 'علّم الدرس'],
    ['لِلشَّعْبِ وَبِالسَّلَامِ الَّذِي', 'للشعب وبالسلام الذي'],
    ['إِنَّ أَنَّ', 'إنّ أنّ'],
    ['شُكْرًا جِد\u0651\u064bا', 'شكر\u064bا جد\u0651\u064bا'],
    // Passives and the like, but no nouns with mīm.
    ['يُقَالُ وَيُذْكَرُ كُتِبَ', 'يُقال ويُذكر كُتب'],
    ['مُدِيرٌ كُلِّ', 'مدير كلّ'],
    ['مِنْ مَنْ', 'من مَن'],
  ] as const)
    it(`shows "${partial}"`, () => {
      const { source, full: spoken } = vocalised(full);
      const { text, toSource, toSpoken } = decisiveMarks(source, spoken);
      assert.equal(text, partial);
      for (let at = 0; at < source.length; at++) assert.equal(toSource(toSpoken(at)), at);
    });
});
