/**
 * Calls back once what is now on the page has been painted and nothing more urgent is to do; within half a
 * second also where nothing is painted, in a hidden tab.
 *
 * @param signal calls it off
 */
export function afterPaint(task: () => void, signal?: AbortSignal): void {
  const once = new AbortController();
  const run = () => {
    if (once.signal.aborted || signal?.aborted) return;
    once.abort();
    task();
  };
  setTimeout(run, 500);
  // Safari has no idle callbacks.
  const whenIdle = globalThis.requestIdleCallback ?? setTimeout;
  globalThis.requestAnimationFrame?.(() => whenIdle(run));
}
