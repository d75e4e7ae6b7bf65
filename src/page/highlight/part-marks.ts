/**
 * Tells parts of words apart by colour: every other one is painted, so that half of them are as they were.
 * By highlights, which leave the text whole: letters stay joined, and a word is one word to who selects,
 * copies or listens. Without highlights nothing is painted. Knows nothing of what the parts are.
 */
import { elementOf } from '../dom-tree.js';
import { adoptSheet, createSheet, removeSheet } from '../style/adopted-sheet.js';
import { isOnDark } from '../style/background-color.js';

const NAMES = { light: 'article-reader-part-light', dark: 'article-reader-part-dark' } as const;

/**
 * Blue and orange, which every kind of colour blindness tells from black and white, and lighter or darker than
 * the ink: 7:1 on white and sepia, and on the dark papers (WCAG 1.4.6). Who wants more contrast has a line too.
 */
const CSS_TEXT = `@media not print{::highlight(${NAMES.light}){color:#003f96}::highlight(${NAMES.dark}){color:#ffb454}
@media (prefers-contrast:more){::highlight(${NAMES.light}),::highlight(${NAMES.dark}){text-decoration:underline 2px;text-underline-offset:.45em}}}`;

export class PartMarks {
  readonly #root: Document | ShadowRoot;
  readonly #sheet: CSSStyleSheet;
  readonly #painted = new Map<object, { readonly name: string; readonly ranges: Range[] }>();

  /** @param root the tree that the text is in */
  constructor(root: Document | ShadowRoot) {
    this.#root = root;
    this.#sheet = createSheet(root, CSS_TEXT);
    adoptSheet(root, this.#sheet);
  }

  /** Paints these, in place of what was painted under the same key. */
  show(key: object, ranges: Range[]): void {
    this.hide(key);
    const element = ranges[0] && elementOf(ranges[0].startContainer);
    if (!element?.isConnected || !CSS.highlights) return;
    const name = NAMES[isOnDark(element) ? 'dark' : 'light'];
    let highlight = CSS.highlights.get(name);
    if (!highlight) {
      highlight = new Highlight();
      // Over what is read: its ground stays.
      highlight.priority = 2;
      CSS.highlights.set(name, highlight);
    }
    for (const range of ranges) highlight.add(range);
    this.#painted.set(key, { name, ranges });
  }

  hide(key: object): void {
    const { name, ranges } = this.#painted.get(key) ?? {};
    const highlight = name && CSS.highlights.get(name);
    if (!highlight) return;
    for (const range of ranges!) highlight.delete(range);
    if (!highlight.size) CSS.highlights.delete(name);
    this.#painted.delete(key);
  }

  /** Leaves the text as it was. */
  dispose(): void {
    for (const key of [...this.#painted.keys()]) this.hide(key);
    removeSheet(this.#root, this.#sheet);
  }
}
