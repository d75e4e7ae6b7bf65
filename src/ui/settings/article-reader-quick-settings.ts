import { html, type TemplateResult } from 'lit';
import { SPACINGS, spacingOf, type SpacingName } from '../../core/presets.js';
import { THEMES, TYPEFACES, type Typeface } from '../../core/settings.js';
import { formatFor } from '../i18n/format.js';
import { controls } from '../internal/controls.styles.js';
import { PanelElement } from '../internal/panel-element.js';
import { volumeIcon } from '../internal/sheet-icons.js';
import { styles } from './article-reader-quick-settings.styles.js';
import { settingRows, swatch } from './setting-rows.js';
import { voiceSelect } from './voice-row.js';

/**
 * What people change most, in one small sheet beside the text, which shows each change at once: size,
 * colours, typeface, spacing, voice and speed; all else is a button away.
 *
 * @summary The quick settings.
 * @fires reader-all-settings - all settings are asked for
 */
export class ArticleReaderQuickSettings extends PanelElement {
  static override styles = [controls, styles];

  /** Opens it; voices come when they are there. */
  async show(): Promise<void> {
    await this.updateComplete;
    this.#panel.show();
    await this.reader.refreshVoices();
    this.requestUpdate();
  }

  get #panel() {
    return this.renderRoot.querySelector('article-reader-panel')!;
  }

  protected override render(): TemplateResult {
    const { reader, allTerms: terms } = this;
    const { voices, settings } = reader;
    const format = formatFor(this.terms);
    const { slider } = settingRows(reader, terms, { canReset: false });
    return html`
      <article-reader-panel
        compact
        heading=${terms.settings}
        .terms=${this.terms}
        exportparts="panel"
      >
        ${slider('textSize', terms.textSize, format.percent)} ${this.#themes()}
        <div class="row" data-setting="typeface">
          <label class="name" for="typeface">${terms.typeface}</label>
          <select
            id="typeface"
            @change=${(event: Event) =>
              reader.update({ typeface: (event.target as HTMLSelectElement).value as Typeface })}
          >
            ${TYPEFACES.map(
              (each) =>
                html`<option value=${each} .selected=${settings.typeface === each}>
                  ${terms.typefaces[each]}
                </option>`,
            )}
          </select>
        </div>
        ${this.#spacings()}
        <div class="row" data-setting="voice">
          <label class="name" for="voice">${terms.voice}</label>
          ${
            voices.length
              ? html`<div class="voice">
                  ${voiceSelect(reader, terms)}
                  <button
                    aria-label=${terms.preview}
                    title=${terms.preview}
                    @click=${() => reader.preview()}
                  >
                    ${volumeIcon}
                  </button>
                </div>`
              : html`<p id="voice">${terms.noVoices}</p>`
          }
        </div>
        ${slider('rate', terms.rate, (value) => `×${format.number(value)}`)}
        <button class="all" @click=${this.#showAll}>${terms.allSettings}</button>
      </article-reader-panel>
    `;
  }

  #themes(): TemplateResult {
    const { reader, allTerms: terms } = this;
    const { theme } = reader.settings;
    return html`<fieldset class="row" data-setting="theme">
      <legend class="name">
        <span>${terms.theme}</span><output aria-hidden="true">${terms.themes[theme]}</output>
      </legend>
      <div class="swatches">
        ${THEMES.map(
          (each) => html`
            <label class=${theme === each ? 'chosen' : ''} title=${terms.themes[each]}>
              <input
                type="radio"
                name="theme"
                value=${each}
                aria-label=${terms.themes[each]}
                .checked=${theme === each}
                @change=${() => reader.update({ theme: each })}
              />
              ${swatch(each, terms.letter)}
            </label>
          `,
        )}
      </div>
    </fieldset>`;
  }

  #spacings(): TemplateResult {
    const { reader, allTerms: terms } = this;
    const chosen = spacingOf(reader.preferences);
    return html`<fieldset class="row" data-setting="spacing">
      <legend class="name">${terms.spacing}</legend>
      <div class="choices">
        ${(Object.keys(SPACINGS) as SpacingName[]).map(
          (each) => html`
            <label class=${chosen === each ? 'chosen' : ''}>
              <input
                type="radio"
                name="spacing"
                value=${each}
                .checked=${chosen === each}
                @change=${() => reader.update(SPACINGS[each])}
              />
              <span>${terms.spacings[each]}</span>
            </label>
          `,
        )}
      </div>
    </fieldset>`;
  }

  #showAll(): void {
    this.#panel.close();
    this.dispatchEvent(new CustomEvent('reader-all-settings'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'article-reader-quick-settings': ArticleReaderQuickSettings;
  }
}
