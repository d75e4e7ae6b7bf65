import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { anchorAt } from '../../../src/core/anchor.js';
import { localPlaceStore, type ArticlePlaces } from '../../../src/reader/storage/place-store.js';

/** `localStorage` that does as it is told. */
class ScriptedStorage {
  readonly items = new Map<string, string>();
  /** The methods that throw. */
  refuses = new Set<string>();
  getItem(key: string): string | null {
    if (this.refuses.has('getItem')) throw new DOMException('refused', 'SecurityError');
    return this.items.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    if (this.refuses.has('setItem')) throw new DOMException('full', 'QuotaExceededError');
    this.items.set(key, value);
  }
  removeItem(key: string): void {
    this.items.delete(key);
  }
}

const KEY = 'article-reader-places';
const place = anchorAt('قالت الوزارة إن العمل بدأ.', 5);
const places = (page: string, more: Partial<ArticlePlaces> = {}): ArticlePlaces => ({
  page,
  article: 'a',
  place,
  bookmarks: [],
  ...more,
});

describe('localPlaceStore', () => {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'localStorage');
  let storage: ScriptedStorage;
  const install = (descriptor: PropertyDescriptor) =>
    Object.defineProperty(globalThis, 'localStorage', { configurable: true, ...descriptor });
  const load = (page: string) => localPlaceStore.load(page) as readonly ArticlePlaces[];

  beforeEach(() => install({ value: (storage = new ScriptedStorage()) }));
  afterEach(() => {
    if (before) Object.defineProperty(globalThis, 'localStorage', before);
    else delete (globalThis as { localStorage?: unknown }).localStorage;
  });

  it('keeps the articles of each page, the last saved first, each once', () => {
    const bookmarks = [place];
    localPlaceStore.save(places('/one'));
    localPlaceStore.save(places('/two'));
    localPlaceStore.save(places('/one', { article: 'b' }));
    localPlaceStore.save(places('/one', { bookmarks }));
    assert.deepEqual(load('/one'), [
      places('/one', { bookmarks }),
      places('/one', { article: 'b' }),
    ]);
    assert.deepEqual(load('/two'), [places('/two')]);
    assert.deepEqual(load('/three'), []);
  });

  it('forgets an article with nothing to keep', () => {
    localPlaceStore.save(places('/one'));
    localPlaceStore.save(places('/one', { place: null }));
    assert.deepEqual(load('/one'), []);
    assert.equal(storage.items.get(KEY), '[]');
  });

  it('keeps a hundred articles and drops the one not read for longest', () => {
    for (let i = 0; i < 100; i++) localPlaceStore.save(places(`/${i}`));
    localPlaceStore.save(places('/0'));
    localPlaceStore.save(places('/new'));
    const kept = JSON.parse(storage.items.get(KEY)!) as ArticlePlaces[];
    assert.equal(kept.length, 100);
    assert.deepEqual(
      kept.slice(0, 2).map(({ page }) => page),
      ['/new', '/0'],
    );
    assert.deepEqual(load('/1'), []);
  });

  for (const broken of ['{', 'null', '5', '"x"', '{}', '[null,5,"x",[],{"page":"/one"}]']) {
    it(`reads ${broken} as nothing, and saves over it`, () => {
      storage.items.set(KEY, broken);
      assert.deepEqual(load('/two'), []);
      localPlaceStore.save(places('/two'));
      assert.deepEqual(load('/two'), [places('/two')]);
    });
  }

  it('does without a storage that is refused, full or missing', () => {
    storage.refuses.add('setItem');
    localPlaceStore.save(places('/one'));
    assert.deepEqual(load('/one'), []);
    storage.refuses = new Set(['getItem']);
    assert.deepEqual(load('/one'), []);
    install({
      get() {
        throw new DOMException('sandboxed', 'SecurityError');
      },
    });
    localPlaceStore.save(places('/one'));
    assert.deepEqual(load('/one'), []);
    install({ value: undefined });
    localPlaceStore.save(places('/one'));
    assert.deepEqual(load('/one'), []);
  });
});
