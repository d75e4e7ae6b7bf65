import { defineInterface } from './define-interface.js';

/** What a voice is: the attributes of a W3C `SpeechSynthesisVoice`. */
export interface VoiceInit {
  /** Identifies the voice; need not be a real URI. */
  readonly voiceURI: string;
  /** As the user reads it in a list of voices. */
  readonly name: string;
  /** BCP 47 language. */
  readonly lang: string;
  /** False if what it says is sent to a server. Default true. */
  readonly localService?: boolean;
  /** Default false. */
  readonly default?: boolean;
}

/**
 * The W3C `SpeechSynthesisVoice`. Pages get theirs from `getVoices()`; like the platform's, it has
 * no constructor for them: without a {@link VoiceInit} it throws `TypeError`.
 *
 * @see https://webaudio.github.io/web-speech-api/#speechsynthesisvoice
 */
export class SpeechSynthesisVoice implements globalThis.SpeechSynthesisVoice {
  readonly #init: VoiceInit;

  constructor(init: VoiceInit) {
    if (typeof init?.voiceURI !== 'string') throw new TypeError('Illegal constructor');
    this.#init = init;
  }

  get voiceURI(): string {
    return this.#init.voiceURI;
  }

  get name(): string {
    return this.#init.name;
  }

  get lang(): string {
    return this.#init.lang;
  }

  get localService(): boolean {
    return this.#init.localService ?? true;
  }

  get default(): boolean {
    return this.#init.default ?? false;
  }
}

defineInterface(SpeechSynthesisVoice, 'SpeechSynthesisVoice');
