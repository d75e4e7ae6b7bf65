import { parsePreferences, type Preferences } from './core/settings.js';

/** Where preferences are kept between visits. A page may supply its own (an account, say). */
export interface PreferenceStore {
  load(): Preferences;
  save(preferences: Preferences): void;
  /** Calls `listener` when another tab saved; returns how to stop. */
  subscribe(listener: (preferences: Preferences) => void): () => void;
}

const KEY = 'article-reader';

/**
 * Preferences in `localStorage`, per origin, shared between tabs. Where storage is refused, full or
 * broken, reading goes on and what was chosen lasts for the visit.
 */
export const localPreferenceStore: PreferenceStore = {
  load() {
    try {
      return parsePreferences(JSON.parse(localStorage.getItem(KEY) ?? '{}'));
    } catch {
      return {};
    }
  },
  save(preferences) {
    try {
      if (Object.keys(preferences).length) localStorage.setItem(KEY, JSON.stringify(preferences));
      else localStorage.removeItem(KEY);
    } catch {
      // private windows, sandboxed frames, a full disk
    }
  },
  subscribe(listener) {
    if (typeof addEventListener !== 'function') return () => {};
    const onStorage = ({ key }: StorageEvent) => {
      // A null key: everything was cleared.
      if (key === KEY || key === null) listener(localPreferenceStore.load());
    };
    addEventListener('storage', onStorage);
    return () => removeEventListener('storage', onStorage);
  },
};

/** Keeps nothing: `persist="none"`. */
export const noPreferenceStore: PreferenceStore = {
  load: () => ({}),
  save: () => {},
  subscribe: () => () => {},
};
