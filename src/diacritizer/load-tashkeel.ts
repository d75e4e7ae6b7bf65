import { createTashkeel, type Tashkeel } from '../arabic/tashkeel/tashkeel.js';

export interface LoadTashkeelOptions {
  /** The nets' weights: their bytes, or where they are; else `tashkeel.bin` beside this module. */
  readonly weights?: string | URL | Uint8Array;
  /** The lexicon: where it is; else `lexicon.txt` beside this module. `null`: none. */
  readonly lexicon?: string | URL | null;
}

interface URL {
  readonly href: string;
  readonly protocol: string;
}
interface Response {
  readonly ok: boolean;
  readonly status: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}
/** What this module needs of a browser or of Node, since this room is compiled without either. */
declare const URL: new (url: string, base?: string) => URL;
declare const TextDecoder: new () => { decode(bytes: Uint8Array): string };
declare const fetch: (url: string) => Promise<Response>;
declare const process: { getBuiltinModule?(name: 'node:fs'): FileSystem } | undefined;
interface FileSystem {
  readonly promises: { readFile(path: URL): Promise<Uint8Array> };
}
declare global {
  interface ImportMeta {
    url: string;
  }
}

/**
 * Fetches the weights and the lexicon (1.3 MB and 0.1 MB) and makes a diacritizer of them. Call it
 * when it is first needed, and keep what it gives.
 *
 * @throws Error if a file cannot be fetched, is damaged, or is of another version
 */
export async function loadTashkeel(options: LoadTashkeelOptions = {}): Promise<Tashkeel> {
  // Bundlers see these two URLs and copy what they name.
  const {
    weights = new URL('./tashkeel.bin', import.meta.url),
    lexicon = new URL('./lexicon.txt', import.meta.url),
  } = options;
  const [bytes, words] = await Promise.all([
    weights instanceof Uint8Array ? weights : read(weights),
    lexicon === null ? new Uint8Array() : read(lexicon),
  ]);
  return createTashkeel(bytes, new TextDecoder().decode(words));
}

async function read(place: string | URL): Promise<Uint8Array> {
  const url = String(place);
  // Node's fetch does not read files; its module is asked for in a way that no bundler follows.
  const files = url.startsWith('file:') && typeof process === 'object' && process.getBuiltinModule;
  if (files) return files('node:fs').promises.readFile(new URL(url));
  const response = await fetch(url);
  if (!response.ok) throw new Error(`tashkeel: ${url} answered ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
