import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { paragraphs } from '../../../src/arabic/paragraphs.js';
import { sentences } from '../../../src/arabic/sentences.js';

const article = readFileSync(new URL('../../../demo/article.txt', import.meta.url), 'utf8');
const parts = (text: string) => paragraphs(text).map(({ start, end }) => text.slice(start, end));
const wordCount = (text: string) => text.trim().split(/\s+/).length;

describe('paragraphs', () => {
  it('divides the founding article where its speakers change, and inside their long speeches', () => {
    const found = sentences(article);
    const first = paragraphs(article).map(
      ({ start }) => 1 + found.findIndex((sentence) => sentence.start === start),
    );
    for (const sentence of [1, 8, 14, 18]) assert.ok(first.includes(sentence), `${sentence}`);
    for (const paragraph of parts(article)) {
      assert.ok(wordCount(paragraph) >= 40 && wordCount(paragraph) <= 130, paragraph);
    }
  });

  it('keeps the lines of the author', () => {
    assert.deepEqual(parts('عنوان\n\nنص أول. تتمته.\r\nنص ثان.\n'), [
      'عنوان',
      'نص أول. تتمته.',
      'نص ثان.',
    ]);
    const hundred = 'كلمة '.repeat(60).trim() + '. ' + 'من جهته قال الوزير. '.repeat(10).trim();
    assert.deepEqual(parts(hundred), [hundred]);
  });

  const wall = (opening: string) =>
    Array.from(
      { length: 8 },
      (_, index) => `${index === 4 ? opening : 'وصل الوفد'} ${'كلمة '.repeat(22).trim()}.`,
    ).join(' ');

  for (const opening of [
    'من جهته قال المدير إن',
    'من جانبها أكدت الوزيرة أن',
    'بدورهم رأى الخبراء أن',
    'وفي السياق ذاته ذكرت',
    'وإلى ذلك أعلن',
    'إلى ذلك أعلن',
    'يُذكر أن المشروع',
    'وتجدر الإشارة إلى أن',
    'ومن الجدير بالذكر أن',
    'وجدد البيان تأكيد',
    'وأضاف التقرير أن',
    'وعلى صعيد آخر وصل',
    'وفي المقابل رفض',
    'وفي سياق متصل قال',
    'وكانت الحكومة قد أعلنت',
    'واختتم الوزير كلامه',
    'مِن جهةٍ أُخرى وصل',
  ]) {
    it(`begins a paragraph at: ${opening}`, () => {
      assert.ok(parts(wall(opening)).some((part) => part.startsWith(opening)));
    });
  }

  it('does not begin one with a sentence that leans on the one before, where it can', () => {
    for (const opening of ['وهو ما', 'كما أن', 'جاء ذلك', 'لكن هذا', 'وذلك لأن', 'فكان أن']) {
      assert.ok(!parts(wall(opening)).some((part) => part.startsWith(opening)), opening);
    }
  });

  it('divides other languages by length', () => {
    const english = 'The delegation arrived in the city early this morning and left. '.repeat(60);
    const found = parts(english).map(wordCount);
    assert.ok(
      found.length >= 5 && Math.min(...found) >= 40 && Math.max(...found) <= 130,
      `${found}`,
    );
  });

  it('leaves a sentence whole, however long', () => {
    const endless = 'كلمة '.repeat(1000).trim();
    assert.deepEqual(parts(`${endless}. نص.`).at(0), `${endless}.`);
  });

  it('begins and ends with sentences, covers them all, and divides a paragraph no further', () => {
    const sentence = fc.tuple(
      fc.constantFrom('وأضاف الوزير', 'من جهته قال', 'وهو', 'The end', 'كلمة', '1.', 'وجدد البيان'),
      fc.integer({ min: 0, max: 60 }),
      fc.constantFrom('. ', '؟ ', '.\n', '… ', '\n\n', '! '),
    );
    fc.assert(
      fc.property(fc.array(sentence, { maxLength: 40 }), (list) => {
        const text = list
          .map(([words, more, mark]) => words + ' كلام'.repeat(more) + mark)
          .join('');
        const starts = new Map(sentences(text).map((span, index) => [span.start, index]));
        const ends = new Map(sentences(text).map((span, index) => [span.end, index]));
        let next = 0;
        for (const { start, end } of paragraphs(text)) {
          assert.equal(starts.get(start), next);
          assert.ok(ends.has(end));
          next = ends.get(end)! + 1;
          assert.doesNotMatch(text.slice(start, end), /\n/);
        }
        assert.equal(next, starts.size);
      }),
      { numRuns: 500 },
    );
  });

  it('takes time in proportion to the length', () => {
    for (const hostile of ['ا. ', 'ا', 'كلمة ', 'ا\n', 'وكانت كلمة ', 'من جهته. ']) {
      const text = hostile.repeat(300_000 / hostile.length);
      const before = performance.now();
      paragraphs(text);
      const took = performance.now() - before;
      assert.ok(took < 1500, `${JSON.stringify(hostile)} took ${Math.round(took)} ms`);
    }
  });
});
