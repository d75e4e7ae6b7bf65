/** The small sheet of what people change most, and the way from it to all settings. */
import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { viewport } from '../../commands.js';
import type { ArticleReader } from '../../../src/elements.js';
import {
  ARTICLE,
  button,
  focused,
  frame,
  middleOf,
  mount,
  openAllSettings,
  reset,
  until,
} from './setup.js';

const VOICES = [
  { name: 'Majed', lang: 'ar-SA' },
  { name: 'Hoda', lang: 'ar-EG' },
].map((voice) => ({ ...voice, voiceURI: voice.name, localService: true, default: false }));

const sheetOf = (reader: ArticleReader) =>
  reader.shadowRoot!.querySelector('article-reader-quick-settings')!;
const dialogOf = (reader: ArticleReader) =>
  sheetOf(reader)
    ?.shadowRoot?.querySelector('article-reader-panel')
    ?.shadowRoot?.querySelector('dialog');

async function open(reader: ArticleReader): Promise<ShadowRoot> {
  button(reader, 'settings').click();
  await until(() => dialogOf(reader)?.open);
  return sheetOf(reader).shadowRoot!;
}

const page = `<article-reader>${ARTICLE.repeat(3)}</article-reader>`;

describe('quick settings', () => {
  afterEach(() => viewport(1000, 800));
  after(reset);

  it('are few, and all of them are seen at once on a phone, above a page that is as it was', async () => {
    await viewport(390, 844);
    const { reader } = await mount(page, { voices: VOICES });
    const sheet = await open(reader);
    await until(() => sheet.querySelector('#voice option'));
    const dialog = dialogOf(reader)!;
    const { height, bottom } = dialog.getBoundingClientRect();
    expect(height).to.be.below(0.55 * innerHeight);
    expect(bottom).to.be.closeTo(innerHeight, 1);
    expect(dialog.scrollHeight).to.be.at.most(dialog.clientHeight + 1);
    expect(getComputedStyle(dialog, '::backdrop').backgroundColor).to.match(/, 0\)|transparent/);
    const stops = [
      ...dialog.querySelectorAll('button'),
      ...sheet.querySelectorAll('button,select,input:not([type=radio])'),
      // A group of radios is one.
      ...sheet.querySelectorAll('fieldset'),
    ];
    expect(stops.length).to.be.within(8, 12);
  });

  it('stand beside the column of text on a wide screen', async () => {
    await viewport(1280, 800);
    const { reader, stage } = await mount(page, { voices: VOICES });
    stage.style.cssText = 'max-inline-size:680px;margin-inline:auto';
    await open(reader);
    const { right } = dialogOf(reader)!.getBoundingClientRect();
    expect(right).to.be.below(reader.querySelector('p')!.getBoundingClientRect().left + 20);
  });

  it('take a newcomer to a larger size, dark, another voice and listening in eight touches', async () => {
    await viewport(390, 844);
    const { reader } = await mount(page, { voices: VOICES });
    let touches = 0;
    const touch = async (element: Element, at = middleOf(element)) => {
      touches++;
      await frame();
      await sendMouse({ type: 'click', position: at });
    };
    await until(() => button(reader, 'more').offsetParent);
    await touch(button(reader, 'more'));
    await until(() => button(reader, 'settings').offsetParent);
    await touch(button(reader, 'settings'));
    await until(() => dialogOf(reader)?.open);
    const sheet = sheetOf(reader).shadowRoot!;
    await until(() => sheet.querySelectorAll('#voice option').length > 2);
    const size = sheet.querySelector('#textSize')!.getBoundingClientRect();
    // The slider begins at the right, as the text does.
    await touch(sheet.querySelector('#textSize')!, [
      Math.round(size.left + size.width * 0.6),
      Math.round(size.top + size.height / 2),
    ]);
    await until(() => reader.settings.textSize > 150);
    await touch(sheet.querySelector('[name=theme][value=dark]')!);
    await until(() => reader.settings.theme === 'dark');
    const voices = sheet.querySelector<HTMLSelectElement>('#voice')!;
    // The list is the system's own: one touch opens it, one chooses.
    touches += 2;
    voices.value = [...voices.options].find(({ text }) => text === 'Hoda')!.value;
    voices.dispatchEvent(new Event('change', { bubbles: true }));
    await touch(dialogOf(reader)!.querySelector('header button')!);
    await until(() => !dialogOf(reader)!.open);
    await touch(button(reader, 'toggle'));
    await until(() => reader.playback.status === 'playing');
    expect(reader.settings.voice).to.deep.include({ name: 'Hoda' });
    expect(touches).to.be.at.most(8);
    reader.reset();
  });

  it('take a keyboard there in sixteen keys', async () => {
    await viewport(1000, 800);
    const { reader } = await mount(page, { voices: VOICES });
    button(reader, 'toggle').focus();
    let keys = 0;
    const press = async (...names: string[]) => {
      for (const name of names) {
        keys++;
        await sendKeys({ press: name });
      }
    };
    await press(',');
    await until(() => dialogOf(reader)?.open);
    const sheet = sheetOf(reader).shadowRoot!;
    await until(() => sheet.querySelectorAll('#voice option').length > 2);
    await press('Tab');
    await until(() => focused()?.id === 'textSize');
    await press('ArrowUp', 'Tab');
    await until(() => focused()?.getAttribute('name') === 'theme');
    const themes = ['page', 'system', 'light', 'dark'];
    for (const theme of themes.slice(1)) {
      await press('ArrowDown');
      await until(() => reader.settings.theme === theme);
    }
    await press('Tab', 'Tab', 'Tab');
    await until(() => focused()?.id === 'voice');
    // A list of voices answers to the first letters of their names.
    await press('h');
    await until(() => reader.settings.voice);
    await press('Escape');
    await until(() => !dialogOf(reader)!.open);
    await press('k');
    await until(() => reader.playback.status === 'playing');
    expect(reader.settings.textSize).to.be.above(100);
    expect(reader.settings.voice).to.deep.include({ name: 'Hoda' });
    expect(keys).to.be.at.most(16);
    reader.reset();
  });

  it('set spacing in one, and show nothing chosen where it is the user’s own', async () => {
    const { reader } = await mount(page);
    const sheet = await open(reader);
    const spacing = sheet.querySelector<HTMLSelectElement>('#spacing')!;
    expect(spacing.value).to.equal('page');
    spacing.value = 'wide';
    spacing.dispatchEvent(new Event('change'));
    expect(reader.settings).to.include({ lineHeight: 2.1, wordSpacing: 0.15, paragraphSpacing: 2 });
    reader.setPreferences({ lineHeight: 1.3 });
    await until(() => spacing.value === '');
    spacing.value = 'page';
    spacing.dispatchEvent(new Event('change'));
    expect(reader.reader.preferences).to.deep.equal({});
  });

  it('lead to all of them, which can be searched as one types', async () => {
    const { reader } = await mount(page);
    const sheet = await openAllSettings(reader);
    expect(dialogOf(reader)!.open).to.equal(false);
    const find = sheet.querySelector<HTMLInputElement>('[type=search]')!;
    const shown = () =>
      [...sheet.querySelectorAll<HTMLElement>('.row')]
        .filter((row) => row.getClientRects().length)
        .map(({ dataset }) => dataset['setting']);
    const look = (text: string) => {
      find.value = text;
      find.dispatchEvent(new Event('input'));
    };
    const all = shown().length;
    // Without the seats of hamza, marks and the dots of ta marbuta.
    look('الاسطر');
    expect(shown()).to.include('lineHeight');
    expect(shown().length).to.be.below(5);
    look('سرعه');
    expect(shown()).to.deep.equal(['rate']);
    look('ألوان القراءة');
    expect(shown()).to.include('theme');
    look('قققق');
    expect(shown()).to.deep.equal([]);
    expect(sheet.querySelector('[role=status].none')!.textContent).to.not.equal('');
    // A change draws the sheet anew, and the search holds.
    look('سرعة');
    reader.setPreferences({ rate: 2 });
    await frame();
    await frame();
    expect(shown()).to.deep.equal(['rate']);
    look('');
    expect(shown().length).to.equal(all);
  });
});
