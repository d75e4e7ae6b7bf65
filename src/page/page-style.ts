import type { Palette } from '../core/themes.js';
import { adoptSheet, removeSheet } from './adopted-sheet.js';

/** A theme's colours, and the `color-scheme` that goes with them. */
export interface TextColors extends Pick<
  Palette,
  'paper' | 'ink' | 'accent' | 'sentence' | 'word' | 'onWord'
> {
  readonly scheme: string;
}

/** What the user changed about the text; what is missing or null is left to the page. */
export interface TextStyle {
  /** Percent of the page's own size, 50 to 500; 100 leaves it alone. */
  readonly textSize?: number | null;
  /** A multiple of the font size. */
  readonly lineHeight?: number | null;
  /** Added between words, in em. */
  readonly wordSpacing?: number | null;
  /** Of the text, and of what is marked in it while it is read. */
  readonly colors?: TextColors | null;
}

/** Never matches; lifts a rule's specificity above any that a page writes with a few ids. */
const LIFT = '#\\0#\\0#\\0#\\0';

/** What has a size and colours of its own. */
const MEDIA = ':not(img,picture,svg,svg *,video,canvas,iframe,object,embed,math,math *)';

/** Below this many CSS pixels of room at the reader's size, indents and columns give way to text. */
const ROOM = 480;

const important = (declarations: Record<string, string | number>) =>
  Object.entries(declarations)
    .map(([name, value]) => `${name}:${value}!important`)
    .join(';');

/**
 * The rules for what the user changed, and none for what was not: the page's own design holds until
 * then. Rules are `!important` and of high specificity, so they win over resets, frameworks, ID
 * selectors and inline styles; a page's own `!important` in an inline style or a cascade layer wins.
 *
 * Size is by `zoom`, which scales what is set in px too and leaves the cascade alone. At more than
 * 100 % nothing has a fixed width or height and long words break; where little room is left, indents,
 * floats and columns are given up and tables are read row by row, so that 500 % fits a view 320 CSS
 * px wide without scrolling sideways (WCAG 1.4.4, 1.4.10). With a spacing of their own, lines are
 * neither justified nor hyphenated, and letters of Arabic are never spaced (W3C, Arabic layout
 * requirements). On paper nothing of this holds.
 *
 * @param content selects the outermost elements of the text
 */
export function styleRules(content: string, style: TextStyle): string {
  const rules: string[] = [];
  const rule = (selector: string, declarations: Record<string, string | number>) =>
    rules.push(`${selector}{${important(declarations)}}`);
  const root = `:is(${content},${LIFT})`;
  /** The outermost elements and all inside them that match. */
  const all = (matching = '') => `${root}${matching},${root} *${matching}`;

  const { textSize, lineHeight, wordSpacing } = style;
  const zoom = (textSize ?? 100) / 100;
  if (zoom !== 1) rule(root, { zoom });
  if (zoom > 1) {
    rule(all(), {
      'max-inline-size': '100%',
      'min-inline-size': 0,
      'box-sizing': 'border-box',
      'overflow-wrap': 'anywhere',
    });
    rule(all(MEDIA), {
      'block-size': 'auto',
      'max-block-size': 'none',
      '-webkit-line-clamp': 'none',
      'text-wrap-mode': 'wrap',
    });
    // WebKit lets a space at the end of a line stand out even so; nothing else is cut off.
    rule(all(':is(pre,textarea)'), { 'white-space': 'break-spaces', 'overflow-x': 'clip' });
    rule(all(':is(img,video,canvas)'), { 'block-size': 'auto' });
    rules.push(`@media (max-width:${ROOM * zoom}px){`);
    rule(all(MEDIA), {
      'inline-size': 'auto',
      'margin-inline': 0,
      'padding-inline': 0,
      'text-indent': 0,
      float: 'none',
      columns: 'auto',
      'flex-wrap': 'wrap',
      'grid-template-columns': 'minmax(0,1fr)',
    });
    rule(all(':is(img,video,picture,iframe)'), { float: 'none', 'margin-inline': 0 });
    rule(all(':is(ul,ol)'), { 'list-style-position': 'inside' });
    rule(all(':is(table,caption,thead,tbody,tfoot,tr,th,td)'), { display: 'block' });
    rules.push('}');
  }

  if (lineHeight != null) rule(all(':not(sub,sup)'), { 'line-height': lineHeight });
  if (wordSpacing != null) rule(all(), { 'word-spacing': `${wordSpacing}em` });
  if (lineHeight != null || wordSpacing != null) {
    rule(all(), { 'text-align': 'start', hyphens: 'none', '-webkit-hyphens': 'none' });
    rule(all(':is(:lang(ar),:lang(fa),:lang(ur),:lang(ckb),:lang(ps),:lang(ug),:lang(sd))'), {
      'letter-spacing': 'normal',
    });
  }
  if (style.colors) {
    const { paper, ink: color, accent, sentence, word, onWord, scheme } = style.colors;
    const ink = { color, '-webkit-text-fill-color': 'currentcolor', 'text-shadow': 'none' };
    const bare = { ...ink, 'background-color': 'transparent', 'background-image': 'none' };
    rule(`${root} *${MEDIA}`, { ...bare, 'border-color': 'currentcolor' });
    rule(`${all('::before')},${all('::after')},${all('::marker')}`, bare);
    rule(root, {
      ...bare,
      'background-color': paper,
      'color-scheme': scheme,
      '--article-reader-sentence': sentence,
      '--article-reader-on-sentence': color,
      '--article-reader-word': word,
      '--article-reader-on-word': onWord,
    });
    rule(`${all(':any-link')},${root} :any-link *`, { color: accent });
  }
  return rules.length ? `@media not print{${rules.join('')}}` : '';
}

/** One reader's sheet in the text's document or shadow root; the page's DOM is not touched. */
export class PageStyle {
  readonly #root: Document | ShadowRoot;
  readonly #content: string;
  #sheet: CSSStyleSheet | undefined;
  #css = '';

  /**
   * @param root the tree that the text is in
   * @param content selects the outermost elements of the text, such as `#${CSS.escape(id)}` or
   *   `article-reader:state(r1) > *`
   */
  constructor(root: Document | ShadowRoot, content: string) {
    this.#root = root;
    this.#content = content;
  }

  /** Styles the text so, and in no other way; comes back if the page threw the sheet out. */
  apply(style: TextStyle): void {
    const css = styleRules(this.#content, style);
    if (!css) return this.dispose();
    this.#sheet ??= new CSSStyleSheet();
    if (css !== this.#css) this.#sheet.replaceSync((this.#css = css));
    adoptSheet(this.#root, this.#sheet);
  }

  /** Gives the text back to the page. */
  dispose(): void {
    if (this.#sheet) removeSheet(this.#root, this.#sheet);
  }
}
