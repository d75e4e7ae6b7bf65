import { html, nothing, type TemplateResult } from 'lit';
import type { Span } from '../../core/article.js';
import type { Notice } from '../../core/recording.js';
import type { ReaderEvent } from '../../reader/events.js';
import { formatFor } from '../i18n/format.js';
import { controls } from '../internal/controls.styles.js';
import { PanelElement } from '../internal/panel-element.js';
import { bookmarkIcon, closeIcon, volumeIcon } from '../internal/sheet-icons.js';
import { toggleBookmark } from '../internal/toggle-bookmark.js';
import { styles } from './article-reader-notice.styles.js';

/** How long it is shown that a bookmark was set, in ms: what it says can be seen in the contents too. */
const SHOWN = 6000;

/** How long it is shown who reads: it can be found in the settings. */
const VOICE_SHOWN = 8000;

/**
 * Small messages under the bar: where reading stopped at the last visit, to go on there or to begin; and
 * that a bookmark was set, or who reads where that may surprise, over the reading view where that is open. Focus
 * stays where it is.
 *
 * @summary The remembered place, offered.
 * @fires reader-announce - `detail` is what a screen reader is told
 * @csspart message - a message
 */
export class ArticleReaderNotice extends PanelElement {
  static override styles = [controls, styles];

  static override properties = { told: { state: true } };

  /** What became of a bookmark just now, or who reads; null after a while. */
  declare private told: { readonly message: string; readonly icon: TemplateResult } | null;

  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The place that was announced. */
  #announced: number | null = null;
  /** What has been told of who reads: each once. */
  readonly #toldNotices = new Set<Notice>();

  constructor() {
    super();
    this.told = null;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  /** Who listens has heard by then who reads. */
  protected override onReaderEvent(event: ReaderEvent | null): void {
    const { 'embedded-voice': voice } = this.allTerms.notices;
    if (event?.type === 'reader-statechange' && this.told?.message === voice) this.told = null;
  }

  protected override updated(): void {
    const message = this.renderRoot.querySelector<HTMLElement>('[popover]');
    // Browsers without popovers have it under the view.
    if (message?.showPopover && !message.matches(':popover-open')) message.showPopover();
    const { savedPlace, playback, notice } = this.reader;
    const isVoice = notice === 'embedded-voice';
    // A voice may also take over in the middle, from one that failed.
    if (notice && !this.#toldNotices.has(notice) && (!isVoice || playback.status === 'playing')) {
      this.#toldNotices.add(notice);
      const told = this.allTerms.notices[notice];
      this.#tell(told, volumeIcon, VOICE_SHOWN);
      // Who listens has heard a voice.
      if (!isVoice) this.announce(told);
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

  #stoppedAt(offset: number): string {
    const { number } = formatFor(this.terms);
    const { paragraph, paragraphs } = this.reader.progressAt(offset);
    return this.allTerms.stoppedAt(number(paragraph), number(paragraphs));
  }

  /** The message goes; focus that was in it goes to the bar, which is next to it. */
  #answer(place?: number): void {
    const { reader } = this;
    const bar = (this.getRootNode() as ShadowRoot).querySelector('article-reader-toolbar')!;
    if (this.matches(':focus-within')) bar.focus();
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
