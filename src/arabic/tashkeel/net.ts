/**
 * The nets of `training/model.py`, run forwards: convolutions over characters and, where the net
 * has them, a gated recurrent unit in both directions over words.
 */
import { Code, MARKS, UNKNOWN } from './letters.js';
import { readWeights, type Matrix, type NetShape, type TakeMatrix } from './weights.js';

/** From the codes of a passage and the marks that are known of it, 15 probabilities a character. */
export type Net = (codes: Uint8Array, hints: Uint8Array) => Float32Array;

const CLASSES = MARKS.length;
const ALPHABET = Code.FirstLetter + 36;

/** The nets in the file, as one that weighs what they say. */
export function readNets(file: Uint8Array): Net {
  const { shapes, take } = readWeights(file);
  const nets = shapes.map((shape) => buildNet(shape, take));
  return (codes, hints) => {
    const sum = new Float32Array(codes.length * CLASSES);
    nets.forEach((net, n) => {
      const logits = net(codes, hints);
      for (let at = 0; at < sum.length; at += CLASSES)
        addSoftmax(sum, logits, at, shapes[n]!.share);
    });
    return sum;
  };
}

function buildNet({ width, before, state, after }: NetShape, take: TakeMatrix): Net {
  const letters = take(ALPHABET, width).weights;
  const marks = take(UNKNOWN + 1, width).weights;
  const block = (dilation: number) => {
    const taps = [take(width, width), take(width, width), take(width, width)];
    return (x: Float32Array) => addConvolution(x, taps, dilation, width);
  };
  const inside = before.map(block);
  const words = state ? buildWords(width, state, take) : undefined;
  const outside = after.map(block);
  const out = take(CLASSES, width);

  return (codes, hints) => {
    let x: Float32Array = new Float32Array(codes.length * width);
    for (let t = 0; t < codes.length; t++) {
      const letter = codes[t]! * width;
      const mark = hints[t]! * width;
      for (let i = 0; i < width; i++) x[t * width + i] = letters[letter + i]! + marks[mark + i]!;
    }
    for (const convolve of inside) x = convolve(x);
    words?.(codes, x);
    for (const convolve of outside) x = convolve(x);
    return multiply(out, x, codes.length);
  };
}

/** x + relu(convolution of x with three taps). */
function addConvolution(x: Float32Array, taps: Matrix[], dilation: number, width: number) {
  const length = x.length / width;
  const padded = new Float32Array((length + 2 * dilation) * width);
  padded.set(x, dilation * width);
  const y = multiply(taps[0]!, padded, length);
  addProduct(y, taps[1]!, padded, length, dilation);
  addProduct(y, taps[2]!, padded, length, 2 * dilation);
  for (let i = 0; i < y.length; i++) y[i] = x[i]! + Math.max(0, y[i]!);
  return y;
}

/** Adds to each character what the words around its word say. */
function buildWords(width: number, state: number, take: TakeMatrix) {
  const down = take(state, 2 * width);
  const directions = [1, -1].map((step) => {
    const input = take(3 * state, state);
    const recurrent = take(3 * state, state);
    return { step, input, recurrent };
  });
  const up = take(width, 2 * state);

  return (codes: Uint8Array, x: Float32Array) => {
    const { first, last } = wordsOf(codes);
    const count = first.length;
    if (!count) return;
    const pairs = new Float32Array(count * 2 * width);
    for (let word = 0; word < count; word++) {
      pairs.set(x.subarray(first[word]! * width, (first[word]! + 1) * width), word * 2 * width);
      pairs.set(x.subarray(last[word]! * width, (last[word]! + 1) * width), (word * 2 + 1) * width);
    }
    const said = multiply(down, pairs, count).map((value) => Math.max(0, value));
    const states = new Float32Array(count * 2 * state);
    directions.forEach(({ step, input, recurrent }, side) => {
      const inputs = multiply(input, said, count);
      let h: Float32Array = new Float32Array(state);
      for (let n = 0, word = step > 0 ? 0 : count - 1; n < count; n++, word += step) {
        h = gatedStep(inputs, word * 3 * state, multiply(recurrent, h, 1), h);
        states.set(h, (word * 2 + side) * state);
      }
    });
    const heard = multiply(up, states, count);
    for (let t = 0, word = 0; t < codes.length; t++) {
      // What follows a word belongs to it; what precedes the first belongs to that.
      if (word + 1 < count && t >= first[word + 1]!) word++;
      for (let i = 0; i < width; i++) x[t * width + i]! += heard[word * width + i]!;
    }
  };
}

/** Where each run of letters begins and ends (its last letter). */
function wordsOf(codes: Uint8Array): { first: number[]; last: number[] } {
  const first: number[] = [];
  const last: number[] = [];
  for (let t = 0; t < codes.length; t++) {
    if (codes[t]! < Code.FirstLetter) continue;
    if (!t || codes[t - 1]! < Code.FirstLetter) first.push(t);
    last[first.length - 1] = t;
  }
  return { first, last };
}

/** One step of a gated recurrent unit as PyTorch defines it: reset, update and new gates in that order. */
function gatedStep(inputs: Float32Array, at: number, recurrent: Float32Array, h: Float32Array) {
  const size = h.length;
  const sigmoid = (value: number) => 1 / (1 + Math.exp(-value));
  return h.map((old, i) => {
    const reset = sigmoid(inputs[at + i]! + recurrent[i]!);
    const update = sigmoid(inputs[at + size + i]! + recurrent[size + i]!);
    const fresh = Math.tanh(inputs[at + 2 * size + i]! + reset * recurrent[2 * size + i]!);
    return fresh + update * (old - fresh);
  });
}

function multiply(matrix: Matrix, x: Float32Array, length: number): Float32Array {
  const y = new Float32Array(length * matrix.rows);
  for (let t = 0; t < length; t++) y.set(matrix.bias, t * matrix.rows);
  addProduct(y, matrix, x, length, 0);
  return y;
}

/**
 * y[t] += matrix · x[t + shift], for each t below length. Nearly all the time is spent here: two
 * characters and four rows at once, so that each number that is loaded is used more than once.
 */
function addProduct(
  y: Float32Array,
  matrix: Matrix,
  x: Float32Array,
  length: number,
  shift: number,
) {
  const { rows, columns, weights } = matrix;
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
      let at = t * rows + row;
      y[at]! += a;
      if (left > 1) y[at + 1]! += b;
      if (left > 2) y[at + 2]! += c;
      if (left > 3) y[at + 3]! += d;
      if (!both) continue;
      at += rows;
      y[at]! += e;
      if (left > 1) y[at + 1]! += f;
      if (left > 2) y[at + 2]! += g;
      if (left > 3) y[at + 3]! += h;
    }
  }
}

function addSoftmax(sum: Float32Array, logits: Float32Array, at: number, share: number): void {
  let most = -Infinity;
  for (let c = 0; c < CLASSES; c++) most = Math.max(most, logits[at + c]!);
  let total = 0;
  for (let c = 0; c < CLASSES; c++) total += Math.exp(logits[at + c]! - most);
  for (let c = 0; c < CLASSES; c++)
    sum[at + c]! += (share * Math.exp(logits[at + c]! - most)) / total;
}
