/**
 * What a voice of the device that is eSpeak is given: its rules are for letters with all their
 * vowels, and it says digits clearly, but words without vowels not at all. Loaded with such a voice.
 */
import { composeSpoken, spokenFromPieces } from '../../core/spoken-pieces.js';
import type { Spoken, SpokenPiece } from '../../core/spoken.js';
import { respell } from '../../speech-synthesis-polyfill/embedded/respelling.js';
import { vowelled } from '../shared-diacritizer.js';

const DIGITS = /[0-9٠-٩۰-۹]/g;

/** What is written in digits is said as it is written, with what is said together with it. */
function withDigits({ text, toSource, toSpoken }: Spoken, written: string): SpokenPiece[] {
  const pieces: SpokenPiece[] = [];
  let last = 0;
  for (const { index } of written.matchAll(DIGITS)) {
    const start = toSpoken(index);
    const from = toSource(start);
    // It is said with the digit before, or as it is written.
    if (start < last || (text[start] === written[from] && from === index)) continue;
    let end = start + 1;
    while (end < text.length && toSource(end) === from) end++;
    pieces.push({ source: { start, end }, spoken: written.slice(from, toSource(end)) });
    last = end;
  }
  return pieces;
}

/**
 * @param written what `spoken` is said for.
 * @throws (rejects) never: where the vowels cannot be had, digits stay digits.
 */
export async function forEspeak(spoken: Spoken, written: string): Promise<Spoken> {
  const marked = await vowelled(spoken.text).then(
    (vowels) => composeSpoken(spoken, vowels),
    () => composeSpoken(spoken, spokenFromPieces(spoken.text, withDigits(spoken, written))),
  );
  return composeSpoken(marked, spokenFromPieces(marked.text, respell(marked.text)));
}
