/** What the page keeps over the edges of a view. Knows nothing of who wants to see what. */
import { parentOf } from '../dom-tree.js';
import type { Box, Inset } from './box.js';
import { boundsOf } from './css-zoom.js';

/** Where along an edge is looked, in parts of it. */
const ACROSS = [0.1, 0.5, 0.9];
/** What has changed without a sign (a transition, a rule for the pointer) is seen after so long; ms. */
const STALE = 1000;
/** So many bars may lie one beside the other at one edge. */
const BARS = 4;

/**
 * How much of a view's edges lies under what the page keeps there: headers, footers and banners that are
 * fixed or sticky. What covers most of the view is no bar (a backdrop, a dialog), and none is what hears
 * no pointer.
 *
 * @param text what is to be seen; nothing that it is part of covers it, and nothing that lies under it
 */
export function obstructionsOf(view: Box, text: Element): Inset {
  const ancestors = new Set<Element>();
  for (let at: Element | null = text; at; at = parentOf(at)) ancestors.add(at);

  function obstructionAt(x: number, y: number): DOMRect | null {
    for (const element of document.elementsFromPoint(x, y)) {
      for (let at: Element | null = element; at && !ancestors.has(at); at = parentOf(at))
        if (/fixed|sticky/.test(getComputedStyle(at).position)) return boundsOf(at);
      if (ancestors.has(element)) return null;
    }
    return null;
  }

  const { top, bottom, left, right } = view;
  const most = (bottom - top) / 2;
  function depthFrom(
    depthOf: (obstruction: DOMRect) => number,
    yOf: (depth: number) => number,
  ): number {
    let depth = 0;
    for (let bars = 0; bars < BARS; bars++) {
      const depths = ACROSS.map((part) => {
        const obstruction = obstructionAt(left + part * (right - left), yOf(depth));
        return obstruction ? depthOf(obstruction) : 0;
      }).filter((it) => it <= most);
      const next = Math.max(depth, ...depths);
      if (next === depth) break;
      depth = next;
    }
    return depth;
  }

  return {
    top: depthFrom(
      (obstruction) => obstruction.bottom - top,
      (depth) => top + depth + 1,
    ),
    bottom: depthFrom(
      (obstruction) => bottom - obstruction.top,
      (depth) => bottom - depth - 1,
    ),
  };
}

/**
 * {@link obstructionsOf} what scrolls, remembered until the page scrolls, changes or is resized: to look
 * for what lies at a point is dear in a long page, and reading asks with each word.
 *
 * @param signal ends the remembering
 */
export function watchObstructions(
  signal: AbortSignal,
): (view: Box, text: Element, scroller: Element) => Inset {
  const known = new Map<Element, { view: Box; inset: Inset; at: number }>();
  const forget = () => known.clear();
  const observer = new MutationObserver(forget);
  observer.observe(document, {
    subtree: true,
    childList: true,
    attributeFilter: ['class', 'style', 'hidden', 'open'],
  });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  for (const type of ['scroll', 'resize'])
    window.addEventListener(type, forget, { capture: true, passive: true, signal });
  return (view, text, scroller) => {
    const now = performance.now();
    const found = known.get(scroller);
    const isSame =
      found &&
      now - found.at < STALE &&
      found.view.top === view.top &&
      found.view.bottom === view.bottom &&
      found.view.left === view.left &&
      found.view.right === view.right;
    if (isSame) return found.inset;
    const inset = obstructionsOf(view, text);
    known.set(scroller, { view, inset, at: now });
    return inset;
  };
}
