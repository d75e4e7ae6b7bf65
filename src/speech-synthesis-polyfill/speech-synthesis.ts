/*
 * Longer than other files: it is one interface of the specification, with its queue.
 */
import { AudioOutput } from './audio-output.js';
import { defineInterface } from './define-interface.js';
import { defineEventHandlers } from './event-handlers.js';
import { SpeechSynthesisErrorEvent, SpeechSynthesisEvent } from './events.js';
import type { SpeechSynthesisErrorCode } from './events.js';
import { PlatformEngine } from './platform-engine.js';
import { SoundEngine } from './sound-engine.js';
import type { SpeechEngine, SpeechListener } from './speech-engine.js';
import type { Synthesizer } from './synthesizer.js';
import { SpeechSynthesisUtterance } from './utterance.js';
import { SpeechSynthesisVoice, type VoiceInit } from './voice.js';

export interface SpeechSynthesisOptions {
  /** What makes the sound, the preferred one first. */
  readonly synthesizers: readonly Synthesizer[];
  /**
   * A platform speech synthesis whose voices are offered before those of the synthesizers.
   * Its realm's `SpeechSynthesisUtterance` is taken from `globalThis` unless given.
   */
  readonly platform?: globalThis.SpeechSynthesis | undefined;
  readonly PlatformUtterance?: typeof globalThis.SpeechSynthesisUtterance;
  /**
   * Makes what the sound goes through, called when sound is first wanted and again after the device
   * was lost. For pages that load this package after the user's gesture: one that they made and
   * resumed in it.
   */
  readonly createContext?: () => AudioContext;
  /** Plays what synthesizers make; stands in for tests. */
  readonly soundEngine?: SoundEngine;
}

interface Entry {
  readonly utterance: SpeechSynthesisUtterance;
  readonly engine: SpeechEngine<unknown> | undefined;
  readonly speak: (listener: SpeechListener) => void;
  /** `waiting` here, `given` to its engine, or heard: `begun`. */
  state: 'waiting' | 'given' | 'begun';
}

/** Utterances in the queue of any speech synthesis. */
const queued = new WeakSet<SpeechSynthesisUtterance>();

const primary = (lang: string) => lang.toLowerCase().split(/[-_]/, 1)[0];

/**
 * The W3C `SpeechSynthesis` over pluggable synthesizers, and the platform's voices too if asked:
 * one list of voices, one queue, one interface.
 *
 * An utterance without a voice gets the first voice that speaks its language, of the platform
 * before the synthesizers; without a language either, the default voice. The text, voice, rate,
 * pitch and volume that count are those at the time of `speak()`.
 *
 * Fires `voiceschanged`. Events of an utterance are never fired from within a method.
 *
 * @see https://webaudio.github.io/web-speech-api/#tts-section
 */
export class SpeechSynthesis extends EventTarget implements globalThis.SpeechSynthesis {
  declare onvoiceschanged: globalThis.SpeechSynthesis['onvoiceschanged'];
  declare addEventListener: globalThis.SpeechSynthesis['addEventListener'];
  declare removeEventListener: globalThis.SpeechSynthesis['removeEventListener'];

  readonly #voices = new Map<
    SpeechSynthesisVoice,
    { readonly synthesizer: Synthesizer; readonly init: VoiceInit }
  >();
  readonly #platform: globalThis.SpeechSynthesis | undefined;
  readonly #platformEngine: PlatformEngine | undefined;
  readonly #soundEngine: SoundEngine;
  #queue: Entry[] = [];
  #paused = false;

  constructor(options: SpeechSynthesisOptions) {
    if (!options?.synthesizers) throw new TypeError('Illegal constructor');
    super();
    for (const synthesizer of options.synthesizers)
      for (const init of synthesizer.voices)
        this.#voices.set(new SpeechSynthesisVoice(init), { synthesizer, init });
    this.#soundEngine =
      options.soundEngine ??
      new SoundEngine((events) => new AudioOutput(events, options.createContext));
    const { platform } = options;
    if (platform) {
      this.#platform = platform;
      this.#platformEngine = new PlatformEngine(
        platform,
        options.PlatformUtterance ?? globalThis.SpeechSynthesisUtterance,
      );
      // Safari's is no EventTarget; its voices are there from the beginning.
      platform.addEventListener?.('voiceschanged', () =>
        this.dispatchEvent(new Event('voiceschanged')),
      );
    }
  }

  /** Whether an utterance is waiting that has not begun to be heard. */
  get pending(): boolean {
    return this.#queue.some(({ state }) => state !== 'begun');
  }

  /** Whether an utterance has begun and is not over, paused or not. */
  get speaking(): boolean {
    return this.#queue[0]?.state === 'begun';
  }

  /** Whether it is paused, speaking or not; `cancel()` does not change it. */
  get paused(): boolean {
    return this.#paused;
  }

  /** The platform's voices, if asked for, then those of the synthesizers in their order. */
  getVoices(): globalThis.SpeechSynthesisVoice[] {
    return [...(this.#platform?.getVoices() ?? []), ...this.#voices.keys()];
  }

  /**
   * Puts an utterance at the end of the queue. Call it from the user's gesture the first time:
   * without one the utterance gets the error `not-allowed`.
   *
   * @throws TypeError if it is not an utterance.
   * @throws DOMException `InvalidStateError` while it is in a queue already, of this or another.
   */
  speak(utterance: SpeechSynthesisUtterance): void {
    if (!(utterance instanceof SpeechSynthesisUtterance))
      throw new TypeError('speak() needs a SpeechSynthesisUtterance');
    if (queued.has(utterance))
      throw new DOMException('The utterance is being spoken already', 'InvalidStateError');
    queued.add(utterance);
    this.#queue.push(this.#entry(utterance));
    this.#advance();
  }

  /** Empties the queue; what is heard falls silent. */
  cancel(): void {
    const entries = this.#queue;
    const elapsed = entries[0]?.engine?.elapsed ?? 0;
    this.#queue = [];
    for (const { utterance } of entries) queued.delete(utterance);
    this.#soundEngine.cancel();
    this.#platformEngine?.cancel();
    queueMicrotask(() => {
      for (const { utterance, state } of entries)
        if (state === 'begun') this.#error(utterance, elapsed, 'interrupted');
        else this.#error(utterance, 0, 'canceled');
    });
  }

  /** Stops at once, and can go on from there; with nothing to say, holds what comes. */
  pause(): void {
    this.#paused = true;
    const head = this.#queue[0];
    if (head && head.state !== 'waiting') head.engine?.pause();
  }

  /** Goes on where {@link pause} stopped. Call it from the user's gesture. */
  resume(): void {
    if (!this.#paused) return;
    this.#paused = false;
    this.#soundEngine.resume();
    this.#platformEngine?.resume();
    this.#advance();
  }

  /** Decides who says it. */
  #entry(utterance: SpeechSynthesisUtterance): Entry {
    const { text, voice, rate, pitch, volume } = utterance;
    const lang = utterance.lang || globalThis.document?.documentElement.lang || '';
    const state = 'waiting';
    const chosen = voice ?? this.#voiceFor(lang);
    const own = this.#voices.get(chosen as SpeechSynthesisVoice);
    if (own) {
      const { synthesizer, init } = own;
      const request = { text, lang, voice: init, rate, pitch, volume, synthesizer };
      const engine = this.#soundEngine;
      return { utterance, state, engine, speak: (to) => engine.speak(request, to) };
    }
    const engine = this.#platformEngine;
    // What was put in the platform's place by `install` has voices of our class.
    const foreign =
      !(chosen instanceof SpeechSynthesisVoice) || this.#platform?.getVoices().includes(chosen);
    if (engine && foreign) {
      const request = { text, lang, voice: chosen, rate, pitch, volume };
      return { utterance, state, engine, speak: (to) => engine.speak(request, to) };
    }
    const code = voice ? 'voice-unavailable' : 'language-unavailable';
    const speak = (to: SpeechListener) => queueMicrotask(() => to.error(0, code));
    return { utterance, state, engine: undefined, speak };
  }

  /** Null if no voice speaks it; the platform may know better, if there is one. */
  #voiceFor(lang: string): globalThis.SpeechSynthesisVoice | null {
    const voices = this.getVoices();
    if (!lang)
      return this.#platform ? null : (voices.find((voice) => voice.default) ?? voices[0] ?? null);
    const wanted = lang.toLowerCase().replace('_', '-');
    const speaks = voices.filter((voice) => primary(voice.lang) === primary(lang));
    return (
      speaks.find((voice) => voice.lang.toLowerCase().replace('_', '-') === wanted) ??
      speaks[0] ??
      null
    );
  }

  /** Gives engines what they may have: the first in the queue, and those that can follow it. */
  #advance(): void {
    if (this.#paused) return;
    const head = this.#queue[0];
    for (const entry of this.#queue) {
      if (entry !== head && !(head?.engine?.looksAhead && entry.engine === head.engine)) break;
      if (entry.state !== 'waiting') continue;
      entry.state = 'given';
      entry.speak(this.#listen(entry));
    }
  }

  #listen(entry: Entry): SpeechListener {
    const { utterance } = entry;
    const fire = (type: string, elapsedTime: number, init = {}) =>
      utterance.dispatchEvent(new SpeechSynthesisEvent(type, { utterance, elapsedTime, ...init }));
    /** False if it is over: a microtask may report what a cancel has overtaken. */
    const leave = () => {
      const at = this.#queue.indexOf(entry);
      if (at < 0) return false;
      this.#queue.splice(at, 1);
      queued.delete(utterance);
      return true;
    };
    return {
      start: () => {
        entry.state = 'begun';
        fire('start', 0);
      },
      boundary: (time, charIndex, charLength, name) =>
        fire('boundary', time, { charIndex, charLength, name }),
      pause: (time) => fire('pause', time),
      resume: (time) => fire('resume', time),
      interrupted: (time) => {
        this.#paused = true;
        fire('pause', time);
      },
      recovered: (time) => {
        this.#paused = false;
        fire('resume', time);
        this.#advance();
      },
      end: (time) => {
        if (!leave()) return;
        fire('end', time);
        this.#advance();
      },
      error: (time, code) => {
        if (!leave()) return;
        this.#error(utterance, time, code);
        this.#advance();
      },
    };
  }

  #error(
    utterance: SpeechSynthesisUtterance,
    elapsedTime: number,
    error: SpeechSynthesisErrorCode,
  ): void {
    utterance.dispatchEvent(
      new SpeechSynthesisErrorEvent('error', { utterance, elapsedTime, error }),
    );
  }
}

defineInterface(SpeechSynthesis, 'SpeechSynthesis');
defineEventHandlers(SpeechSynthesis.prototype, ['voiceschanged']);
