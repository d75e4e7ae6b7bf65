/**
 * The headless reader: a façade over its parts, each of which owns what it is named after. Every method
 * is a line or two that hands on; nothing is kept here that a part knows.
 */
import { EMPTY_ARTICLE, type Article } from '../core/article.js';
import type { Playback, Position } from '../core/playback.js';
import { progressAt, type Progress } from '../core/progress.js';
import type { RecordingNotice, RecordingState } from '../core/recording.js';
import type { Preferences, Settings } from '../core/settings.js';
import type { ContentOptions } from '../page/content-options.js';
import type { Sample } from '../page/sample.js';
import type { Surface } from '../page/surface.js';
import type { Unit } from '../speech/navigation.js';
import { Player } from '../speech/player.js';
import type { SleepTime } from '../speech/sleep-timer.js';
import type { VoiceInfo } from '../speech/voices.js';
import { Announcer } from './announcer.js';
import { Content, readText, type ContentSource } from './content.js';
import { ReaderArticleChangeEvent, ReaderSettingsChangeEvent } from './events.js';
import { LazyListening } from './listening/lazy-listening.js';
import type { Listening } from './listening/listening.js';
import type { Pronunciations } from './listening/pronunciation.js';
import { Navigation } from './navigation.js';
import { LazyPlaceKeeper } from './places/lazy-place-keeper.js';
import type { PlaceKeeper } from './places/place-keeper.js';
import { ReaderPreferences, type PageDefaults } from './preferences.js';
import type { PreferenceUpdate, ReaderApi, ReaderOptions } from './reader-api.js';
import type { ReaderListener } from './reader-state.js';
import { readingStart } from './reading-start.js';
import { localPreferenceStore, type PreferenceStore } from './storage/preference-store.js';
import { Surfaces } from './surfaces.js';
import type { ViewOptions } from './view-surface.js';

export { localPreferenceStore, noPreferenceStore } from './storage/preference-store.js';
export { setAssetBase } from '../assets/asset-base.js';
export { languageOf } from '../page/language.js';
export { adoptSheet, createSheet, removeSheet } from '../page/style/adopted-sheet.js';
export type * from './reader-api.js';

/** How long a slider may go on changing the rate before the voice begins again with it, in ms. */
const SETTLED_MS = 150;

/**
 * Reads an article on the page, without any interface of its own.
 *
 * ```js
 * const reader = new Reader();
 * reader.attach(document.querySelector('#story'), { selector: '#story' });
 * button.onclick = () => reader.play();
 * ```
 */
export class Reader implements ReaderApi {
  pace = 1;
  readonly #preferences: ReaderPreferences;
  readonly #player: Player;
  readonly #content: Content;
  readonly #surfaces: Surfaces;
  readonly #navigation: Navigation;
  readonly #listening: LazyListening;
  /** Begins a reading. */
  readonly #start: (from?: number | Range) => void;
  readonly #announcer: Announcer;
  #refreshing: ReturnType<typeof setTimeout> | undefined;
  /** The owner of all that there is for what is attached, and of what is still being loaded for it. */
  #attachment = new AbortController();

  constructor(options: ReaderOptions = {}) {
    const { layer, inset, describe, loadDescriptions, synthesis, narration } = options;
    const redraw = () => this.#announcer.emit(null);
    this.#preferences = new ReaderPreferences(
      options.store ?? localPreferenceStore,
      () => this.#player.article.lang,
      (settings, before) => this.#onSettings(settings, before),
    );
    const wantedVoice = (lang: string) => this.#preferences.settingsFor(lang).voice;
    this.#player = new Player({
      delivery: (lang) => ({ rate: this.settings.rate * this.pace, voice: wantedVoice(lang) }),
      describe: (reason) => describe?.(reason) ?? reason,
      onChange: () => this.#onPlayerChange(),
    });
    this.#announcer = new Announcer(this);
    this.#content = new Content(this.#player, {
      signal: () => this.signal,
      loadDescriptions,
      surfaceOptions: () => ({ layer: layer?.(), inset, onfollow: redraw }),
      placesIn: ({ ownerDocument }) => {
        const address = () => ownerDocument.URL.split('#')[0]!;
        return new LazyPlaceKeeper(this, address, this.store.places, redraw);
      },
      onAttach: (surface) => surface.apply(this.settings),
      onPaint: () => this.#takeArticle(),
      onChange: () => {
        this.#surfaces.view?.renew();
        // Else it will be taken as it is by then.
        if (this.#isTaken) this.#setArticle(this.#content.surface!.page.article);
      },
    });
    this.#surfaces = new Surfaces(this.#content, this, redraw);
    this.#navigation = new Navigation(this.#player, {
      places: () => this.places,
      onMove: () => {
        this.#takeArticle();
        this.surface?.follow(true);
      },
    });
    this.#listening = new LazyListening(this, this.#player, {
      synthesis,
      loadDescriptions,
      wantedVoice,
      narration: narration ?? (() => null),
      onChange: redraw,
    });
    this.#start = readingStart(this.#player, this.#content, this.#surfaces, this.#listening, () =>
      this.#takeArticle(),
    );
    this.#preferences.connect();
  }

  get article(): Article {
    return this.surface?.page.article ?? EMPTY_ARTICLE;
  }

  get playback(): Playback {
    return this.#player.playback;
  }

  get position(): Position {
    return this.#player.position;
  }

  get settings(): Settings {
    return this.#preferences.settings;
  }

  get preferences(): Preferences {
    return this.#preferences.chosen;
  }

  get following(): boolean {
    return this.surface?.following ?? true;
  }

  get progress(): Progress {
    const { word, sentence } = this.position;
    return this.progressAt((word ?? sentence)?.start ?? 0);
  }

  progressAt(at: number): Progress {
    return {
      ...progressAt(this.article, at, this.settings.rate),
      ...this.recording?.progressAt(at),
    };
  }

  get savedPlace(): number | null {
    return this.places?.saved ?? null;
  }

  get places(): PlaceKeeper | null {
    return this.#content.places?.keeper ?? null;
  }

  get voices(): readonly VoiceInfo[] {
    return this.#listening.loaded?.voices.voices ?? [];
  }

  get voice(): VoiceInfo | undefined {
    return this.#listening.loaded?.voices.voice;
  }

  get recording(): RecordingState | null {
    return this.#listening.loaded?.voices.offered ?? null;
  }

  get notice(): RecordingNotice | null {
    return this.#listening.loaded?.voices.notice ?? null;
  }

  get voiceProgress(): number | null {
    return this.#listening.loaded?.embedded.progress ?? null;
  }

  get chosenVoice(): VoiceInfo | undefined {
    return this.#listening.loaded?.voices.chosen;
  }

  get store(): PreferenceStore {
    return this.#preferences.store;
  }

  set store(store: PreferenceStore) {
    if (store === this.store) return;
    this.#preferences.store = store;
    this.#content.renewPlaces();
  }

  connect(): void {
    this.#preferences.connect();
  }

  disconnect(): void {
    this.#preferences.disconnect();
  }

  get defaults(): PageDefaults {
    return this.#preferences.defaults;
  }

  set defaults(defaults: PageDefaults) {
    this.#preferences.defaults = defaults;
  }

  get pronunciations(): Pronunciations | string | null {
    return this.#listening.pronunciations;
  }

  set pronunciations(pronunciations: Pronunciations | string | null) {
    this.#listening.pronunciations = pronunciations;
  }

  subscribe(listener: ReaderListener): () => void {
    return this.#announcer.subscribe(listener);
  }

  get signal(): AbortSignal {
    return this.#attachment.signal;
  }

  attach(element: Element, options: ContentOptions): void {
    this.detach();
    this.#attachment = new AbortController();
    this.#content.attach(element, options);
  }

  render(source: ContentSource, container: HTMLElement, options: ContentOptions): Promise<void> {
    this.detach();
    this.#attachment = new AbortController();
    return this.#content.render(source, container, options, this.signal);
  }

  openView(container: HTMLElement, options: ViewOptions): Promise<void> {
    return this.#surfaces.openView(container, options);
  }

  closeView(): void {
    this.#surfaces.closeView();
  }

  get viewPlace(): number | null {
    return this.#surfaces.view?.place ?? null;
  }

  get surface(): Surface | null {
    return this.#surfaces.current;
  }

  get hasView(): boolean {
    return this.#surfaces.view !== null;
  }

  detach(): void {
    this.#attachment.abort();
    this.stop();
    this.#surfaces.dispose();
    this.#content.detach();
    this.#player.setArticle(EMPTY_ARTICLE);
  }

  play(from?: number | Range): void {
    this.#start(from);
  }

  prepare({ voice = true } = {}): Promise<unknown> | undefined {
    return this.#listening.prepare(voice);
  }

  pause(): void {
    this.#player.pause();
  }

  toggle(): void {
    const { status } = this.playback;
    if (status === 'playing' || status === 'loading') this.pause();
    else this.play();
  }

  stop(): void {
    this.#player.stop();
  }

  get sleepTimer(): SleepTime {
    return this.#listening.loaded?.sleep.time ?? null;
  }

  async setSleepTimer(time: SleepTime): Promise<void> {
    (await this.#listening.load()).sleep.time = time;
    this.#announcer.emit(null);
  }

  seek(offset: number): void {
    this.#navigation.seek(offset);
  }

  goTo(offset: number): void {
    this.#navigation.goTo(offset);
  }

  back(): void {
    this.#navigation.back();
  }

  next(unit: Unit = 'sentence'): void {
    this.#navigation.step('next', unit);
  }

  previous(unit: Unit = 'sentence'): void {
    this.#navigation.step('previous', unit);
  }

  repeat(): void {
    this.follow();
    this.#player.repeat();
  }

  follow(): void {
    this.surface?.follow();
  }

  async loadPlaces(): Promise<PlaceKeeper | null> {
    return (await this.#content.places?.load()) ?? null;
  }

  offsetAt(x: number, y: number): Promise<number | null> {
    return this.#surfaces.offsetAt(x, y);
  }

  get hasSelection(): boolean {
    return !!this.surface?.page.spanOfSelection(getSelection());
  }

  update({ voice, ...preferences }: PreferenceUpdate): void {
    this.#preferences.keep({ ...this.preferences, ...preferences });
    if (voice === undefined) return;
    const pick = ({ voices }: Listening) =>
      this.#preferences.keep({
        ...this.preferences,
        voices: voices.pick(this.preferences.voices, voice),
      });
    if (this.#listening.loaded) pick(this.#listening.loaded);
    else void this.#listening.load().then(pick);
  }

  reset(name?: keyof Preferences): void {
    this.#preferences.keep(name ? { ...this.preferences, [name]: undefined } : {});
  }

  refreshVoices(): Promise<void> {
    return this.#listening.listVoices();
  }

  async sample(element: Element, options: ContentOptions, layer: HTMLElement): Promise<Sample> {
    const { Sample } = await import('../page/sample.js');
    return new Sample(readText(element), options, layer);
  }

  preview(): void {
    this.#player.pause();
    this.#listening.preview();
  }

  /** Whether what is attached has been read, told of and given to the player. */
  get #isTaken(): boolean {
    return this.#player.article !== EMPTY_ARTICLE;
  }

  #takeArticle(): void {
    const { surface } = this.#content;
    if (!surface || this.#isTaken) return;
    this.#listening.platformVoices();
    this.#setArticle(surface.page.article);
  }

  #setArticle(article: Article): void {
    this.#player.setArticle(article);
    this.#preferences.resolve();
    this.#surfaces.draw();
    this.#announcer.emit(new ReaderArticleChangeEvent(article));
  }

  /** Lets hold what holds now. */
  #onSettings(settings: Settings, before: Settings): void {
    this.#surfaces.apply(settings);
    if (JSON.stringify(before) === JSON.stringify(settings)) return;
    if (before.rate !== settings.rate || before.voice !== settings.voice) this.#refreshSoon();
    this.#surfaces.draw();
    this.#announcer.emit(new ReaderSettingsChangeEvent(settings));
  }

  /** A slider sends many changes; the voice starts again after the last. */
  #refreshSoon(): void {
    clearTimeout(this.#refreshing);
    const { status } = this.playback;
    // What begins later begins with it.
    if (status === 'playing' || status === 'loading')
      this.#refreshing = setTimeout(() => this.#player.refresh(), SETTLED_MS);
  }

  #onPlayerChange(): void {
    // The first place worth keeping.
    if (this.position.sentence) void this.loadPlaces();
    this.#surfaces.draw();
    this.#announcer.tellReading();
  }
}
