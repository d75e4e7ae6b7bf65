/**
 * `npm run bench`: what the reader costs a page, side by side in one run, as ratios of medians.
 *
 * Times on a shared machine mean little; a ratio of two things measured in turn means something.
 * Needs Chromium (see README). Nothing here fails a build.
 */
import puppeteer from 'puppeteer-core';
import { prepare } from '../demo/prepare.mjs';
import { serve } from '../demo/serve.mjs';
import { html } from './page.mjs';
import { findEngines } from '../test/engines.mjs';
import { following, interactions, stepTime, threadTimes } from './thread.mjs';

const RUNS = Number(process.env.RUNS) || 9;

prepare();
/** Made once, so that only its loading is measured. */
const pages = new Map();
const { address, close } = await serve({
  port: 8200,
  page: ({ pathname, search, searchParams }) => {
    if (pathname !== '/page') return undefined;
    if (!pages.has(search))
      pages.set(search, html(Number(searchParams.get('words')), searchParams.get('kind')));
    return pages.get(search);
  },
});
const browser = await puppeteer.launch({
  executablePath: findEngines().chromium,
  args: ['--no-sandbox', '--disable-background-networking', '--enable-precise-memory-info'],
});

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
const page = (words, kind) => `${address}/page?words=${words}&kind=${kind}`;

/** Opens the page anew and gives what it measured of itself. */
async function measure(url) {
  const tab = await browser.newPage();
  try {
    await tab.setViewport({ width: 1000, height: 800 });
    await tab.goto(url, { waitUntil: 'load' });
    await tab.waitForFunction('window.result', { timeout: 120_000 });
    const result = await tab.evaluate('window.result');
    const client = await tab.createCDPSession();
    await client.send('HeapProfiler.collectGarbage');
    const { metrics } = await client
      .send('Performance.enable')
      .then(() => client.send('Performance.getMetrics'));
    const metric = (name) => metrics.find((each) => each.name === name).value;
    return { ...result, heap: metric('JSHeapUsedSize') / 1e6, nodes: metric('Nodes') };
  } finally {
    await tab.close();
  }
}

/** Medians of several kinds of page, taken in turn so that noise falls on all alike. */
async function compare(words, kinds, runs = RUNS) {
  const results = Object.fromEntries(kinds.map((kind) => [kind, []]));
  for (const kind of kinds) await measure(page(words, kind)); // warm the caches
  for (let run = 0; run < runs; run++)
    for (const kind of kinds) results[kind].push(await measure(page(words, kind)));
  return Object.fromEntries(
    kinds.map((kind) => [
      kind,
      Object.fromEntries(
        Object.keys(results[kind][0]).map((name) => [
          name,
          median(results[kind].map((each) => each[name])),
        ]),
      ),
    ]),
  );
}

const round = (value, digits = 2) => Number(value.toFixed(digits));

console.log(
  `Navigation to ready: all of the text is drawn, and the bar. Then the article is read, unless somebody asked before. Medians of ${RUNS} (ms)`,
);
const rows = [];
for (const words of [730, 10_000, 100_000]) {
  const { plain, reader } = await compare(words, ['plain', 'reader']);
  rows.push({
    words,
    plain: round(plain.ready, 1),
    reader: round(reader.ready, 1),
    ratio: round(reader.ready / plain.ready),
    aim: words === 730 ? '≤ 1.6' : '≤ 1.15',
    read: round(reader.read, 1),
  });
}
console.table(rows);

console.log(
  'The page’s main thread: loading, beside the plain page. Medians of 5 (ms of the thread)',
);
const loads = [];
for (const words of [730, 10_000, 100_000]) {
  const of = { plain: [], reader: [] };
  for (let run = 0; run < 5; run++)
    for (const kind of ['plain', 'reader'])
      of[kind].push((await threadTimes(browser, page(words, kind), { actions: false })).load.total);
  const [plain, reader] = [median(of.plain), median(of.reader)];
  loads.push({
    words,
    plain: round(plain, 1),
    reader: round(reader, 1),
    ratio: round(reader / plain),
    aim: { 730: '≤ 2.0', 10_000: '≤ 1.5', 100_000: '≤ 1.25' }[words],
  });
}
console.table(loads);

console.log('What a visitor does: ms of the thread, and its longest task');
const done = {};
for (const words of [730, 10_000, 100_000])
  for (const [name, { total, longest }] of Object.entries(
    await threadTimes(browser, page(words, 'reader')),
  ))
    Object.assign((done[name] ??= {}), {
      [`${words}`]: round(total, 1),
      [`${words}, longest`]: round(longest, 1),
    });
console.table(done);

console.log('From a press to the next frame (ms, as the browser tells it)');
const pressed = {};
for (const slow of [1, 4])
  for (const words of [730, 10_000, 100_000])
    for (const [name, time] of Object.entries(
      await interactions(browser, page(words, 'reader'), { slow }),
    ))
      (pressed[name] ??= {})[slow > 1 ? `${words}, ${slow}× slower` : words] = time;
console.table(pressed);

console.log('A step to the next sentence: script, without its frame. Medians of 5 (ms)');
const stepped = [];
for (const words of [730, 10_000, 100_000]) {
  const times = [];
  for (let run = 0; run < 5; run++) times.push(await stepTime(browser, page(words, 'reader')));
  stepped.push({ words, 'next()': round(median(times), 3), aim: '≤ 0.15' });
}
console.table(stepped);

console.log(
  'Following word by word, each with its frame, beside the bare Highlight API. Medians of 5 (ms of the thread)',
);
const followed = [];
for (const words of [730, 10_000, 100_000]) {
  const of = { bare: [], reader: [] };
  for (let run = 0; run < 5; run++)
    for (const kind of ['bare', 'reader'])
      of[kind].push(
        await following(browser, page(words, kind === 'bare' ? 'plain' : 'reader'), kind),
      );
  const [bare, reader] = [median(of.bare), median(of.reader)];
  followed.push({
    words,
    bare: round(bare),
    reader: round(reader),
    ratio: round(reader / bare),
    aim: '≤ 1.5',
  });
}
console.table(followed);

console.log('Marking the next word, at 100,000 words');
const steps = await compare(100_000, ['reader-step', 'spans-step'], 3);
const ours = steps['reader-step'];
const spans = steps['spans-step'];
const marking = (name, aim = '') => ({
  'Highlight API (ms)': round(ours[name], 3),
  'spans (ms)': round(spans[name], 3),
  'times cheaper': round(spans[name] / ours[name], 1),
  aim,
});
console.table({
  'script, style and layout': marking('step', '≥ 20'),
  'the first time': marking('first'),
  'whole frame, with paint': marking('frame'),
});
console.table([
  {
    'heap, reader (MB)': round(ours.heap, 1),
    'heap, spans (MB)': round(spans.heap, 1),
    'nodes, reader': ours.nodes,
    'nodes, spans': spans.nodes,
  },
]);

await browser.close();
close();
