/** Nothing is skipped, nothing is said twice, whatever the voice and the listener do. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Article } from '../../../src/core/article.js';
import { indexAt } from '../../../src/core/article.js';
import { wordsOf } from '../../../src/core/words.js';
import type { FakeUtterance, Script } from '../../fake-speech.js';
import { articleOf, reading, wordsIn } from './reading.js';

const FOUNDING = articleOf(
  readFileSync(new URL('../../../demo/article.txt', import.meta.url), 'utf8').trim(),
);

/** A small generator with a seed (mulberry32), so that a failure can be repeated. */
function random(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A voice that fails often, in every way that is not the end of it. */
function unsound(next: () => number, words: boolean): (utterance: FakeUtterance) => Script {
  let fatal = '';
  return ({ text }): Script => {
    // Who dies twice at one place may have been done: only `end` can tell.
    if (text === fatal) return { boundaries: words ? 'exact' : 'none' };
    fatal = text;
    const count = wordsOf(text).length;
    const boundaries = words
      ? (['exact', 'inside', 'before', 'sentences'] as const)[Math.floor(next() * 4)]!
      : ('none' as const);
    const base: Script = { boundaries, delay: 5 + next() * 200 };
    const after = Math.floor(next() * count);
    const errors = ['network', 'synthesis-failed', 'audio-busy', 'voice-unavailable'];
    const error = errors[Math.floor(next() * errors.length)]!;
    const fault = next();
    if (fault < 0.5) return base;
    if (fault < 0.55) return { ...base, delay: Infinity };
    if (fault < 0.6) return { ...base, after: -1, then: { error } };
    if (fault < 0.65 && !words) return { ...base, noEnd: true };
    if (fault < 0.7) return { ...base, end: 'twice' };
    if (fault < 0.8) return { ...base, after, then: 'stuck' };
    if (fault < 0.9) return { ...base, after, then: 'gone' };
    return { ...base, after, then: { error } };
  };
}

/**
 * A reading that is checked at every utterance and every word: each begins where the one before
 * ended. A voice that does not report words may say some again, and skips none.
 */
async function checked(
  article: Article,
  script: (utterance: FakeUtterance) => Script,
  exact: boolean,
) {
  const starts = article.blocks.flatMap((block) =>
    block.sentences.flatMap((sentence) => wordsOf(article.text, sentence)),
  );
  let expected = 0;
  let warm = false;
  const bases = new Map<FakeUtterance, number>();
  const it = reading(article, {
    script: (utterance) => {
      if (!warm) return { boundaries: 'none' };
      // What is spoken is the article's text from the place on.
      assert.ok(article.text.startsWith(utterance.text, it.player.offset), utterance.text);
      bases.set(utterance, it.player.offset);
      return script(utterance);
    },
    player: {
      onChange: () => {
        if (!it.player.position.sentence) expected = 0;
      },
    },
  });
  // The voice has once sent an `end`: who never did is believed to be done when it is silent.
  const [voice] = it.voices.voicesFor('ar');
  const { signal } = new AbortController();
  const said = it.speaker.say({ text: 'نعم', lang: 'ar', voice: voice!, rate: 1 }, { signal });
  await it.clock.advance(4000);
  await said;
  warm = true;
  const { heard } = it.synthesis;
  heard.length = 0;
  const push = heard.push.bind(heard);
  const problems: string[] = [];
  heard.push = (word) => {
    const offset = bases.get(word.utterance)! + word.index;
    const index = indexAt(starts, offset);
    const right = exact ? index === expected : index <= expected;
    if (!right) problems.push(`word ${index} (${word.text}) instead of ${expected}`);
    expected = index + 1;
    return push(word);
  };
  return {
    ...it,
    problems,
    /** The listener went elsewhere. */
    moved() {
      expected = indexAt(starts, it.player.offset);
    },
  };
}

describe('a whole article', () => {
  it('is read to its end, word by word', async () => {
    const it = reading(FOUNDING);
    it.player.play();
    await it.read();
    assert.deepEqual(it.heard(), wordsIn(FOUNDING));
    assert.deepEqual(it.shown, wordsIn(FOUNDING));
    assert.deepEqual(it.states, ['loading', 'playing', 'idle']);
    assert.ok(it.heard().length > 700);
  });

  for (let seed = 1; seed <= 8; seed++)
    it(`is read to its end by an unsound voice that reports words (seed ${seed})`, async () => {
      const it = await checked(FOUNDING, unsound(random(seed), true), true);
      it.player.play();
      for (let i = 0; i < 200; i++) {
        await it.read();
        if (it.player.playback.status === 'idle') break;
        assert.equal(it.player.playback.status, 'failed');
        it.player.play();
      }
      assert.deepEqual(it.problems, []);
      assert.deepEqual(it.heard(), wordsIn(FOUNDING));
    });

  for (let seed = 1; seed <= 4; seed++)
    it(`is read to its end by an unsound voice that does not (seed ${seed})`, async () => {
      const it = await checked(FOUNDING, unsound(random(seed), false), false);
      it.player.play();
      for (let i = 0; i < 200 && it.player.playback.status !== 'idle'; i++) {
        await it.read();
        it.player.play();
        await it.clock.advance(0);
        if (it.states.includes('idle')) break;
      }
      assert.deepEqual(it.problems, []);
      assert.ok(it.states.includes('idle'));
    });

  it('is read on at the right word, whatever the listener and the voice do', async () => {
    const article = articleOf(
      { text: 'عنوان أول.', kind: 'heading' },
      'واحد اثنان ثلاثة أربعة. خمسة ستة سبعة! ... ثمانية تسعة عشرة.',
      '—',
      { text: 'عنوان ثان', kind: 'heading' },
      'أحد عشر «اثنا عشر»، ثلاثة عشر. أربعة عشر؟',
      'نهاية.',
    );
    const operation = fc.oneof(
      { weight: 3, arbitrary: fc.nat(4000).map((ms) => ({ do: 'wait' as const, ms })) },
      { weight: 2, arbitrary: fc.constant({ do: 'play' as const }) },
      fc.nat(article.text.length + 5).map((offset) => ({ do: 'seek' as const, offset })),
      fc.nat(article.text.length + 5).map((offset) => ({ do: 'playFrom' as const, offset })),
      fc
        .constantFrom('sentence' as const, 'paragraph' as const, 'heading' as const)
        .chain((unit) =>
          fc.constantFrom({ do: 'next' as const, unit }, { do: 'previous' as const, unit }),
        ),
      fc.constantFrom(
        ...(['pause', 'refresh', 'repeat', 'stop', 'interrupt', 'hide', 'die'] as const).map(
          (name) => ({ do: name }),
        ),
      ),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(operation, { maxLength: 30 }),
        fc.integer(),
        async (operations, seed) => {
          const next = random(seed);
          const faulty = unsound(next, true);
          let sound = false;
          let dying = false;
          const it = await checked(
            article,
            (utterance) => {
              if (sound) return {};
              if (dying) return { after: 0, then: 'stuck' };
              return faulty(utterance);
            },
            true,
          );
          const { player } = it;
          for (const step of operations) {
            switch (step.do) {
              case 'wait':
                await it.clock.advance(step.ms);
                break;
              case 'play':
                player.play();
                break;
              case 'playFrom':
                player.play(step.offset);
                it.moved();
                break;
              case 'seek':
                player.seek(step.offset);
                it.moved();
                break;
              case 'next':
              case 'previous': {
                const before = player.position;
                player[step.do](step.unit);
                if (player.position !== before) it.moved();
                break;
              }
              case 'repeat':
                player.repeat();
                it.moved();
                break;
              case 'stop': {
                player.stop();
                const { length } = it.positions;
                const states = it.states.length;
                await it.clock.advance(next() * 20_000);
                assert.equal(it.positions.length, length);
                assert.equal(it.states.length, states);
                assert.equal(it.synthesis.speaking, false);
                break;
              }
              case 'interrupt':
                it.synthesis.interrupt('interrupted');
                break;
              case 'hide':
                it.clock.sleep(60_000);
                break;
              case 'die':
                // Every utterance is stuck at its first word: failed, or about to be.
                dying = true;
                player.refresh();
                await it.clock.advance(next() * 30_000);
                dying = false;
                break;
              default:
                player[step.do]();
            }
          }
          // A sound voice always gets to the end from wherever that was.
          sound = true;
          player.refresh();
          player.play();
          await it.read();
          if (player.playback.status === 'paused') {
            player.play();
            await it.read();
          }
          assert.deepEqual(it.problems, []);
          assert.equal(player.playback.status, 'idle');
          assert.equal(it.heard().at(-1), 'نهاية');
        },
      ),
      { numRuns: 300 },
    );
  });
});
