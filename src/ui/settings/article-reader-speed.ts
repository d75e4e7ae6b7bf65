import { css, html, type TemplateResult } from 'lit';
import { formatFor } from '../i18n/format.js';
import { controls } from '../internal/controls.styles.js';
import { PanelElement } from '../internal/panel-element.js';
import { rowStyles } from './rows.styles.js';
import { settingRows } from './setting-rows.js';
import { sleepTimes } from './sleep-row.js';

/** Rates that people ask for by name; the slider has those between. */
const RATES = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 3];

/**
 * How fast it reads, and when it stops by itself: a slider and what is commonly chosen, one touch each.
 *
 * @summary Speed and sleep timer.
 */
export class ArticleReaderSpeed extends PanelElement {
  static override styles = [
    controls,
    rowStyles,
    css`
      .row {
        display: block;
      }
      .choices {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(72px, 1fr));
      }
      .times {
        grid-template-columns: repeat(auto-fill, minmax(96px, 1fr));
      }
      .choices label {
        justify-content: center;
        padding-inline: 4px;
        font-size: 15px;
        line-height: 1.3;
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  /** Opens it. */
  async show(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector('article-reader-panel')!.show();
  }

  protected override render(): TemplateResult {
    const { reader, allTerms: terms } = this;
    const format = formatFor(this.terms);
    const say = (rate: number) => `×${format.number(rate)}`;
    const { slider } = settingRows(reader, terms, { canReset: false });
    return html`
      <article-reader-panel compact heading=${terms.rate} .terms=${this.terms} exportparts="panel">
        ${slider('rate', terms.rate, say)}
        ${this.#choices(
          'presets',
          terms.rate,
          RATES.map((rate) => [rate, say(rate)] as const),
          reader.settings.rate,
          (rate) => reader.update({ rate }),
        )}
        ${this.#choices(
          'times',
          terms.sleepTimer,
          sleepTimes(terms),
          reader.sleepTimer,
          (time) => void reader.setSleepTimer(time),
        )}
      </article-reader-panel>
    `;
  }

  #choices<Value>(
    name: string,
    label: string,
    values: readonly (readonly [value: Value, name: string])[],
    chosen: Value,
    choose: (value: Value) => void,
  ): TemplateResult {
    return html`<fieldset class="row">
      <legend class=${name === 'times' ? 'name' : 'live'}>${label}</legend>
      <div class="choices ${name}">
        ${values.map(
          ([value, each]) =>
            html`<label class=${value === chosen ? 'chosen' : ''}>
              <input
                type="radio"
                name=${name}
                .checked=${value === chosen}
                @change=${() => choose(value)}
              /><span>${each}</span>
            </label>`,
        )}
      </div>
    </fieldset>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'article-reader-speed': ArticleReaderSpeed;
  }
}
