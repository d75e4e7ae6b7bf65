import { expect } from '@open-wc/testing';
import { systemClock } from '../../../src/speech/clock.js';
import { FailedVoices } from '../../../src/speech/failed-voices.js';
import { Player } from '../../../src/speech/player.js';
import { readAloud } from '../../../src/speech/read-aloud.js';
import { Speaker } from '../../../src/speech/speaker.js';
import { VoiceList } from '../../../src/speech/voice-list.js';
import { AS_WRITTEN } from '../../as-written.js';
import { installFakeSpeech } from '../../fake-speech.js';
import { articleOf, wordsIn } from '../../node/speech/reading.js';

const ARTICLE = articleOf('يقع المتحف في وسط المدينة. افتتح قبل عام.', 'يزوره الناس كل يوم.');

/** Resolves when the player is in one of these states. */
function read(player: { player: Player; states: string[] }, ...until: string[]): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      const { status } = player.player.playback;
      if (until.includes(status)) resolve();
      else setTimeout(look, 5);
    };
    look();
  });
}

function reader(article = ARTICLE) {
  const states: string[] = [];
  const shown: string[] = [];
  const player: Player = new Player({
    speaker: new Speaker(),
    voices: new VoiceList(),
    failed: new FailedVoices(),
    read: readAloud,
    ...AS_WRITTEN,
    onChange: () => {
      const { playback, position } = player;
      const state = playback.status === 'failed' ? playback.reason : playback.status;
      if (states.at(-1) !== state) states.push(state);
      const word = position.word && article.text.slice(position.word.start, position.word.end);
      if (word && shown.at(-1) !== word) shown.push(word);
    },
  });
  player.setArticle(article);
  return { player, states, shown };
}

describe('speech of the platform', () => {
  it('reads if there is an Arabic voice, and says so if there is none', async () => {
    const it = reader();
    it.player.play();
    expect(it.states).to.deep.equal(['loading']);
    await read(it, 'failed', 'playing');
    it.player.stop();
    // Chromium has no voices in this run; WebKitGTK has four for English; Firefox has the system's.
    const engine = /Chrom|Firefox|WebKit/.exec(navigator.userAgent.replace(/^.*(?=Chrom)/, ''))![0];
    const states = {
      Chrom: ['no-speech'],
      WebKit: ['no-voice'],
      Firefox: ['no-speech', 'playing'],
    };
    expect(states[engine as keyof typeof states]).to.include(it.states[1]);
  });

  it('is not asked by importing, only by using it', () => {
    const { getVoices } = speechSynthesis;
    let asked = 0;
    speechSynthesis.getVoices = () => (asked++, []);
    try {
      const wanted = new AbortController();
      const voices = new VoiceList(speechSynthesis, systemClock, () => wanted.signal);
      new Speaker();
      new Player({ voices });
      expect(asked).to.equal(0);
      expect(voices.size).to.equal(0);
      expect(asked).to.equal(1);
      wanted.abort();
    } finally {
      speechSynthesis.getVoices = getVoices;
      Reflect.deleteProperty(speechSynthesis, 'getVoices');
    }
  });

  it('reads with a voice put in its place, word by word, and pauses', async () => {
    const fake = installFakeSpeech(window);
    try {
      const it = reader();
      it.player.play();
      await new Promise((resolve) => setTimeout(resolve, 20));
      it.player.pause();
      const { length } = fake.synthesis.heard;
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(fake.synthesis.heard.length).to.equal(length);
      it.player.play();
      await read(it, 'idle', 'failed');
      expect(it.states.at(-1)).to.equal('idle');
      expect(fake.synthesis.heard.map(({ text }) => text)).to.deep.equal(wordsIn(ARTICLE));
      expect(it.shown).to.deep.equal(wordsIn(ARTICLE));
    } finally {
      fake.restore();
    }
    expect(String(window.speechSynthesis)).to.equal('[object SpeechSynthesis]');
  });

  it('falls silent when the page is left, and keeps the place', async () => {
    const fake = installFakeSpeech(window, { msPerWord: 50 });
    try {
      const it = reader();
      it.player.play();
      await read(it, 'playing');
      dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
      expect(it.player.playback.status).to.equal('paused');
      expect(fake.synthesis.speaking).to.equal(false);
      expect(it.player.position.sentence).to.deep.equal(ARTICLE.blocks[0]!.sentences[0]);
    } finally {
      fake.restore();
    }
  });
});
