import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { PRESETS } from '../../../src/core/presets.js';
import { BASE_SETTINGS } from '../../../src/core/settings.js';
import type { ArticleReader } from '../../../src/elements.js';
import { localPreferenceStore } from '../../../src/reader/reader.js';
import { viewport } from '../../commands.js';
import {
  ARTICLE,
  button,
  eventOf,
  focused,
  frame,
  middleOf,
  mount,
  openAllSettings,
  reset,
  settled,
  until,
} from './setup.js';

const paragraph = (reader: ArticleReader) => reader.querySelector('p')!;
const heightOf = (element: Element) => element.getBoundingClientRect().height;

describe('settings', () => {
  before(() => viewport(1000, 800));
  after(reset);

  it('leave the page as it is until something is chosen', async () => {
    const { stage, reader } = await mount(
      `<article>${ARTICLE}</article><article-reader>${ARTICLE}</article-reader>`,
    );
    const computed = (element: Element) => {
      const { fontSize, lineHeight, color, wordSpacing, fontFamily, textAlign, backgroundColor } =
        getComputedStyle(element);
      return { fontSize, lineHeight, color, wordSpacing, fontFamily, textAlign, backgroundColor };
    };
    expect(computed(paragraph(reader))).to.deep.equal(computed(stage.querySelector('article p')!));
    expect(heightOf(paragraph(reader))).to.equal(heightOf(stage.querySelector('article p')!));
  });

  it('scale text from 50 % to 500 %, also where the page sets it in px', async () => {
    const { reader } = await mount(
      `<style>main p { font-size: 16px !important; line-height: 20px }</style><article-reader>${ARTICLE}</article-reader>`,
    );
    const word = document.createRange();
    word.setStart(paragraph(reader).firstChild!, 0);
    word.setEnd(paragraph(reader).firstChild!, 4);
    const width = () => word.getBoundingClientRect().width;
    const before = width();
    // WebKit before CSS Viewport 1 gives rectangles of zoomed text unzoomed.
    const zoom = () =>
      'currentCSSZoom' in paragraph(reader) ? 1 : Number(getComputedStyle(paragraph(reader)).zoom);
    for (const textSize of [50, 200, 500]) {
      reader.setPreferences({ textSize });
      await frame();
      // Small glyphs are rounded to whole pixels.
      expect((width() * zoom()) / before).to.be.closeTo(textSize / 100, (textSize / 100) * 0.13);
    }
    reader.setPreferences({ textSize: 9000 });
    expect(reader.settings.textSize).to.equal(500);
    reader.reset();
    await frame();
    expect(width()).to.equal(before);
  });

  it('are chosen for the user by setPreferences(), and by update(), its name before', async () => {
    const { reader } = await mount(`<article-reader>${ARTICLE}</article-reader>`);
    const changed = eventOf(reader, 'reader-settingschange');
    reader.setPreferences({ textSize: 150, theme: 'sepia' });
    const { settings } = await changed;
    expect(settings).to.include({ textSize: 150, theme: 'sepia' });
    reader.update({ textSize: 200 });
    expect(reader.settings).to.include({ textSize: 200, theme: 'sepia' });
    reader.setPreferences({ textSize: undefined, theme: undefined });
    expect(reader.settings).to.include({ textSize: 100, theme: 'page' });
    // Lit's own update is still Lit's.
    reader.uiLang = 'en';
    await reader.updateComplete;
    await until(() => button(reader, 'settings').ariaLabel === 'Settings');
  });

  it('hold against the page, in colours and spacing', async () => {
    const { reader } = await mount(
      `<style>#x p { color: red; line-height: 1; background: pink; word-spacing: 0 }</style>
       <div id="x"><article-reader>${ARTICLE}</article-reader></div>`,
    );
    reader.setPreferences({ theme: 'dark', lineHeight: 2, wordSpacing: 0.5 });
    await reader.updateComplete;
    const { color, lineHeight, fontSize, wordSpacing } = getComputedStyle(paragraph(reader));
    expect(color).to.equal('rgb(238, 243, 247)');
    expect(parseFloat(lineHeight)).to.be.closeTo(parseFloat(fontSize) * 2, 0.1);
    expect(parseFloat(wordSpacing)).to.be.closeTo(parseFloat(fontSize) / 2, 0.1);
  });

  it('are the page’s by attribute, and the user’s before the page’s', async () => {
    const { reader } = await mount(
      `<article-reader text-size="150" rate="1.5" theme="sepia" highlight="word">${ARTICLE}</article-reader>`,
    );
    expect(reader.settings).to.include({
      textSize: 150,
      rate: 1.5,
      theme: 'sepia',
      highlight: 'word',
    });
    const changed = eventOf(reader, 'reader-settingschange');
    reader.setPreferences({ rate: 2 });
    expect((await changed).settings.rate).to.equal(2);
    reader.setAttribute('rate', '0.7');
    reader.setAttribute('text-size', 'nonsense');
    await reader.updateComplete;
    expect(reader.settings).to.include({ rate: 2, textSize: 100 });
    reader.reset();
    expect(reader.settings.rate).to.equal(0.7);
  });

  it('are remembered, shared between tabs, and cleared by one call', async () => {
    const { reader } = await mount(`<article-reader>${ARTICLE}</article-reader>`);
    reader.setPreferences({ textSize: 200, theme: 'dark' });
    const again = document.createElement('article-reader');
    document.querySelector('main')!.append(again);
    await again.updateComplete;
    expect(again.settings).to.include({ textSize: 200, theme: 'dark' });
    // What another tab writes arrives as a storage event.
    localStorage.setItem('article-reader', '{"textSize":120,"theme":"no such theme"}');
    dispatchEvent(new StorageEvent('storage', { key: 'article-reader' }));
    expect(reader.settings).to.include({ textSize: 120, theme: 'page' });
    reader.reset();
    expect(localStorage.getItem('article-reader')).to.equal(null);
  });

  it('are those of all readers on the page', async () => {
    const { reader, stage } = await mount(
      `<article-reader>${ARTICLE}</article-reader><article-reader id="other">${ARTICLE}</article-reader>`,
    );
    const other = stage.querySelector<ArticleReader>('#other')!;
    reader.setPreferences({ theme: 'sepia' });
    other.setPreferences({ textSize: 150 });
    for (const each of [reader, other])
      expect(each.settings).to.include({ theme: 'sepia', textSize: 150 });
    reader.reset();
    expect(other.settings).to.include({ theme: 'page', textSize: 100 });
  });

  it('are heard of by a reader on the page, and by one that comes back to it', async () => {
    let listeners = 0;
    const { reader, stage } = await mount(`<article-reader>${ARTICLE}</article-reader>`);
    reader.store = {
      load: localPreferenceStore.load,
      save: localPreferenceStore.save,
      subscribe(listener) {
        listeners++;
        const unsubscribe = localPreferenceStore.subscribe(listener);
        return () => {
          listeners--;
          unsubscribe();
        };
      },
    };
    await reader.updateComplete;
    expect(listeners).to.equal(1);
    reader.remove();
    // Nothing holds a reader that has gone for good.
    expect(listeners).to.equal(0);
    localPreferenceStore.save({ textSize: 150 });
    expect(reader.settings.textSize).to.equal(100);
    stage.append(reader);
    expect(reader.settings.textSize).to.equal(150);
    expect(listeners).to.equal(1);

    // What is not kept lasts as long as the reader does.
    reader.persist = 'none';
    await reader.updateComplete;
    reader.setPreferences({ textSize: 300 });
    stage.prepend(reader);
    expect(reader.settings.textSize).to.equal(300);
  });

  it('open where the language is written as a POSIX locale', async () => {
    const { reader } = await mount(
      `<article-reader>${ARTICLE}</article-reader>`,
      {},
      { lang: 'ar_EG' },
    );
    const sheet = await openAllSettings(reader);
    expect(sheet.querySelector('#textSize')).not.to.equal(null);
  });

  it('are not kept with persist="none", and live where storage is broken', async () => {
    const { reader } = await mount(`<article-reader persist="none">${ARTICLE}</article-reader>`);
    reader.setPreferences({ textSize: 300 });
    expect(localStorage.getItem('article-reader')).to.equal(null);
    const descriptor = Object.getOwnPropertyDescriptor(window, 'localStorage')!;
    try {
      Object.defineProperty(window, 'localStorage', {
        configurable: true,
        get: () => {
          throw new DOMException('no', 'SecurityError');
        },
      });
      const guarded = document.createElement('article-reader');
      document.querySelector('main')!.append(guarded);
      await guarded.updateComplete;
      guarded.setPreferences({ textSize: 300 });
      expect(guarded.settings.textSize).to.equal(300);
    } finally {
      Object.defineProperty(window, 'localStorage', descriptor);
    }
  });

  it('are set in the sheet, each with a reset of its own', async () => {
    const { reader } = await mount(`<article-reader>${ARTICLE}</article-reader>`);
    const sheet = await openAllSettings(reader);
    const slider = sheet.querySelector<HTMLInputElement>('#textSize')!;
    slider.value = '200';
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    expect(reader.settings.textSize).to.equal(200);
    sheet.querySelector<HTMLInputElement>('[name=theme][value=sepia]')!.click();
    expect(reader.settings.theme).to.equal('sepia');
    await until(() => slider.getAttribute('aria-valuetext')!.startsWith('٢٠٠'));
    const row = slider.closest('.row')!;
    row.querySelector('button')!.click();
    expect(reader.settings).to.include({ textSize: 100, theme: 'sepia' });
    expect(sheet.activeElement).to.equal(slider);
    sheet.querySelector<HTMLElement>('.all')!.click();
    expect(reader.settings.theme).to.equal('page');
  });

  it('have a control each, named and with a reset of its own', async () => {
    const { reader } = await mount(`<article-reader>${ARTICLE}</article-reader>`, {
      voices: [{ name: 'Majed', lang: 'ar-SA', voiceURI: 'v', localService: true, default: true }],
    });
    const sheet = await openAllSettings(reader);
    // Keys are in the help, where they are listed; what is of a recording is beside one.
    const { keys, shortcuts, unrecorded, ...settings } = BASE_SETTINGS;
    expect([keys, shortcuts, unrecorded]).to.deep.equal([{}, true, true]);
    for (const name of Object.keys(settings)) {
      const row = sheet.querySelector(`[data-setting=${name}]`);
      expect(row, name).to.exist;
      const control = row!.querySelector<HTMLInputElement>('input,select')!;
      expect(control.labels![0]!.textContent!.trim(), name).not.to.be.empty;
      const title = row!.querySelector('legend,label')!;
      const label = (title.querySelector('span') ?? title).textContent!.trim();
      expect(row!.querySelector('.reset')!.ariaLabel, name).to.equal(`إرجاع: ${label}`);
      // Nothing was chosen yet: there is nothing to go back from.
      expect(getComputedStyle(row!.querySelector('.reset')!).visibility, name).to.equal('hidden');
    }
  });

  it('show in the sample, which is the article’s own words, and in the article', async () => {
    await viewport(1000, 900);
    const { reader } = await mount(`<article-reader>${ARTICLE}</article-reader>`);
    const sheet = await openAllSettings(reader);
    const sample = sheet.querySelector<HTMLElement>('.words')!;
    expect(sample.textContent).to.include('قالت الوزارة إن العمل بدأ اليوم');
    const both = [sample, paragraph(reader)];
    const style = (read: (style: CSSStyleDeclaration) => string) =>
      both.map((element) => read(getComputedStyle(element)));

    // By keyboard: up is more in either direction of the text.
    const weight = sheet.querySelector<HTMLInputElement>('#fontWeight')!;
    weight.focus();
    await sendKeys({ press: 'ArrowUp' });
    await until(() => reader.settings.fontWeight === 500);
    await until(() => style(({ fontWeight }) => fontWeight).join() === '500,500');
    expect(weight.getAttribute('aria-valuetext')).to.equal('متوسط');
    // Reset with the keyboard leaves focus in the row.
    await sendKeys({ press: 'Tab' });
    expect(focused()).to.equal(weight.parentElement!.querySelector('.reset'));
    await sendKeys({ press: 'Enter' });
    expect(reader.reader.preferences).not.to.have.property('fontWeight');
    expect(focused()).to.equal(weight);

    // By pointer; nothing that the sheet keeps in view covers what is pressed.
    const press = async (selector: string) => {
      const target = sheet.querySelector(selector)!.parentElement!;
      await until(() => {
        target.scrollIntoView({ block: 'center', behavior: 'instant' });
        const [, y] = middleOf(target);
        return y > 0 && y < innerHeight;
      });
      // A pointer meets what has been drawn.
      await frame();
      await frame();
      await sendMouse({ type: 'click', position: middleOf(target) });
    };
    await press('[name=theme][value=dark]');
    await until(
      () => style(({ color }) => color).join(';') === 'rgb(238, 243, 247);rgb(238, 243, 247)',
    );
    await press('[data-setting=emphasis] input');
    await until(() => getComputedStyle(sample.querySelector('b')!).fontWeight === '400');
    await press('[data-setting=skip] [value=tables]');
    // WebKit's driver answers before the page has had the click: it must not be scrolled yet.
    await until(() => reader.settings.skip.join() === 'deletions,notes,tables');
    await press('[data-setting=skip] [value=links]');
    await until(() => reader.settings.skip.join() === 'deletions,links,notes,tables');
    await press('[data-setting=skip] [value=links]');
    await until(() => reader.settings.skip.join() === 'deletions,notes,tables');
    await press('[name=focusLines][value="3"]');
    await until(() => reader.settings.focusLines === 3);

    sheet.querySelector<HTMLElement>('.all')!.click();
    expect(reader.reader.preferences).to.deep.equal({});
    await until(() => getComputedStyle(sample.querySelector('b')!).fontWeight === '700');
  });

  it('start from a preset, which is shown while it holds and taken back when pressed again', async () => {
    const { reader } = await mount(`<article-reader>${ARTICLE}</article-reader>`);
    const sheet = await openAllSettings(reader);
    const presets = [...sheet.querySelectorAll<HTMLElement>('.presets button')];
    const pressed = () => presets.map(({ ariaPressed }) => ariaPressed === 'true').indexOf(true);
    expect(presets.length).to.equal(Object.keys(PRESETS).length);
    reader.setPreferences({ rate: 2 });
    for (const [index, preset] of Object.values(PRESETS).entries()) {
      presets[index]!.click();
      await until(() => pressed() === index);
      expect(reader.settings).to.deep.include(preset);
    }
    reader.setPreferences({ brightness: 90 });
    await until(() => pressed() === -1);
    presets[0]!.click();
    await until(() => pressed() === 0);
    presets[0]!.click();
    await until(() => pressed() === -1);
    expect(reader.reader.preferences).to.deep.equal({ rate: 2 });
  });

  it('say the contrast of one’s own colours, and when it is low', async () => {
    const { reader } = await mount(`<article-reader>${ARTICLE}</article-reader>`);
    const sheet = await openAllSettings(reader);
    const said = () => sheet.querySelector('.contrast')!.textContent!.replace(/\s+/g, ' ').trim();
    expect(said()).to.equal('');
    const choose = (name: string, colour: string) => {
      const input = sheet.querySelector<HTMLInputElement>(`#${name}`)!;
      input.value = colour;
      input.dispatchEvent(new Event('input'));
    };
    choose('ink', '#000000');
    choose('paper', '#ffffff');
    await until(() => said() === 'التباين ٢١ إلى ١');
    choose('ink', '#777777');
    await until(() => said().startsWith('التباين ٤٫٤٨ إلى ١'));
    expect(sheet.querySelector('.warning')).to.exist;
    await until(() => getComputedStyle(paragraph(reader)).color === 'rgb(119, 119, 119)');
    choose('ink', '#767676');
    await until(() => said() === 'التباين ٤٫٥٤ إلى ١');
    expect(sheet.querySelector('.warning')).not.to.exist;
  });

  it('ask for a typeface when it is chosen, and go on without it where there is none', async () => {
    const faces = () => [...document.fonts].filter(({ family }) => /vazirmatn/.test(family));
    const { reader } = await mount(`<article-reader>${ARTICLE}</article-reader>`);
    const sheet = await openAllSettings(reader);
    await settled(100);
    expect(faces()).to.deep.equal([]);
    sheet.querySelector<HTMLElement>('[name=typeface][value=vazirmatn]')!.click();
    // The tests are served without the files.
    await until(() => faces().some(({ status }) => status === 'error'));
    expect(getComputedStyle(paragraph(reader)).fontFamily).to.match(/^"?article-reader-vazirmatn/);
    expect(reader.playback.status).to.equal('idle');
  });

  it('are set over whatever else is open, and lead to each group', async () => {
    await viewport(1000, 700);
    const { reader, stage } = await mount(
      `<dialog><article-reader>${ARTICLE}</article-reader></dialog>`,
    );
    stage.querySelector('dialog')!.showModal();
    const sheet = await openAllSettings(reader);
    const links = [...sheet.querySelectorAll<HTMLElement>('nav button')];
    const headings = [...sheet.querySelectorAll<HTMLElement>('h3')];
    const sample = sheet.querySelector('.sample')!;
    expect(links.length).to.equal(headings.length);
    for (const [index, link] of links.entries()) {
      link.click();
      expect(focused()).to.equal(headings[index]);
      // Right under what stays in view, but where the sheet ends first.
      const sheetBox = sheet
        .querySelector('article-reader-panel')!
        .shadowRoot!.querySelector('dialog')!;
      const room =
        headings[index]!.getBoundingClientRect().top - sample.getBoundingClientRect().bottom;
      const isAtEnd = sheetBox.scrollTop + sheetBox.clientHeight >= sheetBox.scrollHeight - 2;
      if (!isAtEnd) expect(room, link.textContent!).to.be.within(-2, 16);
    }
    // A control that gets focus is not under what stays in view.
    for (const name of ['textSize', 'measure', 'brightness', 'pause']) {
      const control = sheet.querySelector<HTMLElement>(`#${name}`)!;
      sheet.querySelector('.all')!.scrollIntoView();
      control.focus();
      // WebKitGTK's window may still be growing.
      await until(() => {
        const { left, top, width, height } = control.getBoundingClientRect();
        return sheet.elementFromPoint(left + width / 2, top + height / 2) === control;
      });
    }
  });

  for (const [lang, dir, more] of [
    ['ar', 'rtl', 'ArrowLeft'],
    ['en', 'ltr', 'ArrowRight'],
  ] as const)
    it(`have sliders whose arrows follow direction (${dir})`, async () => {
      const { reader } = await mount(
        `<article-reader lang="ar" ui-lang=${lang}>${ARTICLE}</article-reader>`,
        {},
        { lang, dir },
      );
      const sheet = await openAllSettings(reader);
      const slider = () => sheet.querySelector<HTMLElement>('#rate')!;
      await until(() => getComputedStyle(slider()).direction === dir);
      slider().focus();
      await sendKeys({ press: more });
      expect(reader.settings.rate).to.equal(1.1);
      await sendKeys({ press: 'ArrowUp' });
      expect(reader.settings.rate).to.equal(1.2);
    });

  it('let reading pause by itself at the end of the paragraph, once', async () => {
    const { reader } = await mount(`<article-reader>${ARTICLE}</article-reader>`);
    const sheet = await openAllSettings(reader);
    const select = sheet.querySelector<HTMLSelectElement>('#sleep')!;
    expect([...select.options].map(({ text }) => text).slice(0, 3)).to.deep.equal([
      'بلا مؤقت',
      'في نهاية الفقرة',
      '٥ دقائق',
    ]);
    select.selectedIndex = 1;
    select.dispatchEvent(new Event('change'));
    await until(() => reader.reader.sleepTimer === 'paragraph');
    const { text } = reader.article;
    reader.play(text.indexOf('قالت'));
    await until(() => reader.playback.status === 'paused');
    expect(reader.position.sentence!.start).to.equal(text.indexOf('وأضافت'));
    await until(() => select.selectedIndex === 0);
    reader.play();
    await until(() => reader.playback.status === 'idle');
  });

  it('change the rate of what is being read at once, from the word where it is', async () => {
    const { reader, synthesis } = await mount(`<article-reader>${ARTICLE}</article-reader>`, {
      msPerWord: 60,
    });
    reader.play();
    await until(() => reader.position.word && reader.position.word.start > 15);
    reader.setPreferences({ rate: 2 });
    await until(() => synthesis.spoken.at(-1)!.rate === 2);
    await until(() => reader.playback.status === 'idle');
    const { text } = reader.article;
    let at = -1;
    for (const word of synthesis.heard.map(({ text }) => text)) {
      const next = text.indexOf(word, Math.max(0, at));
      expect(next, word).to.be.at.least(at);
      at = next;
    }
  });
});
