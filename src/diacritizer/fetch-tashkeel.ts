/** Fetches the diacritizer's files, in a browser, in its thread, or in Node. Does not know where they are. */
import type { Tashkeel } from '../arabic/tashkeel/tashkeel.js';
import { createTashkeel } from './create-tashkeel.js';

/** What is asked of Node, where there is one. */
declare const process:
  | {
      getBuiltinModule?(name: 'node:fs'): {
        promises: { readFile(path: URL): Promise<Uint8Array> };
      };
    }
  | undefined;

async function read(place: string | URL): Promise<Uint8Array> {
  const url = String(place);
  // Node's fetch does not read files; its module is asked for in a way that no bundler follows.
  const files = url.startsWith('file:') && typeof process === 'object' && process.getBuiltinModule;
  if (files) return files('node:fs').promises.readFile(new URL(url));
  const response = await fetch(url);
  if (!response.ok) throw new Error(`tashkeel: ${url} answered ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
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
