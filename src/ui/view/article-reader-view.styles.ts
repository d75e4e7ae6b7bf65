import { css } from 'lit';

/** The window: bar, head, and what scrolls. The text in it has its own: `text.styles.ts`. */
export const styles = css`
  /* Nothing of the page is inherited: its spacing, capitals, alignment stay outside. */
  dialog {
    all: initial;
    position: fixed;
    inset: 0;
    overflow: hidden;
    color-scheme: inherit;
    background: var(--_ground, var(--_paper));
    color: var(--_ink);
    font: 400 16px/1.6 var(--_ui-font);
    /* As on the page, with digits and Latin words that go with naskh. */
    --_text-font: var(
      --article-reader-font,
      article-reader-latin,
      'Noto Naskh Arabic',
      'Geeza Pro',
      'Traditional Arabic',
      serif
    );
    -webkit-text-size-adjust: none;
    text-size-adjust: none;
  }
  .system {
    color-scheme: var(--_view-scheme, light dark);
  }
  dialog:not([open]) {
    display: none;
  }
  dialog[open] {
    display: grid;
    grid: auto auto minmax(0, 1fr) / minmax(0, 1fr);
  }
  /* What it shows at the pointer lies over the text. */
  .tools {
    position: relative;
    z-index: 1;
    padding: 0 max(8px, env(safe-area-inset-right)) 8px max(8px, env(safe-area-inset-left));
    border-block-end: 1px solid var(--_line);
  }
  /* One quiet line: what is read, and where. */
  .head {
    order: -1;
    display: flex;
    align-items: center;
    gap: 8px;
    min-inline-size: 0;
    padding-inline: max(20px, 4vw) max(8px, calc(4vw - 12px));
  }
  .message {
    margin-block-start: 8px;
  }
  article-reader-toolbar {
    max-inline-size: 940px;
    margin-inline: auto;
  }
  article-reader-toolbar::part(toolbar) {
    border-color: transparent;
    box-shadow: none;
  }
  .where {
    flex: 1;
    display: flex;
    gap: 12px;
    min-inline-size: 0;
    font-size: 14px;
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .title {
    flex: 1;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .paragraph {
    display: none;
  }
  @media (min-width: 641px) {
    .paragraph {
      display: inline;
    }
  }
  /* A little higher than it can be, so that a scroll never reaches the page behind. */
  .article {
    overflow: hidden auto;
    overscroll-behavior: contain;
    position: relative;
    padding: 24px max(20px, 4vw) 0;
  }
  .article:focus-visible {
    outline-offset: -3px;
  }
  .sheet {
    min-block-size: calc(100% + 1px);
    max-inline-size: var(--_longest);
    margin-inline: auto;
    padding-block-end: 96px;
    font-size: max(22px, 1.375rem);
  }
  @media (max-width: 640px) {
    dialog[open] {
      grid-template-rows: auto minmax(0, 1fr) auto;
    }
    .head {
      padding-inline: 20px 8px;
      border-block-end: 1px solid var(--_line);
    }
    .article {
      padding: 16px 20px 0;
    }
    .tools {
      order: 1;
      border-block: 1px solid var(--_line) 0;
      padding-block-end: max(8px, env(safe-area-inset-bottom));
    }
    article-reader-return::part(return) {
      inset-block-end: 132px;
    }
  }
  /* One sentence: large, in the middle, and a way to the next below it. */
  .one[open] {
    grid-template-rows: auto auto minmax(0, 1fr) auto;
  }
  .one .article {
    display: grid;
    touch-action: pan-y;
  }
  .one .sheet {
    margin-block: auto;
    inline-size: 100%;
    padding-block-end: 24px;
    min-block-size: 0;
  }
  .turns {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 16px;
    padding-block: 8px max(8px, env(safe-area-inset-bottom));
    border-block-start: 1px solid var(--_line);
    font-size: 14px;
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .turns button {
    min-inline-size: 88px;
    min-block-size: 48px;
    color: var(--_ink);
  }
  @media (max-width: 640px) {
    .one[open] {
      grid-template-rows: auto minmax(0, 1fr) auto auto;
    }
    .turns {
      padding-block-end: 8px;
      justify-content: space-between;
      padding-inline: 8px;
    }
    .one .tools {
      border-block-start-width: 0;
    }
  }
  @media (max-height: 480px), print {
    .one .turns {
      display: none;
    }
  }
  .sentence[aria-pressed='true'] {
    background: var(--_hover);
    color: var(--_accent);
  }
  /* Short windows: a phone that lies, 400 % zoom. While one reads there is nothing but the text. */
  @media (max-height: 480px) {
    .away :is(.tools, .head) {
      display: none;
    }
  }
  @media print {
    dialog[open] {
      visibility: visible;
      position: absolute;
      display: block;
      inset: 0 0 auto;
      overflow: visible;
      background: none;
      color: #000;
      color-scheme: light;
    }
    .tools,
    .head,
    .live {
      display: none;
    }
    .article,
    .sheet {
      max-inline-size: none;
      padding: 0;
      overflow: visible;
    }
  }
`;
