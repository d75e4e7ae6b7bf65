import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { indexAt } from '../../../src/core/article.js';
import { firstIndex } from '../../../src/core/search.js';

describe('firstIndex', () => {
  it('finds where a test begins to hold, wherever that is', () => {
    for (let length = 0; length < 40; length++)
      for (let first = 0; first <= length; first++)
        assert.equal(
          firstIndex(length, (index) => index >= first),
          first,
        );
  });

  it('asks of no index outside the list, and of few inside it', () => {
    for (const first of [0, 1, 499_999, 999_999, 1_000_000]) {
      const asked: number[] = [];
      firstIndex(1_000_000, (index) => {
        asked.push(index);
        return index >= first;
      });
      assert.ok(asked.length <= 20 && asked.every((index) => index >= 0 && index < 1_000_000));
    }
    assert.equal(
      firstIndex(0, () => assert.fail('asked of an empty list')),
      0,
    );
  });
});

describe('indexAt', () => {
  const spans = [
    { start: 2, end: 5 },
    { start: 5, end: 6 },
    { start: 9, end: 12 },
  ];

  it('is the span that holds an offset, else the next, else the last', () => {
    assert.deepEqual(
      [-1, 0, 2, 4, 5, 6, 8, 9, 11, 12, 100].map((offset) => indexAt(spans, offset)),
      [0, 0, 0, 0, 1, 2, 2, 2, 2, 2, 2],
    );
    assert.equal(indexAt([], 0), -1);
  });

  it('is what a search from the beginning finds', () => {
    const widths = fc.array(fc.record({ gap: fc.nat(3), width: fc.integer({ min: 1, max: 5 }) }));
    fc.assert(
      fc.property(widths, fc.integer({ min: -5, max: 100 }), (list, offset) => {
        let at = 0;
        const spans = list.map(({ gap, width }) => {
          const start = at + gap;
          at = start + width;
          return { start, end: at };
        });
        const found = spans.findIndex(({ end }) => end > offset);
        assert.equal(indexAt(spans, offset), found < 0 ? spans.length - 1 : found);
      }),
    );
  });
});
