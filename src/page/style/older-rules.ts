/**
 * Rules for browsers that lack some CSS, in place of those that the others get. Loaded there only, with
 * the first setting of the text that needs them; knows nothing of who adopts the sheet.
 *
 * - Without `zoom` (Firefox before 126) each text gets a size of its own: the page's, as it is measured,
 *   times the reader's. Lines grow with their text. Pictures, and spaces that are set in px, do not.
 * - Without `text-wrap-mode` (Chrome before 130, Firefox before 124, Safari before 17.4) lines that the
 *   page does not let break are found by looking.
 * - Without `light-dark()` (Chrome before 123, Firefox before 120, Safari before 17.5) colours are light
 *   or dark as the system, or the page, is when they are asked for.
 */
import type { TextColors } from '../../core/text-colors.js';
import { COLOR_SCHEMES, PALETTES } from '../../core/themes.js';
import { lazyRules as commonRules } from './lazy-rules.js';
import { ruleBook, type LazyRules, type TextStyle } from './rule-book.js';

/** What has no text, or text whose size is part of a drawing. */
const NO_TEXT = ':not(script,style,template,br,img,video,canvas,iframe,object,svg,svg *)';

/** How many ancestors an element may be told by, before it is told by its place. */
const DEPTH = 2;

/** In place of `lazyRules`: call it while no rules of ours hold in the text. */
export function lazyRules(
  root: Document | ShadowRoot,
  content: string,
  style: TextStyle,
): LazyRules {
  const { theme = 'page', ink, paper, brightness = 100 } = style;
  let colors: TextColors | null = null;
  let chosen = theme;
  if (!CSS.supports('color', 'light-dark(red,red)') && !ink && !paper) {
    if (theme === 'system') chosen = isDarkSystem() ? 'dark' : 'light';
    else if (theme === 'page' && brightness < 100)
      chosen = isDark(root.querySelector(content)) ? 'dark' : 'light';
    const palette = PALETTES[chosen];
    if (theme === 'system')
      colors = { ...palette, onSentence: palette.ink, scheme: COLOR_SCHEMES[chosen] };
  }
  const common = commonRules(root, content, { ...style, theme: chosen });
  return {
    colors: common.colors ?? colors,
    rules: [...textRules(root, content, style), ...common.rules],
  };
}

const isDarkSystem = () => matchMedia('(prefers-color-scheme: dark)').matches;

/** What `light-dark()` would choose: https://drafts.csswg.org/css-color-5/#light-dark */
function isDark(element: Element | null): boolean {
  const scheme = element ? getComputedStyle(element).colorScheme : '';
  return /dark/.test(scheme) && (!/light/.test(scheme) || isDarkSystem());
}

/** Rules for the size and the breaking of each text, as few as the page has sizes. */
function textRules(
  root: Document | ShadowRoot,
  content: string,
  { textSize, lineHeight }: TextStyle,
): readonly string[] {
  const { rules, all, rule } = ruleBook(content);
  const zoom = (textSize ?? 100) / 100;
  const isSized = zoom !== 1 && !CSS.supports('zoom', '1');
  const breaks = zoom > 1 && !CSS.supports('text-wrap-mode', 'wrap');
  if (!isSized && !breaks) return rules;

  const declarationsOf = (element: Element): string => {
    const style = getComputedStyle(element);
    const declarations: Record<string, string> = {};
    if (isSized) {
      const size = parseFloat(style.fontSize);
      const line = parseFloat(style.lineHeight);
      declarations['font-size'] = `${rounded(size * zoom)}px`;
      if (line && lineHeight == null) declarations['line-height'] = `${rounded(line / size)}`;
    }
    const space = { nowrap: 'normal', pre: 'pre-wrap' }[style.whiteSpace];
    if (breaks && space) declarations['white-space'] = space;
    return JSON.stringify(declarations);
  };

  for (const [declarations, selectors] of selectorsBy(root, content, declarationsOf)) {
    const parsed = JSON.parse(declarations) as Record<string, string>;
    if (Object.keys(parsed).length) rule(all(`:is(${selectors.join()})`), parsed);
  }
  return rules;
}

const rounded = (value: number) => Math.round(value * 1000) / 1000;

/**
 * Selectors of all elements of a text, by what is said of each. Nothing may be written on the elements, so
 * they are told by what they are; where two that are alike are not to be treated alike, by what they
 * are in too; and last by their place. What comes later to the page is so treated as what is like it.
 */
function selectorsBy(
  root: Document | ShadowRoot,
  content: string,
  valueOf: (element: Element) => string,
): Map<string, string[]> {
  const selectors = new Map<string, string[]>();
  const add = (value: string, selector: string) =>
    selectors.set(value, [...(selectors.get(value) ?? []), selector]);
  const elements = root.querySelectorAll(`:is(${content},:is(${content}) *)${NO_TEXT}`);
  let rest = [...elements].map((element) => ({ element, value: valueOf(element) }));
  for (let depth = 0; depth <= DEPTH; depth++) {
    const kinds = new Map<string, typeof rest>();
    for (const each of rest) {
      const kind = kindOf(each.element, depth);
      const alike = kinds.get(kind);
      if (alike) alike.push(each);
      else kinds.set(kind, [each]);
    }
    rest = [];
    for (const [kind, alike] of kinds) {
      const { value } = alike[0]!;
      if (alike.every((each) => each.value === value)) add(value, kind);
      else rest.push(...alike);
    }
  }
  for (const { element, value } of rest) add(value, placeOf(element));
  return selectors;
}

/** Exactly what it is: no element is of two kinds. */
function kindOf(element: Element, depth: number): string {
  const is = (name: string) => {
    const value = element.getAttribute(name);
    return value === null ? `:not([${name}])` : `[${name}="${CSS.escape(value)}"]`;
  };
  const kind = CSS.escape(element.localName) + is('class') + is('style');
  const { parentElement } = element;
  return depth && parentElement ? `${kindOf(parentElement, depth - 1)}>${kind}` : kind;
}

/** Which child it is of which child, and so on. */
function placeOf(element: Element): string {
  const { parentElement } = element;
  if (!parentElement) return ':not(* > *)';
  const at = [...parentElement.children].indexOf(element) + 1;
  return `${placeOf(parentElement)}>:nth-child(${at})`;
}
