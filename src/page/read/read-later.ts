/** A page's text that is read when somebody first asks for something of it. Knows nothing of reading. */
import type { PageText } from '../page-text.js';
import { readArticle, type ReadOptions } from './read-article.js';

/** As {@link readArticle}, but not yet. */
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
