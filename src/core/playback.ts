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
  | 'source-failed';

/** What the reader is doing: each case with exactly the data that it needs. */
export type Playback =
  | { readonly status: 'idle' }
  /** Asked to read; the voice is not sounding yet. */
  | { readonly status: 'loading' }
  | { readonly status: 'playing' }
  | { readonly status: 'paused' }
  | { readonly status: 'failed'; readonly reason: FailureReason; readonly message: string };

/** Characters of Arabic that a voice says in a minute at rate 1: about 145 words. */
export const CHARACTERS_A_MINUTE = 930;
