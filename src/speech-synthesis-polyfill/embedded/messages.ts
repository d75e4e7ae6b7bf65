/**
 * What the page and the worker of the embedded voice say to each other. The worker is under
 * another licence (GPL-3.0): these messages are all that the two share.
 */

/** First message to the worker. */
export interface LoadMessage {
  /** The voice's data, gzipped or not. */
  readonly data: ArrayBuffer;
  /** Voice variants by name, in espeak-ng's own format. */
  readonly variants: Readonly<Record<string, string>>;
}

/** Has a text said. */
export interface SpeakMessage {
  readonly id: number;
  /** With a `<mark>` before each word whose time is wanted; its name comes back. */
  readonly ssml: string;
  readonly variant: string;
  /** Words a minute, 80 to 450. */
  readonly rate: number;
  /** 0 to 99; 50 is the voice's own. */
  readonly pitch: number;
}

/** Asks how words are said, each by itself, without sound. */
export interface TranscribeMessage {
  readonly id: number;
  readonly words: readonly string[];
}

export type WorkerMessage =
  | { readonly type: 'ready' }
  /** The synthesizer could not be started. */
  | { readonly type: 'failed'; readonly message: string }
  | {
      readonly type: 'chunk';
      readonly id: number;
      readonly samples: Float32Array<ArrayBuffer>;
      readonly sampleRate: number;
      /** Name of the mark, and ms from the beginning. */
      readonly marks: readonly (readonly [name: string, time: number])[];
    }
  /** In the signs of the International Phonetic Alphabet as espeak-ng writes them, a word each. */
  | { readonly type: 'transcribed'; readonly id: number; readonly words: readonly string[] }
  | { readonly type: 'done'; readonly id: number };
