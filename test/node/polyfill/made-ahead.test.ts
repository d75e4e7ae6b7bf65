import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { madeAhead } from '../../../src/speech-synthesis-polyfill/made-ahead.js';
import type {
  SynthesisChunk,
  SynthesisRequest,
} from '../../../src/speech-synthesis-polyfill/synthesizer.js';

const VOICE = { voiceURI: 'a', name: 'A', lang: 'ar' };
const request = (text: string, rest: Partial<SynthesisRequest> = {}): SynthesisRequest => ({
  ...{ text, lang: 'ar', voice: VOICE, rate: 1, pitch: 1 },
  ...rest,
});

/**
 * Three chunks for each text; `down` makes it fail at once. `ended` are those whose maker was let go,
 * made to the end or not.
 */
function counting() {
  const begun: string[] = [];
  const aborted: string[] = [];
  const ended: string[] = [];
  const it = {
    begun,
    aborted,
    ended,
    down: false,
    made: madeAhead({
      voices: [VOICE],
      async *synthesize({ text }, signal): AsyncGenerator<SynthesisChunk> {
        begun.push(text);
        signal.addEventListener('abort', () => aborted.push(text));
        try {
          await Promise.resolve();
          if (it.down) throw new Error('down');
          for (let n = 1; n <= 3 && !signal.aborted; n++)
            yield { samples: new Float32Array(n), sampleRate: 8000, marks: [] };
        } finally {
          ended.push(text);
        }
      },
    }),
  };
  return it;
}

async function lengths(chunks: AsyncIterable<SynthesisChunk>): Promise<number[]> {
  const all: number[] = [];
  for await (const { samples } of chunks) all.push(samples.length);
  return all;
}

const signal = () => new AbortController().signal;

describe('what is made ahead', () => {
  it('is what is spoken next, all of it, and made once', async () => {
    const { made, begun } = counting();
    made.expect(request('واحد'));
    made.expect(request('واحد'));
    assert.deepEqual(begun, ['واحد']);
    assert.deepEqual(await lengths(made.synthesize(request('واحد'), signal())), [1, 2, 3]);
    assert.deepEqual(begun, ['واحد']);
    assert.deepEqual(await lengths(made.synthesize(request('واحد'), signal())), [1, 2, 3]);
    assert.deepEqual(begun, ['واحد', 'واحد']);
  });

  it('is given up for another text, rate, pitch or voice', async () => {
    for (const other of [
      request('اثنان'),
      request('واحد', { rate: 2 }),
      request('واحد', { pitch: 2 }),
      request('واحد', { voice: { ...VOICE, voiceURI: 'b' } }),
    ]) {
      const { made, begun, aborted } = counting();
      made.expect(request('واحد'));
      assert.deepEqual(await lengths(made.synthesize(other, signal())), [1, 2, 3]);
      assert.deepEqual([begun, aborted], [['واحد', other.text], ['واحد']]);
    }
  });

  it('is tried again when it is spoken, and fails then as it would have', async () => {
    const it = counting();
    it.down = true;
    it.made.expect(request('واحد'));
    await new Promise((resolve) => setTimeout(resolve));
    await assert.rejects(lengths(it.made.synthesize(request('واحد'), signal())), /down/);
    it.made.expect(request('واحد'));
    await new Promise((resolve) => setTimeout(resolve));
    it.down = false;
    assert.deepEqual(await lengths(it.made.synthesize(request('واحد'), signal())), [1, 2, 3]);
  });

  it('ends when the one who speaks it wants no more', async () => {
    const { made, aborted } = counting();
    made.expect(request('واحد'));
    const speaking = new AbortController();
    const all: number[] = [];
    for await (const { samples } of made.synthesize(request('واحد'), speaking.signal)) {
      all.push(samples.length);
      speaking.abort();
    }
    assert.deepEqual([all, aborted], [[1], ['واحد']]);
  });

  it('lets go of what nobody comes back for', async () => {
    const { made, ended } = counting();
    made.expect(request('واحد'));
    await new Promise((resolve) => setTimeout(resolve));
    made.expect(request('اثنان'));
    await new Promise((resolve) => setTimeout(resolve));
    assert.deepEqual(ended, ['واحد']);
    assert.deepEqual(await lengths(made.synthesize(request('ثلاثة'), signal())), [1, 2, 3]);
    assert.deepEqual(ended, ['واحد', 'اثنان', 'ثلاثة']);
    made.expect(request('أربعة'));
    const fourth = made.synthesize(request('أربعة'), signal())[Symbol.asyncIterator]();
    await fourth.next();
    await fourth.return!();
    await new Promise((resolve) => setTimeout(resolve));
    assert.deepEqual(ended, ['واحد', 'اثنان', 'ثلاثة', 'أربعة']);
  });
});
