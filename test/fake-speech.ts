/**
 * A scripted voice: the W3C Speech Synthesis interface with every fault that can be scripted, on a
 * clock that a test can hold in its hand. For Node and for browsers.
 */
import { wordsOf } from '../src/core/words.js';
import { systemClock, type Clock } from '../src/speech/clock.js';

/** Lets everything run that waits for nothing but its turn. */
export const settled = () =>
  new Promise<void>((resolve) => {
    if (typeof setImmediate === 'function') return void setImmediate(resolve);
    // Browsers make timers in a row wait, and theirs may be virtual.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

/** Time that passes only when told to. */
export class VirtualClock implements Clock {
  #now = 1_000_000;
  #timers = new Map<number, { at: number; run: () => void }>();
  #ids = 0;

  now(): number {
    return this.#now;
  }

  setTimeout(run: () => void, ms: number): number {
    this.#timers.set(++this.#ids, { at: this.#now + Math.max(0, ms), run });
    return this.#ids;
  }

  clearTimeout(timer: unknown): void {
    this.#timers.delete(timer as number);
  }

  /** How many timers are set. */
  get timers(): number {
    return this.#timers.size;
  }

  /** Lets `ms` pass, timer by timer; stops early when `until` says so. */
  async advance(ms: number, until: () => boolean = () => false): Promise<void> {
    const end = this.#now + ms;
    await settled();
    while (!until()) {
      let next: [number, { at: number; run: () => void }] | undefined;
      for (const timer of this.#timers) if (!next || timer[1].at < next[1].at) next = timer;
      if (!next || next[1].at > end) {
        this.#now = end;
        return;
      }
      this.#timers.delete(next[0]);
      this.#now = Math.max(this.#now, next[1].at);
      next[1].run();
      await settled();
    }
  }

  /** The device sleeps: time goes on, and nothing runs. */
  sleep(ms: number): void {
    this.#now += ms;
  }
}

/** What the voice does with one utterance; without any, it speaks well and reports its words. */
export interface Script {
  /** Ms from `speak()` to `start`; Infinity for never. */
  readonly delay?: number;
  /** Ms for each word, or for each of its characters; divided by the rate. */
  readonly msPerWord?: number;
  readonly msPerCharacter?: number;
  /**
   * Which `boundary` events come: one a word at its start; none; all with index 0; inside the word;
   * now and then one that goes back; on the space before the word; and of sentences, too.
   */
  readonly boundaries?: 'exact' | 'none' | 'zero' | 'inside' | 'back' | 'before' | 'sentences';
  /** After so many words… */
  readonly after?: number;
  /**
   * …it is silent: `stuck` with `speaking` true, `gone` with `speaking` false; or it stops with that
   * `error`. The word after is not heard.
   */
  readonly then?: 'stuck' | 'gone' | { readonly error: string };
  /** All is said, and no `end` comes. */
  readonly noEnd?: boolean;
  /** `end` comes twice, or before `start`. */
  readonly end?: 'twice' | 'first';
  /** Nothing is said, and it is over at once. */
  readonly instant?: boolean;
  /** Only so many characters are said. */
  readonly reads?: (text: string) => number;
}

export class FakeUtterance {
  text: string;
  lang = '';
  voice: SpeechSynthesisVoice | null = null;
  rate = 1;
  pitch = 1;
  volume = 1;
  onstart: ((event: unknown) => void) | null = null;
  onend: ((event: unknown) => void) | null = null;
  onerror: ((event: unknown) => void) | null = null;
  onboundary: ((event: unknown) => void) | null = null;
  onpause: ((event: unknown) => void) | null = null;
  constructor(text = '') {
    this.text = text;
  }
}

/** What voices are where the browser has no speech. */
class FakeVoice {}

export const fakeVoice = (
  name: string,
  lang = 'ar-SA',
  more: Partial<SpeechSynthesisVoice> = {},
): SpeechSynthesisVoice => ({
  name,
  lang,
  voiceURI: `fake:${name}`,
  localService: true,
  default: false,
  ...more,
});

/** A word that came out of the loudspeaker. */
export interface Heard {
  readonly text: string;
  readonly utterance: FakeUtterance;
  /** Of the word in the utterance's text. */
  readonly index: number;
}

export interface FakeOptions {
  readonly clock?: Clock;
  readonly voices?: readonly SpeechSynthesisVoice[];
  /** What to do with the `nth` utterance, from 0. */
  readonly script?: (utterance: FakeUtterance, nth: number) => Script;
  /** Whether the page may speak now (12). */
  readonly allowed?: () => boolean;
  /** Utterances that follow another sooner than so many ms are swallowed (13). */
  readonly gap?: number;
}

/**
 * Always has the faults that nobody can ask a browser about: it swallows what is spoken in the tick of
 * a `cancel()` (6), sends late events of what was cancelled (7), and `pause()` cancels (5).
 */
export class FakeSynthesis extends EventTarget {
  voices: readonly SpeechSynthesisVoice[];
  speaking = false;
  pending = false;
  paused = false;
  script: (utterance: FakeUtterance, nth: number) => Script;
  /** All that `speak()` was given, and all that was heard. */
  readonly spoken: FakeUtterance[] = [];
  readonly heard: Heard[] = [];
  /** How often each was called. */
  readonly calls = { speak: 0, cancel: 0, pause: 0, resume: 0, getVoices: 0 };
  readonly #clock: Clock;
  readonly #allowed: () => boolean;
  readonly #gap: number;
  #queue: FakeUtterance[] = [];
  #current: FakeUtterance | undefined;
  #timer: unknown;
  #cancelledAt = -1;
  #endedAt = -Infinity;

  constructor({
    clock = systemClock,
    voices = [fakeVoice('Majed')],
    script = () => ({}),
    allowed = () => true,
    gap = 0,
  }: FakeOptions = {}) {
    super();
    this.#clock = clock;
    this.voices = voices;
    this.script = script;
    this.#allowed = allowed;
    this.#gap = gap;
  }

  getVoices(): SpeechSynthesisVoice[] {
    this.calls.getVoices++;
    return [...this.voices];
  }

  setVoices(voices: readonly SpeechSynthesisVoice[], event = true): void {
    this.voices = voices;
    if (event) this.dispatchEvent(new Event('voiceschanged'));
  }

  speak(utterance: FakeUtterance): void {
    this.calls.speak++;
    const now = this.#clock.now();
    if (!this.#allowed()) {
      this.#clock.setTimeout(() => utterance.onerror?.({ error: 'not-allowed' }), 1);
      return;
    }
    if (now <= this.#cancelledAt || now - this.#endedAt < this.#gap) return;
    this.#queue.push(utterance);
    this.pending = true;
    if (!this.#current) this.#next();
  }

  cancel(): void {
    this.calls.cancel++;
    this.#drop('canceled');
  }

  /** As on Android. */
  pause(): void {
    this.calls.pause++;
    this.#drop('interrupted');
  }

  resume(): void {
    this.calls.resume++;
    this.paused = false;
    if (!this.#current) this.#next();
  }

  /** Another script cancels, or pauses, what is being said; `hold`: pauses, and no event comes. */
  interrupt(how: 'interrupted' | 'canceled' | 'pause' | 'hold'): void {
    const utterance = this.#current;
    if (how === 'hold') {
      this.paused = true;
      this.#clock.clearTimeout(this.#timer);
      return;
    }
    this.#stop();
    if (how === 'pause') {
      this.paused = true;
      utterance?.onpause?.({});
    } else utterance?.onerror?.({ error: how });
  }

  #drop(error: string): void {
    this.#cancelledAt = this.#clock.now();
    const dropped = this.#current;
    this.#stop();
    this.#clock.setTimeout(() => {
      dropped?.onerror?.({ error });
      dropped?.onend?.({});
    }, 60);
  }

  #stop(): void {
    this.#clock.clearTimeout(this.#timer);
    this.#current = undefined;
    this.#queue = [];
    this.speaking = this.pending = false;
  }

  #next(): void {
    const utterance = this.paused ? undefined : this.#queue.shift();
    this.#current = utterance;
    this.speaking = utterance !== undefined;
    this.pending = this.#queue.length > 0;
    if (!utterance) return;
    const nth = this.spoken.push(utterance) - 1;
    this.#perform(utterance, this.script(utterance, nth));
  }

  #wait(ms: number, run: () => void): void {
    if (ms < Infinity) this.#timer = this.#clock.setTimeout(run, ms);
  }

  #finish(utterance: FakeUtterance, how?: Script['end']): void {
    this.#endedAt = this.#clock.now();
    this.#current = undefined;
    this.speaking = false;
    utterance.onend?.({});
    if (how === 'twice') utterance.onend?.({});
    if (!this.#current) this.#next();
  }

  #perform(utterance: FakeUtterance, script: Script): void {
    const { boundaries = 'exact', after = Infinity, then, end, delay = 20 } = script;
    const { text, rate } = utterance;
    const length = script.reads?.(text) ?? text.length;
    const words = wordsOf(text, { start: 0, end: length });
    let count = 0;

    const report = (start: number, size: number) => {
      const index = {
        exact: start,
        sentences: start,
        none: NaN,
        zero: 0,
        inside: start + (size >> 1),
        before: Math.max(0, start - 1),
        back: count % 3 === 2 ? 0 : start,
      }[boundaries];
      if (boundaries === 'sentences')
        utterance.onboundary?.({ name: 'sentence', charIndex: text.length - 1, charLength: 0 });
      if (index >= 0) utterance.onboundary?.({ name: 'word', charIndex: index, charLength: 0 });
    };

    const say = () => {
      const word = words[count];
      if (word && count >= after && then) {
        report(word.start, word.end - word.start);
        if (this.#current !== utterance) return;
        if (then === 'gone') this.speaking = false;
        else if (then !== 'stuck') {
          this.#stop();
          utterance.onerror?.(then);
        }
        return;
      }
      if (!word) {
        if (script.noEnd) this.speaking = false;
        else this.#finish(utterance, end);
        return;
      }
      const { start } = word;
      report(start, word.end - start);
      if (this.#current !== utterance) return;
      const ms = script.msPerWord ?? (script.msPerCharacter ?? 65) * (word.end - start + 1);
      this.#wait(ms / rate, () => {
        this.heard.push({ text: text.slice(start, word.end), utterance, index: start });
        count++;
        say();
      });
    };

    this.#wait(delay, () => {
      if (end === 'first') {
        // Everything is said before any event comes.
        for (const { start, end } of words)
          this.heard.push({ text: text.slice(start, end), utterance, index: start });
        this.#wait(text.length * 65, () => {
          this.#finish(utterance);
          utterance.onstart?.({});
        });
        return;
      }
      if (then && after < 0) {
        // Fails before it begins.
        this.#stop();
        if (typeof then === 'object') utterance.onerror?.(then);
        return;
      }
      utterance.onstart?.({});
      if (this.#current !== utterance) return;
      if (script.instant) this.#finish(utterance);
      else say();
    });
  }
}

/**
 * Replaces the browser's speech with a voice that says a word in a moment of real time and reports it.
 *
 * @param target the window, before any reader is made on its page.
 * @returns the fake, and `restore()`.
 */
export function installFakeSpeech(
  target: object = globalThis,
  options: FakeOptions & { readonly msPerWord?: number } = {},
): { synthesis: FakeSynthesis; restore(): void } {
  const { msPerWord = 1 } = options;
  const synthesis = new FakeSynthesis({ script: () => ({ delay: 1, msPerWord }), ...options });
  // The platform's own kind of voice, where it has one: others are refused beside the embedded ones.
  const { SpeechSynthesisVoice = FakeVoice } = target as {
    SpeechSynthesisVoice?: { prototype: object };
  };
  for (const voice of synthesis.voices)
    Object.setPrototypeOf(voice, SpeechSynthesisVoice.prototype);
  const names = {
    speechSynthesis: synthesis,
    SpeechSynthesisUtterance: FakeUtterance,
    SpeechSynthesisVoice,
  };
  const before = Object.keys(names).map(
    (name) => [name, Object.getOwnPropertyDescriptor(target, name)] as const,
  );
  for (const [name, value] of Object.entries(names))
    Object.defineProperty(target, name, { value, configurable: true, writable: true });
  return {
    synthesis,
    restore() {
      synthesis.cancel();
      for (const [name, descriptor] of before)
        if (descriptor) Object.defineProperty(target, name, descriptor);
        else Reflect.deleteProperty(target, name);
    },
  };
}
