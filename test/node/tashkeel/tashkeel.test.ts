import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTashkeel } from '../../../src/diacritizer/index.js';
import { Code, codeOf, markOf, MARKS } from '../../../src/arabic/tashkeel/letters.js';
import { makePausal } from '../../../src/arabic/tashkeel/pausal.js';
import { tinyWeights } from '../../fixtures/tashkeel/tiny-weights.js';

const tashkeel = createTashkeel(tinyWeights(), 'الكُوَيْت\nمُتَّحِدَة\nعَامّ\nشُكْرًا\nعَبْد اللَّه');
const say = (text: string, options = {}) => tashkeel.diacritize(text, options).text.normalize();

test('a word of the lexicon is as the lexicon says, its ending as the nets say', () => {
  assert.match(say('المتحدة'), /^الْمُتَّحِدَة\p{M}*$/u);
  assert.match(say('في الكويت اليوم'), / الْكُوَيْت\p{M}* /u);
  assert.match(say('وعبد الله هنا'), /^وَعَبْد\p{M}* اللَّه\p{M}* /u);
  assert.doesNotMatch(say('عبد. الله'), /عَبْد/);
});

test('the author is right against the lexicon, and then for the whole word', () => {
  const text = say('المُتَحَدَة');
  assert.match(text, /مُتَحَدَة/);
});

test('to a lone shadda a vowel is added, behind it; to a vowel nothing', () => {
  assert.match(tashkeel.diacritize('مدّرس').text, /دّ[\u064b-\u0650]?ر/);
  assert.match(say('مدَرس'), /دَر/);
  assert.match(say('كتابٌ'), /ٌ$/);
});

test('tanwin that the author wrote on its alif is not doubled', () => {
  assert.match(say('عاماً'), /ماً$/);
  assert.match(say('هدىً'), /دىً$/);
});

test('what is added goes right behind the letter, before tatweel', () => {
  const { text, toSource } = tashkeel.diacritize('كـتـاب');
  assert.equal(text.replace(/[\u064b-\u0652]/g, ''), 'كـتـاب');
  assert.doesNotMatch(text, /ـ[\u064b-\u0652]/);
  assert.equal(toSource(text.length), 6);
});

test('with a confidence of 1 only the lexicon speaks', () => {
  assert.equal(say('المتحدة كتاب', { minimumConfidence: 1 }), 'الْمُتَّحِدَة كتاب');
  assert.throws(() => say('كتاب', { minimumConfidence: 1.1 }), RangeError);
  assert.throws(() => say('كتاب', { minimumConfidence: NaN }), RangeError);
});

test('a boundary in what is said leads to the word that was written', () => {
  const source = 'قال: المتحدة اليوم';
  const { text, toSource, toSpoken } = tashkeel.diacritize(source);
  const spoken = text.indexOf(' ') + 1;
  assert.equal(toSource(spoken), 5);
  assert.equal(toSpoken(5), spoken);
  assert.equal(text.slice(toSpoken(5), toSpoken(12)).replace(/\p{M}/gu, ''), 'المتحدة');
  assert.equal(toSource(-5), 0);
  assert.equal(toSource(1e9), source.length);
});

test('a long text is read in passages and nothing is lost between them', () => {
  const source = 'قال الوزير إن دولة الكويت، ثم عاد. '.repeat(60) + 'كلمة'.repeat(200);
  const { text } = tashkeel.diacritize(source);
  assert.equal(text.replace(/[\u064b-\u0652]/g, ''), source);
  assert.equal(text.match(/الْكُوَيْت/g)?.length, 60);
});

test('text without a letter stays as it is', () => {
  for (const text of ['', ' ', '\n\n', '2020-07-30 12٪', 'Latin only', 'ًٌ', '😀'])
    assert.equal(say(text), text);
});

const PAUSAL: [string, string][] = [
  ['كِتَابٌ.', 'كِتَاب.'],
  ['كِتَابًا', 'كِتَابَا'],
  ['هُدًى، ثُمَّ', 'هُدَى، ثُمَّ'],
  ['مَدْرَسَةً:', 'مَدْرَسَة:'],
  ['الْعَامُّ؟', 'الْعَامّ؟'],
  ['مَسَاءً!', 'مَسَاءَ!'],
  ['«كِتَابٌ» (مِصْرَ).', '«كِتَابٌ» (مِصْر).'],
  ['لَهُ.', 'لَهُ.'],
  ['كِتَابُ\nوَلَدِ', 'كِتَاب\nوَلَد'],
  ['لَمْ يَكْتُبْ.', 'لَمْ يَكْتُبْ.'],
  ['عَامُ 2020', 'عَامُ 2020'],
];
for (const [full, expected] of PAUSAL)
  test(`before a pause ${full} is ${expected}`, () => {
    const pairs = [...full.matchAll(/(\P{M})(\p{M}*)/gu)];
    const codes = Uint8Array.from(pairs, ([, letter]) => codeOf(letter!));
    const marks = Uint8Array.from(pairs, ([, , written]) => markOf(written!));
    makePausal(codes, marks, { isFixed: () => false });
    const text = pairs.map(([, letter], i) => letter! + MARKS[marks[i]!]!).join('');
    assert.equal(text.normalize(), expected.normalize());
  });

test('the pausal form takes nothing from what the author wrote', () => {
  assert.match(say('هذا كتابٌ.', { pausal: true }), /بٌ\.$/);
});

test('kinds of characters', () => {
  const kinds: [string, number][] = [
    [' \u00a0\t', Code.Space], ['\n', Code.Edge], ['5٥', Code.Digit], ['.؟!…', Code.Stop],
    ['،؛:', Code.Comma], ['«-%😀', Code.Other], ['aéя', Code.Foreign], ['ًـ\u200d\u0301', Code.Unseen],
  ]; // prettier-ignore
  for (const [chars, code] of kinds)
    for (const char of chars.split('')) assert.equal(codeOf(char), code, char);
  assert.equal(codeOf('ی'), codeOf('ي'));
});
