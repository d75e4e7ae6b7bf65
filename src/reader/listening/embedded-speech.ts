/**
 * The speech synthesis with the embedded Arabic voices beside the platform's: loaded when the
 * platform's do not do, and one for all readers on a page, since there is one loudspeaker.
 */
import { speechContext } from '../../speech-synthesis-polyfill/speech-context.js';
import { madeAhead } from '../../speech-synthesis-polyfill/made-ahead.js';
import {
  createSpeechSynthesis,
  embeddedArabic,
  SpeechSynthesisUtterance,
} from '../../speech-synthesis-polyfill/index.js';
import type { ExpectantSynthesis } from '../../speech/speaker.js';
import { prepareDiacritizer, vowelled } from '../shared-diacritizer.js';

const voice = madeAhead(embeddedArabic({ prepare: vowelled }));

/** Woken in the user's gesture, and not sounding yet. */
let woken: AudioContext | undefined;
/** Whether there has been one to sound through. */
let sounding = false;

const speech = createSpeechSynthesis({
  synthesizers: [voice],
  createContext: () => {
    const context = woken ?? speechContext();
    woken = undefined;
    sounding = true;
    return context;
  },
});

/** @see ExpectantSynthesis */
export const synthesis: ExpectantSynthesis = Object.assign(speech, {
  expect: ({ text, lang, voice: chosen, rate, pitch }: SpeechSynthesisUtterance) => {
    const init = voice.voices.find(({ voiceURI }) => voiceURI === chosen?.voiceURI);
    if (init) voice.expect({ text, lang, voice: init, rate, pitch });
  },
});

/**
 * Chromium starts the service that plays sound when it is first asked for a device, and stops the page until
 * it has: 40 to 220 ms in `new AudioContext()`, 4 to 10 where it runs. Listing devices starts it and stops
 * nothing, and neither asks the user nor tells anything of the devices.
 */
async function startAudioService(): Promise<void> {
  if (/Chrom/.test(navigator.userAgent))
    await navigator.mediaDevices?.enumerateDevices().catch(() => {});
}

/**
 * Fetches the voice, and what adds its vowels, side by side.
 *
 * @param context what it is to sound through, woken in the user's gesture: this module is loaded
 *   after it, and too late for browsers that want sound to begin inside it. None where nobody has asked
 *   for sound yet.
 * @param onProgress told how much of the voice has come, 0 to 1, where that is known
 * @throws SynthesisFailure (rejects) if it cannot be had.
 */
export async function load(
  context: AudioContext | undefined,
  onProgress: (fraction: number) => void,
): Promise<void> {
  prepareDiacritizer();
  const loading = voice.preload!(onProgress);
  if (!context) void startAudioService();
  // Another reader on the page may have brought one: there is one loudspeaker.
  if (woken || sounding) void context?.close();
  else woken = context;
  try {
    await loading;
  } catch (error) {
    void woken?.close();
    woken = undefined;
    throw error;
  }
}

export const Utterance =
  SpeechSynthesisUtterance as unknown as typeof globalThis.SpeechSynthesisUtterance;
