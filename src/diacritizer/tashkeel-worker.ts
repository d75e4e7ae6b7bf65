import type { Spoken } from '../core/spoken.js';
import { spokenWith } from '../arabic/tashkeel/insertions.js';
import type { DiacritizeOptions } from '../arabic/tashkeel/tashkeel.js';
import type { Answer, Question } from './worker.js';

export interface TashkeelWorkerOptions {
  /** Where the weights and the lexicon are; else beside the worker's script. */
  readonly weights?: string;
  readonly lexicon?: string | null;
  /** Starts the thread; else `worker.js` beside this module. */
  readonly createWorker?: () => WorkerLike;
}

/** The part of the DOM's `Worker` that is used here. */
export interface WorkerLike {
  postMessage(message: unknown): void;
  terminate(): void;
  onmessage: ((event: never) => void) | null;
  onerror: ((event: never) => void) | null;
}

/** What this module needs of a browser, since this room is compiled without its types. */
declare const URL: {
  new (url: string, base: string): { readonly href: string; readonly origin: string };
  createObjectURL(blob: unknown): string;
};
declare const Blob: new (parts: readonly string[], options: { type: string }) => unknown;
declare const origin: string;
declare const Worker: new (url: unknown, options: { type: 'module' }) => WorkerLike;
declare const trustedTypes:
  | {
      createPolicy(
        name: string,
        rules: { createScriptURL(url: string): string },
      ): { createScriptURL(url: string): unknown };
    }
  | undefined;

/**
 * A {@link Tashkeel} in a thread of its own, so that the page stays quick while it works. Texts are
 * done in the order in which they were given. A page that asks for Trusted Types has to allow the
 * policy `article-reader-tashkeel`.
 */
export class TashkeelWorker {
  readonly #worker: WorkerLike;
  readonly #waiting = new Map<
    number,
    { resolve: (answer: Answer) => void; reject: (error: Error) => void }
  >();
  #lastId = 0;
  #failure: Error | undefined;

  /** Resolves when the files are there. @throws Error (rejects) if they cannot be had or read */
  readonly ready: Promise<void>;

  constructor({ createWorker = startWorker, ...files }: TashkeelWorkerOptions = {}) {
    this.#worker = createWorker();
    this.#worker.onmessage = ({ data }: { data: Answer }) => this.#settle(data);
    this.#worker.onerror = ({ message }: { message?: string }) =>
      this.#fail(new Error(message || 'tashkeel: the worker could not be started'));
    this.ready = this.#ask(0, { load: files }).then(() => undefined);
    // Whoever waits for a text hears of it there.
    this.ready.catch(() => {});
  }

  /** Whether it can do no text any more: it was closed, or its thread failed. */
  get isOver(): boolean {
    return this.#failure !== undefined;
  }

  /** As `Tashkeel.diacritize`; rejects where that throws, and when the files could not be had. */
  async diacritize(text: string, options: DiacritizeOptions = {}): Promise<Spoken> {
    const id = ++this.#lastId;
    const { result } = await this.#ask(id, { id, text, options });
    return spokenWith(result!);
  }

  /** Ends the thread; what is still waited for rejects. */
  close(): void {
    this.#worker.terminate();
    this.#fail(new Error('tashkeel: closed'));
  }

  #ask(id: number, question: Question): Promise<Answer> {
    if (this.#failure) return Promise.reject(this.#failure);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage(question);
    });
  }

  #settle(answer: Answer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if (answer.error === undefined) waiting?.resolve(answer);
    else waiting?.reject(new Error(answer.error));
  }

  #fail(failure: Error): void {
    this.#failure = failure;
    for (const { reject } of this.#waiting.values()) reject(failure);
    this.#waiting.clear();
  }
}

/** A policy can be made only once. */
let policy: { createScriptURL(url: string): unknown } | undefined;

/**
 * Browsers start a worker only from the page's own origin; from another one, such as a CDN, it is
 * imported by a script of one line.
 */
function startWorker(): WorkerLike {
  const script = new URL('./worker.js', import.meta.url);
  const href =
    script.origin === origin
      ? script.href
      : URL.createObjectURL(
          new Blob([`import ${JSON.stringify(script.href)}`], { type: 'text/javascript' }),
        );
  if (typeof trustedTypes === 'object')
    policy ??= trustedTypes.createPolicy('article-reader-tashkeel', {
      createScriptURL: (given) => given,
    });
  return new Worker(policy?.createScriptURL(href) ?? href, { type: 'module' });
}
