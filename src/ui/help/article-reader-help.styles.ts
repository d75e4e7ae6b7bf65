import { css } from 'lit';

/** The list of commands, each with its key. */
export const styles = css`
  p {
    margin: 0 0 12px;
  }
  h3 {
    margin: 0 0 4px;
    font-size: 18px;
    line-height: 1.6;
  }
  .switch {
    display: flex;
    align-items: center;
    gap: 12px;
    min-block-size: 44px;
    font-weight: 600;
    cursor: pointer;
  }
  .switch input {
    inline-size: 24px;
    block-size: 24px;
    margin: 0;
    accent-color: var(--_accent);
  }
  ul {
    list-style: none;
    margin: 0 0 12px;
    padding: 0;
  }
  li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    column-gap: 12px;
    padding-block: 4px;
    border-block-start: 1px solid var(--_line);
  }
  .name {
    flex: 1;
  }
  .key {
    border: 1px solid var(--_muted);
    border-block-end-width: 3px;
    font-weight: 600;
  }
  .arabic {
    font-size: 22px;
    line-height: 1.2;
  }
  .touches li {
    padding-block: 12px;
  }
  summary {
    min-block-size: 44px;
    padding-block: 8px;
    font-weight: 600;
    cursor: pointer;
  }
  .key.waiting {
    border-color: var(--_accent);
    color: var(--_accent);
  }
  .key:disabled {
    cursor: default;
    border-style: dashed;
    color: var(--_muted);
  }
  .reset {
    color: var(--_muted);
  }
  [role='status']:not(.live) {
    flex: 1 0 100%;
    margin: 4px 0 8px;
    padding-inline-start: 12px;
    border-inline-start: 4px solid var(--_accent);
  }
  .all {
    inline-size: 100%;
    margin-block-end: 12px;
    border: 1px solid var(--_muted);
  }
`;
