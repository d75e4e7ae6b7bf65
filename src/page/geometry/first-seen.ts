/** Places in the text as a reader sees them: what is at the top of the view, and going there. */
import { boundsOf, elementOf } from './css-zoom.js';
import type { PageText } from '../read/page-text.js';

/**
 * The offset of the first text that is seen whole below a height of the window; the end's if all of
 * the text is above it.
 *
 * @param top in CSS pixels of the viewport
 */
export function firstSeen({ article: { blocks }, toRange }: PageText, top: number): number {
  const isSeen = (from: number, to: number) => {
    const { top: upper, bottom } = boundsOf(toRange({ start: from, end: to }));
    // Half a line that is cut off is not read.
    return upper + Math.min(8, (bottom - upper) / 2) >= top;
  };
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (boundsOf(toRange(blocks[middle]!)).bottom > top + 1) high = middle;
    else low = middle + 1;
  }
  const block = blocks[low];
  if (!block) return 0;
  if (isSeen(block.start, block.start + 1)) return block.start;
  let [start, end] = [block.start, block.end - 1];
  while (start < end) {
    const middle = (start + end) >> 1;
    if (isSeen(middle, middle + 1)) end = middle;
    else start = middle + 1;
  }
  return start;
}

/**
 * Scrolls the text at an offset to a height of the window, in whatever scrolls.
 *
 * @param top in CSS pixels of the viewport
 */
export function scrollTo({ toRange }: PageText, offset: number, top: number): void {
  const range = toRange({ start: offset, end: offset + 1 });
  const element = elementOf(range.startContainer);
  element?.scrollIntoView({ block: 'start', inline: 'nearest', behavior: 'instant' });
  const off = boundsOf(range).top - top;
  for (let at = element; at && Math.abs(off) > 1; at = at.parentElement) {
    const scroller = at === document.documentElement ? document.scrollingElement! : at;
    if (scroller.scrollHeight <= scroller.clientHeight) continue;
    const { overflowY } = getComputedStyle(scroller);
    if (scroller !== document.scrollingElement && !/auto|scroll/.test(overflowY)) continue;
    scroller.scrollBy({ top: off, behavior: 'instant' });
    return;
  }
}
