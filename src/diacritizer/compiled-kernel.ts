/**
 * The kernel of the nets in WebAssembly, which does four numbers at once: five to eight times as fast as
 * plain JavaScript where it may run.
 */
import { plain, type Kernel, type Matrix } from '../arabic/tashkeel/kernel.js';
import { CODE, RELAXED_CODE } from './kernel-code.js';

/**
 * The fastest way there is here. WebAssembly may be forbidden by a policy without `'wasm-unsafe-eval'`
 * (https://www.w3.org/TR/CSP3/#wasm-integration), and browsers before 2021 to 2023 have no SIMD.
 */
export function fastest(): Kernel {
  try {
    return compiled();
  } catch {
    return plain;
  }
}

/** Where a matrix stands in memory: its weights, and the scales of its rows. */
interface Place {
  readonly w: number;
  readonly s: number;
}

/** How many rows the compiled code takes at once. */
const ROWS = 8;

/** @throws Error where it may not run */
export function compiled(): Kernel {
  const bytes = (code: string) => Uint8Array.from(atob(code), (unit) => unit.charCodeAt(0));
  const relaxed = bytes(RELAXED_CODE);
  const code = WebAssembly.validate(relaxed) ? relaxed : bytes(CODE);
  const { memory, one, six, rectify } = new WebAssembly.Instance(new WebAssembly.Module(code))
    .exports as unknown as {
    readonly memory: WebAssembly.Memory;
    one(y: number, w: number, x: number, rows: number, columns: number, scales: number): void;
    six(
      ...of: [
        y: number,
        w: number,
        x: number,
        n: number,
        rows: number,
        columns: number,
        scales: number,
      ]
    ): void;
    rectify(y: number, x: number, n: number): void;
  };
  /** Where the matrices end; what is multiplied stands behind them for as long as that takes. */
  let top = 0;
  let numbers = new Float32Array(memory.buffer);
  const reserve = (bytes: number) => {
    const missing = bytes - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / 65536));
    if (!numbers.length) numbers = new Float32Array(memory.buffer);
  };

  /** Puts a matrix where the code finds it, in panels. */
  const put = ({ rows, columns, weights, scales }: Matrix, height: number): Place => {
    const w = top;
    const s = w + height * columns;
    top = s + height * 4;
    reserve(top);
    const panels = new Int8Array(memory.buffer, w, height * columns);
    for (let row = 0, i = 0; row < rows; row++) {
      const first = (row - (row % ROWS)) * columns + (row % ROWS);
      for (let column = 0; column < columns; column++)
        panels[first + column * ROWS] = weights[i++]!;
    }
    numbers.set(scales, s / 4);
    return { w, s };
  };

  /** Adds to y what a matrix makes of x, both by their places in memory. */
  const multiply = (
    y: number,
    { w, s }: Place,
    x: number,
    length: number,
    height: number,
    columns: number,
  ) => {
    const most = length - (length % 6);
    if (most) six(y, w, x, most, height, columns, s);
    for (let t = most; t < length; t++)
      one(y + t * height * 4, w, x + t * columns * 4, height, columns, s);
  };

  const product: Kernel['product'] = (matrix) => {
    const { rows, columns, bias } = matrix;
    const height = Math.ceil(rows / ROWS) * ROWS;
    const place = put(matrix, height);
    return (x, length) => {
      const from = top;
      const to = from + x.length * 4;
      reserve(to + length * height * 4);
      numbers.set(x, from / 4);
      const sums = numbers.subarray(to / 4, to / 4 + length * height);
      for (let t = 0; t < length; t++) sums.set(bias, t * height);
      multiply(to, place, from, length, height, columns);
      if (rows === height) return sums.slice();
      const y = new Float32Array(length * rows);
      for (let t = 0; t < length; t++)
        y.set(sums.subarray(t * height, t * height + rows), t * rows);
      return y;
    };
  };

  const convolution: Kernel['convolution'] = (taps, dilation) => {
    const { rows, bias } = taps[0]!;
    // Others are none of our nets'; their rows would not stand as x has them.
    if (rows % ROWS) return plain.convolution(taps, dilation);
    const places = taps.map((tap) => put(tap, rows));
    return (x) => {
      const length = x.length / rows;
      const margin = dilation * rows;
      const from = top / 4;
      const to = from + x.length + 2 * margin;
      reserve((to + x.length) * 4);
      numbers.fill(0, from, from + margin).set(x, from + margin);
      numbers.fill(0, from + margin + x.length, to);
      const y = numbers.subarray(to, to + x.length);
      for (let t = 0; t < length; t++) y.set(bias, t * rows);
      places.forEach((place, k) =>
        multiply(to * 4, place, (from + k * margin) * 4, length, rows, rows),
      );
      rectify(to * 4, (from + margin) * 4, x.length);
      return y.slice();
    };
  };
  return { product, convolution };
}
