/** Which pictures of a page belong to its article, and copies of them. Knows nothing of where they go. */
import type { PageText } from '../page-text.js';
import { SKIPPED } from '../read/skipped.js';

/** A picture without words of its own is worth showing from this size on, in CSS pixels. */
const LARGE = 100;

/** Pictures that are no text of the article, and still part of it: those that are large. */
export function picturesOf({ roots, runs }: PageText): HTMLImageElement[] {
  const told = new Set(runs.flatMap(({ node, from }) => (from < Infinity ? [node] : [])));
  const isSkipped = (image: Element) => {
    for (let at: Element | null = image; at && !roots.includes(at); at = at.parentElement)
      if (at.matches(SKIPPED)) return true;
    return false;
  };
  return roots
    .flatMap((root) => (root instanceof Element ? [...root.querySelectorAll('img')] : []))
    .filter((image) => {
      const { width, height } = image.getBoundingClientRect();
      return width >= LARGE && height >= LARGE && !told.has(image) && !isSkipped(image);
    });
}

/** The picture that is shown, with its words and nothing else of the page. */
export function copyImage(source: HTMLImageElement): HTMLImageElement {
  const image = document.createElement('img');
  image.alt = source.alt;
  image.decoding = 'async';
  // Its place is kept until it is there.
  const width = source.naturalWidth || Number(source.getAttribute('width'));
  const height = source.naturalHeight || Number(source.getAttribute('height'));
  if (width && height) {
    image.width = width;
    image.height = height;
  }
  image.referrerPolicy = source.referrerPolicy;
  image.crossOrigin = source.crossOrigin;
  image.src = source.currentSrc || source.src;
  return image;
}
