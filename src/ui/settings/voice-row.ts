import { html, type TemplateResult } from 'lit';
import type { Reader } from '../../reader/reader.js';
import { formatFor } from '../i18n/format.js';
import type { AllTerms, System } from '../i18n/terms.js';
import { volumeIcon } from '../internal/sheet-icons.js';

/** Which system this is, as far as it says; an iPad says that it is a Mac. */
function systemOf(userAgent: string): System {
  if (/Android/.test(userAgent)) return 'android';
  if (/iPhone|iPad/.test(userAgent)) return 'ios';
  if (/Macintosh/.test(userAgent)) return navigator.maxTouchPoints > 1 ? 'ios' : 'mac';
  return /Windows/.test(userAgent) ? 'windows' : 'linux';
}

/** Voices of the article's language, by region, those on the device before those online. */
export function voiceSelect(reader: Reader, terms: AllTerms): TemplateResult {
  const { voices, voice } = reader;
  const chosen = reader.chosenVoice;
  const regions = new Intl.DisplayNames([formatFor(terms).lang], {
    type: 'region',
    fallback: 'code',
  });
  const groups = new Map<string, (typeof voices)[number][]>();
  for (const each of voices) {
    const region = each.region ? (regions.of(each.region) ?? each.region) : '';
    groups.set(region, [...(groups.get(region) ?? []), each]);
  }
  const option = (each: (typeof voices)[number]) =>
    html`<option value=${each.id} .selected=${chosen?.id === each.id}>
      ${each.name}${each.online ? ` (${terms.online})` : ''}
    </option>`;
  return html`<select
    id="voice"
    @change=${(event: Event) =>
      reader.update({ voice: (event.target as HTMLSelectElement).value || null })}
  >
    <option value="" .selected=${!chosen}>
      ${terms.automaticVoice}${voice && !chosen ? `: ${voice.name}` : ''}
    </option>
    ${[...groups].map(([region, list]) =>
      region && groups.size > 1
        ? html`<optgroup label=${region}>${list.map(option)}</optgroup>`
        : list.map(option),
    )}
  </select>`;
}

/**
 * The voices, and how to add a better one.
 *
 * @param reset the button at the end of the row
 */
export const voiceRow = (reader: Reader, terms: AllTerms, reset: unknown): TemplateResult => html`
  <div class="row" data-setting="voice">
    <label class="name" for="voice">${terms.voice}</label>
    ${
      reader.voices.length
        ? html`${voiceSelect(reader, terms)} ${reset}
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
