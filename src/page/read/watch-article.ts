/** Tells that an article has changed. Knows nothing of what it says and of what is done then. */
import { SKIPPED } from './skipped.js';

/** What else than text decides what is read. `style` is left out: pages animate with it. */
const ATTRIBUTES = [
  ...['alt', 'aria-hidden', 'aria-label', 'aria-labelledby', 'aria-level', 'class'],
  ...['data-reader-skip', 'hidden', 'inert', 'lang', 'open', 'role', 'slot'],
];

/** Long enough for a burst of changes to be one, short enough not to be noticed; in ms. */
const SETTLE = 50;

/**
 * Tells when the article changes: text, structure, and the attributes that decide what is read.
 * Changes in what is not read anyway (a clock in `[data-reader-skip]`) are not told. Style sheets and
 * `style` attributes are not watched.
 *
 * @param root as given to `readArticle`, or the tree of a component in it
 * @param callback called once for a burst of changes, from a task of its own; in a hidden tab too.
 * @param signal ends the watch.
 */
export function watchArticle(
  root: Element | ShadowRoot,
  callback: () => void,
  signal: AbortSignal,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const observer = new MutationObserver((records) => {
    const matters = records.some(({ target, type }) => {
      // An element that was just hidden matters; a change inside what is not read does not. (The
      // reader round the article is none of these.)
      const within =
        type === 'childList' && target instanceof Element ? target : target.parentElement;
      const skipped = within?.closest(SKIPPED);
      return !skipped || skipped === root || !root.contains(skipped);
    });
    if (!matters) return;
    timer ??= setTimeout(() => {
      timer = undefined;
      callback();
    }, SETTLE);
  });
  observer.observe(root, {
    childList: true,
    characterData: true,
    subtree: true,
    attributeFilter: ATTRIBUTES,
  });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
}
