import { css } from 'lit';
import { rowStyles } from './rows.styles.js';

/**
 * The sheet of settings. The sample and a group's heading stay in view while the group is scrolled,
 * where the window is high enough; `--_cover` is the height of the sample.
 */
export const styles = [
  rowStyles,
  css`
    .sample {
      position: sticky;
      inset-block-start: var(--_header);
      z-index: 2;
      block-size: var(--_cover);
      margin: -20px -20px 8px;
      padding: 12px 20px;
      border-block-end: 1px solid var(--_line);
      background: var(--_ground, var(--_page));
      overflow: clip;
      overflow-wrap: anywhere;
    }
    .words {
      margin: 0;
      font: 20px/1.8 var(--_text-font);
    }
    .marks {
      position: absolute;
      inset: 0;
      pointer-events: none;
    }
    .words .icon {
      inline-size: 1.1em;
      block-size: 1.1em;
      vertical-align: -0.2em;
    }
    nav {
      display: flex;
      flex-wrap: wrap;
      column-gap: 4px;
      margin-inline: -8px;
    }
    nav button {
      color: var(--_accent);
      font-weight: 600;
    }
    section {
      padding-block-end: 16px;
      /* Its heading is what the sheet keeps in view: it stands in the room for that. */
      scroll-margin-block-start: calc(-1 * var(--_heading));
    }
    h3 {
      position: sticky;
      inset-block-start: calc(var(--_header) + var(--_cover));
      z-index: 1;
      margin: 0 -20px;
      padding: 10px 20px 6px;
      font-size: 17px;
      font-weight: 700;
      background: var(--_paper);
      border-block-end: 1px solid var(--_line);
      outline-offset: -3px;
    }
    .row > p {
      grid-column: 1 / -1;
      margin: 0;
    }
    .switch label {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: 12px;
      min-block-size: 44px;
      cursor: pointer;
    }
    .switch input {
      flex: none;
      inline-size: 24px;
      block-size: 24px;
      margin: 0;
      accent-color: var(--_accent);
      cursor: pointer;
    }
    .contrast p {
      margin: 4px 0;
    }
    .warning {
      padding-inline-start: 12px;
      border-inline-start: 4px solid var(--_accent);
    }
    details {
      grid-column: 1 / -1;
    }
    .files {
      display: flex;
      flex-wrap: wrap;
      gap: 0 24px;
    }
    .files a {
      display: inline-flex;
      align-items: center;
      min-block-size: 44px;
      color: var(--_accent);
    }
    summary {
      display: flex;
      align-items: center;
      min-block-size: 44px;
      color: var(--_accent);
      font-weight: 600;
      cursor: pointer;
    }
    details p {
      margin: 0 0 8px;
    }
    .reset {
      grid-column: 2;
      color: var(--_muted);
    }
    .reset[data-unused] {
      visibility: hidden;
    }
    .row > .preview {
      grid-column: 1;
      justify-self: start;
      color: inherit;
      border: 1px solid var(--_muted);
      margin-block-start: 8px;
      padding-inline: 16px;
    }
    .all {
      margin-block-start: 16px;
      inline-size: 100%;
      border: 1px solid var(--_muted);
    }
    @media (max-height: 560px) {
      .sample {
        position: relative;
        inset: auto;
      }
      h3 {
        position: static;
      }
    }
    .hint {
      grid-column: 1;
      margin: 0;
      font-size: 14px;
      color: var(--_muted);
    }
    .find,
    [type='url'] {
      inline-size: 100%;
      min-block-size: 44px;
      margin-block-end: 4px;
      padding-inline: 12px;
      font: inherit;
      color: inherit;
      background: var(--_paper);
      border: 1px solid var(--_muted);
      border-radius: var(--_radius);
    }
    .none:empty {
      display: none;
    }
  `,
];
