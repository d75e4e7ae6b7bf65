/** Shows on a few words what settings do. Knows nothing of the article and of who chooses. */
import { contrastRatio } from '../core/contrast.js';
import { isMarked, type Settings } from '../core/settings.js';
import { textPalette } from '../core/text-colors.js';
import { wordsOf } from '../core/words.js';
import type { ContentOptions } from './content-options.js';
import { Highlighter } from './highlight/highlighter.js';
import type { PageText } from './page-text.js';
import { PageStyle } from './style/page-style.js';

/** How many words are marked as the sentence that is read, and which of them as the word. */
const SENTENCE = 5;
const WORD = 1;

/** A few words that look and are marked as the article is: what a setting does is seen on them. */
export class Sample {
  readonly #page: PageText;
  readonly #style: PageStyle;
  readonly #highlighter: Highlighter;

  /** @param layer where marks are drawn that the browser has no highlights for */
  constructor(page: PageText, { root, selector, ground }: ContentOptions, layer: HTMLElement) {
    this.#page = page;
    this.#style = new PageStyle(root ?? page.root, selector, ground);
    this.#highlighter = new Highlighter(page, layer);
    // Where settings are chosen, the rules of the rarer ones are soon needed.
    void import('./style/lazy-rules.js').catch(() => {});
  }

  /** Shows what these settings do. */
  show(settings: Settings): void {
    this.#style.apply(settings);
    const { text } = this.#page.article;
    const words = wordsOf(text).slice(0, SENTENCE);
    const { highlight, highlightStyle } = settings;
    const [first] = words;
    const sentence = first ? { start: first.start, end: words.at(-1)!.end } : null;
    const marks = {
      sentence: isMarked('sentence', highlight) ? sentence : null,
      word: isMarked('word', highlight) ? words[WORD] : null,
    };
    this.#highlighter.show(marks, highlightStyle);
  }

  /** The text's ink and paper under these settings, and their contrast, 1 to 21. */
  colours(settings: Settings): { ink: string; paper: string; contrast: number } {
    const isDark = matchMedia('(prefers-color-scheme: dark)').matches;
    const { ink, paper } = textPalette(settings, isDark);
    return { ink, paper, contrast: contrastRatio(ink, paper) };
  }

  dispose(): void {
    this.#style.dispose();
    this.#highlighter.dispose();
  }
}
