import { indexAt, type Article, type Block, type Sentence, type Span } from '../core/article.js';
import { firstIndex } from '../core/search.js';
import { wordsOf } from '../core/words.js';

/** A sentence and the block that it stands in. */
export interface LocatedSentence {
  readonly block: Block;
  /** Of the block in the article. */
  readonly index: number;
  readonly sentence: Sentence;
}

/** Whether there is anything to say in a text: a letter or a digit of any script, or a sign that is a word. */
export const isSayable = (text: string): boolean => /[\p{L}\p{N}\p{Sm}✅✓-✘❌]/u.test(text);

/** `region`: the items of a list, or the cells of a table, are one; so is any other block. */
export type Unit = 'sentence' | 'paragraph' | 'heading' | 'region';

/** Whether a block is passed over where reading comes to it by itself. */
export type Skips = (block: Block) => boolean;

const nothing: Skips = () => false;

/**
 * The first sentence that ends after `offset` and has something to say; null at the end.
 * Asks no block behind it for its sentences.
 *
 * @param skips is not asked about the block that `offset` is inside of.
 */
export function sentenceFrom(
  article: Article,
  offset: number,
  skips = nothing,
): LocatedSentence | null {
  const { text, blocks } = article;
  for (let index = Math.max(0, indexAt(blocks, offset)); index < blocks.length; index++) {
    const block = blocks[index]!;
    if (block.start >= offset && skips(block)) continue;
    const { sentences } = block;
    for (let i = Math.max(0, indexAt(sentences, offset)); i < sentences.length; i++) {
      const sentence = sentences[i]!;
      if (sentence.end > offset && isSayable(text.slice(sentence.start, sentence.end)))
        return { block, index, sentence };
    }
  }
  return null;
}

/** The last sentence that starts before `offset` and has something to say; null at the beginning. */
export function sentenceBefore(
  article: Article,
  offset: number,
  skips = nothing,
): LocatedSentence | null {
  const { text, blocks } = article;
  for (let index = indexAt(blocks, offset); index >= 0; index--) {
    const block = blocks[index]!;
    if (block.start >= offset || (block.end <= offset && skips(block))) continue;
    const { sentences } = block;
    for (let i = indexAt(sentences, offset); i >= 0; i--) {
      const sentence = sentences[i]!;
      if (sentence.start < offset && isSayable(text.slice(sentence.start, sentence.end)))
        return { block, index, sentence };
    }
  }
  return null;
}

/** Where reading begins that was asked for at an offset: at the word there, the next one, or the last of all. */
export function placeAt(
  article: Article,
  offset: number,
): { readonly sentence: Sentence; readonly word: Span | null; readonly start: number } | null {
  const { text } = article;
  const place = sentenceFrom(article, offset) ?? sentenceBefore(article, text.length);
  if (!place) return null;
  const { sentence } = place;
  const words = wordsOf(text, sentence);
  const word = words.find(({ end }) => end > offset) ?? words.at(-1) ?? null;
  // From its first word a sentence is read with the quotation mark before it.
  const start = !word || word === words[0] ? sentence.start : word.start;
  return { sentence, word, start };
}

/** Whether two blocks are items of one list or cells of one table, as far as can be told. */
const areJoined = (one?: Block, next?: Block) =>
  one && one.kind === next?.kind && /^(list-item|cell)$/.test(one.kind);

/**
 * The start of the next or previous unit, always as a whole sentence: the previous sentence is the
 * one before this one, also from this one's last word; the previous paragraph likewise. A paragraph
 * is any block: a list item, a heading, a quote. The next region is what comes after a list or table,
 * the previous one what comes before it. Where nothing comes before, all but a heading go to the first
 * one; otherwise null.
 *
 * @param from null for before the first; empty where one was that is gone
 */
export function step(
  article: Article,
  from: Span | null,
  unit: Unit,
  direction: 1 | -1,
  skips = nothing,
): LocatedSentence | null {
  if (!from && direction < 0) return null;
  const { start, end } = from ?? { start: 0, end: 0 };
  if (unit === 'sentence' && direction > 0) return sentenceFrom(article, end, skips);
  const first = () => (unit === 'heading' ? null : sentenceFrom(article, 0, skips));
  if (unit === 'sentence') return sentenceBefore(article, start, skips) ?? first();
  const { blocks } = article;
  // What is empty is in no block, but behind one and before the next.
  let index =
    direction > 0
      ? firstIndex(blocks.length, (i) => blocks[i]!.start >= end) - 1
      : firstIndex(blocks.length, (i) => blocks[i]!.end > start);
  const leave = (to: 1 | -1) => {
    while (unit === 'region' && areJoined(blocks[index], blocks[index + to])) index += to;
  };
  leave(direction);
  index += direction;
  if (direction < 0) leave(-1);
  for (; blocks[index]; index += direction) {
    const block = blocks[index]!;
    if (skips(block) || (unit === 'heading' && block.kind !== 'heading')) continue;
    const place = sentenceFrom(article, block.start);
    if (place?.block === block) return place;
  }
  return direction < 0 ? first() : null;
}
