/** The elements' classes; importing them registers nothing. */
import { ArticleReader } from './ui/article-reader/article-reader.js';
import { defineAll } from './ui/internal/define.js';
import { ArticleReaderToolbar } from './ui/toolbar/article-reader-toolbar.js';

export { setAssetBase } from './assets/asset-base.js';
export * from './reader/events.js';
export { ArticleReader, ArticleReaderToolbar };

/** Registers `<article-reader>` and its toolbar, unless their names are taken; harmless in Node. */
export function define(): void {
  defineAll({
    // First: it takes away the bar that a server rendered, which nobody has given a reader.
    'article-reader': ArticleReader,
    'article-reader-toolbar': ArticleReaderToolbar,
  });
}
