/** A player, a scripted voice and a clock, joined for one test. */
import { createArticle, type Article, type BlockKind } from '../../../src/core/article.js';
import { wordsOf } from '../../../src/core/words.js';
import type { Clock } from '../../../src/speech/clock.js';
import { FailedVoices } from '../../../src/speech/failed-voices.js';
import { Player, type PlayerOptions } from '../../../src/speech/player.js';
import { readAloud } from '../../../src/speech/read-aloud.js';
import { Speaker, type Traits } from '../../../src/speech/speaker.js';
import type { Position } from '../../../src/core/playback.js';
import { VoiceList } from '../../../src/speech/voice-list.js';
import { AS_WRITTEN } from '../../as-written.js';
import { FakeSynthesis, FakeUtterance, VirtualClock, type FakeOptions } from '../../fake-speech.js';

export const DESKTOP: Traits = { gap: 0, silence: 'silent' };

/** The interface of the DOM, of which the fake has what is used. */
export const asSynthesis = (fake: FakeSynthesis) => fake as unknown as SpeechSynthesis;
export const asUtterance = FakeUtterance as unknown as typeof SpeechSynthesisUtterance;

export const speakerOf = (fake: FakeSynthesis, clock: Clock, traits = DESKTOP) =>
  new Speaker(asSynthesis(fake), asUtterance, clock, traits);

type Text = string | { text: string; kind?: BlockKind; lang?: string };

/** An article of one block for each text; its sentences end with `.`, `؟` or `!`. */
export function articleOf(...texts: Text[]): Article {
  let text = '';
  const blocks = texts.map((init) => {
    const block = typeof init === 'string' ? { text: init } : init;
    const start = text.length + (text ? 2 : 0);
    text += (text ? '\n\n' : '') + block.text;
    return { start, end: text.length, kind: block.kind ?? 'paragraph', lang: block.lang ?? 'ar' };
  });
  return createArticle(
    { text, lang: 'ar', blocks },
    {
      sentences: (part) =>
        [...part.matchAll(/\S[^.؟!]*[.؟!]*/g)].map((match) => ({
          start: match.index,
          end: match.index + match[0].length,
        })),
      paragraphs: (part) => [{ start: 0, end: part.length }],
    },
  );
}

/** The words of an article's sentences, in order. */
export const wordsIn = (article: Article): string[] =>
  article.blocks.flatMap((block) =>
    block.sentences.flatMap((sentence) =>
      wordsOf(article.text, sentence).map(({ start, end }) => article.text.slice(start, end)),
    ),
  );

export interface ReadingOptions extends FakeOptions {
  readonly traits?: Traits;
  readonly player?: Partial<PlayerOptions>;
  readonly synthesis?: FakeSynthesis;
}

/** Everything about one reading. */
export function reading(article: Article, options: ReadingOptions = {}) {
  const clock = (options.clock as VirtualClock | undefined) ?? new VirtualClock();
  const synthesis = options.synthesis ?? new FakeSynthesis({ ...options, clock });
  const speaker = speakerOf(synthesis, clock, options.traits);
  const voices = new VoiceList(asSynthesis(synthesis), clock);
  /** All states and words that were shown, in order, each once. */
  const states: string[] = [];
  const shown: string[] = [];
  const positions: Position[] = [];
  const player: Player = new Player({
    speaker,
    read: readAloud,
    voices,
    failed: new FailedVoices(),
    clock,
    ...AS_WRITTEN,
    ...options.player,
    onChange() {
      const { playback, position } = player;
      const state = playback.status === 'failed' ? `failed:${playback.reason}` : playback.status;
      if (states.at(-1) !== state) states.push(state);
      if (positions.at(-1) !== position) {
        positions.push(position);
        const { word } = position;
        if (word) shown.push(player.article.text.slice(word.start, word.end));
      }
      options.player?.onChange?.();
    },
  });
  player.setArticle(article);
  const active = () => ['playing', 'loading'].includes(player.playback.status);
  return {
    clock,
    synthesis,
    speaker,
    voices,
    player,
    states,
    shown,
    positions,
    /** What was heard, as text. */
    heard: () => synthesis.heard.map(({ text }) => text),
    /** The text of a span. */
    at: (span: { start: number; end: number } | null) =>
      span && player.article.text.slice(span.start, span.end),
    /** Lets time pass until reading is over, or until so many words were heard. */
    async read(words = Infinity, ms = 3_600_000): Promise<void> {
      await clock.advance(0);
      await clock.advance(ms, () => !active() || synthesis.heard.length >= words);
    },
  };
}
