import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping';

const cdn = new URL('../../../dist/cdn/', import.meta.url);
const read = (url: URL) => readFileSync(url, 'utf8');

/** Words of a file in `dist/cdn/`, and the module that they come from. */
const FOUND: readonly [file: string, words: string, module: string][] = [
  // After templates that are written shorter.
  ['article-reader.js', 'ResizeObserver', 'article-reader-toolbar.ts'],
  ['article-reader-panels.js', 'article-reader-settings', 'panels.ts'],
  ['article-reader-listening.js', 'MediaMetadata', 'media-session.ts'],
  // Not by the address that it has in the source: the voice lies elsewhere.
  ['article-reader-embedded-speech.js', 'espeak-ng-worker.js', 'voice-files.ts'],
  ['tashkeel/worker.js', 'onmessage', 'worker.ts'],
  ['article-reader.iife.js', 'sizeAdjust', 'typefaces.ts'],
];

describe('the source maps', () => {
  for (const [file, words, module] of FOUND)
    it(`lead from ${file} to ${module}`, () => {
      const code = read(new URL(file, cdn));
      const at = code.indexOf(words);
      assert.notEqual(at, -1, `${words} is not there`);
      const lines = code.slice(0, at).split('\n');
      const map = new TraceMap(read(new URL(`${file}.map`, cdn)));
      const column = lines.at(-1)!.length;
      const { source, line } = originalPositionFor(map, { line: lines.length, column });
      const url = new URL(source!, new URL(file, cdn));
      assert.ok(url.pathname.endsWith(`/${module}`) && url.pathname.includes('/src/'), source!);
      assert.match(read(url).split('\n')[line! - 1]!, new RegExp(words), `${source}:${line}`);
    });
});
