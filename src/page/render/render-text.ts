/** Plain text as paragraphs. Knows nothing of where it comes from and of who reads it. */
import type { Segmentation } from '../../core/article.js';
import { isMostlyRtl, isolated } from './bidi-isolates.js';

/** Above this many characters (about 100 words) a paragraph may be a wall of text. */
const LONG = 650;

/**
 * Plain text as paragraphs: `<p dir="auto">`, with Latin runs and numbers isolated by `<bdi>` where
 * the paragraph is mostly Arabic.
 *
 * Empty lines part paragraphs; without any, every line is one that does not go on in the next. Inside
 * a paragraph lines keep their breaks (of a poem, an address), but for those that were full.
 *
 * @param text any length
 * @param segmentation finds paragraphs where the text has walls of more than about 100 words
 * @param lang BCP 47 language of the text
 */
export function renderText(
  text: string,
  { paragraphs, lines }: Pick<Segmentation, 'paragraphs' | 'lines'>,
  lang = 'ar',
): DocumentFragment {
  const fragment = document.createDocumentFragment();
  const whole = text.replace(/\r\n?|[\x85\u2028]/g, '\n').replaceAll('\u2029', '\n\n');
  const joined = lines(whole);
  const gap = /\n[^\S\n]*\n\s*/;
  for (const part of joined.split(gap.test(joined.trim()) ? gap : '\n')) {
    const flowing = part.trim().replace(/[^\S\n]*\n\s*/g, '\n');
    if (!flowing) continue;
    const spans =
      flowing.length > LONG ? paragraphs(flowing, lang) : [{ start: 0, end: flowing.length }];
    for (const { start, end } of spans)
      fragment.append(paragraph(flowing.slice(start, end).trim()));
  }
  return fragment;
}

function paragraph(text: string): HTMLParagraphElement {
  const element = document.createElement('p');
  element.dir = 'auto';
  const isRtl = isMostlyRtl(text);
  text.split('\n').forEach((line, index) => {
    if (index) element.append(document.createElement('br'));
    element.append(...(isRtl ? isolated(line) : [line]));
  });
  return element;
}
