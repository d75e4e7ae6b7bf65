/**
 * `node bench/first-sound.mjs`, after a build: how long it takes from a press on Listen to the first word
 * of the embedded voice, where the device has no Arabic voice. Needs Chromium. Nothing here fails a build.
 *
 * `BEFORE=folder` measures another build's `dist/` beside this one, in turn, so that noise falls on both.
 */
import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import puppeteer from 'puppeteer-core';
import { findEngines } from '../test/engines.mjs';

const RUNS = Number(process.env.RUNS) || 5;
const root = fileURLToPath(new URL('..', import.meta.url));
const DIST = { now: join(root, 'dist') };
if (process.env.BEFORE) DIST.before = resolve(process.env.BEFORE);

/** Bytes a second and ms of a round trip; nothing is held back without them. */
const NETWORKS = { local: null, '10 Mbit/s, 40 ms': { rate: 1.25e6, delay: 40 } };

const TYPES = { '.js': 'text/javascript', '.txt': 'text/plain; charset=utf-8' };
const SLICE = 8192;

/**
 * Serves the builds as README asks a site to, compressed and for ever, over one line that all
 * connections share. (DevTools' throttling does not reach what workers fetch.)
 */
function site() {
  let network = null;
  let free = 0;
  const files = new Map();
  const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const read = (path) => {
    if (!files.has(path)) {
      if (!statSync(path).isFile()) throw new Error('no file');
      const bytes = readFileSync(path);
      const type = TYPES[extname(path)];
      files.set(path, { type, bytes: type ? gzipSync(bytes) : bytes });
    }
    return files.get(path);
  };
  const text = readFileSync(join(root, 'demo/article.txt'), 'utf8').trim().split(/\n+/);
  const server = createServer(async (request, response) => {
    const [, build, ...rest] = new URL(request.url, 'http://localhost').pathname.split('/');
    if (network) await sleep(network.delay);
    if (!rest.join('')) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(`<!doctype html>
        <html lang="ar" dir="rtl"><title>bench</title><link rel="icon" href="data:," />
        <script type="module" src="/${build}/article-reader.js"></script>
        <article-reader persist="none">${text.map((line) => `<p>${line}</p>`).join('')}</article-reader>`);
      return;
    }
    try {
      const { type, bytes } = read(join(DIST[build], ...rest));
      response.writeHead(200, {
        'content-type': type ?? 'application/octet-stream',
        'content-length': bytes.length,
        'cache-control': 'max-age=31536000, immutable',
        ...(type && { 'content-encoding': 'gzip' }),
      });
      if (!network) return response.end(bytes);
      for (let at = 0; at < bytes.length; at += SLICE) {
        const slice = bytes.subarray(at, at + SLICE);
        const now = performance.now();
        free = Math.max(free, now) + (slice.length / network.rate) * 1000;
        if (free - now > 1) await sleep(free - now);
        response.write(slice);
      }
      response.end();
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () =>
      resolve({
        address: `http://localhost:${server.address().port}`,
        shape: (shape) => (network = shape),
        close: () => server.close(),
      }),
    ),
  );
}

/** In the page: no Arabic voice on the device; when Listen was pressed, and when the first word came. */
function watch() {
  Object.defineProperty(globalThis, 'speechSynthesis', {
    value: Object.assign(new EventTarget(), { getVoices: () => [], cancel() {} }),
  });
  addEventListener('pointerdown', () => (globalThis.pressed = performance.now()), true);
  addEventListener(
    'reader-positionchange',
    ({ word }) => {
      if (word) globalThis.heard ??= performance.now();
    },
    true,
  );
}

async function open(context, url) {
  const page = await context.newPage();
  await page.setViewport({ width: 1000, height: 800 });
  await page.evaluateOnNewDocument(watch);
  await page.goto(url);
  await page.waitForFunction("document.querySelector('article-reader')?.article?.text");
  const toolbar = await page.waitForSelector('article-reader >>> [data-command=toggle]');
  const { x, y, width, height } = await toolbar.boundingBox();
  // What is left of the page's own loading.
  await page.evaluate('new Promise((resolve) => setTimeout(resolve, 400))');
  return { page, at: [x + width / 2, y + height / 2] };
}

/** Presses Listen, `ms` after the pointer has come near; ms to the first word. */
async function press({ page, at }, near = 0) {
  await page.evaluate('void (globalThis.heard = undefined)');
  await page.mouse.move(...at);
  await new Promise((resolve) => setTimeout(resolve, near));
  await page.mouse.click(...at);
  await page.waitForFunction('globalThis.heard', { timeout: 60_000 });
  const time = await page.evaluate('heard - pressed');
  await page.evaluate("document.querySelector('article-reader').stop()");
  return time;
}

const requestsOf = (page) =>
  page.evaluate(
    "performance.getEntriesByType('resource').filter(({ transferSize }) => transferSize > 0).length",
  );

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

/** Ms by what was measured, in one browser that has seen nothing before. */
async function measure(browser, url) {
  const times = {};
  for (const [name, near] of [
    ['cold, pressed at once', 0],
    ['cold, pressed 500 ms after the pointer came', 500],
  ]) {
    const context = await browser.createBrowserContext();
    const first = await open(context, url);
    times[name] = await press(first, near);
    await first.page.mouse.move(500, 700);
    times[`again on the page`] ??= await press(first);
    await first.page.close();
    const second = await open(context, url);
    if (near) times['second visit, pressed 500 ms after'] = await press(second, near);
    else times['second visit, pressed at once'] = await press(second, near);
    times['requests of the second visit'] = await requestsOf(second.page);
    await context.close();
  }
  return times;
}

const { address, shape, close } = await site();
for (const [name, network] of Object.entries(NETWORKS)) {
  shape(network);
  const results = {};
  for (let run = 0; run < RUNS; run++)
    for (const build of Object.keys(DIST)) {
      // A browser of its own: its audio service, its caches of code.
      const browser = await puppeteer.launch({
        executablePath: findEngines().chromium,
        args: ['--no-sandbox', '--disable-background-networking'],
      });
      try {
        const times = await measure(browser, `${address}/${build}/`);
        for (const [what, time] of Object.entries(times))
          ((results[what] ??= {})[build] ??= []).push(time);
      } finally {
        await browser.close();
      }
    }
  console.log(
    `From the press to the first word of the embedded voice, ${name}: medians of ${RUNS} (ms)`,
  );
  console.table(
    Object.fromEntries(
      Object.entries(results).map(([what, builds]) => {
        const times = Object.entries(builds).map(([build, all]) => [
          build,
          Math.round(median(all)),
        ]);
        const { now, before } = Object.fromEntries(times);
        return [
          what,
          before === undefined ? { now } : { before, now, ratio: (now / before).toFixed(2) },
        ];
      }),
    ),
  );
}
close();
