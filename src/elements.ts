/** The elements' classes; importing them registers nothing. */
import { ArticleReader } from './ui/article-reader.js';
import { defineAll } from './ui/define.js';
import { ArticleReaderToolbar } from './ui/reader-toolbar.js';

export * from './reader-events.js';
export { ArticleReader, ArticleReaderToolbar };

/** Registers `<article-reader>` and its toolbar, unless their names are taken; harmless in Node. */
export function define(): void {
  defineAll({
    'article-reader-toolbar': ArticleReaderToolbar,
    'article-reader': ArticleReader,
  });
}
