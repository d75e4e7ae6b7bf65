/**
 * Sheets that a reader adds to the text's own document or shadow root, and takes away without a trace.
 * A constructable sheet needs no element on the page and no allowance in a Content Security Policy.
 * Knows nothing of what is in them.
 */

/** Adds the sheet unless it is there; last, and again if the page threw it out. */
export function adoptSheet(root: Document | ShadowRoot, sheet: CSSStyleSheet): void {
  if (!root.adoptedStyleSheets.includes(sheet)) {
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }
}

/** Takes the sheet away; nothing if it is not there. */
export function removeSheet(root: Document | ShadowRoot, sheet: CSSStyleSheet): void {
  if (root.adoptedStyleSheets.includes(sheet)) {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((it) => it !== sheet);
  }
}
