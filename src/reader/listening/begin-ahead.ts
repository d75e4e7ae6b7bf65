/**
 * What would be heard first if somebody pressed Listen now, while nothing is read. Loaded once that may be,
 * and a voice that makes its sound here is there.
 */
import { primaryLanguage } from '../../core/settings.js';
import { firstInView } from '../../page/geometry/first-in-view.js';
import {
  isSayable,
  placeAt,
  sentenceFrom,
  type LocatedSentence,
  type Skips,
} from '../../speech/navigation.js';
import type { UtteranceLine } from '../../speech/player.js';
import type { ReaderState } from '../reader-state.js';

/**
 * @param offset where reading goes on, if it has begun
 * @param linesOf what is said of a sentence
 * @param skips what is not read at the beginning
 * @param expect told what is said first, if that is Arabic
 */
export function beginAhead(
  { article, playback, position, savedPlace, surface }: ReaderState,
  offset: number,
  linesOf: (place: LocatedSentence) => readonly UtteranceLine[],
  skips: Skips,
  expect: (line: { readonly text: string; readonly lang: string }) => void,
): void {
  // What is selected, or is being read, is begun with in its own way.
  if (!surface || !/idle|paused/.test(playback.status)) return;
  if (surface.page.spanOfSelection(getSelection())) return;
  let at: number | undefined = offset;
  if (!position.sentence) {
    const seen = firstInView(surface.page, surface.inset) ?? savedPlace;
    at = seen === null ? undefined : placeAt(article, seen)?.start;
  }
  const place = at === undefined ? sentenceFrom(article, 0, skips) : sentenceFrom(article, at);
  if (!place) return;
  const from = Math.max(at ?? 0, place.sentence.start);
  for (const { start, end, lang, spoken } of linesOf(place)) {
    if ((start === end ? end : end - 1) < from) continue;
    const text = spoken.text.slice(start < end ? spoken.toSpoken(from - start) : 0);
    if (!isSayable(text)) continue;
    if (primaryLanguage(lang) === 'ar') expect({ text, lang });
    return;
  }
}
