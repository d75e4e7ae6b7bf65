/** How this library cuts text, as the article asks for it. Knows nothing of how it is done. */
import type { Segmentation } from '../core/article.js';
import { paragraphs } from './paragraphs.js';
import { sentences } from './sentences.js';

/** Cuts Arabic as an Arab would, and other languages by the same marks and lengths. */
export const arabicSegmentation: Segmentation = { sentences, paragraphs };
