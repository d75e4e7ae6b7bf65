import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { loadTashkeel, type Tashkeel } from '../../../src/diacritizer/index.js';
import { spokenGroups } from '../../spoken-groups.js';

const file = 'spelling.txt';
const cases = spokenGroups(
  file,
  readFileSync(new URL(`../../fixtures/tashkeel/${file}`, import.meta.url), 'utf8'),
).flatMap(({ cases }) => cases);

const MARKS = /[\u064b-\u0652]/g;
const bare = (text: string) => text.replace(MARKS, '');

let tashkeel: Tashkeel;
before(async () => {
  tashkeel = await loadTashkeel();
});

for (const [written, spoken] of cases)
  test(`a voice is given letters as they are meant: ${written}`, () => {
    const meant = tashkeel.diacritize(written, { spelling: 'meant' });
    assert.equal(bare(meant.text), bare(spoken));
    // What is said leads back into the text, and never backwards.
    let last = 0;
    for (let i = 0; i <= meant.text.length; i++) {
      const at = meant.toSource(i);
      assert.ok(at >= last && at <= written.length);
      last = at;
    }
    assert.equal(last, written.length);
  });

test('the reader is shown the marks on the letters that the author wrote', () => {
  for (const [written, marked] of [
    ['قال فى القاهرة', 'قَالَ فِى الْقَاهِرَةِ'],
    ['إلی الکویت', 'إِلَی الْکُوَیْتِ'],
    ['أحمد'.normalize('NFD'), 'أَحْمَد'.replace('أَ', 'ا\u0654َ')],
    ['مبرووووك', 'مَبْرُووووك'],
    ['ﻛﺘﺐ ﷺ', /^ﻛ\p{M}ﺘ\p{M}ﺐ\p{M}? ﷺ$/u],
  ] as const) {
    const { text } = tashkeel.diacritize(written);
    const shown = text.replace(/[\u064b-\u0652]+$/, '');
    if (typeof marked === 'string') assert.equal(shown, marked.replace(/[\u064b-\u0652]+$/, ''));
    else assert.match(text, marked);
  }
});

test('a word of the page has the marks of the word that is meant', () => {
  const marksOf = (text: string) => text.match(MARKS)?.join('');
  for (const [written, spoken] of cases)
    // Where each letter stands for one.
    if (written.length === spoken.length)
      assert.equal(
        marksOf(tashkeel.diacritize(written).text),
        marksOf(tashkeel.diacritize(spoken).text),
        written,
      );
});
