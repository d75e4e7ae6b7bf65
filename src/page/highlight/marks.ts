/** What is marked in the text, and in which colours. Knows nothing of how marks are painted. */
import type { Span } from '../../core/article.js';
import { PALETTES, type Palette } from '../../core/themes.js';

/** What is marked; a layer that is missing is not painted. */
export interface Marks {
  readonly sentence?: Span | null | undefined;
  readonly word?: Span | null | undefined;
}

/** Light and dark in one, where the browser can choose between them; else light, ink and paper both. */
const hasBoth = globalThis.CSS?.supports('color', 'light-dark(red,red)') ?? true;

/** A custom property, looked up where the text is. */
const custom = (name: string, fallback: string) => `var(--article-reader-${name},${fallback})`;

const colorsOf = ({ sentence, word, ink, onWord }: Palette) => ({
  sentence: custom('sentence', sentence),
  onSentence: custom('on-sentence', ink),
  word: custom('word', word),
  onWord: custom('on-word', onWord),
});

/** By the scheme that the text is in. */
export const COLORS = colorsOf(PALETTES[hasBoth ? 'page' : 'light']);

/** Where the ground is another than the scheme says: the page, or its scheme, has said nothing of it. */
export const GROUNDS = { dark: colorsOf(PALETTES.dark), light: colorsOf(PALETTES.light) };
