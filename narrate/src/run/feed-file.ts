/** `feed.xml`: the newest of the narrations in a folder as a podcast. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { GuidedDocument } from '../output/guided-navigation.js';
import { podcast, type Episode } from '../output/podcast.js';
import type { Store } from '../output/store.js';
import { readIndex, type IndexEntry } from './index-file.js';

/** Players ask for all of a feed again and again: no archive stands in one. */
const MOST = 300;

const FILE = 'feed.xml';

export interface FeedOptions {
  /** Where the folder is published. */
  readonly base: string;
  /** By default the host of {@link base}. */
  readonly title?: string;
}

async function episodeOf(store: Store, { narration, ...entry }: IndexEntry): Promise<Episode> {
  const text = new TextDecoder().decode(await store.read(narration));
  const { links } = JSON.parse(text) as GuidedDocument;
  const [{ href: audio, type, duration = 0 }] = links as [GuidedDocument['links'][number]];
  const page = links.find(({ rel }) => rel === 'canonical')?.href;
  const { size, mtime: date } = await stat(join(store.folder, audio));
  const id = narration.replace('.json', '');
  return {
    ...{ id, ...entry, audio, type, size, duration, date, transcript: `${id}.vtt` },
    ...(page && { page }),
  };
}

/** @param options `base` ends with a slash */
export async function writeFeed(store: Store, { base, title }: FeedOptions): Promise<void> {
  const entries = [...(await readIndex(store)).values()];
  const dated: { entry: IndexEntry; time: number }[] = [];
  for (const entry of entries) {
    const it = await stat(join(store.folder, entry.narration)).catch(() => null);
    // What somebody took away is in no feed.
    if (it) dated.push({ entry, time: it.mtimeMs });
  }
  dated.sort((a, b) => b.time - a.time);
  const episodes: Episode[] = [];
  for (const { entry } of dated.slice(0, MOST)) episodes.push(await episodeOf(store, entry));
  const url = new URL(FILE, base).href;
  await store.write(FILE, podcast(episodes, { url, title: title ?? new URL(base).host }));
}
