import type { Reader } from '../../reader/reader.js';

/**
 * Links, controls and whatever else on the page answers a click of its own. What only takes the focus
 * (`<main tabindex="-1">`, a region to scroll) is not among them.
 */
const INTERACTIVE = [
  'a,button,input,select,textarea,label,summary,audio,video,[contenteditable],[role=button]',
  '[role=link],[role=tab],[role=radio],[role=switch],[role$=box],[role^=menuitem]',
].join();

/** A second click within this time selects the word, and both were meant for that; ms. */
const DOUBLE = 300;

/**
 * A click on a word moves the reading there, unless it was meant for something else; while nothing is read
 * the word's card is asked for. When somebody begins to select, whatever has to do with passages is.
 *
 * @param content holds the article that is attached
 * @param ask does that
 * @param signal ends it; else it ends with what is attached now
 */
export function seekOnClick(
  reader: Reader,
  content: HTMLElement,
  ask: (command: 'word' | 'passage') => void,
  signal: AbortSignal = reader.signal,
): void {
  content.addEventListener(
    'click',
    (event) => {
      const path = event.composedPath();
      const inside = path.slice(0, path.indexOf(content));
      if (
        event.defaultPrevented ||
        event.button !== 0 ||
        inside.some((node) => node instanceof Element && node.matches(INTERACTIVE)) ||
        reader.hasSelection
      )
        return;
      void reader.offsetAt(event.clientX, event.clientY).then((offset) => {
        setTimeout(() => {
          if (offset !== null && !reader.hasSelection) {
            reader.goTo(offset);
            if (reader.playback.status === 'idle') ask('word');
          }
        }, DOUBLE);
      });
    },
    { signal },
  );
  content.addEventListener('selectstart', () => ask('passage'), { signal });
}
