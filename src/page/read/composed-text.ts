/**
 * An article that stands in several trees: what components of the page render in their shadow roots is
 * text as it is seen. Loaded with the closer look; knows nothing of which elements are read and why.
 */
import type { Article, Span } from '../../core/article.js';
import { indexAt } from '../../core/article.js';
import { firstIndex } from '../../core/search.js';
import { parentOf } from '../dom-tree.js';
import { createPageText, type PageText, type Run } from '../page-text.js';
import { SKIPPED } from './skipped.js';

/** Whose shadow root is a reader, or has one: it is what is round the article, and no part of it. */
const isReaders = (host: Element): boolean =>
  host.matches(SKIPPED) || !!host.shadowRoot!.querySelector('article-reader');

/**
 * What is rendered in an element, in order: its shadow root, what is slotted, or its children
 * (https://drafts.csswg.org/css-shadow-1/#flattening).
 */
export function renderedIn(element: Element): ArrayLike<Node> {
  const { shadowRoot } = element;
  if (shadowRoot)
    return isReaders(element)
      ? [...element.childNodes].filter((node) => (node as Partial<Element>).assignedSlot)
      : shadowRoot.childNodes;
  const assigned = element instanceof HTMLSlotElement ? element.assignedNodes() : [];
  return assigned.length ? assigned : element.childNodes;
}

/** Where what is rendered in an element begins and ends; null outside the article. */
export function spanIn(page: PageText, element: Element): Span | null {
  const inside = element.shadowRoot ?? element;
  const start = page.toOffset(inside, 0);
  const end = page.toOffset(inside, inside.childNodes.length);
  return start === null || end === null ? null : { start, end };
}

type Branch = readonly Node[];

/** A node and what it hangs from as it is rendered, from the top. */
function branchOf(node: Node): Branch {
  const branch: Node[] = [];
  for (let at: Node | null = node; at; at = parentOf(at as Element)) branch.unshift(at);
  return branch;
}

/** Below zero where one is rendered before the other, zero where one is in the other. */
function compare(one: Branch, other: Branch): number {
  const parts = firstIndex(Math.min(one.length, other.length), (i) => one[i] !== other[i]);
  const [here, there] = [one[parts], other[parts]];
  if (!here || !there) return 0;
  // Of one parent, so of one tree; what is slotted in one place as well.
  return here.compareDocumentPosition(there) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

const hostOf = (node: Node) => (node.getRootNode() as Partial<ShadowRoot>).host;

/** The trees that a node is in, its own first, and what of it stands in each. */
function treesOf(node: Node): Map<Node, Node> {
  const trees = new Map<Node, Node>();
  for (let at: Node | undefined = node; at; at = hostOf(at)) trees.set(at.getRootNode(), at);
  return trees;
}

/**
 * As `createPageText`, of text in several trees. A range that begins in one and ends in another goes
 * round the components that hold what it cannot reach into.
 *
 * @param roots what was read, shadow roots too
 */
export function createComposedText(
  article: Article,
  runs: readonly Run[],
  roots: readonly Node[],
): PageText {
  const base = createPageText(article, runs, roots, locate);

  function toRange(span: Span): Range {
    const first = runs[indexAt(runs, span.start)];
    const last = runs[indexAt(runs, Math.max(span.start, span.end - 1))];
    const own = first?.node.getRootNode();
    if (!first || !last || own === last.node.getRootNode()) return base.toRange(span);
    const ends = treesOf(last.node);
    const [tree, from] = [...treesOf(first.node)].find(([it]) => ends.has(it)) ?? [];
    if (!tree) return base.toRange({ start: span.start, end: Math.min(first.end, span.end) });
    const begin = base.toRange({ start: span.start, end: span.start });
    const end = base.toRange({ start: Math.max(last.start, span.start), end: span.end });
    const range = begin.cloneRange();
    const to = ends.get(tree)!;
    if (from === first.node) range.setStart(begin.startContainer, begin.startOffset);
    else range.setStartBefore(from!);
    if (to === last.node) range.setEnd(end.endContainer, end.endOffset);
    else range.setEndAfter(to);
    return range;
  }

  /** The first run that is not rendered before a boundary point; of a component, its edges are these. */
  function runAt(node: Node, offset: number): Run | undefined {
    const host = node instanceof ShadowRoot ? node.host : node;
    const isWhole = host !== node || !!(node as Partial<Element>).shadowRoot;
    const child = isWhole ? undefined : node.childNodes[offset];
    const isEnd = isWhole ? offset > 0 : !child;
    const point = branchOf(child ?? host);
    const isReached = (run: Run) => {
      if (run.node === node)
        return Math.min(run.from + run.end - run.start, node.textContent!.length) > offset;
      const order = run.node.isConnected ? compare(branchOf(run.node), point) : -1;
      return isEnd ? order > 0 : order >= 0;
    };
    return runs[firstIndex(runs.length, (i) => isReached(runs[i]!))];
  }

  function locate(node: Node, offset: number): number {
    const run = runAt(node, offset);
    if (!run) return article.text.length;
    return run.start + (run.node === node ? Math.max(0, offset - run.from) : 0);
  }

  return { ...base, toRange };
}
