/**
 * Where the files are that no bundle holds: threads, the voice, the diacritizer's nets, typefaces. Knows
 * none of them: whoever needs one names it in `new URL('…', import.meta.url)`, which bundlers see.
 */

import { assetBase } from './asset-base.js';

/** The package's version, and its folder of assets in `node_modules/`; there are none before the build. */
declare const __VERSION__: string | undefined;
declare const __ASSETS__: string | undefined;

/** Relative to the page; on a server there is none. */
const absolute = (url: string | URL) => new URL(`${url}`, globalThis.document?.baseURI);

/**
 * The address of a file, absolute. Another version of the library has another one, so that a cache may
 * keep it for ever.
 *
 * @param name in `dist/assets/`
 * @param beside where it is for the script that asks, as its bundler has it; not asked where the site has
 *   said, as `import.meta` is empty in a classic script (esbuild's `iife`)
 */
export function assetUrl(name: string, beside: () => URL): URL {
  const base = assetBase();
  // As a string: the URLs that Turbopack makes have no origin (seen in Next 16).
  const url =
    base === null ? absolute(beside()) : new URL(name, absolute(`${base}`.replace(/\/?$/, '/')));
  // Vite's development server moves scripts to a folder of its own, and their files not (Vite 6 and 7).
  if (typeof __ASSETS__ === 'string')
    url.pathname = url.pathname.replace(
      /\/node_modules\/\.vite\/(?:.*?\/)?assets\//,
      `/node_modules/${__ASSETS__}/`,
    );
  if (typeof __VERSION__ === 'string' && url.protocol.startsWith('http')) url.search = __VERSION__;
  return url;
}
