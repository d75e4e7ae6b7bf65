// Long because it holds one small template for each kind of control of the settings sheet.
import { html, nothing, type TemplateResult } from 'lit';
import {
  RANGES,
  type Preferences,
  type Settings,
  type Skippable,
  type Theme,
} from '../../core/settings.js';
import { PALETTES } from '../../core/themes.js';
import type { Reader } from '../../reader/reader.js';
import type { AllTerms } from '../i18n/terms.js';
import { resetIcon } from '../internal/sheet-icons.js';
import { onSliderKey } from '../internal/slider-keys.js';

/** The numbers that a slider sets, and where it stands while the page's own holds. */
const RESTING = {
  textSize: 100,
  lineHeight: 1.8,
  wordSpacing: 0,
  paragraphSpacing: 1,
  fontWeight: 400,
  measure: 34,
  margins: 0,
  brightness: 100,
  rate: 1,
  pause: 0,
} as const satisfies Record<keyof typeof RANGES, number>;

type SliderName = keyof typeof RESTING;

/** Settings that are on or off. */
type SwitchName = {
  [Name in keyof Settings]: Settings[Name] extends boolean ? Name : never;
}[keyof Settings];

/** A theme's ink on its paper. */
export function swatch(theme: Theme, letter: string): TemplateResult {
  const { paper, ink, line } = PALETTES[theme];
  return html`<span
    class="swatch"
    aria-hidden="true"
    .style=${`background:${paper};color:${ink};border-color:${line}`}
    >${letter}</span
  >`;
}

const inputOf = (event: Event) => event.currentTarget as HTMLInputElement;

/**
 * Templates for the rows of a sheet of settings: the name, the value beside it, the control below,
 * and reset at the end of the row once the user has chosen. `data-setting` tells which it is.
 *
 * @param options.canReset whether there is a button to reset each
 */
export function settingRows(reader: Reader, terms: AllTerms, { canReset = true } = {}) {
  const { settings } = reader;

  const reset = (name: keyof Preferences, label: string) => {
    if (!canReset) return nothing;
    return html`<button
      class="reset"
      aria-label=${`${terms.reset}: ${label}`}
      title=${terms.reset}
      ?data-unused=${!(name in reader.preferences)}
      @click=${(event: Event) => {
        // The button hides with what it reset: focus stays in its row.
        const row = (event.currentTarget as HTMLElement).parentElement!;
        row.querySelector<HTMLElement>('input:checked,input,select')!.focus();
        reader.reset(name);
      }}
    >
      ${resetIcon}
    </button>`;
  };

  return {
    reset,

    /** @param say the value in the reader's words */
    slider(name: SliderName, label: string, say: (value: number) => string): TemplateResult {
      const value = settings[name];
      const { min, max, step } = RANGES[name];
      const text = value === null ? terms.asPage : say(value);
      return html`
        <div class="row" data-setting=${name}>
          <label class="name" for=${name}
            ><span>${label}</span><output aria-hidden="true">${text}</output></label
          >
          <input
            id=${name}
            type="range"
            min=${min}
            max=${max}
            step=${step}
            .value=${String(value ?? RESTING[name])}
            aria-valuetext=${text}
            @input=${(event: Event) => reader.update({ [name]: inputOf(event).valueAsNumber })}
            @keydown=${onSliderKey}
          />
          ${reset(name, label)}
        </div>
      `;
    },

    /** One of a few. @param picture what is drawn before a value's name */
    choices<Name extends keyof Settings & keyof Preferences>(
      name: Name,
      label: string,
      values: readonly Settings[Name][],
      names: Readonly<Record<Settings[Name] & (string | number), string>>,
      picture: (value: Settings[Name]) => unknown = () => nothing,
    ): TemplateResult {
      return html`
        <fieldset class="row" data-setting=${name}>
          <legend class="name">${label}</legend>
          <div class="choices">
            ${values.map(
              (value) => html`
                <label class=${settings[name] === value ? 'chosen' : ''}>
                  <input
                    type="radio"
                    name=${name}
                    value=${value}
                    .checked=${settings[name] === value}
                    @change=${() => reader.update({ [name]: value })}
                  />
                  ${picture(value)}<span
                    >${names[value as Settings[Name] & (string | number)]}</span
                  >
                </label>
              `,
            )}
          </div>
          ${reset(name, label)}
        </fieldset>
      `;
    },

    toggle(name: SwitchName, label: string): TemplateResult {
      return html`
        <div class="row switch" data-setting=${name}>
          <label>
            <span>${label}</span>
            <input
              type="checkbox"
              .checked=${settings[name]}
              @change=${(event: Event) => reader.update({ [name]: inputOf(event).checked })}
            />
          </label>
          ${reset(name, label)}
        </div>
      `;
    },

    /** Some of a few. */
    checks(
      name: 'skip',
      label: string,
      values: readonly Skippable[],
      names: Readonly<Record<Skippable, string>>,
    ): TemplateResult {
      const chosen = settings[name];
      return html`
        <fieldset class="row" data-setting=${name}>
          <legend class="name">${label}</legend>
          <div class="choices">
            ${values.map(
              (value) => html`
                <label class=${chosen.includes(value) ? 'chosen' : ''}>
                  <input
                    type="checkbox"
                    value=${value}
                    .checked=${chosen.includes(value)}
                    @change=${(event: Event) =>
                      reader.update({
                        [name]: inputOf(event).checked
                          ? [...chosen, value]
                          : chosen.filter((each) => each !== value),
                      })}
                  />
                  <span>${names[value]}</span>
                </label>
              `,
            )}
          </div>
          ${reset(name, label)}
        </fieldset>
      `;
    },

    /** @param example stands in the field while nothing is written, @param hint below it */
    address(name: 'lookUp', label: string, example: string, hint: string): TemplateResult {
      return html`
        <div class="row" data-setting=${name}>
          <label class="name" for=${name}><span>${label}</span></label>
          <input
            id=${name}
            type="url"
            dir="ltr"
            placeholder=${example}
            aria-describedby="${name}-hint"
            .value=${settings[name]}
            @change=${(event: Event) =>
              reader.update({ [name]: inputOf(event).value.trim() || undefined })}
          />
          ${reset(name, label)}
          <p class="hint" id="${name}-hint">${hint}</p>
        </div>
      `;
    },

    /** @param shown what the text has while nothing is chosen, `#rrggbb` */
    colour(name: 'ink' | 'paper', label: string, shown: string): TemplateResult {
      const value = settings[name];
      return html`
        <div class="row" data-setting=${name}>
          <label class="name" for=${name}
            ><span>${label}</span><output>${value ? terms.ownColour : terms.asTheme}</output></label
          >
          <input
            id=${name}
            type="color"
            .value=${value ?? shown}
            @input=${(event: Event) => reader.update({ [name]: inputOf(event).value })}
          />
          ${reset(name, label)}
        </div>
      `;
    },
  };
}
