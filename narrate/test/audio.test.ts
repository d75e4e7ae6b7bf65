import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Limiter, LoudnessMeter } from '../src/audio/loudness.js';
import { Mp3Encoder } from '../src/audio/mp3.js';
import { Sound } from '../src/audio/sound.js';

/** A sine of so many dB below full scale. */
const sine = (rate: number, seconds: number, db: number, hertz = 997) =>
  Float32Array.from(
    { length: Math.round(rate * seconds) },
    (_, i) => 10 ** (db / 20) * Math.sin((2 * Math.PI * hertz * i) / rate),
  );

const loudness = (rate: number, ...pieces: Float32Array[]) => {
  const meter = new LoudnessMeter(rate);
  for (const piece of pieces) meter.add(piece);
  return meter.integrated;
};

const isNear = (actual: number, expected: number, most: number) =>
  assert.ok(Math.abs(actual - expected) <= most, `${actual} is not ${expected} ± ${most}`);

describe('loudness by ITU-R BS.1770', () => {
  it('is that of the standard for a sine of 997 Hz, whatever the rate', () => {
    // One channel at full scale is -3.01 LUFS.
    for (const rate of [16_000, 22_050, 44_100, 48_000])
      isNear(loudness(rate, sine(rate, 5, 0)), -3.01, 0.05);
    isNear(loudness(48_000, sine(48_000, 5, -20)), -23.01, 0.05);
  });

  it('weighs low and high sound as the ear does', () => {
    const at = (hertz: number) => loudness(48_000, sine(48_000, 5, -20, hertz));
    assert.ok(at(40) < -27 && at(8000) > -20.5);
  });

  it('leaves pauses and what is far quieter out', () => {
    // EBU Tech 3341, test case 3, for one channel.
    const rate = 48_000;
    const parts = [sine(rate, 10, -36), sine(rate, 60, -20), sine(rate, 10, -36)];
    isNear(loudness(rate, ...parts), -23.01, 0.1);
    isNear(loudness(rate, sine(rate, 5, -20), new Float32Array(rate * 60)), -23.01, 0.3);
    assert.equal(loudness(rate, new Float32Array(rate * 3)), -Infinity);
  });

  it('is -16 LUFS of what is levelled, however it came and in whatever pieces', () => {
    for (const db of [-40, -26, -3]) {
      const sound = new Sound(22_050);
      const samples = sine(22_050, 4, db);
      for (let at = 0; at < samples.length; at += 777) sound.add(samples.subarray(at, at + 777));
      const out = [...sound.levelled()];
      assert.equal(
        out.reduce((sum, { length }) => sum + length, 0),
        samples.length,
      );
      // One that is very quiet is not made all of that: it would be its noise.
      isNear(loudness(22_050, ...out), Math.min(-16, db - 3.01 + 20), 0.1);
    }
  });

  it('turns a peak down and leaves what is far from it', () => {
    const rate = 22_050;
    const samples = sine(rate, 2, -20);
    samples[rate] = 0.9;
    const limiter = new Limiter(4, rate);
    const out = [...limiter.process(samples.subarray(0, rate - 3))];
    out.push(...limiter.process(samples.subarray(rate - 3)), ...limiter.finish());
    assert.equal(out.length, samples.length);
    assert.ok(out.every((value) => Math.abs(value) <= 10 ** (-1.5 / 20) + 1e-6));
    for (const at of [100, rate / 2, rate * 1.5])
      isNear(out[Math.floor(at)]!, samples[Math.floor(at)]! * 4, 1e-6);
  });
});

describe('MP3', () => {
  it('tells what stands before and behind its sound, to the sample, whatever the length', async () => {
    for (const [rate, frame] of [
      [22_050, 576],
      [16_000, 576],
      [44_100, 1152],
    ] as const)
      for (const length of [frame, frame * 7 + 1, frame * 7 - 1, frame * 20 - 576, rate]) {
        const encoder = await Mp3Encoder.start(rate, 48);
        const samples = sine(rate, 2, -10).subarray(0, length);
        encoder.add(samples.subarray(0, 300));
        encoder.add(samples.subarray(300));
        const file = Buffer.from(encoder.finish());
        const tag = file.indexOf('Info');
        const frames = file.readUInt32BE(tag + 8);
        const [one, two, three] = file.subarray(tag + 141, tag + 144);
        const delay = (one! << 4) | (two! >> 4);
        const padding = ((two! & 15) << 8) | three!;
        assert.equal(frames * frame - delay - padding, length);
        // A decoder is 529 late itself.
        assert.ok(delay === 576 && padding >= 529);
        assert.equal(file.readUInt32BE(tag + 12), file.length);
      }
  });

  it('is refused at a rate that the format does not have', async () => {
    await assert.rejects(Mp3Encoder.start(22_000, 64), RangeError);
  });
});
