/**
 * The contents of an article, by its headings or first words. Knows nothing of how they are listed.
 */
import { indexAt, type Article, type Block } from './article.js';
import { wordsOf } from './words.js';

/** A line of the contents: a heading and what stands under it, or a paragraph. */
export interface ContentsEntry {
  /** The block of the article; `start` is where the entry leads. */
  readonly block: Block;
  /** The heading, or the paragraph's first words with an ellipsis. */
  readonly label: string;
  readonly entries: readonly ContentsEntry[];
}

/** How much of a paragraph stands for it, in characters. */
const OPENING = 60;

/** Below every heading. */
const PARAGRAPH_LEVEL = 7;

/** What is no paragraph of its own: it belongs to a figure or a table. */
const PARTS = new Set(['caption', 'cell', 'image']);

/**
 * The first words of a stretch of text, whole, on one line.
 *
 * @param text only so much of it is looked at as is needed
 * @returns with an ellipsis unless that is all.
 */
export function openingOf(text: string, start = 0, end = text.length): string {
  const line = (upTo: number) => text.slice(start, upTo).replace(/\s+/g, ' ').trim();
  if (end - start <= OPENING) return line(end);
  // Enough for the word at the limit; a single word longer than that is cut.
  const words = wordsOf(text, { start, end: Math.min(end, start + 2 * OPENING) });
  const last = words.filter((word) => word.end <= start + OPENING).pop();
  return `${line(last?.end ?? start + OPENING)}…`;
}

/**
 * The contents of an article: its headings as nested lists. Levels may be skipped: what comes after
 * a heading and is of a lower level stands under it. An article of paragraphs only, or with no
 * heading but its title, gives its paragraphs by their first words.
 */
export function contentsOf({ text, blocks }: Article): readonly ContentsEntry[] {
  const headings = blocks.filter(({ kind }) => kind === 'heading');
  const among = headings.length > 1 ? headings : blocks.filter(({ kind }) => !PARTS.has(kind));
  const top: ContentsEntry[] = [];
  /** The entries that the next one may stand under, the outermost first. */
  const open: { level: number; entries: ContentsEntry[] }[] = [{ level: 0, entries: top }];
  for (const block of among) {
    const isHeading = block.kind === 'heading';
    const level = isHeading ? (block.level ?? 1) : PARAGRAPH_LEVEL;
    while (open.at(-1)!.level >= level) open.pop();
    const entries: ContentsEntry[] = [];
    let label: string | undefined;
    open.at(-1)!.entries.push({
      block,
      entries,
      // Of a long article few are seen.
      get label() {
        return (label ??= isHeading
          ? text.slice(block.start, block.end).replace(/\s+/g, ' ').trim()
          : openingOf(text, block.start, block.end));
      },
    });
    open.push({ level, entries });
  }
  return top;
}

/** All entries, in the order of the article. */
export const listed = (contents: readonly ContentsEntry[]): readonly ContentsEntry[] =>
  contents.flatMap((entry) => [entry, ...listed(entry.entries)]);

/** The entry under which an offset lies: the last one that begins at or before it; null before the first. */
export function entryAt(contents: readonly ContentsEntry[], offset: number): ContentsEntry | null {
  const index = indexAt(
    // Each ends where the next begins.
    contents.map(({ block }, i) => ({
      start: block.start,
      end: contents[i + 1]?.block.start ?? Infinity,
    })),
    offset,
  );
  const entry = contents[index];
  if (!entry || entry.block.start > offset) return null;
  return entryAt(entry.entries, offset) ?? entry;
}
