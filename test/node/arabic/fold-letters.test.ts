import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { foldLetters, hasFolded } from '../../../src/arabic/fold-letters.js';

/** What is written, and what is meant. */
const CASES: readonly (readonly [written: string, meant: string])[] = [
  ['ﻛﺘﺎب', 'كتاب'],
  ['ﻻ ﺑﺄس', 'لا بأس'],
  ['بإذن ﷲ.', 'بإذن الله.'],
  ['محمدﷺ قال', 'محمد صلى الله عليه وسلم قال'],
  ['﷽', 'بسم الله الرحمن الرحيم'],
  ['عائشة ﵂', 'عائشة رضي الله عنها'],
  ['كتـــاب', 'كتاب'],
  // The rules for these look for the tatweel.
  ['لـ«الأنباء» بـكتاب الـ27 1440هـ', 'لـ«الأنباء» بـكتاب الـ27 1440هـ'],
  ['وقف ۖ وعلامة ۚ ثم نهاية۞.', 'وقف وعلامة ثم نهاية.'],
  ['ٱلۡكِتَٰبُ', 'الْكِتَٰبُ'],
  ['\u200fنص\u200f \u202bآخر\u202c', 'نص آخر'],
  ['100﷼ ﴿آية﴾', '100﷼ ﴿آية﴾'],
];

describe('letters as they are meant', () => {
  for (const [written, meant] of CASES)
    it(written, () => {
      const folded = foldLetters(written);
      assert.equal(folded.text, meant);
      assert.equal(hasFolded(written), written !== meant);
      // And never outside, nor backwards.
      let last = 0;
      for (let i = 0; i <= meant.length; i++) {
        const at = folded.toSource(i);
        assert.ok(at >= last && at <= written.length);
        last = at;
      }
      assert.equal(foldLetters(meant).text, meant);
    });

  it('leads from what is said to the word that it is written as', () => {
    const written = 'قرأ ﻛﺘﺎﺑﺎ بإذن ﷲ أمس';
    const { text, toSource, toSpoken } = foldLetters(written);
    for (const [said, from] of [
      ['كتابا', 'ﻛﺘﺎﺑﺎ'],
      ['الله', 'ﷲ'],
      ['أمس', 'أمس'],
    ] as const) {
      assert.equal(toSource(text.indexOf(said)), written.indexOf(from));
      assert.equal(toSpoken(written.indexOf(from)), text.indexOf(said));
    }
  });
});
