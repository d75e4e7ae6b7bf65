/** A recording of an article, as it is known and told of. Knows nothing of what plays it. */
import type { Progress } from './progress.js';

/** Why a recording does not read, or not all of it. The interface has a message for each. */
export type RecordingNotice =
  /** The recording, or what follows of it, did not come: no network, refused, or too slow. */
  | 'unreachable'
  /** The browser cannot play it: a wrong type, or nothing is there. */
  | 'unplayable'
  /** What says when which word is said is no such thing, or contradicts itself. */
  | 'broken'
  /** Few of its words are the article's. */
  | 'other-article'
  /** The browser wants a click before it plays anything. */
  | 'refused'
  /** The article has text that was not recorded: a live voice reads it. */
  | 'new-text'
  /** The same, and it is passed over. */
  | 'new-text-skipped';

/** What the interface and the device show of a recording. Times are seconds of the sound. */
export interface RecordingState {
  /** Its addresses, in full; null where none is offered. */
  readonly url: string;
  readonly epub: string | null;
  /** Whether it is what reads: no other voice was picked, and it did not fail. */
  readonly reads: boolean;
  /** Whether it is heard, or is to be at once. */
  readonly sounds: boolean;
  readonly duration: number;
  /** Where it is; where nothing is read, the beginning. */
  readonly elapsed: number;
  /** When what stands at an offset of the article is said. */
  timeAt(offset: number): number;
  /** What is said at a time, as an offset into the article. */
  offsetAt(time: number): number;
  /** What is known of the progress at an offset, while it is what reads. */
  progressAt(offset: number): Pick<Progress, 'minutesLeft'> | undefined;
}
