/**
 * What is listened to in another way inside a block, as data. Knows nothing of how it is found on a
 * page.
 */
import type { Span } from './article.js';

export type InlineKind =
  /** It leads elsewhere. */
  | 'link'
  /** The mark of a note: `1`, `[أ]`, `*` above the line, or a link that reads so. */
  | 'note'
  /** Text in another language than the block's. */
  | 'language'
  /** Above the line, of what is before it: an exponent, or the square of a unit. */
  | 'raised'
  /** Taken back by who wrote it. */
  | 'deleted'
  /** Mathematics, which is one phrase. */
  | 'formula'
  /** Of the web. */
  | 'address'
  /** In quotation marks that are not in the text. */
  | 'quote'
  /** Nothing: two texts meet here that are not to be read as one. */
  | 'seam';

/** A stretch inside a block that is listened to in another way than the text round it. */
export interface Inline extends Span {
  readonly kind: InlineKind;
  /** BCP 47 language; only for `kind: 'language'`. */
  readonly lang?: string;
  /** A formula in words or in one line of signs; an exponent; the host of an address; what parts texts. */
  readonly text?: string;
}

/** The number of an item in a list. */
export interface ListMarker {
  readonly number: number;
  /** What is seen for it, if that is a letter. */
  readonly letter?: string;
}
