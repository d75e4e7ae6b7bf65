import { css } from 'lit';

/** The slider, the bookmarks and the contents. */
export const styles = css`
  section + section {
    margin-block-start: 16px;
    padding-block-start: 16px;
    border-block-start: 1px solid var(--_line);
  }
  h3 {
    margin: 0 0 4px;
    font-size: 14px;
    font-weight: 700;
    color: var(--_muted);
  }
  .name {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    column-gap: 12px;
    font-weight: 600;
  }
  output,
  .where,
  .percent {
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  input {
    inline-size: 100%;
    min-block-size: 44px;
    margin: 0;
    accent-color: var(--_accent);
  }
  .where {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    column-gap: 16px;
    margin: 0 0 8px;
    font-size: 14px;
  }
  .steps {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 8.2em), 1fr));
    gap: 8px;
  }
  .steps button,
  .set {
    border: 1px solid var(--_muted);
    line-height: 1.4;
  }
  .return {
    grid-column: 1 / -1;
  }
  .set {
    inline-size: 100%;
  }
  ol,
  ul {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  ol ol {
    margin-inline-start: 12px;
    padding-inline-start: 8px;
    border-inline-start: 1px solid var(--_line);
  }
  /* The sheet does it. */
  nav {
    overflow-anchor: none;
  }
  .entry {
    inline-size: 100%;
    justify-content: start;
    padding-block: 8px;
    text-align: start;
    line-height: 1.5;
    overflow-wrap: anywhere;
  }
  .entry[aria-current] {
    background: var(--_hover);
    box-shadow: inset 0 0 0 2px var(--_accent);
    font-weight: 700;
  }
  ul {
    margin-block-end: 8px;
  }
  li.bookmark,
  li.mark {
    display: flex;
    align-items: center;
  }
  .bookmark .entry,
  .mark .entry {
    flex: 1;
    min-inline-size: 0;
  }
  .opening {
    flex: 1;
    min-inline-size: 0;
  }
  .color,
  .hint {
    font-size: 14px;
    color: var(--_muted);
  }
  .color {
    display: block;
  }
  .hint {
    margin: 0;
  }
  .note {
    display: block;
    padding-inline-start: 8px;
    border-inline-start: 2px solid var(--_line);
    font-size: 14px;
    white-space: pre-line;
  }
  .remove {
    flex: none;
    color: var(--_muted);
  }
  @media (forced-colors: active) {
    .entry[aria-current] {
      outline: 3px solid Highlight;
      outline-offset: -3px;
    }
  }
`;
