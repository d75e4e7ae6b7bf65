/**
 * The answers of speech services, with their times of words, as the library's own contract has them
 * (`ServerAnswer`). Knows nothing of requests.
 */
import type { ServerAnswer, SynthesisMark } from '../../../src/speech-synthesis-polyfill/index.js';

type Fields = Readonly<Record<string, unknown>>;

/** Of a second. */
const MS = 1 / 1000;
const TICK = 1 / 10_000_000;

/** A word with its time; seconds. */
interface Told {
  readonly time: number;
  /** As it is written. */
  readonly word?: string;
  /** Of {@link Told.word} none: where it is in the text. */
  readonly at?: readonly [start: number, length: number];
}

const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value);

/** What each service calls a word and its time. */
const DIALECTS: readonly (readonly [name: string, read: (it: Fields) => Told | null])[] = [
  [
    'ours',
    ({ time, start, length }) =>
      isNumber(time) && isNumber(start) && isNumber(length) ? { time, at: [start, length] } : null,
  ],
  // Its `start` and `end` are bytes of what it was sent.
  [
    'Amazon Polly',
    ({ type, time, value }) =>
      type === 'word' && isNumber(time) && typeof value === 'string'
        ? { time: time * MS, word: value }
        : null,
  ],
  [
    'Azure, of a batch',
    ({ AudioOffset, Text }) =>
      isNumber(AudioOffset) && typeof Text === 'string'
        ? { time: AudioOffset * MS, word: Text }
        : null,
  ],
  [
    'Azure, of the SDK',
    ({ audioOffset, text }) =>
      isNumber(audioOffset) && typeof text === 'string'
        ? { time: audioOffset * TICK, word: text }
        : null,
  ],
];

function objectsIn(value: unknown): Fields[] {
  // Polly's come a line each.
  const list =
    typeof value === 'string'
      ? value
          .split('\n')
          .filter((line) => line.trim())
          .map((line): unknown => JSON.parse(line))
      : value;
  return Array.isArray(list) ? list.map((it) => Object(it) as Fields) : [];
}

/** Words are found in the text in their order; what is not in it is left out. */
function placed(told: readonly Told[], text: string): SynthesisMark[] {
  let from = 0;
  return told.flatMap(({ time, word, at }): SynthesisMark[] => {
    const start = at ? at[0] : text.indexOf(word!, from);
    if (start < 0 || word === '') return [];
    const length = at ? at[1] : word!.length;
    from = start + length;
    return [{ time, start, length }];
  });
}

/**
 * @param text that was sent
 * @param marked the words that bore a `<mark>`, by its name
 * @throws Error if there is no sound in it
 */
export function readAnswer(
  answer: unknown,
  text: string,
  marked: readonly Omit<SynthesisMark, 'time'>[],
): ServerAnswer {
  const fields = Object(answer) as Fields;
  const audio = [fields.audio, fields.audioContent].find((it) => typeof it === 'string');
  if (audio === undefined) throw new Error('The answer of the voice server has no "audio"');
  // Google's are of marks.
  const timepoints = objectsIn(fields.timepoints).flatMap(({ markName, timeSeconds }) => {
    const word = marked[Number(markName)];
    return word && isNumber(timeSeconds) ? [{ ...word, time: timeSeconds }] : [];
  });
  const told = ['words', 'speechMarks', 'wordBoundaries']
    .flatMap((name) => objectsIn(fields[name]))
    .flatMap((it) => DIALECTS.map(([, read]) => read(it)).find(Boolean) ?? []);
  return { audio: audio as string, words: timepoints.length ? timepoints : placed(told, text) };
}
