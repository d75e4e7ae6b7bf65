import type { Span } from '../core/article.js';
import type { Settings } from '../core/settings.js';
import { COLOR_SCHEMES, PALETTES } from '../core/themes.js';
import type { Follower, Inset } from './follower.js';
import { Highlighter } from './highlighter.js';
import { PageStyle } from './page-style.js';
import type { PageText } from './page-text.js';

/** How the text stands in its tree. */
export interface ContentOptions {
  /** The tree whose style sheets reach the text; by default the text's own. */
  readonly root?: Document | ShadowRoot;
  /** Selects the outermost elements of the text in that tree. */
  readonly selector: string;
}

export interface SurfaceOptions {
  /** Where highlight boxes are drawn in browsers that have no highlights. */
  readonly layer?: HTMLElement | null | undefined;
  /** What covers the top and the bottom of the window, in CSS pixels. */
  readonly inset?: (() => Inset) | undefined;
  /** Called when following stops or goes on. */
  readonly onfollow?: () => void;
}

/** The sentence and the word that are read; null where there is none. */
interface Reading {
  readonly sentence: Span | null;
  readonly word: Span | null;
}

/**
 * A place where the article is seen: on the page, or in the reading view. What is read is marked and
 * kept in view there, and the text looks as the settings say. Made and thrown away with its text.
 */
export class Surface {
  readonly #options: SurfaceOptions;
  readonly #style: PageStyle;
  #page: PageText;
  #highlighter: Highlighter;
  /** Loaded when there is first something to follow. */
  #follower: Follower | null = null;
  #loading = false;
  #isDisposed = false;
  #drawn: { reading: Reading; settings: Settings } | null = null;

  constructor(page: PageText, { root, selector }: ContentOptions, options: SurfaceOptions = {}) {
    this.#options = options;
    this.#style = new PageStyle(root ?? page.root, selector);
    this.#page = page;
    this.#highlighter = new Highlighter(page, options.layer);
  }

  /** The text that is seen here. Setting it marks nothing until {@link draw} is called again. */
  get page(): PageText {
    return this.#page;
  }

  set page(page: PageText) {
    this.#page = page;
    this.#highlighter.dispose();
    this.#highlighter = new Highlighter(page, this.#options.layer);
  }

  /** False once the user scrolled the spoken text away; {@link follow} goes back. */
  get following(): boolean {
    return this.#follower?.following ?? true;
  }

  /** Goes back to the spoken text and follows it again. */
  follow(): void {
    this.#follower?.resume();
  }

  /** Gives the text the look that the user asked for. */
  apply({ textSize, lineHeight, wordSpacing, theme }: Settings): void {
    const colors = theme === 'page' ? null : { ...PALETTES[theme], scheme: COLOR_SCHEMES[theme] };
    this.#style.apply({ textSize, lineHeight, wordSpacing, colors });
  }

  /** Marks what is read and keeps it in view; nothing where `reading` has no sentence. */
  draw(reading: Reading, settings: Settings): void {
    this.#drawn = { reading, settings };
    const { sentence, word } = reading;
    if (!sentence) {
      this.#highlighter.clear();
      this.#follower?.reset();
      return;
    }
    const { highlight } = settings;
    this.#highlighter.show({
      // A voice that reports no words still shows where it is.
      sentence:
        /both|sentence/.test(highlight) || (highlight === 'word' && !word) ? sentence : null,
      word: /both|word/.test(highlight) ? word : null,
    });
    const page = this.#page;
    if (!this.#follower) return void this.#loadFollower();
    this.#follower.follow({ sentence: page.toRange(sentence), word: word && page.toRange(word) });
  }

  /** Leaves the text as it was. */
  dispose(): void {
    this.#isDisposed = true;
    this.#highlighter.dispose();
    this.#follower?.dispose();
    this.#style.dispose();
  }

  async #loadFollower(): Promise<void> {
    if (this.#loading) return;
    this.#loading = true;
    const { Follower } = await import('./follower.js').catch(() => ({ Follower: null }));
    this.#loading = false;
    if (!Follower || this.#isDisposed) return;
    const { onfollow, inset } = this.#options;
    this.#follower = new Follower(this.#page.root, onfollow, inset);
    const { reading, settings } = this.#drawn!;
    this.draw(reading, settings);
  }
}
