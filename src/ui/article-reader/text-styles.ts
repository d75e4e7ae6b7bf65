import type { adoptSheet, createSheet } from '../../reader/reader.js';

/**
 * Typography of text that the reader renders in place (W3C, Text Layout Requirements for the Arabic Script):
 * lines with room for diacritics, no justification, hyphenation or synthetic italics, and at most
 * about 80 characters a line (WCAG 1.4.8).
 */
const TEXT_STYLES = `
  .text {
    font-family: var(--_text-font);
    font-size: 1.25rem;
    line-height: 1.8;
    text-align: start;
    hyphens: none;
    overflow-wrap: break-word;
    font-synthesis-style: none;
    quotes: '«' '»' '“' '”';
    max-inline-size: 34em;
    margin-inline: auto;
  }
  .text :is(h1, h2, h3, h4, h5, h6) {
    line-height: 1.5;
  }
  .text :is(p, ul, ol, blockquote, figure, table) {
    margin-block: 0 1em;
  }
  .text :is(img, video) {
    max-inline-size: 100%;
    block-size: auto;
  }
`;

/** The sheet of each root that has text of ours. */
const sheets = new WeakMap<ShadowRoot, CSSStyleSheet>();

/** @param create given, like `adopt`, by who loads this: it is loaded with nothing else */
export function adoptTextStyles(
  root: ShadowRoot,
  create: typeof createSheet,
  adopt: typeof adoptSheet,
): void {
  const sheet = sheets.get(root) ?? create(root, TEXT_STYLES);
  sheets.set(root, sheet);
  adopt(root, sheet);
}
