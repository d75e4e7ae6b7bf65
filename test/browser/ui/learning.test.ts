import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import type { ArticleReader } from '../../../src/elements.js';
import { setAssetBase } from '../../../src/reader/reader.js';
import { viewport } from '../../commands.js';
import {
  ARTICLE,
  button,
  focused,
  frame,
  middleOf,
  mount,
  reaches,
  reset,
  until,
} from './setup.js';

const view = (reader: ArticleReader) =>
  reader.shadowRoot!.querySelector('article-reader-view')!.shadowRoot!;
const part = <Found extends Element = HTMLElement>(reader: ArticleReader, selector: string) =>
  view(reader).querySelector<Found>(selector)!;
const shown = (reader: ArticleReader) => part(reader, '.text').textContent.trim();
const told = (reader: ArticleReader) => part(reader, '.live').textContent;

async function open(reader: ArticleReader): Promise<void> {
  await until(() => button(reader, 'view').offsetParent);
  button(reader, 'view').click();
  await until(() => reader.reader.hasView);
  await frame();
}

/** What is painted as every other part of a word. */
const painted = () =>
  ['light', 'dark'].flatMap((ground) =>
    [...(CSS.highlights.get(`article-reader-part-${ground}`) ?? [])].map(String),
  );

function swipe(target: Element, by: number): void {
  const at = { isPrimary: true, pointerType: 'touch', bubbles: true, clientY: 300 };
  target.dispatchEvent(new PointerEvent('pointerdown', { ...at, clientX: 400 }));
  target.dispatchEvent(new PointerEvent('pointerup', { ...at, clientX: 400 + by }));
}

describe('one sentence at a time', () => {
  beforeEach(() => viewport(800, 700));
  after(reset);

  it('turns by keys, buttons, swipes and with the voice, and tells which one it is', async () => {
    const { reader } = await mount(`<article-reader>${ARTICLE}</article-reader>`, {
      msPerWord: 60,
    });
    await open(reader);
    const whole = shown(reader);
    part(reader, '.sentence').click();
    await until(() => shown(reader) === 'عنوان المقال');
    expect(part(reader, '.sentence').ariaPressed).to.equal('true');
    expect(part(reader, '.turns span').textContent).to.equal('الجملة ١ من ١');
    // What was shown at first is what one came from.
    expect(told(reader)).to.equal('');

    part(reader, '.article').focus();
    await sendKeys({ press: 'ArrowLeft' });
    await until(() => shown(reader) === 'قالت الوزارة إن العمل بدأ اليوم.');
    await until(() => told(reader) === 'الجملة ١ من ٢: قالت الوزارة إن العمل بدأ اليوم.');
    await sendKeys({ press: 'l' });
    await until(() => shown(reader).startsWith('وأضافت'));
    await sendKeys({ press: 'PageUp' });
    await until(() => shown(reader).startsWith('قالت'));
    part(reader, '.turns button:last-child').click();
    await until(() => shown(reader).startsWith('وأضافت'));
    expect(part(reader, '.turns span').textContent).to.equal('الجملة ٢ من ٢');
    swipe(part(reader, '.article'), 90);
    await until(() => shown(reader).startsWith('من جهته'));
    swipe(part(reader, '.article'), -90);
    await until(() => shown(reader).startsWith('وأضافت'));
    // Short of a swipe, and by keys in the bar, which has arrows of its own.
    swipe(part(reader, '.article'), -30);
    const toolbar = part(reader, 'article-reader-toolbar');
    toolbar.focus();
    await sendKeys({ press: 'ArrowLeft' });
    await frame();
    expect(shown(reader)).to.match(/^وأضافت/);
    expect(focused()!.getRootNode()).to.equal(toolbar.shadowRoot);

    // It stands in the middle, large, and all of it is seen.
    const text = part(reader, '.text').getBoundingClientRect();
    const region = part(reader, '.article').getBoundingClientRect();
    expect(text.top - region.top).to.be.closeTo(region.bottom - text.bottom, 4);
    expect(parseFloat(getComputedStyle(part(reader, '.text')).fontSize)).to.be.at.least(30);

    // It follows the voice, which is not talked over; once that is stopped, it stays where it was.
    part(reader, '.article').focus();
    await sendKeys({ press: ' ' });
    await until(() => shown(reader).startsWith('من جهته'));
    expect(told(reader)).to.equal('');
    reader.stop();
    await until(() => reader.position.sentence);
    expect(shown(reader)).to.match(/^من جهته/);

    // A word of it has its card.
    const word = document.createRange();
    word.setStart(part(reader, '.text').querySelector('p')!.firstChild!, 0);
    word.setEnd(word.startContainer, 2);
    await sendMouse({ type: 'click', position: middleOf(word) });
    await until(() =>
      view(reader).querySelector('article-reader-card')?.shadowRoot?.querySelector('.card'),
    );
    await sendKeys({ press: 'Escape' });

    part(reader, '.sentence').click();
    await until(() => shown(reader) === whole);
    expect(part(reader, '.turns')).to.equal(null);
  });
});

describe('learning to read', () => {
  before(() => setAssetBase('/dist/assets/'));
  after(() => {
    setAssetBase(null);
    reset();
  });

  it('tells syllables and letters apart, and the text stays whole', async () => {
    const { reader } = await mount(
      '<article-reader><p>كَتَبَ الْمُعَلِّمُ دَرْسًا.</p><p>قرأ الولد.</p></article-reader>',
    );
    reader.setPreferences({ parts: 'letters' });
    await open(reader);
    await until(() => painted().length);
    expect(painted().sort()).to.deep.equal(['تَ', 'لْ', 'عَ', 'مُ', 'رْ', 'ا', 'ر', 'ل', 'ل'].sort());
    reader.setPreferences({ parts: 'syllables' });
    await until(() => painted().includes('سًا'), 15_000);
    expect(painted().join()).to.match(/^(?=.*تَ)(?=.*مُ)(?=.*لِّ)/);
    // قَرَأَ الْوَلَد, whose vowels nobody wrote.
    await until(() => painted().includes('ر') && painted().includes('و'), 20_000);
    expect(part(reader, '.text p').childNodes.length).to.equal(1);
    // Of what is not shown, too: the vowels are known.
    reader.setPreferences({ diacritics: 'hidden' });
    await until(() => shown(reader).startsWith('كتب المعلم درسا.'));
    await until(() => painted().includes('سا'));
    reader.setPreferences({ parts: 'none' });
    await until(() => !painted().length);
  });

  it('waits after each sentence for who reads it too', async () => {
    const { reader, synthesis } = await mount(`<article-reader>${ARTICLE}</article-reader>`, {
      msPerWord: 20,
    });
    reader.setPreferences({ echo: 'wait' });
    reader.play();
    await reaches(reader, 'playing');
    await until(() => reader.playback.status === 'paused');
    expect(reader.article.text.slice(0, reader.position.sentence!.end)).to.equal('عنوان المقال');
    button(reader, 'toggle').click();
    await reaches(reader, 'playing');
    await until(() => reader.playback.status === 'paused');
    expect(synthesis.heard.map(({ text }) => text).join(' ')).to.equal(
      'عنوان المقال قالت الوزارة إن العمل بدأ اليوم',
    );
    // Time to repeat: a second at least, and then it goes on by itself.
    reader.setPreferences({ echo: 'pause' });
    const { length } = synthesis.heard;
    button(reader, 'toggle').click();
    await until(() => synthesis.heard.length >= length + 5);
    const before = performance.now();
    const { sentence } = reader.position;
    await until(() => reader.position.sentence !== sentence);
    expect(performance.now() - before).to.be.at.least(900);
    expect(reader.playback.status).to.equal('playing');
  });
});
