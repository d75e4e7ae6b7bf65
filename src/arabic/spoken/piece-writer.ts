/** Writes the pieces of a text that are said otherwise than written. It must not know why they are. */
import type { SpokenPiece } from '../../core/spoken.js';

export const isWordCharacter = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{M}\p{N}]/u.test(character) && character !== '\ufe0f';

export const isDigit = (character: string): boolean => character >= '0' && character <= '9';

export class PieceWriter {
  readonly pieces: SpokenPiece[] = [];
  /** Where what has been said ends. */
  at = 0;
  readonly #source: string;
  /** The last character that is said for the last piece. */
  #tail: string | undefined;

  constructor(source: string) {
    this.#source = source;
  }

  /** Says exactly `spoken` for a stretch. */
  exactly(start: number, end: number, spoken: string): void {
    this.#tail = spoken.at(-1) ?? this.#before(start);
    this.pieces.push({ source: { start, end }, spoken });
    this.at = end;
  }

  /** Says `words` for a stretch, apart from the words on either side of it. */
  put(start: number, end: number, words: string): void {
    const previous = this.#before(start);
    const next = this.#source[end];
    const open = previous === undefined || /\s/.test(previous);
    if (!words) {
      // Nothing between two spaces leaves one of them.
      if (open && next === ' ') end++;
      const joins = isWordCharacter(previous) && isWordCharacter(next);
      return this.exactly(start, end, joins ? ' ' : '');
    }
    let spoken = open ? words.trimStart() : words;
    if (isWordCharacter(previous) && /^[\p{L}\p{M}]/u.test(words)) spoken = ` ${spoken}`;
    // A raised digit may be silent, and stands apart by itself where it is not.
    if (isWordCharacter(next) && !/\p{No}/u.test(next!) && isWordCharacter(words.at(-1)))
      spoken += ' ';
    // A sign before the number is nothing on its own: the piece begins in a word.
    if (isDigit(this.#source[start]!)) return this.exactly(start, end, spoken);
    const piece = this.#source.slice(start, end);
    const letter = piece.search(/[\p{L}\p{N}]/u);
    const lead = letter < 0 ? piece.search(/\S/) : letter;
    if (lead > 0) {
      const { length } = spoken.trimStart();
      this.exactly(start, start + lead, spoken.slice(0, -length));
      start += lead;
      spoken = spoken.slice(-length);
    }
    this.exactly(start, end, spoken);
  }

  /** The character that is said before what is said for `start`. */
  #before(start: number): string | undefined {
    return this.pieces.at(-1)?.source.end === start ? this.#tail : this.#source[start - 1];
  }
}
