import type { Article, Span } from '../core/article.js';
import type { FailureReason, Playback } from '../core/playback.js';
import type { Settings } from '../core/settings.js';

/** There is another article to read, or its text has changed. Read it from `reader.article`. */
export class ReaderArticleChangeEvent extends Event {
  constructor(readonly article: Article) {
    super('reader-articlechange');
  }
}

/** Reading began, paused, stopped or failed. */
export class ReaderStateChangeEvent extends Event {
  constructor(readonly playback: Playback) {
    super('reader-statechange');
  }
}

/** The reading position moved; both null when there is none. */
export class ReaderPositionChangeEvent extends Event {
  constructor(
    readonly sentence: Span | null,
    readonly word: Span | null,
  ) {
    super('reader-positionchange');
  }
}

/** A setting changed, by the user, by an attribute or in another tab. */
export class ReaderSettingsChangeEvent extends Event {
  constructor(readonly settings: Settings) {
    super('reader-settingschange');
  }
}

/** Something could not be done; `message` says what happened and what to do, in the UI language. */
export class ReaderErrorEvent extends Event {
  constructor(
    readonly reason: FailureReason,
    readonly message: string,
  ) {
    super('reader-error');
  }
}

export interface ReaderEventMap {
  'reader-articlechange': ReaderArticleChangeEvent;
  'reader-statechange': ReaderStateChangeEvent;
  'reader-positionchange': ReaderPositionChangeEvent;
  'reader-settingschange': ReaderSettingsChangeEvent;
  'reader-error': ReaderErrorEvent;
}

export type ReaderEvent = ReaderEventMap[keyof ReaderEventMap];

declare global {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- merging is the point
  interface HTMLElementEventMap extends ReaderEventMap {}
}
