/**
 * The thread that a {@link TashkeelWorker} starts: loads the files, then answers one text at a time. Built
 * into one file, so that it runs wherever a bundler lays it.
 */
import { fetchTashkeel } from './fetch-tashkeel.js';
import type { Insertions } from '../arabic/tashkeel/insertions.js';
import type { DiacritizeOptions } from '../arabic/tashkeel/tashkeel.js';

/** To the worker; `load` comes once and first. */
export type Question =
  | { readonly load: { readonly weights: Uint8Array; readonly lexicon: Uint8Array | null } }
  | { readonly id: number; readonly text: string; readonly options: DiacritizeOptions };

/** From the worker; the answer to `load` has the id 0. */
export interface Answer {
  readonly id: number;
  readonly result?: Insertions;
  readonly error?: string;
}

/** What is used of the thread that this runs in. */
interface Thread {
  onmessage: (event: { readonly data: Question }) => void;
  postMessage(answer: Answer): void;
}
const thread = globalThis as unknown as Thread;

let loaded: ReturnType<typeof fetchTashkeel> | undefined;

thread.onmessage = async ({ data }) => {
  const id = 'id' in data ? data.id : 0;
  try {
    if ('load' in data) loaded = fetchTashkeel(data.load.weights, data.load.lexicon);
    const tashkeel = await loaded!;
    if ('id' in data)
      thread.postMessage({ id, result: tashkeel.insertions(data.text, data.options) });
    else thread.postMessage({ id });
  } catch (error) {
    thread.postMessage({ id, error: String((error as Error).message ?? error) });
  }
};
