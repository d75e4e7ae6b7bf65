import { systemClock, type Clock } from './clock.js';
import { rankVoices, type VoiceInfo } from './voices.js';

/**
 * When to ask again, in ms from the last time: for 3.75 s if there are voices, for 7.75 s if there are
 * none at all. Firefox on Linux needs 2.5 s, on a busy machine 7 s.
 */
const ASK_AGAIN = [250, 500, 1000, 2000, 4000];

/**
 * The platform's voices, which arrive late, in parts, with an event or without (fault 9), and go
 * again (fault 22): asked at once, at each `voiceschanged`, and some more times for a few seconds.
 */
export class VoiceList {
  #voices: readonly SpeechSynthesisVoice[] = [];
  #ranked = new Map<string, readonly VoiceInfo[]>();
  #listeners = new Set<(more: boolean) => void>();
  /** Ends what listens to the platform now. */
  #open: AbortSignal | undefined;
  #asking = false;
  readonly #synthesis: SpeechSynthesis | undefined;
  readonly #clock: Clock;
  readonly #wanted: () => AbortSignal;

  /**
   * @param synthesis undefined where there is none: the list is then empty for ever.
   * @param wanted aborted when nobody wants to hear of the platform's voices, as it is from then on; asked
   *   with every {@link refresh}; by default never
   */
  constructor(
    synthesis: SpeechSynthesis | undefined = globalThis.speechSynthesis,
    clock: Clock = systemClock,
    wanted?: () => AbortSignal,
  ) {
    this.#synthesis = synthesis;
    this.#clock = clock;
    const { signal } = new AbortController();
    this.#wanted = wanted ?? (() => signal);
  }

  /** How many voices there are, of all languages. */
  get size(): number {
    this.#open ?? this.refresh();
    return this.#voices.length;
  }

  /** The voices of a language, best first; the same array until the platform's list changes. */
  voicesFor(lang: string): readonly VoiceInfo[] {
    this.#open ?? this.refresh();
    let ranked = this.#ranked.get(lang);
    if (!ranked) this.#ranked.set(lang, (ranked = rankVoices(this.#voices, lang)));
    return ranked;
  }

  /**
   * Asks the platform now: when the page is ready, when reading is about to begin, when the list is
   * shown. The first time that it is wanted it also begins to listen, and asks again for a few seconds.
   */
  refresh(): this {
    const signal = this.#wanted();
    if (signal !== this.#open && !signal.aborted && this.#synthesis) {
      this.#open = signal;
      this.#askAgain(0, signal);
      // Old Safari's speechSynthesis is no EventTarget.
      this.#synthesis.addEventListener?.('voiceschanged', () => this.#ask(), { signal });
      // Whoever waits for more waits in vain.
      signal.addEventListener('abort', () => this.#end());
    }
    this.#ask();
    return this;
  }

  /** Calls `listener` whenever the list changes; returns the way to stop that. */
  subscribe(listener: () => void): () => void {
    const heard = (more: boolean) => more && listener();
    this.#listeners.add(heard);
    return () => this.#listeners.delete(heard);
  }

  /** Resolves true when the list changes, false when no more voices are expected. */
  more(signal: AbortSignal): Promise<boolean> {
    return new Promise((resolve) => {
      if (!this.#asking || signal.aborted) return resolve(false);
      const heard = (more: boolean) => {
        this.#listeners.delete(heard);
        resolve(more);
      };
      this.#listeners.add(heard);
      signal.addEventListener('abort', () => heard(false), { once: true });
    });
  }

  #end(): void {
    this.#asking = false;
    this.#tell(false);
  }

  #ask(): void {
    const voices = this.#synthesis?.getVoices() ?? [];
    const same =
      voices.length === this.#voices.length &&
      voices[0] === this.#voices[0] &&
      voices.at(-1) === this.#voices.at(-1);
    if (same) return;
    this.#voices = [...voices];
    this.#ranked.clear();
    this.#tell(true);
  }

  #askAgain(turn: number, signal: AbortSignal): void {
    const ms = turn === 4 && this.#voices.length ? undefined : ASK_AGAIN[turn];
    if (ms === undefined) return this.#end();
    this.#asking = true;
    this.#clock.setTimeout(() => {
      if (signal.aborted) return;
      this.#ask();
      this.#askAgain(turn + 1, signal);
    }, ms);
  }

  #tell(more: boolean): void {
    for (const listener of [...this.#listeners]) listener(more);
  }
}
