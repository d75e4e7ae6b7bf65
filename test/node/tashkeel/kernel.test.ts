import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { kernel } from '../../../scripts/build-kernel.mjs';
import { codeOf, Code, UNKNOWN } from '../../../src/arabic/tashkeel/letters.js';
import { readNets } from '../../../src/arabic/tashkeel/net.js';
import { plain } from '../../../src/arabic/tashkeel/kernel.js';
import { compiled, fastest } from '../../../src/diacritizer/compiled-kernel.js';

const root = new URL('../../../', import.meta.url);

let seed = 7;
const random = () => (seed = (Math.imul(seed, 1103515245) + 12345) >>> 0) / 2 ** 32 - 0.5;
const matrix = (rows: number, columns: number) => ({
  rows,
  columns,
  weights: Int8Array.from({ length: rows * columns }, () => random() * 255),
  scales: Float32Array.from({ length: rows }, () => 0.01 + Math.abs(random()) / 50),
  bias: Float32Array.from({ length: rows }, random),
});

function near(one: Float32Array, other: Float32Array) {
  assert.equal(one.length, other.length);
  one.forEach((value, i) =>
    assert.ok(Math.abs(value - other[i]!) < 1e-3, `${i}: ${value}, ${other[i]}`),
  );
}

describe('products of matrices', () => {
  it('are put together from their source', async () => {
    const kept = readFileSync(new URL('src/diacritizer/kernel-code.ts', root), 'utf8');
    assert.equal(
      (await kernel()).replace(/\s/g, ''),
      kept.replace(/\s/g, ''),
      'npm run build:kernel',
    );
  });

  it('are the same compiled and plain, of every shape', () => {
    const one = compiled();
    for (const [rows, columns] of [
      [1, 1],
      [8, 8],
      [15, 6],
      [16, 3],
      [24, 40],
      [9, 129],
    ] as const)
      // prettier-ignore
      for (const length of [1, 2, 5, 6, 7, 13, 64]) {
        const it = matrix(rows, columns);
        const x = Float32Array.from({ length: length * columns }, random);
        near(one.product(it)(x, length), plain.product(it)(x, length));
      }
    for (const width of [4, 8, 24])
      for (const dilation of [1, 2, 4])
        for (const length of [1, 3, 6, 30]) {
          const taps = [matrix(width, width), matrix(width, width), matrix(width, width)];
          const x = Float32Array.from({ length: length * width }, random);
          near(one.convolution(taps, dilation)(x), plain.convolution(taps, dilation)(x));
        }
  });

  it('leave what was multiplied before as it is, while memory grows', () => {
    const { product } = compiled();
    const first = product(matrix(8, 8));
    const x = Float32Array.from({ length: 8 }, random);
    const before = first(x, 1);
    const kept = Float32Array.from(before);
    product(matrix(512, 512))(new Float32Array(512 * 40), 40);
    assert.deepEqual(before, kept);
    assert.deepEqual(first(x, 1), kept);
  });

  it('find the same marks in the founding article', () => {
    const weights = readFileSync(new URL('src/assets/tashkeel/tashkeel.bin', root));
    const text = readFileSync(new URL('demo/article.txt', root), 'utf8');
    const codes = Uint8Array.from([...text].map(codeOf)).filter((code) => code !== Code.Unseen);
    const [one, other] = [readNets(weights, compiled()), readNets(weights, plain)];
    for (let at = 0; at < codes.length; at += 300) {
      const passage = codes.subarray(at, at + 300);
      const hints = new Uint8Array(passage.length).fill(UNKNOWN);
      const best = (chances: Float32Array) =>
        Array.from({ length: passage.length }, (_, t) => {
          const row = [...chances.subarray(t * UNKNOWN, (t + 1) * UNKNOWN)];
          return row.indexOf(Math.max(...row));
        });
      assert.deepEqual(best(one(passage, hints)), best(other(passage, hints)));
    }
  });

  it('are plain where code may not be compiled, or has not all that it takes', () => {
    const { Module } = WebAssembly;
    assert.notEqual(fastest(), plain);
    try {
      WebAssembly.Module = class {
        constructor() {
          throw new WebAssembly.CompileError('refused by the policy');
        }
      } as unknown as typeof Module;
      assert.equal(fastest(), plain);
    } finally {
      WebAssembly.Module = Module;
    }
    const whole = globalThis.WebAssembly;
    try {
      delete (globalThis as Partial<typeof globalThis>).WebAssembly;
      assert.equal(fastest(), plain);
    } finally {
      globalThis.WebAssembly = whole;
    }
  });
});
