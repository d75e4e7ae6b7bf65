import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Spoken } from '../../../src/core/spoken.js';
import { fakeVoice, FakeSynthesis, VirtualClock } from '../../fake-speech.js';
import { Player } from '../../../src/speech/player.js';
import { lineOf } from '../../as-written.js';
import { articleOf, reading, wordsIn } from './reading.js';

const ARTICLE = articleOf(
  { text: 'عنوان أول.', kind: 'heading' },
  'جملة أولى هنا. جملة ثانية هنا؟ ...',
  '—',
  { text: 'بند قصير.', kind: 'list-item' },
  { text: 'عنوان ثان', kind: 'heading' },
  'جملة أخيرة.',
);
const offsetOf = (text: string) => ARTICLE.text.indexOf(text);

/** A reading and what it shows as its sentence. */
function started(options = {}) {
  const it = reading(ARTICLE, options);
  return { ...it, sentence: () => it.at(it.player.position.sentence) };
}

describe('the player', () => {
  it('reads sentence by sentence, and passes over what cannot be said', async () => {
    const it = started();
    it.player.play();
    await it.read();
    assert.deepEqual(
      it.synthesis.spoken.map(({ text }) => text),
      ['عنوان أول.', 'جملة أولى هنا.', 'جملة ثانية هنا؟', 'بند قصير.', 'عنوان ثان', 'جملة أخيرة.'],
    );
    assert.deepEqual(it.states, ['loading', 'playing', 'idle']);
    assert.deepEqual(it.player.position, { sentence: null, word: null });
    it.player.play();
    await it.read(wordsIn(ARTICLE).length + 1);
    assert.equal(it.sentence(), 'عنوان أول.');
  });

  it('begins elsewhere without a moment of rest that others would see', async () => {
    const it = started();
    it.player.play(ARTICLE.text.indexOf('أخيرة'));
    await it.read();
    assert.deepEqual(it.states, ['loading', 'playing', 'idle']);
  });

  it('tells a voice that looks ahead what comes next, as it will be said', async () => {
    const expected: string[] = [];
    const clock = new VirtualClock();
    const synthesis = Object.assign(new FakeSynthesis({ clock }), {
      expect: ({ text, rate }: SpeechSynthesisUtterance) => expected.push(`${text} ${rate}`),
    });
    const it = started({
      synthesis,
      clock,
      player: { delivery: () => ({ voice: null, rate: 2 }) },
    });
    it.player.play({ start: 0, end: ARTICLE.text.indexOf('جملة ثانية') });
    await it.read(4);
    assert.deepEqual(expected, ['جملة أولى هنا. 2']);
    it.player.play(0);
    await it.read();
    const said = synthesis.spoken.slice(2).map(({ text, rate }) => `${text} ${rate}`);
    assert.deepEqual(expected.slice(1), said.slice(1));
  });

  for (const [what, text, cut] of [
    [
      'a comma',
      'افتتحت وزارة الثقافة مساء أمس معرض الكتاب في العاصمة بحضور ناشرين من عشرين بلدا، وقالت إن الدخول مجاني حتى نهاية الأسبوع المقبل.',
      'بلدا،',
    ],
    [
      'none before the number of words is worth it',
      'نعم، وصل الوفد إلى المدينة بعد ظهر اليوم قادما من الشمال ومعه مساعدات؛ ثم بدأ توزيعها على الأسر في ثلاثة أحياء.',
      'مساعدات؛',
    ],
    ['none at all', 'وصل الوفد إلى المدينة بعد ظهر اليوم قادما من الشمال ومعه مساعدات كثيرة.', ''],
    ['one with hardly anything behind it', `${'كلمة '.repeat(14)}أخيرة، ثم انصرف.`, ''],
  ] as const)
    it(`begins with a clause where the sound is made here, and no other is cut: ${what}`, async () => {
      const expected: string[] = [];
      const clock = new VirtualClock();
      const synthesis = Object.assign(new FakeSynthesis({ clock }), {
        expect: ({ text }: SpeechSynthesisUtterance) => expected.push(text),
      });
      const article = articleOf(`${text} ${text}`, text);
      const it = reading(article, { synthesis, clock });
      it.player.play();
      await it.read();
      const said = synthesis.spoken.map(({ text }) => text);
      const first = cut ? text.indexOf(cut) + cut.length : text.length;
      const parts = cut ? [text.slice(0, first), text.slice(first)] : [text];
      assert.deepEqual(said, [...parts, text, text]);
      // Each is made while the one before it sounds.
      assert.deepEqual(expected, said.slice(1));
      assert.deepEqual(it.heard(), wordsIn(article));
      assert.deepEqual(it.shown, wordsIn(article));
      // Whoever begins anew waits as little.
      it.player.play(text.length + 1);
      await it.read(synthesis.heard.length + 1);
      assert.equal(synthesis.spoken.at(-1)!.text, parts[0]);
      it.player.stop();
    });

  it('has nothing to read', async () => {
    for (const article of [articleOf(), articleOf('...', '—'), articleOf('')]) {
      const it = reading(article);
      it.player.play();
      await it.clock.advance(0);
      assert.deepEqual(it.states, ['loading', 'failed:empty']);
      it.player.setArticle(ARTICLE);
      assert.equal(it.player.playback.status, 'idle');
    }
  });

  it('does nothing twice', async () => {
    const it = started();
    it.player.pause();
    it.player.stop();
    it.player.refresh();
    it.player.repeat();
    it.player.previous();
    assert.deepEqual([it.states, it.positions], [[], []]);
    it.player.play();
    it.player.play();
    await it.read(1);
    it.player.play();
    assert.equal(it.synthesis.calls.speak, 1);
    it.player.pause();
    it.player.pause();
    assert.deepEqual(it.states, ['loading', 'playing', 'paused']);
  });

  it('shows frozen snapshots, another one for each change', async () => {
    const it = started();
    it.player.play();
    const { playback } = it.player;
    await it.read(2);
    assert.notEqual(it.player.playback, playback);
    assert.ok(Object.isFrozen(it.player.playback) && Object.isFrozen(it.player.position));
    assert.equal(new Set(it.positions).size, it.positions.length);
  });

  it('steps through sentences, paragraphs and headings, and stays at the ends', () => {
    const it = started();
    const walk = (direction: 'next' | 'previous', unit: 'sentence' | 'paragraph' | 'heading') => {
      const seen: (string | null)[] = [];
      for (let i = 0; i < 7; i++) {
        it.player[direction](unit);
        if (seen.at(-1) === it.sentence()) break;
        seen.push(it.sentence());
      }
      return seen;
    };
    const sentences = [
      'عنوان أول.',
      'جملة أولى هنا.',
      'جملة ثانية هنا؟',
      'بند قصير.',
      'عنوان ثان',
      'جملة أخيرة.',
    ];
    const paragraphs = sentences.filter((text) => !text.includes('ثانية'));
    const headings = sentences.filter((text) => text.includes('عنوان'));
    assert.deepEqual(walk('next', 'sentence'), sentences);
    assert.deepEqual(walk('previous', 'sentence'), [...sentences].reverse().slice(1));
    it.player.stop();
    assert.deepEqual(walk('next', 'paragraph'), paragraphs);
    assert.deepEqual(walk('previous', 'paragraph'), [...paragraphs].reverse().slice(1));
    it.player.stop();
    assert.deepEqual(walk('next', 'heading'), headings);
    assert.deepEqual(walk('previous', 'heading'), ['عنوان أول.']);
    assert.equal(it.player.playback.status, 'idle');
  });

  it('goes to the sentence before this one from wherever in this one', async () => {
    const it = started();
    it.player.play(offsetOf('ثانية'));
    await it.read(1);
    assert.deepEqual(it.heard(), ['ثانية']);
    it.player.previous();
    assert.equal(it.sentence(), 'جملة أولى هنا.');
    await it.read(2);
    assert.deepEqual(it.heard().slice(1), ['جملة']);
    it.player.previous('paragraph');
    await it.read(3);
    assert.deepEqual(it.heard().slice(2), ['عنوان']);
    assert.equal(it.player.playback.status, 'playing');
  });

  it('seeks: playing goes on there, paused stays paused, idle only moves', async () => {
    const it = started();
    it.player.seek(offsetOf('ثانية') + 2);
    assert.deepEqual(it.at(it.player.position.word), 'ثانية');
    assert.equal(it.player.playback.status, 'idle');
    it.player.play();
    await it.read(1);
    assert.deepEqual(it.heard(), ['ثانية']);
    it.player.seek(offsetOf('قصير'));
    await it.read(2);
    it.player.pause();
    it.player.seek(offsetOf('أخيرة'));
    await it.clock.advance(5000);
    assert.equal(it.player.playback.status, 'paused');
    it.player.play();
    await it.read();
    assert.deepEqual(it.heard(), ['ثانية', 'قصير', 'أخيرة']);
  });

  it('seeks to the nearest word from anywhere', () => {
    const it = started();
    for (const [offset, word] of [
      [-5, 'عنوان'],
      [offsetOf('أولى') - 1, 'أولى'],
      [offsetOf('—'), 'بند'],
      [offsetOf('؟'), 'هنا'],
      [10_000, 'أخيرة'],
    ] as const) {
      it.player.seek(offset);
      assert.equal(it.at(it.player.position.word), word);
    }
  });

  it('begins a sentence with the mark before its first word, and a later word with itself', async () => {
    const it = reading(articleOf('«نعم» قال الوزير.'));
    it.player.play(1);
    await it.read(1);
    it.player.play(6);
    await it.read();
    assert.deepEqual(
      it.synthesis.spoken.map(({ text }) => text),
      ['«نعم» قال الوزير.', 'قال الوزير.'],
    );
  });

  it('repeats the sentence', async () => {
    const it = started();
    it.player.play(offsetOf('جملة أولى'));
    await it.read(2);
    it.player.repeat();
    await it.read(5);
    assert.deepEqual(it.heard(), ['جملة', 'أولى', 'جملة', 'أولى', 'هنا']);
  });

  it('reads a selection in whole words, and stops', async () => {
    const it = started();
    const end = offsetOf('ثانية') + 2;
    it.player.play({ start: offsetOf('أولى') + 1, end });
    await it.read(3);
    it.player.pause();
    it.player.play();
    await it.read();
    assert.deepEqual(it.heard(), ['أولى', 'هنا', 'جملة', 'ثانية']);
    assert.deepEqual(it.states.slice(-1), ['idle']);
    // What comes after is not part of it.
    it.player.play();
    await it.read(6);
    assert.deepEqual(it.heard().slice(4), ['عنوان', 'أول']);
  });

  it('reads on when the listener leaves the selection', async () => {
    const it = started();
    it.player.play({ start: 0, end: 5 });
    it.player.next('heading');
    await it.read();
    assert.deepEqual(it.heard(), ['عنوان', 'ثان', 'جملة', 'أخيرة']);
  });

  it('reads nothing of a selection without words', async () => {
    const it = started();
    it.player.play({ start: offsetOf('...'), end: offsetOf('—') + 1 });
    await it.read();
    assert.deepEqual([it.heard(), it.player.playback.status], [[], 'idle']);
  });

  it('is silent after blocks, as long as it is asked to', async () => {
    const it = started({
      player: { pauseAfter: ({ kind }: { kind: string }) => (kind === 'heading' ? 700 : 0) },
    });
    it.player.play();
    await it.read(2);
    await it.clock.advance(699);
    assert.equal(it.synthesis.calls.speak, 1);
    assert.equal(it.player.playback.status, 'playing');
    // Paused in between, it goes on with what comes next.
    it.player.pause();
    it.player.play();
    await it.read(3);
    assert.deepEqual(it.heard(), ['عنوان', 'أول', 'جملة']);
  });

  it('leaves time to say each sentence after the voice, by how long it took', async () => {
    const took: number[] = [];
    const it = reading(articleOf('عنوان', 'أول جملة. ثاني جملة. ثالث جملة.'), {
      player: { timeToRepeat: (ms: number) => (took.push(ms), 2 * ms) },
    });
    it.player.play();
    await it.read(3);
    // The sentence stays where it was, and reading goes on by itself.
    const before = it.clock.now();
    await it.read(4);
    assert.equal(it.player.playback.status, 'playing');
    assert.ok(took[1]! > 0);
    assert.ok(it.clock.now() - before >= 2 * took[1]!);
    // Nobody waits after the last.
    await it.read();
    assert.equal(took.length, 3);
    assert.equal(it.heard().length, 7);
  });

  it('says what it is told to say, and shows what is written', async () => {
    // `25` is said as two words; everything else as it is.
    const said25 = (text: string): Spoken => {
      const said = 'خمسة وعشرين';
      const at = text.indexOf('25');
      if (at < 0) return { text, toSource: (i) => i, toSpoken: (i) => i };
      const grown = said.length - 2;
      return {
        text: text.replace('25', said),
        toSource: (i) => (i < at ? i : i < at + said.length ? at : i - grown),
        toSpoken: (i) => (i <= at ? i : i + grown),
      };
    };
    const it = reading(articleOf('بعد 25 عاما عاد.'), {
      player: {
        linesOf: (article, place) => {
          const line = lineOf(article, place);
          return [{ ...line, spoken: said25(line.spoken.text) }];
        },
      },
    });
    it.player.play();
    await it.read(2);
    it.player.pause();
    assert.equal(it.at(it.player.position.word), '25');
    it.player.play();
    await it.read();
    assert.deepEqual(it.shown, ['بعد', '25', 'عاما', 'عاد']);
    // The number is begun again as a whole.
    assert.deepEqual(it.heard(), 'بعد خمسة خمسة وعشرين عاما عاد'.split(' '));
  });

  it('reads each block with a voice of its language, else with the article’s', async () => {
    const it = reading(
      articleOf(
        'نص عربي.',
        { text: 'English text.', lang: 'en-GB' },
        { text: 'Texte.', lang: 'fr' },
      ),
      { voices: [fakeVoice('Samantha', 'en-US'), fakeVoice('Majed', 'ar_SA')] },
    );
    it.player.play();
    await it.read();
    assert.deepEqual(
      it.synthesis.spoken.map(({ voice, lang }) => [voice?.name, lang]),
      [
        ['Majed', 'ar-SA'],
        ['Samantha', 'en-US'],
        ['Majed', 'ar-SA'],
      ],
    );
  });

  it('gives the voice rate, pitch and volume', async () => {
    const it = started({
      player: { delivery: () => ({ voice: null, rate: 1.5, pitch: 0.8, volume: 0.5 }) },
    });
    it.player.play();
    await it.read(1);
    const { rate, pitch, volume } = it.synthesis.spoken[0]!;
    assert.deepEqual([rate, pitch, volume], [1.5, 0.8, 0.5]);
  });

  describe('when the article changes', () => {
    const more = 'فقرة جديدة.';
    const before = ['الفقرة الأولى هنا.', 'الثانية طويلة جدا.'] as const;

    it('goes on without a break if the sentence is as it was', async () => {
      const it = reading(articleOf(...before));
      it.player.play();
      await it.read(4);
      it.player.setArticle(articleOf(...before, more));
      await it.read();
      assert.deepEqual(it.heard(), wordsIn(articleOf(...before, more)));
      assert.equal(it.synthesis.calls.cancel, 0);
    });

    it('finishes a sentence as it was begun if the rest of it changed, and goes on behind it', async () => {
      const it = reading(articleOf(...before));
      it.player.play();
      await it.read(4);
      it.player.setArticle(articleOf(before[0], 'الثانية قصيرة.', more));
      await it.read();
      assert.deepEqual(it.heard().slice(3), ['الثانية', 'طويلة', 'جدا', 'فقرة', 'جديدة']);
      assert.deepEqual(it.synthesis.calls, { ...it.synthesis.calls, speak: 3, cancel: 0 });
    });

    it('goes on without a break where the sentence stands now, and no farther than it was to', async () => {
      const it = reading(articleOf(...before, more));
      const { text } = it.player.article;
      it.player.play({ start: 0, end: text.indexOf('جدا') - 1 });
      await it.read(4);
      for (const above of [[more], [], [more, 'ثم أخرى.']]) {
        it.player.setArticle(articleOf(...above, ...before, more));
        const { sentence, word } = it.player.position;
        const now = it.player.article.text;
        assert.equal(now.slice(sentence!.start, sentence!.end), before[1]);
        assert.equal(now.slice(word!.start, word!.end), 'طويلة');
      }
      await it.read();
      assert.deepEqual(it.heard().slice(4), ['طويلة']);
      assert.equal(it.synthesis.calls.cancel, 0);
      assert.equal(it.player.playback.status, 'idle');
    });

    it('reads on from there sentence by sentence, and reports the words where they are', async () => {
      const it = reading(articleOf(...before, more));
      it.player.play();
      await it.read(2);
      const now = articleOf('خبر عاجل وصل.', ...before, 'فقرة أخيرة.');
      it.player.setArticle(now);
      await it.read();
      const shown = it.shown.filter((word, at) => word !== it.shown[at - 1]);
      assert.deepEqual(shown, wordsIn(now).slice(3));
      assert.deepEqual(it.heard(), wordsIn(now).slice(3));
      assert.equal(it.synthesis.calls.cancel, 0);
    });

    it('shows a sentence that changed where it stands now, with the words that are left', async () => {
      const it = reading(articleOf(...before));
      it.player.play();
      await it.read(4);
      it.player.setArticle(articleOf(more, before[0], 'الثانية طويلة كثيرا.'));
      assert.equal(it.at(it.player.position.sentence), 'الثانية طويلة كثيرا.');
      assert.equal(it.at(it.player.position.word), 'طويلة');
      await it.read();
      assert.deepEqual(it.heard().slice(4), ['طويلة', 'جدا']);
      assert.equal(it.synthesis.calls.cancel, 0);
    });

    it('goes on with the sentence as it is now after a pause', async () => {
      const it = reading(articleOf(...before));
      it.player.play();
      await it.read(4);
      it.player.pause();
      it.player.setArticle(articleOf(more, before[0], 'الثانية طويلة كثيرا.'));
      it.player.play();
      await it.read();
      assert.deepEqual(it.heard().slice(4), ['طويلة', 'كثيرا']);
    });

    it('reads what is put right after a sentence while it rests', async () => {
      const it = reading(articleOf(...before), { player: { pauseAfter: () => 500 } });
      it.player.play();
      await it.read(3);
      await it.clock.advance(200);
      it.player.setArticle(articleOf(before[0], more, before[1]));
      await it.read();
      assert.deepEqual(it.heard(), wordsIn(articleOf(before[0], more, before[1])));
    });

    it('stops at once if another article comes', async () => {
      const it = reading(articleOf(...before));
      it.player.play();
      await it.read(4);
      it.player.setArticle(articleOf(more, 'وفقرة أخرى.'));
      assert.equal(it.player.playback.status, 'idle');
      assert.deepEqual(it.player.position, { sentence: null, word: null });
      await it.clock.advance(5000);
      assert.equal(it.heard().length, 4);
    });

    for (const [name, gone] of [
      ['nothing', []],
      ['a word about loading', ['جار التحميل…']],
    ] as const) {
      it(`waits for the text where ${name} comes, and stops after 2 s`, async () => {
        const rest = 'وهذه جملة طويلة تكفي لأكثر من ثانيتين من القراءة.';
        const it = reading(articleOf(...before, rest));
        it.player.play();
        await it.read(2);
        it.player.setArticle(articleOf(...gone));
        await it.clock.advance(200);
        it.player.setArticle(articleOf(more, ...before, rest));
        await it.read(4);
        it.player.setArticle(articleOf(...gone));
        it.player.setArticle(articleOf(...gone));
        await it.clock.advance(1999);
        assert.equal(it.player.playback.status, 'playing');
        await it.clock.advance(1);
        assert.equal(it.player.playback.status, 'idle');
        assert.deepEqual(it.player.position, { sentence: null, word: null });
        const heard = wordsIn(articleOf(...before, rest));
        assert.deepEqual(it.heard(), heard.slice(0, it.heard().length));
        assert.equal(it.player.article.blocks.length, gone.length);
        await it.clock.advance(5000);
        assert.equal(it.clock.timers, 0);
      });
    }

    it('keeps the place of a pause while the text is away', async () => {
      const it = reading(articleOf(...before, more));
      it.player.play();
      await it.read(4);
      it.player.pause();
      it.player.setArticle(articleOf());
      await it.clock.advance(500);
      it.player.setArticle(articleOf(...before, more));
      it.player.play();
      await it.read();
      assert.deepEqual(it.heard().slice(4), ['طويلة', 'جدا', 'فقرة', 'جديدة']);
    });

    it('goes on behind a paragraph that is taken out while it is read', async () => {
      const it = reading(articleOf(...before, more));
      it.player.play();
      await it.read(4);
      it.player.setArticle(articleOf(before[0], more));
      await it.clock.advance(50);
      // Nor is anything of it marked.
      assert.equal(it.at(it.player.position.sentence), '');
      assert.equal(it.player.position.word, null);
      it.player.setArticle(articleOf('خبر عاجل.', before[0], 'وخبر هنا.', more));
      await it.read();
      const all = wordsIn(articleOf(...before, 'وخبر هنا.', more));
      assert.deepEqual(it.heard(), all);
      assert.equal(it.synthesis.calls.cancel, 0);
    });

    it('steps from a sentence that is taken out to its neighbours, and no farther', async () => {
      const [first, second, third] = ['الأولى هنا.', 'الثانية هنا.', 'الثالثة هنا.'];
      const cases = [
        // What is taken out of what, how is stepped, and where to.
        [[first, second, third], 1, 'next', 'sentence', third],
        [[first, second, third], 1, 'next', 'paragraph', third],
        [[first, second, third], 1, 'previous', 'sentence', first],
        [[first, second, third], 1, 'previous', 'paragraph', first],
        [[first, second, third], 0, 'next', 'sentence', second],
        [[first, second, third], 0, 'next', 'paragraph', second],
        [[first, second, third], 2, 'previous', 'sentence', second],
        [[first, second, third], 2, 'previous', 'paragraph', second],
        [[`${first} ${second}`, third], 0, 'next', 'sentence', third],
      ] as const;
      for (const [texts, index, way, unit, to] of cases) {
        const it = reading(articleOf(...texts));
        const { start } = it.player.article.blocks[index]!;
        it.player.play(start);
        await it.read(1);
        it.player.setArticle(articleOf(...texts.filter((_, i) => i !== index)));
        it.player[way](unit);
        assert.equal(it.at(it.player.position.sentence), to, `${way} ${unit} from ${index}`);
      }
    });

    it('goes on at the same paragraph and sentence where it was translated, all or some of it', async () => {
      const arabic = ['عنوان طويل.', 'كانت واحدة هنا. ثم ثانية هنا. ثم ثالثة هنا.', 'وفقرة أخيرة.'];
      const english = [
        'A long title.',
        'One was here. Then a second. Then a third.',
        'And a last.',
      ];
      const ways: readonly (readonly string[])[][] = [
        [english],
        [[english[0]!, english[1]!, arabic[2]!], english],
        [english, arabic, english],
      ];
      for (const [way, pauses] of ways.flatMap((it) => [
        [it, false] as const,
        [it, true] as const,
      ])) {
        const it = reading(articleOf(...arabic));
        it.player.play();
        // In the second sentence of the second paragraph.
        await it.read(6);
        if (pauses) it.player.pause();
        for (const texts of way) {
          it.player.setArticle(articleOf(...texts));
          assert.equal(
            it.at(it.player.position.sentence),
            'Then a second.'.replace(/.*/, (all) =>
              texts[1] === arabic[1] ? 'ثم ثانية هنا.' : all,
            ),
          );
        }
        it.player.play();
        await it.read();
        const said = it.synthesis.spoken.map(({ text }) => text);
        assert.deepEqual(said, [
          ...['عنوان طويل.', 'كانت واحدة هنا.', 'ثم ثانية هنا.'],
          ...(pauses ? ['Then a second.'] : []),
          ...['Then a third.', 'And a last.'],
        ]);
      }
      // As many paragraphs of the same language are another article.
      const it = reading(articleOf(...arabic));
      it.player.play();
      await it.read(6);
      it.player.setArticle(articleOf('خبر مختلف.', 'وفيه جملة واحدة أخرى.', 'ولا شيء مثله.'));
      assert.equal(it.player.playback.status, 'idle');
    });

    it('goes to what comes next if the paragraph of a pause is taken out', async () => {
      const it = reading(articleOf(...before, more));
      it.player.play();
      await it.read(4);
      it.player.pause();
      it.player.setArticle(articleOf(before[0], more));
      assert.equal(it.at(it.player.position.sentence), more);
      it.player.play();
      await it.read();
      assert.deepEqual(it.heard().slice(4), ['فقرة', 'جديدة']);
    });

    it('keeps the first word as its place if text is put before it', async () => {
      for (const boundaries of ['exact', 'none'] as const) {
        const it = reading(articleOf(...before), { script: () => ({ boundaries }) });
        it.player.play();
        await it.clock.advance(50);
        it.player.setArticle(articleOf(more, ...before));
        assert.equal(it.at(it.player.position.sentence), before[0]);
        await it.read();
        assert.deepEqual(it.heard(), wordsIn(articleOf(...before)));
      }
      const it = reading(articleOf(...before));
      it.player.seek(0);
      it.player.setArticle(articleOf(more, ...before));
      assert.equal(it.at(it.player.position.word), 'الفقرة');
      it.player.play();
      await it.read();
      assert.deepEqual(it.heard(), wordsIn(articleOf(...before)));
    });

    it('reads what a sentence grows by at its end', async () => {
      const it = reading(articleOf('كان يا'));
      it.player.play();
      for (const text of [
        'كان يا ما',
        'كان يا ما كان في ق',
        'كان يا ما كان في قديم الزمان. ثم عاد.',
      ]) {
        await it.read(it.heard().length + 1);
        it.player.setArticle(articleOf(text));
      }
      await it.read();
      // A word that had begun is not said again.
      assert.equal(it.heard().join(' '), 'كان يا ما كان في ق الزمان ثم عاد');
    });

    it('gets on in a text with clocks, and says nothing twice', async () => {
      const at = (s: number) =>
        articleOf(
          `نشر قبل ${s} ثانية.`,
          `${s}`,
          `الساعة الآن ${s}. عدد المشاهدين الآن ${1125 + s} مشاهدا.`,
          'هذه الجملة التالية.',
          `عدد القراء ${99 - s}`,
        );
      const it = reading(at(0));
      it.player.play();
      for (let s = 1; s <= 40; s++) {
        await it.clock.advance(1000);
        it.player.setArticle(at(s));
      }
      assert.equal(it.player.playback.status, 'idle');
      assert.deepEqual(it.synthesis.calls, { ...it.synthesis.calls, speak: 6, cancel: 0 });
      const said = it.synthesis.spoken.map(({ text }) => text.replace(/\d+/g, '#'));
      assert.deepEqual(said, [
        'نشر قبل # ثانية.',
        '#',
        'الساعة الآن #.',
        'عدد المشاهدين الآن # مشاهدا.',
        'هذه الجملة التالية.',
        'عدد القراء #',
      ]);
    });

    it('keeps the place of a pause', async () => {
      const it = reading(articleOf(...before));
      it.player.play();
      await it.read(4);
      it.player.pause();
      it.player.setArticle(articleOf(...before, more));
      assert.equal(it.player.playback.status, 'paused');
      it.player.play();
      await it.read();
      assert.deepEqual(it.heard(), wordsIn(articleOf(...before, more)));
    });
  });

  it('asks no block for its sentences before it is read', async () => {
    const article = articleOf('أولى هنا.', 'ثانية هنا.', 'ثالثة هنا.');
    const asked: number[] = [];
    const blocks = article.blocks.map((block, i) => ({
      ...block,
      get sentences() {
        asked.push(i);
        return block.sentences;
      },
    }));
    const it = reading({ ...article, blocks });
    it.player.play();
    await it.read(1);
    assert.deepEqual([...new Set(asked)], [0]);
    it.player.seek(article.blocks[2]!.start);
    await it.read(2);
    assert.deepEqual([...new Set(asked)], [0, 2]);
  });

  it('can be stopped from a listener, at any change', async () => {
    for (let stopAt = 1; stopAt < 8; stopAt++) {
      let changes = 0;
      const it = reading(ARTICLE, {
        player: {
          onChange: () => {
            if (++changes === stopAt) it.player.stop();
          },
        },
      });
      it.player.play();
      await it.clock.advance(20_000);
      assert.equal(it.player.playback.status, 'idle');
      assert.equal(it.synthesis.speaking, false);
      assert.equal(changes, stopAt + 1);
    }
  });

  it('moves without a voice, and says so when what speaks never came', () => {
    const { voices } = started();
    const player = new Player({ voices });
    player.setArticle(ARTICLE);
    player.next('heading');
    player.next('heading');
    assert.equal(player.position.sentence?.start, offsetOf('عنوان ثان'));
    player.play();
    const { playback } = player;
    assert.equal(playback.status === 'failed' && playback.reason, 'unreachable');
  });
});
