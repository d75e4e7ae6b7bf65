/**
 * The one diacritizer of a page: its nets are 1.3 MB, and every reader's voice and reading view asks
 * here. What cannot be loaded is asked for again by the next text.
 */
import { reportMissing } from '../assets/report-missing.js';
import type { DiacritizeOptions } from '../arabic/tashkeel/tashkeel.js';
import type { Spoken } from '../core/spoken.js';
import { readingStyle, spokenOptions } from '../diacritizer/reading-style.js';
import { TashkeelWorker } from '../diacritizer/tashkeel-worker.js';

/** How long a sentence waits for the diacritizer's files, in ms, before it is said without. */
const PATIENCE = 1500;

/** How many texts are remembered: those of this sentence and the next, and some of those before. */
const RECENT = 12;

let worker: TashkeelWorker | null = null;
const recent = new Map<string, Promise<Spoken>>();

function diacritizer(): TashkeelWorker {
  if (worker?.isOver) worker = null;
  if (!worker) {
    const started = (worker = new TashkeelWorker());
    // Perhaps the network comes back.
    started.ready.catch((error: unknown) => {
      reportMissing(error);
      started.close();
    });
  }
  return worker;
}

/** Fetches the files, so that the first text need not wait for them. */
export const prepareDiacritizer = (): void => void diacritizer();

/**
 * Adds vowel marks for the eye.
 *
 * @throws Error (rejects) where they cannot be had
 */
export const diacritize = (text: string, options: DiacritizeOptions): Promise<Spoken> =>
  diacritizer().diacritize(text, options);

/**
 * Adds the vowel marks that a voice needs, in the page's style of reading. The same text is done once: asked for
 * while the sentence before is being said, it is there in time.
 *
 * @throws Error (rejects) where the marks cannot be had, or not soon
 */
export function vowelled(text: string): Promise<Spoken> {
  const key = `${readingStyle()} ${text}`;
  const known = recent.get(key);
  if (known) return known;
  const asked = diacritizeSoon(text);
  recent.set(key, asked);
  // What failed is asked for again.
  asked.catch(() => recent.delete(key));
  if (recent.size > RECENT) recent.delete(recent.keys().next().value!);
  return asked;
}

async function diacritizeSoon(text: string): Promise<Spoken> {
  const { ready } = diacritizer();
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The diacritizer is not there yet')), PATIENCE);
  });
  await Promise.race([ready, late]).finally(() => clearTimeout(timer));
  return diacritize(text, { ...spokenOptions(), spelling: 'meant' });
}
