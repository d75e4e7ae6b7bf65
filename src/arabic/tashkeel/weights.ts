/**
 * The weights' file, as `training/export.py` writes it (little-endian):
 * `TSHK`, a version, the Adler-32 of all that follows, the length of a JSON header, the header, and
 * the tensors of each net one after the other: per row a float32 scale and a float32 bias, then the
 * rows as int8. A weight is its int8 times its row's scale.
 */
import { LETTERS, MARKS } from './letters.js';

const VERSION = 1;

/** How one net is built; see `training/model.py`. */
export interface NetShape {
  /** Numbers that stand for one character. */
  readonly width: number;
  /** The dilation of each convolution over characters, before the words are looked at. */
  readonly before: readonly number[];
  /** Numbers that stand for one word in each direction; 0: this net does not look at words. */
  readonly state: number;
  /** The dilation of each convolution after the words were looked at. */
  readonly after: readonly number[];
  /** Its say beside the other nets; all of them sum to 1. */
  readonly share: number;
}

/** `rows` × `columns` numbers, row by row, each times the scale of its row; and one bias a row. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  /** A view of the file: they stay as they are there. */
  readonly weights: Int8Array;
  readonly scales: Float32Array;
  readonly bias: Float32Array;
}

/** Gives the tensors of the nets in the order in which they were written. */
export type TakeMatrix = (rows: number, columns: number) => Matrix;

/** @throws Error when the file is not whole, or of a version that this code does not read. */
export function readWeights(file: Uint8Array): { shapes: NetShape[]; take: TakeMatrix } {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (file.length < 16 || ascii(file.subarray(0, 4)) !== 'TSHK')
    throw new Error('tashkeel: not a file of weights');
  const version = view.getUint32(4, true);
  if (version !== VERSION)
    throw new Error(`tashkeel: weights of version ${version}, this code reads ${VERSION}`);
  if (view.getUint32(8, true) !== adler32(file.subarray(12)))
    throw new Error('tashkeel: the file of weights is damaged');
  let at = 16 + view.getUint32(12, true);
  const { letters, marks, nets } = JSON.parse(ascii(file.subarray(16, at))) as {
    letters: number[];
    marks: string;
    nets: NetShape[];
  };
  if (String.fromCharCode(...letters) !== LETTERS || marks.length !== MARKS.length)
    throw new Error('tashkeel: the weights were made for other letters');

  const take: TakeMatrix = (rows, columns) => {
    const scales = new Float32Array(rows);
    const bias = new Float32Array(rows);
    for (let row = 0; row < rows; row++, at += 8) {
      scales[row] = view.getFloat32(at, true);
      bias[row] = view.getFloat32(at + 4, true);
    }
    const weights = new Int8Array(file.buffer, file.byteOffset + at, rows * columns);
    at += rows * columns;
    return { rows, columns, weights, scales, bias };
  };
  return { shapes: nets, take };
}

function ascii(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

/** RFC 1950, section 8.2. */
function adler32(bytes: Uint8Array): number {
  let a = 1;
  let b = 0;
  for (let i = 0; i < bytes.length;) {
    // 3,800 steps are what 32 bits hold before the remainder must be taken.
    for (const end = Math.min(i + 3800, bytes.length); i < end; i++) b += a += bytes[i]!;
    a %= 65521;
    b %= 65521;
  }
  return ((b << 16) | a) >>> 0;
}
