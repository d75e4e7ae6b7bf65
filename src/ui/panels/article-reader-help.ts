import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { COMMANDS, type Command } from '../../core/commands.js';
import type { Reader } from '../../reader/reader.js';
import { resetIcon } from './icons.js';
import { ReaderController } from '../internal/reader-controller.js';
import type { ArticleReaderPanel } from './article-reader-panel.js';
import { commandFor, keyFrom, keyOf } from '../internal/shortcuts.js';
import { controls } from '../internal/styles.js';
import { panelTermsFor } from '../i18n/panel-terms.js';
import type { PanelTerms, Terms } from '../i18n/terms.js';

/**
 * Lists the keyboard shortcuts. Each can be changed: its key is a button that waits for the next
 * key press. All can be switched off (WCAG 2.1.4).
 *
 * @summary The help sheet.
 */
export class ArticleReaderHelp extends LitElement {
  static override styles = [
    controls,
    css`
      p {
        margin: 0 0 12px;
      }
      .switch {
        display: flex;
        align-items: center;
        gap: 12px;
        min-block-size: 44px;
        font-weight: 600;
        cursor: pointer;
      }
      .switch input {
        inline-size: 24px;
        block-size: 24px;
        margin: 0;
        accent-color: var(--_accent);
      }
      ul {
        list-style: none;
        margin: 0 0 12px;
        padding: 0;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        column-gap: 12px;
        padding-block: 4px;
        border-block-start: 1px solid var(--_line);
      }
      .name {
        flex: 1;
      }
      .key {
        border: 1px solid var(--_muted);
        border-block-end-width: 3px;
        font-weight: 600;
      }
      .key.waiting {
        border-color: var(--_accent);
        color: var(--_accent);
      }
      .key:disabled {
        cursor: default;
        border-style: dashed;
        color: var(--_muted);
      }
      .reset {
        color: var(--_muted);
      }
      [role='status']:not(.live) {
        flex: 1 0 100%;
        margin: 4px 0 8px;
        padding-inline-start: 12px;
        border-inline-start: 4px solid var(--_accent);
      }
      .all {
        inline-size: 100%;
        margin-block-end: 12px;
        border: 1px solid var(--_muted);
      }
    `,
  ];

  static override properties = {
    reader: { attribute: false },
    terms: { attribute: false },
    waiting: { state: true },
    refusal: { state: true },
  };

  /** Whose keys they are. */
  declare reader: Reader;
  /** The interface's words. */
  declare terms: Terms;
  /** The command whose new key is awaited. */
  declare private waiting: Command | null;
  /** Why the key that was pressed cannot be had. */
  declare private refusal: string;

  constructor() {
    super();
    this.waiting = null;
    this.refusal = '';
    new ReaderController(this);
  }

  /** Opens the help. */
  async show(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<ArticleReaderPanel>('article-reader-panel')!.show();
  }

  override render(): TemplateResult {
    const { reader, words: terms } = this;
    const { shortcuts, keys } = reader.settings;
    return html`
      <article-reader-panel
        heading=${terms.keyboardShortcuts}
        .terms=${this.terms}
        exportparts="panel"
      >
        <p>${terms.shortcutsHint}</p>
        <label class="switch">
          <input
            type="checkbox"
            .checked=${shortcuts}
            @change=${(event: Event) =>
              reader.update({ shortcuts: (event.target as HTMLInputElement).checked })}
          />
          <span>${terms.singleKeys}</span>
        </label>
        <ul>
          ${COMMANDS.map((command) => this.#row(command, !shortcuts))}
        </ul>
        <button
          class="all"
          aria-disabled=${Object.keys(keys).length ? nothing : 'true'}
          @click=${() => reader.reset('keys')}
        >
          ${resetIcon}<span>${terms.resetKeys}</span>
        </button>
        <p>${terms.clickWord}</p>
      </article-reader-panel>
    `;
  }

  /** A command's name, its key, reset once the user has changed it, and what was wrong. */
  #row(command: Command, disabled: boolean): TemplateResult {
    const { waiting, words: terms } = this;
    const { keys } = this.reader.settings;
    const key = keyOf(command, keys).toUpperCase();
    const waits = waiting === command;
    const refusal = waits ? this.refusal : '';
    const name = this.#nameOf(command);
    return html`
      <li>
        <span class="name">${name}</span>
        ${
          command in keys
            ? html`<button
                class="reset"
                aria-label=${`${terms.reset}: ${name}`}
                title=${terms.reset}
                @click=${(event: Event) => this.#reset(command, event)}
              >
                ${resetIcon}
              </button>`
            : nothing
        }
        <button
          class=${waits ? 'key waiting' : 'key'}
          dir=${waits ? nothing : 'ltr'}
          ?disabled=${disabled}
          title=${terms.changeKey}
          aria-label=${waits ? terms.pressKey : `${name}: ${key}. ${terms.changeKey}`}
          @click=${() => this.#wait(waits ? null : command)}
          @keydown=${waits ? (event: KeyboardEvent) => this.#choose(command, event) : nothing}
          @blur=${() => waits && this.#wait(null)}
        >
          ${waits ? terms.pressKey : key}
        </button>
        <div role="status" class=${refusal ? '' : 'live'}>
          ${refusal || (waits ? terms.pressKey : '')}
        </div>
      </li>
    `;
  }

  get words(): Terms & PanelTerms {
    return panelTermsFor(this.terms);
  }

  #nameOf(command: Command): string {
    const { words } = this;
    return command === 'toggle' ? words.playPause : words[command];
  }

  #wait(command: Command | null): void {
    this.waiting = command;
    this.refusal = '';
  }

  /** Takes the key that was pressed. Tab moves on; Escape keeps what was, and the sheet open. */
  #choose(command: Command, event: KeyboardEvent): void {
    if (['Tab', 'Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock'].includes(event.key))
      return;
    event.preventDefault();
    // The key that asked for it is still held.
    if (event.repeat) return;
    if (event.key === 'Escape') {
      this.#wait(null);
      return;
    }
    const { reader, words } = this;
    const { keys } = reader.settings;
    const key = keyFrom(event);
    const owner = key && commandFor(key, keys);
    if (!key) this.refusal = words.keyReserved;
    else if (owner && owner !== command) this.refusal = words.keyTaken(this.#nameOf(owner));
    else {
      reader.update({ keys: { ...keys, [command]: key } });
      this.#wait(null);
    }
  }

  /** Back to our key, unless another command has it now: then that is said. */
  #reset(command: Command, event: Event): void {
    const { reader } = this;
    const { keys } = reader.settings;
    const owner = commandFor(keyOf(command, {}), keys);
    const key = (event.currentTarget as HTMLElement).parentElement!.querySelector<HTMLElement>(
      '.key',
    )!;
    // The button goes with what it resets: focus stays in its row.
    key.focus();
    if (owner && owner !== command) {
      this.#wait(command);
      this.refusal = this.words.keyTaken(this.#nameOf(owner));
    } else reader.update({ keys: { ...keys, [command]: undefined } });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'article-reader-help': ArticleReaderHelp;
  }
}
