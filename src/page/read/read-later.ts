/** A page's text that is read when somebody first asks for something of it. Knows nothing of reading. */
import { languageOf } from '../language.js';
import type { PageText } from '../page-text.js';
import { readArticle, type ReadOptions } from './read-article.js';
import { SKIPPED } from './skipped.js';

/** More than headings, paragraphs and lists as they come: there may be something to look at closer. */
const ODD = '[class],[style],[role],[lang],:not(p,h1,h2,h3,ul,li,br,b,strong)';

let closerLook: typeof import('./closer-look.js').closerLook | null = null;

/**
 * As {@link readArticle}, but not yet.
 *
 * @param onChange called when it was read and can be read better
 * @param signal ends that
 */
export function readLater(
  root: Element,
  options: ReadOptions,
  onChange: () => void,
  signal?: AbortSignal,
): PageText {
  let read: PageText | undefined;
  const isOdd =
    (root.shadowRoot && !root.matches(SKIPPED)) ||
    root.querySelector(ODD) ||
    !/^ar/.test(languageOf(root) ?? 'ar');
  if (!closerLook && isOdd)
    void import('./closer-look.js').then(
      (module) => {
        closerLook = module.closerLook;
        if (read) onChange();
      },
      () => {},
    );
  const page = () =>
    (read ??= readArticle(root, { ...options, closer: closerLook?.(onChange, signal) }));
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
