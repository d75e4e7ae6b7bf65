/** The sheets and the notices: loaded when one is first needed. */
import { defineAll } from './define.js';
import { ArticleReaderHelp } from './reader-help.js';
import { ArticleReaderNotice } from './reader-notice.js';
import { ArticleReaderPanel } from './reader-panel.js';
import { ArticleReaderPlaces } from './reader-places.js';
import { ArticleReaderSettings } from './reader-settings.js';

defineAll({
  'article-reader-panel': ArticleReaderPanel,
  'article-reader-settings': ArticleReaderSettings,
  'article-reader-help': ArticleReaderHelp,
  'article-reader-places': ArticleReaderPlaces,
  'article-reader-notice': ArticleReaderNotice,
});
