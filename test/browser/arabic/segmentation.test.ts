/** Engines differ in regular expressions and in Unicode: the golden cases hold in each of them. */
import { expect } from '@open-wc/testing';
import { paragraphs } from '../../../src/arabic/paragraphs.js';
import { sentences } from '../../../src/arabic/sentences.js';
import type { Span } from '../../../src/core/article.js';
import { wordsOf } from '../../../src/core/words.js';

const load = async (path: string) => (await fetch(path)).text();
const cases = async (name: string) =>
  (await load(`/test/fixtures/arabic/${name}.txt`))
    .split('\n')
    .filter((line) => line && !/^#(?: |$)/.test(line));
const parts = (text: string, spans: readonly Span[]) =>
  spans.map(({ start, end }) => text.slice(start, end));

describe('segmentation', () => {
  it('ends sentences where an Arab would', async () => {
    const lines = await cases('sentences');
    expect(lines.length).to.be.at.least(60);
    for (const line of lines) {
      const text = line.replaceAll(' | ', ' ').replaceAll('|', '').replace(/⏎/g, '\n');
      const expected = line.split(/ ?\| ?|⏎+/).filter(Boolean);
      expect(parts(text, sentences(text))).to.deep.equal(expected);
    }
  });

  it('finds words with all that belongs to them', async () => {
    const lines = await cases('words');
    expect(lines.length).to.be.at.least(20);
    for (const line of lines) {
      const [text, expected] = line.split(' => ') as [string, string];
      expect(parts(text, wordsOf(text))).to.deep.equal(expected.split('|').filter(Boolean));
    }
  });

  it('divides the founding article where its speakers change', async () => {
    const article = await load('/demo/article.txt');
    const starts = sentences(article).map(({ start }) => start);
    expect(starts.length).to.equal(22);
    const first = paragraphs(article).map(({ start }) => 1 + starts.indexOf(start));
    expect(first).to.include.members([1, 8, 14, 18]);
  });
});
