/** What only a browser can tell: that pages read the same there, and that it trims the sound to the sample. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser } from 'puppeteer-core';
import { rollup } from 'rollup';
import { LoudnessMeter } from '../src/audio/loudness.js';
import { Mp3Encoder } from '../src/audio/mp3.js';
import { withPage } from '../src/input/page-globals.js';
import { typescript } from '../build.mjs';
import { readWhole } from './read-whole.js';

let browser: Browser;
let reading: string;

before(async () => {
  const bundle = await rollup({
    input: fileURLToPath(new URL('read-whole.ts', import.meta.url)),
    plugins: [typescript],
  });
  const { output } = await bundle.generate({ format: 'iife', name: 'page' });
  reading = output[0].code;
  const executablePath = execFileSync(
    'sh',
    ['-c', 'command -v chromium chromium-browser google-chrome | head -1'],
    { encoding: 'utf8' },
  ).trim();
  browser = await puppeteer.launch({ executablePath, args: ['--no-sandbox'] });
});
after(() => browser?.close());

describe('beside Chromium', () => {
  const pages = [
    'fixtures/odd-page.html',
    '../../test/fixtures/page/nasty.html',
    '../../test/fixtures/page/source-news.html',
    '../../test/fixtures/page/source-page.html',
  ];
  for (const name of pages)
    it(`reads the same of ${name.split('/').at(-1)}`, async () => {
      const html = readFileSync(new URL(name, import.meta.url), 'utf8').replace(
        /<script[^]*?<\/script>/g,
        '',
      );
      const page = await browser.newPage();
      await page.setViewport({ width: 1280, height: 800 });
      await page.setContent(html);
      const there = await page.evaluate(`${reading}; page.readWhole(document)`);
      await page.close();
      const here = withPage(html, 'https://example.org/', readWhole);
      assert.ok(here.length);
      assert.deepEqual(here, there);
    });

  it('plays an MP3 of ours from its first sample to its last', async () => {
    for (const [rate, length] of [
      [22_050, 50_001],
      [44_100, 30_000],
    ] as const) {
      // Words of sound and pauses between them, no two alike.
      const samples = Float32Array.from(
        { length },
        (_, i) =>
          0.4 *
          Math.sin((2 * Math.PI * i * (200 + i / 100)) / rate) *
          (Math.floor(i / 3000) % 3 ? 1 : 0),
      );
      const encoder = await Mp3Encoder.start(rate, 96);
      encoder.add(samples);
      const file = Buffer.from(encoder.finish()).toString('base64');
      const page = await browser.newPage();
      const played = (await page.evaluate(`(async () => {
        const bytes = Uint8Array.from(atob('${file}'), (it) => it.charCodeAt(0));
        const sound = await new OfflineAudioContext(1, 1, ${rate}).decodeAudioData(bytes.buffer.slice(0));
        const audio = new Audio(URL.createObjectURL(new Blob([bytes], { type: 'audio/mpeg' })));
        await new Promise((resolve) => (audio.onloadedmetadata = resolve));
        return { samples: [...sound.getChannelData(0)], duration: audio.duration };
      })()`)) as { samples: number[]; duration: number };
      await page.close();
      assert.equal(played.samples.length, length);
      assert.ok(Math.abs(played.duration - length / rate) < 0.03, `${played.duration}`);
      // Moved by a sample either way it would be less alike.
      const likeness = (by: number) => {
        let sum = 0;
        for (let i = 100; i < length - 100; i++) sum += samples[i]! * (played.samples[i + by] ?? 0);
        return sum;
      };
      for (const by of [-576, -40, -10, -1, 1, 10, 40, 576])
        assert.ok(likeness(0) > likeness(by), `${by}`);
      const loud = (them: Float32Array) => {
        const meter = new LoudnessMeter(rate);
        meter.add(them);
        return meter.integrated;
      };
      const change = loud(Float32Array.from(played.samples)) - loud(samples);
      assert.ok(Math.abs(change) < 0.3, `${change} LU`);
    }
  });
});
