import type { SynthesisChunk, Synthesizer } from '../synthesizer.js';
import { voiceFiles } from '../voice-files.js';
import { ARABIC_VOICES } from './arabic-voices.js';
import { EspeakClient, type EspeakClientOptions } from './espeak-client.js';
import { speakable, type Prepared } from './speakable.js';

/**
 * Makes text ready for the voice: adds diacritics, writes numbers as words. Words of the result
 * are said; `toSource` (total, monotonic) says which word of the text each is said for.
 */
export type Prepare = (text: string, lang: string) => Promise<Prepared>;

export interface EmbeddedArabicOptions extends Partial<
  Pick<EspeakClientOptions, 'files' | 'createWorker' | 'patience'>
> {
  /** If it fails, the text is said as it is written. */
  readonly prepare?: Prepare;
}

/** espeak-ng's pace in words a minute that counts as rate 1: that of a news reader. */
const WORDS_A_MINUTE = 157;

const clamp = (value: number, low: number, high: number) =>
  Math.round(Math.min(Math.max(value, low), high));

let shared: Synthesizer | undefined;

/**
 * Arabic voices that need nothing of the system: espeak-ng in a worker, fetched when first needed
 * (978 KB compressed) from beside this package, or from where `configure({ base })` says.
 *
 * Rates from 0.5 to 3 are made by the synthesizer, others count as these; words in Latin letters
 * are said in English. Everything stays on the device.
 *
 * @returns always the same one without options, so that there is one worker.
 */
export function embeddedArabic(options?: EmbeddedArabicOptions): Synthesizer {
  return options ? create(options) : (shared ??= create({}));
}

function create({ prepare, files = voiceFiles, ...options }: EmbeddedArabicOptions): Synthesizer {
  const client = new EspeakClient({
    files,
    variants: Object.fromEntries(
      ARABIC_VOICES.map(({ variant, definition }) => [variant, definition]),
    ),
    ...options,
  });
  return {
    voices: ARABIC_VOICES,
    preload: (onProgress) => client.load(onProgress),
    async *synthesize({ text, lang, voice, rate, pitch }, signal) {
      // Both take their time; neither needs the other.
      client.load().catch(() => {});
      const prepared = await prepare?.(text, lang).catch(() => undefined);
      const { variant } =
        ARABIC_VOICES.find(({ voiceURI }) => voiceURI === voice.voiceURI) ?? ARABIC_VOICES[0]!;
      let before = 0;
      for (const { ssml, words } of speakable(text, prepared)) {
        const request = {
          ssml,
          variant,
          rate: clamp(rate * WORDS_A_MINUTE, 80, 450),
          pitch: clamp(pitch * 50, 0, 99),
        };
        let length = 0;
        for await (const { samples, sampleRate, marks } of client.speak(request, signal)) {
          yield {
            samples,
            sampleRate,
            marks: marks.map(([name, ms]) => ({
              time: before + ms / 1000,
              ...words[Number(name)]!,
            })),
          } satisfies SynthesisChunk;
          length += samples.length / sampleRate;
        }
        if (signal.aborted) return;
        before += length;
      }
    },
  };
}
