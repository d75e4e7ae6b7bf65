/** What the program and its threads say to each other. */
import type { ArticleSource } from '../input/source.js';
import type { Made, MakeOptions } from '../make-article.js';

/** What a thread is started with. */
export interface ThreadOptions {
  readonly folder: string;
  readonly voice: string;
  readonly make: MakeOptions;
}

/** To a thread: an article to make; the next comes when it has answered. */
export type Order = ArticleSource;

/** From a thread. */
export type Report =
  | { readonly type: 'ready' }
  /** How much of the article's text has been said, 0 to 1. */
  | { readonly type: 'progress'; readonly fraction: number }
  | { readonly type: 'made'; readonly made: Made }
  | { readonly type: 'failed'; readonly message: string };
