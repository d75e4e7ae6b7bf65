/** A web worker, as far as the library's own scripts use one, in Node. */
import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

/** As much of a web worker's surroundings as the voice's thread uses. */
const BOOT = `
import { parentPort } from 'node:worker_threads';
globalThis.postMessage = (message, transfer) => parentPort.postMessage(message, transfer);
globalThis.addEventListener = (type, listener) => parentPort.on(type, (data) => listener({ data }));
`;

export class WebWorker extends EventTarget {
  readonly #thread: Worker;

  constructor(script: URL) {
    super();
    // By its text, so that nothing that turns TypeScript into JavaScript here gets at it.
    const code = Buffer.from(BOOT + readFileSync(script, 'utf8')).toString('base64');
    this.#thread = new Worker(new URL(`data:text/javascript;base64,${code}`), { execArgv: [] });
    this.#thread.unref();
    this.#thread.on('message', (data) =>
      this.dispatchEvent(Object.assign(new Event('message'), { data })),
    );
    this.#thread.on('error', ({ message }) =>
      this.dispatchEvent(Object.assign(new Event('error'), { message })),
    );
  }

  postMessage(message: unknown, transfer: Transferable[] = []): void {
    this.#thread.postMessage(message, transfer as never);
  }

  terminate(): void {
    void this.#thread.terminate();
  }
}
