import { css } from 'lit';

/** What is said beside the text: what went wrong, words for a screen reader. */
export const noticeStyles = css`
  /* No wider than what is told: it leaves the beginning of the lines to be read. */
  .message {
    align-self: end;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
    padding: 12px 16px;
    border: 1px solid var(--_line);
    border-inline-start: 4px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_paper);
    color: var(--_ink);
    box-shadow: var(--_shadow);
    font: 500 16px/1.7 var(--_ui-font);
  }
  .message p {
    flex: 1 1 200px;
    margin: 0;
  }
  .message button {
    padding-inline: 16px;
    border: 1px solid currentcolor;
    font: inherit;
    white-space: nowrap;
  }
  .boxes {
    position: absolute;
    inset: 0;
    pointer-events: none;
  }
`;
