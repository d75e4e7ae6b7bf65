/** Registers `<article-reader>`: the one module with a side effect. */
import { define } from './elements.js';

export * from './elements.js';

define();
