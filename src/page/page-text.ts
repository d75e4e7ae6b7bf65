/**
 * An article and the nodes that it stands in: the only way between offsets and the page. Knows
 * nothing of how it was read or drawn, and by whom it is shown.
 */
import { indexAt, type Article, type Span } from '../core/article.js';
import { firstIndex } from '../core/search.js';
import type { Spoken } from '../core/spoken.js';

/** A stretch of the article's text that stands in one node of the page. */
export interface Run extends Span {
  /** The text node; or the image whose alternative text this is. */
  readonly node: Text | Element;
  /**
   * Where in the text node the stretch begins; 0 for an image, `Infinity` for a space that is not on
   * the page.
   */
  readonly from: number;
  /**
   * What is shown for the stretch, where it is not the same character for character: with more marks
   * or fewer. The marks shown after a letter belong to it.
   */
  readonly shown?: Spoken | undefined;
}

/** The article of a page, and the only way between its offsets and the page's nodes. */
export interface PageText {
  readonly article: Article;
  /** The document or shadow root that the text lives in: where rules that style it have to be. */
  readonly root: Document | ShadowRoot;
  /** The page that this was drawn from, with the same offsets; of the page itself there is none. */
  readonly source?: PageText;
  /** What was read. */
  readonly roots: readonly Node[];
  /** Where the text stands, in order. What no run holds (line breaks, what parts blocks) is nowhere. */
  readonly runs: readonly Run[];
  /**
   * The span on the page. White space at its edges that is not on the page (between blocks, at line
   * breaks) is left out; an image's text is the image. Offsets outside the article are clamped.
   */
  toRange(span: Span): Range;
  /**
   * The offset of a boundary point of the page (as in a `Range`): of the next text, where the point
   * is not in text that is read; null outside the article.
   */
  toOffset(node: Node, offset: number): number | null;
  /** The part of the article that is selected, without white space at its edges; null if none is. */
  spanOfSelection(selection: Selection | null): Span | null;
}

/**
 * @param article the text and its blocks
 * @param runs in order
 * @param roots what was read
 * @param locateRendered the offset of the first character that is not before a boundary point, where
 *   that is not by the order of one tree
 */
export function createPageText(
  article: Article,
  runs: readonly Run[],
  roots: readonly Node[],
  locateRendered?: (node: Node, offset: number) => number,
): PageText {
  const locate = locateRendered ?? locateAmong;
  const trees = roots.map((it) => it.getRootNode() as ShadowRoot);
  const root: Document | ShadowRoot = trees[0]!;
  const { text } = article;

  /** The text may have changed since it was read, so no offset is taken on trust. */
  const inNode = ({ node, from, start, end, shown }: Run, offset: number) => {
    const into = Math.max(start, Math.min(end, offset)) - start;
    return Math.min(from + (shown?.toSpoken(into) ?? into), (node as Text).length);
  };

  function setBoundary(range: Range, run: Run | undefined, offset: number, edge: 'Start' | 'End') {
    if (!run) return;
    if (run.node instanceof Element) {
      if (run.node.parentNode) range[edge === 'Start' ? 'setStartBefore' : 'setEndAfter'](run.node);
    } else range[`set${edge}`](run.node, inNode(run, offset));
  }

  function toRange({ start, end }: Span): Range {
    const range = document.createRange();
    setBoundary(range, runs[indexAt(runs, start)], start, 'Start');
    // The run that holds the last character, else the one before what is not on the page.
    let last = indexAt(runs, end - 1);
    if (runs[last] && runs[last]!.start >= end) last--;
    if (end > start) setBoundary(range, runs[last], end, 'End');
    return range;
  }

  function locateAmong(node: Node, offset: number): number {
    const point = document.createRange();
    point.setStart(node, offset);
    const after = firstIndex(runs.length, (i) => {
      const run = runs[i]!;
      const isText = run.node.nodeType === Node.TEXT_NODE;
      return (
        run.node.isConnected && point.comparePoint(run.node, isText ? inNode(run, run.end) : 0) > 0
      );
    });
    const run = runs[after];
    if (!run) return text.length;
    const into = run.node === node ? Math.max(0, offset - run.from) : 0;
    return run.start + (run.shown?.toSource(into) ?? into);
  }

  function spanOfSelection(selection: Selection | null): Span | null {
    if (!selection?.rangeCount) return null;
    let range: AbstractRange | undefined;
    try {
      range = selection.getComposedRanges({ shadowRoots: trees })[0];
    } catch {
      // Not in a shadow root. There, Chromium before 137 asks the root; Firefox before 142 sees nothing,
      // nor Safari 17, which has the same method with other parameters.
      const own = (root as Partial<Document>).getSelection?.();
      range = own?.rangeCount ? own.getRangeAt(0) : undefined;
    }
    if (!range || range.collapsed) return null;
    const at = (node: Node, offset: number, outside: number) =>
      trees.includes(node.getRootNode() as ShadowRoot) ? locate(node, offset) : outside;
    const start = at(range.startContainer, range.startOffset, text.length);
    const end = at(range.endContainer, range.endOffset, 0);
    const piece = text.slice(start, end);
    return piece.trim()
      ? { start: end - piece.trimStart().length, end: start + piece.trimEnd().length }
      : null;
  }

  return {
    article,
    root,
    roots,
    runs,
    toRange,
    toOffset: (node, offset) =>
      roots.some((it) => it.contains(node)) ? locate(node, offset) : null,
    spanOfSelection,
  };
}
