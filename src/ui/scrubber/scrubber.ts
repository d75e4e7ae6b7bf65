/** What the bar has once somebody comes near it or listens: loaded then, and drawn by the bar. */
import { html, type TemplateResult } from 'lit';
import { adoptSheet, createSheet, type Reader } from '../../reader/reader.js';
import type { Terms } from '../i18n/terms.js';
import { defineAll } from '../internal/define.js';
import type { ReaderElement } from '../internal/reader-element.js';
import { ArticleReaderScrubber } from './article-reader-scrubber.js';
import { playByThumb } from './thumb-player.js';

/**
 * The ring of what is waited for; what "more" unfolds in a narrow bar; the line in forced colours; and in
 * short windows all of the lower row stands beside the buttons, where there is room.
 */
const RULES = `
  /* What is waited for does not look as if it played. */
  .loading .icon {
    animation: turn 1s linear infinite;
  }
  @keyframes turn {
    to {
      transform: rotate(1turn);
    }
  }
  /* "More" stays where it is when it is pressed: the rest comes in rows below. */
  @container (max-width: 729px) {
    .open .row {
      flex-wrap: wrap;
    }
    .open .row::after {
      content: '';
      order: 1;
      flex-basis: 100%;
    }
    .open :is(.rare, .far) {
      order: 2;
      flex: 1;
    }
  }
  @container (max-width: 579px) {
    .open .often {
      order: 2;
      flex: 1;
    }
  }
  /* Two rows of four. */
  @container (max-width: 379px) {
    .open :is(.often, .rare, .far) {
      flex: 1 0 22%;
    }
  }
  @container (max-width: 307px) {
    .open .group > :not(.more) {
      order: 2;
      flex: 1 0 22%;
    }
  }
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

/** At the article's end the notices are asked for, where the page has a next one: they offer it. */
function offerNext(toolbar: ReaderElement): void {
  let isAsked = false;
  toolbar.addController({
    hostUpdated() {
      const { playback } = toolbar.reader;
      const hasEnded = playback.status === 'idle' && !!playback.ended;
      const isNew = hasEnded && !isAsked;
      isAsked = hasEnded;
      const { host } = toolbar.getRootNode() as ShadowRoot;
      if (!isNew || !host) return;
      void import('../notice/next-article.js').then(
        ({ nextArticle }) => {
          if (nextArticle(host))
            toolbar.dispatchEvent(new CustomEvent('reader-command', { detail: 'passage' }));
        },
        () => {},
      );
    },
  });
}

/** Makes a bar ready; returns what draws the slider in it. */
export function join(toolbar: ReaderElement): typeof render {
  defineAll({ 'article-reader-scrubber': ArticleReaderScrubber });
  const root = toolbar.shadowRoot!;
  adoptSheet(root, createSheet(root, RULES));
  playByThumb(toolbar);
  // The view's bar stands on the same article.
  if (toolbar.closest('.bar')) offerNext(toolbar);
  return render;
}
