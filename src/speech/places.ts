import { indexAt, type Article, type Block, type Sentence } from '../core/article.js';
import { isSayable } from './utterance-text.js';

/** A sentence and the block that it stands in. */
export interface Place {
  readonly block: Block;
  /** Of the block in the article. */
  readonly index: number;
  readonly sentence: Sentence;
}

export type Unit = 'sentence' | 'paragraph' | 'heading';

/**
 * The first sentence that ends after `offset` and has something to say; null at the end.
 * Asks no block behind it for its sentences.
 */
export function sentenceFrom(article: Article, offset: number): Place | null {
  const { text, blocks } = article;
  for (let index = Math.max(0, indexAt(blocks, offset)); index < blocks.length; index++) {
    const block = blocks[index]!;
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
export function sentenceBefore(article: Article, offset: number): Place | null {
  const { text, blocks } = article;
  for (let index = indexAt(blocks, offset); index >= 0; index--) {
    const block = blocks[index]!;
    if (block.start >= offset) continue;
    const { sentences } = block;
    for (let i = indexAt(sentences, offset); i >= 0; i--) {
      const sentence = sentences[i]!;
      if (sentence.start < offset && isSayable(text.slice(sentence.start, sentence.end)))
        return { block, index, sentence };
    }
  }
  return null;
}

/**
 * The start of the next or previous unit, always as a whole sentence: the previous sentence is the
 * one before this one, also from this one's last word; the previous paragraph likewise. A paragraph
 * is any block: a list item, a heading, a quote. Where nothing comes before, a sentence or a paragraph
 * goes to the first one; otherwise null.
 *
 * @param from null for before the first.
 */
export function step(
  article: Article,
  from: Place | null,
  unit: Unit,
  direction: 1 | -1,
): Place | null {
  if (!from && direction === -1) return null;
  if (unit === 'sentence' && direction === 1) return sentenceFrom(article, from?.sentence.end ?? 0);
  const first = () => (unit === 'heading' ? null : sentenceFrom(article, 0));
  if (unit === 'sentence') return sentenceBefore(article, from!.sentence.start) ?? first();
  const { blocks } = article;
  for (let i = (from?.index ?? -1) + direction; blocks[i]; i += direction) {
    const block = blocks[i]!;
    if (unit === 'heading' && block.kind !== 'heading') continue;
    const place = sentenceFrom(article, block.start);
    if (place?.block === block) return place;
  }
  return direction === -1 ? first() : null;
}
