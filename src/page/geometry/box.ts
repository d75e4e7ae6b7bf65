/** Rectangles on the screen and what can be said of them. Arithmetic only: knows no element and no text. */

/** A rectangle as seen on screen, in CSS pixels of the viewport. */
export interface Box {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** Heights in CSS pixels of what covers the top and bottom of a view: a toolbar, a header. */
export interface Inset {
  readonly top: number;
  readonly bottom: number;
}

export const isEmpty = ({ top, bottom, left, right }: Box) => bottom <= top || right <= left;

/** What two boxes share; it may be turned inside out where they share nothing. */
export const intersection = (one: Box, other: Box): Box => ({
  top: Math.max(one.top, other.top),
  bottom: Math.min(one.bottom, other.bottom),
  left: Math.max(one.left, other.left),
  right: Math.min(one.right, other.right),
});

/** The smallest box that holds both. */
export const union = (one: Box, other: Box): Box => ({
  top: Math.min(one.top, other.top),
  bottom: Math.max(one.bottom, other.bottom),
  left: Math.min(one.left, other.left),
  right: Math.max(one.right, other.right),
});

/** The box round boxes, of which there is at least one. */
export const boundingBox = (boxes: readonly Box[]): Box => boxes.reduce(union);

/** What is left of boxes when another one is cut out of them. */
export function subtract(boxes: readonly Box[], hole: Box): Box[] {
  return boxes.flatMap((box) => {
    const cut = intersection(box, hole);
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
