/** What is true of Arabic, for any program: pure, without a DOM. `article-reader/arabic.js`. */
export type { Span } from '../core/article.js';
export type { Spoken, SpokenPiece } from '../core/spoken.js';
export { lines } from './lines.js';
export { paragraphs } from './paragraphs.js';
export { sentences } from './sentences.js';
export { toSpoken, type SpokenOptions } from './spoken/to-spoken.js';
