/** What was laid out by hand, or not at all: lines that are full, walls of text. Loaded with the first of them. */
export { lines } from './lines.js';
export { paragraphs } from './paragraphs.js';
