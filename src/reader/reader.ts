/**
 * The headless reader: joins the page, the player and the settings, and is the sole owner of state.
 * Long because it is the façade: every method is a line or two that hands on to a room.
 */
import { afterPaint } from './after-paint.js';
import { arabicSegmentation } from '../arabic/segmentation.js';
import { EMPTY_ARTICLE, indexAt, type Article, type Span } from '../core/article.js';
import {
  CHARACTERS_A_MINUTE,
  type FailureReason,
  type Playback,
  type Position,
} from '../core/playback.js';
import {
  parsePreferences,
  primaryLanguage,
  resolveSettings,
  type Defaults,
  type Preferences,
  type Settings,
} from '../core/settings.js';
import type { Listening } from './listening/listening.js';
import type { ContentOptions } from '../page/content-options.js';
import type { Inset } from '../page/geometry/box.js';
import type { Pronunciations, ToSpoken } from './listening/pronunciation.js';
import type { PageText } from '../page/page-text.js';
import type { Sample } from '../page/sample.js';
import { readLater } from '../page/read/read-later.js';
import { Surface } from '../page/surface.js';
import { watchArticle } from '../page/read/watch-article.js';
import type { PlaceKeeper } from './places/place-keeper.js';
import { PlaceMemory } from './places/lazy-place-keeper.js';
import type { ReadingSurface, ViewOptions } from './view-surface.js';
import { localPreferenceStore, type PreferenceStore } from './storage/preference-store.js';
import {
  ReaderArticleChangeEvent,
  ReaderErrorEvent,
  ReaderPositionChangeEvent,
  ReaderSettingsChangeEvent,
  ReaderStateChangeEvent,
  type ReaderEvent,
} from './events.js';
import type { Unit } from '../speech/navigation.js';
import { speechContext } from '../speech-synthesis-polyfill/speech-context.js';
import { Player, type Delivery } from '../speech/player.js';
import type { SleepTime } from '../speech/sleep-timer.js';
import { VoiceList } from '../speech/voice-list.js';
import { chooseVoice, findVoice, voiceKey, type VoiceInfo } from '../speech/voices.js';

export {
  localPreferenceStore,
  noPreferenceStore,
  type PreferenceStore,
} from './storage/preference-store.js';
export { languageOf } from '../page/language.js';
export type { Anchor } from '../core/anchor.js';
export type { PlaceKeeper } from './places/place-keeper.js';
export type { ArticlePlaces, PlaceStore } from './storage/place-store.js';
export type { ContentOptions, Position, Sample, SleepTime, Unit, ViewOptions, VoiceInfo };

/** How long the platform's last resort is held back for the embedded voice, in ms. */
const EMBEDDED_PATIENCE_MS = 8000;

/** Undefined on a machine without sound. */
function wakeSound(): AudioContext | undefined {
  try {
    const context = speechContext();
    // Never settles while the browser waits for a gesture.
    context.resume().catch(() => {});
    return context;
  } catch {
    return undefined;
  }
}

/** Where the reader is in the article, for people. */
export interface Progress {
  /** The paragraph that is read, from 1; headings and the rest count as they come. */
  readonly paragraph: number;
  readonly paragraphs: number;
  /** How much lies behind, 0 to 1. */
  readonly fraction: number;
  /** Minutes of listening that are left at the present rate, estimated from the length. */
  readonly minutesLeft: number;
}

export interface ReaderOptions {
  /** Where preferences are kept; `localStorage` by default. */
  readonly store?: PreferenceStore;
  /** What to tell the user about a failure; by default its reason alone. */
  readonly describe?: (reason: FailureReason) => string;
  /** Where highlight boxes are drawn in browsers that have no highlights. */
  readonly layer?: () => HTMLElement | null;
  /** What covers the top and the bottom of the window, in CSS pixels. */
  readonly inset?: () => Inset;
  /** The platform's speech by default. */
  readonly synthesis?: SpeechSynthesis | undefined;
}

/** What {@link Reader.update} takes. */
export type PreferenceUpdate = {
  readonly [Name in keyof Preferences]: Preferences[Name] | undefined;
} & { readonly voice?: string | null };

/** Called with each event; with null when only what is drawn changed: the voices, the following. */
export type ReaderListener = (event: ReaderEvent | null) => void;

/** The article on the page, while it is read. */
interface Content {
  readonly element: Element;
  readonly surface: Surface;
  places: PlaceMemory;
  readonly unwatch: () => void;
}

/** A text that is not there yet. */
interface Awaited {
  /** Loads it once more. */
  readonly retry: () => void;
  /** Begins what was asked for meanwhile. */
  play: (() => void) | null;
}

/**
 * Reads an article on the page, without any interface of its own.
 *
 * ```js
 * const reader = new Reader();
 * reader.attach(document.querySelector('#story'), { selector: '#story' });
 * button.onclick = () => reader.play();
 * ```
 */
export class Reader {
  readonly #listeners = new Set<ReaderListener>();
  readonly #options: ReaderOptions;
  #voices: VoiceList;
  /** Numbers and signs in words; loaded with the first Arabic article that is read aloud. */
  #toSpoken: ToSpoken | null = null;
  #pronunciations: Pronunciations | string | null = null;
  /** What {@link #toSpoken} pronounces; undefined before there is one. */
  #pronounced: Pronunciations | string | null | undefined;
  /** What reads aloud; loaded with the first reading. */
  #listening: Listening | null = null;
  /** The platform's, beside which the embedded voices may stand. */
  readonly #platformVoices: VoiceList;
  /** Woken in the user's gesture for a voice that is still being loaded. */
  #sound: AudioContext | undefined;
  /** Ids of voices that were tried in vain. */
  readonly #failed = new Set<string>();
  /** Aborted when what is being loaded for the reading is not wanted any more. */
  #preparing = new AbortController();
  readonly #player: Player;
  #store: PreferenceStore | null = null;
  #unsubscribeStore = () => {};
  /** What the store had when that was last looked at. */
  #kept: string | null = null;
  #preferences: Preferences = {};
  #defaults: Defaults = {};
  #settings: Settings = resolveSettings({}, {}, 'ar');
  #content: Content | null = null;
  /** What is to be rendered and is not there: still loading, or it could not be had. */
  #awaited: Awaited | null = null;
  #view: ReadingSurface | null = null;
  /** As last told; the player's, with words for people. */
  #playback: Playback = Object.freeze({ status: 'idle' });
  #position: Position = Object.freeze({ sentence: null, word: null });
  #refreshing: ReturnType<typeof setTimeout> | undefined;
  constructor(options: ReaderOptions = {}) {
    this.#options = options;
    const voices = new VoiceList(options.synthesis);
    voices.subscribe(() => this.#emit(null));
    this.#voices = this.#platformVoices = voices;
    this.#player = new Player({
      voices,
      failed: this.#failed,
      delivery: (lang) => this.#delivery(lang),
      onVoiceFailed: (_, voice) => this.#listening?.embedded.replace(voice),
      onChange: () => this.#onPlayerChange(),
    });
    this.store = options.store ?? localPreferenceStore;
  }

  /** What is read: text, language, blocks and their sentences. Frozen. */
  get article(): Article {
    return this.surface?.page.article ?? EMPTY_ARTICLE;
  }

  get playback(): Playback {
    return this.#playback;
  }

  /** The sentence and the word that are read; the word is null where the voice reports none. */
  get position(): Position {
    return this.#position;
  }

  /** What holds: the user's choice, else the page's, else the library's. */
  get settings(): Settings {
    return this.#settings;
  }

  /** What the user chose. */
  get preferences(): Preferences {
    return this.#preferences;
  }

  /** False once the user scrolled the spoken text away; {@link follow} goes back. */
  get following(): boolean {
    return this.surface?.following ?? true;
  }

  get progress(): Progress {
    const { word, sentence } = this.position;
    return this.progressAt((word ?? sentence)?.start ?? 0);
  }

  /** What {@link progress} is at an offset. */
  progressAt(at: number): Progress {
    const { blocks, text } = this.article;
    return {
      paragraph: blocks.length && indexAt(blocks, at) + 1,
      paragraphs: blocks.length,
      fraction: text.length && at / text.length,
      minutesLeft: (text.length - at) / (CHARACTERS_A_MINUTE * this.#settings.rate),
    };
  }

  /** Where reading was at the last visit, as an offset; null once the user has begun or said where to. */
  get savedPlace(): number | null {
    return this.places?.saved ?? null;
  }

  /** What remembers places in this article; null until {@link keepPlaces}, or reading, has loaded it. */
  get places(): PlaceKeeper | null {
    return this.#content?.places.keeper ?? null;
  }

  /** The voices of the article's language, best first. */
  get voices(): readonly VoiceInfo[] {
    return this.#voices.voicesFor(this.article.lang);
  }

  /** The voice that reads: the one asked for where it is there, else the best one on the device. */
  get voice(): VoiceInfo | undefined {
    return chooseVoice(this.voices, this.#settings.voice, this.#failed);
  }

  /** The voice that was asked for; undefined when the best is taken. */
  get chosenVoice(): VoiceInfo | undefined {
    return findVoice(this.voices, this.#settings.voice);
  }

  /** Where preferences and places are kept; reads them from there. */
  set store(store: PreferenceStore) {
    if (store === this.#store) return;
    this.#store = store;
    this.#kept = null;
    this.connected = true;
    if (this.#content) this.#renewPlaces(this.#content);
  }

  /**
   * Whether it hears at once of what is chosen in other tabs and readers, as at first; else when it does
   * again. False for what is off the page: a store holds whom it tells.
   */
  set connected(connected: boolean) {
    this.#unsubscribeStore();
    const store = this.#store!;
    const stored = store.load();
    const kept = JSON.stringify(stored);
    const take = (preferences: unknown) => {
      this.#preferences = parsePreferences(preferences);
      this.#resolve();
    };
    this.#unsubscribeStore = connected ? store.subscribe(take) : () => {};
    // A store that keeps nothing takes nothing away.
    if (connected && kept !== this.#kept) take(stored);
    this.#kept = kept;
  }

  /** What the page chose; null and undefined choose nothing. */
  set defaults(defaults: { readonly [Name in keyof Defaults]: Defaults[Name] | null | undefined }) {
    this.#defaults = Object.fromEntries(
      Object.entries(defaults).filter(([, value]) => value != null),
    );
    this.#resolve();
  }

  /**
   * How names and house terms are pronounced in Arabic text: a map from what is written (found as a
   * whole word, with و ف ب ل ك attached as well) to what is said, or the address of a JSON of one.
   */
  set pronunciations(pronunciations: Pronunciations | string | null) {
    this.#pronunciations = pronunciations;
    // A reading goes on as before until the new ones are there.
    if (this.#toSpoken) void this.#pronounce();
  }

  /** Calls `listener` with every event; returns how to stop. */
  subscribe(listener: ReaderListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Reads this content from now on, and its changes. Nothing of it is touched. It is styled at once,
   * and read once it has been painted, or before that when somebody asks: {@link article}, {@link play}.
   *
   * @param element the article, or the element that it is slotted into
   */
  attach(element: Element, options: ContentOptions): void {
    this.detach();
    this.#attach(element, options);
  }

  #attach(element: Element, options: ContentOptions): void {
    this.#content = {
      element,
      surface: new Surface(this.#read(element), options, {
        layer: this.#options.layer?.(),
        inset: this.#options.inset,
        onfollow: () => this.#emit(null),
      }),
      places: this.#placesIn(element),
      unwatch: watchArticle(element, () => this.#reread()),
    };
    this.#content.surface.apply(this.#settings);
    afterPaint(() => this.#takeArticle());
  }

  /**
   * Renders a text into a container and reads it from now on: plain text with the paragraphs that are
   * found in it, or the document at an address.
   *
   * @param source plain text, or the address of a `text/plain` or `text/html` document
   * @param container is emptied first
   * @param signal aborts the loading; nothing is rendered then
   */
  async render(
    source: { readonly text: string } | { readonly src: string },
    container: HTMLElement,
    options: ContentOptions,
    signal?: AbortSignal,
  ): Promise<void> {
    this.detach();
    container.replaceChildren();
    const retry = () => void this.render(source, container, options, signal);
    const awaited: Awaited = (this.#awaited = { retry, play: null });
    const isThere = await import('../page/render/render-source.js')
      .then(({ renderSource }) => renderSource(source, container, arabicSegmentation, signal))
      .then(
        () => true,
        () => false,
      );
    // Something else has come instead.
    if (this.#awaited !== awaited) return;
    const { play } = awaited;
    awaited.play = null;
    if (!isThere && !signal?.aborted)
      return this.#show({ status: 'failed', reason: 'source-failed', message: '' });
    this.#awaited = null;
    if (signal?.aborted) return this.stop();
    this.#attach(container, options);
    if (play) play();
    else this.stop();
  }

  /**
   * Draws the article in a container too, the reading view, and reads it there from now on: at the
   * reading position, else at what is seen on the page. Nothing happens if it is open.
   *
   * @param container laid out and empty; in a shadow root, where the page's styles do not reach it
   */
  async openView(container: HTMLElement, options: ViewOptions): Promise<void> {
    const { ReadingSurface } = await import('./view-surface.js');
    const content = this.#content;
    if (!content || this.#view) return;
    this.#view = new ReadingSurface(
      content.surface,
      container,
      {
        ...options,
        onfollow: () => this.#emit(null),
      },
      this.#settings,
      this.#position.sentence?.start,
    );
    this.#draw();
    this.#emit(null);
  }

  /** Empties the reading view and goes on where the article stands on the page, at the same place. */
  closeView(): void {
    const view = this.#view;
    if (!view) return;
    this.#view = null;
    view.leave(!!this.#position.sentence);
    this.#draw();
    this.#emit(null);
  }

  /** The offset of the first text that is seen in the reading view; null while it is closed. */
  get viewPlace(): number | null {
    return this.#view?.place ?? null;
  }

  /**
   * Where the article is seen now; null without one.
   *
   * @internal
   */
  get surface(): Surface | null {
    return this.#view ?? this.#content?.surface ?? null;
  }

  /** Whether the reading view is open. */
  get hasView(): boolean {
    return !!this.#view;
  }

  /** Stops reading and leaves the page as it was. */
  detach(): void {
    const content = this.#content;
    this.#listening?.preview.abort();
    this.stop();
    content?.places.dispose();
    this.#view?.dispose();
    this.#content = this.#view = this.#awaited = null;
    if (!content) return;
    this.#voices.close();
    this.#platformVoices.close();
    content.unwatch();
    content.surface.dispose();
    this.#player.setArticle(EMPTY_ARTICLE);
  }

  /**
   * Reads aloud. Call it from a click or a key press: browsers want one before a page may speak.
   *
   * @param from an offset into the article's text; or a Range in it: then only that is read. Without
   *   it: what is selected, or from there if that is no more than a word; else on at the reading
   *   position; else from the first text in view, if the page is scrolled into the article; else from
   *   the {@link savedPlace}; else from the beginning. A text that is still being loaded is read once it
   *   is there, and one that could not be had is asked for again.
   */
  play(from?: number | Range): void {
    if (this.#awaited) {
      if (this.#playback.status === 'failed') this.#awaited.retry();
      this.#awaited.play = () => this.play(from);
      return this.#show({ status: 'loading' });
    }
    this.#listening?.preview.abort();
    this.follow();
    let place: number | Span | undefined;
    if (from instanceof Object) {
      const start = this.#offsetOf(from.startContainer, from.startOffset);
      const end = this.#offsetOf(from.endContainer, from.endOffset);
      if (start === null || end === null || start >= end) return;
      place = { start, end };
    } else place = from;
    this.#takeArticle();
    const begin = () => this.#player.play(place ?? this.#listening?.startingPlace());
    const preparation = this.prepare();
    if (!preparation) return begin();
    if (this.#wantsEmbedded) this.#sound ??= wakeSound();
    this.#preparing.abort();
    const { signal } = (this.#preparing = new AbortController());
    if (this.article.text) this.#show({ status: 'loading' });
    void preparation.then(() => {
      if (!signal.aborted) begin();
    });
  }

  /**
   * Loads what reading this article aloud needs and is not there yet: what speaks, what is said of it,
   * how numbers are, and the embedded voices if the platform has none that will do. Worth calling when
   * a reading is likely to begin: {@link play} can then speak inside the user's gesture.
   *
   * @param voice false leaves the embedded voices (1 MB) to the reading itself
   * @returns undefined if everything is there.
   */
  prepare({ voice = true } = {}): Promise<unknown> | undefined {
    const { article } = this;
    if (!article.text) return undefined;
    const loading: Promise<unknown>[] = [];
    if (!this.#listening) loading.push(this.#listen().catch(() => {}));
    const isArabic = primaryLanguage(article.lang) === 'ar';
    if (isArabic && this.#pronounced !== this.#pronunciations) loading.push(this.#pronounce());
    if (voice && this.#wantsEmbedded) {
      const ready = this.#listen()
        .then(({ embedded }) => embedded.load())
        .catch(() => {});
      // A voice that nobody chooses reads meanwhile, if the network is that slow.
      const late = () => new Promise((resolve) => setTimeout(resolve, EMBEDDED_PATIENCE_MS));
      loading.push(this.voice ? Promise.race([ready, late()]) : ready);
    }
    return loading.length ? Promise.all(loading) : undefined;
  }

  async #pronounce(): Promise<void> {
    const pronunciations = this.#pronunciations;
    try {
      const { saying } = await import('./listening/pronunciation.js');
      const toSpoken = await saying(pronunciations);
      // Others were set meanwhile, and whoever waits wants those.
      if (pronunciations !== this.#pronunciations) return this.#pronounce();
      this.#toSpoken = toSpoken;
      this.#pronounced = pronunciations;
    } catch {
      // Read as it is written then.
    }
  }

  async #listen(): Promise<Listening> {
    const { Listening } = await import('./listening/listening.js');
    return (this.#listening ??= new Listening(this, this.#player, {
      toSpoken: () => this.#toSpoken,
      failed: this.#failed,
      takeSound: () => {
        const sound = this.#sound;
        this.#sound = undefined;
        return sound;
      },
      synthesis: this.#options.synthesis,
      voices: this.#platformVoices,
      useVoices: (voices) => {
        this.#voices = voices;
        this.#emit(null);
      },
      onChange: () => this.#emit(null),
    }));
  }

  /** Stops speaking and keeps the place. */
  pause(): void {
    if (this.#abandon()) this.#show({ status: 'paused' });
    this.#player.pause();
  }

  /** Pauses what reads, else reads. */
  toggle(): void {
    const { status } = this.#playback;
    if (status === 'playing' || status === 'loading') this.pause();
    else this.play();
  }

  /** Stops reading and forgets the place. */
  stop(): void {
    this.#abandon();
    this.#player.stop();
    this.#show(this.#player.playback);
  }

  /**
   * When reading pauses by itself: `'paragraph'` at the end of the paragraph, a number after so many
   * minutes at the end of the sentence, null not. Null again once it has; it is not kept.
   */
  get sleepTimer(): SleepTime {
    return this.#listening?.sleep.time ?? null;
  }

  /**
   * Sets the {@link sleepTimer}; minutes count from now.
   *
   * @param time `'paragraph'`, minutes above 0, or null
   * @throws RangeError (rejects) for other numbers
   */
  async setSleepTimer(time: SleepTime): Promise<void> {
    (await this.#listen()).sleep.time = time;
    this.#emit(null);
  }

  /** Moves to the word at an offset; goes on reading if it was. */
  seek(offset: number): void {
    this.#takeArticle();
    this.follow();
    this.#player.seek(offset);
  }

  /** As {@link seek}, and remembers the place before for {@link back}. */
  goTo(offset: number): void {
    this.#jump(() => this.#player.seek(offset));
  }

  /** Goes back to the place before the last jump: by {@link goTo} or to a heading. */
  back(): void {
    const offset = this.places?.takeBack() ?? null;
    if (offset !== null) this.seek(offset);
  }

  /**
   * Moves on to the next sentence, paragraph, heading or region; stays at the last. Where nothing is
   * read, to what is seen, once {@link places} are there to tell, else to the first.
   */
  next(unit: Unit = 'sentence'): void {
    this.#step('next', unit);
  }

  /** Moves back to the sentence, paragraph, heading or region before; likewise. */
  previous(unit: Unit = 'sentence'): void {
    this.#step('previous', unit);
  }

  /** Moves back to the start of this sentence. */
  repeat(): void {
    this.follow();
    this.#player.repeat();
  }

  /** Goes back to the spoken text after the user scrolled away, and follows it again. */
  follow(): void {
    this.surface?.follow();
  }

  /** Loads what remembers {@link places}; null without an article, and where it cannot be had. */
  async keepPlaces(): Promise<PlaceKeeper | null> {
    return (await this.#content?.places.keep()) ?? null;
  }

  /** The offset of the text seen at a point of the viewport, in CSS pixels; null beside the text. */
  async offsetAt(x: number, y: number): Promise<number | null> {
    const { offsetAtPoint } = await import('../page/geometry/offset-at-point.js');
    return this.surface && offsetAtPoint(this.surface.page, x, y);
  }

  /** Whether some of the article is selected. */
  get hasSelection(): boolean {
    return !!this.surface?.page.spanOfSelection(getSelection());
  }

  /**
   * Chooses for the user, as if by hand: it is kept.
   *
   * @param preferences what to change; undefined gives a setting back to the page. `voice` is an `id`
   *   of {@link voices}, a name or a URI, for the article's language; null for the best there is.
   */
  update({ voice, ...preferences }: PreferenceUpdate): void {
    const voices = { ...this.#preferences.voices };
    if (voice !== undefined) {
      const lang = primaryLanguage(this.article.lang);
      const info = this.voices.find(({ id }) => id === voice) ?? findVoice(this.voices, voice);
      if (info) {
        voices[lang] = voiceKey(info);
        this.#failed.delete(info.id);
      } else delete voices[lang];
    }
    this.#keep({ ...this.#preferences, voices, ...preferences });
  }

  /** Back to the page's defaults: all of it, or one setting. */
  reset(name?: keyof Preferences): void {
    this.#keep(name ? { ...this.#preferences, [name]: undefined } : {});
  }

  /** Asks the platform for its voices again, as when their list is shown. */
  refreshVoices(): void {
    this.#voices.refresh();
    // To choose from; the voice itself is loaded when it is to speak.
    void this.#listen()
      .then(({ embedded }) => embedded.list())
      // The platform's are there.
      .catch(() => {});
  }

  /**
   * Shows in a few words what the settings do: they look and are marked as the article is.
   *
   * @param element holds the words
   * @param layer over the words: empty, `position: absolute`; where marks are drawn
   */
  async sample(element: Element, options: ContentOptions, layer: HTMLElement): Promise<Sample> {
    const { Sample } = await import('../page/sample.js');
    return new Sample(this.#read(element), options, layer);
  }

  /** Lets the voice say the first words of the article. */
  preview(): void {
    this.#player.pause();
    void this.#listen()
      .then((listening) => listening.sayFirstWords())
      // Nothing to try: the button can be pressed again.
      .catch(() => {});
  }

  /** Gives up a reading that has not begun; tells whether there was one. */
  #abandon(): boolean {
    const waited =
      this.#playback.status === 'loading' && this.#player.playback.status !== 'loading';
    this.#preparing.abort();
    if (this.#awaited) this.#awaited.play = null;
    return waited;
  }

  /** Whether an embedded voice is to read, by choice or for want of another, and is not there yet. */
  get #wantsEmbedded(): boolean {
    if (this.#listening?.embedded.isReady || this.#options.synthesis) return false;
    const { voice, chosenVoice } = this;
    const wanted = this.#settings.voice;
    const uri = typeof wanted === 'string' ? wanted : wanted?.uri;
    return (
      !voice ||
      voice.quality === 'embedded' ||
      (voice.quality === 'robotic' && !chosenVoice) ||
      !!uri?.startsWith('embedded:')
    );
  }

  /** Whether what is attached has been read, told of and given to the player. */
  get #isTaken(): boolean {
    return this.#player.article !== EMPTY_ARTICLE;
  }

  #takeArticle(): void {
    if (!this.#content || this.#isTaken) return;
    this.#voices.refresh();
    this.#setArticle(this.#content.surface.page.article);
  }

  #read(element: Element): PageText {
    return readLater(element, { segmentation: arabicSegmentation });
  }

  /** The page changed under the reading. */
  #reread(): void {
    const content = this.#content!;
    const { element, surface, places } = content;
    const page = this.#read(element);
    // While what was there can be kept.
    if (!places.isFor(page)) this.#renewPlaces(content);
    surface.page = page;
    this.#view?.renew();
    // Else it will be taken as it is by then.
    if (this.#isTaken) this.#setArticle(surface.page.article);
  }

  /** What is remembered of the article in an element. */
  #placesIn({ ownerDocument }: Element): PlaceMemory {
    const address = () => ownerDocument.URL.split('#')[0]!;
    return new PlaceMemory(this, address, this.#store!.places, () => this.#emit(null));
  }

  /** Keeps what is remembered, and begins with what the store has for the page. */
  #renewPlaces(content: Content): void {
    content.places.dispose();
    content.places = this.#placesIn(content.element);
  }

  #step(way: 'next' | 'previous', unit: Unit): void {
    const place = this.#position.sentence ? null : (this.places?.seen ?? null);
    this.#jump(
      () => (place === null ? this.#player[way](unit) : this.#player.seek(place)),
      unit === 'heading',
    );
  }

  /** Moves; `far` is worth going back from. */
  #jump(move: () => void, far = true): void {
    this.#takeArticle();
    this.follow();
    const { places } = this;
    if (far && places) places.jump(move);
    else move();
  }

  #setArticle(article: Article): void {
    this.#player.setArticle(article);
    this.#resolve();
    this.#draw();
    this.#emit(new ReaderArticleChangeEvent(article));
  }

  #offsetOf(node: Node, offset: number): number | null {
    return (
      this.#view?.page.toOffset(node, offset) ??
      this.#content?.surface.page.toOffset(node, offset) ??
      null
    );
  }

  /** How text of a language is spoken: a voice is chosen for each language. */
  #delivery(lang: string): Delivery {
    const { rate } = this.#settings;
    const { voice } = resolveSettings(this.#preferences, this.#defaults, lang);
    return { rate, voice };
  }

  #keep(preferences: unknown): void {
    this.#preferences = parsePreferences(preferences);
    this.#store!.save(this.#preferences);
    this.#resolve();
  }

  /** Works out what holds now, and lets it hold. */
  #resolve(): void {
    const before = this.#settings;
    const settings = resolveSettings(this.#preferences, this.#defaults, this.#player.article.lang);
    this.#settings = settings;
    this.#content?.surface.apply(settings);
    this.#view?.apply(settings);
    if (JSON.stringify(before) === JSON.stringify(settings)) return;
    if (before.rate !== settings.rate || before.voice !== settings.voice) this.#refreshSoon();
    this.#draw();
    this.#emit(new ReaderSettingsChangeEvent(settings));
  }

  /** A slider sends many changes; the voice starts again after the last. */
  #refreshSoon(): void {
    clearTimeout(this.#refreshing);
    // What begins later begins with it.
    if (/playing|loading/.test(this.#playback.status))
      this.#refreshing = setTimeout(() => this.#player.refresh(), 150);
  }

  #onPlayerChange(): void {
    const { playback, position } = this.#player;
    if (position !== this.#position) {
      this.#position = position;
      // The first place worth keeping.
      if (position.sentence) void this.keepPlaces();
      this.#draw();
      this.#emit(new ReaderPositionChangeEvent(position.sentence, position.word));
    }
    this.#show(playback);
  }

  #show(playback: Playback): void {
    const { status } = playback;
    if (status !== 'failed' && status === this.#playback.status) return;
    if (status !== 'failed') {
      this.#playback = playback;
      this.#draw();
      this.#emit(new ReaderStateChangeEvent(playback));
      return;
    }
    const { reason } = playback;
    if (this.#playback.status === 'failed' && this.#playback.reason === reason) return;
    const message = this.#options.describe?.(reason) ?? reason;
    this.#playback = Object.freeze({ status, reason, message });
    this.#draw();
    this.#emit(new ReaderStateChangeEvent(this.#playback));
    this.#emit(new ReaderErrorEvent(reason, message));
  }

  /** Marks what is read and keeps it in view. */
  #draw(): void {
    const isPlaying = this.#playback.status === 'playing';
    this.surface?.draw({ ...this.#position, isPlaying }, this.#settings);
  }

  #emit(event: ReaderEvent | null): void {
    for (const listener of [...this.#listeners]) listener(event);
  }
}
