import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createArticle, type BlockKind } from '../../../src/core/article.js';
import { progressAt } from '../../../src/core/progress.js';

/** An article of blocks of ten characters each. */
const articleOf = (...kinds: BlockKind[]) =>
  createArticle(
    {
      text: 'x'.repeat(kinds.length * 10),
      lang: 'ar',
      blocks: kinds.map((kind, index) => ({
        kind,
        lang: 'ar',
        start: index * 10,
        end: index * 10 + 9,
      })),
    },
    { sentences: () => [], paragraphs: () => [] },
  );

describe('progress', () => {
  const placesOf = (article: ReturnType<typeof articleOf>) =>
    article.blocks.map(({ start }) => {
      const { paragraph, paragraphs } = progressAt(article, start, 1);
      return `${paragraph}/${paragraphs}`;
    });

  it('counts no heading as a paragraph: each leads to the next', () => {
    assert.deepEqual(
      placesOf(articleOf('heading', 'paragraph', 'heading', 'list-item', 'quote', 'heading')),
      ['1/3', '1/3', '2/3', '2/3', '3/3', '3/3'],
    );
  });

  it('counts headings where there is nothing else', () => {
    assert.deepEqual(placesOf(articleOf('heading', 'heading')), ['1/2', '2/2']);
  });

  it('is nowhere in an empty article, and at the last paragraph after its end', () => {
    assert.equal(progressAt(articleOf(), 0, 1).paragraph, 0);
    assert.equal(progressAt(articleOf('paragraph', 'paragraph'), 20, 1).paragraph, 2);
  });
});
