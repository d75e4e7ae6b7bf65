import type { Tashkeel } from '../arabic/tashkeel/tashkeel.js';
import { fetchTashkeel } from './fetch-tashkeel.js';
import { tashkeelFiles } from './tashkeel-files.js';

export interface LoadTashkeelOptions {
  /** The nets' weights: their bytes, or where they are; else the package's own. */
  readonly weights?: string | URL | Uint8Array;
  /** The lexicon: where it is; else the package's own. `null`: none. */
  readonly lexicon?: string | URL | null;
}

/**
 * Fetches the weights and the lexicon (1.3 MB and 0.1 MB) and makes a diacritizer of them. Call it
 * when it is first needed, and keep what it gives.
 *
 * @throws Error if a file cannot be fetched, is damaged, or is of another version
 */
export function loadTashkeel(options: LoadTashkeelOptions = {}): Promise<Tashkeel> {
  const { weights, lexicon } = { ...tashkeelFiles(), ...options };
  return fetchTashkeel(weights, lexicon);
}
