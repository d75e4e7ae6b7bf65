/**
 * The numbers of ordered lists, which the browser writes and no text holds. Loaded with the first
 * listening; knows nothing of how they are said.
 */
import type { Block } from '../../core/article.js';
import type { ListMarker } from '../../core/inline.js';
import { elementOf } from '../dom-tree.js';
import type { PageText } from '../page-text.js';

/** The list that an item is of, also where a box is between them. */
const listOf = (item: Element) => item.parentElement?.closest('ol,ul,menu');

/** The number of each item of a list that is rendered: by `start`, `reversed` and `value`. */
function numbersOf(list: Element): Map<Element, number> {
  const items = [...list.querySelectorAll('li')].filter(
    (item) => listOf(item) === list && getComputedStyle(item).display !== 'none',
  );
  const step = list.hasAttribute('reversed') ? -1 : 1;
  const start = parseInt(list.getAttribute('start') ?? '', 10);
  let next = isNaN(start) ? (step < 0 ? items.length : 1) : start;
  return new Map(
    items.map((item) => {
      const value = parseInt(item.getAttribute('value') ?? '', 10);
      const number = isNaN(value) ? next : value;
      next = number + step;
      return [item, number];
    }),
  );
}

/** By list, while the page stays as it was read. */
const known = new WeakMap<PageText, Map<Element, Map<Element, number>>>();

/** 1 is a, 27 is aa. */
const letters = (number: number, first: number): string =>
  number < 1
    ? String(number)
    : (number > 26 ? letters(Math.floor((number - 1) / 26), first) : '') +
      String.fromCharCode(first + ((number - 1) % 26));

/** What is seen before an item; null for nothing, or a dot. */
function markerOf(item: Element, number: number): ListMarker | null {
  const { display, listStyleType: type } = getComputedStyle(item);
  if (
    !display.includes('list-item') ||
    /^(none|disc|circle|square|disclosure.*|["'].*)$/.test(type)
  ) {
    // Many write the numbers by a counter of their own; which one it has come to is not told.
    const isCounted = ['::before', '::marker'].some((part) =>
      /counters?\(/.test(getComputedStyle(item, part).content),
    );
    return isCounted ? { number } : null;
  }
  const alphabet = /^(lower|upper)-(alpha|latin)$/.exec(type);
  return alphabet
    ? { number, letter: letters(number, alphabet[1] === 'lower' ? 97 : 65) }
    : { number };
}

/** The markers of the items of ordered lists that begin where a block begins, the outer before the inner. */
export function listMarkersOf(shown: PageText, { start, end }: Block): readonly ListMarker[] {
  const page = shown.source ?? shown;
  const lists = known.get(page) ?? new Map<Element, Map<Element, number>>();
  known.set(page, lists);
  const markers: ListMarker[] = [];
  let item = elementOf(page.toRange({ start, end: start }).startContainer)?.closest('li');
  for (; item && page.toOffset(item, 0) === start; item = item.parentElement!.closest('li')) {
    const list = listOf(item);
    if (list?.localName !== 'ol') continue;
    const numbers = lists.get(list) ?? numbersOf(list);
    lists.set(list, numbers);
    const number = numbers.get(item);
    const marker = number === undefined ? null : markerOf(item, number);
    if (marker) markers.unshift(marker);
  }
  // Who has written the number as well has it said once.
  const written = /^[\s([]*(\p{Nd}+)/u.exec(
    page.article.text.slice(start, Math.min(end, start + 9)),
  );
  const value = written && +written[1]!.replace(/[^0-9]/g, (it) => String(it.charCodeAt(0) & 15));
  return markers.filter(({ number }) => number !== value);
}
