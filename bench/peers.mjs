/**
 * `node bench/peers.mjs [FILE]`, after a build: what other libraries make of the same article with the same
 * scripted voice, in one run. Counts and bytes, no times. Writes its rows as JSON to FILE. Needs Chromium,
 * and npm's registry for what is compared, which is installed into a folder that goes away again.
 *
 * | what | how |
 * | --- | --- |
 * | bytes to the first word | scripts that the page has asked for when the voice says its first word, gzipped |
 * | faults survived | of those below: every word of the article is heard, in its order |
 * | words told right | while the voice says a word, that one is told (or marked), and no other |
 * | numbers in words | of the article's numbers, those that reach the voice without a digit |
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import puppeteer from 'puppeteer-core';
import { rollup } from 'rollup';
import commonjs from '@rollup/plugin-commonjs';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { findEngines } from '../test/engines.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

const PEERS = {
  'easy-speech': '2.4.0',
  '@readium/speech': '0.1.1',
  'foliate-js': '1.0.1',
  'sienna-accessibility': '2.2.333',
};

/** No numbers and no marks: what is said of it is what is written. */
const PLAIN = [
  'افتتحت البلدية اليوم مكتبة عامة في وسط المدينة. وحضر الافتتاح سكان الحي وطلاب المدارس.',
  'وقال مدير المكتبة إن القاعة تتسع لزوار كثيرين. وفيها ركن للأطفال وغرفة هادئة للقراءة.',
  'وتفتح المكتبة أبوابها كل صباح. ويمكن لكل قارئ أن يستعير منها ما يشاء من الكتب.',
];
const NUMBERS = [
  'تضم المكتبة 25 ألف كتاب و3 قاعات، وبلغت كلفتها 1.5 مليون دينار.',
  'افتتحت في 7/8/2020 عند الساعة 10:30، وحضر 120 زائرا، أي 80% من المدعوين.',
];
/** The numbers of these, as they are written. */
const WRITTEN = /\d+(?:[./:]\d+)*/g;

/**
 * What platform speech does wrong; `demo/docs/peers.mjs` has their numbers in `src/speech/faults.md`. `nth`: of
 * the utterance it happens to, else to all. Ms are those of the listener.
 */
const FAULTS = {
  nothing: {},
  'silent-idle': { nth: 1, stop: 3, idle: true },
  'no-boundary': { boundaries: 'none' },
  'zero-index': { boundaries: 'zero' },
  'pause-cancels': { pauseCancels: true, pauses: true },
  'late-voices': { voicesAfter: 2000 },
  'dead-voice': { dead: true },
  stuck: { nth: 1, stop: 3 },
  'no-end': { nth: 1, noEnd: true },
  'gone-voice': { nth: 1, error: 'voice-unavailable' },
  'too-long': { longest: 100 },
  interrupted: { nth: 1, error: 'interrupted' },
  'two-ends': { ends: 2 },
};

/** In the page, before anything else: timers run twenty times as fast, and there is one scripted voice. */
function prepare(fault) {
  const FAST = 20;
  const { setTimeout, setInterval } = globalThis;
  const now = performance.now.bind(performance);
  const begun = Date.now();
  globalThis.setTimeout = (run, ms = 0, ...more) => setTimeout(run, ms / FAST, ...more);
  globalThis.setInterval = (run, ms = 0, ...more) => setInterval(run, ms / FAST, ...more);
  performance.now = () => now() * FAST;
  Date.now = () => begun + now() * FAST;

  const listed = ['voice', 'other'].map((name) => ({
    ...{ name, voiceURI: name, lang: 'ar-SA', localService: true, default: name === 'voice' },
  }));
  const heard = [];
  const given = [];
  globalThis.bench = { heard, given, told: [], over: false };
  let queue = [];
  let current;
  let timer;
  let count = 0;
  /** What goes on after a pause. */
  let again;
  class Utterance extends EventTarget {
    constructor(text = '') {
      super();
      Object.assign(this, { text, lang: '', voice: null, rate: 1, pitch: 1, volume: 1 });
    }
  }
  const tell = (utterance, type, more = {}) => {
    const event = Object.assign(new Event(type), { utterance, ...more });
    utterance[`on${type}`]?.(event);
    utterance.dispatchEvent(event);
  };
  const wait = (run, ms) => {
    again = run;
    clearTimeout(timer);
    if (!synthesis.paused) timer = globalThis.setTimeout(run, ms);
  };
  function next() {
    current = synthesis.paused ? undefined : queue.shift();
    synthesis.speaking = !!current;
    synthesis.pending = queue.length > 0;
    if (current) perform(current, fault.nth === undefined || count++ === fault.nth ? fault : {});
  }
  function fail(utterance, error) {
    current = undefined;
    tell(utterance, 'error', { error });
    next();
  }
  function perform(utterance, { boundaries, stop, idle, noEnd, error, longest, ends = 1, dead }) {
    const { text, voice } = utterance;
    if (dead && voice?.name !== 'other') return;
    wait(() => {
      if (error) return fail(utterance, error);
      if (text.length > longest) return fail(utterance, 'text-too-long');
      tell(utterance, 'start', { charIndex: 0 });
      const words = [...text.matchAll(/[\p{L}\p{N}\p{M}./:%]+/gu)];
      let at = -1;
      const step = () => {
        const word = words[++at];
        if (at === stop && word) {
          if (idle) synthesis.speaking = false;
          return;
        }
        if (word) {
          const [{ length }, charIndex] = [word[0], boundaries === 'zero' ? 0 : word.index];
          heard.push(word[0]);
          if (boundaries !== 'none')
            tell(utterance, 'boundary', { name: 'word', charIndex, charLength: length });
          globalThis.bench.onword?.(heard.length);
          if (current === utterance) wait(step, 200);
          return;
        }
        if (noEnd) return void (synthesis.speaking = false);
        current = undefined;
        synthesis.speaking = false;
        for (let time = 0; time < ends; time++) tell(utterance, 'end', { charIndex: text.length });
        if (!current) next();
      };
      step();
    }, 20);
  }
  const synthesis = Object.assign(new EventTarget(), {
    ...{ speaking: false, paused: false, pending: false, onvoiceschanged: null },
    getVoices: () => (now() * FAST < (fault.voicesAfter ?? 0) ? [] : listed),
    speak(utterance) {
      given.push(utterance.text);
      queue.push(utterance);
      this.pending = true;
      if (!current) next();
    },
    cancel() {
      clearTimeout(timer);
      const dropped = current;
      queue = [];
      current = undefined;
      this.speaking = this.pending = this.paused = false;
      if (dropped) globalThis.setTimeout(() => tell(dropped, 'error', { error: 'canceled' }), 10);
    },
    pause() {
      if (fault.pauseCancels) return this.cancel();
      this.paused = true;
      if (!current) return;
      clearTimeout(timer);
      const held = current;
      globalThis.setTimeout(() => tell(held, 'pause'), 5);
    },
    resume() {
      if (!this.paused) return;
      this.paused = false;
      if (!current) return next();
      tell(current, 'resume');
      wait(again, 50);
    },
  });
  const put = { speechSynthesis: synthesis, SpeechSynthesisUtterance: Utterance };
  for (const [name, value] of Object.entries(put))
    Object.defineProperty(globalThis, name, { value, configurable: true });
}

/** How each reads an article, by its own README. `telling` gets the word that it says it reads. */
const READERS = {
  'article-reader': {
    script: '/dist/article-reader.js',
    article: (html) => `<article-reader persist="none">${html}</article-reader>`,
    glue: `
      const reader = document.querySelector('article-reader');
      await customElements.whenDefined('article-reader');
      while (!reader.article?.text) await new Promise((go) => setTimeout(go, 50));
      reader.addEventListener('reader-positionchange', ({ word }) =>
        telling(word && reader.article.text.slice(word.start, word.end)));
      export const play = () => reader.play();
      export const pause = () => reader.pause();
      export const resume = () => reader.play();`,
  },
  // It speaks a text; sentences, highlights and going on are the page's. Paragraph by paragraph.
  'easy-speech': {
    glue: `
      import EasySpeech from 'easy-speech';
      const ready = EasySpeech.init({ maxTimeout: 5000, interval: 250, quiet: true });
      export async function play() {
        await ready;
        const [voice] = EasySpeech.voices().filter(({ lang }) => lang.startsWith('ar'));
        for (const { textContent: text } of document.querySelectorAll('main p'))
          await EasySpeech.speak({ text, voice, boundary: ({ charIndex, charLength }) =>
            telling(text.slice(charIndex, charIndex + charLength)) });
      }
      export const pause = () => EasySpeech.pause();
      export const resume = () => EasySpeech.resume();`,
  },
  '@readium/speech': {
    glue: `
      import { WebSpeechEngine, WebSpeechReadAloudNavigator } from '@readium/speech';
      const engine = new WebSpeechEngine();
      const ready = engine.initialize({ languages: ['ar'] });
      const texts = [...document.querySelectorAll('main p')].map(({ textContent }) => textContent);
      let navigator;
      export async function play() {
        await ready;
        navigator = new WebSpeechReadAloudNavigator(engine);
        const [voice] = await engine.getAvailableVoices();
        if (voice) navigator.setVoice(voice);
        navigator.on('boundary', ({ detail: { charIndex, charLength } }) =>
          telling(texts[engine.getCurrentUtteranceIndex()]?.slice(charIndex, charIndex + charLength)));
        navigator.loadContent(texts.map((text, id) => ({ id: String(id), text, language: 'ar' })));
        navigator.play();
      }
      export const pause = () => navigator.pause();
      export const resume = () => navigator.play();`,
  },
  // It makes SSML of each block and marks what a voice reports; speaking is the page's. Plain text is
  // what the platform's voices take.
  'foliate-js': {
    glue: `
      import { TTS } from 'foliate-js/tts.js';
      import { textWalker } from 'foliate-js/text-walker.js';
      const tts = new TTS(document, textWalker, (range) => telling(range.toString()), 'word');
      function say(ssml) {
        if (!ssml) return;
        const nodes = new DOMParser().parseFromString(ssml, 'application/xml').documentElement;
        let text = '';
        const marks = [];
        const walk = (node) => {
          if (node.nodeType === 3) text += node.data;
          if (node.localName === 'mark') marks.push([text.length, node.getAttribute('name')]);
          node.childNodes.forEach(walk);
        };
        walk(nodes);
        const utterance = new SpeechSynthesisUtterance(text);
        utterance.onboundary = ({ charIndex }) => {
          const mark = marks.findLast(([at]) => at <= charIndex);
          if (mark) tts.setMark(mark[1]);
        };
        utterance.onend = () => say(tts.next());
        speechSynthesis.speak(utterance);
      }
      export const play = () => say(tts.start());
      export const pause = () => speechSynthesis.pause();
      export const resume = () => speechSynthesis.resume();`,
  },
  // An overlay: its menu has a screen reader to be switched on.
  'sienna-accessibility': {
    glue: `
      import 'sienna-accessibility';
      export async function play() {
        const press = async (selector) => {
          for (let time = 0; time < 100; time++) {
            const found = document.querySelector(selector);
            if (found) return found.click();
            await new Promise((go) => setTimeout(go, 100));
          }
        };
        await press('.asw-menu-btn');
        await press('[data-key="screen-reader"]');
      }
      export const pause = () => speechSynthesis.pause();
      export const resume = () => speechSynthesis.resume();`,
  },
};

const page = (name, paragraphs) => {
  const { script, article = (html) => `<main>${html}</main>` } = READERS[name];
  return `<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><title>bench</title>
    <link rel="icon" href="data:,">${script ? `<script type="module" src="${script}"></script>` : ''}
    ${article(paragraphs.map((text) => `<p>${text}</p>`).join('\n'))}
    <script type="module">
      import { play, pause, resume } from '/glue/${name}.js';
      Object.assign(window, { play, pause, resume, isReady: true });
    </script>`;
};

const TYPES = { '.js': 'text/javascript', '.html': 'text/html; charset=utf-8' };
const folder = mkdtempSync(join(tmpdir(), 'article-reader-peers-'));
const packages = Object.entries(PEERS).map(([name, version]) => `${name}@${version}`);
writeFileSync(join(folder, 'package.json'), '{ "private": true }');
const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--silent'];
const { status } = spawnSync('npm', ['install', ...options, ...packages], {
  cwd: folder,
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
if (status !== 0) throw new Error('what is compared could not be installed');

/** Each with its glue as a bundler makes it; what is imported later is a file of its own. */
async function bundle(name) {
  const input = join(folder, 'glue.js');
  writeFileSync(
    input,
    `const telling = (word) => bench.told.push([bench.heard.length - 1, word]);${READERS[name].glue}`,
  );
  const made = await rollup({
    input,
    plugins: [nodeResolve({ browser: true }), commonjs(), terser()],
    onwarn: () => {},
  });
  const { output } = await made.generate({ format: 'es', entryFileNames: `${name}.js` });
  return output.map(({ fileName, code }) => [`/glue/${fileName}`, code]);
}

const files = new Map();
for (const name of Object.keys(READERS))
  for (const [path, code] of await bundle(name)) files.set(path, code);

let asked = 0;
let article = PLAIN;
const server = createServer((request, response) => {
  const { pathname } = new URL(request.url, 'http://localhost');
  const name = decodeURIComponent(pathname.slice('/page/'.length));
  const isPage = pathname.startsWith('/page/');
  try {
    // The voice of the device alone, as the others have none of their own.
    if (/\/assets\/(voice|tashkeel)\//.test(pathname)) throw new Error('left out');
    const content = isPage
      ? page(name, article)
      : (files.get(decodeURIComponent(pathname)) ?? readFileSync(join(root, pathname)));
    if (!isPage) asked += gzipSync(content, { level: 9 }).length;
    response.writeHead(200, {
      'content-type': TYPES[isPage ? '.html' : extname(pathname)] ?? 'application/octet-stream',
    });
    response.end(content);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const address = `http://localhost:${server.address().port}`;
const browser = await puppeteer.launch({
  executablePath: findEngines().chromium,
  args: [
    '--no-sandbox',
    '--disable-background-networking',
    '--disable-background-timer-throttling',
    '--disable-backgrounding-occluded-windows',
    '--disable-renderer-backgrounding',
    '--autoplay-policy=no-user-gesture-required',
  ],
});

/** Seconds of the clock until a reading is given up; it runs twenty times as fast. */
const PATIENCE = 12;

/** Reads the article; gives what was heard, told and given to the voice, and the bytes asked for. */
async function read(name, fault, paragraphs) {
  article = paragraphs;
  asked = 0;
  // A profile of its own: of all tabs of a site one reads aloud.
  const context = await browser.createBrowserContext();
  try {
    const tab = await context.newPage();
    await tab.evaluateOnNewDocument(prepare, fault);
    await tab.goto(`${address}/page/${encodeURIComponent(name)}`);
    await tab.waitForFunction('window.isReady', { timeout: 30_000 });
    await tab.evaluate((pauses) => {
      if (pauses)
        bench.onword = (count) => {
          if (count !== 5) return;
          setTimeout(pause, 0);
          setTimeout(resume, 1000);
        };
      void play();
    }, !!fault.pauses);
    let bytes = 0;
    let before = -1;
    let quiet = 0;
    const want = paragraphs.join(' ').split(' ').length;
    for (const end = Date.now() + PATIENCE * 1000; Date.now() < end;) {
      const { length } = await tab.evaluate('bench.heard');
      if (length && !bytes) bytes = asked;
      quiet = length === before ? quiet + 1 : 0;
      before = length;
      // All there is, and a while nothing more.
      if (length >= want && quiet > 12) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return { bytes, ...(await tab.evaluate('({ ...bench, onword: null })')) };
  } finally {
    await context.close();
  }
}

const letters = (word) => (word ?? '').replace(/[^\p{L}\p{N}]/gu, '');

/** Whether all words of the article were heard, in their order; what is said again does no harm. */
function isWhole(heard, paragraphs) {
  let at = 0;
  const words = paragraphs.join(' ').split(' ').map(letters);
  for (const word of heard) if (letters(word) === words[at]) at++;
  return at === words.length;
}

const rows = {};
try {
  for (const name of Object.keys(READERS)) {
    const [[, well], ...others] = Object.entries(FAULTS);
    const plain = await read(name, well, PLAIN);
    const died = [];
    await Promise.all(
      others.map(async ([fault, script]) => {
        const { heard } = await read(name, script, PLAIN);
        if (!isWhole(heard, PLAIN)) died.push(fault);
      }),
    );
    const told = plain.told.filter(([, word]) => word);
    const right = told.filter(([at, word]) => letters(plain.heard[at]) === letters(word));
    const { given } = await read(name, {}, NUMBERS);
    const said = given.join(' ');
    const numbers = NUMBERS.join(' ').match(WRITTEN);
    const left = (said.match(WRITTEN) ?? []).length;
    rows[name] = {
      version: PEERS[name] ?? JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version,
      bytes: plain.bytes || null,
      heard: isWhole(plain.heard, PLAIN),
      died: died.sort(),
      right: new Set(right.map(([at]) => at)).size,
      wrong: told.length - right.length,
      numbers: said ? Math.max(0, numbers.length - left) : null,
    };
  }
} finally {
  await browser.close();
  server.close();
  rmSync(folder, { recursive: true, force: true });
}
const measured = {
  day: new Date().toISOString().slice(0, 10),
  of: {
    faults: Object.keys(FAULTS).slice(1),
    words: PLAIN.join(' ').split(' ').length,
    numbers: NUMBERS.join(' ').match(WRITTEN).length,
  },
  rows,
};
console.log(JSON.stringify(measured, null, 2));
if (process.argv[2]) writeFileSync(process.argv[2], `${JSON.stringify(measured, null, 2)}\n`);
process.exit(0);
