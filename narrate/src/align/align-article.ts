/**
 * When each word is said in a recording by a person: the article is said by a voice of ours, whose word times
 * are known, and the two sounds are laid beside each other.
 *
 * @see https://www.readbeyond.it/aeneas/ which showed that this serves for people, whatever the language
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import type { ArticleSource } from '../input/source.js';
import { readScript, said, type Made, type MakeOptions } from '../make-article.js';
import { narrate, type Narration, type TimedBlock, type Timing } from '../narration.js';
import { guidedNavigation } from '../output/guided-navigation.js';
import type { Storage } from '../output/storage.js';
import { nameOf } from '../output/store.js';
import { webVtt } from '../output/web-vtt.js';
import type { NarrationVoice } from '../voice/voice.js';
import { FeatureExtractor, HIGHEST_HERTZ, shuffled, STEP, type Features } from './features.js';
import { decodeRecording, mediaTypeOf, RecordingError } from './recording.js';
import { costOf, warp, type Path } from './warp.js';

export interface AlignOptions extends Pick<MakeOptions, 'content'> {
  /** Who reads, as listeners are told. */
  readonly reader?: string;
}

/** Of the rules by which times are found: with others, all are found anew. */
const RULES = 1;

/**
 * What the path may cost, of what one through the same speech in another order does. Measured with four voices
 * at 0.8 to 1.3 times the pace, with echo, long pauses, an announcement, and noise 20 to 5 dB below the speech.
 * Of about 80 seconds: the article's own recordings 0.69 to 0.92, others 0.98 to 1.04. Under a minute few words
 * decide: 0.64 to 0.94 (25 seconds, fast and with a strong echo), others 0.90 to 1.05, so that some of these are
 * let through: who gave the right recording must not be refused.
 */
const MOST_COST = 0.95;
/** Seconds of the pieces that are put into another order, and at least so many of them. */
const PIECE = 4;
const LEAST_PIECES = 10;

/**
 * @throws SourceError where the source is none; RecordingError where the recording is none, or is not the
 *   article's
 */
export async function alignArticle(
  recording: string,
  source: ArticleSource,
  voice: NarrationVoice,
  store: Storage,
  { reader, ...options }: AlignOptions = {},
): Promise<Made> {
  const type = mediaTypeOf(recording);
  if (!(await stat(recording).catch(() => null))?.isFile())
    throw new RecordingError(`${recording}: there is no such file`);
  const script = await readScript(source, voice, options);
  const name = nameOf(RULES, await hashOf(recording), voice.id, source.url, reader, said(script));
  const { title, lang } = script;
  const made = { id: source.id, title, lang, narration: `${name}.json` };
  if (await store.has(made.narration)) return { ...made, isOld: true, duration: 0 };
  const timing = await timingIn(recording, await narrate(script, { voice }));
  const audio = `${name}${extname(recording).toLowerCase()}`;
  await store.write(audio, createReadStream(recording));
  await store.write(`${name}.vtt`, webVtt(script, timing));
  const document = guidedNavigation(script, timing, {
    ...{ audio, type },
    ...(reader && { voice: reader }),
    ...(source.url && { page: source.url }),
  });
  await store.write(made.narration, JSON.stringify(document));
  return { ...made, isOld: false, duration: timing.sound.duration };
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
  return hash.digest('hex');
}

/** @throws RecordingError where the recording is not of what our voice says */
export async function timingIn(recording: string, ours: Narration): Promise<Timing> {
  let extractor: FeatureExtractor | null = null;
  let duration = 0;
  const highest = (rate: number) => Math.min(HIGHEST_HERTZ, rate / 2, ours.sound.rate / 2);
  let top = HIGHEST_HERTZ;
  for await (const { samples, rate } of decodeRecording(recording)) {
    top = highest(rate);
    extractor ??= new FeatureExtractor(rate, top);
    extractor.add(samples);
    duration += samples.length / rate;
  }
  const theirs = extractor?.finish();
  if (!theirs?.count) throw new RecordingError(`${recording}: has no sound`);
  const ourExtractor = new FeatureExtractor(ours.sound.rate, top);
  for (const samples of ours.sound.levelled()) ourExtractor.add(samples);
  const features = ourExtractor.finish();
  const path = warp(features, theirs);
  const cost = costOf(path) / costOf(warp(inOtherOrder(features), theirs));
  if (!(cost < MOST_COST))
    throw new RecordingError(
      `${recording}: is not of this article: it is no more like it (${cost.toFixed(2)}) than like its words in another order`,
    );
  return { sound: { duration }, blocks: ours.blocks.map((block) => moved(block, path, duration)) };
}

const inOtherOrder = (features: Features) =>
  shuffled(features, Math.ceil(Math.min(PIECE / STEP, features.count / LEAST_PIECES)));

/** A block with the times of the recording. */
function moved(block: TimedBlock, { last }: Path, duration: number): TimedBlock {
  const at = (time: number) => {
    const frame = Math.min(last.length - 1, Math.max(0, Math.round(time / STEP)));
    // The last of several: before a word there may be a pause, which is as long as people make it.
    return Math.min(duration, last[frame]! * STEP);
  };
  return {
    ...block,
    sentences: block.sentences.map((sentence) => ({
      ...sentence,
      from: at(sentence.from),
      to: at(sentence.to),
      words: sentence.words.map((word) => ({ ...word, from: at(word.from), to: at(word.to) })),
    })),
  };
}
