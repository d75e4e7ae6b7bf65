/**
 * The thread that a {@link TashkeelWorker} starts: takes the files, then answers one text at a time. Built
 * into one file, so that it runs wherever a bundler lays it.
 */
import { createTashkeel } from './create-tashkeel.js';
import type { Insertions } from '../arabic/tashkeel/insertions.js';
import type { DiacritizeOptions, Tashkeel } from '../arabic/tashkeel/tashkeel.js';

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

let tashkeel: Tashkeel | undefined;

thread.onmessage = ({ data }) => {
  const id = 'id' in data ? data.id : 0;
  try {
    if ('id' in data) {
      // Nobody asks before it is loaded.
      thread.postMessage({ id, result: tashkeel!.insertions(data.text, data.options) });
      return;
    }
    const { weights, lexicon } = data.load;
    tashkeel = createTashkeel(weights, lexicon ? new TextDecoder().decode(lexicon) : '');
    thread.postMessage({ id });
  } catch (error) {
    thread.postMessage({ id, error: String((error as Error).message ?? error) });
  }
};
