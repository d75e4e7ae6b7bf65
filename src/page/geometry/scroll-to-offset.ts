/** Goes to a place in the text. Knows nothing of why, and follows nothing: it scrolls once. */
import { elementOf } from '../dom-tree.js';
import type { PageText } from '../page-text.js';
import { boundsOf } from './css-zoom.js';
import { isSeen } from './seen.js';
import { canScroll } from './scrollers.js';

/**
 * Scrolls the text at an offset to a height of the window, in whatever scrolls.
 *
 * @param top in CSS pixels of the viewport
 */
export function scrollToOffset({ toRange }: PageText, offset: number, top: number): void {
  const range = toRange({ start: offset, end: offset + 1 });
  const element = elementOf(range.startContainer);
  if (!isSeen(range.startContainer)) return;
  element?.scrollIntoView({ block: 'start', inline: 'nearest', behavior: 'instant' });
  const off = boundsOf(range).top - top;
  for (let at = element; at && Math.abs(off) > 1; at = at.parentElement) {
    const scroller = at === document.documentElement ? document.scrollingElement! : at;
    if (scroller.scrollHeight <= scroller.clientHeight) continue;
    const isWindow = scroller === document.scrollingElement;
    if (!isWindow && !canScroll(getComputedStyle(scroller).overflowY)) continue;
    scroller.scrollBy({ top: off, behavior: 'instant' });
    return;
  }
}
