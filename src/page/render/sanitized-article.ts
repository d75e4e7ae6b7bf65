/**
 * Of a foreign document the article, and of that what is safe. Knows nothing of how it came here. The
 * libraries for both are loaded when there is first something to do for them.
 */

import { isFurniture } from '../read/furniture.js';

export interface HtmlSource {
  readonly kind: 'html';
  /** Sanitised: text, structure, links and images; addresses are absolute. */
  readonly content: DocumentFragment;
  /** BCP 47 language of the document; empty if it does not say. */
  readonly lang: string;
  /** `ltr`, `rtl` or `auto`; empty if the document does not say. */
  readonly dir: string;
  readonly title: string;
}

/** Never content, whatever the sanitiser would make of it. */
const DROPPED =
  'script,style,noscript,template,iframe,object,embed,nav,form,dialog,[hidden],[inert],[epub\\:type~=pagebreak]';

const words = (list: string) => list.split(' ');

const ALLOWED = {
  ALLOWED_TAGS: [
    ...words('h1 h2 h3 h4 h5 h6 p div section article header footer main aside address'),
    ...words('blockquote pre figure figcaption details summary hr ul ol li dl dt dd'),
    ...words('table caption colgroup col thead tbody tfoot tr th td'),
    ...words('a abbr b bdi bdo cite code data del dfn em i ins kbd mark q rp rt ruby s samp small'),
    ...words('span strong sub sup time u var br wbr img #text'),
  ],
  // No ids, classes, slots or styles: they would meet the reader's own.
  ALLOWED_ATTR: [
    ...words('href src alt title lang dir cite datetime hreflang start value reversed'),
    ...words('colspan rowspan scope span width height open role'),
  ],
  ALLOW_DATA_ATTR: false,
};

/** The whole address; null for none. Not by `URL.canParse`, which is younger than the browsers we have. */
function hrefOf(address: string, base: string): string | null {
  try {
    return new URL(address, base).href;
  } catch {
    return null;
  }
}

/**
 * What is safe of a document's article. The document is used up.
 *
 * @param base what addresses in it are relative to
 */
export async function articleOf(page: Document, base: string): Promise<HtmlSource> {
  const { lang, dir } = page.documentElement;
  const title = page.title.trim();
  const headline = headlineOf(page, title);
  for (const element of page.querySelectorAll(DROPPED)) element.remove();
  // Of a whole page what stands in the post and is none of it; of what is no page nothing is guessed.
  if (title)
    for (const element of page.body?.querySelectorAll('*') ?? [])
      if (element.isConnected && isFurniture(element)) element.remove();
  for (const name of ['href', 'src', 'cite']) {
    for (const element of page.querySelectorAll(`[${name}]`)) {
      const address = element.getAttribute(name)!;
      const href = hrefOf(address, base);
      if (href) element.setAttribute(name, href);
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
    heading.textContent = headline || article.title || title;
    content.prepend(heading);
  }
  return { kind: 'html', content, lang: article?.lang || lang, dir: article?.dir || dir, title };
}

const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();

/**
 * The post's own heading: a title has the site's name too. Of several that which the title holds, the
 * site's name being in the page's header and no post's; empty if none is told from the others.
 */
function headlineOf(page: Document, title: string): string {
  const headings = [...page.querySelectorAll('h1,[itemprop=headline]')]
    .filter((it) => !it.closest('[role=banner],body > header:not(:has(article)),nav,aside,footer'))
    .map((it) => plain(it.textContent))
    .filter(Boolean);
  const told = headings.filter((it) => plain(title).includes(it));
  return told.sort((a, b) => b.length - a.length)[0] ?? (headings.length === 1 ? headings[0]! : '');
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
