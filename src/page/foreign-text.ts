/** Text that does not stand on the page yet: loaded, sanitised, rendered; fetched when first needed. */
export { loadSource } from './load-source.js';
export { renderText } from './render-text.js';
