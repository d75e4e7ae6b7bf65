import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { wordAt, wordsOf } from '../../../src/core/words.js';

const cases = readFileSync(new URL('../../fixtures/arabic/words.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line && !/^# /.test(line));

const words = (text: string) => wordsOf(text).map(({ start, end }) => text.slice(start, end));

const hardText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...['قال', 'قَالَ', 'ـ', '\u200c', '\u200f', 'ال', '25', '٫', '.', ',', ':', '-', '٪', '$'],
        ...[
          '@',
          'www.',
          'http://',
          'a',
          'U.N',
          'د.ك',
          ' ',
          '\n',
          '\ud83c',
          '👩‍👩‍👧',
          'ไทย',
          '中文',
          '\u0301',
        ],
      ),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(''));

describe('wordsOf', () => {
  for (const line of cases) {
    const [text, expected] = line.split(' => ') as [string, string];
    it(text, () => assert.deepEqual(words(text), expected.split('|').filter(Boolean)));
  }

  it('reads only the span, and gives offsets in the whole text', () => {
    assert.deepEqual(wordsOf('قال الوزير نعم', { start: 4, end: 10 }), [{ start: 4, end: 10 }]);
  });

  it('covers every letter and digit, in order, and never cuts a grapheme', () => {
    const graphemes = new Intl.Segmenter('ar', { granularity: 'grapheme' });
    fc.assert(
      fc.property(hardText, (text) => {
        const edges = new Set([...graphemes.segment(text)].map(({ index }) => index));
        edges.add(text.length);
        let at = 0;
        let left = '';
        for (const { start, end } of wordsOf(text)) {
          assert.ok(at <= start && start < end && end <= text.length);
          assert.ok(edges.has(end), `cut at ${end} of ${JSON.stringify(text)}`);
          assert.match(text.slice(start, end), /[\p{L}\p{N}]/u);
          left += ` ${text.slice(at, start)}`;
          at = end;
        }
        assert.doesNotMatch(left + ` ${text.slice(at)}`, /[\p{L}\p{N}]/u);
      }),
      { numRuns: 2000 },
    );
  });

  it('takes time in proportion to the length', () => {
    const length = 300_000;
    for (const hostile of [
      'ا',
      '1',
      '1.',
      'a@',
      'www.',
      'http://',
      'a.',
      'د.',
      '中',
      'ไ',
      '+',
      "a'",
    ]) {
      const text = hostile.repeat(length / hostile.length);
      const before = performance.now();
      wordsOf(text);
      const took = performance.now() - before;
      assert.ok(took < 1500, `${JSON.stringify(hostile)} took ${Math.round(took)} ms`);
    }
  });
});

describe('wordAt', () => {
  const text = 'قال الوزير: بلغ 1,234.5 دينارا.';
  it('gives the word that holds the character', () => {
    for (const word of wordsOf(text)) {
      for (let offset = word.start; offset < word.end; offset++) {
        assert.deepEqual(wordAt(text, offset), word);
      }
    }
  });
  it('gives null between words and outside the text', () => {
    for (const offset of [-1, 3, text.indexOf(':'), text.length - 1, text.length, 1e9]) {
      assert.equal(wordAt(text, offset), null);
    }
  });
});
