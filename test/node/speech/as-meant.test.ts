import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { toSpoken } from '../../../src/arabic/spoken/to-spoken.js';
import type { InlineKind } from '../../../src/core/inline.js';
import { spokenFromPieces } from '../../../src/core/spoken-pieces.js';
import { asMeant } from '../../../src/speech/as-meant.js';

/** What is said for a text with one stretch of a kind in braces. */
function say(marked: string, kind: InlineKind, text: string, lang = 'ar'): string {
  const [before = '', own = '', after = ''] = marked.split(/[{}]/);
  const start = before.length;
  const written = before + own + after;
  const inline = { kind, start, end: start + own.length, text };
  const meant = spokenFromPieces(written, asMeant(written, lang, [inline], ['notes']));
  return toSpoken(meant.text, { lang }).text;
}

describe('a number of a formula', () => {
  for (const [written, formula, spoken] of [
    ['إذا كان {…} صحيحة', 'x + 1 = 5', 'إذا كان x زائد واحد يساوي خمسة صحيحة'],
    ['عند {…} نقاط', 'س ≥ 3', 'عند س أكبر من أو يساوي ثلاثة نقاط'],
    ['نجد {…} سنوات', 'x ^ 4', 'نجد x أس أربعة سنوات'],
    ['تعطي {…} دولارات', 'y = 6 ÷ 2', 'تعطي y يساوي ستة على اثنين دولارات'],
    ['الكسر {…} كتب', 'x = 1/2', 'الكسر x يساوي نصف كتب'],
    ['القيمة {…} ساعات', 'x = 3.5', 'القيمة x يساوي ثلاثة ونصف ساعات'],
    ['والضعف {…} هنا', '2 α', 'والضعف اثنان ألفا هنا'],
  ] as const)
    it(`counts nothing after it: ${formula}`, () => {
      assert.equal(say(written, 'formula', formula), spoken);
    });

  it('counts where it is no formula, and what is a part of it', () => {
    assert.equal(say('بلغ {25} طالبة', 'formula', '25'), 'بلغ خمسا وعشرين طالبة');
    assert.equal(say('الزاوية {…} هنا', 'formula', 'x = 3 °'), 'الزاوية x يساوي ثلاث درجات هنا');
  });

  for (const [lang, spoken] of [
    ['fr', '… x au carré plus 1 égale 5 fois 2 …'],
    ['fa', '… x به توان دو به‌علاوه 1 برابر است با 5 ضرب در 2 …'],
    ['he', '… x בריבוע ועוד 1 שווה 5 כפול 2 …'],
    ['ur', '… x کا مربع جمع 1 برابر 5 ضرب 2 …'],
    ['en', '… x squared plus 1 equals 5 times 2 …'],
    ['de', '… x² + 1 = 5 × 2 …'],
  ] as const)
    it(`is said in the language of its sentence, or left: ${lang}`, () => {
      assert.equal(say('… {f} …', 'formula', 'x² + 1 = 5 × 2', lang), spoken);
    });
});

describe('a unit after a power', () => {
  for (const [written, power, spoken] of [
    ['المساحة 10{⁸} م².', '8', 'المساحة عشرة أس ثمانية متر مربع.'],
    ['المسافة 10{⁶} كم تقريبا.', '6', 'المسافة عشرة أس ستة كيلومتر تقريبا.'],
    ['سرعته 3×10{⁸} م/ث.', '8', 'سرعته ثلاثة في عشرة أس ثمانية متر في الثانية.'],
    ['كثافته 10{⁻³} غ/سم³ فقط.', '−3', 'كثافته عشرة أس ناقص ثلاثة غرام لكل سنتيمتر مكعب فقط.'],
    ['قيمته 10{⁹} $ فقط.', '9', 'قيمته عشرة أس تسعة دولار فقط.'],
    ['عددها 10{¹²} خلية.', '12', 'عددها عشرة أس اثنا عشر خلية.'],
    ['المساحة 5 كم{²}.', '2', 'المساحة خمسة كيلومترات مربعة.'],
    ['الكثافة 40 نسمة/كم{²}.', '2', 'الكثافة أربعون نسمة لكل كيلومتر مربع.'],
    ['التسارع 5 م/ث{²}.', '2', 'التسارع خمسة أمتار في الثانية المربعة.'],
  ] as const)
    it(written, () => {
      assert.equal(say(written, 'raised', power), spoken);
    });
});
