/**
 * How a reading begins: at the place that was asked for, once what it needs is there, and in the user's
 * gesture where it is there already, unless it is not wanted any more by then.
 */
import type { Span } from '../core/article.js';
import type { Player } from '../speech/player.js';
import type { Content } from './content.js';
import type { LazyListening } from './listening/lazy-listening.js';
import type { Surfaces } from './surfaces.js';

/** @returns begins a reading, as {@link ReaderApi.play} says */
export function readingStart(
  player: Player,
  content: Content,
  surfaces: Surfaces,
  listening: LazyListening,
  takeArticle: () => void,
): (from?: number | Range) => void {
  /** Where a Range stands in the article; null if it does not, or holds nothing. */
  function spanOf(range: Range): Span | null {
    const start = surfaces.offsetOf(range.startContainer, range.startOffset);
    const end = surfaces.offsetOf(range.endContainer, range.endOffset);
    return start === null || end === null || start >= end ? null : { start, end };
  }

  function play(from?: number | Range): void {
    if (content.playWhenRendered(() => play(from))) return;
    listening.loaded?.preview.abort();
    surfaces.current?.follow();
    const place = from instanceof Object ? spanOf(from) : from;
    if (place === null) return;
    takeArticle();
    const begin = () => {
      const { loaded } = listening;
      const missing = loaded?.missingVoice;
      if (missing) player.fail(missing);
      else player.play(place ?? loaded?.startingPlace());
    };
    const preparation = listening.prepare(true);
    if (!preparation) return begin();
    listening.wakeSound();
    const signal = player.wait();
    void preparation.then(() => {
      if (!signal.aborted) begin();
    });
  }

  return play;
}
