import { css } from 'lit';

/** Over the end of the text, in the middle. */
export const styles = css`
  :host {
    display: contents;
  }
  .return {
    position: fixed;
    z-index: 11;
    /* What the page keeps at the end of the window is measured by who keeps the bar in reach. */
    inset-block-end: calc(24px + var(--_below, 0px));
    inset-inline-start: 50%;
    transform: translateX(-50%);
    padding-inline: 20px;
    border-radius: 22px;
    background: var(--_accent);
    color: var(--_on-accent);
    font: 600 16px/1.4 var(--_ui-font);
    box-shadow: var(--_shadow);
    white-space: nowrap;
  }
  .return[dir='rtl'] {
    transform: translateX(50%);
  }
  .return:hover {
    background: var(--_accent);
  }
  /* Above the bar, which is at the end there. */
  @media (max-width: 480px) {
    .return {
      inset-block-end: calc(var(--_bar) + 24px + var(--_below, 0px));
    }
  }
  @media print {
    .return {
      display: none;
    }
  }
`;
