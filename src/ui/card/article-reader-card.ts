// Long because it is one surface: what may be done with a word, and with a passage.
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { ANNOTATION_COLORS, type AnnotationColor, type Annotation } from '../../core/annotation.js';
import { indexAt, type Block, type Span } from '../../core/article.js';
import { openingOf } from '../../core/contents.js';
import { same } from '../../core/playback.js';
import { primaryLanguage } from '../../core/settings.js';
import { wordAt } from '../../core/words.js';
import type { ReaderEvent } from '../../reader/events.js';
import { controls } from '../internal/controls.styles.js';
import { icon } from '../internal/icons.js';
import { PanelElement } from '../internal/panel-element.js';
import {
  bookmarkIcon,
  closeIcon,
  copyIcon,
  linkIcon,
  lookUpIcon,
  noteIcon,
  removeIcon,
  slowIcon,
  volumeIcon,
} from '../internal/sheet-icons.js';
import { styles } from './article-reader-card.styles.js';
import { swatches } from './swatches.styles.js';
import { linkTo, lookUpAddress, quotationOf } from './quotation.js';

/** How much slower a sentence is repeated than the user listens. */
const SLOW = 0.6;

/** How long a selection has to stay as it is, in ms: a finger may still be moving its ends. */
const SETTLED = 400;

/** Between the card and the word, and the card and the window's edges; CSS pixels. */
const GAP = 8;

/** What the card is of. */
interface Subject {
  /** Null for a passage. */
  readonly word: Span | null;
  /** What is quoted, marked and noted: the selection, a marked passage, else the word's sentence. */
  readonly passage: Span;
}

/**
 * A small card beside a word that was clicked, or a passage that was selected: what may be done there. It
 * covers neither, and is not modal: the page goes on behind it. Focus goes into it and comes back; a
 * selection keeps it until the key is pressed.
 *
 * @summary The card of a word or a passage.
 * @fires reader-announce - `detail` is what a screen reader is told once the card is closed
 * @csspart card - the card
 */
export class ArticleReaderCard extends PanelElement {
  static override styles = [controls, swatches, styles];

  static override properties = {
    subject: { state: true },
    vowelled: { state: true },
    noting: { state: true },
    status: { state: true },
  };

  /** Null while it is closed. */
  declare private subject: Subject | null;
  /** The word with its vowels, once they are known. */
  declare private vowelled: string | null;
  /** Whether a note is being written. */
  declare private noting: boolean;
  /** What became of what was asked for. */
  declare private status: string;

  /** Ends what listens while it is open. */
  #open: AbortController | null = null;
  /** Where focus came from; null if it never came in. */
  #origin: HTMLElement | null = null;
  /** Whether what is read was asked for here: a word, a sentence slowly. */
  #saying = false;
  /** Whether the place of the reading changes because of what was done here. */
  #moving = false;
  #watching: AbortController | null = null;
  #settling: ReturnType<typeof setTimeout> | undefined;
  #isPointerDown = false;

  constructor() {
    super();
    this.subject = null;
    this.vowelled = null;
    this.noting = false;
    this.status = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#watch();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watching?.abort();
    clearTimeout(this.#settling);
    this.#close();
  }

  protected override onReaderEvent(event: ReaderEvent | null): void {
    if (!this.subject || this.#moving) return;
    const { status } = this.reader.playback;
    if (event?.type === 'reader-articlechange') this.#close();
    if (event?.type === 'reader-statechange') {
      if (status === 'idle' && this.#saying) this.#said();
      else if (status !== 'idle' && !this.#saying) this.#close();
      else if (status === 'failed' || status === 'paused') this.#said(false);
    }
    // Another word is read, or gone to.
    if (event?.type === 'reader-positionchange' && !this.#saying && this.subject.word)
      this.#close();
  }

  /** Of what is selected, else of the word where the reading is, else of the first that is seen. */
  async show(): Promise<void> {
    // The view draws one once it is defined.
    this.#view?.requestUpdate();
    await this.#view?.updateComplete;
    const elsewhere = this.#inView;
    if (elsewhere) return elsewhere.show();
    const { reader } = this;
    const places = await reader.loadPlaces();
    const selected = this.#selection;
    if (selected) return this.#show({ word: null, passage: selected }, true);
    const { sentence, word } = reader.position;
    const at = (word ?? sentence)?.start ?? places?.here ?? 0;
    this.#move(() => (sentence ? undefined : reader.goTo(at)));
    const now = reader.position;
    const passage = now.sentence;
    if (!passage) return;
    const from = now.word ?? wordAt(reader.article.text, at) ?? passage;
    const marked = places?.annotations.at(from);
    return this.#show({ word: from, passage: marked ?? passage }, true);
  }

  /** Of a passage that is marked, its note open. */
  async edit({ start, end }: Span): Promise<void> {
    this.#view?.requestUpdate();
    await this.#view?.updateComplete;
    const elsewhere = this.#inView;
    if (elsewhere) return elsewhere.edit({ start, end });
    this.#move(() => this.reader.goTo(start));
    await this.#show({ word: null, passage: { start, end } }, true);
    await this.#write();
  }

  protected override updated(changed: PropertyValues): void {
    const { card } = this;
    if (!card) return;
    if (card.showPopover && !card.matches(':popover-open')) card.showPopover();
    if (changed.size) this.#place();
  }

  override render(): TemplateResult | typeof nothing {
    const { subject, terms, allTerms, status, reader } = this;
    if (!subject) return nothing;
    const { word, passage } = subject;
    const { text } = reader.article;
    const block = this.#block;
    const label = word
      ? (this.vowelled ?? text.slice(word.start, word.end))
      : openingOf(text, passage.start, passage.end);
    return html`<div
      class=${`card ${word ? 'word' : 'passage'}`}
      part="card"
      popover="manual"
      role="dialog"
      aria-label=${word ? allTerms.word : allTerms.passage}
      lang=${terms.lang}
      dir=${terms.dir}
      @keydown=${this.#onKeydown}
    >
      <header>
        <h2 tabindex="-1"><bdi lang=${block.lang}>${label}</bdi></h2>
        <button aria-label=${allTerms.close} title=${allTerms.close} @click=${() => this.#leave()}>
          ${closeIcon}
        </button>
      </header>
      ${this.#actions(subject)} ${this.#marks(subject)}
      <p class="status" role="status">${status}</p>
    </div>`;
  }

  #actions({ word, passage }: Subject): TemplateResult {
    const { reader, allTerms: terms } = this;
    const { text } = reader.article;
    const template = word && (reader.settings.lookUp || attributeAround(this, 'look-up'));
    const address =
      template && lookUpAddress(template, text.slice(word.start, word.end), this.#block.lang);
    const hasBookmark = reader.places?.bookmarkIn(this.#sentence) != null;
    return html`<div class="actions">
      <button class="primary" @click=${() => this.#listen()}>
        ${icon('play')}<span>${word ? terms.listenHere : terms.listenPassage}</span>
      </button>
      ${
        word
          ? html`<button @click=${() => this.#say(word, 1)}>
                ${volumeIcon}<span>${terms.sayWord}</span>
              </button>
              <button @click=${() => this.#say(this.#sentence, SLOW)}>
                ${slowIcon}<span>${terms.saySlowly}</span>
              </button>`
          : nothing
      }
      <button @click=${() => this.#copy(quotationOf(reader, passage), terms.quoteCopied)}>
        ${copyIcon}<span>${terms.copyQuote}</span>
      </button>
      <button @click=${() => this.#share(passage)}>
        ${linkIcon}<span>${terms.linkToPassage}</span>
      </button>
      <button @click=${() => this.#toggleBookmark()}>
        ${bookmarkIcon}<span>${hasBookmark ? terms.removeBookmark : terms.addBookmark}</span>
      </button>
      ${
        address
          ? html`<a href=${address} target="_blank" rel="noopener noreferrer"
              >${lookUpIcon}<span>${terms.lookUp}</span></a
            >`
          : nothing
      }
    </div>`;
  }

  /** The colours, and the note. */
  #marks({ word }: Subject): TemplateResult {
    const { allTerms: terms, noting } = this;
    const annotation = this.#annotation;
    return html`<fieldset>
        <legend>${word && !annotation ? terms.markSentence : terms.markPassage}</legend>
        <div class="colors">
          ${ANNOTATION_COLORS.map(
            (color) =>
              html`<button
                aria-pressed=${annotation?.color === color}
                @click=${() => this.#mark(color)}
              >
                <span class=${`swatch ${color}`}></span><span>${terms.markColors[color]}</span>
              </button>`,
          )}
        </div>
      </fieldset>
      ${
        noting
          ? html`<label for="note">${terms.note}</label>
              <textarea
                id="note"
                dir="auto"
                .value=${annotation?.note ?? ''}
                @keydown=${this.#onNoteKey}
              ></textarea>
              <button class="primary" @click=${() => this.#saveNote()}>${terms.saveNote}</button>`
          : html`<div class="actions">
              <button class="note" @click=${() => this.#write()}>
                ${noteIcon}<span>${annotation?.note ? terms.editNote : terms.writeNote}</span>
              </button>
              ${
                annotation
                  ? html`<button @click=${() => this.#unmark()}>
                      ${removeIcon}<span>${terms.removeMark}</span>
                    </button>`
                  : nothing
              }
            </div>`
      }`;
  }

  get card(): HTMLElement | null {
    return this.renderRoot.querySelector('.card');
  }

  /** While the reading view is open, the one that is in it: this one is behind it. */
  get #inView(): ArticleReaderCard | null {
    const view = this.reader.hasView ? this.#view : null;
    return view?.shadowRoot!.querySelector('article-reader-card') ?? null;
  }

  get #view() {
    return (this.getRootNode() as ShadowRoot).querySelector('article-reader-view');
  }

  get #isCovered(): boolean {
    return this.#inView !== null;
  }

  get #hasFocus(): boolean {
    return !!this.shadowRoot!.activeElement;
  }

  get #selection(): Span | null {
    return this.reader.surface?.page.spanOfSelection(getSelection()) ?? null;
  }

  get #block(): Block {
    const { blocks } = this.reader.article;
    const { word, passage } = this.subject!;
    return blocks[indexAt(blocks, (word ?? passage).start)]!;
  }

  /** The sentence that the word is in, or that the passage begins in. */
  get #sentence(): Span {
    const { word, passage } = this.subject!;
    const { sentences } = this.#block;
    return sentences[indexAt(sentences, (word ?? passage).start)] ?? passage;
  }

  /** The mark that the passage has. */
  get #annotation(): Annotation | null {
    const passage = this.subject?.passage;
    const marked = passage && this.reader.places?.annotations.at(passage);
    return marked && same(marked, passage) ? marked.annotation : null;
  }

  async #show(subject: Subject, takesFocus: boolean): Promise<void> {
    this.#close();
    const { signal } = (this.#open = new AbortController());
    this.subject = subject;
    this.vowelled = null;
    this.noting = false;
    this.status = '';
    if (takesFocus) this.#origin = focusedElement();
    const options = { capture: true, passive: true, signal };
    document.addEventListener('pointerdown', (event) => this.#onOutside(event), options);
    document.addEventListener('scroll', () => this.#place(), options);
    this.getRootNode().addEventListener('scroll', () => this.#place(), options);
    addEventListener('resize', () => this.#place(), options);
    if (subject.word) void this.#vowel(subject.word);
    await this.updateComplete;
    if (takesFocus) this.renderRoot.querySelector('h2')?.focus({ preventScroll: true });
  }

  /** Closes it, and focus goes back to where it came from. */
  #leave(): void {
    const hadFocus = this.#hasFocus;
    const origin = this.#origin;
    this.#close();
    if (!hadFocus) return;
    const root = this.getRootNode() as ShadowRoot;
    const article = root.querySelector<HTMLElement>('.article');
    const bar = root.querySelector<HTMLElement>('article-reader-toolbar');
    const target = origin?.isConnected && origin !== document.body ? origin : (article ?? bar);
    target?.focus({ preventScroll: true });
  }

  #close(): void {
    if (!this.subject) return;
    this.#open?.abort();
    this.#origin = null;
    this.subject = null;
    if (!this.#saying) return;
    this.#saying = false;
    this.reader.pace = 1;
    this.reader.stop();
  }

  #onKeydown(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.#leave();
  }

  /** Keys write here; Ctrl and Enter keep what was written. */
  #onNoteKey(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void this.#saveNote();
  }

  #onOutside(event: Event): void {
    if (this.card && !event.composedPath().includes(this.card)) this.#close();
  }

  /** Hears of what is selected, until the element has left the page. */
  #watch(): void {
    const { signal } = (this.#watching = new AbortController());
    const options = { capture: true, passive: true, signal };
    document.addEventListener('selectionchange', () => this.#watchSelection(), { signal });
    document.addEventListener('pointerdown', () => (this.#isPointerDown = true), options);
    for (const type of ['pointerup', 'pointercancel'])
      document.addEventListener(
        type,
        () => {
          this.#isPointerDown = false;
          this.#watchSelection();
        },
        options,
      );
    // It may have been made while this was loaded.
    this.#watchSelection();
  }

  #watchSelection(): void {
    clearTimeout(this.#settling);
    if (!this.isConnected || this.#isPointerDown) return;
    this.#settling = setTimeout(() => this.#onSelection(), SETTLED);
  }

  async #onSelection(): Promise<void> {
    const { reader, subject } = this;
    if (!reader || this.#isCovered || this.#hasFocus) return;
    const { status } = reader.playback;
    if (status === 'playing' || status === 'loading') return;
    const passage = this.#selection;
    if (!passage) {
      if (subject && !subject.word) this.#close();
      return;
    }
    if (subject && !subject.word && same(subject.passage, passage)) return;
    await reader.loadPlaces();
    await this.#show({ word: null, passage }, false);
  }

  /** Under the word if there is room, else over it, and inside the window. */
  #place(): void {
    const { card, subject } = this;
    const surface = this.reader.surface;
    if (!card || !subject || !surface) return;
    const { word, passage } = subject;
    const range = surface.page.toRange(word ?? passage);
    const rects = [...range.getClientRects()].filter(({ width }) => width);
    const first = rects[0] ?? range.getBoundingClientRect();
    const last = rects.at(-1) ?? first;
    const { style } = card;
    style.maxBlockSize = 'none';
    const { clientWidth: width, clientHeight: height } = document.documentElement;
    const { offsetWidth, offsetHeight } = card;
    const below = height - last.bottom - 2 * GAP;
    const above = first.top - surface.inset.top - 2 * GAP;
    const isBelow = below >= offsetHeight || below >= above;
    const room = Math.max(0, isBelow ? below : above);
    const taken = Math.min(offsetHeight, Math.max(room, MINIMUM));
    const top = isBelow ? last.bottom + GAP : first.top - GAP - taken;
    const middle = (isBelow ? last : first).left + (isBelow ? last : first).width / 2;
    const left = Math.min(Math.max(GAP, middle - offsetWidth / 2), width - offsetWidth - GAP);
    style.maxBlockSize = `${taken}px`;
    style.top = `${Math.min(Math.max(GAP, top), height - taken - GAP)}px`;
    style.left = `${Math.max(GAP, left)}px`;
  }

  /** Vowels by the sentence that the word is in; as written where they cannot be had. */
  async #vowel(word: Span): Promise<void> {
    const { text } = this.reader.article;
    const { connection } = navigator as { connection?: { readonly saveData?: boolean } };
    if (primaryLanguage(this.#block.lang) !== 'ar' || connection?.saveData) return;
    const { start, end } = this.#sentence;
    try {
      const { diacritize } = await import('../../reader/shared-diacritizer.js');
      const spoken = await diacritize(text.slice(start, end), {});
      if (this.subject?.word !== word) return;
      this.vowelled = spoken.text.slice(
        spoken.toSpoken(word.start - start),
        spoken.toSpoken(word.end - start),
      );
    } catch {
      // Its files cannot be had.
    }
  }

  #move(move: () => void): void {
    this.#moving = true;
    move();
    this.#moving = false;
  }

  #listen(): void {
    const { word, passage } = this.subject!;
    const range = this.reader.surface!.page.toRange(passage);
    this.#leave();
    this.reader.play(word ? word.start : range);
  }

  /** Says so much and no more, and the card stays. */
  #say(span: Span, pace: number): void {
    const { reader } = this;
    this.#saying = true;
    reader.pace = pace;
    this.status = '';
    reader.play(reader.surface!.page.toRange(span));
  }

  /** @param isOver whether all of it was said: else something else became of it */
  #said(isOver = true): void {
    const { word } = this.subject!;
    this.#saying = false;
    this.reader.pace = 1;
    // Reading to the end of a selection leaves no place.
    if (isOver && word) this.#move(() => this.reader.seek(word.start));
  }

  async #copy(text: string, told: string): Promise<void> {
    const { allTerms: terms } = this;
    try {
      await navigator.clipboard.writeText(text);
      this.status = told;
    } catch {
      // The browser asks first, or the page is not secure.
      this.status = terms.copyFailed;
    }
  }

  /** By the device's own sheet where it is held in the hand, else onto the clipboard. */
  async #share(passage: Span): Promise<void> {
    const url = linkTo(this.reader, passage);
    if (!('share' in navigator) || !matchMedia('(pointer:coarse)').matches)
      return this.#copy(url, this.allTerms.linkCopied);
    // Who closes the sheet has changed their mind.
    await navigator.share({ url }).catch(() => {});
  }

  #toggleBookmark(): void {
    const { allTerms: terms } = this;
    const isSet = this.reader.places?.toggleBookmark(this.#sentence);
    this.status = isSet ? terms.bookmarkAdded : terms.bookmarkRemoved;
  }

  /** Marks the passage, or gives its mark another colour. */
  #mark(color: AnnotationColor): void {
    const annotations = this.reader.places?.annotations;
    const before = this.#annotation;
    if (before) annotations?.update(before.made, { color });
    else annotations?.add(this.subject!.passage, color);
    this.status = this.allTerms.passageMarked;
    // What was selected is seen as it is marked.
    getSelection()?.removeAllRanges();
    this.requestUpdate();
  }

  async #unmark(): Promise<void> {
    const { made } = this.#annotation!;
    this.reader.places?.annotations.remove(made);
    this.status = this.allTerms.markRemoved;
    this.requestUpdate();
    await this.updateComplete;
    // The button goes with its mark.
    this.renderRoot.querySelector<HTMLElement>('.note')?.focus();
  }

  async #write(): Promise<void> {
    this.noting = true;
    this.status = '';
    await this.updateComplete;
    this.renderRoot.querySelector('textarea')?.focus();
  }

  async #saveNote(): Promise<void> {
    const note = this.renderRoot.querySelector('textarea')!.value.trim();
    const annotations = this.reader.places?.annotations;
    const { made } = this.#annotation ??
      annotations?.add(this.subject!.passage, 'yellow') ?? { made: 0 };
    annotations?.update(made, { note });
    this.noting = false;
    this.status = this.allTerms.noteSaved;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.note')?.focus();
  }
}

/** However little room there is; CSS pixels. */
const MINIMUM = 160;

/** An attribute of an element, or of what is nearest round it, out of shadow trees too. */
function attributeAround(element: Element, name: string): string | null {
  const around = element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host;
  return element.getAttribute(name) ?? (around ? attributeAround(around, name) : null);
}

/** What has focus, through shadow roots. */
function focusedElement(): HTMLElement | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at as HTMLElement | null;
}

declare global {
  interface HTMLElementTagNameMap {
    'article-reader-card': ArticleReaderCard;
  }
}
