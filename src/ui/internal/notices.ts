import { html, nothing, type TemplateResult } from 'lit';
import type { FailureReason } from '../../core/playback.js';
import type { Reader } from '../../reader/reader.js';
import type { Terms } from '../i18n/terms.js';
import { icon } from './icons.js';

/** Failures that may be over: the same again is worth a try. */
const PASSING: readonly FailureReason[] = ['voice-unreachable', 'source-failed'];

/** The button to try again what failed, where that may help. */
const retryButton = (reader: Reader, terms: Terms): TemplateResult | typeof nothing =>
  reader.playback.status === 'failed' && PASSING.includes(reader.playback.reason)
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
