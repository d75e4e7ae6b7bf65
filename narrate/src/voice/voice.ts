/** What speaks, whatever it is. Knows nothing of articles. */
import type { Synthesizer } from '../../../src/speech-synthesis-polyfill/index.js';

export interface NarrationVoice {
  /** Tells it from every other, in the hash of what it made: another one sounds otherwise. */
  readonly id: string;
  /** As it is called in what is written for people. */
  readonly name: string;
  readonly synthesizer: Synthesizer;
  /** Whether, of what it has said so far, when a word is said was a guess of ours: the voice did not tell. */
  readonly isEstimated: boolean;
  /** Whether it speaks a language, given by BCP 47 tag. */
  speaks(lang: string): boolean;
  close(): void;
}
