/**
 * What a device shows of a reading beside its controls, on a lock screen or a watch: taken from the article
 * and from what the page says of itself. Knows nothing of controls.
 */
import { indexAt } from '../../core/article.js';
import { progressAt } from '../../core/progress.js';
import type { ReaderState } from '../reader-state.js';

/** The least side of a picture that is more than an ornament, in CSS pixels. */
const LARGE = 200;

const SECONDS_A_MINUTE = 60;

/** What the page says of itself by one of these names; empty if it says nothing. */
function said(document: Document, ...names: readonly string[]): string {
  for (const name of names) {
    // In a long page it is dear to look where it is not.
    const meta = document.head?.querySelector<HTMLMetaElement>(
      `meta[property="${name}"],meta[name="${name}"]`,
    );
    const content = meta?.content.trim();
    if (content) return content;
  }
  return '';
}

/** Its address in full; empty for one that a device cannot load. */
function addressOf(url: string, document: Document): string {
  try {
    const { href, protocol } = new URL(url, document.baseURI);
    return /^(https?|data|blob):/.test(protocol) ? href : '';
  } catch {
    return '';
  }
}

/** The picture that stands for the article: the page's own choice, else the first large one in it. */
function pictureOf(reader: ReaderState, document: Document): string {
  const chosen = said(document, 'og:image:secure_url', 'og:image', 'twitter:image');
  if (chosen) return addressOf(chosen, document);
  const page = reader.surface?.page;
  const large = page
    ? page.roots
        .flatMap((root) => (root instanceof Element ? [...root.querySelectorAll('img')] : []))
        .find(({ naturalWidth, naturalHeight }) => Math.min(naturalWidth, naturalHeight) >= LARGE)
    : undefined;
  return large ? addressOf(large.currentSrc || large.src, document) : '';
}

/** The article's title, its part that is read, the site's name, and the article's picture. */
export function mediaDescription(reader: ReaderState): Required<MediaMetadataInit> {
  const { blocks, text } = reader.article;
  const { document } = globalThis;
  const textOf = (block: (typeof blocks)[number] | undefined) =>
    block?.kind === 'heading' ? text.slice(block.start, block.end) : '';
  let at = indexAt(blocks, reader.position.sentence?.start ?? 0);
  while (at > 0 && blocks[at]!.kind !== 'heading') at--;
  const part = textOf(blocks[at]);
  const title =
    textOf(blocks.find(({ kind }) => kind === 'heading')) ||
    said(document, 'og:title') ||
    document.title;
  const picture = pictureOf(reader, document);
  return {
    title,
    artist: said(document, 'og:site_name', 'application-name') || location.hostname,
    album: part === title ? '' : part,
    artwork: picture ? [{ src: picture }] : [],
  };
}

/** How long the article is at rate 1, and how far into it the reading is, in seconds: as estimated, but of a recording. */
export function mediaPosition(reader: ReaderState): Required<MediaPositionState> {
  const { article, position, recording, settings } = reader;
  const { rate: playbackRate } = settings;
  if (recording?.reads) {
    const { duration, elapsed } = recording;
    return { duration, position: Math.min(duration, elapsed), playbackRate };
  }
  const at = (position.word ?? position.sentence)?.start ?? 0;
  const seconds = (offset: number) => progressAt(article, offset, 1).minutesLeft * SECONDS_A_MINUTE;
  const duration = seconds(0);
  return {
    duration,
    position: Math.min(duration, Math.max(0, duration - seconds(at))),
    playbackRate,
  };
}
