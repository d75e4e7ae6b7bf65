/** What was noticed in a text, as it is handed to what says it. */
import type { PieceWriter } from '../piece-writer.js';

/** Something in a text that may have to be said in other words. */
export interface Mark {
  /** The text that it is in, its digits European. */
  readonly text: string;
  readonly found: string;
  readonly index: number;
  readonly end: number;
}

/** Says a mark, or leaves it as it is written; and what is round it, if that has to move. */
export type SayMark = (mark: Mark, writer: PieceWriter, region: string) => void;
