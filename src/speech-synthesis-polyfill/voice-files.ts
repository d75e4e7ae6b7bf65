import { assetUrl } from '../assets/asset-url.js';

/** Where the files of the embedded voice are, as a URL that ends in a slash; else beside us. */
let folder: URL | undefined;

/**
 * Sets where the embedded voice is loaded from, for bundlers that do not copy what
 * `new URL('…', import.meta.url)` names, and for sites that keep it elsewhere.
 *
 * @param options `base`: the folder that holds `espeak-ng-worker.js` and `espeak-ng-arabic.bin`,
 *   relative to the page.
 */
export function configure({ base }: { base: string | URL }): void {
  const url = new URL(base, globalThis.document?.baseURI);
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  folder = url;
}

/** The files of the embedded voice. Bundlers see these two URLs and copy what they name. */
export function voiceFiles(): { worker: URL; data: URL } {
  return folder
    ? {
        worker: new URL('espeak-ng-worker.js', folder),
        data: new URL('espeak-ng-arabic.bin', folder),
      }
    : {
        worker: assetUrl(
          'voice/espeak-ng-worker.js',
          () => new URL('../assets/voice/espeak-ng-worker.js', import.meta.url),
        ),
        data: assetUrl(
          'voice/espeak-ng-arabic.bin',
          () => new URL('../assets/voice/espeak-ng-arabic.bin', import.meta.url),
        ),
      };
}
