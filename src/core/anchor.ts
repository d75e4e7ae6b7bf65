/**
 * Places in a text that are found again after it was edited. Knows text only: not who keeps them,
 * and where.
 */

/** A place in a text that is found again after the text was edited: where it was, and what stood there. */
export interface Anchor {
  /** The offset when it was kept. */
  readonly offset: number;
  /** The text right before it, and from it on; some words each. */
  readonly before: string;
  readonly after: string;
}

/** Characters of text that are kept on either side: some six words. */
const CONTEXT = 40;

/** The anchor of a place. */
export const anchorAt = (text: string, offset: number): Anchor => ({
  offset,
  before: text.slice(Math.max(0, offset - CONTEXT), offset),
  after: text.slice(offset, offset + CONTEXT),
});

/**
 * Whether a text has all that stood on both sides of a place. One side alone may be what many texts share:
 * how those of a series begin, a source at the end.
 */
export function hasAnchor(text: string, { before, after }: Anchor): boolean {
  const words = before + after;
  return words.length > CONTEXT && text.includes(words);
}

/** Where `words` begin in a text, nearest to an offset; -1 if nowhere. */
function nearest(text: string, words: string, offset: number): number {
  if (!words.trim()) return -1;
  const before = text.lastIndexOf(words, offset);
  const after = text.indexOf(words, offset);
  if (before < 0 || after < 0) return Math.max(before, after);
  return offset - before <= after - offset ? before : after;
}

/**
 * Where the place is now: what stood on both sides, else what followed it, else what went before;
 * each where it is nearest to where it was.
 *
 * @returns null if nothing of it is left.
 */
export function findAnchor(text: string, { offset, before, after }: Anchor): number | null {
  const both = nearest(text, before + after, offset - before.length);
  if (both >= 0) return both + before.length;
  const following = nearest(text, after, offset);
  if (following >= 0) return following;
  const preceding = nearest(text, before, offset - before.length);
  return preceding >= 0 ? preceding + before.length : null;
}
