import type { Article } from '../../core/article.js';
import type { PlaceKeeper } from './place-keeper.js';
import type { ArticlePlaces, PlaceStore } from '../storage/place-store.js';
import type { ReaderState } from '../reader-state.js';

/**
 * The way to the {@link PlaceKeeper} of one article, which is loaded when there is first something to
 * keep, or something was kept at an earlier visit.
 */
export class LazyPlaceKeeper {
  readonly #address: () => string;
  readonly #page: string;
  readonly #kept: Promise<readonly ArticlePlaces[]>;
  readonly #create: () => Promise<PlaceKeeper>;
  #loading: Promise<PlaceKeeper | null> | undefined;
  /** Null until it is loaded. */
  keeper: PlaceKeeper | null = null;

  /**
   * @param address gives the page's; the article is remembered by the one that there is now
   * @param store without it, places last as long as this object
   * @param onChange called when there is a keeper, and when bookmarks or the remembered place change
   */
  constructor(
    reader: ReaderState,
    address: () => string,
    store: PlaceStore | undefined,
    onChange: () => void,
  ) {
    this.#address = address;
    const page = (this.#page = address());
    this.#kept = (async () => (await store?.load(page)) ?? [])().catch(() => []);
    this.#create = async () => {
      const { PlaceKeeper } = await import('./place-keeper.js');
      this.keeper = new PlaceKeeper(reader, page, await this.#kept, store, onChange);
      onChange();
      return this.keeper;
    };
    void this.#kept.then(({ length }) => void (length && this.load()));
  }

  /** Loads the keeper, once; null if it cannot be had. */
  load(): Promise<PlaceKeeper | null> {
    return (this.#loading ??= this.#create().catch(() => null));
  }

  /**
   * Whether what is about to come instead of the reader's article is the same one. Else it has places of
   * its own, as where a single-page application goes on to the next.
   *
   * @param text whose article is asked for only where there is something to compare
   */
  isFor(text: { readonly article: Article }): boolean {
    const address = this.#address();
    return this.keeper?.isFor(address, text.article) ?? address === this.#page;
  }

  /** Keeps what there is, and no more from now on. */
  dispose(): void {
    // Nor is a keeper loaded for what the store gives later.
    this.#loading ??= Promise.resolve(null);
    if (this.keeper) this.keeper.dispose();
    else void this.#loading.then((keeper) => keeper?.dispose());
  }
}
