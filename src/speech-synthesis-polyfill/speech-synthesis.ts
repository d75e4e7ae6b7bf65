/*
 * Longer than other files: it is one interface of the specification, with its queue.
 */
import { AudioOutput } from './audio-output.js';
import { defineInterface, implementsInterface } from './define-interface.js';
import { defineEventHandlers } from './event-handlers.js';
import { SpeechSynthesisErrorEvent, SpeechSynthesisEvent } from './events.js';
import type { SpeechSynthesisErrorCode } from './events.js';
import { voiceFor } from './language.js';
import { Loudspeaker } from './loudspeaker.js';
import { PlatformEngine, type PlatformRequest } from './platform-engine.js';
import { SoundEngine } from './sound-engine.js';
import type { SpeechEngine, SpeechListener } from './speech-engine.js';
import type { Synthesizer } from './synthesizer.js';
import type { SpeechSynthesisUtterance } from './utterance.js';
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
  /** What stood in it when it was given to us. */
  readonly request: Omit<PlatformRequest, 'voice'>;
  engine?: SpeechEngine<unknown> | undefined;
  speak: (listener: SpeechListener) => void;
  /** The page chose no voice: if the platform's fails, one of ours may speak. */
  readonly anyVoice: boolean;
  /** `waiting` here, `given` to its engine, or heard: `begun`. */
  state: 'waiting' | 'given' | 'begun';
  /** Where it has got to. */
  word: { readonly charIndex: number; readonly charLength: number };
}

/** Set on an utterance while it is in a queue, also for the copies of this package in other frames. */
const QUEUED = Symbol.for('speech-synthesis-polyfill.queued');

type Queueable = SpeechSynthesisUtterance & { [QUEUED]?: boolean };

/**
 * The W3C `SpeechSynthesis` over pluggable synthesizers, and the platform's voices too if asked:
 * one list of voices, one queue, one interface.
 *
 * An utterance without a voice gets the first voice that speaks its language, of the platform
 * before the synthesizers; if none does, or without a language, the platform's default voice. Where
 * the platform has no voices, or fails before it has begun, the nearest one of the synthesizers
 * speaks. The text, voice, rate, pitch and volume that count are those at the time of `speak()`.
 *
 * Of all frames and tabs of an origin one sounds at a time: who begins interrupts the others. A page
 * that is left falls silent, and does not go on when it comes back.
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
  readonly #loudspeaker = new Loudspeaker(() => this.cancel());
  #queue: Entry[] = [];
  #paused = false;

  static {
    defineEventHandlers(this.prototype, ['voiceschanged'], (target) => #paused in target);
  }

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
      this.#paused = !!platform.paused;
      this.#platformEngine = new PlatformEngine(
        platform,
        options.PlatformUtterance ?? globalThis.SpeechSynthesisUtterance,
      );
      // Safari's is no EventTarget; its voices are there from the beginning.
      platform.addEventListener?.('voiceschanged', () =>
        this.dispatchEvent(new Event('voiceschanged')),
      );
    }
    // From the page cache it would come back speaking.
    globalThis.addEventListener?.('pagehide', () => this.cancel());
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
   * @throws TypeError if it is not an utterance; those of other frames and of the platform are.
   * @throws DOMException `InvalidStateError` while it is in a queue already, of this or another.
   */
  speak(utterance: SpeechSynthesisUtterance): void {
    if (!implementsInterface(utterance, 'SpeechSynthesisUtterance'))
      throw new TypeError('speak() needs a SpeechSynthesisUtterance');
    const queueable: Queueable = utterance;
    if (queueable[QUEUED])
      throw new DOMException('The utterance is being spoken already', 'InvalidStateError');
    this.#queue.push(this.#entry(utterance));
    queueable[QUEUED] = true;
    this.#advance();
  }

  /** Empties the queue; what is heard falls silent. */
  cancel(): void {
    const entries = this.#queue;
    const elapsed = entries[0]?.engine?.elapsed ?? 0;
    this.#queue = [];
    for (const { utterance } of entries) (utterance as Queueable)[QUEUED] = false;
    this.#soundEngine.cancel();
    this.#platformEngine?.cancel();
    this.#share();
    queueMicrotask(() => {
      for (const entry of entries)
        if (entry.state === 'begun') this.#error(entry, elapsed, 'interrupted');
        else this.#error(entry, 0, 'canceled');
    });
  }

  /** Stops at once, and can go on from there; with nothing to say, holds what comes. */
  pause(): void {
    this.#paused = true;
    const head = this.#queue[0];
    if (head && head.state !== 'waiting') head.engine?.pause();
    this.#share();
  }

  /** Goes on where {@link pause} stopped. Call it from the user's gesture. */
  resume(): void {
    // The platform may have been paused by somebody else.
    if (!this.#paused && !this.#platform?.paused) return;
    this.#paused = false;
    this.#soundEngine.resume();
    this.#platformEngine?.resume();
    this.#advance();
  }

  #entry(utterance: SpeechSynthesisUtterance): Entry {
    const { text, voice, rate, pitch, volume } = utterance;
    const lang = utterance.lang || globalThis.document?.documentElement.lang || '';
    const entry: Entry = {
      utterance,
      request: { text, lang, rate, pitch, volume },
      speak: (to) =>
        queueMicrotask(() => to.error(0, voice ? 'voice-unavailable' : 'language-unavailable')),
      anyVoice: !voice,
      state: 'waiting',
      word: { charIndex: 0, charLength: 0 },
    };
    this.#assign(entry, voice ?? this.#voiceFor(lang));
    return entry;
  }

  /** Decides who says it. */
  #assign(entry: Entry, voice: globalThis.SpeechSynthesisVoice | null): void {
    const { request } = entry;
    const theirs = this.#platform?.getVoices() ?? [];
    const isTheirs = !!voice && theirs.includes(voice);
    // A voice that another frame, or another speech synthesis, has listed is the one we list.
    const own = isTheirs
      ? undefined
      : [...this.#voices].find(([mine]) => mine === voice || mine.voiceURI === voice?.voiceURI);
    if (own) {
      const [, { synthesizer, init }] = own;
      const engine = this.#soundEngine;
      entry.engine = engine;
      entry.speak = (to) => engine.speak({ ...request, voice: init, synthesizer }, to);
      return;
    }
    const engine = this.#platformEngine;
    // What was put in the platform's place by `install` has voices of our class.
    if (engine && (isTheirs || !(voice instanceof SpeechSynthesisVoice))) {
      entry.engine = engine;
      entry.speak = (to) => engine.speak({ ...request, voice }, to);
    }
  }

  /** Null if the platform may know one. */
  #voiceFor(lang: string): globalThis.SpeechSynthesisVoice | null {
    if (!this.#platform?.getVoices().length) return this.#nearest(lang);
    return (lang && voiceFor(this.getVoices(), lang)) || null;
  }

  /** Of ours the one that speaks a language, or else the default. */
  #nearest(lang: string): SpeechSynthesisVoice | null {
    const voices = [...this.#voices.keys()];
    return voiceFor(voices, lang) ?? voices.find((voice) => voice.default) ?? voices[0] ?? null;
  }

  /** Gives engines what they may have: the first in the queue, and those that can follow it. */
  #advance(): void {
    this.#share();
    if (this.#paused) return;
    const head = this.#queue[0];
    for (const entry of this.#queue) {
      if (entry !== head && !(head?.engine?.looksAhead && entry.engine === head.engine)) break;
      if (entry.state !== 'waiting') continue;
      entry.state = 'given';
      entry.speak(this.#listen(entry));
    }
  }

  /** Takes the loudspeaker when sound of ours begins, and leaves it to other frames when it is over. */
  #share(): void {
    const head = this.#queue[0];
    if (this.#paused || head?.engine !== this.#soundEngine) this.#loudspeaker.leave();
    else if (head.state === 'begun') this.#loudspeaker.take();
  }

  #listen(entry: Entry): SpeechListener {
    const { utterance, request } = entry;
    const fire = (type: string, elapsedTime: number, name = '') =>
      utterance.dispatchEvent(
        new SpeechSynthesisEvent(type, { utterance, elapsedTime, name, ...entry.word }),
      );
    /** False if it is over: a microtask may report what a cancel has overtaken. */
    const leave = () => {
      const at = this.#queue.indexOf(entry);
      if (at < 0) return false;
      this.#queue.splice(at, 1);
      (utterance as Queueable)[QUEUED] = false;
      return true;
    };
    return {
      start: () => {
        entry.state = 'begun';
        this.#share();
        fire('start', 0);
      },
      boundary: (time, charIndex, charLength, name) => {
        entry.word = { charIndex, charLength };
        fire('boundary', time, name);
      },
      pause: (time) => fire('pause', time),
      resume: (time) => fire('resume', time),
      interrupted: (time) => {
        this.#paused = true;
        this.#share();
        fire('pause', time);
      },
      recovered: (time) => {
        this.#paused = false;
        fire('resume', time);
        this.#advance();
      },
      end: (time) => {
        if (!leave()) return;
        entry.word = { charIndex: request.text.length, charLength: 0 };
        fire('end', time);
        this.#advance();
      },
      error: (time, code) => {
        if (this.#queue[0] === entry && this.#replaces(entry, code)) return this.#advance();
        if (!leave()) return;
        this.#error(entry, time, code);
        this.#advance();
      },
    };
  }

  /** Whether a voice of ours speaks in the place of one of the platform that could not begin. */
  #replaces(entry: Entry, code: SpeechSynthesisErrorCode): boolean {
    const { engine, anyVoice, state, request } = entry;
    if (engine !== this.#platformEngine || !anyVoice || state === 'begun') return false;
    if (/^(canceled|interrupted|not-allowed)$/.test(code)) return false;
    const voice = this.#nearest(request.lang);
    if (!voice) return false;
    entry.state = 'waiting';
    this.#assign(entry, voice);
    return true;
  }

  #error({ utterance, word }: Entry, elapsedTime: number, error: SpeechSynthesisErrorCode): void {
    utterance.dispatchEvent(
      new SpeechSynthesisErrorEvent('error', { utterance, elapsedTime, error, ...word }),
    );
  }
}

defineInterface(SpeechSynthesis, 'SpeechSynthesis');
