// Long because it is the public element: its documented contract is half of it.
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Article } from '../../core/article.js';
import type { Playback } from '../../core/playback.js';
import type { HighlightLayers, Settings, Theme } from '../../core/settings.js';
import { ReaderErrorEvent, type ReaderEvent, type ReaderEventMap } from '../../reader/events.js';
import {
  localPreferenceStore,
  noPreferenceStore,
  Reader,
  type Position,
  type PreferenceStore,
  type PreferenceUpdate,
  type Unit,
} from '../../reader/reader.js';
import { controls } from '../internal/controls.styles.js';
import { HostStates } from '../internal/host-states.js';
import { messageBox } from '../internal/notices.js';
import { noticeStyles } from '../internal/notices.styles.js';
import { ReaderController } from '../internal/reader-controller.js';
import { StyledElement } from '../internal/styled-element.js';
import type { ToolbarCommand } from '../toolbar/article-reader-toolbar.js';
import { styles, themeStyles } from './article-reader.styles.js';
import { ArticleSource } from './article-source.js';
import { perform, takeKey } from './commands.js';
import { InterfaceTerms } from './interface-terms.js';
import { LazyParts } from './lazy-parts.js';

/** How many readers there have been on the page. */
let count = 0;

/** A number of the page's, from an attribute or from a framework that sets properties to strings. */
const numberOf = (value: unknown): number | null =>
  value == null || value === '' ? null : Number(value);

/**
 * Reads the article inside it, elsewhere on the page, or from an address: by eye, by ear and by
 * keyboard. The article's own DOM is never changed, and the page's design holds until the reader
 * asks for something else.
 *
 * @tagname article-reader
 * @summary Reads an Arabic article in place.
 * @slot - the article
 * @fires {ReaderArticleChangeEvent} reader-articlechange - there is an article, another one, or its
 *   text changed; has `article`
 * @fires {ReaderStateChangeEvent} reader-statechange - reading began, paused, stopped or failed; has
 *   `playback`, with `ended` where the article was read to its end
 * @fires {ReaderPositionChangeEvent} reader-positionchange - the sentence or the word that is read
 *   changed; has `sentence` and `word`
 * @fires {ReaderSettingsChangeEvent} reader-settingschange - a setting changed, by the user, by an
 *   attribute or in another tab; has `settings`
 * @fires {ReaderErrorEvent} reader-error - something could not be done; has `reason` (`no-speech`,
 *   `no-voice`, `not-allowed`, `voice-failed`, `silent`, `empty`, `source-failed`,
 *   `source-too-large`, `source-too-slow`, `voice-unreachable`,
 *   `voice-missing`, `unreachable`) and `message`, in the interface's language
 * @csspart toolbar - the bar of tools
 * @csspart listen - the main button of it
 * @csspart article - the region that holds the article
 * @csspart text - the text rendered from `src` or `text`
 * @csspart message - what went wrong and what to do; where reading stopped at the last visit
 * @csspart retry - the button that tries again what failed
 * @csspart return - the button that goes back to where it reads
 * @csspart card - the card of a word or of a passage
 * @csspart panel - the sheet of settings, contents or help
 * @csspart view - the reading view
 * @cssprop [--article-reader-paper=light-dark(#ffffff, #12181e)] - behind the text of the interface
 * @cssprop [--article-reader-ink=light-dark(#16202a, #eef3f7)] - text of the interface
 * @cssprop [--article-reader-muted=light-dark(#475561, #a9b7c4)] - lesser text of the interface
 * @cssprop [--article-reader-line=light-dark(#c9d2da, #3a4753)] - lines of the interface
 * @cssprop [--article-reader-accent=light-dark(#0b5f66, #7fd6d0)] - the main button, the focus ring
 * @cssprop [--article-reader-on-accent=light-dark(#ffffff, #06201f)] - text on that
 * @cssprop [--article-reader-sentence=light-dark(#fff1c2, #26384a)] - behind the sentence that is read
 * @cssprop [--article-reader-on-sentence=light-dark(#16202a, #eef3f7)] - text of that sentence
 * @cssprop [--article-reader-word=light-dark(#ffd24a, #f2c037)] - behind the word that is read
 * @cssprop [--article-reader-on-word=light-dark(#16202a, #12181e)] - text of that word
 * @cssprop [--article-reader-font='Noto Naskh Arabic', 'Geeza Pro', 'Traditional Arabic', serif] -
 *   typefaces of rendered text
 * @cssprop [--article-reader-ui-font='Segoe UI', 'SF Arabic', 'Noto Sans Arabic', 'Noto Sans Arabic UI', Vazirmatn, system-ui, sans-serif] -
 *   typefaces of the interface
 * @cssprop [--article-reader-inset=0px] - height of the page's own sticky header
 * @cssstate idle - nothing is read
 * @cssstate loading - asked to read, not sounding yet
 * @cssstate playing - reading aloud
 * @cssstate paused - paused
 * @cssstate failed - could not go on
 */
// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging -- see the interface below
export class ArticleReader extends StyledElement {
  static override styles = [controls, noticeStyles, themeStyles, styles];

  static override properties = {
    for: {},
    src: {},
    textSize: { attribute: 'text-size', converter: numberOf },
    rate: { converter: numberOf },
    voice: {},
    theme: {},
    highlight: {},
    uiLang: { attribute: 'ui-lang' },
    shortcuts: {},
    persist: {},
    pronunciations: {},
    narration: {},
    text: { attribute: false },
    store: { attribute: false },
    ownLang: { attribute: 'lang' },
    announcement: { state: true },
  };

  /** Id of the article elsewhere on the page, in the same tree; it is not moved. */
  declare for: string | null;
  /** Address of the article: `text/plain` or `text/html`, same-origin or CORS. */
  declare src: string | null;
  /** Percent of the page's own size, 50 to 500. */
  declare textSize: number | null;
  /** Speed of speech, 0.5 to 3. */
  declare rate: number | null;
  /** Name or URI of a voice; without it, the best on the device. */
  declare voice: string | null;
  /** Colours; `page` leaves the page's own. */
  declare theme: Theme | null;
  /** What is marked while it is read. */
  declare highlight: HighlightLayers | null;
  /**
   * Language of the interface: `ar`, `en`, `fa`, `fr`, `he` or `ur`, with a region if you like; without
   * it, the element's own language.
   */
  declare uiLang: string | null;
  /** `off` switches the single-key shortcuts off until the user switches them on (WCAG 2.1.4). */
  declare shortcuts: 'off' | null;
  /** `none` keeps nothing between visits. */
  declare persist: 'none' | null;
  /**
   * How names and house terms are pronounced: the address of a JSON of what is written and what is said
   * for it, `{ "كونا": "كُونَا" }`; the property takes the map itself too.
   */
  declare pronunciations: Readonly<Record<string, string>> | string | null;
  /**
   * The address of a recording of the article: a Readium Guided Navigation document, as `article-reader-narrate`
   * makes it. Without it, the one that a `<link rel="alternate" type="application/guided-navigation+json">` in
   * the page's head leads to; empty for none.
   */
  declare narration: string | null;
  /** The article as plain text, rendered with the paragraphs that are found in it; null for none. */
  declare text: string | null;
  /** Where preferences, places and bookmarks are kept instead of `localStorage`; null for there. */
  declare store: PreferenceStore | null;
  /** Watched: the interface may have its language from there. */
  declare private ownLang: string | null;
  /** What a screen reader is told. */
  declare private announcement: string;

  /** @internal */
  readonly reader: Reader = new Reader({
    describe: (reason) => this.#terms.describe(reason),
    loadDescriptions: () => this.#terms.loadFailures(),
    narration: () => this.narration,
    layer: () => this.#find('.boxes'),
    inset: () => this.#inset(),
  });

  readonly #states = new HostStates(this, `reader-${++count}`);
  readonly #terms = new InterfaceTerms(this);
  readonly #parts = new LazyParts(this);
  readonly #source = new ArticleSource(
    this,
    this.#states,
    (event) => this.#onKeydown(event),
    (command) => this.#perform(command),
  );
  /** Who comes near the bar may press Listen: Safari wants speech to begin in the click (12). */
  readonly #onNear = () => void this.reader.prepare({ voice: false });

  constructor() {
    super();
    this.for = null;
    this.src = null;
    this.textSize = null;
    this.rate = null;
    this.voice = null;
    this.theme = null;
    this.highlight = null;
    this.uiLang = null;
    this.shortcuts = null;
    this.persist = null;
    this.pronunciations = null;
    this.narration = null;
    this.text = null;
    this.store = null;
    this.announcement = '';
    this.#states.show('idle');
    new ReaderController(this, (event) => this.#onReaderEvent(event));
    this.addEventListener('keydown', (event) => this.#onKeydown(event));
  }

  /** What is read: text, language, blocks and their sentences. Frozen. */
  get article(): Article {
    return this.reader.article;
  }

  /** What the reader is doing; `status` is `idle`, `loading`, `playing`, `paused` or `failed`. */
  get playback(): Playback {
    return this.reader.playback;
  }

  /** The sentence and the word that are read; the word is null where the voice reports none. */
  get position(): Position {
    return this.reader.position;
  }

  /** What holds: the user's choice, else the page's, else the library's. */
  get settings(): Settings {
    return this.reader.settings;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#states.show(this.playback.status);
    this.reader.connect();
    if (this.hasUpdated) this.#source.connect();
  }

  override disconnectedCallback(): void {
    // Stops, and that is still told.
    this.#source.disconnect();
    this.reader.disconnect();
    super.disconnectedCallback();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#terms.choose(this.uiLang);
    if (changed.has('pronunciations')) this.reader.pronunciations = this.pronunciations;
    if (changed.has('persist') || changed.has('store'))
      this.reader.store =
        this.persist === 'none' ? noPreferenceStore : (this.store ?? localPreferenceStore);
    // To draw again what is read, nothing has changed.
    if (changed.size)
      this.reader.defaults = {
        textSize: numberOf(this.textSize),
        rate: numberOf(this.rate),
        voice: this.voice,
        theme: this.theme,
        highlight: this.highlight,
        shortcuts: this.shortcuts === 'off' ? false : null,
      } as Reader['defaults'];
  }

  protected override updated(changed: PropertyValues<this>): void {
    const isOther = changed.has('for') || changed.has('src') || changed.has('text');
    // No reading is stopped for bare text that comes late.
    const isLate = this.playback.status === 'idle' && this.#source.isOutdated;
    // Off the page there is nothing to find; it is found when the element is put back.
    if (this.isConnected && (isOther || isLate)) this.#source.connect();
    const { savedPlace, following, notice, settings } = this.reader;
    // What is told then, and the way back, are among the sheets.
    const isTold = savedPlace !== null || !following || notice || settings.playNext;
    if (isTold && !this.#parts.isMissing)
      this.#parts.panel('article-reader-notice').catch(() => {});
  }

  /**
   * Reads aloud. Call it from a click or key press: browsers want one before a page may speak.
   *
   * @param from an offset into the article's text, or a Range in it: then only that is read. Without
   *   it: from what is selected, else on from where it was, else from what is seen, else from where it
   *   stopped at the last visit, else from the beginning.
   */
  play(from?: number | Range): void {
    // What was just put into it is there: an update that waits is made now.
    if (this.isConnected) this.performUpdate();
    this.reader.play(from);
  }

  /** Pauses, and keeps the place. */
  pause(): void {
    this.reader.pause();
  }

  /** Stops, and forgets the place. */
  stop(): void {
    this.reader.stop();
  }

  /**
   * Moves to the word at an offset; goes on reading if it was.
   *
   * @param offset into the article's text
   */
  seek(offset: number): void {
    this.reader.seek(offset);
  }

  /**
   * Moves on to the next sentence; where nothing is read, to what is seen.
   *
   * @param unit of what else; `region` is out of a list or table
   */
  next(unit: Unit = 'sentence'): void {
    this.reader.next(unit);
  }

  /**
   * Moves back to the previous sentence; likewise.
   *
   * @param unit of what else; `region` is out of a list or table
   */
  previous(unit: Unit = 'sentence'): void {
    this.reader.previous(unit);
  }

  /**
   * Chooses settings for the user; they are kept as if the user had chosen them.
   *
   * @param preferences any of the settings; undefined gives one back to the page.
   */
  setPreferences(preferences: PreferenceUpdate): void {
    this.reader.update(preferences);
  }

  /**
   * What {@link setPreferences} was called before.
   *
   * @deprecated Use `setPreferences(preferences)`: Lit has a method of this name.
   */
  override update(preferences: PreferenceUpdate): void;
  /** Lit's own: draws what changed. */
  override update(changed: PropertyValues): void;
  override update(change: PreferenceUpdate | PropertyValues): void {
    if (change instanceof Map) super.update(change);
    else this.setPreferences(change);
  }

  /** Back to the page's defaults. */
  reset(): void {
    this.reader.reset();
  }

  protected override render(): TemplateResult {
    const { reader } = this;
    const terms = this.#terms.current;
    const { playback, settings } = reader;
    const { panels, view } = this.#parts;
    const missing = this.#parts.isMissing ? terms.failures.unreachable : '';
    const message = playback.status === 'failed' ? playback.message : missing;
    return html`
      <div class=${`frame theme-${settings.theme}`} @reader-announce=${this.#onAnnounce}>
        <div class="bar insulated" @pointerenter=${this.#onNear} @focusin=${this.#onNear}>
          <article-reader-toolbar
            exportparts="toolbar, listen"
            ?hidden=${!this.#terms.loaded}
            .reader=${reader}
            .terms=${terms}
            @reader-command=${this.#onCommand}
          ></article-reader-toolbar>
          ${messageBox(message, reader, terms)} ${panels?.renderNotices(reader, terms)}
        </div>
        ${this.#article()}
        <div class="boxes" aria-hidden="true"></div>
        <div class="beside insulated">
          <div class="live" role="status" lang=${terms.lang}>${this.announcement}</div>
          ${view?.renderView(reader, terms, this.announcement, this.#onCommand)}
          ${panels?.renderSheets(reader, terms)}
        </div>
      </div>
    `;
  }

  /** The region that holds the article; with `for` the article is elsewhere and there is none. */
  #article(): TemplateResult | typeof nothing {
    const { isRendered } = this.#source;
    if (this.for && !isRendered) return nothing;
    return html`<div
      class="article"
      part="article"
      role="group"
      tabindex="0"
      aria-label=${this.#terms.current.article}
      aria-keyshortcuts=${this.settings.shortcuts ? 'Space' : nothing}
    >
      ${isRendered ? html`<div class="text" part="text"></div>` : html`<slot></slot>`}
    </div>`;
  }

  /** What the bar covers of the window. */
  #inset(): { top: number; bottom: number } {
    const { top, bottom } = this.#find('.bar')!.getBoundingClientRect();
    return top > innerHeight / 2
      ? { top: 0, bottom: innerHeight - top + 8 }
      : { top: Math.max(0, bottom) + 8, bottom: 0 };
  }

  #onReaderEvent(event: ReaderEvent | null): void {
    if (!event) return;
    const { status } = this.playback;
    if (event.type === 'reader-statechange') {
      if (status === 'playing' || status === 'loading') this.announcement = '';
      this.#states.show(status);
    }
    // By the same live region as all else: Orca does not say what Firefox calls an alert.
    if (event instanceof ReaderErrorEvent) this.announcement = event.message;
    this.dispatchEvent(event);
  }

  #onKeydown(event: KeyboardEvent): void {
    const command = takeKey(event, this.reader);
    if (command) this.#perform(command);
  }

  #onCommand({ detail }: CustomEvent<ToolbarCommand>): void {
    this.#perform(detail);
  }

  #onAnnounce({ detail }: CustomEvent<string>): void {
    this.#announce(detail);
  }

  #perform(command: ToolbarCommand): void {
    const announce = (message: string) => this.#announce(message);
    perform(command, this.reader, this.#terms.current, this.#parts, announce);
  }

  /** Says it to a screen reader, once; never over the voice that is reading (S2). */
  #announce(message: string): void {
    if (this.playback.status !== 'playing') this.announcement = message;
  }

  #find(selector: string): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(selector);
  }
}

/** Its events: those of every element, and its own, which do not bubble. */
export interface ArticleReaderEventMap extends HTMLElementEventMap, ReaderEventMap {}

// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging -- types of inherited methods
export interface ArticleReader {
  addEventListener<Type extends keyof ArticleReaderEventMap>(
    type: Type,
    listener: (this: ArticleReader, event: ArticleReaderEventMap[Type]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<Type extends keyof ArticleReaderEventMap>(
    type: Type,
    listener: (this: ArticleReader, event: ArticleReaderEventMap[Type]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'article-reader': ArticleReader;
  }
}
