/**
 * What is rare on a page and has rules of its own: what nobody sees, furniture, layout tables, pictures
 * whose words stand beside them, lines that are placed one by one, languages that are declared wrongly.
 * Loaded for the first page that is more than headings, paragraphs and lists as they come. Knows nothing
 * of blocks and of how the rest is read.
 */
import type { BlockInit } from '../../core/article.js';
import { parentOf } from '../dom-tree.js';
import { hasInk, isShut } from '../geometry/seen.js';
import { createPageText } from '../page-text.js';
import { createComposedText, renderedIn } from './composed-text.js';
import { hintOf, isFurniture, type Hint } from './furniture.js';
import { watchArticle } from './watch-article.js';
import { watchOpening } from './watch-opening.js';
import { inWrittenLanguages } from './written-language.js';

export interface Look {
  /** Nothing of it is read. */
  readonly isSkipped: boolean;
  /** It is the text of a formula, and of its line, wherever it is laid. */
  readonly isFormula: boolean;
  /** It is read though screen readers pass it over: what they read instead, beside it, is not seen. */
  readonly isTwin: boolean;
  /** Its own text is drawn. */
  readonly isVisible: boolean;
  /** It has no meaning, whatever element it is: https://w3c.github.io/aria/#presentation */
  readonly isBare: boolean;
  /** The words of a picture; empty where it has none or they are read beside it, and of what is none. */
  readonly alt: string;
  /** It is a line of a page that was drawn, as a PDF is: 1 the first, 2 another; 0 for what is none. */
  readonly line: 0 | 1 | 2;
}

/** A shadow root, or the host of one that shows what is in it. */
type Tree = ShadowRoot | Element;

/** Of one reading, as what it has found out holds for that long. */
export interface CloserLook {
  /** Its children as they are rendered. */
  readonly renderedIn: (element: Element) => ArrayLike<Node>;
  readonly pageText: typeof createPageText;
  lookAt(element: Element, style: CSSStyleDeclaration): Look;
  /** At the end: the blocks in the languages that they are written in. */
  settle(text: string, blocks: readonly BlockInit[]): readonly BlockInit[];
}

const EPUB = 'http://www.idpf.org/2007/ops';

/**
 * Where a page of the printed book begins: https://www.w3.org/TR/dpub-aria-1.1/#doc-pagebreak and
 * https://www.w3.org/TR/epub-ssv-11/#pagebreak, whose attribute has a namespace in XHTML and none in HTML.
 */
const isPageBreak = (element: Element) =>
  element.getAttribute('role') === 'doc-pagebreak' ||
  /\bpagebreak\b/.test(
    element.getAttribute('epub:type') ?? element.getAttributeNS(EPUB, 'type') ?? '',
  );

const isNone = (element: Element | null | undefined) =>
  /^(none|presentation)$/.test(element?.getAttribute('role') ?? '');

/**
 * No words for a picture: the name of its file, with its ending or without, and that it is a picture
 * (https://www.w3.org/WAI/WCAG22/Techniques/failures/F30).
 */
const NAMELESS = new RegExp(
  [
    String.raw`\S*\.(jpe?g|png|gif|webp|svg|avif|bmp|heic)`,
    // A size, as content systems add it.
    String.raw`\S+-(\d{2,4}x\d{2,4}|scaled)`,
    // The word alone, or with a number or a moment: image-5, WhatsApp Image 2020-08-11 at 10.24.00.
    String.raw`(ال)?(صورة|لقطة شاشة|image|photo|picture|pic|img|imag|dsc[nf]?|pxl|mvimg|p|unnamed|untitled|screen ?shot|whatsapp image)([-_ ]?[\d(][\d()._ at-]*([ap]m)?)?`,
    // A moment, or a number that no one reads.
    String.raw`\d{6,}[\d_-]*`,
    // A hash; and letters of both sizes mixed with digits, as the names of uploads are.
    String.raw`(?=.*\d)(?=.*[a-f])[\da-f]{4,}(-?[\da-f]{4,}){2,}`,
  ]
    .map((it) => `^${it}$`)
    .join('|'),
  'i',
);
const UPLOAD = /^(?=.*[a-z])(?=.*[A-Z])(?=(.*?\d+[A-Za-z_-]+){2})[\w-]{11,}$/;

const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

/** The words of a picture, unless they are those of its caption or its link, and are read there. */
function altOf(element: Element): string {
  if (element.localName !== 'img')
    return element.getAttribute('role') === 'img' ? nameOf(element) : '';
  const alt = element.getAttribute('alt') ?? '';
  const words = plain(alt);
  const beside = element.closest('a,figure');
  return NAMELESS.test(words) ||
    UPLOAD.test(words) ||
    (beside && plain(beside.textContent).includes(words))
    ? ''
    : alt;
}

/** The name of a picture that is no `<img>`: https://www.w3.org/TR/accname-1.2/#computation-steps */
const nameOf = (element: Element) =>
  element.ariaLabelledByElements?.map(({ textContent }) => textContent).join(' ') ||
  element.getAttribute('aria-label') ||
  element.querySelector(':scope>title')?.textContent ||
  '';

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

/** Elements that style sheets cannot tell apart but by where they stand among their siblings. */
interface Kind {
  /** Of what is in them. */
  readonly inner: Map<string, Kind>;
  /** So many were found to be drawn as text is; below zero if one was not. */
  plain: number;
  /** They cut off what is beside them. */
  clips: boolean;
  /** What else their names say; undefined while nobody has asked. */
  hint?: Hint | null;
}

const newKind = (): Kind => ({ inner: new Map(), plain: 0, clips: false });

/** After so many that are all plainly seen the rest of a kind is, too: to ask is dear. */
const SAMPLE = 12;

/** Attributes that no style sheet goes by, or only by that they are there. */
const NO_MATTER = /^(href|title|target|rel|class)$/;

/** The same for elements of one kind in parents of one kind; empty for what is the only one of it. */
function keyOf({ localName, className, attributes }: Element): string {
  let key = `${localName} ${className}`;
  const { length } = attributes;
  for (let at = className && length === 1 ? 1 : 0; at < length; at++) {
    const { name, value } = attributes[at]!;
    if (name === 'style') key += `;${value}`;
    else if (name === 'href') key += ':';
    else if (!NO_MATTER.test(name)) return '';
  }
  return key;
}

/** A price of a shop, say, and beside it, laid out of sight, the same in words. */
const isTwin = (element: Element): boolean =>
  element.getAttribute('aria-hidden') === 'true' &&
  [element.previousElementSibling, element.nextElementSibling].some(
    (other) =>
      !!other?.textContent.trim() &&
      !other.querySelector('math') &&
      isShut(other, getComputedStyle(other)),
  );

/** Nothing odd about it. */
const PLAIN: Look = {
  isSkipped: false,
  isTwin: false,
  isFormula: false,
  isVisible: true,
  isBare: false,
  alt: '',
  line: 0,
};

/** The box that cuts off what stands beside it, as slides do; none where nothing stands out of it. */
function frameOf(element: Element, { clips }: Kind, outer: Element | undefined) {
  if (!clips) return outer;
  const { left, right, width, height } = element.getBoundingClientRect();
  // What has no room of its own is round what is placed elsewhere.
  if (width < 2 || height < 2) return outer;
  const inner = element.firstElementChild?.getBoundingClientRect();
  // What stands out at the side where lines begin is no room to scroll to.
  const isOut = !!inner && (inner.left < left - 1 || inner.right > right + 1);
  return isOut || element.scrollWidth > element.clientWidth + 1 ? element : outer;
}

/** Whether an element stands beside its frame, to the left or to the right, with all that is in it. */
function isBeside(element: Element, frame: Element): boolean {
  // A row that is moved as wide as its frame holds the slide that is seen.
  if (element.scrollWidth > element.clientWidth + 1) return false;
  const { left, right, width } = element.getBoundingClientRect();
  const box = frame.getBoundingClientRect();
  return width > 0 && (right <= box.left + 1 || left >= box.right - 1);
}

/** Of what the last reading of an attachment watches: the page is read anew for many reasons. */
const lives = new WeakMap<AbortSignal, AbortController>();

function renewedLife(signal: AbortSignal): AbortController {
  lives.get(signal)?.abort();
  const life = new AbortController();
  lives.set(signal, life);
  signal.addEventListener('abort', () => life.abort(), { signal: life.signal });
  return life;
}

/**
 * @param onOpen called once something can be seen that could not, or cannot that could
 * @param signal ends the watch for that; without one there is none
 */
export function closerLook(onOpen = () => {}, signal?: AbortSignal): CloserLook {
  const known = new WeakMap<Element, Kind>();
  const frames = new WeakMap<Element, Element>();
  const root = newKind();
  /** What nobody sees just now. */
  const hidden: Element[] = [];
  /** Where text stands that is in another tree than what it is rendered in. */
  const trees = new Set<Tree>();
  /** Components that are not there yet. */
  const awaited = new Set<string>();
  const shown = new WeakSet<Element>();
  let article: Element | null = null;
  function kindOf(element: Element): Kind {
    const parent = element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host;
    const { inner } = (parent && known.get(parent)) ?? root;
    let key = keyOf(element);
    // What a component renders has other rules than what it is given.
    if (key && parent !== element.parentElement) key = `:host ${key}`;
    const found = (key && inner.get(key)) || newKind();
    if (key) inner.set(key, found);
    if (element.firstElementChild || element.shadowRoot) known.set(element, found);
    return found;
  }
  const frameRound = (element: Element) => {
    const outer = parentOf(element);
    return outer && frames.get(outer);
  };
  const isHidden = (element: Element) => {
    const frame = frameRound(element);
    return isShut(element, getComputedStyle(element)) || (!!frame && isBeside(element, frame));
  };
  return {
    renderedIn(element) {
      const nodes = renderedIn(element);
      if (element.matches(':not(:defined)')) awaited.add(element.localName);
      const { parentNode } = nodes[0] ?? element;
      // Its own shadow root, or that whose component it is a part of.
      if (parentNode?.getRootNode() !== element.getRootNode()) trees.add(parentNode as Tree);
      return nodes;
    },
    pageText: (article, runs, roots) =>
      trees.size
        ? createComposedText(article, runs, [...roots, ...trees])
        : createPageText(article, runs, roots),
    lookAt(element, style) {
      // The first that is looked at stands in it directly.
      article ??= element.parentElement;
      const kind = kindOf(element);
      if (kind.hint === undefined) kind.hint = hintOf(element);
      const isOther = isFurniture(element, kind.hint);
      const outer = frameRound(element);
      const isAside = !!outer && isBeside(element, outer);
      if (kind.plain >= SAMPLE && !isAside) {
        if (outer) frames.set(element, outer);
        if (!isOther) shown.add(element);
        return isOther ? { ...PLAIN, isSkipped: true } : PLAIN;
      }
      const isGiven = element.hasAttribute('data-spoken');
      const isFormula = isFormulaText(element);
      const isShutAway = !isGiven && !isFormula && (isAside || isShut(element, style));
      if (isShutAway) hidden.push(element);
      kind.clips ||= /hidden|clip/.test(style.overflowX);
      const frame = frameOf(element, kind, outer ?? undefined);
      if (frame) frames.set(element, frame);
      const look: Look = {
        isFormula,
        isSkipped: isPageBreak(element) || isShutAway || isOther,
        isTwin: isTwin(element),
        isVisible: isGiven || hasInk(element, style),
        isBare:
          isNone(element) ||
          (/^t[dh]$/.test(element.localName) && isNone(element.closest('table'))),
        alt: altOf(element),
        line: lineOf(element, style),
      };
      const isPlain =
        !isShutAway &&
        !kind.clips &&
        look.isVisible &&
        !isFormula &&
        !look.isBare &&
        !look.line &&
        element.localName !== 'img';
      if (!look.isSkipped && look.isVisible && !isGiven && !isFormula) shown.add(element);
      kind.plain = isPlain && kind.plain >= 0 ? kind.plain + 1 : -1;
      return look;
    },
    settle(text, blocks) {
      if (signal && !signal.aborted) {
        const life = renewedLife(signal);
        const roots = article ? [article, ...trees] : [...trees];
        watchOpening({ roots, hidden, shown }, isHidden, onOpen, life);
        for (const tree of trees) watchArticle(tree, onOpen, life.signal);
        for (const name of awaited)
          void customElements.whenDefined(name).then(() => {
            if (!life.signal.aborted) onOpen();
          });
      }
      return inWrittenLanguages(text, blocks);
    },
  };
}
