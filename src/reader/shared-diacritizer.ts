/** The diacritizer, one for all readers on a page: loaded when a voice first wants vowels. */
import type { Spoken } from '../core/spoken.js';
import { TashkeelWorker } from '../diacritizer/tashkeel-worker.js';

/** How long a sentence waits for the diacritizer's files, in ms, before it is said without. */
const PATIENCE = 1500;

/** How many texts are remembered: those of this sentence and the next, and some of those before. */
const RECENT = 12;

let tashkeel: TashkeelWorker | undefined;
const recent = new Map<string, Promise<Spoken>>();

/**
 * Adds the vowel marks that a voice needs, with pausal forms. The same text is done once: asked for
 * while the sentence before is being said, it is there in time.
 *
 * @throws Error (rejects) where the marks cannot be had, or not soon
 */
export function vowelled(text: string): Promise<Spoken> {
  const known = recent.get(text);
  if (known) return known;
  const asked = diacritize(text);
  recent.set(text, asked);
  // What failed is asked for again.
  asked.catch(() => recent.delete(text));
  if (recent.size > RECENT) recent.delete(recent.keys().next().value!);
  return asked;
}

async function diacritize(text: string): Promise<Spoken> {
  tashkeel ??= new TashkeelWorker();
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The diacritizer is not there yet')), PATIENCE);
  });
  await Promise.race([tashkeel.ready, late]).finally(() => clearTimeout(timer));
  return tashkeel.diacritize(text, { pausal: true });
}
