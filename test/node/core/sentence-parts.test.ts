import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { cutAt, partAt, partEnd } from '../../../src/core/sentence-parts.js';

const cuts = (text: string, limit: number) => {
  const parts: string[] = [];
  for (let at = 0; at < text.length;) {
    const end = cutAt(text, at, limit);
    parts.push(text.slice(at, end));
    at = end;
  }
  return parts;
};

describe('a text that is too long', () => {
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
});

describe('the part of a sentence', () => {
  const before = 'قال الوزير. ';
  const spanOf = (sentence: string) => ({
    start: before.length,
    end: before.length + sentence.length,
  });

  it('is all of it, unless that is long', () => {
    const sentence = 'بلغ عدد المسافرين خمسة آلاف.';
    const span = spanOf(sentence);
    assert.equal(partAt(before + sentence, span, span.start + 9), span);
  });

  it('holds the offset, ends where what is said ends, and the parts leave out nothing but spaces', () => {
    const word = fc.constantFrom('١٢٣٤', '1,250', 'دينارا', 'كويتيا،', 'a'.repeat(3000));
    fc.assert(
      fc.property(fc.array(word, { minLength: 100, maxLength: 300 }), (words) => {
        const sentence = words.join(' ');
        const text = `${before}${sentence}`;
        const span = spanOf(sentence);
        let end = span.start;
        for (let at = span.start, left = ''; at < span.end; at = end, left = text[at] ?? '') {
          const part = partAt(text, span, at + (left === ' ' ? 1 : 0));
          assert.ok(part.end - part.start <= 2000);
          assert.equal(text.slice(end, part.start).trim(), '');
          assert.equal(part.end, span.start + partEnd(sentence, end - span.start));
          for (const offset of [part.start, part.end - 1])
            assert.deepEqual(partAt(text, span, offset), part);
          end = part.end;
        }
        assert.equal(end, span.end);
        assert.deepEqual(partAt(text, span, -1).start, span.start);
      }),
      { numRuns: 20 },
    );
  });
});
