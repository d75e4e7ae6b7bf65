import { html, nothing, type TemplateResult } from 'lit';
import { SPACINGS, spacingOf } from '../../core/presets.js';
import { THEMES } from '../../core/settings.js';
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
        ${this.#choice('typeface', terms.typeface, terms.typefaces, settings.typeface, (typeface) =>
          reader.update({ typeface }),
        )}
        ${this.#choice(
          'spacing',
          terms.spacing,
          terms.spacings,
          spacingOf(reader.preferences),
          (name) => reader.update(SPACINGS[name]),
        )}
        <div class="row" data-setting="voice">
          <label class="name" for="voice">${terms.voice}</label>
          <div class="voice">
            ${
              voices.length
                ? voiceSelect(reader, terms)
                : // As high as the list that may be on its way: nothing moves.
                  html`<select id="voice" disabled title=${terms.noVoices}>
                    <option>${terms.noVoices}</option>
                  </select>`
            }
            <button
              aria-label=${terms.preview}
              title=${terms.preview}
              aria-disabled=${voices.length ? nothing : 'true'}
              @click=${() => voices.length && reader.preview()}
            >
              ${volumeIcon}
            </button>
          </div>
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

  /** One of a few, in a line; none of them where the user has something between. */
  #choice<Name extends string>(
    id: string,
    label: string,
    names: Readonly<Record<Name, string>>,
    chosen: Name | undefined,
    choose: (name: Name) => void,
  ): TemplateResult {
    return html`<div class="row" data-setting=${id}>
      <label class="name" for=${id}>${label}</label>
      <select
        id=${id}
        @change=${(event: Event) => choose((event.target as HTMLSelectElement).value as Name)}
      >
        <option hidden value="" .selected=${!chosen}></option>
        ${(Object.keys(names) as Name[]).map(
          (each) =>
            html`<option value=${each} .selected=${chosen === each}>${names[each]}</option>`,
        )}
      </select>
    </div>`;
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
