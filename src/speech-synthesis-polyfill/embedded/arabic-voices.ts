import type { VoiceInit } from '../voice.js';

/** An embedded voice: its description, and how espeak-ng makes it. */
export interface ArabicVoice extends VoiceInit {
  /** Name of its variant; letters only. */
  readonly variant: string;
  /**
   * The variant in espeak-ng's format: `pitch` in Hz (base, range), for each `formant` frequency,
   * strength and width in per cent, and how breathy, rough or voiced it is.
   *
   * @see https://github.com/espeak-ng/espeak-ng/blob/master/docs/voices.md
   */
  readonly definition: string;
}

/** Scales all formants alike: a shorter vocal tract raises them. */
const formants = (frequency: number, strength: number, width: number) =>
  Array.from(
    { length: 9 },
    (_, index) => `formant ${index} ${frequency} ${strength} ${width}`,
  ).join('\n');

const voice = (
  variant: string,
  name: string,
  gender: 'male' | 'female',
  parameters: string,
): ArabicVoice => ({
  variant,
  voiceURI: `embedded:ar/${variant.toLowerCase()}`,
  name,
  lang: 'ar',
  localService: true,
  default: variant === 'Salem',
  // Stress of words that are not vocalised: the last heavy syllable's (6), of espeak-ng's rules the
  // nearest to Arabic's.
  definition: `language variant\nname ${variant}\ngender ${gender}\nstressRule 6\n${parameters}\n`,
});

/** The first is the default. */
export const ARABIC_VOICES: readonly ArabicVoice[] = [
  // An even man's voice with little colour: the one that tires least.
  voice('Salem', 'سالم — Salem', 'male', `pitch 86 124\nconsonants 110 100\nflutter 1`),
  // A woman's: an octave higher, the vocal tract a sixth shorter, a little breath.
  voice(
    'Layla',
    'ليلى — Layla',
    'female',
    `pitch 172 238\n${formants(114, 82, 135)}\nbreath 0 2 3 3 3 2\nconsonants 115 115\nstressAdd 0 0 -10 -10 0 0 10 30`,
  ),
  // Deep and slow to move, a longer vocal tract.
  voice(
    'Hakim',
    'حكيم — Hakim',
    'male',
    `pitch 62 92\n${formants(91, 105, 95)}\nroughness 2\nvoicing 120`,
  ),
  // Young and bright: for ears that miss low sounds.
  voice(
    'Nour',
    'نور — Nour',
    'female',
    `pitch 205 300\n${formants(124, 95, 115)}\nconsonants 130 120\nflutter 3`,
  ),
  // Lively, narrow formants and strong consonants: easiest to make out at high rates.
  voice(
    'Fasih',
    'فصيح — Fasih',
    'male',
    `pitch 104 168\n${formants(103, 110, 78)}\nconsonants 150 130\nvoicing 85\ntone 600 170 1200 235 2600 255`,
  ),
];
