/**
 * Dynamic time warping of two sounds: which moment of one is which of the other. Coarse frames first and finer
 * ones near the path that they gave (Salvador and Chan, "FastDTW", 2004): memory goes with the length, not
 * with its square.
 */
import { SIZE, type Features } from './features.js';

/** Frames of one level that are one of the next. */
const FACTOR = 4;
/** Levels: of 160, 40 and 10 ms. */
const LEVELS = 3;
/** At the coarsest, how far the path may be from the straight one: frames at least, and of the longer sound. */
const LEAST_BAND = 750;
const BAND = 0.1;
/** At a finer one, how far from the path before; frames. */
const RADIUS = 16;

export interface Path {
  /** Of each frame of the first sound, the first and last of the other that go with it. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** Of each frame of the first sound, the mean distance of those that go with it. */
  readonly cost: Float32Array;
}

/** @param one @param other sounds of one frame at least */
export function warp(one: Features, other: Features): Path {
  const levels = [{ one, other }];
  while (levels.length < LEVELS) {
    const { one, other } = levels.at(-1)!;
    levels.push({ one: coarser(one), other: coarser(other) });
  }
  let path: Path | null = null;
  for (const { one, other } of levels.reverse())
    path = within(one, other, path ? bandNear(path, one.count, other.count) : bandOf(one, other));
  return path!;
}

function coarser({ count, values }: Features): Features {
  const rows = Math.ceil(count / FACTOR);
  const means = new Float32Array(rows * SIZE);
  for (let row = 0; row < rows; row++) {
    const from = row * FACTOR;
    const to = Math.min(count, from + FACTOR);
    for (let k = 0; k < SIZE; k++) {
      let sum = 0;
      for (let i = from; i < to; i++) sum += values[i * SIZE + k]!;
      means[row * SIZE + k] = sum / (to - from);
    }
  }
  return { count: rows, values: means };
}

/** Of each frame of the first sound, the frames of the other that are looked at; they only go on. */
interface Band {
  readonly from: Int32Array;
  /** One behind the last. */
  readonly to: Int32Array;
}

/** Along the straight line. */
function bandOf({ count }: Features, { count: columns }: Features): Band {
  const half = Math.max(LEAST_BAND, Math.ceil(BAND * Math.max(count, columns)));
  const from = new Int32Array(count);
  const to = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    const middle = Math.round((i * columns) / count);
    from[i] = Math.min(columns - 1, Math.max(0, middle - half));
    to[i] = Math.min(columns, middle + half + 1);
  }
  return { from, to };
}

function bandNear({ first, last }: Path, count: number, columns: number): Band {
  const from = new Int32Array(count);
  const to = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    const row = Math.floor(i / FACTOR);
    from[i] = Math.max(0, first[row]! * FACTOR - RADIUS);
    to[i] = Math.min(columns, (last[row]! + 1) * FACTOR + RADIUS);
  }
  return { from, to };
}

/** The way by which a cell is reached, in two bits. */
const DIAGONAL = 0;
const UP = 1;
const LEFT = 2;
const START = 3;

/** What a frame of the other sound costs before the first sound begins and after it ends, of what chance does. */
const OUTSIDE = 0.5;
/** Pairs by which chance is measured. */
const PAIRS = 5000;

/** The mean distance of frames that have nothing to do with each other. */
function chance(one: Features, other: Features): number {
  let sum = 0;
  for (let n = 0; n < PAIRS; n++) {
    const i = Math.floor(((n * 0.618034) % 1) * one.count);
    const j = Math.floor(((n * 0.754878) % 1) * other.count);
    sum += distance(one.values, i, other.values, j);
  }
  return sum / PAIRS;
}

/**
 * The best path that keeps to a band, through all of the first sound. Of the other there may be more before and
 * behind: an announcement, a jingle, silence.
 */
function within(one: Features, other: Features, { from, to }: Band): Path {
  const rows = one.count;
  const outside = OUTSIDE * chance(one, other);
  const starts = new Float64Array(rows + 1);
  for (let i = 0; i < rows; i++) starts[i + 1] = starts[i]! + to[i]! - from[i]!;
  const ways = new Uint8Array(Math.ceil(starts[rows]! / 4));
  let before = new Float64Array(0);
  for (let i = 0; i < rows; i++) {
    const begin = from[i]!;
    const width = to[i]! - begin;
    const row = new Float64Array(width);
    const above = i ? from[i - 1]! : 0;
    for (let j = 0; j < width; j++) {
      const column = begin + j;
      const cost = distance(one.values, i, other.values, column);
      const up = i ? (before[column - above] ?? Infinity) : Infinity;
      const diagonal = i ? (before[column - above - 1] ?? Infinity) : column * outside;
      const left = j ? row[j - 1]! : Infinity;
      let way = i ? DIAGONAL : START;
      let best = diagonal;
      if (up < best) [way, best] = [UP, up];
      if (left < best) [way, best] = [LEFT, left];
      row[j] = best + cost;
      const at = starts[i]! + j;
      ways[Math.floor(at / 4)]! |= way << ((at % 4) * 2);
    }
    before = row;
  }
  const first = new Int32Array(rows);
  const last = new Int32Array(rows).fill(-1);
  const cost = new Float32Array(rows);
  let column = from[rows - 1]!;
  let least = Infinity;
  for (const [j, sum] of before.entries()) {
    const end = from[rows - 1]! + j;
    const whole = sum + (other.count - 1 - end) * outside;
    if (whole < least) [least, column] = [whole, end];
  }
  for (let i = rows - 1; i >= 0;) {
    if (last[i]! < 0) last[i] = column;
    first[i] = column;
    cost[i]! += distance(one.values, i, other.values, column);
    const at = starts[i]! + column - from[i]!;
    const way = (ways[Math.floor(at / 4)]! >> ((at % 4) * 2)) & 3;
    if (way === START) break;
    if (way !== UP) column--;
    if (way !== LEFT) i--;
  }
  for (let i = 0; i < rows; i++) cost[i]! /= last[i]! - first[i]! + 1;
  return { first, last, cost };
}

function distance(a: Float32Array, i: number, b: Float32Array, j: number): number {
  let sum = 0;
  for (let k = 0, p = i * SIZE, q = j * SIZE; k < SIZE; k++, p++, q++) {
    const difference = a[p]! - b[q]!;
    sum += difference * difference;
  }
  return Math.sqrt(sum);
}

/** Of a frame, on average. */
export const costOf = ({ cost }: Path): number =>
  cost.reduce((sum, it) => sum + it, 0) / cost.length;
