/**
 * Rules of settings that few readers have. Loaded with the first of them; knows nothing of samples,
 * and adopts no sheet.
 */
import { textColors } from '../../core/text-colors.js';
import { MEDIA, ROOM, ruleBook, type LazyRules, type TextStyle } from './rule-book.js';
import { fontFamily } from './typefaces.js';

/** Below this many CSS pixels of room at the reader's size, margins give way to text. */
const NARROWEST = 320;

const HEADINGS = 'h1,h2,h3,h4,h5,h6,[role=heading]';
const IN_HEADINGS = `${HEADINGS},:is(${HEADINGS}) *`;
const BOLD = 'b,strong,th,dt,:is(b,strong,th,dt) *';

/** Letters that are not read as text: code, formulas, and icons, which are letters of their own font. */
const OWN_FACE = ':not(code,code *,pre,pre *,kbd,samp,tt,[class*=icon i],:empty)';

/** Pictures that are drawings only; a picture with words is `img` or has the role. */
const DRAWINGS = ':is(svg:not([role=img]),canvas,video):not(:is(a,button,summary) *)';

/**
 * The rules of settings that few readers have: loaded with the first of them.
 *
 * - Long lines are cut at a measure of the text's own size, so that headings and paragraphs end
 *   together. Margins give way where the view is narrower than {@link NARROWEST} at that size.
 * - Lines are justified only where there is room for it: between few words gaps become rivers, and no
 *   engine lengthens letters (W3C, Arabic layout requirements).
 * - Pictures are hidden without being taken away: their words stay for a screen reader and for the
 *   voice, and so do captions, which are text of the article.
 * - Without emphasis links are underlined, so that they are told by more than colour (WCAG 1.4.1);
 *   what is struck out stays so, since it means the contrary of what it says.
 *
 * @param root the tree that the text is in
 * @param content selects the outermost elements of the text
 */
export function lazyRules(
  root: Document | ShadowRoot,
  content: string,
  style: TextStyle,
): LazyRules {
  const { rules, root: outermost, all, rule } = ruleBook(content);
  const { typeface, fontWeight, paragraphSpacing, measure, margins, align } = style;
  const { ink, paper, brightness = 100, pictures = true, emphasis = true } = style;
  const zoom = (style.textSize ?? 100) / 100;

  if (typeface && typeface !== 'page') {
    const document = root.ownerDocument ?? (root as Document);
    rule(all(MEDIA + OWN_FACE), { 'font-family': fontFamily(typeface, document) });
  }
  if (fontWeight != null) {
    const heavy = emphasis ? `${IN_HEADINGS},${BOLD}` : IN_HEADINGS;
    rule(all(`:not(${heavy})`), { 'font-weight': fontWeight });
    // Told apart from the rest, however heavy that is.
    rule(all(`:is(${heavy})`), { 'font-weight': Math.min(900, Math.max(700, fontWeight + 200)) });
  }
  if (paragraphSpacing != null) {
    rule(all(':is(p,ul,ol,dl,blockquote,pre,figure,table,details)'), {
      'margin-block': `0 ${paragraphSpacing}em`,
    });
    rule(`${outermost} :is(li,blockquote,td) :is(p,ul,ol):last-child`, { 'margin-block': 0 });
  }
  if (measure != null) {
    const longest = measure * fontSizeOf(root, content);
    rule(outermost, { 'max-inline-size': `min(${longest}px,100%)`, 'margin-inline': 'auto' });
  }
  if (margins != null) {
    const longest = measure != null ? `${measure * fontSizeOf(root, content)}px,` : '';
    rules.push(`@media (min-width:${NARROWEST * zoom}px){`);
    rule(outermost, {
      'max-inline-size': `min(${longest}${100 - 2 * margins}%)`,
      'margin-inline': 'auto',
    });
    rules.push('}');
  }
  if (align && align !== 'page') {
    rule(all(), { 'text-align': 'start', hyphens: 'none', '-webkit-hyphens': 'none' });
  }
  if (align === 'justify') {
    rules.push(`@media (min-width:${ROOM * zoom}px){`);
    rule(all(':is(p,li,dd,blockquote)'), {
      'text-align': 'justify',
      'text-align-last': 'start',
      'text-justify': 'inter-word',
    });
    rules.push('}');
  }
  if (brightness < 100)
    rule(all(':is(img,video,canvas)'), { filter: `brightness(${brightness}%)` });
  if (!pictures) {
    rule(all(DRAWINGS), { display: 'none' });
    rule(all(':is(img,svg[role=img])'), {
      'inline-size': 0,
      'block-size': 0,
      'min-inline-size': 0,
      'min-block-size': 0,
      margin: 0,
      padding: 0,
      border: 0,
      opacity: 0,
      // Of a picture that could not be loaded Chromium draws the words.
      'font-size': 0,
    });
    const bare = { 'background-image': 'none', 'border-image': 'none', 'list-style-image': 'none' };
    rule(`${all()},${all('::before')},${all('::after')}`, bare);
  }
  if (!emphasis) {
    rule(all(), { 'font-style': 'normal', 'font-variant-caps': 'normal' });
    rule(all(':not(:any-link,:any-link *,s,strike,del)'), { 'text-decoration-line': 'none' });
    rule(all(':any-link'), { 'text-decoration-line': 'underline' });
    if (fontWeight == null) rule(all(`:not(${IN_HEADINGS})`), { 'font-weight': 'normal' });
  }
  const hasColors = ink || paper || brightness < 100;
  return { colors: hasColors ? textColors(style) : null, rules };
}

/** The size of most of the text, in CSS pixels before it is zoomed. */
function fontSizeOf(root: Document | ShadowRoot, content: string): number {
  const paragraphs = [...root.querySelectorAll(`:is(${content}) p,:is(${content}):is(p)`)];
  const sample = paragraphs
    .slice(0, 40)
    .reduce<Element | null>(
      (longest, each) =>
        longest && longest.textContent!.length >= each.textContent!.length ? longest : each,
      root.querySelector(`:is(${content})`),
    );
  return sample ? parseFloat(getComputedStyle(sample).fontSize) : 16;
}
