/** Signs that are words, where no number says them: &, #, +, $. */
import { MEASURES } from '../measures.js';
import type { PieceWriter } from '../piece-writer.js';
import { pattern } from '../words.js';
import type { Mark } from './mark.js';
import { HASHTAGS, SIGNS } from './word-lists.js';

const HASHTAG_BEFORE = pattern`${HASHTAGS}\s$`;

export function sign({ text, index, found }: Mark, writer: PieceWriter): void {
  // The sign alone, also where an abbreviation was found and asks for its slash.
  const end = index + 1;
  const right = text.slice(end, end + 3);
  const left = text.slice(Math.max(0, index - 3), index);
  const beforeNumber = /^\s?\d/.test(right);
  // The number after it says these.
  if (beforeNumber && /[$€£¥₹₽₺﷼]/.test(found)) return;
  if (/[+−]/.test(found) && /^\d/.test(right) && /(?:^|[\s(،])$/.test(left)) return;
  if (found === '&') {
    const gap = /^\s*/.exec(right)![0].length;
    const arabic = /^\p{Script=Arabic}/u.test(right.slice(gap));
    const space = /\s$/.test(left) || index === 0 ? '' : ' ';
    return writer.exactly(index, end + gap, `${space}و${arabic ? '' : ' '}`);
  }
  // و/أو
  if (found === '/' && /(?<![\p{L}\p{M}])و$/u.test(left) && /^أو/.test(right) && index > writer.at)
    return writer.put(index - 1, end, '');
  if (found === '#' && /^\d/.test(right)) return writer.put(index, end, 'رقم ');
  const isSilent =
    (/[%٪‰]/.test(found) && beforeNumber && !/\d\s?$/.test(left)) ||
    (/[<>]/.test(found) && !beforeNumber) ||
    (found === '#' &&
      (!/^[\p{L}_]/u.test(right) ||
        HASHTAG_BEFORE.test(text.slice(Math.max(0, index - 9), index))));
  const measure = MEASURES.get(found);
  const words = SIGNS[found] ?? (measure?.money ? measure.one : '');
  writer.put(index, end, isSilent ? '' : words);
}
