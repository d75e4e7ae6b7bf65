import type { Reader } from '../../reader/reader.js';

/** Does what a click into the text asks for. */
export type AskFromText = (command: 'word' | 'passage') => void;

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
 * Moves the reading to the word that was clicked, if it was meant for that. Loaded with the first click.
 *
 * @param inside what was clicked, from the innermost, and all round it that is in the article
 */
export function seekToWord(
  event: MouseEvent,
  inside: readonly EventTarget[],
  reader: Reader,
  ask: AskFromText,
): void {
  if (
    event.defaultPrevented ||
    event.button !== 0 ||
    inside.some((node) => node instanceof Element && node.matches(INTERACTIVE)) ||
    reader.hasSelection
  )
    return;
  void reader.offsetAt(event.clientX, event.clientY).then((offset) => {
    setTimeout(() => {
      if (offset === null || reader.hasSelection) return;
      reader.goTo(offset);
      if (reader.playback.status === 'idle') ask('word');
    }, DOUBLE);
  });
}
