/**
 * Whether an element lets anything of it be seen: the one answer for who reads and for who scrolls.
 * Knows nothing of articles.
 */
import { elementOf, parentOf } from '../dom-tree.js';

/** Cut down to nothing: `rect(1px, 1px, 1px, 1px)`, `inset(50%)`, `circle(0px)`, one point. */
const CUT_AWAY = /inset\((50|\d{3})%|e\(0|(ct|on)\(([01]px,? ?){4}/;

/** A colour as it is computed, of no alpha. */
const NO_INK = /(a\(.*,|\/) 0\)$/;

/** Moved out of every screen, as text for screen readers or behind a picture is: -9999px, -999em. */
const FAR = /-\d{4}/;
const FAR_EITHER_WAY = /\d{4}/;

/** How far a transform moves an element: px to the right and down. */
function moved({ transform, translate }: CSSStyleDeclaration): readonly [number, number] {
  const { m41, m42 } = new DOMMatrixReadOnly(transform === 'none' ? '' : transform);
  const [x = 0, y = 0] = /^none$|%/.test(translate) ? [] : translate.split(' ').map(parseFloat);
  return [m41 + x, m42 + y];
}

/** Whether something between an element and the page scrolls sideways: what stands in it can be come to. */
function isInScroller(element: Element): boolean {
  for (let at = parentOf(element); at && at !== document.body; at = parentOf(at))
    if (/auto|scroll/.test(getComputedStyle(at).overflowX) && at.scrollWidth > at.clientWidth)
      return true;
  return false;
}

/**
 * Whether an element is put more than 1,000 px beside the page, above it, or below a window that it is
 * fixed to. What is below on the page itself can be scrolled to.
 */
function isFarOutside(element: Element, style: CSSStyleDeclaration, box: DOMRect): boolean {
  const isLeft = box.right < 0;
  const isRight = box.left > innerWidth;
  const isAbove = box.top < 0;
  // Asked where it can be only: these are dear.
  if (isLeft || isAbove) {
    if (FAR.test(style.left + style.top + style.marginLeft)) return true;
  } else if (isRight) {
    // What is placed far from the left has the same, and may be come to by scrolling.
    if (FAR.test(style.right + style.marginRight)) return !isInScroller(element);
  } else return box.top > innerHeight && style.position === 'fixed' && FAR.test(style.bottom);
  // A row of slides is moved so while one of them is in its frame.
  if (element.scrollWidth > element.clientWidth + 1) return false;
  const [x, y] = moved(style);
  return (isLeft && x <= -1000) || (isRight && x >= 1000) || (isAbove && y <= -1000);
}

/**
 * Whether nothing in an element is seen, whatever it holds: it has no opacity, no room and clips what
 * has none, is cut away, scaled to nothing or far outside. What waits below the window to fade in once
 * it is scrolled to is seen.
 *
 * @param style computed, of the element
 */
export function isShut(element: Element, style: CSSStyleDeclaration): boolean {
  const box = element.getBoundingClientRect();
  const { width, height, top } = box;
  return (
    (style.opacity === '0' && (top < innerHeight || style.transitionDuration === '0s')) ||
    ((width < 2 || height < 2) &&
      // A picture may have no size yet.
      !!element.firstChild &&
      ((style.overflow !== 'visible' && style.display !== 'contents') ||
        // It has room, and is drawn without.
        (!(width * height) &&
          (element as HTMLElement).offsetWidth * (element as HTMLElement).offsetHeight > 0))) ||
    CUT_AWAY.test(style.clip + style.clipPath) ||
    FAR_EITHER_WAY.test(style.textIndent) ||
    isFarOutside(element, style, box)
  );
}

/**
 * Whether text directly in an element is drawn, where the element itself is: it may have no size, or
 * ink that is none. What is in it may have others. A picture may be what is seen of transparent text
 * that lies over it: the layer of text of a scanned or drawn page.
 */
export function hasInk(element: Element, style: CSSStyleDeclaration): boolean {
  if (style.visibility !== 'visible' || style.fontSize === '0px') return false;
  if (!NO_INK.test(style.webkitTextFillColor) || style.textShadow !== 'none') return true;
  const layer = style.position === 'absolute' && (element as HTMLElement).offsetParent;
  if (layer && layer.parentElement?.querySelector('canvas,img,svg')) return true;
  let at: Element | null = element;
  while (at && !getComputedStyle(at).backgroundClip.includes('text')) at = at.parentElement;
  return !!at;
}

/** Whether the text in a node can be seen, once it is scrolled to. */
export function isSeen(node: Node): boolean {
  let at = elementOf(node);
  if (!at || !hasInk(at, getComputedStyle(at))) return false;
  for (; at; at = parentOf(at)) {
    const style = getComputedStyle(at);
    if (style.display === 'none' || isShut(at, style)) return false;
  }
  return true;
}
