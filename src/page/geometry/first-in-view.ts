/**
 * What of the text is seen first: by block, by character, or where to begin to read. Knows nothing of
 * voices and of places that are kept. Loaded with the first listening or the reading view.
 */
import type { Span } from '../../core/article.js';
import { firstIndex } from '../../core/search.js';
import type { PageText } from '../page-text.js';
import { intersection, type Inset } from './box.js';
import { boundsOf, rectsOf } from './css-zoom.js';
import { clipBoxOf } from './scrollers.js';

/** So many pixels of a line may be cut off; what is less seen is not read. */
const CUT_OFF = 8;

/**
 * Index of the first block that reaches below a height of the window; the number of blocks if none does.
 *
 * @param top in CSS pixels of the viewport
 */
export function firstBlockBelow({ article: { blocks }, toRange }: PageText, top: number): number {
  return firstIndex(blocks.length, (i) => boundsOf(toRange(blocks[i]!)).bottom > top);
}

/**
 * The offset of the first text that is seen whole below a height of the window; the end's if all of
 * the text is above it.
 *
 * @param top in CSS pixels of the viewport
 */
export function firstOffsetBelow(page: PageText, top: number): number {
  const { blocks } = page.article;
  const block = blocks[firstBlockBelow(page, top + 1)] ?? blocks.at(-1);
  if (!block) return 0;
  const isSeen = (offset: number) => {
    const box = boundsOf(page.toRange({ start: offset, end: offset + 1 }));
    return box.top + Math.min(CUT_OFF, (box.bottom - box.top) / 2) >= top;
  };
  // Most often it is the beginning, and what floats beside it may stand higher.
  if (isSeen(block.start)) return block.start;
  const last = block.end - 1 - block.start;
  return block.start + firstIndex(last, (i) => isSeen(block.start + i));
}

/**
 * Where to begin to read for somebody who has scrolled into the article: the first sentence that
 * begins in view, else the one that goes on there.
 *
 * @param inset what covers the top and the bottom of the window, in CSS pixels
 * @returns null where the article's beginning is in view, or nothing of it.
 */
export function firstInView(page: PageText, inset: Inset): number | null {
  const window = { top: inset.top, bottom: innerHeight - inset.bottom, left: 0, right: innerWidth };
  const isSeen = (span: Span): boolean => {
    const range = page.toRange(span);
    const view = intersection(window, clipBoxOf(range.startContainer));
    return rectsOf(range).some(({ top, bottom, left, right }) => {
      // Half a line is none.
      const middle = (top + bottom) / 2;
      return middle > view.top && middle < view.bottom && right > view.left && left < view.right;
    });
  };
  const { blocks } = page.article;
  // Of columns side by side the first that is seen may stand anywhere in the list.
  const index = blocks.findIndex(isSeen);
  if (index < 0) return null;
  const here = blocks[index]!.sentences;
  const begins = [...here, ...(blocks[index + 1]?.sentences.slice(0, 1) ?? [])].find(({ start }) =>
    isSeen({ start, end: start + 1 }),
  );
  if (index === 0 && begins === here[0]) return null;
  return (begins ?? here.find(isSeen))?.start ?? null;
}
