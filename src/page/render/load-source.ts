/**
 * Fetches the article at an address. Knows nothing of where it is shown; what is safe and what is the
 * article of a page is for {@link articleOf} to say.
 */
import type { FailureReason } from '../../core/playback.js';
import { decode } from './decode.js';
import { inertHtml } from './inert-html.js';
import { articleOf, type HtmlSource } from './sanitized-article.js';

/** More bytes than these are no article: it is not loaded any further. A long book has 2 MB. */
const LIMIT = 20_000_000;

/** After so many ms whatever is still on its way is not waited for. */
const PATIENCE = 30_000;

/** What came from `src`, ready to be shown. */
export type Source = { readonly kind: 'text'; readonly text: string } | HtmlSource;

/**
 * `network`: not reachable, or another site that does not allow it (CORS); `status`: the server
 * refused; `type`: not plain text and not (well-formed X)HTML; `empty`: nothing to read in it; `size`:
 * more than 20 MB; `time`: not there after 30 s.
 */
export type SourceErrorReason = 'network' | 'status' | 'type' | 'empty' | 'size' | 'time';

/** What is told to the user, where that is more than that it failed. */
const FAILURES: Partial<Record<SourceErrorReason, FailureReason>> = {
  empty: 'empty',
  size: 'source-too-large',
  time: 'source-too-slow',
};

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

  /** Why the reader cannot go on. */
  get failure(): FailureReason {
    return FAILURES[this.reason] ?? 'source-failed';
  }
}

/**
 * Fetches an article, from the same origin or by CORS, without credentials for other sites.
 *
 * `text/plain` is taken as it is. HTML is parsed to an inert document, reduced to its article if it is
 * a whole page (it has a `<title>`), and sanitised; the libraries for that are loaded only then. No
 * string is handed to an HTML parser in a way that Trusted Types would refuse, so this works under
 * `require-trusted-types-for 'script'` and needs no policy; nor does the page's policy hear of the styles
 * and scripts that are in the document. The character encoding is told by {@link decode}; of XHTML it is
 * the browser's to tell.
 *
 * @param url resolved against the page; at most 20 MB, and there within 30 s
 * @throws {SourceError}, or the signal's reason when it is aborted.
 */
export async function loadSource(
  url: string | URL,
  { signal }: { signal?: AbortSignal | undefined } = {},
): Promise<Source> {
  const { href } = new URL(url, document.baseURI);
  const answer = await request(href, signal);
  const source = await sourceOf(answer, signal);
  signal?.throwIfAborted();
  const isEmpty =
    source.kind === 'text'
      ? !source.text.trim()
      : !source.content.textContent?.trim() && !source.content.querySelector('img[alt]');
  if (isEmpty) throw new SourceError('empty', href, 200);
  return source;
}

async function sourceOf(answer: Answer, signal: AbortSignal | undefined): Promise<Source> {
  if ('page' in answer) return articleOf(answer.page, answer.page.baseURI);
  const { type, text } = answer;
  if (type === 'text/plain') return { kind: 'text', text };
  return articleOf(await parse(answer, signal), baseOf(answer));
}

/** What came: text, or XHTML as the document that it is; and where from. */
type Answer = { readonly url: string } & (
  { readonly type: 'text/plain' | 'text/html'; readonly text: string } | { readonly page: Document }
);

const BASE = /<base\s[^>]*?href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i;

/** What addresses in HTML are relative to: a parser that sanitises leaves out what says so. */
function baseOf({ text, url }: { text: string; url: string }): string {
  const [, ...hrefs] = BASE.exec(text) ?? [];
  try {
    return new URL(hrefs.find(Boolean) ?? '', url).href;
  } catch {
    return url;
  }
}

/**
 * HTML as a document that does nothing. Browsers that have Trusted Types and no parser that is exempt from
 * them read it once more, without a string; their policies are asked about styles and scripts in it.
 */
async function parse({ text, url }: { text: string; url: string }, signal?: AbortSignal) {
  const inert = inertHtml(text);
  const { parseHTML } = Document as {
    parseHTML?: (html: string, options: { sanitizer: object }) => Document;
  };
  if (parseHTML) return parseHTML.call(Document, inert, { sanitizer: {} });
  if (!('trustedTypes' in globalThis)) return new DOMParser().parseFromString(inert, 'text/html');
  const answer = await request(url, signal, true);
  return (answer as { page: Document }).page;
}

/**
 * By `XMLHttpRequest`, which `fetch` cannot replace here: it alone parses XHTML, and HTML, without a string.
 *
 * @param isDocument whether HTML is parsed by it too
 */
function request(
  url: string,
  signal: AbortSignal | undefined,
  isDocument = false,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const xhr = new XMLHttpRequest();
    let charset: string | undefined;
    let type: string;
    const end = (settle: () => void) => {
      signal?.removeEventListener('abort', abort);
      xhr.onreadystatechange = xhr.onprogress = null;
      xhr.onerror = xhr.ontimeout = xhr.onload = null;
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
    xhr.timeout = PATIENCE;
    xhr.setRequestHeader('Accept', 'text/html,application/xhtml+xml,text/plain');
    xhr.onreadystatechange = () => {
      if (xhr.readyState !== xhr.HEADERS_RECEIVED) return;
      if (xhr.status < 200 || xhr.status > 299) return fail('status');
      const header = xhr.getResponseHeader('Content-Type') ?? '';
      type = header.split(';')[0]!.trim().toLowerCase();
      charset = /charset\s*=\s*["']?([^"';\s]+)/i.exec(header)?.[1];
      const isHtml = type === 'text/html';
      if (type === 'application/xhtml+xml' || (isHtml && isDocument)) xhr.responseType = 'document';
      else if (isHtml || type === 'text/plain') xhr.responseType = 'arraybuffer';
      else fail('type');
    };
    xhr.onprogress = ({ loaded }) => {
      if (loaded > LIMIT) fail('size');
    };
    xhr.onerror = () => fail('network');
    xhr.ontimeout = () => fail('time');
    xhr.onload = () => {
      const { response, responseURL } = xhr as {
        response: Document | ArrayBuffer | null;
        responseURL: string;
      };
      if (!response) return fail('type');
      const from = responseURL || url;
      if (!(response instanceof ArrayBuffer))
        return end(() => resolve({ url: from, page: response }));
      if (response.byteLength > LIMIT) return fail('size');
      const isHtml = type === 'text/html';
      const text = decode(new Uint8Array(response), charset, isHtml);
      end(() => resolve({ url: from, type: isHtml ? 'text/html' : 'text/plain', text }));
    };
    xhr.send();
  });
}
