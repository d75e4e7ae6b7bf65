import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { afterPaint } from '../../reader/after-paint.js';
import type { Command } from '../../core/commands.js';
import type { Reader } from '../../reader/reader.js';
import { icon, type IconName } from '../internal/icons.js';
import { ReaderController } from '../internal/reader-controller.js';
import { ariaKeyOf } from '../internal/shortcuts.js';
import { controls } from '../internal/styles.js';
import { formatFor, type Terms } from '../i18n/terms.js';

/**
 * The bar that stays in reach: one tab stop, arrow keys inside it that follow the direction of the
 * text, Home and End (WAI-ARIA Authoring Practices, Toolbar). What does not fit a narrow bar folds
 * behind "more"; nothing is clipped.
 *
 * @summary Listen, steer, size and settings in one bar.
 * @fires reader-command - `detail` is the {@link Command}, `settings` or `rate` that was asked for.
 */
export class ArticleReaderToolbar extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      /* Not the host: it is there before the article is read, and styles that ask for the width of a
         box make the browser lay the page out when the first of them is read. */
      .room {
        container-type: inline-size;
      }
      .bar {
        position: relative;
        display: flex;
        align-items: center;
        padding: 6px;
        background: var(--_paper);
        color: var(--_ink);
        border: 1px solid var(--_line);
        border-radius: 16px;
        box-shadow: 0 2px 12px rgb(0 0 0 / 8%);
        font: 500 16px/1.4 var(--_ui-font);
      }
      .group {
        display: contents;
      }
      .group::before {
        content: '';
        inline-size: 1px;
        block-size: 28px;
        margin-inline: 4px;
        background: var(--_line);
      }
      /* Nothing in the bar is bold: a page that has no bold text need not load a face for it. */
      .listen {
        min-inline-size: 116px;
        font-weight: inherit;
      }
      .place {
        flex: 1;
        padding-inline: 8px;
        font-size: 14px;
        line-height: 1.35;
        color: var(--_muted);
        font-variant-numeric: tabular-nums;
      }
      .place span {
        display: block;
      }
      .value {
        font-variant-numeric: tabular-nums;
        min-inline-size: 56px;
      }
      /* As heavy as the icons' strokes. */
      .letter {
        font-size: 22px;
        line-height: 1;
        -webkit-text-stroke: 0.6px;
      }
      .letter::before {
        content: attr(data-letter);
      }
      .smaller .letter {
        font-size: 16px;
      }
      .more {
        display: none;
      }
      .progress {
        position: absolute;
        inset-inline: 15px;
        inset-block-end: -1px;
        block-size: 3px;
        overflow: hidden;
        border-radius: 3px;
      }
      .progress i {
        display: block;
        block-size: 100%;
        background: var(--_accent);
        transform-origin: left;
      }
      .progress i:dir(rtl) {
        transform-origin: right;
      }
      /* Narrower: what is needed least folds first, and comes back in rows of its own. */
      @container (max-width: 899px) {
        .more {
          display: inline-flex;
        }
        .bar:not(.open) :is(.rare, .place span + span) {
          display: none;
        }
        /* What room is left comes before all else: "more" stays where it is when it is pressed. */
        .listen {
          margin-inline-end: auto;
        }
        .open {
          flex-wrap: wrap;
        }
        /* A row, but for the three buttons that come after it. */
        .open .place {
          order: 1;
          flex: 1 0 calc(100% - 3 * 44px);
          display: flex;
          flex-wrap: wrap;
          gap: 0 16px;
        }
        .open .rare {
          order: 2;
        }
      }
      @container (min-width: 640px) and (max-width: 739px) {
        .bar:not(.open) .place {
          display: none;
        }
      }
      @container (max-width: 639px) {
        .group::before,
        .bar:not(.open) .often {
          display: none;
        }
        .open .place {
          flex-basis: 100%;
          padding-block-start: 6px;
        }
        .open :is(.often, .rare) {
          order: 2;
          flex: 1;
          min-inline-size: 44px;
        }
      }
      @container (max-width: 499px) {
        .bar {
          justify-content: space-between;
        }
        .listen {
          margin-inline-end: 0;
        }
        .bar:not(.open) .place {
          display: none;
        }
      }
      /* Two rows of four. */
      @container (max-width: 379px) {
        .open :is(.often, .rare) {
          flex: 1 0 22%;
        }
      }
      @container (max-width: 419px) {
        .listen {
          min-inline-size: 64px;
          padding-inline: 8px;
        }
        .listen span {
          display: none;
        }
      }
      /* Very narrow: listen, size, and the rest behind "more". */
      @container (max-width: 295px) {
        .listen {
          flex: 1;
          margin-inline-end: 4px;
        }
        .bar:not(.open) .step {
          display: none;
        }
        .open :is(.step, .often, .rare) {
          order: 2;
          flex: 1 0 18%;
        }
      }
      @media (forced-colors: active) {
        .progress i {
          background: Highlight;
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
    open: { state: true },
    painted: { state: true },
  };

  /** What is steered. */
  declare reader: Reader;
  /** The interface's words. */
  declare terms: Terms;
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
    this.open = this.painted = false;
    new ReaderController(this);
  }

  override render(): TemplateResult {
    const { reader, terms } = this;
    const { status } = reader.playback;
    const format = this.painted ? formatFor(terms) : null;
    const progress = this.painted ? reader.progress : null;
    const rate = format?.number(reader.settings.rate) ?? '';
    const reading = status === 'playing' || status === 'loading';
    const label = reading
      ? status === 'loading'
        ? terms.loading
        : terms.pause
      : status === 'paused'
        ? terms.resume
        : terms.listen;
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
            ${icon(reading ? 'pause' : 'play')}<span>${label}</span>
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

  override firstUpdated(): void {
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
