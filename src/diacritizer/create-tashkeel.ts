import { createTashkeel as createWith, type Tashkeel } from '../arabic/tashkeel/tashkeel.js';
import { fastest } from './compiled-kernel.js';

/**
 * A diacritizer out of the contents of its two files; `loadTashkeel` fetches them.
 *
 * @param weights of the nets
 * @param lexicon the text of `lexicon.txt`; none by default
 * @throws Error if the weights are damaged or of another version
 */
export const createTashkeel = (weights: Uint8Array, lexicon = ''): Tashkeel =>
  createWith(weights, lexicon, fastest());
