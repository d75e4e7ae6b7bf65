/**
 * `index.json`: which narration is which article's. It is written anew by each run, with what earlier ones
 * found; who has lost it runs again, and nothing is made twice.
 */
import type { Made } from '../make-article.js';
import type { Storage } from '../output/storage.js';

export interface IndexEntry {
  readonly title: string;
  readonly lang: string;
  /** The Guided Navigation document, relative to the index. */
  readonly narration: string;
}

const FILE = 'index.json';

/** @throws Error (rejects) where it is there and cannot be read: it must not be written over */
export async function readIndex(store: Storage): Promise<Map<string, IndexEntry>> {
  if (!(await store.has(FILE))) return new Map();
  const text = new TextDecoder().decode(await store.read(FILE));
  try {
    const { articles } = JSON.parse(text) as {
      articles: Record<string, IndexEntry>;
    };
    return new Map(Object.entries(articles));
  } catch {
    // None of ours.
    return new Map();
  }
}

export function writeIndex(
  store: Storage,
  before: ReadonlyMap<string, IndexEntry>,
  made: readonly Made[],
): Promise<void> {
  const articles = new Map(before);
  for (const { id, title, lang, narration } of made) articles.set(id, { title, lang, narration });
  const sorted = [...articles].sort(([a], [b]) => (a < b ? -1 : 1));
  return store.write(FILE, JSON.stringify({ articles: Object.fromEntries(sorted) }, null, 1));
}
