import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import type { ArticleReader } from '../../../src/elements.js';
import { boundsOf } from '../../../src/page/geometry/css-zoom.js';
import { shiftTab, viewport } from '../../commands.js';
import {
  ARTICLE,
  button,
  focused,
  frame,
  middleOf,
  mount,
  reset,
  settled,
  until,
} from './setup.js';

const view = (reader: ArticleReader) =>
  reader.shadowRoot!.querySelector('article-reader-view')?.shadowRoot;
const part = <Found extends Element = HTMLElement>(reader: ArticleReader, selector: string) =>
  view(reader)!.querySelector<Found>(selector)!;
const isOpen = (reader: ArticleReader) =>
  !!view(reader)?.querySelector('dialog')!.open && reader.reader.hasView;
const region = (reader: ArticleReader) =>
  reader.shadowRoot!.querySelector<HTMLElement>('[part=article]')!;

async function open(reader: ArticleReader): Promise<void> {
  button(reader, 'view').click();
  await until(() => isOpen(reader));
  await frame();
}

async function close(reader: ArticleReader): Promise<void> {
  part(reader, '.close').click();
  await until(() => !isOpen(reader) && !history.state?.articleReaderView);
}

/** The text of the view that is marked as the sentence. */
const marked = (reader: ArticleReader) =>
  [...(CSS.highlights.get('article-reader-sentence') ?? [])]
    .map((it) => it as Range)
    .filter((it) => it.startContainer.getRootNode() === view(reader))
    .map(String);

/** The range of a word in the view. */
function wordIn(reader: ArticleReader, word: string): Range {
  const walker = document.createTreeWalker(part(reader, '.text'), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text; node; node = walker.nextNode() as Text) {
    const at = node.data.indexOf(word);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + word.length);
    return range;
  }
  throw new Error(`not in the view: ${word}`);
}

const LONG = Array.from(
  { length: 60 },
  (_, i) => `<p>الفقرة رقم ${i + 1} من النص. ${'وفيها كلام كثير. '.repeat(12)}</p>`,
).join('');

describe('the reading view', () => {
  beforeEach(() => viewport(1000, 700));
  after(reset);

  for (const [lang, dir] of [
    ['ar', 'rtl'],
    ['en', 'ltr'],
  ] as const)
    it(`opens and closes by keys, ${dir}, and leaves the page as it was`, async () => {
      const { reader, stage } = await mount(
        `<article-reader lang="ar" ui-lang="${lang}">${ARTICLE}</article-reader>`,
        {},
        { lang, dir },
      );
      await until(() => button(reader, 'view').offsetParent);
      const before = stage.innerHTML;
      region(reader).focus();
      await sendKeys({ press: 'v' });
      await until(() => isOpen(reader));
      const dialog = part<HTMLDialogElement>(reader, 'dialog');
      expect(dialog.matches(':modal')).to.equal(true);
      expect(dialog.ariaLabel).to.equal('عنوان المقال');
      expect(dialog.dir).to.equal(dir);
      expect(focused()).to.equal(part(reader, '.article'));
      expect(part(reader, '.text').innerText.replaceAll(/\n+/g, '\n').trim()).to.equal(
        reader.article.text,
      );
      expect(part(reader, '.text').dir).to.equal('rtl');
      expect(stage.innerHTML).to.equal(before);
      expect(getComputedStyle(document.documentElement).overflowY).to.equal('hidden');

      // The shortcuts work in it; Escape closes and stops no reading.
      await sendKeys({ press: ' ' });
      await until(() => reader.playback.status === 'playing');
      await sendKeys({ press: 'Escape' });
      await until(() => !isOpen(reader));
      expect(reader.playback.status).to.equal('playing');
      expect(focused()).to.equal(region(reader));
      await until(() => !history.state?.articleReaderView);
      reader.stop();
      expect(stage.innerHTML).to.equal(before);
      expect(getComputedStyle(document.documentElement).overflowY).not.to.equal('hidden');

      await sendKeys({ press: 'v' });
      await until(() => isOpen(reader));
      await sendKeys({ press: 'v' });
      await until(() => !isOpen(reader));
    });

  it('keeps the text where it is, however often it is laid out anew', async () => {
    const { reader } = await mount(`<article-reader>${LONG}</article-reader>`);
    await open(reader);
    const scroller = part(reader, '.article');
    part(reader, '.text').querySelectorAll('p')[29]!.scrollIntoView({ block: 'start' });
    await until(() => reader.reader.progressAt(reader.reader.viewPlace!).paragraph > 25);
    // Beside any paragraph's edge.
    scroller.scrollBy(0, 57);
    await frame();
    const place = reader.reader.viewPlace!;
    const top = () =>
      boundsOf(reader.reader.surface!.page.toRange({ start: place, end: place + 1 })).top;
    const before = top();
    // Marks are not found here, but there is room for them.
    for (const diacritics of ['full', undefined, 'full', undefined, 'full', undefined] as const) {
      reader.setPreferences({ diacritics });
      await frame();
      await frame();
    }
    expect(top()).to.be.closeTo(before, 3);
    expect(reader.reader.viewPlace).to.equal(place);
  });

  it('takes what is seen for the place, where nothing is read', async () => {
    const { reader } = await mount(`<article-reader>${LONG}</article-reader>`);
    await reader.updateComplete;
    region(reader).focus();
    await sendKeys({ press: 'v' });
    await until(() => isOpen(reader));
    part(reader, '.text').querySelectorAll('p')[19]!.scrollIntoView({ block: 'start' });
    const place = () => reader.reader.progressAt(reader.reader.viewPlace!).paragraph;
    await until(() => place() > 15);
    const seen = place();
    expect(seen).to.be.within(18, 22);
    await sendKeys({ press: 'm' });
    await until(() => reader.reader.places?.bookmarks.length === 1);
    const [bookmark] = reader.reader.places!.bookmarks;
    const paragraph = reader.reader.progressAt(bookmark!).paragraph;
    expect(paragraph).to.be.within(seen, seen + 1);
    // That is seen over the view.
    const notice = reader.shadowRoot!.querySelector('article-reader-notice')!.shadowRoot!;
    await until(() => notice.querySelector('.message:popover-open'));
    const message = notice.querySelector('.message')!;
    expect(message.textContent).to.include('أُضيفت إشارة');
    const { top, bottom, left, right } = message.getBoundingClientRect();
    expect(top).to.be.above(innerHeight / 2);
    expect(bottom).to.be.below(innerHeight);
    expect(left).to.be.closeTo(innerWidth - right, 1);
    await sendKeys({ press: 'l' });
    await until(() => reader.position.sentence);
    expect(reader.position.sentence!.start).to.equal(bookmark);
    await until(() => marked(reader).length);
    reader.remove();
    expect(CSS.highlights.has('article-reader-sentence')).to.equal(false);
  });

  it('is closed by the browser’s Back, and leaves no entry behind when closed otherwise', async () => {
    const { reader } = await mount(`<article-reader>${ARTICLE}</article-reader>`);
    history.replaceState({ mine: 1 }, '');
    history.pushState({ mine: 2 }, '');
    button(reader, 'view').focus();
    await open(reader);
    expect(history.state).to.include({ mine: 2 });
    history.back();
    await until(() => !isOpen(reader));
    expect(history.state).to.deep.equal({ mine: 2 });
    expect(focused()).to.equal(button(reader, 'view'));
    // Opened again before the browser has gone back over the entry that the last one had.
    for (let times = 0; times < 3; times++) {
      await open(reader);
      part(reader, '.close').click();
    }
    await open(reader);
    await until(() => history.state?.articleReaderView);
    expect(isOpen(reader)).to.equal(true);
    await close(reader);
    expect(history.state).to.deep.equal({ mine: 2 });
    history.back();
    await until(() => history.state?.mine === 1);
    history.replaceState(null, '');
  });

  it('takes the reading with it, both ways; a click on a word goes there', async () => {
    const { reader } = await mount(`<article-reader>${ARTICLE}</article-reader>`, {
      msPerWord: 4000,
    });
    reader.seek(reader.article.text.indexOf('وأضافت'));
    reader.play();
    await until(() => reader.playback.status === 'playing' && reader.position.word);
    await open(reader);
    await until(() => marked(reader).length);
    expect(reader.playback.status).to.equal('playing');
    expect(marked(reader)).to.deep.equal(['وأضافت أن الخطة تشمل المدن كلها.']);
    expect(CSS.highlights.get('article-reader-sentence')!.size).to.equal(1);
    await sendMouse({ type: 'click', position: middleOf(wordIn(reader, 'الختام')) });
    await until(() => reader.position.sentence?.start === reader.article.text.indexOf('وفي'));
    expect(marked(reader)).to.deep.equal(['وفي الختام شكر الحضور.']);
    // A selection in the view is read like one on the page.
    getSelection()!.removeAllRanges();
    reader.play(wordIn(reader, 'تقرير'));
    await until(() => marked(reader)[0]?.includes('تقرير'));
    reader.pause();
    await close(reader);
    expect(marked(reader)).to.deep.equal([]);
    // The sample of the settings has one of its own, once a click has brought the sheets.
    expect([...CSS.highlights.get('article-reader-sentence')!].map(String).at(-1)).to.include(
      'تقرير',
    );
  });

  it('opens where the page was, and the page shows where the view was', async () => {
    const { reader } = await mount(`<article-reader>${LONG}</article-reader>`);
    const paragraph = (n: number) => reader.querySelectorAll('p')[n - 1]!;
    const inView = (n: number) => part(reader, `.text p:nth-of-type(${n})`);
    paragraph(30).scrollIntoView({ behavior: 'instant' });
    scrollBy({ top: -140, behavior: 'instant' });
    await open(reader);
    const column = part(reader, '.article').getBoundingClientRect();
    // The page's first line in view may be the end of the paragraph before.
    const opened = inView(30).getBoundingClientRect();
    expect(opened.top).to.be.within(column.top - 40, column.top + 300);
    const { scrollY } = window;
    inView(45).scrollIntoView({ behavior: 'instant' });
    await until(() => part(reader, '.paragraph').textContent!.includes('٤٥'));
    expect(scrollY).to.equal(window.scrollY);
    await close(reader);
    await frame();
    const bar = reader.shadowRoot!.querySelector('.bar')!.getBoundingClientRect();
    const isAtBar = (n: number) =>
      expect(paragraph(n).getBoundingClientRect().top).to.be.within(bar.top - 40, bar.bottom + 60);
    isAtBar(45);
    // By the browser's Back too, which would scroll to where the page was before.
    await open(reader);
    inView(12).scrollIntoView({ behavior: 'instant' });
    await until(() => part(reader, '.paragraph').textContent!.includes('١٢'));
    history.back();
    await until(() => !isOpen(reader));
    for (let frames = 0; frames < 5; frames++) await frame();
    isAtBar(12);
    expect(history.scrollRestoration).to.equal('auto');
    scrollTo(0, 0);
  });

  it('sets digits and Latin words in what was drawn for naskh, and nothing else', async () => {
    const { reader } = await mount(
      `<article-reader>${ARTICLE}<p>منظمة UNESCO (19 – 25 نوفمبر 2020).</p></article-reader>`,
    );
    await open(reader);
    const { fontFamily } = getComputedStyle(part(reader, '.text p'));
    expect(fontFamily).to.match(/^article-reader-latin, /);
    const faces = [...document.fonts].filter(({ family }) => family === 'article-reader-latin');
    expect(faces).to.have.length(1);
    const holds = (character: string) =>
      faces[0]!.unicodeRange.split(/,\s*/).some((range) => {
        const [from, to = from] = range
          .slice(2)
          .split('-')
          .map((it) => parseInt(it, 16));
        return character.codePointAt(0)! >= from! && character.codePointAt(0)! <= to!;
      });
    expect([...'UNESCO(19–25)2020é'].every(holds)).to.equal(true);
    expect([...'منظمة١٢،. '].some(holds)).to.equal(false);
    await close(reader);
  });

  for (const textSize of [100, 500])
    it(`shows all of it without scrolling sideways at 320 px, ${textSize} %`, async () => {
      const { reader } = await mount(
        `<article-reader>${ARTICLE}<ul><li>عنصر<ul><li>المتخصصون والمتخصصات</li></ul></li></ul>
        <table><tr><th>السنة</th><th>العدد</th></tr><tr><td>٢٠٢٠</td><td>١٢٣٤٥٦</td></tr></table></article-reader>`,
      );
      reader.setPreferences({ textSize });
      await open(reader);
      // Opened before: WebKit gives new elements what media queries gave those of before.
      await viewport(320, 640);
      // WebKitGTK's window is never narrower than 447 px, and takes a moment to be.
      await until(() => innerWidth < 640);
      await frame();
      const { scrollWidth, clientWidth } = part(reader, '.article');
      expect(scrollWidth).to.be.at.most(clientWidth);
      const bar = part(reader, 'article-reader-toolbar').getBoundingClientRect();
      expect(bar.bottom, 'below, in reach of the thumb').to.be.within(
        innerHeight - 20,
        innerHeight,
      );
      expect(part(reader, '.close').getBoundingClientRect().top).to.be.below(60);
      await close(reader);
    });

  it('has the page laid out anew once, when it is seen again', async () => {
    const { reader } = await mount(`<article-reader lang="ar">${LONG}</article-reader>`);
    const height = () => Math.round(boundsOf(reader.querySelector('p')!).height);
    const before = height();
    await open(reader);
    const inView = () => boundsOf(part(reader, '.text p')).height;
    const small = inView();
    for (const textSize of [150, 200]) {
      reader.setPreferences({ textSize });
      await frame();
      expect(height()).to.equal(before);
    }
    expect(inView()).to.be.above(small * 1.5);
    const thirtieth = [...part(reader, '.text').children][29]!;
    thirtieth.scrollIntoView();
    await frame();
    await close(reader);
    expect(height()).to.be.above(before * 1.5);
    // The page shows the place of the view, as it is laid out now.
    const { top } = boundsOf(reader.querySelectorAll('p')[29]!);
    expect(top).to.be.within(-5, innerHeight / 2);
    reader.setPreferences({ textSize: undefined });
    expect(height()).to.equal(before);
  });

  it('shows digits and marks as the user wants them, and still knows where everything is', async () => {
    const { reader } = await mount(
      `<article-reader><p>قَالَ المُمَثِّلُ في 30 يوليو 2020 إن <b>النسبةَ</b> 12.5% من <code>a=10</code>.</p><p>ثم انصرف.</p></article-reader>`,
      { msPerWord: 5000 },
    );
    const { text } = reader.article;
    await open(reader);
    const shown = () => part(reader, '.text p').textContent;
    reader.setPreferences({ digits: 'arab', diacritics: 'hidden' });
    await until(() => shown() === 'قال الممثل في ٣٠ يوليو ٢٠٢٠ إن النسبة ١٢٫٥٪ من a=10.');
    reader.seek(text.indexOf('النسب'));
    await sendMouse({ type: 'click', position: middleOf(wordIn(reader, '٢٠٢٠')) });
    await until(() => reader.position.sentence);
    await until(() => marked(reader).join() === shown());
    expect(await reader.reader.offsetAt(...middleOf(wordIn(reader, 'النسبة')))).to.be.within(
      text.indexOf('النسب'),
      text.indexOf('النسب') + 6,
    );
    reader.setPreferences({ digits: undefined, diacritics: undefined });
    await until(() => shown() === text.split('\n')[0]);
    // The page itself is as it was.
    expect(reader.querySelector('p')!.textContent).to.equal(text.split('\n')[0]);
    await close(reader);
  });

  it('follows links into the article, and closes for those to the rest of the page', async () => {
    const { reader, stage } = await mount(
      `<article-reader><p>أول <a href="#note">حاشية</a> <a href="#outside">خارج</a>.</p>${LONG}<p id="note">نص الحاشية.</p></article-reader><p id="outside">خارج المقال</p>`,
    );
    await open(reader);
    const [inside, outside] = view(reader)!.querySelectorAll<HTMLElement>('.text a');
    inside!.click();
    await until(() => focused()?.textContent === 'نص الحاشية.');
    const { top, bottom } = focused()!.getBoundingClientRect();
    expect(top).to.be.at.least(0);
    expect(bottom).to.be.at.most(innerHeight);
    expect(isOpen(reader)).to.equal(true);
    outside!.click();
    await until(() => !isOpen(reader) && location.hash === '#outside');
    await until(() => stage.querySelector('#outside')!.getBoundingClientRect().top < innerHeight);
    history.back();
    await until(() => location.hash !== '#outside');
  });

  it('is drawn anew when the page changes the article, and closes when it takes it away', async () => {
    const { reader } = await mount(`<article-reader>${ARTICLE}</article-reader>`);
    await open(reader);
    reader.querySelector('p')!.textContent = 'خبر عاجل.';
    await until(() => part(reader, '.text').textContent!.includes('خبر عاجل.'));
    expect(part(reader, '.text').textContent).not.to.include('قالت الوزارة');
    reader.remove();
    await until(() => !history.state?.articleReaderView);
    expect(getComputedStyle(document.documentElement).overflowY).not.to.equal('hidden');
  });

  it('lets nothing of the page’s style in', async () => {
    const { reader, stage } = await mount(
      `<style>article-reader, article-reader * { letter-spacing: 9px; word-spacing: 9px; text-transform: uppercase;
        text-align: center; line-height: 1; font: italic 9px fantasy; white-space: pre; visibility: visible }</style>
      <article-reader>${ARTICLE}<p>latin</p></article-reader>`,
    );
    await open(reader);
    const p = part(reader, '.text p');
    const style = getComputedStyle(p);
    expect(style.letterSpacing).to.equal('normal');
    expect(style.wordSpacing).to.equal('0px');
    expect(style.textTransform).to.equal('none');
    expect(style.textAlign).to.equal('start');
    expect(style.fontStyle).to.equal('normal');
    expect(style.whiteSpace).to.equal('normal');
    expect(parseFloat(style.fontSize)).to.be.at.least(22);
    expect(parseFloat(style.lineHeight) / parseFloat(style.fontSize)).to.be.at.least(1.8);
    await close(reader);
    stage.remove();
  });

  it('opens a book, and goes to its end', async function () {
    this.timeout(60_000);
    const { reader } = await mount(`<article-reader>${LONG.repeat(24)}</article-reader>`);
    expect(reader.article.text.length).to.be.above(300_000);
    await open(reader);
    const last = part(reader, '.text').lastElementChild!;
    expect(last.textContent).to.include('رقم 60');
    reader.seek(reader.article.text.length - 10);
    await until(() => {
      const { top, bottom } = last.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    });
    await close(reader);
    await settled(0);
  });

  describe('in a short window', () => {
    afterEach(() => viewport(800, 600));

    const bars = (reader: ArticleReader) =>
      ['.tools', '.head'].filter((it) => part(reader, it).getBoundingClientRect().height > 0);
    const scroller = (reader: ArticleReader) => part(reader, '.article');
    /** Scrolls by so many pixels, as a wheel or a finger does. */
    const scroll = (reader: ArticleReader, by: number) => scroller(reader).scrollBy(0, by);
    /** Scrolls until the bars are away: the view may hear of scrolls a moment after it is open. */
    const readOn = (reader: ArticleReader) =>
      until(() => {
        scroll(reader, 30);
        return !bars(reader).length;
      });
    /** Where a paragraph that is in view is seen. */
    const seen = (reader: ArticleReader) =>
      Math.round(part(reader, 'p:nth-of-type(4)').getBoundingClientRect().top);

    it('has nothing but the text while one reads on, and bars again on a way back, a touch, a key', async () => {
      const { reader } = await mount(`<article-reader persist="none">${LONG}</article-reader>`);
      await open(reader);
      // Opened before: WebKit gives new elements what media queries gave those of before.
      await viewport(740, 360);
      await until(() => innerHeight < 480);
      expect(bars(reader)).to.deep.equal(['.tools', '.head']);
      await readOn(reader);
      const { top, bottom } = scroller(reader).getBoundingClientRect();
      expect([top, Math.round(bottom)]).to.deep.equal([0, innerHeight]);

      scroll(reader, -60);
      await until(() => bars(reader).length === 2);
      const before = seen(reader);
      scroll(reader, 60);
      await until(() => !bars(reader).length);
      // What is read has moved by the scroll, and by nothing else.
      expect(seen(reader)).to.be.closeTo(before - 60, 1);

      scroller(reader).click();
      await until(() => bars(reader).length === 2);
      scroller(reader).click();
      await until(() => !bars(reader).length);
      scroller(reader).focus();
      await sendKeys({ press: 'Home' });
      await until(() => bars(reader).length === 2);
      await close(reader);
    });

    it('keeps them while focus is in them by keyboard, and where the window is not short', async () => {
      const { reader } = await mount(`<article-reader persist="none">${LONG}</article-reader>`);
      await open(reader);
      // Opened before: WebKit gives new elements what media queries gave those of before.
      await viewport(740, 360);
      await until(() => innerHeight < 480);
      await readOn(reader);
      scroller(reader).focus();
      await shiftTab();
      await until(() => focused() === part(reader, '.close'));
      expect(bars(reader).length).to.equal(2);
      scroll(reader, 200);
      await frame();
      await frame();
      expect(bars(reader).length).to.equal(2);
      scroller(reader).focus();
      scroll(reader, 100);
      await until(() => !bars(reader).length);
      await viewport(740, 700);
      await until(() => bars(reader).length === 2);
      await close(reader);
    });
  });
});
