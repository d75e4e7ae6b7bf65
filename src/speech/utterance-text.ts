import type { Span } from '../core/article.js';
import { firstIndex } from '../core/search.js';
import { primaryLanguage } from '../core/settings.js';
import { spokenAsWritten, type Spoken } from '../core/spoken.js';
import { wordAt, wordsOf } from '../core/words.js';

/** The word that holds the start of a span, else the first one in the span. */
export const wordFrom = (text: string, span: Span): Span | undefined =>
  span.start >= 0 && span.start < span.end
    ? (wordAt(text, span.start) ?? wordsOf(text, span)[0])
    : undefined;

/** A clause of some 60 characters or more, with as much behind it as is worth a rest before it. */
const CLAUSE = /^[\s\S]{60,}?[،؛,;:.!?؟…–—](?=\s[\s\S]{20})/u;

/** Where the first clause of a part of a text ends; the end of the part, if it is not long. */
export const clauseEnd = (text: string, start: number, end: number): number =>
  start + (CLAUSE.exec(text.slice(start, end)) ?? [text.slice(start, end)])[0].length;

/** Numerals are short to write and long to say: 2013 is five words. */
export const lengthToSay = (text: string): number =>
  text.length + 8 * (text.match(/\p{N}/gu)?.length ?? 0);

/** The last word, with the marks behind it. */
const LAST_WORD = /[\p{L}\p{N}]\S*[^\p{L}\p{N}]*$/u;

/**
 * How much of a text has been said for certain after some time, if it is said as slowly as that; 0 where
 * it should be over by then, as the time tells nothing any more.
 *
 * @param ms since it began
 * @param pace ms for each of {@link lengthToSay}
 * @returns an index in the text, not behind the start of its last word
 */
export function saidAfter(text: string, ms: number, pace: number): number {
  const said = (ms - 500) / (pace * 1.15);
  const index = firstIndex(text.length, (i) => lengthToSay(text.slice(0, i + 1)) > said);
  return index < text.length ? Math.min(index, text.search(LAST_WORD)) : 0;
}

const AND: Record<string, string> = { ar: ' و ', en: ' and ' };

/**
 * The text without `&`, `<` and `>`, where Edge's natural voices stop (fault 16): "and" is said as a
 * word in Arabic and English, the others are left out.
 */
export function withoutMarkup(text: string, lang: string): Spoken {
  if (!/[&<>]/.test(text)) return spokenAsWritten(text);
  const and = AND[primaryLanguage(lang)] ?? ' ';
  /** Pairs of offsets, spoken and written, from where both run side by side. */
  const anchors: [spoken: number, written: number][] = [[0, 0]];
  let shift = 0;
  const spoken = text.replace(/[&<>]/g, (mark, at: number) => {
    const said = mark === '&' ? and : ' ';
    shift += said.length - 1;
    anchors.push([at + 1 + shift, at + 1]);
    return said;
  });
  const along = (value: number, from: 0 | 1, to: 0 | 1, length: number) => {
    const at = anchors.filter((pair) => pair[from] <= value).pop() ?? anchors[0]!;
    const next = anchors[anchors.indexOf(at) + 1]?.[to] ?? length;
    return Math.max(0, Math.min(at[to] + value - at[from], next));
  };
  return {
    text: spoken,
    toSource: (index) => along(index, 0, 1, text.length),
    toSpoken: (offset) => along(offset, 1, 0, spoken.length),
  };
}
