import assert from 'node:assert/strict';
import { it } from 'node:test';
import * as lists from '../../../../src/arabic/spoken/nouns.js';
import {
  packLetters,
  packNouns,
  unpackLetters,
  unpackNouns,
} from '../../../../src/arabic/spoken/pack.mjs';

const sorted = (list: string) => list.trim().split('\n').sort();

it('the bundle has every line of the lexicon of nouns, in two thirds of the room', () => {
  let before = 0;
  let after = 0;
  for (const list of Object.values(lists)) {
    const packed = packNouns(list);
    assert.deepEqual(sorted(unpackNouns(packed)), sorted(list));
    before += list.length;
    after += packed.length;
  }
  assert.ok(after < 0.7 * before, `${after} of ${before}`);
});

it('the bundle writes Arabic in ASCII letters, also in regular expressions', () => {
  for (const text of [
    'شيء وإلى المئتين، آخر سؤال',
    String.raw`(?<![\p{L}\p{M}])[وف]?س?[يت]\s\d+ـ*$`,
  ]) {
    const packed = packLetters(text)!;
    assert.doesNotMatch(packed, /[\u0621-\u063f\u0641-\u064a]/);
    assert.equal(unpackLetters(packed), text);
  }
  assert.equal(packLetters('د. Smith'), undefined);
});
