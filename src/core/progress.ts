import type { Article } from './article.js';
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

/**
 * @param at an offset in the article's text
 * @param rate speed of reading; 1 is the voice's own
 */
export function progressAt({ blocks, text }: Article, at: number, rate: number): Progress {
  const paragraphs = blocks.filter(({ kind }) => kind !== 'heading');
  // Of nothing but headings each is one.
  const counted = paragraphs.length ? paragraphs : blocks;
  const { length } = counted;
  return {
    // After the last end it is the last.
    paragraph: length && firstIndex(length - 1, (index) => counted[index]!.end > at) + 1,
    paragraphs: length,
    // What is read may be away for a moment.
    fraction: text.length && Math.min(1, at / text.length),
    minutesLeft: Math.max(0, text.length - at) / (CHARACTERS_A_MINUTE * rate),
  };
}
