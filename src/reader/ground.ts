/**
 * Lets the interface go with the ground that it really stands on: many sites are dark and say nothing of it
 * (`color-scheme`), and then `light-dark()` is light. Loaded where a page's ink is light. Knows nothing of
 * what is drawn.
 */
import { isOnDark } from '../page/style/background-color.js';
import type { ReaderState } from './reader-state.js';

/** An element with a frame, whose colours are `light-dark()`. */
export interface GroundHost extends HTMLElement {
  readonly reader: Pick<ReaderState, 'settings' | 'subscribe'>;
}

/**
 * While the page's colours hold, gives the frame the scheme of its ground, and again when the page changes
 * it; a theme of the user's has its own.
 *
 * @param signal ends it
 */
export function followGround(host: GroundHost, signal: AbortSignal): void {
  // The reader may have gone while this was loaded.
  if (signal.aborted) return;
  const { style } = host.shadowRoot!.querySelector<HTMLElement>('.frame')!;
  const look = () => {
    const isPage = host.reader.settings.theme === 'page';
    const scheme = isPage ? (isOnDark(host) ? 'dark' : 'light') : '';
    style.colorScheme = scheme;
    // A page that is light says nothing of a window of its own: there the device decides.
    style.setProperty('--_view-scheme', scheme === 'dark' ? scheme : '');
  };
  // A switch of the page's is a class or an attribute at its root.
  const observer = new MutationObserver(look);
  for (const root of [document.documentElement, document.body])
    observer.observe(root, { attributes: true });
  signal.addEventListener('abort', () => observer.disconnect());
  matchMedia('(prefers-color-scheme:dark)').addEventListener('change', look, { signal });
  const unsubscribe = host.reader.subscribe((event) => {
    if (event?.type === 'reader-settingschange') look();
  });
  signal.addEventListener('abort', unsubscribe);
  look();
}
