/** A passage as it is handed on: with where it is from, and as an address. */
import type { AnnotatedPage } from '../../core/annotation-export.js';
import type { Span } from '../../core/article.js';
import { textFragment } from '../../core/text-fragment.js';
import type { Reader } from '../../reader/reader.js';

/** What the page that the article stands on is called, and where it is: as it says itself, else as it is. */
export function pageOf({ article }: Reader): AnnotatedPage {
  const { text, blocks, lang } = article;
  const heading = blocks.find(({ kind }) => kind === 'heading');
  const canonical = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href;
  const title = heading ? text.slice(heading.start, heading.end).replace(/\s+/g, ' ') : '';
  return {
    title: title.trim() || document.title,
    url: (canonical || document.URL).split('#')[0]!,
    lang,
  };
}

/** The passage between quotation marks, what it is from, and the address of that, a line each. */
export function quotationOf(reader: Reader, span: Span): string {
  const { title, url } = pageOf(reader);
  const passage = reader.article.text.slice(span.start, span.end).trim();
  return [`«${passage}»`, title, url].filter(Boolean).join('\n');
}

/** The address of the passage itself: browsers scroll there and mark it. */
export const linkTo = (reader: Reader, span: Span): string =>
  `${pageOf(reader).url}#${textFragment(reader.article, span)}`;

/**
 * The address that a template makes of a word; `{word}` in it is the word, `{lang}` its language.
 *
 * @returns null where it is none of the web: a page's own script is not run so
 */
export function lookUpAddress(template: string, word: string, lang: string): string | null {
  const filled = template
    .replaceAll('{word}', encodeURIComponent(word))
    .replaceAll('{lang}', encodeURIComponent(lang));
  try {
    const { href, protocol } = new URL(filled, document.baseURI);
    return /^https?:$/.test(protocol) ? href : null;
  } catch {
    return null;
  }
}
