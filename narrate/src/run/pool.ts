/**
 * Threads that make articles, each at its own. One that dies or falls silent takes nothing with it but its
 * article, and another is started.
 */
import { Worker } from 'node:worker_threads';
import type { Found } from '../input/find-sources.js';
import type { Made } from '../make-article.js';
import type { ClaimAnswer, Report, ThreadOptions } from './messages.js';

export interface Failure {
  readonly id: string;
  readonly message: string;
}

export interface PoolOptions extends ThreadOptions {
  /** How many threads. */
  readonly jobs: number;
  /** Where a thread's script is. */
  readonly script?: URL;
  /** How long a thread may say nothing about its article; ms. */
  readonly patience?: number;
  readonly signal: AbortSignal;
  readonly onMade: (made: Made) => void;
  readonly onFailed: (failure: Failure) => void;
}

/** The longest sentence and the largest page are over sooner by far. */
const PATIENCE = 180_000;

/** Makes all that is found; resolves when the last is made or failed, or those in work when aborted. */
export async function makeAll(
  sources: AsyncIterable<Found>,
  { jobs, signal, onMade, onFailed, ...options }: PoolOptions,
): Promise<void> {
  const queue = sources[Symbol.asyncIterator]();
  const seen = new Set<string>();
  // A generator answers its callers one after another, in the order in which they asked.
  const next = async (): Promise<Found | null> => {
    if (signal.aborted) return null;
    const { done, value } = await queue.next();
    return done ? null : value;
  };
  const work = async () => {
    let thread: Thread | null = null;
    for (let source; (source = await next());) {
      const { id } = source;
      if ('error' in source) {
        onFailed({ id, message: source.error.message });
        continue;
      }
      if (seen.has(id)) {
        onFailed({ id, message: 'another article has the same name' });
        continue;
      }
      seen.add(id);
      thread ??= new Thread(options);
      try {
        onMade(await thread.make(source, signal));
      } catch (error) {
        if (signal.aborted) break;
        onFailed({ id, message: (error as Error).message });
        if (thread.isOver) thread = null;
      }
    }
    await thread?.end();
  };
  await Promise.all(Array.from({ length: jobs }, work));
}

/** A thread, as the program sees it. */
export class Thread {
  readonly #worker: Worker;
  readonly #patience: number;
  #settle: { resolve: (made: Made) => void; reject: (error: Error) => void } | null = null;
  #watch: NodeJS.Timeout | undefined;
  #claim: ((name: string) => Promise<boolean>) | undefined;
  isOver = false;

  constructor({
    script = new URL('./thread.js', import.meta.url),
    patience = PATIENCE,
    ...data
  }: ThreadOptions & Pick<PoolOptions, 'script' | 'patience'>) {
    this.#patience = patience;
    const { folder, voice, make, claims } = data;
    this.#worker = new Worker(script, { workerData: { folder, voice, make, claims } });
    this.#worker.on('message', (report: Report) => this.#hear(report));
    this.#worker.on('error', (error) => this.#die(error));
    this.#worker.on('exit', () => this.#die(new Error('its thread ended')));
  }

  /** @throws Error (rejects) where it cannot be made; {@link isOver} tells whether the thread still can */
  make(
    source: Exclude<Found, { error: unknown }>,
    signal: AbortSignal,
    claim?: (name: string) => Promise<boolean>,
  ): Promise<Made> {
    this.#claim = claim;
    return new Promise((resolve, reject) => {
      const stop = () => this.#die(new Error('stopped'));
      this.#settle = { resolve, reject };
      signal.addEventListener('abort', stop, { once: true });
      const done = () => signal.removeEventListener('abort', stop);
      this.#settle = {
        resolve: (made) => (done(), resolve(made)),
        reject: (error) => (done(), reject(error)),
      };
      this.#worker.postMessage(source);
      this.#expect();
    });
  }

  async end(): Promise<void> {
    this.isOver = true;
    await this.#worker.terminate();
  }

  #hear(report: Report): void {
    this.#expect();
    if (report.type === 'made') this.#finish()?.resolve(report.made);
    else if (report.type === 'failed') {
      const { name, message } = report;
      this.#finish()?.reject(Object.assign(new Error(message), { name }));
    } else if (report.type === 'claim')
      this.#claim?.(report.name).then(
        (isOurs) => this.#worker.postMessage({ isOurs } satisfies ClaimAnswer),
        (error: Error) => this.#die(error),
      );
  }

  #expect(): void {
    clearTimeout(this.#watch);
    if (this.#settle)
      this.#watch = setTimeout(
        () => this.#die(new Error(`nothing came of it for ${this.#patience / 1000} s`)),
        this.#patience,
      );
  }

  #finish() {
    clearTimeout(this.#watch);
    const settle = this.#settle;
    this.#settle = null;
    return settle;
  }

  #die(error: Error): void {
    this.isOver = true;
    void this.#worker.terminate();
    this.#finish()?.reject(error);
  }
}
