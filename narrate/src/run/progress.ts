/** How far the run has come, for who watches it in a terminal. */
import { SingleBar } from 'cli-progress';

export interface Progress {
  /** An article is done, with so many seconds of new sound. */
  step(duration: number, total: number | null): void;
  /** A line above the bar. */
  line(text: string): void;
  stop(): void;
}

/** @param stream where a bar is drawn if it is a terminal; lines are written there in any case */
export function createProgress(stream: NodeJS.WriteStream): Progress {
  const began = performance.now();
  let done = 0;
  let sound = 0;
  const rate = () => (sound / ((performance.now() - began) / 1000)).toFixed(0);
  const bar = stream.isTTY
    ? new SingleBar({
        stream,
        format: '{bar} {value}/{total} articles · {rate}× real time · {eta_formatted} left',
        hideCursor: true,
        etaBuffer: 50,
      })
    : null;
  bar?.start(0, 0, { rate: 0 });
  return {
    step(duration, total) {
      done++;
      sound += duration;
      // While they are still being counted, at least one more.
      bar?.setTotal(Math.max(total ?? 0, done));
      bar?.update(done, { rate: rate() });
    },
    line(text) {
      if (bar) stream.write(`\r\x1b[K${text}\n`);
      else stream.write(`${text}\n`);
    },
    stop: () => bar?.stop(),
  };
}
