import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { cutAt, withoutMarkup } from '../../../src/speech/utterance-text.js';

const cuts = (text: string, limit: number) => {
  const parts: string[] = [];
  for (let at = 0; at < text.length;) {
    const end = cutAt(text, at, limit);
    parts.push(text.slice(at, end));
    at = end;
  }
  return parts;
};

describe('text of an utterance', () => {
  it('is cut at a clause, else at a word, else anywhere', () => {
    assert.deepEqual(cuts('قال الوزير، أمس، إن', 14), ['قال الوزير،', ' أمس، إن']);
    assert.deepEqual(cuts('واحد اثنان ثلاثة', 10), ['واحد اثنان', ' ثلاثة']);
    assert.deepEqual(cuts('aaaaaaaa', 3), ['aaa', 'aaa', 'aa']);
    assert.deepEqual(cuts('قصير', 100), ['قصير']);
    // A number's comma is no clause, and a crumb is not worth a clause.
    assert.deepEqual(cuts('بلغ 1,250 دينارا', 12), ['بلغ 1,250', ' دينارا']);
    assert.deepEqual(cuts('لا، لن نعود أبدا', 12), ['لا، لن نعود', ' أبدا']);
  });

  it('is cut without losing anything, never above the limit, never inside a character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 2, max: 30 }),
        (text, limit) => {
          const parts = cuts(text, limit);
          assert.equal(parts.join(''), text);
          for (const part of parts) {
            assert.ok(part.length > 0 && part.length <= limit);
            assert.ok(!/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/.test(part));
          }
        },
      ),
    );
  });

  it('has no & < >, and every other character keeps its place', () => {
    assert.equal(withoutMarkup('A&B', 'ar-KW').text, 'A و B');
    assert.equal(withoutMarkup('A & B <c>', 'en').text, 'A  and  B  c ');
    assert.equal(withoutMarkup('A&B', 'fr').text, 'A B');
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab &<>و') }), (text) => {
        const { text: spoken, toSource, toSpoken } = withoutMarkup(text, 'ar');
        assert.ok(!/[&<>]/.test(spoken));
        for (let i = 0; i < text.length; i++) {
          if (/[&<>]/.test(text[i]!)) continue;
          assert.equal(spoken[toSpoken(i)], text[i]);
          assert.equal(toSource(toSpoken(i)), i);
        }
        for (let i = 1; i <= spoken.length; i++) assert.ok(toSource(i) >= toSource(i - 1));
        assert.equal(toSource(0), 0);
        assert.equal(toSource(spoken.length), text.length);
        assert.equal(toSpoken(text.length), spoken.length);
      }),
    );
  });
});
