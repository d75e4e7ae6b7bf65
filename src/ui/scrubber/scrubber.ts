/** What the bar has once somebody comes near it or listens: loaded then, and drawn by the bar. */
import { html, type TemplateResult } from 'lit';
import type { Reader } from '../../reader/reader.js';
import type { Terms } from '../i18n/terms.js';
import { defineAll } from '../internal/define.js';
import { ArticleReaderScrubber } from './article-reader-scrubber.js';

export { playByThumb } from './thumb-player.js';

/** Registers it: importing alone does nothing. */
export const define = (): void => defineAll({ 'article-reader-scrubber': ArticleReaderScrubber });

export const render = (reader: Reader, terms: Terms): TemplateResult =>
  html`<article-reader-scrubber .reader=${reader} .terms=${terms}></article-reader-scrubber>`;
