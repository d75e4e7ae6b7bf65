/**
 * `node --import tsx golden.mts FILE`: the first sentences of the demonstration's article as they are
 * diacritized now. The tests hold Node and every browser to them.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { loadTashkeel } from '../src/diacritizer/index.js';

const tashkeel = await loadTashkeel();
const article = readFileSync(new URL('../demo/article.txt', import.meta.url), 'utf8');
const sentences = article
  .replace(/[\u064b-\u0652]/g, '')
  .replace(/\s+/g, ' ')
  .split(/(?<=\p{L}{3}\.) /u)
  .slice(0, 6);
const lines = sentences.map((sentence) => tashkeel.diacritize(sentence).text);
writeFileSync(process.argv[2]!, `${lines.join('\n')}\n`);
