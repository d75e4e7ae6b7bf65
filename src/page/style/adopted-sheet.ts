/**
 * Sheets that a reader adds to the text's own document or shadow root, and takes away without a trace.
 * A constructable sheet needs no element on the page and no allowance in a Content Security Policy.
 * Where there are none, it is a `<style>` at the end of the head or of the shadow root.
 * Knows nothing of what is in them.
 */

/** A sheet for a root: a document adopts none but its own, and elements go from one to another. */
export function createSheet(root: Document | ShadowRoot, css = ''): CSSStyleSheet {
  const document = root.ownerDocument ?? (root as Document);
  let sheet;
  try {
    sheet = new (document.defaultView as typeof globalThis).CSSStyleSheet();
  } catch {
    const style = document.createElement('style');
    sheet = style as unknown as CSSStyleSheet;
    sheet.replaceSync = (css) => (style.textContent = css);
  }
  sheet.replaceSync(css);
  return sheet;
}

/** Adds the sheet unless it is there; last, and again if the page threw it out. */
export function adoptSheet(root: Document | ShadowRoot, sheet: CSSStyleSheet): void {
  const { adoptedStyleSheets: sheets } = root;
  if (!sheets) ((root as Document).head ?? root).append(sheet as never);
  else if (!sheets.includes(sheet)) sheets.push(sheet);
}

/** Takes the sheet away; nothing if it is not there. */
export function removeSheet(root: Document | ShadowRoot, sheet: CSSStyleSheet): void {
  if (root.adoptedStyleSheets)
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((it) => it !== sheet);
  else (sheet as unknown as HTMLStyleElement).remove();
}
