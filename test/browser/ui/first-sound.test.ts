import { expect } from '@open-wc/testing';
import type { ArticleReader } from '../../../src/elements.js';
import { installFakeAudio } from '../../fake-audio.js';
import { reset, settled, until } from './setup.js';

type Page = Window & typeof globalThis;

const FILES = ['espeak-ng-arabic.bin', 'lexicon.txt', 'tashkeel.bin'];
const TEXT = 'بدأ العمل في 25 مدينة.';

/** The bundle on a page of its own, whose device has no Arabic voice. */
describe('the files of the embedded voice', () => {
  const forget = async () => {
    for (const name of await caches.keys())
      if (name.startsWith('article-reader ')) await caches.delete(name);
  };
  beforeEach(async () => {
    reset();
    await forget();
  });
  afterEach(() => document.querySelector('iframe')?.remove());
  after(forget);

  /** @param before looks at the page before the reader has done anything */
  async function open(before: (page: Page) => void = () => {}): Promise<[ArticleReader, Page]> {
    document.querySelector('iframe')?.remove();
    const frame = document.createElement('iframe');
    frame.srcdoc = `<html lang="ar"><script type="module" src="/dist/article-reader.js"></script>
      <article-reader persist="none"><p>${TEXT}</p></article-reader></html>`;
    document.body.append(frame);
    const reader = () => frame.contentDocument?.querySelector('article-reader');
    await until(() => reader()?.shadowRoot?.querySelector('.bar') && reader()!.article.text);
    const page = frame.contentWindow as Page;
    before(page);
    return [reader()!, page];
  }
  const near = (reader: ArticleReader) =>
    reader.shadowRoot!.querySelector('.bar')!.dispatchEvent(new PointerEvent('pointerenter'));
  const requested = (page: Page) =>
    page.performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname);
  /** Which of the kept files were asked of the network. */
  const asked = (page: Page) =>
    FILES.filter((file) => requested(page).some((path) => path.endsWith(file)));
  const isKept = async () =>
    (await Promise.all(FILES.map((file) => keptPath(file)))).every(Boolean);
  async function keptPath(file: string): Promise<string | undefined> {
    const [name] = (await caches.keys()).filter((name) => name.startsWith('article-reader '));
    if (!name) return undefined;
    const keys = await (await caches.open(name)).keys();
    return keys.map(({ url }) => url).find((url) => new URL(url).pathname.endsWith(file));
  }
  async function readAloud(reader: ArticleReader, page: Page): Promise<void> {
    const audio = installFakeAudio(page);
    const words: string[] = [];
    reader.addEventListener('reader-positionchange', ({ word }) => {
      if (word) words.push(TEXT.slice(word.start, word.end));
    });
    reader.play();
    await audio.run(() => /idle|failed/.test(reader.playback.status));
    expect(words.join(' ')).to.equal('بدأ العمل في 25 مدينة');
    expect(reader.reader.voice!.quality).to.equal('embedded');
  }

  it('are fetched when the pointer comes near, all at once, kept, and not asked for again', async () => {
    // Of a release before this one.
    await (await caches.open('article-reader 0.0.1')).put('/old', new Response('old'));
    const [reader, page] = await open();
    expect(asked(page)).to.deep.equal([]);
    near(reader);
    await until(() => asked(page).length === FILES.length, 30_000);
    const times = (
      page.performance.getEntriesByType('resource') as PerformanceResourceTiming[]
    ).filter(({ name }) => FILES.some((file) => new URL(name).pathname.endsWith(file)));
    expect(times.length, 'each once').to.equal(FILES.length);
    // Nobody waits for another: each was asked for before the first had come.
    const first = Math.min(...times.map(({ responseEnd }) => responseEnd));
    // From here the first may be there at once; what waits for a thread to start begins much later.
    times.forEach(({ name, startTime }) => expect(startTime, name).to.be.below(first + 20));
    await until(isKeptNow, 30_000);
    expect(await caches.has('article-reader 0.0.1')).to.equal(false);
    await readAloud(reader, page);
    expect(asked(page)).to.deep.equal(FILES);

    const [again, second] = await open();
    await readAloud(again, second);
    expect(asked(second)).to.deep.equal([]);
  }).timeout(120_000);

  let keptNow = false;
  /** As `until` wants it: what is kept is known a moment later. */
  function isKeptNow(): boolean {
    void isKept().then((is) => (keptNow = is));
    return keptNow;
  }

  it('are read without a network once they are kept, and fetched again where they are damaged', async () => {
    keptNow = false;
    const [reader, page] = await open();
    await readAloud(reader, page);
    await until(isKeptNow, 30_000);
    const [again, offline] = await open((page) => {
      page.fetch = () => Promise.reject(new TypeError('offline'));
    });
    await readAloud(again, offline);

    const url = (await keptPath('espeak-ng-arabic.bin'))!;
    const [name] = (await caches.keys()).filter((name) => name.startsWith('article-reader '));
    await (await caches.open(name!)).put(url, new Response('<h1>Welcome to our network</h1>'));
    const [third, damaged] = await open();
    third.play();
    await until(() => third.playback.status === 'failed', 30_000);
    await readAloud(third, damaged);
  }).timeout(120_000);

  for (const [what, stub] of Object.entries({
    'a full disk': (page: Page) =>
      (page.Cache.prototype.put = () => Promise.reject(new DOMException('', 'QuotaExceededError'))),
    'storage that is refused': (page: Page) =>
      Object.defineProperty(page, 'caches', {
        get() {
          throw new DOMException('', 'SecurityError');
        },
      }),
    'storage that is not there': (page: Page) =>
      Object.defineProperty(page, 'caches', { value: undefined }),
    'storage that never answers': (page: Page) =>
      (page.CacheStorage.prototype.open = () => new Promise(() => {})),
  }))
    it(`are read all the same with ${what}`, async () => {
      const [reader, page] = await open(stub);
      await readAloud(reader, page);
      expect(asked(page)).to.deep.equal(FILES);
      expect(await isKept()).to.equal(false);
    }).timeout(60_000);

  it('make what would be heard first before the press, wherever that begins', async () => {
    const made: string[] = [];
    const [reader, page] = await open(({ Worker: { prototype } }) => {
      const { postMessage } = prototype;
      prototype.postMessage = function (this: Worker, ...sent: [{ ssml?: string }, never]) {
        if (sent[0].ssml) made.push(sent[0].ssml);
        postMessage.apply(this, sent);
      } as typeof postMessage;
    });
    const audio = installFakeAudio(page);
    for (const [turn, first] of ['بدأ', '25', 'مدينة'].entries()) {
      if (turn) reader.seek(TEXT.indexOf(first));
      near(reader);
      await until(() => made.length > turn, 30_000);
      reader.play();
      await audio.run(() => reader.playback.status === 'playing' && !!reader.position.word);
      expect(TEXT.slice(reader.position.word!.start)).to.match(new RegExp(`^${first}`));
      expect(made.length, 'made once').to.equal(turn + 1);
      reader.stop();
    }
    // What is being read is not begun again.
    reader.play();
    await audio.run(() => reader.playback.status === 'playing');
    near(reader);
    await settled(200);
    expect(made.length).to.equal(4);
  }).timeout(60_000);

  it('are not fetched before the press where the user saves data', async () => {
    const [reader, page] = await open((page) =>
      Object.defineProperty(page.navigator, 'connection', { value: { saveData: true } }),
    );
    near(reader);
    await until(() => requested(page).some((path) => path.includes('/listening-')));
    await settled(500);
    expect(requested(page).filter((path) => /embedded-speech|assets/.test(path))).to.deep.equal([]);
    await readAloud(reader, page);
  }).timeout(60_000);
});
