import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  speakable,
  type Prepared,
} from '../../../src/speech-synthesis-polyfill/embedded/speakable.js';

/** Each piece without its marks, and the words of the text that the marks stand for. */
const read = (text: string, prepared?: Prepared) =>
  speakable(text, prepared).map(({ ssml, words }) => ({
    said: ssml.replace(/<[^>]+>/g, '').trimEnd(),
    words: words.map(({ start, length }) => text.slice(start, start + length)),
  }));

const said = (text: string) => read(text).map((piece) => piece.said);

describe('what espeak-ng is given at once', () => {
  it('is a sentence, with a mark before each word', () => {
    assert.deepEqual(speakable('نعم، شكرا. إلى اللقاء'), [
      {
        ssml: '<speak><mark name="0"/>نعم, <mark name="1"/>شكرا.</speak>',
        words: [
          { start: 0, length: 3 },
          { start: 5, length: 4 },
        ],
      },
      {
        ssml: '<speak><mark name="0"/>إلى <mark name="1"/>اللقاء</speak>',
        words: [
          { start: 11, length: 3 },
          { start: 15, length: 6 },
        ],
      },
    ]);
  });

  it('has the pauses that its punctuation means', () => {
    const table: [string, string[]][] = [
      ['هل جاء؟ نعم!', ['هل جاء؟', 'نعم!']],
      ['قال: «نعم»؛ ثم مضى…', ['قال, نعم; ثم مضى,']],
      ['كوفيد – 19', ['كوفيد 19']],
      ['الكويت – العاصمة – جميلة', ['الكويت, العاصمة, جميلة']],
      ['عام 1990/1991', ['عام 1990 1991']],
      ['عنوان\n\nنص', ['عنوان.', 'نص']],
      ['جاء د. طارق مع أ. د. محمد', ['جاء الدُكتُور طارق مع الأُستَاذ الدُكتُور محمد']],
      ['قال م. أحمد', ["قال [[m|'i:|m]] أحمد"]],
      ['انتهى.ثم بدأ', ['انتهى.', 'ثم بدأ']],
      ['موقع kuna.net يقول', ['موقع kuna net يقول']],
      ['قالت U.N. اليوم', ['قالت U N اليوم']],
      ['AT&T <b> "x" & y', ['A T وَ T b x وَ y']],
      ['', []],
      [' … – « » ', []],
    ];
    for (const [text, pieces] of table) assert.deepEqual(said(text), pieces, text);
  });

  it('marks every word of the founding article, in order', () => {
    const text = readFileSync(new URL('../../../demo/article.txt', import.meta.url), 'utf8');
    const pieces = read(text);
    assert.equal(pieces.length, 22);
    assert.deepEqual(
      pieces.flatMap(({ words }) => words),
      text.match(/[\p{L}\p{M}\p{N}]+/gu),
    );
  });

  it('marks the words of the text, whatever is said for them', () => {
    const text = 'عمره 25 عاما';
    const prepared: Prepared = {
      text: 'عُمْرُهُ خَمْسَةٌ وَعِشْرُونَ عَامًا',
      // A number is one piece: everything in it comes from its beginning.
      toSource: (index) => (index < 9 ? Math.min(index, 5) : index < 30 ? 5 : 8),
    };
    assert.deepEqual(read(text, prepared), [
      {
        said: "[[A|'u|m|R|u|h|u]] [[X|'a|m|s|a|t|u|n]] [[w|a|A|i|S|R|'u:|n|a]] [[A|'a:|m|a:]]",
        words: ['عمره', '25', 'عاما'],
      },
    ]);
  });

  it('cuts what is too long for one breath', () => {
    const pieces = speakable('كلمة '.repeat(1000));
    assert.ok(pieces.length >= 7 && pieces.length < 10, `${pieces.length}`);
    assert.equal(pieces.flatMap(({ words }) => words).length, 1000);
    assert.ok(speakable(`${'كلمة '.repeat(90)}، ${'كلمة '.repeat(30)}`).length === 2);
  });

  it('has the form before a pause where it was cut, and a beginning after that', () => {
    const [first, second] = said('الْوَلَدُ '.repeat(100));
    assert.match(
      first!,
      /^\[\[\?\|a\|l\|w\|'a\|l\|a\|d\|u\]\] (?:\[\[l\|w\|'a\|l\|a\|d\|u\]\] )+\[\[l\|w\|'a\|l\|a\|d\]\],$/,
    );
    assert.match(second!, /^\[\[\?\|a\|l\|w/);
  });

  it('is well-formed, short, and has its words in order, for any text', () => {
    const characters = [
      ...'ابتـة\u0651\u064E\u064B ىءهـ٪%25٣٫.,،؛؟!…–-/&<>[]()«»\n\tAbZ@#:\'"\u200f\u00a0ﷺ😀',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...characters), { maxLength: 60 }), (letters) => {
        const text = letters.join('');
        let last = -1;
        for (const { ssml, words } of speakable(text)) {
          const body = /^<speak>(.*)<\/speak>$/s.exec(ssml)![1]!;
          const marks = [...body.matchAll(/<mark name="(\d+)"\/>/g)].map(([, name]) =>
            Number(name),
          );
          assert.deepEqual(marks, [...words.keys()]);
          assert.doesNotMatch(
            body.replace(/<mark name="\d+"\/>|&amp;|&lt;|&gt;|\[\[[a-zA-Z.:?'|[]+\]\]/g, ''),
            /[<>&[\]]/,
          );
          // A mark behind the end of a sentence would be lost.
          assert.doesNotMatch(body, /[.!؟]\s+<mark/);
          for (const { start, length } of words) {
            assert.ok(start > last && length > 0 && start + length <= text.length);
            last = start + length - 1;
          }
        }
      }),
      { numRuns: 3000 },
    );
  });
});
