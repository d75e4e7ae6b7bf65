import { html, nothing, type TemplateResult } from 'lit';
import { COMMANDS, type Command } from '../../core/commands.js';
import { controls } from '../internal/controls.styles.js';
import { PanelElement } from '../internal/panel-element.js';
import { resetIcon } from '../internal/sheet-icons.js';
import { commandFor, keyFrom, keyOf } from '../internal/shortcuts.js';
import { arabicLetters } from './arabic-letters.js';
import { styles } from './article-reader-help.styles.js';

/** Whether a key was pressed since this was loaded; what a keyboard on the screen types has no place. */
let hasKeyboard = false;
globalThis.addEventListener?.('keydown', ({ code }) => (hasKeyboard ||= !!code), true);

/** Whether the device is one that is held, and nothing shows that it has a keyboard. */
const isHeld = () => !hasKeyboard && matchMedia('(hover: none) and (pointer: coarse)').matches;

/**
 * Lists the keyboard shortcuts. Each can be changed: its key is a button that waits for the next
 * key press. All can be switched off (WCAG 2.1.4). On a device that is held, what touches do stands before
 * them.
 *
 * @summary The help sheet.
 */
export class ArticleReaderHelp extends PanelElement {
  static override styles = [controls, styles];

  static override properties = {
    waiting: { state: true },
    refusal: { state: true },
    letterOf: { state: true },
  };

  /** The command whose new key is awaited. */
  declare private waiting: Command | null;
  /** Why the key that was pressed cannot be had. */
  declare private refusal: string;
  /** What an Arabic keyboard has on a key, where there is one. */
  declare private letterOf: (key: string) => string | undefined;

  constructor() {
    super();
    this.waiting = null;
    this.refusal = '';
    this.letterOf = () => undefined;
  }

  /** Opens the help. */
  async show(): Promise<void> {
    this.letterOf = await arabicLetters(this.terms.lang);
    this.requestUpdate();
    await this.updateComplete;
    this.renderRoot.querySelector('article-reader-panel')!.show();
  }

  override render(): TemplateResult {
    const { allTerms: terms } = this;
    return html`
      <article-reader-panel heading=${terms.help} .terms=${this.terms} exportparts="panel">
        ${
          isHeld()
            ? html`<h3>${terms.touch}</h3>
                <ul class="touches">
                  ${[terms.touchWord, terms.touchPassage, terms.touchReturn, terms.touchMore].map(
                    (text) => html`<li>${text}</li>`,
                  )}
                </ul>
                <details>
                  <summary>${terms.keyboardShortcuts}</summary>
                  ${this.#keys()}
                </details>`
            : html`<h3>${terms.keyboardShortcuts}</h3>
                ${this.#keys()}
                <p>${terms.clickWord}</p>`
        }
      </article-reader-panel>
    `;
  }

  /** The keys, the switch for all of them, and the way back to ours. */
  #keys(): TemplateResult {
    const { reader, allTerms: terms } = this;
    const { shortcuts, keys } = reader.settings;
    return html`<p>${terms.shortcutsHint}</p>
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
      </button>`;
  }

  /** A command's name, its key, reset once the user has changed it, and what was wrong. */
  #row(command: Command, disabled: boolean): TemplateResult {
    const { waiting, allTerms: terms } = this;
    const { keys } = this.reader.settings;
    const latin = keyOf(command, keys);
    const key = latin.toUpperCase();
    const letter = this.letterOf(latin);
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
          aria-label=${waits ? terms.pressKey : `${name}: ${letter ? `${letter} ` : ''}${key}. ${terms.changeKey}`}
          @click=${() => this.#wait(waits ? null : command)}
          @keydown=${waits ? (event: KeyboardEvent) => this.#choose(command, event) : nothing}
          @blur=${() => waits && this.#wait(null)}
        >
          ${waits ? terms.pressKey : html`${letter ? html`<span class="arabic" lang="ar">${letter}</span> ` : nothing}<span>${key}</span>`}
        </button>
        <div role="status" class=${refusal ? '' : 'live'}>
          ${refusal || (waits ? terms.pressKey : '')}
        </div>
      </li>
    `;
  }

  #nameOf(command: Command): string {
    const { allTerms: terms } = this;
    return command === 'toggle' ? terms.playPause : terms[command];
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
    const { reader, allTerms: terms } = this;
    const { keys } = reader.settings;
    const key = keyFrom(event);
    const owner = key && commandFor(key, keys);
    if (!key) this.refusal = terms.keyReserved;
    else if (owner && owner !== command) this.refusal = terms.keyTaken(this.#nameOf(owner));
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
    // The button goes with what it resets: focus stays in its row.
    const row = (event.currentTarget as Element).closest('li')!;
    row.querySelector<HTMLElement>('.key')!.focus();
    if (owner && owner !== command) {
      this.#wait(command);
      this.refusal = this.allTerms.keyTaken(this.#nameOf(owner));
    } else reader.update({ keys: { ...keys, [command]: undefined } });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'article-reader-help': ArticleReaderHelp;
  }
}
