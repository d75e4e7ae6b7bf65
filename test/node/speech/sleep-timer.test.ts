import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SleepTimer } from '../../../src/speech/sleep-timer.js';
import { VirtualClock } from '../../fake-speech.js';
import { articleOf, reading } from './reading.js';

const ARTICLE = articleOf('جملة أولى هنا. جملة ثانية هنا.', 'فقرة أخرى.', 'فقرة ثالثة.');

function started() {
  const clock = new VirtualClock();
  const timer = new SleepTimer(() => clock.now());
  const it = reading(ARTICLE, {
    clock,
    script: () => ({ delay: 0, msPerWord: 3000 }),
    player: { pausesBefore: (next, last) => timer.pausesBefore(next, last) },
  });
  return { ...it, timer };
}

describe('the sleep timer', () => {
  it('pauses at the end of the sentence when the minutes are over, and goes on after it', async () => {
    const it = started();
    it.timer.time = 0.1;
    it.player.play();
    await it.read();
    assert.equal(it.player.playback.status, 'paused');
    assert.deepEqual(it.heard(), ['جملة', 'أولى', 'هنا']);
    assert.equal(it.timer.time, null);
    it.player.play();
    await it.read();
    assert.deepEqual(it.heard().slice(3, 5), ['جملة', 'ثانية']);
    assert.equal(it.player.playback.status, 'idle');
  });

  it('pauses at the end of the paragraph, once', async () => {
    const it = started();
    it.timer.time = 'paragraph';
    it.player.play();
    await it.read();
    assert.deepEqual([it.heard().length, it.player.playback.status], [6, 'paused']);
    it.player.play();
    await it.read();
    assert.deepEqual([it.heard().length, it.player.playback.status], [10, 'idle']);
  });

  it('forgets minutes that ran out while nothing was read, and keeps those that did not', async () => {
    const { timer, clock } = started();
    timer.time = 1;
    await clock.advance(59_000);
    timer.begin();
    assert.equal(timer.time, 1);
    await clock.advance(1000);
    timer.begin();
    assert.equal(timer.time, null);
  });

  it('is not left for the next listening by a paragraph that was the last', async () => {
    const { timer } = started();
    timer.time = 'paragraph';
    timer.end();
    assert.equal(timer.time, null);
    timer.time = 1;
    timer.end();
    assert.equal(timer.time, 1);
  });

  it('takes no minutes that are none', () => {
    const { timer } = started();
    for (const minutes of [0, -1, NaN]) assert.throws(() => (timer.time = minutes), RangeError);
    assert.equal(timer.time, null);
  });
});
