/** Roman numbers after a king's name or an Arabic word. */
import { genitive, ordinal } from '../number-words.js';
import type { PieceWriter } from '../piece-writer.js';
import { QUEEN, RULER } from '../rulers.js';
import type { Mark } from './mark.js';

const VALUES: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };
const valueOf = (letters: string): number =>
  Array.from(letters, (letter) => VALUES[letter]!).reduce(
    (sum, value, index, all) => sum + (value < (all[index + 1] ?? 0) ? -value : value),
    0,
  );

export function roman({ text, index, end, found }: Mark, writer: PieceWriter): void {
  const before = text.slice(Math.max(0, index - 40), index);
  const n = valueOf(found);
  const ruler = RULER.exec(before)?.[0];
  // After an Arabic word, not a Latin one: Louis XIV is left to the voice.
  const arabic = /[\p{Script=Arabic}\p{N}\p{S}#&%][^A-Za-z]*$/u.test(before);
  if (n > 39 || !arabic || (found.length < 2 && !ruler)) return;
  writer.put(index, end, ordinal(n, QUEEN.test(ruler ?? '') ? 'f' : 'm', genitive));
}
