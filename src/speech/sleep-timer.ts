import type { LocatedSentence } from './navigation.js';

/** When reading pauses by itself: at the end of the paragraph, after so many minutes, or not. */
export type SleepTime = 'paragraph' | number | null;

/** Lets reading end for who falls asleep over it: never in the middle of a sentence. */
export class SleepTimer {
  #time: SleepTime = null;
  /** When the minutes are over. */
  #end = Infinity;
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** As it was set; null once it is over. */
  get time(): SleepTime {
    return this.#time;
  }

  /** @throws RangeError for minutes that are not more than 0 */
  set time(time: SleepTime) {
    if (typeof time === 'number' && !(time > 0))
      throw new RangeError(`minutes are more than 0, not ${time}`);
    this.#time = time;
    this.#end = typeof time === 'number' ? this.#now() + time * 60_000 : Infinity;
  }

  /** Minutes that ran out while nothing was read end nothing. */
  begin(): void {
    if (this.#now() >= this.#end) this.time = null;
  }

  /** Reading is over, and the paragraph with it. */
  end(): void {
    if (this.#time === 'paragraph') this.time = null;
  }

  /** Whether reading pauses between two sentences; the timer is used up then. */
  pausesBefore(next: LocatedSentence, last: LocatedSentence): boolean {
    const isOver =
      this.#time === 'paragraph' ? next.block !== last.block : this.#now() >= this.#end;
    if (isOver) this.time = null;
    return isOver;
  }
}
