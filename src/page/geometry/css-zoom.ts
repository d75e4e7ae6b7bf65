/**
 * CSS `zoom` and geometry. By CSS Viewport 1 client rectangles are as seen on screen whatever zoom is
 * in force, and lengths of an element's own (scrollTop) are in its zoomed pixels. WebKit before
 * `currentCSSZoom` divides rectangles by the zoom in force, and so does Chromium (before 128); here they
 * are multiplied back.
 * Knows nothing of text size and of who sets a zoom.
 */
import { elementOf, parentOf } from '../dom-tree.js';

/** The zoom in force on an element: the product of its own and its ancestors'. */
export function zoomOf(element: Element | null): number {
  if (!element) return 1;
  if (isStandard(element)) return element.currentCSSZoom;
  let zoom = 1;
  for (let at: Element | null = element; at; at = parentOf(at)) {
    zoom *= Number(getComputedStyle(at).zoom) || 1;
  }
  return zoom;
}

/** Client rectangles, one a line and piece of text, as seen on screen. */
export function rectsOf(range: Range): DOMRect[] {
  const zoom = correction(elementOf(range.startContainer));
  const rects = Array.from(range.getClientRects());
  return zoom === 1 ? rects : rects.map((rect) => scaled(rect, zoom));
}

/** The rectangle round all of a range or an element, as seen on screen. */
export function boundsOf(thing: Range | Element): DOMRect {
  const element = thing instanceof Element ? thing : elementOf(thing.startContainer);
  return scaled(thing.getBoundingClientRect(), correction(element));
}

type Standard = Element & { readonly currentCSSZoom: number };
const isStandard = (element: Element): element is Standard => 'currentCSSZoom' in element;

const correction = (element: Element | null): number =>
  !element || isStandard(element) ? 1 : zoomOf(element);

/**
 * What WebKit divided is the place on the page, before the window's scroll is taken off; what Chromium
 * divided (measured in 111) is the place in the window.
 */
function scaled({ x, y, width, height }: DOMRect, by: number): DOMRect {
  const [left, top] = navigator.vendor.startsWith('Apple') ? [scrollX, scrollY] : [0, 0];
  return new DOMRect((x + left) * by - left, (y + top) * by - top, width * by, height * by);
}
