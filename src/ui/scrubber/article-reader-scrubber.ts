import { html, nothing, type TemplateResult } from 'lit';
import { indexAt, type Article, type Span } from '../../core/article.js';
import { paragraphsOf } from '../../core/progress.js';
import { formatFor } from '../i18n/format.js';
import { controls } from '../internal/controls.styles.js';
import { ReaderElement } from '../internal/reader-element.js';
import { hasModifier } from '../internal/shortcuts.js';
import { styles } from './article-reader-scrubber.styles.js';

/** More ticks than this on a line tell nothing apart: then there are none. */
const MOST_TICKS = 60;

/** The keys of a slider (WAI-ARIA Authoring Practices) that do not turn with the direction. */
const KEYS: Readonly<Record<string, readonly [way: 'next' | 'previous', unit?: 'paragraph']>> = {
  ArrowUp: ['next'],
  ArrowDown: ['previous'],
  PageUp: ['next', 'paragraph'],
  PageDown: ['previous', 'paragraph'],
};

/** The sentence at an offset, else the next one; a picture has none, and is one piece. */
function sentenceAt({ blocks }: Article, at: number): Span {
  const block = blocks[indexAt(blocks, at)]!;
  return block.sentences[indexAt(block.sentences, at)] ?? block;
}

/**
 * The line of the bar as a slider over the whole article: pressed, dragged, or moved by keys, with the
 * sentence that is there shown at the pointer. It is as wide as the bar, and begins where the text does.
 *
 * @summary The slider over the article.
 */
export class ArticleReaderScrubber extends ReaderElement {
  static override styles = [controls, styles];

  static override properties = {
    pointed: { state: true },
    dragging: { state: true },
  };

  /** Where the pointer is, 0 to 1 along the text; null where it is elsewhere. */
  declare private pointed: number | null;
  /** Whether it is held: reading stays until it is let go. */
  declare private dragging: boolean;

  /** What is said of the place. */
  #told: { readonly now: number; readonly text: string } = { now: 1, text: '' };
  /** Draws the time of a recording with each second. */
  #clock: ReturnType<typeof setTimeout> | undefined;
  /** The user has moved it: that is said at once. */
  #isMoved = false;

  constructor() {
    super();
    this.pointed = null;
    this.dragging = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#clock);
  }

  protected override updated(): void {
    this.#tick();
  }

  /** Tells the time anew with each second of the recording: nothing else of it moves between sentences. */
  #tick(): void {
    clearTimeout(this.#clock);
    const times = this.#times;
    this.renderRoot
      .querySelectorAll('.times bdi')
      .forEach((time, i) => (time.textContent = times[i] ?? ''));
    const { recording, playback, settings } = this.reader;
    if (!this.isConnected || !recording?.sounds || playback.status !== 'playing') return;
    const left = 1 - (recording.elapsed % 1);
    this.#clock = setTimeout(() => this.#tick(), (left * 1000) / settings.rate);
  }

  override render(): TemplateResult | typeof nothing {
    const { reader, terms } = this;
    const { paragraphs } = reader.progress;
    if (!paragraphs) return nothing;
    const { now, text } = this.#tell();
    const at = this.dragging ? this.pointed! : reader.progress.fraction;
    return html`
      <div
        class="slider ${this.dragging ? 'dragging' : ''}"
        role="slider"
        tabindex="0"
        lang=${terms.lang}
        dir=${terms.dir}
        aria-label=${terms.article}
        aria-valuemin="1"
        aria-valuemax=${paragraphs}
        aria-valuenow=${now}
        aria-valuetext=${text}
        @keydown=${this.#onKeydown}
        @pointerdown=${this.#onPointerdown}
        @pointermove=${this.#onPointermove}
        @pointerup=${this.#onPointerup}
        @pointerleave=${this.#onPointerleave}
        @pointercancel=${this.#onPointercancel}
      >
        <div class="line">
          ${this.#ticks()}
          <i class="handle" .style=${`inset-inline-start:${percent(at)}`}></i>
        </div>
        <div class="times" aria-hidden="true">
          ${this.#times.map(() => html`<bdi dir="ltr"></bdi>`)}
        </div>
        ${this.#preview()}
      </div>
    `;
  }

  /**
   * What is said of the place. A voice that reads moves it on, and a screen reader would say so of a
   * slider that has focus, over that voice: then it is said when the user moves it.
   */
  #tell(): { readonly now: number; readonly text: string } {
    const { reader, terms } = this;
    const isRead = reader.playback.status === 'playing' && this.matches(':focus-within');
    if (isRead && !this.#isMoved && this.#told.text) return this.#told;
    this.#isMoved = false;
    const { progress } = reader;
    const format = formatFor(terms);
    const comma = /^(ar|fa|ur)/.test(terms.lang) ? '،' : ',';
    const text = `${format.place(progress)}${comma} ${format.minutesLeft(progress.minutesLeft)}`;
    return (this.#told = { now: progress.paragraph, text });
  }

  /** How much of a recording is behind, and how much is left, as it is; of a voice nobody knows. */
  get #times(): readonly string[] {
    const { recording } = this.reader;
    if (!recording?.reads) return [];
    const { number } = formatFor(this.terms);
    const { duration, elapsed } = recording;
    const behind = Math.floor(Math.min(elapsed, duration));
    return [
      clockTime(behind, number),
      `−${clockTime(Math.max(0, Math.round(duration) - behind), number)}`,
    ];
  }

  /** Where each paragraph begins, but for the first. */
  #ticks(): TemplateResult[] {
    const { article } = this.reader;
    const [, ...rest] = paragraphsOf(article);
    if (rest.length >= MOST_TICKS) return [];
    return rest.map(
      ({ start }) =>
        html`<i
          class="tick"
          .style=${`inset-inline-start:${percent(start / article.text.length)}`}
        ></i>`,
    );
  }

  /** The sentence under the pointer: over the bar where that is below, else under it. */
  #preview(): TemplateResult | typeof nothing {
    const { pointed, reader } = this;
    if (pointed === null) return nothing;
    const { article } = reader;
    const { start, end } = sentenceAt(article, pointed * article.text.length);
    const { lang } = article.blocks[indexAt(article.blocks, start)]!;
    const isBelow = this.getBoundingClientRect().top > innerHeight / 2;
    return html`<div
      class="preview ${isBelow ? 'above' : ''}"
      aria-hidden="true"
      .style=${`--_at:${percent(pointed)}`}
    >
      <span class="where">${formatFor(this.terms).place(reader.progressAt(start))}</span>
      <bdi lang=${lang}>${article.text.slice(start, end)}</bdi>
    </div>`;
  }

  /** Goes to the text at a point, if it is on the line. */
  press(event: MouseEvent): void {
    const { top, bottom } = this.getBoundingClientRect();
    if (event.clientY >= top && event.clientY <= bottom) this.#goTo(event);
  }

  #goTo(event: MouseEvent): void {
    const { article } = this.reader;
    this.#isMoved = true;
    this.reader.goTo(sentenceAt(article, this.#fractionAt(event) * article.text.length).start);
  }

  /** How far along the text a pointer is. */
  #fractionAt({ clientX }: MouseEvent): number {
    const { left, width } = this.getBoundingClientRect();
    const part = Math.min(1, Math.max(0, (clientX - left) / width));
    return this.terms.dir === 'rtl' ? 1 - part : part;
  }

  #onPointerdown(event: PointerEvent): void {
    if (event.button) return;
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    this.dragging = true;
    this.pointed = this.#fractionAt(event);
  }

  #onPointermove(event: PointerEvent): void {
    if (this.dragging || event.pointerType === 'mouse') this.pointed = this.#fractionAt(event);
  }

  #onPointerup(event: PointerEvent): void {
    if (!this.dragging) return;
    this.#leave(event.pointerType !== 'mouse');
    // It may be let go beside the line.
    this.#goTo(event);
  }

  #onPointerleave(): void {
    if (!this.dragging) this.pointed = null;
  }

  #onPointercancel(): void {
    this.#leave(true);
  }

  /** Lets go. @param isAway whether the pointer is gone too, as a finger is */
  #leave(isAway: boolean): void {
    this.dragging = false;
    if (isAway) this.pointed = null;
  }

  #onKeydown(event: KeyboardEvent): void {
    const { key } = event;
    if (hasModifier(event)) return;
    if (key === 'Escape' && this.dragging) {
      event.preventDefault();
      event.stopPropagation();
      this.#leave(true);
      return;
    }
    const { reader } = this;
    const isRtl = this.terms.dir === 'rtl';
    const move =
      { ArrowLeft: isRtl ? KEYS['ArrowUp'] : KEYS['ArrowDown'] }[key] ??
      { ArrowRight: isRtl ? KEYS['ArrowDown'] : KEYS['ArrowUp'] }[key] ??
      KEYS[key];
    const edge = { Home: 0, End: reader.article.text.length }[key];
    if (!move && edge === undefined) return;
    // Not the bar's, nor a page that is turned.
    event.preventDefault();
    event.stopPropagation();
    this.#isMoved = true;
    if (!move) return reader.goTo(sentenceAt(reader.article, edge!).start);
    const [way, unit] = move;
    // It stands at the beginning while nothing is read.
    if (!reader.position.sentence) reader.seek(0);
    reader[way](unit);
  }
}

/** `1:02:03`, `2:03`. @param seconds whole */
function clockTime(seconds: number, number: (value: number) => string): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  if (!parts[0]) parts.shift();
  return parts.map((part, i) => (i && part < 10 ? number(0) : '') + number(part)).join(':');
}

const percent = (part: number) => `${part * 100}%`;

declare global {
  interface HTMLElementTagNameMap {
    'article-reader-scrubber': ArticleReaderScrubber;
  }
}
