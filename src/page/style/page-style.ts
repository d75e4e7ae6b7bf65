import { BASE_SETTINGS, type Settings } from '../../core/settings.js';
import type { TextColors } from '../../core/text-colors.js';
import { COLOR_SCHEMES, PALETTES } from '../../core/themes.js';
import { adoptSheet, removeSheet } from './adopted-sheet.js';

/** Settings of the text whose rules are loaded when somebody has one of them. */
const FURTHER = [
  'typeface',
  'fontWeight',
  'paragraphSpacing',
  'measure',
  'margins',
  'align',
  'ink',
  'paper',
  'brightness',
  'pictures',
  'emphasis',
] as const;

/** What the user changed about the text; what is missing or as by default is left to the page. */
export type TextStyle = Partial<
  Pick<Settings, 'textSize' | 'lineHeight' | 'wordSpacing' | 'theme' | (typeof FURTHER)[number]>
>;

/** Rules of the settings that are loaded when they are first needed. */
export interface FurtherRules {
  /** Instead of the theme's colours. */
  readonly colors: TextColors | null;
  /** After the common rules. */
  readonly rules: readonly string[];
}

/** Never matches; lifts a rule's specificity above any that a page writes with a few ids. */
const LIFT = '#\\0#\\0#\\0#\\0';

/** What has a size and colours of its own. */
export const MEDIA = ':not(img,picture,svg,svg *,video,canvas,iframe,object,embed,math,math *)';

/** Below this many CSS pixels of room at the reader's size, indents and columns give way to text. */
export const ROOM = 480;

const important = (declarations: Record<string, string | number>) =>
  Object.entries(declarations)
    .map(([name, value]) => `${name}:${value}!important`)
    .join(';');

/** Rules about one content, as they are written. */
export function ruleBook(content: string) {
  const rules: string[] = [];
  const root = `:is(${content},${LIFT})`;
  return {
    rules,
    /** Selects the outermost elements. */
    root,
    /** Selects the outermost elements and all inside them that match. */
    all: (matching = '') => `${root}${matching},${root} *${matching}`,
    rule: (selector: string, declarations: Record<string, string | number>) =>
      rules.push(`${selector}{${important(declarations)}}`),
  };
}

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
 * @param further what {@link PageStyle} has loaded for the settings that are rarer
 * @param ground selects what the text lies on; it is told its paper by `--_ground`
 */
export function styleRules(
  content: string,
  style: TextStyle,
  further?: FurtherRules | null,
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
    rule(all(':is(:lang(ar),:lang(fa),:lang(ur),:lang(ckb),:lang(ps),:lang(ug),:lang(sd))'), {
      'letter-spacing': 'normal',
    });
  }
  const palette = PALETTES[theme];
  const colors: TextColors | null =
    further?.colors ??
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
    if (ground) rule(ground, { '--_ground': paper });
  }
  if (further) rules.push(...further.rules);
  return rules.length ? `@media not print{${rules.join('')}}` : '';
}

let furtherRules: typeof import('./lazy-rules.js').furtherRules | undefined;

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
    const isFurther = FURTHER.some(
      (name) => (style[name] ?? null) !== null && style[name] !== BASE_SETTINGS[name],
    );
    if (isFurther && !furtherRules) void this.#load();
    const further = isFurther && furtherRules?.(this.#root, this.#content, style);
    const css = styleRules(this.#content, style, further || null, this.#ground);
    if (!css) return this.#remove();
    this.#sheet ??= new CSSStyleSheet();
    if (css !== this.#css) this.#sheet.replaceSync((this.#css = css));
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
  async #load(): Promise<void> {
    const module = await import('./lazy-rules.js').catch(() => null);
    if (!module) return;
    ({ furtherRules } = module);
    this.apply(this.#style);
  }
}
