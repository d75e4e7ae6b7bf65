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
  [data-note] span {
    display: none;
  }
  [data-note]::before {
    content: attr(data-note);
  }
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

/** How long it is shown that the embedded voice reads, in ms: it can be found in the settings. */
const VOICE_SHOWN = 8000;

/** Readers of which that has been said. */
const told = new WeakSet<Reader>();

/**
 * Says once that the embedded voice reads, where the bar says how far it is: it covers no text there. Not to a
 * screen reader: who listens hears it.
 */
function tellVoice(toolbar: ReaderElement): void {
  const place = toolbar.shadowRoot!.querySelector<HTMLElement>('.place')!;
  const end = () => delete place.dataset['note'];
  toolbar.addController({
    hostUpdated() {
      const { reader, terms } = toolbar;
      if (reader.playback.status !== 'playing') end();
      // It may also take over in the middle, from a voice that failed.
      else if (reader.voice?.quality === 'embedded' && !told.has(reader)) {
        told.add(reader);
        void import('../i18n/panel-terms.js').then(
          ({ panelTermsFor }) => {
            place.dataset['note'] = panelTermsFor(terms).embeddedVoice;
            setTimeout(end, VOICE_SHOWN);
          },
          () => {},
        );
      }
    },
  });
}

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

/** When each bar got its slider, in ms of an event's time. */
const joined = new WeakMap<ReaderElement, number>();

/** Does what a press of the line asked for, if there was no slider yet. */
export async function press(toolbar: ReaderElement, event?: Event): Promise<void> {
  if (event?.type !== 'pointerup' || event.timeStamp > joined.get(toolbar)!) return;
  await toolbar.updateComplete;
  toolbar.shadowRoot!.querySelector('article-reader-scrubber')?.press(event as PointerEvent);
}

/** Makes a bar ready; returns what draws the slider in it. */
export function join(toolbar: ReaderElement): typeof render {
  defineAll({ 'article-reader-scrubber': ArticleReaderScrubber });
  joined.set(toolbar, performance.now());
  const root = toolbar.shadowRoot!;
  adoptSheet(root, createSheet(root, RULES));
  playByThumb(toolbar);
  tellVoice(toolbar);
  // The view's bar stands on the same article.
  if (toolbar.closest('.bar')) offerNext(toolbar);
  return render;
}
