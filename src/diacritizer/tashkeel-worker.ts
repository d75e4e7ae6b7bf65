import { forgetFile } from '../assets/kept-file.js';
import { assetUrl } from '../assets/asset-url.js';
import { startWorker } from '../assets/start-worker.js';
import { composeSpoken } from '../core/spoken-pieces.js';
import type { Spoken } from '../core/spoken.js';
import { lettersFor } from '../arabic/tashkeel/folded-text.js';
import { spokenWith } from '../arabic/tashkeel/insertions.js';
import type { DiacritizeOptions } from '../arabic/tashkeel/tashkeel.js';
import { read } from './read-file.js';
import { tashkeelFiles } from './tashkeel-files.js';
import type { Answer, Question } from './worker.js';

export interface TashkeelWorkerOptions {
  /** Where the weights and the lexicon are; else the package's own. */
  readonly weights?: string;
  readonly lexicon?: string | null;
  /** Starts the thread; else the package's own. */
  readonly createWorker?: () => WorkerLike;
}

/** The part of the DOM's `Worker` that is used here. */
export interface WorkerLike {
  postMessage(message: unknown, transfer: Transferable[]): void;
  terminate(): void;
  onmessage: ((event: never) => void) | null;
  onerror: ((event: never) => void) | null;
}

/** A page that asks for Trusted Types has to allow this policy. */
const POLICY = 'article-reader-tashkeel';

/** Bundlers see this URL and copy the file, which is whole by itself. */
const script = (): URL =>
  assetUrl('tashkeel/worker.js', () => new URL('../assets/tashkeel/worker.js', import.meta.url));

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

  constructor({
    createWorker = () => startWorker(script(), POLICY),
    ...files
  }: TashkeelWorkerOptions = {}) {
    this.#worker = createWorker();
    this.#worker.onmessage = ({ data }: { data: Answer }) => this.#settle(data);
    this.#worker.onerror = ({ message }: { message?: string }) =>
      this.#fail(new Error(message || `tashkeel: ${script()} could not be started`));
    this.ready = this.#load({ ...tashkeelFiles(), ...files });
    // Whoever waits for a text hears of it there.
    this.ready.catch(() => {});
  }

  /** Whether it can do no text any more: it was closed, or its thread failed. */
  get isOver(): boolean {
    return this.#failure !== undefined;
  }

  /** As `Tashkeel.diacritize`; rejects where that throws, and when the files could not be had. */
  async diacritize(text: string, options: DiacritizeOptions = {}): Promise<Spoken> {
    await this.ready;
    const id = ++this.#lastId;
    const letters = lettersFor(text, options);
    const { result } = await this.#ask(id, { id, text: letters.text, options });
    return composeSpoken(letters, spokenWith(result!));
  }

  /** Ends the thread; what is still waited for rejects. */
  close(): void {
    this.#worker.terminate();
    this.#fail(new Error('tashkeel: closed'));
  }

  /** Fetches the files beside the thread's script, not after it. */
  async #load(files: {
    readonly weights: string | URL;
    readonly lexicon: string | URL | null;
  }): Promise<void> {
    const urls = [files.weights, ...(files.lexicon === null ? [] : [files.lexicon])];
    const [weights, lexicon = null] = await Promise.all(urls.map(read));
    const load = { weights: weights!, lexicon };
    const bytes = [weights!.buffer, ...(lexicon ? [lexicon.buffer] : [])];
    await this.#ask(0, { load }, bytes).catch((error: Error) => {
      // What cannot be read is not kept.
      urls.forEach((url) => forgetFile(String(url)));
      throw error;
    });
  }

  #ask(id: number, question: Question, transfer: Transferable[] = []): Promise<Answer> {
    if (this.#failure) return Promise.reject(this.#failure);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage(question, transfer);
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
