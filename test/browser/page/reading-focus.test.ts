import { expect } from '@open-wc/testing';
import { wordsOf } from '../../../src/core/words.js';
import { boundsOf, rectsOf } from '../../../src/page/geometry/css-zoom.js';
import type { PageText } from '../../../src/page/page-text.js';
import {
  ReadingFocus,
  type FocusSettings,
  type Reading,
} from '../../../src/page/highlight/reading-focus.js';
import { find, frame, foundingArticle, read } from './page.js';

const OFF: FocusSettings = { focusLines: 0, ruler: false, dimming: false };
const NOTHING: Reading = { sentence: null, word: null, isPlaying: false };

/** So many pixels a boundary may be off: it is drawn on whole ones. */
const ROUNDING = 1.1;

describe('ReadingFocus', () => {
  let focus: ReadingFocus | undefined;
  let layer: HTMLElement;
  let host: HTMLElement;

  beforeEach(() => scrollTo(0, 0));

  afterEach(() => {
    focus?.dispose();
    host.remove();
    document.querySelector('#stage')?.remove();
  });

  /** A focus on a text, drawn in a layer such as the reader's. */
  function on(page: PageText) {
    host = document.createElement('div');
    host.style.cssText = 'position:absolute;top:13.4px;left:7.7px';
    document.body.append(host);
    layer = document.createElement('div');
    layer.style.cssText = 'position:absolute;inset:0;pointer-events:none';
    host.attachShadow({ mode: 'open' }).append(layer);
    return (focus = new ReadingFocus(page, layer));
  }

  async function show(reading: Partial<Reading>, settings: Partial<FocusSettings>) {
    focus!.show({ ...NOTHING, ...reading }, { ...OFF, ...settings });
    await frame();
    await frame();
  }

  const shapes = (name: string) =>
    [...layer.querySelectorAll(`.${name}`)].map((it) => it.getBoundingClientRect());

  /** Whether a point of the text is clear of veils. */
  const isClear = (name: string, x: number, y: number) =>
    !shapes(name).some((it) => x > it.left && x < it.right && y > it.top && y < it.bottom);

  /** The middles of the lines of a block, by its words; RTL and LTR alike. */
  function lineMiddles(page: PageText, block = 0): number[] {
    const middles: number[] = [];
    for (const word of wordsOf(page.article.text, page.article.blocks[block]!)) {
      const { top, bottom } = rectsOf(page.toRange(word))[0]!;
      const middle = (top + bottom) / 2;
      if (!middles.length || middle > middles.at(-1)! + 5) middles.push(middle);
    }
    return middles;
  }

  const middleOf = ({ top, bottom, left, right }: DOMRect) =>
    [(left + right) / 2, (top + bottom) / 2] as const;

  const wordsIn = (page: PageText, block = 0) => {
    const { blocks, text } = page.article;
    const [sentence] = blocks[block]!.sentences;
    return { sentence: sentence!, words: wordsOf(text, sentence!) };
  };
  const LINES = 'سطر من كلمات قليلة في فقرة واحدة طويلة بعض الشيء '.repeat(12);

  for (const [name, style] of [
    ['right to left', 'width:300px'],
    ['left to right', 'width:300px;direction:ltr'],
    ['lines set tight', 'width:300px;line-height:1'],
    ['500 %', 'width:140px;zoom:5'],
  ] as const) {
    it(`keeps exactly the word’s line clear, and moves on with it: ${name}`, async () => {
      const page = read(`<p>${LINES}</p>`, style);
      on(page);
      const { sentence, words } = wordsIn(page);
      let before = -Infinity;
      for (const word of [words[1]!, words[30]!, words.at(-1)!]) {
        await show({ sentence, word, isPlaying: true }, { focusLines: 1 });
        const [x, here] = middleOf(rectsOf(page.toRange(word))[0]!);
        expect(here).to.be.above(before);
        before = here;
        const lines = lineMiddles(page);
        const clear = lines.filter((y) => isClear('lines', x, y));
        expect(clear.length).to.equal(1);
        expect(clear[0]).to.be.closeTo(here, 5);
        // From halfway to the line above to halfway to the line below, all across.
        const [above, below] = shapes('lines');
        if (word === words[30]) {
          const index = lines.indexOf(clear[0]!);
          expect(above!.bottom).to.be.closeTo((lines[index - 1]! + here) / 2, 2);
          expect(below!.top).to.be.closeTo((lines[index + 1]! + here) / 2, 2);
        }
        const p = boundsOf(document.querySelector('#stage p')!);
        const { clientWidth } = document.documentElement;
        for (const veil of shapes('lines')) {
          expect(veil.left).to.be.at.most(Math.max(0, p.left) + ROUNDING);
          expect(veil.right).to.be.at.least(Math.min(p.right, clientWidth) - ROUNDING);
        }
      }
    });
  }

  it('keeps three and five lines clear, across paragraphs and at the edges', async () => {
    const page = read(`<p>${LINES}</p><p>${LINES}</p>`, 'width:300px');
    on(page);
    const lines = [...lineMiddles(page, 0), ...lineMiddles(page, 1)];
    const count = lineMiddles(page, 0).length;
    const x = middleOf(rectsOf(page.toRange(page.article.blocks[0]!))[0]!)[0];
    const { sentence, words } = wordsIn(page, 1);
    for (const focusLines of [3, 5] as const) {
      await show({ sentence, word: words[0]!, isPlaying: true }, { focusLines });
      const beyond = (focusLines - 1) / 2;
      const clear = lines.filter((y) => isClear('lines', x, y));
      expect(clear).to.deep.equal(lines.slice(count - beyond, count + beyond + 1));
    }
    const first = wordsIn(page, 0);
    await show({ sentence: first.sentence, word: first.words[0]! }, { focusLines: 5 });
    expect(lines.filter((y) => isClear('lines', x, y))).to.deep.equal(lines.slice(0, 3));
  });

  it('lays a ruler under the line', async () => {
    const page = read(`<p>${LINES}</p>`, 'width:300px');
    on(page);
    const { sentence, words } = wordsIn(page);
    await show({ sentence, word: words[20]!, isPlaying: true }, { ruler: true });
    const [ruler, ...more] = shapes('ruler');
    expect(more).to.deep.equal([]);
    expect(ruler!.height).to.be.closeTo(3, 0.1);
    const lines = lineMiddles(page);
    const [, here] = middleOf(rectsOf(page.toRange(words[20]!))[0]!);
    const next = lines.find((y) => y > here + 5)!;
    expect(ruler!.bottom).to.be.closeTo((here + next) / 2, 2);
    const p = boundsOf(document.querySelector('#stage p')!);
    expect(ruler!.left).to.be.at.most(p.left + 60);
    expect(ruler!.right).to.be.at.least(p.right - 60);
  });

  it('dims all but the sentence, pictures and neighbours in its lines too', async () => {
    const page = read(
      `<p>جملة أولى قصيرة. ${'ثم جملة ثانية أطول من الأولى '.repeat(4)}. وجملة ثالثة هنا.</p>
        <img id="image" width="50" height="50" src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>">
        <table><tr><td>خلية أولى.</td><td>خلية ثانية.</td></tr></table><p>ختام.</p>`,
      'width:300px',
    );
    on(page);
    const [one, two, three] = page.article.blocks[0]!.sentences;
    const middleOfWord = (what: string) =>
      middleOf(rectsOf(page.toRange(find(page.article, what)))[0]!);
    await show({ sentence: two! }, { dimming: true });
    for (const word of wordsOf(page.article.text, two)) {
      const [x, y] = middleOf(rectsOf(page.toRange(word))[0]!);
      expect(isClear('dimming', x, y)).to.equal(true);
    }
    for (const words of [one!, three!])
      for (const word of wordsOf(page.article.text, words))
        expect(isClear('dimming', ...middleOf(rectsOf(page.toRange(word))[0]!))).to.equal(false);
    const image = boundsOf(document.querySelector('#image')!);
    expect(isClear('dimming', ...middleOf(image))).to.equal(false);
    await show({ sentence: find(page.article, 'خلية ثانية.') }, { dimming: true });
    expect(isClear('dimming', ...middleOfWord('ثانية.'))).to.equal(true);
    expect(isClear('dimming', ...middleOfWord('خلية أولى'))).to.equal(false);
  });

  it('keeps all of the sentence clear for a voice that reports no words', async () => {
    const page = read(`<p>${LINES}. جملة أخرى.</p>`, 'width:300px');
    on(page);
    const { sentence, words } = wordsIn(page);
    const clear = () => {
      const at = words.map((word) => middleOf(rectsOf(page.toRange(word))[0]!));
      return at.filter(([x, y]) => isClear('lines', x, y)).length;
    };
    await show({ sentence, isPlaying: true }, { focusLines: 1 });
    expect(clear()).to.equal(words.length);
    await show({ sentence }, { focusLines: 1 });
    expect(clear(), 'only stepped to').to.be.within(1, 15);
    await show({ sentence, word: words[3]!, isPlaying: true }, { focusLines: 1 });
    await show({ sentence, isPlaying: true }, { focusLines: 1 });
    expect(clear(), 'a voice that does').to.be.within(1, 15);
  });

  it('follows the pointer while nothing is read, and under it what is scrolled', async () => {
    const page = read(`<p>${LINES}</p><div style="height:3000px"></div>`, 'width:300px');
    on(page);
    const point = (x: number, y: number) => {
      for (const clientX of [x + 2, x])
        document.dispatchEvent(new PointerEvent('pointermove', { clientX, clientY: y }));
    };
    const { sentence, words } = wordsIn(page);
    const at = (index: number) => middleOf(rectsOf(page.toRange(words[index]!))[0]!);
    await show({}, { focusLines: 1 });
    expect(isClear('lines', ...at(0)), 'the first in view').to.equal(true);
    point(...at(40));
    await show({}, { focusLines: 1 });
    expect(isClear('lines', ...at(40))).to.equal(true);
    expect(isClear('lines', ...at(0))).to.equal(false);
    const pitch = lineMiddles(page)[1]! - lineMiddles(page)[0]!;
    scrollTo({ top: pitch, behavior: 'instant' });
    await frame();
    await frame();
    expect(isClear('lines', ...at(40)), 'scrolled away').to.equal(false);
    // Beside the text it stays where it was.
    const before = shapes('lines').map(({ top }) => top);
    point(600, 400);
    await show({}, { focusLines: 1 });
    expect(shapes('lines').map(({ top }) => top)).to.deep.equal(before);
    // What reads leads; where nothing sounds, the pointer takes over.
    await show({ sentence, word: words[0]!, isPlaying: true }, { focusLines: 1 });
    point(...at(40));
    await frame();
    await frame();
    expect(isClear('lines', ...at(0))).to.equal(true);
    await show({ sentence, word: words[0]! }, { focusLines: 1 });
    point(at(40)[0] + 1, at(40)[1]);
    await frame();
    await frame();
    expect(isClear('lines', ...at(40))).to.equal(true);
    await show({ sentence, word: words[0]! }, { focusLines: 1 });
    expect(isClear('lines', ...at(40)), 'nothing has moved').to.equal(true);
  });

  it('goes along in a scrolling box, and is cut off where the box is', async () => {
    const page = read(
      `<div id="box" style="height:120px;overflow:auto"><p>${LINES}</p></div><p>بعد الصندوق.</p>`,
      'width:300px',
    );
    on(page);
    const box = document.querySelector('#box')!;
    const { sentence, words } = wordsIn(page);
    const here = () => middleOf(rectsOf(page.toRange(words[25]!))[0]!);
    box.scrollTop = here()[1] - boundsOf(box).top - 60;
    await show({ sentence, word: words[25]!, isPlaying: true }, { focusLines: 1, ruler: true });
    const at = here();
    expect(isClear('lines', ...at)).to.equal(true);
    box.scrollTop += 20;
    await frame();
    await frame();
    expect(here()[1]).to.be.closeTo(at[1] - 20, 1);
    expect(isClear('lines', ...here())).to.equal(true);
    expect(shapes('ruler').length).to.equal(1);
    box.scrollTop = 0;
    box.scrollTop = box.scrollHeight;
    await frame();
    await frame();
    expect(shapes('ruler'), 'out of sight').to.deep.equal([]);
    const { left, top, bottom } = boundsOf(box);
    for (const y of [top + 5, bottom - 5]) expect(isClear('lines', left + 50, y)).to.equal(false);
  });

  it('has the ground of the text as it stands on the page', async () => {
    const page = read(`<div style="background:rgb(1, 2, 3)"><p>${LINES}</p></div>`, 'width:300px');
    on(page);
    const { sentence } = wordsIn(page);
    layer.style.setProperty('--_accent', 'light-dark(#0b5f66, #7fd6d0)');
    await show({ sentence }, { focusLines: 1, ruler: true });
    const ruler = layer.querySelector<HTMLElement>('.ruler')!;
    expect(getComputedStyle(ruler).backgroundColor, '3:1').to.equal('rgb(127, 214, 208)');
    const veil = layer.querySelector<HTMLElement>('.lines')!;
    expect(getComputedStyle(veil).backgroundColor).to.equal('rgb(1, 2, 3)');
    expect(getComputedStyle(veil).pointerEvents).to.equal('none');
    expect(Number(getComputedStyle(veil).opacity)).to.be.within(0.8, 0.95);
  });

  it('touches nothing of the page, and leaves nothing in the layer', async () => {
    const page = read(`<p>${await foundingArticle()}</p>`, 'width:300px');
    const stage = document.querySelector('#stage')!;
    const before = stage.outerHTML;
    const observer = new MutationObserver(() => {});
    observer.observe(stage, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    const heard = new Set<AbortSignal>();
    const { addEventListener: listen } = EventTarget.prototype;
    EventTarget.prototype.addEventListener = function (type, listener, options) {
      heard.add((options as AddEventListenerOptions).signal!);
      listen.call(this, type, listener, options);
    };
    on(page);
    EventTarget.prototype.addEventListener = listen;
    const { sentence, words } = wordsIn(page);
    await show({ sentence, word: words[2]! }, { focusLines: 3, ruler: true, dimming: true });
    expect(shapes('ruler').length).to.equal(1);
    await show({ sentence, word: words[2]! }, {});
    expect(layer.firstElementChild!.childElementCount).to.equal(0);
    focus!.dispose();
    await frame();
    expect(layer.childElementCount).to.equal(0);
    expect((layer.getRootNode() as ShadowRoot).adoptedStyleSheets).to.deep.equal([]);
    expect(observer.takeRecords()).to.deep.equal([]);
    observer.disconnect();
    expect(stage.outerHTML).to.equal(before);
    expect(heard.size).to.be.above(0);
    for (const signal of heard) expect(signal.aborted).to.equal(true);
  });
});
