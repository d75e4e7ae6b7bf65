import { parsePreferences, type Preferences } from '../../core/settings.js';
import { localPlaceStore, type PlaceStore } from './place-store.js';
import { readStorage, writeStorage } from './local-storage.js';

/** Where preferences are kept between visits, and places in articles. A page may supply its own (an account, say). */
export interface PreferenceStore {
  load(): Preferences;
  save(preferences: Preferences): void;
  /** Calls `listener` when another tab saved, or another reader on the page; returns how to stop. */
  subscribe(listener: (preferences: Preferences) => void): () => void;
  /** Without it, places and bookmarks last for the visit. */
  readonly places?: PlaceStore;
}

const KEY = 'article-reader';

/** Of this page: what it stores itself it is not told of. */
const listeners = new Set<(preferences: Preferences) => void>();

/**
 * Preferences in `localStorage`, per origin, shared between tabs. Where storage is refused, full or
 * broken, reading goes on and what was chosen lasts for the visit.
 */
export const localPreferenceStore: PreferenceStore = {
  load: () => parsePreferences(readStorage(KEY)),
  save(preferences) {
    writeStorage(KEY, Object.keys(preferences).length ? preferences : null);
    for (const listener of listeners) listener(preferences);
  },
  subscribe(listener) {
    // On a server there are no events, and whoever listened would be kept for good.
    if ('addEventListener' in globalThis) listeners.add(listener);
    const onStorage = ({ key }: StorageEvent) => {
      // A null key: everything was cleared.
      if (key === KEY || key === null) listener(localPreferenceStore.load());
    };
    globalThis.addEventListener?.('storage', onStorage);
    return () => {
      listeners.delete(listener);
      globalThis.removeEventListener?.('storage', onStorage);
    };
  },
  places: localPlaceStore,
};

/** Keeps nothing: `persist="none"`. */
export const noPreferenceStore: PreferenceStore = {
  load: () => ({}),
  save: () => {},
  subscribe: () => () => {},
};
