/** What is kept of a page's elements when its article is drawn anew. Knows nothing of the walk and of text. */

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** One paragraph each: text of another block begins another. */
export const LEAVES = set('p h1 h2 h3 h4 h5 h6 pre');
/** They hold text, or several paragraphs. */
export const HOLDERS = set('li dt dd td th caption figcaption');
/** They hold other structure. */
export const STRUCTURE = set('ul ol dl blockquote figure table thead tbody tfoot tr');
export const TABLE = set('table thead tbody tfoot tr td th caption');
export const INLINE = set(
  'a em strong b i u s del ins sub sup code kbd samp var dfn bdi bdo abbr q cite mark time',
);
/** Kept only for the language or the direction that they give. */
export const BARE = set('span font small big label');

/** What is kept of an element beside `lang` and `dir`. */
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  a: ['target', 'rel', 'hreflang'],
  abbr: ['title'],
  dfn: ['title'],
  time: ['datetime'],
  ol: ['start', 'reversed', 'type'],
  li: ['value'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan', 'scope'],
};

/** Addresses that a link may lead to. */
const SAFE = /^(https?|mailto|tel|sms|ftp|blob):$/;

/** Gives a clone what is kept of its source's attributes. */
export function copyAttributes(source: Element, clone: HTMLElement): void {
  for (const name of ['lang', 'dir', ...(ATTRIBUTES[source.localName] ?? [])]) {
    const value = source.getAttribute(name);
    if (value !== null) clone.setAttribute(name, value);
  }
  if (source instanceof HTMLAnchorElement && SAFE.test(source.protocol))
    (clone as HTMLAnchorElement).href = source.href;
}

/** Whether a part of a table is only laid out by it. */
export const isLayout = (part: Element): boolean =>
  /^(presentation|none)$/.test(part.closest('table')?.getAttribute('role') ?? '');
