/** The name of our mark in a history entry's state. */
const MARK = 'articleReaderView';

/** Settles when a step back of ours has been taken: going back by script comes later than one thinks. */
let returning = Promise.resolve();
/** After so many ms a step back that nobody heard of is not waited for. */
const RETURN_MS = 500;

/**
 * An entry of our own in the browser's history, so that Back closes what lies over the page.
 * The address stays; what state the page had is kept beside our mark, for routers that look at it.
 *
 * In a frame Back belongs to the page round it, and where a page may not write history (a document
 * without an address) there is none to write: then there is no entry.
 *
 * @param onback called when the user went back
 * @returns gives the entry up when it was closed otherwise: goes back over it, or, where the page is
 *   about to go on, leaves it in the history without our mark.
 */
export function pushHistoryEntry(onback: () => void): (goesBack: boolean) => void {
  let isOver = false;
  let leave: (goesBack: boolean) => void = () => {};
  const push = () => {
    if (!isOver) leave = pushNow(onback);
  };
  void returning.then(push);
  return (goesBack) => {
    isOver = true;
    leave(goesBack);
  };
}

function pushNow(onback: () => void): (goesBack: boolean) => void {
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
  /** WebKit scrolls after it has told of it. */
  const arrive = () =>
    new Promise<void>((resolve) => setTimeout(resolve)).then(() => {
      history.scrollRestoration = restoration;
    });
  const listening = new AbortController();
  addEventListener(
    'popstate',
    () => {
      if (isHere()) return;
      listening.abort();
      returning = arrive();
      onback();
    },
    { signal: listening.signal },
  );
  return (goesBack) => {
    listening.abort();
    // Unless the page went on by itself (a router, a link): its history is as it wants it.
    if (!isHere()) return;
    if (!goesBack) return history.replaceState(before, '');
    returning = new Promise<void>((resolve) => {
      addEventListener('popstate', () => resolve(), { once: true });
      setTimeout(resolve, RETURN_MS);
    }).then(arrive);
    history.back();
  };
}
