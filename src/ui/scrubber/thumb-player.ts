/**
 * The bar of a phone while it is read: a player for the thumb. The same buttons, fewer of them, so that
 * a screen reader meets one set of controls; swipes do what a button does as well.
 */
import { adoptSheet, createSheet } from '../../reader/reader.js';
import type { ReaderElement } from '../internal/reader-element.js';

/** A window of a phone, held by hand. */
const PHONE = '(max-width: 480px) and (pointer: coarse)';
/** How far a finger goes before it is no tap, in CSS pixels. */
const NUDGE = 8;
/** How far a swipe goes that is meant, up or down, and sideways, in CSS pixels. */
const MEANT = { along: 96, across: 40 };

const RULES = `
  [data-player] {
    position: relative;
  }
  [data-player], [data-player] * {
    touch-action: none;
  }
  [data-player]::before {
    content: '';
    position: absolute;
    inset: 3px 0 auto;
    margin: auto;
    inline-size: 32px;
    block-size: 3px;
    border-radius: 2px;
    background: var(--_muted);
  }
  [data-player] .row {
    padding-block-start: 8px;
    gap: 8px;
  }
  [data-player].folded button {
    display: none;
  }
  [data-player].folded :is(.listen, .more, [data-command='previousSentence'], [data-command='rate']) {
    display: inline-flex;
  }
  [data-player].folded .listen :is(span, .icon) {
    display: inline;
  }
`;

/** Gone: the bar's room stays, and a touch of the page brings it back. */
const GONE = '.bar[data-gone] { visibility: hidden; }';

/** Makes a player of a bar that stands on the page; the reading view has its own way to be alone with the text. */
export function playByThumb(toolbar: ReaderElement): void {
  const place = toolbar.closest<HTMLElement>('.bar');
  if (!place) return;
  const root = toolbar.shadowRoot!;
  const bar = root.querySelector<HTMLElement>('.bar')!;
  adoptSheet(root, createSheet(root, RULES));
  const around = place.getRootNode() as ShadowRoot;
  adoptSheet(around, createSheet(around, GONE));
  const phone = matchMedia(PHONE);

  const show = () => place.removeAttribute('data-gone');
  let status = '';
  const look = () => {
    const { reader } = toolbar;
    if (reader.playback.status !== status && !/playing|loading/.test(reader.playback.status))
      show();
    ({ status } = reader.playback);
    bar.toggleAttribute('data-player', phone.matches && status !== 'idle');
  };
  /** Ends what waits for a touch to come back. */
  let back: AbortController | undefined;
  // What the window and a media query hear lives as long as the page.
  toolbar.addController({
    hostUpdated: look,
    hostConnected: () => phone.addEventListener('change', look),
    hostDisconnected() {
      phone.removeEventListener('change', look);
      back?.abort();
      show();
    },
  });
  look();

  /** Where the finger came down. */
  let from: { readonly x: number; readonly y: number } | null = null;
  let isSwipe = false;
  const settle = () => {
    from = null;
    bar.style.removeProperty('translate');
  };
  bar.addEventListener('pointerdown', ({ clientX, clientY, isPrimary, target }) => {
    isSwipe = false;
    const isSlider = (target as Element).localName === 'article-reader-scrubber';
    if (bar.hasAttribute('data-player') && isPrimary && !isSlider)
      from = { x: clientX, y: clientY };
  });
  bar.addEventListener('pointermove', ({ clientX, clientY }) => {
    if (!from) return;
    const [x, y] = [clientX - from.x, clientY - from.y];
    isSwipe ||= Math.hypot(x, y) > NUDGE;
    // It follows the finger the way that it goes.
    if (isSwipe) bar.style.translate = Math.abs(x) > Math.abs(y) ? `${x}px` : `0 ${y}px`;
  });
  bar.addEventListener('pointerup', ({ clientX, clientY }) => {
    if (!from) return;
    const [x, y] = [clientX - from.x, clientY - from.y];
    settle();
    const isAlong = Math.abs(x) > Math.abs(y);
    if (isAlong ? Math.abs(x) > MEANT.along : y > MEANT.across) leave();
    else if (!isAlong && y < -MEANT.across)
      toolbar.dispatchEvent(new CustomEvent('reader-command', { detail: 'settings' }));
  });
  bar.addEventListener('pointercancel', settle);
  // What was a swipe presses no button.
  bar.addEventListener(
    'click',
    (event) => {
      if (isSwipe) event.stopPropagation();
      isSwipe = false;
    },
    { capture: true },
  );

  function leave() {
    place!.toggleAttribute('data-gone', true);
    back?.abort();
    const { signal } = (back = new AbortController());
    const options = { capture: true, signal };
    const comeBack = (event: Event) => {
      // The click that ends the swipe.
      if (event.composedPath().includes(bar)) return;
      back?.abort();
      show();
    };
    for (const sign of ['click', 'keydown']) addEventListener(sign, comeBack, options);
  }
}
