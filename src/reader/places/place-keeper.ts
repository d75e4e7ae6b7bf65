// Long because it is one lifetime: what is kept of an article, when it is saved, and when it is found again.
import { anchorAt, findAnchor, hasAnchor, type Anchor } from '../../core/anchor.js';
import { parseAnnotations } from '../../core/annotation.js';
import { indexAt, type Article, type Span } from '../../core/article.js';
import { firstInView } from '../../page/geometry/first-in-view.js';
import { PLACES_KEY, type ArticlePlaces, type PlaceStore } from '../storage/place-store.js';
import type { ReaderState } from '../reader-state.js';
import { Annotations } from './annotations.js';
import { JumpHistory } from './jump-history.js';
import type { ReaderEvent } from '../events.js';

/** How long a place may be unsaved while reading goes on, in ms. */
const THROTTLE = 2000;

/** How much of the beginning of a text tells it from others. */
const BEGINNING = 40;

const keyOf = (text: string) => `${text.length} ${text.slice(0, BEGINNING)}`;

const anchorsOf = ({
  place,
  bookmarks,
  annotations,
}: Pick<ArticlePlaces, 'place' | 'bookmarks' | 'annotations'>) => [
  ...(place ? [place] : []),
  ...bookmarks,
  ...(annotations ?? []).map(({ start }) => start),
];

function parseAnchor(value: unknown): Anchor[] {
  const { offset, before, after } = (value ?? {}) as Partial<Anchor>;
  return Number.isInteger(offset) && typeof before === 'string' && typeof after === 'string'
    ? [{ offset: offset!, before, after }]
    : [];
}

/** What is understood of what a store gave, which another version or another script may have written. */
function parsePlaces(value: unknown): ArticlePlaces[] {
  const { page, article, place, bookmarks, annotations } = (value ?? {}) as Partial<ArticlePlaces>;
  if (typeof page !== 'string' || typeof article !== 'string') return [];
  return [
    {
      page,
      article,
      place: parseAnchor(place)[0] ?? null,
      bookmarks: Array.isArray(bookmarks) ? bookmarks.flatMap(parseAnchor) : [],
      annotations: parseAnnotations(annotations),
    },
  ];
}

/**
 * Remembers places in one article. Between visits: where reading is, bookmarks, and passages that were
 * marked, with the words round each, so that they are found in an article that was edited since; saved now and then while reading, and
 * at once when it pauses or the page goes away. During a visit: the places that jumps were made from.
 */
export class PlaceKeeper {
  readonly #reader: ReaderState;
  readonly #page: string;
  readonly #kept: readonly ArticlePlaces[];
  readonly #store: PlaceStore | undefined;
  readonly #onChange: () => void;
  readonly #unsubscribe: () => void;
  /** Which article it is, once that is known. */
  #article: string | null = null;
  /** Where reading was at the last visit, while that is not answered. */
  #offered: Anchor | null = null;
  #place: Anchor | null = null;
  /** Where the sentence ends that is read. */
  #end: number | null = null;
  #bookmarks: readonly Anchor[] = [];
  /** The passages that the user marked, and their notes. */
  readonly annotations: Annotations;
  readonly #jumps = new JumpHistory();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param kept what the store has for the page */
  constructor(
    reader: ReaderState,
    page: string,
    kept: readonly ArticlePlaces[],
    store: PlaceStore | undefined,
    onChange: () => void,
  ) {
    this.#reader = reader;
    this.#page = page;
    this.#kept = kept.flatMap(parsePlaces);
    this.#store = store;
    this.#onChange = onChange;
    this.annotations = new Annotations(reader, () => this.#saveNow());
    this.#unsubscribe = reader.subscribe((event) => this.#onReaderEvent(event));
    document.addEventListener('visibilitychange', this.#saveIfChanged);
    addEventListener('pagehide', this.#saveIfChanged);
    addEventListener('storage', this.#onStorage);
    this.#recognise();
    this.#follow();
    // It may have been loaded because reading began.
    if (reader.playback.status === 'playing') this.dismiss();
  }

  /**
   * Whether the article that is about to come instead of the reader's is the same one, edited or grown.
   * Then most of what was is still there; or, unless the address is another, a place that is kept, or so
   * little that it cannot be told: it may only be away for a moment.
   */
  isFor(page: string, { text, blocks }: Article): boolean {
    const kept = anchorsOf(this.#places);
    const isAway = blocks.length < 2 && text.length < 2 * BEGINNING;
    if (page === this.#page && (isAway || kept.some((it) => hasAnchor(text, it)))) return true;
    const before = this.#reader.article;
    const now = new Set(blocks.map(({ start, end }) => text.slice(start, end)));
    const left = before.blocks
      .map(({ start, end }) => before.text.slice(start, end))
      .filter((paragraph) => now.has(paragraph));
    return left.join('').length * 2 > before.text.length;
  }

  /** Where reading was at the last visit; null if in the first paragraph, and once {@link dismiss}ed. */
  get saved(): number | null {
    const offset = this.#offered && findAnchor(this.#text, this.#offered);
    return offset !== null && indexAt(this.#reader.article.blocks, offset) > 0 ? offset : null;
  }

  /** Forgets {@link saved}: the user has said where to begin. It stays within reach of {@link takeBack}. */
  dismiss(): void {
    const { saved } = this;
    if (saved !== null && saved !== this.here) this.#jumps.unshift(anchorAt(this.#text, saved));
    this.#offered = null;
    this.#onChange();
  }

  /** Where the bookmarks are, in order; without those whose words are not in the article now. */
  get bookmarks(): readonly number[] {
    return this.#bookmarks
      .map((bookmark) => findAnchor(this.#text, bookmark))
      .filter((offset) => offset !== null)
      .sort((a, b) => a - b);
  }

  /** What is seen: where a reading would begin; null at the beginning, and where nothing is seen. */
  get seen(): number | null {
    const { surface } = this.#reader;
    return surface && firstInView(surface.page, surface.inset);
  }

  /** Where reading is, else what is {@link seen}. */
  get here(): number | null {
    const { word, sentence } = this.#reader.position;
    return (word ?? sentence)?.start ?? this.seen;
  }

  /**
   * The bookmark in a sentence, by default the one that is read, else the first that is seen; null if
   * there is none.
   */
  bookmarkIn({ start, end }: Span = this.#sentence): number | null {
    return this.bookmarks.find((offset) => start <= offset && offset < end) ?? null;
  }

  /** Sets a bookmark at such a sentence, or takes it away; tells whether there is one now. */
  toggleBookmark(sentence: Span = this.#sentence): boolean {
    const there = this.bookmarkIn(sentence);
    if (there !== null) this.removeBookmark(there);
    else this.#setBookmarks([...this.#bookmarks, anchorAt(this.#text, sentence.start)]);
    return there === null;
  }

  /** Takes one of the {@link bookmarks} away. */
  removeBookmark(offset: number): void {
    this.#setBookmarks(this.#bookmarks.filter((it) => findAnchor(this.#text, it) !== offset));
  }

  /** Moves, and remembers where from, if there was a place and it is another one now. */
  jump(move: () => void): void {
    const before = this.here;
    move();
    if (before === null || before === this.here) return;
    this.#jumps.push(anchorAt(this.#text, before));
  }

  /** Whether {@link takeBack} would give a place. */
  get canGoBack(): boolean {
    return !this.#jumps.isEmpty;
  }

  /** The place before the last jump, which is forgotten with that; null if there was none. */
  takeBack(): number | null {
    const jump = this.#jumps.pop();
    return jump ? findAnchor(this.#text, jump) : null;
  }

  /** Saves, and remembers no more. */
  dispose(): void {
    this.#saveIfChanged();
    this.#unsubscribe();
    this.annotations.dispose();
    document.removeEventListener('visibilitychange', this.#saveIfChanged);
    removeEventListener('pagehide', this.#saveIfChanged);
    removeEventListener('storage', this.#onStorage);
  }

  get #places(): Omit<Required<ArticlePlaces>, 'page' | 'article'> {
    return {
      place: this.#place,
      bookmarks: this.#bookmarks,
      annotations: this.annotations.kept,
    };
  }

  get #text(): string {
    return this.#reader.article.text;
  }

  get #sentence(): Span {
    const { blocks } = this.#reader.article;
    const at = this.here ?? 0;
    const sentences = blocks[indexAt(blocks, at)]?.sentences ?? [];
    return sentences.find(({ end }) => end > at) ?? { start: 0, end: 0 };
  }

  #setBookmarks(bookmarks: readonly Anchor[]): void {
    this.#bookmarks = bookmarks;
    this.#saveNow();
  }

  /** At once, and tells that there is something else. */
  #saveNow(): void {
    this.#save();
    this.#onChange();
  }

  #onReaderEvent(event: ReaderEvent | null): void {
    if (event?.type === 'reader-articlechange') this.#recognise();
    if (event?.type === 'reader-positionchange') this.#follow();
    if (event?.type === 'reader-statechange') {
      if (this.#reader.playback.status !== 'playing') this.#saveIfChanged();
      else if (this.#offered) this.dismiss();
    }
  }

  /**
   * Finds what was kept of this article: by how it begins and how long it is; or, if it was edited, by
   * the words of a place in it. An article may still be on its way, and is looked at again then.
   */
  #recognise(): void {
    const text = this.#text;
    if (this.#article !== null || !text) return;
    const known =
      this.#kept.find((it) => it.article === keyOf(text)) ??
      this.#kept.find((it) => anchorsOf(it).some((anchor) => hasAnchor(text, anchor)));
    if (!known) return;
    this.#article = known.article;
    this.#place = known.place;
    this.#offered = known.place;
    this.#bookmarks = known.bookmarks;
    this.annotations.kept = known.annotations ?? [];
  }

  /** Takes the place where reading is; none once nothing is left to read. */
  #follow(): void {
    const { article, position } = this.#reader;
    const { sentence } = position;
    // The text is away for a moment.
    if ((sentence?.end ?? this.#end ?? 0) > article.text.length) return;
    if (sentence) this.#place = anchorAt(article.text, sentence.start);
    else if (this.#end !== null && !/[\p{L}\p{N}]/u.test(article.text.slice(this.#end)))
      this.#place = null;
    else return;
    this.#end = sentence?.end ?? null;
    this.#timer ??= setTimeout(() => this.#save(), THROTTLE);
  }

  /** Another tab has the article open too: what it marked is not to be written over. */
  readonly #onStorage = async ({ key }: StorageEvent): Promise<void> => {
    // A null key: everything was cleared.
    if (key !== PLACES_KEY && key !== null) return;
    const article = this.#article ?? keyOf(this.#text);
    const places = ((await this.#store?.load(this.#page)) ?? []).flatMap(parsePlaces);
    const here = places.find((it) => it.article === article);
    this.#bookmarks = here?.bookmarks ?? [];
    this.annotations.kept = here?.annotations ?? [];
    this.#onChange();
  };

  readonly #saveIfChanged = (): void => {
    if (this.#timer !== undefined) this.#save();
  };

  #save(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#article ??= keyOf(this.#text);
    this.#store?.save({ page: this.#page, article: this.#article, ...this.#places });
  }
}
