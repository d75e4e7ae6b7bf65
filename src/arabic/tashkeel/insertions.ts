/**
 * A text with something put into it, and the way back. Knows nothing of what it is; a worker can
 * send it.
 */
import { firstIndex } from '../../core/search.js';
import type { Spoken } from '../../core/spoken.js';

/** A text that differs from its source by what was put into it; plain data, as a worker sends it. */
export interface Insertions {
  readonly text: string;
  /** Where in the source something was put in, rising. */
  readonly places: Uint32Array;
  /** How many units had been put in up to there and with it. */
  readonly totals: Uint32Array;
}

/** The way back. What was put in leads to the unit before it. */
export function spokenWith({ text, places, totals }: Insertions): Spoken {
  const length = text.length - (totals.at(-1) ?? 0);
  const before = (i: number) => (i ? totals[i - 1]! : 0);
  /** How many places there are whose value, which rises with them, is at most this limit. */
  const countUpTo = (limit: number, value: (i: number) => number) =>
    firstIndex(places.length, (i) => value(i) > limit);
  const clamp = (value: number, most: number) =>
    Math.max(0, Math.min(most, Math.trunc(value) || 0));
  return {
    text,
    toSource(index) {
      const at = clamp(index, text.length);
      // What was put in and ends here or before; then perhaps what this index is inside of.
      const passed = countUpTo(at, (i) => places[i]! + totals[i]!);
      const inside = passed < places.length && at >= places[passed]! + before(passed);
      return inside ? places[passed]! - 1 : at - before(passed);
    },
    toSpoken(offset) {
      const at = clamp(offset, length);
      return at + before(countUpTo(at, (i) => places[i]!));
    },
  };
}
