/** The sheets and the notices: loaded when one is first needed. */
import { defineAll } from '../internal/define.js';
import { ArticleReaderHelp } from './article-reader-help.js';
import { ArticleReaderNotice } from './article-reader-notice.js';
import { ArticleReaderPanel } from './article-reader-panel.js';
import { ArticleReaderPlaces } from './article-reader-places.js';
import { ArticleReaderSettings } from './article-reader-settings.js';

defineAll({
  'article-reader-panel': ArticleReaderPanel,
  'article-reader-settings': ArticleReaderSettings,
  'article-reader-help': ArticleReaderHelp,
  'article-reader-places': ArticleReaderPlaces,
  'article-reader-notice': ArticleReaderNotice,
});
