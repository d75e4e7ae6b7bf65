/**
 * Directions of text, and what keeps its own inside a line of the other. Knows nothing of articles.
 */

/** Words of a script from right to left, and of one from left to right; an address is one word. */
const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+/g;
const LATIN = /\p{sc=Latin}[^\s\u0590-\u08ff]*/gu;

/**
 * What stands from left to right inside a line of Arabic, and would be torn apart by its neighbours
 * (Unicode Annex 9, rules W2 to W7): Latin words with what joins them, telephone numbers, dates with
 * hyphens, numbers grouped by spaces, other numbers. Brackets, quotes and the percent sign stay
 * outside, where the paragraph's direction mirrors and places them; so does the hyphen of `2019-2021`,
 * which an Arabic reader takes from the right.
 */
const ISOLATE = new RegExp(
  [
    String.raw`\p{Nd}*\p{sc=Latin}(?:[\p{sc=Latin}\p{M}\p{Nd} !#$%&'*+,./:;=?@_~’–-]*[\p{sc=Latin}\p{M}\p{Nd}/#])?`,
    String.raw`\+\p{Nd}[\p{Nd} \xa0-]*\p{Nd}`,
    String.raw`\p{Nd}+(?:-\p{Nd}+){2,}`,
    String.raw`\p{Sc}?\p{Nd}{1,3}(?:[ \xa0\u202f]\p{Nd}{3})+(?!\p{Nd})(?:[.,٫]\p{Nd}+)?`,
    String.raw`\p{Sc}?\p{Nd}+(?:[.,:/٫٬]\p{Nd}+)*`,
  ].join('|'),
  'gu',
);

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

/** Whether a text is to be set from right to left: by most of its words. */
export const isMostlyRtl = (text: string): boolean => count(text, RTL) >= count(text, LATIN);

/** Whether a text has words of both directions; of one, it tells which. */
export function directionOf(text: string): 'rtl' | 'ltr' | 'both' {
  const hasRtl = text.search(RTL) >= 0;
  const hasLatin = text.search(LATIN) >= 0;
  if (hasRtl === hasLatin) return 'both';
  return hasRtl ? 'rtl' : 'ltr';
}

/**
 * A line of Arabic in pieces: text, and `<bdi>` round each isolate in it. No element is put between
 * two letters of Arabic: WebKit breaks their joining at element boundaries
 * (https://github.com/w3c/alreq/issues/222).
 */
export function isolated(line: string): (string | HTMLElement)[] {
  const pieces: (string | HTMLElement)[] = [];
  let at = 0;
  for (const { 0: isolate, index } of line.matchAll(ISOLATE)) {
    if (index > at) pieces.push(line.slice(at, index));
    const element = document.createElement('bdi');
    element.textContent = isolate;
    pieces.push(element);
    at = index + isolate.length;
  }
  if (at < line.length) pieces.push(line.slice(at));
  return pieces;
}
