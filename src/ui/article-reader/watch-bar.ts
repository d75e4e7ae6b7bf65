import { afterPaint } from '../../reader/after-paint.js';
import type { GroundHost } from '../../reader/ground.js';
import type { BarHost } from '../../reader/keep-in-reach.js';

/**
 * Looks whether the bar is where it can be seen, and loads what puts it there once it is not: on most
 * pages `sticky` is all that it takes.
 *
 * @param signal ends it
 */
export function watchBar(host: BarHost & GroundHost, signal: AbortSignal): void {
  const options = { capture: true, signal };
  let loading: Promise<unknown> | undefined;
  const load = () =>
    // Where it cannot be loaded, the bar is where it was.
    (loading ??= import('../../reader/keep-in-reach.js').then(
      ({ keepInReach }) => keepInReach(host, signal),
      () => {},
    ));
  let isLight = true;
  const look = () => {
    // Light ink is on a dark ground, which the page need not have said; `oklch()` is looked at closely, and
    // what has left the page has none.
    if (isLight && !/^(rgba?\((1[0-4])?\d?\d,|$)/.test(getComputedStyle(host).color)) {
      isLight = false;
      void import('../../reader/ground.js').then(
        ({ followGround }) => followGround(host, signal),
        () => {},
      );
    }
    // From then on it is looked after there.
    if (loading) return;
    const { x, y, width, height } = host.shadowRoot!.querySelector('.bar')!.getBoundingClientRect();
    // Of an article that nobody has come to yet, nothing need be seen.
    if (
      // It is no bar where text is set in columns.
      (width && width < height) ||
      ((host.for || host.getBoundingClientRect().y < innerHeight) &&
        (host.getRootNode() as Document).elementFromPoint?.(x + width / 2, y + height / 2) !== host)
    )
      load();
  };
  // What may have come over the bar, or taken it away, comes with one of these.
  addEventListener('scroll', look, options);
  addEventListener('pointermove', look, options);
  // A keyboard on the screen covers what hears nothing of it.
  visualViewport?.addEventListener('resize', load, options);
  afterPaint(look);
}
