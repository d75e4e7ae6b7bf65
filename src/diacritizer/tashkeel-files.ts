import { assetUrl } from '../assets/asset-url.js';

/** The package's own weights and lexicon. Bundlers see these two URLs and copy what they name. */
export const tashkeelFiles = (): { readonly weights: URL; readonly lexicon: URL } => ({
  weights: assetUrl(
    'tashkeel/tashkeel.bin',
    () => new URL('../assets/tashkeel/tashkeel.bin', import.meta.url),
  ),
  lexicon: assetUrl(
    'tashkeel/lexicon.txt',
    () => new URL('../assets/tashkeel/lexicon.txt', import.meta.url),
  ),
});
