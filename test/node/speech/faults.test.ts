/** What platform speech does wrong, by the numbers of src/speech/faults.md. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { traitsOf } from '../../../src/speech/speaker.js';
import { Speaker } from '../../../src/speech/speaker.js';
import { FakeSynthesis, fakeVoice, VirtualClock } from '../../fake-speech.js';
import {
  articleOf,
  asSynthesis,
  asUtterance,
  DESKTOP,
  reading,
  speakerOf,
  wordsIn,
} from './reading.js';

const TEXT = 'يقع المتحف في وسط المدينة. افتتح قبل عام واحد. يزوره الناس كل يوم.';
const ONE = articleOf(TEXT);
const LONG = articleOf(
  Array.from({ length: 60 }, (_, i) => `كلمة${i}${i % 12 === 11 ? '،' : ''}`).join(' ') + '.',
);
const ALL = wordsIn(ONE);
const remote = fakeVoice('Google العربية', 'ar', { localService: false });
const key = { uri: remote.voiceURI, name: remote.name, lang: 'ar' };
const byChoice = { delivery: () => ({ voice: key, rate: 1 }) };

describe('faults of platform speech', () => {
  it('1: a remote voice that falls silent after 14 s is never given that much', async () => {
    const it = reading(LONG, {
      voices: [remote],
      script: ({ text }) =>
        text.length * 65 > 14_000 ? { after: 20, then: 'stuck', boundaries: 'none' } : {},
      player: byChoice,
    });
    it.player.play();
    await it.read();
    assert.deepEqual(it.heard(), wordsIn(LONG));
    assert.ok(it.synthesis.spoken.length > 1);
    // Cut where a clause ends.
    assert.match(it.synthesis.spoken[0]!.text, /،$/);
  });

  it('1: at half the rate a remote voice is given half as much', async () => {
    const it = reading(LONG, {
      voices: [remote],
      player: { delivery: () => ({ voice: key, rate: 0.5 }) },
    });
    it.player.play();
    await it.read();
    assert.deepEqual(it.heard(), wordsIn(LONG));
    for (const { text } of it.synthesis.spoken) assert.ok(text.length <= 88, text);
  });

  it('2 and 5: pause() and resume() of the platform are never called', async () => {
    const it = reading(ONE);
    it.player.play();
    await it.read(3);
    it.player.pause();
    await it.clock.advance(600_000);
    assert.deepEqual(it.heard(), ALL.slice(0, 3));
    it.player.play();
    await it.read();
    assert.deepEqual(it.heard(), ALL);
    assert.equal(it.synthesis.calls.pause + it.synthesis.calls.resume, 0);
  });

  it('3: without word events the sentence is shown, and resuming begins it again', async () => {
    const it = reading(ONE, { script: () => ({ boundaries: 'none' }) });
    it.player.play();
    await it.read(7);
    assert.equal(it.player.position.word, null);
    assert.equal(it.at(it.player.position.sentence), 'افتتح قبل عام واحد.');
    it.player.pause();
    it.player.play();
    await it.read();
    assert.deepEqual(it.heard(), [...ALL.slice(0, 7), ...ALL.slice(5)]);
    assert.deepEqual(it.shown, []);
    assert.equal(it.speaker.reportsWords(it.voices.voicesFor('ar')[0]!), false);
  });

  /** 300 characters and more, of words that are all others; the clauses are short, or there are none. */
  const endless = (mark: string) =>
    Array.from(
      { length: 48 },
      (_, i) => `كلمة${'ابتث'.slice(0, i % 4)}${wordOf(i)}${i % 5 === 4 ? mark : ''}`,
    ).join(' ') + '.';
  const wordOf = (i: number) => String.fromCharCode(0x633 + (i % 8), 0x633 + (i >> 3));

  for (const [mark, voice] of [
    ['،', fakeVoice('Majed')],
    ['', fakeVoice('Majed')],
    ['،', fakeVoice('eSpeak Arabic', 'ar')],
    ['', fakeVoice('eSpeak Arabic', 'ar')],
    ['،', fakeVoice('Arabic', 'ar', { voiceURI: 'urn:moz-tts:speechd:Arabic?ar' })],
  ] as const)
    it(`3: without word events a long sentence gets on, however often it is paused (${voice.name} ${mark})`, async () => {
      const article = articleOf('جملة أولى هنا قبل ذلك كله.', endless(mark), 'نهاية.');
      const all = wordsIn(article);
      for (const [msPerCharacter, rest] of [
        [65, 4000],
        [120, 6000],
        [40, 3000],
      ] as const) {
        const it = reading(article, {
          voices: [voice],
          script: () => ({ boundaries: 'none', msPerCharacter }),
        });
        it.player.play();
        await it.read(5);
        let pauses = 0;
        while (pauses < 30) {
          await it.clock.advance(rest, () => it.player.playback.status === 'idle');
          if (it.player.playback.status === 'idle') break;
          it.player.pause();
          it.player.play();
          pauses++;
        }
        assert.equal(it.player.playback.status, 'idle', `${msPerCharacter}`);
        // Nothing is skipped, and each pause costs some words at most.
        let again = 0;
        let last = -1;
        for (const word of it.heard()) {
          const index = all.indexOf(word);
          assert.ok(index <= last + 1, `${word} after ${all[last]}`);
          if (index <= last) again += last + 1 - index;
          last = index;
        }
        assert.equal(last, all.length - 1);
        assert.ok(again / pauses < 12, `${again} words again in ${pauses} pauses`);
      }
    });

  it('3: a voice without word events that dies begins again where it began, by another voice too', async () => {
    const article = articleOf('جملة أولى هنا قبل ذلك كله.', endless(''), 'نهاية.');
    for (const then of ['stuck', 'gone'] as const) {
      const it = reading(article, {
        voices: [fakeVoice('One'), fakeVoice('Two')],
        script: ({ text, voice }) => ({
          boundaries: 'none',
          ...(text.length > 60 && voice!.name === 'One' && { after: 20, then }),
        }),
      });
      it.player.play();
      await it.read();
      const told = new Set(it.heard());
      assert.deepEqual(
        wordsIn(article).filter((word) => !told.has(word)),
        [],
      );
      // All of it by the one that can.
      const by = it.synthesis.heard.filter(({ utterance }) => utterance.voice!.name === 'Two');
      assert.deepEqual(
        by.map(({ text }) => text),
        wordsIn(article).slice(6),
      );
    }
  });

  it('3 and 21: sleep is no time in which a voice said anything', async () => {
    const article = articleOf('جملة أولى هنا قبل ذلك كله.', endless(''), 'نهاية.');
    const it = reading(article, { script: () => ({ boundaries: 'none' }) });
    it.player.play();
    await it.clock.advance(6000);
    it.clock.sleep(15_000);
    await it.clock.advance(600);
    it.player.pause();
    it.player.play();
    await it.read();
    const all = wordsIn(article);
    assert.deepEqual(
      all.filter((word) => !it.heard().includes(word)),
      [],
    );
  });

  it('3: whether a voice reports words is known only after it could have', async () => {
    const it = reading(ONE);
    const voice = it.voices.voicesFor('ar')[0]!;
    it.player.play();
    assert.equal(it.speaker.reportsWords(voice), undefined);
    await it.read(2);
    assert.equal(it.speaker.reportsWords(voice), true);
  });

  for (const boundaries of ['inside', 'before', 'back', 'sentences'] as const)
    it(`4: charIndex is wrong (${boundaries}): the word that holds it, and never back`, async () => {
      const it = reading(ONE, { script: () => ({ boundaries }) });
      it.player.play();
      await it.read();
      let at = -1;
      for (const { word } of it.positions) {
        if (!word) continue;
        assert.ok(word.start > at);
        at = word.start;
      }
      const known = boundaries === 'back' ? it.shown.filter((word) => ALL.includes(word)) : ALL;
      assert.deepEqual(it.shown, known);
      assert.deepEqual(it.heard(), ALL);
    });

  it('4: a voice that reports 0 for every word does not report words', async () => {
    const it = reading(ONE, { script: () => ({ boundaries: 'zero' }) });
    it.player.play();
    await it.read();
    assert.deepEqual(it.heard(), ALL);
    // Believed in the first sentence, while nothing else is known.
    assert.deepEqual(it.shown, [ALL[0]]);
  });

  it('5: paused by somebody else, it is paused; it goes on at the word', async () => {
    const it = reading(ONE);
    it.player.play();
    await it.read(6);
    it.synthesis.interrupt('pause');
    await it.clock.advance(0);
    assert.equal(it.player.playback.status, 'paused');
    await it.clock.advance(1000);
    it.player.play();
    await it.read();
    assert.deepEqual(it.heard(), ALL);
  });

  it('6 and 7: after cancel() it speaks later, deaf to events of what was cancelled', async () => {
    const it = reading(ONE);
    it.player.play();
    await it.read(2);
    for (let i = 0; i < 5; i++) it.player.refresh();
    await it.read(4);
    it.player.refresh();
    await it.read();
    assert.deepEqual(it.heard(), ALL);
    assert.deepEqual(it.states, ['loading', 'playing', 'idle']);
    // One for each utterance that was cut short; none for those that never began.
    assert.equal(it.synthesis.calls.cancel, 2);
  });

  it('8: an utterance is held until it settles', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    // Holds what it speaks no better than some engines do.
    class Careless extends FakeSynthesis {
      weak: WeakRef<object> | undefined;
      override speak(utterance: object) {
        this.weak = new WeakRef(utterance);
      }
    }
    const clock = new VirtualClock();
    const synthesis = new Careless({ clock });
    const it = reading(ONE, { synthesis, clock });
    it.player.play();
    for (let i = 0; i < 5; i++) {
      await clock.advance(10);
      await new Promise((resolve) => setTimeout(resolve, 1));
      collect();
    }
    assert.ok(synthesis.weak?.deref());
  });

  it('9: voices that come late, in parts, with no event', async () => {
    const it = reading(ONE, { voices: [] });
    it.player.play();
    await it.clock.advance(400);
    assert.equal(it.player.playback.status, 'loading');
    it.synthesis.setVoices([fakeVoice('Samantha', 'en-US')], false);
    await it.clock.advance(400);
    assert.equal(it.player.playback.status, 'loading');
    it.synthesis.setVoices([fakeVoice('Samantha', 'en-US'), fakeVoice('Majed')], false);
    await it.read();
    assert.deepEqual(it.heard(), ALL);
  });

  it('9: voices that come with an event, long after', async () => {
    const it = reading(ONE, { voices: [] });
    let changes = 0;
    it.voices.subscribe(() => changes++);
    assert.equal(it.voices.voicesFor('ar').length, 0);
    await it.clock.advance(20_000);
    it.synthesis.setVoices([fakeVoice('Majed')]);
    it.synthesis.setVoices([fakeVoice('Majed'), fakeVoice('Tarik')]);
    assert.equal(changes, 2);
    assert.equal(it.voices.voicesFor('ar-KW').length, 2);
  });

  it('10: no voices at all', async () => {
    const it = reading(ONE, { voices: [] });
    it.player.play();
    await it.read();
    assert.deepEqual(it.states, ['loading', 'failed:no-speech']);
    // The second time there is nothing to wait for.
    it.player.play();
    await it.clock.advance(0);
    assert.deepEqual(it.states.slice(2), ['loading', 'failed:no-speech']);
  });

  it('10: voices, none of which speaks the language', async () => {
    const it = reading(ONE, { voices: [fakeVoice('Samantha', 'en-US')] });
    it.player.play();
    await it.read();
    assert.deepEqual(it.states, ['loading', 'failed:no-voice']);
  });

  it('10: only an online voice, which nobody chose', async () => {
    const it = reading(ONE, { voices: [remote] });
    it.player.play();
    await it.read();
    assert.deepEqual(it.states, ['loading', 'failed:no-voice']);
    assert.equal(it.synthesis.calls.speak, 0);
  });

  it('10: no speech synthesis', async () => {
    const clock = new VirtualClock();
    const it = reading(ONE, { voices: [], clock });
    const bare = new Speaker(undefined, undefined, clock, DESKTOP);
    bare.begin();
    it.player.play();
    await it.read();
    assert.equal(it.states.at(-1), 'failed:no-speech');
  });

  it('11: a voice that is listed and never starts', async () => {
    const asked: string[] = [];
    const it = reading(ONE, {
      script: () => ({ delay: Infinity }),
      player: { onVoiceFailed: (reason) => (asked.push(reason), false) },
    });
    it.player.play();
    await it.read();
    assert.deepEqual(it.states, ['loading', 'failed:voice-failed']);
    assert.deepEqual(asked, ['voice-failed']);
    assert.equal(it.synthesis.calls.speak, 2);
  });

  it('11: another voice takes over at the same word', async () => {
    let voice = 'Majed';
    const it = reading(ONE, {
      voices: [fakeVoice('Majed'), fakeVoice('Tarik')],
      script: (utterance, nth) =>
        utterance.voice?.name === 'Majed' ? { after: nth ? 0 : 6, then: 'stuck' } : {},
      player: {
        delivery: () => ({ voice, rate: 1 }),
        onVoiceFailed: async () => ((voice = 'Tarik'), true),
      },
    });
    it.player.play();
    await it.read();
    assert.deepEqual(it.heard(), ALL);
    assert.deepEqual(it.states, ['loading', 'playing', 'idle']);
  });

  it('11: a hook that says yes and changes nothing does not make it try for ever', async () => {
    const it = reading(ONE, {
      script: () => ({ delay: Infinity }),
      player: { onVoiceFailed: () => true },
    });
    it.player.play();
    await it.read();
    assert.equal(it.states.at(-1), 'failed:voice-failed');
  });

  it('11: on Android a voice that is done in no time is not there', async () => {
    const traits = traitsOf(
      'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36',
    );
    const it = reading(ONE, { script: () => ({ instant: true }), traits });
    it.player.play();
    await it.read();
    assert.equal(it.states.at(-1), 'failed:voice-failed');
    assert.equal(it.player.offset, 0);
  });

  it('12: speak() is called before play() returns', async () => {
    let inHandler = false;
    const it = reading(ONE, { allowed: () => inHandler });
    inHandler = true;
    it.player.play();
    inHandler = false;
    assert.equal(it.synthesis.calls.speak, 1);
  });

  it('12: not allowed without a click; the next one reads', async () => {
    let allowed = false;
    const it = reading(ONE, { allowed: () => allowed });
    it.player.play();
    await it.read();
    assert.deepEqual(it.states, ['loading', 'failed:not-allowed']);
    allowed = true;
    it.player.play();
    await it.read();
    assert.deepEqual(it.heard(), ALL);
  });

  it('13: Safari gets its 125 ms between utterances, and only Safari', async () => {
    const safari =
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15';
    const it = reading(ONE, { gap: 125, traits: traitsOf(safari) });
    it.player.play();
    await it.read(2);
    it.player.refresh();
    await it.read();
    assert.deepEqual(it.heard(), ALL);
    assert.equal(
      traitsOf('Mozilla/5.0 (X11) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36').gap,
      0,
    );
    assert.equal(traitsOf('Mozilla/5.0 (X11; rv:140.0) Gecko/20100101 Firefox/140.0').gap, 0);
  });

  it('16: a voice that stops at & < > never meets them', async () => {
    const article = articleOf('شركة AT&T تقول <نعم> أو & لا. ثم انتهى.');
    const it = reading(article, { script: () => ({ reads: (text) => text.search(/[&<>]|$/) }) });
    it.player.play();
    await it.read();
    assert.deepEqual(it.heard(), 'شركة AT و T تقول نعم أو و لا ثم انتهى'.split(' '));
    // Shown are the words as they are written, each at its own place.
    assert.deepEqual(it.shown, 'شركة AT T تقول نعم أو لا ثم انتهى'.split(' '));
  });

  it('17: nothing starts once: tried again', async () => {
    const it = reading(ONE, { script: (_, nth) => (nth ? {} : { delay: Infinity }) });
    it.player.play();
    await it.read();
    assert.deepEqual(it.heard(), ALL);
  });

  it('17: stuck in the middle, again and again, but getting further', async () => {
    const it = reading(ONE, { script: (_, nth) => (nth < 4 ? { after: 2, then: 'stuck' } : {}) });
    it.player.play();
    await it.read();
    assert.deepEqual(it.heard(), ALL);
    assert.deepEqual(it.shown, ALL);
  });

  it('17: stuck at one word: failed, and the place is kept', async () => {
    let broken = true;
    const it = reading(ONE, {
      script: ({ text }) =>
        broken && text.includes('وسط')
          ? { after: text.split(' ').indexOf('وسط'), then: 'stuck' }
          : {},
    });
    it.player.play();
    await it.read();
    assert.equal(it.states.at(-1), 'failed:voice-failed');
    assert.equal(it.at(it.player.position.word), 'وسط');
    broken = false;
    it.player.play();
    await it.read();
    assert.deepEqual(it.heard(), ALL);
  });

  it('17: an `end` that never comes, of a voice that reports words', async () => {
    const it = reading(ONE, { script: () => ({ noEnd: true }) });
    it.player.play();
    await it.read();
    assert.deepEqual(it.heard(), ALL);
  });

  it('17: an `end` that never comes, of a voice that reports none', async () => {
    const it = reading(ONE, { script: () => ({ noEnd: true, boundaries: 'none' }) });
    it.player.play();
    await it.read(5);
    const { length } = ALL;
    const since = it.clock.now();
    await it.read(length);
    assert.deepEqual(it.heard(), ALL);
    // A lost event costs a second or so, not the time of a generous timer.
    assert.ok(it.clock.now() - since < 8000);
  });

  it('17: an `end` that never comes while the engine claims to speak', async () => {
    const it = reading(ONE, { script: () => ({ noEnd: true }) });
    Object.defineProperty(it.synthesis, 'speaking', { get: () => true, set: () => {} });
    it.player.play();
    await it.read();
    // The last word of each sentence is said again: it may not have been heard.
    const twice = ['المدينة', 'واحد', 'يوم'];
    assert.deepEqual(
      it.heard(),
      ALL.flatMap((word) => (twice.includes(word) ? [word, word] : [word])),
    );
    assert.deepEqual(it.shown, ALL);
    assert.equal(it.states.at(-1), 'idle');
  });

  it('18: leaving the page silences it and keeps the place', async () => {
    const target = new EventTarget();
    const { addEventListener } = globalThis;
    globalThis.addEventListener = target.addEventListener.bind(
      target,
    ) as typeof globalThis.addEventListener;
    try {
      const it = reading(ONE);
      it.player.play();
      await it.read(3);
      target.dispatchEvent(new Event('pagehide'));
      assert.equal(it.player.playback.status, 'paused');
      assert.equal(it.synthesis.speaking, false);
      // Back again, from the cache of whole pages.
      it.player.play();
      await it.read();
      target.dispatchEvent(new Event('pagehide'));
      assert.equal(it.player.playback.status, 'idle');
      assert.deepEqual(it.heard(), ALL);
    } finally {
      globalThis.addEventListener = addEventListener;
    }
  });

  it('18: one reader at a time speaks on a page; the other one pauses', async () => {
    const clock = new VirtualClock();
    const synthesis = new FakeSynthesis({ clock });
    const first = reading(ONE, { clock, synthesis });
    const second = reading(articleOf('هذا مقال آخر. وهو قصير.'), { clock, synthesis });
    first.player.play();
    await first.read(3);
    second.player.play();
    assert.equal(first.player.playback.status, 'paused');
    await second.read();
    assert.equal(first.player.playback.status, 'paused');
    first.player.play();
    await first.read();
    assert.equal(second.player.playback.status, 'idle');
    const { length } = wordsIn(second.player.article);
    assert.deepEqual([...first.heard().slice(0, 3), ...first.heard().slice(3 + length)], ALL);
  });

  it('18: of two that wait for what they need, the one that was asked last speaks', async () => {
    const clock = new VirtualClock();
    const synthesis = new FakeSynthesis({ clock });
    const first = reading(ONE, { clock, synthesis });
    const second = reading(articleOf('هذا مقال آخر. وهو قصير.'), { clock, synthesis });
    const wanted = [first, second].map(({ player }) => ({ player, signal: player.wait() }));
    assert.deepEqual(
      wanted.map(({ signal }) => signal.aborted),
      [true, false],
    );
    assert.equal(first.player.playback.status, 'paused');
    // What the first one needs comes later.
    for (const { player, signal } of wanted.reverse()) if (!signal.aborted) player.play();
    await second.read();
    assert.deepEqual(second.heard(), wordsIn(second.player.article));
    assert.equal(first.player.playback.status, 'paused');
  });

  it('18: whoever waits has the voice, and pausing, stopping and failing give it up', async () => {
    const it = reading(ONE);
    const other = reading(ONE, { clock: it.clock, synthesis: it.synthesis });
    other.player.play();
    await other.read(2);
    for (const give of ['pause', 'stop', 'fail'] as const) {
      const signal = it.player.wait();
      assert.equal(other.player.playback.status, 'paused');
      assert.equal(it.player.playback.status, 'loading');
      it.player[give]('no-voice');
      assert.ok(signal.aborted, give);
      other.player.play();
      await other.read(other.heard().length + 1);
      assert.equal(
        it.player.playback.status,
        { pause: 'paused', stop: 'idle', fail: 'failed' }[give],
      );
    }
  });

  it('18: what somebody left in the queue, speaking or paused, is cleared', async () => {
    const it = reading(ONE);
    it.synthesis.speaking = true;
    it.synthesis.paused = true;
    it.player.play();
    await it.read();
    assert.deepEqual(it.heard(), ALL);
  });

  it('19: a new rate holds from the current word', async () => {
    let rate = 1;
    const it = reading(ONE, { player: { delivery: () => ({ voice: null, rate }) } });
    it.player.play();
    await it.read(2);
    rate = 2;
    it.player.refresh();
    await it.read();
    assert.deepEqual(it.heard(), ALL);
    assert.deepEqual([...new Set(it.synthesis.spoken.map((utterance) => utterance.rate))], [1, 2]);
    assert.ok(it.synthesis.spoken[1]!.text.startsWith('في وسط'));
  });

  it('20: a muted tab: stopped at the first sentence that was not heard', async () => {
    let muted = false;
    const it = reading(articleOf(TEXT, TEXT, TEXT), {
      script: () => (muted ? { instant: true } : {}),
    });
    it.player.play();
    await it.read(6);
    muted = true;
    await it.read();
    assert.equal(it.states.at(-1), 'failed:silent');
    assert.equal(it.player.offset, ONE.blocks[0]!.sentences[2]!.start);
    muted = false;
    it.player.play();
    await it.read();
    assert.deepEqual(it.heard(), [...ALL, ...ALL, ...ALL]);
  });

  it('20: one sentence that a voice cannot say does not stop it', async () => {
    const it = reading(ONE, {
      script: ({ text }) => (text.startsWith('افتتح') ? { instant: true } : {}),
    });
    it.player.play();
    await it.read();
    assert.equal(it.states.at(-1), 'idle');
  });

  it('20: an article of one sentence that was not heard', async () => {
    const it = reading(articleOf('نعم يا سيدي.'), { script: () => ({ instant: true }) });
    it.player.play();
    await it.read();
    assert.deepEqual(it.states.slice(-1), ['failed:silent']);
  });

  for (const boundaries of ['exact', 'none'] as const)
    it(`21: after sleep it goes on (boundaries: ${boundaries})`, async () => {
      const it = reading(ONE, {
        script: (_, nth) => (nth ? { boundaries } : { after: 2, then: 'gone', boundaries }),
      });
      it.player.play();
      await it.read(2);
      it.clock.sleep(3_600_000);
      await it.read();
      const again = boundaries === 'none' ? ALL.slice(0, 2) : [];
      assert.deepEqual(it.heard(), [...again, ...ALL]);
    });

  it('22: a voice that vanished is replaced, without a word lost', async () => {
    const it = reading(ONE, {
      voices: [fakeVoice('Majed'), fakeVoice('Tarik')],
      script: (utterance, nth) =>
        utterance.voice?.name === 'Majed' && nth > 0
          ? { after: -1, then: { error: 'voice-unavailable' } }
          : {},
      player: { delivery: () => ({ voice: 'Majed', rate: 1 }) },
    });
    it.player.play();
    await it.read(5);
    it.synthesis.setVoices([fakeVoice('Tarik')], false);
    await it.read();
    assert.deepEqual(it.heard(), ALL);
    assert.equal(it.synthesis.spoken.at(-1)!.voice?.name, 'Tarik');
  });

  it('23: text-too-long: cut and go on', async () => {
    const it = reading(LONG, {
      script: ({ text }) =>
        text.length > 100 ? { after: -1, then: { error: 'text-too-long' } } : {},
    });
    it.player.play();
    await it.read();
    assert.deepEqual(it.heard(), wordsIn(LONG));
    assert.deepEqual(it.shown, wordsIn(LONG));
  });

  for (const error of ['interrupted', 'canceled'] as const)
    it(`24: ${error} is not a failure: somebody else speaks, and this pauses`, async () => {
      const it = reading(ONE);
      it.player.play();
      await it.read(4);
      it.synthesis.interrupt(error);
      await it.clock.advance(5000);
      assert.deepEqual(it.states, ['loading', 'playing', 'paused']);
      // Whoever interrupted is not interrupted in turn.
      assert.equal(it.synthesis.calls.cancel, 0);
      it.player.play();
      await it.read();
      assert.deepEqual(it.heard(), ALL);
    });

  it('24: interrupted before it began, as by a cancel of before: tried again', async () => {
    const it = reading(ONE, {
      script: (_, nth) => (nth ? {} : { after: -1, then: { error: 'interrupted' } }),
    });
    it.player.play();
    await it.read();
    assert.deepEqual(it.heard(), ALL);
  });

  for (const end of ['twice', 'first'] as const)
    it(`25: \`end\` comes ${end}`, async () => {
      const it = reading(ONE, { script: () => ({ end }) });
      it.player.play();
      await it.read();
      assert.deepEqual(it.heard(), ALL);
      assert.deepEqual(it.states, ['loading', 'playing', 'idle']);
    });

  for (const boundaries of ['exact', 'none'] as const)
    it(`26: paused by somebody else, and no event tells (${boundaries})`, async () => {
      const it = reading(ONE, { script: () => ({ boundaries }) });
      it.player.play();
      await it.read(6);
      it.synthesis.interrupt('hold');
      await it.clock.advance(3000);
      assert.equal(it.player.playback.status, 'paused');
      it.player.play();
      await it.read();
      // On at the word, or with the sentence.
      const on = boundaries === 'exact' ? 6 : 5;
      assert.deepEqual(it.heard(), [...ALL.slice(0, 6), ...ALL.slice(on)]);
      assert.deepEqual(it.states, ['loading', 'playing', 'paused', 'loading', 'playing', 'idle']);
    });

  it('26: paused by somebody else between two sentences', async () => {
    const it = reading(articleOf(TEXT, TEXT), { player: { pauseAfter: () => 1000 } });
    it.player.play();
    await it.read(ALL.length);
    await it.clock.advance(200);
    it.synthesis.interrupt('hold');
    await it.clock.advance(800 + 3000);
    assert.equal(it.player.playback.status, 'paused');
    it.player.play();
    await it.read();
    assert.deepEqual(it.heard(), [...ALL, ...ALL]);
  });

  it('an error in the middle: tried again from the word', async () => {
    const it = reading(ONE, {
      script: (_, nth) => (nth % 2 ? {} : { after: 1, then: { error: 'network' } }),
    });
    it.player.play();
    await it.read();
    assert.deepEqual(it.heard(), ALL);
  });

  it('an aborted request settles and leaves no timer behind', async () => {
    const clock = new VirtualClock();
    const synthesis = new FakeSynthesis({ clock });
    const it = reading(ONE, { clock, synthesis });
    await clock.advance(10_000);
    const voice = it.voices.voicesFor('ar')[0]!;
    await clock.advance(10_000);
    const control = new AbortController();
    const said = speakerOf(synthesis, clock).say(
      { text: TEXT, lang: 'ar', voice, rate: 1 },
      control,
    );
    await clock.advance(1000);
    control.abort();
    assert.deepEqual(await said, { status: 'aborted' });
    await clock.advance(100);
    assert.equal(clock.timers, 0);
    assert.ok(new Speaker(asSynthesis(synthesis), asUtterance));
  });
});
