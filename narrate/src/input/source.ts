/** Where articles come from. Knows nothing of what is made of them. */

/** An article to narrate, before it is read. */
export interface ArticleSource {
  /** What the user calls it: its path, its address, or the `id` of its JSON. */
  readonly id: string;
  readonly kind: 'html' | 'text';
  /** The file that it is in; none where `content` is there. */
  readonly path?: string;
  readonly content?: string;
  /** What addresses in it are relative to. */
  readonly url?: string;
  /** BCP 47 language where the page itself does not say; Arabic by default. */
  readonly lang?: string;
}

/** An article of more bytes is none. */
export const LARGEST = 32 * 1024 * 1024;

/** What cannot be narrated, in words for the user. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
}

/** An article, or why there is none at a place. */
export type Found = ArticleSource | { readonly id: string; readonly error: SourceError };
