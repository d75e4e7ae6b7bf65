/**
 * `node --import tsx training/check-words.mts [--weights FILE] [--lines N] TEXT...`: which words of what
 * the diacritizer makes of TEXT (a passage a line, plain or gzipped; its marks are taken off) are no
 * possible Arabic words, and in how many lines they stand.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { createTashkeel } from '../src/diacritizer/index.js';
import { lettersOf } from '../src/arabic/tashkeel/lexicon.js';
import { wordCheck } from '../src/arabic/tashkeel/word-check.js';

const shipped = (name: string) => new URL(`../src/assets/tashkeel/${name}`, import.meta.url);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { weights: { type: 'string' }, lines: { type: 'string' } },
});
const tashkeel = createTashkeel(
  readFileSync(values.weights ?? shipped('tashkeel.bin')),
  readFileSync(shipped('lexicon.txt'), 'utf8'),
);

for (const file of positionals) {
  const bytes = readFileSync(file);
  const lines = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes)
    .toString('utf8')
    .trim()
    .split('\n')
    .slice(0, Number(values.lines ?? Infinity));
  const impossible: string[] = [];
  let words = 0;
  let linesWith = 0;
  for (const line of lines) {
    const before = impossible.length;
    const { text } = tashkeel.diacritize(line.replace(/[\u0640\u064b-\u0652\u0670]/g, ''));
    for (const [written] of text.matchAll(/[\p{L}\p{M}\u0640]+/gu)) {
      const { word, marks } = lettersOf(written);
      if (word.length < 2) continue;
      words++;
      const fits = wordCheck(word);
      if (!marks.every((_, at) => fits(marks, at))) impossible.push(written);
    }
    if (impossible.length > before) linesWith++;
  }
  console.log(
    `${file}: ${words} words in ${lines.length} lines; ${impossible.length} impossible in ${linesWith} lines`,
  );
  console.log([...new Set(impossible)].join(' '));
}
