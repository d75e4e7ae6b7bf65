/**
 * Line focus, ruler and dimming. Loaded with the first of them; knows nothing of marks and of
 * following.
 */
import { indexAt, type Span } from '../../core/article.js';
import { contrastRatio } from '../../core/contrast.js';
import type { Settings } from '../../core/settings.js';
import { PALETTES } from '../../core/themes.js';
import { elementOf } from '../dom-tree.js';
import {
  boundingBox,
  intersection,
  isEmpty,
  subtract,
  type Box,
  type Inset,
} from '../geometry/box.js';
import { boundsOf } from '../geometry/css-zoom.js';
import {
  bandOf,
  columnRound,
  lineBoxesBelow,
  lineBoxesOf,
  type Column,
} from '../geometry/line-boxes.js';
import { offsetAtPoint } from '../geometry/offset-at-point.js';
import { clipBoxOf } from '../geometry/scrollers.js';
import type { PageText } from '../page-text.js';
import { backgroundColorOf } from '../style/background-color.js';
import { Overlay, type Shape } from './overlay.js';

/** What is read, and whether a voice reads it just now. */
export interface Reading {
  readonly sentence: Span | null;
  readonly word: Span | null;
  readonly isPlaying: boolean;
}

export type FocusSettings = Pick<Settings, 'focusLines' | 'ruler' | 'dimming'>;

/** Forced colours leave no shades: there the lines in focus have edges. */
const CSS_TEXT = `
.lines{opacity:.82}
.dimming{opacity:.66}
.ruler{background:var(--_accent,${PALETTES.page.accent});border-radius:2px}
.edge{display:none}
@media (forced-colors:active){
.lines,.dimming,.ruler,.edge{forced-color-adjust:none}
.lines,.dimming{background:Canvas!important}
.ruler{background:Highlight!important}
.edge{display:block;border-block:2px solid CanvasText}
}`;

/** How thick the ruler is, and how far beside the text it and the veils reach; CSS pixels. */
const RULER = 3;
const BESIDE = 8;

/**
 * Helps the eye to keep its line: a few lines stay clear (line focus), a ruler lies under the line, or
 * all but the sentence is dimmed. The veils are drawn over the text, in the colour of its own background:
 * pictures, tables and floats are covered as text is.
 *
 * The line is that of the word that is read; all of the sentence's, while a voice reads that reports no
 * words; the first of a sentence that the user steps to. While no voice leads, it is the line at the
 * pointer, also when the text is scrolled under it, and the first in view before there is a pointer.
 * Nothing glides: there is nothing that `prefers-reduced-motion` could take away.
 */
export class ReadingFocus {
  readonly #page: PageText;
  readonly #layer: HTMLElement;
  readonly #inset: () => Inset;
  readonly #overlay: Overlay;
  readonly #listening = new AbortController();
  /** The nearest element that is laid out round all of the article. */
  readonly #whole: Element;
  #settings: FocusSettings = { focusLines: 0, ruler: false, dimming: false };
  #reading: Reading = { sentence: null, word: null, isPlaying: false };
  /** Whether the voice has reported words since it began to play. */
  #hasWords = false;
  #pointer: { readonly x: number; readonly y: number } | null = null;
  /** Whether the pointer has moved since the reading did. */
  #isPointed = false;
  /** The text that the pointer was at last. */
  #pointed: number | null = null;

  /**
   * @param page the text; another one, or the same one changed, needs another focus
   * @param layer where it is drawn: above the text and below the toolbar ({@link Overlay} says more)
   * @param inset what covers the top and the bottom of the window
   */
  constructor(
    page: PageText,
    layer: HTMLElement,
    inset: () => Inset = () => ({ top: 0, bottom: 0 }),
  ) {
    this.#page = page;
    this.#layer = layer;
    this.#inset = inset;
    this.#whole = holderOf(page);
    this.#overlay = new Overlay({
      layer,
      root: page.root,
      name: 'article-reader-focus',
      css: CSS_TEXT,
      watch: this.#whole,
      shapes: () => this.#shapes(),
    });
    const options = { capture: true, passive: true, signal: this.#listening.signal };
    for (const name of ['pointermove', 'pointerdown'] as const)
      document.addEventListener(name, (event) => this.#onPointer(event), options);
  }

  /** Goes where the reading is, and draws what these settings ask for and nothing else. */
  show(reading: Reading, settings: FocusSettings): void {
    const { sentence, word } = this.#reading;
    if (reading.sentence !== sentence || reading.word !== word) this.#isPointed = false;
    this.#hasWords = reading.isPlaying && (this.#hasWords || !!reading.word);
    this.#reading = reading;
    this.#settings = settings;
    this.#overlay.drawSoon();
  }

  /** Leaves the layer as it was. */
  dispose(): void {
    this.#listening.abort();
    this.#overlay.dispose();
  }

  #onPointer({ type, clientX: x, clientY: y }: PointerEvent) {
    const before = this.#pointer;
    // Scrolling moves no pointer, but some engines say that it does.
    if (before?.x === x && before.y === y) return;
    this.#pointer = { x, y };
    // Nor does text that comes under a pointer at rest: what is heard first may be that.
    if (!before && type === 'pointermove') return;
    this.#isPointed = true;
    if (!this.#isLed) this.#overlay.drawSoon();
  }

  /** Whether a voice says from word to word where it is. */
  get #isLed(): boolean {
    return this.#reading.isPlaying && !!this.#reading.word;
  }

  #shapes(): Shape[] {
    const { focusLines, ruler, dimming } = this.#settings;
    const place = this.#place();
    if (!place) return [];
    const { node, column } = place;
    const { lines, first } = column;
    const clip = clipBoxOf(node);
    const area = this.#area();
    const { left, right } = area;
    const color = backgroundColorOf(elementOf(node)!);
    const shapes: Shape[] = [];
    const veil = (name: string, over: Box, holes: readonly Box[]) => {
      const rest = holes.reduce((boxes, hole) => subtract(boxes, intersection(hole, clip)), [over]);
      for (const box of rest) shapes.push({ name, box, color });
    };
    let clear = area;
    if (focusLines) {
      const band = bandOf(column, (focusLines - 1) / 2);
      clear = intersection({ ...band, left, right }, clip);
      veil('lines', area, [clear]);
      shapes.push({ name: 'edge', box: clear });
    }
    if (dimming) veil('dimming', clear, this.#sentenceLines(place.offset));
    if (ruler) {
      const { bottom } = bandOf({ lines, first, last: first }, 0);
      const under = boundingBox(lines);
      const box = {
        top: bottom - RULER,
        bottom,
        left: Math.max(left, under.left - BESIDE),
        right: Math.min(right, under.right + BESIDE),
      };
      const accent = this.#accentOn(color);
      shapes.push({
        name: 'ruler',
        box: intersection(box, clip),
        ...(accent && { color: accent }),
      });
    }
    return shapes.filter(({ box }) => !isEmpty(box));
  }

  /** Of the interface's accents, for light and for dark, the first that is seen on this background. */
  #accentOn(background: string): string | undefined {
    const rgb = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(background);
    if (!rgb) return undefined;
    const hex = rgb.slice(1).map((channel) => Number(channel).toString(16).padStart(2, '0'));
    const accents = getComputedStyle(this.#layer).getPropertyValue('--_accent');
    return accents
      .match(/#[\da-f]{6}/gi)
      ?.find((accent) => contrastRatio(accent, `#${hex.join('')}`) >= 3);
  }

  /** Where the eye is to be: with the voice, else where the user went last. */
  #place(): Place | null {
    const { sentence, word, isPlaying } = this.#reading;
    if (sentence && (this.#isLed || !this.#isPointed)) {
      const isUnknown = isPlaying && !this.#hasWords;
      const place = this.#placeOf(word ?? (isUnknown ? sentence : characterSpan(sentence.start)));
      // Who scrolled on while nothing is said reads on there.
      if (isPlaying || (place && isInWindow(place.column))) return place;
    }
    if (this.#isPointed)
      this.#pointed =
        offsetAtPoint(this.#page, this.#pointer!.x, this.#pointer!.y) ?? this.#pointed;
    const offset = (this.#isPointed ? this.#pointed : null) ?? this.#firstInView();
    return offset === null ? null : this.#placeOf(characterSpan(offset));
  }

  #placeOf(span: Span): Place | null {
    const column = columnRound(this.#page, span);
    return column && { column, offset: span.start, node: this.#page.toRange(span).startContainer };
  }

  #firstInView(): number | null {
    const inset = this.#inset();
    const window = { ...this.#area(), top: inset.top, bottom: innerHeight - inset.bottom };
    const { top, bottom } = intersection(window, clipBoxOf(this.#whole));
    for (const line of lineBoxesBelow(this.#page, top)) {
      const y = (line.top + line.bottom) / 2;
      if (y > bottom) return null;
      const offset = y > top ? offsetAtPoint(this.#page, (line.left + line.right) / 2, y) : null;
      if (offset !== null) return offset;
    }
    return null;
  }

  /** Of each line of the sentence at an offset what is the sentence's. */
  #sentenceLines(offset: number): Box[] {
    const { blocks } = this.#page.article;
    const { sentences } = blocks[indexAt(blocks, offset)]!;
    const lines = lineBoxesOf(this.#page, sentences[indexAt(sentences, offset)]!);
    return lines.map((_, index) => bandOf({ lines, first: index, last: index }, 0));
  }

  /** All of the article, as far as the window is wide and scrolling containers show it. */
  #area(): Box {
    const { top, bottom, left, right } = boundsOf(this.#whole);
    const { clientWidth } = document.documentElement;
    const area = {
      top: top - BESIDE,
      bottom: bottom + BESIDE,
      left: Math.max(0, left - BESIDE),
      right: Math.min(clientWidth, right + BESIDE),
    };
    return intersection(area, clipBoxOf(this.#whole));
  }
}

/** A line that the eye is at. */
interface Place {
  readonly column: Column;
  readonly offset: number;
  readonly node: Node;
}

function holderOf({ article, toRange }: PageText): Element {
  const { commonAncestorContainer } = toRange({ start: 0, end: article.text.length });
  const holder = elementOf(commonAncestorContainer) ?? document.documentElement;
  // What is slotted stands in the region of its slot, beside whatever else the host renders.
  const slotted = [...holder.childNodes].find((node) => (node as Partial<Text>).assignedSlot);
  return (slotted as Text | undefined)?.assignedSlot?.parentElement ?? holder;
}

const characterSpan = (start: number): Span => ({ start, end: start + 1 });

const isInWindow = ({ lines, first }: Column) =>
  lines[first]!.bottom > 0 && lines[first]!.top < innerHeight;
