/** What the bar has once somebody comes near it or listens: loaded then, and drawn by the bar. */
import { html, type TemplateResult } from 'lit';
import { adoptSheet, createSheet, type Reader } from '../../reader/reader.js';
import type { Terms } from '../i18n/terms.js';
import { defineAll } from '../internal/define.js';
import type { ReaderElement } from '../internal/reader-element.js';
import { ArticleReaderScrubber } from './article-reader-scrubber.js';
import { playByThumb } from './thumb-player.js';

/** The line in forced colours; and in short windows all of the lower row stands beside the buttons, where there is room. */
const RULES = `
  @media (forced-colors: active) {
    i {
      background: Highlight;
    }
  }
  @media (max-height: 480px) {
    @container (min-width: 900px) {
      .bar {
        display: flex;
      }
      .row {
        flex: 1;
      }
      .foot {
        flex: 0 1 180px;
        block-size: 56px;
      }
      .place,
      article-reader-scrubber {
        display: flex;
      }
    }
  }
`;

const render = (reader: Reader, terms: Terms): TemplateResult =>
  html`<article-reader-scrubber .reader=${reader} .terms=${terms}></article-reader-scrubber>`;

/** Makes a bar ready; returns what draws the slider in it. */
export function join(toolbar: ReaderElement): typeof render {
  defineAll({ 'article-reader-scrubber': ArticleReaderScrubber });
  const root = toolbar.shadowRoot!;
  adoptSheet(root, createSheet(root, RULES));
  playByThumb(toolbar);
  return render;
}
