/** The lines that text is laid out in. Knows nothing of what is drawn round them. */
import { indexAt, type Span } from '../../core/article.js';
import type { PageText } from '../page-text.js';
import { boundingBox, union, type Box } from './box.js';
import { boundsOf, rectsOf } from './css-zoom.js';
import { firstBlockBelow } from './first-in-view.js';

/** So many characters on either side are looked at: more than five lines of the widest page. */
const REACH = 1500;

/** So many blocks are enough to find a line that is not covered. */
const NEAR = 5;

/** Lines of one column from above to below, and which of them a span stands in. */
export interface Column {
  readonly lines: readonly Box[];
  readonly first: number;
  readonly last: number;
}

/** The lines that a span stands in, as seen on screen, in reading order. */
export function lineBoxesOf(page: PageText, span: Span): Box[] {
  const lines: Box[] = [];
  for (const piece of piecesOf(page.toRange(span))) {
    const last = lines.at(-1);
    if (last && isOneLine(last, piece)) lines[lines.length - 1] = union(last, piece);
    else lines.push(boxed(piece));
  }
  return lines;
}

/** The lines of a few blocks, from the first block that reaches below a height of the screen. */
export function* lineBoxesBelow(page: PageText, top: number): Iterable<Box> {
  const first = firstBlockBelow(page, top);
  const near = page.article.blocks.slice(first, first + NEAR);
  for (const block of near) yield* lineBoxesOf(page, block);
}

/**
 * The lines round a span, in the column that it stands in: those of its block, and of the blocks near
 * it that are above and below. What stands beside it (a float, another cell of the row) is left out.
 *
 * @returns null if nothing of the span is on screen or could be scrolled there.
 */
export function columnRound(page: PageText, span: Span): Column | null {
  const { blocks } = page.article;
  const here = indexAt(blocks, span.start);
  const near = { start: span.start - REACH, end: span.end + REACH };
  const linesIn = (index: number) => {
    const { start, end } = blocks[index]!;
    return lineBoxesOf(page, { start: Math.max(start, near.start), end: Math.min(end, near.end) });
  };
  const current = lineBoxesOf(page, span);
  if (!current.length) return null;
  const own = linesIn(here);
  const column = boundingBox(own);
  const others: Box[] = [];
  const last = indexAt(blocks, near.end);
  for (let index = indexAt(blocks, near.start); index <= last; index++)
    if (index !== here) others.push(...linesIn(index));
  const inColumn = others
    .filter(({ left, right }) => left < column.right && right > column.left)
    .sort((one, other) => one.top - other.top);
  const above = rows(inColumn.filter((line) => middle(line) < column.top));
  const below = rows(inColumn.filter((line) => middle(line) > column.bottom));
  const lines = [...above, ...own, ...below];
  const indexOf = (part: Box) => lines.findIndex((line) => isOneLine(line, part));
  const first = indexOf(current[0]!);
  return { lines, first, last: Math.max(first, indexOf(current.at(-1)!)) };
}

/**
 * The part of a column with so many lines round the current ones, from halfway to the line above it to
 * halfway to the line below.
 *
 * @param beyond how many lines on either side of the current ones
 */
export function bandOf({ lines, first, last }: Column, beyond: number): Box {
  let from = first;
  let to = last;
  for (let left = beyond; left && isBelow(lines[from], lines[from - 1]); left--) from--;
  for (let left = beyond; left && isBelow(lines[to + 1], lines[to]); left--) to++;
  const band = boundingBox(lines.slice(from, to + 1));
  return {
    ...band,
    top: band.top - room(lines[from]!, lines[from - 1]),
    bottom: band.bottom + room(lines[to]!, lines[to + 1]),
  };
}

/** Half of what parts two lines (less than nothing where they reach into each other), or a little. */
function room(line: Box, other: Box | undefined): number {
  const little = (line.bottom - line.top) / 4;
  if (!other) return little;
  const [upper, lower] = line.top < other.top ? [line, other] : [other, line];
  return isBelow(lower, upper) ? Math.min(little, (lower.top - upper.bottom) / 2) : little;
}

/** What a range shows: pieces of text, one a line and direction, and images. */
function* piecesOf(range: Range): Iterable<DOMRect> {
  const { commonAncestorContainer, startContainer, startOffset, endContainer, endOffset } = range;
  const shown = NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT;
  const walker = document.createTreeWalker(commonAncestorContainer, shown);
  walker.currentNode = startContainer.childNodes[startOffset] ?? startContainer;
  const part = document.createRange();
  for (let node: Node | null = walker.currentNode; node; node = walker.nextNode()) {
    if (!range.intersectsNode(node)) return;
    if (node.hasChildNodes()) continue;
    let rects: DOMRect[];
    if (node instanceof Element) rects = [boundsOf(node)];
    else {
      part.selectNodeContents(node);
      if (node === startContainer) part.setStart(node, startOffset);
      if (node === endContainer) part.setEnd(node, endOffset);
      rects = rectsOf(part);
    }
    yield* rects.filter(({ width, height }) => width && height);
  }
}

/** Cells of one row, and whatever else stands side by side, are one line. */
function rows(lines: readonly Box[]): Box[] {
  const rows: Box[] = [];
  for (const line of lines) {
    const last = rows.at(-1);
    if (last && isOneLine(last, line)) rows[rows.length - 1] = union(last, line);
    else rows.push(line);
  }
  return rows;
}

const boxed = ({ top, bottom, left, right }: Box): Box => ({ top, bottom, left, right });

const middle = ({ top, bottom }: Box) => (top + bottom) / 2;

/** Lines of text reach into each other where they are set tight: by less than half. */
function isOneLine(one: Box, other: Box): boolean {
  const overlap = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return overlap > Math.min(one.bottom - one.top, other.bottom - other.top) / 2;
}

/** The first line of the next column is not below the last of this one. */
const isBelow = (line: Box | undefined, upper: Box | undefined): boolean =>
  !!line && !!upper && middle(line) > middle(upper) && !isOneLine(line, upper);
