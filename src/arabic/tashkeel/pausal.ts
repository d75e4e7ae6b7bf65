/** How words end before a pause. Knows nothing of the nets that gave the marks. */
import { Code, LETTERS, Mark } from './letters.js';

const ALIF = codeAt('ا');
const MAQSURA = codeAt('ى');
const HAMZA = codeAt('ء');

function codeAt(letter: string): number {
  return Code.FirstLetter + LETTERS.indexOf(letter);
}

/**
 * The pausal form (الوقف): before a pause the last word loses its short vowel and its tanwin, but
 * tanwin of fatha becomes the long a of its alif (كِتَابًا → كِتَابَا), and shadda stays. Words of one or
 * two letters (هُوَ, لَكَ) keep what they have. Changes `marks` in place.
 *
 * @param isFixed which letters keep theirs
 * @param everywhere every word is in its pausal form, but for -an where no pause follows
 */
export function makePausal(
  codes: Uint8Array,
  marks: Uint8Array,
  { isFixed, everywhere = false }: { isFixed: (at: number) => boolean; everywhere?: boolean },
) {
  for (let at = 0; at < codes.length; at++) {
    if (!isLetter(codes[at]) || isLetter(codes[at + 1])) continue;
    const pauses = isPause(codes, at + 1);
    if (!pauses && !everywhere) continue;
    if (![1, 2].every((back) => isLetter(codes[at - back]))) continue;
    const silent = (codes[at] === ALIF || codes[at] === MAQSURA) && !marks[at];
    const last = silent ? at - 1 : at;
    if (isFixed(last)) continue;
    const mark = marks[last]!;
    const doubled = mark >= Mark.Shadda ? Mark.Shadda : Mark.None;
    const vowel = mark - doubled;
    const isLong = vowel === Mark.Fathatan && (silent || codes[last] === HAMZA);
    if (isLong && pauses) marks[last] = doubled + Mark.Fatha;
    else if (isLong) continue;
    else if (!silent && vowel < Mark.Sukun) marks[last] = doubled;
  }
}

function isLetter(code: number | undefined): boolean {
  return code !== undefined && code >= Code.FirstLetter && code < Code.Unseen;
}

/** Whether a voice pauses there: at a stop, a comma or an end, also behind quotes and brackets. */
function isPause(codes: Uint8Array, at: number): boolean {
  while (codes[at] === Code.Space || codes[at] === Code.Other) at++;
  return at >= codes.length || (codes[at]! <= Code.Comma && codes[at] !== Code.Digit);
}
