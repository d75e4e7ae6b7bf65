// Long because one walk decides everything: what is skipped, where a block ends, which space counts.
import {
  createArticle,
  type BlockInit,
  type BlockKind,
  type Segmentation,
} from '../../core/article.js';
import { createPageText, type PageText, type Run } from '../page-text.js';

export interface ReadOptions {
  readonly segmentation: Segmentation;
  /** BCP 47 language of text for which no `lang` attribute is in force; `ar` by default. */
  readonly lang?: string;
}

/** What is not the article: never entered, whatever it holds. */
export const SKIPPED = [
  'script,style,template,noscript,title,nav,button,input,select,textarea,datalist,svg:not([role=img]),iframe,audio',
  'video,canvas,object,embed,rt,rp,article-reader,[data-reader-skip],[aria-hidden=true],[inert]',
  '[role=navigation],[role=button]',
].join();

/** By tag name and by ARIA role. */
const KINDS: Readonly<Record<string, BlockKind>> = Object.fromEntries(
  Object.entries({
    heading: 'h1 h2 h3 h4 h5 h6 heading',
    'list-item': 'li dt dd listitem',
    quote: 'blockquote',
    caption: 'figcaption caption',
    cell: 'td th cell gridcell columnheader rowheader',
    preformatted: 'pre',
  }).flatMap(([kind, names]) => names.split(' ').map((name) => [name, kind as BlockKind])),
);

/** Tags that are read in the line they stand in, and of which nothing is to be seen when left out. */
const PHRASING = /^([abi]|em|s(mall|pan|trong|u[bp]))$/;

/** A block of more words than these is a wall of text: people read about 40 to 120 at one go. */
const WALL = 130;

const COLLAPSIBLE = /^[ \t\n\r\f]+|[ \t\n\r\f]{2,}|[ \t\n\r\f]$/g;

/** Something to see: not only spaces, no-break spaces, soft hyphens and invisible marks. */
const VISIBLE = /[^\s\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;

/** What holds for the text directly in a block element. */
interface Context {
  readonly kind: BlockKind;
  readonly level: number | undefined;
  readonly lang: string;
  /** White space is kept as it stands. */
  readonly kept: boolean;
  /** `visibility: visible`; children of what is hidden can be visible again. */
  readonly shown: boolean;
}

/** What holds inside an element that is read. */
interface Inside {
  readonly context: Context;
  /** It begins and ends a block. */
  readonly block: boolean;
  /** It stands elsewhere on the page, so it shares no word with the text round it. */
  readonly apart?: boolean;
}

/**
 * Reads the article out of a page, in one walk over the DOM that changes nothing.
 *
 * Read: what a sighted reader sees, in the order of the document, with white space as it is rendered
 * (https://html.spec.whatwg.org/#the-innertext-idl-attribute), and the alternative text of images:
 * a block of its own where the image stands alone or before text, else words in the sentence.
 * What is not read and still has its place on the page (a control, an icon, an advertisement) parts
 * the words or blocks round it.
 * Not read: what is hidden (by CSS, `hidden`, `aria-hidden`, `inert`, a closed `<details>`), controls,
 * navigation, other media, ruby readings, `[data-reader-skip]`, another reader, and what custom
 * elements render in their own shadow root (their slotted content is read; a `Range` cannot cross
 * into another tree). Language is the block's: an inline run's own `lang` is not told apart.
 *
 * A `<br>` ends a line, two of them a block. A block of more than about 130 words is cut into
 * several by `segmentation.paragraphs`; sentences are found only when asked for.
 *
 * @param root the element whose content is read, itself hidden or not; or a list of nodes (what is
 *   slotted), each read itself.
 */
export function readArticle(
  root: Element | readonly Node[],
  { segmentation, lang = 'ar' }: ReadOptions,
): PageText {
  const roots: readonly Node[] = 'nodeType' in root ? [root] : root;
  const blocks: BlockInit[] = [];
  const texts: string[] = [];
  const runs: Run[] = [];
  /** Length of the text so far, with the line feed that parts two blocks. */
  let length = 0;

  // The block that is being read.
  let block: { text: string; runs: Run[]; context: Context; images: boolean } | null = null;
  /** Collapsed white space, or what parts words, that is written only if something follows in the block. */
  let space: { node: Text | Element; from: number } | null = null;
  /** Line breaks since the last text. */
  let breaks = 0;

  /** Parts what comes before from what follows, by a space that is not on the page. */
  const part = (node: Text | Element) => (space ??= { node, from: Infinity });

  const lastNode = () => block?.runs.at(-1)?.node ?? null;

  function close() {
    const it = block;
    block = space = null;
    breaks = 0;
    if (!it || !VISIBLE.test(it.text)) return;
    const { kind, level, lang } = it.context;
    const start = length;
    texts.push(it.text);
    for (const run of it.runs) runs.push(run);
    length += it.text.length + 1;
    for (const part of isWall(it.text, kind) ? segmentation.paragraphs(it.text, lang) : [null]) {
      blocks.push({
        start: start + (part?.start ?? 0),
        end: start + (part?.end ?? it.text.length),
        kind: it.images ? 'image' : kind,
        ...(level && !it.images && { level }),
        lang,
      });
    }
  }

  function append(context: Context, node: Text | Element, from: number, text: string) {
    if (breaks > 1) close();
    block ??= { text: '', runs: [], context, images: false };
    if (block.text) {
      if (breaks) block.text += '\n';
      // An icon does not part a word from the comma after it.
      else if (space && (space.from < Infinity || !/^[\p{Po}\p{Pe}]/u.test(text)))
        write(space.node, space.from, ' ');
    }
    breaks = 0;
    space = null;
    write(node, from, text);
  }

  function write(node: Text | Element, from: number, text: string) {
    const start = length + block!.text.length;
    const last = block!.runs.at(-1);
    block!.text += text;
    const end = start + text.length;
    if (last?.node === node && last.end === start && last.from + start - last.start === from) {
      block!.runs[block!.runs.length - 1] = { ...last, end };
    } else block!.runs.push({ node, from, start, end });
  }

  function readText(node: Text, context: Context) {
    const { data } = node;
    if (context.kept) return append(context, node, 0, data);
    let from = 0;
    const piece = (to: number) => {
      if (to > from) append(context, node, from, data.slice(from, to).replace(/[\t\n\r\f]/g, ' '));
    };
    for (const gap of data.matchAll(COLLAPSIBLE)) {
      piece(gap.index);
      space ??= { node, from: gap.index };
      from = gap.index + gap[0].length;
    }
    piece(data.length);
  }

  function readImage(image: Element, alt: string, context: Context, alone: boolean) {
    if (alone || !block || breaks > 1) close();
    const isBlock = !block;
    // In a line of text it is a word of its own, whatever it touches.
    if (!isBlock) part(image);
    append(context, image, 0, alt.trim().replace(/\s+/g, ' '));
    if (isBlock) {
      block!.images = true;
      close();
    } else part(image);
  }

  /** What holds inside an element; null if it is not read. */
  function enter(element: Element, outer: Context): Inside | null {
    const style = getComputedStyle(element);
    const { display } = style;
    // WebKit gives a display to what no slot shows; others give none to what is not rendered.
    if (!display || display === 'none' || style.contentVisibility === 'hidden') return null;
    const shown = style.visibility === 'visible';
    const name = element.localName;
    // Out of the flow, what is inline has `display: block` too, and parts nothing:
    // https://www.w3.org/TR/css-display-3/#transformations
    const isInline = /^(inline|contents|ruby|math)/.test(display);
    const isPlaced = !isInline && /^[af]/.test(style.position);
    const isOut = isPlaced || (!isInline && style.float !== 'none');
    if (element.matches(SKIPPED)) {
      // To engines before `display: ruby-text` a ruby reading is a block.
      if (outer.shown && !isOut && name !== 'rt') {
        if (!isInline) close();
        else if (display !== 'inline' || !PHRASING.test(name)) part(element);
      }
      return null;
    }
    const role = element.getAttribute('role');
    const alt = name === 'img' ? element.getAttribute('alt') : role === 'img' && nameOf(element);
    if (alt || /^(img|svg)$/.test(name)) {
      if (alt && shown) readImage(element, alt, outer, !isInline);
      return null;
    }
    const kind = (role && KINDS[role]) || KINDS[name];
    // What is hidden takes up room in the flow only, and what is in it none besides.
    const isBlock =
      (shown || (outer.shown && !isOut)) &&
      (kind ||
        // A first letter that floats is part of its word.
        !(isInline || (isOut && (isPlaced ? PHRASING.test(name) : isLetter(element)))));
    if (!isBlock) {
      const apart = shown && isPlaced;
      if (
        apart ||
        // Boxes side by side are words apart; of letters that are each in one a word is made.
        (/^inline-/.test(display) &&
          element.previousElementSibling?.contains(lastNode()) &&
          !isLetter(element))
      )
        part(element);
      return { context: shown === outer.shown ? outer : { ...outer, shown }, block: false, apart };
    }
    return {
      block: true,
      context: {
        kind: kind ?? outer.kind,
        level: kind ? levelOf(element, kind) : outer.level,
        lang: canonical(element.getAttribute('lang')) ?? outer.lang,
        kept: keepsSpace(style),
        shown,
      },
    };
  }

  // An explicit stack: a page may nest deeper than the language does.
  interface Frame extends Inside {
    readonly nodes: ArrayLike<Node>;
    readonly host: boolean;
    at: number;
  }
  const stack: Frame[] = [];

  // What is slotted is read as the siblings that it is, inline text and elements alike.
  const isRoot = 'nodeType' in root;
  const top = isRoot ? root : (roots[0]?.parentElement ?? document.documentElement);
  const kind = (isRoot && KINDS[top.localName]) || 'paragraph';
  stack.push({
    nodes: isRoot ? root.childNodes : roots,
    context: {
      kind,
      level: levelOf(top, kind),
      lang: languageOf(top) ?? lang,
      kept: keepsSpace(getComputedStyle(top)),
      shown: true,
    },
    block: true,
    host: isRoot && !!top.shadowRoot,
    at: 0,
  });
  while (stack.length) {
    const frame = stack[stack.length - 1]!;
    const node = frame.nodes[frame.at++];
    if (!node) {
      if (frame.block) close();
      // At its last text: a space at the element would come before what is in it.
      const last = frame.apart && lastNode();
      if (last) part(last);
      stack.pop();
    } else if (frame.host && !(node as Element).assignedSlot) {
      // Not rendered: no slot takes it.
    } else if (node.nodeType === Node.TEXT_NODE) {
      if (frame.context.shown) readText(node as Text, frame.context);
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      const element = node as Element;
      if (element.localName === 'br') {
        breaks++;
        continue;
      }
      const inner = enter(element, frame.context);
      if (!inner) continue;
      if (inner.block) close();
      const isClosed = element.localName === 'details' && !(element as HTMLDetailsElement).open;
      stack.push({
        nodes: isClosed
          ? element.querySelectorAll(':scope > summary:first-of-type')
          : element.childNodes,
        ...inner,
        host: !!element.shadowRoot,
        at: 0,
      });
    }
  }

  const article = createArticle(
    { text: texts.join('\n'), lang: mainLanguage(blocks) ?? languageOf(top) ?? lang, blocks },
    segmentation,
  );
  return createPageText(article, runs, roots);
}

/** As {@link readArticle}, when somebody first asks for something of it. */
export function readLater(root: Element, options: ReadOptions): PageText {
  let read: PageText | undefined;
  const page = () => (read ??= readArticle(root, options));
  return {
    root: root.getRootNode() as Document | ShadowRoot,
    roots: [root],
    get article() {
      return page().article;
    },
    get runs() {
      return page().runs;
    },
    toRange: (span) => page().toRange(span),
    toOffset: (node, offset) => page().toOffset(node, offset),
    spanOfSelection: (selection) => page().spanOfSelection(selection),
  };
}

const keepsSpace = (style: CSSStyleDeclaration) => /^(pre|break)/.test(style.whiteSpace);

const isLetter = ({ textContent }: Element) => textContent.trim().length < 3;

/** The name of a picture that is no `<img>`: https://www.w3.org/TR/accname-1.2/#computation-steps */
const nameOf = (element: Element) =>
  element.ariaLabelledByElements?.map(({ textContent }) => textContent).join(' ') ||
  element.ariaLabel ||
  element.querySelector(':scope>title')?.textContent;

function levelOf({ localName, ariaLevel }: Element, kind: BlockKind): number | undefined {
  if (kind !== 'heading') return undefined;
  return Number(/^h[1-6]$/.test(localName) ? localName[1] : ariaLevel) || 2;
}

function isWall(text: string, kind: BlockKind): boolean {
  if (kind === 'heading' || kind === 'preformatted' || text.length < WALL * 2) return false;
  let words = 1;
  for (let at = text.indexOf(' '); at >= 0 && words <= WALL; at = text.indexOf(' ', at + 1))
    words++;
  return words > WALL;
}

/** The language of most of the text. */
function mainLanguage(blocks: readonly BlockInit[]): string | undefined {
  const lengths = new Map<string, number>();
  for (const { lang, start, end } of blocks) {
    lengths.set(lang, (lengths.get(lang) ?? 0) + end - start);
  }
  return [...lengths].sort(([, a], [, b]) => b - a)[0]?.[0];
}

/** Tags that are as they should be: the first question to `Intl` takes 25 ms or more of a page's loading. */
const COMMON = /^(?:ar|en|fa|fr|he|ur)(?:-[A-Z]{2})?$/;

/** A tag that `Intl` accepts (pages write `ar_SA`); undefined for none and for nonsense. */
export function canonical(lang: string | null): string | undefined {
  if (lang && COMMON.test(lang)) return lang;
  try {
    return lang ? Intl.getCanonicalLocales(lang.replaceAll('_', '-'))[0] : undefined;
  } catch {
    return undefined;
  }
}

/** The language in force on a node: the nearest `lang` attribute, out of shadow roots too. */
function languageOf(node: Node): string | undefined {
  for (let at: Node | null = node; at; at = at.parentNode ?? (at as ShadowRoot).host ?? null) {
    const lang = at instanceof Element ? canonical(at.getAttribute('lang')) : undefined;
    if (lang) return lang;
  }
  return undefined;
}
