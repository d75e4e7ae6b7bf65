import type { SpeechEngine, SpeechListener } from './speech-engine.js';

/** An utterance for the platform to say. */
export interface PlatformRequest {
  readonly text: string;
  readonly lang: string;
  /** Null lets the platform choose. */
  readonly voice: globalThis.SpeechSynthesisVoice | null;
  readonly rate: number;
  readonly pitch: number;
  readonly volume: number;
}

/**
 * Passes utterances to the platform's own speech synthesis, and its events back, with all its
 * habits: what a platform does wrong is not for this package to mend.
 *
 * @param synthesis the platform's `speechSynthesis`.
 * @param Utterance its `SpeechSynthesisUtterance`, of the same realm.
 */
export class PlatformEngine implements SpeechEngine<PlatformRequest> {
  readonly looksAhead = false;
  readonly #synthesis: globalThis.SpeechSynthesis;
  readonly #Utterance: typeof globalThis.SpeechSynthesisUtterance;
  /** Held on to until it is over: browsers collect what only they know, and its `end` with it. */
  #current: globalThis.SpeechSynthesisUtterance | undefined;
  /** When it began, by `performance.now()`. */
  #begin: number | undefined;

  constructor(
    synthesis: globalThis.SpeechSynthesis,
    Utterance: typeof globalThis.SpeechSynthesisUtterance,
  ) {
    this.#synthesis = synthesis;
    this.#Utterance = Utterance;
  }

  /** By the clock on the wall: browsers disagree on the unit of their `elapsedTime`. */
  get elapsed(): number {
    return this.#begin === undefined ? 0 : (performance.now() - this.#begin) / 1000;
  }

  speak(request: PlatformRequest, listener: SpeechListener): void {
    const utterance = Object.assign(new this.#Utterance(request.text), {
      lang: request.lang,
      voice: request.voice,
      rate: request.rate,
      pitch: request.pitch,
      volume: request.volume,
    });
    this.#current = utterance;
    this.#begin = undefined;
    const when =
      <E extends Event>(report: (event: E) => void) =>
      (event: E) => {
        if (this.#current === utterance) report(event);
      };
    utterance.onstart = when(() => {
      this.#begin = performance.now();
      listener.start();
    });
    utterance.onboundary = when(({ charIndex, charLength, name }: SpeechSynthesisEvent) =>
      listener.boundary(this.elapsed, charIndex, charLength ?? 0, name),
    );
    utterance.onpause = when(() => listener.pause(this.elapsed));
    utterance.onresume = when(() => listener.resume(this.elapsed));
    utterance.onend = when(() => {
      this.#current = undefined;
      listener.end(this.elapsed);
    });
    utterance.onerror = when(({ error }: SpeechSynthesisErrorEvent) => {
      this.#current = undefined;
      listener.error(this.elapsed, error);
    });
    this.#synthesis.speak(utterance);
  }

  pause(): void {
    this.#synthesis.pause();
  }

  resume(): void {
    this.#synthesis.resume();
  }

  cancel(): void {
    if (!this.#current) return;
    this.#current = undefined;
    this.#synthesis.cancel();
  }
}
