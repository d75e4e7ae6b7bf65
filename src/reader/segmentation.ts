/**
 * How a page's text is cut. What cuts a wall of text into paragraphs is loaded when one is met, as few
 * pages have one.
 */
import { sentences } from '../arabic/sentences.js';
import type { Segmentation } from '../core/article.js';

type Cut = Segmentation['paragraphs'];

let cut: Cut | null = null;

/** Loads what cuts a wall; rejects where it cannot be had. */
export async function loadParagraphs(): Promise<Segmentation> {
  cut ??= (await import('../arabic/paragraphs.js')).paragraphs;
  return { sentences, paragraphs: cut };
}

/** @param onLoad called when a wall that was taken for one paragraph can be cut */
export const lazySegmentation = (onLoad: () => void): Segmentation => ({
  sentences,
  paragraphs(text, lang) {
    if (cut) return cut(text, lang);
    loadParagraphs().then(onLoad, () => {});
    return [{ start: 0, end: text.length }];
  },
});
