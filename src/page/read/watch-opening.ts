/**
 * Tells when something that nobody saw can be seen, or the other way round: an accordion that opens or
 * closes by its style alone, a slide that is moved into its frame. What changes by an attribute that
 * `watch-article.ts` watches is told there.
 */
import { SKIPPED } from './skipped.js';

/** So many of one page are watched; more are no page's accordions. */
const MOST = 200;

/** As for other changes of a page; ms. */
const SETTLE = 50;

/** What was found when the page was read. */
export interface Found {
  /** What the article stands in. */
  readonly roots: readonly Node[];
  /** What nobody saw. */
  readonly hidden: readonly Element[];
  /** What was read. */
  readonly shown: WeakSet<Element>;
}

/** Written out in the style of an element. */
const NOT_DISPLAYED = /display\s*:\s*none/;

const isDisplayed = (element: Element) => {
  const { display, visibility } = getComputedStyle(element);
  return display !== 'none' && visibility === 'visible';
};

/**
 * @param isHidden whether an element that is displayed is not seen all the same
 * @param callback called once, with the first that opens or closes
 * @param life ends the watch, and ends with it
 */
export function watchOpening(
  { roots, hidden, shown }: Found,
  isHidden: (element: Element) => boolean,
  callback: () => void,
  life: AbortController,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const elements = hidden.slice(0, MOST);
  /** Their own style has changed; and whether that had hidden them. */
  const changed = new Map<Element, boolean>();
  const isOpen = (element: Element) => element.isConnected && !isHidden(element);
  const isOther = ([element, wasGone]: readonly [Element, boolean]) =>
    element.isConnected &&
    !!element.textContent.trim() &&
    (shown.has(element)
      ? !isDisplayed(element) || isHidden(element)
      : wasGone && isDisplayed(element) && !element.closest(SKIPPED));
  const look = () => {
    // Taken in one, also where a page animates with style.
    timer ??= setTimeout(() => {
      timer = undefined;
      if (!elements.some(isOpen) && ![...changed].some(isOther)) return;
      life.abort();
      callback();
    }, SETTLE);
  };
  const sizes = new ResizeObserver(look);
  // However far below the window it is; sideways it has to come into its frame, whose edge it may have
  // touched before, which counts as nought of it.
  const views = new IntersectionObserver(look, {
    rootMargin: '100000px 0px',
    threshold: [0, 0.01, 0.5],
  });
  const styles = new MutationObserver((records) => {
    for (const { target, oldValue } of records)
      if (!changed.has(target as Element) && changed.size < MOST)
        changed.set(target as Element, NOT_DISPLAYED.test(oldValue ?? ''));
    look();
  });
  const watched = { attributeFilter: ['style'], attributeOldValue: true, subtree: true };
  for (const root of roots) styles.observe(root, watched);
  for (const element of elements) {
    sizes.observe(element);
    views.observe(element);
  }
  const { signal } = life;
  for (const type of ['transitionend', 'animationend'])
    document.addEventListener(type, look, { capture: true, passive: true, signal });
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    for (const observer of [sizes, views, styles]) observer.disconnect();
  });
}
