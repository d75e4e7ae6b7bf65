import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTashkeel, loadTashkeel } from '../../../src/diacritizer/index.js';
import { tinyWeights } from '../../fixtures/tashkeel/tiny-weights.js';

test('a file that is not whole is refused, each time with what is wrong', () => {
  const whole = tinyWeights();
  createTashkeel(whole);
  const changed = whole.slice();
  changed[whole.length - 5]! ^= 1;
  assert.throws(() => createTashkeel(changed), /damaged/);
  assert.throws(() => createTashkeel(whole.slice(0, -1)), /damaged/);
  assert.throws(() => createTashkeel(tinyWeights(2)), /version 2/);
  for (const other of [
    new Uint8Array(),
    new TextEncoder().encode('<!doctype html><title>404</title>'),
  ])
    assert.throws(() => createTashkeel(other), /not a file of weights/);
});

test('a file in the middle of a buffer is read as well', () => {
  const whole = tinyWeights();
  const buffer = new Uint8Array(whole.length + 7);
  buffer.set(whole, 3);
  const text = 'قال الوزير إن دولة الكويت';
  assert.equal(
    createTashkeel(buffer.subarray(3, 3 + whole.length)).diacritize(text).text,
    createTashkeel(whole).diacritize(text).text,
  );
});

test('a file that cannot be had is an error', async () => {
  await assert.rejects(
    loadTashkeel({ weights: new URL('./nowhere.bin', import.meta.url) }),
    /ENOENT/,
  );
  await assert.rejects(loadTashkeel({ weights: 'data:,not-weights', lexicon: null }), /not a file/);
});
