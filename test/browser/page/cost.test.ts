import { expect } from '@open-wc/testing';
import { Highlighter } from '../../../src/page/highlighter.js';
import { readArticle } from '../../../src/page/read-article.js';
import { foundingArticle, put, segmentation } from './page.js';

describe('what reading a page of 100,000 words costs', () => {
  it('is a small part of laying it out', async () => {
    const words = (await foundingArticle()).trim().split(' ');
    const paragraphs: string[] = [];
    for (let at = 0; at < 100_000; at += 90) {
      const text = Array.from({ length: 90 }, (_, i) => words[(at + i) % words.length]);
      text[10] = `<a href="#">${text[10]}</a>`;
      text[50] = `<b>${text[50]}</b>`;
      paragraphs.push(`<p>${text.join(' ')}</p>`);
    }
    const html = paragraphs.join('\n');
    const layouts: number[] = [];
    const readings: number[] = [];
    for (let round = 0; round < 3; round++) {
      const stage = put('');
      stage.innerHTML = html;
      const start = performance.now();
      stage.getBoundingClientRect();
      const laidOut = performance.now();
      const { article } = readArticle(stage, { segmentation });
      readings.push(performance.now() - laidOut);
      layouts.push(laidOut - start);
      expect(article.blocks.length).to.equal(paragraphs.length);
    }
    const median = (list: number[]) => list.sort((a, b) => a - b)[1]!;
    const page = readArticle(document.querySelector('#stage')!, { segmentation });
    const highlighter = new Highlighter(page);
    const { start } = page.article.blocks[900]!;
    const before = performance.now();
    for (let i = 0; i < 100; i++) {
      highlighter.show({
        sentence: { start, end: start + 200 },
        word: { start: start + i, end: start + i + 4 },
      });
    }
    const step = (performance.now() - before) / 100;
    highlighter.dispose();
    console.log(
      `layout ${median(layouts).toFixed(0)} ms, reading ${median(readings).toFixed(0)} ms, highlight step ${step.toFixed(3)} ms`,
    );
    document.querySelector('#stage')!.remove();
    expect(median(readings) / median(layouts)).to.be.below(0.25);
  });
});
