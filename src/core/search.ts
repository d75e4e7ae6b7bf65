/** Searches by halving. Knows nothing of what is searched. */

/**
 * The first index below `length` that a test holds for; `length` if it holds for none.
 *
 * @param holds false up to some index and true from there on; asked about log₂ `length` times
 */
export function firstIndex(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
