import { html, nothing, type TemplateResult } from 'lit';
import type { Reader } from '../../reader/reader.js';
import type { Terms } from '../i18n/terms.js';

/** The button to try again what failed, where that may help. */
const retryButton = (reader: Reader, terms: Terms): TemplateResult | typeof nothing =>
  // There is no text to read, or too much, or no speech at all: the same again ends the same. A part that
  // could not be loaded Chromium does not ask for again.
  reader.playback.status === 'failed' &&
  !/^(empty|unreachable|no-speech)|large/.test(reader.playback.reason)
    ? html`<button part="retry" @click=${() => reader.play()}>${terms.tryAgain}</button>`
    : nothing;

/** What went wrong and what to do; nothing for an empty message. */
export const messageBox = (
  message: string,
  reader: Reader,
  terms: Terms,
): TemplateResult | typeof nothing =>
  // Right inside what alerts: Orca says no more than the text that is put there.
  message
    ? html`<div class="message" part="message" lang=${terms.lang} dir=${terms.dir}>
        <p>${message}</p>
        ${retryButton(reader, terms)}
      </div>`
    : nothing;
