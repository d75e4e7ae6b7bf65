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
    overflow: clip;
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
  /* What is waited for does not look as if it played. */
  .loading .icon {
    animation: turn 1s linear infinite;
  }
  @keyframes turn {
    to {
      transform: rotate(1turn);
    }
  }
  .place {
    flex: 1;
    padding-inline: 12px;
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
    inset: auto 0 0;
    block-size: 3px;
    background: var(--_line);
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
    .folded .rare {
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
    }
    .open .rare {
      order: 2;
    }
  }
  @container (max-width: 819px) {
    .group::before,
    .folded .far {
      display: none;
    }
  }
  @container (max-width: 669px) {
    .folded .often {
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
  @container (max-width: 519px) {
    .listen {
      flex: 1;
      min-inline-size: 0;
      padding-inline: 4px;
    }
    .folded .place {
      display: none;
    }
  }
  /* Two rows of four. */
  @container (max-width: 379px) {
    .open :is(.often, .rare) {
      flex: 1 0 22%;
    }
  }
  /* The main button asks by its word, and says how it goes by its icon. */
  @container (max-width: 369px) {
    .listen:is(.playing, .paused) span,
    :is(.idle, .failed) .icon {
      display: none;
    }
    .loading span {
      font-size: 13px;
      line-height: 1.3;
    }
  }
  /* Very narrow: listen, size, and the rest behind "more"; in a column of a few words no size either. */
  @container (max-width: 307px) {
    .folded .step {
      display: none;
    }
    .open .group > :not(.more) {
      order: 2;
      flex: 1 0 22%;
    }
  }
  @container (max-width: 221px) {
    .folded .size,
    .loading span {
      display: none;
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
