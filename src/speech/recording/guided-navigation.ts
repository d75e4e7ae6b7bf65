/**
 * What a Readium Guided Navigation document says of a recording: which sound, and when which word.
 *
 * @see https://readium.org/guided-navigation/
 */
import { wordsOf } from '../../core/words.js';

export interface RecordedText {
  /** Address of the sound. */
  readonly sound: string;
  /** Whose voice it is; empty if it does not say. */
  readonly voice: string;
  /** Address of the same as a book; null for none. */
  readonly epub: string | null;
  /** In seconds, as far as it says. */
  readonly duration: number;
  /** The words in the order in which they are said, as {@link keyOf} has them. */
  readonly words: readonly string[];
  /** When each begins and ends, in seconds. Those that are only known together have the same. */
  readonly from: Float64Array;
  readonly to: Float64Array;
}

/** Deeper than this is no document of anybody's. */
const DEEPEST = 100;
/** So much a time may lie before the one before it: they are rounded, and a breath is shared. In seconds. */
const TOLERANCE = 0.05;

/** What a word is known by: its vowel marks may have been added or taken away since. */
export const keyOf = (word: string): string =>
  word
    .normalize('NFC')
    .replace(/[\p{M}\p{Cf}ـ]/gu, '')
    .toLowerCase();

/** Only what a page may load or lead to; the rest is dropped. */
function address(href: unknown, base: string): string | null {
  if (typeof href !== 'string') return null;
  try {
    const url = new URL(href, base);
    return /^(https?|blob|data):$/.test(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

const object = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** `#t=1.5,3` or `#t=npt:1.5` (https://www.w3.org/TR/media-frags/), in seconds. */
function timesOf(fragment: string): readonly [from: number, to: number] {
  const [from, to] = (/(?:^|&)t=(?:npt:)?([^&]*)/.exec(fragment)?.[1] ?? '').split(',');
  return [Number(from || 0), to ? Number(to) : Infinity];
}

/**
 * @param json as it was parsed, from anywhere
 * @param base what addresses in it are relative to
 * @throws Error for what is no such document, or one of no use: its message says why
 */
export function readGuidedNavigation(json: unknown, base: string): RecordedText {
  const { links, guided } = object(json);
  let sound: string | null = null;
  const words: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  let last = 0;
  /** Addresses by how they are written: mostly one. */
  const known = new Map<string, string | null>();

  const take = (text: string, audioref: string) => {
    const [file = '', fragment = ''] = audioref.split('#');
    if (!known.has(file)) known.set(file, address(file, base));
    const href = known.get(file)!;
    // One sound an article.
    if (!href || href !== (sound ??= href)) return;
    const [begin, end] = timesOf(fragment);
    if (!(begin >= last - TOLERANCE && end >= begin))
      throw new Error(`times run backwards at ${begin} s`);
    last = begin;
    for (const { start, end: stop } of wordsOf(text)) {
      words.push(keyOf(text.slice(start, stop)));
      from.push(begin);
      to.push(end);
    }
  };

  // A list of what is left, and not a function that calls itself: a document may be of any depth.
  const left = [{ children: list(guided), at: 0 }];
  if (!left[0]!.children.length) throw new Error('no guided navigation document');
  for (let level; (level = left.at(-1));) {
    if (level.at === level.children.length) {
      left.pop();
      continue;
    }
    const { text, audioref, children } = object(level.children[level.at++]);
    const inner = list(children);
    if (inner.length) {
      if (left.push({ children: inner, at: 0 }) > DEEPEST) throw new Error('too deep');
    } else if (typeof audioref === 'string') {
      const plain = typeof text === 'string' ? text : object(text)['plain'];
      if (typeof plain === 'string') take(plain, audioref);
    }
  }
  if (!sound || !words.length) throw new Error('no words with a sound');

  const offers = list(links).map(object);
  const own: Readonly<Record<string, unknown>> =
    offers.find(({ href }) => address(href, base) === sound) ?? {};
  const book = offers.find(({ type }) => type === 'application/epub+zip');
  const { title } = own;
  const duration = Number(own['duration']) > 0 ? Number(own['duration']) : last;
  // What does not say when it ends does where the next one begins.
  for (let i = to.length - 1; i >= 0; i--) if (to[i] === Infinity) to[i] = from[i + 1] ?? duration;
  return {
    sound,
    voice: typeof title === 'string' ? title : '',
    epub: address(book?.['href'], base),
    duration,
    words,
    from: Float64Array.from(from),
    to: Float64Array.from(to),
  };
}
