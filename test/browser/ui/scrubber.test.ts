/** The slider of the bar, the player for the thumb, and the sheet of speed and sleep timer. */
import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import type { ArticleReader } from '../../../src/elements.js';
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
import { toolbarOf } from './surfaces.js';

const sliderIn = (toolbar: ParentNode) =>
  toolbar
    .querySelector('article-reader-scrubber')
    ?.shadowRoot!.querySelector<HTMLElement>('[role=slider]');
const sliderOf = (reader: ArticleReader) => sliderIn(toolbarOf(reader))!;

/** The bar as it is once somebody came near it. */
async function near(reader: ArticleReader): Promise<HTMLElement> {
  toolbarOf(reader).querySelector('.bar')!.dispatchEvent(new PointerEvent('pointerover'));
  await until(() => sliderOf(reader));
  return sliderOf(reader);
}

const spoken = ({ article, position }: ArticleReader) =>
  position.sentence ? article.text.slice(position.sentence.start, position.sentence.end) : '';

/** A point of the slider's line, by how far that is from the left. */
function pointAt(slider: HTMLElement, part: number): [number, number] {
  const { left, width, top, height } = slider.getBoundingClientRect();
  return [Math.round(left + part * width), Math.round(top + height - 8)];
}

describe('the slider over the article', () => {
  afterEach(async () => {
    await sendMouse({ type: 'move', position: [2, 2] });
    reset();
  });

  it('moves with the first touch of the line, which is a slider from then on', async () => {
    const { reader } = await mount(`<article-reader>${ARTICLE}</article-reader>`);
    const foot = toolbarOf(reader).querySelector('.foot')!;
    const { left, width, bottom } = foot.getBoundingClientRect();
    const touch = { bubbles: true, clientX: left + width * 0.25, clientY: bottom - 8 };
    foot.dispatchEvent(new PointerEvent('pointerup', touch));
    await until(() => reader.position.sentence);
    expect(spoken(reader)).to.equal('وأشار إلى تقرير سابق في الموضوع.');
    expect(reader.playback.status).to.equal('idle');
    expect(sliderOf(reader)).to.be.ok;
  });

  for (const [lang, dir, forth, back] of [
    ['ar', 'rtl', 'ArrowLeft', 'ArrowRight'],
    ['en', 'ltr', 'ArrowRight', 'ArrowLeft'],
  ] as const)
    it(`is moved by keys along the text, ${dir}, and says where it is`, async () => {
      const { reader } = await mount(
        `<article-reader ui-lang=${lang}>${ARTICLE}</article-reader>`,
        {},
        { lang, dir },
      );
      const slider = await near(reader);
      const texts = lang === 'ar' ? /^الفقرة ١ من ٣، بقي/ : /^Paragraph 1 of 3, .*minute/;
      await until(() => texts.test(slider.getAttribute('aria-valuetext')!));
      slider.focus();
      const press = async (key: string, expected: string) => {
        await sendKeys({ press: key });
        expect(spoken(reader), key).to.equal(expected);
        expect(focused()).to.equal(slider);
      };
      await press('End', 'ثم انصرف الجميع.');
      await press('Home', 'عنوان المقال');
      await press(forth, 'قالت الوزارة إن العمل بدأ اليوم.');
      await press('ArrowUp', 'وأضافت أن الخطة تشمل المدن كلها.');
      await press('PageUp', 'من جهته أكد المدير نجاح التجربة.');
      await until(() => slider.getAttribute('aria-valuenow') === '2');
      await press(back, 'وأضافت أن الخطة تشمل المدن كلها.');
      await press('ArrowDown', 'قالت الوزارة إن العمل بدأ اليوم.');
      await press('PageDown', 'عنوان المقال');
      expect(reader.playback.status).to.equal('idle');
    });

  it('shows the sentence under the pointer, and goes there when it is pressed', async () => {
    const { reader } = await mount(`<article-reader>${ARTICLE}</article-reader>`);
    const slider = await near(reader);
    expect(slider.getBoundingClientRect().height).to.be.at.least(44);
    const bar = toolbarOf(reader).querySelector('.bar')!.getBoundingClientRect();
    expect(slider.getBoundingClientRect().width).to.be.closeTo(bar.width, 2.1);
    const ticks = [...slider.querySelectorAll('.tick')].map((it) => it.getBoundingClientRect().x);
    expect(ticks).to.have.length(2);
    expect(ticks[1]).to.be.below(ticks[0]!);
    // The text begins at the right.
    await sendMouse({ type: 'move', position: pointAt(slider, 0.02) });
    const preview = () => slider.querySelector<HTMLElement>('.preview');
    await until(() => preview()?.innerText.includes('ثم انصرف الجميع.'));
    const { left, right } = preview()!.getBoundingClientRect();
    expect(left).to.be.at.least(bar.left);
    expect(right).to.be.at.most(bar.right);
    await sendMouse({ type: 'click', position: pointAt(slider, 0.02) });
    await until(() => spoken(reader) === 'ثم انصرف الجميع.');
    expect(reader.playback.status).to.equal('idle');
    await sendMouse({ type: 'move', position: [2, 2] });
    await until(() => !preview());
  });

  it('goes on reading where it is let go, and not before', async () => {
    const { reader, synthesis } = await mount(`<article-reader>${ARTICLE}</article-reader>`, {
      msPerWord: 3000,
    });
    reader.play();
    await reaches(reader, 'playing');
    await until(() => sliderOf(reader));
    const slider = sliderOf(reader);
    await sendMouse({ type: 'move', position: pointAt(slider, 0.9) });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: pointAt(slider, 0.5) });
    await until(() => slider.matches('.dragging'));
    expect(spoken(reader)).to.equal('عنوان المقال');
    await sendMouse({ type: 'move', position: pointAt(slider, 0.02) });
    await sendMouse({ type: 'up' });
    await until(() => synthesis.spoken.at(-1)?.text.includes('انصرف'));
    expect(reader.playback.status).to.match(/playing|loading/);
    expect(spoken(reader)).to.equal('ثم انصرف الجميع.');
  });

  it('says nothing over the voice: its value stays until the user moves it', async () => {
    const { reader } = await mount(`<article-reader>${ARTICLE}</article-reader>`, {
      msPerWord: 60,
    });
    const slider = await near(reader);
    slider.focus();
    const told = () => slider.getAttribute('aria-valuetext');
    const before = told();
    const said = new Set<string | null>();
    const observer = new MutationObserver(() => said.add(told()));
    observer.observe(slider, { attributeFilter: ['aria-valuetext', 'aria-valuenow'] });
    reader.play();
    await until(() => reader.position.sentence && /من جهته/.test(spoken(reader)));
    await frame();
    expect([...said].filter((text) => text !== before)).to.deep.equal([]);
    await sendKeys({ press: 'End' });
    await until(() => told()?.startsWith('الفقرة ٣ من ٣'));
    observer.disconnect();
  });

  it('is in the reading view as well', async () => {
    const { reader } = await mount(`<article-reader>${ARTICLE}</article-reader>`);
    button(reader, 'view').click();
    const view = () => reader.shadowRoot!.querySelector('article-reader-view')?.shadowRoot;
    await until(() => view()?.querySelector('dialog')?.open && reader.reader.hasView);
    const toolbar = view()!.querySelector('article-reader-toolbar')!.shadowRoot!;
    toolbar.querySelector('.bar')!.dispatchEvent(new PointerEvent('pointerover'));
    await until(() => sliderIn(toolbar));
    const slider = sliderIn(toolbar)!;
    await sendMouse({ type: 'click', position: pointAt(slider, 0.02) });
    await until(() => spoken(reader) === 'ثم انصرف الجميع.');
    view()!.querySelector('dialog')!.close();
    await until(() => !history.state?.articleReaderView);
  });
});

describe('the player for the thumb', () => {
  const { matchMedia } = window;
  before(() => {
    // As on a phone: no engine says so here.
    window.matchMedia = (query) =>
      matchMedia.call(window, query.includes('coarse') ? 'all' : query);
  });
  after(() => {
    window.matchMedia = matchMedia;
    reset();
  });

  const shownIn = (reader: ArticleReader) =>
    [...toolbarOf(reader).querySelectorAll('button')]
      .filter((it) => it.offsetParent)
      .map(({ dataset }) => dataset['command']);

  /** A finger on the bar's main button that goes so far. */
  function swipe(reader: ArticleReader, x: number, y: number): void {
    const target = button(reader, 'toggle');
    const fire = (type: string, part: number) =>
      target.dispatchEvent(
        new PointerEvent(type, {
          bubbles: true,
          composed: true,
          isPrimary: true,
          pointerType: 'touch',
          clientX: 100 + x * part,
          clientY: 100 + y * part,
        }),
      );
    fire('pointerdown', 0);
    fire('pointermove', 0.5);
    fire('pointermove', 1);
    fire('pointerup', 1);
    target.click();
  }

  async function play(): Promise<ArticleReader> {
    const { reader } = await mount(
      `<div style="inline-size:320px"><article-reader>${ARTICLE}</article-reader></div>`,
      { msPerWord: 5000 },
    );
    await near(reader);
    expect(shownIn(reader)).to.include('larger');
    reader.play();
    await reaches(reader, 'playing');
    await until(() => !shownIn(reader).includes('larger'));
    return reader;
  }

  it('is few buttons and the slider, once it is read, and the bar again when that stops', async () => {
    const reader = await play();
    expect(shownIn(reader)).to.deep.equal(['toggle', 'rate', 'previousSentence', 'more']);
    expect(reader.shadowRoot!.querySelectorAll('article-reader-toolbar')).to.have.length(1);
    expect(sliderOf(reader).checkVisibility()).to.equal(true);
    // All of it is a button away as well.
    button(reader, 'more').click();
    await until(() => shownIn(reader).length === 14);
    button(reader, 'more').click();
    reader.stop();
    await until(() => shownIn(reader).includes('larger'));
  });

  it('opens the settings when it is swiped up, and presses nothing', async () => {
    const reader = await play();
    swipe(reader, 5, -60);
    const sheet = () =>
      reader
        .shadowRoot!.querySelector('article-reader-quick-settings')
        ?.shadowRoot!.querySelector('article-reader-panel')
        ?.shadowRoot!.querySelector('dialog');
    await until(() => sheet()?.open);
    expect(reader.playback.status).to.equal('playing');
    sheet()!.close();
    // What goes nowhere is a tap.
    swipe(reader, 2, 1);
    await until(() => reader.playback.status === 'paused');
  });

  for (const [way, x, y] of [
    ['down', 4, 60],
    ['sideways', 120, 10],
  ] as const)
    it(`leaves when it is swiped ${way}; a touch of the page brings it back`, async () => {
      const reader = await play();
      const place = reader.shadowRoot!.querySelector('.bar')!;
      const isSeen = () => place.checkVisibility({ visibilityProperty: true });
      swipe(reader, x, y);
      await until(() => !isSeen());
      expect(reader.playback.status).to.equal('playing');
      await sendMouse({ type: 'click', position: middleOf(document.body) });
      await until(isSeen);
      swipe(reader, x, y);
      await until(() => !isSeen());
      reader.pause();
      await until(isSeen);
    });
});

describe('speed and sleep timer', () => {
  after(reset);

  it('are a slider and what is commonly chosen, from the button of the bar', async () => {
    const { reader } = await mount(`<article-reader>${ARTICLE}</article-reader>`);
    button(reader, 'rate').click();
    const sheet = () => reader.shadowRoot!.querySelector('article-reader-speed')?.shadowRoot;
    const dialog = () =>
      sheet()?.querySelector('article-reader-panel')?.shadowRoot!.querySelector('dialog');
    await until(() => dialog()?.open);
    const choose = (text: string) =>
      [...sheet()!.querySelectorAll('label')]
        .find((label) => label.innerText.trim() === text)!
        .click();
    choose('×١٫٥');
    expect(reader.settings.rate).to.equal(1.5);
    const slider = sheet()!.querySelector<HTMLInputElement>('#rate')!;
    await until(() => slider.valueAsNumber === 1.5);
    expect([slider.min, slider.max]).to.deep.equal(['0.5', '3']);
    slider.value = '2.3';
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    await until(() => button(reader, 'rate').textContent!.includes('٢٫٣'));
    // No name has what lies between.
    expect(sheet()!.querySelector('.presets :checked')).to.equal(null);
    choose('١٠ دقائق');
    await until(() => reader.reader.sleepTimer === 10);
    choose('بلا مؤقت');
    await until(() => reader.reader.sleepTimer === null);
    dialog()!.close();
    reader.reset();
  });
});
