import { css } from 'lit';

/** Beside a word or a passage, over the text. */
export const styles = css`
  :host {
    display: contents;
  }
  .card {
    position: fixed;
    inset: auto;
    z-index: 12;
    inline-size: min(360px, 100vw - 16px);
    margin: 0;
    padding: 12px;
    overflow: auto;
    overscroll-behavior: contain;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) + 4px);
    background: var(--_paper);
    color: var(--_ink);
    box-shadow: var(--_shadow);
    font: 400 16px/1.5 var(--_ui-font);
    text-align: start;
  }
  header {
    display: flex;
    align-items: start;
    justify-content: space-between;
    gap: 8px;
    margin-block-end: 8px;
  }
  h2 {
    margin: 0;
    padding-block: 4px;
    padding-inline-start: 4px;
    min-inline-size: 0;
    overflow-wrap: anywhere;
    font: 600 16px/1.6 var(--_ui-font);
  }
  .word h2 {
    padding-block: 0;
    font: 700 26px/1.7 var(--article-reader-font, 'Noto Naskh Arabic', 'Geeza Pro', serif);
  }
  h2:focus-visible {
    outline: none;
  }
  .actions {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 8em), 1fr));
    gap: 4px;
  }
  fieldset ~ .actions {
    margin-block-start: 4px;
  }
  .actions > * {
    justify-content: start;
    min-block-size: 44px;
    padding: 4px 8px;
    text-align: start;
    line-height: 1.3;
    /* With letters set apart (WCAG 1.4.12) a word may be wider than half a phone. */
    overflow-wrap: anywhere;
  }
  .actions > .primary {
    grid-column: 1 / -1;
    justify-content: center;
  }
  a {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    border-radius: var(--_radius);
    color: inherit;
    text-decoration: none;
  }
  a:hover {
    background: var(--_hover);
  }
  fieldset {
    margin: 8px 0 0;
    padding: 8px 0 0;
    border: 0;
    border-block-start: 1px solid var(--_line);
  }
  legend {
    padding: 0 4px 4px;
    font-size: 14px;
    font-weight: 600;
    color: var(--_muted);
  }
  .colors {
    display: grid;
    grid-template-columns: repeat(4, 1fr);
    gap: 4px;
  }
  .colors button {
    flex-direction: column;
    gap: 2px;
    padding: 4px 0;
    font-size: 14px;
    line-height: 1.4;
  }
  button[aria-pressed='true'] {
    background: var(--_hover);
    box-shadow: inset 0 0 0 2px var(--_accent);
    font-weight: 700;
  }
  label {
    display: block;
    margin-block-start: 8px;
    padding-inline-start: 4px;
    font-size: 14px;
    font-weight: 600;
    color: var(--_muted);
  }
  textarea {
    display: block;
    inline-size: 100%;
    min-block-size: 72px;
    margin-block: 4px 8px;
    padding: 8px;
    border: 1px solid var(--_muted);
    border-radius: var(--_radius);
    background: var(--_paper);
    color: inherit;
    font: inherit;
  }
  .status {
    margin: 8px 4px 0;
    font-size: 14px;
  }
  .status:empty {
    display: none;
  }
  @media (forced-colors: active) {
    button[aria-pressed='true'] {
      outline: 3px solid Highlight;
      outline-offset: -3px;
    }
    a {
      border: 1px solid LinkText;
    }
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
