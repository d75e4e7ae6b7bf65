import { expect } from '@open-wc/testing';
import 'axe-core';
import type Axe from 'axe-core';
import type { ArticleReader } from '../../../src/elements.js';
import { THEMES } from '../../../src/core/settings.js';
import { viewport } from '../../commands.js';
import { ARTICLE, button, frame, mount, reset, settled, until, reaches } from './setup.js';

/** A classic script: it leaves its name on the window. */
const { axe } = window as unknown as { axe: typeof Axe };

/** What axe finds; the test page's own frame is left out. */
async function violations(): Promise<string[]> {
  const { violations } = await axe.run(document.querySelector('main')!, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'wcag2aaa', 'best-practice'],
    // The page round the element is the test's, one heading and no landmarks.
    rules: { region: { enabled: false }, 'heading-order': { enabled: false } },
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );
}

const sheet = (reader: ArticleReader, name: string) =>
  reader
    .shadowRoot!.querySelector(`article-reader-${name}`)
    ?.shadowRoot!.querySelector('article-reader-panel')
    ?.shadowRoot!.querySelector('dialog');

/** Every control of every part, through the shadow roots. */
function controls(root: ParentNode): HTMLElement[] {
  const found = [...root.querySelectorAll<HTMLElement>('button,select,input')];
  for (const element of root.querySelectorAll('*'))
    if (element.shadowRoot) found.push(...controls(element.shadowRoot));
  return found.filter(
    (control) => control.offsetParent && getComputedStyle(control).visibility === 'visible',
  );
}

/** Waits until the main button has its colours: the same twice, some frames apart. */
async function colourSettled(reader: ArticleReader): Promise<void> {
  const colour = () => getComputedStyle(button(reader, 'toggle')).backgroundColor;
  await settled(200);
  for (let before = ''; before !== colour(); await settled(300)) before = colour();
}

describe('accessibility', () => {
  after(reset);

  for (const [lang, dir] of [
    ['ar', 'rtl'],
    ['en', 'ltr'],
  ] as const) {
    describe(`in ${lang}, ${dir}`, () => {
      let reader: ArticleReader;
      before(async () => {
        await viewport(1000, 900);
        ({ reader } = await mount(
          `<article-reader ui-lang=${lang}>${ARTICLE.replaceAll('<a ', '<a style="color:#00308f" ')}</article-reader>`,
          { msPerWord: 2000 },
          { lang: 'ar', dir },
        ));
        await until(() => button(reader, 'toggle').offsetParent);
      });

      it('has no fault while idle, reading and paused', async () => {
        expect(await violations()).to.deep.equal([]);
        reader.play();
        await reaches(reader, 'playing');
        await settled(50);
        expect(await violations()).to.deep.equal([]);
        reader.pause();
        await settled(50);
        expect(await violations()).to.deep.equal([]);
        reader.stop();
      });

      for (const name of ['settings', 'help']) {
        it(`has no fault with ${name} open`, async () => {
          button(reader, name).click();
          await until(() => sheet(reader, name)?.open);
          await settled(50);
          expect(await violations()).to.deep.equal([]);
          sheet(reader, name)!.close();
        });
      }
    });
  }

  it('has no fault in any theme, with the settings open and closed, and when it fails', async function () {
    this.timeout(60_000);
    const { reader } = await mount(
      `<article-reader lang="fr" ui-lang="ar">${ARTICLE}</article-reader>`,
      { voices: [] },
    );
    for (const theme of THEMES) {
      reader.update({ theme });
      reader.seek(30);
      await reader.updateComplete;
      // The page's own link, in the page's own colour, is the page's.
      if (theme === 'page') reader.querySelector('a')!.style.color = '#00308f';
      else reader.querySelector('a')!.removeAttribute('style');
      // Buttons take their colours over 0.12 s of frames, which a busy machine draws late.
      await colourSettled(reader);
      expect(await violations(), theme).to.deep.equal([]);
      button(reader, 'settings').click();
      await until(() => sheet(reader, 'settings')?.open);
      expect(await violations(), `${theme}, settings`).to.deep.equal([]);
      sheet(reader, 'settings')!.close();
    }
    reader.play();
    await until(() => reader.playback.status === 'failed');
    await settled(50);
    expect(await violations()).to.deep.equal([]);
  });

  for (const width of [320, 700, 1280]) {
    it(`shows every control whole and at least 44 px large at ${width} px`, async () => {
      await viewport(width, 700);
      const { reader } = await mount(`<article-reader>${ARTICLE}</article-reader>`);
      // WebKitGTK's window is never narrower than 447 px.
      const check = () => {
        expect(document.documentElement.scrollWidth).to.be.at.most(innerWidth);
        for (const control of controls(reader.shadowRoot!)) {
          const label = control.closest('label');
          const {
            width: inline,
            height: block,
            left,
            right,
          } = (label ?? control).getBoundingClientRect();
          const name = control.ariaLabel ?? control.textContent!.trim();
          expect(Math.min(inline, block), name).to.be.at.least(43.9);
          expect(left, name).to.be.at.least(0);
          expect(right, name).to.be.at.most(innerWidth);
        }
      };
      check();
      if (button(reader, 'more').offsetParent) button(reader, 'more').click();
      await frame();
      expect(button(reader, 'settings').offsetParent).not.to.equal(null);
      check();
      button(reader, 'settings').click();
      await until(() => sheet(reader, 'settings')?.open);
      check();
    });
  }

  it('fits 500 % text into 320 px without scrolling sideways', async () => {
    await viewport(320, 640);
    const { reader } = await mount(
      `<article-reader>${ARTICLE}<ul><li>عنصر<ul><li>المتخصصون والمتخصصات</li></ul></li></ul></article-reader>`,
    );
    reader.update({ textSize: 500 });
    await frame();
    expect(document.documentElement.scrollWidth).to.be.at.most(innerWidth);
  });

  it('says size and speed to a screen reader, and nothing while it reads aloud', async () => {
    await viewport(1000, 700);
    const { reader } = await mount(`<article-reader>${ARTICLE}</article-reader>`, {
      msPerWord: 500,
    });
    const said = () => reader.shadowRoot!.querySelector('[role=status]')!.textContent!.trim();
    button(reader, 'larger').click();
    await until(() => said().includes('١١٠'));
    button(reader, 'nextParagraph').click();
    await until(() => said() === 'الفقرة ١ من ٤');
    reader.play();
    await reaches(reader, 'playing');
    await until(() => said() === '');
    button(reader, 'larger').click();
    button(reader, 'nextSentence').click();
    await settled(100);
    expect(said()).to.equal('');
  });
});
