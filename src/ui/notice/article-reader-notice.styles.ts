import { css } from 'lit';

/** A message beside the bar, over the text, or over the reading view where that is open. */
export const styles = css`
  :host {
    display: flex;
    flex-direction: column;
    align-self: end;
    gap: 8px;
  }
  .message {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    padding: 8px 16px;
    padding-inline-end: 8px;
    border: 1px solid var(--_line);
    border-inline-start: 4px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_paper);
    color: var(--_ink);
    box-shadow: var(--_shadow);
    font: 500 16px/1.6 var(--_ui-font);
  }
  /* Over the reading view, at the end where it has no bar. */
  [popover] {
    position: fixed;
    inset: auto 0 24px;
    flex-wrap: nowrap;
    inline-size: fit-content;
    max-inline-size: calc(100% - 32px);
    margin: 0 auto;
    padding-inline: 16px;
  }
  [popover] p {
    flex-basis: auto;
  }
  @media (max-width: 640px) {
    [popover] {
      inset: 60px 0 auto;
    }
  }
  p {
    flex: 1 1 12em;
    margin: 0;
  }
  .message > .icon {
    color: var(--_accent);
  }
  .answers {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 8px;
  }
  .answers button {
    border: 1px solid var(--_muted);
    padding-inline: 12px;
  }
  .close {
    color: var(--_muted);
  }
  @media (max-width: 480px) {
    p {
      flex-basis: 8em;
    }
    .answers {
      order: 1;
      flex-basis: 100%;
      padding-block-end: 4px;
    }
    .answers button {
      flex: 1;
    }
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
