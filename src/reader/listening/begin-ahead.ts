/**
 * What would be heard first if somebody pressed Listen now. Loaded once that may be, and a voice that makes
 * its sound here is there.
 */
import type { Article } from '../../core/article.js';
import { primaryLanguage } from '../../core/settings.js';
import { firstInView } from '../../page/geometry/first-in-view.js';
import {
  isSayable,
  placeAt,
  sentenceFrom,
  type LocatedSentence,
  type Skips,
} from '../../speech/navigation.js';
import type { Player, UtteranceLine } from '../../speech/player.js';
import type { Speaker } from '../../speech/speaker.js';
import { clauseEnd } from '../../speech/utterance-text.js';
import type { ReaderState } from '../reader-state.js';
import type { VoiceChoice } from './voice-choice.js';

/**
 * Lets an embedded voice begin with it, while nothing is read.
 *
 * @param player whose offset is where reading goes on, if it has begun
 * @param linesOf what is said of a sentence
 * @param skips what is not read at the beginning
 */
export function beginAhead(
  { article, playback, position, savedPlace, settings, surface }: ReaderState,
  { offset }: Pick<Player, 'offset'>,
  speaker: Speaker,
  { voice }: Pick<VoiceChoice, 'voice'>,
  linesOf: (article: Article, place: LocatedSentence) => readonly UtteranceLine[],
  skips: Skips,
): void {
  if (voice?.quality !== 'embedded') return;
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
  for (const { start, end, lang, spoken } of linesOf(article, place)) {
    if ((start === end ? end : end - 1) < from) continue;
    const text = spoken.text.slice(start < end ? spoken.toSpoken(from - start) : 0);
    if (!isSayable(text)) continue;
    // As much as the voice is given first.
    const clause = text.slice(0, clauseEnd(text, 0, text.length));
    const { rate } = settings;
    if (primaryLanguage(lang) === 'ar') speaker.expect({ text: clause, lang, voice, rate });
    return;
  }
}
