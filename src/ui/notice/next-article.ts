/** Which article the page goes on to, and that the user is on the way there. Loaded at an article's end. */

/** Where the page's next article is, and what it is called; the title is empty where the page says none. */
export interface NextArticle {
  readonly href: string;
  readonly title: string;
}

/** Under this a tab remembers where it is about to go on reading. */
const KEY = 'article-reader-next';

/** A link of the page to the next document of a series, as HTML has it. */
const LINK = 'link[rel~=next][href],a[rel~=next][href]';

/**
 * The next article: what the element's `next` attribute says, else the page's own `rel=next`, unless there are
 * several readers, whose next it is not. Only of the page's own origin.
 */
export function nextArticle(reader: Element): NextArticle | null {
  const { ownerDocument: page } = reader;
  const address = reader.getAttribute('next');
  const isAlone = page.querySelectorAll(reader.localName).length < 2;
  const link = page.querySelector<HTMLLinkElement | HTMLAnchorElement>(LINK);
  const known =
    address !== null
      ? page.querySelector<HTMLAnchorElement>(`a[href="${CSS.escape(address)}"]`)
      : link;
  const written = address ?? (isAlone ? link?.getAttribute('href') : null);
  if (!written) return null;
  try {
    const { href, origin } = new URL(written, page.baseURI);
    if (origin !== location.origin || plain(href) === plain(page.URL)) return null;
    return { href, title: (known?.title || known?.textContent || '').trim() };
  } catch {
    return null;
  }
}

const plain = (address: string) => address.split('#')[0]!;

/** Goes there, and will go on reading. */
export function goOn({ href }: NextArticle): void {
  try {
    sessionStorage.setItem(KEY, plain(href));
  } catch {
    // Where nothing may be stored, it opens.
  }
  location.assign(href);
}

/** Whether the user came here to go on reading; true once. */
export function hasArrived(): boolean {
  try {
    const address = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    return address === plain(document.URL);
  } catch {
    return false;
  }
}
