/**
 * Sheets that a reader adds to the text's own document or shadow root, and takes away without a trace.
 * A constructable sheet needs no element on the page and no allowance in a Content Security Policy.
 * Where there are none, it is a `<style>` at the end of the head or of the shadow root.
 * Knows nothing of what is in them.
 */

/** A sheet for one root, or for all where sheets can be shared. */
export function createSheet(css = ''): CSSStyleSheet {
  let sheet;
  try {
    sheet = new CSSStyleSheet();
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
  const { adoptedStyleSheets: sheets } = root;
  if (!sheets) (sheet as unknown as HTMLStyleElement).remove();
  else if (sheets.includes(sheet)) sheets.splice(sheets.indexOf(sheet), 1);
}
