/** What a reading needs besides a voice: each sentence in one line, as it is written, and nothing between. */
import { spokenAsWritten } from '../src/core/spoken.js';
import type { PlayerOptions, UtteranceLine } from '../src/speech/player.js';

/** All of a sentence, in one line. */
export const lineOf: (...args: Parameters<PlayerOptions['linesOf']>) => UtteranceLine = (
  { text, lang },
  { block, sentence },
) => ({
  start: sentence.start,
  end: sentence.end,
  lang: block.lang || lang,
  spoken: spokenAsWritten(text.slice(sentence.start, sentence.end)),
});

export const AS_WRITTEN = {
  linesOf: (article, place) => [lineOf(article, place)],
  prepare: (spoken) => spoken,
  skips: () => false,
  pausesBefore: () => false,
  pauseAfter: () => 0,
  timeToRepeat: () => 0,
  onVoiceFailed: () => {},
} satisfies Partial<PlayerOptions>;
