import { css } from 'lit';

/** Rows of settings, as both sheets have them. */
export const rowStyles = css`
  fieldset {
    border: 0;
    margin: 0;
    padding: 0;
    min-inline-size: 0;
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
    border-radius: var(--_radius);
    padding-inline: 12px;
  }
  [type='color'] {
    padding: 4px;
    cursor: pointer;
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
    border-radius: var(--_radius);
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
  @media (forced-colors: active) {
    .choices :is(.chosen, [aria-pressed='true']) {
      outline: 3px solid Highlight;
    }
    .swatch {
      forced-color-adjust: none;
    }
  }
`;
