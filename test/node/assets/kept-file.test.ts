import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { keptFile } from '../../../src/assets/kept-file.js';

const { fetch } = globalThis;

/** Answers with these chunks. */
function answer(chunks: readonly number[][], headers: Record<string, string>, status = 200): void {
  globalThis.fetch = () =>
    Promise.resolve(
      new Response(
        new ReadableStream({
          start(controller) {
            for (const chunk of chunks) controller.enqueue(new Uint8Array(chunk));
            controller.close();
          },
        }),
        { headers, status },
      ),
    );
}

async function load(): Promise<{ bytes: number[]; told: number[] }> {
  const told: number[] = [];
  const bytes = await keptFile('https://example.org/file', (fraction) => told.push(fraction));
  return { bytes: [...new Uint8Array(bytes)], told };
}

describe('a large file', () => {
  afterEach(() => {
    globalThis.fetch = fetch;
  });

  it('tells how much of it has come, and is whole', async () => {
    answer([[1], [2, 3], [4]], { 'content-length': '4' });
    assert.deepEqual(await load(), { bytes: [1, 2, 3, 4], told: [0.25, 0.75, 1] });
  });

  it('tells nothing where it does not say how long it is, or comes packed', async () => {
    answer([[1, 2], [3]], {});
    assert.deepEqual(await load(), { bytes: [1, 2, 3], told: [] });
    answer([[1, 2], [3]], { 'content-length': '2', 'content-encoding': 'br' });
    assert.deepEqual(await load(), { bytes: [1, 2, 3], told: [] });
  });

  it('is whole, in order, where it is longer than it says', async () => {
    answer([[1], [2, 3, 4], [5]], { 'content-length': '2' });
    assert.deepEqual(await load(), { bytes: [1, 2, 3, 4, 5], told: [0.5] });
  });

  it('fails where a server answers that it has none', async () => {
    answer([], {}, 404);
    await assert.rejects(load(), (error) => !(error instanceof TypeError));
  });
});
