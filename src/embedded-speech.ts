/**
 * The speech synthesis with the embedded Arabic voices beside the platform's: loaded when the
 * platform's do not do, and one for all readers on a page, since there is one loudspeaker.
 */
import { TashkeelWorker } from './arabic/tashkeel/tashkeel-worker.js';
import {
  createSpeechSynthesis,
  embeddedArabic,
  SpeechSynthesisUtterance,
  type Prepare,
} from './speech-synthesis-polyfill/index.js';

/** How long a sentence waits for the diacritizer's files, in ms, before it is said without. */
const PATIENCE = 1500;

let tashkeel: TashkeelWorker | undefined;

/** Vowels for the voice, which reads what is written. Where they cannot be had, it rejects. */
const prepare: Prepare = async (text) => {
  tashkeel ??= new TashkeelWorker();
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The diacritizer is not there yet')), PATIENCE);
  });
  await Promise.race([tashkeel.ready, late]).finally(() => clearTimeout(timer));
  return tashkeel.diacritize(text, { pausal: true });
};

export const synthesis: SpeechSynthesis = createSpeechSynthesis({
  synthesizers: [embeddedArabic({ prepare })],
});
export const Utterance =
  SpeechSynthesisUtterance as unknown as typeof globalThis.SpeechSynthesisUtterance;
