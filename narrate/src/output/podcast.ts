/**
 * Narrations as a podcast: RSS 2.0, with the transcripts of the podcast namespace.
 *
 * @see https://www.rssboard.org/rss-specification
 * @see https://podcasting2.org/docs/podcast-namespace/tags/transcript
 */
import { generateRssFeed } from 'feedsmith';
import { xmlText } from './xml-text.js';

export interface Episode {
  /** Tells it from every other, for ever. */
  readonly id: string;
  readonly title: string;
  /** BCP 47. */
  readonly lang: string;
  /** The article's address. */
  readonly page?: string;
  /** The sound, relative to the feed, its media type and size in bytes. */
  readonly audio: string;
  readonly type: string;
  readonly size: number;
  /** Seconds. */
  readonly duration: number;
  /** The subtitles, relative to the feed. */
  readonly transcript: string;
  readonly date: Date;
}

export interface PodcastOptions {
  /** Of the feed itself. */
  readonly url: string;
  readonly title: string;
}

/** @param episodes the newest first */
export function podcast(episodes: readonly Episode[], { url, title }: PodcastOptions): string {
  const at = (file: string) => new URL(file, url).href;
  const site = new URL('.', url).href;
  const [newest] = episodes;
  const lang = newest?.lang ?? 'ar';
  return generateRssFeed({
    title,
    link: newest?.page ? new URL('/', newest.page).href : site,
    description: title,
    language: lang,
    ...(newest && { lastBuildDate: newest.date }),
    itunes: { explicit: false },
    atom: { links: [{ href: url, rel: 'self', type: 'application/rss+xml' }] },
    items: episodes.map((it) => ({
      title: xmlText(it.title).trim() || it.id,
      ...(it.page && { link: it.page }),
      guid: { value: it.id, isPermaLink: false },
      pubDate: it.date,
      enclosures: [{ url: at(it.audio), length: it.size, type: it.type }],
      itunes: { duration: Math.round(it.duration) },
      podcast: {
        transcripts: [{ url: at(it.transcript), type: 'text/vtt', language: it.lang }],
      },
    })),
  });
}
