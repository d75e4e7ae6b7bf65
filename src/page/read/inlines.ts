/**
 * What each part of a block's text is: a link, a note, deleted, a formula, in another language, a
 * text beside another text. Loaded with the first listening to a page that has more than plain
 * paragraphs; knows nothing of how these are said.
 */
import { indexAt, type Block, type Span } from '../../core/article.js';
import type { Inline, InlineKind } from '../../core/inline.js';
import { elementOf } from '../dom-tree.js';
import { canonicalLanguage } from '../language.js';
import type { PageText } from '../page-text.js';
import { spanIn } from './composed-text.js';
import { addressesIn } from './addresses.js';
import { formulaText } from './formula-text.js';
import { levelled, raisedAs, SUPERSCRIPT } from './raised.js';
import { writtenLanguage } from './written-language.js';

/** The mark of a footnote by its text alone: `[1]`, `(12)`, `[أ]`, `*`. */
const NOTE = /^\s*(?:[[(]\s*(?:\p{N}{1,3}|\p{L})\s*[\])]|[*†‡↩]+)\s*$/u;
const FORMULA = 'math,[role=math],.katex,mjx-container';
const DELETED = 'del,s,strike,[role=deletion]';

/** What is moved up by less, in ems, is on the line: a label that is set straight. */
const LEAST_RISE = 0.2;

const CENTS = /^\p{Nd}{2}$/u;
const MONEY_BEFORE = /[$€£¥]\s?\p{Nd}+$/u;
const MONEY_AFTER = /^\s?(?:[$€£¥]|[رد]\.|ج\.م|ريال|درهم|دينار|جنيه|دولار|يورو)/u;

/** `[1]` on the line after what it is a note to, unless the sentence speaks of it: "انظر [1]". */
const ON_THE_LINE =
  /(?<=[^\s\p{sc=Latin}][ \xa0]?)(?<!(?:^|\s)(?:[وفكبل]?(?:في|من|عن|إلى|على)|انظر|راجع|المرجع|المصدر|رقم)[ \xa0])\[\p{Nd}{1,3}(?:\s?[،,\-–]\s?\p{Nd}{1,3})*\](?!\()/gu;
/** The number of a verse: in its sign, or in its brackets, whichever way round these were typed. */
const VERSE = /\u06dd\p{Nd}*|[\ufd3e\ufd3f]\s?\p{Nd}{1,3}\s?[\ufd3e\ufd3f]/gu;

/** What something else may be in, and is then said with it or in its language. */
const OUTER = /note|raised|formula|language/;

/** Longer than this nothing else waits while they are looked for ahead of time; ms. */
const SLICE_MS = 8;

/** Looked for, as far as it has come. */
interface Search {
  readonly steps: Iterator<void, readonly Inline[]>;
  found?: readonly Inline[];
}

/** By page, which is read anew when it changes. */
const searches = new WeakMap<PageText, Map<Block, Search>>();

function searchIn(shown: PageText, block: Block): Search {
  // The reading view leaves out what is no structure; the page has it all.
  const page = shown.source ?? shown;
  const blocks = searches.get(page) ?? new Map<Block, Search>();
  searches.set(page, blocks);
  const search = blocks.get(block) ?? { steps: inlinesIn(page, block) };
  blocks.set(block, search);
  return search;
}

/** Goes on with a search for so many ms; what was found, if that was enough. */
function goOn(search: Search, ms: number): readonly Inline[] | undefined {
  for (const end = performance.now() + ms; !search.found && performance.now() < end;) {
    const { done, value } = search.steps.next();
    if (done) search.found = value;
  }
  return search.found;
}

/**
 * What is to be listened to in another way in a block, the outer before the inner. Looked for when
 * the block is listened to: a page that is only read pays nothing.
 */
export const inlinesOf = (shown: PageText, block: Block): readonly Inline[] =>
  goOn(searchIn(shown, block), Infinity)!;

/**
 * Looks for them ahead of time, a slice at a time: a paragraph of thousands of elements takes a third of
 * a second.
 *
 * @returns undefined if they were there, or found at once
 */
export function findInlines(shown: PageText, block: Block): Promise<void> | undefined {
  const search = searchIn(shown, block);
  return goOn(search, SLICE_MS) ? undefined : findRest(search);
}

async function findRest(search: Search): Promise<void> {
  do await new Promise((resolve) => setTimeout(resolve));
  while (!goOn(search, SLICE_MS));
}

const isDeleted = (element: Element, style: CSSStyleDeclaration) =>
  element.matches(DELETED) || style.textDecorationLine.includes('line-through');

/** Above the line: by its meaning, by alignment, by a length, or moved there from where it stands. */
function isRaised({ localName }: Element, style: CSSStyleDeclaration): boolean {
  const { verticalAlign, position, fontSize } = style;
  const rise = position === 'relative' ? -parseFloat(style.top) : parseFloat(verticalAlign);
  return (
    localName === 'sup' ||
    /super|text-top/.test(verticalAlign) ||
    rise > parseFloat(fontSize) * LEAST_RISE
  );
}

/**
 * The elements that a range touches, in order, also what components in it render. Not by `intersectsNode`,
 * which counts the siblings of each: 160 ms among 5,000.
 */
function* elementsIn(root: Element | ShadowRoot, range?: Range): Iterable<Element> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
  let behind: Node | null = null;
  if (range) {
    const { startContainer, startOffset, endContainer, endOffset } = range;
    walker.currentNode = endContainer.childNodes[endOffset - 1] ?? endContainer;
    while (walker.lastChild());
    behind = walker.nextNode();
    const first = startContainer.childNodes[startOffset] ?? startContainer;
    const round: Element[] = [];
    for (let at = elementOf(first); at && at !== root; at = at.parentElement) round.unshift(at);
    for (const element of round) yield* rendered(element);
    walker.currentNode = first;
  }
  while (walker.nextNode() && walker.currentNode !== behind)
    yield* rendered(walker.currentNode as Element);
}

function* rendered(element: Element): Iterable<Element> {
  yield element;
  if (element.shadowRoot) yield* elementsIn(element.shadowRoot);
}

/** In steps of an element each. */
function* inlinesIn(page: PageText, block: Block): Generator<void, readonly Inline[]> {
  const { text } = page.article;
  const range = page.toRange(block);
  const outer = elementOf(range.commonAncestorContainer);
  if (!outer) return [];
  const inlines: Inline[] = [];
  /** Those that others may be in, few of many: a paragraph may hold thousands of links and seams. */
  const outers: Inline[] = [];
  const put = (kind: InlineKind, { start, end }: Span, more: Partial<Inline> = {}) => {
    const inline = Object.freeze({ kind, ...more, start, end });
    inlines.push(inline);
    if (OUTER.test(kind)) outers.push(inline);
  };
  const isIn = (kinds: RegExp, { start, end }: Span) =>
    outers.some((it) => it.start <= start && it.end >= end && kinds.test(it.kind));

  /** What is above or below the line is another text than what it touches. */
  const part = ({ start, end }: Span, touching: RegExp) => {
    for (const at of [start, end])
      if (at > block.start && touching.test(text.slice(at - 1, at + 1)))
        put('seam', { start: at, end: at }, { text: ' ' });
  };
  const raise = (here: Span, isLink: boolean) => {
    const mark = text.slice(here.start, here.end);
    const before = text.slice(block.start, here.start);
    const after = text.slice(here.end, block.end);
    const as = raisedAs(mark, before, after);
    const between = (text: string) => put('seam', { start: here.start, end: here.start }, { text });
    if (isLink) put('note', here);
    // The small part of a price: 19⁹⁹ $.
    else if (
      CENTS.test(mark) &&
      /\p{Nd}$/u.test(before) &&
      (MONEY_BEFORE.test(before) || MONEY_AFTER.test(after))
    )
      between('.');
    else if (as === 'minutes') between(':');
    else if (as === 'degree') put('raised', here, { text: '°' });
    else if (as === 'note') put('note', here);
    else if (as === 'exponent') put('raised', here, { text: levelled(mark.trim()) });
    else if (as === 'text') part(here, /[\p{L}\p{M}\p{N}]{2}/u);
  };
  const add = (element: Element, span: Span) => {
    const start = Math.max(span.start, block.start);
    let end = Math.min(span.end, block.end);
    while (end > start && /\s/.test(text[end - 1]!)) end--;
    const here = { start, end };
    if (start >= end || isIn(/formula/, here)) return;
    if (element.matches(FORMULA)) {
      // Of a formula that is its own block no more is said than stands in the block.
      return put('formula', here, span.start < block.start ? {} : { text: formulaText(element) });
    }
    const style = getComputedStyle(element);
    const isLink = element.matches('a[href]');
    if (isDeleted(element, style)) put('deleted', here);
    if (element.localName === 'q') put('quote', here);
    const isNote =
      element.matches('[role=doc-noteref],[role=doc-backlink]') ||
      (isLink && NOTE.test(element.textContent ?? ''));
    if (isLink && !isNote) put('link', here);
    if (isIn(/note|raised/, here)) {
      // Said of what is round it.
    } else if (isNote) put('note', here);
    else if (isRaised(element, style)) {
      const link = element.closest('a[href]');
      const mark = element.textContent!.trim();
      raise(here, link?.textContent!.trim() === mark || !!element.querySelector('a[href]'));
    } else if (element.localName === 'sub') part(here, /\p{Nd}{2}|[\p{sc=Arabic}\p{M}]\p{Nd}/u);
    const round = outers.filter((it) => it.lang && it.start <= start && it.end >= end).at(-1);
    const outerLang = round?.lang ?? block.lang;
    // What the page wants said is in a language, whatever is written.
    const given =
      element.getAttribute('data-spoken') ??
      (element.localName === 'abbr' ? element.getAttribute('title') : null);
    const declared = canonicalLanguage(element.getAttribute('lang')) || (given && outerLang);
    // Numbers have no letters to be in another language by.
    const own = given ?? text.slice(start, end);
    const lang =
      declared && /\p{L}/u.test(own) && !/^x-/.test(declared)
        ? writtenLanguage(own, declared)
        : undefined;
    if (lang && (given || lang !== outerLang)) put('language', here, { lang });
  };
  // A block may stand in what holds more than it.
  const ancestors: Element[] = [];
  for (let at: Element | null = outer; at && !page.roots.includes(at); at = at.parentElement)
    ancestors.unshift(at);
  for (const selector of ['[lang],[data-spoken]', 'a[href]', FORMULA]) {
    const round = outer.closest(selector);
    if (round) add(round, block);
  }
  for (const round of ancestors)
    if (
      !inlines.some(({ kind }) => kind === 'deleted') &&
      isDeleted(round, getComputedStyle(round))
    )
      put('deleted', block);
  for (const element of elementsIn(outer, range)) {
    const span = spanIn(page, element);
    if (span) add(element, span);
    yield;
  }
  for (const { index, 0: mark } of text.slice(block.start, block.end).matchAll(SUPERSCRIPT)) {
    const start = block.start + index;
    const span = { start, end: start + mark.length };
    if (!isIn(/note|raised|formula/, span)) raise(span, false);
  }
  for (const { start, end, host } of addressesIn(text.slice(block.start, block.end)))
    put('address', { start: block.start + start, end: block.start + end }, { text: host });
  for (const pattern of block.kind === 'preformatted' ? [VERSE] : [VERSE, ON_THE_LINE])
    for (const { index, 0: sign } of text.slice(block.start, block.end).matchAll(pattern)) {
      const start = block.start + index;
      const span = { start, end: start + sign.length };
      if (!isIn(/note|raised|formula/, span)) put('note', span);
    }
  for (const seam of seamsIn(page, block)) {
    if (!isIn(/formula/, seam)) put('seam', seam, { text: seam.text });
    yield;
  }
  return Object.freeze(inlines);
}

/**
 * Where numbers of two elements meet: they are two, also with nothing between them where neither
 * element is in the other. Digits each in an element of its own are one number.
 */
function* seamsIn(page: PageText, block: Block): Iterable<Span & { readonly text: string }> {
  const { runs } = page;
  const { text } = page.article;
  let known = 0;
  for (let i = indexAt(runs, block.start) + 1; i < runs.length; i++) {
    const { node, start } = runs[i]!;
    if (start >= block.end) return;
    const last = runs[i - 1]!.node;
    const before = /\p{Nd}+\s*$/u.exec(text.slice(Math.max(block.start, start - 40), start))?.[0];
    const after = /^\s*\p{Nd}+/u.exec(text.slice(start, Math.min(block.end, start + 40)))?.[0];
    if (!before || !after || isOneText(last, node)) continue;
    const isSpaced = /\s/.test(before + after);
    const one = elementOf(last)!;
    const two = elementOf(node)!;
    const isApart = !one.contains(two) && !two.contains(one);
    // A digit in an element of its own, as counters have it, is one of a number.
    const isDigit = ({ start, end }: Span) => /^\p{Nd}$/u.test(text.slice(start, end));
    if (!isSpaced && (!isApart || (isDigit(runs[i - 1]!) && isDigit(runs[i]!)))) continue;
    const at = start - /\s*$/.exec(before)![0].length;
    if (at > known) yield { start: at, end: at, text: isSpaced ? '،' : '، ' };
    known = Math.max(known, at);
  }
}

/** Whether nothing but comments is between two texts. */
function isOneText(one: Node, two: Node): boolean {
  let next: Node | null = one;
  while (next && next !== two && next.nodeType !== Node.ELEMENT_NODE) next = next.nextSibling;
  return next === two;
}
