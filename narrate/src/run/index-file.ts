/**
 * `index.json`: which narration is which article's. It is written anew by each run, with what earlier ones
 * found; who has lost it runs again, and nothing is made twice.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Made } from '../make-article.js';
import type { Store } from '../output/store.js';

export interface IndexEntry {
  readonly title: string;
  readonly lang: string;
  /** The Guided Navigation document, relative to the index. */
  readonly narration: string;
}

const FILE = 'index.json';

export async function readIndex(folder: string): Promise<Map<string, IndexEntry>> {
  try {
    const { articles } = JSON.parse(await readFile(join(folder, FILE), 'utf8')) as {
      articles: Record<string, IndexEntry>;
    };
    return new Map(Object.entries(articles));
  } catch {
    // None yet, or none of ours.
    return new Map();
  }
}

export function writeIndex(
  store: Store,
  before: ReadonlyMap<string, IndexEntry>,
  made: readonly Made[],
): Promise<void> {
  const articles = new Map(before);
  for (const { id, title, lang, narration } of made) articles.set(id, { title, lang, narration });
  const sorted = [...articles].sort(([a], [b]) => (a < b ? -1 : 1));
  return store.write(FILE, JSON.stringify({ articles: Object.fromEntries(sorted) }, null, 1));
}
