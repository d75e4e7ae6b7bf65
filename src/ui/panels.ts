/** The sheets and the notices: loaded when one is first needed, and drawn by the element from then on. */
import { html, type TemplateResult } from 'lit';
import type { Reader } from '../reader/reader.js';
import { ArticleReaderCard } from './card/article-reader-card.js';
import { ArticleReaderHelp } from './help/article-reader-help.js';
import type { Terms } from './i18n/terms.js';
import { defineAll } from './internal/define.js';
import { ArticleReaderNotice } from './notice/article-reader-notice.js';
import { ArticleReaderPanel } from './panel/article-reader-panel.js';
import { ArticleReaderPlaces } from './places/article-reader-places.js';
import { ArticleReaderQuickSettings } from './settings/article-reader-quick-settings.js';
import { ArticleReaderReturn } from './return/article-reader-return.js';
import { ArticleReaderSettings } from './settings/article-reader-settings.js';
import { ArticleReaderSpeed } from './settings/article-reader-speed.js';

/** Registers them: importing alone does nothing. */
export const define = (): void =>
  defineAll({
    'article-reader-panel': ArticleReaderPanel,
    'article-reader-card': ArticleReaderCard,
    'article-reader-quick-settings': ArticleReaderQuickSettings,
    'article-reader-settings': ArticleReaderSettings,
    'article-reader-speed': ArticleReaderSpeed,
    'article-reader-help': ArticleReaderHelp,
    'article-reader-places': ArticleReaderPlaces,
    'article-reader-notice': ArticleReaderNotice,
    'article-reader-return': ArticleReaderReturn,
  });

export const renderNotices = (reader: Reader, terms: Terms): TemplateResult =>
  html`<article-reader-notice
    exportparts="message"
    .reader=${reader}
    .terms=${terms}
  ></article-reader-notice>`;

/** From the few settings to all of them, which stand beside. */
const showAll = ({ target }: Event) =>
  ((target as Element).nextElementSibling as ArticleReaderSettings).show();

export const renderSheets = (reader: Reader, terms: Terms): TemplateResult =>
  html`<article-reader-return .reader=${reader} .terms=${terms} exportparts="return">
    </article-reader-return>
    <article-reader-quick-settings
      .reader=${reader}
      .terms=${terms}
      exportparts="panel"
      @reader-all-settings=${showAll}
    ></article-reader-quick-settings>
    <article-reader-settings .reader=${reader} .terms=${terms} exportparts="panel">
    </article-reader-settings>
    <article-reader-speed .reader=${reader} .terms=${terms} exportparts="panel">
    </article-reader-speed>
    <article-reader-help .reader=${reader} .terms=${terms} exportparts="panel">
    </article-reader-help>
    <article-reader-card .reader=${reader} .terms=${terms} exportparts="card">
    </article-reader-card>
    <article-reader-places .reader=${reader} .terms=${terms} exportparts="panel">
    </article-reader-places>`;
