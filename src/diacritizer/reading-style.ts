/** How the endings of words are read aloud, for every reader of a page. */
import type { DiacritizeOptions } from '../arabic/tashkeel/tashkeel.js';

/**
 * `news`: as news readers do: an ending that is not sure is left off, and a pause has its pausal form.
 * `full`: every ending is said, pauses apart. `pausal`: no endings, but for accusatives in -an.
 */
export type ReadingStyle = keyof typeof STYLES;

const STYLES = {
  news: { pausal: true, minimumConfidence: 0.8 },
  full: { pausal: true },
  pausal: { pausal: 'throughout' },
} as const satisfies Record<string, DiacritizeOptions>;

let style: ReadingStyle = 'news';

/** Sets how the texts that follow are read aloud on this page; `news` where it is never called. */
export function setReadingStyle(chosen: ReadingStyle): void {
  if (!Object.hasOwn(STYLES, chosen)) throw new RangeError(`no style of reading: ${chosen}`);
  style = chosen;
}

export const readingStyle = (): ReadingStyle => style;

/** What the style in force asks of the diacritizer. */
export const spokenOptions = (): DiacritizeOptions => STYLES[style];
