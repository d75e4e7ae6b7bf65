/**
 * `npm run leaks [-- --short] [NAME…]`: what a reader leaves behind in Chromium, counted by the DevTools
 * protocol after what a page does with it was done many times: nodes, listeners, heap, buffers beside the
 * heap (sound is made of them), workers, and readers that are still alive. Prints a table, and ends with 1 where something grows.
 *
 * `--short` is what `npm test` runs: less of the rows that once grew, in some 15 s. With names, those
 * rows only.
 */
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { serve } from '../demo/serve.mjs';
import { findEngines } from './engines.mjs';

/**
 * What is done, over and over: each in a page of its own, a turn at a time. `turns` says how often, and
 * `short` in the short form, if at all there, after a tenth as many (what is loaded once, and what caches
 * keep, is there then). They run in
 * the page, where `here` is an element to put a reader into and `tools` has what they share.
 */
const DOINGS = {
  'connect; one in ten opens a sheet, and is gone within 30 ms': {
    name: 'connect',
    turns: 500,
    short: 60,
    async act(turn, { here, article, open, frame, sleep }) {
      const reader = document.createElement('article-reader');
      reader.innerHTML = article(turn);
      here.append(reader);
      await frame();
      // The first ten open one each, and stay until it is there.
      const opens = turn < 10 ? turn : turn % 10 ? null : turn / 10;
      if (opens !== null) {
        open(reader, ['settings', 'settings', 'contents', 'help', 'bookmark'][opens % 5]);
        const ms = turn < 10 ? 100 : (opens % 4) * 10;
        if (ms) await sleep(ms);
      }
      reader.remove();
    },
  },
  'connect, open the reading view and be gone at once': {
    name: 'view-gone',
    turns: 200,
    short: 20,
    async act(turn, { here, article, open, frame, sleep }) {
      const reader = document.createElement('article-reader');
      reader.innerHTML = article(turn);
      here.append(reader);
      await frame();
      open(reader, 'view');
      if (turn % 5) await sleep((turn % 5) * 8);
      reader.remove();
      await frame();
    },
  },
  'connect, listen and be gone, at any moment of it': {
    name: 'listen-gone',
    turns: 100,
    short: 10,
    async act(turn, { here, article, frame, sleep, until }) {
      const reader = document.createElement('article-reader');
      reader.innerHTML = article(turn);
      here.append(reader);
      await frame();
      reader.play();
      // The voice is there from the first on, for all that follow.
      if (turn === 0) await until(() => reader.playback.status !== 'loading');
      await sleep((turn % 10) * 40);
      reader.remove();
    },
  },
  'connect with text from an address, and be gone while it comes': {
    name: 'source',
    turns: 200,
    async act(turn, { here, frame, sleep }) {
      const reader = document.createElement('article-reader');
      reader.src = '/demo/article.txt';
      here.append(reader);
      await frame();
      await sleep((turn % 4) * 10);
      reader.remove();
    },
  },
  'another article in the same element': {
    name: 'swap',
    turns: 1000,
    short: 60,
    async act(turn, { reader, article, frame, sleep }) {
      reader.innerHTML = article(turn);
      await (turn % 10 ? frame() : sleep(60));
    },
  },
  'another text by property': {
    name: 'text',
    turns: 300,
    async act(turn, { reader, text, frame }) {
      reader.text = text(turn);
      await frame();
    },
  },
  'moved to another place, while it is read': {
    name: 'move',
    turns: 200,
    async act(turn, { here, reader, sleep, frame }) {
      if (turn % 10 === 0) reader.play();
      const place = document.createElement('section');
      here.append(place);
      place.append(reader);
      await (turn % 10 ? frame() : sleep(100));
      here.append(reader);
      place.remove();
    },
  },
  'the reading view, opened and closed': {
    name: 'view',
    turns: 100,
    async act(_, { reader, open, until }) {
      open(reader, 'view');
      await until(() => reader.reader.hasView);
      open(reader, 'view');
      await until(() => !reader.reader.hasView);
    },
  },
  'settings, opened and closed': {
    name: 'settings',
    turns: 100,
    async act(_, { reader, open, until }) {
      const dialog = () =>
        reader.shadowRoot
          .querySelector('article-reader-quick-settings')
          ?.shadowRoot.querySelector('article-reader-panel')
          ?.shadowRoot.querySelector('dialog');
      open(reader, 'settings');
      await until(() => dialog()?.open);
      dialog().close();
      await until(() => !dialog().open);
    },
  },
  'settings changed, theme and size among them': {
    name: 'preferences',
    turns: 300,
    async act(turn, { reader, frame }) {
      reader.setPreferences({
        theme: ['page', 'dark', 'sepia'][turn % 3],
        textSize: 100 + (turn % 5) * 20,
        typeface: turn % 2 ? 'naskh' : undefined,
        focusLines: turn % 4,
      });
      await frame();
    },
  },
};

/**
 * What a page may keep of all turns together, whatever it did: caches of the browser, compiled code, the
 * sound of one sentence that was made ahead.
 */
const ROOM = {
  nodes: 60,
  listeners: 10,
  readers: 1,
  workers: 0,
  'heap (KB)': 1500,
  'buffers (KB)': 3000,
};

/** How long what grew may take to be let go. */
const PATIENCE_MS = 10_000;

/** In the page: what the turns share, and a place for the reader. */
function setUp() {
  const WORDS =
    'قال ممثل الأمين العام للأمم المتحدة والمنسق المقيم لدى دولة الكويت اليوم الخميس إن الدولة أظهرت نهجا مثاليا'.split(
      ' ',
    );
  const sentence = (turn, n) =>
    WORDS.map((_, i) => WORDS[(i + turn * 7 + n) % WORDS.length]).join(' ');
  const here = document.querySelector('main');
  const until = async (isSo) => {
    const began = performance.now();
    while (!isSo()) {
      if (performance.now() - began > 10_000) throw new Error(`in vain: ${isSo}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  window.tools = {
    here,
    until,
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    // A hidden tab has no frames.
    frame: () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => setTimeout(resolve));
        setTimeout(resolve, 100);
      }),
    text: (turn) => [0, 1, 2].map((n) => `${sentence(turn, n)}.`).join('\n\n'),
    article: (turn) =>
      `<h2>${sentence(turn, 0)}</h2>` +
      [1, 2, 3]
        .map((n) => `<p class="p">${sentence(turn, n)} ${turn} <b>و${turn}</b>.</p>`)
        .join(''),
    open: (reader, command) =>
      reader.shadowRoot
        .querySelector('article-reader-toolbar')
        .dispatchEvent(new CustomEvent('reader-command', { detail: command })),
  };
  const { article } = window.tools;
  here.innerHTML = `<article-reader>${article(0)}</article-reader>`;
  window.tools.reader = here.firstElementChild;
}

/** What there is now, once all that nobody holds is gone. */
async function count(page, client) {
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 700)));
  for (let turn = 0; turn < 3; turn++) await client.send('HeapProfiler.collectGarbage');
  const { metrics } = await client.send('Performance.getMetrics');
  const metric = (name) => metrics.find((each) => each.name === name).value;
  const { backingStorageSize } = await client.send('Runtime.getHeapUsage');
  const { result: prototype } = await client.send('Runtime.evaluate', {
    expression: `customElements.get('article-reader').prototype`,
    objectGroup: 'count',
  });
  const { objects } = await client.send('Runtime.queryObjects', {
    prototypeObjectId: prototype.objectId,
    objectGroup: 'count',
  });
  const { result } = await client.send('Runtime.callFunctionOn', {
    objectId: objects.objectId,
    functionDeclaration: 'function () { return this.length; }',
    returnByValue: true,
  });
  await client.send('Runtime.releaseObjectGroup', { objectGroup: 'count' });
  return {
    nodes: metric('Nodes'),
    listeners: metric('JSEventListeners'),
    readers: result.value,
    workers: page.workers().length,
    'heap (KB)': Math.round(metric('JSHeapUsedSize') / 1024),
    'buffers (KB)': Math.round(backingStorageSize / 1024),
  };
}

/** @returns one line of the table, and whether nothing grew */
async function measure(browser, address, [what, { turns, short, act }], isShort) {
  const page = await browser.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error.message ?? error)));
  await page.goto(`${address}/leaks`, { waitUntil: 'load' });
  await page.waitForFunction(`customElements.get('article-reader')`);
  await page.evaluate(setUp);
  const client = await page.createCDPSession();
  await client.send('Performance.enable');
  const number = (isShort && short) || turns;
  const repeat = (from, to) =>
    page.evaluate(
      `(async () => {
        const act = { ${act} }.act;
        for (let turn = ${from}; turn < ${to}; turn++) await act(turn, tools);
      })()`,
    );
  const warm = Math.max(10, number / 10);
  await repeat(0, warm);
  const before = await count(page, client);
  await repeat(warm, warm + number);
  let after, grown;
  // What a timer still holds is let go within seconds: a message is shown for eight.
  for (const until = Date.now() + PATIENCE_MS; ;) {
    after = await count(page, client);
    grown = Object.keys(ROOM).filter((name) => after[name] - before[name] > ROOM[name]);
    if (!grown.length || Date.now() > until) break;
  }
  await page.close();
  const line = Object.fromEntries(
    Object.keys(ROOM).map((name) => [name, `${before[name]} → ${after[name]}`]),
  );
  const isFlat = !grown.length && !errors.length;
  if (!isFlat) console.error(`\n!!! ${what}:`, ...grown, ...new Set(errors));
  return { line: { what, turns: number, ...line, errors: errors.length }, isFlat };
}

/**
 * @param names of rows; all without
 * @returns whether nothing grew
 */
export async function findLeaks({ isShort = false, names = [], log = console.log } = {}) {
  const { address, close } = await serve({
    port: 8400,
    page: ({ pathname }) =>
      pathname === '/leaks' &&
      `<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8" /><title>leaks</title>
      <link rel="icon" href="data:," /><script type="module" src="/dist/article-reader.js"></script>
      <main></main></html>`,
  });
  const browser = await puppeteer.launch({
    executablePath: findEngines().chromium,
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--enable-precise-memory-info',
      '--autoplay-policy=no-user-gesture-required',
    ],
  });
  try {
    const lines = [];
    let isFlat = true;
    for (const doing of Object.entries(DOINGS)) {
      const { name, short } = doing[1];
      if (names.length ? !names.includes(name) : isShort && !short) continue;
      const result = await measure(browser, address, doing, isShort);
      lines.push(result.line);
      isFlat &&= result.isFlat;
    }
    log(lines);
    return isFlat;
  } finally {
    await browser.close();
    close();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { short: { type: 'boolean', default: false } },
  });
  const isFlat = await findLeaks({
    isShort: values.short,
    names: positionals,
    log: console.table,
  });
  process.exit(isFlat ? 0 : 1);
}
