import { EMPTY_ARTICLE, type Article } from '../core/article.js';
import { NOWHERE, same, type Playback, type Position } from '../core/playback.js';

const isSameFailure = (one: Playback, other: Playback): boolean =>
  one.status === 'failed' && other.status === 'failed' && one.reason === other.reason;

/** Where reading is and how it goes: the player's commands move it, and a reading moves along it. */
export class Track {
  article: Article = EMPTY_ARTICLE;
  /** Where reading goes on; all before it has been said or passed over. */
  offset = 0;
  /** Where the selection ends that is being read. */
  until = Infinity;
  /** How far what is read has moved by itself, in all: the text before it changes while it is read. */
  moved = 0;
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
