/**
 * Marks what is read, keeps it in view and helps the eye along, all with one call. Loaded with the first
 * of them; knows
 * nothing of how the text is styled and of who reads.
 */
import { CHARACTERS_A_MINUTE, same } from '../core/playback.js';
import { partAt } from '../core/sentence-parts.js';
import { isFocused, isMarked, type Settings } from '../core/settings.js';
import { Follower } from './follower.js';
import type { Inset } from './geometry/box.js';
import { Highlighter } from './highlight/highlighter.js';
import type { Reading, ReadingFocus } from './highlight/reading-focus.js';
import type { PageText } from './page-text.js';

export interface ReadingMarkerOptions {
  /** Where what lies over the text is drawn: line focus, and marks that are no highlights. */
  readonly layer?: HTMLElement | null | undefined;
  /** What covers the top and the bottom of the window, in CSS pixels. */
  readonly inset?: (() => Inset) | undefined;
  /** Called when following stops or goes on. */
  readonly onfollow?: () => void;
}

export class ReadingMarker {
  readonly follower: Follower;
  readonly #layer: HTMLElement | null | undefined;
  readonly #inset: (() => Inset) | undefined;
  #page: PageText;
  #highlighter: Highlighter | null = null;
  /** Loaded when there is first something to focus; gone when there is nothing any more. */
  #focus: ReadingFocus | null = null;
  #shown: Reading | null = null;
  /** Whether the voice tells no words, as far as is known. */
  #isWordless: boolean | undefined;

  constructor(page: PageText, { layer, inset, onfollow }: ReadingMarkerOptions) {
    this.#page = page;
    this.#layer = layer;
    this.#inset = inset;
    this.follower = new Follower(page.root, onfollow, inset);
  }

  /** The text that is marked from now on, in the same tree. */
  set page(page: PageText) {
    this.#highlighter?.dispose();
    this.#highlighter = null;
    this.#endFocus();
    this.#page = page;
  }

  /**
   * Marks this and keeps it in view; nothing where it has no sentence. Of a sentence without an end the
   * part is marked that is read: with each word a browser paints all anew that is marked, and a mark over
   * several screens shows nobody where to look.
   */
  show(reading: Reading, settings: Settings): void {
    const { word, isPlaying } = reading;
    if (word || isPlaying) this.#isWordless = this.#seemsWordless(reading);
    this.#shown = reading;
    void this.#drawFocus(reading, settings);
    const sentence =
      reading.sentence && !this.#isWordless
        ? partAt(this.#page.article.text, reading.sentence, word?.start ?? -1)
        : reading.sentence;
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

  /** A voice that told words tells them until it speaks again without one. */
  #seemsWordless({ sentence, word }: Reading): boolean {
    if (word) return false;
    const before = this.#shown;
    return (before?.word && same(sentence, before.sentence)) || (this.#isWordless ?? true);
  }

  /** Marks nothing until {@link show} is called again. */
  clear(): void {
    this.#highlighter?.clear();
  }

  dispose(): void {
    this.#shown = null;
    this.#highlighter?.dispose();
    this.#endFocus();
    this.follower.dispose();
  }

  async #drawFocus(reading: Reading, settings: Settings): Promise<void> {
    if (!this.#layer || !isFocused(settings)) return this.#endFocus();
    if (!this.#focus) {
      const module = await import('./highlight/reading-focus.js').catch(() => null);
      // It was thrown away, or something else is shown, meanwhile.
      if (!module || reading !== this.#shown) return;
      this.#focus ??= new module.ReadingFocus(this.#page, this.#layer, this.#inset);
    }
    this.#focus.show(reading, settings);
  }

  #endFocus(): void {
    this.#focus?.dispose();
    this.#focus = null;
  }
}
