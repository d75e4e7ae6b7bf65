/** Diacritics for Arabic text, in the page or in Node. `article-reader/tashkeel.js`. */
export type { Spoken } from '../core/spoken.js';
export { setAssetBase } from '../assets/asset-base.js';
export { loadTashkeel, type LoadTashkeelOptions } from './load-tashkeel.js';
export { createTashkeel } from './create-tashkeel.js';
export type { DiacritizeOptions, Tashkeel } from '../arabic/tashkeel/tashkeel.js';
export { TashkeelWorker, type TashkeelWorkerOptions } from './tashkeel-worker.js';
export { setReadingStyle, type ReadingStyle } from './reading-style.js';
