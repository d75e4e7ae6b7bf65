/**
 * Where a text that is too long for one go is cut. Knows nothing of why: whether a voice would fall silent
 * in it, or a browser take long to paint it.
 */
import type { Span } from './article.js';

/** A clause with the mark that ends it: where a cut is heard least. */
const CLAUSES = /^[\s\S]*[،؛,;:.!?؟…–—](?=\s)/u;
const WORDS = /^[\s\S]*\S(?=\s)/u;

/**
 * Where to end a part of a text that begins at `start`: after at most `limit` UTF-16 units, at a clause if
 * that leaves no crumb, else at a word, else between two characters.
 */
export function cutAt(text: string, start: number, limit: number): number {
  if (text.length - start <= limit) return text.length;
  // One more, to see the space after a word that just fits.
  const window = text.slice(start, start + limit + 1);
  const clause = CLAUSES.exec(window)?.[0].length ?? 0;
  const cut = clause > limit / 3 ? clause : (WORDS.exec(window)?.[0].length ?? 0);
  if (cut) return start + cut;
  const end = start + limit;
  return /[\uD800-\uDBFF]/.test(text[end - 1]!) && limit > 1 ? end - 1 : end;
}

/**
 * A sentence of more UTF-16 units is made, said and marked in parts of at most so many, each when its turn
 * comes: a sheet of numbers without a full stop may have any length.
 */
const LONG = 2000;

/** Where the part of a sentence ends that begins at `start`. */
export const partEnd = (sentence: string, start: number): number => cutAt(sentence, start, LONG);

/** The part of a sentence that holds an offset; all of it, if it is not long. */
export function partAt(text: string, sentence: Span, offset: number): Span {
  if (sentence.end - sentence.start <= LONG) return sentence;
  const own = text.slice(sentence.start, sentence.end);
  let start = 0;
  let end = partEnd(own, 0);
  while (end < own.length && sentence.start + end <= offset) {
    start = end;
    end = partEnd(own, start);
  }
  // A cut leaves the space to what is behind it.
  start += own.slice(start, end).search(/\S|$/);
  return { start: sentence.start + start, end: sentence.start + end };
}
