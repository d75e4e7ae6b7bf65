/** What scrolls round a node, and what it lets be seen. Scrolls nothing itself. */
import { elementOf, parentOf } from '../dom-tree.js';
import { intersection, type Box } from './box.js';
import { boundsOf } from './css-zoom.js';

/** The scrolling containers round a node, innermost first; the window's is the last. */
export function scrollersOf(node: Node): Element[] {
  const page = document.scrollingElement ?? document.documentElement;
  const scrollers: Element[] = [];
  for (let at = elementOf(node); at; at = parentOf(at)) {
    if (at === page || at === document.body || at === document.documentElement) continue;
    // A modal dialog lies over the page, whatever its elements hang from.
    if (at.matches(':modal')) break;
    const { overflowX, overflowY } = getComputedStyle(at);
    if (
      (canScroll(overflowY) && at.scrollHeight > at.clientHeight) ||
      (canScroll(overflowX) && at.scrollWidth > at.clientWidth)
    ) {
      scrollers.push(at);
    }
  }
  return [...scrollers, page];
}

/** The place where a scrolling container shows its content; the window's is all of it. */
export function scrollportOf(scroller: Element): Box {
  if (scroller === document.scrollingElement)
    return { top: 0, left: 0, right: scroller.clientWidth, bottom: innerHeight };
  const { top, bottom, left, right } = boundsOf(scroller);
  return { top, bottom, left, right };
}

/** What the scrolling containers on the page, without the window, show of a node. */
export const clipBoxOf = (node: Node): Box =>
  scrollersOf(node).slice(0, -1).map(scrollportOf).reduce(intersection, {
    top: -Infinity,
    bottom: Infinity,
    left: -Infinity,
    right: Infinity,
  });

/** Whether a computed `overflow-x` or `overflow-y` lets the user scroll. */
export const canScroll = (overflow: string): boolean =>
  overflow === 'auto' || overflow === 'scroll';
