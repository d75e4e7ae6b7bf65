import { expect } from '@open-wc/testing';
import { ARTICLE, button, frame, mount, reset, until } from './setup.js';

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

  it('goes with the ground that is drawn, until the user has a theme', async () => {
    const { reader, stage } = await mount(
      `<div style="background:#14161a;color:#e8e8e8"><article-reader>${ARTICLE}</article-reader></div>`,
    );
    const ground = stage.firstElementChild as HTMLElement;
    const bar = button(reader, 'toggle').closest('.bar')!;
    const paper = () => getComputedStyle(bar).backgroundColor;
    const [light, dark, sepia] = ['rgb(255, 255, 255)', 'rgb(18, 24, 30)', 'rgb(246, 236, 217)'];
    // Found out as soon as the page is used.
    dispatchEvent(new PointerEvent('pointermove'));
    await until(() => paper() === dark);
    // The page is switched.
    const { documentElement } = document;
    ground.style.cssText = 'background:#fff;color:#111';
    documentElement.dataset['theme'] = 'light';
    await until(() => paper() === light);
    ground.style.cssText = 'background:#000;color:#eee';
    documentElement.dataset['theme'] = 'dark';
    await until(() => paper() === dark);
    delete documentElement.dataset['theme'];
    // A theme goes before, and the view has it too.
    reader.setPreferences({ theme: 'sepia' });
    await until(() => paper() === sepia);
    reader.setPreferences({ theme: 'page' });
    await until(() => paper() === dark);
    button(reader, 'view').click();
    const dialog = () =>
      reader.shadowRoot!.querySelector('article-reader-view')?.shadowRoot?.querySelector('dialog');
    await until(() => dialog()?.open);
    expect(getComputedStyle(dialog()!).backgroundColor).to.equal(dark);
    dialog()!.close();
    reader.reset();
  });

  for (const ink of [
    'oklch(0.93 0.01 250)',
    'lab(92 0 0)',
    'color(srgb 0.9 0.9 0.9)',
    'rgb(150 9 9)',
  ])
    it(`goes with the ground under ink of ${ink}`, async () => {
      const { reader } = await mount(
        `<div style="background:#14161a;color:${ink}"><article-reader>${ARTICLE}</article-reader></div>`,
      );
      const bar = button(reader, 'toggle').closest('.bar')!;
      dispatchEvent(new PointerEvent('pointermove'));
      await until(() => getComputedStyle(bar).backgroundColor === 'rgb(18, 24, 30)');
    });

  it('lays the paper of a theme round an article elsewhere on the page', async () => {
    const { reader, stage } = await mount(
      `<article-reader for="story"></article-reader><div id="story">${ARTICLE}</div>`,
    );
    const shadow = () => getComputedStyle(stage.querySelector('#story')!).boxShadow;
    expect(shadow()).to.equal('none');
    reader.setPreferences({ theme: 'sepia' });
    await until(() => shadow().includes('16px'));
    expect(shadow()).to.contain('rgb(246, 236, 217)');
    reader.reset();
    await until(() => shadow() === 'none');
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
