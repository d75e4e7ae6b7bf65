/**
 * What a text with more than plain paragraphs asks for: what each part of it is, what the page wants
 * said for it, the numbers of its lists, what its columns are called, the words of its formulas, its
 * letters as they are meant. Loaded with the first listening to such a text.
 */
export { foldLetters, hasFolded } from '../../arabic/fold-letters.js';
export { findInlines, inlinesOf } from '../../page/read/inlines.js';
export { listMarkersOf } from '../../page/read/list-markers.js';
export { spokenFormsOf } from '../../page/read/spoken-forms.js';
export { columnHeadersOf } from '../../page/read/table-headers.js';
export { asMeant } from '../../speech/as-meant.js';
export { markerWords } from '../../speech/marker-words.js';
