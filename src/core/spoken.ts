/**
 * What is said for a text, and the way back to it: the interface alone. Knows nothing of how words
 * are found.
 */
import type { Span } from './article.js';

/**
 * The words to say, and the way back to the text that they stand for.
 *
 * Both maps are total (any number is clamped), monotonic, and map the end to the end.
 */
export interface Spoken {
  /** What the voice is given. */
  readonly text: string;
  /** From an offset in {@link text} to the offset in the source that it is said for. */
  toSource(index: number): number;
  /** From an offset in the source to the first offset in {@link text} that is said for it. */
  toSpoken(offset: number): number;
}

/** A stretch of the source and what is said for it. */
export interface SpokenPiece {
  readonly source: Span;
  readonly spoken: string;
}

/** Text that is said as it is written. */
export function spokenAsWritten(text: string): Spoken {
  const clamp = (value: number) => Math.max(0, Math.min(text.length, value));
  return { text, toSource: clamp, toSpoken: clamp };
}
