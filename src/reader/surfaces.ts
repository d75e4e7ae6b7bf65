/**
 * Where the article is seen: on the page, and in the reading view while that is open. One of them at a
 * time is drawn on; offsets are the same in both.
 */
import type { Settings } from '../core/settings.js';
import type { Surface } from '../page/surface.js';
import type { Content } from './content.js';
import type { ReaderState } from './reader-state.js';
import type { ViewOptions, ViewSurface } from './view-surface.js';

export class Surfaces {
  readonly #content: Content;
  readonly #state: Pick<ReaderState, 'playback' | 'position' | 'settings'>;
  readonly #onChange: () => void;
  #view: ViewSurface | null = null;

  /** @param onChange called when the view opens or closes, and when following stops or goes on */
  constructor(
    content: Content,
    state: Pick<ReaderState, 'playback' | 'position' | 'settings'>,
    onChange: () => void,
  ) {
    this.#content = content;
    this.#state = state;
    this.#onChange = onChange;
  }

  get current(): Surface | null {
    return this.#view ?? this.#content.surface;
  }

  get view(): ViewSurface | null {
    return this.#view;
  }

  /** Nothing happens if it is open, or nothing is attached. */
  async openView(container: HTMLElement, options: ViewOptions): Promise<void> {
    const { ViewSurface } = await import('./view-surface.js');
    const { surface } = this.#content;
    if (!surface || this.#view) return;
    const { settings, position } = this.#state;
    const viewOptions = { ...options, onfollow: this.#onChange };
    this.#view = new ViewSurface(
      surface,
      container,
      viewOptions,
      settings,
      position.sentence?.start,
    );
    this.draw();
    this.#onChange();
  }

  /** Goes on where the article stands on the page, at the same place. */
  closeView(): void {
    const view = this.#view;
    if (!view) return;
    this.#view = null;
    this.apply(this.#state.settings);
    view.leave(!!this.#state.position.sentence);
    this.draw();
    this.#onChange();
  }

  /** The page behind the view is laid out anew once, when it is seen again. */
  apply(settings: Settings): void {
    this.current?.apply(settings);
  }

  /** Marks what is read and keeps it in view. */
  draw(): void {
    const { playback, position, settings } = this.#state;
    const isPlaying = playback.status === 'playing';
    this.current?.draw({ ...position, isPlaying }, settings);
  }

  /** The offset of a place in the DOM, in whichever surface it is; null if in neither. */
  offsetOf(node: Node, offset: number): number | null {
    return (
      this.#view?.page.toOffset(node, offset) ??
      this.#content.surface?.page.toOffset(node, offset) ??
      null
    );
  }

  /** The offset of the text seen at a point of the viewport, in CSS pixels; null beside the text. */
  async offsetAt(x: number, y: number): Promise<number | null> {
    const { offsetAtPoint } = await import('../page/geometry/offset-at-point.js');
    return this.current && offsetAtPoint(this.current.page, x, y);
  }

  /** Throws the view away with its article. */
  dispose(): void {
    this.#view?.dispose();
    this.#view = null;
  }
}
