import { html, nothing, type TemplateResult } from 'lit';
import type { Span } from '../../core/article.js';
import type { Playback } from '../../core/playback.js';
import type { RecordingNotice } from '../../core/recording.js';
import { formatFor } from '../i18n/format.js';
import { controls } from '../internal/controls.styles.js';
import { PanelElement } from '../internal/panel-element.js';
import { bookmarkIcon, closeIcon, volumeIcon } from '../internal/sheet-icons.js';
import { toggleBookmark } from '../internal/toggle-bookmark.js';
import { styles } from './article-reader-notice.styles.js';
import type { NextArticle } from './next-article.js';

/** How long it is shown that a bookmark was set, in ms: what it says can be seen in the contents too. */
const SHOWN = 6000;

/** How long it is shown what became of the recording, in ms. */
const NOTICE_SHOWN = 8000;

/** How long before the next article is gone to that can be called off, in ms. */
const LEAVING = 5000;

/**
 * Small messages under the bar: where reading stopped at the last visit, to go on there or to begin; which
 * article is next, at the end of this one; that a bookmark was set, over the reading view where that is open;
 * and why a recording does not read, or not all of it. Focus
 * stays where it is.
 *
 * @summary The remembered place, offered.
 * @fires reader-announce - `detail` is what a screen reader is told
 * @csspart message - a message
 */
export class ArticleReaderNotice extends PanelElement {
  static override styles = [controls, styles];

  static override properties = { told: { state: true }, next: { state: true } };

  /** What became of a bookmark just now, or of the recording; null after a while. */
  declare private told: { readonly message: string; readonly icon: TemplateResult } | null;

  /** What the page goes on to, once the article was read to its end; null where it was answered. */
  declare private next: NextArticle | null;

  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Runs until the next article is gone to. */
  #leaving: ReturnType<typeof setTimeout> | undefined;
  /** Whether it was looked whether the article before came here to go on. */
  #isMet = false;
  #playback: Playback | undefined;
  /** The place that was announced. */
  #announced: number | null = null;
  /** What has been told of the recording: each once. */
  readonly #toldNotices = new Set<RecordingNotice>();

  constructor() {
    super();
    this.told = null;
    this.next = null;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    clearTimeout(this.#leaving);
  }

  protected override updated(): void {
    const message = this.renderRoot.querySelector<HTMLElement>('[popover]');
    // Browsers without popovers have it under the view.
    if (message?.showPopover && !message.matches(':popover-open')) message.showPopover();
    const { savedPlace, playback, notice, settings } = this.reader;
    // What cannot be loaded is not offered.
    const nothingElse = () => {};
    if (settings.playNext && !this.#isMet) this.#arrive().catch(nothingElse);
    this.#isMet = true;
    if (playback !== this.#playback) this.#offerNext(playback).catch(nothingElse);
    this.#playback = playback;
    if (notice && !this.#toldNotices.has(notice)) {
      this.#toldNotices.add(notice);
      const told = this.allTerms.notices[notice];
      this.#tell(told, volumeIcon, NOTICE_SHOWN);
      this.announce(told);
    }
    if (savedPlace !== null && this.#announced === null) this.announce(this.#stoppedAt(savedPlace));
    this.#announced = savedPlace;
  }

  /**
   * Sets a bookmark, or takes it away; shows and says so.
   *
   * @param sentence where reading was when it was asked for; null for the first
   */
  async toggleBookmark(sentence: Span | null): Promise<void> {
    const told = await toggleBookmark(this.reader, this.allTerms, sentence ?? undefined);
    if (!told) return;
    this.#tell(told, bookmarkIcon, SHOWN);
    this.announce(told);
  }

  /** Shows it for so many ms. */
  #tell(message: string, icon: TemplateResult, ms: number): void {
    this.told = { message, icon };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.told = null), ms);
  }

  override render(): TemplateResult {
    const { terms, told, reader } = this;
    const { savedPlace } = reader;
    return html`
      ${savedPlace === null ? nothing : this.#savedPlace(savedPlace)}
      ${this.next ? this.#nextArticle(this.next) : nothing}
      ${
        told
          ? html`<div
              class="message"
              part="message"
              lang=${terms.lang}
              dir=${terms.dir}
              popover=${reader.hasView ? 'manual' : nothing}
            >
              ${told.icon}
              <p>${told.message}</p>
            </div>`
          : nothing
      }
    `;
  }

  #savedPlace(savedPlace: number): TemplateResult {
    const { allTerms: terms } = this;
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

  /** Looks for the next article where this one was read to its end, and offers it or goes there. */
  async #offerNext(playback: Playback): Promise<void> {
    clearTimeout(this.#leaving);
    this.next = null;
    if (playback.status !== 'idle' || !playback.ended) return;
    const { nextArticle, goOn } = await import('./next-article.js');
    if (!this.isConnected || this.reader.playback !== playback) return;
    const next = nextArticle(this.#host);
    this.next = next;
    if (!next) return;
    this.announce(this.#nextTitle(next));
    if (this.reader.settings.playNext) this.#leaving = setTimeout(() => goOn(next), LEAVING);
  }

  /** Goes on reading that came from the article before; the bar has focus where the browser wants a key. */
  async #arrive(): Promise<void> {
    const { hasArrived } = await import('./next-article.js');
    const { reader } = this;
    if (!hasArrived() || !this.isConnected || reader.playback.status !== 'idle') return;
    const unsubscribe = reader.subscribe(() => {
      const { playback } = reader;
      // The article may only be read now.
      if (playback.status === 'loading' || playback.status === 'idle') return;
      unsubscribe();
      if (playback.status === 'failed' && document.activeElement === document.body)
        // The bar may have no tab stop yet.
        this.#bar.shadowRoot!.querySelector<HTMLElement>('.listen')!.focus();
    });
    reader.signal.addEventListener('abort', unsubscribe);
    reader.play(0);
  }

  #nextTitle({ title }: NextArticle): string {
    const { nextArticle } = this.allTerms;
    return title ? `${nextArticle}: ${title}` : nextArticle;
  }

  #nextArticle(next: NextArticle): TemplateResult {
    const { allTerms: terms, reader } = this;
    const go = async () => (await import('./next-article.js')).goOn(next);
    return html`<div
      class="message"
      part="message"
      role="group"
      aria-labelledby="next"
      lang=${terms.lang}
      dir=${terms.dir}
      popover=${reader.hasView ? 'manual' : nothing}
    >
      <p id="next">
        ${terms.nextArticle}${next.title ? html`: <bdi>${next.title}</bdi>` : nothing}
      </p>
      <div class="answers">
        <button @click=${go}>${terms.listenNext}</button>
        <button
          @click=${() => {
            this.#leaveFocus();
            clearTimeout(this.#leaving);
            this.next = null;
          }}
        >
          ${terms.stayHere}
        </button>
      </div>
    </div>`;
  }

  /** The element that it is a part of. */
  get #host(): Element {
    return (this.getRootNode() as ShadowRoot).host;
  }

  get #bar(): HTMLElement {
    return (this.getRootNode() as ShadowRoot).querySelector('article-reader-toolbar')!;
  }

  /** Focus that is in a message which goes away goes to the bar, which is next to it. */
  #leaveFocus(): void {
    if (this.shadowRoot!.activeElement) this.#bar.focus();
  }

  #stoppedAt(offset: number): string {
    const { number } = formatFor(this.terms);
    const { paragraph, paragraphs } = this.reader.progressAt(offset);
    return this.allTerms.stoppedAt(number(paragraph), number(paragraphs));
  }

  #answer(place?: number): void {
    const { reader } = this;
    this.#leaveFocus();
    if (place !== undefined) reader.goTo(place);
    reader.places?.dismiss();
    if (place === undefined) return;
    this.announce(formatFor(this.terms).place(reader.progress));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'article-reader-notice': ArticleReaderNotice;
  }
}
