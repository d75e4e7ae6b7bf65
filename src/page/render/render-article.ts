/**
 * Draws an article anew, by one walk over its blocks that decides what of the page's structure stands
 * round each text. Knows nothing of settings and of what the text is shown as.
 */
import type { Block, Span } from '../../core/article.js';
import type { Spoken } from '../../core/spoken.js';
import { createPageText, type PageText, type Run } from '../page-text.js';
import { directionOf, isMostlyRtl, isolated } from './bidi-isolates.js';
import {
  BARE,
  copyAttributes,
  HOLDERS,
  INLINE,
  isLayout,
  LEAVES,
  STRUCTURE,
  TABLE,
} from './kept-elements.js';
import { copyImage, picturesOf } from './pictures.js';
import { addLatinFace } from '../style/typefaces.js';

/** A run of the tree that was made; what is shown for it may change. */
export interface ShownRun extends Run {
  shown: Spoken | undefined;
}

/** A block of the article with the element that it was made into. */
export interface ShownBlock {
  readonly block: Block;
  readonly element: HTMLElement;
  /** Its text, in order; images are left out. */
  readonly runs: readonly ShownRun[];
}

export interface RenderedArticle {
  readonly page: PageText;
  readonly blocks: readonly ShownBlock[];
}

/** Their text is no prose: nothing is isolated or written otherwise in it. */
export const VERBATIM = 'code,kbd,samp,var,pre';

/** The elements round a text that are kept, from the outside in. */
interface Chain {
  readonly structure: readonly Element[];
  readonly inline: readonly Element[];
}

/** An element that is open; `source` is null for one that the page does not have. */
interface Open {
  readonly source: Element | null;
  readonly clone: HTMLElement;
}

/**
 * Builds a clean tree of the article: its structure, links, pictures, languages and directions as
 * the page has them, and nothing else of the page: no class, style, id, script, handler or control.
 * Each block is an element of its own, so a wall of text becomes paragraphs; text nodes hold the
 * article's own text, so offsets are the same in both trees.
 *
 * Text inside a right-to-left block has its Latin words and numbers isolated. Pictures are shown with
 * the words for them; without any, if they are large.
 *
 * @param source the article as it stands on the page, which is only read
 * @param container is emptied first, and gets the article's language and direction
 * @param only of the article, with what stands round it; all that is outside it is nowhere then
 */
export function renderArticle(
  source: PageText,
  container: HTMLElement,
  only: Span | null = null,
): RenderedArticle {
  const { article, roots } = source;
  const { text } = article;
  const runs: ShownRun[] = [];
  const blocks: ShownBlock[] = [];
  const chains = new Map<Element | null, Chain>();
  const clones = new Map<Element, HTMLElement>();
  const pictures = only ? [] : picturesOf(source);
  let picture = 0;

  const isRtl = isMostlyRtl(text.slice(0, 5000));
  container.replaceChildren();
  container.lang = article.lang;
  container.dir = isRtl ? 'rtl' : 'ltr';
  if (isRtl) addLatinFace(container.ownerDocument);
  const content = document.createDocumentFragment();

  const structure: Open[] = [];
  let inline: Open[] = [];
  let current: Block | null = null;

  const top = () => structure.at(-1)?.clone ?? null;
  const isRoot = (node: Node) => roots.includes(node);

  function chainOf(parent: Element | null): Chain {
    const known = chains.get(parent);
    if (known) return known;
    const structure: Element[] = [];
    const inline: Element[] = [];
    for (let at = parent; at; at = isRoot(at) ? null : at.parentElement) {
      const name = at.localName;
      if (
        INLINE.has(name) ||
        (BARE.has(name) && (at.hasAttribute('lang') || at.hasAttribute('dir')))
      )
        inline.unshift(at);
      // A paragraph with structure inside it is none.
      else if (LEAVES.has(name) ? !structure.length : STRUCTURE.has(name) || HOLDERS.has(name)) {
        if (!TABLE.has(name) || !isLayout(at)) structure.unshift(at);
      }
    }
    const chain = { structure, inline };
    chains.set(parent, chain);
    return chain;
  }

  function open(into: Open[], source: Element | null, name: string): HTMLElement {
    const clone = document.createElement(name);
    if (source) {
      copyAttributes(source, clone);
      clones.set(source, clone);
      if (name === 'td' || name === 'th') fillRow(source);
    }
    (inline.at(-1)?.clone ?? top() ?? content).append(clone);
    into.push({ source, clone });
    return clone;
  }

  /** Cells before this one that hold no text keep their place in the row. */
  function fillRow(cell: Element): void {
    const missing: Element[] = [];
    let before = cell.previousElementSibling;
    for (; before && !clones.has(before); before = before.previousElementSibling)
      if (/^t[dh]$/.test(before.localName)) missing.unshift(before);
    for (const each of missing) {
      const empty = document.createElement(each.localName);
      copyAttributes(each, empty);
      clones.set(each, empty);
      top()?.append(empty);
    }
  }

  /** Opens what has to be open for content of this chain; closes what must not be. */
  function enter({ structure: wanted, inline: wantedInline }: Chain, block: Block | null): Node {
    let isFresh = block !== current;
    if (isFresh) {
      current = block;
      inline = [];
      while (structure.length && isParagraph(structure.at(-1)!)) structure.pop();
    }
    const isOpen = structure.every(({ source }, at) => !source || source === wanted[at]);
    if (!isOpen || structure.filter(({ source }) => source).length !== wanted.length) {
      isFresh = true;
      inline = [];
      let depth = 0;
      while (structure[depth]?.source && structure[depth]!.source === wanted[depth]) depth++;
      structure.length = depth;
      for (const source of wanted.slice(depth)) open(structure, source, source.localName);
    }
    if (isFresh && block?.kind !== 'image') openParagraph(block);
    let depth = 0;
    while (inline[depth] && inline[depth]!.source === wantedInline[depth]) depth++;
    inline.length = depth;
    for (const source of wantedInline.slice(depth))
      open(inline, source, INLINE.has(source.localName) ? source.localName : 'span');
    return inline.at(-1)?.clone ?? top() ?? content;
  }

  /** The element that a block's text stands in, where the page gives it none. */
  function openParagraph(block: Block | null): void {
    const name = top()?.localName ?? '';
    if (LEAVES.has(name) || (HOLDERS.has(name) && !top()!.firstChild)) return;
    if (/^[uo]l$/.test(name)) open(structure, null, 'li');
    else if (name === 'dl') open(structure, null, 'dd');
    else if (block?.kind === 'heading') open(structure, null, `h${Math.min(6, block.level ?? 2)}`);
    else open(structure, null, 'p');
  }

  function addText(parent: Node, start: number, end: number, isolate: boolean): void {
    const words = text.slice(start, end);
    let at = start;
    for (const piece of isolate ? isolated(words) : [words]) {
      const node = typeof piece === 'string' ? document.createTextNode(piece) : piece.firstChild;
      parent.appendChild(typeof piece === 'string' ? node! : piece);
      const run = { node: node as Text, from: 0, start: at, end: at + node!.nodeValue!.length };
      runs.push({ ...run, shown: undefined });
      at = run.end;
    }
  }

  /** Pictures that stand before this node; all that are left without one. */
  function addPictures(before: Node | null): void {
    for (; picture < pictures.length; picture++) {
      const image = pictures[picture]!;
      if (before && !(image.compareDocumentPosition(before) & Node.DOCUMENT_POSITION_FOLLOWING))
        return;
      const chain = chainOf(image.parentElement);
      const isInside = structure.some(({ source }) => source && source === chain.structure.at(-1));
      enter(isInside ? chain : { ...chain, inline: [] }, isInside ? current : IMAGE).appendChild(
        copyImage(image),
      );
    }
  }

  let at = 0;
  for (const block of article.blocks) {
    if (only && !overlap(block, only)) continue;
    const from = Math.max(block.start, only?.start ?? 0);
    const until = Math.min(block.end, only?.end ?? Infinity);
    while (source.runs[at] && source.runs[at]!.end <= from) at++;
    const words = text.slice(block.start, block.end);
    const isRtlBlock = isMostlyRtl(words);
    const firstRun = runs.length;
    let last = from;
    for (let i = at; source.runs[i] && source.runs[i]!.start < until; i++) {
      const { node, from: inNode, start: runStart, end: runEnd } = source.runs[i]!;
      const start = Math.max(runStart, from);
      const end = Math.min(runEnd, until);
      addPictures(node);
      const parent = enter(chainOf(node.parentElement), block);
      const gap = text.slice(last, start);
      if (gap.includes('\n')) parent.appendChild(document.createElement('br'));
      // A line that was broken by width goes on.
      else if (gap) parent.appendChild(document.createTextNode(gap));
      // The space beside a picture is its run too, and text.
      if (node instanceof HTMLImageElement && inNode < Infinity) {
        const image = parent.appendChild(copyImage(node));
        runs.push({ node: image, from: 0, start, end, shown: undefined });
      } else {
        const isProse = !(parent as Element).closest?.(`${VERBATIM},bdi`);
        addText(parent, start, end, isRtlBlock && isProse);
      }
      last = end;
    }
    const element = top();
    if (!element || block.kind === 'image') continue;
    setLanguage(element, block, words);
    blocks.push({
      block,
      element,
      runs: runs.slice(firstRun).filter(({ node }) => node instanceof Text),
    });
  }
  addPictures(null);
  container.append(content);

  /** A block says its language and direction where they are not the article's. */
  function setLanguage(element: HTMLElement, { lang, kind }: Block, words: string): void {
    if (lang !== article.lang) element.lang = lang;
    const direction = directionOf(words);
    // A short line of Latin (a name as a heading) stays on the side of the others.
    const isForeign = direction !== 'both' && (direction === 'rtl') !== isRtl;
    if (!element.dir && isForeign && (lang !== article.lang || words.length > 60))
      element.dir = direction;
    // White space that the page kept.
    if (kind !== 'preformatted' && /\n|\s\s/.test(element.textContent))
      element.classList.add('kept');
  }

  const page = createPageText(article, runs, [container]);
  const toRange = (span: Span) =>
    only && !overlap(span, only) ? document.createRange() : page.toRange(span);
  return { page: { ...page, toRange, source }, blocks };
}

const overlap = (one: Span, other: Span) => one.start < other.end && one.end > other.start;

/** What pictures without a block of their own are entered with: nothing is opened round them. */
const IMAGE = { kind: 'image' } as Block;

const isParagraph = ({ source, clone }: Open) => !source || LEAVES.has(clone.localName);
