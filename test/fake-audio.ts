import { AudioOutput } from '../src/speech-synthesis-polyfill/audio-output.js';
import { SoundEngine } from '../src/speech-synthesis-polyfill/sound-engine.js';
import type {
  SynthesisRequest,
  Synthesizer,
} from '../src/speech-synthesis-polyfill/synthesizer.js';

const { port1, port2 } = new MessageChannel();
const waiting: (() => void)[] = [];
/** In Node an open port keeps the process alive. */
const stayAlive = (stays: boolean) =>
  (port1 as { ref?(): void; unref?(): void })[stays ? 'ref' : 'unref']?.();
port1.onmessage = () => {
  waiting.shift()!();
  if (!waiting.length) stayAlive(false);
};
stayAlive(false);

/** Lets promises and worker messages that are under way arrive. */
export const settle = async (turns = 3): Promise<void> => {
  for (let turn = 0; turn < turns; turn++)
    await new Promise<void>((resolve) => {
      waiting.push(resolve);
      stayAlive(true);
      port2.postMessage(null);
    });
};

class FakeNode extends EventTarget {
  onended: (() => void) | null = null;
  connected = false;
  begin: number | undefined;
  until = Infinity;
  buffer: { length: number; sampleRate: number; samples: Float32Array } | null = null;
  readonly offset = { value: 1 };
  readonly gain = {
    value: 1,
    cancelScheduledValues() {},
    setValueAtTime() {},
    linearRampToValueAtTime(this: { value: number }, value: number) {
      this.value = value;
    },
  };

  constructor(readonly context: FakeContext) {
    super();
  }

  connect(): void {
    this.connected = true;
  }

  disconnect(): void {
    this.connected = false;
  }

  start(when = 0): void {
    this.begin = Math.max(when, this.context.currentTime);
    if (this.buffer)
      this.until = Math.min(this.until, this.begin + this.buffer.length / this.buffer.sampleRate);
    this.context.nodes.add(this);
  }

  stop(when = 0): void {
    this.until = Math.min(this.until, Math.max(when, this.context.currentTime));
  }
}

/** An AudioContext whose clock is moved by the test. */
export class FakeContext extends EventTarget {
  state: AudioContextState | 'interrupted' = 'suspended';
  currentTime = 0;
  readonly sampleRate = 22050;
  readonly baseLatency = 0;
  /** Seconds from the clock to the ear. */
  latency = 0;
  /** How often it was asked for. */
  latencyAsked = 0;
  readonly destination = {};
  readonly nodes = new Set<FakeNode>();
  get outputLatency(): number {
    this.latencyAsked++;
    return this.latency;
  }

  /** Every sound that was given to the device, cut or not. */
  readonly sounds: FakeNode[] = [];
  /** Whether `resume()` works: false is a browser that waits for a gesture. */
  allowed = true;

  createBuffer(_channels: number, length: number, sampleRate: number): object {
    const samples = new Float32Array(length);
    return {
      length,
      sampleRate,
      samples,
      copyToChannel: (source: Float32Array) => samples.set(source),
    };
  }

  createBufferSource(): FakeNode {
    const node = new FakeNode(this);
    this.sounds.push(node);
    return node;
  }

  createGain(): FakeNode {
    return new FakeNode(this);
  }

  createConstantSource(): FakeNode {
    return new FakeNode(this);
  }

  async resume(): Promise<void> {
    if (!this.allowed) return new Promise(() => {});
    await settle(1);
    if (this.state !== 'closed') this.become('running');
  }

  async suspend(): Promise<void> {
    await settle(1);
    if (this.state !== 'closed') this.become('suspended');
  }

  async close(): Promise<void> {
    await settle(1);
    this.become('closed');
  }

  become(state: FakeContext['state']): void {
    if (this.state === state) return;
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
  }

  /** Whether anything is to be heard now. */
  get sounding(): boolean {
    return (
      this.state === 'running' &&
      [...this.nodes].some(
        ({ buffer, connected, begin, until }) =>
          buffer && connected && begin! <= this.currentTime && until > this.currentTime,
      )
    );
  }

  /** Moves the clock to the next thing that ends; false if nothing will. */
  step(limit = Infinity): boolean {
    if (this.state !== 'running') return false;
    let next: FakeNode | undefined;
    for (const node of this.nodes) if (!next || node.until < next.until) next = node;
    if (!next || next.until > limit) return false;
    this.currentTime = Math.max(this.currentTime, next.until);
    this.nodes.delete(next);
    next.onended?.();
    return true;
  }

  /** Moves the clock by seconds, and lets what happens happen. */
  async advance(seconds: number): Promise<void> {
    await settle();
    const end = this.currentTime + seconds;
    for (;;) {
      while (this.step(end)) await settle(1);
      await settle();
      if (this.state !== 'running' || ![...this.nodes].some(({ until }) => until <= end)) break;
    }
    if (this.state === 'running') this.currentTime = Math.max(this.currentTime, end);
    await settle();
  }
}

export interface FakeAudio {
  /** The newest. */
  readonly context: FakeContext;
  readonly contexts: FakeContext[];
  readonly soundEngine: SoundEngine;
}

export function fakeAudio(prepare: (context: FakeContext) => void = () => {}): FakeAudio {
  const contexts: FakeContext[] = [];
  return {
    contexts,
    get context() {
      return contexts.at(-1)!;
    },
    soundEngine: new SoundEngine(
      (events) =>
        new AudioOutput(events, () => {
          const context = new FakeContext();
          prepare(context);
          contexts.push(context);
          return context as unknown as AudioContext;
        }),
    ),
  };
}

/**
 * Puts {@link FakeContext} in the place of a page's `AudioContext`: nothing is heard, and no gesture
 * is needed.
 */
export function installFakeAudio(target: object = globalThis) {
  const contexts: FakeContext[] = [];
  const before = Object.getOwnPropertyDescriptor(target, 'AudioContext')!;
  const value = function () {
    contexts.push(new FakeContext());
    return contexts.at(-1);
  };
  Object.defineProperty(target, 'AudioContext', { ...before, value });
  return {
    contexts,
    /** Lets the sound go on as fast as it can be made, one thing at a time, until something holds. */
    async run(holds: () => unknown, ms = 90_000): Promise<void> {
      for (const end = performance.now() + ms; !holds();) {
        if (performance.now() > end) throw new Error(`never: ${holds}`);
        // While a page waits for its voice nothing is near, and the clock stands still.
        if (!contexts.some((context) => context.step(context.currentTime + 5)))
          await new Promise((resolve) => setTimeout(resolve, 1));
        await settle(1);
      }
    },
    restore: () => Object.defineProperty(target, 'AudioContext', before),
  };
}

export interface FakeSynthesizer extends Synthesizer {
  readonly requests: SynthesisRequest[];
  readonly aborted: number;
}

/** Says each word for a quarter of a second, divided by the rate; fails at the word `fail`. */
export function fakeSynthesizer(voices = ['ar', 'en']): FakeSynthesizer {
  const requests: SynthesisRequest[] = [];
  let aborted = 0;
  return {
    voices: voices.map((lang, index) => ({
      voiceURI: `fake:${lang}`,
      name: `Fake ${lang}`,
      lang,
      default: index === 0,
    })),
    requests,
    get aborted() {
      return aborted;
    },
    async *synthesize(request, signal) {
      requests.push(request);
      signal.addEventListener('abort', () => aborted++);
      let time = 0;
      for (const { index, 0: word } of request.text.matchAll(/\S+/g)) {
        await settle(1);
        if (signal.aborted) return;
        if (word === 'fail') throw new Error('fails');
        const samples = new Float32Array(Math.round(5512.5 / request.rate)).fill(0.5);
        yield {
          samples,
          sampleRate: 22050,
          marks: [{ time, start: index, length: word.length }],
        };
        time += samples.length / 22050;
      }
    },
  };
}
