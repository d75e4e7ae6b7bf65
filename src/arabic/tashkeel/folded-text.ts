/** Marks that were added to a text whose letters had been folded, put into the text as it is written. */
import { foldLetters } from '../fold-letters.js';
import { spokenAsWritten, type Spoken, type SpokenPiece } from '../../core/spoken.js';
import type { Insertions } from './insertions.js';

/** What a diacritizer is given for a text: for a voice, its letters as they are meant. */
export const lettersFor = (
  text: string,
  { spelling }: { readonly spelling?: 'written' | 'meant' },
): Spoken => (spelling === 'meant' ? foldLetters(text) : spokenAsWritten(text));

/**
 * The same marks in the text that was folded. A form that stands for several letters has room for the
 * mark of its last one, and one that stands for words for none.
 *
 * @param pieces what was folded in `source`
 */
export function unfolded(
  source: string,
  pieces: readonly SpokenPiece[],
  { text, places, totals }: Insertions,
): Insertions {
  const out = { text: '', places: [] as number[], totals: [] as number[] };
  let from = 0;
  let total = 0;
  let next = 0;
  /** How much longer the folded text is, up to the next piece. */
  let shift = 0;
  places.forEach((place, i) => {
    const before = i ? totals[i - 1]! : 0;
    const added = text.slice(place + before, place + totals[i]!);
    /** The piece that ends at this place or goes on after it. */
    let here: SpokenPiece | undefined;
    for (; next < pieces.length; next++) {
      const { source: span, spoken } = pieces[next]!;
      const start = span.start + shift;
      if (start >= place) break;
      if (start + spoken.length > place) return;
      here = pieces[next];
      shift += spoken.length - (span.end - span.start);
    }
    const isLast = here && here.source.end + shift === place;
    if (isLast && here!.spoken.includes(' ')) return;
    const at = place - shift;
    out.text += source.slice(from, at) + added;
    from = at;
    out.places.push(at);
    out.totals.push((total += added.length));
  });
  return {
    text: out.text + source.slice(from),
    places: Uint32Array.from(out.places),
    totals: Uint32Array.from(out.totals),
  };
}
