import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { formatFor } from '../i18n/format.js';
import { panelTermsFor } from '../i18n/panel-terms.js';
import { controls } from '../internal/controls.styles.js';
import { messageBox } from '../internal/notices.js';
import { noticeStyles } from '../internal/notices.styles.js';
import { ReaderElement } from '../internal/reader-element.js';
import { seekOnClick } from '../internal/seek-on-click.js';
import { closeIcon } from '../internal/sheet-icons.js';
import type { ToolbarCommand } from '../toolbar/article-reader-toolbar.js';
import { styles } from './article-reader-view.styles.js';
import { pushHistoryEntry } from './history-entry.js';
import { OneSentence } from './one-sentence.js';
import { holdPage } from './page-behind.js';
import { textStyles } from './text.styles.js';

/** Above this many characters blocks out of sight are not laid out. */
const LONG = 100_000;

/** How far a scroll goes at least, in CSS pixels, that says whether one reads on. */
const NUDGE = 8;

/**
 * The article full-window, in a modal `<dialog>` of its own: the same reader, drawn again from the
 * model, in type that is made for reading. Escape, its button and the browser's Back close it; focus
 * goes in and comes back.
 *
 * @summary The reading view.
 * @fires reader-command - as the toolbar's
 * @fires reader-announce - `detail` is what a screen reader is told
 * @csspart view - the dialog
 * @csspart card - the card of a word or of a passage
 * @csspart article - the region that holds the article, and scrolls
 * @csspart message - what went wrong and what to do
 * @csspart retry - the button that tries again what failed
 * @csspart return - the button that goes back to where it reads
 */
export class ArticleReaderView extends ReaderElement {
  static override styles = [controls, noticeStyles, styles, textStyles];

  static override properties = {
    announcement: {},
    place: { state: true },
    away: { state: true },
  };

  /** What a screen reader is told. */
  declare announcement: string;
  /** The offset of the first text that is seen, and how far down that is, 0 to 1. */
  declare private place: { readonly offset: number; readonly fraction: number };
  /** Whether the bars are away where the window is short: they cover nothing that is read. */
  declare private away: boolean;

  /** Leaves our history entry. */
  #leaveHistory: (goesBack: boolean) => void = () => {};
  /** Lets the page behind go. */
  #releasePage = () => {};
  #isOpen = false;
  /** How often it has been opened. */
  #openings = 0;
  #measuring: ReturnType<typeof setTimeout> | undefined;
  /** Where the last scroll came to, in CSS pixels. */
  #scrolled = 0;
  /** Whether a key was used last, and no pointer. */
  #byKey = false;
  /** Where the text began in the window before the bars came or went. */
  #top = 0;
  readonly #oneSentence = new OneSentence(this, (command) => this.#ask(command));

  constructor() {
    super();
    this.announcement = '';
    this.place = { offset: 0, fraction: 0 };
    this.away = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#close(false);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (this.hasUpdated && changed.has('away'))
      this.#top = this.#scroller.getBoundingClientRect().top;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('away')) this.#keepText();
    const { textSize, measure, margins } = this.reader.settings;
    // About 80 characters (WCAG 1.4.8), until the user wants it otherwise.
    const longest = (measure ?? margins) !== null ? 'none' : `${(34 * textSize) / 100}em`;
    this.style.setProperty('--_longest', longest);
    // The article went away under it.
    if (this.#isOpen && !this.reader.hasView) this.#close(false);
    this.#oneSentence.tell();
  }

  /** Opens the view, or closes it; nothing where it has left the page while it was loaded. */
  async toggle(): Promise<void> {
    if (!this.isConnected) return;
    if (this.#dialog.open) this.close();
    else await this.show();
  }

  /** Opens the view at the place that is read, else at what is seen on the page. */
  async show(): Promise<void> {
    const dialog = this.#dialog;
    if (dialog.open) return;
    dialog.showModal();
    // Keys scroll and steer at once, and a screen reader begins with the article.
    this.#scroller.focus();
    const text = this.renderRoot.querySelector<HTMLElement>('.text')!;
    text.classList.toggle('long', this.reader.article.text.length > LONG);
    const opening = ++this.#openings;
    await this.reader.openView(text, {
      selector: '.text',
      ground: 'dialog',
      layer: this.renderRoot.querySelector<HTMLElement>('.boxes'),
      scroller: this.#scroller,
      onleave: ({ href }) => this.#closeAndGo(href),
    });
    // Closed and opened again while it was loaded: the later one goes on.
    if (opening !== this.#openings) return;
    if (!dialog.open) return this.reader.closeView();
    this.#releasePage = holdPage();
    this.#leaveHistory = pushHistoryEntry(() => this.close());
    const { signal } = this.reader.surface!;
    seekOnClick(this.reader, text, (command) => this.#ask(command), signal);
    this.#scroller.addEventListener(
      'scroll',
      () => {
        this.#measureSoon();
        this.#onScroll();
      },
      { passive: true, signal },
    );
    this.#scroller.addEventListener('click', (event) => this.#onTap(event), { signal });
    this.#oneSentence.takeSwipes(this.#scroller, signal);
    this.away = false;
    this.#scrolled = this.#scroller.scrollTop;
    this.#isOpen = true;
    this.#measure();
  }

  /** Closes it; the page shows the same place, and focus goes back to where it came from. */
  close(): void {
    this.#close(true);
  }

  override render(): TemplateResult {
    const { reader, terms } = this;
    const { close } = panelTermsFor(terms);
    const failure = reader.playback.status === 'failed' ? reader.playback.message : '';
    const states = {
      system: reader.settings.theme === 'page',
      away: this.away && !failure,
      one: this.#oneSentence.isOn,
    };
    return html`
      <dialog
        part="view"
        lang=${terms.lang}
        dir=${terms.dir}
        aria-label=${this.#title}
        class=${(Object.keys(states) as (keyof typeof states)[]).filter((it) => states[it]).join(' ')}
        @focusin=${this.#onFocusin}
        @pointerdown=${() => (this.#byKey = false)}
        @cancel=${this.#onCancel}
        @close=${this.#onClose}
        @keydown=${this.#onKeydown}
      >
        <div class="tools">
          <article-reader-toolbar
            exportparts="toolbar, listen"
            .reader=${reader}
            .terms=${terms}
            @reader-command=${this.#onCommand}
          ></article-reader-toolbar>
          ${messageBox(failure, reader, terms)}
        </div>
        <div class="head">
          ${this.#where()} ${this.#oneSentence.renderSwitch()}
          <button class="close" aria-label=${close} title=${close} @click=${this.close}>
            ${closeIcon}
          </button>
        </div>
        <div
          class="article"
          part="article"
          role="group"
          tabindex="0"
          aria-label=${terms.article}
          aria-keyshortcuts=${reader.settings.shortcuts ? 'Space' : nothing}
        >
          <div class="sheet">
            <div class="text"></div>
          </div>
          <div class="boxes" aria-hidden="true"></div>
        </div>
        ${this.#oneSentence.renderTurns()}
        <article-reader-return .reader=${reader} .terms=${terms} exportparts="return">
        </article-reader-return>
        ${
          // Before it is defined it would be given a reader in vain.
          customElements.get('article-reader-card')
            ? html`<article-reader-card .reader=${reader} .terms=${terms} exportparts="card">
              </article-reader-card>`
            : nothing
        }
        <div class="live" role="status">${this.announcement}</div>
      </dialog>
    `;
  }

  /** Which paragraph of how many, and percent: of what is read aloud, else of what is seen. */
  #where(): TemplateResult {
    const { reader, terms } = this;
    const format = formatFor(terms);
    const { sentence } = reader.position;
    const { offset, fraction } = this.place;
    const progress = sentence ? reader.progress : { ...reader.progressAt(offset), fraction };
    return html`<div class="where">
      <span class="title"><bdi>${this.#title}</bdi></span>
      <span class="percent">${format.percent(Math.round(progress.fraction * 100))}</span>
      <span class="paragraph">${format.place(progress)}</span>
    </div>`;
  }

  get #dialog(): HTMLDialogElement {
    return this.renderRoot.querySelector('dialog')!;
  }

  /** What scrolls. */
  get #scroller(): HTMLElement {
    return this.renderRoot.querySelector('.article')!;
  }

  /** The article's first heading, which the view is called by. */
  get #title(): string {
    const { blocks, text } = this.reader.article;
    const heading = blocks.find(({ kind }) => kind === 'heading');
    return heading ? text.slice(heading.start, heading.end) : this.terms.article;
  }

  /** @param goesBack whether the page stays as it is, so that it can be gone back to */
  #close(goesBack: boolean): void {
    const dialog = this.#dialog;
    const wasOpen = this.#isOpen;
    this.#isOpen = false;
    if (wasOpen) {
      this.#releasePage();
      this.reader.closeView();
    }
    dialog.close();
    if (wasOpen) this.#leaveHistory(goesBack);
  }

  /** Goes to another part of the page. */
  #closeAndGo(href: string): void {
    this.#close(false);
    setTimeout(() => location.assign(href));
  }

  /** On through the text they go, back through it they come. */
  #onScroll(): void {
    const { scrollTop } = this.#scroller;
    const way = scrollTop - this.#scrolled;
    // Going away they move the text's edge, which is no scroll of anybody's.
    if (Math.abs(way) < NUDGE) return;
    this.#scrolled = scrollTop;
    // At the beginning the text would have to move with them, and there were no way back.
    const isPast = scrollTop > this.#scroller.getBoundingClientRect().top + 2 * NUDGE;
    this.away = way > 0 && isPast && !this.#hasFocusInBars;
  }

  /** The bars have come or gone: what is read stays where it was, and focus in the view. */
  #keepText(): void {
    const scroller = this.#scroller;
    const moved = scroller.getBoundingClientRect().top - this.#top;
    if (moved) scroller.scrollTop += moved;
    this.#scrolled = scroller.scrollTop;
    if (this.away && moved && this.#isInBars) scroller.focus({ preventScroll: true });
  }

  /** Whether focus is in them: also in a window that has none itself. */
  get #isInBars(): boolean {
    const { activeElement } = this.renderRoot as ShadowRoot;
    return !!activeElement?.closest('.tools, .head');
  }

  /** Whoever is in them by keyboard needs them; a button that was pressed by touch has focus too. */
  get #hasFocusInBars(): boolean {
    return this.#byKey && this.#isInBars;
  }

  /** A touch on nothing else brings them, and sends them away again. */
  #onTap(event: Event): void {
    const isLink = event.composedPath().some((at) => at instanceof Element && at.matches('a'));
    if (!isLink) this.away = !this.away && !this.#hasFocusInBars;
  }

  #onFocusin(): void {
    if (this.#hasFocusInBars) this.away = false;
  }

  #measureSoon(): void {
    this.#measuring ??= setTimeout(() => {
      this.#measuring = undefined;
      this.#measure();
    }, 150);
  }

  #measure(): void {
    const offset = this.reader.viewPlace;
    if (offset === null) return;
    const { scrollTop, scrollHeight, clientHeight } = this.#scroller;
    const rest = scrollHeight - clientHeight;
    this.place = { offset, fraction: rest > 1 ? Math.min(1, scrollTop / rest) : 1 };
  }

  #onCommand({ detail }: CustomEvent<ToolbarCommand>): void {
    this.#ask(detail);
  }

  #ask(detail: ToolbarCommand): void {
    this.dispatchEvent(new CustomEvent('reader-command', { detail }));
  }

  /** The event comes late: the view may be open again. */
  #onClose(): void {
    if (!this.#dialog.open) this.close();
  }

  #onCancel(event: Event): void {
    event.preventDefault();
    this.close();
  }

  /**
   * Escape closes, as it does every dialog, and stops no reading. Pages are turned from the bars
   * too, which do not scroll themselves.
   */
  #onKeydown(event: KeyboardEvent): void {
    const { key } = event;
    this.#byKey = true;
    // What only reads on leaves them where they are.
    if (!/^(ArrowDown|PageDown|End|Shift|Control|Alt|AltGraph|Meta)$/.test(key)) {
      this.away = false;
      // Before the browser looks where Tab may go.
      this.performUpdate();
    }
    if (key === 'Escape') event.stopPropagation();
    const scroller = this.#scroller;
    // The bar has arrows of its own.
    const isInTools = event.composedPath().includes(this.renderRoot.querySelector('.tools')!);
    if (!isInTools && this.#oneSentence.takeKey(event)) return;
    const page = { PageDown: 1, PageUp: -1 }[key];
    if (!page || event.composedPath().includes(scroller)) return;
    event.preventDefault();
    scroller.scrollBy({ top: page * scroller.clientHeight * 0.9 });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'article-reader-view': ArticleReaderView;
  }
}
