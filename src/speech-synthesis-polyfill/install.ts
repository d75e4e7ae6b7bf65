import { embeddedArabic } from './embedded/embedded-arabic.js';
import { SpeechSynthesisErrorEvent, SpeechSynthesisEvent } from './events.js';
import { SpeechSynthesis, type SpeechSynthesisOptions } from './speech-synthesis.js';
import { SpeechSynthesisUtterance } from './utterance.js';
import { SpeechSynthesisVoice } from './voice.js';

/**
 * A speech synthesis with the embedded Arabic voices and, unless told otherwise, the platform's:
 * what the platform lacks is there, and what it has is still there. Nothing global is touched.
 *
 * @param options `synthesizers` default to the embedded Arabic one, `platform` to the browser's
 *   `speechSynthesis`; `platform: undefined` leaves the browser's voices out.
 */
export function createSpeechSynthesis(
  options: Partial<SpeechSynthesisOptions> = {},
): SpeechSynthesis {
  return new SpeechSynthesis({
    synthesizers: [embeddedArabic()],
    platform: globalThis.speechSynthesis,
    ...options,
  });
}

export interface InstallOptions extends Partial<SpeechSynthesisOptions> {
  /** Take the place of a speech synthesis that is there. Default false. */
  readonly force?: boolean;
}

/**
 * Puts the W3C speech synthesis interfaces where they are missing.
 *
 * @param target where; the global object if not given.
 * @returns whether it was put in: false if there is one already and `force` is not set.
 */
export function install(target: object = globalThis, options: InstallOptions = {}): boolean {
  const { force = false, ...rest } = options;
  if (!force && 'speechSynthesis' in target) return false;
  const { speechSynthesis: platform, SpeechSynthesisUtterance: PlatformUtterance } =
    target as Partial<typeof globalThis>;
  const synthesis = createSpeechSynthesis({
    platform,
    ...(PlatformUtterance ? { PlatformUtterance } : {}),
    ...rest,
  });
  const interfaces = {
    SpeechSynthesis,
    SpeechSynthesisUtterance,
    SpeechSynthesisVoice,
    SpeechSynthesisEvent,
    SpeechSynthesisErrorEvent,
  };
  for (const [name, value] of Object.entries(interfaces))
    Object.defineProperty(target, name, { value, configurable: true, writable: true });
  Object.defineProperty(target, 'speechSynthesis', {
    get: () => synthesis,
    configurable: true,
    enumerable: true,
  });
  return true;
}
