/**
 * Scores what ships: `node --import tsx training/evaluate.mts [--weights FILE] GOLD...`
 *
 * GOLD is vocalised text, a passage a line, plain or gzipped. Its marks are taken off, put back by
 * the diacritizer, and compared letter by letter. DER is the share of letters with another mark than
 * the gold has, WER the share of words with such a letter, in percent; "inner" leaves the last letter
 * of each word aside (the case ending). As in Fadel et al. (2019), a letter that the gold leaves bare
 * counts like any other; "marked" counts only letters that the gold marks, and the last column those of
 * them inside words. Tatweel and dagger alif
 * are left aside, and tanwin is moved before its alif, on both sides. `--lines N` reads only the first,
 * `--only NAME` scores one system, `--mistakes` prints gold and guess of each word that is wrong inside.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { createTashkeel } from '../src/diacritizer/index.js';
import { lettersOf } from '../src/arabic/tashkeel/lexicon.js';

const shipped = (name: string) => new URL(`../src/assets/tashkeel/${name}`, import.meta.url);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    weights: { type: 'string' },
    lines: { type: 'string' },
    only: { type: 'string' },
    mistakes: { type: 'boolean', default: false },
  },
});
const weights = readFileSync(values.weights ?? shipped('tashkeel.bin'));
const lexicon = readFileSync(shipped('lexicon.txt'), 'utf8');
const nets = createTashkeel(weights);
const both = createTashkeel(weights, lexicon);

const wordsOf = (text: string) =>
  [...text.matchAll(/[\p{L}\p{M}\u0640]+/gu)]
    .map(([word]) => ({ written: word, ...lettersOf(word) }))
    .filter(({ word }) => word);

interface Counts {
  letters: number;
  wrong: number;
  inner: number;
  innerWrong: number;
  marked: number;
  markedWrong: number;
  innerMarked: number;
  innerMarkedWrong: number;
  words: number;
  wordsWrong: number;
  innerWordsWrong: number;
}

function count(counts: Counts, gold: string, guess: string): void {
  const guessed = wordsOf(guess);
  wordsOf(gold).forEach((word, n) => {
    const other = guessed[n];
    if (other?.word !== word.word) throw new Error(`${word.written} became ${other?.written}`);
    let wrong = 0;
    let innerWrong = 0;
    word.marks.forEach((mark, i) => {
      const miss = other.marks[i] !== mark ? 1 : 0;
      const inner = i + 1 < word.marks.length;
      wrong += miss;
      counts.letters++;
      if (mark) {
        counts.marked++;
        counts.markedWrong += miss;
        if (inner) {
          counts.innerMarked++;
          counts.innerMarkedWrong += miss;
        }
      }
      if (!inner) return;
      counts.inner++;
      innerWrong += miss;
    });
    counts.wrong += wrong;
    counts.innerWrong += innerWrong;
    counts.words++;
    if (wrong) counts.wordsWrong++;
    if (innerWrong) counts.innerWordsWrong++;
    if (innerWrong && values.mistakes) console.log(`${word.written}\t${other.written}`);
  });
}

const percent = (part: number, whole: number) => ((100 * part) / whole).toFixed(2).padStart(6);

for (const file of positionals) {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const lines = text
    .trim()
    .split('\n')
    .slice(0, Number(values.lines ?? Infinity));
  console.log(`${file}: ${lines.length} lines`);
  console.log('                  DER    WER  inner    WER marked inner');
  const systems: Record<string, (bare: string) => string> = {
    bare: (bare) => bare,
    nets: (bare) => nets.diacritize(bare).text,
    'nets + lexicon': (bare) => both.diacritize(bare).text,
  };
  for (const [name, system] of Object.entries(systems)) {
    if (values.only && name !== values.only) continue;
    const counts: Counts = {
      letters: 0, wrong: 0, inner: 0, innerWrong: 0, marked: 0, markedWrong: 0, innerMarked: 0, innerMarkedWrong: 0,
      words: 0, wordsWrong: 0, innerWordsWrong: 0,
    }; // prettier-ignore
    for (const line of lines)
      count(counts, line, system(line.replace(/[\u0640\u064b-\u0652\u0670]/g, '')));
    const rates = [
      percent(counts.wrong, counts.letters),
      percent(counts.wordsWrong, counts.words),
      percent(counts.innerWrong, counts.inner),
      percent(counts.innerWordsWrong, counts.words),
      percent(counts.markedWrong, counts.marked),
      percent(counts.innerMarkedWrong, counts.innerMarked),
    ];
    console.log(name.padEnd(14), ...rates, `  ${counts.letters} letters, ${counts.words} words`);
  }
}
