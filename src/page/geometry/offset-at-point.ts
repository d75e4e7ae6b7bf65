/** Which text is at a point. Knows nothing of clicks and of what they do. */
import { indexAt, type Span } from '../../core/article.js';
import { firstIndex } from '../../core/search.js';
import { rectsOf } from './css-zoom.js';
import type { PageText, Run } from '../page-text.js';

/**
 * The offset of the character seen at a point.
 *
 * By geometry, and not by `caretPositionFromPoint`: that answers for points beside the text too, is
 * missing in WebKit, and sees into shadow roots in some engines only. Halving the text until one
 * character is left asks for few rectangles and does not care about direction.
 *
 * @param x, y in CSS pixels of the viewport, as in a `MouseEvent`'s `clientX` and `clientY`.
 * @returns null beside the text: in a margin, after the end of a line, on what is not read.
 */
export function offsetAtPoint(page: PageText, x: number, y: number): number | null {
  for (const element of elementsAt(page.root.ownerDocument ?? document, x, y)) {
    const offset = offsetIn(page, element, x, y);
    if (offset !== null) return offset;
  }
  return null;
}

/**
 * What is seen at a point in each tree, the inner first: each answers with its own elements, and bare text
 * in a slot stands in the component.
 */
function elementsAt(tree: Document | ShadowRoot, x: number, y: number): Element[] {
  const element = tree.elementFromPoint(x, y);
  // Where nothing is in it, some answer with what is round it.
  if (!element || !tree.contains(element)) return [];
  const inner = element.shadowRoot ? elementsAt(element.shadowRoot, x, y) : [];
  return [...inner, element];
}

/** The offset of the character at a point, among those that stand in an element without one between. */
function offsetIn(page: PageText, element: Element, x: number, y: number): number | null {
  const { runs } = page;
  if (!element.firstChild) return runs.find(({ node }) => node === element)?.start ?? null;
  const offset = page.toOffset(element, 0);
  // What is slotted without an element of its own stands in one that is not read, or not in order.
  const isInOrder = offset !== null && !element.shadowRoot;
  const candidates: { run: Run; rects: DOMRect[] }[] = [];
  for (let i = isInOrder ? indexAt(runs, offset) : 0; runs[i]; i++) {
    const run = runs[i]!;
    if (isInOrder && !element.contains(run.node)) break;
    if (run.node.parentNode === element)
      candidates.push({ run, rects: rectsOf(page.toRange(run)) });
  }
  const rect = rectAt(
    candidates.flatMap(({ rects }) => rects),
    x,
    y,
  );
  const best = candidates.find(({ rects }) => rects.includes(rect!));
  if (!rect || !best) return null;
  const holds = (span: Span) =>
    rectsOf(page.toRange(span)).some(
      (it) => x >= it.left && x <= it.right && Math.abs(it.top - rect.top) < 1,
    );
  const { start, end } = best.run;
  // The first character that the point is in: with it, all that begins at the start holds it.
  return start + firstIndex(end - start - 1, (i) => holds({ start, end: start + i + 1 }));
}

/** Which rectangle a point is in; the leading between two lines belongs to the nearer one. */
function rectAt(rects: readonly DOMRect[], x: number, y: number): DOMRect | undefined {
  const distance = (rect: DOMRect) => Math.abs(y - (rect.top + rect.bottom) / 2);
  let nearest: DOMRect | undefined;
  for (const rect of rects) {
    if (x < rect.left || x > rect.right || distance(rect) > rect.height) continue;
    if (!nearest || distance(rect) < distance(nearest)) nearest = rect;
  }
  return nearest;
}
