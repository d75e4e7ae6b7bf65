import { html, type TemplateResult } from 'lit';
import type { Reader, SleepTime } from '../../reader/reader.js';
import { formatFor } from '../i18n/format.js';
import type { AllTerms } from '../i18n/terms.js';

/** Minutes to choose from. */
const MINUTES = [5, 10, 15, 30, 45, 60];

/** Every time to choose from, with its name. */
export function sleepTimes(terms: AllTerms): readonly (readonly [time: SleepTime, name: string])[] {
  const { format } = new Intl.NumberFormat(formatFor(terms).lang, {
    style: 'unit',
    unit: 'minute',
    unitDisplay: 'long',
  });
  return [
    [null, terms.sleepOff],
    ['paragraph', terms.sleepAtParagraph],
    ...MINUTES.map((minutes): [number, string] => [minutes, format(minutes)]),
  ];
}

/** When reading pauses by itself. It is for this reading, and kept by nobody: there is no reset. */
export function sleepRow(reader: Reader, terms: AllTerms): TemplateResult {
  const { sleepTimer } = reader;
  const times = sleepTimes(terms);
  return html`
    <div class="row" data-setting="sleep">
      <label class="name" for="sleep">${terms.sleepTimer}</label>
      <select
        id="sleep"
        @change=${(event: Event) =>
          void reader.setSleepTimer(times[(event.target as HTMLSelectElement).selectedIndex]![0])}
      >
        ${times.map(
          ([time, name]) => html`<option .selected=${time === sleepTimer}>${name}</option>`,
        )}
      </select>
    </div>
  `;
}
