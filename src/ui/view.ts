/** The reading view: loaded when it is first opened, and drawn by the element from then on. */
import { html, type TemplateResult } from 'lit';
import type { Reader } from '../reader/reader.js';
import type { Terms } from './i18n/terms.js';
import { defineAll } from './internal/define.js';
import type { ToolbarCommand } from './toolbar/article-reader-toolbar.js';
import { ArticleReaderReturn } from './return/article-reader-return.js';
import { ArticleReaderView } from './view/article-reader-view.js';

/** Registers it: importing alone does nothing. */
export const define = (): void =>
  defineAll({
    'article-reader-view': ArticleReaderView,
    'article-reader-return': ArticleReaderReturn,
  });

/** @param announcement what a screen reader is told */
export const renderView = (
  reader: Reader,
  terms: Terms,
  announcement: string,
  onCommand: (event: CustomEvent<ToolbarCommand>) => void,
): TemplateResult =>
  html`<article-reader-view
    exportparts="view, card, toolbar, listen, article, message, retry, return"
    .reader=${reader}
    .terms=${terms}
    .announcement=${announcement}
    @reader-command=${onCommand}
  ></article-reader-view>`;
