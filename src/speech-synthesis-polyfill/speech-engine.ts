import type { SpeechSynthesisErrorCode } from './events.js';

/** What an engine reports of one utterance; nothing after `end` or `error`, nothing after a cancel. */
export interface SpeechListener {
  start(): void;
  /** @param time seconds since the utterance began, as in all the others. */
  boundary(time: number, charIndex: number, charLength: number, name: string): void;
  pause(time: number): void;
  resume(time: number): void;
  /** Paused by the system, not by us. */
  interrupted(time: number): void;
  /** Resumed by the system. */
  recovered(time: number): void;
  end(time: number): void;
  error(time: number, code: SpeechSynthesisErrorCode): void;
}

/** What says utterances: the platform, or sound that a synthesizer makes. */
export interface SpeechEngine<Request> {
  /** Whether it wants to know the next utterance before the one before it is over. */
  readonly looksAhead: boolean;
  /** Seconds that what is being heard has been heard for; 0 if nothing is. */
  readonly elapsed: number;
  /** Says it after those that it was given before. Nothing is reported before this returns. */
  speak(request: Request, listener: SpeechListener): void;
  pause(): void;
  resume(): void;
  /** Forgets all that it was given, at once. */
  cancel(): void;
}
