/** One sentence at a time in the reading view: how one turns to another, and what is told of it. */
import { html, nothing, type TemplateResult } from 'lit';
import { indexAt } from '../../core/article.js';
import { formatFor } from '../i18n/format.js';
import { panelTermsFor } from '../i18n/panel-terms.js';
import { icon } from '../internal/icons.js';
import type { ReaderElement } from '../internal/reader-element.js';
import { sentenceIcon } from '../internal/sheet-icons.js';
import { hasModifier } from '../internal/shortcuts.js';

/** How far a finger goes sideways that turns to another sentence, in CSS pixels. */
const SWIPE = 48;

/** Turns to the sentence before, or to the one after. */
type Turn = (command: 'previousSentence' | 'nextSentence') => void;

export class OneSentence {
  readonly #view: ReaderElement;
  readonly #turn: Turn;
  /** Where the sentence begins that was told last. */
  #told: number | null = null;
  /** Where a finger came down. */
  #from: { readonly x: number; readonly y: number } | null = null;

  constructor(view: ReaderElement, turn: Turn) {
    this.#view = view;
    this.#turn = turn;
  }

  get isOn(): boolean {
    return this.#view.reader.settings.oneSentence;
  }

  /** Switches it on and off. */
  renderSwitch(): TemplateResult {
    const label = panelTermsFor(this.#view.terms).oneSentence;
    return html`<button
      class="sentence"
      aria-label=${label}
      title=${label}
      aria-pressed=${this.isOn}
      @click=${() => this.#view.reader.update({ oneSentence: !this.isOn })}
    >
      ${sentenceIcon}
    </button>`;
  }

  /** Below the sentence: to the one before, which one it is of its paragraph, to the one after. */
  renderTurns(): TemplateResult | typeof nothing {
    if (!this.isOn) return nothing;
    const { terms } = this.#view;
    const turn = (command: Parameters<Turn>[0], way: string) =>
      html`<button
        aria-label=${terms[command]}
        title=${terms[command]}
        @click=${() => this.#turn(command)}
      >
        ${icon('forth', way)}
      </button>`;
    return html`<div class="turns" dir=${this.#isRtl ? 'rtl' : 'ltr'}>
      ${turn('previousSentence', 'back')}
      <span dir="auto">${this.#place}</span>
      ${turn('nextSentence', 'forth')}
    </div>`;
  }

  /** Which sentence of the paragraph is shown, in words. */
  get #place(): string {
    const { reader, terms } = this.#view;
    const { blocks } = reader.article;
    const at = reader.position.sentence?.start ?? reader.viewPlace ?? 0;
    const { sentences = [] } = blocks[indexAt(blocks, at)] ?? {};
    const { number } = formatFor(terms);
    return panelTermsFor(terms).sentencePlace(
      number(indexAt(sentences, at) + 1),
      number(sentences.length),
    );
  }

  /** Whoever turns is told which sentence came and what it says; the element is silent while a voice reads. */
  tell(): void {
    const { reader } = this.#view;
    const before = this.#told;
    this.#told = null;
    if (!this.isOn || !reader.hasView) return;
    const { sentence } = reader.position;
    // One turns from a place.
    if (!sentence) return reader.seek(reader.viewPlace!);
    this.#told = sentence.start;
    if (before === null || before === sentence.start) return;
    const detail = `${this.#place}: ${reader.article.text.slice(sentence.start, sentence.end)}`;
    this.#view.dispatchEvent(new CustomEvent('reader-announce', { detail, bubbles: true }));
  }

  /**
   * By arrows along the text, and by pages.
   *
   * @returns whether the key was for that
   */
  takeKey(event: KeyboardEvent): boolean {
    const left = this.#isRtl ? 1 : -1;
    const way = { ArrowLeft: left, ArrowRight: -left, PageDown: 1, PageUp: -1 }[event.key];
    if (!this.isOn || !way || hasModifier(event)) return false;
    event.preventDefault();
    this.#turn(way > 0 ? 'nextSentence' : 'previousSentence');
    return true;
  }

  /** As a page is turned: from right to left, the next one comes from the left. */
  takeSwipes(scroller: HTMLElement, signal: AbortSignal): void {
    const options = { signal };
    scroller.addEventListener(
      'pointerdown',
      ({ clientX: x, clientY: y, isPrimary, pointerType }) => {
        this.#from = this.isOn && isPrimary && pointerType === 'touch' ? { x, y } : null;
      },
      options,
    );
    scroller.addEventListener('pointercancel', () => (this.#from = null), options);
    scroller.addEventListener(
      'pointerup',
      ({ clientX, clientY }) => {
        if (!this.#from) return;
        const [x, y] = [clientX - this.#from.x, clientY - this.#from.y];
        this.#from = null;
        if (Math.abs(x) < SWIPE || Math.abs(x) < 2 * Math.abs(y)) return;
        this.#turn(x > 0 === this.#isRtl ? 'nextSentence' : 'previousSentence');
      },
      options,
    );
  }

  get #isRtl(): boolean {
    return this.#view.renderRoot.querySelector<HTMLElement>('.text')?.dir !== 'ltr';
  }
}
