/**
 * `node bench/tashkeel.mjs`, after a build: how soon the first clause is vocalised, how many characters a
 * second are, and how many times as many as in plain JavaScript, side by side. Needs Chromium and
 * Firefox. Nothing here fails a build.
 */
import puppeteer from 'puppeteer-core';
import { serve } from '../demo/serve.mjs';
import { findEngines } from '../test/engines.mjs';

const RUNS = Number(process.env.RUNS) || 5;

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

/** In the page: the clauses of a text, one after the other. */
async function vocalise(text, isPlain) {
  if (isPlain) delete globalThis.WebAssembly;
  const { loadTashkeel } = await import('/dist/npm/tashkeel.js');
  const asked = performance.now();
  const tashkeel = await loadTashkeel();
  const loading = performance.now() - asked;
  const clauses = text.match(/[^.،؛]+[.،؛]*/g);
  const begun = performance.now();
  tashkeel.diacritize(clauses[0]);
  const first = performance.now() - begun;
  for (const clause of clauses) tashkeel.diacritize(clause);
  const all = performance.now() - begun - first;
  return { loading, first, letters: clauses[0].length, speed: (1000 * text.length) / all };
}

const { address, close } = await serve({ port: 8202 });
const { chromium, firefox } = findEngines();
const rows = {};
for (const [browser, executablePath] of Object.entries({ chrome: chromium, firefox })) {
  if (!executablePath) continue;
  const launched = await puppeteer.launch({
    browser,
    executablePath,
    args: browser === 'chrome' ? ['--no-sandbox'] : [],
  });
  const text = await (await fetch(`${address}/demo/article.txt`)).text();
  const results = [];
  const plain = [];
  for (let run = 0; run < RUNS; run++)
    for (const [list, isPlain] of [
      [results, false],
      [plain, true],
    ]) {
      const page = await launched.newPage();
      await page.goto(`${address}/demo/article.txt`);
      list.push(await page.evaluate(vocalise, text, isPlain));
      await page.close();
    }
  const speed = (list) => median(list.map((each) => each.speed));
  await launched.close();
  rows[browser] = {
    'loading, ms': Math.round(median(results.map(({ loading }) => loading))),
    'first clause, ms': Math.round(median(results.map(({ first }) => first))),
    'its letters': results[0].letters,
    'characters a second': Math.round(speed(results)),
    'times plain JavaScript': Number((speed(results) / speed(plain)).toFixed(1)),
  };
}
console.log('Tashkeel on one core, medians (aims: 200 ms, 5 times plain JavaScript)');
console.table(rows);
close();
