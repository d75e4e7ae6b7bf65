import { EMPTY_ARTICLE, type Article, type Span } from '../core/article.js';
import type { Way } from '../core/counterpart.js';
import { NOWHERE, same, type Playback, type Position } from '../core/playback.js';
import { wordAt } from '../core/words.js';
import { sentenceFrom, type LocatedSentence, type Skips } from './navigation.js';

const isSameFailure = (one: Playback, other: Playback): boolean =>
  one.status === 'failed' && other.status === 'failed' && one.reason === other.reason;

/** Where reading is and how it goes: the player's commands move it, and a reading moves along it. */
export class Track {
  article: Article = EMPTY_ARTICLE;
  /** Where reading goes on; all before it has been said or passed over. */
  offset = 0;
  /** Where the selection ends that is being read. */
  until = Infinity;
  /** Where the first of the sentences began that were over in no time. */
  unheard = 0;
  /** Finds what a sentence became that has changed: a reading brings it. */
  wayOf: ((before: Article, after: Article, sentence: Span) => Way | null) | undefined;
  #playback: Playback = Object.freeze({ status: 'idle' });
  #position = NOWHERE;
  readonly #onChange: () => void;

  /** @param onChange {@link playback} or {@link position} is another object than before */
  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  get playback(): Playback {
    return this.#playback;
  }

  get position(): Position {
    return this.#position;
  }

  /**
   * The article has changed: the place is where what stood there stands now. What a sentence became
   * while it is said is passed over with it, so that reading gets on however often it changes.
   *
   * @returns false if nothing round the place is left; then nothing has been done
   */
  take(article: Article): boolean {
    const { sentence, word } = this.#position;
    const now = sentence && this.#wayTo(article, sentence);
    if (!now) return false;
    this.until = now(this.until);
    this.unheard = now(this.unheard);
    this.article = article;
    this.offset = now(this.offset);
    const spanNow = ({ start, end }: Span): Span => ({ start: now(start), end: now(end) });
    const wordNow = word && spanNow(word);
    const isWord = wordNow && same(wordNow, wordAt(article.text, wordNow.start));
    this.show(this.#playback, { sentence: spanNow(sentence), word: isWord ? wordNow : null });
    return true;
  }

  /** The sentence has been said, or passed over: on to what comes next, which is returned. */
  pass(skips?: Skips): LocatedSentence | null {
    const { text } = this.article;
    let { end } = this.#position.sentence!;
    // It may have grown while it was said; a word that was begun is not begun again.
    const word = wordAt(text, end);
    if (word && word.start < end) end = word.end;
    const next = sentenceFrom(this.article, end, skips);
    this.offset = next ? Math.max(end, next.sentence.start) : text.length;
    return next;
  }

  #wayTo(article: Article, { start, end }: Span): Way | null | undefined {
    const was = this.article.text;
    const is = article.text;
    let by = 0;
    if (!end || !is.startsWith(was.slice(0, end))) {
      // An empty one stays with what is before it.
      if (start < end && is.endsWith(was.slice(start))) by = is.length - was.length;
      else if (this.wayOf) return this.wayOf(this.article, article, { start, end });
      else by = is.indexOf(was.slice(start, end)) - start;
    }
    return start + by < 0 ? null : (offset) => offset + by;
  }

  show(playback: Playback, position: Position = this.#position): void {
    const before = this.#playback;
    const stays =
      playback.status === before.status &&
      (playback.status !== 'failed' || isSameFailure(playback, before));
    const { sentence, word } = position;
    const stands = same(sentence, this.#position.sentence) && same(word, this.#position.word);
    if (stays && stands) return;
    if (!stays) this.#playback = Object.freeze(playback);
    if (!stands) this.#position = Object.freeze({ sentence, word });
    this.#onChange();
  }
}
