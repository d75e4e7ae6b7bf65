import { paragraphs, sentences } from '../src/arabic/index.js';
import { lines } from '../src/arabic/lines.js';
import type { Segmentation } from '../src/core/article.js';

/** How the reader cuts text, with all that it loads later at hand. */
export const arabicSegmentation: Segmentation = { sentences, paragraphs, lines };
