/**
 * What is rare on a page and has rules of its own: what nobody sees, furniture, layout tables, pictures
 * whose words stand beside them, lines that are placed one by one, languages that are declared wrongly.
 * Loaded for the first page that is more than headings, paragraphs and lists as they come. Knows nothing
 * of blocks and of how the rest is read.
 */
import type { BlockInit } from '../../core/article.js';
import { hasInk, isShut } from '../geometry/seen.js';
import { isFurniture } from './furniture.js';
import { inWrittenLanguages } from './written-language.js';

export interface Look {
  /** Nothing of it is read. */
  readonly isSkipped: boolean;
  /** It is the text of a formula, and of its line, wherever it is laid. */
  readonly isFormula: boolean;
  /** Its own text is drawn. */
  readonly isVisible: boolean;
  /** It has no meaning, whatever element it is: https://w3c.github.io/aria/#presentation */
  readonly isBare: boolean;
  /** It is a picture that has no words, or whose words are read beside it. */
  readonly isTold: boolean;
  /** It is a line of a page that was drawn, as a PDF is: 1 the first, 2 another; 0 for what is none. */
  readonly line: 0 | 1 | 2;
}

export interface CloserLook {
  lookAt(element: Element, style: CSSStyleDeclaration): Look;
  /** The blocks in the languages that they are written in. */
  settle(text: string, blocks: readonly BlockInit[]): readonly BlockInit[];
}

const isNone = (element: Element | null | undefined) =>
  /^(none|presentation)$/.test(element?.getAttribute('role') ?? '');

/**
 * No words for a picture: the name of its file, and that it is a picture
 * (https://www.w3.org/WAI/WCAG22/Techniques/failures/F30).
 */
const NAMELESS =
  /^\S*\.(jpe?g|png|gif|webp|svg|avif|bmp)$|^(صورة|الصورة|image|photo|picture|img|(img|dsc[nf]?|pxl|screenshot)[-_ ]?[\d_-]+)$/i;

const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Its words are those of its caption or its link, and are read there; or they are none. */
function isTold(element: Element): boolean {
  const alt = plain(element.getAttribute('alt') ?? '');
  const beside = element.closest('a,figure');
  return NAMELESS.test(alt) || (!!alt && !!beside && plain(beside.textContent).includes(alt));
}

/**
 * The text of a formula, laid out of sight on purpose: what is seen is a drawing of it beside it, which
 * has no text that could be read and is hidden from screen readers (KaTeX, MathJax, MediaWiki).
 */
const isFormulaText = (element: Element): boolean =>
  element.firstElementChild?.localName === 'math' &&
  !!element.parentElement?.querySelector(':scope > [aria-hidden=true]');

function lineOf(element: Element, { position }: CSSStyleDeclaration): Look['line'] {
  if (!/absolute|fixed/.test(position) || element.localName !== 'div') return 0;
  if (element.querySelector('p,div,li,h1,h2,h3')) return 0;
  const isLike = (other: Element | null) =>
    other?.localName === 'div' && getComputedStyle(other).position === position;
  if (isLike(element.previousElementSibling)) return 2;
  return isLike(element.nextElementSibling) ? 1 : 0;
}

export const closerLook: CloserLook = {
  lookAt(element, style) {
    const isFormula = isFormulaText(element);
    const isGiven = element.hasAttribute('data-spoken');
    return {
      isFormula,
      isSkipped:
        // Where a page of the printed book begins: https://www.w3.org/TR/dpub-aria-1.1/#doc-pagebreak
        element.getAttribute('role') === 'doc-pagebreak' ||
        (!isGiven && !isFormula && isShut(element, style)) ||
        isFurniture(element),
      isVisible: isGiven || hasInk(element, style),
      isBare:
        isNone(element) || (/^t[dh]$/.test(element.localName) && isNone(element.closest('table'))),
      isTold: element.localName === 'img' && isTold(element),
      line: lineOf(element, style),
    };
  },
  settle: inWrittenLanguages,
};
