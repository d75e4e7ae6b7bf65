import { css } from 'lit';

/** The slider lies over the bar's lower row, whose line it moves along. */
export const styles = css`
  :host {
    position: absolute;
    inset: 0;
  }
  .slider {
    position: absolute;
    inset: 0;
    border-radius: var(--_radius);
    cursor: pointer;
    /* A finger that drags it scrolls nothing. */
    touch-action: none;
    -webkit-tap-highlight-color: transparent;
  }
  .slider:focus-visible {
    outline-offset: -3px;
  }
  .line {
    position: absolute;
    inset: auto 0 0;
    block-size: 4px;
  }
  .handle,
  .tick {
    position: absolute;
    inset-block-start: 50%;
  }
  .tick {
    inline-size: 2px;
    block-size: 6px;
    margin: -6px -1px;
    background: var(--_muted);
  }
  .handle {
    inline-size: 16px;
    block-size: 16px;
    margin: -8px;
    border-radius: 50%;
    background: var(--_accent);
    box-shadow: 0 0 0 2px var(--_paper);
    transition: transform 0.12s;
  }
  .slider:is(:hover, .dragging, :focus-visible) .handle {
    transform: scale(1.25);
  }
  .times {
    position: absolute;
    inset: auto 12px 5px;
    display: flex;
    justify-content: space-between;
    font-size: 14px;
    line-height: 1.2;
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .preview {
    --_wide: min(320px, 100% - 16px);
    position: absolute;
    inset-block-start: calc(100% + 12px);
    inset-inline-start: max(8px, min(var(--_at) - var(--_wide) / 2, 100% - 8px - var(--_wide)));
    inline-size: var(--_wide);
    padding: 8px 12px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_paper);
    color: var(--_ink);
    box-shadow: var(--_shadow);
    font: 400 16px/1.6 var(--_ui-font);
    pointer-events: none;
  }
  /* Over both rows of the bar. */
  .above {
    inset-block: auto calc(100% + 60px);
  }
  .preview bdi {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    overflow: hidden;
  }
  .where {
    display: block;
    font-size: 14px;
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  /* Nor is there room for a finger there, unless the bar says so. */
  @media (max-height: 480px) {
    :host,
    .times {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .handle {
      background: Highlight;
      forced-color-adjust: none;
    }
    .tick {
      background: CanvasText;
    }
  }
`;
