/**
 * Whose turn it is to speak: one reader at a time on a page, whatever it speaks by, and the one that was
 * asked last (fault 18). Copies of this library on one page know each other.
 */
const OWNER = Symbol.for('article-reader.stage');
const page = globalThis as { [OWNER]?: (() => void) | undefined };

/**
 * Takes the voice of the page, until `signal` aborts; whoever had it has lost it.
 *
 * @param onLost called when it is taken again, or the page is left
 */
export function takeVoice(signal: AbortSignal, onLost: () => void): void {
  page[OWNER]?.();
  page[OWNER] = onLost;
  // Typed as always there; in Node it is not.
  globalThis.addEventListener?.('pagehide', onLost, { signal });
  signal.addEventListener('abort', () => {
    if (page[OWNER] === onLost) page[OWNER] = undefined;
  });
}
