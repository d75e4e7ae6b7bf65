import { css } from 'lit';

/**
 * What every part of the interface shares: buttons of 44 px (WCAG 2.5.5), a focus ring of 3 px that
 * is seen on every surface (2.4.13), icons, insulation from the page's style. Colours are the `--_`
 * properties that the element sets.
 */
export const controls = css`
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  /* What the page says of its text ends here; whether it shows the reader at all still holds. */
  .insulated {
    all: initial;
    font: 400 16px/1.6 var(--_ui-font);
    color-scheme: inherit;
    visibility: inherit;
    pointer-events: inherit;
  }
  button {
    font: inherit;
    color: inherit;
    background: none;
    border: 0;
    margin: 0;
    padding: 0 8px;
    min-inline-size: 44px;
    min-block-size: 44px;
    border-radius: var(--_radius);
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    cursor: pointer;
    touch-action: manipulation;
    -webkit-tap-highlight-color: transparent;
    transition: background-color 0.12s;
  }
  button:hover {
    background: var(--_hover);
  }
  button[aria-disabled='true'] {
    opacity: 0.45;
    cursor: default;
  }
  :focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  .primary {
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
    padding-inline: 16px;
  }
  .primary:hover {
    background: color-mix(in srgb, var(--_accent) 88%, var(--_ink));
  }
  .icon {
    inline-size: 22px;
    block-size: 22px;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .solid {
    fill: currentColor;
  }
  /* Chrome before 120 has no :dir(), and drops a rule with it. */
  [dir='rtl'] .forth,
  [dir='ltr'] .back {
    transform: scaleX(-1);
  }
  /* Said by a screen reader, and not seen. */
  .live {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media print {
    :focus-visible {
      outline: none;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      transition: none !important;
      animation: none !important;
    }
  }
  @media (forced-colors: active) {
    button {
      border: 1px solid ButtonText;
    }
    .primary {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    :focus-visible {
      outline-color: Highlight;
    }
  }
`;
