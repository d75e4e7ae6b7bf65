/** Tells the syllables or the letters of shown blocks apart. Loaded when the user first wants that. */
import { lettersOf, syllablesOf } from '../arabic/syllables.js';
import type { Spoken } from '../core/spoken.js';
import type { Parts } from '../core/settings.js';
import { PartMarks } from '../page/highlight/part-marks.js';
import type { PageText } from '../page/page-text.js';
import type { ShownBlock } from '../page/render/render-article.js';

export class WordParts {
  readonly #marks: PartMarks;

  /** @param root the tree that the text is in */
  constructor(root: Document | ShadowRoot) {
    this.#marks = new PartMarks(root);
  }

  /**
   * Paints every other part of each word of a block.
   *
   * @param vocalised the block with its vowels, whether they are shown or not; without them, syllables are
   *   not known
   */
  show(page: PageText, shown: ShownBlock, parts: Parts, vocalised: Spoken | undefined): void {
    const { start, end } = shown.block;
    const source = page.article.text.slice(start, end);
    const words = parts === 'letters' ? lettersOf(source) : syllablesOf(vocalised?.text ?? source);
    const toSource = (at: number) => (parts === 'letters' ? at : (vocalised?.toSource(at) ?? at));
    const ranges = words
      .flatMap((word) => word.filter((_, at) => at % 2 === 1))
      .map((part) =>
        page.toRange({ start: start + toSource(part.start), end: start + toSource(part.end) }),
      )
      .filter(({ collapsed }) => !collapsed);
    this.#marks.show(shown, ranges);
  }

  hide(shown: ShownBlock): void {
    this.#marks.hide(shown);
  }

  dispose(): void {
    this.#marks.dispose();
  }
}
