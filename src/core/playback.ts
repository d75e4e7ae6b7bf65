/** What reading aloud does and where it is, as data. Knows nothing of what reads. */
import type { Span } from './article.js';

/** Why reading could not go on. The interface has a message for each. */
export type FailureReason =
  /** This browser has no speech synthesis, or it has no voice at all. */
  | 'no-speech'
  /** There are voices, none of them speaks the article's language. */
  | 'no-voice'
  /** The browser wants a click or key press before it lets a page speak. */
  | 'not-allowed'
  /** The voice is listed and does not speak. */
  | 'voice-failed'
  /** Every utterance ends at once, as in a muted tab: nothing is heard. */
  | 'silent'
  /** There is no text to read. */
  | 'empty'
  /** The text at `src` could not be fetched. */
  | 'source-failed'
  /** The text at `src` is too large to be an article. */
  | 'source-too-large'
  /** The text at `src` did not come in time. */
  | 'source-too-slow'
  /** No voice of the device will do, and the embedded one could not be loaded. */
  | 'voice-unreachable'
  /** No voice of the device will do, and the site does not have the embedded one, or does not let it run. */
  | 'voice-missing'
  /** A part of the library could not be loaded. */
  | 'unreachable';

/** What the reader is doing: each case with exactly the data that it needs. */
export type Playback =
  /** Nothing is read; `ended` where the article was read to its end. */
  | { readonly status: 'idle'; readonly ended?: true }
  /** Asked to read; the voice is not sounding yet. */
  | { readonly status: 'loading' }
  | { readonly status: 'playing' }
  | { readonly status: 'paused' }
  | { readonly status: 'failed'; readonly reason: FailureReason; readonly message: string };

/** What is being read; `word` is null while the voice does not report words. */
export interface Position {
  readonly sentence: Span | null;
  readonly word: Span | null;
}

/** Nothing is being read. */
export const NOWHERE: Position = Object.freeze({ sentence: null, word: null });

/** Whether two spans, or two that are missing, are the same. */
export const same = (one: Span | null, other: Span | null): boolean =>
  one?.start === other?.start && one?.end === other?.end;

/** Characters of Arabic that a voice says in a minute at rate 1: about 145 words. */
export const CHARACTERS_A_MINUTE = 930;
