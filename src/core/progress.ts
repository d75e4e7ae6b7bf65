import type { Article, Block } from './article.js';
import { CHARACTERS_A_MINUTE } from './playback.js';
import { firstIndex } from './search.js';

/** Where a place is in the article, for people. */
export interface Progress {
  /**
   * The paragraph that is read, from 1; a heading is none, and leads to the next. What else there is
   * counts as it comes.
   */
  readonly paragraph: number;
  readonly paragraphs: number;
  /** How much lies behind, 0 to 1. */
  readonly fraction: number;
  /** Minutes of listening that are left, estimated from the length. */
  readonly minutesLeft: number;
}

/** Of a long article they are not picked out with each word that is read. */
const known = new WeakMap<Article, readonly Block[]>();

/** The blocks that count as paragraphs: all but headings; of nothing but headings each. */
export function paragraphsOf(article: Article): readonly Block[] {
  let paragraphs = known.get(article);
  if (!paragraphs) {
    paragraphs = article.blocks.filter(({ kind }) => kind !== 'heading');
    if (!paragraphs.length) paragraphs = article.blocks;
    known.set(article, paragraphs);
  }
  return paragraphs;
}

/**
 * @param at an offset in the article's text
 * @param rate speed of reading; 1 is the voice's own
 */
export function progressAt(article: Article, at: number, rate: number): Progress {
  const { text } = article;
  const paragraphs = paragraphsOf(article);
  const { length } = paragraphs;
  return {
    // After the last end it is the last.
    paragraph: length && firstIndex(length - 1, (index) => paragraphs[index]!.end > at) + 1,
    paragraphs: length,
    // What is read may be away for a moment.
    fraction: text.length && Math.min(1, at / text.length),
    minutesLeft: Math.max(0, text.length - at) / (CHARACTERS_A_MINUTE * rate),
  };
}
