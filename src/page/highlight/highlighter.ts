/**
 * Paints the marks, by highlights where there are any. Knows nothing of voices and of scrolling.
 */
import type { HighlightStyle } from '../../core/settings.js';
import type { PageText } from '../page-text.js';
import { adoptSheet, createSheet, removeSheet } from '../style/adopted-sheet.js';
import type { HighlightBoxes } from './highlight-boxes.js';
import { elementOf } from '../dom-tree.js';
import { hasDarkScheme, isOnDark } from '../style/background-color.js';
import { COLORS, GROUNDS, type Marks } from './marks.js';

/** The layers, from below to above; their names in `CSS.highlights` are `article-reader-…`. */
const LAYERS = ['sentence', 'word'] as const;
type Layer = (typeof LAYERS)[number];

/** What the text stands on, where that is not what its scheme says. */
type Ground = '' | '-dark' | '-light';

const nameOf = (layer: Layer, ground: Ground) => `article-reader-${layer}${ground}`;

function rulesFor(ground: Ground, { sentence, onSentence, word, onWord }: typeof COLORS): string {
  const [ofSentence, ofWord] = LAYERS.map((layer) => nameOf(layer, ground));
  const css = `::highlight(${ofSentence}){background-color:${sentence};color:${onSentence}}
::highlight(${ofWord}){background-color:${word};color:${onWord};text-decoration-line:underline;text-decoration-thickness:3px;text-decoration-color:currentcolor;text-underline-offset:.35em}
@media (prefers-contrast:more),(forced-colors:active){
::highlight(${ofSentence}){background-color:transparent;color:currentcolor;text-decoration-line:underline;text-decoration-thickness:2px;text-underline-offset:.35em}
}
@media (forced-colors:active){
::highlight(${ofWord}){background-color:Highlight;color:HighlightText;text-decoration-color:HighlightText}
}`;
  return css;
}

/**
 * Each layer sets its ink with its paper, and goes with the ground that is drawn, also where the page says
 * nothing of it. Who wants more contrast, or colours of their own, has the sentence underlined and the word
 * filled: two marks that differ by more than a line. In print the article is just the article.
 */
const CSS_TEXT = `@media not print{${rulesFor('', COLORS)}${rulesFor('-dark', GROUNDS.dark)}${rulesFor('-light', GROUNDS.light)}}`;

type Root = Document | ShadowRoot;

/** Where rules for marks are, for every reader that paints there. */
const painted = new Map<Root, { readonly sheet: CSSStyleSheet; readonly by: Set<Highlighter> }>();

/**
 * Marks the sentence and the word that are being read, without touching the page's DOM: fills them by
 * the CSS Custom Highlight API; lines under or round them, and whatever is marked in a browser that has
 * no highlights, are drawn in a layer of the reader's own.
 *
 * Colours are custom properties, looked up where the text is: `--article-reader-sentence`,
 * `--article-reader-on-sentence`, `--article-reader-word`, `--article-reader-on-word`. The word is
 * underlined too, so that colour is never the only cue (WCAG 1.4.1); forced colours get the system's.
 */
export class Highlighter {
  readonly #text: PageText;
  readonly #layer: HTMLElement | null;
  readonly #painted: Partial<
    Record<
      Layer,
      { readonly range: Range; readonly highlights: HighlightRegistry; readonly name: string }
    >
  > = {};
  /** What is filled by highlights. */
  #marks: Marks = {};
  /** What is drawn in the layer, once that is loaded. */
  #drawn: { readonly marks: Marks; readonly style: HighlightStyle } = { marks: {}, style: 'fill' };
  #boxes: HighlightBoxes | Promise<void> | null = null;
  #isDisposed = false;

  /**
   * @param text what is marked
   * @param layer an `aria-hidden` element in the reader's shadow root, `position: absolute` and
   *   `pointer-events: none`. Given null, all styles fill, and nothing is marked without highlights.
   */
  constructor(text: PageText, layer: HTMLElement | null = null) {
    this.#text = text;
    this.#layer = layer;
  }

  /** Marks these, and nothing else. */
  show(marks: Marks, style: HighlightStyle = 'fill'): void {
    const isDrawn = this.#layer && (style !== 'fill' || !hasHighlights());
    // Chromium fills every highlight alike there, whatever its rule says: the sentence gets a line, drawn.
    const isForced = this.#layer && (forced ??= matchMedia('(forced-colors:active)')).matches;
    if (isForced && !isDrawn) {
      this.#fill({ word: marks.word });
      this.#draw({ sentence: marks.sentence }, 'underline');
    } else {
      this.#fill(isDrawn ? {} : marks);
      this.#draw(isDrawn ? marks : {}, style);
    }
  }

  /** Marks nothing. */
  clear(): void {
    this.show({});
  }

  /** Marks nothing and leaves the page's style sheets as they were. */
  dispose(): void {
    this.clear();
    this.#isDisposed = true;
    if (this.#boxes && 'dispose' in this.#boxes) this.#boxes.dispose();
    for (const [root, { sheet, by }] of painted) {
      if (!by.delete(this) || by.size) continue;
      removeSheet(root, sheet);
      painted.delete(root);
    }
  }

  #fill(marks: Marks) {
    if (!hasHighlights()) return;
    for (const layer of LAYERS) {
      const span = marks[layer];
      const old = this.#marks[layer];
      if (span && old && span.start === old.start && span.end === old.end) continue;
      this.#unpaint(layer);
      if (span) this.#paint(layer, this.#text.toRange(span));
    }
    this.#marks = marks;
  }

  #draw(marks: Marks, style: HighlightStyle) {
    this.#drawn = { marks, style };
    if (this.#boxes && 'show' in this.#boxes) this.#boxes.show(marks, style);
    else if (marks.sentence || marks.word) this.#boxes ??= this.#loadBoxes(this.#layer!);
  }

  async #loadBoxes(layer: HTMLElement) {
    const { HighlightBoxes } = await import('./highlight-boxes.js');
    if (this.#isDisposed) return;
    this.#boxes = new HighlightBoxes(this.#text, layer);
    this.#boxes.show(this.#drawn.marks, this.#drawn.style);
  }

  #paint(layer: Layer, range: Range) {
    const { startContainer } = range;
    // What the page has taken out is in no document; it is painted nowhere.
    const root = startContainer.isConnected ? (startContainer.getRootNode() as Root) : null;
    if (root) this.#adopt(root);
    // Each window has highlights of its own: the reader may have been taken into another.
    const { CSS, Highlight } = (startContainer.ownerDocument?.defaultView ?? window) as Window &
      typeof globalThis;
    const element = root && elementOf(startContainer);
    const name = nameOf(layer, element ? groundOf(element) : '');
    let highlight = CSS.highlights.get(name);
    if (!highlight) {
      highlight = new Highlight();
      highlight.priority = LAYERS.indexOf(layer);
      CSS.highlights.set(name, highlight);
    }
    highlight.add(range);
    this.#painted[layer] = { range, highlights: CSS.highlights, name };
  }

  /** Firefox paints a highlight only by rules of the text's own tree, which the page may throw out. */
  #adopt(root: Root) {
    const { sheet, by } = painted.get(root) ?? {
      sheet: createSheet(root, CSS_TEXT),
      by: new Set(),
    };
    painted.set(root, { sheet, by: by.add(this) });
    adoptSheet(root, sheet);
  }

  #unpaint(layer: Layer) {
    if (!this.#painted[layer]) return;
    const { range, highlights, name } = this.#painted[layer];
    delete this.#painted[layer];
    const highlight = highlights.get(name);
    highlight?.delete(range);
    if (highlight?.size === 0) highlights.delete(name);
  }
}

/** Asked with each mark: a page may be switched between light and dark while it is read. */
function groundOf(element: Element): Ground {
  const isDark = isOnDark(element);
  return isDark === hasDarkScheme(element) ? '' : isDark ? '-dark' : '-light';
}

/** Asked with each word. */
let forced: MediaQueryList | undefined;

const hasHighlights = () => typeof CSS !== 'undefined' && !!CSS.highlights;
