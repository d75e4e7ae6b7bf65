import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { ArticleReader } from '../../../src/elements.js';
import { ARTICLE, button, mount, reset, until } from './setup.js';

const sheet = (reader: ArticleReader) =>
  reader.shadowRoot!.querySelector('article-reader-help')?.shadowRoot;
const dialog = (reader: ArticleReader) =>
  sheet(reader)?.querySelector('article-reader-panel')?.shadowRoot?.querySelector('dialog');

async function openHelp(lang = 'ar'): Promise<{ reader: ArticleReader; help: ShadowRoot }> {
  const { reader } = await mount(
    `<article-reader ui-lang="${lang}" persist="none">${ARTICLE}</article-reader>`,
  );
  await until(() => button(reader, 'help').ariaLabel !== 'المساعدة' || lang === 'ar');
  button(reader, 'help').click();
  await until(() => dialog(reader)?.open);
  return { reader, help: sheet(reader)! };
}

/** What is on the keys, in the order of the commands. */
const keys = (help: ShadowRoot) =>
  [...help.querySelectorAll('.key')].map((it) => it.textContent!.replace(/\s+/g, ' ').trim());

/** The device is held, as far as the page is told. */
function hold(): () => void {
  const { matchMedia } = window;
  window.matchMedia = (query) =>
    /hover: ?none/.test(query) ? matchMedia('(min-width: 0px)') : matchMedia(query);
  return () => (window.matchMedia = matchMedia);
}

/** The browser tells what the keys of this layout type. */
function tellLayout(layout: Readonly<Record<string, string>>): () => void {
  Object.defineProperty(navigator, 'keyboard', {
    configurable: true,
    value: { getLayoutMap: () => Promise.resolve(new Map(Object.entries(layout))) },
  });
  return () => Reflect.deleteProperty(navigator, 'keyboard');
}

describe('help for who holds it', () => {
  let undo = () => {};
  afterEach(() => {
    undo();
    undo = () => {};
  });
  after(reset);

  // Before any key is pressed on this page.
  it('shows touches first on a device that is held, and the keys behind a disclosure', async () => {
    undo = hold();
    const { help } = await openHelp();
    expect(help.querySelector('h3')!.textContent).to.equal('باللمس');
    expect(help.querySelectorAll('.touches li').length).to.equal(4);
    const details = help.querySelector('details')!;
    expect(details.open).to.equal(false);
    expect(help.querySelector<HTMLElement>('.key')!.checkVisibility?.() ?? false).to.equal(false);
    help.querySelector('summary')!.click();
    await until(() => details.open);
    expect(help.querySelector<HTMLElement>('.key')!.getBoundingClientRect().height).to.be.above(43);
    expect(help.querySelector('summary')!.getBoundingClientRect().height).to.be.above(43);
  });

  it('shows keys first where there is a mouse, or a key was pressed', async () => {
    const { help } = await openHelp();
    expect(help.querySelector('details')).to.equal(null);
    undo = hold();
    await sendKeys({ press: 'Escape' });
    const held = await openHelp();
    expect(held.help.querySelector('details')).to.equal(null);
  });

  it('shows the Arabic letter beside the Latin one to who reads it in Arabic', async () => {
    undo = tellLayout({ KeyK: 'k' });
    const { reader, help } = await openHelp();
    expect(keys(help).slice(0, 6)).to.deep.equal(['ن K', 'ت J', 'م L', 'ح P', 'ى N', 'ل G']);
    // A sign is asked for as it is typed.
    expect(keys(help)).to.include.members(['+', '0', 'و ,', '؟ ?']);
    const [latin, arabic] = ['span:not(.arabic)', '.arabic'].map((it) =>
      parseFloat(getComputedStyle(help.querySelector(`.key ${it}`)!).fontSize),
    );
    expect(arabic).to.be.above(latin! * 1.3);
    expect(help.querySelector('.key')!.ariaLabel).to.contain('ن K');
    // Of the user's own keys too.
    reader.setPreferences({ keys: { toggle: 'z' } });
    await until(() => keys(help)[0] === 'ئ Z');
    undo();
    undo = tellLayout({ KeyK: 'k' });
    expect(keys((await openHelp('en')).help)[0]).to.equal('K');
  });

  it('takes the letters of the layout where the browser tells that it is an Arabic one', async () => {
    undo = tellLayout({ KeyK: 'ک', KeyJ: 'ت', Comma: ',' });
    const { help } = await openHelp('en');
    expect(keys(help).slice(0, 3)).to.deep.equal(['ک K', 'ت J', 'L']);
    expect(keys(help)).to.include(',');
  });
});
