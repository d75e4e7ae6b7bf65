/** The likeliest reading of a word among those that are possible. */
import { MARKS } from './letters.js';
import { wordCheck } from './word-check.js';

/** For each letter of a word, the marks that are open to it: one where it is known. */
export type Openings = readonly (readonly number[])[];

/**
 * How many partial readings are followed side by side for each mark that they end with: what ends
 * otherwise may be what the rest of the word needs.
 */
const BEAM = 4;

/** What a place that breaks a rule costs, in nats: more than a word of marks that the nets think unlikely. */
const BROKEN = 1000;

interface Reading {
  readonly marks: readonly number[];
  /** In nats. */
  readonly cost: number;
}

/**
 * The marks of a word's letters. Where every reading breaks a rule, as a name may, the one that breaks
 * the fewest.
 *
 * @param word its letters
 * @param openings what is open to it; several where it has one of several readings
 * @param chances what the nets say: for each letter, the chance of each of its marks, from 0 to 1
 */
export function likeliest(
  word: string,
  openings: readonly Openings[],
  chances: Float32Array,
): readonly number[] {
  const fits = wordCheck(word);
  const cost = (marks: readonly number[], at: number, isOpen: boolean) =>
    // What is known costs nothing; a chance of 0 is none that a float can tell from a tiny one.
    (isOpen || openings.length > 1
      ? -Math.log(chances[at * MARKS.length + marks[at]!]! + 1e-9)
      : 0) + (fits(marks, at) ? 0 : BROKEN);

  const search = (open: Openings): Reading => {
    const first = open.map((marks, at) => {
      const row = at * MARKS.length;
      let best = marks[0]!;
      for (const mark of marks) if (chances[row + mark]! > chances[row + best]!) best = mark;
      return best;
    });
    // Nothing is likelier than the likeliest mark on each letter, where these go together.
    if (first.every((_, at) => fits(first, at)))
      return {
        marks: first,
        cost:
          openings.length > 1 ? first.reduce((sum, _, at) => sum + cost(first, at, true), 0) : 0,
      };
    let readings: Reading[] = [{ marks: [], cost: 0 }];
    open.forEach((marks, at) => {
      readings = marks.flatMap((mark) =>
        readings
          .map((reading) => {
            const next = [...reading.marks, mark];
            return { marks: next, cost: reading.cost + cost(next, at, marks.length > 1) };
          })
          .sort((a, b) => a.cost - b.cost)
          .slice(0, BEAM),
      );
    });
    return cheapest(readings);
  };
  return cheapest(openings.map(search)).marks;
}

const cheapest = (readings: readonly Reading[]) =>
  readings.reduce((best, one) => (one.cost < best.cost ? one : best));
