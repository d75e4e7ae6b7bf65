import { expect } from '@open-wc/testing';
import { ARTICLE, frame, mount, reset, until } from './setup.js';

describe('<article-reader> for the eye', () => {
  after(reset);

  it('draws line focus, ruler and dimming when they are asked for, and nothing otherwise', async () => {
    const { reader, stage } = await mount(`<article-reader>${ARTICLE}</article-reader>`);
    const boxes = reader.shadowRoot!.querySelector('.boxes')!;
    const before = reader.innerHTML;
    const shapes = () =>
      [...boxes.querySelectorAll('.article-reader-focus > *')].map((it) => it.className);
    expect(boxes.childElementCount).to.equal(0);
    reader.setPreferences({ focusLines: 1, ruler: true });
    await until(() => shapes().includes('lines') && shapes().includes('ruler'));
    const isUnder = (selector: string) => {
      const { top, bottom } = reader.querySelector(selector)!.getBoundingClientRect();
      const ruler = boxes.querySelector('.ruler')?.getBoundingClientRect();
      return ruler && ruler.top > top && ruler.bottom < bottom + 20;
    };
    await until(() => isUnder('h2'));
    reader.next('paragraph');
    reader.next('paragraph');
    await until(() => isUnder('p'));
    reader.setPreferences({ focusLines: 0, ruler: false, dimming: true });
    await until(() => shapes().length && shapes().every((name) => name === 'dimming'));
    // Under the toolbar, over whatever the page positions in its text.
    const bar = reader.shadowRoot!.querySelector('.bar')!;
    const [over, under] = [bar, boxes].map((it) => Number(getComputedStyle(it).zIndex));
    expect(over).to.be.above(under!);
    reader.reset();
    await until(() => boxes.childElementCount === 0);
    expect(reader.innerHTML).to.equal(before);
    expect(stage.isConnected).to.equal(true);
  });

  it('draws the style of the marks that is chosen', async () => {
    const { reader } = await mount(`<article-reader>${ARTICLE}</article-reader>`);
    const lines = () => reader.shadowRoot!.querySelectorAll('.article-reader-boxes > .line').length;
    reader.next();
    await until(() => CSS.highlights.has('article-reader-sentence'));
    reader.setPreferences({ highlightStyle: 'frame' });
    await until(() => lines() >= 4);
    expect(CSS.highlights.has('article-reader-sentence')).to.equal(false);
    reader.setPreferences({ highlight: 'none' });
    expect(lines()).to.equal(0);
    reader.reset();
    expect(CSS.highlights.has('article-reader-sentence')).to.equal(true);
  });

  it('uncovers a link that has the focus under the toolbar', async () => {
    const { reader } = await mount(
      `<article-reader>${ARTICLE.repeat(5)}<div style="height:2000px"></div></article-reader>`,
    );
    const links = [...reader.querySelectorAll('a')];
    const bar = reader.shadowRoot!.querySelector('.bar')!;
    const isTop = () => bar.getBoundingClientRect().top < innerHeight / 2;
    const link = links[3]!;
    scrollBy({ top: link.getBoundingClientRect().top - 10, behavior: 'instant' });
    await frame();
    link.focus({ preventScroll: true, focusVisible: true } as FocusOptions);
    await until(() => {
      const [at, over] = [link, bar].map((it) => it.getBoundingClientRect());
      return isTop() ? at!.top >= over!.bottom : at!.bottom <= over!.top;
    });
  });
});
