/** What is marked in the text, and in which colours. Knows nothing of how marks are painted. */
import type { Span } from '../../core/article.js';
import { PALETTES } from '../../core/themes.js';

/** What is marked; a layer that is missing is not painted. */
export interface Marks {
  readonly sentence?: Span | null | undefined;
  readonly word?: Span | null | undefined;
}

/** Light and dark in one, where the browser can choose between them; else light, ink and paper both. */
const hasBoth = globalThis.CSS?.supports('color', 'light-dark(red,red)') ?? true;
const { sentence, word, ink, onWord } = PALETTES[hasBoth ? 'page' : 'light'];

/** A custom property, looked up where the text is. */
const custom = (name: string, fallback: string) => `var(--article-reader-${name},${fallback})`;

export const COLORS = {
  sentence: custom('sentence', sentence),
  onSentence: custom('on-sentence', ink),
  word: custom('word', word),
  onWord: custom('on-word', onWord),
};
