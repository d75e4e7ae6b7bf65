/** What came from `src`, ready to be shown. */
export type Source =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'html';
      /** Sanitised: text, structure, links and images; addresses are absolute. */
      readonly content: DocumentFragment;
      /** BCP 47 language of the document; empty if it does not say. */
      readonly lang: string;
      /** `ltr`, `rtl` or `auto`; empty if the document does not say. */
      readonly dir: string;
      readonly title: string;
    };

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
      xhr.onreadystatechange = xhr.onerror = xhr.onload = null;
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

/** Never content, whatever the sanitiser would make of it. */
const DROPPED =
  'script,style,noscript,template,iframe,object,embed,nav,form,dialog,[hidden],[inert]';

const ALLOWED = {
  ALLOWED_TAGS: [
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'div', 'section', 'article', 'header', 'footer'],
    ...['main', 'aside', 'address', 'blockquote', 'pre', 'figure', 'figcaption', 'hr', 'br', 'wbr'],
    ...['ul', 'ol', 'li', 'dl', 'dt', 'dd', 'details', 'summary', 'table', 'caption', 'colgroup'],
    ...['col', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td', 'a', 'abbr', 'b', 'bdi', 'bdo', 'cite'],
    ...[
      'code',
      'data',
      'del',
      'dfn',
      'em',
      'i',
      'ins',
      'kbd',
      'mark',
      'q',
      'rp',
      'rt',
      'ruby',
      's',
    ],
    ...['samp', 'small', 'span', 'strong', 'sub', 'sup', 'time', 'u', 'var', 'img', '#text'],
  ],
  // No ids, classes, slots or styles: they would meet the reader's own.
  ALLOWED_ATTR: [
    ...['href', 'src', 'alt', 'title', 'lang', 'dir', 'cite', 'datetime', 'hreflang', 'start'],
    ...[
      'value',
      'reversed',
      'colspan',
      'rowspan',
      'scope',
      'span',
      'width',
      'height',
      'open',
      'role',
    ],
  ],
  ALLOW_DATA_ATTR: false,
};

async function articleOf(page: Document): Promise<Source> {
  const { lang, dir } = page.documentElement;
  const title = page.title.trim();
  const base = page.baseURI;
  for (const element of page.querySelectorAll(DROPPED)) element.remove();
  for (const name of ['href', 'src', 'cite']) {
    for (const element of page.querySelectorAll(`[${name}]`)) {
      const address = element.getAttribute(name)!;
      if (URL.canParse(address, base)) element.setAttribute(name, new URL(address, base).href);
    }
  }
  const [{ default: DOMPurify }, article] = await Promise.all([
    import('dompurify'),
    title ? reduce(page) : null,
  ]);
  // An inert HTML document, also where the page is XHTML, which the sanitiser does not expect.
  const root = document.implementation.createHTMLDocument().createElement('div');
  root.append(...(article?.content ?? page.body ?? page.documentElement).childNodes);
  // In place and without a policy: the two ways round its parser, which takes a string.
  DOMPurify.sanitize(root, { ...ALLOWED, IN_PLACE: true, TRUSTED_TYPES_POLICY: null });
  const content = document.createDocumentFragment();
  content.append(...root.childNodes);
  if (article && title && !content.querySelector('h1')) {
    const heading = document.createElement('h1');
    heading.textContent = article.title || title;
    content.prepend(heading);
  }
  return { kind: 'html', content, lang: article?.lang || lang, dir: article?.dir || dir, title };
}

async function reduce(page: Document) {
  const { Readability } = await import('@mozilla/readability');
  // Before a second try it puts the page back by `innerHTML`; nodes need no parser.
  const { body } = page;
  Object.defineProperty(body, 'innerHTML', {
    get: () => body.cloneNode(true),
    set: (copy: Node) => body.replaceChildren(...copy.cloneNode(true).childNodes),
  });
  return new Readability<Node>(page, { serializer: (node) => node }).parse();
}
