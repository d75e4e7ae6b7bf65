import type { Reader } from '../../reader/reader.js';
import type { AskFromText } from './seek-to-word.js';

/**
 * A click on a word moves the reading there, unless it was meant for something else; while nothing is read
 * the word's card is asked for. When some of it is selected, whatever has to do with passages is.
 *
 * @param content holds the article that is attached
 * @param signal ends it; else it ends with what is attached now
 */
export function seekOnClick(
  reader: Reader,
  content: HTMLElement,
  ask: AskFromText,
  signal: AbortSignal = reader.signal,
): void {
  content.addEventListener(
    'click',
    (event) => {
      // It has one during the event alone.
      const path = event.composedPath();
      void import('./seek-to-word.js').then(
        ({ seekToWord }) => seekToWord(event, path.slice(0, path.indexOf(content)), reader, ask),
        () => {},
      );
    },
    { signal },
  );
  // A press alone selects nothing, but WebKit says that it begins to.
  document.addEventListener('selectionchange', () => reader.hasSelection && ask('passage'), {
    signal,
  });
}
