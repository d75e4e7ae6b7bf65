import { html, nothing, type TemplateResult } from 'lit';
import type { Command } from '../../core/commands.js';
import { afterPaint } from '../../reader/after-paint.js';
import { formatFor } from '../i18n/format.js';
import type { Terms } from '../i18n/terms.js';
import { controls } from '../internal/controls.styles.js';
import { icon } from '../internal/icons.js';
import { ReaderElement } from '../internal/reader-element.js';
import { ariaKeyOf, hasModifier } from '../internal/shortcuts.js';
import { styles } from './article-reader-toolbar.styles.js';

/** What its buttons and clicks into the text ask for; two of them have no key. */
export type ToolbarCommand = Command | 'rate' | 'passage';

type Scrubber = typeof import('../scrubber/scrubber.js');

/** The buttons that have nothing but their term to be called by. */
type ButtonCommand = Exclude<ToolbarCommand & keyof Terms, 'toggle' | 'rate'> | 'more';

/**
 * The bar that stays in reach: one tab stop, arrow keys inside it that follow the direction of the
 * text, Home and End (WAI-ARIA Authoring Practices, Toolbar). What does not fit a narrow bar folds
 * behind "more"; nothing is clipped.
 *
 * @tagname article-reader-toolbar
 * @summary Listen, steer, size and settings in one bar.
 * @fires {CustomEvent<ToolbarCommand>} reader-command - `detail` is what was asked for
 * @csspart toolbar - the bar
 * @csspart listen - its main button
 * @csspart place - which paragraph it is, and what is left
 * @csspart progress - how much lies behind, as a line
 */
export class ArticleReaderToolbar extends ReaderElement {
  static override styles = [controls, styles];

  static override properties = {
    open: { state: true },
    painted: { state: true },
    drawScrubber: { state: true },
  };

  /** Whether what a narrow bar folds away is shown. */
  declare private open: boolean;
  /**
   * Whether the page has been painted with the bar on it. Numbers wait for that, and what has to be
   * read for them: the browser's first formatter takes as long as all else that a page pays for the
   * reader.
   */
  declare private painted: boolean;
  /** Draws the slider, once that has been loaded. */
  declare private drawScrubber?: ReturnType<Scrubber['join']>;
  #scrubber: Promise<Scrubber> | undefined;

  constructor() {
    super();
    this.open = false;
    this.painted = false;
  }

  protected override firstUpdated(): void {
    this.#makeTabStop(this.renderRoot.querySelector('button')!);
    afterPaint(() => {
      this.painted = true;
      // A bar that grows narrow may fold its tab stop away.
      new ResizeObserver(() => {
        const buttons = this.#buttons;
        if (buttons[0] && !buttons.some(({ tabIndex }) => tabIndex === 0))
          this.#makeTabStop(buttons[0]);
      }).observe(this);
    });
  }

  protected override updated(): void {
    if (this.reader.playback.status !== 'idle') void this.#loadScrubber();
  }

  /** Focuses the button that Tab comes to. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('[tabindex="0"]')?.focus(options);
  }

  override render(): TemplateResult {
    const { reader, terms } = this;
    const { status } = reader.playback;
    const format = this.painted ? formatFor(terms) : null;
    const progress = this.painted && reader.progress.paragraphs ? reader.progress : null;
    const { textSize } = reader.settings;
    const rate = format?.number(reader.settings.rate) ?? '';
    return html`
      <div class="room">
        <div
          class="bar ${this.open ? 'open' : 'folded'}"
          part="toolbar"
          lang=${terms.lang}
          dir=${terms.dir}
          @pointerover=${this.#loadScrubber}
          @pointerup=${this.#loadScrubber}
        >
          <div
            class="row"
            role="toolbar"
            aria-label=${terms.toolbar}
            @keydown=${this.#onKeydown}
            @focusin=${this.#onFocusin}
            @click=${this.#onClick}
          >
            <button
              class="primary listen ${status}"
              part="listen"
              data-command="toggle"
              aria-label=${this.#listenLabel}
              aria-keyshortcuts=${this.#keys('toggle')}
            >
              ${icon(status === 'loading' ? 'wait' : status === 'playing' ? 'pause' : 'play')}<span
                >${this.#listenLabel}</span
              >
            </button>
            ${this.#button('stop', 'far', icon('stop'), status === 'idle')}
            <button
              class="value often"
              data-command="rate"
              title=${terms.rate}
              aria-label=${`${terms.rate}: ×${rate}`}
            >
              <span aria-hidden="true">×${rate}</span>
            </button>
            <div class="group">
              ${this.#button('previousParagraph', 'far', icon('forthFar', 'back'))}
              ${this.#button('previousSentence', 'step', icon('forth', 'back'))}
              ${this.#button('nextSentence', 'step', icon('forth', 'forth'))}
              ${this.#button('nextParagraph', 'far', icon('forthFar', 'forth'))}
              ${this.#button('contents', 'rare', icon('contents', 'forth'))}
            </div>
            <div class="group">
              ${this.#button('smaller', 'size smaller', this.#letter('−'), textSize <= 50)}
              ${this.#button('larger', 'size', this.#letter('+'), textSize >= 500)}
              ${this.#button('view', 'often', icon('view'))}
              ${this.#button('settings', 'often', icon('settings'))}
              ${this.#button('help', 'rare', icon('help'))}
              ${this.#button('more', 'more', icon('more'))}
            </div>
          </div>
          <div class="foot">
            <div class="place" part="place">
              <!-- The reading view tells which one is seen. -->
              <span>${progress && !reader.hasView ? format?.place(progress) : ''}</span>
              <span>${progress && format?.minutesLeft(progress.minutesLeft)}</span>
            </div>
            <div class="progress" part="progress" aria-hidden="true">
              <i .style=${`inline-size:${(progress?.fraction ?? 0) * 100}%`}></i>
            </div>
            ${this.drawScrubber?.(reader, terms)}
          </div>
        </div>
      </div>
    `;
  }

  /** What the main button does now. */
  get #listenLabel(): string {
    const { reader, terms } = this;
    const { status } = reader.playback;
    if (status === 'loading')
      return reader.voiceProgress
        ? terms.downloading(formatFor(terms).percent(reader.voiceProgress * 10))
        : terms.loading;
    if (status === 'playing') return terms.pause;
    return status === 'paused' ? terms.resume : terms.listen;
  }

  /** A button that is called by its term, as what its command does. */
  #button(
    command: ButtonCommand,
    classes: string,
    content: TemplateResult,
    disabled = false,
  ): TemplateResult {
    const label = this.terms[command];
    return html`<button
      class=${classes}
      data-command=${command}
      aria-label=${label}
      title=${label}
      aria-disabled=${disabled ? 'true' : nothing}
      aria-pressed=${command === 'view' ? this.reader.hasView : nothing}
      aria-expanded=${command === 'more' ? this.open : nothing}
      aria-keyshortcuts=${command === 'more' ? nothing : this.#keys(command)}
    >
      ${content}
    </button>`;
  }

  /** The letter that text sizes are drawn with, and a sign: drawn by a style sheet, and not read out. */
  #letter(sign: string): TemplateResult {
    return html`<span class="letter" data-letter=${this.terms.letter + sign}></span>`;
  }

  #keys(command: Command): string | typeof nothing {
    const { shortcuts, keys } = this.reader.settings;
    return shortcuts ? ariaKeyOf(command, keys) : nothing;
  }

  /**
   * Makes a slider of the line, and a player of the bar: who comes near, or listens, may want it.
   *
   * @param event what came near; the first touch of the line moves, too
   */
  #loadScrubber(event?: Event): Promise<unknown> {
    this.#scrubber ??= import('../scrubber/scrubber.js').then((scrubber) => {
      this.drawScrubber = scrubber.join(this);
      return scrubber;
    });
    return this.#scrubber.then(
      (scrubber) => scrubber.press(this, event),
      // The line is a line.
      () => {},
    );
  }

  /** The buttons that can be seen, in order. */
  get #buttons(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll('button')].filter(
      (button) => button.offsetParent !== null,
    );
  }

  #makeTabStop(stop: HTMLElement): void {
    for (const button of this.renderRoot.querySelectorAll('button'))
      button.tabIndex = button === stop ? 0 : -1;
  }

  #onFocusin(event: FocusEvent): void {
    this.#makeTabStop(event.target as HTMLElement);
    void this.#loadScrubber();
  }

  #onKeydown(event: KeyboardEvent): void {
    const buttons = this.#buttons;
    const at = buttons.indexOf(event.target as HTMLElement);
    const left = this.terms.dir === 'rtl' ? 1 : -1;
    const to = { ArrowLeft: at + left, ArrowRight: at - left, Home: 0, End: -1 }[event.key];
    if (to === undefined || hasModifier(event)) return;
    event.preventDefault();
    // Round: before the first comes the last.
    buttons.at(to % buttons.length)?.focus();
  }

  #onClick(event: Event): void {
    const button = (event.target as Element).closest('button');
    const command = button?.dataset['command'];
    if (!command || button.getAttribute('aria-disabled')) return;
    if (command === 'more') {
      // It has the rows.
      void this.#loadScrubber().then(() => (this.open = !this.open));
      // Folding may hide the tab stop; this button stays.
      this.#makeTabStop(button);
    } else this.dispatchEvent(new CustomEvent('reader-command', { detail: command }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'article-reader-toolbar': ArticleReaderToolbar;
  }
}
