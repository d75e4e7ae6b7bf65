/** What is read of a page and told of each part, as plain data; in jsdom and in browsers. */
import { lines, paragraphs } from '../../src/arabic/laid-out.js';
import { sentences } from '../../src/arabic/sentences.js';
import { closerLook } from '../../src/page/read/closer-look.js';
import { inlinesOf } from '../../src/page/read/inlines.js';
import { listMarkersOf } from '../../src/page/read/list-markers.js';
import { readArticle } from '../../src/page/read/read-article.js';

export function readWhole(document: Document): unknown[] {
  const root = document.querySelector('article-reader') ?? document.body;
  const page = readArticle(root, {
    segmentation: { sentences, lines, paragraphs },
    closer: closerLook(),
  });
  const { text, blocks } = page.article;
  return blocks.map((block) => [
    block.kind,
    block.lang,
    text.slice(block.start, block.end),
    inlinesOf(page, block).map(({ kind, start, end }) => `${kind} ${start}-${end}`),
    listMarkersOf(page, block).map(({ letter, number }) => letter ?? number),
  ]);
}
