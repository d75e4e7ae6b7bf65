/**
 * What a visitor does with the article, one check a column of the table. Each throws, with what was
 * seen, where it does not go.
 */
import { setTimeout } from 'node:timers/promises';

/** How long a part of the interface may take to come, in ms: on a busy machine, from a cold server. */
const PATIENCE = 15_000;

/** How long the article may take to be read, in ms: a few seconds of sound, after 2 MB are loaded. */
const READING = 60_000;

/** Of the words that are said, how many have vowels when the diacritizer works; without it, none. */
const VOWELLED = 0.8;

/**
 * Waits until a function gives something in the page, which must be such that it can be sent.
 * Puppeteer's `waitForFunction` would need `unsafe-eval` there.
 */
async function until(page, what, holds, args = [], ms = PATIENCE) {
  for (const end = Date.now() + ms; ; await setTimeout(100)) {
    const value = await page.evaluate(holds, ...args);
    if (value) return value;
    if (Date.now() > end) throw new Error(what);
  }
}

const command = (name) => ['article-reader', 'article-reader-toolbar', `[data-command="${name}"]`];

const SETTINGS = [
  'article-reader',
  'article-reader-quick-settings',
  'article-reader-panel',
  'dialog',
];
const VIEW = ['article-reader', 'article-reader-view', 'dialog'];

const isOpen = (...path) => {
  const dialog = globalThis.installTest.find(...path);
  return !!dialog?.open && globalThis.installTest.isSeen(dialog);
};
const isClosed = (...path) => !globalThis.installTest.find(...path)?.open;

/** A real click, so that there is a gesture and whatever covers the button is noticed. */
async function press(page, path) {
  const element = await page.evaluateHandle((path) => globalThis.installTest.find(...path), path);
  if (!element.asElement()) throw new Error(`no ${path.at(-1)}`);
  await element.click();
}

async function close(page, path, what) {
  await page.keyboard.press('Escape');
  await until(page, `${what} does not close`, isClosed, path);
}

/** The element is upgraded, has read the article, and the article is seen. */
export async function shows(page) {
  await until(
    page,
    'no <article-reader> on the page',
    () => !!document.querySelector('article-reader'),
  );
  await until(
    page,
    'the element is not upgraded',
    () => !!document.querySelector('article-reader:defined')?.shadowRoot,
  );
  await until(page, 'the toolbar is not seen', () =>
    globalThis.installTest.isSeen(
      globalThis.installTest.find('article-reader', 'article-reader-toolbar', '[role=toolbar]'),
    ),
  );
  await until(page, 'the article was not read', () => {
    const { blocks } = document.querySelector('article-reader').article;
    return blocks.length === 3 && blocks[0].kind === 'heading';
  });
  await until(page, 'the article is not seen', () =>
    [...document.querySelectorAll('article-reader :is(h1, p)')].every(
      globalThis.installTest.isSeen,
    ),
  );
}

/** The button opens the sheet of settings, with its controls; Escape closes it. */
export async function settings(page) {
  await press(page, command('settings'));
  await until(page, 'the settings do not open', isOpen, SETTINGS);
  await until(page, 'the settings are empty', () => {
    const root = globalThis.installTest.find(
      'article-reader',
      'article-reader-quick-settings',
    ).shadowRoot;
    return (
      [...root.querySelectorAll('button, input, select')].filter(globalThis.installTest.isSeen)
        .length > 5
    );
  });
  await close(page, SETTINGS, 'the sheet of settings');
}

/** The button opens the reading view, with the article in it; Escape closes it. */
export async function view(page) {
  await press(page, command('view'));
  await until(page, 'the reading view does not open', isOpen, VIEW);
  await until(page, 'the reading view is empty', () => {
    const text = globalThis.installTest.find('article-reader', 'article-reader-view', '.text');
    const last = document.querySelector('article-reader p:last-child').textContent;
    return globalThis.installTest.isSeen(text) && text.textContent.includes(last.trim());
  });
  await close(page, VIEW, 'the reading view');
}

/** A typeface of the library's is fetched when it is chosen, and draws the article. */
export async function fonts(page) {
  const choose = (typeface) => {
    const reader = document.querySelector('article-reader');
    (reader.setPreferences ?? reader.update).call(reader, { typeface });
  };
  await page.evaluate(choose, 'naskh');
  await until(page, 'the typeface is not loaded', () =>
    [...document.fonts].some(
      ({ family, status }) => family.includes('article-reader-naskh') && status === 'loaded',
    ),
  );
  await page.evaluate(choose, undefined);
}

/** Reads from the beginning to the end; gives what was noted. */
async function listen(page) {
  await page.evaluate(() => {
    const { installTest: notes } = globalThis;
    const reader = document.querySelector('article-reader');
    notes.said.length = notes.peak = 0;
    notes.sentences.clear();
    notes.started = false;
    if (!notes.listens) {
      notes.listens = true;
      reader.addEventListener('reader-positionchange', ({ sentence }) => {
        if (sentence && reader.playback.status === 'playing') notes.sentences.add(sentence.start);
      });
      reader.addEventListener('reader-statechange', ({ playback }) => {
        notes.started ||= playback.status === 'playing';
      });
    }
    // The sound takes as long as it does: a third of it.
    reader.rate = 3;
    reader.stop();
  });
  await press(page, command('toggle'));
  const status = await until(
    page,
    'the article is not read to its end',
    () => {
      const { status, reason, message } = document.querySelector('article-reader').playback;
      if (status === 'failed') return `${reason}: ${message}`;
      return status === 'idle' && globalThis.installTest.started && 'done';
    },
    [],
    READING,
  );
  if (status !== 'done') throw new Error(`Listen fails: ${status}`);
  return page.evaluate(() => {
    const { said, peak, sentences } = globalThis.installTest;
    return { said: said.join(' '), peak, sentences: sentences.size };
  });
}

function vowelledShare(text) {
  const words = text.match(/[\u0621-\u0652]{2,}/g) ?? [];
  return words.filter((word) => /[\u064b-\u0652]/.test(word)).length / words.length;
}

/** The embedded voice reads all sentences, numbers in words, with vowels. */
export async function reads(page) {
  const platform = await page.evaluate(() =>
    speechSynthesis.getVoices().some(({ lang }) => /^ar\b/i.test(lang)),
  );
  if (platform) throw new Error('this browser has an Arabic voice: nothing is tested');
  let notes = await listen(page);
  // A sentence does not wait long for the diacritizer's first load; on a busy machine it may be late.
  if (vowelledShare(notes.said) < VOWELLED) notes = await listen(page);
  if (!notes.said) throw new Error('it was read, and not by the embedded voice');
  if (notes.sentences < 3) throw new Error(`${notes.sentences} sentences were read of 4`);
  if (notes.peak < 0.05) throw new Error('silence');
  const share = vowelledShare(notes.said);
  if (share < VOWELLED)
    throw new Error(
      `without vowels: ${Math.round(share * 100)} % of the words: ${notes.said.slice(0, 60)}`,
    );
  if (/[0-9٠-٩]/.test(notes.said)) throw new Error(`digits are not said in words: ${notes.said}`);
}
