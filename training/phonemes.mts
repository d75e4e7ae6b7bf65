/**
 * How wrong the embedded voice sounds: `node --import tsx training/phonemes.mts [--weights FILE] GOLD`
 *
 * The first 100 sentences of six words or more in GOLD (vocalised, a passage a line) are turned into
 * phonemes by espeak-ng three times: as the gold vocalises them, bare, and diacritized by what ships.
 * The error is the edit distance to the gold's phonemes by the number of those, in percent.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import createEspeak from '@echogarden/espeak-ng-emscripten';
import { createTashkeel } from '../src/diacritizer/index.js';

const shipped = (name: string) => new URL(`../src/assets/tashkeel/${name}`, import.meta.url);
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { weights: { type: 'string' } },
});
const tashkeel = createTashkeel(
  readFileSync(values.weights ?? shipped('tashkeel.bin')),
  readFileSync(shipped('lexicon.txt'), 'utf8'),
);

const MARKS = /[\u0640\u064b-\u0652\u0670]/g;
const sentences = readFileSync(positionals[0]!, 'utf8')
  .split(/[.؟!\n]+/)
  .map((sentence) => sentence.trim())
  .filter((sentence) => sentence.split(/\s+/).length >= 6)
  .slice(0, 100);

const espeak = await createEspeak();
const voice = new espeak.eSpeakNGWorker();
voice.set_voice('ar');

/** Shadda before its vowel, which espeak-ng loses otherwise; tanwin before its alif. */
const forVoice = (text: string) =>
  text.replace(/([\u064b-\u0650])\u0651/g, '\u0651$1').replace(/([اى])\u064b/g, '\u064b$1');

function phonemes(text: string): string[] {
  const heard: string[] = [];
  voice.synthesize(forVoice(text), (_pcm: unknown, events: { type: string; id: unknown }[]) => {
    for (const { type, id } of events) if (type === 'phoneme') heard.push(String(id).trim());
    return false;
  });
  return heard.filter(Boolean);
}

function distance(a: readonly string[], b: readonly string[]): number {
  let row = b.map((_, i) => i + 1);
  a.forEach((left, i) => {
    let diagonal = i;
    let before = i + 1;
    row = row.map((above, j) => {
      const value = Math.min(above + 1, before + 1, diagonal + (left === b[j] ? 0 : 1));
      diagonal = above;
      return (before = value);
    });
  });
  return row.at(-1) ?? a.length;
}

const systems: Record<string, (bare: string) => string> = {
  bare: (bare) => bare,
  diacritized: (bare) => tashkeel.diacritize(bare).text,
};
for (const [name, system] of Object.entries(systems)) {
  let wrong = 0;
  let all = 0;
  for (const sentence of sentences) {
    const gold = phonemes(sentence);
    wrong += distance(gold, phonemes(system(sentence.replace(MARKS, ''))));
    all += gold.length;
  }
  const error = ((100 * wrong) / all).toFixed(1);
  console.log(`${name}: ${error} % of ${all} phonemes in ${sentences.length} sentences`);
}
