import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Span } from '../../core/article.js';
import type { Reader } from '../../reader/reader.js';
import { bookmarkIcon, closeIcon } from './icons.js';
import { ReaderController } from '../internal/reader-controller.js';
import { controls } from '../internal/styles.js';
import { panelTermsFor } from '../i18n/panel-terms.js';
import { formatFor, type PanelTerms, type Terms } from '../i18n/terms.js';

/** How long it is shown that a bookmark was set, in ms: what it says can be seen in the contents too. */
const SHOWN = 6000;

/**
 * Small messages under the bar: where reading stopped at the last visit, to go on there or to begin; and
 * that a bookmark was set, over the reading view where that is open. Focus stays where it is.
 *
 * @summary The remembered place, offered.
 * @fires reader-announce - `detail` is what a screen reader is told
 */
export class ArticleReaderNotice extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      .message {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 8px;
        margin-block-start: 8px;
        padding: 8px 16px;
        padding-inline-end: 8px;
        border: 1px solid var(--_line);
        border-inline-start: 4px solid var(--_accent);
        border-radius: 11px;
        background: var(--_paper);
        color: var(--_ink);
        font: 500 16px/1.6 var(--_ui-font);
      }
      /* Over the reading view, at the end where it has no bar. */
      [popover] {
        position: fixed;
        inset: auto 0 24px;
        flex-wrap: nowrap;
        inline-size: fit-content;
        max-inline-size: calc(100% - 32px);
        margin: 0 auto;
        padding-inline: 16px;
      }
      [popover] p {
        flex-basis: auto;
      }
      @media (max-width: 640px) {
        [popover] {
          inset: 60px 0 auto;
        }
      }
      p {
        flex: 1 1 12em;
        margin: 0;
      }
      .message > .icon {
        color: var(--_accent);
      }
      .answers {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 8px;
      }
      .answers button {
        border: 1px solid var(--_muted);
        padding-inline: 12px;
      }
      .close {
        color: var(--_muted);
      }
      @media (max-width: 480px) {
        p {
          flex-basis: 8em;
        }
        .answers {
          order: 1;
          flex-basis: 100%;
          padding-block-end: 4px;
        }
        .answers button {
          flex: 1;
        }
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  static override properties = {
    reader: { attribute: false },
    terms: { attribute: false },
    bookmarked: { state: true },
  };

  /** Whose places they are. */
  declare reader: Reader;
  /** The interface's words. */
  declare terms: Terms;
  /** What became of a bookmark just now; empty after a while. */
  declare private bookmarked: string;

  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The place that was announced. */
  #announced: number | null = null;

  constructor() {
    super();
    this.bookmarked = '';
    new ReaderController(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  /**
   * Sets a bookmark, or takes it away; shows and says so.
   *
   * @param sentence where reading was when it was asked for; null for the first
   */
  async toggleBookmark(sentence: Span | null): Promise<void> {
    const places = await this.reader.loadPlaces();
    if (!places) return;
    const { bookmarkAdded, bookmarkRemoved } = this.words;
    this.bookmarked = places.toggleBookmark(sentence ?? undefined)
      ? bookmarkAdded
      : bookmarkRemoved;
    this.#announce(this.bookmarked);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.bookmarked = ''), SHOWN);
  }

  override updated(): void {
    const message = this.renderRoot.querySelector<HTMLElement>('[popover]');
    // Browsers without popovers have it under the view.
    if (message?.showPopover && !message.matches(':popover-open')) message.showPopover();
    const { savedPlace } = this.reader;
    if (savedPlace !== null && this.#announced === null)
      this.#announce(this.#stoppedAt(savedPlace));
    this.#announced = savedPlace;
  }

  override render(): TemplateResult {
    const { terms, bookmarked, reader } = this;
    const { savedPlace } = reader;
    return html`
      ${savedPlace === null ? nothing : this.#savedPlace(savedPlace)}
      ${
        bookmarked
          ? html`<div
              class="message"
              part="message"
              lang=${terms.lang}
              dir=${terms.dir}
              popover=${reader.hasView ? 'manual' : nothing}
            >
              ${bookmarkIcon}
              <p>${bookmarked}</p>
            </div>`
          : nothing
      }
    `;
  }

  get words(): Terms & PanelTerms {
    return panelTermsFor(this.terms);
  }

  #savedPlace(savedPlace: number): TemplateResult {
    const { words: terms } = this;
    const answer = (place?: number) => () => this.#answer(place);
    return html`<div
      class="message"
      part="message"
      role="group"
      aria-labelledby="stopped"
      lang=${terms.lang}
      dir=${terms.dir}
    >
      <p id="stopped">${this.#stoppedAt(savedPlace)}</p>
      <div class="answers">
        <button @click=${answer(savedPlace)}>${terms.goOn}</button>
        <button @click=${answer(0)}>${terms.fromBeginning}</button>
      </div>
      <button class="close" aria-label=${terms.close} title=${terms.close} @click=${answer()}>
        ${closeIcon}
      </button>
    </div>`;
  }

  #stoppedAt(offset: number): string {
    const { number } = formatFor(this.terms);
    const { paragraph, paragraphs } = this.reader.progressAt(offset);
    return this.words.stoppedAt(number(paragraph), number(paragraphs));
  }

  /** The message goes; focus that was in it goes to the bar, which is next to it. */
  #answer(place?: number): void {
    const { reader } = this;
    const bar = (this.getRootNode() as ShadowRoot).querySelector('article-reader-toolbar')!;
    if (this.matches(':focus-within')) bar.focus();
    if (place !== undefined) reader.goTo(place);
    reader.places?.dismiss();
    if (place === undefined) return;
    const { paragraph, paragraphs } = reader.progress;
    this.#announce(formatFor(this.terms).place(paragraph, paragraphs));
  }

  #announce(message: string): void {
    this.dispatchEvent(new CustomEvent('reader-announce', { detail: message, bubbles: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'article-reader-notice': ArticleReaderNotice;
  }
}
