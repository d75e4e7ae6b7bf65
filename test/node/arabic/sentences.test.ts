import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { sentences } from '../../../src/arabic/sentences.js';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const article = read('../demo/article.txt');
const cases = read('fixtures/arabic/sentences.txt')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'));

const parts = (text: string) => sentences(text).map(({ start, end }) => text.slice(start, end));

/** Text out of what makes sentences hard. */
export const arabicText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          'قال',
          'د',
          'أ',
          'هـ',
          'وأضاف',
          'ثم',
          'العمل',
          '25',
          '3.5',
          'م',
          'U.N',
          'he',
          'She',
          '🎉',
        ],
        ...['.', '؟', '!', '…', '...', '،', '؛', ':', '«', '»', '(', ')', '"', '[1]', '۔', '。'],
        ...[' ', ' ', ' ', ' ', '\n', '\xa0', '\u200f', '\u064e', '\u0640', '\ufeff', '\ud800'],
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 60 },
  )
  .map((pieces) => pieces.join(''));

describe('sentences', () => {
  for (const line of cases) {
    it(line, () => {
      const text = line.replaceAll(' | ', ' ').replaceAll('|', '').replace(/⏎/g, '\n');
      assert.deepEqual(parts(text), line.split(/ ?\| ?|⏎+/).filter(Boolean));
    });
  }

  it('has at least sixty cases', () => assert.ok(cases.length >= 60));

  it('cuts the founding article into its 22 sentences, as Unicode does', () => {
    const segmenter = new Intl.Segmenter('ar', { granularity: 'sentence' });
    const unicode = [...segmenter.segment(article)].map(({ segment }) => segment.trim());
    assert.equal(parts(article).length, 22);
    assert.deepEqual(parts(article), unicode);
  });

  it('gives spans in order, trimmed, not overlapping, that cover every letter and digit, each with one or a sign', () => {
    fc.assert(
      fc.property(arabicText, (text) => {
        let at = 0;
        const left: string[] = [];
        for (const { start, end } of sentences(text)) {
          assert.ok(at <= start && start < end && end <= text.length);
          const sentence = text.slice(start, end);
          assert.equal(sentence, sentence.trim());
          assert.match(sentence, /[\p{L}\p{N}\p{S}]/u);
          left.push(text.slice(at, start));
          at = end;
        }
        left.push(text.slice(at));
        assert.doesNotMatch(left.join(''), /[\p{L}\p{N}]/u);
      }),
      { numRuns: 2000 },
    );
  });

  it('finds one sentence in a sentence', () => {
    fc.assert(
      fc.property(arabicText, (text) => {
        for (const part of parts(text)) {
          assert.deepEqual(sentences(part), [{ start: 0, end: part.length }]);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('takes time in proportion to the length', () => {
    const length = 300_000;
    for (const hostile of ['ا', '.', 'د. ', ' ', '. ', '!\n', '»', '[1]', '…', 'م.م', '؟» قال ']) {
      const text = hostile.repeat(length / hostile.length);
      const before = performance.now();
      sentences(text);
      const took = performance.now() - before;
      assert.ok(took < 1500, `${JSON.stringify(hostile)} took ${Math.round(took)} ms`);
    }
  });
});
