/** The sound of a whole article while it is made, in memory at two bytes a sample, and how loud it is. */
import { Limiter, LoudnessMeter, TARGET_LUFS } from './loudness.js';

/** No quiet voice is made more than so many times as loud: that would be its noise. */
const MOST_GAIN = 10;

export class Sound {
  readonly rate: number;
  readonly #pieces: Int16Array[] = [];
  readonly #meter: LoudnessMeter;
  /** Samples. */
  length = 0;

  /** @param rate samples a second */
  constructor(rate: number) {
    this.rate = rate;
    this.#meter = new LoudnessMeter(rate);
  }

  /** Seconds. */
  get duration(): number {
    return this.length / this.rate;
  }

  /** @param samples -1 to 1 */
  add(samples: Float32Array): void {
    this.#meter.add(samples);
    const piece = new Int16Array(samples.length);
    for (let i = 0; i < samples.length; i++)
      piece[i] = Math.max(-32768, Math.min(32767, samples[i]! * 32768));
    this.#pieces.push(piece);
    this.length += samples.length;
  }

  /** @param seconds of silence, to the nearest sample */
  addSilence(seconds: number): void {
    this.add(new Float32Array(Math.round(seconds * this.rate)));
  }

  /** Loudness as it was made; LUFS. */
  get loudness(): number {
    return this.#meter.integrated;
  }

  /** All of it as loud as is wanted, in pieces of a second or so; as many samples as there are. */
  *levelled(target = TARGET_LUFS): Generator<Float32Array> {
    const { loudness } = this;
    const gain = Number.isFinite(loudness)
      ? Math.min(MOST_GAIN, 10 ** ((target - loudness) / 20))
      : 1;
    const limiter = new Limiter(gain, this.rate);
    let waiting: Int16Array[] = [];
    let count = 0;
    const flush = function* () {
      const piece = new Float32Array(count);
      let at = 0;
      for (const it of waiting) for (let i = 0; i < it.length; i++) piece[at++] = it[i]! / 32768;
      waiting = [];
      count = 0;
      yield limiter.process(piece);
    };
    for (const piece of this.#pieces) {
      waiting.push(piece);
      count += piece.length;
      if (count >= this.rate) yield* flush();
    }
    yield* flush();
    yield limiter.finish();
  }
}
