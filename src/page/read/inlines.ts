/**
 * Links, notes and other languages inside a block. Loaded with the first listening; knows nothing
 * of how they are said.
 */
import type { Block, Span } from '../../core/article.js';
import type { Inline, InlineKind } from '../../core/inline.js';
import { elementOf } from '../dom-tree.js';
import { canonicalLanguage } from '../language.js';
import type { PageText } from '../page-text.js';

/** The mark of a footnote by its text alone: `[1]`, `(12)`, `[أ]`, `*`. */
const NOTE = /^\s*(?:[[(]\s*(?:\p{N}{1,3}|\p{L})\s*[\])]|[*†‡↩]+)\s*$/u;

function kindOf(element: Element): InlineKind | undefined {
  const isLink = element.matches('a[href]');
  const isNote =
    element.matches('[role=doc-noteref],[role=doc-backlink]') ||
    (isLink && NOTE.test(element.textContent ?? '')) ||
    (element.localName === 'sup' &&
      (element.closest('a[href]') ?? element.querySelector('a[href]')));
  return isNote ? 'note' : isLink ? 'link' : undefined;
}

/** By page, which is read anew when it changes. */
const known = new WeakMap<PageText, Map<Block, readonly Inline[]>>();

/**
 * The links, footnote marks and texts in another language in a block, the outer before the inner.
 * Looked for when the block is listened to: a page that is only read pays nothing.
 */
export function inlinesOf(page: PageText, block: Block): readonly Inline[] {
  const blocks = known.get(page) ?? new Map<Block, readonly Inline[]>();
  known.set(page, blocks);
  const inlines = blocks.get(block) ?? inlinesIn(page, block);
  blocks.set(block, inlines);
  return inlines;
}

function inlinesIn(page: PageText, block: Block): readonly Inline[] {
  const { text } = page.article;
  const range = page.toRange(block);
  const outer = elementOf(range.commonAncestorContainer);
  if (!outer) return [];
  const inlines: Inline[] = [];
  const add = (element: Element, span: Span) => {
    const start = Math.max(span.start, block.start);
    let end = Math.min(span.end, block.end);
    while (end > start && /\s/.test(text[end - 1]!)) end--;
    if (start >= end) return;
    const kind = kindOf(element);
    if (kind) inlines.push(Object.freeze({ kind, start, end }));
    const lang = canonicalLanguage(element.getAttribute('lang'));
    const round = inlines.filter((it) => it.lang && it.start <= start && it.end >= end).at(-1);
    if (lang && lang !== (round?.lang ?? block.lang))
      inlines.push(Object.freeze({ kind: 'language', lang, start, end }));
  };
  // A block may stand in a link, or in an inline element with a language, that holds more than it.
  for (const selector of ['[lang]', 'a[href]']) {
    const round = outer.closest(selector);
    if (round) add(round, block);
  }
  const walker = document.createTreeWalker(outer, NodeFilter.SHOW_ELEMENT);
  while (walker.nextNode()) {
    const element = walker.currentNode as Element;
    if (!element.matches('a[href],sup,[lang],[role^=doc-]') || !range.intersectsNode(element))
      continue;
    const start = page.toOffset(element, 0);
    const end = page.toOffset(element, element.childNodes.length);
    if (start !== null && end !== null) add(element, { start, end });
  }
  return Object.freeze(inlines);
}
