import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { loadTashkeel, type Tashkeel } from '../../../src/diacritizer/index.js';
import { toSpoken } from '../../../src/arabic/spoken/to-spoken.js';
import { isForeignName } from '../../../src/arabic/tashkeel/foreign.js';
import { spokenGroups } from '../../spoken-groups.js';

const file = 'known.txt';
const groups = spokenGroups(
  file,
  readFileSync(new URL(`../../fixtures/tashkeel/${file}`, import.meta.url), 'utf8'),
);

let tashkeel: Tashkeel;
before(async () => {
  tashkeel = await loadTashkeel();
});

for (const { name, cases } of groups)
  test(name, () => {
    for (const [written, known] of cases) {
      const { text } = tashkeel.diacritize(written);
      // Foreign names: no more than these marks.
      for (const words of known.split('|'))
        assert.ok(text.normalize().includes(words.normalize()), `${text}: ${words}`);
      assert.equal(text.replace(/[\u064b-\u0652]/g, ''), written);
    }
  });

test('what the author wrote stands against the rules', () => {
  assert.match(tashkeel.diacritize('حضر ثلاثةَ رجال').text, /ثَلَاثَةَ/);
  assert.match(tashkeel.diacritize('قال بوتينُ إن').text, /بُوتِينُ/);
});

test('numbers of a text are said in words with the case that the words show', () => {
  for (const [written, said] of [
    ['في القاعة 197 كرسيا.', 'مِئَةٌ وَسَبْعَةٌ وَتِسْعُونَ'],
    ['منذ 27 عاما.', 'سَبْعَةٍ وَعِشْرِينَ'],
    ['اتصل على هاتف 0553 2211 الآن.', 'صِفْرْ خَمْسَةْ خَمْسَةْ ثَلَاثَةْ، اثْنَانْ اثْنَانْ وَاحِدْ وَاحِدْ'],
  ] as const)
    assert.ok(
      tashkeel.diacritize(toSpoken(written).text).text.normalize().includes(said.normalize()),
      written,
    );
});

test('Arabic words that end as foreign names do keep their endings', () => {
  for (const word of 'الظروف والصفوف المعروف بالوقوف يدرسون مهندسون ينسون صفوف ظروف الكون غرام'.split(
    ' ',
  ))
    assert.equal(isForeignName(word, false), false, word);
  for (const word of 'غولدبيرغ أندرسون إبراهيموفيتش وأكسفورد بوريسوف'.split(' '))
    assert.equal(isForeignName(word, false), true, word);
});
