/** Articles to sound and times, from Node. */
export { alignArticle, type AlignOptions } from './align/align-article.js';
export { RecordingError } from './align/recording.js';
export { findSources, type Found } from './input/find-sources.js';
export { Web, type WebOptions } from './input/web.js';
export { SourceError, type ArticleSource } from './input/source.js';
export { makeArticle, type Made, type MakeOptions } from './make-article.js';
export { Store } from './output/store.js';
export { makeAll, type Failure, type PoolOptions } from './run/pool.js';
export { createVoice } from './voice/create-voice.js';
export type { NarrationVoice } from './voice/voice.js';
