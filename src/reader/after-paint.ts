/**
 * Calls back once what is now on the page has been painted and nothing more urgent is to do; within half a
 * second also where nothing is painted, in a hidden tab.
 */
export function afterPaint(task: () => void): void {
  let isDone = false;
  const once = () => {
    if (isDone) return;
    isDone = true;
    task();
  };
  setTimeout(once, 500);
  // Safari has no idle callbacks.
  const whenIdle = globalThis.requestIdleCallback ?? setTimeout;
  requestAnimationFrame(() => whenIdle(once));
}
