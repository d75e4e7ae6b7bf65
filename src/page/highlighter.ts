import type { Span } from '../core/article.js';
import { PALETTES } from '../core/themes.js';
import { adoptSheet, removeSheet } from './adopted-sheet.js';
import type { HighlightBoxes } from './highlight-boxes.js';
import type { PageText } from './page-text.js';

/** What is marked; a layer that is missing is not painted. */
export interface Marks {
  readonly sentence?: Span | null | undefined;
  readonly word?: Span | null | undefined;
}

/** The layers, from below to above; their names in `CSS.highlights` are `article-reader-…`. */
const LAYERS = ['sentence', 'word'] as const;
type Layer = (typeof LAYERS)[number];

const { sentence, word, ink, onWord } = PALETTES.page;
const custom = (name: string, fallback: string) => `var(--article-reader-${name},${fallback})`;
export const COLORS = {
  sentence: custom('sentence', sentence),
  onSentence: custom('on-sentence', ink),
  word: custom('word', word),
  onWord: custom('on-word', onWord),
};

/** Each layer sets its ink with its paper: a page that is dark without saying so stays legible. */
const CSS_TEXT = `
::highlight(article-reader-sentence){background-color:${COLORS.sentence};color:${COLORS.onSentence}}
::highlight(article-reader-word){background-color:${COLORS.word};color:${COLORS.onWord};text-decoration-line:underline;text-decoration-thickness:3px;text-decoration-color:currentcolor;text-underline-offset:.35em}
@media (forced-colors:active){
::highlight(article-reader-sentence){background-color:Mark;color:MarkText}
::highlight(article-reader-word){background-color:Highlight;color:HighlightText;text-decoration-color:HighlightText}
}`;

let sheet: CSSStyleSheet | undefined;
/** One sheet serves every reader on the page: how many of them paint in a root. */
const painters = new WeakMap<Document | ShadowRoot, Set<Highlighter>>();

/**
 * Marks the sentence and the word that are being read, without touching the page's DOM: by the CSS
 * Custom Highlight API, else by boxes drawn in a layer of the reader's own.
 *
 * Colours are custom properties, looked up where the text is: `--article-reader-sentence`,
 * `--article-reader-on-sentence`, `--article-reader-word`, `--article-reader-on-word`. The word is
 * underlined too, so that colour is never the only cue (WCAG 1.4.1); forced colours get the system's.
 */
export class Highlighter {
  readonly #text: PageText;
  readonly #ranges: Partial<Record<Layer, Range>> = {};
  #marks: Marks = {};
  #boxes: HighlightBoxes | null = null;
  #isDisposed = false;

  /**
   * @param text what is marked
   * @param layer where boxes are drawn if the browser has no highlights: an empty, `aria-hidden`
   *   element in the reader's shadow root, `position: absolute` and `pointer-events: none`. Given null
   *   as well as no highlights, nothing is marked.
   */
  constructor(text: PageText, layer: HTMLElement | null = null) {
    this.#text = text;
    if (layer && !hasHighlights()) void this.#loadBoxes(layer);
  }

  /** Marks these, and nothing else. */
  show(marks: Marks): void {
    this.#adopt();
    for (const layer of LAYERS) {
      const span = marks[layer];
      const old = this.#marks[layer];
      if (span && old && span.start === old.start && span.end === old.end) continue;
      this.#unpaint(layer);
      if (span) this.#paint(layer, this.#text.toRange(span));
    }
    this.#marks = marks;
    this.#boxes?.show(this.#ranges);
  }

  /** Marks nothing. */
  clear(): void {
    for (const layer of LAYERS) this.#unpaint(layer);
    this.#marks = {};
    this.#boxes?.show({});
  }

  /** Marks nothing and leaves the page's style sheets as they were. */
  dispose(): void {
    this.clear();
    this.#isDisposed = true;
    this.#boxes?.dispose();
    const { root } = this.#text;
    const users = painters.get(root);
    users?.delete(this);
    if (sheet && !users?.size) removeSheet(root, sheet);
  }

  async #loadBoxes(layer: HTMLElement) {
    const { HighlightBoxes } = await import('./highlight-boxes.js');
    if (this.#isDisposed) return;
    this.#boxes = new HighlightBoxes(layer);
    this.#boxes.show(this.#ranges);
  }

  /** Firefox paints a highlight only by rules of the text's own tree. */
  #adopt() {
    if (!hasHighlights()) return;
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(CSS_TEXT);
    }
    const { root } = this.#text;
    painters.set(root, (painters.get(root) ?? new Set()).add(this));
    adoptSheet(root, sheet);
  }

  #paint(layer: Layer, range: Range) {
    this.#ranges[layer] = range;
    if (!hasHighlights()) return;
    const name = `article-reader-${layer}`;
    let highlight = CSS.highlights.get(name);
    if (!highlight) {
      highlight = new Highlight();
      highlight.priority = LAYERS.indexOf(layer);
      CSS.highlights.set(name, highlight);
    }
    highlight.add(range);
  }

  #unpaint(layer: Layer) {
    const range = this.#ranges[layer];
    if (!range) return;
    delete this.#ranges[layer];
    if (!hasHighlights()) return;
    const name = `article-reader-${layer}`;
    const highlight = CSS.highlights.get(name);
    highlight?.delete(range);
    if (highlight?.size === 0) CSS.highlights.delete(name);
  }
}

const hasHighlights = () => typeof CSS !== 'undefined' && !!CSS.highlights;
