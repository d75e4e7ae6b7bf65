/**
 * What a sound is like every 10 ms, as numbers that another voice saying the same has much alike: mel-frequency
 * cepstral coefficients, each by how it differs from its mean.
 *
 * @see Davis and Mermelstein, "Comparison of parametric representations for monosyllabic word recognition", 1980
 */
import FFT from 'fft.js';

/** Seconds from a frame to the next. */
export const STEP = 0.01;
/** Seconds that a frame sees. */
const WINDOW = 0.025;
const BANDS = 26;
/** Of the cosine transform, the level included. */
const COEFFICIENTS = 13;
/** And how each changes. */
export const SIZE = 2 * COEFFICIENTS;
/** Frames before and behind by which a change is measured. */
const REACH = 2;
const LOWEST_HERTZ = 80;
export const HIGHEST_HERTZ = 7000;
/** Of full scale, as the power of a frame: what is quieter is all the same. */
const FLOOR = 1e-9;

const mel = (hertz: number) => 1127 * Math.log1p(hertz / 700);
const hertz = (mels: number) => 700 * Math.expm1(mels / 1127);

/** Rows of {@link SIZE}. */
export interface Features {
  readonly count: number;
  readonly values: Float32Array;
}

/** Takes the features of sound that comes in pieces; keeps 52 bytes for each 10 ms. */
export class FeatureExtractor {
  readonly #rate: number;
  readonly #length: number;
  readonly #fft: FFT;
  readonly #window: Float32Array;
  readonly #input: number[];
  readonly #spectrum: number[];
  /** By band, where it begins in the spectrum and its weights. */
  readonly #filters: readonly { readonly from: number; readonly weights: Float32Array }[];
  readonly #cosines: Float32Array;
  #rows = new Float32Array(COEFFICIENTS * 1000);
  #count = 0;
  #waiting = new Float32Array(0);
  /** Samples before the first that waits. */
  #before = 0;

  /**
   * @param rate samples a second
   * @param highest Hz: not more than both sounds that are compared have
   */
  constructor(rate: number, highest: number) {
    this.#rate = rate;
    this.#length = Math.round(rate * WINDOW);
    const size = 2 ** Math.ceil(Math.log2(this.#length));
    this.#fft = new FFT(size);
    this.#input = new Array<number>(size).fill(0);
    this.#spectrum = this.#fft.createComplexArray() as number[];
    this.#window = Float32Array.from(
      { length: this.#length },
      (_, i) => 0.54 - 0.46 * Math.cos((2 * Math.PI * i) / (this.#length - 1)),
    );
    const low = mel(LOWEST_HERTZ);
    const width = (mel(highest) - low) / (BANDS + 1);
    const bin = rate / size;
    this.#filters = Array.from({ length: BANDS }, (_, band) => {
      const [from, middle, to] = [0, 1, 2].map((it) => hertz(low + (band + it) * width)) as [
        number,
        number,
        number,
      ];
      const first = Math.ceil(from / bin);
      const weights: number[] = [];
      for (let i = first; i * bin < to; i++)
        weights.push(Math.min((i * bin - from) / (middle - from), (to - i * bin) / (to - middle)));
      // A band narrower than a bin has the nearest.
      return weights.length
        ? { from: first, weights: Float32Array.from(weights) }
        : { from: Math.round(middle / bin), weights: Float32Array.of(1) };
    });
    this.#cosines = Float32Array.from({ length: COEFFICIENTS * BANDS }, (_, i) =>
      Math.cos((Math.PI * Math.floor(i / BANDS) * ((i % BANDS) + 0.5)) / BANDS),
    );
  }

  add(samples: Float32Array): void {
    const all = new Float32Array(this.#waiting.length + samples.length);
    all.set(this.#waiting);
    all.set(samples, this.#waiting.length);
    let start = this.#start();
    for (; start + this.#length <= all.length; start = this.#start()) this.#frame(all, start);
    const kept = Math.min(start, all.length);
    this.#waiting = all.slice(kept);
    this.#before += kept;
  }

  /** Where the next frame begins in what waits: the frame's middle is at its time. */
  #start(): number {
    return Math.round(this.#count * STEP * this.#rate) - this.#before;
  }

  #frame(all: Float32Array, start: number): void {
    const input = this.#input;
    for (let i = 0; i < this.#length; i++) input[i] = all[start + i]! * this.#window[i]!;
    this.#fft.realTransform(this.#spectrum, input);
    const spectrum = this.#spectrum;
    const scale = 1 / this.#length;
    const logs = new Float32Array(BANDS);
    for (const [band, { from, weights }] of this.#filters.entries()) {
      let power = 0;
      for (let i = 0; i < weights.length; i++) {
        const at = 2 * (from + i);
        const re = spectrum[at]! * scale;
        const im = spectrum[at + 1]! * scale;
        power += weights[i]! * (re * re + im * im);
      }
      logs[band] = Math.log(power + FLOOR);
    }
    const at = this.#count * COEFFICIENTS;
    if (at + COEFFICIENTS > this.#rows.length) {
      const rows = new Float32Array(this.#rows.length * 2);
      rows.set(this.#rows);
      this.#rows = rows;
    }
    for (let k = 0; k < COEFFICIENTS; k++) {
      let sum = 0;
      for (let band = 0; band < BANDS; band++)
        sum += this.#cosines[k * BANDS + band]! * logs[band]!;
      this.#rows[at + k] = sum;
    }
    this.#count++;
  }

  /** All frames, each number by how many standard deviations it is from the sound's mean. */
  finish(): Features {
    const count = this.#count;
    const rows = this.#rows;
    const values = new Float32Array(count * SIZE);
    for (let i = 0; i < count; i++)
      for (let k = 0; k < COEFFICIENTS; k++) {
        values[i * SIZE + k] = rows[i * COEFFICIENTS + k]!;
        let change = 0;
        for (let d = 1; d <= REACH; d++)
          change +=
            d *
            (rows[Math.min(count - 1, i + d) * COEFFICIENTS + k]! -
              rows[Math.max(0, i - d) * COEFFICIENTS + k]!);
        values[i * SIZE + COEFFICIENTS + k] = change;
      }
    normalise(values);
    return { count, values };
  }
}

/**
 * Each number by how many standard deviations it is from its mean in what is spoken: how much silence there is
 * besides says nothing of the voice.
 */
function normalise(values: Float32Array): void {
  const levels: number[] = [];
  for (let at = 0; at < values.length; at += SIZE) levels.push(values[at]!);
  levels.sort((a, b) => a - b);
  const at = (part: number) => levels[Math.floor(part * (levels.length - 1))]!;
  const loud = (at(0.1) + at(0.95)) / 2;
  const sums = new Float64Array(SIZE);
  const squares = new Float64Array(SIZE);
  let count = 0;
  for (let row = 0; row < values.length; row += SIZE) {
    if (values[row]! < loud) continue;
    count++;
    for (let k = 0; k < SIZE; k++) {
      sums[k]! += values[row + k]!;
      squares[k]! += values[row + k]! ** 2;
    }
  }
  for (let k = 0; k < SIZE; k++) {
    const mean = sums[k]! / count;
    const deviation = Math.sqrt(Math.max(0, squares[k]! / count - mean ** 2)) || 1;
    for (let at = k; at < values.length; at += SIZE) values[at] = (values[at]! - mean) / deviation;
  }
}

/** The same in another order: pieces of so many frames, the last first. */
export function shuffled({ count, values }: Features, piece: number): Features {
  const out = new Float32Array(values.length);
  let at = 0;
  for (let end = count; end > 0; end -= piece) {
    const part = values.subarray(Math.max(0, end - piece) * SIZE, end * SIZE);
    out.set(part, at);
    at += part.length;
  }
  return { count, values: out };
}
