import { indexAt, type Article } from './article.js';
import { CHARACTERS_A_MINUTE } from './playback.js';

/** Where a place is in the article, for people. */
export interface Progress {
  /** The paragraph that is read, from 1; headings and the rest count as they come. */
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
export const progressAt = ({ blocks, text }: Article, at: number, rate: number): Progress => ({
  paragraph: blocks.length && indexAt(blocks, at) + 1,
  paragraphs: blocks.length,
  // What is read may be away for a moment.
  fraction: text.length && Math.min(1, at / text.length),
  minutesLeft: Math.max(0, text.length - at) / (CHARACTERS_A_MINUTE * rate),
});
