/**
 * Who chose what: the user, whose choice is kept in a store, and the page; and what holds of it. Knows
 * nothing of where settings are drawn or spoken.
 */
import {
  parsePreferences,
  resolveSettings,
  type Defaults,
  type Preferences,
  type Settings,
} from '../core/settings.js';
import type { PreferenceStore } from './storage/preference-store.js';

/** What the page chooses; null and undefined choose nothing. */
export type PageDefaults = {
  readonly [Name in keyof Defaults]: Defaults[Name] | null | undefined;
};

export class ReaderPreferences {
  #store: PreferenceStore;
  #unsubscribe = () => {};
  /** What the store had when that was last looked at, as JSON. */
  #stored: string | null = null;
  #chosen: Preferences = {};
  #defaults: PageDefaults = {};
  #settings: Settings = resolveSettings({}, {}, 'ar');
  readonly #lang: () => string;
  readonly #onResolve: (settings: Settings, before: Settings) => void;

  /**
   * @param lang of the article: the voice is chosen for each language
   * @param onResolve called when what holds was worked out anew; it may be the same
   */
  constructor(
    store: PreferenceStore,
    lang: () => string,
    onResolve: (settings: Settings, before: Settings) => void,
  ) {
    this.#store = store;
    this.#lang = lang;
    this.#onResolve = onResolve;
  }

  get store(): PreferenceStore {
    return this.#store;
  }

  /** Reads from another store, and hears of it. */
  set store(store: PreferenceStore) {
    this.#store = store;
    this.#stored = null;
    this.connect();
  }

  /** What holds: the user's choice, else the page's, else the library's. */
  get settings(): Settings {
    return this.#settings;
  }

  /** What the user chose. */
  get chosen(): Preferences {
    return this.#chosen;
  }

  get defaults(): PageDefaults {
    return this.#defaults;
  }

  set defaults(defaults: PageDefaults) {
    this.#defaults = defaults;
    this.resolve();
  }

  /** Takes what was chosen elsewhere since, and hears of it at once from now on. */
  connect(): void {
    this.#unsubscribe();
    const stored = this.#store.load();
    const json = JSON.stringify(stored);
    this.#unsubscribe = this.#store.subscribe((preferences) => this.#take(preferences));
    // A store that keeps nothing takes nothing away.
    if (json !== this.#stored) this.#take(stored);
    this.#stored = json;
  }

  /** Hears no more: a store holds whom it tells. */
  disconnect(): void {
    this.#unsubscribe();
    this.#unsubscribe = () => {};
    this.#stored = JSON.stringify(this.#store.load());
  }

  /** Chooses for the user, and keeps it. */
  keep(preferences: unknown): void {
    this.#chosen = parsePreferences(preferences);
    this.#store.save(this.#chosen);
    this.resolve();
  }

  /** What would hold in text of another language. */
  settingsFor(lang: string): Settings {
    const chosenByPage = Object.entries(this.#defaults).filter(([, value]) => value != null);
    return resolveSettings(this.#chosen, Object.fromEntries(chosenByPage), lang);
  }

  /** Works out what holds now, as when the article's language is another. */
  resolve(): void {
    const before = this.#settings;
    this.#settings = this.settingsFor(this.#lang());
    this.#onResolve(this.#settings, before);
  }

  #take(preferences: unknown): void {
    this.#chosen = parsePreferences(preferences);
    this.resolve();
  }
}
