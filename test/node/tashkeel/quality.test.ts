import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { loadTashkeel, type Tashkeel } from '../../../src/diacritizer/index.js';
import { lettersOf } from '../../../src/arabic/tashkeel/lexicon.js';

const shipped = (name: string) =>
  readFileSync(new URL(`../../../src/assets/tashkeel/${name}`, import.meta.url));
const fixture = (name: string) =>
  readFileSync(new URL(`../../fixtures/tashkeel/${name}`, import.meta.url), 'utf8')
    .trim()
    .split('\n');
const bare = (text: string) => text.replace(/[\u064b-\u0652]/g, '');

let tashkeel: Tashkeel;
before(async () => {
  tashkeel = await loadTashkeel();
});

test('weights and lexicon stay below 1.45 MB, gzipped', () => {
  const size = gzipSync(shipped('tashkeel.bin')).length + gzipSync(shipped('lexicon.txt')).length;
  assert.ok(size < 1_450_000, `${size} bytes`);
});

test('news is vocalised well: of sentences written for this test few letters are wrong', () => {
  let letters = 0;
  let wrong = 0;
  let inner = 0;
  for (const line of fixture('sentences.txt')) {
    const guess = tashkeel.diacritize(bare(line)).text.split(' ').map(lettersOf);
    line.split(' ').forEach((written, n) => {
      lettersOf(written).marks.forEach((mark, i, { length }) => {
        letters++;
        if (guess[n]!.marks[i] === mark) return;
        wrong++;
        if (i < length - 1) inner++;
      });
    });
  }
  assert.ok(letters > 500);
  assert.ok(wrong / letters < 0.04, `${wrong} of ${letters} letters`);
  assert.ok(inner / letters < 0.02, `${inner} of ${letters} letters inside words`);
});

test('objects, passives, imperatives, persons and مَن: few words are wrong, inside them fewer', () => {
  let words = 0;
  let wrong = 0;
  let inside = 0;
  for (const line of fixture('kinds.txt')) {
    if (line.startsWith('#')) continue;
    const guess = tashkeel.diacritize(bare(line)).text.split(' ').map(lettersOf);
    line.split(' ').forEach((written, n) => {
      const { marks } = lettersOf(written);
      const misses = marks.flatMap((mark, i) => (guess[n]!.marks[i] === mark ? [] : [i]));
      words++;
      if (misses.length) wrong++;
      if (misses.some((i) => i < marks.length - 1)) inside++;
    });
  }
  assert.ok(words > 400);
  assert.ok(wrong / words < 0.08, `${wrong} of ${words} words`);
  assert.ok(inside / words < 0.05, `${inside} of ${words} words inside`);
});

test('what one engine says all say: the same text as in the browsers’ tests', () => {
  for (const line of fixture('golden.txt'))
    assert.equal(tashkeel.diacritize(bare(line)).text, line);
});

test('an ending that the author wrote decides that of the word that agrees with it', () => {
  for (const tanwin of ['\u064c', '\u064d'])
    assert.equal(tashkeel.diacritize(`كتاب${tanwin} جديد`).text, `كِتَاب${tanwin} جَدِيد${tanwin}`);
});
