import { css } from 'lit';

/** The bar, and how it folds as it gets narrower. */
export const styles = css`
  :host {
    display: block;
  }
  /* Not the host: it is there before the article is read, and styles that ask for the width of a
     box make the browser lay the page out when the first of them is read. */
  .room {
    container-type: inline-size;
  }
  .bar {
    position: relative;
    display: flex;
    align-items: center;
    padding: 6px;
    background: var(--_paper);
    color: var(--_ink);
    border: 1px solid var(--_line);
    border-radius: 16px;
    box-shadow: 0 2px 12px rgb(0 0 0 / 8%);
    font: 500 16px/1.4 var(--_ui-font);
  }
  .group {
    display: contents;
  }
  .group::before {
    content: '';
    inline-size: 1px;
    block-size: 28px;
    margin-inline: 4px;
    background: var(--_line);
  }
  /* Nothing in the bar is bold: a page that has no bold text need not load a face for it. */
  .listen {
    min-inline-size: 116px;
    font-weight: inherit;
  }
  .place {
    flex: 1;
    padding-inline: 8px;
    font-size: 14px;
    line-height: 1.35;
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .place span {
    display: block;
  }
  .value {
    font-variant-numeric: tabular-nums;
    min-inline-size: 56px;
  }
  /* As heavy as the icons' strokes. */
  .letter {
    font-size: 22px;
    line-height: 1;
    -webkit-text-stroke: 0.6px;
  }
  .letter::before {
    content: attr(data-letter);
  }
  .smaller .letter {
    font-size: 16px;
  }
  .more {
    display: none;
  }
  .progress {
    position: absolute;
    inset-inline: 15px;
    inset-block-end: -1px;
    block-size: 3px;
    overflow: hidden;
    border-radius: 3px;
  }
  .progress i {
    display: block;
    block-size: 100%;
    background: var(--_accent);
    transform-origin: left;
  }
  [dir='rtl'] i {
    transform-origin: right;
  }
  /* Narrower: what is needed least folds first, and comes back in rows of its own. */
  @container (max-width: 899px) {
    .more {
      display: inline-flex;
    }
    .bar:not(.open) :is(.rare, .place span + span) {
      display: none;
    }
    /* What room is left comes before all else: "more" stays where it is when it is pressed. */
    .listen {
      margin-inline-end: auto;
    }
    .open {
      flex-wrap: wrap;
    }
    /* A row, but for the three buttons that come after it. */
    .open .place {
      order: 1;
      flex: 1 0 calc(100% - 3 * 44px);
      display: flex;
      flex-wrap: wrap;
      gap: 0 16px;
    }
    .open .rare {
      order: 2;
    }
  }
  @container (min-width: 640px) and (max-width: 739px) {
    .bar:not(.open) .place {
      display: none;
    }
  }
  @container (max-width: 639px) {
    .group::before,
    .bar:not(.open) .often {
      display: none;
    }
    .open .place {
      flex-basis: 100%;
      padding-block-start: 6px;
    }
    .open :is(.often, .rare) {
      order: 2;
      flex: 1;
      min-inline-size: 44px;
    }
  }
  @container (max-width: 499px) {
    .bar {
      justify-content: space-between;
    }
    .listen {
      margin-inline-end: 0;
    }
    .bar:not(.open) .place {
      display: none;
    }
  }
  /* Two rows of four. */
  @container (max-width: 379px) {
    .open :is(.often, .rare) {
      flex: 1 0 22%;
    }
  }
  @container (max-width: 419px) {
    .listen {
      min-inline-size: 64px;
      padding-inline: 8px;
    }
    .listen span {
      display: none;
    }
  }
  /* Very narrow: listen, size, and the rest behind "more". */
  @container (max-width: 295px) {
    .listen {
      flex: 1;
      margin-inline-end: 4px;
    }
    .bar:not(.open) .step {
      display: none;
    }
    .open :is(.step, .often, .rare) {
      order: 2;
      flex: 1 0 18%;
    }
  }
  @media (forced-colors: active) {
    .progress i {
      background: Highlight;
    }
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
