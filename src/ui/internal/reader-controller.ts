import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Span } from '../../core/article.js';
import type { Reader } from '../../reader/reader.js';
import type { ReaderEvent } from '../../reader/events.js';

/** Redraws its element whenever the element's `reader` says that something changed. */
export class ReaderController implements ReactiveController {
  readonly #host: ReactiveControllerHost & { readonly reader: Reader };
  readonly #onEvent: ((event: ReaderEvent | null) => void) | undefined;
  #unsubscribe: (() => void) | undefined;
  #sentence: Span | null = null;

  /** @param onEvent what else to do with an event, besides redrawing. */
  constructor(
    host: ReactiveControllerHost & { readonly reader: Reader },
    onEvent?: (event: ReaderEvent | null) => void,
  ) {
    this.#host = host;
    this.#onEvent = onEvent;
    host.addController(this);
  }

  hostConnected(): void {
    this.#unsubscribe = this.#host.reader.subscribe((event) => {
      // Words come fast and change nothing in the interface; sentences do.
      const { sentence } = this.#host.reader.position;
      if (event?.type !== 'reader-positionchange' || sentence !== this.#sentence)
        this.#host.requestUpdate();
      this.#sentence = sentence;
      this.#onEvent?.(event);
    });
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
  }
}
