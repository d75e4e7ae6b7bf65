/** Tells the site's author, once, what could not be loaded and the way out. Users are told by the reader. */

const reported = new Set<string>();

/** @param error says what, with its address */
export function reportMissing(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  if (reported.has(message)) return;
  reported.add(message);
  // eslint-disable-next-line no-console -- nobody else would tell them
  console.warn(
    `article-reader: ${message}\nIts files are those of dist/assets/ in the package: serve them beside the scripts, or say where they are by setAssetBase(url).`,
  );
}
