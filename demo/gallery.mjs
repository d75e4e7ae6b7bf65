/**
 * `npm run gallery`: pictures of every surface, theme and size, on a page that a person can look
 * through: `demo/gallery/index.html` (not committed). With names after it, only pictures whose name
 * holds one of them: `npm run gallery -- settings 320`.
 *
 * It draws what `dist/` holds, in Chromium, with a voice that says one word and then waits.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { findEngines } from '../test/engines.mjs';
import { serve } from './serve.mjs';

const folder = fileURLToPath(new URL('gallery/', import.meta.url));
const wanted = process.argv.slice(2);

/** Runs in the page before anything else: speech that has begun, for as long as one looks. */
function installVoice() {
  const voice = {
    name: 'Majed',
    lang: 'ar-SA',
    voiceURI: 'Majed',
    localService: true,
    default: true,
  };
  globalThis.SpeechSynthesisUtterance = class {
    constructor(text) {
      Object.assign(this, { text, lang: '', voice: null, rate: 1, pitch: 1, volume: 1 });
    }
  };
  const synthesis = new EventTarget();
  let timer;
  const speech = Object.assign(synthesis, {
    speaking: false,
    pending: false,
    paused: false,
    onvoiceschanged: null,
    getVoices: () => [voice],
    pause() {},
    resume() {},
    cancel() {
      clearTimeout(timer);
      speech.speaking = false;
    },
    speak(utterance) {
      speech.speaking = true;
      timer = setTimeout(() => {
        utterance.onstart?.({ type: 'start', utterance, charIndex: 0, elapsedTime: 0 });
        const charIndex = utterance.text.indexOf(' ') + 1;
        const charLength = utterance.text.slice(charIndex).search(/\s|$/);
        const name = 'word';
        utterance.onboundary?.({
          type: 'boundary',
          name,
          utterance,
          charIndex,
          charLength,
          elapsedTime: 0,
        });
      }, 50);
    },
  });
  Object.defineProperty(globalThis, 'speechSynthesis', { value: speech });
}

/** What is done on the page before its picture is taken; each runs there. */
const ACTIONS = {
  idle: () => {},
  unfolded: ({ press }) => press('more'),
  playing: async ({ reader, until }) => {
    reader.play(700);
    await until(() => reader.position.word);
  },
  'scrolled away': async ({ reader, until }) => {
    reader.play(0);
    await until(() => reader.playback.status === 'playing');
    await until(() => {
      scrollTo(0, scrollY > 900 ? 0 : 2000);
      return !reader.shadowRoot.querySelector('.return').hidden;
    });
  },
  paused: async ({ reader, until }) => {
    reader.play(0);
    await until(() => reader.position.word);
    reader.pause();
  },
  failed: async ({ reader, until }) => {
    reader.src = 'no-such-article.txt';
    await until(() => reader.playback.status === 'failed');
  },
  settings: ({ press }) => press('settings'),
  'settings, further down': async ({ press, sheet }) => {
    await press('settings');
    sheet().scrollTop = sheet().clientHeight - 80;
  },
  'settings, to the end': async ({ press, sheet }) => {
    await press('settings');
    sheet().scrollTop = sheet().scrollHeight;
  },
  help: ({ press }) => press('help'),
  contents: ({ press }) => press('contents'),
  view: ({ press }) => press('view'),
  'view, playing': async ({ press, reader, until }) => {
    await press('view');
    reader.play(700);
    await until(() => reader.position.word);
  },
  'view, one sentence': async ({ press, reader, until }) => {
    reader.setPreferences({ oneSentence: true, parts: 'syllables', diacritics: 'full' });
    await press('view');
    reader.seek(700);
    await until(() => CSS.highlights.size);
  },
  'view, settings': async ({ press }) => {
    await press('view');
    await press('settings', true);
  },
};

const SIZES = [320, 768, 1280];

/** Every picture: what is done, how wide, how large the text, which colours, which way round. */
function* scenes() {
  for (const action of Object.keys(ACTIONS)) for (const width of SIZES) yield { action, width };
  for (const theme of ['light', 'dark', 'sepia', 'contrast'])
    for (const action of [
      'playing',
      'settings',
      'help',
      'contents',
      'view, playing',
      'view, one sentence',
    ])
      for (const width of [320, 1280]) yield { action, width, theme };
  for (const textSize of [50, 300, 500])
    for (const action of ['playing', 'settings', 'view, playing'])
      for (const width of [320, 1280]) yield { action, width, textSize };
  for (const action of ['idle', 'unfolded', 'playing', 'settings', 'help', 'contents', 'view'])
    for (const width of [320, 1280]) yield { action, width, lang: 'en' };
  for (const action of ['playing', 'settings', 'help', 'contents', 'view, playing'])
    for (const width of [320, 1280]) yield { action, width, system: 'forced colours' };
  for (const action of ['playing', 'settings', 'contents', 'view'])
    for (const width of [320, 1280]) yield { action, width, system: 'dark' };
}

const nameOf = ({ action, width, theme, textSize, lang, system }) =>
  [action, width, theme, textSize && `${textSize} %`, lang, system && `system ${system}`]
    .filter(Boolean)
    .join(', ');

const SYSTEMS = {
  'forced colours': { name: 'forced-colors', value: 'active' },
  dark: { name: 'prefers-color-scheme', value: 'dark' },
};

/** Takes the picture; false where the page has no such thing. */
async function take(browser, address, scene) {
  const { action, width, theme, textSize, lang, system } = scene;
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  try {
    await page.setViewport({ width, height: width === 1280 ? 800 : 700 });
    const devtools = await page.createCDPSession();
    await devtools.send('Emulation.setEmulatedMedia', {
      features: [
        { name: 'prefers-reduced-motion', value: 'reduce' },
        ...(system ? [SYSTEMS[system]] : []),
      ],
    });
    await page.evaluateOnNewDocument(installVoice);
    await page.goto(`${address}/demo/`, { waitUntil: 'networkidle0' });
    const done = await page.evaluate(
      async (act, settings, lang) => {
        const reader = document.querySelector('article-reader');
        const until = async (holds) => {
          for (let turns = 200; turns && !holds(); turns--)
            await new Promise((resolve) => setTimeout(resolve, 25));
          if (!holds()) throw new Error(`never: ${holds}`);
        };
        const deep = (root, selector) => {
          const found = [...root.querySelectorAll(selector)];
          for (const { shadowRoot } of root.querySelectorAll('*'))
            if (shadowRoot) found.push(...deep(shadowRoot, selector));
          return found;
        };
        if (lang) {
          document.documentElement.dir = 'ltr';
          reader.uiLang = lang;
          await until(() => deep(reader.shadowRoot, '[lang=en]').length);
        }
        reader.setPreferences(settings);
        const sheet = () => deep(document, 'dialog[open]').at(-1);
        const press = async (command, last = false) => {
          const button = deep(document, `[data-command="${command}"]`).at(last ? -1 : 0);
          if (!button) throw new Error('no such thing');
          const open = deep(document, 'dialog[open]').length;
          button.click();
          if (command !== 'more') await until(() => deep(document, 'dialog[open]').length > open);
        };
        try {
          await (0, eval)(`(${act})`)({ reader, until, press, sheet });
        } catch (error) {
          return String(error.message);
        }
        return '';
      },
      ACTIONS[action].toString(),
      { ...(theme && { theme }), ...(textSize && { textSize }) },
      lang,
    );
    if (done) return done;
    await new Promise((resolve) => setTimeout(resolve, 250));
    await page.screenshot({ path: `${folder}${nameOf(scene)}.png` });
    return '';
  } finally {
    await context.close();
  }
}

const { chromium } = findEngines();
if (!chromium) throw new Error('The pictures are taken in Chromium, which is not on this machine.');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const { address, close } = await serve({ port: 8010 });
const browser = await puppeteer.launch({ executablePath: chromium, args: ['--no-sandbox'] });
const taken = [];
const left = [];
try {
  for (const scene of scenes()) {
    const name = nameOf(scene);
    if (wanted.length && !wanted.some((part) => name.includes(part))) continue;
    const why = await take(browser, address, scene);
    if (why) left.push(`${name}: ${why}`);
    else taken.push(scene);
  }
} finally {
  await browser.close();
  close();
}

const figure = (scene) => {
  const name = nameOf(scene);
  return `<figure style="inline-size:${Math.min(scene.width, 640)}px"><a href="${encodeURIComponent(name)}.png"><img loading="lazy" src="${encodeURIComponent(name)}.png" alt=""></a><figcaption>${name}</figcaption></figure>`;
};
const sections = new Map();
for (const scene of taken)
  sections.set(scene.action, [...(sections.get(scene.action) ?? []), scene]);
writeFileSync(
  `${folder}index.html`,
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>article-reader: every surface, theme and size</title>
<style>
  :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
  body { margin: 24px }
  section { display: flex; flex-wrap: wrap; gap: 16px; align-items: start }
  h2 { flex: 1 0 100%; margin: 24px 0 0 }
  figure { margin: 0; max-inline-size: 100% }
  img { inline-size: 100%; border: 1px solid gray; border-radius: 8px }
</style>
<h1>Every surface, theme and size</h1>
${[...sections].map(([action, list]) => `<section><h2>${action}</h2>${list.map(figure).join('')}</section>`).join('\n')}
`,
);
console.log(`${taken.length} pictures: ${folder}index.html`);
if (left.length) console.log(`Left out:\n  ${left.join('\n  ')}`);
