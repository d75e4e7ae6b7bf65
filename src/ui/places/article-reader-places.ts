// Long because it is one sheet: the slider, bookmarks, marks and contents, and where focus goes.
import { html, nothing, type TemplateResult } from 'lit';
import type { PlacedAnnotation } from '../../core/annotation.js';
import { indexAt, type Article, type Span } from '../../core/article.js';
import { contentsOf, entryAt, listed, openingOf, type ContentsEntry } from '../../core/contents.js';
import { firstIndex } from '../../core/search.js';
import type { ReaderEvent } from '../../reader/events.js';
import type { Progress } from '../../reader/reader.js';
import { formatFor } from '../i18n/format.js';
import { controls } from '../internal/controls.styles.js';
import { icon } from '../internal/icons.js';
import { PanelElement } from '../internal/panel-element.js';
import { bookmarkIcon, closeIcon, undoIcon } from '../internal/sheet-icons.js';
import { onSliderKey } from '../internal/slider-keys.js';
import { toggleBookmark } from '../internal/toggle-bookmark.js';
import { swatches } from '../card/swatches.styles.js';
import type { ArticleReaderPanel } from '../panel/article-reader-panel.js';
import { annotationsList } from './annotations-list.js';
import { styles } from './article-reader-places.styles.js';
import { contentsList } from './contents-list.js';

/** So many entries before where the reader is, and behind it, are drawn with the sheet. */
const FIRST = 100;
/** So many more on either side in one task at most: some 30 ms. */
const SLICE = 300;

/**
 * Where one is in the article and where one can go: by percent, by heading, back from a jump, to a
 * bookmark or a marked passage, to an entry of the contents. An entry, a passage or a bookmark closes the sheet; the rest leaves it
 * open.
 *
 * @summary The sheet of contents, bookmarks and places.
 * @fires reader-announce - `detail` is what a screen reader is told once the sheet is closed
 */
export class ArticleReaderPlaces extends PanelElement {
  static override styles = [controls, swatches, styles];

  static override properties = {
    opened: { state: true },
    asked: { state: true },
    status: { state: true },
    drawn: { state: true },
  };

  /** Whether it is open: else there is nothing to draw, sentence by sentence. */
  declare private opened: boolean;
  /** The percent that the slider was set to; null once reading has moved on from there. */
  declare private asked: number | null;
  /** What a screen reader is told while the sheet is open. */
  declare private status: string;

  /** How many entries are drawn before {@link #middle} and behind it. */
  declare private drawn: number;

  /** The offset of the article that was opened at. */
  #middle = 0;
  #contents: readonly ContentsEntry[] = [];
  /** All of them in order. */
  #listed: readonly ContentsEntry[] = [];
  #article: Article | null = null;
  /** Whether the place before the slider was moved is remembered already. */
  #left = false;
  /** Whether the position changes because of what was done here. */
  #moving = false;

  constructor() {
    super();
    this.opened = false;
    this.asked = null;
    this.status = '';
    this.drawn = 0;
  }

  protected override onReaderEvent(event: ReaderEvent | null): void {
    if (event?.type === 'reader-positionchange' && !this.#moving) this.asked = null;
    if (this.reader.playback.status === 'playing') this.status = '';
  }

  /** Opens the sheet, focus on the entry where the reader is. */
  async show(): Promise<void> {
    await this.reader.loadPlaces();
    this.opened = true;
    this.asked = null;
    this.status = '';
    this.#left = false;
    this.#middle = this.#here;
    this.drawn = FIRST;
    this.requestUpdate();
    await this.updateComplete;
    this.#panel.show();
    this.#find('[aria-current]')?.focus();
    void this.#drawRest();
  }

  /** What was not drawn with the sheet is drawn slice by slice, a frame between each. */
  async #drawRest(): Promise<void> {
    for (;;) {
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      const part = this.#find('nav [aria-current]') ?? this.#find('.entry');
      if (!part || this.drawn >= this.#listed.length) return;
      await this.#panel.hold(part, () => {
        this.drawn += Math.min(this.drawn, SLICE);
        return this.updateComplete;
      });
    }
  }

  /** The part of the article whose entries are drawn. */
  get #drawn(): Span {
    const entries = this.#listed;
    const at = (index: number) => entries[index]?.block.start;
    const middle = firstIndex(entries.length, (i) => at(i)! > this.#middle);
    return { start: at(middle - this.drawn) ?? 0, end: at(middle + this.drawn) ?? Infinity };
  }

  override render(): TemplateResult {
    const { allTerms: terms } = this;
    return html`
      <article-reader-panel
        heading=${terms.contents}
        .terms=${this.terms}
        exportparts="panel"
        @close=${() => (this.opened = false)}
      >
        ${
          this.opened
            ? html`${this.#goTo()} ${this.#bookmarks()} ${this.#marks()} ${this.#entries()}
                <div class="live" role="status">${this.status}</div>`
            : nothing
        }
      </article-reader-panel>
    `;
  }

  /** How many headings the article has; a title alone makes no contents. */
  get #headings(): number {
    return this.reader.article.blocks.filter(({ kind }) => kind === 'heading').length;
  }

  get #panel(): ArticleReaderPanel {
    return this.renderRoot.querySelector('article-reader-panel')!;
  }

  #find(selector: string): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(selector);
  }

  /** Where reading is, else what is seen. */
  get #here(): number {
    return this.reader.places?.here ?? 0;
  }

  /** Where the slider is: where it was set to, else where the reader is. */
  get #progress(): Progress & { readonly percent: number } {
    const { reader, asked } = this;
    if (asked !== null)
      return { ...reader.progressAt((asked / 100) * reader.article.text.length), percent: asked };
    const progress = reader.progressAt(this.#here);
    return { ...progress, percent: Math.round(progress.fraction * 100) };
  }

  /** How far, and the ways there. */
  #goTo(): TemplateResult {
    const { reader, allTerms: terms } = this;
    const format = formatFor(this.terms);
    const progress = this.#progress;
    const percent = format.percent(progress.percent);
    const canGoBack = reader.places?.canGoBack;
    const place = format.place(progress);
    const left = format.minutesLeft(progress.minutesLeft);
    return html`
      <section>
        <label class="name" for="percent">
          <span>${terms.placeInArticle}</span><output>${percent}</output>
        </label>
        <input
          id="percent"
          type="range"
          min="0"
          max="100"
          step="1"
          .value=${String(progress.percent)}
          aria-valuetext=${`${percent}. ${place}. ${left}`}
          @input=${(event: Event) => this.#ask(event)}
          @change=${(event: Event) => this.#move(event)}
          @keydown=${onSliderKey}
        />
        <p class="where"><span>${place}</span><span>${left}</span></p>
        <div class="steps" dir=${terms.dir}>
          ${
            this.#headings
              ? html`<button @click=${() => this.#step(() => reader.previous('heading'))}>
                    ${icon('forthFar', 'back')}<span>${terms.previousHeading}</span>
                  </button>
                  <button @click=${() => this.#step(() => reader.next('heading'))}>
                    <span>${terms.nextHeading}</span>${icon('forthFar', 'forth')}
                  </button>`
              : nothing
          }
          <button
            class="return"
            aria-disabled=${canGoBack ? nothing : 'true'}
            @click=${() => canGoBack && this.#step(() => reader.back())}
          >
            ${undoIcon}<span>${terms.back}</span>
          </button>
        </div>
      </section>
    `;
  }

  #bookmarks(): TemplateResult {
    const { reader, allTerms: terms } = this;
    const { text, blocks } = reader.article;
    const bookmarks = reader.places?.bookmarks ?? [];
    const format = formatFor(this.terms);
    return html`
      <section>
        <h3 id="bookmarks" tabindex="-1">${terms.bookmarks}</h3>
        ${
          bookmarks.length
            ? html`<ul aria-labelledby="bookmarks">
                ${bookmarks.map((offset) => {
                  const { end, lang } = blocks[indexAt(blocks, offset)]!;
                  const label = openingOf(text, offset, end);
                  return html`<li class="bookmark">
                    <button class="entry" @click=${() => this.#go(offset)}>
                      ${bookmarkIcon}<bdi class="opening" lang=${lang}>${label}</bdi>
                      <span class="percent"
                        >${format.percent(reader.progressAt(offset).fraction * 100)}</span
                      >
                    </button>
                    <button
                      class="remove"
                      aria-label=${`${terms.removeBookmark}: ${label}`}
                      title=${terms.removeBookmark}
                      @click=${(event: Event) => this.#remove(offset, event)}
                    >
                      ${closeIcon}
                    </button>
                  </li>`;
                })}
              </ul>`
            : nothing
        }
        <button class="set" @click=${() => void this.#toggleBookmark()}>
          ${bookmarkIcon}
          <span
            >${reader.places?.bookmarkIn() == null ? terms.addBookmark : terms.removeBookmark}</span
          >
        </button>
      </section>
    `;
  }

  #marks(): TemplateResult {
    return annotationsList({
      reader: this.reader,
      terms: this.allTerms,
      go: ({ start }) => this.#go(start),
      edit: (passage) => this.#edit(passage),
      remove: (passage, event) => void this.#unmark(passage, event),
    });
  }

  #entries(): TemplateResult {
    const { allTerms: terms } = this;
    const { article } = this.reader;
    if (article !== this.#article) {
      this.#article = article;
      this.#contents = contentsOf(article);
      this.#listed = listed(this.#contents);
    }
    const contents = this.#contents;
    const current = entryAt(contents, this.#here) ?? contents[0];
    return html`
      <section>
        <h3 id="entries">${this.#headings > 1 ? terms.headings : terms.paragraphs}</h3>
        <nav aria-labelledby="entries">
          ${contentsList(contents, this.#drawn, current, ({ block }) => this.#go(block.start))}
        </nav>
      </section>
    `;
  }

  /** The slider is being moved: that is shown, and reading stays until it is let go. */
  #ask(event: Event): void {
    this.asked = Number((event.target as HTMLInputElement).value);
  }

  #move(event: Event): void {
    this.#ask(event);
    const { reader } = this;
    const offset = (this.asked! / 100) * reader.article.text.length;
    this.#moving = true;
    if (this.#left) reader.seek(offset);
    else reader.goTo(offset);
    this.#moving = false;
    this.#left = true;
  }

  /** Moves, the sheet open, and says where to. */
  #step(move: () => void): void {
    this.asked = null;
    move();
    this.#say(this.#place);
  }

  /** Closes the sheet, focus where it was, and goes there. */
  #go(offset: number): void {
    this.#panel.close();
    this.reader.goTo(offset);
    this.announce(this.#place);
  }

  async #toggleBookmark(): Promise<void> {
    const told = await toggleBookmark(this.reader, this.allTerms);
    if (told) this.#say(told);
  }

  /** The button goes with its bookmark: focus moves to the next one, else to the list's name. */
  async #remove(offset: number, event: Event): Promise<void> {
    const index = indexOfRow(event);
    this.reader.places?.removeBookmark(offset);
    this.#say(this.allTerms.bookmarkRemoved);
    await this.#focusNear('.bookmark .remove', index, '#bookmarks');
  }

  /** Likewise. */
  async #unmark({ annotation }: PlacedAnnotation, event: Event): Promise<void> {
    const index = indexOfRow(event);
    this.reader.places?.annotations.remove(annotation.made);
    this.#say(this.allTerms.markRemoved);
    await this.#focusNear('.unmark', index, '#marks');
  }

  async #focusNear(buttons: string, index: number, name: string): Promise<void> {
    await this.updateComplete;
    const left = this.renderRoot.querySelectorAll<HTMLElement>(buttons);
    (left[index] ?? left[index - 1] ?? this.#find(name)!).focus();
  }

  /** Closes the sheet, and opens the card of the passage. */
  #edit(passage: PlacedAnnotation): void {
    this.#panel.close();
    const root = this.getRootNode() as ShadowRoot;
    void root.querySelector('article-reader-card')!.edit(passage);
  }

  get #place(): string {
    return formatFor(this.terms).place(this.reader.progress);
  }

  /** Says it to a screen reader; never over the voice that is reading. */
  #say(message: string): void {
    if (this.reader.playback.status !== 'playing') this.status = message;
  }
}

/** Which row of its list a button was in. */
function indexOfRow({ currentTarget }: Event): number {
  const row = (currentTarget as Element).closest('li')!;
  return [...row.parentElement!.children].indexOf(row);
}

declare global {
  interface HTMLElementTagNameMap {
    'article-reader-places': ArticleReaderPlaces;
  }
}
