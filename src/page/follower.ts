import { boundsOf, elementOf, parentOf, zoomOf } from './css-zoom.js';

/** What to keep in view. */
export interface Target {
  readonly sentence: Range;
  /** Followed instead where the sentence is taller than the view. */
  readonly word?: Range | null | undefined;
}

/** Heights in CSS pixels of what covers the top and bottom of the window: a toolbar, a header. */
export interface Inset {
  readonly top: number;
  readonly bottom: number;
}

interface Box {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** Text that comes into view is put at this part of the view's height, to leave some to come. */
const LEAD = 0.2;
/** A scroll by the user is going on for this long after its last event; ms. */
const SCROLLING = 250;

/**
 * Keeps the text that is read in view, in the window and in every scrolling container round it, and
 * stops when the user scrolls it away. `scroll-padding` is respected, `prefers-reduced-motion` too
 * (WCAG 2.3.3).
 *
 * A scroll is our own while it comes nearer to where we sent it; every other is the user's, by
 * whatever means: wheel, touch, keys, scrollbar, find in page. When such a scroll leaves the text out
 * of view, following stops; when one brings it back, following goes on.
 */
export class Follower {
  readonly #onchange: (following: boolean) => void;
  readonly #inset: () => Inset;
  readonly #listening = new AbortController();
  /** Where we sent a scroller, and how far it was from there when last seen. */
  readonly #sent = new Map<Element, { top: number; left: number; distance: number }>();
  #target: Target | null = null;
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
    this.#target = target;
    if (!this.#following) return;
    const range = this.#chosen();
    const view = this.#viewOf(range);
    const at = boundsOf(range);
    const isSeen = isInside(at, view);
    if (isSeen && at.left >= view.left - 1 && at.right <= view.right + 1) return;
    // Who is scrolling just now is not pulled back.
    if (!isSeen && performance.now() - this.#userScrolledAt < SCROLLING) this.#set(false);
    else this.#reveal(range);
  }

  /** Goes back to the text that is read, and follows it again. */
  resume(): void {
    this.#userScrolledAt = -Infinity;
    this.#set(true);
    if (this.#target) this.#reveal(this.#chosen());
  }

  /** There is nothing to follow any more; the next target is followed again. */
  reset(): void {
    this.#target = null;
    this.#sent.clear();
    this.#set(true);
  }

  dispose(): void {
    this.#listening.abort();
    this.#target = null;
  }

  #set(following: boolean) {
    if (following === this.#following) return;
    this.#following = following;
    this.#onchange(following);
  }

  /** The sentence; where the view is too small for it, the word, else where the sentence begins. */
  #chosen(): Range {
    const { sentence, word } = this.#target!;
    const view = this.#viewOf(sentence);
    if (boundsOf(sentence).height <= view.bottom - view.top) return sentence;
    if (word) return word;
    const start = sentence.cloneRange();
    if (start.startContainer.nodeType === Node.TEXT_NODE) {
      const { startContainer, startOffset } = start;
      start.setEnd(startContainer, Math.min(startOffset + 1, (startContainer as Text).length));
    }
    return start;
  }

  /** What is seen of the place that a range is in: the window, less what covers it or cuts it off. */
  #viewOf(range: Range): Box {
    const boxes = scrollersOf(range).map((scroller) => this.#boxOf(scroller));
    return {
      top: Math.max(...boxes.map((box) => box.top)),
      bottom: Math.min(...boxes.map((box) => box.bottom)),
      left: Math.max(...boxes.map((box) => box.left)),
      right: Math.min(...boxes.map((box) => box.right)),
    };
  }

  #boxOf(scroller: Element): Box {
    const style = getComputedStyle(scroller);
    let { top, bottom, left, right } = boundsOf(scroller);
    const inset = { top: 0, bottom: 0 };
    if (scroller === document.scrollingElement) {
      [top, left, right, bottom] = [0, 0, scroller.clientWidth, innerHeight];
      Object.assign(inset, this.#inset());
    }
    const padding = (value: string) =>
      (parseFloat(value) || 0) * (value.endsWith('%') ? (bottom - top) / 100 : zoomOf(scroller));
    return {
      top: top + Math.max(inset.top, padding(style.scrollPaddingTop)),
      bottom: bottom - Math.max(inset.bottom, padding(style.scrollPaddingBottom)),
      left,
      right,
    };
  }

  #reveal(range: Range) {
    const at = boundsOf(range);
    const target: Box = { top: at.top, bottom: at.bottom, left: at.left, right: at.right };
    for (const scroller of scrollersOf(range)) {
      const view = this.#boxOf(scroller);
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

  #onScroll({ target }: Event) {
    const scroller = target instanceof Element ? target : document.scrollingElement;
    const sent = scroller && this.#sent.get(scroller);
    if (sent) {
      const { scrollTop, scrollLeft } = scroller;
      const distance = Math.abs(sent.top - scrollTop) + Math.abs(sent.left - scrollLeft);
      // Scrolled positions are rounded to device pixels.
      if (distance <= sent.distance + 1) {
        sent.distance = distance;
        return;
      }
      this.#sent.delete(scroller);
    }
    if (!this.#target) return;
    const range = this.#chosen();
    if (!scroller || !scrollersOf(range).includes(scroller)) return;
    this.#userScrolledAt = performance.now();
    this.#set(overlaps(boundsOf(range), this.#viewOf(range)));
  }
}

/** The scrolling containers round a range, innermost first; the window's is the last. */
function scrollersOf(range: Range): Element[] {
  const page = document.scrollingElement ?? document.documentElement;
  const scrollers: Element[] = [];
  for (let at = elementOf(range.startContainer); at; at = parentOf(at)) {
    if (at === page || at === document.body || at === document.documentElement) continue;
    const { overflowX, overflowY } = getComputedStyle(at);
    if (
      (canScroll(overflowY) && at.scrollHeight > at.clientHeight) ||
      (canScroll(overflowX) && at.scrollWidth > at.clientWidth)
    ) {
      scrollers.push(at);
    }
  }
  return [...scrollers, page];
}

const canScroll = (overflow: string) => overflow === 'auto' || overflow === 'scroll';

const isInside = (box: Box, view: Box) => box.top >= view.top - 1 && box.bottom <= view.bottom + 1;

const overlaps = (box: Box, view: Box) => box.bottom > view.top && box.top < view.bottom;
