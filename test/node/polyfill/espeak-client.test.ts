import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { EspeakClient } from '../../../src/speech-synthesis-polyfill/embedded/espeak-client.js';
import type {
  LoadMessage,
  SpeakMessage,
  WorkerMessage,
} from '../../../src/speech-synthesis-polyfill/embedded/messages.js';

/** A second of sound. */
const chunk = (id: number): WorkerMessage => ({
  ...{ type: 'chunk', id, sampleRate: 22050, marks: [] },
  samples: new Float32Array(22050),
});

/** Says four chunks of a second for each piece: at once, or when it is told to. */
class FakeWorker extends EventTarget {
  readonly waiting: (() => void)[] = [];

  constructor(readonly isPrompt: boolean) {
    super();
  }

  postMessage(message: LoadMessage | SpeakMessage): void {
    if ('data' in message) return queueMicrotask(() => this.tell({ type: 'ready' }));
    const { id } = message;
    const say = () => {
      for (let n = 0; n < 4; n++) this.tell(chunk(id));
      this.tell({ type: 'done', id });
    };
    if (this.isPrompt) queueMicrotask(say);
    else this.waiting.push(say);
  }

  tell(data: WorkerMessage): void {
    this.dispatchEvent(Object.assign(new Event('message'), { data }));
  }

  terminate(): void {}
}

const PATIENCE = 60;

function rig({ isPrompt = true } = {}) {
  const workers: FakeWorker[] = [];
  const client = new EspeakClient({
    files: () => ({ worker: new URL('https://a.example/w.js'), data: new URL('data:,espeak') }),
    variants: {},
    patience: PATIENCE,
    createWorker: () => {
      workers.push(new FakeWorker(isPrompt));
      return workers.at(-1) as unknown as Worker;
    },
  });
  const stop = new AbortController();
  const speak = (ssml: string, signal = stop.signal) =>
    client.speak({ ssml, variant: 'f1', rate: 157, pitch: 50 }, signal);
  return { client, workers, stop, speak };
}

const seconds = async (chunks: ReturnType<EspeakClient['speak']>) => {
  let sum = 0;
  for await (const { samples } of chunks) sum += samples.length / 22050;
  return sum;
};

describe('the page’s side of the embedded voice', () => {
  it('keeps its worker while whoever listens is far behind it', async () => {
    const { workers, speak } = rig();
    const slow = speak('الأولى');
    await slow.next();
    await sleep(PATIENCE * 3);
    assert.equal(await seconds(slow), 3);
    assert.equal(await seconds(speak('الثانية')), 4);
    assert.equal(workers.length, 1);
  });

  it('owes nothing to one who gave up, whether they come back for the rest or not', async () => {
    for (const comesBack of [true, false]) {
      const { workers, speak, stop } = rig({ isPrompt: false });
      const left = speak('الأولى');
      const first = left.next();
      await sleep(5);
      const [worker] = workers;
      worker!.tell(chunk(1));
      await first;
      if (comesBack) void left.next();
      stop.abort();
      await sleep(PATIENCE * 3);
      const next = seconds(speak('الثانية', new AbortController().signal));
      await sleep(5);
      assert.equal(workers.length, 1, `comes back: ${comesBack}`);
      for (const say of worker!.waiting) say();
      assert.equal(await next, 4);
    }
  });

  it('asks a silent worker once more, and then says so', async () => {
    const { workers, speak } = rig({ isPrompt: false });
    await assert.rejects(seconds(speak('الأولى')), /It is silent/);
    assert.equal(workers.length, 2);
    // Nothing is left over that would end the next one.
    await sleep(PATIENCE * 2);
    const next = seconds(speak('الثانية'));
    await sleep(5);
    assert.equal(workers.length, 3);
    for (const say of workers[2]!.waiting) say();
    assert.equal(await next, 4);
  });
});
