/** A layer of rectangles over the text. Knows nothing of what they mean. */
import type { Box } from '../geometry/box.js';
import { boundsOf, zoomOf } from '../geometry/css-zoom.js';
import { adoptSheet, createSheet, removeSheet } from '../style/adopted-sheet.js';

/** A rectangle to draw: its class, where it is as seen on screen, and a colour of its own. */
export interface Shape {
  readonly name: string;
  readonly box: Box;
  readonly color?: string;
}

export interface OverlayOptions {
  /** An `aria-hidden` element in the reader's shadow root, `position: absolute`, over the text. */
  readonly layer: HTMLElement;
  /** The tree that the text is in. */
  readonly root: Document | ShadowRoot;
  /** The class of the one child of the layer that holds the shapes. */
  readonly name: string;
  /** Rules for the shapes, in the layer's tree. */
  readonly css: string;
  /** What else changes its size when the text is laid out anew. */
  readonly watch?: Element;
  /** What is to be drawn now. */
  readonly shapes: () => readonly Shape[];
}

/**
 * Rectangles drawn over the text, in a layer of the reader's own, so that the page's DOM is not touched;
 * drawn anew whenever the text may have moved. They hear no pointer and are not printed.
 */
export class Overlay {
  readonly #options: OverlayOptions;
  readonly #element = document.createElement('div');
  readonly #root: Document | ShadowRoot;
  readonly #sheet: CSSStyleSheet;
  readonly #listening = new AbortController();
  readonly #observer = new ResizeObserver(() => this.drawSoon());
  #frame = 0;

  constructor(options: OverlayOptions) {
    this.#options = options;
    const { layer, root, name, css, watch } = options;
    this.#element.className = name;
    layer.append(this.#element);
    this.#root = layer.getRootNode() as ShadowRoot;
    this.#sheet = createSheet(
      this.#root,
      `.${name}>*{position:absolute;pointer-events:none;box-sizing:border-box}${css}` +
        `@media print{.${name}{display:none}}`,
    );
    adoptSheet(this.#root, this.#sheet);
    const listening = { capture: true, passive: true, signal: this.#listening.signal };
    // Scrolling inside a shadow tree is not heard outside it.
    for (const place of new Set([document, root]))
      place.addEventListener('scroll', () => this.drawSoon(), listening);
    addEventListener('resize', () => this.drawSoon(), listening);
    for (const element of [document.documentElement, watch])
      if (element) this.#observer.observe(element);
  }

  /** Draws once before the next frame, however often it is asked. */
  drawSoon(): void {
    this.#frame ||= requestAnimationFrame(() => this.draw());
  }

  draw(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    const origin = boundsOf(this.#element.parentElement!);
    const zoom = zoomOf(this.#element);
    // In whole pixels, edge by edge: rectangles that touch leave no seam.
    const across = (x: number) => Math.round((x - origin.left) / zoom);
    const down = (y: number) => Math.round((y - origin.top) / zoom);
    const elements = this.#options.shapes().map(({ name, box, color }) => {
      const element = document.createElement('div');
      element.className = name;
      const { style } = element;
      style.left = `${across(box.left)}px`;
      style.top = `${down(box.top)}px`;
      style.width = `${across(box.right) - across(box.left)}px`;
      style.height = `${down(box.bottom) - down(box.top)}px`;
      if (color) style.backgroundColor = color;
      return element;
    });
    this.#element.replaceChildren(...elements);
  }

  /** Leaves the layer as it was. */
  dispose(): void {
    cancelAnimationFrame(this.#frame);
    this.#listening.abort();
    this.#observer.disconnect();
    this.#element.remove();
    removeSheet(this.#root, this.#sheet);
  }
}
