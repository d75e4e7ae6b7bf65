import type { Segmentation } from '../core/article.js';

/** Words of a script from right to left, and of one from left to right; an address is one word. */
const ARABIC = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+/g;
const LATIN = /\p{sc=Latin}[^\s\u0590-\u08ff]*/gu;

/**
 * What stands from left to right inside a line of Arabic, and would be torn apart by its neighbours
 * (Unicode Annex 9, rules W2 to W7): Latin words with what joins them, telephone numbers, dates with
 * hyphens, numbers grouped by spaces, other numbers. Brackets, quotes and the percent sign stay
 * outside, where the paragraph's direction mirrors and places them; so does the hyphen of `2019-2021`,
 * which an Arabic reader takes from the right.
 */
const ISLAND = new RegExp(
  [
    String.raw`\p{Nd}*\p{sc=Latin}(?:[\p{sc=Latin}\p{M}\p{Nd} !#$%&'*+,./:;=?@_~’–-]*[\p{sc=Latin}\p{M}\p{Nd}/#])?`,
    String.raw`\+\p{Nd}[\p{Nd} \xa0-]*\p{Nd}`,
    String.raw`\p{Nd}+(?:-\p{Nd}+){2,}`,
    String.raw`\p{Sc}?\p{Nd}{1,3}(?:[ \xa0\u202f]\p{Nd}{3})+(?!\p{Nd})(?:[.,٫]\p{Nd}+)?`,
    String.raw`\p{Sc}?\p{Nd}+(?:[.,:/٫٬]\p{Nd}+)*`,
  ].join('|'),
  'gu',
);

/** A line of this many characters went on in the next one when it was typed. */
const WRAPPED = 60;
/** Above this many characters (about 100 words) a paragraph may be a wall of text. */
const LONG = 650;

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

/**
 * Plain text as paragraphs: `<p dir="auto">`, with Latin runs and numbers isolated by `<bdi>` where
 * the paragraph is mostly Arabic. No element is put between two letters of Arabic: WebKit breaks
 * their joining at element boundaries (https://github.com/w3c/alreq/issues/222).
 *
 * Empty lines part paragraphs; without any, every line is one. Inside a paragraph a short line (of a
 * poem, an address) keeps its break, a long one flows into the next.
 *
 * @param text any length
 * @param segmentation finds paragraphs where the text has walls of more than about 100 words
 * @param lang BCP 47 language of the text
 */
export function renderText(
  text: string,
  { paragraphs }: Pick<Segmentation, 'paragraphs'>,
  lang = 'ar',
): DocumentFragment {
  const fragment = document.createDocumentFragment();
  const whole = text.replace(/\r\n?|[\x85\u2028]/g, '\n').replaceAll('\u2029', '\n\n');
  const parts = whole.split(/\n[^\S\n]*\n\s*/.test(whole.trim()) ? /\n[^\S\n]*\n\s*/ : '\n');
  for (const part of parts) {
    const lines = part.trim();
    if (!lines) continue;
    const flowing = lines.replace(/[^\S\n]*\n\s*/g, (_, at: number) =>
      at - lines.lastIndexOf('\n', at - 1) > WRAPPED ? ' ' : '\n',
    );
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
  const isArabic = count(text, ARABIC) >= count(text, LATIN);
  text.split('\n').forEach((line, index) => {
    if (index) element.append(document.createElement('br'));
    let at = 0;
    for (const island of isArabic ? line.matchAll(ISLAND) : []) {
      const isolated = document.createElement('bdi');
      isolated.textContent = island[0];
      element.append(line.slice(at, island.index), isolated);
      at = island.index + island[0].length;
    }
    element.append(line.slice(at));
  });
  return element;
}
