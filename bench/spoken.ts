/**
 * How fast Arabic is put into words: `node --import tsx bench/spoken.ts`.
 * Time of the processor, so that other programs on the machine do not count.
 */
import { readFileSync } from 'node:fs';
import { toCardinal } from 'n2words/ar-SA';
import { toSpoken } from '../src/arabic/spoken/to-spoken.js';

function milliseconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const article = readFileSync(new URL('../demo/article.txt', import.meta.url), 'utf8');
const long = article.repeat(Math.ceil(1_000_000 / article.length));
toSpoken(article.repeat(20));
const rate = Buffer.byteLength(long) / 1000 / milliseconds(() => toSpoken(long));
console.log(`news: ${rate.toFixed(1)} MB/s`);

/** What a call costs for a number and nothing else, beside a library that says nothing but numbers. */
const numbers = Array.from({ length: 20_000 }, (_, index) => (index * 48_271) % 1_000_003);
const each = (say: (n: number) => unknown) =>
  (milliseconds(() => numbers.forEach(say)) / numbers.length) * 1000;
for (const times of ['first', 'second']) {
  const ours = each((n) => toSpoken(String(n)));
  const theirs = each((n) => toCardinal(n));
  console.log(
    `a bare number, ${times} round: ${ours.toFixed(1)} µs, n2words ${theirs.toFixed(1)} µs` +
      ` (${(ours / theirs).toFixed(1)} times)`,
  );
}
const sheet = numbers.slice(0, 5000).join(' ');
console.log(`5,000 numbers in a sentence: ${Math.round(milliseconds(() => toSpoken(sheet)))} ms`);

for (const unit of ['1', '(', '1 ', '«', '.', 'د. ', '1.', 'و1 ', '-1', 'ـ']) {
  const hostile = unit.repeat(1_000_000 / unit.length);
  const time = milliseconds(() => toSpoken(hostile));
  console.log(`a million of ${JSON.stringify(unit)}: ${Math.round(time)} ms`);
}
