/**
 * Writes the text of an article down while it is met on the page: its blocks, the spaces in them, and
 * which node each stretch stands in. It knows white space as it is rendered, and nothing of which
 * elements are read and why.
 */
import {
  createArticle,
  type Article,
  type BlockInit,
  type BlockKind,
  type Segmentation,
} from '../../core/article.js';
import type { Run } from '../page-text.js';
import type { CloserLook } from './closer-look.js';

/** What holds for the text of a block. */
export interface BlockContext {
  readonly kind: BlockKind;
  readonly level: number | undefined;
  readonly lang: string;
  /** White space is kept as it stands. */
  readonly keepsSpace: boolean;
}

/** A block of more words than 130 is a wall of text: people read about 40 to 120 at one go. */
const WALL = /^(?:[^ ]* ){130}/;

const COLLAPSIBLE = /^[ \t\n\r\f]+|[ \t\n\r\f]{2,}|[ \t\n\r\f]$/g;

/** Something to see: not only spaces, no-break spaces, soft hyphens and invisible marks. */
const VISIBLE = /[^\s\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;

/** Lines with no empty one between them. */
const PARAGRAPH = /\S[^\n]*(?:\n[^\n]+)*/g;

/** @param segmentation cuts walls of text into paragraphs, and these into sentences */
export function createArticleWriter(segmentation: Segmentation) {
  const blocks: BlockInit[] = [];
  const texts: string[] = [];
  const runs: Run[] = [];
  /** Length of the text so far, with the line feed that parts two blocks. */
  let length = 0;

  /** The block that is being written. */
  let block: { text: string; runs: Run[]; context: BlockContext; hasImages: boolean } | null = null;
  /** Collapsed white space, or what parts words, that is written only if something follows in the block. */
  let space: { node: Text | Element; from: number } | null = null;
  /** Line breaks since the last text. */
  let breaks = 0;

  /** Parts what comes before from what follows, by a space that is not on the page. */
  function part(node: Text | Element): void {
    space ??= { node, from: Infinity };
  }

  /** Where the last text of the block stands. */
  const lastNode = (): Text | Element | null => block?.runs.at(-1)?.node ?? null;

  /** Ends the block. */
  function close(): void {
    const it = block;
    block = null;
    space = null;
    breaks = 0;
    if (!it || !VISIBLE.test(it.text)) return;
    const { kind, level, lang } = it.context;
    const text = it.text.includes('\n') ? segmentation.lines(it.text) : it.text;
    const start = length;
    texts.push(text);
    for (const run of it.runs) runs.push(run);
    length += text.length + 1;
    const push = (from: number, to: number) =>
      blocks.push({
        start: start + from,
        end: start + to,
        kind: it.hasImages ? 'image' : kind,
        ...(level && !it.hasImages && { level }),
        lang,
      });
    for (const { 0: piece, index } of text.matchAll(PARAGRAPH)) {
      if (isWall(piece, kind))
        for (const part of segmentation.paragraphs(piece, lang))
          push(index + part.start, index + part.end);
      else push(index, index + piece.length);
    }
  }

  function append(context: BlockContext, node: Text | Element, from: number, text: string) {
    if (breaks > 1) close();
    block ??= { text: '', runs: [], context, hasImages: false };
    if (block.text) {
      if (breaks) block.text += '\n';
      // An icon does not part a word from the comma after it.
      else if (space && (space.from < Infinity || !/^[\p{Po}\p{Pe}]/u.test(text)))
        write(space.node, space.from, ' ');
    }
    breaks = 0;
    space = null;
    write(node, from, text);
  }

  function write(node: Text | Element, from: number, text: string) {
    const start = length + block!.text.length;
    const end = start + text.length;
    const { runs } = block!;
    const last = runs.at(-1);
    block!.text += text;
    if (last?.node === node && last.end === start && last.from + start - last.start === from)
      runs[runs.length - 1] = { ...last, end };
    else runs.push({ node, from, start, end });
  }

  /** A line ends here; two of them end the block. */
  function breakLine(): void {
    breaks++;
  }

  function addText(node: Text, context: BlockContext): void {
    const { data } = node;
    if (context.keepsSpace) return append(context, node, 0, data);
    let from = 0;
    const piece = (to: number) => {
      if (to > from) append(context, node, from, data.slice(from, to).replace(/[\t\n\r\f]/g, ' '));
    };
    for (const gap of data.matchAll(COLLAPSIBLE)) {
      piece(gap.index);
      space ??= { node, from: gap.index };
      from = gap.index + gap[0].length;
    }
    piece(data.length);
  }

  /** @param isAlone it is laid out as a block */
  function addImage(image: Element, alt: string, context: BlockContext, isAlone: boolean): void {
    if (isAlone || !block || breaks > 1) close();
    const isBlock = !block;
    // In a line of text it is a word of its own, whatever it touches.
    if (!isBlock) part(image);
    append(context, image, 0, alt.trim().replace(/\s+/g, ' '));
    if (isBlock) {
      block!.hasImages = true;
      close();
    } else part(image);
  }

  /**
   * What was written, once its last block is closed.
   *
   * @param lang for an article of no language
   * @param settle looks at the blocks once more
   */
  function article(lang: string, settle?: CloserLook['settle']): Article {
    const text = texts.join('\n');
    const settled = settle?.(text, blocks) ?? blocks;
    return createArticle(
      { text, lang: mainLanguage(settled) ?? lang, blocks: settled },
      segmentation,
    );
  }

  return { runs, article, lastNode, part, breakLine, close, addText, addImage };
}

const isWall = (text: string, kind: BlockKind): boolean =>
  kind !== 'heading' && kind !== 'preformatted' && WALL.test(text);

/** The language of most of the text. */
function mainLanguage(blocks: readonly BlockInit[]): string | undefined {
  const lengths = new Map<string, number>();
  for (const { lang, start, end } of blocks) {
    lengths.set(lang, (lengths.get(lang) ?? 0) + end - start);
  }
  return [...lengths].sort(([, a], [, b]) => b - a)[0]?.[0];
}
