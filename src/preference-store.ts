import { parsePreferences, type Preferences } from './core/settings.js';
import { localPlaceStore, type PlaceStore } from './place-store.js';
import { readStorage, writeStorage } from './storage.js';

/** Where preferences are kept between visits, and places in articles. A page may supply its own (an account, say). */
export interface PreferenceStore {
  load(): Preferences;
  save(preferences: Preferences): void;
  /** Calls `listener` when another tab saved; returns how to stop. */
  subscribe(listener: (preferences: Preferences) => void): () => void;
  /** Without it, places and bookmarks last for the visit. */
  readonly places?: PlaceStore;
}

const KEY = 'article-reader';

/**
 * Preferences in `localStorage`, per origin, shared between tabs. Where storage is refused, full or
 * broken, reading goes on and what was chosen lasts for the visit.
 */
export const localPreferenceStore: PreferenceStore = {
  load: () => parsePreferences(readStorage(KEY)),
  save: (preferences) => writeStorage(KEY, Object.keys(preferences).length ? preferences : null),
  subscribe(listener) {
    if (typeof addEventListener !== 'function') return () => {};
    const onStorage = ({ key }: StorageEvent) => {
      // A null key: everything was cleared.
      if (key === KEY || key === null) listener(localPreferenceStore.load());
    };
    addEventListener('storage', onStorage);
    return () => removeEventListener('storage', onStorage);
  },
  places: localPlaceStore,
};

/** Keeps nothing: `persist="none"`. */
export const noPreferenceStore: PreferenceStore = {
  load: () => ({}),
  save: () => {},
  subscribe: () => () => {},
};
