/**
 * Ways to make what is said: from pieces, from two steps, from a part. Knows nothing of language
 * and of voices.
 */
import type { Span } from './article.js';
import { firstIndex } from './search.js';
import { spokenAsWritten, type Spoken, type SpokenPiece } from './spoken.js';

const clamp = (value: number, most: number) => Math.max(0, Math.min(most, value));

/**
 * Text in which some stretches are said in other words.
 *
 * Every offset inside what is said for a piece leads to the start of its source, and every offset
 * inside its source to the start of what is said for it; between pieces, offsets move along.
 *
 * @param pieces in order, not overlapping; what is said may be empty.
 */
export function spokenFromPieces(text: string, pieces: readonly SpokenPiece[]): Spoken {
  if (!pieces.length) return spokenAsWritten(text);
  const begins: number[] = [];
  let spoken = '';
  let at = 0;
  for (const piece of pieces) {
    spoken += text.slice(at, piece.source.start);
    begins.push(spoken.length);
    spoken += piece.spoken;
    at = piece.source.end;
  }
  spoken += text.slice(at);
  /** The last piece that begins at or before a place. */
  const lastUpTo = (place: number, beginOf: (index: number) => number) =>
    firstIndex(pieces.length, (i) => beginOf(i) > place) - 1;

  return {
    text: spoken,
    toSource(index) {
      const here = clamp(index, spoken.length);
      const last = lastUpTo(here, (i) => begins[i]!);
      if (last < 0) return here;
      const { source, spoken: words } = pieces[last]!;
      const into = here - begins[last]!;
      return into < words.length ? source.start : source.end + into - words.length;
    },
    toSpoken(offset) {
      const here = clamp(offset, text.length);
      const last = lastUpTo(here, (i) => pieces[i]!.source.start);
      if (last < 0) return here;
      const { source, spoken: words } = pieces[last]!;
      return here < source.end ? begins[last]! : begins[last]! + words.length + here - source.end;
    },
  };
}

/** Two steps as one: `second` says what `first` gave, as diacritics are added to numbers in words. */
export function composeSpoken(first: Spoken, second: Spoken): Spoken {
  return {
    text: second.text,
    toSource: (index) => first.toSource(second.toSource(index)),
    toSpoken: (offset) => second.toSpoken(first.toSpoken(offset)),
  };
}

/** What is said for a part of the source, with offsets from the start of that part. */
export function sliceSpoken(spoken: Spoken, { start, end }: Span): Spoken {
  const first = spoken.toSpoken(start);
  const last = spoken.toSpoken(end);
  return {
    text: spoken.text.slice(first, last),
    toSource: (index) =>
      index >= last - first
        ? end - start
        : clamp(spoken.toSource(first + index) - start, end - start),
    toSpoken: (offset) => clamp(spoken.toSpoken(start + offset) - first, last - first),
  };
}
