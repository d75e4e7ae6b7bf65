/**
 * An article said by a voice: its sound, and when each sentence and word is said. Knows nothing of files.
 */
import { wordAt, wordsOf } from '../../src/core/words.js';
import type { BlockKind, Span } from '../../src/core/article.js';
import { Sound } from './audio/sound.js';
import type { Script, ScriptSentence } from './input/script.js';
import type { NarrationVoice } from './voice/voice.js';

/** When a stretch of the text is said; seconds. */
export interface Timed extends Span {
  readonly from: number;
  readonly to: number;
}

export interface TimedSentence extends Timed {
  /** Those that the voice told of, in order. */
  readonly words: readonly Timed[];
}

export interface TimedBlock {
  readonly kind: BlockKind;
  readonly level?: number;
  readonly lang: string;
  readonly anchor?: string;
  readonly sentences: readonly TimedSentence[];
}

/** When all of an article is said, whoever says it. */
export interface Timing {
  readonly sound: { readonly duration: number };
  readonly blocks: readonly TimedBlock[];
}

export interface Narration extends Timing {
  readonly sound: Sound;
}

export interface NarrateOptions {
  readonly voice: NarrationVoice;
  /** 0.5 to 3 times the voice's own pace. */
  readonly rate?: number;
  /** Called after each sentence with how much of the text has been said, 0 to 1. */
  readonly onProgress?: (fraction: number) => void;
  readonly signal?: AbortSignal;
}

/** The voice's own pause is too short between blocks; seconds, as on the page (`listening.ts`). */
const pauseAfter = (kind: BlockKind) => (kind === 'heading' ? 0.6 : 0.35);

/** @throws SynthesisFailure if the voice fails; Error if it says nothing, or is aborted */
export async function narrate(script: Script, options: NarrateOptions): Promise<Narration> {
  const { onProgress, signal = new AbortController().signal } = options;
  const saying: Saying = { sound: null };
  const blocks: TimedBlock[] = [];
  for (const [index, { sentences, ...block }] of script.blocks.entries()) {
    if (index) saying.sound?.addSilence(pauseAfter(script.blocks[index - 1]!.kind));
    const timed: TimedSentence[] = [];
    for (const sentence of sentences) {
      timed.push(...(await say(script, sentence, saying, options, signal)));
      signal.throwIfAborted();
      onProgress?.(sentence.end / script.text.length);
    }
    const { kind, level, lang, anchor } = block;
    blocks.push({
      ...{ kind, lang, sentences: timed },
      ...(level !== undefined && { level }),
      ...(anchor !== undefined && { anchor }),
    });
  }
  if (!saying.sound?.length) throw new Error('The voice said nothing');
  return { sound: saying.sound, blocks: blocks.filter(({ sentences }) => sentences.length) };
}

/** The sound so far; none before the voice has told how many samples a second it makes. */
interface Saying {
  sound: Sound | null;
}

/** Says a sentence; nothing if the voice has nothing to say for it. */
async function say(
  { text, lang: articleLang }: Script,
  { start, end, lines }: ScriptSentence,
  saying: Saying,
  { voice: { synthesizer }, rate = 1 }: NarrateOptions,
  signal: AbortSignal,
): Promise<TimedSentence[]> {
  const from = saying.sound?.duration ?? 0;
  const marks: { at: number; time: number }[] = [];
  for (const line of lines) {
    const begin = saying.sound?.duration ?? 0;
    const request = {
      text: line.spoken.text,
      lang: line.lang || articleLang,
      voice: synthesizer.voices[0]!,
      rate,
      pitch: 1,
    };
    for await (const chunk of synthesizer.synthesize(request, signal)) {
      saying.sound ??= new Sound(chunk.sampleRate);
      if (chunk.sampleRate !== saying.sound.rate)
        throw new Error('The voice changed its sample rate in one article');
      saying.sound.add(chunk.samples);
      // What is said besides has no words of its own in the text.
      if (line.start === line.end) continue;
      for (const mark of chunk.marks)
        marks.push({
          at: line.start + line.spoken.toSource(mark.start),
          time: begin + mark.time,
        });
    }
  }
  const to = saying.sound?.duration ?? 0;
  if (to <= from) return [];
  return [{ start, end, from, to, words: wordsFrom(text, { start, end, from, to }, marks) }];
}

/** Each written word from where the first that is said for it begins, to where the next one does. */
function wordsFrom(
  text: string,
  { start, end, to }: Timed,
  marks: readonly { at: number; time: number }[],
): Timed[] {
  const begun: { word: Span; from: number }[] = [];
  for (const { at, time } of marks) {
    const word = wordAt(text, at) ?? wordsOf(text, { start: at, end })[0];
    if (!word || word.start < start || word.end > end) continue;
    const last = begun.at(-1);
    // Of a number several words are said.
    if (last && word.start <= last.word.start) continue;
    begun.push({ word, from: Math.min(Math.max(time, last?.from ?? 0), to) });
  }
  return begun.map(({ word, from }, index) => ({
    start: word.start,
    end: word.end,
    from,
    to: begun[index + 1]?.from ?? to,
  }));
}
