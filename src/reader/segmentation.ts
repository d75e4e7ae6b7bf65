/**
 * How a page's text is cut. What cuts a wall of text into paragraphs, and joins lines, is loaded when
 * the first is met, as few pages have any.
 */
import { sentences } from '../arabic/sentences.js';
import type { Segmentation } from '../core/article.js';

let laidOut: Omit<Segmentation, 'sentences'> | null = null;

/** Loads what cuts a wall and joins lines; rejects where it cannot be had. */
export async function loadSegmentation(): Promise<Segmentation> {
  laidOut ??= await import('../arabic/laid-out.js');
  const { lines, paragraphs } = laidOut;
  return { sentences, lines, paragraphs };
}

/** @param onLoad called when what was taken as it stands can be read better */
export function lazySegmentation(onLoad: () => void): Segmentation {
  let loading: unknown;
  const load = () => (loading ??= loadSegmentation().then(onLoad, () => {}));
  return {
    sentences,
    paragraphs(text, lang) {
      if (laidOut) return laidOut.paragraphs(text, lang);
      load();
      return [{ start: 0, end: text.length }];
    },
    lines(text) {
      if (laidOut) return laidOut.lines(text);
      load();
      return text;
    },
  };
}
