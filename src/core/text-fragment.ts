/**
 * Links to a passage of a page, which a browser scrolls to and marks: text fragments
 * (https://wicg.github.io/scroll-to-text-fragment/). Knows text only.
 */
import type { Article, Span } from './article.js';
import { indexAt } from './article.js';
import { wordsOf } from './words.js';

/** Passages longer than that are named by their first and last words; characters. */
const LONG = 200;

/** How many words stand for the beginning of such a passage, for its end, and for what is round one. */
const WORDS = 4;

/** Commas, ampersands and hyphens are the directive's own signs. */
const encoded = (text: string) =>
  encodeURIComponent(text.replace(/\s+/g, ' ').trim()).replaceAll('-', '%2D');

/** A span with the whole of the words that it begins and ends in: browsers find whole words only. */
function inWholeWords(text: string, { start, end }: Span): Span {
  const isInside = (at: number) => /[\p{L}\p{M}\p{N}]{2}/u.test(text.slice(at - 1, at + 1));
  let from = start;
  let to = end;
  while (from > 0 && isInside(from)) from--;
  while (to < text.length && isInside(to)) to++;
  return { start: from, end: to };
}

/**
 * What goes behind `#` in an address, `:~:text=…`. The text is taken as it is written: a browser counts
 * Arabic marks, and finds no مدرسة for مَدرسة.
 *
 * @param span a passage of the article; it may go over several paragraphs
 */
export function textFragment({ text, blocks }: Article, span: Span): string {
  const { start, end } = inWholeWords(text, span);
  const first = blocks[indexAt(blocks, start)];
  const last = blocks[indexAt(blocks, end - 1)];
  const directive = (passage: string, before = '', after = '') =>
    `:~:text=${before && `${before}-,`}${passage}${after && `,-${after}`}`;
  if (!first || !last) return '';
  // What is named may not go over the end of a paragraph.
  if (first !== last || end - start > LONG) {
    const opening = wordsOf(text, { start, end: Math.min(first.end, end) }).slice(0, WORDS);
    const closing = wordsOf(text, { start: Math.max(last.start, start), end }).slice(-WORDS);
    const from = encoded(text.slice(start, opening.at(-1)?.end ?? end));
    const to = encoded(text.slice(closing[0]?.start ?? start, end));
    return directive(`${from},${to}`);
  }
  const passage = text.slice(start, end);
  const isUnique = text.indexOf(passage) === text.lastIndexOf(passage);
  if (isUnique) return directive(encoded(passage));
  const before = wordsOf(text, { start: first.start, end: start }).slice(-WORDS);
  const after = wordsOf(text, { start: end, end: last.end }).slice(0, WORDS);
  return directive(
    encoded(passage),
    before[0] && encoded(text.slice(before[0].start, start)),
    after.length ? encoded(text.slice(end, after.at(-1)!.end)) : '',
  );
}
