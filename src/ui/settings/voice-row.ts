import { html, nothing, type TemplateResult } from 'lit';
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

/** The recording, and the voices of the article's language, by region, those on the device before those online. */
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
  const nameOf = ({ name, quality }: (typeof voices)[number]) =>
    quality === 'recorded' ? [terms.recording, name].filter(Boolean).join(' · ') : name;
  const option = (each: (typeof voices)[number]) =>
    html`<option value=${each.id} .selected=${chosen?.id === each.id}>
      ${nameOf(each)}${each.online ? ` (${terms.online})` : ''}
    </option>`;
  return html`<select
    id="voice"
    @change=${(event: Event) =>
      reader.update({ voice: (event.target as HTMLSelectElement).value || null })}
  >
    <option value="" .selected=${!chosen}>
      ${terms.automaticVoice}${voice && !chosen ? `: ${nameOf(voice)}` : ''}
    </option>
    ${[...groups].map(([region, list]) =>
      region && groups.size > 1
        ? html`<optgroup label=${region}>${list.map(option)}</optgroup>`
        : list.map(option),
    )}
  </select>`;
}

/** The recording as files to keep; nothing where there is none. */
function recordingLinks({ recording }: Reader, terms: AllTerms): TemplateResult | typeof nothing {
  if (!recording) return nothing;
  const { url, epub } = recording;
  return html`<p class="files">
    <a href=${url} download>${terms.downloadAudio}</a>
    ${epub ? html`<a href=${epub} download>${terms.openEpub}</a>` : nothing}
  </p>`;
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
    ${recordingLinks(reader, terms)}
    <details>
      <summary>${terms.installVoice}</summary>
      <p>${terms.installSteps[systemOf(navigator.userAgent)]}</p>
    </details>
  </div>
`;
