import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { composeSpoken, spokenFromPieces } from '../../../src/core/spoken-pieces.js';
import { spokenAsWritten, type Spoken, type SpokenPiece } from '../../../src/core/spoken.js';

/** Pieces over a text of `length` characters, from widths of what stays and what is replaced. */
const pieces = fc
  .array(fc.record({ stays: fc.nat(4), replaced: fc.nat(4), spoken: fc.string({ maxLength: 6 }) }))
  .map((steps) => {
    let at = 0;
    const list: SpokenPiece[] = steps.map(({ stays, replaced, spoken }) => {
      const start = at + stays;
      at = start + replaced;
      return { source: { start, end: at }, spoken };
    });
    return { text: 'س'.repeat(at + 3), list };
  });

function checkMaps(spoken: Spoken, length: number): void {
  let before = 0;
  for (let index = -1; index <= spoken.text.length + 1; index++) {
    const source = spoken.toSource(index);
    assert.ok(source >= before && source <= length);
    before = source;
  }
  before = 0;
  for (let offset = -1; offset <= length + 1; offset++) {
    const index = spoken.toSpoken(offset);
    assert.ok(index >= before && index <= spoken.text.length);
    before = index;
  }
  assert.equal(spoken.toSource(spoken.text.length), length);
  assert.equal(spoken.toSpoken(length), spoken.text.length);
}

describe('spokenFromPieces', () => {
  const spoken = spokenFromPieces('في 25 عاما (نعم)', [
    { source: { start: 3, end: 5 }, spoken: 'خمسة وعشرين' },
    { source: { start: 11, end: 12 }, spoken: '' },
    { source: { start: 15, end: 16 }, spoken: '' },
  ]);

  it('says the pieces in their places', () => {
    assert.equal(spoken.text, 'في خمسة وعشرين عاما نعم');
  });

  it('leads back from inside a piece to its source, and from elsewhere to the same place', () => {
    const from = (words: string) => spoken.toSource(spoken.text.indexOf(words));
    assert.deepEqual(
      [from('في'), from('خمسة'), from('وعشرين'), from('عاما'), from('نعم')],
      [0, 3, 3, 6, 12],
    );
  });

  it('leads from inside a source to the start of what is said for it', () => {
    assert.deepEqual([0, 3, 4, 6, 12].map(spoken.toSpoken), [0, 3, 3, 15, 20]);
  });

  it('is total, monotonic, and maps the end to the end', () => {
    fc.assert(
      fc.property(pieces, ({ text, list }) => checkMaps(spokenFromPieces(text, list), text.length)),
      { numRuns: 500 },
    );
  });
});

describe('composeSpoken', () => {
  it('is one step made of two', () => {
    fc.assert(
      fc.property(pieces, fc.nat(5), ({ text, list }, width) => {
        const first = spokenFromPieces(text, list);
        const end = Math.min(width, first.text.length);
        const second = spokenFromPieces(first.text, [{ source: { start: 0, end }, spoken: 'قَالَ' }]);
        const both = composeSpoken(first, second);
        assert.equal(both.text, second.text);
        checkMaps(both, text.length);
      }),
      { numRuns: 500 },
    );
  });

  it('changes nothing with text said as it is written', () => {
    const plain = spokenAsWritten('نعم');
    checkMaps(composeSpoken(plain, plain), 3);
  });
});
