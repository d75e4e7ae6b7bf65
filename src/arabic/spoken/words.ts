/** How tables of words are written, and how patterns are made of them. It knows no word itself. */

/** The words of a table; a space inside one is written as an underscore. */
export const words = (table: string): string[] =>
  table
    .trim()
    .split(/\s+/)
    .map((word) => word.replaceAll('_', ' '));

/**
 * What begins a sentence where the full stop before it may be that of an abbreviation; or an end. As
 * `sentences.ts` has it.
 */
export const SENTENCE_BEGINS = /\s*(?:$|و|ثم |ال(?!مو)|تم |[يت][^ا ]{3,5} |[^ ب]{3,5}ت )/;

/** Words one after the other, without those that are missing. */
export const phrase = (...parts: readonly (string | undefined)[]): string =>
  parts.filter(Boolean).join(' ');

/**
 * The source of a pattern for any of some words, as they are written. The longest is tried first, so
 * that their order in the table does not matter.
 */
const anyOf = (table: readonly string[]): string =>
  `(?:${[...table]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
    .join('|')})`;

/** A pattern in which a table stands for any of its words, and a pattern for itself. */
export const pattern = (
  source: TemplateStringsArray,
  ...parts: readonly (RegExp | readonly string[])[]
): RegExp =>
  new RegExp(
    String.raw(
      source,
      ...parts.map((part) => (part instanceof RegExp ? part.source : anyOf(part))),
    ),
    'u',
  );
