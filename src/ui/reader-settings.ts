// Long because the sheet is: one small template for each kind of control, and their styles.
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { HIGHLIGHTS, RANGES, THEMES, type Preferences } from '../core/settings.js';
import { PALETTES } from '../core/themes.js';
import type { Reader } from '../reader.js';
import { resetIcon, volumeIcon } from './panel-icons.js';
import { ReaderController } from './reader-controller.js';
import type { ArticleReaderPanel } from './reader-panel.js';
import { controls } from './styles.js';
import { panelTermsFor } from './panel-terms.js';
import { formatFor, type PanelTerms, type System, type Terms } from './terms.js';

/** Which system this is, as far as it says; an iPad says that it is a Mac. */
function systemOf(userAgent: string): System {
  if (/Android/.test(userAgent)) return 'android';
  if (/iPhone|iPad/.test(userAgent)) return 'ios';
  if (/Macintosh/.test(userAgent)) return navigator.maxTouchPoints > 1 ? 'ios' : 'mac';
  return /Windows/.test(userAgent) ? 'windows' : 'linux';
}

/** The numbers that a slider sets, and where it stands while the page's own holds. */
type SliderName = keyof typeof RESTING;
const RESTING = {
  textSize: 100,
  lineHeight: 1.8,
  wordSpacing: 0,
  rate: 1,
} as const;

/**
 * Settings as a sheet of paper: a live sample on top, then groups; one control a row, the value
 * beside its name, reset at the end of the row. Every change shows in the article at once.
 *
 * @summary The settings sheet.
 */
export class ArticleReaderSettings extends LitElement {
  static override styles = [
    controls,
    css`
      .sample {
        margin: 0 0 8px;
        padding: 12px 16px;
        border: 1px solid var(--_line);
        border-radius: 11px;
        background: var(--_page);
        overflow: hidden;
        overflow-wrap: anywhere;
        font-family: var(--_text-font);
        max-block-size: 30vh;
      }
      .sample mark {
        background: var(--_sentence);
        color: inherit;
      }
      .sample b {
        font-weight: inherit;
        background: var(--_word);
        color: var(--_on-word);
        text-decoration: underline 3px;
        text-underline-offset: 0.3em;
      }
      fieldset {
        border: 0;
        margin: 0;
        padding: 0;
      }
      section {
        padding-block: 12px;
        border-block-end: 1px solid var(--_line);
      }
      h3 {
        margin: 0 0 4px;
        font-size: 14px;
        font-weight: 700;
        color: var(--_muted);
      }
      .row {
        display: grid;
        grid-template-columns: 1fr 44px;
        align-items: center;
        column-gap: 8px;
      }
      .name {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        column-gap: 12px;
        padding-block-start: 8px;
        grid-column: 1;
      }
      .name output {
        color: var(--_muted);
        font-variant-numeric: tabular-nums;
      }
      .row > :is(input, select) {
        grid-column: 1;
        inline-size: 100%;
        min-block-size: 44px;
        margin: 0;
        accent-color: var(--_accent);
        font: inherit;
      }
      select {
        color: inherit;
        background: var(--_paper);
        border: 1px solid var(--_muted);
        border-radius: 11px;
        padding-inline: 12px;
      }
      .row > p {
        grid-column: 1 / -1;
        margin: 0;
      }
      details {
        grid-column: 1 / -1;
      }
      summary {
        display: flex;
        align-items: center;
        min-block-size: 44px;
        color: var(--_accent);
        font-weight: 600;
        cursor: pointer;
      }
      details p {
        margin: 0 0 8px;
      }
      .row > button {
        grid-column: 2;
        color: var(--_muted);
      }
      .choices {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        padding-block: 8px;
      }
      .choices label {
        position: relative;
        display: inline-flex;
        align-items: center;
        gap: 8px;
        min-block-size: 44px;
        padding-inline: 12px;
        border: 1px solid var(--_muted);
        border-radius: 11px;
        cursor: pointer;
      }
      .choices input {
        position: absolute;
        inset: 0;
        inline-size: 100%;
        block-size: 100%;
        margin: 0;
        opacity: 0;
        cursor: pointer;
      }
      .choices label:has(:checked) {
        border-color: var(--_accent);
        box-shadow: inset 0 0 0 2px var(--_accent);
        font-weight: 700;
      }
      .choices label:has(:focus-visible) {
        outline: 3px solid var(--_accent);
        outline-offset: 2px;
      }
      .swatch {
        inline-size: 26px;
        block-size: 26px;
        border-radius: 50%;
        border: 1px solid var(--_muted);
        display: grid;
        place-items: center;
        font: 700 15px/1 var(--_text-font);
      }
      .row > .preview {
        grid-column: 1;
        justify-self: start;
        color: inherit;
        border: 1px solid var(--_muted);
        margin-block-start: 8px;
        padding-inline: 16px;
      }
      .all {
        margin-block-start: 16px;
        inline-size: 100%;
        border: 1px solid var(--_muted);
      }
      @media (forced-colors: active) {
        .choices label:has(:checked) {
          outline: 3px solid Highlight;
        }
        .swatch {
          forced-color-adjust: none;
        }
      }
    `,
  ];

  static override properties = { reader: { attribute: false }, terms: { attribute: false } };

  /** Whose settings they are. */
  declare reader: Reader;
  /** The interface's words. */
  declare terms: Terms;

  constructor() {
    super();
    new ReaderController(this);
  }

  private get words(): Terms & PanelTerms {
    return panelTermsFor(this.terms);
  }

  /** Opens the settings. */
  async show(): Promise<void> {
    this.reader.refreshVoices();
    await this.updateComplete;
    this.renderRoot.querySelector<ArticleReaderPanel>('article-reader-panel')!.show();
  }

  override render(): TemplateResult {
    const { terms } = this;
    return html`
      <article-reader-panel heading=${terms.settings} .terms=${terms} exportparts="panel">
        ${this.#content()}
      </article-reader-panel>
    `;
  }

  #content(): TemplateResult {
    const { reader, words: terms } = this;
    const { settings } = reader;
    const format = formatFor(terms);
    const times = (value: number) => `×${format.number(value)}`;
    const sentence = settings.highlight === 'both' || settings.highlight === 'sentence';
    const word = settings.highlight === 'both' || settings.highlight === 'word';
    const [first, ...rest] = terms.sample.split(' ');
    return html`
      <p class="sample" part="sample" .style=${this.#sampleStyle()}>
        ${
          sentence
            ? html`<mark>${word ? html`<b>${first}</b>` : first} ${rest.join(' ')}</mark>`
            : html`${word ? html`<b>${first}</b>` : first} ${rest.join(' ')}`
        }
      </p>
      <section>
        <h3>${terms.text}</h3>
        ${this.#slider('textSize', terms.textSize, format.percent)}
        ${this.#slider('lineHeight', terms.lineHeight, (value) => format.number(value))}
        ${this.#slider('wordSpacing', terms.wordSpacing, (value) => format.percent(value * 100))}
      </section>
      <section>
        <h3>${terms.colours}</h3>
        ${this.#choices('theme', terms.theme, THEMES, terms.themes, (theme) => {
          const { paper, ink, line } = PALETTES[theme];
          return html`<span
            class="swatch"
            aria-hidden="true"
            .style=${`background:${paper};color:${ink};border-color:${line}`}
            >${terms.letter}</span
          >`;
        })}
      </section>
      <section>
        <h3>${terms.listening}</h3>
        ${this.#voices()} ${this.#slider('rate', terms.rate, times)}
        ${this.#choices('highlight', terms.highlight, HIGHLIGHTS, terms.highlights)}
      </section>
      <button class="all" @click=${() => reader.reset()}>
        ${resetIcon}<span>${terms.resetAll}</span>
      </button>
    `;
  }

  #sampleStyle(): string {
    const { textSize, lineHeight, wordSpacing } = this.reader.settings;
    return (
      `font-size:${(textSize / 100) * 20}px;line-height:${lineHeight ?? RESTING.lineHeight};` +
      `word-spacing:${wordSpacing ?? 0}em`
    );
  }

  /** A slider with its name, its value, and reset once the user has moved it. */
  #slider(name: SliderName, label: string, say: (value: number) => string): TemplateResult {
    const { reader, words: terms } = this;
    const value = reader.settings[name];
    const { min, max, step } = RANGES[name];
    const shown = value ?? RESTING[name];
    const text = value === null ? terms.asPage : say(value);
    return html`
      <div class="row">
        <label class="name" for=${name}
          ><span>${label}</span><output aria-hidden="true">${text}</output></label
        >
        <input
          id=${name}
          type="range"
          min=${min}
          max=${max}
          step=${step}
          .value=${String(shown)}
          aria-valuetext=${text}
          @input=${(event: Event) =>
            reader.update({ [name]: (event.target as HTMLInputElement).valueAsNumber })}
        />
        ${this.#reset(name, label)}
      </div>
    `;
  }

  #reset(name: keyof Preferences, label: string): TemplateResult {
    return html`<button
      aria-label=${`${this.words.reset}: ${label}`}
      title=${this.words.reset}
      .style=${name in this.reader.preferences ? '' : 'visibility:hidden'}
      @click=${(event: Event) => {
        // The button hides with what it reset: focus stays in its row.
        (event.currentTarget as HTMLElement).parentElement
          ?.querySelector<HTMLElement>('input,select')
          ?.focus();
        this.reader.reset(name);
      }}
    >
      ${resetIcon}
    </button>`;
  }

  #choices<Value extends string>(
    name: 'theme' | 'highlight',
    label: string,
    values: readonly Value[],
    names: Readonly<Record<Value, string>>,
    picture: (value: Value) => unknown = () => nothing,
  ): TemplateResult {
    const { reader } = this;
    return html`
      <fieldset class="row">
        <legend class="name">${label}</legend>
        <div class="choices">
          ${values.map(
            (value) => html`
              <label>
                <input
                  type="radio"
                  name=${name}
                  value=${value}
                  .checked=${(reader.settings[name] as string) === value}
                  @change=${() => reader.update({ [name]: value })}
                />
                ${picture(value)}<span>${names[value]}</span>
              </label>
            `,
          )}
        </div>
        ${this.#reset(name, label)}
      </fieldset>
    `;
  }

  /** Voices of the article's language, by region, those on the device before those online. */
  #voices(): TemplateResult {
    const { reader, words: terms } = this;
    const { voices, voice } = reader;
    const chosen = reader.chosenVoice;
    const regions = new Intl.DisplayNames([terms.lang], { type: 'region', fallback: 'code' });
    const groups = new Map<string, (typeof voices)[number][]>();
    for (const each of voices) {
      const region = each.region ? (regions.of(each.region) ?? each.region) : '';
      groups.set(region, [...(groups.get(region) ?? []), each]);
    }
    const option = (each: (typeof voices)[number]) =>
      html`<option value=${each.id} ?selected=${chosen?.id === each.id}>
        ${each.name}${each.online ? ` (${terms.online})` : ''}
      </option>`;
    return html`
      <div class="row">
        <label class="name" for="voice">${terms.voice}</label>
        ${
          voices.length
            ? html`<select
                  id="voice"
                  @change=${(event: Event) =>
                    reader.update({ voice: (event.target as HTMLSelectElement).value || null })}
                >
                  <option value="" ?selected=${!chosen}>
                    ${terms.automaticVoice}${voice && !chosen ? `: ${voice.name}` : ''}
                  </option>
                  ${[...groups].map(([region, list]) =>
                    region && groups.size > 1
                      ? html`<optgroup label=${region}>${list.map(option)}</optgroup>`
                      : list.map(option),
                  )}
                </select>
                ${this.#reset('voices', terms.voice)}
                <button class="preview" @click=${() => reader.preview()}>
                  ${volumeIcon}<span>${terms.preview}</span>
                </button>`
            : html`<p>${terms.noVoices}</p>`
        }
        <details>
          <summary>${terms.installVoice}</summary>
          <p>${terms.installSteps[systemOf(navigator.userAgent)]}</p>
        </details>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'article-reader-settings': ArticleReaderSettings;
  }
}
