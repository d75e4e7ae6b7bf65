import { expect, waitUntil } from '@open-wc/testing';
import type { Block, Span } from '../../../src/core/article.js';
import { BASE_SETTINGS, type HighlightLayers } from '../../../src/core/settings.js';
import { firstInView, firstOffsetBelow } from '../../../src/page/geometry/first-in-view.js';
import { scrollToOffset } from '../../../src/page/geometry/scroll-to-offset.js';
import type { Reading } from '../../../src/page/highlight/reading-focus.js';
import { Surface } from '../../../src/page/surface.js';
import { find, read } from './page.js';

const marked = (layer: string) =>
  [...(CSS.highlights.get(`article-reader-${layer}`) ?? [])].map(String).join();

/** Many short paragraphs, taller than any window. */
const LONG = Array.from({ length: 60 }, (_, i) => `<p>فقرة ${i}. وبعدها.</p>`).join('');

describe('Surface', () => {
  it('marks what the setting names, and the sentence where a voice reports no words', async () => {
    const page = read('<p>أول ثان. ثالث.</p>');
    const sentence = page.article.blocks[0]!.sentences[0]!;
    const surface = new Surface(page, { selector: '#stage' });
    const marks = (highlight: HighlightLayers, word: Span | null) => {
      surface.draw({ sentence, word, isPlaying: true }, { ...BASE_SETTINGS, highlight });
      return [marked('sentence'), marked('word')];
    };
    const word = find(page.article, 'ثان');
    // What marks is loaded first, and marks then what is to be marked by that time.
    expect(marks('none', null)).to.deep.equal(['', '']);
    expect(marks('both', word)).to.deep.equal(['', '']);
    await waitUntil(() => marked('word') === 'ثان');
    expect(marks('both', word)).to.deep.equal(['أول ثان.', 'ثان']);
    expect(marks('sentence', word)).to.deep.equal(['أول ثان.', '']);
    expect(marks('word', word)).to.deep.equal(['', 'ثان']);
    expect(marks('word', null)).to.deep.equal(['أول ثان.', '']);
    expect(marks('none', word)).to.deep.equal(['', '']);
    marks('both', word);
    surface.draw({ sentence: null, word: null, isPlaying: false }, BASE_SETTINGS);
    expect([marked('sentence'), marked('word')]).to.deep.equal(['', '']);

    marks('both', word);
    const other = read('<p>غيره هنا.</p>');
    surface.page = other;
    expect(marked('sentence'), 'another text has no marks yet').to.equal('');
    const reading = { sentence: other.article.blocks[0]!, word: null, isPlaying: true };
    surface.draw(reading, BASE_SETTINGS);
    expect(marked('sentence')).to.equal('غيره هنا.');
    surface.dispose();
    expect(marked('sentence')).to.equal('');
  });

  it('marks of a sentence without an end the part that is read', async () => {
    const numbers = Array.from({ length: 1000 }, (_, i) => 1000 + i);
    const page = read(`<p>${numbers.map((it) => `<b>${it}</b>`).join(' ')}</p><p>بعدها.</p>`);
    const [{ sentences }, next] = page.article.blocks as [Block, Block];
    const sentence = sentences[0]!;
    const surface = new Surface(page, { selector: '#stage' });
    const draw = (reading: Partial<Reading>) => {
      surface.draw({ sentence, word: null, isPlaying: true, ...reading }, BASE_SETTINGS);
      return marked('sentence').replace(/\s+/g, ' ').trim().split(' ');
    };
    const all = numbers.map(String);
    draw({ isPlaying: false });
    await waitUntil(() => marked('sentence'));
    const first = draw({ isPlaying: false });
    expect(first, 'where it will begin').to.deep.equal(all.slice(0, 400));
    expect(draw({ word: find(page.article, '1003') })).to.deep.equal(first);
    expect(draw({ word: find(page.article, '1399') })).to.deep.equal(first);
    expect(draw({ word: find(page.article, '1400') })).to.deep.equal(all.slice(400, 800));
    expect(draw({ word: find(page.article, '1999') })).to.deep.equal(all.slice(800));
    expect(draw({ word: find(page.article, '1999'), isPlaying: false })).to.deep.equal(
      all.slice(800),
    );
    expect(draw({ sentence: next.sentences[0]! })).to.deep.equal(['بعدها.']);
    expect(draw({}), 'a voice that tells words').to.deep.equal(first);
    // Where in it another voice is cannot be known.
    draw({ word: find(page.article, '1003') });
    expect(draw({}), 'a voice that tells none').to.deep.equal(all);
    expect(draw({ isPlaying: false })).to.deep.equal(all);
    surface.dispose();
  });

  it('marks nothing for what was thrown away while it was loading', async () => {
    const page = read('<p>أول.</p>');
    const surface = new Surface(page, { selector: '#stage' });
    const reading = { sentence: page.article.blocks[0]!, word: null, isPlaying: true };
    surface.draw(reading, BASE_SETTINGS);
    surface.dispose();
    await import('../../../src/page/reading-marker.js');
    await new Promise((resolve) => setTimeout(resolve));
    expect(marked('sentence')).to.equal('');
    expect(surface.following).to.equal(true);
  });
});

describe('what is seen first', () => {
  it('is what was scrolled to, by character and by sentence', () => {
    const page = read(LONG, 'font: 20px/40px serif');
    const { blocks } = page.article;
    scrollTo({ top: 0, behavior: 'instant' });
    expect(firstOffsetBelow(page, 0)).to.equal(0);
    expect(firstInView(page, { top: 0, bottom: 0 }), 'the beginning is in view').to.equal(null);
    // The first ones are too near to the beginning of the page to be scrolled so far down.
    for (const index of [10, 20, 30]) {
      scrollToOffset(page, blocks[index]!.start, 100);
      expect(firstOffsetBelow(page, 100), `block ${index}`).to.equal(blocks[index]!.start);
      expect(firstInView(page, { top: 100, bottom: 0 })).to.equal(blocks[index]!.start);
    }
    expect(firstOffsetBelow(page, 1e6), 'all is above').to.equal(blocks.at(-1)!.end - 1);
    expect(firstOffsetBelow(read('<p> </p>'), 0), 'there is none').to.equal(0);
    scrollTo({ top: 0, behavior: 'instant' });
  });
});
