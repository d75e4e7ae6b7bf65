/**
 * The place where an article is seen: what has to be loaded for that, and when. Knows nothing of
 * voices and of where text comes from.
 */
import { isFocused, type Settings } from '../core/settings.js';
import type { ContentOptions } from './content-options.js';
import type { Inset } from './geometry/box.js';
import type { Reading } from './highlight/reading-focus.js';
import type { PageText } from './page-text.js';
import type { ReadingMarker, ReadingMarkerOptions } from './reading-marker.js';
import { PageStyle } from './style/page-style.js';

/** `layer` is where what lies over the text is drawn: line focus, frames, marks in older browsers. */
export type SurfaceOptions = ReadingMarkerOptions;

/**
 * A place where the article is seen: on the page, or in the reading view. What is read is marked and
 * kept in view there, and the text looks as the settings say. Made and thrown away with its text.
 */
export class Surface {
  readonly #options: SurfaceOptions;
  readonly #style: PageStyle;
  #page: PageText;
  /** Loaded when there is first something to mark, to focus or to keep in view. */
  #marker: ReadingMarker | null = null;
  #loading: Promise<ReadingMarker | null> | null = null;
  readonly #life = new AbortController();
  #drawn: { reading: Reading; settings: Settings } | null = null;

  constructor(
    page: PageText,
    { root, selector, ground }: ContentOptions,
    options: SurfaceOptions = {},
  ) {
    this.#options = options;
    const tree = root ?? page.root;
    this.#style = new PageStyle(tree, selector, ground);
    this.#page = page;
    const { signal } = this;
    const onfocus = (event: Event) => {
      const path = event.composedPath().filter((it) => it instanceof Element);
      if (path[0]?.matches(':focus-visible') && path.some((it) => it.matches(selector)))
        void this.#load().then((marker) => marker?.follower.uncover(path[0]!));
    };
    tree.addEventListener('focusin', onfocus, { signal });
  }

  /** Aborted when it is thrown away: what is loaded for it, or listens to its text, ends with it. */
  get signal(): AbortSignal {
    return this.#life.signal;
  }

  /** The text that is seen here. Setting it marks nothing until {@link draw} is called again. */
  get page(): PageText {
    return this.#page;
  }

  set page(page: PageText) {
    this.#page = page;
    if (this.#marker) this.#marker.page = page;
  }

  /** Where what lies over the text is drawn. */
  get layer(): HTMLElement | null | undefined {
    return this.#options.layer;
  }

  /** What covers the top and the bottom of the window, in CSS pixels. */
  get inset(): Inset {
    return this.#options.inset?.() ?? { top: 0, bottom: 0 };
  }

  /** False once the user scrolled the spoken text away; {@link follow} goes back. */
  get following(): boolean {
    return this.#marker?.follower.following ?? true;
  }

  /**
   * Goes back to the spoken text and follows it again.
   *
   * @param isMoving another text is shown next
   */
  follow(isMoving?: boolean): void {
    this.#marker?.follower.resume(isMoving);
  }

  /** Gives the text the look that the user asked for. */
  apply(settings: Settings): void {
    this.#style.apply(settings);
  }

  /** Marks what is read and keeps it in view; where `reading` has no sentence, only the eye's line. */
  draw(reading: Reading, settings: Settings): void {
    this.#drawn = { reading, settings };
    if (this.#marker) this.#marker.show(reading, settings);
    else if (reading.sentence || isFocused(settings)) void this.#drawLater();
  }

  /** Marks again what is read, where the nodes that hold it have changed. */
  protected redraw(): void {
    this.#marker?.clear();
    if (this.#drawn) this.draw(this.#drawn.reading, this.#drawn.settings);
  }

  /** Leaves the text as it was. */
  dispose(): void {
    this.#life.abort();
    this.#marker?.dispose();
    this.#style.dispose();
  }

  async #drawLater(): Promise<void> {
    if (!(await this.#load()) || !this.#drawn) return;
    const { reading, settings } = this.#drawn;
    this.draw(reading, settings);
  }

  #load(): Promise<ReadingMarker | null> {
    this.#loading ??= import('./reading-marker.js').then(
      ({ ReadingMarker }) => {
        if (!this.signal.aborted) this.#marker = new ReadingMarker(this.#page, this.#options);
        return this.#marker;
      },
      () => {
        // Perhaps the network comes back.
        this.#loading = null;
        return null;
      },
    );
    return this.#loading;
  }
}
