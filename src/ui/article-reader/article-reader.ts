// Long because it is the public element: its documented contract and its style sheet are half of it.
import {
  css,
  html,
  LitElement,
  nothing,
  unsafeCSS,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import type { Article } from '../../core/article.js';
import type { Command } from '../../core/commands.js';
import type { Playback } from '../../core/playback.js';
import { stepRate, stepTextSize, type Settings } from '../../core/settings.js';
import { COLOR_SCHEMES, PALETTES, type Palette } from '../../core/themes.js';
import {
  languageOf,
  localPreferenceStore,
  noPreferenceStore,
  Reader,
  type Position,
  type PreferenceStore,
  type PreferenceUpdate,
  type Unit,
} from '../../reader/reader.js';
import { ReaderErrorEvent, type ReaderEvent } from '../../reader/events.js';
import { icon } from '../internal/icons.js';
import { ReaderController } from '../internal/reader-controller.js';
import type { ArticleReaderHelp } from '../panels/article-reader-help.js';
import type { ArticleReaderNotice } from '../panels/article-reader-notice.js';
import type { ArticleReaderPlaces } from '../panels/article-reader-places.js';
import type { ArticleReaderSettings } from '../panels/article-reader-settings.js';
import type { ArticleReaderView } from '../view/article-reader-view.js';
import { commandOf } from '../internal/shortcuts.js';
import { seekOnClick } from './seek-on-click.js';
import { controls, notices } from '../internal/styles.js';
import { ar } from '../i18n/languages/ar.js';
import { formatFor, termsFor, type Terms } from '../i18n/terms.js';

/** `--_ink` and the rest, from a palette; a page's own `--article-reader-ink` goes before. */
function palette(colours: Palette, own: boolean): string {
  return Object.entries(colours)
    .map(([name, value]) => {
      const dashed = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      return `--_${dashed}:${own ? `var(--article-reader-${dashed},${value})` : value};`;
    })
    .join('');
}

const themes = unsafeCSS(
  `:host{${palette(PALETTES.page, true)}}` +
    (['system', 'light', 'dark', 'sepia', 'contrast'] as const)
      .map(
        (name) =>
          `.theme-${name}{color-scheme:${COLOR_SCHEMES[name]};${palette(PALETTES[name], name === 'system')}}`,
      )
      .join(''),
);

/** A number of the page's, from an attribute or from a framework that sets properties to strings. */
const numberOf = (value: unknown): number | null =>
  value == null || value === '' ? null : Number(value);

/** Where the rate button of the toolbar stops. */
const RATES = [0.75, 1, 1.25, 1.5, 1.75, 2];

/** What is loaded when one of them is first asked for. */
interface Panels {
  settings: ArticleReaderSettings;
  help: ArticleReaderHelp;
  places: ArticleReaderPlaces;
  notice: ArticleReaderNotice;
}

/** How many readers there have been on the page. */
let count = 0;

/**
 * Reads the article inside it, elsewhere on the page, or from an address: by eye, by ear and by
 * keyboard. The article's own DOM is never changed, and the page's design holds until the reader
 * asks for something else.
 *
 * @summary Reads an Arabic article in place.
 * @slot - the article
 * @fires reader-articlechange - there is an article, another one, or its text changed
 * @fires reader-statechange - reading began, paused, stopped or failed
 * @fires reader-positionchange - the sentence or the word that is read changed
 * @fires reader-settingschange - a setting changed
 * @fires reader-error - something could not be done
 * @csspart toolbar - the bar of tools
 * @csspart listen - its main button
 * @csspart article - the region that holds the article
 * @csspart text - the text rendered from `src` or `text`
 * @csspart message - what went wrong and what to do; where reading stopped at the last visit
 * @csspart return - the button that goes back to where it reads
 * @csspart panel - the sheet of settings, contents or help
 * @csspart view - the reading view
 * @cssprop [--article-reader-paper] - background; likewise `-ink`, `-muted`, `-line`, `-accent`,
 *   `-on-accent`, `-sentence`, `-word`, `-on-word`
 * @cssprop [--article-reader-font] - typeface of rendered text
 * @cssprop [--article-reader-ui-font] - typeface of the interface
 * @cssprop [--article-reader-inset=0px] - height of the page's own sticky header
 * @cssstate idle - nothing is read
 * @cssstate loading - asked to read, not sounding yet
 * @cssstate playing - reading aloud
 * @cssstate paused - paused
 * @cssstate failed - could not go on
 */
export class ArticleReader extends LitElement {
  static override styles = [
    controls,
    notices,
    themes,
    css`
      :host {
        display: block;
        --_page: color-mix(in srgb, var(--_paper) 94%, var(--_muted));
        --_ui-font: var(
          --article-reader-ui-font,
          'Segoe UI',
          'SF Arabic',
          'Noto Sans Arabic',
          'Noto Sans Arabic UI',
          Vazirmatn,
          system-ui,
          sans-serif
        );
        --_text-font: var(
          --article-reader-font,
          'Noto Naskh Arabic',
          'Geeza Pro',
          'Traditional Arabic',
          serif
        );
      }
      :host([hidden]) {
        display: none;
      }
      .frame {
        --_hover: color-mix(in srgb, var(--_ink) 8%, transparent);
        display: flex;
        flex-direction: column;
        gap: 12px;
      }
      .bar {
        display: block;
        position: sticky;
        inset-block-start: calc(var(--article-reader-inset, 0px) + 8px);
        z-index: 10;
      }
      /* While the page's colours hold there is no ground, and neither of these holds. */
      .article {
        display: block;
        border-radius: 11px;
        background: var(--_ground);
        box-shadow: 0 0 0 16px var(--_ground);
      }
      .article:focus-visible {
        outline-offset: 6px;
      }
      /* Takes no room on the page. */
      .beside {
        position: absolute;
      }
      .boxes {
        /* Over what the page positions in its text, below the bar. */
        z-index: 9;
      }
      /* A phone: the bar where the thumb is. */
      @media (max-width: 480px) {
        .frame {
          gap: 0;
        }
        .bar {
          order: 1;
          inset-block: auto 8px;
          margin-block-start: 12px;
        }
        .return {
          inset-block-end: 88px;
        }
      }
      @media print {
        .bar,
        .return {
          display: none;
        }
      }
    `,
  ];

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
    text: { attribute: false },
    store: { attribute: false },
    ownLang: { attribute: 'lang' },
    announcement: { state: true },
    hasPanels: { state: true },
    hasView: { state: true },
    embedded: { state: true },
  };

  /** The id of the article elsewhere on the page, in the same tree; it is not moved. */
  declare for: string | null;
  /** Address of the article: `text/plain` or `text/html`, same-origin or CORS. */
  declare src: string | null;
  /** The page's default text size in percent, 50 to 500; 100 leaves the page's design alone. */
  declare textSize: number | null;
  /** The page's default speed of speech, 0.5 to 3. */
  declare rate: number | null;
  /** The page's default voice, by name or URI. */
  declare voice: string | null;
  /** The page's default colours: `page`, `system`, `light`, `dark`, `sepia` or `contrast`. */
  declare theme: string | null;
  /** The page's default marking: `both`, `sentence`, `word` or `none`. */
  declare highlight: string | null;
  /** Language of the interface, `ar`, `en`, `fa`, `fr`, `he` or `ur`; without it, the element's own language. */
  declare uiLang: string | null;
  /** `off` switches the single-key shortcuts off until the user switches them on (WCAG 2.1.4). */
  declare shortcuts: string | null;
  /** `none` keeps nothing between visits. */
  declare persist: string | null;
  /**
   * How names and house terms are pronounced: a map from what is written to what is said, or, as in the
   * attribute, the address of a JSON of one.
   */
  declare pronunciations: Readonly<Record<string, string>> | string | null;
  /** The article as plain text, rendered with the paragraphs that are found in it; null for none. */
  declare text: string | null;
  /** Where preferences, places and bookmarks are kept instead of `localStorage`; null for there. */
  declare store: PreferenceStore | null;
  /** Watched: the interface may have its language from there. */
  declare private ownLang: string | null;
  /** What a screen reader is told. */
  declare private announcement: string;
  /** Whether a sheet or a notice has been asked for. */
  declare private hasPanels: boolean;
  /** Whether the reading view has been asked for. */
  declare private hasView: boolean;
  /** Whether it is being said that the embedded voice reads; once, and not to a screen reader. */
  declare private embedded: boolean;

  /** @internal */
  readonly reader = new Reader({
    describe: (reason) => (this.#terms ?? ar).failures[reason],
    layer: () => this.#find('.boxes'),
    inset: () => this.#inset(),
  });

  readonly #internals = this.attachInternals();
  /** A custom state that no other reader on the page has: how a style sheet tells this one. */
  readonly #scope = `reader-${++count}`;
  /** As a custom state. */
  #status: Playback['status'] = 'idle';
  /** Null while the interface's language is being loaded. */
  #terms: Terms | null = null;
  #lang: string | null = null;
  /** Who comes near the bar may press Listen: Safari wants speech to begin in the click (12). */
  readonly #onNear = { handleEvent: () => void this.reader.prepare({ voice: false }), once: true };
  /** Whether the button that goes back had focus before the update. */
  #hadReturn = false;
  /** Whether it has been said that the embedded voice reads. */
  #told = false;
  /**
   * Whether text stands bare in the element: it is styled with the region that it is slotted into.
   * Null where nothing is slotted.
   */
  #isBare: boolean | null = null;
  /** Undoes what {@link #connectContent} did. */
  #disconnectContent = () => {};

  constructor() {
    super();
    this.store = this.for = this.src = this.text = this.textSize = this.rate = this.voice = null;
    this.theme = this.highlight = this.uiLang = this.shortcuts = this.persist = null;
    this.pronunciations = null;
    this.announcement = '';
    this.hasPanels = this.hasView = this.embedded = false;
    this.#internals.states.add(this.#scope);
    this.#internals.states.add(this.#status);
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
    this.reader.connect();
    if (this.hasUpdated) this.#connectContent();
  }

  override disconnectedCallback(): void {
    // Stops, and that is still told.
    this.#disconnectContent();
    this.reader.disconnect();
    super.disconnectedCallback();
  }

  /**
   * Reads aloud. Call it from a click or key press: browsers want one before a page may speak.
   *
   * @param from an offset into the article's text, or a Range in it: then only that is read. Without
   *   it, goes on at the reading position, else begins at the beginning.
   */
  play(from?: number | Range): void {
    // What was just put into it is there: an update that waits is made now.
    if (this.isConnected) this.performUpdate();
    this.reader.play(from);
  }

  /** Stops speaking and keeps the place. */
  pause(): void {
    this.reader.pause();
  }

  /** Stops reading and forgets the place. */
  stop(): void {
    this.reader.stop();
  }

  /** Moves the reading position to the word at an offset; goes on reading if it was. */
  seek(offset: number): void {
    this.reader.seek(offset);
  }

  /** Moves on to the next sentence, paragraph or heading. */
  next(unit: Unit = 'sentence'): void {
    this.reader.next(unit);
  }

  /** Moves back to the previous sentence, paragraph or heading. */
  previous(unit: Unit = 'sentence'): void {
    this.reader.previous(unit);
  }

  /**
   * Chooses settings for the user; they are kept as if the user had chosen them.
   *
   * Lit calls the method of this name too, with a Map of changed properties: that is another matter.
   */
  override update(preferences: PreferenceUpdate | PropertyValues): void {
    if (preferences instanceof Map) super.update(preferences);
    else this.reader.update(preferences);
  }

  /** Back to the page's defaults. */
  reset(): void {
    this.reader.reset();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#chooseTerms();
    // The button that goes back goes away with it: focus stays in the reader.
    this.#hadReturn = !!this.#find('.return:focus');
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
    // Off the page there is nothing to find; it is found when the element is put back.
    const isOther = changed.has('for') || changed.has('src') || changed.has('text');
    // Bare text may come, or go, later than the element; that stops no reading.
    const isLate = () =>
      this.playback.status === 'idle' &&
      this.#isBare !== null &&
      this.#isBare !== this.#hasBareText();
    if (this.isConnected && (isOther || isLate())) this.#connectContent();
    if (this.reader.savedPlace !== null) void this.#panel('notice');
    if (this.#hadReturn && this.#find('.return').hidden)
      (this.#find('.article') ?? this.#find('article-reader-toolbar')).focus({
        preventScroll: true,
      });
  }

  protected override render(): TemplateResult {
    const { reader } = this;
    const terms = this.#terms ?? ar;
    const { playback, settings } = reader;
    // Right inside what alerts: Orca says no more than the text that is put there.
    const message =
      playback.status === 'failed' ? playback.message : this.embedded && terms.embeddedVoice;
    return html`
      <div
        class=${`frame theme-${settings.theme}`}
        @reader-announce=${({ detail }: CustomEvent<string>) => this.#announce(detail)}
      >
        <div
          class="bar insulated"
          ?hidden=${!this.#terms}
          @pointerover=${this.#onNear}
          @focusin=${this.#onNear}
        >
          <article-reader-toolbar
            exportparts="toolbar, listen"
            .reader=${reader}
            .terms=${terms}
            @reader-command=${(event: CustomEvent<Command>) => this.#do(event.detail)}
          ></article-reader-toolbar>
          ${
            message
              ? html`<div class="message" part="message" lang=${terms.lang} dir=${terms.dir}>
                  <p>${message}</p>
                </div>`
              : nothing
          }
          ${
            this.hasPanels
              ? html`<article-reader-notice
                  exportparts="message"
                  .reader=${reader}
                  .terms=${terms}
                ></article-reader-notice>`
              : nothing
          }
        </div>
        ${this.#article()}
        <div class="boxes" aria-hidden="true"></div>
        <div class="beside insulated">
          <button
            class="return"
            part="return"
            lang=${terms.lang}
            dir=${terms.dir}
            ?hidden=${reader.following || playback.status !== 'playing'}
            @click=${() => reader.follow()}
          >
            ${icon('locate')}<span>${terms.backToReading}</span>
          </button>
          <div class="live" role="status" lang=${terms.lang}>${this.announcement}</div>
          ${
            this.hasView
              ? html`<article-reader-view
                  exportparts="view, toolbar, listen, article, message, return"
                  .reader=${reader}
                  .terms=${terms}
                  .announcement=${this.announcement}
                  @reader-command=${(event: CustomEvent<Command>) => this.#do(event.detail)}
                ></article-reader-view>`
              : nothing
          }
          ${
            this.hasPanels
              ? html`<article-reader-settings .reader=${reader} .terms=${terms} exportparts="panel">
                  </article-reader-settings>
                  <article-reader-help .reader=${reader} .terms=${terms} exportparts="panel">
                  </article-reader-help>
                  <article-reader-places .reader=${reader} .terms=${terms} exportparts="panel">
                  </article-reader-places>`
              : nothing
          }
        </div>
      </div>
    `;
  }

  /** The region that holds the article; with `for` the article is elsewhere and there is none. */
  #article(): TemplateResult | typeof nothing {
    if (this.for && !this.#rendersText) return nothing;
    return html`<div
      class="article"
      part="article"
      role="group"
      tabindex="0"
      aria-label=${(this.#terms ?? ar).article}
      aria-keyshortcuts=${this.settings.shortcuts ? 'Space' : nothing}
    >
      ${this.#rendersText ? html`<div class="text" part="text"></div>` : html`<slot></slot>`}
    </div>`;
  }

  /** What the bar covers of the window. */
  #inset(): { top: number; bottom: number } {
    const { top, bottom } = this.#find('.bar').getBoundingClientRect();
    const isBelow = top > innerHeight / 2;
    return {
      top: isBelow ? 0 : Math.max(0, bottom) + 8,
      bottom: isBelow ? innerHeight - top + 8 : 0,
    };
  }

  /** Finds the article, wherever it is, and gives it to the reader. */
  #connectContent(): void {
    this.#disconnectContent();
    const connection = new AbortController();
    const { signal } = connection;
    this.#isBare = null;
    this.#disconnectContent = () => {
      connection.abort();
      this.reader.detach();
    };
    if (this.#rendersText) {
      const container = this.#find('.text');
      void this.#styleText();
      const source = this.text != null ? { text: this.text } : { src: this.src! };
      seekOnClick(this.reader, container, signal);
      void this.reader.render(source, container, { selector: '.text', ground: '.article' }, signal);
    } else if (this.for) {
      this.#followFor(this.for, signal);
    } else {
      seekOnClick(this.reader, this.#find('.article'), signal);
      const host = `${this.localName}:state(${this.#scope})`;
      this.#isBare = this.#hasBareText();
      this.reader.attach(
        this,
        this.#isBare
          ? { root: this.renderRoot as ShadowRoot, selector: '.article', ground: '.article' }
          : { selector: `${host} > *`, ground: host },
      );
    }
  }

  /** Typography of text that we render; elsewhere it is the page's. */
  async #styleText(): Promise<void> {
    const { textStyles } = await import('../internal/text-styles.js');
    const root = this.renderRoot as ShadowRoot;
    if (!root.adoptedStyleSheets.includes(textStyles)) root.adoptedStyleSheets.push(textStyles);
  }

  #hasBareText(): boolean {
    return [...this.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && !!node.textContent?.trim(),
    );
  }

  /** Reads the element of that id: now, once the page has it, and the one that it has instead later. */
  #followFor(id: string, signal: AbortSignal): void {
    const root = this.getRootNode() as Document | ShadowRoot;
    let content: HTMLElement | null = null;
    let connection = new AbortController();
    const look = () => {
      const found = root.getElementById(id);
      if (found === content) return;
      connection.abort();
      content = found;
      if (!found) return this.reader.detach();
      connection = new AbortController();
      seekOnClick(this.reader, found, connection.signal);
      found.addEventListener('keydown', (event) => this.#onKeydown(event), connection);
      this.reader.attach(found, { selector: `#${CSS.escape(id)}` });
    };
    look();
    const observer = new MutationObserver(look);
    observer.observe(root, { subtree: true, childList: true, attributeFilter: ['id'] });
    signal.addEventListener('abort', () => {
      observer.disconnect();
      connection.abort();
    });
  }

  #onReaderEvent(event: ReaderEvent | null): void {
    if (!event) return;
    const { status } = this.playback;
    if (event.type === 'reader-statechange') {
      if (status === 'playing' || status === 'loading') this.announcement = '';
      this.embedded = false;
      this.#internals.states.delete(this.#status);
      this.#internals.states.add((this.#status = status));
    }
    // By the same live region as all else: Orca does not say what Firefox calls an alert.
    if (event instanceof ReaderErrorEvent) this.announcement = event.message;
    // It may also take over in the middle, from a voice that failed.
    if (!this.#told && status === 'playing' && this.reader.voice?.quality === 'embedded')
      this.embedded = this.#told = true;
    this.dispatchEvent(event);
  }

  #onKeydown(event: KeyboardEvent): void {
    if (event.defaultPrevented || !this.settings.shortcuts) return;
    const target = event.composedPath()[0] as HTMLElement;
    if (target.matches('input,textarea,select') || target.isContentEditable) return;
    const command =
      event.key === ' ' && target.matches('[part=article]')
        ? 'toggle'
        : commandOf(event, this.settings.keys);
    if (!command || (event.key === 'Escape' && this.playback.status === 'idle')) return;
    event.preventDefault();
    // A key that is held goes on; it does not switch to and fro.
    if (event.repeat && !/^(larger|smaller|faster|slower|next|previous)/.test(command)) return;
    this.#do(command);
  }

  /** What a button or a key asks for. */
  #do(command: Command | 'settings' | 'rate'): void {
    const { reader } = this;
    const { textSize, rate } = reader.settings;
    const terms = this.#terms ?? ar;
    const format = formatFor(terms);
    const size = (next: number) => {
      reader.update({ textSize: next });
      this.#announce(`${terms.textSize}: ${format.percent(reader.settings.textSize)}`);
    };
    const speed = (next: number) => {
      reader.update({ rate: next });
      this.#announce(`${terms.rate}: ${format.number(reader.settings.rate)}`);
    };
    const jump = async (move: () => void) => {
      // What is seen is known there.
      if (!this.position.sentence) await reader.loadPlaces();
      move();
      const { paragraph, paragraphs } = reader.progress;
      this.#announce(format.place(paragraph, paragraphs));
    };
    const actions: Record<typeof command, () => void> = {
      toggle: () => reader.toggle(),
      stop: () => reader.stop(),
      previousSentence: () => jump(() => reader.previous('sentence')),
      nextSentence: () => jump(() => reader.next('sentence')),
      previousParagraph: () => jump(() => reader.previous('paragraph')),
      nextParagraph: () => jump(() => reader.next('paragraph')),
      previousHeading: () => jump(() => reader.previous('heading')),
      nextHeading: () => jump(() => reader.next('heading')),
      previousRegion: () => jump(() => reader.previous('region')),
      nextRegion: () => jump(() => reader.next('region')),
      back: () => jump(() => reader.back()),
      repeatSentence: () => reader.repeat(),
      larger: () => size(stepTextSize(textSize, 1)),
      smaller: () => size(stepTextSize(textSize, -1)),
      originalSize: () => size(100),
      faster: () => speed(stepRate(rate, 1)),
      slower: () => speed(stepRate(rate, -1)),
      rate: () => speed(RATES.find((each) => each > rate) ?? RATES[0]!),
      view: () => void this.#toggleView(),
      bookmark: () => {
        const { sentence } = this.position;
        void this.#panel('notice').then((notice) => notice.toggleBookmark(sentence));
      },
      contents: () => void this.#panel('places').then((sheet) => sheet.show()),
      settings: () => void this.#panel('settings').then((sheet) => sheet.show()),
      help: () => void this.#panel('help').then((sheet) => sheet.show()),
    };
    actions[command]();
  }

  /** A sheet, or the notices; all are loaded with the first. */
  async #panel<Name extends keyof Panels>(name: Name): Promise<Panels[Name]> {
    await import('../panels/panels.js');
    this.hasPanels = true;
    await this.updateComplete;
    return this.#find<Panels[Name]>(`article-reader-${name}`);
  }

  /** Opens the reading view, or closes it; it is loaded when it is first opened. */
  async #toggleView(): Promise<void> {
    if (!this.article.text && !this.reader.hasView)
      return this.#announce((this.#terms ?? ar).failures.empty);
    await import('../view/article-reader-view.js');
    this.hasView = true;
    await this.updateComplete;
    await this.#find<ArticleReaderView>('article-reader-view').toggle();
  }

  /** Says it to a screen reader, once; never over the voice that is reading (S2). */
  #announce(message: string): void {
    if (this.playback.status !== 'playing') this.announcement = message;
  }

  #find<Selected extends Element = HTMLElement>(selector: string): Selected {
    return this.renderRoot.querySelector<Selected>(selector)!;
  }

  get #rendersText(): boolean {
    // Frameworks set what is not given to undefined.
    return this.text != null || !!this.src;
  }

  /** The interface in the language asked for, once that is loaded. */
  #chooseTerms(): void {
    const lang = this.uiLang || languageOf(this) || 'ar';
    if (lang === this.#lang) return;
    this.#lang = lang;
    const take = (terms: Terms) => {
      if (lang !== this.#lang) return;
      this.#terms = terms;
      this.requestUpdate();
    };
    const terms = termsFor(lang);
    if (terms instanceof Promise) void terms.then(take);
    else take(terms);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'article-reader': ArticleReader;
  }
}
