import type { Anchor } from '../../core/anchor.js';
import type { Annotation } from '../../core/annotation.js';
import { readStorage, writeStorage } from './local-storage.js';

/** What is kept of one article between visits. */
export interface ArticlePlaces {
  /** The address of the page, without its fragment. */
  readonly page: string;
  /** Tells the articles of a page apart: how the text began, and how long it was, when first kept. */
  readonly article: string;
  /** Where reading was; null at the beginning, and once it was read to its end. */
  readonly place: Anchor | null;
  readonly bookmarks: readonly Anchor[];
  /** Marked passages and notes; what was kept by an earlier version has none. */
  readonly annotations?: readonly Annotation[];
}

/** Where places in articles are kept between visits. A page may supply its own (an account, say). */
export interface PlaceStore {
  /** What was kept for the articles of a page; the last saved first. */
  load(page: string): readonly ArticlePlaces[] | Promise<readonly ArticlePlaces[]>;
  /** Keeps it in place of what was kept of that page's article. May be called as the page goes away. */
  save(places: ArticlePlaces): void;
}

/** What `localStorage` has them under. */
export const PLACES_KEY = 'article-reader-places';

/** How many articles are remembered; then the one not read for longest is dropped. */
const ARTICLES = 100;

/** Everything that is kept; what is used of it is checked by whoever uses it. */
function everything(): ArticlePlaces[] {
  const all = readStorage(PLACES_KEY);
  return Array.isArray(all) ? all.filter((it) => it?.page) : [];
}

/**
 * Places in `localStorage`, per origin. Where storage is refused, full or broken, reading goes on and
 * places last for the visit.
 */
export const localPlaceStore: PlaceStore = {
  load: (page) => everything().filter((it) => it.page === page),
  save(places) {
    const { page, article, place, bookmarks, annotations } = places;
    const all = everything().filter((it) => it.page !== page || it.article !== article);
    if (place || bookmarks.length || annotations?.length) all.unshift(places);
    writeStorage(PLACES_KEY, all.slice(0, ARTICLES));
  },
};
