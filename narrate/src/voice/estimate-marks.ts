/** When the words of a text begin in its sound, where the voice does not tell: by their letters. */
import { saidPieces } from '../../../src/speech-synthesis-polyfill/embedded/speakable.js';
import type { SynthesisMark } from '../../../src/speech-synthesis-polyfill/index.js';
import { wordStarts } from './word-starts.js';

export function estimateMarks(
  text: string,
  samples: Float32Array,
  sampleRate: number,
): SynthesisMark[] {
  const words = saidPieces(text).flat();
  const weighed = words.map(({ text: word, pause, isEnd }) => ({
    weight: word.length,
    isPause: pause !== '' || isEnd,
  }));
  const starts = wordStarts(samples, sampleRate, weighed);
  return words.flatMap(({ marked }, index) =>
    marked ? [{ ...marked, time: starts[index]! }] : [],
  );
}
