/**
 * Matrices times vectors, where nearly all the time of the nets goes, in plain JavaScript. Whoever can do
 * it faster (`diacritizer/compiled-kernel.ts`) gives another kernel. Knows nothing of nets.
 */
import type { Matrix } from './weights.js';

export type { Matrix };

/** Of `length` rows of x, each as long as the matrix has columns: y[t] = bias + matrix · x[t]. */
export type Product = (x: Float32Array, length: number) => Float32Array;

/** Of x, in rows as long as the taps: x + relu(bias + Σ taps[k] · x[t + (k - 1) × dilation]). */
export type Convolution = (x: Float32Array) => Float32Array;

/** Makes matrices ready to be multiplied. */
export interface Kernel {
  product(matrix: Matrix): Product;
  /** @param taps three; the bias is that of the first */
  convolution(taps: readonly Matrix[], dilation: number): Convolution;
}

/** In plain JavaScript. */
export const plain: Kernel = {
  product: (matrix) => (x, length) =>
    biased(matrix, length, (y) => addProduct(y, matrix, x, length, 0)),
  convolution: (taps, dilation) => (x) => {
    const width = taps[0]!.columns;
    const length = x.length / width;
    const padded = new Float32Array((length + 2 * dilation) * width);
    padded.set(x, dilation * width);
    const y = biased(taps[0]!, length, (y) =>
      taps.forEach((tap, k) => addProduct(y, tap, padded, length, k * dilation)),
    );
    for (let i = 0; i < y.length; i++) y[i] = x[i]! + Math.max(0, y[i]!);
    return y;
  },
};

function biased(
  { rows, bias }: Matrix,
  length: number,
  add: (y: Float32Array) => void,
): Float32Array {
  const y = new Float32Array(length * rows);
  for (let t = 0; t < length; t++) y.set(bias, t * rows);
  add(y);
  return y;
}

/**
 * y[t] += matrix · x[t + shift]: two characters and six rows at once, so that each number that is loaded
 * is used more than once.
 */
function addProduct(
  y: Float32Array,
  { rows, columns, weights, scales }: Matrix,
  x: Float32Array,
  length: number,
  shift: number,
) {
  for (let t = 0; t < length; t += 2) {
    const from = (t + shift) * columns;
    // An odd last character is done twice and kept once.
    const both = t + 1 < length;
    const step = both ? columns : 0;
    for (let row = 0; row < rows; row += 4) {
      const left = Math.min(4, rows - row);
      let w0 = row * columns;
      let w1 = left > 1 ? w0 + columns : w0;
      let w2 = left > 2 ? w1 + columns : w0;
      let w3 = left > 3 ? w2 + columns : w0;
      let a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0; // prettier-ignore
      for (let i = from; i < from + columns; i++) {
        const p = x[i]!;
        const q = x[i + step]!;
        const k = weights[w0++]!;
        const l = weights[w1++]!;
        const m = weights[w2++]!;
        const n = weights[w3++]!;
        a += p * k;
        b += p * l;
        c += p * m;
        d += p * n;
        e += q * k;
        f += q * l;
        g += q * m;
        h += q * n;
      }
      const s = scales[row]!;
      const u = scales[row + 1]!;
      const v = scales[row + 2]!;
      const z = scales[row + 3]!;
      let at = t * rows + row;
      y[at]! += a * s;
      if (left > 1) y[at + 1]! += b * u;
      if (left > 2) y[at + 2]! += c * v;
      if (left > 3) y[at + 3]! += d * z;
      if (!both) continue;
      at += rows;
      y[at]! += e * s;
      if (left > 1) y[at + 1]! += f * u;
      if (left > 2) y[at + 2]! += g * v;
      if (left > 3) y[at + 3]! += h * z;
    }
  }
}
