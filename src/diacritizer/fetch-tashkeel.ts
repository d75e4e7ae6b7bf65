/** Fetches the diacritizer's files, in a browser or in Node. Does not know where they are. */
import type { Tashkeel } from '../arabic/tashkeel/tashkeel.js';
import { keptFile } from '../assets/kept-file.js';
import { createTashkeel } from './create-tashkeel.js';

/** What is asked of Node, where there is one. */
declare const process:
  | {
      getBuiltinModule?(name: 'node:fs'): {
        promises: { readFile(path: URL): Promise<Uint8Array<ArrayBuffer>> };
      };
    }
  | undefined;

/**
 * The bytes of a file.
 *
 * @throws Error (rejects) if it cannot be had
 */
export async function read(place: string | URL): Promise<Uint8Array<ArrayBuffer>> {
  const url = String(place);
  // Node's fetch does not read files; its module is asked for in a way that no bundler follows.
  const files = url.startsWith('file:') && typeof process === 'object' && process.getBuiltinModule;
  if (files) return files('node:fs').promises.readFile(new URL(url));
  return new Uint8Array(await keptFile(url));
}

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
