/**
 * Whose turn it is to speak: one reader at a time on a page, whatever it speaks by, and the one that was
 * asked last (fault 18). Copies of this library on one page know each other.
 */
const OWNER = Symbol.for('article-reader.stage');
const page = globalThis as { [OWNER]?: (() => void) | undefined };

/**
 * Takes the voice of the page, until `signal` aborts.
 *
 * @param onLost called when another reader takes it, or the page is left. Whoever takes it with the same
 *   function is the same reader.
 */
export function takeVoice(signal: AbortSignal, onLost: () => void): void {
  if (page[OWNER] !== onLost) page[OWNER]?.();
  page[OWNER] = onLost;
  // Typed as always there; in Node it is not.
  globalThis.addEventListener?.('pagehide', onLost, { signal });
  signal.addEventListener('abort', () => {
    if (page[OWNER] === onLost) page[OWNER] = undefined;
  });
}
