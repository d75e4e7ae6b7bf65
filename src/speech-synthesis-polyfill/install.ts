import { embeddedArabic } from './embedded/embedded-arabic.js';
import { SpeechSynthesisErrorEvent, SpeechSynthesisEvent } from './events.js';
import { voiceFor } from './language.js';
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
  /**
   * When to step in: `auto` where there is no speech synthesis, or none with a voice for the page's
   * language; `missing` where there is none; `always`. Default `auto`.
   */
  readonly mode?: 'auto' | 'missing' | 'always';
  /** The same as `mode: 'always'`. */
  readonly force?: boolean;
  /** The language that `auto` asks for; that of the page's root element if not given. */
  readonly lang?: string;
  /** How long `auto` waits for the platform to list its voices, in ms. Default 3,000. */
  readonly patience?: number;
}

const OPTIONS: readonly (keyof InstallOptions)[] = [
  'mode',
  'force',
  'lang',
  'patience',
  'synthesizers',
  'platform',
  'createContext',
];

/** A window, and no options that are misspelt. */
type Target = object & { readonly [Name in keyof InstallOptions]?: never };

/**
 * Puts the W3C speech synthesis interfaces in where they are needed; the platform's voices, if any,
 * stay in the list. It is done when this returns, unless the platform has not listed its voices yet:
 * then `auto` waits for them, and the platform is left alone meanwhile.
 *
 * @param target where; the global object if not given.
 * @returns whether it was put in.
 */
export function install(options?: InstallOptions): Promise<boolean>;
export function install(target: Target, options?: InstallOptions): Promise<boolean>;
export function install(first: object = globalThis, second?: InstallOptions): Promise<boolean> {
  const alone = !second && !('addEventListener' in first) && OPTIONS.some((name) => name in first);
  const target: Partial<typeof globalThis> = alone ? globalThis : first;
  const {
    force,
    mode = force ? 'always' : 'auto',
    lang,
    patience,
    ...options
  } = alone ? (first as InstallOptions) : (second ?? {});
  const platform = target.speechSynthesis;
  if (!platform || mode === 'always') return Promise.resolve(put(target, options));
  if (mode === 'missing') return Promise.resolve(false);
  const decide = () =>
    // Somebody else may have been faster.
    target.speechSynthesis === platform &&
    lacksVoice(platform, lang ?? target.document?.documentElement.lang ?? '', options) &&
    put(target, options);
  if (platform.getVoices().length) return Promise.resolve(decide());
  return new Promise((resolve) => {
    const settle = () => {
      clearTimeout(timer);
      platform.removeEventListener?.('voiceschanged', look);
      resolve(decide());
    };
    const look = () => {
      if (platform.getVoices().length) settle();
    };
    const timer = setTimeout(settle, patience ?? 3000);
    // Safari's was no event target; its voices are there from the beginning.
    platform.addEventListener?.('voiceschanged', look);
  });
}

/** Whether a platform has no voice for a language that ours have, or none at all. */
function lacksVoice(
  platform: globalThis.SpeechSynthesis,
  lang: string,
  { synthesizers = [embeddedArabic()] }: Partial<SpeechSynthesisOptions>,
): boolean {
  const voices = platform.getVoices();
  if (!voices.length) return true;
  const ours = synthesizers.flatMap((synthesizer) => synthesizer.voices);
  return lang !== '' && !voiceFor(voices, lang) && !!voiceFor(ours, lang);
}

function put(target: Partial<typeof globalThis>, options: Partial<SpeechSynthesisOptions>): true {
  const { speechSynthesis: platform, SpeechSynthesisUtterance: PlatformUtterance } = target;
  const synthesis = createSpeechSynthesis({
    platform,
    ...(PlatformUtterance ? { PlatformUtterance } : {}),
    ...options,
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
  const window = {
    get speechSynthesis() {
      // As on the browser's window: whoever asks without one gets it too.
      if (![target, undefined, null].includes(this as never))
        throw new TypeError('Illegal invocation');
      return synthesis;
    },
  };
  Object.defineProperty(
    target,
    'speechSynthesis',
    Object.getOwnPropertyDescriptor(window, 'speechSynthesis')!,
  );
  return true;
}
