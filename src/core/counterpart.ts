/**
 * Where what stood in an article stands in another version of it: by the text, and by what is left
 * round it. Knows nothing of what reads there.
 */
import { indexAt, type Article, type Block, type Span } from './article.js';
import { primaryLanguage } from './settings.js';

/** Where now is what was at an offset. */
export type Way = (offset: number) => number;

/** How long two texts are the same from the beginning, and, in what is left, to the end. */
function shared(one: string, other: string): [head: number, tail: number] {
  const most = Math.min(one.length, other.length);
  let head = 0;
  let tail = 0;
  while (head < most && one[head] === other[head]) head++;
  while (tail < most - head && one.at(-1 - tail) === other.at(-1 - tail)) tail++;
  return [head, tail];
}

/** The way from a span to what has become of it; where it changed, to the place of that. */
export function wayBetween(before: Article, was: Span, after: Article, is: Span): Way {
  const [head, tail] = shared(
    before.text.slice(was.start, was.end),
    after.text.slice(is.start, is.end),
  );
  return (offset) => {
    if (offset - was.start <= head) return is.start + offset - was.start;
    return was.end - offset <= tail ? is.end - was.end + offset : is.start + head;
  };
}

const textsOf = ({ text }: Article, spans: readonly Span[]) =>
  spans.map(({ start, end }) => text.slice(start, end));

const sentencesIn = ({ blocks }: Article, start: number, end: number) =>
  blocks.slice(start, end).flatMap(({ sentences }) => sentences);

/** So many pairs of texts are compared; where there are more, only the same are found. */
const MOST_PAIRS = 100_000;

type Ranges = readonly [first: number, last: number, from: number, to: number];

/**
 * What stands for a text of one list in another one: the same or one like it, else all that is between
 * what stands so for the nearest ones before and behind it. Those that there are several of tell
 * nothing, but where they were.
 *
 * @returns between which indexes of either list, the ends not among them; null if none is left
 */
function matchOf(was: readonly string[], is: readonly string[], at: number): Ranges | null {
  const old = new Set(was);
  const only = new Map<string, number>();
  is.forEach((text, i) => only.set(text, only.has(text) ? -1 : i));

  const find = (i: number): number => {
    const text = was[i]!;
    let found = is[i] === text ? i : (only.get(text) ?? -1);
    if (found >= 0 || was.length * is.length > MOST_PAIRS) return found;
    let most = text.length / 2;
    is.forEach((other, k) => {
      const [head, tail] = old.has(other) ? [0, 0] : shared(text, other);
      if (head + tail < most) return;
      found = k;
      most = head + tail + 1;
    });
    return found;
  };

  let found = find(at);
  if (found >= 0) return [at, at + 1, found, found + 1];
  let first = at;
  while (first && (found = find(first - 1)) < 0) first--;
  const from = found + 1;
  let last = at + 1;
  while (last < was.length && (found = find(last)) < from) last++;
  if (last - first === was.length) return null;
  return [first, last, from, last < was.length ? found : is.length];
}

const isArabic = ({ text }: Article, { start, end }: Span) =>
  (text.slice(start, end).match(/\p{sc=Arabic}/gu)?.length ?? 0) * 2 > end - start;

/** Whether a block says the same in another language, as when a browser translates the page. */
const isTranslated = (before: Article, was: Block, after: Article, is: Block) =>
  was.kind === is.kind &&
  (primaryLanguage(was.lang) !== primaryLanguage(is.lang) ||
    isArabic(before, was) !== isArabic(after, is));

/**
 * The way of a sentence of an article to itself in another version, or to what it became: the one that
 * stands in its place where its paragraph was translated. Where it is gone, that is an empty span behind what stands before it; null if nothing round it is left either.
 *
 * @param span a sentence, the beginning of one, or such an empty span
 */
export function wayOf(before: Article, after: Article, span: Span): Way | null {
  const { start, end } = span;
  const { blocks } = before;
  const block = indexAt(blocks, end - 1);
  const outer = matchOf(textsOf(before, blocks), textsOf(after, after.blocks), block);
  let [a, b, c, d] = outer ?? [0, blocks.length, 0, after.blocks.length];
  const own = c + block - a;
  // Of as many blocks as there were each is in its place.
  const isOwn = b - a === d - c && isTranslated(before, blocks[block]!, after, after.blocks[own]!);
  if (isOwn) [a, b, c, d] = [block, block + 1, own, own + 1];
  const old = sentencesIn(before, a, b);
  const now = sentencesIn(after, c, d);
  const texts = textsOf(after, now);
  const at = indexAt(old, end - 1);
  const inner = matchOf(textsOf(before, old), texts, at);
  if (!outer && !isOwn && !inner) return null;
  // The first one is gone, and nothing stood before it.
  if (!end) return (offset) => offset;
  const [first, last, from, to] = inner ?? [0, old.length, 0, now.length];
  const way = (start: number, end: number) => wayBetween(before, span, after, { start, end });
  // As many of these before it and behind it belong to others that are not found either.
  const begin = from + at - first;
  const close = to + at - last;
  if (begin > close) {
    const left = now[Math.min(begin, to) - 1] ?? after.blocks[c - 1];
    return way(left?.end ?? 0, left?.end ?? 0);
  }
  const is = now[begin]!.start;
  const was = before.text.slice(start, end);
  // What it has grown by at its end is no part of it.
  const stop = was && texts[begin]!.startsWith(was) ? is + was.length : now[close]!.end;
  return way(was ? is : stop, stop);
}
