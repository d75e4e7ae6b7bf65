import { expect } from '@open-wc/testing';
import type { ArticleReader } from '../../../src/elements.js';
import { built, chunk } from '../dist.js';
import { installFakeAudio } from '../../fake-audio.js';
import { button, reset, until } from './setup.js';

/** As a site serves it: no inline style, no inline script, no strings turned into code or markup. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'none'",
  "connect-src 'self'",
  // For the device's own controls (README).
  'media-src blob:',
  "require-trusted-types-for 'script'",
  "worker-src 'self'",
  'trusted-types lit-html speech-synthesis-polyfill article-reader-tashkeel',
].join(';');

type Page = Window & typeof globalThis & { violations: string[] };

/** Opens a page of its own beside the test, and waits for its reader. */
async function open(set: (frame: HTMLIFrameElement) => void): Promise<[ArticleReader, Page]> {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'inline-size:800px;block-size:600px';
  set(frame);
  document.body.append(frame);
  const reader = () => frame.contentDocument?.querySelector('article-reader');
  await until(() => reader()?.shadowRoot && reader()!.article.text);
  return [reader()!, frame.contentWindow as Page];
}

const panel = (reader: ArticleReader, name: string) =>
  reader
    .shadowRoot!.querySelector(`article-reader-${name}`)
    ?.shadowRoot?.querySelector('article-reader-panel')
    ?.shadowRoot?.querySelector('dialog');

/** What a page does with a reader at first: size, settings, help. */
async function use(reader: ArticleReader): Promise<void> {
  button(reader, 'larger').click();
  expect(reader.settings.textSize).to.equal(110);
  button(reader, 'settings').click();
  await until(() => panel(reader, 'quick-settings')?.open);
  panel(reader, 'quick-settings')!.close();
  button(reader, 'help').click();
  await until(() => panel(reader, 'help')?.open);
  panel(reader, 'help')!.close();
  reader.reset();
}

/** Reads to the end with the embedded voice, from the bundle's own files; gives the words. */
async function readAloud(reader: ArticleReader, page: Page): Promise<string> {
  const audio = installFakeAudio(page);
  const words: string[] = [];
  reader.addEventListener('reader-positionchange', ({ word }) => {
    if (word) words.push(reader.article.text.slice(word.start, word.end));
  });
  reader.stop();
  reader.play();
  await audio.run(() => /idle|failed/.test(reader.playback.status));
  expect(reader.playback.status).to.equal('idle');
  expect(reader.reader.voice!.quality).to.equal('embedded');
  return words.join(' ');
}

describe('the bundles on a page of their own', () => {
  // What other tests left in the storage that these pages share.
  beforeEach(reset);
  afterEach(() => document.querySelector('iframe')?.remove());

  it('run from another origin, such as a CDN, with their voice and their vowels', async () => {
    const cdn = location.origin.replace('localhost', '127.0.0.1');
    expect(cdn).not.to.equal(location.origin);
    const [reader, page] = await open((frame) => {
      frame.srcdoc = `<html lang="ar"><script type="module" src="${cdn}/dist/article-reader.js"></script>
        <article-reader><p>بدأ العمل في 25 مدينة.</p></article-reader></html>`;
    });
    expect(await readAloud(reader, page)).to.equal('بدأ العمل في 25 مدينة');
    const { TashkeelWorker } = (await import(
      `${cdn}/dist/npm/tashkeel.js`
    )) as typeof import('../../../src/diacritizer/index.js');
    const tashkeel = new TashkeelWorker();
    expect((await tashkeel.diacritize('بدأ العمل')).text).to.match(/^بَ/);
    tashkeel.close();
  });

  it('run from the snippet of the README as it stands, with the files that it names', async () => {
    const readme = await (await fetch('/README.md')).text();
    const [, snippet] = /```html\n(<!doctype html>[\s\S]*?)```/.exec(readme)!;
    const [reader, page] = await open((frame) => {
      frame.srcdoc = snippet!.replace('src="article-reader/', 'src="/dist/');
    });
    expect(reader.article.blocks.map(({ kind }) => kind)).to.deep.equal(['heading', 'paragraph']);
    const loaded = () =>
      page.performance
        .getEntriesByType('resource')
        .map(({ name }) => name.replace(`${location.origin}/dist/`, ''));
    const { files, main } = await built();
    expect(loaded()).to.deep.equal(['article-reader.js', main]);
    await use(reader);
    // The embedded voices are listed in the settings, where they are on the site; not loaded yet.
    for (const name of ['panels', 'lazy-rules', 'embedded-speech']) {
      const file = (await chunk(name)).replace('/dist/', '');
      await until(() => loaded().includes(file));
    }
    expect(loaded().filter((name) => !(name in files))).to.deep.equal([]);

    // A typeface is fetched when it is chosen, Arabic for Arabic text, and then it draws.
    reader.setPreferences({ typeface: 'readex' });
    const face = () =>
      [...page.document.fonts].find(
        ({ family, status }) => /readex/.test(family) && status === 'loaded',
      );
    await until(face);
    expect(loaded().filter((name) => /^fonts\/(?!readex-pro-)/.test(name))).to.deep.equal([]);
    // Beside naskh, which is drawn larger, guillemets are; digits are as large as the page's.
    reader.setPreferences({ typeface: 'naskh' });
    const pen = page.document.createElement('canvas').getContext('2d')!;
    const widthOf = async (text: string, size: number) => {
      const font = `${size}px article-reader-naskh`;
      await page.document.fonts.load(font, text);
      pen.font = font;
      return pen.measureText(text).width;
    };
    await until(() => [...page.document.fonts].some(({ family }) => /naskh/.test(family)));
    const [guillemet, digit] = [await widthOf('«', 100), await widthOf('2', 100)];
    // In the file they are 414 and 559 of 1,000 units wide.
    expect(guillemet / digit).to.be.closeTo((1.2 * 414) / 559, 0.02);
    reader.reset();
  });

  for (const kind of ['module', 'classic']) {
    it(`run under a strict policy with Trusted Types: ${kind} script`, async () => {
      const headers = JSON.stringify({ 'content-security-policy': POLICY });
      const [reader, page] = await open((frame) => {
        frame.src = `/test/fixtures/ui/strict-${kind}.html?headers=${encodeURIComponent(headers)}`;
      });
      await use(reader);
      reader.next();
      expect(reader.position.sentence).to.deep.equal({ start: 0, end: 18 });
      expect(await readAloud(reader, page)).to.equal('الجملة الأولى هنا والثانية بعدها');
      expect(page.violations).to.deep.equal([]);
    });
  }

  describe('that have lost a chunk', () => {
    /** A reader whose server does not have one of the chunks, and what nobody caught. */
    async function without(chunk: string): Promise<[ArticleReader, Page, string[]]> {
      const [reader, page] = await open((frame) => {
        frame.srcdoc = `<html lang="ar"><script type="module" src="/without/${chunk}/dist/article-reader.js"></script>
        <article-reader><p>بدأ العمل في 25 مدينة.</p></article-reader></html>`;
      });
      const uncaught: string[] = [];
      page.addEventListener('unhandledrejection', ({ reason }) => uncaught.push(String(reason)));
      return [reader, page, uncaught];
    }
    const message = (reader: ArticleReader) =>
      reader.shadowRoot!.querySelector('.message')?.textContent?.trim();
    const UNREACHABLE = 'تعذّر تحميل جزء من القارئ. تحقق من اتصالك ثم أعد تحميل الصفحة.';

    for (const [chunk, name] of [
      ['panels', 'settings'],
      ['view', 'view'],
    ] as const)
      it(`say so where a button needs it, and the rest goes on: ${chunk}`, async () => {
        const [reader, , uncaught] = await without(chunk);
        button(reader, name).click();
        await until(() => message(reader) === UNREACHABLE);
        expect(reader.shadowRoot!.querySelector('.live')!.textContent).to.equal(UNREACHABLE);
        button(reader, 'larger').click();
        expect(reader.settings.textSize).to.equal(110);
        reader.reset();
        expect(uncaught).to.deep.equal([]);
      });

    it('say so where nothing can be read aloud: listening', async () => {
      const [reader, , uncaught] = await without('listening');
      reader.play();
      await until(() => reader.playback.status === 'failed');
      await reader.updateComplete;
      expect(message(reader)).to.equal(UNREACHABLE);
      expect(uncaught).to.deep.equal([]);
    });

    it('read on without marks: highlighter', async () => {
      const [reader, page, uncaught] = await without('highlighter');
      expect(await readAloud(reader, page)).to.equal('بدأ العمل في 25 مدينة');
      expect(uncaught).to.deep.equal([]);
    });
  });
});
