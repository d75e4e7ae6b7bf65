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
    background: var(--_paper);
    color: var(--_ink);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) + 4px);
    box-shadow: var(--_shadow);
    font: 500 16px/1.35 var(--_ui-font);
  }
  .row {
    display: flex;
    align-items: center;
    padding: 6px 6px 0;
  }
  .group {
    display: contents;
  }
  /* Listen, move, look: what room is left lies between the three. */
  .group::before {
    content: '';
    inline-size: 1px;
    block-size: 28px;
    margin: auto;
    background: var(--_line);
  }
  /* Nothing in the bar is bold: a page that has no bold text need not load a face for it. */
  .listen {
    min-inline-size: 116px;
    font-weight: inherit;
  }
  /* A row that is pressed and dragged, once that is loaded: as high as a thumb wants it. */
  .foot {
    block-size: 44px;
    position: relative;
  }
  .place {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 12px;
    padding: 4px 12px 0;
    font-size: 14px;
    line-height: 1.25;
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .value {
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
  /* At the bar's lower edge, and as round. */
  .progress {
    position: absolute;
    inset: -12px 0 0;
    overflow: clip;
    border-radius: calc(var(--_radius) + 3px);
  }
  .progress::before,
  i {
    content: '';
    position: absolute;
    inset: auto 0 0;
    block-size: 4px;
    background: var(--_line);
  }
  i {
    background: var(--_accent);
  }
  /* Narrower: what is needed least folds first, and comes back in rows of its own with the slider. */
  @container (max-width: 729px) {
    .more {
      display: inline-flex;
    }
    .group::before,
    .folded :is(.rare, .far) {
      display: none;
    }
    .listen {
      margin-inline-end: auto;
    }
  }
  @container (max-width: 579px) {
    .folded .often {
      display: none;
    }
  }
  @container (max-width: 519px) {
    .listen {
      flex: 1;
      min-inline-size: 0;
      padding-inline: 4px;
    }
  }
  /* The main button asks by its word, and says how it goes by its icon. */
  @container (max-width: 369px) {
    .listen:is(.playing, .paused) span,
    :is(.idle, .failed) .icon {
      display: none;
    }
  }
  /* Very narrow: listen, size, and the rest behind "more"; in a column of a few words no size either. */
  @container (max-width: 307px) {
    .folded .step {
      display: none;
    }
  }
  @container (max-width: 221px) {
    .folded .size,
    .loading span {
      display: none;
    }
  }
  /* A window of a few lines is for the text. */
  @media (max-height: 480px) {
    .foot {
      block-size: 10px;
    }
    .place {
      display: none;
    }
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
