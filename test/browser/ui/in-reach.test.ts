import { expect } from '@open-wc/testing';
import { mountFramed, type Framed } from './framed.js';
import { ARTICLE, button, until } from './setup.js';
import { STATES } from './surfaces.js';

const LONG = `<header style="height:200px">الموقع</header>
  <div class="around"><article-reader>${ARTICLE.repeat(12)}</article-reader></div>
  <footer style="height:1500px">تعليقات</footer>`;

/** Pages in which `sticky` does not stick, or not to the window. */
const CLIPPING: Readonly<Record<string, string>> = {
  'html and body that hide what is too wide': 'html, body { overflow-x: hidden }',
  'a wrapper that clips': '.around { overflow: hidden }',
  'a wrapper that clips and is transformed':
    '.around { overflow: hidden; transform: none; translate: 1px }',
  'a wrapper that contains its paint': '.around { contain: paint; overflow-x: hidden }',
};

const barOf = ({ reader }: Framed) => reader.shadowRoot!.querySelector<HTMLElement>('.bar')!;

/** Whether all of the bar is in the window, less what lies over that, and is what a pointer meets there. */
function isInReach(framed: Framed, above = 0, below = 0): boolean {
  const { view, reader } = framed;
  const { top, bottom, left, width } = barOf(framed).getBoundingClientRect();
  return (
    top >= above &&
    bottom <= view.innerHeight - below &&
    view.document.elementFromPoint(left + width / 2, (top + bottom) / 2) === reader
  );
}

/** Where the article's first paragraph is on the page, scrolled or not. */
const placeOf = ({ reader, view }: Framed) =>
  reader.querySelector('p')!.getBoundingClientRect().top + view.scrollY;

const withoutPopover = (view: Window & typeof globalThis) => {
  const proto = view.HTMLElement.prototype as Partial<HTMLElement>;
  delete proto.popover;
  delete proto.showPopover;
};

describe('the bar is in reach', () => {
  let framed: Framed | undefined;
  beforeEach(() => localStorage.clear());
  afterEach(() => framed?.remove());

  for (const [name, css] of Object.entries(CLIPPING))
    for (const width of [320, 390, 1280])
      it(`in ${name}, at ${width} px, and moves nothing`, async () => {
        framed = await mountFramed(LONG, { head: `<style>${css}</style>` });
        await framed.resize(width, 640);
        const before = placeOf(framed);
        const height = framed.view.document.documentElement.scrollHeight;
        for (const y of [260, 700, 1100, 260]) {
          framed.view.scrollTo(0, y);
          await until(() => isInReach(framed!));
          expect(placeOf(framed)).to.be.closeTo(before, 0.6);
          expect(framed.view.document.documentElement.scrollHeight).to.equal(height);
        }
        // Beside the article only, unless it reads.
        framed.view.scrollTo(0, height);
        await until(() => !isInReach(framed!));
        framed.view.scrollTo(0, 700);
        await until(() => isInReach(framed!));
        expect(barOf(framed).getBoundingClientRect().width).to.be.closeTo(
          framed.reader.getBoundingClientRect().width,
          17,
        );
      });

  it('in browsers that have no popovers', async () => {
    framed = await mountFramed(LONG, {
      head: `<style>html, body { overflow-x: hidden } .around { position: relative; transform: translateX(1px) }</style>`,
      before: withoutPopover,
    });
    for (const width of [390, 1280]) {
      await framed.resize(width, 640);
      const before = placeOf(framed);
      for (const y of [700, 1100, 300]) {
        framed.view.scrollTo(0, y);
        await until(() => isInReach(framed!));
        expect(placeOf(framed)).to.be.closeTo(before, 0.6);
      }
    }
  });

  it('of an article elsewhere on the page, beside that', async () => {
    framed = await mountFramed(
      `<article-reader for="story"></article-reader><div id="story">${ARTICLE.repeat(12)}</div>`,
    );
    for (const width of [390, 1280]) {
      await framed.resize(width, 640);
      framed.view.scrollTo(0, 700);
      await until(() => isInReach(framed!));
    }
  });

  for (const css of ['', CLIPPING['html and body that hide what is too wide']!])
    it(`above and below what the page keeps over it${css && ', where it does not stick'}`, async () => {
      framed = await mountFramed(LONG, { head: `<style>${css}</style>` });
      const { document } = framed.view;
      for (const width of [390, 1280]) {
        await framed.resize(width, 640);
        framed.view.scrollTo(0, 700);
        await until(() => isInReach(framed!));
        const before = placeOf(framed);
        document.body.insertAdjacentHTML(
          'beforeend',
          `<div class="over" style="position:fixed;z-index:9999;inset:0 0 auto;height:70px;background:#9cf">أعلى</div>
          <div class="over" style="position:fixed;z-index:9999;inset:auto 0 0;height:96px;background:#fc9">ملفات الارتباط</div>`,
        );
        framed.view.dispatchEvent(new Event('scroll'));
        await until(() => isInReach(framed!, 70, 96));
        expect(placeOf(framed)).to.be.closeTo(before, 0.6);
        for (const over of document.querySelectorAll('.over')) over.remove();
        await until(() => {
          const { top, bottom } = barOf(framed!).getBoundingClientRect();
          return Math.min(top, 640 - bottom) === 8;
        });
      }
    });

  it('above a keyboard on the screen', async () => {
    framed = await mountFramed(LONG);
    await framed.resize(390, 640);
    framed.view.scrollTo(0, 700);
    await until(() => isInReach(framed!));
    const { visualViewport } = framed.view;
    Object.defineProperty(visualViewport, 'height', { value: 340, configurable: true });
    visualViewport!.dispatchEvent(new Event('resize'));
    await until(() => isInReach(framed!, 0, 300));
    delete (visualViewport as Partial<{ height: number }>).height;
    visualViewport!.dispatchEvent(new Event('resize'));
    await until(() => barOf(framed!).getBoundingClientRect().bottom === 632);
  });

  it('not over a dialog of the page', async () => {
    framed = await mountFramed(`<dialog>نافذة</dialog>${LONG}`, {
      head: `<style>html, body { overflow-x: hidden }</style>`,
    });
    await framed.resize(1280, 640);
    framed.view.document.querySelector('dialog')!.showModal();
    framed.view.scrollTo(0, 700);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(barOf(framed).getBoundingClientRect().bottom).to.be.below(0);
  });

  for (const mode of ['vertical-rl', 'vertical-lr'])
    for (const width of [320, 1280])
      it(`beside text in columns, ${mode}, at ${width} px, and covers none`, async () => {
        framed = await mountFramed(
          `<p>قبله</p><div style="writing-mode:${mode};height:400px"><article-reader>${ARTICLE}</article-reader></div><p>بعده</p>`,
        );
        await framed.resize(width, 640);
        await until(() => isInReach(framed!) && barOf(framed!).offsetWidth > 200);
        const { reader, view } = framed;
        const bar = barOf(framed).getBoundingClientRect();
        const range = view.document.createRange();
        for (const paragraph of reader.querySelectorAll('h2,p')) {
          range.selectNodeContents(paragraph);
          for (const { top, bottom } of range.getClientRects())
            expect(bottom <= bar.top || top >= bar.bottom, paragraph.textContent).to.equal(true);
          expect(view.getComputedStyle(paragraph).writingMode).to.equal(mode);
        }
      });
});

describe('nothing that the reader does moves the text', () => {
  for (const width of [320, 390, 1280])
    it(`playing, pausing, failing, telling, unfolding, at ${width} px`, async () => {
      localStorage.clear();
      const framed = await mountFramed(LONG, {}, { msPerWord: 5000 });
      const { reader } = framed;
      await framed.resize(width, 640);
      framed.view.scrollTo(0, 150);
      const place = () => reader.querySelector('p')!.getBoundingClientRect().top;
      const before = place();
      const shifts: string[] = [];
      const look = async (state: string) => {
        await reader.updateComplete;
        if (place() !== before) shifts.push(`${state}: ${place() - before} px`);
      };
      button(reader, 'toggle').click();
      await look('pressed');
      await STATES['playing']!(reader);
      await look('playing');
      const toolbar = reader.shadowRoot!.querySelector('article-reader-toolbar')!;
      toolbar.dispatchEvent(new CustomEvent('reader-command', { detail: 'bookmark' }));
      const notice = () => reader.shadowRoot!.querySelector('article-reader-notice');
      await until(() => notice()?.shadowRoot?.querySelector('.message'));
      await look('told of a bookmark');
      await STATES['paused']!(reader);
      await look('paused');
      button(reader, 'more').click();
      await until(() => width > 900 || button(reader, 'more').ariaExpanded === 'true');
      await look('unfolded');
      reader.stop();
      await look('stopped');
      framed.remove();
      expect(shifts).to.deep.equal([]);
    });

  it('not where it cannot read', async () => {
    localStorage.clear();
    const framed = await mountFramed(
      LONG.replace('<article-reader', '<article-reader lang="fr"'),
      {},
      { voices: [] },
    );
    const { reader } = framed;
    for (const width of [320, 1280]) {
      await framed.resize(width, 640);
      reader.stop();
      framed.view.scrollTo(0, 150);
      const before = reader.querySelector('p')!.getBoundingClientRect().top;
      reader.play();
      await until(() => reader.shadowRoot!.querySelector('.message'));
      expect(reader.querySelector('p')!.getBoundingClientRect().top).to.equal(before);
      // Over the text, and whole.
      const { top, bottom } = reader.shadowRoot!.querySelector('.message')!.getBoundingClientRect();
      expect(top).to.be.at.least(0);
      expect(bottom).to.be.at.most(640);
    }
    framed.remove();
  });
});
