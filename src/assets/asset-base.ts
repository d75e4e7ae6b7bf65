/** Where the site keeps the library's files; null: beside its scripts. Small, as every page has it. */
let base: string | URL | null = null;

/**
 * Sets where the library's files are loaded from, for bundlers that do not copy what
 * `new URL('…', import.meta.url)` names, and for sites that keep them elsewhere. Call it before
 * anything is read aloud: what was loaded stays.
 *
 * @param url a copy of the package's `dist/assets/`, relative to the page; null: beside the scripts
 */
export function setAssetBase(url: string | URL | null): void {
  base = url;
}

export const assetBase = (): string | URL | null => base;
