/**
 * Neural voices of the Piper kind (VITS): a graph in ONNX and its description in JSON, which the user has.
 *
 * @see https://github.com/OHF-Voice/piper1-gpl
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { primaryLanguage } from '../../../src/core/settings.js';
import {
  saidPieces,
  type AloudWord,
} from '../../../src/speech-synthesis-polyfill/embedded/speakable.js';
import {
  SynthesisFailure,
  type SynthesisChunk,
  type SynthesisMark,
} from '../../../src/speech-synthesis-polyfill/index.js';
import { EspeakSigns } from './espeak-signs.js';
import { onnxRuntime, type OnnxRuntime, type OnnxSession } from './onnx.js';
import type { NarrationVoice } from './voice.js';
import { vowels } from './vowels.js';
import { wordStarts } from './word-starts.js';

/** Of the voice's description what is used. */
interface PiperConfig {
  readonly audio: { readonly sample_rate: number };
  readonly espeak?: { readonly voice?: string };
  readonly language?: { readonly code?: string };
  /** `espeak` by default. */
  readonly phoneme_type?: string;
  readonly phoneme_id_map: Readonly<Record<string, readonly number[]>>;
  readonly inference?: {
    readonly noise_scale?: number;
    readonly length_scale?: number;
    readonly noise_w?: number;
  };
  readonly speaker_id_map?: Readonly<Record<string, number>>;
}

/** What a graph is given for a sentence. */
interface Sentence {
  readonly ids: number[];
  /** For each word the index of its first id; of a word without any, of the next. */
  readonly starts: number[];
}

const BEGIN = '^';
const END = '$';
const PAD = '_';

/** The graph's own signs for pauses. */
const PAUSES: Readonly<Record<string, string>> = { '؟': '?' };

function readConfig(file: string): PiperConfig {
  let config: PiperConfig;
  try {
    config = Object(JSON.parse(readFileSync(file, 'utf8'))) as PiperConfig;
  } catch (error) {
    throw new Error(`The voice has no description ${file}: ${(error as Error).message}`, {
      cause: error,
    });
  }
  const rate = config.audio?.sample_rate;
  const ids = Object.values(Object(config.phoneme_id_map) as PiperConfig['phoneme_id_map']);
  if (
    !(rate >= 8000 && rate <= 96_000) ||
    !ids.length ||
    !ids.every((it) => Array.isArray(it) && it.every(Number.isInteger))
  )
    throw new Error(`${file} describes no Piper voice`);
  return config;
}

function readModel(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new Error(`There is no voice ${file}`, { cause: error });
  }
}

/** How a voice is to be spoken to: by eSpeak's signs or by letters. */
function languageOf({ phoneme_type = 'espeak', espeak, language }: PiperConfig, file: string) {
  if (phoneme_type === 'text') return { signs: null, lang: language?.code ?? 'ar' };
  const lang = espeak?.voice ?? 'ar';
  if (phoneme_type !== 'espeak')
    throw new Error(`${file} is spoken to by "${phoneme_type}", which is not known here`);
  if (lang !== 'ar')
    throw new Error(
      `${file} is spoken to in eSpeak's signs for ${lang}; here are those for Arabic`,
    );
  return { signs: new EspeakSigns(), lang };
}

function speakerOf({ speaker_id_map = {} }: PiperConfig, name: string | undefined): number {
  const speakers = Object.entries(speaker_id_map);
  if (name === undefined) return speakers[0]?.[1] ?? 0;
  const found = speakers.find(([it]) => it === name);
  if (!found)
    throw new Error(
      `The voice has no speaker ${name}. It has: ${speakers.map(([it]) => it).join(', ') || 'one alone'}.`,
    );
  return found[1];
}

/** The ids of a sentence by the voice's own map; what is not in it is left out. */
function sentenceOf(
  map: PiperConfig['phoneme_id_map'],
  words: readonly AloudWord[],
  said: readonly string[],
): Sentence {
  const pad = map[PAD] ?? [];
  const ids: number[] = [...(map[BEGIN] ?? []), ...(map[BEGIN] ? pad : [])];
  const add = (signs: string) => {
    for (const sign of signs.normalize('NFD')) if (map[sign]) ids.push(...map[sign], ...pad);
  };
  const starts = words.map(({ pause }, index) => {
    const start = ids.length;
    add(said[index]!);
    add(map[pause] ? pause : (PAUSES[pause] ?? pause));
    if (index < words.length - 1) add(' ');
    return start;
  });
  ids.push(...(map[END] ?? []));
  return { ids, starts };
}

/** Signs that do not take time of their own: stress, length is half a sound. */
const weightOf = (said: string) =>
  [...said.normalize('NFD')].reduce(
    (sum, sign) => sum + (/[\p{M}ˈˌ.]/u.test(sign) ? 0 : sign === 'ː' ? 0.7 : 1),
    0,
  );

class Graph {
  readonly #model: Uint8Array;
  readonly #runtime: OnnxRuntime;
  #session: Promise<OnnxSession> | undefined;

  constructor(model: Uint8Array, runtime: OnnxRuntime) {
    this.#model = model;
    this.#runtime = runtime;
  }

  /** @returns the sound, and how long each id takes in it, in any unit, where the graph tells */
  async say(
    ids: readonly number[],
    scales: readonly number[],
    speaker: number,
  ): Promise<{ samples: Float32Array<ArrayBuffer>; durations: number[] | null }> {
    const { InferenceSession, Tensor } = this.#runtime;
    // There is a thread for each article already.
    this.#session ??= InferenceSession.create(this.#model, {
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
    });
    const session = await this.#session;
    const whole = (values: readonly number[]) => BigInt64Array.from(values, BigInt);
    const all = {
      input: new Tensor('int64', whole(ids), [1, ids.length]),
      input_lengths: new Tensor('int64', whole([ids.length]), [1]),
      scales: new Tensor('float32', Float32Array.from(scales), [scales.length]),
      sid: new Tensor('int64', whole([speaker]), [1]),
    };
    // One runtime refuses what the graph does not ask for, the other does not.
    const feeds = Object.fromEntries(
      Object.entries(all).filter(([name]) => session.inputNames.includes(name)),
    );
    const result = await session.run(feeds);
    const [sound, ...rest] = session.outputNames.map((name) => result[name]!);
    const durations = rest.find(({ data }) => data.length === ids.length);
    return {
      samples: Float32Array.from(sound!.data as ArrayLike<number>),
      durations: durations ? Array.from(durations.data, Number) : null,
    };
  }
}

/** When each word begins, by how long each id takes. */
function startsIn(durations: readonly number[], starts: readonly number[], length: number) {
  const before = [0];
  for (const it of durations) before.push(before.at(-1)! + it);
  const scale = length / (before.at(-1)! || 1);
  return starts.map((index) => before[index]! * scale);
}

/**
 * @param place the graph's file, its description beside it (`FILE.onnx.json`); `FILE.onnx#NAME` for one of its
 *   speakers
 * @throws Error if it is none, or there is no ONNX Runtime
 */
export function piperVoice(place: string): NarrationVoice {
  const [, file = place, speakerName] = /^(.*\.onnx)#(.+)$/.exec(place) ?? [];
  const model = readModel(file);
  const config = readConfig(`${file}.json`);
  const speaker = speakerOf(config, speakerName);
  const { noise_scale = 0.667, length_scale = 1, noise_w = 0.8 } = config.inference ?? {};
  const graph = new Graph(model, onnxRuntime());
  const { signs, lang } = languageOf(config, file);
  const isArabic = primaryLanguage(lang) === 'ar';
  const prepare = isArabic ? vowels() : undefined;
  const name = basename(file, '.onnx') + (speakerName ? ` (${speakerName})` : '');
  const { sample_rate: sampleRate } = config.audio;
  const hash = createHash('sha256').update(model).update(JSON.stringify(config)).digest('hex');

  let isEstimated = false;
  async function say(words: readonly AloudWord[], rate: number): Promise<SynthesisChunk | null> {
    const said = signs ? await signs.transcribe(words) : words.map(({ text }) => text);
    // All its signs are unknown to the voice.
    if (!said.some((it) => [...it.normalize('NFD')].some((sign) => config.phoneme_id_map[sign])))
      return null;
    const { ids, starts } = sentenceOf(config.phoneme_id_map, words, said);
    const scales = [noise_scale, length_scale / rate, noise_w];
    const { samples, durations } = await graph.say(ids, scales, speaker);
    const weighed = words.map(({ pause }, index) => ({
      weight: weightOf(said[index]!),
      isPause: pause !== '',
    }));
    const times = durations
      ? startsIn(durations, starts, samples.length / sampleRate)
      : wordStarts(samples, sampleRate, weighed);
    isEstimated ||= !durations;
    const marks = words.flatMap(({ marked }, index): SynthesisMark[] =>
      marked ? [{ ...marked, time: times[index]! }] : [],
    );
    return { samples, sampleRate, marks };
  }

  return {
    id: `piper:${hash.slice(0, 20)}#${speaker}`,
    name,
    get isEstimated() {
      return isEstimated;
    },
    synthesizer: {
      voices: [{ voiceURI: `piper:${place}`, name, lang }],
      async *synthesize({ text, lang, rate }, signal) {
        const prepared = await prepare?.(text, lang);
        let before = 0;
        for (const words of saidPieces(text, prepared)) {
          let chunk;
          try {
            chunk = await say(words, rate);
          } catch (cause) {
            const { message } = cause as Error;
            throw new SynthesisFailure('synthesis-failed', `The voice failed: ${message}`, {
              cause,
            });
          }
          if (signal.aborted) return;
          if (!chunk) continue;
          const marks = chunk.marks.map((it) => ({ ...it, time: before + it.time }));
          yield { ...chunk, marks };
          before += chunk.samples.length / sampleRate;
        }
      },
    },
    speaks: (it) => primaryLanguage(it) === primaryLanguage(lang),
    close: () => signs?.close(),
  };
}
