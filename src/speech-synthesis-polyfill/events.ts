import { defineInterface, implementsInterface } from './define-interface.js';
import type { SpeechSynthesisUtterance } from './utterance.js';

/** Why an utterance was not said to its end. */
export type SpeechSynthesisErrorCode = globalThis.SpeechSynthesisErrorCode;

const ERROR_CODES: readonly SpeechSynthesisErrorCode[] = [
  'canceled',
  'interrupted',
  'audio-busy',
  'audio-hardware',
  'network',
  'synthesis-unavailable',
  'synthesis-failed',
  'language-unavailable',
  'voice-unavailable',
  'text-too-long',
  'invalid-argument',
  'not-allowed',
];

export interface SpeechSynthesisEventInit extends EventInit {
  utterance: SpeechSynthesisUtterance;
  /** Offset in UTF-16 units in the utterance's text. Default 0. */
  charIndex?: number;
  /** Length in UTF-16 units. Default 0. */
  charLength?: number;
  /** Seconds since the utterance began. Default 0. */
  elapsedTime?: number;
  /** For `boundary`: 'word'. Default ''. */
  name?: string;
}

export interface SpeechSynthesisErrorEventInit extends SpeechSynthesisEventInit {
  error: SpeechSynthesisErrorCode;
}

/**
 * The W3C `SpeechSynthesisEvent`.
 *
 * @throws TypeError without an utterance, or if `elapsedTime` is not finite.
 * @see https://webaudio.github.io/web-speech-api/#speechsynthesisevent
 */
export class SpeechSynthesisEvent extends Event implements globalThis.SpeechSynthesisEvent {
  readonly #utterance: SpeechSynthesisUtterance;
  readonly #charIndex: number;
  readonly #charLength: number;
  readonly #elapsedTime: number;
  readonly #name: string;

  constructor(type: string, init: SpeechSynthesisEventInit) {
    if (!implementsInterface(init?.utterance, 'SpeechSynthesisUtterance'))
      throw new TypeError('utterance is not a SpeechSynthesisUtterance');
    super(type, init);
    const { utterance, charIndex = 0, charLength = 0, elapsedTime = 0, name = '' } = init;
    this.#utterance = utterance;
    this.#charIndex = charIndex >>> 0;
    this.#charLength = charLength >>> 0;
    this.#elapsedTime = Math.fround(elapsedTime);
    if (!Number.isFinite(this.#elapsedTime)) throw new TypeError('elapsedTime is not finite');
    this.#name = `${name}`;
  }

  get utterance(): SpeechSynthesisUtterance {
    return this.#utterance;
  }

  get charIndex(): number {
    return this.#charIndex;
  }

  get charLength(): number {
    return this.#charLength;
  }

  get elapsedTime(): number {
    return this.#elapsedTime;
  }

  get name(): string {
    return this.#name;
  }
}

/**
 * The W3C `SpeechSynthesisErrorEvent`.
 *
 * @throws TypeError also without an error code of the specification.
 * @see https://webaudio.github.io/web-speech-api/#speechsynthesiserrorevent
 */
export class SpeechSynthesisErrorEvent
  extends SpeechSynthesisEvent
  implements globalThis.SpeechSynthesisErrorEvent
{
  readonly #error: SpeechSynthesisErrorCode;

  constructor(type: string, init: SpeechSynthesisErrorEventInit) {
    super(type, init);
    if (!ERROR_CODES.includes(init.error))
      throw new TypeError(`${init.error} is not an error code`);
    this.#error = init.error;
  }

  get error(): SpeechSynthesisErrorCode {
    return this.#error;
  }
}

defineInterface(SpeechSynthesisEvent, 'SpeechSynthesisEvent', 2);
defineInterface(SpeechSynthesisErrorEvent, 'SpeechSynthesisErrorEvent', 2);
