/**
 * How fast Arabic is put into words: `node --import tsx bench/spoken.ts`.
 * Time of the processor, so that other programs on the machine do not count.
 */
import { readFileSync } from 'node:fs';
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

for (const unit of ['1', '(', '1 ', '«', '.', 'د. ', '1.', 'و1 ', '-1', 'ـ']) {
  const hostile = unit.repeat(1_000_000 / unit.length);
  const time = milliseconds(() => toSpoken(hostile));
  console.log(`a million of ${JSON.stringify(unit)}: ${Math.round(time)} ms`);
}
