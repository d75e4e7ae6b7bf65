/**
 * How wrong the founding article sounds, against the phonemes that were written for it by hand
 * (`test/fixtures/phonemes/article.txt`): `node --import tsx training/phonemes.mts [--weights FILE]`
 *
 * The error is the edit distance to those by their number, in percent: what the embedded voice is
 * given, with the length of vowels, and the stress of words of two syllables and more; what espeak-ng
 * says by rules of its own, without length and stress, which its events do not tell.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createTashkeel } from '../src/diacritizer/index.js';
import {
  compare,
  differences,
  forEspeak,
  givenFor,
  heardFor,
  linesOf,
  respelled,
} from '../test/phonemes.js';

const shipped = (name: string) => new URL(`../src/assets/tashkeel/${name}`, import.meta.url);
const { values } = parseArgs({ options: { weights: { type: 'string' } } });
const tashkeel = createTashkeel(
  readFileSync(values.weights ?? shipped('tashkeel.bin')),
  readFileSync(shipped('lexicon.txt'), 'utf8'),
);

const lines = linesOf('article');
const bare = (text: string) => text.replace(/[\u064b-\u0652\u0670]/g, '');
const diacritized = (text: string) => tashkeel.diacritize(bare(text), { pausal: true }).text;
const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;

for (const [name, text] of [
  ['vocalised by hand', (text: string) => text],
  ['diacritized', diacritized],
] as const) {
  const { phonemes, wrong, stressed, stressWrong, words } = compare(lines, (line) =>
    givenFor(text(line)),
  );
  console.log(
    `the voice, ${name}: ${percent(wrong, phonemes)} of ${phonemes} phonemes, stress wrong in ${percent(stressWrong, stressed)} of ${stressed}; ${words} words`,
  );
}

const wanted = heardFor(lines.map(({ said }) => forEspeak(said)));
/** Shadda before its vowel, which espeak-ng loses otherwise; tanwin before its alif. */
const ordered = (text: string) =>
  text.replace(/([\u064b-\u0650])\u0651/g, '\u0651$1').replace(/([اى])\u064b/g, '\u064b$1');
for (const [name, text] of [
  ['bare', bare],
  ['vocalised by hand', ordered],
  ['diacritized', (text: string) => ordered(diacritized(text))],
  ['vocalised by hand and respelled', respelled],
  ['diacritized and respelled', (text: string) => respelled(diacritized(text))],
] as const) {
  const { wrong, phonemes } = differences(heardFor(lines.map((line) => text(line.text))), wanted);
  console.log(
    `espeak-ng's own rules, ${name}: ${percent(wrong, phonemes)} of ${phonemes} phonemes`,
  );
}
