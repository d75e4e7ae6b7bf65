/**
 * What is listened to in another way inside a block, as data. Knows nothing of how it is found on a
 * page.
 */
import type { Span } from './article.js';

export type InlineKind =
  /** It leads elsewhere. */
  | 'link'
  /** The mark of a footnote. */
  | 'note'
  /** Text in another language than the block's. */
  | 'language';

/** A stretch inside a block that is listened to in another way than the text round it. */
export interface Inline extends Span {
  readonly kind: InlineKind;
  /** BCP 47 language; only for `kind: 'language'`. */
  readonly lang?: string;
}
