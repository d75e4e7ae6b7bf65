/** Which elements make which kinds of blocks. Knows nothing of their text and of how they are laid out. */
import type { BlockKind } from '../../core/article.js';

/** By tag name and by ARIA role. */
export const KINDS: Readonly<Record<string, BlockKind>> = Object.fromEntries(
  Object.entries({
    heading: 'h1 h2 h3 h4 h5 h6 heading',
    'list-item': 'li dt dd listitem',
    quote: 'blockquote',
    caption: 'figcaption caption',
    cell: 'td th cell gridcell columnheader rowheader',
    preformatted: 'pre',
  }).flatMap(([kind, names]) => names.split(' ').map((name) => [name, kind as BlockKind])),
);

/** The level of a heading, 1 to 6; undefined for other kinds. */
export function headingLevelOf(element: Element, kind: BlockKind): number | undefined {
  if (kind !== 'heading') return undefined;
  const { localName } = element;
  return (
    Number(/^h[1-6]$/.test(localName) ? localName[1] : element.getAttribute('aria-level')) || 2
  );
}
