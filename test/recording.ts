/** Recordings for tests: a tone a word, and what says when each is heard. For Node and for browsers. */
import type { Article } from '../src/core/article.js';
import { wordsOf } from '../src/core/words.js';

/** Seconds of a word, of the silence behind a sentence, and behind a block. */
export const WORD = 0.3;
export const REST = 0.1;
export const PAUSE = 0.4;

const SAMPLES = 8000;

/** Where a word is in the sound. */
export interface RecordedWord {
  readonly word: string;
  readonly from: number;
}

/** Parts of a Guided Navigation document, as the schema has them. */
export interface GuidedNode {
  readonly text?: unknown;
  readonly audioref?: string;
  readonly children?: GuidedNode[];
}

export interface Made {
  readonly json: { links: object[]; guided: GuidedNode[] };
  /** 16-bit PCM, mono (RIFF WAVE). */
  readonly wave: Uint8Array<ArrayBuffer>;
  readonly words: readonly RecordedWord[];
  readonly duration: number;
}

/**
 * Records an article.
 *
 * @param sound the address of the sound
 * @param voice whose it is said to be
 */
export function record(article: Article, sound: string, voice = 'ليلى'): Made {
  const words: RecordedWord[] = [];
  let time = 0;
  const ref = (from: number, to: number) => `${sound}#t=${from.toFixed(3)},${to.toFixed(3)}`;
  const { text } = article;
  const children = article.blocks.map(({ sentences, lang }) => {
    const block = {
      children: sentences.map((sentence) => {
        const start = time;
        const inner = wordsOf(text, sentence).map((span) => {
          const from = time;
          time += WORD;
          const word = text.slice(span.start, span.end);
          words.push({ word, from });
          return { text: word, audioref: ref(from, time) };
        });
        const node = {
          text: { plain: text.slice(sentence.start, sentence.end), language: lang },
          audioref: ref(start, time),
          children: inner,
        };
        time += REST;
        return node;
      }),
    };
    time += PAUSE;
    return block;
  });
  return {
    json: {
      links: [{ rel: 'alternate', href: sound, type: 'audio/wav', title: voice, duration: time }],
      guided: [{ children }],
    },
    wave: wave(words, time),
    words,
    duration: time,
  };
}

/** Each word is a tone, rising with it, so that no two of them sound the same. */
function wave(words: readonly RecordedWord[], seconds: number): Uint8Array<ArrayBuffer> {
  const samples = new Int16Array(Math.round(seconds * SAMPLES));
  words.forEach(({ from }, i) => {
    const start = Math.round(from * SAMPLES);
    for (let k = 0; k < (WORD - 0.05) * SAMPLES; k++)
      samples[start + k] = 3000 * Math.sin((2 * Math.PI * (200 + 10 * (i % 50)) * k) / SAMPLES);
  });
  const bytes = new Uint8Array(44 + samples.byteLength);
  const header = new DataView(bytes.buffer);
  const letters: readonly [at: number, text: string][] = [
    [0, 'RIFF'],
    [8, 'WAVEfmt '],
    [36, 'data'],
  ];
  for (const [at, text] of letters)
    [...text].forEach((letter, i) => header.setUint8(at + i, letter.charCodeAt(0)));
  header.setUint32(4, 36 + samples.byteLength, true);
  header.setUint32(16, 16, true);
  header.setUint16(20, 1, true);
  header.setUint16(22, 1, true);
  header.setUint32(24, SAMPLES, true);
  header.setUint32(28, SAMPLES * 2, true);
  header.setUint16(32, 2, true);
  header.setUint16(34, 16, true);
  header.setUint32(40, samples.byteLength, true);
  bytes.set(new Uint8Array(samples.buffer), 44);
  return bytes;
}
