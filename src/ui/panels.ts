/** The sheets of settings and help: loaded when first opened. */
import { defineAll } from './define.js';
import { ArticleReaderHelp } from './reader-help.js';
import { ArticleReaderPanel } from './reader-panel.js';
import { ArticleReaderSettings } from './reader-settings.js';

defineAll({
  'article-reader-panel': ArticleReaderPanel,
  'article-reader-settings': ArticleReaderSettings,
  'article-reader-help': ArticleReaderHelp,
});
