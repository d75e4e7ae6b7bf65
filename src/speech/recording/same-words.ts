/** What two lists of words have in common, in order. Knows nothing of what the words are of. */
import { firstIndex } from '../../core/search.js';

/** So many pairs of words are compared one by one; where there are more, and none is the only one of its
 * kind, they are of different texts. */
const MOST_PAIRS = 1 << 18;

/** A part of either list that is still to be compared; the ends are not among them. */
type Part = readonly [start: number, end: number, from: number, to: number];

/**
 * Where each word of one list stands in another one; -1 where it does not. Rising.
 *
 * As in patience diff (Bram Cohen): what is the same at both ends, then the words that either list has once,
 * as far as they rise, and in between once more; what has no such word is short, and compared word by word.
 * Its memory is that of the lists.
 */
export function sameWords(one: readonly string[], other: readonly string[]): Int32Array {
  const same = new Int32Array(one.length).fill(-1);
  const parts: Part[] = [[0, one.length, 0, other.length]];
  for (let part; (part = parts.pop());) {
    let [start, end, from, to] = part;
    while (start < end && from < to && one[start] === other[from]) same[start++] = from++;
    while (start < end && from < to && one[end - 1] === other[to - 1]) same[--end] = --to;
    if (start === end || from === to) continue;
    const anchors = rising(onlyOnes(one, other, [start, end, from, to]));
    if (!anchors.length) compare(one, other, [start, end, from, to], same);
    for (const [i, k] of anchors) {
      same[i] = k;
      parts.push([start, i, from, k]);
      [start, from] = [i + 1, k + 1];
    }
    if (anchors.length) parts.push([start, end, from, to]);
  }
  return same;
}

type Pair = readonly [index: number, other: number];

/** The words that either part has once, in the order of the first. */
function onlyOnes(
  one: readonly string[],
  other: readonly string[],
  [start, end, from, to]: Part,
): Pair[] {
  /** Where each word is in a part; -1 for those that it has several of. */
  const places = (words: readonly string[], first: number, last: number) => {
    const found = new Map<string, number>();
    for (let i = first; i < last; i++) found.set(words[i]!, found.has(words[i]!) ? -1 : i);
    return found;
  };
  const there = places(other, from, to);
  const pairs: Pair[] = [];
  for (const [word, i] of places(one, start, end)) {
    const k = there.get(word) ?? -1;
    if (i >= 0 && k >= 0) pairs.push([i, k]);
  }
  // A map has its keys as they first came, which is where those stand that came once.
  return pairs;
}

/** The longest part of the pairs, in order, that rises in the other list too. */
function rising(pairs: readonly Pair[]): Pair[] {
  /** By length, the pair of the lowest place that ends such a part; and what each pair follows. */
  const ends: number[] = [];
  const before = new Int32Array(pairs.length);
  pairs.forEach(([, k], i) => {
    const length = firstIndex(ends.length, (n) => pairs[ends[n]!]![1] >= k);
    before[i] = ends[length - 1] ?? -1;
    ends[length] = i;
  });
  const found: Pair[] = [];
  for (let i = ends.at(-1) ?? -1; i >= 0; i = before[i]!) found.push(pairs[i]!);
  return found.reverse();
}

/** The longest common subsequence of two short parts. */
function compare(
  one: readonly string[],
  other: readonly string[],
  [start, end, from, to]: Part,
  same: Int32Array,
): void {
  const wide = to - from + 1;
  if ((end - start + 1) * wide > MOST_PAIRS) return;
  /** How many are the same from either place on. */
  const left = new Uint16Array((end - start + 1) * wide);
  for (let i = end - 1; i >= start; i--)
    for (let k = to - 1; k >= from; k--) {
      const at = (i - start) * wide + k - from;
      left[at] =
        one[i] === other[k] ? left[at + wide + 1]! + 1 : Math.max(left[at + wide]!, left[at + 1]!);
    }
  for (let i = start, k = from; i < end && k < to;) {
    const at = (i - start) * wide + k - from;
    if (one[i] === other[k]) same[i++] = k++;
    else if (left[at + wide]! >= left[at + 1]!) i++;
    else k++;
  }
}
