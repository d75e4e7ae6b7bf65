/** Marks as boxes over the text. Loaded with the first of them; knows nothing of what is read. */
import type { HighlightStyle } from '../../core/settings.js';
import { elementOf } from '../dom-tree.js';
import { intersection, isEmpty, subtract, type Box } from '../geometry/box.js';
import { bandOf, lineBoxesOf } from '../geometry/line-boxes.js';
import { clipBoxOf } from '../geometry/scrollers.js';
import type { PageText } from '../page-text.js';
import { COLORS, type Marks } from './marks.js';
import { Overlay, type Shape } from './overlay.js';

/** What fills lies over text that it cannot recolour: the sentence is a veil, the word a line under it. */
const CSS_TEXT = `
.sentence,.word{border-radius:3px}
.sentence{background-color:${COLORS.sentence};opacity:.35}
.word{background-color:color-mix(in srgb,${COLORS.word} 35%,transparent);border-block-end:3px solid ${COLORS.word}}
@media (forced-colors:active){
.sentence,.word,.line{forced-color-adjust:none}
.sentence{background-color:transparent;opacity:1;border:1px solid Mark}
.word{background-color:transparent;border-color:Highlight}
.line{background-color:Highlight!important}
}`;

/** How thick the lines are under or round what is marked; CSS pixels. */
const THICKNESS = { sentence: 2, word: 4 };

/**
 * Marks drawn over the text: lines under it or round it, in its own ink, which no engine draws so by
 * the CSS Custom Highlight API (it has no frames, and WebKit lets no line be thick); and all marks in
 * browsers without it. Loaded only then.
 */
export class HighlightBoxes {
  readonly #page: PageText;
  readonly #overlay: Overlay;
  #marks: Marks = {};
  #style: HighlightStyle = 'fill';

  /** @param layer where they are drawn: {@link Overlay} says more */
  constructor(page: PageText, layer: HTMLElement) {
    this.#page = page;
    this.#overlay = new Overlay({
      layer,
      root: page.root,
      name: 'article-reader-boxes',
      css: CSS_TEXT,
      shapes: () => [...this.#shapesOf('sentence'), ...this.#shapesOf('word')],
    });
  }

  /** Draws these marks and no others. */
  show(marks: Marks, style: HighlightStyle): void {
    this.#marks = marks;
    this.#style = style;
    this.#overlay.draw();
  }

  dispose(): void {
    this.#overlay.dispose();
  }

  #shapesOf(name: keyof Marks): Shape[] {
    const span = this.#marks[name];
    if (!span) return [];
    const node = this.#page.toRange(span).startContainer;
    const clip = clipBoxOf(node);
    const lines = lineBoxesOf(this.#page, span);
    const color = getComputedStyle(elementOf(node)!).color;
    const thickness = THICKNESS[name];
    const shapes: Record<HighlightStyle, () => Shape[]> = {
      fill: () => lines.map((box) => ({ name, box })),
      underline: () =>
        lines.map(({ left, right, bottom: top }) => ({
          name: 'line',
          box: { left, right, top, bottom: top + thickness },
          color,
        })),
      frame: () => frameOf(lines, thickness).map((box) => ({ name: 'line', box, color })),
    };
    return shapes[this.#style]()
      .map((shape) => ({ ...shape, box: intersection(shape.box, clip) }))
      .filter(({ box }) => !isEmpty(box));
  }
}

/** What is round lines and in none of them: one outline where they touch. */
function frameOf(lines: readonly Box[], thickness: number): Box[] {
  const inner = lines.map((_, index) => bandOf({ lines, first: index, last: index }, 0));
  return inner.flatMap(({ top, bottom, left, right }) =>
    inner.reduce(subtract, [
      {
        top: top - thickness,
        bottom: bottom + thickness,
        left: left - thickness,
        right: right + thickness,
      },
    ]),
  );
}
