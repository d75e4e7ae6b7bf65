/**
 * The article as the reading view shows it: drawn from the model, so that its digits and diacritics
 * can be the user's. Loaded when the view is first opened.
 */
import { indexAt, type Block, type Span } from '../core/article.js';
import { same } from '../core/playback.js';
import type { Spoken } from '../core/spoken.js';
import { sliceSpoken } from '../core/spoken-pieces.js';
import { isMarked, primaryLanguage, type Settings } from '../core/settings.js';
import type { ContentOptions } from '../page/content-options.js';
import { boundsOf } from '../page/geometry/css-zoom.js';
import { firstOffsetBelow } from '../page/geometry/first-in-view.js';
import { scrollToOffset } from '../page/geometry/scroll-to-offset.js';
import {
  renderArticle,
  VERBATIM,
  type RenderedArticle,
  type ShownBlock,
} from '../page/render/render-article.js';
import { Surface, type SurfaceOptions } from '../page/surface.js';

type ShownText = typeof import('../arabic/shown-text.js');
type Reading = Parameters<Surface['draw']>[0];
type WordParts = import('./word-parts.js').WordParts;

/** What decides how text is shown, letter by letter. */
type Letters = Pick<Settings, 'digits' | 'diacritics' | 'parts'>;
const AS_WRITTEN: Letters = { digits: 'page', diacritics: 'page', parts: 'none' };

/** A letter whose mark is less likely than this is shown without: a wrong mark misleads. */
const CONFIDENCE = 0.5;

/** Room above a line that is scrolled to, in CSS pixels. */
const MARGIN = 8;

/** Blocks are vocalised when they are this near to what is seen, in parts of the view's height. */
const NEAR = '75%';

/** What the view is for the text in it. */
export interface ViewOptions extends ContentOptions {
  /** Where highlight boxes are drawn in browsers that have no highlights. */
  readonly layer?: HTMLElement | null | undefined;
  /** What scrolls the text, and nothing lies over it. */
  readonly scroller: HTMLElement;
  /** A link leads to another part of the page than the article: the view is in its way. */
  readonly onleave: (link: HTMLAnchorElement) => void;
}

export class ViewSurface extends Surface {
  readonly #source: Surface;
  readonly #container: HTMLElement;
  readonly #options: ViewOptions;
  /** Where the view was opened. */
  readonly #opened: number;
  /** What was seen first when the text was last laid out anew, where, and how it was scrolled then. */
  #kept: { readonly offset: number; readonly top: number; readonly scrollTop: number } | null =
    null;
  #rendered: RenderedArticle;
  #shownText: ShownText | null = null;
  #wordParts: WordParts | null = null;
  #letters = AS_WRITTEN;
  /** The sentence that is shown alone; null while all of the text is shown. */
  #only: Span | null = null;
  /** Blocks with all their marks, as they were found. */
  readonly #vocalised = new Map<Block, Spoken>();
  /** Blocks near what is seen, whose marks are wanted. */
  readonly #wanted = new Set<ShownBlock>();
  #observer: IntersectionObserver | null = null;
  #isVocalising = false;

  /**
   * @param source the article as it stands on the page
   * @param container is emptied and filled
   * @param reading the offset that is read; without it, opens at what is seen on the page
   */
  constructor(
    source: Surface,
    container: HTMLElement,
    options: ViewOptions & SurfaceOptions,
    settings: Settings,
    reading: number | undefined,
  ) {
    const opened = reading ?? firstOffsetBelow(source.page, source.inset.top);
    const rendered = renderArticle(source.page, container);
    super(rendered.page, options, options);
    this.#source = source;
    this.#container = container;
    this.#options = options;
    this.#rendered = rendered;
    const { signal } = this;
    container.addEventListener('click', (event) => this.#onClick(event), { signal });
    source.draw(
      { sentence: null, word: null, isPlaying: false },
      { ...settings, focusLines: 0, ruler: false, dimming: false },
    );
    this.apply(settings);
    this.place = opened;
    // Where the text ends early it cannot be scrolled there.
    this.#opened = this.place;
  }

  /** The offset of the first text that is seen. */
  get place(): number {
    return this.#only?.start ?? firstOffsetBelow(this.page, this.#top);
  }

  set place(offset: number) {
    const { scroller } = this.#options;
    if (this.#only) this.#showAlone(this.#sentenceAt(offset));
    else if (offset > 0) scrollToOffset(this.page, offset, this.#top);
    else scroller.scrollTo({ top: 0, behavior: 'instant' });
  }

  /** The article changed on the page: draws it anew and keeps the place. */
  renew(): void {
    const { place } = this;
    const { article } = this.#source.page;
    this.#vocalised.clear();
    const kept = Math.min(place, Math.max(0, article.text.length - 1));
    this.#render(this.#only && this.#sentenceAt(kept));
    if (!this.#only) this.place = kept;
  }

  /** Alone, a sentence is not marked: there is no other. */
  override draw(reading: Reading, settings: Settings): void {
    if (this.#only && reading.sentence) this.#showAlone(reading.sentence);
    const { parts, highlight } = settings;
    const word = reading.isPlaying ? reading.word : null;
    super.draw(this.#only ? { ...reading, word } : reading, {
      ...settings,
      // Coloured letters would not be read on a ground of another colour.
      ...(parts !== 'none' && { highlightStyle: 'underline' }),
      ...(this.#only && {
        highlight: word && isMarked('word', highlight) ? 'word' : 'none',
        focusLines: 0,
        ruler: false,
        dimming: false,
      }),
    });
  }

  #sentenceAt(offset: number): Span {
    const { blocks } = this.#source.page.article;
    const block = blocks[indexAt(blocks, offset)];
    return block?.sentences[indexAt(block.sentences, offset)] ?? { start: 0, end: 0 };
  }

  #showAlone(sentence: Span): void {
    if (!same(sentence, this.#only)) this.#render(sentence);
  }

  /** Draws the text; nothing is marked until it is drawn on. @param only a sentence of it; null for all */
  #render(only: Span | null): void {
    this.#only = only;
    this.#forgetNear();
    this.#rendered = renderArticle(this.#source.page, this.#container, only);
    this.page = this.#rendered.page;
    this.#write();
    if (only) this.#options.scroller.scrollTo({ top: 0, behavior: 'instant' });
  }

  /**
   * Shows the page where the view was, if that is elsewhere than where it was opened.
   *
   * @param isReading whether there is a reading position, which the page follows by itself
   */
  leave(isReading: boolean): void {
    const { place } = this;
    if (place !== this.#opened && !(isReading && this.following))
      scrollToOffset(this.#source.page, place, this.#source.inset.top);
    this.dispose();
  }

  override apply(settings: Settings): void {
    const { digits, diacritics, parts, theme, oneSentence } = settings;
    const before = this.#letters;
    this.#letters = { digits, diacritics, parts };
    this.#keepPlace(() => {
      // Here is no page whose colours could be kept.
      super.apply({ ...settings, theme: theme === 'page' ? 'system' : theme });
      this.#container.classList.toggle('vowelled', this.#isVowelled);
    });
    if (oneSentence !== !!this.#only) {
      const { place } = this;
      this.#render(oneSentence ? this.#sentenceAt(place) : null);
      if (!oneSentence) this.place = place;
    }
    if (JSON.stringify(before) !== JSON.stringify(this.#letters))
      void this.#loadLetters().then(() => this.#show());
  }

  /** What is loaded stays; what cannot be is asked for again with the next change. */
  async #loadLetters(): Promise<void> {
    this.#shownText ??= await import('../arabic/shown-text.js').catch(() => null);
    if (this.#letters.parts === 'none' || this.#wordParts) return;
    const module = await import('./word-parts.js').catch(() => null);
    if (module && !this.signal.aborted)
      this.#wordParts ??= new module.WordParts(this.#rendered.page.root);
  }

  override dispose(): void {
    super.dispose();
    this.#forgetNear();
    this.#wordParts?.dispose();
    this.#container.replaceChildren();
  }

  /** The height of the window that text begins to be seen at. */
  get #top(): number {
    return this.#options.scroller.getBoundingClientRect().top + MARGIN;
  }

  /**
   * What is seen first stays where it is when the text is laid out anew, however often: to the pixel, as
   * WebKit anchors no scroll itself.
   */
  #keepPlace(change: () => void): void {
    const { scroller } = this.#options;
    const isThere = this.#kept?.scrollTop === scroller.scrollTop;
    const offset = isThere ? this.#kept!.offset : this.place;
    const top = isThere ? this.#kept!.top : this.#topOf(offset);
    change();
    if (offset > 0) scroller.scrollTop += this.#topOf(offset) - top;
    this.#kept = { offset, top, scrollTop: scroller.scrollTop };
  }

  /** How high the text at an offset stands in the window, in CSS pixels. */
  #topOf(offset: number): number {
    return boundsOf(this.page.toRange({ start: offset, end: offset + 1 })).top;
  }

  get #isVowelled(): boolean {
    return /full|partial/.test(this.#letters.diacritics);
  }

  /** Whether vowels are to be found, to be shown or to know syllables by. */
  get #wantsVowels(): boolean {
    return this.#isVowelled || this.#letters.parts === 'syllables';
  }

  /** Writes all text as it is to be shown now; marks that have to be found come block by block. */
  #show(): void {
    if (this.signal.aborted) return;
    this.#write();
    this.redraw();
  }

  #write(): void {
    this.#forgetNear();
    for (const block of this.#rendered.blocks) this.#showBlock(block);
    if (this.#wantsVowels || this.#letters.parts !== 'none') this.#observe();
  }

  #forgetNear(): void {
    this.#observer?.disconnect();
    this.#observer = null;
    this.#wanted.clear();
    for (const block of this.#rendered.blocks) this.#wordParts?.hide(block);
  }

  #showBlock(block: ShownBlock): void {
    if (!this.#shownText) return;
    const { withDigits, withoutMarks, decisiveMarks } = this.#shownText;
    const { text } = this.page.article;
    const { start, end, lang } = block.block;
    const { diacritics, digits: set } = this.#letters;
    let full = this.#isVowelled ? this.#vocalised.get(block.block) : undefined;
    if (full && diacritics === 'partial') full = decisiveMarks(text.slice(start, end), full);
    const isProse = block.runs.map(({ node }) => !node.parentElement?.closest(VERBATIM));
    const data = block.runs.map((run, i) => {
      const source = text.slice(run.start, run.end);
      let shown: Spoken | null | undefined;
      if (full && isProse[i])
        shown = sliceSpoken(full, { start: run.start - start, end: run.end - start });
      else if (diacritics === 'hidden' && isProse[i]) shown = withoutMarks(source);
      run.shown = shown ?? undefined;
      return shown?.text ?? source;
    });
    // A number and its sign may stand in two runs.
    const whole = data.join('');
    const digits = set === 'page' ? whole : withDigits(whole, set, lang);
    let at = 0;
    block.runs.forEach(({ node }, i) => {
      const words = data[i]!;
      const written = isProse[i] ? digits.slice(at, at + words.length) : words;
      at += words.length;
      if ((node as Text).data !== written) (node as Text).data = written;
    });
  }

  /** Wants the marks of what is seen, and of what is near, and tells its parts apart. */
  #observe(): void {
    const blocks = new Map(
      this.#rendered.blocks
        .filter(({ block }) => primaryLanguage(block.lang) === 'ar')
        .map((it) => [it.element, it]),
    );
    const root = this.#options.scroller;
    this.#observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const block = blocks.get(target as HTMLElement)!;
          const isKnown = !this.#wantsVowels || this.#vocalised.has(block.block);
          if (!isIntersecting) {
            this.#wanted.delete(block);
            this.#wordParts?.hide(block);
          } else if (isKnown) this.#partBlock(block);
          else this.#wanted.add(block);
        }
        void this.#vocalise();
      },
      { root, rootMargin: `${NEAR} 0%` },
    );
    for (const element of blocks.keys()) this.#observer.observe(element);
  }

  #partBlock(block: ShownBlock): void {
    const { parts } = this.#letters;
    if (parts !== 'none')
      this.#wordParts?.show(this.page, block, parts, this.#vocalised.get(block.block));
  }

  /** Adds marks to the blocks that are wanted, what is seen first. */
  async #vocalise(): Promise<void> {
    if (this.#isVocalising) return;
    this.#isVocalising = true;
    try {
      const { diacritize } = await import('./shared-diacritizer.js');
      const { text } = this.page.article;
      for (let block; (block = this.#nearest());) {
        const { start, end } = block.block;
        const spoken = await diacritize(text.slice(start, end), {
          minimumConfidence: CONFIDENCE,
        });
        // It may be another article by now, or not wanted any more.
        if (!this.#wanted.delete(block)) continue;
        this.#vocalised.set(block.block, spoken);
        this.#showBlock(block);
        this.redraw();
        this.#partBlock(block);
      }
    } catch {
      // Its files cannot be had: the text stays as it is written, and is asked for again when shown.
      for (const block of this.#wanted) this.#partBlock(block);
      this.#wanted.clear();
    } finally {
      this.#isVocalising = false;
    }
  }

  /** The wanted block that is nearest to the beginning of what is seen. */
  #nearest(): ShownBlock | undefined {
    const top = this.#top;
    const distance = ({ element }: ShownBlock) => {
      const box = element.getBoundingClientRect();
      return box.bottom < top ? innerHeight + top - box.bottom : Math.abs(box.top - top);
    };
    return [...this.#wanted].sort((a, b) => distance(a) - distance(b))[0];
  }

  /** A link into the article goes there; one to another part of the page closes the view first. */
  #onClick(event: MouseEvent): void {
    const link = event
      .composedPath()
      .find((node): node is HTMLAnchorElement => node instanceof HTMLAnchorElement);
    const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!link || event.defaultPrevented || !isPlain || link.target) return;
    if (!link.hash || link.href.split('#')[0] !== location.href.split('#')[0]) return;
    event.preventDefault();
    const { root, toOffset } = this.#source.page;
    const target = root.getElementById(unescaped(link.hash.slice(1)));
    const offset = target && toOffset(target, 0);
    if (offset == null) return this.#options.onleave(link);
    this.place = offset;
    const { element } = this.#rendered.blocks.find(({ block }) => block.end > offset) ?? {};
    // Tab goes on from there.
    if (!element) return;
    element.tabIndex = -1;
    element.focus({ preventScroll: true });
  }
}

/** A fragment as an id is written; as it stands where it is no escaped text. */
function unescaped(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
