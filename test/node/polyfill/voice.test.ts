import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { embeddedArabic } from '../../../src/speech-synthesis-polyfill/embedded/embedded-arabic.js';
import type {
  SynthesisMark,
  Synthesizer,
} from '../../../src/speech-synthesis-polyfill/synthesizer.js';
import { nodeVoice, type NodeVoice } from './node-voice.js';

const SENTENCE = 'قال ممثل الأمين العام للأمم المتحدة إن دولة الكويت أظهرت نهجا مثاليا.';

let voice: NodeVoice;
let synthesizer: Synthesizer;

before(async () => {
  voice = await nodeVoice();
  synthesizer = embeddedArabic(voice.options);
  await synthesizer.preload!();
});
after(() => voice.close());

async function say(
  text: string,
  {
    speaker = 0,
    rate = 1,
    pitch = 1,
    using = synthesizer,
    signal = AbortSignal.timeout(60_000),
  } = {},
) {
  const samples: number[] = [];
  const marks: SynthesisMark[] = [];
  const request = { text, lang: 'ar', voice: using.voices[speaker]!, rate, pitch };
  for await (const chunk of using.synthesize(request, signal)) {
    for (const sample of chunk.samples) samples.push(sample);
    marks.push(...chunk.marks);
    assert.equal(chunk.sampleRate, 22050);
  }
  return { samples, marks, seconds: samples.length / 22050 };
}

const energy = (samples: readonly number[], from = 0, to = samples.length / 22050) => {
  const part = samples.slice(Math.max(0, Math.round(from * 22050)), Math.round(to * 22050));
  return Math.sqrt(part.reduce((sum, sample) => sum + sample * sample, 0) / part.length);
};

/** Hz at which it repeats itself, by autocorrelation of its low sounds: how high the voice is. */
function height(samples: readonly number[]): number {
  const low: number[] = [];
  let sum = 0;
  for (let index = 40; index < Math.min(samples.length, 22050 * 4); index++) {
    sum += samples[index]! - samples[index - 40]!;
    low.push(sum / 40);
  }
  const lags = Array.from({ length: 380 }, (_, index) => index + 70);
  const alike = lags.map((lag) => {
    let product = 0;
    for (let index = 0; index + 450 < low.length; index += 3)
      product += low[index]! * low[index + lag]!;
    return product;
  });
  const most = Math.max(...alike);
  // Whole multiples of the period are nearly as much alike as the period itself.
  const first = alike.findIndex(
    (product, index) => product > most * 0.85 && product >= (alike[index + 1] ?? 0),
  );
  return Math.round(22050 / lags[first]!);
}

/** How often a second it crosses zero: how bright the voice is. */
const crossings = (samples: readonly number[]) =>
  (samples.filter((sample, index) => sample * (samples[index - 1] ?? 0) < 0).length * 22050) /
  samples.length;

describe('the embedded voice', () => {
  it('speaks: neither silence nor clipped', async () => {
    for (const speaker of synthesizer.voices.keys()) {
      const { samples, seconds } = await say(SENTENCE, { speaker });
      assert.ok(seconds > 3 && seconds < 9, `${seconds} s`);
      const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
      assert.ok(peak > 0.2 && peak < 0.999, `${speaker}: peak ${peak}`);
      assert.ok(energy(samples) > 0.03, `${speaker}: energy ${energy(samples)}`);
    }
  });

  it('tells when each word begins', async () => {
    const { marks, seconds } = await say(SENTENCE);
    const words = marks.map(({ start, length }) => SENTENCE.slice(start, start + length));
    assert.deepEqual(words, SENTENCE.slice(0, -1).split(' '));
    marks.reduce((last, { time }) => {
      assert.ok(time >= last && time < seconds, `${time} s`);
      return time + 0.01;
    }, 0);
  });

  it('tells it right: after a pause, sound begins where the mark is', async () => {
    const text = 'تفضل، صباح الخير. ثم قال: كيف حالك؟ نعم';
    const { samples, marks } = await say(text);
    const after = ['صباح', 'ثم', 'كيف', 'نعم'];
    for (const word of after) {
      const mark = marks.find(({ start }) => start === text.indexOf(word))!;
      const before = energy(samples, mark.time - 0.08, mark.time - 0.02);
      const then = energy(samples, mark.time, mark.time + 0.2);
      assert.ok(before < then / 5, `${word}: ${before} before its mark, ${then} after`);
    }
  });

  it('says the same text the same way, whatever was said before', async () => {
    const first = await say(SENTENCE);
    await say('شيء آخر تماما', { speaker: 1, rate: 2 });
    assert.deepEqual(await say(SENTENCE), first);
  });

  it('has voices that really differ', async () => {
    const said = [];
    for (const speaker of synthesizer.voices.keys())
      said.push((await say(SENTENCE, { speaker })).samples);
    const [salem, layla, hakim, nour, fasih] = said as [
      number[],
      number[],
      number[],
      number[],
      number[],
    ];
    const heights = [hakim, salem, layla, nour].map(height);
    for (let index = 1; index < heights.length; index++)
      assert.ok(heights[index]! > heights[index - 1]! * 1.15, `${heights} Hz`);
    // The fifth is as high as a man, and brighter than all men.
    for (const other of [salem, hakim])
      assert.ok(
        crossings(fasih) > crossings(other) * 1.3,
        `${crossings(fasih)}, ${crossings(other)}`,
      );
  });

  it('is faster and slower, higher and lower, without changing the other', async () => {
    const plain = await say(SENTENCE);
    for (const [rate, least, most] of [
      [0.5, 1.8, 2.1],
      [2, 0.44, 0.56],
      [3, 0.28, 0.38],
    ] as const) {
      const other = await say(SENTENCE, { rate });
      const ratio = other.seconds / plain.seconds;
      assert.ok(ratio > least && ratio < most, `rate ${rate}: ${ratio}`);
    }
    const high = await say(SENTENCE, { pitch: 1.6 });
    const low = await say(SENTENCE, { pitch: 0.4 });
    const heights = [low, plain, high].map(({ samples }) => height(samples));
    assert.ok(heights[2]! > heights[1]! * 1.1 && heights[0]! < heights[1]! * 0.9, `${heights} Hz`);
    const ratio = high.seconds / plain.seconds;
    assert.ok(Math.abs(ratio - 1) < 0.05, `${ratio}`);
  });

  it('says numbers and English words, and nothing for nothing', async () => {
    assert.ok((await say('25')).seconds > 0.8, 'a number');
    assert.ok((await say('Microsoft')).seconds > 0.5, 'an English word');
    assert.equal((await say(' … – ')).seconds, 0);
    assert.equal((await say('')).seconds, 0);
  });

  it('takes what a page may throw at it', async () => {
    const text = '<speak>&amp; ]]> <mark name="9"/> [[q]] نعم';
    const { marks } = await say(text);
    assert.deepEqual(
      marks.map(({ start, length }) => text.slice(start, start + length)),
      ['speak', '&', 'amp', 'mark', 'name', '=', '9', 'q', 'نعم'],
    );
  });

  it('stops when nobody wants more', async () => {
    const abort = new AbortController();
    let chunks = 0;
    const request = { text: SENTENCE.repeat(50), lang: 'ar', rate: 1, pitch: 1 };
    const sound = synthesizer.synthesize(
      { ...request, voice: synthesizer.voices[0]! },
      abort.signal,
    );
    for await (const chunk of sound) {
      assert.ok(chunk.samples.length > 0, 'a chunk');
      if (++chunks === 3) abort.abort();
    }
    assert.equal(chunks, 3);
    assert.ok((await say('نعم')).seconds > 0.2, 'and goes on with the next');
  });

  it('goes on where it was when its worker is killed, once', async () => {
    const whole = await say(SENTENCE);
    const killed = await nodeVoice();
    try {
      const using = embeddedArabic({ ...killed.options, patience: 2500 });
      await using.preload!();
      const request = { text: SENTENCE, lang: 'ar', voice: using.voices[0]!, rate: 1, pitch: 1 };
      const samples: number[] = [];
      const marks: SynthesisMark[] = [];
      for await (const chunk of using.synthesize(request, AbortSignal.timeout(60_000))) {
        if (samples.length === 0) killed.workers[0]!.terminate();
        for (const sample of chunk.samples) samples.push(sample);
        marks.push(...chunk.marks);
      }
      assert.deepEqual({ samples, marks }, { samples: whole.samples, marks: whole.marks });
    } finally {
      killed.close();
    }
  });

  it('says a text as it was prepared, or as it is written where that fails', async () => {
    const prepare = async (text: string) => {
      if (text !== '1') throw new Error('cannot');
      return { text: 'قصة طويلة جدا عن رقم واحد', toSource: () => 0 };
    };
    const using = embeddedArabic({ ...voice.options, prepare });
    const long = await say('1', { using });
    assert.ok(long.seconds > 1.5, `${long.seconds} s`);
    assert.deepEqual(long.marks, [{ time: 0, start: 0, length: 1 }]);
    assert.equal((await say('نعم', { using })).marks.length, 1);
  });
});

describe('the files of the embedded voice', () => {
  const read = (name: string) => readFileSync(join(voice.folder, name));

  it('are at most 1.0 MB compressed', () => {
    const script = gzipSync(read('espeak-ng-worker.mjs'), { level: 9 }).length;
    const data = read('espeak-ng-arabic.bin').length;
    assert.ok(script + data <= 1_000_000, `${script} + ${data} bytes`);
  });

  it('come with their licence and a pointer to their source', () => {
    assert.match(String(read('COPYING')), /GNU GENERAL PUBLIC LICENSE\s+Version 3/);
    assert.match(String(read('SOURCE.md')), /https:\/\/github\.com\/espeak-ng\/espeak-ng/);
    assert.match(String(read('espeak-ng-worker.mjs')).slice(0, 300), /GPL-3\.0/);
  });

  it('need no eval, and nothing of Node', () => {
    const script = String(read('espeak-ng-worker.mjs'));
    assert.doesNotMatch(script, /\beval\(|new Function\(|import\(/);
  });
});
