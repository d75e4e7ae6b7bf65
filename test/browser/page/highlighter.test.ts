import { expect, waitUntil } from '@open-wc/testing';
import { wordsOf } from '../../../src/core/words.js';
import { boundsOf } from '../../../src/page/css-zoom.js';
import { Highlighter } from '../../../src/page/highlighter.js';
import { readArticle } from '../../../src/page/read-article.js';
import { fetchText, find, foundingArticle, put, read, segmentation, settled } from './page.js';

const names = () => [...CSS.highlights.keys()].filter((it) => it.startsWith('article-reader'));
const marked = (layer: string) =>
  [...(CSS.highlights.get(`article-reader-${layer}`) ?? [])].map(String);

describe('Highlighter', () => {
  it('marks sentence and word, the word above, and leaves nothing behind', () => {
    const page = read('<p>أول ثان. ثالث <b>را</b>بع.</p>');
    const other = new CSSStyleSheet();
    document.adoptedStyleSheets = [other];
    const highlighter = new Highlighter(page);
    expect(document.adoptedStyleSheets).to.deep.equal([other]);
    const [first, second] = page.article.blocks[0]!.sentences;
    highlighter.show({ sentence: first!, word: find(page.article, 'ثان') });
    expect(marked('sentence')).to.deep.equal(['أول ثان.']);
    expect(marked('word')).to.deep.equal(['ثان']);
    const [below, above] = ['sentence', 'word'].map(
      (it) => CSS.highlights.get(`article-reader-${it}`)!.priority,
    );
    expect(below).to.be.below(above!);
    highlighter.show({ sentence: second!, word: find(page.article, 'رابع') });
    expect(marked('sentence')).to.deep.equal(['ثالث رابع.']);
    expect(marked('word')).to.deep.equal(['رابع']);
    highlighter.show({ sentence: second! });
    expect(marked('word')).to.deep.equal([]);
    highlighter.clear();
    expect(names()).to.deep.equal([]);
    highlighter.dispose();
    expect(document.adoptedStyleSheets).to.deep.equal([other]);
    document.adoptedStyleSheets = [];
  });

  it('paints by rules of the text’s own tree, with the colours that hold there', () => {
    const page = read('<p>أول ثان.</p>', 'color-scheme:light');
    const highlighter = new Highlighter(page);
    highlighter.show({ sentence: page.article.blocks[0]! });
    const p = document.querySelector<HTMLElement>('#stage p')!;
    const style = (layer: string) => getComputedStyle(p, `::highlight(article-reader-${layer})`);
    const paint = (layer: string) => [style(layer).backgroundColor, style(layer).color];
    expect(paint('sentence')).to.deep.equal(['rgb(255, 241, 194)', 'rgb(22, 32, 42)']);
    expect(paint('word')).to.deep.equal(['rgb(255, 210, 74)', 'rgb(22, 32, 42)']);
    expect(style('word').textDecorationLine, 'not by colour alone').to.equal('underline');
    expect(style('word').textDecorationThickness).to.equal('3px');
    p.style.colorScheme = 'dark';
    expect(paint('sentence')).to.deep.equal(['rgb(38, 56, 74)', 'rgb(238, 243, 247)']);
    p.style.setProperty('--article-reader-sentence', 'rgb(1, 2, 3)');
    expect(paint('sentence')[0]).to.equal('rgb(1, 2, 3)');
    highlighter.dispose();

    const host = put('<div></div>').firstElementChild!;
    const shadow = host.attachShadow({ mode: 'open' });
    shadow.innerHTML = '<p>في الظل.</p>';
    const inShadow = new Highlighter(readArticle(shadow.querySelector('p')!, { segmentation }));
    inShadow.show({ sentence: { start: 0, end: 2 } });
    expect(shadow.adoptedStyleSheets.length).to.equal(1);
    expect(document.adoptedStyleSheets.length).to.equal(0);
    inShadow.dispose();
    expect(shadow.adoptedStyleSheets.length).to.equal(0);
  });

  it('shares names and sheet with other readers, and each takes away only its own', () => {
    const page = read('<p>أول.</p><p>ثان.</p>');
    const [one, two] = [new Highlighter(page), new Highlighter(page)];
    one.show({ sentence: page.article.blocks[0]! });
    two.show({ sentence: page.article.blocks[1]! });
    expect(marked('sentence')).to.deep.equal(['أول.', 'ثان.']);
    expect(document.adoptedStyleSheets.length).to.equal(1);
    one.dispose();
    expect(marked('sentence')).to.deep.equal(['ثان.']);
    expect(document.adoptedStyleSheets.length).to.equal(1);
    // A page that replaces the sheets loses ours for one step only.
    document.adoptedStyleSheets = [];
    two.show({ sentence: page.article.blocks[0]! });
    expect(document.adoptedStyleSheets.length).to.equal(1);
    two.dispose();
    expect(document.adoptedStyleSheets.length).to.equal(0);
    expect(names()).to.deep.equal([]);
  });

  it('leaves the DOM as it was, byte for byte, through a whole article', async () => {
    const nasty = await fetchText('../../fixtures/page/nasty.html');
    const stage = put(`${nasty}<p>${await foundingArticle()}</p>`);
    const before = stage.outerHTML;
    const observer = new MutationObserver(() => {});
    observer.observe(document, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    const page = readArticle(stage, { segmentation });
    const highlighter = new Highlighter(page);
    let steps = 0;
    for (const { sentences } of page.article.blocks) {
      for (const sentence of sentences) {
        for (const word of wordsOf(page.article.text, sentence)) {
          highlighter.show({ sentence, word });
          steps++;
        }
      }
    }
    highlighter.dispose();
    expect(steps).to.be.above(750);
    expect(observer.takeRecords()).to.deep.equal([]);
    observer.disconnect();
    expect(stage.outerHTML).to.equal(before);
  });

  describe('where the browser has no highlights', () => {
    const highlights = Object.getOwnPropertyDescriptor(CSS, 'highlights')!;
    beforeEach(() =>
      Object.defineProperty(CSS, 'highlights', { value: undefined, configurable: true }),
    );
    afterEach(() => {
      delete (CSS as Partial<typeof CSS>).highlights;
      if (!('highlights' in CSS)) Object.defineProperty(CSS, 'highlights', highlights);
    });

    function layerOver() {
      const host = document.createElement('div');
      host.style.cssText = 'position:absolute;top:0;left:0';
      document.querySelector('#stage')!.prepend(host);
      const shadow = host.attachShadow({ mode: 'open' });
      const layer = shadow.appendChild(document.createElement('div'));
      layer.style.cssText = 'position:absolute;pointer-events:none';
      return layer;
    }

    it('draws boxes over the text, and moves them with it', async () => {
      const page = read(
        '<div id="scroll" style="height:80px;overflow:auto"><p>أول ثان ثالث.</p><div style="height:300px"></div></div>',
        'position:relative;width:300px',
      );
      const layer = layerOver();
      const highlighter = new Highlighter(page, layer);
      const word = find(page.article, 'ثان');
      highlighter.show({ sentence: page.article.blocks[0]!, word });
      await waitUntil(() => layer.childElementCount);
      const onWord = () => {
        const [box, text] = [
          layer.querySelector('.word')!.getBoundingClientRect(),
          boundsOf(page.toRange(word)),
        ];
        for (const side of ['left', 'top', 'width', 'height'] as const) {
          expect(box[side], side).to.be.closeTo(text[side], 1);
        }
        return text.top;
      };
      const before = onWord();
      expect(layer.querySelectorAll('.sentence').length).to.equal(1);
      const style = getComputedStyle(layer.querySelector('.word')!);
      expect(style.pointerEvents).to.equal('none');
      expect(style.borderBlockEndWidth).to.equal('3px');
      const drawn = layer.firstChild;
      document.querySelector('#scroll')!.scrollTop = 20;
      await waitUntil(() => layer.firstChild !== drawn);
      expect(onWord()).to.be.closeTo(before - 20, 1);
      document.querySelector<HTMLElement>('#stage')!.style.paddingTop = '30px';
      document.querySelector<HTMLElement>('#stage')!.style.width = '200px';
      await settled(100);
      highlighter.show({ sentence: page.article.blocks[0]!, word });
      onWord();
      highlighter.clear();
      expect(layer.childElementCount).to.equal(0);
      highlighter.dispose();
      expect((layer.getRootNode() as ShadowRoot).adoptedStyleSheets.length).to.equal(0);
    });
  });
});
