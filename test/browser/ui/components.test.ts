/** Text that components of the page render in shadow roots of their own, and a reader in another document. */
import { expect } from '@open-wc/testing';
import type { ArticleReader } from '../../../src/elements.js';
import { middleOf, mount, reaches, settled, until } from './setup.js';

/** A custom element with that in its shadow root; a name of its own, as names are for ever. */
let count = 0;
function define(shadow: string, style = ''): string {
  const name = `x-part-${++count}`;
  customElements.define(
    name,
    class extends HTMLElement {
      constructor() {
        super();
        this.attachShadow({ mode: 'open' }).innerHTML = `<style>${style}</style>${shadow}`;
      }
    },
  );
  return name;
}

const heard = ({ heard }: { heard: { text: string }[] }) => heard.map(({ text }) => text).join(' ');

async function readToEnd(reader: ArticleReader) {
  reader.play();
  await reaches(reader, 'playing');
  await until(() => reader.playback.status === 'idle');
}

/** What stands in the article's text, once it does. */
const has = (reader: ArticleReader, text: string) =>
  until(() => reader.article.text.includes(text));

describe('text in shadow roots of the article', () => {
  it('is read where it is seen, with what is slotted in it, in order', async () => {
    const card = define('<h3>صندوق الخبر</h3><p>أول السطر <slot></slot> ثم آخره.</p>');
    const { reader, synthesis } = await mount(
      `<article-reader><p>قبل الصندوق.</p><${card}>كلام موضوع</${card}><p>بعد الصندوق.</p></article-reader>`,
    );
    await has(reader, 'صندوق الخبر');
    expect(reader.article.text).to.equal(
      'قبل الصندوق.\nصندوق الخبر\nأول السطر كلام موضوع ثم آخره.\nبعد الصندوق.',
    );
    await readToEnd(reader);
    expect(heard(synthesis)).to.equal(
      'قبل الصندوق صندوق الخبر أول السطر كلام موضوع ثم آخره بعد الصندوق',
    );
  });

  it('is read in the order of its slots, and without what no slot takes', async () => {
    const turned = define(
      '<slot name="b"></slot><slot name="a"></slot><slot name="c">عند الغياب</slot>',
    );
    const { reader } = await mount(
      `<article-reader><${turned}><p slot="a">الثاني هنا.</p><p slot="b">الأول هنا.</p><p>لا يرى.</p></${turned}></article-reader>`,
    );
    await has(reader, 'الأول هنا');
    expect(reader.article.text.split('\n')).to.deep.equal([
      'الأول هنا.',
      'الثاني هنا.',
      'عند الغياب',
    ]);
    for (const text of ['الأول', 'الثاني', 'الغياب']) {
      const start = reader.article.text.indexOf(text);
      const range = reader.reader.surface!.page.toRange({ start, end: start + text.length });
      expect(range.toString()).to.equal(text);
      expect(
        reader.reader.surface!.page.toOffset(range.startContainer, range.startOffset),
      ).to.equal(start);
    }
  });

  it('parts no word of the line it stands in, and none is joined to it', async () => {
    const term = define('<b>الكلمة</b>');
    const chip = define('<span>وسم</span>', ':host{display:inline-block}');
    const { reader } = await mount(
      `<article-reader><p>هذه <${term}></${term}>، ثم و<${term}></${term}>.</p><p><${chip}></${chip}><${chip}></${chip}></p></article-reader>`,
    );
    await has(reader, 'الكلمة');
    expect(reader.article.text).to.equal('هذه الكلمة، ثم والكلمة.\nوسم وسم');
  });

  it('is marked in its own tree, and clicked there', async () => {
    const card = define('<p>قالت الوزارة إن العمل بدأ اليوم.</p>');
    const { reader, stage } = await mount(
      `<article-reader><p>مقدمة قصيرة.</p><${card}></${card}></article-reader>`,
    );
    await has(reader, 'الوزارة');
    const root = stage.querySelector(card)!.shadowRoot!;
    const before = root.adoptedStyleSheets?.length ?? 0;
    reader.seek(reader.article.text.indexOf('الوزارة'));
    if ('highlights' in CSS) {
      await until(() => CSS.highlights.get('article-reader-word')?.size);
      const [range] = CSS.highlights.get('article-reader-word')!;
      expect((range as Range).toString()).to.equal('الوزارة');
      expect(range!.startContainer.getRootNode()).to.equal(root);
      // Firefox paints it by rules of that tree alone.
      if (root.adoptedStyleSheets) expect(root.adoptedStyleSheets.length).to.equal(before + 1);
    }
    const text = root.querySelector('p')!.firstChild!;
    const range = document.createRange();
    range.setStart(text, text.textContent!.indexOf('العمل'));
    range.setEnd(text, text.textContent!.indexOf('العمل') + 5);
    const [x, y] = middleOf(range);
    const offset = await reader.reader.offsetAt(x, y);
    const start = reader.article.text.indexOf('العمل');
    expect(offset).to.be.within(start, start + 4);
    reader.stop();
    reader.remove();
    await settled(50);
    expect(root.adoptedStyleSheets?.length ?? 0).to.equal(before);
  });

  it('has a sentence that goes on beside it', async () => {
    const term = define('<b>الكلمة المفردة</b>');
    const { reader } = await mount(
      `<article-reader><p>هذه <${term}></${term}> في وسطها.</p></article-reader>`,
    );
    await has(reader, 'المفردة');
    const { page } = reader.reader.surface!;
    const { text } = reader.article;
    const whole = page.toRange({ start: 0, end: text.length });
    expect(whole.startContainer.textContent).to.equal('هذه ');
    expect(whole.endContainer.textContent).to.equal(' في وسطها.');
    const out = page.toRange({ start: text.indexOf('المفردة'), end: text.length });
    expect([out.startContainer.nodeName, out.startOffset]).to.deep.equal(['P', 1]);
    const into = page.toRange({ start: 0, end: text.indexOf('المفردة') });
    expect([into.endContainer.nodeName, into.endOffset]).to.deep.equal(['P', 2]);
  });

  it('is read again when it changes there, or comes late', async () => {
    const card = define('<p>قديم الخبر.</p>');
    const late = `x-late-${++count}`;
    const { reader, stage } = await mount(
      `<article-reader><p>نص.</p><${card}></${card}><${late}></${late}></article-reader>`,
    );
    await has(reader, 'قديم الخبر');
    stage.querySelector(card)!.shadowRoot!.querySelector('p')!.textContent = 'جديد الخبر.';
    await has(reader, 'جديد الخبر');
    customElements.define(
      late,
      class extends HTMLElement {
        constructor() {
          super();
          this.attachShadow({ mode: 'open' }).innerHTML = '<p>جاء متأخرا.</p>';
        }
      },
    );
    await has(reader, 'جاء متأخرا');
  });

  it('leaves out what is hidden, controls and furniture there as elsewhere', async () => {
    const card = define(
      '<p class="no">خفي</p><nav>تصفح</nav><button>زر</button><p>ظاهر.</p><div class="share">شارك</div>',
      '.no{display:none}',
    );
    const { reader } = await mount(`<article-reader><${card}></${card}></article-reader>`);
    await has(reader, 'ظاهر');
    expect(reader.article.text).to.not.match(/خفي|تصفح|زر/);
  });

  it('is read of an element elsewhere that has all its text there', async () => {
    const article = define('<article><h2>عنوان المقال</h2><p>متن المقال كله.</p></article>');
    const { reader, synthesis } = await mount(
      `<article-reader for="there-${count}"></article-reader><${article} id="there-${count}"></${article}>`,
    );
    await has(reader, 'متن المقال');
    expect(reader.article.text).to.equal('عنوان المقال\nمتن المقال كله.');
    await readToEnd(reader);
    expect(heard(synthesis)).to.equal('عنوان المقال متن المقال كله');
  });

  it('is shown in the reading view', async () => {
    const card = define('<h3>صندوق الخبر</h3><p>قال <slot></slot>.</p>');
    const { reader } = await mount(
      `<article-reader><p>قبل.</p><${card}>الوزير</${card}></article-reader>`,
    );
    await has(reader, 'صندوق');
    (
      reader
        .shadowRoot!.querySelector('article-reader-toolbar')!
        .shadowRoot!.querySelector('[data-command=view]') as HTMLElement
    ).click();
    await until(() =>
      reader
        .shadowRoot!.querySelector('article-reader-view')
        ?.shadowRoot?.textContent?.includes('قال الوزير'),
    );
  });
});

describe('a reader that is taken into another document', () => {
  it('keeps its looks there, reads and marks, and comes back', async () => {
    const { reader, stage, synthesis } = await mount(
      '<article-reader><p>قالت الوزارة إن العمل بدأ اليوم.</p></article-reader><iframe></iframe>',
    );
    const errors: unknown[] = [];
    const onError = (event: ErrorEvent | PromiseRejectionEvent) =>
      errors.push('reason' in event ? event.reason : event.error);
    addEventListener('error', onError);
    addEventListener('unhandledrejection', onError);
    const frame = stage.querySelector('iframe')!;
    const bar = () => reader.shadowRoot!.querySelector('article-reader-toolbar')!;
    const look = () => {
      const { display, backgroundColor, minHeight } = getComputedStyle(
        bar().shadowRoot!.querySelector('button')!,
      );
      return { display, backgroundColor, minHeight };
    };
    await until(() => bar().shadowRoot?.querySelector('button'));
    const before = look();
    const other = frame.contentDocument!;
    other.body.append(reader);
    await reader.updateComplete;
    await until(() => bar().shadowRoot?.querySelector('button'));
    expect(look()).to.deep.equal(before);
    await readToEnd(reader);
    expect(heard(synthesis)).to.equal('قالت الوزارة إن العمل بدأ اليوم');
    reader.setPreferences({ textSize: 200, theme: 'dark' });
    await until(() => getComputedStyle(reader.querySelector('p')!).zoom === '2');
    reader.seek(reader.article.text.indexOf('الوزارة'));
    const { CSS: there } = frame.contentWindow as unknown as typeof globalThis;
    if (there.highlights) await until(() => there.highlights.get('article-reader-word')?.size);
    (bar().shadowRoot!.querySelector('[data-command=settings]') as HTMLElement).click();
    await until(() =>
      reader
        .shadowRoot!.querySelector('article-reader-quick-settings')
        ?.shadowRoot?.querySelector('article-reader-panel')
        ?.shadowRoot?.querySelector('dialog[open]'),
    );
    const panel = reader
      .shadowRoot!.querySelector('article-reader-quick-settings')!
      .shadowRoot!.querySelector('article-reader-panel')!;
    expect(getComputedStyle(panel.shadowRoot!.querySelector('dialog')!).position).to.equal('fixed');
    stage.append(reader);
    await reader.updateComplete;
    await until(() => bar().shadowRoot?.querySelector('button'));
    reader.setPreferences({ textSize: undefined, theme: undefined });
    await until(() => look().minHeight === before.minHeight);
    expect(there.highlights?.size ?? 0).to.equal(0);
    await settled(100);
    removeEventListener('error', onError);
    removeEventListener('unhandledrejection', onError);
    expect(errors).to.deep.equal([]);
  });

  it('can be made for it', async () => {
    const { stage } = await mount('<article-reader></article-reader><iframe></iframe>');
    const other = stage.querySelector('iframe')!.contentDocument!;
    const reader = document.createElement('article-reader');
    reader.innerHTML = '<p>نص في إطار.</p>';
    other.body.append(reader);
    await reader.updateComplete;
    await has(reader, 'نص في إطار');
    expect(reader.shadowRoot!.adoptedStyleSheets?.length ?? 1).to.be.greaterThan(0);
  });
});
