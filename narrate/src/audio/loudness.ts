/**
 * How loud sound is, by ITU-R BS.1770-5, and making it as loud as wanted. Mono; knows nothing of files.
 *
 * @see https://www.itu.int/rec/R-REC-BS.1770
 */

/** A filter of second order, of its own state. */
interface Biquad {
  readonly b: readonly [number, number, number];
  readonly a: readonly [number, number];
}

/**
 * The two filters of the K weighting for any rate, out of the analogue ones that the standard's figures for
 * 48 kHz stand for: a shelf for the head, and a high pass.
 */
function kWeighting(rate: number): readonly [Biquad, Biquad] {
  const shelf = (): Biquad => {
    const k = Math.tan((Math.PI * 1681.974450955533) / rate);
    const q = 0.7071752369554196;
    const high = 10 ** (3.999843853973347 / 20);
    const middle = high ** 0.4996667741545416;
    const a0 = 1 + k / q + k * k;
    return {
      b: [
        (high + (middle * k) / q + k * k) / a0,
        (2 * (k * k - high)) / a0,
        (high - (middle * k) / q + k * k) / a0,
      ],
      a: [(2 * (k * k - 1)) / a0, (1 - k / q + k * k) / a0],
    };
  };
  const highPass = (): Biquad => {
    const k = Math.tan((Math.PI * 38.13547087602444) / rate);
    const q = 0.5003270373238773;
    const a0 = 1 + k / q + k * k;
    return { b: [1, -2, 1], a: [(2 * (k * k - 1)) / a0, (1 - k / q + k * k) / a0] };
  };
  return [shelf(), highPass()];
}

/** What is quieter counts as silence; LUFS. */
const ABSOLUTE_GATE = -70;
/** What is so much quieter than the rest counts as a pause; LU. */
const RELATIVE_GATE = -10;
/** Blocks of 400 ms begin every 100 ms. */
const STEP_MS = 100;
const STEPS = 4;

const lufs = (power: number) => -0.691 + 10 * Math.log10(power);
const powerOf = (loudness: number) => 10 ** ((loudness + 0.691) / 10);
const mean = (values: readonly number[]) => values.reduce((sum, it) => sum + it, 0) / values.length;

/** Integrated loudness of mono sound that comes in pieces; keeps eight bytes for each 100 ms. */
export class LoudnessMeter {
  readonly #filters: readonly [Biquad, Biquad];
  readonly #state = [0, 0, 0, 0] as [number, number, number, number];
  readonly #step: number;
  readonly #powers: number[] = [];
  #sum = 0;
  #count = 0;

  /** @param rate samples a second */
  constructor(rate: number) {
    this.#filters = kWeighting(rate);
    this.#step = Math.round((rate * STEP_MS) / 1000);
  }

  /** @param samples -1 to 1 */
  add(samples: Float32Array): void {
    const [one, two] = this.#filters;
    let [s1, s2, t1, t2] = this.#state;
    for (let i = 0; i < samples.length; i++) {
      const x = samples[i]!;
      const y = one.b[0] * x + s1;
      s1 = one.b[1] * x - one.a[0] * y + s2;
      s2 = one.b[2] * x - one.a[1] * y;
      const z = two.b[0] * y + t1;
      t1 = two.b[1] * y - two.a[0] * z + t2;
      t2 = two.b[2] * y - two.a[1] * z;
      this.#sum += z * z;
      if (++this.#count === this.#step) {
        this.#powers.push(this.#sum / this.#step);
        this.#sum = 0;
        this.#count = 0;
      }
    }
    this.#state.splice(0, 4, s1, s2, t1, t2);
  }

  /** LUFS; `-Infinity` for silence, and for what is shorter than a block. */
  get integrated(): number {
    const blocks: number[] = [];
    for (let i = STEPS; i <= this.#powers.length; i++)
      blocks.push(mean(this.#powers.slice(i - STEPS, i)));
    const heard = blocks.filter((power) => lufs(power) > ABSOLUTE_GATE);
    if (!heard.length) return -Infinity;
    const gate = powerOf(lufs(mean(heard)) + RELATIVE_GATE);
    return lufs(mean(heard.filter((power) => power > gate)));
  }
}

/** What speech on the web and podcasts are made for; LUFS. */
export const TARGET_LUFS = -16;
/** No sample is more, so that no decoder clips between samples: -1.5 dB. */
const CEILING = 10 ** (-1.5 / 20);
/** How far a peak is seen coming, and how long the level takes to come back; ms. */
const AHEAD_MS = 5;
const RELEASE_MS = 60;

/**
 * Makes sound so many times as loud, and turns single peaks down that would be too high: the level goes
 * down in a straight line before the peak and comes back after it, so that nothing is bent.
 */
export class Limiter {
  readonly #gain: number;
  readonly #ahead: number;
  readonly #release: number;
  /** Not given out yet, as many as are looked ahead. */
  #waiting = new Float32Array(0);
  #level = 1;

  constructor(gain: number, rate: number) {
    this.#gain = gain;
    this.#ahead = Math.round((rate * AHEAD_MS) / 1000);
    this.#release = 1 / ((rate * RELEASE_MS) / 1000);
  }

  /** @returns as many samples as have been given in all, less those that are still looked ahead of */
  process(samples: Float32Array): Float32Array {
    const all = new Float32Array(this.#waiting.length + samples.length);
    all.set(this.#waiting);
    for (let i = 0; i < samples.length; i++)
      all[this.#waiting.length + i] = samples[i]! * this.#gain;
    return this.#run(all, Math.max(0, all.length - this.#ahead));
  }

  /** The rest. */
  finish(): Float32Array {
    return this.#run(this.#waiting, this.#waiting.length);
  }

  #run(all: Float32Array, length: number): Float32Array {
    // The level that each sample may have at most, for its own sake and for the peaks behind it.
    const most = new Float32Array(all.length);
    const slope = 1 / this.#ahead;
    let next = 1;
    for (let i = all.length - 1; i >= 0; i--) {
      const own = Math.min(1, CEILING / Math.abs(all[i]!));
      next = Math.min(own, next + slope);
      most[i] = next;
    }
    const out = new Float32Array(length);
    for (let i = 0; i < length; i++) {
      this.#level = Math.min(most[i]!, this.#level + this.#release);
      out[i] = all[i]! * this.#level;
    }
    this.#waiting = all.slice(length);
    return out;
  }
}
