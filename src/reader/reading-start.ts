/**
 * How a reading begins: at the place that was asked for, once what it needs is there, and in the user's
 * gesture where it is there already, unless it is not wanted any more by then.
 */
import type { Span } from '../core/article.js';
import type { Player } from '../speech/player.js';
import type { Content } from './content.js';
import type { LazyListening } from './listening/lazy-listening.js';
import type { Surfaces } from './surfaces.js';

export class ReadingStart {
  readonly #player: Player;
  readonly #content: Content;
  readonly #surfaces: Surfaces;
  readonly #listening: LazyListening;
  readonly #takeArticle: () => void;

  constructor(
    player: Player,
    content: Content,
    surfaces: Surfaces,
    listening: LazyListening,
    takeArticle: () => void,
  ) {
    this.#player = player;
    this.#content = content;
    this.#surfaces = surfaces;
    this.#listening = listening;
    this.#takeArticle = takeArticle;
  }

  play(from?: number | Range): void {
    if (this.#content.playWhenRendered(() => this.play(from))) return;
    this.#listening.loaded?.preview.abort();
    this.#surfaces.current?.follow();
    const place = from instanceof Object ? this.#spanOf(from) : from;
    if (place === null) return;
    this.#takeArticle();
    const begin = () => {
      const { loaded } = this.#listening;
      if (loaded?.isVoiceMissing) this.#player.fail('voice-unreachable');
      else this.#player.play(place ?? loaded?.startingPlace());
    };
    const preparation = this.#listening.prepare(true);
    if (!preparation) return begin();
    this.#listening.wakeSound();
    const signal = this.#player.wait();
    void preparation.then(() => {
      if (!signal.aborted) begin();
    });
  }

  /** Where a Range stands in the article; null if it does not, or holds nothing. */
  #spanOf(range: Range): Span | null {
    const start = this.#surfaces.offsetOf(range.startContainer, range.startOffset);
    const end = this.#surfaces.offsetOf(range.endContainer, range.endOffset);
    return start === null || end === null || start >= end ? null : { start, end };
  }
}
