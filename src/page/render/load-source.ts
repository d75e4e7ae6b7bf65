/**
 * Fetches the article at an address. Knows nothing of where it is shown; what is safe and what is the
 * article of a page is for {@link articleOf} to say.
 */
import { articleOf, type HtmlSource } from './sanitized-article.js';

/** What came from `src`, ready to be shown. */
export type Source = { readonly kind: 'text'; readonly text: string } | HtmlSource;

/**
 * `network`: not reachable, or another site that does not allow it (CORS); `status`: the server
 * refused; `type`: not plain text and not (well-formed X)HTML; `empty`: nothing to read in it.
 */
export type SourceErrorReason = 'network' | 'status' | 'type' | 'empty';

/** Why a source could not be read. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
  constructor(
    readonly reason: SourceErrorReason,
    readonly url: string,
    /** HTTP status; 0 if there was no answer. */
    readonly status = 0,
  ) {
    super(`${url}: ${reason}${status ? ` ${status}` : ''}`);
  }
}

/**
 * Fetches an article, from the same origin or by CORS, without credentials for other sites.
 *
 * `text/plain` is taken as it is. HTML is parsed to an inert document, reduced to its article if it is
 * a whole page (it has a `<title>`), and sanitised; the libraries for that are loaded only then. No
 * string is ever handed to an HTML parser by script, so this works under
 * `require-trusted-types-for 'script'` and needs no Trusted Types policy. The character encoding is
 * the browser's to tell (header, byte order mark, `<meta>`); plain text that is not UTF-8 and does not
 * say what it is, is taken for windows-1256, the Arabic one of old.
 *
 * @param url resolved against the page
 * @throws {SourceError}, or the signal's reason when it is aborted.
 */
export async function loadSource(
  url: string | URL,
  { signal }: { signal?: AbortSignal | undefined } = {},
): Promise<Source> {
  const { href } = new URL(url, document.baseURI);
  const answer = await request(href, signal);
  const source: Source =
    typeof answer === 'string' ? { kind: 'text', text: answer } : await articleOf(answer);
  signal?.throwIfAborted();
  const isEmpty =
    source.kind === 'text'
      ? !source.text.trim()
      : !source.content.textContent?.trim() && !source.content.querySelector('img[alt]');
  if (isEmpty) throw new SourceError('empty', href, 200);
  return source;
}

/** By `XMLHttpRequest`, which `fetch` cannot replace here: it alone parses HTML without a string. */
function request(url: string, signal: AbortSignal | undefined): Promise<Document | string> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const xhr = new XMLHttpRequest();
    let charset: string | undefined;
    const end = (settle: () => void) => {
      signal?.removeEventListener('abort', abort);
      xhr.onreadystatechange = null;
      xhr.onerror = null;
      xhr.onload = null;
      settle();
    };
    const fail = (reason: SourceErrorReason) =>
      end(() => {
        const { status } = xhr;
        xhr.abort();
        reject(new SourceError(reason, url, status));
      });
    const abort = () =>
      end(() => {
        xhr.abort();
        reject(signal!.reason);
      });
    signal?.addEventListener('abort', abort);
    xhr.open('GET', url);
    xhr.setRequestHeader('Accept', 'text/html,application/xhtml+xml,text/plain');
    xhr.onreadystatechange = () => {
      if (xhr.readyState !== xhr.HEADERS_RECEIVED) return;
      if (xhr.status < 200 || xhr.status > 299) return fail('status');
      const header = xhr.getResponseHeader('Content-Type') ?? '';
      const type = header.split(';')[0]!.trim().toLowerCase();
      charset = /charset\s*=\s*["']?([^"';\s]+)/i.exec(header)?.[1];
      if (type === 'text/html' || type === 'application/xhtml+xml') xhr.responseType = 'document';
      else if (type === 'text/plain') xhr.responseType = 'arraybuffer';
      else fail('type');
    };
    xhr.onerror = () => fail('network');
    xhr.onload = () => {
      const { response } = xhr as { response: Document | ArrayBuffer | null };
      if (!response) return fail('type');
      end(() => resolve(response instanceof ArrayBuffer ? decode(response, charset) : response));
    };
    xhr.send();
  });
}

function decode(bytes: ArrayBuffer, charset: string | undefined): string {
  // A byte order mark is stronger than the header (https://encoding.spec.whatwg.org/#decode).
  const [first, second] = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength));
  const mark =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : null;
  for (const label of [mark ?? 'utf-8', charset]) {
    try {
      if (label) return new TextDecoder(label, { fatal: label !== charset }).decode(bytes);
    } catch {
      // Not in this encoding, or none that is known.
    }
  }
  return new TextDecoder('windows-1256').decode(bytes);
}
