import { html, nothing, type TemplateResult } from 'lit';
import type { Command } from '../../core/commands.js';
import { afterPaint } from '../../reader/after-paint.js';
import { formatFor } from '../i18n/format.js';
import type { Terms } from '../i18n/terms.js';
import { controls } from '../internal/controls.styles.js';
import { icon, type IconName } from '../internal/icons.js';
import { ReaderElement } from '../internal/reader-element.js';
import { ariaKeyOf } from '../internal/shortcuts.js';
import { styles } from './article-reader-toolbar.styles.js';

/** What its buttons ask for; two of them have no key. */
export type ToolbarCommand = Command | 'settings' | 'rate';

/**
 * The bar that stays in reach: one tab stop, arrow keys inside it that follow the direction of the
 * text, Home and End (WAI-ARIA Authoring Practices, Toolbar). What does not fit a narrow bar folds
 * behind "more"; nothing is clipped.
 *
 * @summary Listen, steer, size and settings in one bar.
 * @fires reader-command - `detail` is the {@link ToolbarCommand} that was asked for
 * @csspart toolbar - the bar
 * @csspart listen - its main button
 * @csspart place - what is left, and which paragraph it is
 * @csspart progress - how much lies behind, as a line
 */
export class ArticleReaderToolbar extends ReaderElement {
  static override styles = [controls, styles];

  static override properties = {
    open: { state: true },
    painted: { state: true },
  };

  /** Whether what a narrow bar folds away is shown. */
  declare private open: boolean;
  /**
   * Whether the page has been painted with the bar on it. Numbers wait for that, and what has to be
   * read for them: the browser's first formatter takes as long as all else that a page pays for the
   * reader.
   */
  declare private painted: boolean;

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

  /** Focuses the button that Tab comes to. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('[tabindex="0"]')?.focus(options);
  }

  override render(): TemplateResult {
    const { reader, terms } = this;
    const { status } = reader.playback;
    const format = this.painted ? formatFor(terms) : null;
    const progress = this.painted ? reader.progress : null;
    const rate = format?.number(reader.settings.rate) ?? '';
    const reading = status === 'playing' || status === 'loading';
    return html`
      <div class="room">
        <div
          class=${`bar${this.open ? ' open' : ''}`}
          part="toolbar"
          role="toolbar"
          lang=${terms.lang}
          dir=${terms.dir}
          aria-label=${terms.toolbar}
          @keydown=${this.#onKeydown}
          @focusin=${this.#onFocusin}
          @click=${this.#onClick}
        >
          <button
            class="primary listen"
            part="listen"
            data-command="toggle"
            aria-keyshortcuts=${this.#keys('toggle')}
          >
            ${icon(reading ? 'pause' : 'play')}<span>${this.#listenLabel}</span>
          </button>
          <div class="place" part="place">
            <span
              >${progress?.paragraphs ? format?.minutesLeft(progress.minutesLeft) : nothing}</span
            >
            ${
              // The reading view tells which one is seen.
              progress?.paragraphs && !reader.hasView
                ? html`<span>${format?.place(progress.paragraph, progress.paragraphs)}</span>`
                : nothing
            }
          </div>
          <div class="group">
            ${this.#button('previousParagraph', 'forthFar', 'often', 'back')}
            ${this.#button('previousSentence', 'forth', 'step', 'back')}
            ${this.#button('nextSentence', 'forth', 'step', 'forth')}
            ${this.#button('nextParagraph', 'forthFar', 'often', 'forth')}
            ${this.#button('stop', 'stop', 'rare', '', status === 'idle')}
          </div>
          <div class="group">
            <button
              class="value often"
              data-command="rate"
              title=${terms.rate}
              aria-label=${`${terms.rate}: ${rate}`}
            >
              <span aria-hidden="true">×${rate}</span>
            </button>
          </div>
          <div class="group">
            ${this.#sizeButton('smaller', '−', reader.settings.textSize <= 50)}
            ${this.#sizeButton('larger', '+', reader.settings.textSize >= 500)}
          </div>
          <div class="group">
            ${this.#button('contents', 'contents', 'rare', 'forth')}
            ${this.#button('view', 'view', 'often')}
            ${this.#button('settings', 'settings', 'often')} ${this.#button('help', 'help', 'rare')}
            <button
              class="more"
              data-command="more"
              aria-label=${terms.more}
              title=${terms.more}
              aria-expanded=${this.open}
            >
              ${icon('more')}
            </button>
          </div>
          <div class="progress" part="progress" aria-hidden="true">
            <i .style=${`transform:scaleX(${progress?.fraction ?? 0})`}></i>
          </div>
        </div>
      </div>
    `;
  }

  /** What the main button does now. */
  get #listenLabel(): string {
    const { reader, terms } = this;
    switch (reader.playback.status) {
      case 'loading':
        return terms.loading;
      case 'playing':
        return terms.pause;
      case 'paused':
        return terms.resume;
      default:
        return terms.listen;
    }
  }

  #button(
    command: Exclude<Command & keyof Terms, 'toggle'> | 'settings',
    name: IconName,
    classes = '',
    direction = '',
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
      aria-keyshortcuts=${command === 'settings' ? nothing : this.#keys(command)}
    >
      ${icon(name, direction)}
    </button>`;
  }

  #sizeButton(command: 'smaller' | 'larger', sign: string, disabled: boolean): TemplateResult {
    const { terms } = this;
    return html`<button
      class=${command}
      data-command=${command}
      aria-label=${terms[command]}
      title=${terms[command]}
      aria-disabled=${disabled ? 'true' : nothing}
      aria-keyshortcuts=${this.#keys(command)}
    >
      <span class="letter" data-letter=${terms.letter + sign}></span>
    </button>`;
  }

  #keys(command: Command): string | typeof nothing {
    const { shortcuts, keys } = this.reader.settings;
    return shortcuts ? ariaKeyOf(command, keys) : nothing;
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
  }

  #onKeydown(event: KeyboardEvent): void {
    const buttons = this.#buttons;
    const forward = this.terms.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const backward = this.terms.dir === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
    const at = buttons.indexOf(event.target as HTMLElement);
    const to = {
      [forward]: (at + 1) % buttons.length,
      [backward]: (at - 1 + buttons.length) % buttons.length,
      Home: 0,
      End: buttons.length - 1,
    }[event.key];
    if (to === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    buttons[to]?.focus();
  }

  #onClick(event: Event): void {
    const button = (event.target as Element).closest('button');
    const command = button?.dataset['command'];
    if (!command || button.ariaDisabled === 'true') return;
    if (command === 'more') {
      this.open = !this.open;
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
