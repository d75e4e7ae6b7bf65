import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import type { ArticleReader } from '../../../src/elements.js';
import { setAssetBase } from '../../../src/reader/reader.js';
import { isWebKit, viewport } from '../../commands.js';
import { ARTICLE, button, focused, middleOf, mount, reaches, reset, until } from './setup.js';

/** A voice that is given time to be looked at. */
const SLOW = { msPerWord: 400 };
const HTML = `<article-reader look-up="https://example.org/{lang}/{word}">${ARTICLE}</article-reader>`;

const cardIn = (root: ShadowRoot | null | undefined) =>
  root?.querySelector('article-reader-card')?.shadowRoot?.querySelector<HTMLElement>('.card') ??
  null;
const card = (reader: ArticleReader) => cardIn(reader.shadowRoot);
const region = (reader: ArticleReader) =>
  reader.shadowRoot!.querySelector<HTMLElement>('[part=article]')!;
/** A button or link of the card, by its words. */
const called = (reader: ArticleReader, words: string) =>
  [...card(reader)!.querySelectorAll<HTMLElement>('button, a')].find(({ textContent }) =>
    textContent!.includes(words),
  )!;

/** Words on the page. */
function rangeOf(root: ParentNode, words: string): Range {
  const walker = document.createTreeWalker(root as Node, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode() as Text | null);) {
    const at = node.data.indexOf(words);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + words.length);
    return range;
  }
  throw new Error(`no ${words}`);
}

async function clickOn(reader: ArticleReader, word: string): Promise<DOMRect> {
  const range = rangeOf(reader, word);
  await sendMouse({ type: 'click', position: middleOf(range) });
  return range.getBoundingClientRect();
}

async function select(reader: ArticleReader, words: string): Promise<void> {
  getSelection()!.removeAllRanges();
  const range = rangeOf(reader, words);
  getSelection()!.setBaseAndExtent(
    range.startContainer,
    range.startOffset,
    range.endContainer,
    range.endOffset,
  );
  await until(() => card(reader));
}

/** What is painted in a colour of marks. */
const painted = (color: string) =>
  [...(CSS.highlights?.get(`article-reader-${color}-light`) ?? [])].map(String);

describe('the card of a word', () => {
  before(() => setAssetBase('/dist/assets/'));
  after(() => {
    setAssetBase(null);
    reset();
  });
  beforeEach(() => viewport(1000, 800));

  it('comes by a click while nothing is read, beside the word; Escape closes it', async () => {
    const { reader } = await mount(HTML, SLOW);
    if (!isWebKit) await viewport(320, 640);
    region(reader).focus();
    const word = await clickOn(reader, 'الخطة');
    await until(() => card(reader));
    const root = card(reader)!;
    expect(root.getAttribute('role')).to.equal('dialog');
    expect(root.ariaLabel).to.equal('بطاقة الكلمة');
    await until(() => root.contains(focused()));
    expect(root.querySelector('h2')!.textContent!.replace(/\p{M}/gu, '')).to.equal('الخطة');
    const { left, right, top, bottom } = root.getBoundingClientRect();
    expect(top >= word.bottom || bottom <= word.top, 'covers the word').to.equal(true);
    expect(left >= 0 && right <= document.documentElement.clientWidth).to.equal(true);
    expect(top >= 0 && bottom <= innerHeight).to.equal(true);
    expect(reader.playback.status).to.equal('idle');
    expect(root.querySelector('a')!.href).to.equal(
      `https://example.org/ar/${encodeURIComponent('الخطة')}`,
    );
    // The user's own dictionary goes before the page's.
    reader.setPreferences({ lookUp: '/mine/{word}' });
    await until(() => new URL(root.querySelector('a')!.href).pathname.startsWith('/mine/'));
    await until(() => /^الْ?خُ/.test(root.querySelector('h2')!.textContent!), 20_000);
    await sendKeys({ press: 'Escape' });
    await until(() => !card(reader));
    expect(focused()).to.equal(region(reader));
  });

  it('does not come while reading is on, nor by a link, and not in place of a selection', async () => {
    const { reader } = await mount(HTML, SLOW);
    reader.querySelector('a')!.addEventListener('click', (event) => event.preventDefault());
    await clickOn(reader, 'تقرير');
    reader.play();
    await reaches(reader, 'playing');
    await clickOn(reader, 'نجاح');
    await until(() => {
      const { word, sentence } = reader.position;
      const at = word ?? sentence;
      return at && reader.article.text.slice(at.start).startsWith('نجاح');
    });
    // As long as a click waits to be the first of two, and longer.
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(card(reader)).to.equal(null);
  });

  it('comes by its key on an Arabic layout too, and says the word, and the sentence slowly', async () => {
    const { reader, synthesis } = await mount(HTML, SLOW);
    reader.setPreferences({ rate: 1.5 });
    reader.seek(reader.article.text.indexOf('المدير'));
    region(reader).focus();
    region(reader).dispatchEvent(
      new KeyboardEvent('keydown', { key: 'ه', code: 'KeyI', bubbles: true, composed: true }),
    );
    await until(() => card(reader)?.contains(focused()));
    called(reader, 'نطق الكلمة').click();
    await until(() => synthesis.spoken.length === 1);
    expect(synthesis.spoken[0]!.text.trim()).to.equal('المدير');
    expect(synthesis.spoken[0]!.rate).to.equal(1.5);
    await until(() => reader.playback.status === 'idle');
    const { word } = reader.position;
    expect(reader.article.text.slice(word!.start, word!.end)).to.equal('المدير');
    called(reader, 'ببطء').click();
    await until(() => synthesis.spoken.length === 2);
    expect(synthesis.spoken[1]!.text).to.match(/^من جهته .*التجربة/);
    expect(synthesis.spoken[1]!.rate).to.be.closeTo(0.9, 0.001);
    // What is listened to after that is as fast as ever.
    called(reader, 'من هنا').click();
    await until(() => synthesis.spoken.length === 3);
    expect(synthesis.spoken[2]!.rate).to.equal(1.5);
    expect(synthesis.spoken[2]!.text).to.match(/^المدير/);
    expect(card(reader)).to.equal(null);
  });

  it('is in the reading view while that is open', async () => {
    const { reader } = await mount(HTML, SLOW);
    button(reader, 'view').click();
    const view = () => reader.shadowRoot!.querySelector('article-reader-view')?.shadowRoot;
    await until(() => view()?.querySelector('.text p'));
    const range = rangeOf(view()!.querySelector('.text')!, 'الحضور');
    await sendMouse({ type: 'click', position: middleOf(range) });
    await until(() => cardIn(view()));
    expect(card(reader)).to.equal(null);
    await sendKeys({ press: 'Escape' });
    await until(() => !cardIn(view()));
    expect(view()!.querySelector('dialog')!.open).to.equal(true);
  });
});

describe('marks and notes', () => {
  after(reset);
  beforeEach(() => viewport(1000, 800));

  it('are made of what is selected, drawn, kept, and found after an edit', async () => {
    const { reader } = await mount(HTML);
    const before = reader.innerHTML;
    region(reader).focus();
    await select(reader, 'الخطة تشمل المدن');
    // The selection keeps the focus.
    expect(focused()).to.equal(region(reader));
    called(reader, 'أخضر').click();
    if (globalThis.CSS?.highlights) await until(() => painted('green')[0] === 'الخطة تشمل المدن');
    expect(reader.innerHTML).to.equal(before);
    expect(getSelection()!.isCollapsed).to.equal(true);

    const again = document.createElement('article-reader');
    again.innerHTML = `<p>خبر عاجل.</p>${before.replace('شكر الحضور', 'شكر المدير الحضور')}`;
    reader.replaceWith(again);
    await again.updateComplete;
    await until(() => again.reader.places?.annotations.placed.length === 1);
    if (globalThis.CSS?.highlights) await until(() => painted('green')[0] === 'الخطة تشمل المدن');
    again.remove();
    expect(painted('green')).to.deep.equal([]);
  });

  it('are noted, listed, edited and deleted; a quotation is copied with its source', async () => {
    const { reader } = await mount(HTML);
    const copied: string[] = [];
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: async (text: string) => void copied.push(text) },
    });
    await select(reader, 'نجاح التجربة');
    called(reader, 'نسخ').click();
    called(reader, 'رابط').click();
    await until(() => copied.length === 2);
    const url = document.URL.split('#')[0]!;
    expect(copied[0]).to.equal(`«نجاح التجربة»\nعنوان المقال\n${url}`);
    expect(copied[1]).to.equal(`${url}#:~:text=${encodeURIComponent('نجاح التجربة')}`);
    called(reader, 'كتابة ملاحظة').click();
    await until(() => focused()?.localName === 'textarea');
    await sendKeys({ type: 'note 1' });
    called(reader, 'حفظ الملاحظة').click();
    await until(() => card(reader)!.textContent!.includes('حُفظت'));
    const { annotations } = reader.reader.places!;
    expect(annotations.placed.map(({ annotation }) => annotation.note)).to.deep.equal(['note 1']);
    called(reader, 'إزالة التظليل');
    card(reader)!.querySelector<HTMLElement>('header button')!.click();

    const list = () => reader.shadowRoot!.querySelector('article-reader-places')!.shadowRoot!;
    button(reader, 'contents').click();
    await until(() => list().querySelector('li.mark'));
    expect(list().querySelector('li.mark .entry')!.textContent).to.match(
      /نجاح التجربة\s+أصفر\s+note 1/,
    );
    list().querySelector<HTMLElement>('.edit')!.click();
    await until(() => focused()?.localName === 'textarea');
    expect((focused() as HTMLTextAreaElement).value).to.equal('note 1');
    await sendKeys({ press: 'Escape' });
    await until(() => !list().querySelector('.unmark'));
    button(reader, 'contents').click();
    await until(() => list().querySelector('.unmark'));
    list().querySelector<HTMLElement>('.unmark')!.click();
    await until(() => focused()?.id === 'marks');
    expect(annotations.kept).to.deep.equal([]);
    delete (navigator as { clipboard?: unknown }).clipboard;
  });
});
