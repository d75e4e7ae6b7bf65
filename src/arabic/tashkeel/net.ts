/**
 * The nets of `training/model.py`, run forwards: convolutions over characters and, where the net
 * has them, a gated recurrent unit in both directions over words.
 */
import { Code, MARKS, UNKNOWN } from './letters.js';
import type { Kernel, Product } from './kernel.js';
import { readWeights, type Matrix, type NetShape, type TakeMatrix } from './weights.js';

/** From the codes of a passage and the marks that are known of it, 15 probabilities a character. */
export type Net = (codes: Uint8Array, hints: Uint8Array) => Float32Array;

const CLASSES = MARKS.length;
const ALPHABET = Code.FirstLetter + 36;

/**
 * The nets in the file, as one that weighs what they say.
 *
 * @param kernel how matrices are multiplied
 */
export function readNets(file: Uint8Array, kernel: Kernel): Net {
  const { shapes, take } = readWeights(file);
  const nets = shapes.map((shape) => buildNet(shape, take, kernel));
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

function buildNet(
  { width, before, state, after }: NetShape,
  take: TakeMatrix,
  kernel: Kernel,
): Net {
  // A copy of these few, so that a kernel that has its own copy of the rest lets the file go.
  const table = (rows: number): Matrix => {
    const matrix = take(rows, width);
    return { ...matrix, weights: matrix.weights.slice() };
  };
  const letters = table(ALPHABET);
  const marks = table(UNKNOWN + 1);
  const product = (rows: number, columns: number) => kernel.product(take(rows, columns));
  const block = (dilation: number) =>
    kernel.convolution([take(width, width), take(width, width), take(width, width)], dilation);
  const inside = before.map(block);
  const words = state ? buildWords(width, state, product) : undefined;
  const outside = after.map(block);
  const out = product(CLASSES, width);

  return (codes, hints) => {
    let x: Float32Array = new Float32Array(codes.length * width);
    for (let t = 0; t < codes.length; t++) {
      addRow(x, t * width, letters, codes[t]!);
      addRow(x, t * width, marks, hints[t]!);
    }
    for (const convolve of inside) x = convolve(x);
    words?.(codes, x);
    for (const convolve of outside) x = convolve(x);
    return out(x, codes.length);
  };
}

function addRow(x: Float32Array, at: number, { columns, weights, scales }: Matrix, row: number) {
  for (let i = 0; i < columns; i++) x[at + i]! += weights[row * columns + i]! * scales[row]!;
}

/** Adds to each character what the words around its word say. */
function buildWords(
  width: number,
  state: number,
  product: (rows: number, columns: number) => Product,
) {
  const down = product(state, 2 * width);
  const directions = [1, -1].map((step) => {
    const input = product(3 * state, state);
    const recurrent = product(3 * state, state);
    return { step, input, recurrent };
  });
  const up = product(width, 2 * state);

  return (codes: Uint8Array, x: Float32Array) => {
    const { first, last } = wordsOf(codes);
    const count = first.length;
    if (!count) return;
    const pairs = new Float32Array(count * 2 * width);
    for (let word = 0; word < count; word++) {
      pairs.set(x.subarray(first[word]! * width, (first[word]! + 1) * width), word * 2 * width);
      pairs.set(x.subarray(last[word]! * width, (last[word]! + 1) * width), (word * 2 + 1) * width);
    }
    const said = down(pairs, count).map((value) => Math.max(0, value));
    const states = new Float32Array(count * 2 * state);
    directions.forEach(({ step, input, recurrent }, side) => {
      const inputs = input(said, count);
      let h: Float32Array = new Float32Array(state);
      for (let n = 0, word = step > 0 ? 0 : count - 1; n < count; n++, word += step) {
        h = gatedStep(inputs, word * 3 * state, recurrent(h, 1), h);
        states.set(h, (word * 2 + side) * state);
      }
    });
    const heard = up(states, count);
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
  const next = new Float32Array(size);
  for (let i = 0; i < size; i++) {
    const reset = sigmoid(inputs[at + i]! + recurrent[i]!);
    const update = sigmoid(inputs[at + size + i]! + recurrent[size + i]!);
    const fresh = Math.tanh(inputs[at + 2 * size + i]! + reset * recurrent[2 * size + i]!);
    next[i] = fresh + update * (h[i]! - fresh);
  }
  return next;
}

const sigmoid = (value: number) => 1 / (1 + Math.exp(-value));

function addSoftmax(sum: Float32Array, logits: Float32Array, at: number, share: number): void {
  let most = -Infinity;
  for (let c = 0; c < CLASSES; c++) most = Math.max(most, logits[at + c]!);
  let total = 0;
  for (let c = 0; c < CLASSES; c++) total += Math.exp(logits[at + c]! - most);
  for (let c = 0; c < CLASSES; c++)
    sum[at + c]! += (share * Math.exp(logits[at + c]! - most)) / total;
}
