/**
 * Draws the passages that the user marked, under what is read. By highlights where there are any; in forced
 * colours, where Chromium fills all highlights alike, and without them, by lines drawn over the text.
 * Loaded with the first mark; knows nothing of who keeps them.
 */
import {
  ANNOTATION_COLORS,
  type AnnotationColor,
  type PlacedAnnotation,
} from '../../core/annotation.js';
import { elementOf } from '../dom-tree.js';
import { lineBoxesOf } from '../geometry/line-boxes.js';
import type { PageText } from '../page-text.js';
import { adoptSheet, createSheet, removeSheet } from '../style/adopted-sheet.js';
import { isOnDark } from '../style/background-color.js';
import { Overlay, type Shape } from './overlay.js';

/** Paper and line on light and on dark ground, and how the line goes: each differs from the others in grey. */
const LOOKS: Readonly<
  Record<AnnotationColor, { light: [string, string]; dark: [string, string]; line: string }>
> = {
  yellow: { light: ['#fdf0b0', '#7a5c00'], dark: ['#463c12', '#f0d264'], line: 'solid' },
  green: { light: ['#d5f2d8', '#1f6b35'], dark: ['#1c4128', '#8fdca4'], line: 'dashed' },
  blue: { light: ['#d6eafc', '#1a5a94'], dark: ['#1b3a5c', '#94c8f5'], line: 'dotted' },
  pink: { light: ['#fbdcea', '#982c63'], dark: ['#50233b', '#f3a6cb'], line: 'double' },
};

const INK = { light: '#16202a', dark: '#eef3f7' };
const GROUNDS = ['light', 'dark'] as const;

const nameOf = (color: AnnotationColor, ground: (typeof GROUNDS)[number]) =>
  `article-reader-${color}-${ground}`;

const CSS_TEXT = `@media not print{${ANNOTATION_COLORS.flatMap((color) =>
  GROUNDS.map((ground) => {
    const { [ground]: look, line } = LOOKS[color];
    const [paper, stroke] = look;
    return `::highlight(${nameOf(color, ground)}){background-color:${paper};color:${INK[ground]};text-decoration:underline ${line} 2px ${stroke};text-underline-offset:.4em}`;
  }),
).join('')}}`;

const BOXES = `${ANNOTATION_COLORS.map((color) => {
  const { light, line } = LOOKS[color];
  return `.${color}{border-block-end:3px ${line} ${light[1]};background-color:color-mix(in srgb,${light[1]} 18%,transparent)}`;
}).join('')}
@media (forced-colors:active){${ANNOTATION_COLORS.map((color) => `.${color}`).join()}{background:none;border-color:CanvasText}}`;

const hasHighlights = () => typeof CSS !== 'undefined' && !!CSS.highlights;

export class AnnotationMarks {
  readonly page: PageText;
  readonly #layer: HTMLElement | null;
  readonly #sheet: CSSStyleSheet;
  readonly #forced = matchMedia('(forced-colors:active)');
  readonly #dark = matchMedia('(prefers-color-scheme:dark)');
  readonly #life = new AbortController();
  readonly #observer = new MutationObserver(() => this.draw());
  readonly #ranges = new Map<Range, string>();
  #annotations: readonly PlacedAnnotation[] = [];
  #overlay: Overlay | null = null;

  /** @param layer where lines are drawn that are no highlights: {@link Overlay} says more */
  constructor(page: PageText, layer: HTMLElement | null) {
    this.page = page;
    this.#layer = layer;
    // Firefox paints a highlight only by rules of the text's own tree.
    this.#sheet = createSheet(page.root, CSS_TEXT);
    const { signal } = this.#life;
    for (const query of [this.#forced, this.#dark])
      query.addEventListener('change', () => this.draw(), { signal });
    // Other vowels or digits in the same node leave no range where it was.
    for (const root of page.roots)
      this.#observer.observe(root, { characterData: true, subtree: true });
  }

  /** Draws these and no others. */
  show(annotations: readonly PlacedAnnotation[]): void {
    this.#annotations = annotations;
    this.draw();
  }

  /** Draws them anew: the ground may be another. */
  draw(): void {
    this.#clear();
    const isDrawn = !hasHighlights() || (this.#forced.matches && this.#layer);
    if (!isDrawn) this.#paint();
    if (isDrawn && this.#layer && this.#annotations.length)
      this.#overlay ??= new Overlay({
        layer: this.#layer,
        root: this.page.root,
        name: 'article-reader-annotations',
        css: BOXES,
        shapes: () => this.#shapes(),
      });
    else if (!isDrawn) {
      this.#overlay?.dispose();
      this.#overlay = null;
    }
    this.#overlay?.draw();
  }

  /** Leaves the text as it was. */
  dispose(): void {
    this.#life.abort();
    this.#observer.disconnect();
    this.#clear();
    this.#overlay?.dispose();
    removeSheet(this.page.root, this.#sheet);
  }

  #paint(): void {
    adoptSheet(this.page.root, this.#sheet);
    for (const { start, end, annotation } of this.#annotations) {
      const range = this.page.toRange({ start, end });
      const element = range.startContainer.isConnected && elementOf(range.startContainer);
      if (!element) continue;
      const name = nameOf(annotation.color, isOnDark(element) ? 'dark' : 'light');
      const view = (element.ownerDocument.defaultView ?? window) as Window & typeof globalThis;
      let highlight = view.CSS.highlights.get(name);
      if (!highlight) {
        highlight = new view.Highlight();
        // Under the sentence that is read.
        highlight.priority = -1;
        view.CSS.highlights.set(name, highlight);
      }
      highlight.add(range);
      this.#ranges.set(range, name);
    }
  }

  #clear(): void {
    for (const [range, name] of this.#ranges) {
      const { highlights } = (
        (range.startContainer.ownerDocument?.defaultView ?? window) as Window & typeof globalThis
      ).CSS;
      const highlight = highlights.get(name);
      highlight?.delete(range);
      if (highlight?.size === 0) highlights.delete(name);
    }
    this.#ranges.clear();
  }

  #shapes(): Shape[] {
    return this.#annotations.flatMap(({ start, end, annotation }) =>
      lineBoxesOf(this.page, { start, end }).map((box) => ({
        name: annotation.color,
        box: { ...box, bottom: box.bottom + 3 },
      })),
    );
  }
}
