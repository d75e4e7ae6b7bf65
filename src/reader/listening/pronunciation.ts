/**
 * What is said for Arabic text: names as the page pronounces them, numbers and signs in words. Loaded
 * with the first reading.
 */
import type { Spoken, SpokenPiece } from '../../core/spoken.js';

/** What is written, and what is said for it. */
export type Pronunciations = Readonly<Record<string, string>>;

/** @param said what the page's author marked in the text, and is to be said for it */
export type ToSpoken = (text: string, lang: string, said: readonly SpokenPiece[]) => Spoken;

/** The map at an address; empty if it cannot be had or is none. */
async function load(address: string): Promise<Pronunciations> {
  try {
    const loaded: unknown = await (await fetch(address)).json();
    const entries = Object.entries(loaded ?? {});
    return Object.fromEntries(entries.filter(([, said]) => typeof said === 'string'));
  } catch {
    return {};
  }
}

/** @param pronunciations a map, or the address of its JSON */
export async function saying(pronunciations: Pronunciations | string | null): Promise<ToSpoken> {
  const [{ toSpoken }, , map] = await Promise.all([
    import('../../arabic/spoken/to-spoken.js'),
    // It imports them: so they are on their way at once.
    import('../../arabic/spoken/nouns.js'),
    typeof pronunciations === 'string' ? load(pronunciations) : (pronunciations ?? {}),
  ]);
  return (text, lang, said) => toSpoken(text, { lang, said, pronunciations: map });
}
