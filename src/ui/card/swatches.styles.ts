import { css } from 'lit';

/** The colours of marks, each with the line that it has in the text. */
export const swatches = css`
  .swatch {
    flex: none;
    inline-size: 28px;
    block-size: 20px;
    border-radius: 4px;
    background: var(--_swatch);
    border-block-end: 3px var(--_stroke) var(--_of);
  }
  .yellow {
    --_swatch: #fdf0b0;
    --_of: #7a5c00;
    --_stroke: solid;
  }
  .green {
    --_swatch: #d5f2d8;
    --_of: #1f6b35;
    --_stroke: dashed;
  }
  .blue {
    --_swatch: #d6eafc;
    --_of: #1a5a94;
    --_stroke: dotted;
  }
  .pink {
    --_swatch: #fbdcea;
    --_of: #982c63;
    --_stroke: double;
  }
  @media (forced-colors: active) {
    .swatch {
      border-block-end-color: CanvasText;
    }
  }
`;
