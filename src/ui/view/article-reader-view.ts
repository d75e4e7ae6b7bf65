// Long because the style sheet is half of it: the text's typography and the view's own.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { indexAt } from '../../core/article.js';
import type { Reader } from '../../reader/reader.js';
import { defineAll } from '../internal/define.js';
import { pushHistoryEntry } from './history-entry.js';
import { icon } from '../internal/icons.js';
import { closeIcon } from '../panels/icons.js';
import { panelTermsFor } from '../i18n/panel-terms.js';
import { ReaderController } from '../internal/reader-controller.js';
import { seekOnClick } from '../article-reader/seek-on-click.js';
import { controls, notices } from '../internal/styles.js';
import { formatFor, type Terms } from '../i18n/terms.js';

/** Above this many characters blocks out of sight are not laid out. */
const LONG = 100_000;

/** While the view is open the page behind it does not scroll, and is not printed. */
const behind = new CSSStyleSheet();
behind.replaceSync(`
  :root { overflow: hidden !important }
  @media print {
    :root { overflow: visible !important }
    body { visibility: hidden !important; block-size: 0 !important; overflow: clip !important }
  }
`);

/**
 * The article full-window, in a modal `<dialog>` of its own: the same reader, drawn again from the
 * model, in type that is made for reading. Escape, its button and the browser's Back close it; focus
 * goes in and comes back.
 *
 * @summary The reading view.
 * @fires reader-command - as the toolbar's
 * @csspart view - the dialog
 */
export class ArticleReaderView extends LitElement {
  static override styles = [
    controls,
    notices,
    css`
      /* Nothing of the page is inherited: its spacing, capitals, alignment stay outside. */
      dialog {
        all: initial;
        position: fixed;
        inset: 0;
        overflow: hidden;
        color-scheme: inherit;
        background: var(--_ground, var(--_paper));
        color: var(--_ink);
        font: 400 16px/1.6 var(--_ui-font);
        -webkit-text-size-adjust: none;
        text-size-adjust: none;
      }
      .system {
        color-scheme: light dark;
      }
      dialog:not([open]) {
        display: none;
      }
      dialog[open] {
        display: grid;
        grid: auto minmax(0, 1fr) / minmax(0, 1fr) auto;
      }
      .tools,
      .head {
        border-block-end: 1px solid var(--_line);
      }
      .tools {
        padding: 6px;
        padding-inline-start: max(8px, env(safe-area-inset-left));
      }
      .head {
        display: flex;
        align-items: center;
        gap: 8px;
        min-inline-size: 0;
        padding-inline-end: 12px;
      }
      article-reader-toolbar {
        max-inline-size: 940px;
        margin-inline: auto;
      }
      article-reader-toolbar::part(toolbar) {
        border-color: transparent;
        box-shadow: none;
      }
      .where {
        display: flex;
        gap: 12px;
        min-inline-size: 0;
        font-size: 14px;
        color: var(--_muted);
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }
      .title {
        flex: 1;
        display: none;
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .paragraph {
        display: none;
      }
      @media (min-width: 1200px) {
        .paragraph {
          display: inline;
        }
      }
      /* A little higher than it can be, so that a scroll never reaches the page behind. */
      .article {
        grid-column: 1 / -1;
        overflow: hidden auto;
        overscroll-behavior: contain;
        position: relative;
        padding: 24px max(20px, 4vw) 0;
      }
      .article:focus-visible {
        outline-offset: -3px;
      }
      .sheet {
        min-block-size: calc(100% + 1px);
        max-inline-size: var(--_longest);
        margin-inline: auto;
        padding-block-end: 96px;
        font-size: max(22px, 1.375rem);
      }

      .text {
        display: block;
        font-family: var(--_text-font);
        font-size: max(22px, 1.375rem);
        line-height: 1.9;
        text-align: start;
        hyphens: none;
        overflow-wrap: break-word;
        font-synthesis-style: none;
        text-underline-offset: 0.35em;
        text-wrap: pretty;
        quotes: '«' '»' '“' '”';
      }
      .text.vowelled {
        line-height: 2.2;
      }
      .text.long > * {
        content-visibility: auto;
        contain-intrinsic-block-size: auto 8em;
      }
      .text :is(h1, h2, h3, h4, h5, h6) {
        margin-block: 1.2em 0.5em;
        font-size: 1.15em;
        line-height: 1.5;
        font-weight: 700;
        text-wrap: balance;
        break-after: avoid;
      }
      .text h1 {
        font-size: 1.5em;
      }
      .text h2 {
        font-size: 1.3em;
      }
      .text > :first-child {
        margin-block-start: 0;
      }
      .text :is(p, ul, ol, dl, blockquote, figure, table, pre) {
        margin: 0 0 0.9em;
      }
      .text :is(li, td, th, dd, blockquote, figcaption) > :last-child {
        margin-block-end: 0;
      }
      .text :is(ul, ol) {
        padding-inline-start: 1.4em;
      }
      .text:lang(ar) ol {
        list-style-type: arabic-indic;
      }
      .text li {
        margin-block-end: 0.3em;
      }
      .text li::marker {
        color: var(--_accent);
      }
      .text dt {
        font-weight: 700;
      }
      .text dd {
        margin: 0 0 0.5em;
        margin-inline-start: 1.4em;
      }
      .text blockquote {
        padding-inline-start: 1em;
        border-inline-start: 3px solid var(--_accent);
      }
      .text :is(q, cite, em, i, dfn, var) {
        font-style: normal;
      }
      .text :is(em, i) {
        font-weight: 600;
      }
      .text :is(:not(:lang(ar), :lang(fa), :lang(ur), :lang(he))):is(em, i) {
        font-style: italic;
        font-weight: inherit;
      }
      .text a:any-link {
        color: var(--_accent);
        text-decoration: underline;
        text-decoration-thickness: from-font;
      }
      .text mark {
        background: var(--_sentence);
        color: inherit;
      }
      .text :is(sup, sub) {
        font-size: 0.7em;
        line-height: 0;
      }
      .text img {
        display: block;
        max-inline-size: 100%;
        block-size: auto;
        margin-inline: auto;
        border-radius: 8px;
      }
      .text p img:not(:only-child) {
        display: inline;
        vertical-align: middle;
        max-block-size: 3em;
        inline-size: auto;
      }
      .text figcaption,
      .text caption {
        padding-block-start: 0.4em;
        font-size: 0.85em;
        line-height: 1.7;
        color: var(--_muted);
        text-align: start;
      }
      .text table {
        border-collapse: collapse;
        inline-size: 100%;
        font-size: 0.9em;
      }
      .text :is(td, th) {
        padding: 0.3em 0.6em;
        border: 1px solid var(--_line);
        text-align: start;
        vertical-align: top;
      }
      .text th {
        font-weight: 700;
      }
      .text :is(pre, code, kbd, samp) {
        font-family: ui-monospace, 'Noto Sans Mono', monospace;
        font-size: 0.85em;
      }
      .text pre {
        white-space: pre-wrap;
        padding: 0.8em 1em;
        border: 1px solid var(--_line);
        border-radius: 11px;
      }
      .kept {
        white-space: pre-wrap;
      }

      @media (max-width: 640px) {
        dialog[open] {
          grid: auto minmax(0, 1fr) auto / minmax(0, 1fr);
        }
        .head {
          padding-inline: 20px 8px;
        }
        .where {
          flex: 1;
        }
        .title {
          display: inline;
        }
        .article {
          padding: 16px 20px 0;
        }
        .tools {
          order: 1;
          border-block: 1px solid var(--_line) 0;
          padding-block-end: max(6px, env(safe-area-inset-bottom));
        }
        .return {
          inset-block-end: 96px;
        }
      }
      @media print {
        dialog[open] {
          visibility: visible;
          position: absolute;
          display: block;
          inset: 0 0 auto;
          overflow: visible;
          background: none;
          color: #000;
          color-scheme: light;
        }
        .tools,
        .head,
        .return,
        .live {
          display: none;
        }
        .article,
        .sheet {
          max-inline-size: none;
          padding: 0;
          overflow: visible;
        }
        .text {
          font-size: 14pt;
          color: #000;
        }
        .text.long > * {
          content-visibility: visible;
        }
        .text :is(a:any-link, figcaption, caption, li::marker) {
          color: inherit;
        }
      }
    `,
  ];

  static override properties = {
    reader: { attribute: false },
    terms: { attribute: false },
    announcement: {},
    place: { state: true },
  };

  /** What is read. */
  declare reader: Reader;
  /** The interface's words. */
  declare terms: Terms;
  /** What a screen reader is told. */
  declare announcement: string;
  /** The offset of the first text that is seen, and how far down that is, 0 to 1. */
  declare private place: { readonly offset: number; readonly fraction: number };

  /** Leaves our history entry. */
  #leaveHistory: (goesBack: boolean) => void = () => {};
  #listening = new AbortController();
  #isOpen = false;
  #measuring: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.announcement = '';
    this.place = { offset: 0, fraction: 0 };
    new ReaderController(this);
  }

  /** Opens the view, or closes it. */
  async toggle(): Promise<void> {
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
    await this.reader.openView(text, {
      selector: '.text',
      ground: 'dialog',
      layer: this.renderRoot.querySelector<HTMLElement>('.boxes'),
      scroller: this.#scroller,
      onleave: ({ href }) => this.#closeAndGo(href),
    });
    if (!dialog.open) return this.reader.closeView();
    document.adoptedStyleSheets.push(behind);
    this.#leaveHistory = pushHistoryEntry(() => this.close());
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    seekOnClick(this.reader, text, signal);
    this.#scroller.addEventListener('scroll', () => this.#measureSoon(), { passive: true, signal });
    this.#isOpen = true;
    this.#measure();
  }

  /** Closes it; the page shows the same place, and focus goes back to where it came from. */
  close(): void {
    this.#close(true);
  }

  /** @param goesBack whether the page stays as it is, so that it can be gone back to */
  #close(goesBack: boolean): void {
    const dialog = this.#dialog;
    const wasOpen = this.#isOpen;
    this.#isOpen = false;
    if (wasOpen) {
      this.#listening.abort();
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((it) => it !== behind);
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

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#close(false);
  }

  protected override updated(): void {
    const { textSize, measure, margins } = this.reader.settings;
    // About 80 characters (WCAG 1.4.8), until the user wants it otherwise.
    const longest = (measure ?? margins) !== null ? 'none' : `${(34 * textSize) / 100}em`;
    this.style.setProperty('--_longest', longest);
    // The article went away under it.
    if (this.#isOpen && !this.reader.hasView) this.#close(false);
  }

  override render(): TemplateResult {
    const { reader, terms } = this;
    const { close } = panelTermsFor(terms);
    const failure = reader.playback.status === 'failed' ? reader.playback.message : '';
    return html`
      <dialog
        part="view"
        lang=${terms.lang}
        dir=${terms.dir}
        aria-label=${this.#title}
        class=${reader.settings.theme === 'page' ? 'system' : ''}
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
          ${failure ? html`<div class="message" part="message"><p>${failure}</p></div>` : nothing}
        </div>
        <div class="head">
          ${this.#where()}
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
        <button
          class="return"
          part="return"
          ?hidden=${reader.following || reader.playback.status !== 'playing'}
          @click=${() => reader.follow()}
        >
          ${icon('locate')}<span>${terms.backToReading}</span>
        </button>
        <div class="live" role="status">${this.announcement}</div>
      </dialog>
    `;
  }

  /** Which paragraph of how many, and percent: of what is read aloud, else of what is seen. */
  #where(): TemplateResult {
    const { reader, terms } = this;
    const { blocks } = reader.article;
    const format = formatFor(terms);
    const { sentence } = reader.position;
    const { offset, fraction } = this.place;
    const [k, part] = sentence
      ? [reader.progress.paragraph, reader.progress.fraction]
      : [indexAt(blocks, offset) + 1, fraction];
    return html`<div class="where">
      <span class="title" dir="auto">${this.#title}</span>
      <span class="percent">${format.percent(Math.round(part * 100))}</span>
      <span class="paragraph">${format.place(k, blocks.length)}</span>
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

  #onCommand({ detail }: CustomEvent): void {
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
    if (key === 'Escape') event.stopPropagation();
    const scroller = this.#scroller;
    const page = { PageDown: 1, PageUp: -1 }[key];
    if (!page || event.composedPath().includes(scroller)) return;
    event.preventDefault();
    scroller.scrollBy({ top: page * scroller.clientHeight * 0.9 });
  }
}

defineAll({ 'article-reader-view': ArticleReaderView });

declare global {
  interface HTMLElementTagNameMap {
    'article-reader-view': ArticleReaderView;
  }
}
