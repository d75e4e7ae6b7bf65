import { html, nothing, type TemplateResult } from 'lit';
import type { Reader } from '../../reader/reader.js';
import type { Terms } from '../i18n/terms.js';
import { icon } from './icons.js';

/** What went wrong and what to do; nothing for an empty message. */
export const messageBox = (message: string, terms: Terms): TemplateResult | typeof nothing =>
  // Right inside what alerts: Orca says no more than the text that is put there.
  message
    ? html`<div class="message" part="message" lang=${terms.lang} dir=${terms.dir}>
        <p>${message}</p>
      </div>`
    : nothing;

/** Goes back to where it reads; shown once that was scrolled away. */
export const returnButton = (reader: Reader, terms: Terms): TemplateResult =>
  html`<button
    class="return"
    part="return"
    lang=${terms.lang}
    dir=${terms.dir}
    ?hidden=${reader.following || reader.playback.status !== 'playing'}
    @click=${() => reader.follow()}
  >
    ${icon('locate')}<span>${terms.backToReading}</span>
  </button>`;
