import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { toSpoken } from '../../../src/arabic/spoken/to-spoken.js';
import type { Article, Span } from '../../../src/core/article.js';
import type { Inline, InlineKind } from '../../../src/core/inline.js';
import type { Skippable } from '../../../src/core/settings.js';
import type { SpokenPiece } from '../../../src/core/spoken.js';
import { spokenFromPieces } from '../../../src/core/spoken-pieces.js';
import { wordsOf } from '../../../src/core/words.js';
import { asMeant } from '../../../src/speech/as-meant.js';
import {
  isSkipped,
  utteranceLines,
  type UtteranceLineOptions,
} from '../../../src/speech/utterance-lines.js';
import { chooseVoice } from '../../../src/speech/voices.js';
import { sentenceFrom } from '../../../src/speech/navigation.js';
import { fakeVoice } from '../../fake-speech.js';
import { articleOf, reading } from './reading.js';

const VOICES = [
  fakeVoice('Majed', 'ar-SA'),
  fakeVoice('Anna', 'en-US'),
  fakeVoice('Thomas', 'fr-FR'),
];

const inline = ({ text }: Article, kind: InlineKind, what: string, lang?: string): Inline => {
  const start = text.indexOf(what);
  assert.ok(start >= 0, what);
  return { kind, start, end: start + what.length, ...(lang && { lang }) };
};

/** Of what is said instead in an article, that in a span of it. */
const saidIn = (said: readonly SpokenPiece[], { start, end }: Span): SpokenPiece[] =>
  said
    .filter(({ source }) => source.start >= start && source.end <= end)
    .map(({ source, spoken }) => ({
      source: { start: source.start - start, end: source.end - start },
      spoken,
    }));

/** A reading with what reading aloud is told of the page. */
function listening(
  article: Article,
  {
    skip = [],
    inlines = [],
    headers = [],
    said = [],
    ...more
  }: Partial<UtteranceLineOptions> & { said?: readonly SpokenPiece[] } = {},
  voices = VOICES,
) {
  const it = reading(article, {
    voices,
    player: {
      linesOf: (article, place) =>
        utteranceLines(article, place, {
          skip,
          inlines,
          headers,
          speaks: (lang) => !!chooseVoice(it.voices.voicesFor(lang), null),
          toSpoken: (text, lang, said) => toSpoken(text, { lang, said }),
          saidIn: (span) => saidIn(said, span),
          meant: asMeant,
          ...more,
        }),
      skips: (block) => isSkipped(article, block, skip, () => inlines),
    },
  });
  return {
    ...it,
    /** Who said what. */
    said: () => it.synthesis.spoken.map(({ voice, text }) => `${voice!.name}: ${text.trim()}`),
  };
}

describe('what is said of a sentence', () => {
  it('is made a part at a time where a sentence has no end, and nothing is lost', () => {
    const text = Array.from({ length: 5000 }, (_, n) => (n % 7 ? `${n}` : `${n} كتاب`)).join(' ');
    const article = articleOf(text);
    const made: string[] = [];
    // Each number is said as the page wants it.
    const asked: Span[] = [];
    const said = wordsOf(text).flatMap((source, n) =>
      /\d/.test(text[source.start]!) ? [{ source, spoken: `بند${'ا'.repeat(n % 3)}` }] : [],
    );
    const lines = utteranceLines(article, sentenceFrom(article, 0)!, {
      skip: [],
      inlines: [],
      headers: [],
      saidIn: (span) => {
        asked.push(span);
        return saidIn(said, span);
      },
      speaks: () => true,
      toSpoken: (text, lang, said) => {
        made.push(text);
        return toSpoken(text, { lang, said });
      },
    });
    assert.deepEqual(made, []);
    assert.doesNotMatch(lines[0]!.spoken.text, /\d/);
    assert.equal(lines[0]!.spoken, lines[0]!.spoken);
    assert.equal(made.length, 1);
    // No more of the page is looked at than is said.
    assert.deepEqual(
      asked.map(({ start, end }) => end - start <= 2000),
      [true],
    );
    assert.equal(
      lines.map(({ spoken }) => spoken.text).join(''),
      spokenFromPieces(text, said).text,
    );
    assert.ok(lines.every(({ start, end }) => end - start <= 2000));
    assert.equal(lines.map(({ start, end }) => text.slice(start, end)).join(''), text);
    // No word is cut: only spaces stand between the parts.
    for (const { end } of lines.slice(0, -1)) assert.match(text.slice(end - 1, end + 1), /\s/);
    for (const { start, end, spoken } of lines)
      assert.equal(spoken.toSource(spoken.text.length), end - start);
  });

  it('is not cut by its letters where it is known what language is said', async () => {
    const article = articleOf('أكدت World Health Organization ذلك.');
    const what = 'World Health Organization';
    const start = article.text.indexOf(what);
    const it = listening(article, {
      inlines: [inline(article, 'language', what, 'ar')],
      said: [{ source: { start, end: start + what.length }, spoken: 'منظمة الصحة العالمية' }],
    });
    it.player.play();
    await it.read();
    assert.deepEqual(it.said(), ['Majed: أكدت منظمة الصحة العالمية ذلك.']);
  });

  it('is said by a voice of its language where that is marked, and stays one sentence', async () => {
    const article = articleOf('زار متحف the Louvre museum في 25 يوما. ثم عاد.');
    const it = listening(article, {
      inlines: [inline(article, 'language', 'the Louvre museum', 'en-GB')],
    });
    it.player.play();
    await it.read();
    assert.deepEqual(it.said(), [
      'Majed: زار متحف',
      'Anna: the Louvre museum',
      'Majed: في خمسة وعشرين يوما.',
      'Majed: ثم عاد.',
    ]);
    assert.deepEqual(it.shown, 'زار متحف the Louvre museum في 25 يوما ثم عاد'.split(' '));
    const sentences = new Set(it.positions.map(({ sentence }) => it.at(sentence)));
    assert.deepEqual([...sentences], [null, ...article.blocks[0]!.sentences.map(it.at)]);
  });

  it('goes on in the stretch where it was, also for a voice that reports no words', async () => {
    const article = articleOf('زار متحف the Louvre museum في باريس.');
    const inlines = [inline(article, 'language', 'the Louvre museum', 'en')];
    const it = listening(article, { inlines });
    it.player.play(article.text.indexOf('Louvre') + 2);
    await it.read(1);
    it.player.pause();
    it.player.play();
    await it.read();
    assert.deepEqual(it.said(), ['Anna: Louvre museum', 'Anna: museum', 'Majed: في باريس.']);
    const mute = listening(article, { inlines });
    mute.synthesis.script = () => ({ boundaries: 'none' });
    mute.player.play();
    await mute.read(6);
    mute.player.pause();
    mute.player.play();
    await mute.read();
    assert.deepEqual(mute.said().slice(2), ['Majed: في باريس.', 'Majed: في باريس.']);
  });

  it('hears three words of Latin letters as English or French, and fewer as part of the sentence', async () => {
    const article = articleOf(
      'قالت World Health Organization أمس. وقال Médecins sans frontières اليوم. وهاتف iPhone 15 Pro جديد.',
    );
    const it = listening(article);
    it.player.play();
    await it.read();
    assert.deepEqual(it.said(), [
      'Majed: قالت',
      'Anna: World Health Organization',
      'Majed: أمس.',
      'Majed: وقال',
      'Thomas: Médecins sans frontières',
      'Majed: اليوم.',
      'Majed: وهاتف iPhone خمسة عشر Pro جديد.',
    ]);
    const english = listening(articleOf({ text: 'He said السلام عليكم and left.', lang: 'en' }));
    english.player.play();
    await english.read();
    assert.deepEqual(english.said(), ['Anna: He said', 'Majed: السلام عليكم', 'Anna: and left.']);
  });

  it('keeps to one voice where there is no other, or it is not wanted, or fails', async () => {
    const article = articleOf('زار متحف the Louvre museum في باريس.');
    const inlines = [inline(article, 'language', 'the Louvre museum', 'en')];
    const alone = listening(article, { inlines }, VOICES.slice(0, 1));
    const off = listening(article, { inlines, speaks: () => false });
    for (const it of [alone, off]) {
      it.player.play();
      await it.read();
      assert.deepEqual(it.said(), [`Majed: ${article.text}`]);
    }
    const failing = listening(article, { inlines });
    failing.synthesis.script = ({ voice }) =>
      voice!.name === 'Anna' ? { after: -1, then: { error: 'voice-unavailable' } } : {};
    failing.player.play();
    await failing.read();
    assert.deepEqual(
      failing.said().filter((line) => line.startsWith('Majed')),
      ['Majed: زار متحف', 'Majed: the Louvre museum', 'Majed: في باريس.'],
    );
    assert.deepEqual(failing.states, ['loading', 'playing', 'idle']);
  });

  it('leaves footnote marks out, in place', async () => {
    const article = articleOf('قال الوزير[1] إن 3[2] مدن سعيدة.');
    const inlines = ['[1]', '[2]'].map((mark) => inline(article, 'note', mark));
    const it = listening(article, { skip: ['notes'], inlines });
    it.player.play();
    await it.read();
    assert.deepEqual(it.said(), ['Majed: قال الوزير إن ثلاث مدن سعيدة.']);
    assert.deepEqual(it.shown, ['قال', 'الوزير', 'إن', '3', 'مدن', 'سعيدة']);
  });

  it('says what the page wants said, also after a mark that is left out', async () => {
    const article = articleOf('أصدرت[1] أوابك 25 قرارا.');
    const it = listening(article, {
      skip: ['notes'],
      inlines: [inline(article, 'note', '[1]')],
      said: [{ source: { start: 9, end: 14 }, spoken: 'منظمة أوابك' }],
    });
    it.player.play();
    await it.read();
    assert.deepEqual(it.said(), ['Majed: أصدرت منظمة أوابك خمسة وعشرين قرارا.']);
    assert.deepEqual(it.shown, ['أصدرت', 'أوابك', '25', 'قرارا']);
  });

  it('says first what the column is called and that a picture is one, and marks no word', async () => {
    const article = articleOf({ text: 'مليون نسمة. تقريبا.', kind: 'cell' });
    const it = listening(article, { headers: ['السكان', 'عام 2020'] });
    it.player.play();
    await it.read();
    assert.deepEqual(it.said(), [
      'Majed: السكان، عام ألفين وعشرين',
      'Majed: مليون نسمة.',
      'Majed: تقريبا.',
    ]);
    assert.deepEqual(it.shown, ['مليون', 'نسمة', 'تقريبا']);
    // Who goes on inside the cell has heard it.
    it.player.play(article.text.indexOf('نسمة'));
    await it.read();
    assert.equal(it.said()[3], 'Majed: نسمة.');

    const pictures = listening(
      articleOf({ text: 'الوزير.', kind: 'image' }, { text: 'صورة الوزير.', kind: 'image' }),
    );
    pictures.player.play();
    await pictures.read();
    assert.deepEqual(pictures.said(), ['Majed: صورة', 'Majed: الوزير.', 'Majed: صورة الوزير.']);
  });
});

describe('what is passed over', () => {
  const article = articleOf(
    { text: 'تعليق.', kind: 'caption' },
    'نص أول.',
    { text: 'خلية.', kind: 'cell' },
    { text: 'خلية أخرى.', kind: 'cell' },
    'اقرأ أيضا، هنا.',
    { text: 'رابط.', kind: 'heading' },
    'ومن رابط داخل نص.',
  );
  const inlines = ['اقرأ أيضا', 'هنا', 'رابط.', 'رابط داخل'].map((what) =>
    inline(article, 'link', what),
  );
  const skip: Skippable[] = ['captions', 'tables', 'links'];

  it('is captions, tables and lists of links, where reading comes to them by itself', async () => {
    const it = listening(article, { skip, inlines });
    it.player.play();
    await it.read();
    assert.deepEqual(it.said(), ['Majed: نص أول.', 'Majed: رابط.', 'Majed: ومن رابط داخل نص.']);
    const all = listening(article);
    all.player.play();
    await all.read();
    assert.equal(all.said().length, 7);
  });

  it('is read by whoever goes there, and not stepped on', async () => {
    const it = listening(article, { skip, inlines });
    it.player.play(article.text.indexOf('أخرى'));
    await it.read();
    assert.deepEqual(it.said(), ['Majed: أخرى.', 'Majed: رابط.', 'Majed: ومن رابط داخل نص.']);
    it.player.seek(article.text.length);
    const back = [];
    for (const unit of ['sentence', 'paragraph', 'sentence'] as const) {
      it.player.previous(unit);
      back.push(it.at(it.player.position.sentence));
    }
    assert.deepEqual(back, ['رابط.', 'نص أول.', 'نص أول.']);
    it.player.next('paragraph');
    assert.equal(it.at(it.player.position.sentence), 'رابط.');
  });

  it('is stepped over as a region: out of a list or a table, either way', () => {
    const item = (text: string) => ({ text, kind: 'list-item' as const });
    const list = articleOf('قبل.', item('أ.'), item('ب.'), item('ج.'), 'بعد.', {
      text: 'خلية.',
      kind: 'cell',
    });
    const it = reading(list);
    const walk = (from: string, direction: 'next' | 'previous') => {
      it.player.seek(list.text.indexOf(from));
      it.player[direction]('region');
      return it.at(it.player.position.sentence);
    };
    assert.equal(walk('قبل', 'next'), 'أ.');
    assert.equal(walk('أ.', 'next'), 'بعد.');
    assert.equal(walk('ب.', 'next'), 'بعد.');
    assert.equal(walk('ب.', 'previous'), 'قبل.');
    assert.equal(walk('بعد', 'previous'), 'أ.');
    assert.equal(walk('خلية', 'next'), 'خلية.');
    assert.equal(sentenceFrom(list, 0)!.index, 0);
  });
});
