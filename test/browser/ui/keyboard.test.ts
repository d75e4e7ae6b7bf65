import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { ArticleReader } from '../../../src/elements.js';
import { shiftTab } from '../../commands.js';
import { STATES, toolbarOf, wayBack } from './surfaces.js';
import { ARTICLE, button, focused, mount, reset, settled, until, reaches } from './setup.js';

const status = (reader: ArticleReader) => reader.playback.status;
const region = (reader: ArticleReader) =>
  reader.shadowRoot!.querySelector<HTMLElement>('[part=article]')!;
const sentence = (reader: ArticleReader) =>
  reader.position.sentence &&
  reader.article.text.slice(reader.position.sentence.start).split(' ')[0];

/** A key as a layout types it. */
const type = (reader: ArticleReader, key: string, code: string, init: KeyboardEventInit = {}) =>
  region(reader).dispatchEvent(
    new KeyboardEvent('keydown', {
      key,
      code,
      bubbles: true,
      composed: true,
      cancelable: true,
      ...init,
    }),
  );

describe('the keyboard', () => {
  after(reset);

  it('does everything with real keys, focus in the article', async () => {
    const { reader } = await mount(`<article-reader>${ARTICLE}</article-reader>`, {
      msPerWord: 5000,
    });
    region(reader).focus();
    await sendKeys({ press: ' ' });
    await reaches(reader, 'playing');
    await sendKeys({ press: 'k' });
    expect(status(reader)).to.equal('paused');
    await sendKeys({ press: 'n' });
    expect(sentence(reader)).to.equal('قالت');
    await sendKeys({ press: 'l' });
    expect(sentence(reader)).to.equal('وأضافت');
    await sendKeys({ press: 'j' });
    expect(sentence(reader)).to.equal('قالت');
    await sendKeys({ press: 'n' });
    await sendKeys({ press: 'p' });
    expect(sentence(reader)).to.equal('قالت');
    await sendKeys({ press: 'r' });
    expect(sentence(reader)).to.equal('قالت');
    await sendKeys({ press: 's' });
    expect(status(reader)).to.equal('idle');
    await sendKeys({ type: '+' });
    expect(reader.settings.textSize).to.equal(110);
    await sendKeys({ press: '-' });
    await sendKeys({ press: '-' });
    expect(reader.settings.textSize).to.equal(90);
    await sendKeys({ press: '0' });
    expect(reader.settings.textSize).to.equal(100);
    await sendKeys({ type: '>' });
    expect(reader.settings.rate).to.equal(1.1);
    await sendKeys({ type: '<' });
    expect(reader.settings.rate).to.equal(1);
    await sendKeys({ press: 'k' });
    await reaches(reader, 'playing');
    await sendKeys({ press: 'Escape' });
    expect(status(reader)).to.equal('idle');
  });

  it('opens the help, which closes by Escape and gives focus back', async () => {
    const { reader } = await mount(`<article-reader>${ARTICLE}</article-reader>`);
    region(reader).focus();
    await sendKeys({ type: '?' });
    const dialog = () =>
      reader
        .shadowRoot!.querySelector('article-reader-help')
        ?.shadowRoot!.querySelector('article-reader-panel')
        ?.shadowRoot!.querySelector('dialog');
    await until(() => dialog()?.open);
    expect(dialog()!.contains(focused())).to.equal(true);
    await sendKeys({ press: 'Escape' });
    await until(() => !dialog()!.open);
    expect(focused()).to.equal(region(reader));
  });

  // The key and code pairs that each layout gives, without and with Shift.
  const layouts: Record<string, Record<string, [string, string, boolean?]>> = {
    Arabic: {
      k: ['ن', 'KeyK'],
      n: ['ى', 'KeyN'],
      p: ['ح', 'KeyP'],
      l: ['م', 'KeyL'],
      j: ['ت', 'KeyJ'],
      s: ['س', 'KeyS'],
      '+': ['+', 'Equal', true],
      '-': ['-', 'Minus'],
      '0': ['٠', 'Digit0'],
      '>': ['.', 'Period', true],
      '<': [',', 'Comma', true],
    },
    'French (AZERTY)': {
      k: ['k', 'KeyK'],
      n: ['n', 'KeyN'],
      p: ['p', 'KeyP'],
      l: ['l', 'KeyL'],
      j: ['j', 'KeyJ'],
      s: ['s', 'KeyS'],
      '+': ['+', 'Equal', true],
      '-': ['-', 'Digit6'],
      '0': ['0', 'Digit0', true],
      '>': ['>', 'IntlBackslash', true],
      '<': ['<', 'IntlBackslash'],
    },
    Hebrew: {
      k: ['ל', 'KeyK'],
      n: ['מ', 'KeyN'],
      p: ['פ', 'KeyP'],
      l: ['ך', 'KeyL'],
      j: ['ח', 'KeyJ'],
      s: ['ד', 'KeyS'],
      '+': ['+', 'Equal', true],
      '-': ['-', 'Minus'],
      '0': ['0', 'Digit0'],
      // Mirrored, as brackets are in text that runs from the right.
      '>': ['>', 'Comma', true],
      '<': ['<', 'Period', true],
    },
  };
  for (const [layout, keys] of Object.entries(layouts)) {
    it(`knows its keys on a keyboard that is ${layout}`, async () => {
      const { reader } = await mount(`<article-reader>${ARTICLE}</article-reader>`, {
        msPerWord: 5000,
      });
      const press = (name: string) => {
        const [key, code, shiftKey = false] = keys[name]!;
        type(reader, key, code, { shiftKey });
      };
      press('k');
      await reaches(reader, 'playing');
      press('k');
      expect(status(reader)).to.equal('paused');
      press('n');
      press('n');
      press('p');
      expect(sentence(reader)).to.equal('قالت');
      press('l');
      expect(sentence(reader)).to.equal('وأضافت');
      press('j');
      expect(sentence(reader)).to.equal('قالت');
      press('s');
      expect(status(reader)).to.equal('idle');
      press('+');
      expect(reader.settings.textSize).to.equal(110);
      press('-');
      press('-');
      expect(reader.settings.textSize).to.equal(90);
      press('0');
      expect(reader.settings.textSize).to.equal(100);
      press('>');
      expect(reader.settings.rate).to.equal(1.1);
      press('<');
      expect(reader.settings.rate).to.equal(1);
    });
  }

  it('leaves a list or a table, both ways', async () => {
    const items = ['أول', 'ثان', 'ثالث'].map((name) => `<li>بند ${name}.</li>`).join('');
    const { reader } = await mount(
      `<article-reader><p>قبل القائمة.</p><ul>${items}</ul><p>بعد القائمة.</p></article-reader>`,
    );
    reader.seek(reader.article.text.indexOf('ثان'));
    region(reader).focus();
    await sendKeys({ press: 'w' });
    expect(sentence(reader)).to.equal('بعد');
    reader.seek(reader.article.text.indexOf('ثالث'));
    await sendKeys({ press: 'e' });
    expect(sentence(reader)).to.equal('قبل');
  });

  it('knows keys that type two letters, or a sign where others have a letter', async () => {
    const { reader } = await mount(
      `<article-reader>${ARTICLE}<ul><li>عنصر.</li></ul><p>بعد القائمة.</p></article-reader>`,
    );
    reader.seek(reader.article.text.indexOf('عنصر'));
    type(reader, "'", 'KeyW');
    expect(sentence(reader)).to.equal('بعد');
    await until(() => reader.reader.places);
    reader.reader.goTo(0);
    expect(sentence(reader)).to.equal('عنوان');
    type(reader, 'لا', 'KeyB');
    expect(sentence(reader)).to.equal('بعد');
  });

  it('goes on while a key is held, and switches nothing to and fro', async () => {
    const { reader } = await mount(`<article-reader>${ARTICLE}</article-reader>`, {
      msPerWord: 5000,
    });
    type(reader, '+', 'Equal', { shiftKey: true });
    type(reader, '+', 'Equal', { shiftKey: true, repeat: true });
    expect(reader.settings.textSize).to.equal(125);
    type(reader, 'k', 'KeyK');
    const again = type(reader, 'k', 'KeyK', { repeat: true });
    expect(status(reader)).to.be.oneOf(['loading', 'playing']);
    // It is ours all the same.
    expect(again).to.equal(false);
  });

  it('goes by the letter where a Latin layout moves it, not by its place', async () => {
    const { reader } = await mount(`<article-reader>${ARTICLE}</article-reader>`, {
      msPerWord: 5000,
    });
    // Dvorak types k where a US keyboard has v, and t where it has k.
    type(reader, 't', 'KeyK');
    expect(status(reader)).to.equal('idle');
    type(reader, 'k', 'KeyV');
    await reaches(reader, 'playing');
    // French types a full stop for Shift and the key where a US keyboard has the comma.
    type(reader, '.', 'Comma', { shiftKey: true });
    expect(reader.settings.rate).to.equal(1);
  });

  it('leaves keys alone with modifiers, in fields, outside, and when switched off', async () => {
    const { reader, stage } = await mount(
      `<input id="outside"><article-reader>${ARTICLE}<p><input id="inside"></p>
        <details><summary class="article">ملخص</summary>نص.</details></article-reader>`,
    );
    type(reader, 'k', 'KeyK', { ctrlKey: true });
    stage.querySelector('summary')!.focus();
    await sendKeys({ press: ' ' });
    expect(stage.querySelector('details')!.open).to.equal(true);
    stage.querySelector<HTMLElement>('#inside')!.focus();
    await sendKeys({ type: 'kn' });
    stage.querySelector<HTMLElement>('#outside')!.focus();
    await sendKeys({ type: 'kn' });
    expect(stage.querySelector<HTMLInputElement>('#outside')!.value).to.equal('kn');
    reader.shortcuts = 'off';
    await reader.updateComplete;
    type(reader, 'k', 'KeyK');
    await settled(50);
    expect(status(reader)).to.equal('idle');
    expect(reader.position.sentence).to.equal(null);
    expect(button(reader, 'toggle').hasAttribute('aria-keyshortcuts')).to.equal(false);
  });

  for (const [lang, dir, forward, back] of [
    ['ar', 'rtl', 'ArrowLeft', 'ArrowRight'],
    ['en', 'ltr', 'ArrowRight', 'ArrowLeft'],
  ] as const) {
    it(`gives the toolbar one tab stop, and arrows that follow direction (${dir})`, async () => {
      const { reader, stage } = await mount(
        `<button id="before">x</button><article-reader ui-lang=${lang}>${ARTICLE}</article-reader>`,
        {},
        { lang, dir },
      );
      await until(() => button(reader, 'toggle').offsetParent);
      stage.querySelector<HTMLElement>('#before')!.focus();
      await sendKeys({ press: 'Tab' });
      expect(focused()).to.equal(button(reader, 'toggle'));
      await sendKeys({ press: forward });
      const second = focused();
      expect(second).not.to.equal(button(reader, 'toggle'));
      await sendKeys({ press: back });
      expect(focused()).to.equal(button(reader, 'toggle'));
      await sendKeys({ press: 'End' });
      const last = focused();
      await sendKeys({ press: forward });
      expect(focused()).to.equal(button(reader, 'toggle'));
      await sendKeys({ press: back });
      expect(focused()).to.equal(last);
      await sendKeys({ press: 'Home' });
      await sendKeys({ press: forward });
      expect(focused()).to.equal(second);
      // The slider below the buttons is a stop of its own, with the same arrows.
      await until(() => toolbarOf(reader).querySelector('article-reader-scrubber')?.shadowRoot);
      await sendKeys({ press: 'Tab' });
      expect(focused()!.role).to.equal('slider');
      await sendKeys({ press: 'Tab' });
      expect(focused()).to.equal(region(reader));
      await shiftTab();
      await shiftTab();
      expect(focused()).to.equal(second);
    });
  }

  for (const [where, html] of [
    ['in it', `<article-reader>${ARTICLE}</article-reader>`],
    ['elsewhere', `<article-reader for="story"></article-reader><div id="story">${ARTICLE}</div>`],
  ] as const) {
    it(`keeps focus in the reader when the button back to the reading goes (article ${where})`, async () => {
      const { reader } = await mount(`${html}<div style="height:3000px"></div>`, {
        msPerWord: 5000,
      });
      await STATES['playing']!(reader);
      await STATES['playing, scrolled away']!(reader);
      const back = wayBack(reader)!;
      back.focus();
      expect(focused()).to.equal(back);
      await sendKeys({ press: 'Enter' });
      await until(() => back.hidden);
      expect(focused()).to.equal(where === 'in it' ? region(reader) : button(reader, 'toggle'));
    });
  }

  it('works in an article elsewhere on the page', async () => {
    const { reader, stage } = await mount(
      `<article-reader for="story"></article-reader><div id="story">${ARTICLE}</div>`,
      { msPerWord: 5000 },
    );
    stage.querySelector<HTMLElement>('#story a')!.focus();
    await sendKeys({ press: 'k' });
    await reaches(reader, 'playing');
    await sendKeys({ press: 'Escape' });
    expect(status(reader)).to.equal('idle');
  });

  describe('remapped in the help', () => {
    let reader: ArticleReader;
    const help = () => reader.shadowRoot!.querySelector('article-reader-help')!.shadowRoot!;
    const row = (n: number) => help().querySelectorAll('li')[n]!;
    const key = (n: number) => row(n).querySelector<HTMLButtonElement>('.key')!;
    const shown = (n: number) =>
      (key(n).querySelector('span:not(.arabic)') ?? key(n)).textContent!.trim();
    const dialog = () =>
      help().querySelector('article-reader-panel')!.shadowRoot!.querySelector('dialog')!;
    const said = (n: number) => row(n).querySelector('[role=status]')!.textContent!.trim();

    beforeEach(async () => {
      ({ reader } = await mount(`<article-reader>${ARTICLE}</article-reader>`, {
        msPerWord: 5000,
      }));
      region(reader).focus();
      await sendKeys({ type: '?' });
      await until(() => reader.shadowRoot!.querySelector('article-reader-help') && dialog().open);
    });

    it('takes the next key, keeps it, and says it everywhere', async () => {
      key(0).focus();
      await sendKeys({ press: 'Enter' });
      await until(() => shown(0) === 'اضغط المفتاح الجديد');
      await sendKeys({ press: 'x' });
      await until(() => shown(0) === 'X');
      expect(focused()).to.equal(key(0));
      expect(reader.settings.keys).to.deep.equal({ toggle: 'x' });
      expect(localStorage.length).to.be.above(0);
      await until(() => button(reader, 'toggle').getAttribute('aria-keyshortcuts') === 'x');
      await sendKeys({ press: 'Escape' });
      await until(() => !dialog().open);
      await sendKeys({ press: 'k' });
      expect(status(reader)).to.equal('idle');
      await sendKeys({ press: 'x' });
      await reaches(reader, 'playing');
    });

    it('takes a key of an Arabic layout by its place', async () => {
      key(0).click();
      await until(() => key(0).classList.contains('waiting'));
      const event = { key: 'ط', code: 'Quote', bubbles: true, cancelable: true };
      key(0).dispatchEvent(new KeyboardEvent('keydown', event));
      expect(reader.settings.keys).to.deep.equal({ toggle: "'" });
    });

    it('refuses what another command has and what the browser needs, and says so', async () => {
      key(0).focus();
      await sendKeys({ press: 'Enter' });
      await until(() => said(0) === 'اضغط المفتاح الجديد');
      await sendKeys({ press: 's' });
      await until(() => said(0) === 'هذا المفتاح مستخدم لـ«إنهاء القراءة». اختر غيره.');
      await sendKeys({ press: 'ArrowDown' });
      await until(() => said(0).startsWith('يحتاج المتصفح'));
      await sendKeys({ press: 'Escape' });
      await until(() => shown(0) === 'K');
      expect(dialog().open).to.equal(true);
      expect(said(0)).to.equal('');
      expect(reader.settings.keys).to.deep.equal({});
    });

    it('gives a key of ours to the command that the user chose it for', async () => {
      // As kept from before there were headings to go to.
      reader.setPreferences({ keys: { toggle: 'h' } });
      await sendKeys({ press: 'Escape' });
      await until(() => !dialog().open);
      await sendKeys({ press: 'h' });
      await until(() => status(reader) === 'playing');
      expect(sentence(reader)).to.equal('عنوان');
    });

    it('resets one and all, never losing focus', async () => {
      reader.setPreferences({ keys: { toggle: 'x', stop: 'y' } });
      await until(() => shown(0) === 'X');
      row(0).querySelector<HTMLButtonElement>('.reset')!.focus();
      await sendKeys({ press: 'Enter' });
      await until(() => shown(0) === 'K');
      expect(focused()).to.equal(key(0));
      expect(reader.settings.keys).to.deep.equal({ stop: 'y' });
      // A key that is in use now does not come back by itself.
      reader.setPreferences({ keys: { toggle: 'x', stop: 'k' } });
      await until(() => shown(0) === 'X');
      row(0).querySelector<HTMLButtonElement>('.reset')!.click();
      await until(() => said(0).includes('إنهاء القراءة'));
      const all = help().querySelector<HTMLButtonElement>('.all')!;
      all.focus();
      await sendKeys({ press: 'Enter' });
      await until(() => shown(0) === 'K');
      expect(focused()).to.equal(all);
      expect(reader.settings.keys).to.deep.equal({});
    });

    it('switches all of them off and on', async () => {
      const box = help().querySelector<HTMLInputElement>('.switch input')!;
      box.focus();
      await sendKeys({ press: ' ' });
      expect(reader.settings.shortcuts).to.equal(false);
      await until(() => !button(reader, 'toggle').hasAttribute('aria-keyshortcuts'));
      await sendKeys({ press: 'Escape' });
      await until(() => !dialog().open);
      await sendKeys({ press: 'k' });
      expect(status(reader)).to.equal('idle');
    });
  });
});
