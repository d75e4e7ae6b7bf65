/**
 * What the parts of a reader see of it: what is known, and what may be asked. It lies below them all, so
 * that no part knows the façade that joins them, or another part's inside.
 */
import type { Article } from '../core/article.js';
import type { Playback, Position } from '../core/playback.js';
import type { RecordingState } from '../core/recording.js';
import type { Settings } from '../core/settings.js';
import type { Surface } from '../page/surface.js';
import type { Unit } from '../speech/navigation.js';
import type { ReaderEvent } from './events.js';

/** Called with each event; with null when only what is drawn changed: the voices, the following. */
export type ReaderListener = (event: ReaderEvent | null) => void;

/** What is known. Objects are frozen; each is another one after it changed. */
export interface ReaderState {
  /** What is read: text, language, blocks and their sentences. */
  readonly article: Article;
  readonly playback: Playback;
  /** The sentence and the word that are read; the word is null where the voice reports none. */
  readonly position: Position;
  /** What holds: the user's choice, else the page's, else the library's. */
  readonly settings: Settings;
  /** The recording that the page offers; null while there is none. */
  readonly recording: RecordingState | null;
  /** Where the article is seen now; null without one. */
  readonly surface: Surface | null;
  /** Where reading was at the last visit, as an offset; null once the user has begun or said where to. */
  readonly savedPlace: number | null;
  /** Aborted when what is attached now is let go: whatever is loaded or listens for it ends with it. */
  readonly signal: AbortSignal;
  /** Calls `listener` with every event; returns how to stop. */
  subscribe(listener: ReaderListener): () => void;
}

/** What may be asked. */
export interface ReaderCommands {
  play(): void;
  /** Stops speaking and keeps the place. */
  pause(): void;
  /** Stops reading and forgets the place. */
  stop(): void;
  next(unit?: Unit): void;
  previous(unit?: Unit): void;
  /** Moves to the word at an offset. */
  seek(offset: number): void;
}
