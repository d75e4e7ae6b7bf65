/**
 * The headless reader: joins the page, the player and the settings, and is the sole owner of state.
 * Long because it is the façade: every method is a line or two that hands on to a room.
 */
import { arabicSegmentation } from './arabic/segmentation.js';
import { EMPTY_ARTICLE, indexAt, type Article, type Span } from './core/article.js';
import type { FailureReason, Playback } from './core/playback.js';
import { spokenAsWritten } from './core/spoken.js';
import { wordsOf } from './core/words.js';
import {
  parsePreferences,
  primaryLanguage,
  resolveSettings,
  type Defaults,
  type Preferences,
  type Settings,
} from './core/settings.js';
import type { Inset } from './page/follower.js';
import type { toSpoken as ToSpoken } from './arabic/spoken/to-spoken.js';
import type { PageText } from './page/page-text.js';
import { readArticle } from './page/read-article.js';
import { Surface, type ContentOptions } from './page/surface.js';
import { watchArticle } from './page/watch-article.js';
import { localPreferenceStore, type PreferenceStore } from './preference-store.js';
import {
  ReaderArticleChangeEvent,
  ReaderErrorEvent,
  ReaderPositionChangeEvent,
  ReaderSettingsChangeEvent,
  ReaderStateChangeEvent,
  type ReaderEvent,
} from './reader-events.js';
import type { Unit } from './speech/places.js';
import { Player, type Delivery, type Position } from './speech/player.js';
import { Speaker } from './speech/speaker.js';
import { VoiceList } from './speech/voice-list.js';
import { chooseVoice, findVoice, voiceKey, type VoiceInfo } from './speech/voices.js';

export {
  localPreferenceStore,
  noPreferenceStore,
  type PreferenceStore,
} from './preference-store.js';
export type { ContentOptions, Position, Unit, VoiceInfo };

/** Characters of Arabic that a voice says in a minute at rate 1: about 145 words. */
const CHARACTERS_A_MINUTE = 930;

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
  readonly unwatch: () => void;
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
  #voiceList: VoiceList;
  #speaker: Speaker;
  /** Numbers and signs in words; loaded with the first Arabic article that is read aloud. */
  #toSpoken: typeof ToSpoken | null = null;
  /** The embedded voices, once they are asked for; false if they cannot be had. */
  #embedded: Promise<boolean> | null = null;
  /** Aborted when what is being loaded for the reading is not wanted any more. */
  #preparing = new AbortController();
  readonly #player: Player;
  #store: PreferenceStore | null = null;
  #unsubscribeStore = () => {};
  #preferences: Preferences = {};
  #defaults: Defaults = {};
  #settings: Settings = resolveSettings({}, {}, 'ar');
  #content: Content | null = null;
  /** As last told; the player's, with words for people. */
  #playback: Playback = Object.freeze({ status: 'idle' });
  #position: Position = Object.freeze({ sentence: null, word: null });
  #refreshing: ReturnType<typeof setTimeout> | undefined;
  #preview = new AbortController();
  constructor(options: ReaderOptions = {}) {
    this.#options = options;
    this.#voiceList = new VoiceList(options.synthesis);
    this.#speaker = new Speaker(options.synthesis);
    this.#voiceList.subscribe(() => this.#emit(null));
    this.#player = new Player({
      speaker: this.#speaker,
      voices: this.#voiceList,
      delivery: (lang) => this.#delivery(lang),
      toSpoken: (text, lang) => this.#toSpoken?.(text, { lang }) ?? spokenAsWritten(text),
      onVoiceFailed: (reason) => reason !== 'silent' && this.#useEmbedded(),
      onChange: () => this.#onPlayerChange(),
    });
    this.store = options.store ?? localPreferenceStore;
  }

  /** What is read: text, language, blocks and their sentences. Frozen. */
  get article(): Article {
    return this.#surface?.page.article ?? EMPTY_ARTICLE;
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
    return this.#surface?.following ?? true;
  }

  get progress(): Progress {
    const { blocks, text } = this.article;
    const at = this.position.word?.start ?? this.position.sentence?.start ?? 0;
    return {
      paragraph: blocks.length && indexAt(blocks, at) + 1,
      paragraphs: blocks.length,
      fraction: text.length && at / text.length,
      minutesLeft: (text.length - at) / (CHARACTERS_A_MINUTE * this.#settings.rate),
    };
  }

  /** The voices of the article's language, best first. */
  get voices(): readonly VoiceInfo[] {
    return this.#voiceList.voicesFor(this.article.lang);
  }

  /** The voice that reads: the one asked for where it is there, else the best one on the device. */
  get voice(): VoiceInfo | undefined {
    return chooseVoice(this.voices, this.#settings.voice);
  }

  /** The voice that was asked for; undefined when the best is taken. */
  get chosenVoice(): VoiceInfo | undefined {
    return findVoice(this.voices, this.#settings.voice);
  }

  /** Where preferences are kept; reads them from there. */
  set store(store: PreferenceStore) {
    if (store === this.#store) return;
    this.#unsubscribeStore();
    this.#store = store;
    const take = (preferences: Preferences) => {
      this.#preferences = preferences;
      this.#resolve();
    };
    this.#unsubscribeStore = store.subscribe(take);
    take(parsePreferences(store.load()));
  }

  /** What the page chose; null and undefined choose nothing. */
  set defaults(defaults: { readonly [Name in keyof Defaults]: Defaults[Name] | null | undefined }) {
    this.#defaults = Object.fromEntries(
      Object.entries(defaults).filter(([, value]) => value != null),
    );
    this.#resolve();
  }

  /** Calls `listener` with every event; returns how to stop. */
  subscribe(listener: ReaderListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Reads this content from now on, and its changes. Nothing of it is touched.
   *
   * @param element the article, or the element that it is slotted into
   */
  attach(element: Element, options: ContentOptions): void {
    this.detach();
    const page = this.#read(element);
    this.#content = {
      element,
      surface: new Surface(page, options, {
        layer: this.#options.layer?.(),
        inset: this.#options.inset,
        onfollow: () => this.#emit(null),
      }),
      unwatch: watchArticle(element, () => this.#reread()),
    };
    this.#voiceList.refresh();
    this.#setArticle(page.article);
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
    try {
      const { loadSource, renderText } = await import('./page/foreign-text.js');
      const loaded =
        'text' in source
          ? ({ kind: 'text', text: source.text } as const)
          : await loadSource(source.src, { signal });
      if (signal?.aborted) return;
      if (loaded.kind === 'html') {
        if (loaded.lang) container.lang = loaded.lang;
        if (loaded.dir) container.dir = loaded.dir;
      }
      container.append(
        loaded.kind === 'text' ? renderText(loaded.text, arabicSegmentation) : loaded.content,
      );
      this.attach(container, options);
    } catch {
      if (!signal?.aborted) this.#show({ status: 'failed', reason: 'source-failed', message: '' });
    }
  }

  /** Stops reading and leaves the page as it was. */
  detach(): void {
    const content = this.#content;
    this.#preview.abort();
    this.stop();
    this.#content = null;
    if (!content) return;
    this.#voiceList.close();
    content.unwatch();
    content.surface.dispose();
    this.#player.setArticle(EMPTY_ARTICLE);
  }

  /**
   * Reads aloud. Call it from a click or a key press: browsers want one before a page may speak.
   *
   * @param from an offset into the article's text; or a Range in it: then only that is read. Without
   *   it, goes on at the reading position, else begins at the beginning.
   */
  play(from?: number | Range): void {
    this.#preview.abort();
    this.follow();
    let place: number | Span | undefined;
    if (from instanceof Object) {
      const start = this.#offsetOf(from.startContainer, from.startOffset);
      const end = this.#offsetOf(from.endContainer, from.endOffset);
      if (start === null || end === null || start >= end) return;
      place = { start, end };
    } else place = from;
    const preparation = this.prepare();
    if (!preparation) return this.#player.play(place);
    this.#preparing.abort();
    const { signal } = (this.#preparing = new AbortController());
    if (this.article.text) this.#show({ status: 'loading' });
    void preparation.then(() => {
      if (!signal.aborted) this.#player.play(place);
    });
  }

  /**
   * Loads what reading this article aloud needs and is not there yet: how numbers are said, and the
   * embedded voices if the platform has none that will do. Worth calling when a reading is likely to
   * begin: {@link play} can then speak inside the user's gesture.
   *
   * @returns undefined if everything is there.
   */
  prepare(): Promise<unknown> | undefined {
    const { article, voice } = this;
    if (primaryLanguage(article.lang) !== 'ar' || !article.text) return undefined;
    const loading: Promise<unknown>[] = [];
    if (!this.#toSpoken)
      loading.push(
        import('./arabic/spoken/to-spoken.js').then(
          ({ toSpoken }) => (this.#toSpoken = toSpoken),
          // Read as it is written then.
          () => {},
        ),
      );
    const wanting = !voice || (voice.quality === 'robotic' && !this.chosenVoice);
    if (wanting && !this.#embedded) loading.push(this.#useEmbedded());
    return loading.length ? Promise.all(loading) : undefined;
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

  /** Moves to the word at an offset; goes on reading if it was. */
  seek(offset: number): void {
    this.follow();
    this.#player.seek(offset);
  }

  /** Moves on to the next sentence, paragraph or heading; stays at the last. */
  next(unit: Unit = 'sentence'): void {
    this.follow();
    this.#player.next(unit);
  }

  /** Moves back to the sentence, paragraph or heading before. */
  previous(unit: Unit = 'sentence'): void {
    this.follow();
    this.#player.previous(unit);
  }

  /** Moves back to the start of this sentence. */
  repeat(): void {
    this.follow();
    this.#player.repeat();
  }

  /** Goes back to the spoken text after the user scrolled away, and follows it again. */
  follow(): void {
    this.#surface?.follow();
  }

  /** The offset of the text seen at a point of the viewport; null beside the text. */
  offsetAt(x: number, y: number): number | null {
    return this.#surface?.page.offsetAtPoint(x, y) ?? null;
  }

  /** Whether some of the article is selected. */
  get hasSelection(): boolean {
    return !!this.#surface?.page.spanOfSelection(getSelection());
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
      if (info) voices[lang] = voiceKey(info);
      else delete voices[lang];
    }
    this.#keep({ ...this.#preferences, voices, ...preferences });
  }

  /** Back to the page's defaults: all of it, or one setting. */
  reset(name?: keyof Preferences): void {
    this.#keep(name ? { ...this.#preferences, [name]: undefined } : {});
  }

  /** Asks the platform for its voices again, as when their list is shown. */
  refreshVoices(): void {
    this.#voiceList.refresh();
  }

  /** Lets the voice say the first words of the article. */
  preview(): void {
    this.#player.pause();
    this.#preview.abort();
    const { signal } = (this.#preview = new AbortController());
    const { voice, article } = this;
    const span = article.blocks[0]?.sentences[0];
    if (!voice || !span) return;
    const words = wordsOf(article.text, span).slice(0, 8);
    this.#speaker.claim(signal, () => this.#preview.abort());
    void this.#speaker.say(
      {
        text: article.text.slice(span.start, words.at(-1)?.end ?? span.end),
        lang: article.lang,
        voice,
        rate: this.#settings.rate,
      },
      { signal },
    );
  }

  /** Gives up a reading that has not begun; tells whether there was one. */
  #abandon(): boolean {
    const waited =
      this.#playback.status === 'loading' && this.#player.playback.status !== 'loading';
    this.#preparing.abort();
    return waited;
  }

  /** Brings the embedded voices in beside the platform's; false if they cannot be had. */
  #useEmbedded(): Promise<boolean> {
    if (this.#options.synthesis || primaryLanguage(this.article.lang) !== 'ar')
      return Promise.resolve(false);
    return (this.#embedded ??= import('./embedded-speech.js').then(
      ({ synthesis, Utterance }) => {
        this.#voiceList.close();
        this.#voiceList = new VoiceList(synthesis).refresh();
        this.#voiceList.subscribe(() => this.#emit(null));
        this.#speaker = new Speaker(synthesis, Utterance);
        this.#player.use({ speaker: this.#speaker, voices: this.#voiceList });
        this.#emit(null);
        return true;
      },
      () => {
        // Perhaps the network comes back.
        this.#embedded = null;
        return false;
      },
    ));
  }

  /** Where the article is seen now. */
  get #surface(): Surface | null {
    return this.#content?.surface ?? null;
  }

  #read(element: Element): PageText {
    return readArticle(element, { segmentation: arabicSegmentation });
  }

  /** The page changed under the reading. */
  #reread(): void {
    const { element, surface } = this.#content!;
    surface.page = this.#read(element);
    this.#setArticle(surface.page.article);
  }

  #setArticle(article: Article): void {
    this.#player.setArticle(article);
    this.#resolve();
    this.#draw();
    this.#emit(new ReaderArticleChangeEvent(article));
  }

  #offsetOf(node: Node, offset: number): number | null {
    return this.#surface?.page.toOffset(node, offset) ?? null;
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
    const settings = resolveSettings(this.#preferences, this.#defaults, this.article.lang);
    this.#settings = settings;
    this.#surface?.apply(settings);
    if (JSON.stringify(before) === JSON.stringify(settings)) return;
    if (before.rate !== settings.rate || before.voice !== settings.voice) this.#refreshSoon();
    if (before.highlight !== settings.highlight) this.#draw();
    this.#emit(new ReaderSettingsChangeEvent(settings));
  }

  /** A slider sends many changes; the voice starts again after the last. */
  #refreshSoon(): void {
    clearTimeout(this.#refreshing);
    this.#refreshing = setTimeout(() => this.#player.refresh(), 150);
  }

  #onPlayerChange(): void {
    const { playback, position } = this.#player;
    if (position !== this.#position) {
      this.#position = position;
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
      this.#emit(new ReaderStateChangeEvent(playback));
      return;
    }
    const { reason } = playback;
    if (this.#playback.status === 'failed' && this.#playback.reason === reason) return;
    const message = this.#options.describe?.(reason) ?? reason;
    this.#playback = Object.freeze({ status, reason, message });
    this.#emit(new ReaderStateChangeEvent(this.#playback));
    this.#emit(new ReaderErrorEvent(reason, message));
  }

  /** Marks what is read and keeps it in view. */
  #draw(): void {
    this.#surface?.draw(this.#position, this.#settings);
  }

  #emit(event: ReaderEvent | null): void {
    for (const listener of [...this.#listeners]) listener(event);
  }
}
