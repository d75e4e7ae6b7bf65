/** How a text stands in its tree, for whoever styles or shows it. Knows nothing of what that does. */

export interface ContentOptions {
  /** The tree whose style sheets reach the text; by default the text's own. */
  readonly root?: Document | ShadowRoot;
  /** Selects the outermost elements of the text in that tree. */
  readonly selector: string;
  /**
   * Selects what the text lies on in that tree, where that is the reader's own: it is told the colour
   * of the paper by `--_ground`.
   */
  readonly ground?: string;
}
