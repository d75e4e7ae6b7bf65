/**
 * The one data model: an article is one string, and everything else is a pair of offsets into it.
 * It knows nothing of pages, voices and settings.
 */
import { firstIndex } from './search.js';

/** A half-open range `[start, end)` of UTF-16 offsets in {@link Article.text}. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A sentence as it is highlighted and spoken; never empty, without the white space around it. */
export type Sentence = Span;

export type BlockKind =
  'heading' | 'paragraph' | 'list-item' | 'quote' | 'caption' | 'cell' | 'image' | 'preformatted';

/** A piece of the article that a reader sees as one: a paragraph, a heading, a list item, a cell. */
export interface Block extends Span {
  readonly kind: BlockKind;
  /** Heading level 1 to 6; only for `kind: 'heading'`. */
  readonly level?: number;
  /** BCP 47 language of the block's text. */
  readonly lang: string;
  /** The block's sentences in order; found when first asked for, then kept. */
  readonly sentences: readonly Sentence[];
}

/** Frozen, plain, and complete: nothing in it points at a page. */
export interface Article {
  readonly text: string;
  /** BCP 47 language of the article as a whole. */
  readonly lang: string;
  readonly blocks: readonly Block[];
}

/** A block before its sentences are known. */
export type BlockInit = Omit<Block, 'sentences'>;

/**
 * How a language cuts text into sentences and walls of text into paragraphs.
 * Offsets are relative to the `text` given.
 */
export interface Segmentation {
  sentences(text: string, lang: string): readonly Span[];
  paragraphs(text: string, lang: string): readonly Span[];
  /**
   * A text with line feeds, of the same length: a space for those that are only there because a line
   * was full, and nothing but line feeds where an empty line parts paragraphs.
   */
  lines(text: string): string;
}

/** The article of a page with nothing to read. */
export const EMPTY_ARTICLE: Article = Object.freeze({
  text: '',
  lang: 'ar',
  blocks: Object.freeze([]),
});

/**
 * Builds a frozen article.
 *
 * @param init `text`, its language, and its blocks in order, not overlapping.
 * @param segmentation finds each block's sentences the first time they are asked for: a page of
 *   100,000 words pays for the sentences of the paragraphs that are read, not for all of them.
 */
export function createArticle(
  init: { text: string; lang: string; blocks: readonly BlockInit[] },
  segmentation: Omit<Segmentation, 'lines'>,
): Article {
  const { text, lang } = init;
  const blocks = init.blocks.map((block) => {
    let sentences: readonly Sentence[] | undefined;
    return Object.freeze({
      ...block,
      get sentences() {
        return (sentences ??= Object.freeze(
          segmentation
            .sentences(text.slice(block.start, block.end), block.lang)
            .map(({ start, end }) =>
              Object.freeze({ start: start + block.start, end: end + block.start }),
            ),
        ));
      },
    });
  });
  return Object.freeze({ text, lang, blocks: Object.freeze(blocks) });
}

/**
 * Index of the span that holds `offset`, else of the next one after it, else the last;
 * -1 only for an empty list. Spans must be in order.
 */
export function indexAt(spans: readonly Span[], offset: number): number {
  const index = firstIndex(spans.length, (i) => spans[i]!.end > offset);
  return Math.min(index, spans.length - 1);
}
