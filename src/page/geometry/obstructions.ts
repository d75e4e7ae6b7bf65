import { boundsOf, parentOf } from './css-zoom.js';
import type { Box } from './scrollers.js';

/** Heights in CSS pixels of what covers the top and bottom of a view: a toolbar, a header. */
export interface Inset {
  readonly top: number;
  readonly bottom: number;
}

/** Where along an edge is looked, in parts of it. */
const ACROSS = [0.1, 0.5, 0.9];
/** So many bars may lie one beside the other at one edge. */
const BARS = 4;

/**
 * How much of a view's edges lies under what the page keeps there: headers, footers and banners that are
 * fixed or sticky. What covers most of the view is no bar (a backdrop, a dialog), and none is what hears
 * no pointer.
 *
 * @param text what is to be seen; nothing that it is part of covers it, and nothing that lies under it
 */
export function coversOf(view: Box, text: Element): Inset {
  const around = new Set<Element>();
  for (let at: Element | null = text; at; at = parentOf(at)) around.add(at);

  function coverAt(x: number, y: number): DOMRect | null {
    for (const element of document.elementsFromPoint(x, y)) {
      for (let at: Element | null = element; at && !around.has(at); at = parentOf(at))
        if (/fixed|sticky/.test(getComputedStyle(at).position)) return boundsOf(at);
      if (around.has(element)) return null;
    }
    return null;
  }

  const { top, bottom, left, right } = view;
  const most = (bottom - top) / 2;
  function covered(depthOf: (cover: DOMRect) => number, yOf: (depth: number) => number): number {
    let depth = 0;
    for (let bars = 0; bars < BARS; bars++) {
      const depths = ACROSS.map((part) => {
        const cover = coverAt(left + part * (right - left), yOf(depth));
        return cover ? depthOf(cover) : 0;
      }).filter((it) => it <= most);
      const next = Math.max(depth, ...depths);
      if (next === depth) break;
      depth = next;
    }
    return depth;
  }

  return {
    top: covered(
      (cover) => cover.bottom - top,
      (depth) => top + depth + 1,
    ),
    bottom: covered(
      (cover) => bottom - cover.top,
      (depth) => bottom - depth - 1,
    ),
  };
}
