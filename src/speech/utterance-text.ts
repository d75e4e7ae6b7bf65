import type { Span } from '../core/article.js';
import { primaryLanguage } from '../core/settings.js';
import { spokenAsWritten, type Spoken } from '../core/spoken.js';
import { wordAt, wordsOf } from '../core/words.js';

/** A clause with the mark that ends it: where a cut is heard least. */
const CLAUSES = /^[\s\S]*[،؛,;:.!?؟…–—](?=\s)/u;
const WORDS = /^[\s\S]*\S(?=\s)/u;

/** The word that holds the start of a span, else the first one in the span. */
export const wordFrom = (text: string, span: Span): Span | undefined =>
  span.start >= 0 && span.start < span.end
    ? (wordAt(text, span.start) ?? wordsOf(text, span)[0])
    : undefined;

/**
 * Where to end an utterance that begins at `start` (faults 1 and 23): after at most `limit`
 * characters, at a clause if that leaves no crumb, else at a word, else between two characters.
 */
export function cutAt(text: string, start: number, limit: number): number {
  if (text.length - start <= limit) return text.length;
  // One more, to see the space after a word that just fits.
  const window = text.slice(start, start + limit + 1);
  const clause = CLAUSES.exec(window)?.[0].length ?? 0;
  const cut = clause > limit / 3 ? clause : (WORDS.exec(window)?.[0].length ?? 0);
  if (cut) return start + cut;
  const end = start + limit;
  return /[\uD800-\uDBFF]/.test(text[end - 1]!) && limit > 1 ? end - 1 : end;
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
