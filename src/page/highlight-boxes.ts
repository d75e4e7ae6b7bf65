import { adoptSheet, removeSheet } from './adopted-sheet.js';
import { boundsOf, rectsOf } from './css-zoom.js';
import { COLORS } from './highlighter.js';

/** Boxes lie over text that they cannot recolour: the sentence is a veil, the word a line under it. */
const CSS_TEXT = `
.article-reader-box{position:absolute;pointer-events:none;box-sizing:border-box;border-radius:3px}
.article-reader-box.sentence{background-color:${COLORS.sentence};opacity:.35}
.article-reader-box.word{background-color:color-mix(in srgb,${COLORS.word} 35%,transparent);border-block-end:3px solid ${COLORS.word}}
@media (forced-colors:active){
.article-reader-box{forced-color-adjust:none}
.article-reader-box.sentence{background-color:transparent;opacity:1;border:1px solid Mark}
.article-reader-box.word{background-color:transparent;border-color:Highlight}
}`;

/**
 * Marks drawn as boxes over the text, for browsers without the CSS Custom Highlight API; loaded only
 * there. They follow the text where it scrolls inside the page and where it is laid out anew.
 */
export class HighlightBoxes {
  readonly #layer: HTMLElement;
  readonly #root: Document | ShadowRoot;
  readonly #sheet = new CSSStyleSheet();
  readonly #listening = new AbortController();
  readonly #observer = new ResizeObserver(() => this.#draw());
  #ranges: Readonly<Record<string, Range>> = {};

  /** @param layer an empty element that positions its children: `Highlighter` says more. */
  constructor(layer: HTMLElement) {
    this.#layer = layer;
    this.#root = layer.getRootNode() as ShadowRoot;
    this.#sheet.replaceSync(CSS_TEXT);
    adoptSheet(this.#root, this.#sheet);
    const { signal } = this.#listening;
    addEventListener('scroll', () => this.#draw(), { capture: true, passive: true, signal });
    addEventListener('resize', () => this.#draw(), { signal });
    this.#observer.observe(document.documentElement);
  }

  /** @param ranges by the name of their layer, from below to above; these and no others are drawn */
  show(ranges: Readonly<Record<string, Range>>): void {
    this.#ranges = ranges;
    this.#draw();
  }

  dispose(): void {
    this.#listening.abort();
    this.#observer.disconnect();
    this.#layer.replaceChildren();
    removeSheet(this.#root, this.#sheet);
  }

  #draw() {
    const origin = boundsOf(this.#layer);
    const boxes = Object.entries(this.#ranges).flatMap(([name, range]) =>
      rectsOf(range).map((rect) => {
        const box = document.createElement('div');
        box.className = `article-reader-box ${name}`;
        box.style.left = `${rect.left - origin.left}px`;
        box.style.top = `${rect.top - origin.top}px`;
        box.style.width = `${rect.width}px`;
        box.style.height = `${rect.height}px`;
        return box;
      }),
    );
    this.#layer.replaceChildren(...boxes);
  }
}
