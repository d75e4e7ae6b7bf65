import type { Span } from '../../core/article.js';
import { rectsOf } from './css-zoom.js';
import type { Inset } from './obstructions.js';
import type { PageText } from '../read/page-text.js';
import { seenOf, shared } from './scrollers.js';

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
    const view = shared(window, seenOf(range.startContainer));
    return rectsOf(range).some(({ top, bottom, left, right }) => {
      // Half a line is none.
      const middle = (top + bottom) / 2;
      return middle > view.top && middle < view.bottom && right > view.left && left < view.right;
    });
  };
  const { blocks } = page.article;
  const index = blocks.findIndex(isSeen);
  if (index < 0) return null;
  const here = blocks[index]!.sentences;
  const begins = [...here, ...(blocks[index + 1]?.sentences.slice(0, 1) ?? [])].find(({ start }) =>
    isSeen({ start, end: start + 1 }),
  );
  if (index === 0 && begins === here[0]) return null;
  return (begins ?? here.find(isSeen))?.start ?? null;
}
