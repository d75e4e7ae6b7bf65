/** Which words of an article are in a recording, and when. Knows nothing of what plays it. */
import type { Article, Span } from '../../core/article.js';
import { firstIndex } from '../../core/search.js';
import { wordsOf } from '../../core/words.js';
import { keyOf, type RecordedText } from './guided-navigation.js';
import { sameWords } from './same-words.js';

/** A word that stands so far from those next to it was said in another place. */
const NEAR = 3;

/** Words of the recording, by index; both ends among them. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** An article and a recording of it, tied by their words: either may have been edited since. */
export class RecordedArticle {
  readonly article: Article;
  /** How much of the shorter of the two is in the other one, 0 to 1. */
  readonly agreement: number;
  readonly #recorded: RecordedText;
  readonly #words: readonly Span[];
  /** Where each word is in the recording; -1 where it is not. */
  readonly #places: Int32Array;
  /** The other way round. */
  readonly #indexes: Int32Array;

  constructor(article: Article, recorded: RecordedText) {
    const { text } = article;
    this.article = article;
    this.#recorded = recorded;
    this.#words = wordsOf(text);
    const keys = this.#words.map(({ start, end }) => keyOf(text.slice(start, end)));
    const found = sameWords(keys, recorded.words);
    const isNear = (i: number) =>
      [1, 2].some((by) =>
        [i - by, i + by].some((k) => found[k]! >= 0 && Math.abs(found[k]! - found[i]!) <= NEAR),
      );
    this.#places = found.map((place, i) => (found.length < 3 || isNear(i) ? place : -1));
    this.#indexes = new Int32Array(recorded.words.length).fill(-1);
    this.#places.forEach((place, i) => (this.#indexes[place] = i));
    const tied = this.#places.reduce((sum, place) => sum + (place < 0 ? 0 : 1), 0);
    this.agreement = tied / Math.max(1, Math.min(keys.length, recorded.words.length));
  }

  /**
   * What is to be played for a sentence: from its first word to its last, with what was said there
   * instead of words that changed; null where less than half of it was recorded.
   */
  stretchOf(sentence: Span): Stretch | null {
    const [start, end] = [this.#wordFrom(sentence.start), this.#wordFrom(sentence.end)];
    const own = this.#places.subarray(start, end);
    const first = own.findIndex((place) => place >= 0);
    if (first < 0 || own.filter((place) => place >= 0).length * 2 < own.length) return null;
    let last = own.length - 1;
    while (own[last]! < 0) last--;
    const behind = own.length - 1 - last;
    return {
      first: Math.max(own[first]! - first, this.#placeBefore(start) + 1),
      last: Math.min(own[last]! + behind, this.#placeFrom(end) - 1),
    };
  }

  /** The word of the recording to begin with, to go on at an offset. */
  placeFrom(offset: number): number {
    return this.#placeFrom(this.#wordFrom(offset));
  }

  /** The last word of the recording that is said before an offset; -1 for none. */
  placeBefore(offset: number): number {
    return this.#placeBefore(this.#wordFrom(offset));
  }

  /** The word of the recording that is said at a time, or was last; -1 before the first. */
  placeAt(time: number): number {
    const { from } = this.#recorded;
    return firstIndex(from.length, (i) => from[i]! > time) - 1;
  }

  /** Where a word of the recording stands in the article; null where it does not, or is not timed by itself. */
  wordOf(place: number): Span | null {
    const { from } = this.#recorded;
    if (from[place] === from[place - 1] || from[place] === from[place + 1]) return null;
    return this.#words[this.#indexes[place] ?? -1] ?? null;
  }

  /** Where what is said at a place of the recording stands, or what comes next; the end for nothing. */
  offsetOf(place: number): number {
    const index = this.#places.findIndex((it) => it >= place);
    return this.#words[index]?.start ?? this.article.text.length;
  }

  /** The first word of the article that ends after an offset. */
  #wordFrom(offset: number): number {
    return firstIndex(this.#words.length, (i) => this.#words[i]!.end > offset);
  }

  /** Of the words from one on, the first that was recorded, in the recording; its length for none. */
  #placeFrom(index: number): number {
    for (let i = index; i < this.#places.length; i++)
      if (this.#places[i]! >= 0) return this.#places[i]!;
    return this.#recorded.words.length;
  }

  #placeBefore(index: number): number {
    for (let i = index - 1; i >= 0; i--) if (this.#places[i]! >= 0) return this.#places[i]!;
    return -1;
  }
}
