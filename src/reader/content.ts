/**
 * What is attached to a reader: the article on the page, or a text that is rendered first, and what is
 * remembered of it. It is watched while it is attached. Knows nothing of the reading view.
 */
import type { Article } from '../core/article.js';
import type { FailureReason } from '../core/playback.js';
import type { ContentOptions } from '../page/content-options.js';
import type { PageText } from '../page/page-text.js';
import { readLater } from '../page/read/read-later.js';
import { watchArticle } from '../page/read/watch-article.js';
import { Surface, type SurfaceOptions } from '../page/surface.js';
import type { Player } from '../speech/player.js';
import { afterPaint } from './after-paint.js';
import type { LazyPlaceKeeper } from './places/lazy-place-keeper.js';
import { lazySegmentation, loadSegmentation } from './segmentation.js';

/** A text to render: plain, with the paragraphs that are found in it, or the document at an address. */
export type ContentSource = { readonly text: string } | { readonly src: string };

export interface ContentHost {
  readonly surfaceOptions: () => SurfaceOptions;
  /** Loads what is told where a text cannot be had. */
  readonly loadDescriptions: (() => Promise<unknown>) | undefined;
  /** From when something is attached until it is no more. */
  readonly signal: () => AbortSignal;
  /** What is remembered of the article in an element. */
  readonly placesIn: (element: Element) => LazyPlaceKeeper;
  /** The surface is new: the time to style it, before it is painted. */
  readonly onAttach: (surface: Surface) => void;
  /** It has been painted: the time to read it, unless somebody asked before. */
  readonly onPaint: () => void;
  /** The text changed on the page. */
  readonly onChange: () => void;
}

interface Attached {
  readonly element: Element;
  readonly surface: Surface;
  places: LazyPlaceKeeper;
}

/** A text that is to be rendered and is not there: still loading, or it could not be had. */
interface Awaited {
  /** Loads it once more. */
  readonly retry: () => void;
  /** Begins what was asked for meanwhile. */
  play?: () => void;
}

/**
 * The text of an element; its article is made when somebody asks for it.
 *
 * @param onChange called when it can be read better than it was
 * @param signal ends that
 */
export const readText = (
  element: Element,
  onChange = () => {},
  signal?: AbortSignal,
): PageText & { readonly article: Article } =>
  readLater(element, { segmentation: lazySegmentation(onChange) }, onChange, signal);

export class Content {
  readonly #player: Player;
  readonly #host: ContentHost;
  #attached: Attached | null = null;
  #awaited: Awaited | null = null;

  constructor(player: Player, host: ContentHost) {
    this.#player = player;
    this.#host = host;
  }

  /** Where it stands on the page; null while nothing is attached. */
  get surface(): Surface | null {
    return this.#attached?.surface ?? null;
  }

  get places(): LazyPlaceKeeper | null {
    return this.#attached?.places ?? null;
  }

  attach(element: Element, options: ContentOptions): void {
    const surface = new Surface(this.#read(element), options, this.#host.surfaceOptions());
    this.#attached = { element, surface, places: this.#host.placesIn(element) };
    watchArticle(element, () => this.#reread(), surface.signal);
    this.#host.onAttach(surface);
    afterPaint(this.#host.onPaint);
  }

  /**
   * Renders a text into a container, and attaches that.
   *
   * @param signal aborts the loading; {@link detach} is called too
   */
  async render(
    source: ContentSource,
    container: HTMLElement,
    options: ContentOptions,
    signal: AbortSignal,
  ): Promise<void> {
    container.replaceChildren();
    const awaited: Awaited = (this.#awaited = {
      retry: () => void this.render(source, container, options, signal),
    });
    const failure = await Promise.all([
      import('../page/render/render-source.js'),
      loadSegmentation(),
      this.#host.loadDescriptions?.(),
    ])
      .then(([{ renderSource }, segmentation]) =>
        renderSource(source, container, segmentation, signal),
      )
      .then(
        () => null,
        // Any other error is of what could not be loaded for it.
        ({ failure = 'source-failed' }: { readonly failure?: FailureReason }) => failure,
      );
    // Something else has come instead.
    if (this.#awaited !== awaited) return;
    if (failure) return this.#player.fail(failure);
    this.#awaited = null;
    this.attach(container, options);
    // Unless it was paused, or another reader was asked to read, meanwhile.
    if (this.#player.playback.status === 'loading') awaited.play?.();
    else this.#player.stop();
  }

  /**
   * Begins to read once the text is there, and asks for it again if it could not be had.
   *
   * @returns false if no text is waited for
   */
  playWhenRendered(play: () => void): boolean {
    if (!this.#awaited) return false;
    if (this.#player.playback.status === 'failed') this.#awaited.retry();
    this.#awaited.play = play;
    this.#player.wait();
    return true;
  }

  /** Keeps what is remembered, and begins with what the store has for the page. */
  renewPlaces(): void {
    const attached = this.#attached;
    if (!attached) return;
    attached.places.dispose();
    attached.places = this.#host.placesIn(attached.element);
  }

  /** Leaves the page as it was. */
  detach(): void {
    const attached = this.#attached;
    this.#attached = this.#awaited = null;
    attached?.places.dispose();
    attached?.surface.dispose();
  }

  #read(element: Element): PageText & { readonly article: Article } {
    return readText(
      element,
      () => {
        if (this.#attached?.element === element) this.#reread();
      },
      this.#host.signal(),
    );
  }

  /** The page changed under the reading. */
  #reread(): void {
    const { element, surface, places } = this.#attached!;
    const page = this.#read(element);
    // While what was there can be kept.
    if (!places.isFor(page)) this.renewPlaces();
    surface.page = page;
    this.#host.onChange();
  }
}
