/**
 * Marks what is read and keeps it in view, both with one call. Loaded with the first mark; knows
 * nothing of how the text is styled and of who reads.
 */
import { CHARACTERS_A_MINUTE } from '../core/playback.js';
import { isMarked, type Settings } from '../core/settings.js';
import { Follower } from './follower.js';
import type { Inset } from './geometry/box.js';
import { Highlighter } from './highlight/highlighter.js';
import type { Reading } from './highlight/reading-focus.js';
import type { PageText } from './page-text.js';

export interface ReadingMarkerOptions {
  /** Where marks are drawn that are no highlights. */
  readonly layer?: HTMLElement | null | undefined;
  /** What covers the top and the bottom of the window, in CSS pixels. */
  readonly inset?: (() => Inset) | undefined;
  /** Called when following stops or goes on. */
  readonly onfollow?: () => void;
}

export class ReadingMarker {
  readonly follower: Follower;
  readonly #layer: HTMLElement | null | undefined;
  #page: PageText;
  #highlighter: Highlighter | null = null;

  constructor(page: PageText, { layer, inset, onfollow }: ReadingMarkerOptions) {
    this.#page = page;
    this.#layer = layer;
    this.follower = new Follower(page.root, onfollow, inset);
  }

  /** The text that is marked from now on, in the same tree. */
  set page(page: PageText) {
    this.#highlighter?.dispose();
    this.#highlighter = null;
    this.#page = page;
  }

  /** Marks this and keeps it in view; nothing where it has no sentence. */
  show({ sentence, word, isPlaying }: Reading, settings: Settings): void {
    if (!sentence) {
      this.clear();
      this.follower.reset();
      return;
    }
    const { highlight, highlightStyle } = settings;
    // A voice that reports no words still shows where it is.
    const isInstead = highlight === 'word' && !word;
    const marks = {
      sentence: isInstead || isMarked('sentence', highlight) ? sentence : null,
      word: isMarked('word', highlight) ? word : null,
    };
    this.#highlighter ??= new Highlighter(this.#page, this.#layer);
    this.#highlighter.show(marks, highlightStyle);
    this.follower.follow({
      sentence: this.#page.toRange(sentence),
      word: word && this.#page.toRange(word),
      pace: isPlaying ? (CHARACTERS_A_MINUTE / 60) * settings.rate : 0,
    });
  }

  /** Marks nothing until {@link show} is called again. */
  clear(): void {
    this.#highlighter?.clear();
  }

  dispose(): void {
    this.#highlighter?.dispose();
    this.follower.dispose();
  }
}
