import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping';

const dist = new URL('../../../dist/', import.meta.url);
const read = (url: URL) => readFileSync(url, 'utf8');

/** Words of a chunk, or of a file in `dist/`, and the module that they come from. */
const FOUND: readonly [file: string, words: string, module: string][] = [
  // After templates that are written shorter.
  ['main', 'ResizeObserver', 'article-reader-toolbar.ts'],
  ['panels', 'article-reader-settings', 'panels.ts'],
  ['device', 'MediaMetadata', 'media-session.ts'],
  ['embedded-speech', 'espeak-ng-worker.js', 'voice-files.ts'],
  ['assets/tashkeel/worker.js', 'onmessage', 'worker.ts'],
  ['typefaces', 'sizeAdjust', 'typefaces.ts'],
];

const chunks = readdirSync(new URL('chunks/', dist)).map((file) => `chunks/${file}`);

describe('the source maps', () => {
  for (const [name, words, module] of FOUND)
    it(`lead from ${name} to ${module}`, () => {
      const file =
        chunks.find((chunk) => /(.+)-.{8}\.js$/.exec(chunk)?.[1] === `chunks/${name}`) ?? name;
      const code = read(new URL(file, dist));
      const at = code.indexOf(words);
      assert.notEqual(at, -1, `${words} is not there`);
      const lines = code.slice(0, at).split('\n');
      const map = new TraceMap(read(new URL(`${file}.map`, dist)));
      const column = lines.at(-1)!.length;
      const { source, line } = originalPositionFor(map, { line: lines.length, column });
      const url = new URL(source!, new URL(file, dist));
      assert.ok(url.pathname.endsWith(`/${module}`) && url.pathname.includes('/src/'), source!);
      assert.match(read(url).split('\n')[line! - 1]!, new RegExp(words), `${source}:${line}`);
    });
});
