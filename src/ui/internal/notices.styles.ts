import { css } from 'lit';

/** What is said beside the text: what went wrong, the way back to what is read, words for a screen reader. */
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
    border-radius: 11px;
    background: var(--_paper);
    color: var(--_ink);
    box-shadow: 0 2px 12px rgb(0 0 0 / 8%);
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
  .return {
    position: fixed;
    z-index: 11;
    inset-block-end: 24px;
    inset-inline-start: 50%;
    transform: translateX(-50%);
    padding-inline: 20px;
    border-radius: 22px;
    background: var(--_accent);
    color: var(--_on-accent);
    font: 600 16px/1.4 var(--_ui-font);
    box-shadow: 0 2px 12px rgb(0 0 0 / 24%);
    white-space: nowrap;
  }
  .return[dir='rtl'] {
    transform: translateX(50%);
  }
  .return:hover {
    background: var(--_accent);
  }
  .boxes {
    position: absolute;
    inset: 0;
    pointer-events: none;
  }
`;
