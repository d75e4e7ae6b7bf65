/** A file's bytes, in a browser or in Node. Does not know what is in it. */
import { keptFile } from '../assets/kept-file.js';

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
