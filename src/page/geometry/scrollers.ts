import { boundsOf, elementOf, parentOf } from './css-zoom.js';

/** A rectangle as seen on screen, in CSS pixels of the viewport. */
export interface Box {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

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
export function boxOf(scroller: Element): Box {
  if (scroller === document.scrollingElement)
    return { top: 0, left: 0, right: scroller.clientWidth, bottom: innerHeight };
  const { top, bottom, left, right } = boundsOf(scroller);
  return { top, bottom, left, right };
}

/** What the scrolling containers on the page, without the window, show of a node. */
export const seenOf = (node: Node): Box =>
  scrollersOf(node).slice(0, -1).map(boxOf).reduce(shared, {
    top: -Infinity,
    bottom: Infinity,
    left: -Infinity,
    right: Infinity,
  });

/** What two boxes share; it may be turned inside out where they share nothing. */
export const shared = (one: Box, other: Box): Box => ({
  top: Math.max(one.top, other.top),
  bottom: Math.min(one.bottom, other.bottom),
  left: Math.max(one.left, other.left),
  right: Math.min(one.right, other.right),
});

export const isEmpty = ({ top, bottom, left, right }: Box) => bottom <= top || right <= left;

/** What is left of boxes when another one is cut out of them. */
export function without(boxes: readonly Box[], hole: Box): Box[] {
  return boxes.flatMap((box) => {
    const cut = shared(box, hole);
    if (isEmpty(cut)) return [box];
    const sides = [
      { ...box, bottom: cut.top },
      { ...box, top: cut.bottom },
      { ...cut, left: box.left, right: cut.left },
      { ...cut, left: cut.right, right: box.right },
    ];
    return sides.filter((side) => !isEmpty(side));
  });
}

const canScroll = (overflow: string) => overflow === 'auto' || overflow === 'scroll';
