import type { PlaceKeeper } from './place-keeper.js';
import type { ArticlePlaces, PlaceStore } from './place-store.js';
import type { Reader } from './reader.js';

/**
 * The way to the {@link PlaceKeeper} of one article, which is loaded when there is first something to
 * keep, or something was kept at an earlier visit.
 */
export class PlaceMemory {
  readonly #kept: Promise<readonly ArticlePlaces[]>;
  readonly #create: () => Promise<PlaceKeeper>;
  #loading: Promise<PlaceKeeper | null> | undefined;
  /** Null until it is loaded. */
  keeper: PlaceKeeper | null = null;

  /**
   * @param page the address that the article is remembered by
   * @param store without it, places last as long as this object
   * @param onChange called when there is a keeper, and when bookmarks or the remembered place change
   */
  constructor(reader: Reader, page: string, store: PlaceStore | undefined, onChange: () => void) {
    this.#kept = (async () => (await store?.load(page)) ?? [])().catch(() => []);
    this.#create = async () => {
      const { PlaceKeeper } = await import('./place-keeper.js');
      this.keeper = new PlaceKeeper(reader, page, await this.#kept, store, onChange);
      onChange();
      return this.keeper;
    };
    void this.#kept.then(({ length }) => void (length && this.keep()));
  }

  /** Loads the keeper, once; null if it cannot be had. */
  keep(): Promise<PlaceKeeper | null> {
    return (this.#loading ??= this.#create().catch(() => null));
  }

  /** Keeps what there is, and no more from now on. */
  dispose(): void {
    if (this.keeper) this.keeper.dispose();
    else void this.#loading?.then((keeper) => keeper?.dispose());
  }
}
