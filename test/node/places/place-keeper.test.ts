import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { arabicSegmentation } from '../../segmentation.js';
import { createArticle, type Article, type Span } from '../../../src/core/article.js';
import { PlaceKeeper } from '../../../src/reader/places/place-keeper.js';
import { LazyPlaceKeeper } from '../../../src/reader/places/lazy-place-keeper.js';
import type { ArticlePlaces, PlaceStore } from '../../../src/reader/storage/place-store.js';
import type { ReaderState } from '../../../src/reader/reader-state.js';
import {
  ReaderArticleChangeEvent,
  ReaderPositionChangeEvent,
  ReaderStateChangeEvent,
  type ReaderEvent,
} from '../../../src/reader/events.js';
import type { Playback } from '../../../src/core/playback.js';

const PARAGRAPHS = [
  'قالت الوزارة إن العمل بدأ اليوم في كل المدن. وأضافت أن الخطة تشمل القرى كلها.',
  'من جهته أكد المدير نجاح التجربة الأولى. وأشار إلى تقرير سابق في الموضوع نفسه.',
  'وفي الختام شكر الحضور على ما بذلوه من جهد. ثم انصرف الجميع.',
];

function articleOf(paragraphs: readonly string[]): Article {
  let text = '';
  const blocks = paragraphs.map((paragraph) => {
    const start = text.length;
    text += `${paragraph}\n\n`;
    return { kind: 'paragraph' as const, start, end: start + paragraph.length, lang: 'ar' };
  });
  return createArticle({ text, lang: 'ar', blocks }, arabicSegmentation);
}

/** What a keeper sees of a reader, moved by hand. */
class FakeReader {
  article: Article;
  position: { sentence: Span | null; word: Span | null } = { sentence: null, word: null };
  playback: Playback = { status: 'idle' };
  readonly surface = null;
  readonly #listeners = new Set<(event: ReaderEvent | null) => void>();

  constructor(paragraphs = PARAGRAPHS) {
    this.article = articleOf(paragraphs);
  }
  subscribe(listener: (event: ReaderEvent | null) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
  #emit(event: ReaderEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
  /** To the sentence that begins so; null for nowhere. */
  move(opening: string | null): void {
    const sentences = this.article.blocks.flatMap((block) => block.sentences);
    const sentence = sentences.find(({ start }) =>
      this.article.text.startsWith(opening ?? '-', start),
    );
    this.position = { sentence: sentence ?? null, word: null };
    this.#emit(new ReaderPositionChangeEvent(this.position.sentence, null));
  }
  show(status: 'playing' | 'paused' | 'idle'): void {
    this.playback = { status };
    this.#emit(new ReaderStateChangeEvent(this.playback));
  }
  edit(paragraphs: readonly string[]): void {
    this.article = articleOf(paragraphs);
    this.#emit(new ReaderArticleChangeEvent(this.article));
  }
  opening(offset: number | null): string | null {
    return offset === null ? null : this.article.text.slice(offset, offset + 7);
  }
}

describe('PlaceKeeper', () => {
  let page: EventTarget;
  let saved: ArticlePlaces[];
  let store: PlaceStore;
  let changes: number;
  const keeperOf = (reader: FakeReader, kept: readonly unknown[] = saved) =>
    new PlaceKeeper(
      reader as unknown as ReaderState,
      '/page',
      kept as readonly ArticlePlaces[],
      store,
      () => changes++,
    );

  beforeEach(() => {
    page = new EventTarget();
    saved = [];
    changes = 0;
    store = { load: () => saved, save: (places) => saved.unshift(places) };
    mock.timers.enable({ apis: ['setTimeout'] });
    Object.assign(globalThis, {
      document: page,
      addEventListener: page.addEventListener.bind(page),
      removeEventListener: page.removeEventListener.bind(page),
    });
  });
  afterEach(() => {
    mock.timers.reset();
    for (const name of ['document', 'addEventListener', 'removeEventListener'])
      delete (globalThis as Record<string, unknown>)[name];
  });

  /** What the next visit finds after this one. */
  function after(visit: (reader: FakeReader, keeper: PlaceKeeper) => void, edited = PARAGRAPHS) {
    const reader = new FakeReader();
    const keeper = keeperOf(reader, []);
    visit(reader, keeper);
    keeper.dispose();
    const next = new FakeReader(edited);
    return { reader: next, keeper: keeperOf(next) };
  }

  it('saves now and then while reading, not at every sentence', () => {
    const reader = new FakeReader();
    keeperOf(reader);
    reader.move('قالت');
    reader.move('وأضافت');
    assert.equal(saved.length, 0);
    mock.timers.tick(2000);
    assert.equal(saved.length, 1);
    assert.equal(saved[0]!.place?.offset, reader.position.sentence!.start);
    mock.timers.tick(60_000);
    assert.equal(saved.length, 1);
  });

  for (const [when, happens] of Object.entries({
    'it pauses': (reader: FakeReader) => reader.show('paused'),
    'it stops': (reader: FakeReader) => reader.show('idle'),
    'the page goes away': () => page.dispatchEvent(new Event('pagehide')),
    'the page is hidden': () => page.dispatchEvent(new Event('visibilitychange')),
  })) {
    it(`saves at once when ${when}, and not again`, () => {
      const reader = new FakeReader();
      const keeper = keeperOf(reader);
      reader.move('من جهته');
      happens(reader);
      assert.equal(saved.length, 1);
      happens(reader);
      mock.timers.tick(60_000);
      keeper.dispose();
      assert.equal(saved.length, 1);
      assert.equal(saved[0]!.page, '/page');
    });
  }

  it('has the place at the next visit, until it is dismissed or reading begins', () => {
    const first = after((reader) => reader.move('وأشار'));
    assert.equal(first.reader.opening(first.keeper.saved), 'وأشار إ');
    first.keeper.dismiss();
    assert.equal(first.keeper.saved, null);
    assert.equal(changes, 1);
    // Dismissed is not forgotten: nothing was read since.
    const second = after((reader) => reader.move('وأشار'));
    second.reader.move('قالت');
    second.reader.show('playing');
    assert.equal(second.keeper.saved, null);
    // Whoever began elsewhere by mistake goes back.
    assert.equal(second.reader.opening(second.keeper.takeBack()), 'وأشار إ');
    const third = after((reader) => reader.move('وأشار'));
    third.reader.move('وأشار');
    third.keeper.dismiss();
    assert.equal(third.keeper.canGoBack, false);
  });

  it('has none in the first paragraph, nor after the end; but where it was stopped', () => {
    assert.equal(after((reader) => reader.move('وأضافت')).keeper.saved, null);
    const read = (last: string) =>
      after((reader) => {
        reader.move(last);
        reader.move(null);
      });
    assert.equal(read('ثم انصرف').keeper.saved, null);
    assert.equal(saved[0]!.place, null);
    const stopped = read('وفي الختام');
    assert.equal(stopped.reader.opening(stopped.keeper.saved), 'وفي الخ');
  });

  it('finds place and bookmarks in an article that was edited', () => {
    const edited = ['تصحيح: نشر المقال أمس.', ...PARAGRAPHS.slice(1)];
    const { reader, keeper } = after((reader, keeper) => {
      for (const at of ['وفي الختام', 'قالت', 'من جهته']) {
        reader.move(at);
        assert.equal(keeper.toggleBookmark(), true);
      }
    }, edited);
    assert.equal(reader.opening(keeper.saved), 'من جهته');
    assert.deepEqual(
      keeper.bookmarks.map((offset) => reader.opening(offset)),
      ['من جهته', 'وفي الخ'],
    );
    // What was cut comes back with its bookmark.
    reader.edit(PARAGRAPHS);
    assert.deepEqual(
      keeper.bookmarks.map((offset) => reader.opening(offset)),
      ['قالت ال', 'من جهته', 'وفي الخ'],
    );
  });

  it('knows an article that comes late, and is not taken in by another of the page', () => {
    after((reader) => reader.move('وأشار')).keeper.dispose();
    const reader = new FakeReader(PARAGRAPHS.slice(0, 1));
    const keeper = keeperOf(reader);
    assert.equal(keeper.saved, null);
    reader.edit(PARAGRAPHS);
    assert.equal(reader.opening(keeper.saved), 'وأشار إ');

    const other = new FakeReader(['نص آخر في الصفحة نفسها.', 'وله فقرة ثانية لا تشبه غيرها.']);
    const otherKeeper = keeperOf(other);
    assert.equal(otherKeeper.saved, null);
    other.move('وله فقرة');
    otherKeeper.dispose();
    assert.equal(saved[0]!.article === saved[1]!.article, false);
    assert.equal(keeperOf(new FakeReader()).saved !== null, true);
  });

  it('is not taken in by another whose last line is the same', () => {
    const ends = (...paragraphs: string[]) => [...paragraphs, 'المصدر: وكالة الأنباء.'];
    const reader = new FakeReader(ends(...PARAGRAPHS));
    const first = keeperOf(reader);
    reader.move('المصدر');
    first.dispose();
    const [kept] = saved;
    const other = new FakeReader(ends('خبر آخر لا يشبهه.', 'وله فقرة ثانية.'));
    const keeper = keeperOf(other);
    assert.equal(keeper.saved, null);
    other.move('وله فقرة');
    keeper.dispose();
    assert.equal(saved.length, 2);
    assert.notEqual(saved[0]!.article, kept!.article);
  });

  describe('is for what comes instead of the article, if that', () => {
    const OTHER = ['نص آخر في الصفحة نفسها.', 'وله فقرة ثانية لا تشبه غيرها.'];
    const [first, second, third] = PARAGRAPHS as [string, string, string];
    const LONGER = `${third} وصفق الحضور طويلا بعد ذلك كله.`;
    const cases: [string, readonly string[], here: boolean, elsewhere: boolean][] = [
      ['grew', [...OTHER, ...PARAGRAPHS, ...OTHER], true, true],
      ['was edited', ['تصحيح: نشر المقال أمس.', second, third], true, true],
      ['has each paragraph changed', [`ثم ${first}`, `ثم ${second}`, LONGER], true, false],
      ['is another', OTHER, false, false],
      ['is another with one paragraph of it', [...OTHER, third], false, false],
      ['is gone', [], true, false],
      ['is being loaded', ['جار التحميل…'], true, false],
      ['is another of one paragraph', [LONGER + OTHER.join(' ')], false, false],
    ];
    for (const [what, paragraphs, here, elsewhere] of cases)
      it(`${what}: ${here} at its address, ${elsewhere} at another`, () => {
        const reader = new FakeReader();
        const keeper = keeperOf(reader);
        reader.move('وأشار');
        const article = articleOf(paragraphs);
        assert.equal(keeper.isFor('/page', article), here);
        assert.equal(keeper.isFor('/next', article), elsewhere);
      });

    it('has most of it, while nothing is kept', () => {
      const keeper = keeperOf(new FakeReader());
      assert.equal(keeper.isFor('/page', articleOf([first, second])), true);
      assert.equal(keeper.isFor('/page', articleOf(OTHER)), false);
      assert.equal(keeperOf(new FakeReader([])).isFor('/next', articleOf(PARAGRAPHS)), false);
    });
  });

  it('keeps its bookmarks without a store while the text is away, and gives another text none', () => {
    const reader = new FakeReader();
    const places = new PlaceKeeper(
      reader as unknown as ReaderState,
      '/page',
      [],
      undefined,
      () => {},
    );
    reader.move('وأشار');
    places.toggleBookmark();
    for (const away of [[], ['جار التحميل…']]) {
      assert.equal(places.isFor('/page', articleOf(away)), true);
      reader.edit(away);
      assert.deepEqual(places.bookmarks, []);
      assert.equal(
        places.isFor('/page', articleOf(['نص آخر في الصفحة نفسها.', 'وله فقرة ثانية.'])),
        false,
      );
      assert.equal(places.isFor('/page', articleOf(PARAGRAPHS)), true);
      reader.edit(PARAGRAPHS);
      assert.deepEqual(
        places.bookmarks.map((it) => reader.opening(it)),
        ['وأشار إ'],
      );
    }
  });

  it('sets one bookmark a sentence, and takes it away', () => {
    const reader = new FakeReader();
    const keeper = keeperOf(reader);
    // Before anything is read, at the beginning.
    assert.equal(keeper.toggleBookmark(), true);
    reader.move('قالت');
    assert.equal(keeper.bookmarkIn(), 0);
    assert.equal(keeper.toggleBookmark(), false);
    assert.deepEqual(keeper.bookmarks, []);
    reader.move('وأشار');
    keeper.toggleBookmark();
    const [offset] = keeper.bookmarks;
    reader.move('قالت');
    keeper.removeBookmark(offset!);
    assert.deepEqual(keeper.bookmarks, []);
    assert.deepEqual(saved[0]!.bookmarks, []);
    assert.equal(changes, 4);
  });

  it('keeps bookmarks that were set in another tab meanwhile, or not those taken away', async () => {
    const here = new FakeReader();
    const keeper = keeperOf(here);
    here.move('من جهته');
    here.show('paused');
    const there = new FakeReader();
    const other = keeperOf(there);
    const told = async (key: string) => {
      page.dispatchEvent(Object.assign(new Event('storage'), { key }));
      await null;
      await null;
    };
    there.move('وفي الخ');
    other.toggleBookmark();
    await told('something else');
    assert.deepEqual(keeper.bookmarks, []);
    await told('article-reader-places');
    assert.deepEqual(
      keeper.bookmarks.map((it) => here.opening(it)),
      ['وفي الخ'],
    );
    assert.ok(changes > 0);
    here.move('وأشار ');
    here.show('idle');
    assert.equal(saved[0]!.bookmarks.length, 1);
    other.toggleBookmark();
    await told('article-reader-places');
    assert.deepEqual(keeper.bookmarks, []);
  });

  it('takes nothing on trust that a store gives', () => {
    const reader = new FakeReader();
    const place = { offset: 3, before: 'x' };
    const keeper = keeperOf(reader, [
      null,
      5,
      'x',
      {},
      { page: '/page', article: 3 },
      {
        page: '/page',
        article: `${reader.article.text.length} ${reader.article.text.slice(0, 40)}`,
        place,
        bookmarks: [null, place],
      },
    ]);
    assert.equal(keeper.saved, null);
    assert.deepEqual(keeper.bookmarks, []);
  });

  describe('going back', () => {
    it('takes jumps back in turn, not moves that went nowhere', () => {
      const reader = new FakeReader();
      const keeper = keeperOf(reader);
      const jump = (to: string) => keeper.jump(() => reader.move(to));
      jump('قالت');
      assert.equal(keeper.canGoBack, false);
      jump('من جهته');
      jump('من جهته');
      jump('ثم انصرف');
      assert.equal(reader.opening(keeper.takeBack()), 'من جهته');
      assert.equal(keeper.canGoBack, true);
      assert.equal(reader.opening(keeper.takeBack()), 'قالت ال');
      assert.equal(keeper.canGoBack, false);
      assert.equal(keeper.takeBack(), null);
    });

    it('finds the place in an article that changed meanwhile', () => {
      const reader = new FakeReader();
      const keeper = keeperOf(reader);
      reader.move('من جهته');
      keeper.jump(() => reader.move('ثم انصرف'));
      reader.edit(['فقرة جديدة في الأول.', ...PARAGRAPHS]);
      assert.equal(reader.opening(keeper.takeBack()), 'من جهته');
    });

    it('remembers the last fifty', () => {
      const reader = new FakeReader();
      const keeper = keeperOf(reader);
      reader.move('قالت');
      for (let i = 0; i < 60; i++) keeper.jump(() => reader.move(i % 2 ? 'قالت' : 'وفي الختام'));
      let count = 0;
      while (keeper.takeBack() !== null) count++;
      assert.equal(count, 50);
    });
  });

  describe('its way', () => {
    const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
    let address = '/page';
    const memoryOf = (reader: FakeReader, own: PlaceStore | undefined) =>
      new LazyPlaceKeeper(
        reader as unknown as ReaderState,
        () => address,
        own,
        () => changes++,
      );
    afterEach(() => (address = '/page'));
    const loaded = async (memory: LazyPlaceKeeper) => {
      // A module is loaded for it, which takes its time on a busy machine.
      for (const end = performance.now() + 10_000; !memory.keeper && performance.now() < end;)
        await settled();
      return memory.keeper;
    };

    it('is not gone while nothing was kept', async () => {
      const memory = memoryOf(new FakeReader(), store);
      await settled();
      await settled();
      assert.equal(memory.keeper, null);
      assert.equal(await memory.load(), memory.keeper);
      assert.notEqual(memory.keeper, null);
    });

    it('is for what comes at its address, until there is something to compare', async () => {
      const reader = new FakeReader();
      const memory = memoryOf(reader, store);
      const unread = {
        get article(): Article {
          throw new Error('read');
        },
      };
      assert.equal(memory.isFor(unread), true);
      address = '/next';
      assert.equal(memory.isFor(unread), false);
      await memory.load();
      assert.equal(memory.isFor({ article: reader.article }), true);
      assert.equal(memory.isFor({ article: articleOf(['نص آخر.']) }), false);
    });

    it('is not gone any more once that is over', async () => {
      after((reader) => reader.move('وأشار')).keeper.dispose();
      const memory = memoryOf(new FakeReader(), { load: async () => saved, save: () => {} });
      memory.dispose();
      await settled();
      assert.equal(await memory.load(), null);
      assert.equal(memory.keeper, null);
    });

    it('waits for a store of the page’s own, and does without one that fails', async () => {
      after((reader) => reader.move('وأشار')).keeper.dispose();
      const kept = saved;
      const reader = new FakeReader();
      const account = { load: async () => kept, save: () => {} };
      const keeper = await loaded(memoryOf(reader, account));
      assert.equal(reader.opening(keeper!.saved), 'وأشار إ');
      for (const load of [
        () => {
          throw new Error('offline');
        },
        () => Promise.reject(new Error('offline')),
      ]) {
        const memory = memoryOf(reader, { load, save: () => {} });
        assert.equal((await memory.load())!.saved, null);
      }
    });
  });
});
