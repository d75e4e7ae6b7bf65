import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { anchorAt, findAnchor, hasAnchor } from '../../../src/core/anchor.js';

const TEXT =
  'قالت الوزارة إن العمل بدأ اليوم في كل المدن. وأضافت أن الخطة تشمل القرى كلها. من جهته أكد المدير نجاح التجربة الأولى. وفي الختام شكر الحضور على ما بذلوه من جهد. ثم انصرف الجميع.';
const PLACE = TEXT.indexOf('من جهته');

/** Where the anchor of `PLACE` is found in another text: what stands there, or null. */
function found(text: string): string | null {
  const offset = findAnchor(text, anchorAt(TEXT, PLACE));
  return offset === null ? null : text.slice(offset, offset + 7);
}

describe('an anchor', () => {
  it('is where it was in the same text, at any offset', () => {
    for (let offset = 0; offset <= TEXT.length; offset++)
      assert.equal(findAnchor(TEXT, anchorAt(TEXT, offset)), offset);
  });

  const edits: [string, string][] = [
    ['a paragraph is put before it', `عاجل: ${TEXT.slice(50)}${TEXT}`],
    ['the text before it is cut', TEXT.slice(PLACE - 5)],
    [
      'the sentence before it is rewritten',
      TEXT.replace('وأضافت أن الخطة تشمل القرى كلها', 'وسكتت'),
    ],
    ['the text after it is cut', TEXT.slice(0, PLACE + 50)],
  ];
  for (const [name, text] of edits)
    it(`is found when ${name}`, () => assert.equal(found(text), 'من جهته'));

  it('is where the text before it ends when its own sentence is rewritten', () => {
    assert.equal(found(TEXT.replace('من جهته أكد المدير', 'أما المدير فأكد')), 'أما الم');
  });

  it('is the nearest of several', () => {
    const twice = `${TEXT} ${TEXT}`;
    assert.equal(
      findAnchor(twice, anchorAt(twice, PLACE + TEXT.length + 1)),
      PLACE + TEXT.length + 1,
    );
    assert.equal(findAnchor(twice, anchorAt(twice, PLACE)), PLACE);
  });

  it('is nowhere when nothing is left of it', () => {
    assert.equal(found('نص آخر تماما لا يشبه الأول في شيء.'), null);
    assert.equal(found(''), null);
  });

  it('is of a text that has both sides of it, not of one that begins or ends alike', () => {
    const has = (offset: number, text: string) => hasAnchor(text, anchorAt(TEXT, offset));
    const last = TEXT.indexOf('ثم انصرف');
    assert.equal(has(PLACE, `عاجل: ${TEXT.slice(PLACE - 40)}`), true);
    assert.equal(has(last, TEXT.slice(last - 40)), true);
    assert.equal(has(last, `نص آخر. ${TEXT.slice(last)}`), false);
    assert.equal(has(PLACE, `نص آخر. ${TEXT.slice(PLACE)}`), false);
    assert.equal(has(0, `${TEXT.slice(0, 60)} ثم نص آخر.`), false);
    assert.equal(has(0, TEXT), false);
  });
});
