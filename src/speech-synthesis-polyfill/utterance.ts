import { defineInterface, implementsInterface } from './define-interface.js';
import { defineEventHandlers } from './event-handlers.js';

/** WebIDL's `float`: not finite is a `TypeError`; the rest is clamped and rounded to 32 bits. */
function float(value: unknown, name: string, low: number, high: number): number {
  const number = Math.fround(Number(value));
  if (!Number.isFinite(number))
    throw new TypeError(`SpeechSynthesisUtterance.${name} is not finite`);
  return Math.fround(Math.min(Math.max(number, low), high));
}

/**
 * The W3C `SpeechSynthesisUtterance`: what to say, and how.
 *
 * Fires `start`, `boundary`, `pause`, `resume` and `end` as `SpeechSynthesisEvent`, and `error` as
 * `SpeechSynthesisErrorEvent`. What is read is what stands here when it is given to `speak()`.
 *
 * @see https://webaudio.github.io/web-speech-api/#speechsynthesisutterance
 */
export class SpeechSynthesisUtterance
  extends EventTarget
  implements globalThis.SpeechSynthesisUtterance
{
  declare onstart: globalThis.SpeechSynthesisUtterance['onstart'];
  declare onend: globalThis.SpeechSynthesisUtterance['onend'];
  declare onerror: globalThis.SpeechSynthesisUtterance['onerror'];
  declare onpause: globalThis.SpeechSynthesisUtterance['onpause'];
  declare onresume: globalThis.SpeechSynthesisUtterance['onresume'];
  declare onmark: globalThis.SpeechSynthesisUtterance['onmark'];
  declare onboundary: globalThis.SpeechSynthesisUtterance['onboundary'];

  declare addEventListener: globalThis.SpeechSynthesisUtterance['addEventListener'];
  declare removeEventListener: globalThis.SpeechSynthesisUtterance['removeEventListener'];

  static {
    const types = ['start', 'end', 'error', 'pause', 'resume', 'mark', 'boundary'];
    defineEventHandlers(this.prototype, types, (target) => #text in target);
  }

  #text: string;
  #lang = '';
  #voice: globalThis.SpeechSynthesisVoice | null = null;
  #volume = 1;
  #rate = 1;
  #pitch = 1;

  /** @param text What to say: plain text, or a whole SSML document, whose tags are left out. Default ''. */
  constructor(text?: string) {
    super();
    this.#text = text === undefined ? '' : `${text}`;
  }

  get text(): string {
    return this.#text;
  }

  set text(value: string) {
    this.#text = `${value}`;
  }

  /** BCP 47 language; '' is the language of the document. */
  get lang(): string {
    return this.#lang;
  }

  set lang(value: string) {
    this.#lang = `${value}`;
  }

  /** One of `getVoices()`, of any frame; null lets the language decide. Anything else throws `TypeError`. */
  get voice(): globalThis.SpeechSynthesisVoice | null {
    return this.#voice;
  }

  set voice(value: globalThis.SpeechSynthesisVoice | null) {
    const voice = value ?? null;
    if (voice !== null && !implementsInterface(voice, 'SpeechSynthesisVoice'))
      throw new TypeError('SpeechSynthesisUtterance.voice is not a SpeechSynthesisVoice');
    this.#voice = voice;
  }

  /** 0 to 1, clamped; not finite throws `TypeError`, as for `rate` and `pitch`. Default 1. */
  get volume(): number {
    return this.#volume;
  }

  set volume(value: number) {
    this.#volume = float(value, 'volume', 0, 1);
  }

  /** 0.1 to 10, clamped, as a multiple of the voice's own pace. Default 1. */
  get rate(): number {
    return this.#rate;
  }

  set rate(value: number) {
    this.#rate = float(value, 'rate', 0.1, 10);
  }

  /** 0 to 2, clamped. Default 1, the voice's own. */
  get pitch(): number {
    return this.#pitch;
  }

  set pitch(value: number) {
    this.#pitch = float(value, 'pitch', 0, 2);
  }
}

defineInterface(SpeechSynthesisUtterance, 'SpeechSynthesisUtterance');
