/** The name of our mark in a history entry's state. */
const MARK = 'articleReaderView';

/**
 * An entry of our own in the browser's history, so that Back closes what lies over the page.
 * The address stays; what state the page had is kept beside our mark, for routers that look at it.
 *
 * In a frame Back belongs to the page round it, and where a page may not write history (a document
 * without an address) there is none to write: then there is no entry.
 *
 * @param onback called when the user went back
 * @returns gives the entry up when it was closed otherwise. It stays in the history without our mark:
 *   going back by script comes later than one thinks, and could leave the page that the user is on.
 */
export function pushHistoryEntry(onback: () => void): () => void {
  const mark = `${Date.now()}-${Math.random()}`;
  const isHere = () => (history.state as Record<string, unknown> | null)?.[MARK] === mark;
  if (window.top !== window) return () => {};
  let before: unknown;
  let restoration: ScrollRestoration;
  try {
    before = history.state;
    restoration = history.scrollRestoration;
    // The page is scrolled to where the user has read to, and not back to where it was.
    history.scrollRestoration = 'manual';
    history.pushState({ ...(before instanceof Object && before), [MARK]: mark }, '');
    history.scrollRestoration = restoration;
  } catch {
    return () => {};
  }
  const listening = new AbortController();
  addEventListener(
    'popstate',
    () => {
      if (isHere()) return;
      history.scrollRestoration = restoration;
      listening.abort();
      onback();
    },
    { signal: listening.signal },
  );
  return () => {
    listening.abort();
    // Unless the page went on by itself (a router, a link): its history is as it wants it.
    if (isHere()) history.replaceState(before, '');
  };
}
