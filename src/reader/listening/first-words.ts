/** How a voice sounds: by the first words of the article. Loaded when somebody tries one. */
import { wordsOf } from '../../core/words.js';
import type { Speaker } from '../../speech/speaker.js';
import { takeVoice } from '../../speech/take-voice.js';
import type { ReaderState } from '../reader-state.js';
import type { VoiceChoice } from './voice-choice.js';

/** So many of them. */
const MOST = 8;

/** Lets the voice that reads say them, until `end` aborts: the page's voice may be taken for something else. */
export function sayFirstWords(
  { article, settings, signal: attached }: ReaderState,
  { voice, offered }: VoiceChoice,
  speaker: Speaker,
  end: AbortController,
): void {
  const { signal } = end;
  const span = article.blocks[0]?.sentences[0];
  if (signal.aborted || attached.aborted || !voice || !span) return;
  const stop = () => end.abort();
  attached.addEventListener('abort', stop, { signal });
  takeVoice(signal, stop);
  if (voice.quality === 'recorded') return offered!.sayFirstWords(signal);
  const words = wordsOf(article.text, span).slice(0, MOST);
  const text = article.text.slice(span.start, words.at(-1)?.end ?? span.end);
  speaker.begin();
  void speaker.say({ text, lang: article.lang, voice, rate: settings.rate }, { signal });
}
