/** What the program and its threads say to each other. */
import type { ArticleSource } from '../input/source.js';
import type { Made, MakeOptions } from '../make-article.js';

/** What a thread is started with. */
export interface ThreadOptions {
  readonly folder: string;
  readonly voice: string;
  readonly make: MakeOptions;
  /** Others may make the same: it asks before it makes a name. */
  readonly claims?: boolean;
}

/** To a thread that asked for a name: whether it is its to make. */
export interface ClaimAnswer {
  readonly isOurs: boolean;
}

/** To a thread: an article to make; the next comes when it has answered. */
export type Order = ArticleSource;

/** From a thread. */
export type Report =
  | { readonly type: 'ready' }
  /** How much of the article's text has been said, 0 to 1. */
  | { readonly type: 'progress'; readonly fraction: number }
  | { readonly type: 'claim'; readonly name: string }
  | { readonly type: 'made'; readonly made: Made }
  /** With the error's name and message. */
  | { readonly type: 'failed'; readonly name: string; readonly message: string };
