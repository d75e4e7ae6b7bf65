/** The articles at an address: itself, or those that a sitemap or a feed there lists. */
import { gunzipSync } from 'node:zlib';
import { parseFeed } from 'feedsmith';
import { JSDOM, VirtualConsole } from 'jsdom';
import { decode } from '../../../src/page/render/decode.js';
import { LARGEST, SourceError, type ArticleSource, type Found } from './source.js';
import type { Web, WebPage } from './web.js';

/** Sitemaps list sitemaps, which list pages. */
const DEEPEST = 2;

export const isAddress = (path: string): boolean => /^https?:\/\//i.test(path);

/** A list of addresses, and whether they are of further lists. */
interface Listed {
  readonly urls: readonly string[];
  readonly areLists: boolean;
}

/** @throws SourceError if it is broken; null if it is no list */
function listIn({ type, bytes, text: plain, url }: WebPage): Listed | null {
  let text = plain;
  if (bytes[0] === 0x1f && bytes[1] === 0x8b)
    try {
      text = decode(gunzipSync(bytes, { maxOutputLength: LARGEST }), undefined, false);
    } catch (cause) {
      throw new SourceError('is no archive that can be opened', { cause });
    }
  const begins = (...names: string[]) =>
    new RegExp(`^[^]{0,2000}?<(?:\\w+:)?(?:${names.join('|')})[\\s>]`, 'i').test(text);
  if (/html/.test(type)) return null;
  if (begins('rss', 'feed', 'rdf')) return { urls: linksOf(text, url), areLists: false };
  if (!begins('urlset', 'sitemapindex')) return null;
  let document: Document;
  try {
    ({ document } = new JSDOM(text, {
      contentType: 'application/xml',
      virtualConsole: new VirtualConsole(),
    }).window);
  } catch (cause) {
    throw new SourceError('is no XML', { cause });
  }
  const areLists = document.documentElement.localName === 'sitemapindex';
  const locs = document.querySelectorAll('sitemapindex > sitemap > loc, urlset > url > loc');
  return { urls: [...locs].map((it) => it.textContent.trim()), areLists };
}

function linksOf(text: string, base: string): string[] {
  let parsed;
  try {
    parsed = parseFeed(text);
  } catch (cause) {
    throw new SourceError('is no feed', { cause });
  }
  const links =
    parsed.format === 'atom'
      ? (parsed.feed.entries ?? []).map(
          ({ links = [] }) => links.find(({ rel = 'alternate' }) => rel === 'alternate')?.href,
        )
      : parsed.format === 'json'
        ? (parsed.feed.items ?? []).map(({ url }) => url)
        : (parsed.feed.items ?? []).map(({ link }) => link);
  return links.flatMap((link) =>
    link && URL.canParse(link, base) ? [new URL(link, base).href] : [],
  );
}

const sourceOf = (id: string, { url, type, text }: WebPage): ArticleSource => {
  if (type && !/^(?:text\/(?:html|plain)|application\/xhtml\+xml)$/.test(type))
    throw new SourceError(`is no page: ${type}`);
  return { id, url, content: text, kind: type === 'text/plain' ? 'text' : 'html' };
};

/**
 * @param seen what was found before: lists repeat themselves, and may lead round in a circle
 * @param depth how many lists may lead to a page from here
 */
export async function* atAddress(
  address: string,
  web: Web,
  seen: Set<string> = new Set(),
  depth = DEEPEST,
): AsyncGenerator<Found> {
  const key = address.replace(/#.*$/, '');
  if (seen.has(key)) return;
  seen.add(key);
  let listed: Listed | null;
  try {
    if (!URL.canParse(address)) throw new SourceError('is no address');
    const page = await web.page(address);
    listed = depth > 0 ? listIn(page) : null;
    if (!listed) {
      yield sourceOf(address, page);
      return;
    }
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    yield { id: address, error };
    return;
  }
  for (const url of listed.urls) yield* atAddress(url, web, seen, listed.areLists ? depth - 1 : 0);
}
