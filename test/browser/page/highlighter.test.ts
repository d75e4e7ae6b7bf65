import { expect, waitUntil } from '@open-wc/testing';
import { contrastRatio } from '../../../src/core/contrast.js';
import { wordsOf } from '../../../src/core/words.js';
import { boundsOf } from '../../../src/page/geometry/css-zoom.js';
import { Highlighter } from '../../../src/page/highlight/highlighter.js';
import { lineBoxesOf } from '../../../src/page/geometry/line-boxes.js';
import { readArticle } from '../../../src/page/read/read-article.js';
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
    const rules = document.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules]);
    expect(rules.map((rule) => (rule as CSSMediaRule).conditionText)).to.deep.equal(['not print']);
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

  it('goes with the ground that is drawn, whatever the page says of its scheme', () => {
    const grounds: readonly [style: string, ground: string][] = [
      ['background:#111;color:#eee', '-dark'],
      ['background:#111;color:#eee;color-scheme:dark', ''],
      ['background:hsl(220 20% 12%);color:#eee', '-dark'],
      ['background:color(srgb 0.1 0.1 0.1);color:#eee', '-dark'],
      // What is seen through is none; the ink tells what a picture is.
      ['background:rgb(0 0 0 / 20%)', ''],
      ['background:linear-gradient(#000,#222);color:#fff', '-dark'],
      ['background:linear-gradient(#fff,#ddd);color:#111', ''],
      ['background:#fff;color:#111;color-scheme:dark', '-light'],
      ['background:#fff;color:#111;color-scheme:light', ''],
    ];
    for (const [style, ground] of grounds) {
      const page = read('<p>أول ثان.</p>', `color-scheme:light;${style}`);
      const highlighter = new Highlighter(page);
      highlighter.show({ sentence: page.article.blocks[0]!, word: find(page.article, 'ثان') });
      const expected = ['sentence', 'word'].map((layer) => `article-reader-${layer}${ground}`);
      expect(names().sort(), style).to.deep.equal(expected);
      for (const name of expected) {
        const { color, backgroundColor } = getComputedStyle(
          document.querySelector('#stage p')!,
          `::highlight(${name})`,
        );
        const [ink, paper] = [color, backgroundColor].map(
          (each) =>
            `#${each
              .match(/\d+/g)!
              .slice(0, 3)
              .map((value) => Number(value).toString(16).padStart(2, '0'))
              .join('')}`,
        );
        expect(contrastRatio(ink!, paper!), `${style}: ${name}`).to.be.at.least(4.5);
      }
      highlighter.dispose();
      expect(names()).to.deep.equal([]);
    }
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

  /** A layer such as the reader's, over the text. */
  function layerOver() {
    const host = document.createElement('div');
    host.style.cssText = 'position:absolute;top:0;left:0';
    document.querySelector('#stage')!.prepend(host);
    const shadow = host.attachShadow({ mode: 'open' });
    const layer = shadow.appendChild(document.createElement('div'));
    layer.style.cssText = 'position:absolute;pointer-events:none';
    return layer;
  }

  it('draws lines under or round the text, in its ink, where that is the style', async () => {
    const page = read(
      `<p>قبلها. ${'كلمة من جملة طويلة '.repeat(9)}. بعدها.</p>`,
      'width:250px;color:#123',
    );
    const layer = layerOver();
    const highlighter = new Highlighter(page, layer);
    const sentence = page.article.blocks[0]!.sentences[1]!;
    const word = wordsOf(page.article.text, sentence)[1]!;
    const lines = () =>
      [...layer.querySelectorAll<HTMLElement>('.line')].map((it) => {
        const { left, top, right, bottom, width, height } = it.getBoundingClientRect();
        return {
          left,
          top,
          right,
          bottom,
          width,
          height,
          color: getComputedStyle(it).backgroundColor,
        };
      });
    const text = lineBoxesOf(page, sentence);
    const [on] = lineBoxesOf(page, word);
    expect(text.length).to.be.above(2);

    highlighter.show({ sentence, word }, 'underline');
    await waitUntil(() => lines().length);
    expect(names()).to.deep.equal([]);
    expect(lines().length).to.equal(text.length + 1);
    [...text, on!].forEach((line, index) => {
      const under = lines()[index]!;
      for (const side of ['left', 'right'] as const)
        expect(under[side]).to.be.closeTo(line[side], 1);
      expect(under.top).to.be.closeTo(line.bottom, 1);
      expect(under.color).to.equal('rgb(17, 34, 51)');
    });
    expect(lines().at(-1)!.height, 'the word’s is thicker').to.be.above(lines()[0]!.height + 1);

    highlighter.show({ sentence }, 'frame');
    const covered = (x: number, y: number) =>
      lines().some((it) => x >= it.left && x <= it.right && y >= it.top && y <= it.bottom);
    const middle = (line: { left: number; right: number }) => (line.left + line.right) / 2;
    const [first, last] = [text[0]!, text.at(-1)!];
    expect(
      lines().some((it) => it.bottom <= first.top + 1 && it.height < 4),
      'above',
    ).to.equal(true);
    expect(
      lines().some((it) => it.top >= last.bottom - 1 && it.height < 4),
      'below',
    ).to.equal(true);
    for (const line of text) {
      const y = (line.top + line.bottom) / 2;
      expect(covered(line.left - 1, y) && covered(line.right + 1, y), 'beside').to.equal(true);
      expect(covered(middle(line), y), 'nothing on the text').to.equal(false);
    }
    const inside = (text[1]!.bottom + text[2]!.top) / 2;
    expect(covered(middle(text[1]!), inside), 'nothing between its lines').to.equal(false);

    highlighter.show({ sentence, word }, 'fill');
    expect(lines()).to.deep.equal([]);
    expect(names().length).to.equal(2);
    highlighter.dispose();
    expect(layer.childElementCount).to.equal(0);
    expect(names()).to.deep.equal([]);
    // Without a layer there are fills.
    const bare = new Highlighter(page);
    bare.show({ sentence }, 'frame');
    expect(names()).to.deep.equal(['article-reader-sentence']);
    bare.dispose();
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

    it('draws boxes over the text, and moves them with it', async () => {
      const page = read(
        '<div id="scroll" style="height:80px;overflow:auto"><p>أول ثان ثالث.</p><div style="height:300px"></div></div>',
        'position:relative;width:300px',
      );
      const layer = layerOver();
      const highlighter = new Highlighter(page, layer);
      const word = find(page.article, 'ثان');
      highlighter.show({ sentence: page.article.blocks[0]!, word });
      await waitUntil(() => layer.querySelector('.word'));
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
      const drawn = layer.querySelector('.word');
      document.querySelector('#scroll')!.scrollTop = 10;
      await waitUntil(() => layer.querySelector('.word') !== drawn);
      expect(onWord()).to.be.closeTo(before - 10, 1);
      document.querySelector<HTMLElement>('#stage')!.style.paddingTop = '30px';
      document.querySelector<HTMLElement>('#stage')!.style.width = '200px';
      await settled(100);
      highlighter.show({ sentence: page.article.blocks[0]!, word });
      onWord();
      highlighter.clear();
      expect(layer.querySelector('.word,.sentence')).to.equal(null);
      highlighter.dispose();
      expect(layer.childElementCount).to.equal(0);
      expect((layer.getRootNode() as ShadowRoot).adoptedStyleSheets.length).to.equal(0);
    });
  });
});
