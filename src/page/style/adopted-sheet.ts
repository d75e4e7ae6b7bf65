/**
 * Sheets that a reader adds to the text's own document or shadow root, and takes away without a trace.
 * A constructable sheet needs no element on the page and no allowance in a Content Security Policy.
 * Knows nothing of what is in them.
 */

/** A sheet for a root: a document adopts none but its own, and elements go from one to another. */
export function createSheet(root: Document | ShadowRoot, css = ''): CSSStyleSheet {
  const { defaultView } = root.ownerDocument ?? (root as Document);
  const sheet = new (defaultView as typeof globalThis).CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}

/** Adds the sheet unless it is there; last, and again if the page threw it out. */
export function adoptSheet(
  { adoptedStyleSheets }: DocumentOrShadowRoot,
  sheet: CSSStyleSheet,
): void {
  if (!adoptedStyleSheets.includes(sheet)) adoptedStyleSheets.push(sheet);
}

/** Takes the sheet away; nothing if it is not there. */
export function removeSheet(root: DocumentOrShadowRoot, sheet: CSSStyleSheet): void {
  root.adoptedStyleSheets = root.adoptedStyleSheets.filter((it) => it !== sheet);
}
