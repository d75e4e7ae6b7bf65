/**
 * Fetches the large files that are no scripts, and keeps them for the next visit in the browser's Cache
 * Storage, by the version of the library. Where there is none (no secure context, private windows, a frame
 * without an origin, a full disk) the browser's own cache is all there is.
 */

/** The package's version, with a hash of its files; there is none before the build. */
declare const __VERSION__: string | undefined;

/** What the names of our caches begin with, on an origin that others share. */
const PREFIX = 'article-reader ';
/** How long Cache Storage may take to answer, in ms: a network that answers is better than none that does. */
const PATIENCE = 1000;

let opened: Promise<Cache | undefined> | undefined;

/** The cache of this version, without those of others; undefined where nothing can be kept. */
async function open(): Promise<Cache | undefined> {
  if (typeof __VERSION__ !== 'string') return undefined;
  const own = PREFIX + __VERSION__;
  try {
    // Asking for it throws in a frame without an origin.
    const { caches } = globalThis;
    const cache = await caches.open(own);
    const isOld = (name: string) => name.startsWith(PREFIX) && name !== own;
    void caches
      .keys()
      .then((names) => Promise.all(names.filter(isOld).map((name) => caches.delete(name))))
      .catch(() => {});
    return cache;
  } catch {
    return undefined;
  }
}

const kept = (url: string): Promise<Response | undefined> =>
  Promise.race([
    (opened ??= open()).then((cache) => cache?.match(url)).catch(() => undefined),
    new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE)),
  ]);

/**
 * The bytes of a response.
 *
 * @param onProgress told how much has come, 0 to 1, where the response says how long it is. What comes
 *   packed is longer than it says, and nothing is told of it.
 */
async function bytesOf(
  response: Response,
  onProgress: (fraction: number) => void,
): Promise<ArrayBuffer> {
  const { headers, body } = response;
  const length = headers.get('content-encoding') ? 0 : Number(headers.get('content-length'));
  if (!length || !body) return response.arrayBuffer();
  const reader = body.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let come = 0;
  for (let it = await reader.read(); !it.done; it = await reader.read()) {
    chunks.push(it.value as Uint8Array<ArrayBuffer>);
    come += it.value.length;
    // From another origin a page is not told that it is packed.
    if (come <= length) onProgress(come / length);
  }
  return new Blob(chunks).arrayBuffer();
}

/**
 * The bytes of a file: kept, or fetched and kept.
 *
 * @param onProgress told how much has come, 0 to 1, where that is known
 * @throws Error (rejects) if it is not kept and cannot be had: a TypeError where no server answered
 */
export async function keptFile(
  url: string,
  onProgress?: (fraction: number) => void,
): Promise<ArrayBuffer> {
  const before = await kept(url);
  if (before) return before.arrayBuffer();
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  const bytes = await (onProgress ? bytesOf(response, onProgress) : response.arrayBuffer());
  // A copy, as the bytes may be handed to a thread. Nobody waits for it, and a full disk is no failure.
  const copy = new Response(bytes);
  void opened?.then((cache) => cache?.put(url, copy)).catch(() => {});
  return bytes;
}

/** Lets go of a file that is no good, such as the login page of a hotel's network. */
export function forgetFile(url: string): void {
  void opened?.then((cache) => cache?.delete(url)).catch(() => {});
}
