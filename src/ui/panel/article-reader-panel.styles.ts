import { css } from 'lit';

/** The sheet: at the end side of a wide window, from below on a phone. */
export const styles = css`
  dialog {
    inset: auto;
    inset-block: 16px;
    inset-inline-end: 16px;
    inline-size: min(420px, 100vw - 32px);
    block-size: auto;
    max-block-size: none;
    max-inline-size: none;
    margin: 0;
    padding: 0;
    position: fixed;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) + 4px);
    background: var(--_paper);
    color: var(--_ink);
    box-shadow: var(--_shadow);
    font: 400 16px/1.6 var(--_ui-font);
    overflow: auto;
    overscroll-behavior: contain;
    --_header: 61px;
    --_heading: 48px;
    /* What takes focus is not behind the header, nor behind what the sheet keeps in view. */
    scroll-padding-block: calc(var(--_header) + var(--_cover, 0px) + var(--_heading)) 16px;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 16%);
  }
  header {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    display: flex;
    flex-direction: row-reverse;
    align-items: center;
    justify-content: space-between;
    padding: 8px 20px;
    padding-inline-end: 8px;
    background: var(--_paper);
    border-block-end: 1px solid var(--_line);
  }
  h2 {
    margin: 0;
    font-size: 20px;
    line-height: 1.5;
    font-weight: 700;
  }
  h2:focus-visible {
    outline: none;
  }
  .content {
    padding: 20px;
  }
  :host([compact]) dialog {
    inset-block-end: auto;
    /* Beside a column of text in the middle of a wide window. */
    inline-size: clamp(300px, calc((100vw - 700px) / 2 - 16px), 420px);
    max-block-size: calc(100dvh - 32px);
    --_header: 53px;
  }
  :host([compact]) dialog::backdrop {
    background: none;
  }
  :host([compact]) header {
    padding-block: 4px;
  }
  :host([compact]) .content {
    padding: 4px 16px 12px;
  }
  @media (max-height: 560px) {
    dialog {
      scroll-padding-block-start: var(--_header);
    }
  }
  @media (max-height: 360px) {
    dialog {
      --_header: 0px;
    }
    header {
      position: static;
    }
  }
  @media (max-width: 480px) {
    dialog {
      inset-block: auto 0;
      inset-inline: 0;
      inline-size: auto;
      max-block-size: 88dvh;
      border-end-start-radius: 0;
      border-end-end-radius: 0;
    }
    :host([compact]) dialog {
      inset-block: auto 0;
      inline-size: auto;
      max-block-size: 60dvh;
    }
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
