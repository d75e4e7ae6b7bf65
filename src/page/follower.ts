/**
 * Keeps a range in view while the user lets it. Knows nothing of articles, of marks and of voices.
 */
import { characterAt } from './geometry/character-at.js';
import { elementOf } from './dom-tree.js';
import { intersection, type Box, type Inset } from './geometry/box.js';
import { boundsOf, zoomOf } from './geometry/css-zoom.js';
import { watchObstructions } from './geometry/obstructions.js';
import { isSeen } from './geometry/seen.js';
import { scrollersOf, scrollportOf } from './geometry/scrollers.js';

/** What to keep in view. */
export interface Target {
  readonly sentence: Range;
  /** Followed instead where the sentence is taller than the view. */
  readonly word?: Range | null | undefined;
  /**
   * While a voice reads that reports no words: characters that it says in a second. Where it is in a
   * sentence taller than the view is then estimated by time.
   */
  readonly pace?: number | undefined;
}

/** A range, where it is, and what is seen of the place that it is in. */
interface Place {
  readonly range: Range;
  readonly at: DOMRect;
  readonly view: Box;
}

/** Text that comes into view is put at this part of the view's height, to leave some to come. */
const LEAD = 0.2;
/** How often the place of a voice that reports no words is estimated; ms. */
const ESTIMATE = 500;
/** A scroll by the user is going on for this long after its last event; ms. */
const SCROLLING = 250;

/**
 * Keeps the text that is read in view, in the window and in every scrolling container round it, and
 * stops when the user scrolls it away. What the page keeps over the edges of the view, fixed or sticky,
 * does not cover it; `scroll-padding` is respected, `prefers-reduced-motion` too (WCAG 2.3.3).
 *
 * A scroll is our own while it comes nearer to where we sent it; every other is the user's, by
 * whatever means: wheel, touch, keys, scrollbar, find in page. When such a scroll leaves the text out
 * of view, following stops; when one brings it back, following goes on.
 */
export class Follower {
  readonly #onchange: (following: boolean) => void;
  readonly #inset: () => Inset;
  readonly #listening = new AbortController();
  readonly #obstructions = watchObstructions(this.#listening.signal);
  /** Where we sent a scroller, and how far it was from there when last seen. */
  readonly #sent = new Map<Element, { top: number; left: number; distance: number }>();
  #target: Target | null = null;
  /** When the voice began the sentence. */
  #since = 0;
  #timer: ReturnType<typeof setInterval> | undefined;
  /** Whether it was looked, after our scroll, for what has become sticky on the way. */
  #isChecked = false;
  #following = true;
  #userScrolledAt = -Infinity;

  /**
   * @param root the tree that the text is in
   * @param onchange called when following stops or goes on
   * @param inset what covers the window's edges, measured when asked
   */
  constructor(
    root: Document | ShadowRoot,
    onchange: (following: boolean) => void = () => {},
    inset: () => Inset = () => ({ top: 0, bottom: 0 }),
  ) {
    this.#onchange = onchange;
    this.#inset = inset;
    const options = { capture: true, passive: true, signal: this.#listening.signal };
    // Scrolling inside a shadow tree is not heard outside it.
    for (const place of new Set([document, root])) {
      place.addEventListener('scroll', (event) => this.#onScroll(event), options);
    }
  }

  /** Whether the text is kept in view; false from when the user scrolled it away. */
  get following(): boolean {
    return this.#following;
  }

  /** What is read now; scrolls there if it is not in view and following is on. */
  follow(target: Target): void {
    const before = this.#target;
    if (!target.pace || !before?.pace || !isSame(target.sentence, before.sentence))
      this.#since = performance.now();
    clearInterval(this.#timer);
    if (target.pace && !target.word) this.#timer = setInterval(() => this.#keep(), ESTIMATE);
    this.#target = target;
    this.#isChecked = false;
    this.#keep();
  }

  /** Brings what has the focus out from under what covers it (WCAG 2.4.11, 2.4.12). */
  uncover(element: Element): void {
    const range = document.createRange();
    range.selectNode(element);
    const { at, view } = this.#placeOf(range);
    if (!isInside(at, view) && at.height <= view.bottom - view.top) this.#reveal(range);
  }

  /**
   * Goes back to the text that is read, and follows it again.
   *
   * @param isMoving another text is read next: it will be brought into view, so that nothing is done
   *   where this one was followed
   */
  resume(isMoving = false): void {
    const isFollowed = this.#following;
    this.#userScrolledAt = -Infinity;
    this.#set(true);
    if (this.#target && !(isMoving && isFollowed)) this.#reveal(this.#chosen().range);
  }

  /** There is nothing to follow any more; the next target is followed again. */
  reset(): void {
    clearInterval(this.#timer);
    this.#target = null;
    this.#sent.clear();
    this.#set(true);
  }

  dispose(): void {
    clearInterval(this.#timer);
    this.#listening.abort();
    this.#target = null;
  }

  #set(following: boolean) {
    if (following === this.#following) return;
    this.#following = following;
    this.#onchange(following);
  }

  #keep() {
    // What the page has just taken out is nowhere: its box is empty, at the window's corner.
    if (!this.#following || !this.#target!.sentence.startContainer.isConnected) return;
    const { range, at, view } = this.#chosen();
    const isSeen = isInside(at, view);
    if (isSeen && at.left >= view.left - 1 && at.right <= view.right + 1) return;
    // Who is scrolling just now is not pulled back.
    if (!isSeen && performance.now() - this.#userScrolledAt < SCROLLING) this.#set(false);
    else this.#reveal(range);
  }

  /** The sentence; where the view is too small for it, the word, else where the voice should be. */
  #chosen(): Place {
    const { sentence, word, pace = 0 } = this.#target!;
    const whole = this.#placeOf(sentence);
    if (whole.at.height <= whole.view.bottom - whole.view.top) return whole;
    return this.#placeOf(
      word ?? characterAt(sentence, ((performance.now() - this.#since) / 1000) * pace),
    );
  }

  #placeOf(range: Range): Place {
    return { range, at: boundsOf(range), view: this.#viewOf(range) };
  }

  /** What is seen of the place that a range is in: the window, less what covers it or cuts it off. */
  #viewOf(range: Range): Box {
    const { startContainer } = range;
    return scrollersOf(startContainer)
      .map((scroller) => this.#boxOf(scroller, startContainer))
      .reduce(intersection);
  }

  #boxOf(scroller: Element, text: Node): Box {
    const style = getComputedStyle(scroller);
    const box = scrollportOf(scroller);
    const { top, bottom } = box;
    const isWindow = scroller === document.scrollingElement;
    const known = isWindow ? this.#inset() : { top: 0, bottom: 0 };
    const obstructed = this.#obstructions(box, elementOf(text)!, scroller);
    const padding = (value: string) =>
      (parseFloat(value) || 0) * (value.endsWith('%') ? (bottom - top) / 100 : zoomOf(scroller));
    return {
      ...box,
      top: top + Math.max(known.top, obstructed.top, padding(style.scrollPaddingTop)),
      bottom:
        bottom - Math.max(known.bottom, obstructed.bottom, padding(style.scrollPaddingBottom)),
    };
  }

  #reveal(range: Range) {
    // What was hidden since it was read has no place to go to.
    if (!isSeen(range.startContainer)) return;
    const at = boundsOf(range);
    const target: Box = { top: at.top, bottom: at.bottom, left: at.left, right: at.right };
    for (const scroller of scrollersOf(range.startContainer)) {
      const view = this.#boxOf(scroller, range.startContainer);
      const height = view.bottom - view.top;
      let down = 0;
      if (target.top < view.top - 0.5 || target.bottom > view.bottom + 0.5) {
        const lead = Math.max(0, Math.min(height * LEAD, height - (target.bottom - target.top)));
        down = target.top - view.top - lead;
      }
      // Sideways only as far as needed: text that is wider than its box keeps its beginning in view.
      let across = 0;
      if (target.left < view.left || target.right > view.right) {
        const fits = target.right - target.left <= view.right - view.left;
        const isRtl = getComputedStyle(elementOf(range.startContainer)!).direction === 'rtl';
        const toLeft = target.left - view.left;
        const toRight = target.right - view.right;
        across = (fits ? toRight > 0 : isRtl) ? toRight : toLeft;
      }
      const moved = this.#scroll(scroller, down, across, height);
      target.top -= moved.down;
      target.bottom -= moved.down;
      target.left -= moved.across;
      target.right -= moved.across;
    }
  }

  /** Sends a scroller by so many pixels of the screen; tells how far it will get. */
  #scroll(scroller: Element, down: number, across: number, height: number) {
    const zoom = scroller === document.scrollingElement ? 1 : zoomOf(scroller);
    const goal = (from: number, by: number, least: number, most: number) =>
      Math.max(least, Math.min(most, from + by / zoom));
    const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight, clientWidth } =
      scroller;
    const wide = scrollWidth - clientWidth;
    const isRtl = getComputedStyle(scroller).direction === 'rtl';
    const top = goal(scrollTop, down, 0, scrollHeight - clientHeight);
    const left = goal(scrollLeft, across, isRtl ? -wide : 0, isRtl ? 0 : wide);
    const distance = Math.abs(top - scrollTop) + Math.abs(left - scrollLeft);
    const sent = this.#sent.get(scroller);
    const isUnderWay =
      sent && Math.abs(sent.top - top) < 1 && Math.abs(sent.left - left) < 1 && sent.distance > 1;
    if (distance >= 1 && !isUnderWay) {
      this.#sent.set(scroller, { top, left, distance });
      const isFar = Math.abs(down) > 2 * height;
      const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
      scroller.scrollTo({ top, left, behavior: isFar || isCalm ? 'instant' : 'smooth' });
    }
    return { down: (top - scrollTop) * zoom, across: (left - scrollLeft) * zoom };
  }

  /**
   * What was not there before may cover the text now: a heading that became sticky. It is looked for once
   * the frame of the scroll is drawn: in a page of a million words each look at a point takes 10 ms.
   */
  #onArrival() {
    if (this.#isChecked || !this.#target) return;
    this.#isChecked = true;
    setTimeout(() => {
      if (this.#target) this.#keep();
    });
  }

  #onScroll({ target }: Event) {
    const scroller = target instanceof Element ? target : document.scrollingElement;
    const sent = scroller && this.#sent.get(scroller);
    if (sent) {
      const { scrollTop, scrollLeft } = scroller;
      const distance = Math.abs(sent.top - scrollTop) + Math.abs(sent.left - scrollLeft);
      // Scrolled positions are rounded to device pixels.
      if (distance <= sent.distance + 1) {
        sent.distance = distance;
        if (distance <= 1) this.#onArrival();
        return;
      }
      this.#sent.delete(scroller);
    }
    if (!this.#target) return;
    const { range, at, view } = this.#chosen();
    if (!scroller || !scrollersOf(range.startContainer).includes(scroller)) return;
    this.#userScrolledAt = performance.now();
    this.#set(overlaps(at, view));
  }
}

/** `compareBoundaryPoints` throws where the page has just taken one of them out. */
const isSame = (one: Range, other: Range) =>
  one.startContainer === other.startContainer &&
  one.startOffset === other.startOffset &&
  one.endContainer === other.endContainer &&
  one.endOffset === other.endOffset;

const isInside = (box: Box, view: Box) => box.top >= view.top - 1 && box.bottom <= view.bottom + 1;

const overlaps = (box: Box, view: Box) => box.bottom > view.top && box.top < view.bottom;
