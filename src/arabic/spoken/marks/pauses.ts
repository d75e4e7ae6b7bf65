/** Brackets, dashes and dots, which are pauses or nothing; and blessings, which stand in brackets. */
import { isWordCharacter, type PieceWriter } from '../piece-writer.js';
import { pattern } from '../words.js';
import type { Mark } from './mark.js';
import { BLESSED, BLESSINGS } from './word-lists.js';

const BLESSED_BEFORE = pattern`${BLESSED}\s$`;

/** Brackets are pauses, unless all that they hold is a number or a letter. */
export function bracket({ text, index }: Mark, writer: PieceWriter): void {
  const opens = /[([{]/.test(text[index]!);
  const inside = opens
    ? /^.\s?(?:[\d.,]{1,12}|\p{L})\s?[)\]}]/u.test(text.slice(index, index + 20))
    : /[([{]\s?(?:[\d.,]{1,12}|\p{L})\s?$|ـ\s?[([][^()[\]]{1,20}$/u.test(
        text.slice(Math.max(0, index - 24), index),
      );
  const left = text.slice(Math.max(0, index - 4), index);
  const right = text.slice(index + 1, index + 5);
  const pauses =
    /[\p{L}\p{N}٪%»"”]\s*$|(?:^|[\s.])\p{L}\.\s*$/u.test(left) &&
    !/(?:^|\s)[وفبكل]$/.test(left) &&
    /^\s*[\p{L}\p{N}«"“($]/u.test(right) &&
    !inside;
  if (!pauses) return writer.put(index, index + 1, '');
  // The comma stands before the space: كورونا، كوفيد.
  const spaces = opens ? /\s*$/.exec(left)![0].length : 0;
  const start = Math.max(writer.at, index - spaces);
  const spaced = opens ? 0 : /^\s*/.exec(right)![0].length;
  writer.exactly(start, index + 1 + spaced, '، ');
}

/** محمد (ص); elsewhere letters in brackets are an item's or a person's. */
export function blessing(mark: Mark, writer: PieceWriter): void {
  const { text, index, end, found } = mark;
  if (BLESSED_BEFORE.test(text.slice(Math.max(0, index - 20), index)))
    writer.put(index, end, BLESSINGS[found]!);
  else bracket(mark, writer);
}

/** Signs and digits in a row, as a table of keys has them: + - 0, and not a word. */
const NO_WORD = /^[^\p{L}]*$/u;
const PLUS = /(?:^|[\s،,/])\+(?:[\s،,/]|$)/;

/**
 * A dash between words is a pause; before a number it is none (كوفيد – 19), nor at a line's start.
 * Beside a plus it is a minus.
 */
export function dash({ text, index, end }: Mark, writer: PieceWriter): void {
  if (NO_WORD.test(text) && PLUS.test(text)) return writer.put(index, end, 'ناقص');
  const left = /(\S?)(\s*)$/.exec(text.slice(Math.max(0, index - 4), index))!;
  const right = /^(\s*)(\S?)/.exec(text.slice(end, end + 4))!;
  const pauses =
    isWordCharacter(left[1]) && /[\p{L}«"“]/u.test(right[2]!) && !!left[2] && !!right[1];
  const start = Math.max(writer.at, index - left[2]!.length);
  const stop = end + right[1]!.length;
  const open = /[\r\n]/.test(left[2]! + right[1]!) || !left[1] || !right[2];
  if (open) return writer.put(index, end, '');
  writer.exactly(start, stop, pauses ? '، ' : ' ');
}

/** Dots after a word are a pause, and an end where nothing follows. */
export function dots({ text, index, end }: Mark, writer: PieceWriter): void {
  const follows = isWordCharacter(text[index - 1]) || text[index - 1] === ' ';
  const more = /^[\s»"”)]*[\p{L}\p{N}]/u.test(text.slice(end, end + 9));
  // A pause stands at the word.
  const gap = text[index - 1] === ' ' && isWordCharacter(text[index - 2]) && index - 1 >= writer.at;
  if (gap) return writer.exactly(index - 1, end, more ? '،' : '.');
  writer.put(index, end, !follows ? '' : more ? '،' : '.');
}
