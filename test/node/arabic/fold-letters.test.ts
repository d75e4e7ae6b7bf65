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
  ['قال تعالى ۝١٢ ثم', 'قال تعالى ثم'],
  ['نص﴿٥﴾ ثم', 'نص ثم'],
  // Open tanwin of the Uthmani text, and the long vowel of a pronoun.
  ['هُدٗى غِشَٰوَةٞ شَيۡءٖ', 'هُدًى غِشَٰوَةٌ شَيْءٍ'],
  ['لَهٗ بِهٖ قال', 'لَهُ بِهِ قال'],
  ['سَمِيعَۢا مِنۢ بَعۡدِ', 'سَمِيعًا مِن بَعْدِ'],
  // Madda over a long vowel is no hamza; over an alif elsewhere it is one.
  ['جَآءَ الضَّآلِّينَ سُوٓءَ', 'جَاءَ الضَّالِّينَ سُوءَ'],
  ['دَاوُۥدَ إِبۡرَٰهِـۧمَ لَهُۥ مَا لَهُۥ.', 'دَاوُودَ إِبْرَٰهِيمَ لَهُو مَا لَهُ.'],
  ['شَيۡـٔٗا مَسۡـُٔولٗا', 'شَيْئًا مَسْئُولًا'],
  ['أَحمد مُؤمن سُئل إلى الآن'.normalize('NFD'), 'أَحمد مُؤمن سُئل إلى الآن'],
  ['وﷲ بﷲ لﷲ', 'والله بالله لله'],
  ['مبرووووك شكككرا ممممتاز اللللله', 'مبروك شكرا ممتاز الله'],
  ['القُرْآن وَالْمَآرِب ههههه', 'القُرْآن وَالْمَآرِب ههههه'],
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
