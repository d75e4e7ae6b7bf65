import { css } from 'lit';
import { rowStyles } from './rows.styles.js';

/** The quick settings: a line for each, its name before its control, so that all of it is seen at once. */
export const styles = [
  rowStyles,
  css`
    .row {
      grid-template-columns: 6.25em minmax(0, 1fr);
      padding-block: 1px;
    }
    .row > :is(input, select, div, p) {
      grid-column: 2;
    }
    .name {
      display: block;
      padding: 0;
      font-size: 15px;
      line-height: 1.35;
    }
    .name output {
      display: block;
      font-size: 14px;
    }
    fieldset.row {
      display: block;
    }
    legend output {
      float: inline-end;
    }
    .swatches {
      display: flex;
      flex-wrap: wrap;
    }
    .swatches label {
      position: relative;
      display: grid;
      place-items: center;
      inline-size: 44px;
      block-size: 44px;
    }
    .swatches input {
      position: absolute;
      inset: 0;
      margin: 0;
      opacity: 0;
      cursor: pointer;
    }
    .swatches .swatch {
      inline-size: 32px;
      block-size: 32px;
    }
    .swatches .chosen .swatch {
      outline: 3px solid var(--_accent);
      outline-offset: 2px;
    }
    .swatches :focus-visible + .swatch {
      outline: 3px solid var(--_ink);
      outline-offset: 4px;
    }
    .voice {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 44px;
      gap: 4px;
    }
    .voice select {
      inline-size: 100%;
      min-block-size: 44px;
      font: inherit;
    }
    .all {
      inline-size: 100%;
      margin-block-start: 6px;
      border: 1px solid var(--_muted);
    }
    @media (forced-colors: active) {
      .swatches .chosen .swatch {
        outline-color: Highlight;
      }
    }
  `,
];
