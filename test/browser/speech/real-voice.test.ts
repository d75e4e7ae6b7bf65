/** With a voice of this machine; run by `--real-voice`. */
import { expect } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import { FailedVoices } from '../../../src/speech/failed-voices.js';
import { Player } from '../../../src/speech/player.js';
import { readAloud } from '../../../src/speech/read-aloud.js';
import { Speaker } from '../../../src/speech/speaker.js';
import type { Position } from '../../../src/core/playback.js';
import { VoiceList } from '../../../src/speech/voice-list.js';
import { AS_WRITTEN } from '../../as-written.js';
import { articleOf } from '../../node/speech/reading.js';

declare global {
  interface Window {
    /** Set by the test runner: this browser speaks. */
    __AR_REAL_VOICE__?: boolean;
  }
}

const ARTICLE = articleOf('يقع المتحف في وسط المدينة. افتتح قبل عام.', 'يزوره الناس كل يوم.');
const SENTENCES = ARTICLE.blocks.flatMap(({ sentences }) => [...sentences]);

function reader() {
  const states: string[] = [];
  const seen: Position[] = [];
  const listeners = new Set<() => void>();
  const player: Player = new Player({
    speaker: new Speaker(),
    voices,
    failed: new FailedVoices(),
    read: readAloud,
    ...AS_WRITTEN,
    // Fast, so that the test is; the voice is the same.
    delivery: () => ({ voice: null, rate: 2 }),
    onChange: () => {
      const { playback, position } = player;
      const state =
        playback.status === 'failed'
          ? `failed:${playback.reason}:${playback.message}`
          : playback.status;
      if (states.at(-1) !== state) states.push(state);
      if (seen.at(-1) !== position) seen.push(position);
      for (const listener of [...listeners]) listener();
    },
  });
  player.setArticle(ARTICLE);
  return {
    player,
    states,
    /** The sentences that were shown, in order, each once. */
    sentences: () =>
      seen.flatMap(({ sentence }, i) => {
        const before = seen[i - 1]?.sentence;
        return sentence && sentence.start !== before?.start ? [sentence] : [];
      }),
    /** Resolves when this is so after some change; rejects when reading failed. */
    until(condition: () => boolean): Promise<void> {
      return new Promise((resolve, reject) => {
        const look = () => {
          const failed = states.at(-1)?.startsWith('failed');
          if (!failed && !condition()) return;
          listeners.delete(look);
          if (failed) reject(new Error(states.join()));
          else resolve();
        };
        listeners.add(look);
        look();
      });
    },
  };
}

const voices = new VoiceList();

describe('a real Arabic voice', () => {
  before(async () => {
    // Chromium lets a page speak only after it was clicked (12).
    await sendMouse({ type: 'click', position: [5, 5] });
    expect(window.__AR_REAL_VOICE__).to.equal(true);
    // On a busy machine they come late, and thousands at a time.
    await new Promise<void>((resolve) => {
      const enough = () => voices.size > 13_000 && resolve();
      voices.subscribe(enough);
      enough();
    });
  });

  it('is one row of eSpeak on the device, of 13,362 voices', () => {
    const rows = voices.voicesFor('ar-KW');
    expect(rows.map(({ name, online, quality }) => ({ name, online, quality }))).to.deep.equal([
      { name: 'eSpeak', online: false, quality: 'robotic' },
    ]);
    expect(rows[0]!.voice.name).to.match(/^Arabic( espeak-ng)?$/);
  });

  it('reads all sentences in order, each for as long as it takes', async () => {
    const it = reader();
    const start = performance.now();
    it.player.play();
    await it.until(() => it.player.playback.status === 'idle');
    expect(it.states).to.deep.equal(['loading', 'playing', 'idle']);
    expect(it.sentences()).to.deep.equal(SENTENCES);
    expect(performance.now() - start).to.be.greaterThan(2000);
  });

  it('loses nothing by pausing: it goes on at the same sentence', async () => {
    const it = reader();
    it.player.play();
    await it.until(() => it.player.position.sentence?.start === SENTENCES[1]!.start);
    await it.until(() => it.player.playback.status === 'playing');
    it.player.pause();
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(speechSynthesis.speaking).to.equal(false);
    expect(it.player.position.sentence).to.deep.equal(SENTENCES[1]);
    it.player.play();
    await it.until(() => it.player.playback.status === 'idle');
    expect(it.states).to.deep.equal(['loading', 'playing', 'paused', 'loading', 'playing', 'idle']);
    expect(it.sentences()).to.deep.equal(SENTENCES);
  });

  it('goes to the next paragraph, to its first sentence, and back', async () => {
    const it = reader();
    it.player.play();
    await it.until(() => it.player.playback.status === 'playing');
    it.player.next('paragraph');
    expect(it.player.position.sentence).to.deep.equal(SENTENCES[2]);
    await it.until(() => it.player.playback.status === 'idle');
    it.player.play(SENTENCES[2]!.start);
    await it.until(() => it.player.playback.status === 'playing');
    it.player.previous();
    expect(it.player.position.sentence).to.deep.equal(SENTENCES[1]);
    it.player.stop();
    expect(it.states.at(-1)).to.equal('idle');
  });
});
