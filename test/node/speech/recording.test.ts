/** A recording in the place of the voice: tied by words, and what is said where it cannot read. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Article } from '../../../src/core/article.js';
import type { RecordingNotice } from '../../../src/core/recording.js';
import { readAloud } from '../../../src/speech/read-aloud.js';
import {
  readGuidedNavigation,
  type RecordedText,
} from '../../../src/speech/recording/guided-navigation.js';
import { readRecording } from '../../../src/speech/recording/play-recording.js';
import { RecordedArticle } from '../../../src/speech/recording/recorded-article.js';
import { sameWords } from '../../../src/speech/recording/same-words.js';
import type { Ending, Part, SoundListener } from '../../../src/speech/recording/sound.js';
import { record, type GuidedNode } from '../../recording.js';
import { VirtualClock } from '../../fake-speech.js';
import { articleOf, reading, wordsIn } from './reading.js';

const BASE = 'https://example.org/narration/story.json';

const recordingOf = (article: Article): RecordedText =>
  readGuidedNavigation(record(article, 'story.mp3').json, BASE);

describe('what two lists of words have in common', () => {
  const words = fc.array(fc.constantFrom(...'ابتثجحخ'), { maxLength: 40 });

  it('rises, and is the same', () => {
    fc.assert(
      fc.property(words, words, (one, other) => {
        let last = -1;
        sameWords(one, other).forEach((place, i) => {
          if (place < 0) return;
          assert.equal(one[i], other[place]);
          assert.ok(place > last);
          last = place;
        });
      }),
    );
  });

  it('is all of a list in one that has it and more', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(), { maxLength: 60 }),
        fc.array(fc.nat(59)),
        (all, cuts) => {
          const other = all.map(String);
          const one = other.filter((_, i) => !cuts.includes(i));
          assert.ok(sameWords(one, other).every((place) => place >= 0));
        },
      ),
    );
  });

  it('of books is found in little time and memory', () => {
    // Every other word is one of twelve, and each paragraph in ten is another one.
    const book = Array.from({ length: 100_000 }, (_, i) =>
      i % 2 ? `في${(i * 7) % 12}` : `كلمة${(i * 7919) % 30_011}`,
    );
    const edited = book.map((word, i) => (Math.floor(i / 100) % 10 === 3 ? `جديد${i}` : word));
    const begun = performance.now();
    const same = sameWords(book, edited);
    assert.ok(performance.now() - begun < 3000);
    assert.ok(same.filter((place) => place >= 0).length > 89_000);
  });
});

describe('a Guided Navigation document', () => {
  const article = articleOf('عنوان قصير.', 'قال الوزير إن العمل بدأ. وأضاف أنه يسير.');

  it('says the sound, whose voice it is, and when which word is said', () => {
    const recorded = recordingOf(article);
    assert.equal(recorded.sound, 'https://example.org/narration/story.mp3');
    assert.equal(recorded.voice, 'ليلى');
    assert.deepEqual(
      [...recorded.words],
      wordsIn(article).map((it) => it.replace('ٌ', '')),
    );
    assert.equal(recorded.from[2], 1.1);
    assert.equal(recorded.epub, null);
  });

  it('may know sentences alone, and when each begins', () => {
    const { json } = record(article, 'story.mp3');
    const strip = (node: GuidedNode): GuidedNode =>
      node.audioref
        ? { text: node.text, audioref: node.audioref.replace(/,.*/, '') }
        : { ...node, children: node.children!.map(strip) };
    const recorded = readGuidedNavigation({ ...json, guided: json.guided.map(strip) }, BASE);
    const tied = new RecordedArticle(article, recorded);
    assert.equal(tied.agreement, 1);
    const [, block] = article.blocks;
    const stretch = tied.stretchOf(block!.sentences[0]!)!;
    assert.deepEqual([recorded.from[stretch.first], recorded.to[stretch.last]], [1.1, 2.7]);
    assert.equal(tied.wordOf(stretch.first), null);
  });

  it('offers no address that a page must not lead to', () => {
    const { json } = record(article, 'story.mp3');
    const links = [...json.links, { href: 'javascript:alert(1)', type: 'application/epub+zip' }];
    assert.equal(readGuidedNavigation({ ...json, links }, BASE).epub, null);
    const own = [...json.links, { href: 'story.epub', type: 'application/epub+zip' }];
    assert.equal(
      readGuidedNavigation({ ...json, links: own }, BASE).epub,
      'https://example.org/narration/story.epub',
    );
    const script = record(article, 'javascript:alert(1)').json;
    assert.throws(() => readGuidedNavigation(script, BASE), /no words/);
  });

  it('is refused where times run backwards, where it is too deep, and where it is none', () => {
    const leaf = (from: number, to: number) => ({
      text: 'كلمة',
      audioref: `a.mp3#t=${from},${to}`,
    });
    const read =
      (...guided: object[]) =>
      () =>
        readGuidedNavigation({ guided }, BASE);
    assert.throws(read(leaf(1, 2), leaf(0.5, 3)), /backwards/);
    assert.throws(read(leaf(2, 1)), /backwards/);
    assert.throws(read(leaf(NaN, 1)), /backwards/);
    assert.doesNotThrow(read(leaf(1, 2), leaf(0.99, 3)));
    let deep: object = leaf(0, 1);
    for (let i = 0; i < 100_000; i++) deep = { children: [deep] };
    assert.throws(read(deep), /too deep/);
    for (const none of [null, 7, 'نص', [], {}, { guided: [] }, { guided: [{ text: 'نص' }] }])
      assert.throws(() => readGuidedNavigation(none, BASE), /no /);
  });
});

describe('an article that was edited since it was recorded', () => {
  const before = articleOf(
    'قال الوزير إن العمل بدأ اليوم في المدن.',
    'وأضاف المدير أن النتائج جيدة حتى الآن. ثم شكر الحضور.',
    'وفي الختام انصرف الجميع إلى بيوتهم.',
  );
  const recorded = recordingOf(before);

  it('keeps what agrees, with vowel marks or without, and knows what is new', () => {
    const after = articleOf(
      'قَالَ الوَزِيرُ إن العمل بدأ أمس في المدن.',
      'وهذه فقرة أضيفت بعد التسجيل بيوم كامل.',
      'وأضاف المدير أن النتائج جيدة حتى الآن.',
      'وفي الختام انصرف الجميع إلى منازلهم.',
    );
    const tied = new RecordedArticle(after, recorded);
    const stretches = after.blocks.map(({ sentences }) => tied.stretchOf(sentences[0]!));
    assert.deepEqual(
      stretches.map((it) => it && [it.first, it.last].map((place) => recorded.words[place])),
      // What was said for the words that changed is played with the rest.
      [['قال', 'المدن'], null, ['وأضاف', 'الآن'], ['وفي', 'بيوتهم']],
    );
    const at = after.text.indexOf('أمس');
    assert.equal(tied.wordOf(5), null);
    assert.equal(recorded.words[tied.placeFrom(at)], 'في');
  });

  it('is another article where few words agree', () => {
    const other = articleOf(
      'في الصباح شربت القهوة على الشرفة. ثم قرأت كتابا عن البحر والسفن القديمة.',
    );
    assert.ok(new RecordedArticle(other, recorded).agreement < 0.3);
    // A part of it is no other article.
    const part = articleOf('وأضاف المدير أن النتائج جيدة حتى الآن. ثم شكر الحضور.');
    assert.equal(new RecordedArticle(part, recorded).agreement, 1);
  });
});

/** A sound on the clock of a test; what it plays, and how that ends where it does not go well. */
class FakeSound {
  readonly played: [from: number, to: number, rate: number][] = [];
  time = 0;
  ending: (part: Part) => { readonly at: number; readonly how: Ending } | undefined = () =>
    undefined;

  constructor(readonly clock: VirtualClock) {}

  play(part: Part, rate: number, listener: SoundListener, signal: AbortSignal): Promise<Ending> {
    if (!(this.time >= part.since && this.time < part.until)) this.time = part.from;
    this.played.push([this.time, part.to, rate]);
    return new Promise((resolve) => {
      const end = this.ending(part);
      const look = () => {
        if (signal.aborted) return resolve('paused');
        if (end && this.time >= end.at) return resolve(end.how);
        const next = Math.min(listener.onTime(this.time), part.to, end?.at ?? Infinity);
        if (signal.aborted) return resolve('paused');
        if (this.time >= part.to) return resolve('ended');
        const ms = ((next - this.time) * 1000) / rate;
        this.clock.setTimeout(() => {
          if (!signal.aborted) this.time = next;
          look();
        }, ms);
      };
      this.clock.setTimeout(() => {
        if (!signal.aborted) listener.onStart();
        look();
      }, 10);
    });
  }
}

describe('reading by a recording', () => {
  const recordedArticle = articleOf(
    'عنوان المقال.',
    'قال الوزير إن العمل بدأ. وأضاف أنه يسير.',
    'وفي الختام شكر الحضور.',
  );
  const text = wordsIn(recordedArticle);

  function recordedReading(article: Article, options: Parameters<typeof reading>[1] = {}) {
    const clock = new VirtualClock();
    const sound = new FakeSound(clock);
    const notices: RecordingNotice[] = [];
    const state = { reads: true, skipsNew: false };
    const recorded = recordingOf(recordedArticle);
    let tied: RecordedArticle | undefined;
    const recording = {
      recorded,
      sound,
      isSounding: true,
      get reads() {
        return state.reads;
      },
      get skipsNew() {
        return state.skipsNew;
      },
      tie(article: Article) {
        if (tied?.article !== article) tied = new RecordedArticle(article, recorded);
        return tied.agreement < 0.5 ? null : tied;
      },
      pauseAfter: () => 0,
      onTurn(sounds: boolean) {
        recording.isSounding = sounds;
      },
      onNotice: (notice: RecordingNotice) => void notices.push(notice),
    };
    const read = readRecording(recording, readAloud);
    const made = reading(article, { ...options, clock, player: { ...options.player, read } });
    return { ...made, sound, notices, state };
  }

  it('shows each word at its time, and says nothing by a voice', async () => {
    const { player, read, sound, shown, heard, states, notices } = recordedReading(recordedArticle);
    player.play();
    await read();
    assert.deepEqual(shown, text);
    assert.deepEqual(heard(), []);
    assert.deepEqual(states, ['loading', 'playing', 'idle']);
    assert.deepEqual(notices, []);
    // One sentence leads to the next one: the sound is not moved.
    const moves = sound.played.filter(([from], i) => i && from !== sound.played[i - 1]![1]);
    assert.deepEqual(moves, []);
  });

  it('pauses and goes on in the middle of a word, seeks, and stops where the selection does', async () => {
    const { clock, player, read, sound, shown } = recordedReading(recordedArticle);
    player.play();
    await clock.advance(1500);
    player.pause();
    const { time } = sound;
    player.play();
    await clock.advance(100);
    assert.equal(sound.played.at(-1)![0], time);
    player.seek(recordedArticle.text.indexOf('أنه'));
    await read();
    assert.deepEqual(shown.slice(-6), ['أنه', 'يسير', 'وفي', 'الختام', 'شكر', 'الحضور']);

    shown.length = 0;
    const start = recordedArticle.text.indexOf('إن');
    player.play({ start, end: start + 'إن العمل'.length });
    await read();
    assert.deepEqual(shown, ['إن', 'العمل']);
  });

  const edited = articleOf(
    'عنوان المقال.',
    'قال الوزير إن العمل بدأ. وأضاف أنه يسير.',
    'هذه فقرة جديدة تماما. وفيها جملتان.',
    'وفي الختام شكر الحضور.',
  );

  it('has a live voice read what is new, in its place, and says so', async () => {
    const { player, read, shown, heard, notices } = recordedReading(edited);
    player.play();
    await read();
    assert.equal(heard().join(' '), 'هذه فقرة جديدة تماما وفيها جملتان');
    assert.deepEqual(shown, wordsIn(edited));
    assert.deepEqual([...new Set(notices)], ['new-text']);
  });

  it('passes over it where that is set, or where no voice can read it', async () => {
    for (const isSet of [true, false]) {
      const made = recordedReading(edited, isSet ? {} : { voices: [] });
      made.state.skipsNew = isSet;
      made.player.play();
      await made.read();
      assert.deepEqual(made.heard(), []);
      assert.deepEqual(made.shown, text);
      assert.equal(made.notices.at(-1), 'new-text-skipped');
      assert.equal(made.player.playback.status, 'idle');
    }
  });

  it('ends in live speech from the same word, whatever happens to the sound', async () => {
    for (const how of ['unreachable', 'unplayable', 'broken', 'refused'] as const) {
      const { player, read, sound, shown, heard, notices, states } =
        recordedReading(recordedArticle);
      sound.ending = ({ to }) => (to > 1.8 ? { at: 2, how } : undefined);
      player.play();
      await read();
      assert.equal(heard().join(' '), text.slice(4).join(' '));
      assert.deepEqual(
        shown.filter((word, i) => word !== shown[i - 1]),
        text,
      );
      assert.deepEqual(notices, [how]);
      assert.deepEqual(states, ['loading', 'playing', 'loading', 'playing', 'idle']);
    }
  });

  it('reads another article live from its beginning, and says so', async () => {
    const other = articleOf('في الصباح شربت القهوة. ثم قرأت كتابا عن البحر.');
    const { player, read, heard, notices } = recordedReading(other);
    player.play();
    await read();
    assert.deepEqual(heard(), wordsIn(other));
    assert.deepEqual(notices, ['other-article']);
  });

  it('gives way to a voice that is chosen, and takes over again, at the same word', async () => {
    const { clock, player, read, state, shown, heard } = recordedReading(recordedArticle);
    player.play();
    await clock.advance(1500);
    state.reads = false;
    player.refresh();
    await clock.advance(1200);
    assert.equal(heard()[0], 'الوزير');
    const before = heard().length;
    state.reads = true;
    player.refresh();
    await read();
    assert.deepEqual(
      shown.filter((word, i) => word !== shown[i - 1]),
      text,
    );
    assert.ok(heard().length <= before + 1);
  });

  it('pauses where the sleep timer says, and skips what is not to be read', async () => {
    const { player, read, shown, at } = recordedReading(recordedArticle, {
      player: {
        skips: ({ start }) => start === 0,
        pausesBefore: (next, last) => next.block !== last.block,
      },
    });
    player.play();
    await read();
    assert.equal(player.playback.status, 'paused');
    assert.deepEqual(shown, text.slice(2, 10));
    assert.equal(at(player.position.sentence), 'وأضاف أنه يسير.');
  });

  it('goes on where it is when the article changes under it', async () => {
    const { clock, player, read, shown, heard } = recordedReading(recordedArticle);
    player.play();
    await clock.advance(1800);
    player.setArticle(
      articleOf(
        'خبر عاجل من العاصمة.',
        ...['عنوان المقال.', 'قال الوزير إن العمل بدأ. وأضاف أنه يسير.', 'وفي الختام شكر الحضور.'],
      ),
    );
    await read();
    assert.deepEqual(
      shown.filter((word, i) => word !== shown[i - 1]),
      text,
    );
    assert.deepEqual(heard(), []);
  });
});
