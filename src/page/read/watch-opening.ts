/**
 * Tells when something that nobody saw can be seen: an accordion that opens by its style alone, a slide
 * that is moved into its frame. What changes by an attribute that `watch-article.ts` watches is told there.
 */

/** So many of one page are watched; more are no page's accordions. */
const MOST = 200;

/** As for other changes of a page; ms. */
const SETTLE = 50;

/**
 * @param hidden what nobody saw when the page was read
 * @param isHidden whether that still is so
 * @param callback called once, with the first that opens
 * @param life ends the watch, and ends with it
 */
export function watchOpening(
  hidden: readonly Element[],
  isHidden: (element: Element) => boolean,
  callback: () => void,
  life: AbortController,
): void {
  if (!hidden.length) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const elements = hidden.slice(0, MOST);
  const look = () => {
    // Taken in one, also where a page animates with style.
    timer ??= setTimeout(() => {
      timer = undefined;
      if (elements.every((element) => !element.isConnected || isHidden(element))) return;
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
  const styles = new MutationObserver(look);
  for (const element of elements) {
    sizes.observe(element);
    views.observe(element);
    styles.observe(element, { attributeFilter: ['style'] });
  }
  const { signal } = life;
  for (const type of ['transitionend', 'animationend'])
    document.addEventListener(type, look, { capture: true, passive: true, signal });
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    for (const observer of [sizes, views, styles]) observer.disconnect();
  });
}
