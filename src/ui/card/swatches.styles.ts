import { css } from 'lit';

/** The colours of marks, each with the line that it has in the text. */
export const swatches = css`
  .swatch {
    flex: none;
    inline-size: 28px;
    block-size: 20px;
    border-radius: 4px;
    background: color-mix(in srgb, var(--_of) 28%, var(--_paper));
    border-block-end: 3px var(--_stroke) var(--_of);
  }
  .yellow {
    --_of: #a67c00;
    --_stroke: solid;
  }
  .green {
    --_of: #2b8f49;
    --_stroke: dashed;
  }
  .blue {
    --_of: #2f80cc;
    --_stroke: dotted;
  }
  .pink {
    --_of: #cc4488;
    --_stroke: double;
  }
  @media (forced-colors: active) {
    .swatch {
      border-block-end-color: CanvasText;
    }
  }
`;
