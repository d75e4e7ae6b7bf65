import { css } from 'lit';

/**
 * The sheet of settings. The sample and a group's heading stay in view while the group is scrolled,
 * where the window is high enough; `--_cover` is the height of the sample.
 */
export const styles = css`
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
  fieldset {
    border: 0;
    margin: 0;
    padding: 0;
    min-inline-size: 0;
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
  .row {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 44px;
    align-items: center;
    column-gap: 8px;
    padding-block: 4px;
  }
  .name {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    column-gap: 12px;
    padding: 0;
    padding-block-start: 8px;
    grid-column: 1;
    inline-size: 100%;
  }
  .name output {
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .row > :is(input, select) {
    grid-column: 1;
    inline-size: 100%;
    min-block-size: 44px;
    margin: 0;
    accent-color: var(--_accent);
    font: inherit;
  }
  select,
  [type='color'] {
    color: inherit;
    background: var(--_paper);
    border: 1px solid var(--_muted);
    border-radius: 11px;
    padding-inline: 12px;
  }
  [type='color'] {
    padding: 4px;
    cursor: pointer;
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
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    padding-block: 8px;
    min-inline-size: 0;
  }
  .choices :is(label, button) {
    position: relative;
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-block-size: 44px;
    padding-inline: 12px;
    border: 1px solid var(--_muted);
    border-radius: 11px;
    cursor: pointer;
  }
  .choices input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  .choices :is(.chosen, [aria-pressed='true']) {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 2px var(--_accent);
    font-weight: 700;
  }
  /* More than a thicker edge: with checks nothing else says which are chosen. */
  .choices :is(.chosen, [aria-pressed='true'])::before {
    content: '✓';
    content: '✓' / '';
    color: var(--_accent);
  }
  .choices label:has(:focus-visible) {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  @supports not selector(:has(a)) {
    .choices label:focus-within {
      outline: 3px solid var(--_accent);
      outline-offset: 2px;
    }
  }
  .swatch {
    inline-size: 26px;
    block-size: 26px;
    border-radius: 50%;
    border: 1px solid var(--_muted);
    display: grid;
    place-items: center;
    font: 700 15px/1 var(--_text-font);
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
  @media (forced-colors: active) {
    .choices :is(.chosen, [aria-pressed='true']) {
      outline: 3px solid Highlight;
    }
    .swatch {
      forced-color-adjust: none;
    }
  }
`;
