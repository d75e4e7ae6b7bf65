import type { SpeechSynthesisErrorCode } from './events.js';
import type { VoiceInit } from './voice.js';

/** An utterance as it stood when it was given to `speak()`. */
export interface SynthesisRequest {
  readonly text: string;
  /** BCP 47; '' if neither the utterance nor the document says. */
  readonly lang: string;
  readonly voice: VoiceInit;
  /** 0.1 to 10 times the voice's own pace. */
  readonly rate: number;
  /** 0 to 2; 1 is the voice's own. */
  readonly pitch: number;
}

/** Where a word begins in the audio. */
export interface SynthesisMark {
  /** Seconds from the beginning of the utterance's audio. */
  readonly time: number;
  /** Offset of the word in the utterance's text. */
  readonly start: number;
  readonly length: number;
}

/** A stretch of audio, and the words that begin in it, in order. */
export interface SynthesisChunk {
  /** Mono, -1 to 1. */
  readonly samples: Float32Array<ArrayBuffer>;
  /** Samples a second, 8,000 to 96,000. */
  readonly sampleRate: number;
  readonly marks: readonly SynthesisMark[];
}

/** Turns text into sound. */
export interface Synthesizer {
  readonly voices: readonly VoiceInit[];
  /**
   * The audio of an utterance, from its beginning, in chunks; the next one is asked for when it is
   * needed, so that a long text need not be in memory whole. Text without a word gives no chunk.
   *
   * @param signal aborted when nobody wants the rest.
   * @throws SynthesisFailure while iterating.
   */
  synthesize(request: SynthesisRequest, signal: AbortSignal): AsyncIterable<SynthesisChunk>;
  /**
   * Fetches what it needs ahead of the first utterance.
   *
   * @param onProgress told how much has come, 0 to 1, where that is known
   */
  preload?(onProgress?: (fraction: number) => void): Promise<void>;
}

/** Why there is no sound, in the terms of the specification. */
export class SynthesisFailure extends Error {
  override readonly name = 'SynthesisFailure';

  constructor(
    readonly code: SpeechSynthesisErrorCode,
    message: string,
    // `ErrorOptions` by its members: pages whose types are those of ES2020 have no such name.
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}
