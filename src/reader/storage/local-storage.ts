/**
 * `localStorage` as JSON. Where it is refused, full or broken (private windows, sandboxed frames, a full
 * disk) nothing is there and nothing is kept, and nobody is told.
 */

/** What is stored under a key, as it is found: another version or another script may have written it. */
export function readStorage(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

/** Stores a value; null and undefined clear the key. */
export function writeStorage(key: string, value: unknown): void {
  try {
    if (value == null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // As if there were no storage.
  }
}
