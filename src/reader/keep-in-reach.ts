/**
 * Keeps a bar where it can be seen and pressed, without moving anything on the page. Loaded once it was
 * measured that it is not: `sticky` does not stick in what clips (`overflow: hidden` on the page, on a
 * theme's wrapper), and fixed banners lie over what does. Knows nothing of what is in the bar.
 */
import { isEmpty, type Box } from '../page/geometry/box.js';
import { boundsOf, zoomOf } from '../page/geometry/css-zoom.js';
import { obstructionsOf } from '../page/geometry/obstructions.js';
import { adoptSheet, createSheet, removeSheet } from '../page/style/adopted-sheet.js';
import type { ReaderState } from './reader-state.js';

/** An element with a bar of the height `--_bar` in its frame, sticky: at the window's bottom where its `order` is 1, else at the top. */
export interface BarHost extends HTMLElement {
  /** The id of the article where that is elsewhere; the bar's own room is in the element all the same. */
  readonly for: string | null;
  readonly reader: Pick<ReaderState, 'playback'>;
}

/** The least that a bar of an article elsewhere is wide, where there is room. */
const WIDTH = 360;
/** Room at the window's sides. */
const MARGIN = 8;

/** What covers the window's edges moves the bar; `data-away` is on the frame while its bar is held over the page: its room in the frame stays. */
const RULES = `
  .bar {
    inset-block-start: calc(
      max(var(--article-reader-inset, 0px), var(--_above, env(safe-area-inset-top))) + 8px
    );
  }
  [data-away]::before {
    content: '';
    flex: none;
    block-size: var(--_bar);
  }
  [data-away] > .bar {
    position: fixed;
    z-index: 2147483647;
    margin: 0;
    translate: var(--_off, none);
  }
  /* Over text that is set in columns: its room is at the end, or the beginning, of each. */
  [data-columns] {
    position: relative;
    padding-top: calc(var(--_bar) + 12px);
  }
  [data-columns]::before {
    display: none;
  }
  [data-columns]:not([data-away]) > .bar {
    position: absolute;
    inset: 0 0 auto;
  }
  @media (max-width: 480px) {
    .bar {
      inset-block: auto calc(var(--_below, env(safe-area-inset-bottom)) + 8px);
    }
    [data-away]::before {
      order: 1;
      margin-block-start: 12px;
    }
    [data-columns] {
      padding: 0 0 calc(var(--_bar) + 12px);
    }
    [data-columns]:not([data-away]) > .bar {
      inset: auto 0 0;
    }
  }
`;

/** What tells that something may have come over the bar, or moved. */
const SIGNS = ['scroll', 'resize', 'pointermove', 'keydown', 'focusin', 'focusout'];
const ENDS = ['transitionend', 'animationend', 'toggle', 'load', 'reader-statechange'];

/** @param signal ends it; the bar is in its place then */
export function keepInReach(host: BarHost, signal: AbortSignal): void {
  if (signal.aborted) return;
  const tree = host.shadowRoot!;
  const bar = tree.querySelector<HTMLElement>('.bar')!;
  const frame = bar.parentElement!;
  const root = host.getRootNode() as Document | ShadowRoot;
  const hasPopover = 'popover' in HTMLElement.prototype;
  /** Beside it the bar is wanted. */
  const article = () => (host.for && root.getElementById(host.for)) || host;
  /** Then it is wanted wherever the article is. */
  const isReading = () => /playing|loading/.test(host.reader.playback.status);
  let isAway = false;
  let isWaiting = false;

  /** What of the window is not covered, and what covers its top and bottom. */
  function freeView(): { free: Box; above: number; below: number } {
    const right = document.documentElement.clientWidth;
    const { scale = 1, offsetTop = 0, height = innerHeight } = visualViewport ?? {};
    // Who zooms in by pinching looks at a part, and moves it.
    const isWhole = Math.abs(scale - 1) < 0.01;
    const top = isWhole ? offsetTop : 0;
    const bottom = isWhole ? Math.min(innerHeight, offsetTop + height) : innerHeight;
    const { left: barLeft, right: barRight } = boundsOf(bar);
    const view = { top, bottom, left: Math.max(0, barLeft), right: Math.min(right, barRight) };
    if (isEmpty(view)) Object.assign(view, { left: 0, right });
    // What lies behind the bar is looked for too.
    bar.style.pointerEvents = 'none';
    const covered = obstructionsOf(view, bar);
    bar.style.pointerEvents = '';
    const free = { top: top + covered.top, bottom: bottom - covered.bottom, left: 0, right };
    return { free, above: free.top, below: innerHeight - free.bottom };
  }

  /** Whether the element is what a clipping box lets be seen at that height. */
  const isShown = ({ top, bottom, left, right }: Box) =>
    root.elementsFromPoint((left + right) / 2, (top + bottom) / 2).includes(host);

  const isWithin = (box: Box, view: Box) =>
    box.top >= view.top - 1 && box.bottom <= view.bottom + 1;

  function place() {
    const { visibility, pointerEvents, order } = getComputedStyle(bar);
    const { height } = boundsOf(bar);
    if (!height || visibility !== 'visible' || pointerEvents === 'none') return;
    const isBelow = order === '1';
    const zoom = zoomOf(bar);
    const { free, above, below } = freeView();
    const set = (name: string, value: number) => {
      const length = value >= 1 ? `${Math.round(value / zoom)}px` : '';
      if (frame.style.getPropertyValue(name) !== length) frame.style.setProperty(name, length);
    };
    set('--_above', above);
    set('--_below', below);
    const style = getComputedStyle(bar);
    const end = isBelow
      ? innerHeight - parseFloat(style.bottom) * zoom
      : parseFloat(style.top) * zoom + height;
    const { top, bottom } = boundsOf(article());
    const isWanted = isReading() || (top <= end - height + 1 && bottom >= end - 1);
    const around = boundsOf(frame);
    const home = {
      ...around,
      left: around.left,
      right: around.right,
      top: isBelow ? around.bottom - height : around.top,
      bottom: isBelow ? around.bottom : around.top + height,
    };
    if (isAway) {
      if (!isWanted || (isWithin(home, free) && isShown(home))) goHome();
      else holdAt(end - height, zoom);
      return;
    }
    const at = boundsOf(bar);
    if (!isWanted || (isWithin(at, free) && isShown(at)) || hasModal(document) || hasModal(tree))
      return;
    isAway = true;
    frame.toggleAttribute('data-away', true);
    if (hasPopover) {
      bar.popover = 'manual';
      bar.showPopover();
    }
    holdAt(end - height, zoom);
  }

  /** Over the page, as wide as its own room; the height is the style sheet's. */
  function holdAt(top: number, zoom: number) {
    const view = document.documentElement.clientWidth;
    const { left, right } = boundsOf(host.contains(article()) ? frame : article());
    const width = Math.min(
      view - 2 * MARGIN,
      Math.max(right - left, host.contains(article()) ? 0 : WIDTH),
    );
    const at = Math.max(MARGIN, Math.min((left + right - width) / 2, view - MARGIN - width));
    bar.style.left = `${at / zoom}px`;
    bar.style.inlineSize = `${width / zoom}px`;
    if (hasPopover) return;
    // Without a top layer a box with a transform round it is what `fixed` is fixed to.
    bar.style.removeProperty('--_off');
    const now = boundsOf(bar);
    if (Math.abs(now.top - top) > 1 || Math.abs(now.left - at) > 1)
      bar.style.setProperty('--_off', `${(at - now.left) / zoom}px ${(top - now.top) / zoom}px`);
  }

  function goHome() {
    isAway = false;
    if (hasPopover) bar.popover = null;
    frame.removeAttribute('data-away');
    for (const name of ['left', 'inline-size', '--_off']) bar.style.removeProperty(name);
  }

  const soon = () => {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(() => {
      isWaiting = false;
      if (!signal.aborted) place();
    });
  };

  const sheet = createSheet(tree, RULES);
  adoptSheet(tree, sheet);
  const { writingMode } = getComputedStyle(host);
  frame.toggleAttribute('data-columns', !writingMode.startsWith('h'));
  const options = { capture: true, passive: true, signal };
  for (const sign of [...SIGNS, ...ENDS]) addEventListener(sign, soon, options);
  for (const sign of ['resize', 'scroll']) visualViewport?.addEventListener(sign, soon, options);
  host.addEventListener('reader-statechange', soon, { signal });
  const changes = new MutationObserver(soon);
  changes.observe(document.body, { childList: true, attributes: true });
  const sizes = new ResizeObserver(soon);
  sizes.observe(frame);
  signal.addEventListener('abort', () => {
    changes.disconnect();
    sizes.disconnect();
    removeSheet(tree, sheet);
    for (const name of ['--_above', '--_below']) frame.style.removeProperty(name);
    frame.removeAttribute('data-columns');
    if (isAway) goHome();
  });
  place();
}

/** Whether a modal dialog is open in a tree: nothing goes over that. */
function hasModal(tree: Document | ShadowRoot): boolean {
  if (tree.querySelector(':modal')) return true;
  if (tree instanceof Document) return false;
  return [...tree.querySelectorAll('*')].some(
    ({ shadowRoot }) => shadowRoot && hasModal(shadowRoot),
  );
}
