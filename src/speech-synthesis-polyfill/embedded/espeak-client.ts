import { forgetFile, keptFile } from '../../assets/kept-file.js';
import { startWorker } from '../../assets/start-worker.js';
import { SynthesisFailure } from '../synthesizer.js';
import type { LoadMessage, SpeakMessage, WorkerMessage } from './messages.js';

export type EspeakRequest = Omit<SpeakMessage, 'id'>;
export type EspeakChunk = Extract<WorkerMessage, { type: 'chunk' }>;

export interface EspeakClientOptions {
  /** URLs of the worker's script and of the voice's data; asked for at each start. */
  readonly files: () => { readonly worker: URL; readonly data: URL };
  readonly variants: LoadMessage['variants'];
  readonly createWorker?: (url: URL) => Worker;
  /** How long a started worker may be silent before it counts as dead, in ms. Default 10,000. */
  readonly patience?: number;
}

/** How long the voice may take to load, in ms: about 1 MB, over the slowest of networks. */
const LOAD_PATIENCE = 120_000;

/** A page that asks for Trusted Types has to allow this policy. */
const POLICY = 'speech-synthesis-polyfill';

interface Task {
  readonly request: EspeakRequest;
  /** Not taken yet by whoever iterates. */
  readonly chunks: EspeakChunk[];
  /** Samples that have come: what a second worker says again is left out up to here. */
  received: number;
  /** Samples still to be left out. */
  skip: number;
  done: boolean;
  failure: SynthesisFailure | undefined;
  retried: boolean;
  wake: () => void;
}

/**
 * The page's side of the embedded voice: starts the worker when first needed, and once more if it
 * dies.
 */
export class EspeakClient {
  readonly #options: EspeakClientOptions;
  /** What the worker still owes. Whoever iterates may be far behind it, or never come back. */
  readonly #tasks = new Map<number, Task>();
  #worker: Worker | undefined;
  #ready: Promise<void> | undefined;
  /** Told how much of the voice's data has come, 0 to 1. */
  readonly #watchers = new Set<(fraction: number) => void>();
  #settle: { resolve: () => void; reject: (failure: SynthesisFailure) => void } | undefined;
  #watch: ReturnType<typeof setTimeout> | undefined;
  #lastId = 0;

  constructor(options: EspeakClientOptions) {
    this.#options = options;
  }

  /**
   * @param onProgress told how much of the voice's data has come, 0 to 1, where that is known
   * @throws SynthesisFailure `network` if a file cannot be had, because of a TypeError where no server
   *   answered; else `synthesis-failed`.
   */
  load(onProgress?: (fraction: number) => void): Promise<void> {
    if (!this.#ready) {
      const ready = (this.#ready = this.#start());
      // The next one who asks gets another try.
      ready.catch(() => {
        if (this.#ready === ready) this.#ready = undefined;
      });
    }
    // Once all has come nothing more is told, and nobody who would be told is kept.
    if (onProgress && this.#settle) this.#watchers.add(onProgress);
    return this.#ready;
  }

  /**
   * The audio of a piece, from its beginning, in chunks.
   *
   * @throws SynthesisFailure as {@link load}, and `synthesis-failed` if the worker dies twice.
   */
  async *speak(request: EspeakRequest, signal: AbortSignal): AsyncGenerator<EspeakChunk> {
    await this.load();
    if (signal.aborted) return;
    const id = ++this.#lastId;
    const task: Task = {
      request,
      chunks: [],
      received: 0,
      skip: 0,
      done: false,
      failure: undefined,
      retried: false,
      wake: () => {},
    };
    // Not left to whoever iterates: a generator that is asked for nothing more stands at its `yield`
    // for ever, and its `finally` with it.
    const giveUp = () => this.#forget(id, task);
    signal.addEventListener('abort', giveUp);
    this.#tasks.set(id, task);
    this.#send(id, task);
    try {
      while (!signal.aborted) {
        const chunk = task.chunks.shift();
        if (chunk) yield chunk;
        else if (task.failure) throw task.failure;
        else if (task.done) return;
        else await new Promise<void>((resolve) => (task.wake = resolve));
      }
    } finally {
      signal.removeEventListener('abort', giveUp);
      this.#forget(id, task);
    }
  }

  /** The worker owes nothing more for it. */
  #forget(id: number, task: Task): void {
    this.#tasks.delete(id);
    if (this.#tasks.size === 0) clearTimeout(this.#watch);
    task.wake();
  }

  #start(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#settle = {
        resolve,
        reject: (failure) => {
          this.#stop();
          reject(failure);
        },
      };
      const { files, variants, createWorker = (url) => startWorker(url, POLICY) } = this.#options;
      try {
        const { worker: script, data } = files();
        const worker = createWorker(script);
        this.#worker = worker;
        worker.addEventListener('message', ({ data }: MessageEvent<WorkerMessage>) => {
          if (worker === this.#worker) this.#hear(data);
        });
        worker.addEventListener('error', (event) => {
          event.preventDefault?.();
          const reason = event.message || `${script.href} failed`;
          // Whether there is a network at all, the other file tells.
          const blame = (cause?: unknown) => {
            if (worker === this.#worker) this.#die(reason, cause);
          };
          if (this.#settle) bytes.then(() => blame(), blame);
          else blame();
        });
        this.#watch = setTimeout(() => this.#die('It does not answer'), LOAD_PATIENCE);
        // Fetched beside the script, not by it: neither waits for the other.
        const bytes = keptFile(data.href, (fraction) => {
          for (const watcher of this.#watchers) watcher(fraction);
        });
        bytes.then(
          (bytes) => worker.postMessage({ data: bytes, variants } satisfies LoadMessage, [bytes]),
          (error: Error) => {
            if (worker === this.#worker) this.#die(error.message, error);
          },
        );
      } catch (cause) {
        this.#stop();
        reject(new SynthesisFailure('synthesis-unavailable', 'No worker', { cause }));
      }
    });
  }

  #stop(): void {
    clearTimeout(this.#watch);
    this.#watchers.clear();
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#ready = undefined;
    this.#settle = undefined;
  }

  #send(id: number, task: Task): void {
    this.#worker?.postMessage({ id, ...task.request } satisfies SpeakMessage);
    this.#expect();
  }

  /** A terminated worker says nothing at all, so that silence is the only sign. */
  #expect(): void {
    clearTimeout(this.#watch);
    if (this.#tasks.size > 0)
      this.#watch = setTimeout(() => this.#die('It is silent'), this.#options.patience ?? 10_000);
  }

  #hear(message: WorkerMessage): void {
    if (message.type === 'ready') {
      clearTimeout(this.#watch);
      this.#watchers.clear();
      this.#settle?.resolve();
      this.#settle = undefined;
      return;
    }
    if (message.type === 'failed') {
      forgetFile(this.#options.files().data.href);
      this.#settle?.reject(new SynthesisFailure('synthesis-failed', message.message));
      return;
    }
    const task = this.#tasks.get(message.id);
    if (task && message.type === 'done') {
      task.done = true;
      this.#tasks.delete(message.id);
    } else if (task && message.type === 'chunk') {
      const { length } = message.samples;
      const rest = message.samples.subarray(Math.min(task.skip, length));
      // The same piece is the same audio, so that the marks of what is left out were heard too.
      const marks = task.skip > 0 && rest.length === 0 ? [] : message.marks;
      task.skip -= length - rest.length;
      task.received += rest.length;
      if (rest.length > 0 || marks.length > 0)
        task.chunks.push({ ...message, samples: rest, marks });
    }
    task?.wake();
    this.#expect();
  }

  #die(reason: string, cause?: unknown): void {
    if (this.#settle) {
      // A worker that fails before it is ready could not be fetched or run.
      this.#settle.reject(
        new SynthesisFailure('network', `The voice did not load: ${reason}`, { cause }),
      );
      return;
    }
    this.#stop();
    const fail = ([id, task]: [number, Task], failure: SynthesisFailure) => {
      task.failure = failure;
      this.#forget(id, task);
    };
    for (const entry of this.#tasks)
      if (entry[1].retried)
        fail(entry, new SynthesisFailure('synthesis-failed', `The voice died: ${reason}`));
    const again = [...this.#tasks];
    if (again.length === 0) return;
    for (const [, task] of again) {
      task.retried = true;
      task.skip = task.received;
    }
    this.load().then(
      () => {
        for (const [id, task] of again) if (this.#tasks.has(id)) this.#send(id, task);
      },
      (error: SynthesisFailure) => {
        for (const entry of again) fail(entry, error);
      },
    );
  }
}
