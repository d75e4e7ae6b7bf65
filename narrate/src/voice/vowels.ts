/** The vowels that Arabic is written without, for voices that need them. */
import { readFileSync } from 'node:fs';
import { createTashkeel } from '../../../src/diacritizer/index.js';
import type { Prepare } from '../../../src/speech-synthesis-polyfill/index.js';
import { asset } from '../assets.js';

/** How the endings of words are said: as the reader's are where the page does not say. */
const STYLE = { pausal: true, minimumConfidence: 0.8, spelling: 'meant' } as const;

/** @returns adds vowels to Arabic text, as the reader does on the page */
export function vowels(): Prepare {
  const tashkeel = createTashkeel(
    readFileSync(asset('tashkeel/tashkeel.bin')),
    readFileSync(asset('tashkeel/lexicon.txt'), 'utf8'),
  );
  return async (text) => tashkeel.diacritize(text, STYLE);
}
