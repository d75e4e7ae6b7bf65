/**
 * `node bench/polyfill.mjs`, after a build: how soon the embedded voice sounds, how fast it is, and
 * what it keeps in memory. Needs Chromium. Nothing here fails a build.
 */
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { serve } from '../demo/serve.mjs';
import { findEngines } from '../test/engines.mjs';

const RUNS = Number(process.env.RUNS) || 9;
const READINGS = 10;

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

/** In the page: says `text` as fast as it can be made. Times in ms, length in s. */
async function say(text) {
  const { embeddedArabic } = await import('/dist/npm/speech-synthesis-polyfill.js');
  const begun = performance.now();
  const synthesizer = embeddedArabic();
  await synthesizer.preload();
  const ready = performance.now();
  let first;
  let samples = 0;
  const request = { text, lang: 'ar', voice: synthesizer.voices[0], rate: 1, pitch: 1 };
  for await (const chunk of synthesizer.synthesize(request, new AbortController().signal)) {
    first ??= performance.now();
    samples += chunk.samples.length;
  }
  return {
    load: ready - begun,
    cold: first - begun,
    warm: first - ready,
    whole: performance.now() - ready,
    seconds: samples / 22050,
  };
}

/** @returns rows for `console.table` */
export async function benchPolyfill() {
  const { address, close } = await serve({ port: 8201 });
  const browser = await puppeteer.launch({
    executablePath: findEngines().chromium,
    args: ['--no-sandbox', '--disable-background-networking'],
  });
  const article = await (await fetch(`${address}/demo/article.txt`)).text();
  const sentence = article.slice(0, article.indexOf('.') + 1);
  const open = async () => {
    const page = await browser.newPage();
    await page.setCacheEnabled(false);
    await page.goto(`${address}/demo/article.txt`);
    return page;
  };
  try {
    const firsts = [];
    for (let run = 0; run < RUNS; run++) {
      const page = await open();
      const cold = await page.evaluate(say, sentence);
      const warm = await page.evaluate(say, sentence);
      firsts.push({ load: cold.load, cold: cold.cold, next: cold.warm, warm: warm.warm });
      await page.close();
    }
    const page = await open();
    const client = await page.createCDPSession();
    const heaps = [];
    let reading;
    for (let time = 0; time < READINGS; time++) {
      reading = await page.evaluate(say, article);
      let bytes = 0;
      for (const target of [client, page.workers()[0].client]) {
        await target.send('HeapProfiler.collectGarbage');
        const { usedSize, backingStorageSize = 0 } = await target.send('Runtime.getHeapUsage');
        bytes += usedSize + backingStorageSize;
      }
      heaps.push(bytes / 1e6);
    }
    const ms = (name) => `${Math.round(median(firsts.map((each) => each[name])))} ms`;
    return {
      'from nothing to the first sound': ms('cold'),
      'of which loading': ms('load'),
      'ready to first sound, first time': ms('next'),
      'ready to first sound, after that': ms('warm'),
      'times real time, the article': Math.round((reading.seconds * 1000) / reading.whole),
      [`memory after reading it once`]: `${heaps[0].toFixed(1)} MB`,
      [`memory after reading it ${READINGS} times`]: `${heaps.at(-1).toFixed(1)} MB`,
    };
  } finally {
    await browser.close();
    close();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(`The embedded voice, medians of ${RUNS}`);
  console.table(await benchPolyfill());
}
