/**
 * The look that the user asked for, as one sheet. Knows nothing of marks, and touches no element.
 */
import { BASE_SETTINGS } from '../../core/settings.js';
import type { TextColors } from '../../core/text-colors.js';
import { COLOR_SCHEMES, PALETTES } from '../../core/themes.js';
import { adoptSheet, createSheet, removeSheet } from './adopted-sheet.js';
import {
  LAZY_SETTINGS,
  MEDIA,
  ROOM,
  ruleBook,
  type LazyRules,
  type TextStyle,
} from './rule-book.js';

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
 * @param lazy what {@link PageStyle} has loaded for the settings that few readers have
 * @param ground selects what the text lies on; it is told its paper by `--_ground`
 */
export function styleRules(
  content: string,
  style: TextStyle,
  lazy?: LazyRules | null,
  ground?: string,
): string {
  const { rules, root, all, rule } = ruleBook(content);
  const { textSize, lineHeight, wordSpacing, theme = 'page' } = style;
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
    // By direction too: themes declare English on whatever they are used for.
    rule(
      all(
        ':is(:dir(rtl):not([lang]),:lang(ar),:lang(fa),:lang(ur),:lang(ckb),:lang(ps),:lang(ug),:lang(sd))',
      ),
      {
        'letter-spacing': 'normal',
      },
    );
  }
  const palette = PALETTES[theme];
  const colors: TextColors | null =
    lazy?.colors ??
    (theme === 'page'
      ? null
      : { ...palette, onSentence: palette.ink, scheme: COLOR_SCHEMES[theme] });
  if (colors) {
    const { paper, ink: color, accent, sentence, onSentence, word, onWord, scheme } = colors;
    const ink = { color, '-webkit-text-fill-color': 'currentcolor', 'text-shadow': 'none' };
    const bare = { ...ink, 'background-color': 'transparent', 'background-image': 'none' };
    rule(`${root} *${MEDIA}`, { ...bare, 'border-color': 'currentcolor' });
    rule(`${all('::before')},${all('::after')},${all('::marker')}`, bare);
    rule(root, {
      ...bare,
      'background-color': paper,
      ...(scheme && { 'color-scheme': scheme }),
      '--article-reader-sentence': sentence,
      '--article-reader-on-sentence': onSentence,
      '--article-reader-word': word,
      '--article-reader-on-word': onWord,
    });
    rule(`${all(':any-link')},${root} :any-link *`, { color: accent });
    // Round the text too: its letters do not stand at the edge of another ground.
    if (ground) rule(ground, { '--_ground': paper });
    else rule(root, { 'box-shadow': `0 0 0 16px ${paper}` });
  }
  if (lazy) rules.push(...lazy.rules);
  return rules.length ? `@media not print{${rules.join('')}}` : '';
}

/** Who knows this knows `text-wrap-mode` and `light-dark()` too; for others there is `older-rules.ts`. */
const NEWER = '(zoom:1) and (text-wrap-style:balance)';

/** Once it is loaded, for all readers on the page. */
let lazyRules: typeof import('./lazy-rules.js').lazyRules | undefined;

/** One reader's sheet in the text's document or shadow root; the page's DOM is not touched. */
export class PageStyle {
  readonly #root: Document | ShadowRoot;
  readonly #content: string;
  readonly #ground: string | undefined;
  #sheet: CSSStyleSheet | undefined;
  #css = '';
  #style: TextStyle = {};

  /**
   * @param root the tree that the text is in
   * @param content selects the outermost elements of the text, such as `#${CSS.escape(id)}` or
   *   `article-reader:state(r1) > *`
   * @param ground selects what the text lies on, if that is the reader's own
   */
  constructor(root: Document | ShadowRoot, content: string, ground?: string) {
    this.#root = root;
    this.#content = content;
    this.#ground = ground;
  }

  /** Styles the text so, and in no other way; comes back if the page threw the sheet out. */
  apply(style: TextStyle): void {
    this.#style = style;
    // There the rules are measured on the page's own.
    const isOlder = !CSS.supports(NEWER);
    if (isOlder) this.#remove();
    const isChosen =
      isOlder ||
      LAZY_SETTINGS.some(
        (name) => (style[name] ?? null) !== null && style[name] !== BASE_SETTINGS[name],
      );
    if (isChosen && !lazyRules) void this.#load(isOlder);
    const lazy = isChosen ? lazyRules?.(this.#root, this.#content, style) : null;
    const css = styleRules(this.#content, style, lazy, this.#ground);
    if (!css) return this.#remove();
    this.#sheet ??= createSheet(this.#root);
    if (css !== this.#css) this.#sheet.replaceSync(css);
    this.#css = css;
    adoptSheet(this.#root, this.#sheet);
  }

  /** Gives the text back to the page. */
  dispose(): void {
    this.#style = {};
    this.#remove();
  }

  #remove(): void {
    if (this.#sheet) removeSheet(this.#root, this.#sheet);
  }

  /** Once they are there, what holds by then; without them the rest holds. */
  async #load(isOlder: boolean): Promise<void> {
    const module = await (isOlder ? import('./older-rules.js') : import('./lazy-rules.js')).catch(
      () => null,
    );
    if (!module) return;
    ({ lazyRules } = module);
    this.apply(this.#style);
  }
}
