/**
 * One walk over the page that decides what of it is the article, where blocks begin and end, and what
 * parts words. Knows nothing of how text is shown, marked or said.
 */
import type { Segmentation } from '../../core/article.js';
import { canonicalLanguage, languageOf } from '../language.js';
import { createPageText, type PageText } from '../page-text.js';
import { createArticleWriter, type BlockContext } from './article-writer.js';
import { headingLevelOf, KINDS } from './block-kinds.js';
import type { CloserLook } from './closer-look.js';
import { SKIPPED } from './skipped.js';

export interface ReadOptions {
  readonly segmentation: Segmentation;
  /** BCP 47 language of text for which no `lang` attribute is in force; `ar` by default. */
  readonly lang?: string;
  /** What is rare on a page and has rules of its own, once that is loaded; for one reading. */
  readonly closer?: CloserLook | undefined;
}

/** Tags that are read in the line they stand in, and of which nothing is to be seen when left out. */
const PHRASING = new Set(['a', 'b', 'em', 'i', 'small', 'span', 'strong', 'sub', 'sup']);

/** What holds for the text directly in an element. */
interface Context extends BlockContext {
  /** Its text is drawn; children of what is hidden can be visible again. */
  readonly isVisible: boolean;
}

/** What holds inside an element that is read. */
interface Inside {
  readonly context: Context;
  /** It begins and ends a block. */
  readonly isBlock: boolean;
  /** It stands elsewhere on the page, so it shares no word with the text round it. */
  readonly isApart?: boolean;
}

/**
 * Reads the article out of a page, in one walk over the DOM that changes nothing.
 *
 * Read: what a sighted reader sees, in the order of the document, with white space as it is rendered
 * (https://html.spec.whatwg.org/#the-innertext-idl-attribute), and the alternative text of images:
 * a block of its own where the image stands alone or before text, else words in the sentence.
 * What is not read and still has its place on the page (a control, an icon, an advertisement) parts
 * the words or blocks round it.
 * Not read: what is hidden (by CSS, `hidden`, `aria-hidden` unless only its words for screen readers are
 * out of sight, `inert`, a closed `<details>`, what nobody sees), furniture of the page, controls,
 * navigation, other media, ruby readings, `[data-reader-skip]`, another reader, and what is in a closed
 * shadow root. Language is the block's, by its letters and then by `lang`: an inline run's own
 * `lang` is not told apart.
 *
 * A `<br>` ends a line, two of them a block. A block of more than about 130 words is cut into
 * several by `segmentation.paragraphs`; sentences are found only when asked for.
 *
 * @param root the element whose content is read, itself hidden or not
 */
export function readArticle(
  root: Element,
  { segmentation, lang = 'ar', closer }: ReadOptions,
): PageText {
  const writer = createArticleWriter(segmentation);
  const { lastNode, part, breakLine, close, addText, addImage } = writer;
  const renderedIn = closer?.renderedIn ?? (({ childNodes }: Element) => childNodes);

  /** What holds inside an element; null if it is not read. */
  function enter(element: Element, outer: Context): Inside | null {
    const style = getComputedStyle(element);
    const { display } = style;
    // WebKit gives a display to what no slot shows; others give none to what is not rendered.
    if (!display || display === 'none' || style.contentVisibility === 'hidden') return null;
    const role = element.getAttribute('role');
    const look = closer?.lookAt(element, style);
    const isVisible = look?.isVisible ?? style.visibility === 'visible';
    const name = element.localName;
    // Out of the flow, what is inline has `display: block` too, and parts nothing:
    // https://www.w3.org/TR/css-display-3/#transformations
    // A formula is of its sentence, whatever it is computed as (`block math` in Chromium).
    const isInline =
      look?.isFormula ||
      /^(inline|contents|ruby)/.test(display) ||
      element.namespaceURI!.endsWith('MathML');
    const isPlaced = !isInline && (style.position === 'absolute' || style.position === 'fixed');
    const isOut = isPlaced || (!isInline && style.float !== 'none');
    if (look?.isSkipped || (element.matches(SKIPPED) && !look?.isTwin)) {
      // To engines before `display: ruby-text` a ruby reading is a block.
      if (outer.isVisible && !isOut && name !== 'rt') {
        if (!isInline) close();
        else if (display !== 'inline' || !PHRASING.has(name)) part(element);
      }
      return null;
    }
    const alt = look?.alt;
    if (alt || name === 'img' || name === 'svg') {
      if (alt && isVisible) addImage(element, alt, outer, !isInline);
      return null;
    }
    const kind = look?.isBare ? undefined : (role && KINDS[role]) || KINDS[name];
    const line = look?.line;
    if (line) (line > 1 ? breakLine : close)();
    // What is hidden takes up room in the flow only, and what is in it none besides.
    const isBlock =
      !line &&
      (isVisible || (outer.isVisible && !isOut)) &&
      (kind ||
        // A first letter that floats is part of its word.
        !(isInline || (isOut && (isPlaced ? PHRASING.has(name) : isLetter(element)))));
    if (!isBlock) {
      const isApart = isVisible && isPlaced;
      const before = element.previousElementSibling;
      if (
        isApart ||
        // Boxes side by side are words apart; of letters that are each in one a word is made.
        (/^inline-/.test(display) &&
          (before?.shadowRoot || before?.contains(lastNode())) &&
          !isLetter(element))
      )
        part(element);
      const context = isVisible === outer.isVisible ? outer : { ...outer, isVisible };
      return { context, isBlock: false, isApart };
    }
    return {
      isBlock: true,
      context: {
        kind: kind ?? outer.kind,
        level: kind ? headingLevelOf(element, kind) : outer.level,
        lang: canonicalLanguage(element.getAttribute('lang')) ?? outer.lang,
        keepsSpace: keepsSpace(style),
        isVisible,
      },
    };
  }

  // An explicit stack: a page may nest deeper than the language does.
  interface Frame extends Inside {
    readonly nodes: ArrayLike<Node>;
    at: number;
  }
  const stack: Frame[] = [];

  const outerLang = languageOf(root) ?? lang;
  const kind = KINDS[root.localName] ?? 'paragraph';
  stack.push({
    nodes: renderedIn(root),
    context: {
      kind,
      level: headingLevelOf(root, kind),
      lang: outerLang,
      keepsSpace: keepsSpace(getComputedStyle(root)),
      isVisible: true,
    },
    isBlock: true,
    at: 0,
  });
  while (stack.length) {
    const frame = stack[stack.length - 1]!;
    const node = frame.nodes[frame.at++];
    if (!node) {
      if (frame.isBlock) close();
      // At its last text: a space at the element would come before what is in it.
      const last = frame.isApart && lastNode();
      if (last) part(last);
      stack.pop();
    } else if (node.nodeType === Node.TEXT_NODE) {
      if (frame.context.isVisible) addText(node as Text, frame.context);
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      const element = node as Element;
      if (element.localName === 'br') {
        breakLine();
        continue;
      }
      const inner = enter(element, frame.context);
      if (!inner) continue;
      if (inner.isBlock) close();
      const isClosed = element.localName === 'details' && !(element as HTMLDetailsElement).open;
      stack.push({
        nodes: isClosed
          ? element.querySelectorAll(':scope > summary:first-of-type')
          : renderedIn(element),
        ...inner,
        at: 0,
      });
    }
  }

  const article = writer.article(outerLang, closer?.settle);
  return (closer?.pageText ?? createPageText)(article, writer.runs, [root]);
}

const keepsSpace = (style: CSSStyleDeclaration) => /^(pre|break)/.test(style.whiteSpace);

const isLetter = ({ shadowRoot, textContent }: Element) =>
  !shadowRoot && textContent.trim().length < 3;
