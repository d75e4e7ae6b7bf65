/** Tells listeners what happened, once each, with an event that they know. */
import type { Playback, Position } from '../core/playback.js';
import {
  ReaderErrorEvent,
  ReaderPositionChangeEvent,
  ReaderStateChangeEvent,
  type ReaderEvent,
} from './events.js';
import type { ReaderListener, ReaderState } from './reader-state.js';

export class Announcer {
  readonly #listeners = new Set<ReaderListener>();
  readonly #state: Pick<ReaderState, 'playback' | 'position'>;
  #toldPosition: Position;
  #toldPlayback: Playback;

  constructor(state: Pick<ReaderState, 'playback' | 'position'>) {
    this.#state = state;
    this.#toldPosition = state.position;
    this.#toldPlayback = state.playback;
  }

  subscribe(listener: ReaderListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** @param event null where only what is drawn changed */
  emit(event: ReaderEvent | null): void {
    for (const listener of [...this.#listeners]) listener(event);
  }

  /** Tells of the playback and of the position, where they are others than were told last. */
  tellReading(): void {
    const { position } = this.#state;
    if (position !== this.#toldPosition) {
      this.#toldPosition = position;
      this.emit(new ReaderPositionChangeEvent(position.sentence, position.word));
    }
    // A listener may have changed it.
    const { playback } = this.#state;
    if (playback === this.#toldPlayback) return;
    this.#toldPlayback = playback;
    this.emit(new ReaderStateChangeEvent(playback));
    if (playback.status === 'failed')
      this.emit(new ReaderErrorEvent(playback.reason, playback.message));
  }
}
