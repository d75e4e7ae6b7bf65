/** Fetches the diacritizer's files, in a browser or in Node. Does not know where they are. */
import type { Tashkeel } from '../arabic/tashkeel/tashkeel.js';
import { createTashkeel } from './create-tashkeel.js';
import { read } from './read-file.js';

/**
 * @param weights of the nets: their bytes, or where they are
 * @param lexicon where it is; null: none
 * @throws Error if a file cannot be fetched, is damaged, or is of another version
 */
export async function fetchTashkeel(
  weights: string | URL | Uint8Array,
  lexicon: string | URL | null,
): Promise<Tashkeel> {
  const [bytes, words] = await Promise.all([
    weights instanceof Uint8Array ? weights : read(weights),
    lexicon === null ? new Uint8Array() : read(lexicon),
  ]);
  return createTashkeel(bytes, new TextDecoder().decode(words));
}
