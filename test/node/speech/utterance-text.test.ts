import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { withoutMarkup } from '../../../src/speech/utterance-text.js';

describe('text of an utterance', () => {
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
