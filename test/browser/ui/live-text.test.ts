/** Text that changes on the page while it is read aloud. */
import { expect } from '@open-wc/testing';
import type { ArticleReader } from '../../../src/elements.js';
import { mount, reset, settled, until } from './setup.js';

/** A voice that takes its time, so that the page can change under a sentence. */
async function listening(html: string, msPerWord = 60, attributes = '') {
  const { reader, synthesis } = await mount(
    `<article-reader ${attributes}>${html}</article-reader>`,
    { msPerWord },
  );
  return {
    reader,
    synthesis,
    said: () => synthesis.spoken.map(({ text }) => text.trim()),
    heard: () => synthesis.heard.map(({ text }) => text),
    over: () => until(() => reader.playback.status === 'idle', 20_000),
  };
}

const marked = (reader: ArticleReader) => {
  const { sentence } = reader.position;
  return sentence && reader.article.text.slice(sentence.start, sentence.end);
};

describe('text that changes while it is read', () => {
  const uncaught: unknown[] = [];
  const note = (event: ErrorEvent | PromiseRejectionEvent) =>
    uncaught.push('reason' in event ? event.reason : event.message);
  before(() => {
    addEventListener('error', note);
    addEventListener('unhandledrejection', note);
  });
  after(() => {
    removeEventListener('error', note);
    removeEventListener('unhandledrejection', note);
    reset();
    expect(uncaught).to.deep.equal([]);
  });

  it('is finished as it was begun where a counter runs in it, and read on from the next', async function () {
    this.timeout(30_000);
    const it = await listening(
      `<p>نشر <span id="ago">قبل ثانية</span> هذا الخبر.</p>
       <p>عدد المشاهدين الآن <b id="n">1125</b> مشاهدا في هذه الساعة من النهار.</p>
       <p>هذه الجملة التالية.</p><p id="clock">12:00:01</p><p>وهذه بعدها.</p>`,
      150,
    );
    let n = 0;
    const timer = setInterval(() => {
      n++;
      it.reader.querySelector('#n')!.textContent = `${1125 + n}`;
      it.reader.querySelector('#ago')!.textContent = `قبل ${n} دقائق`;
      it.reader.querySelector('#clock')!.textContent = `12:00:${10 + (n % 50)}`;
    }, 100);
    it.reader.play();
    await it.over().finally(() => clearInterval(timer));
    expect(n).to.be.greaterThan(20);
    expect(it.synthesis.calls.speak).to.equal(5);
    expect(it.said().map((text) => text.split(' ')[0])).to.deep.equal([
      'نشر',
      'عدد',
      'هذه',
      it.said()[3]!.split(' ')[0],
      'وهذه',
    ]);
  });

  it('goes on behind a paragraph that is taken out while it is read', async () => {
    const it = await listening(
      '<p>الفقرة الأولى هنا.</p><p id="gone">الثانية تذهب وهي تقرأ الآن بصوت.</p><p>الثالثة تبقى هنا.</p>',
    );
    it.reader.play();
    await until(() => it.heard().length > 4);
    it.reader.querySelector('#gone')!.remove();
    await it.over();
    expect(it.said()).to.deep.equal([
      'الفقرة الأولى هنا.',
      'الثانية تذهب وهي تقرأ الآن بصوت.',
      'الثالثة تبقى هنا.',
    ]);
  });

  for (const away of ['', '<div class="spinner"></div>', '<p>جار التحميل…</p>'])
    it(`waits for it where it is away for 200 ms behind «${away}»`, async () => {
      const it = await listening(
        '<div id="body"><p>الفقرة الأولى هنا.</p><p>الثانية طويلة تبقى في موضعها من المقال.</p><p>الثالثة هنا.</p></div>',
        60,
        'persist="none"',
      );
      const body = it.reader.querySelector('#body')!;
      const html = body.innerHTML;
      it.reader.play();
      await until(() => it.heard().length > 4);
      body.innerHTML = away;
      await settled(200);
      expect(it.reader.playback.status).to.equal('playing');
      body.innerHTML = html;
      await until(() => marked(it.reader)?.startsWith('الثا'));
      await it.over();
      expect(it.said()).to.deep.equal([
        'الفقرة الأولى هنا.',
        'الثانية طويلة تبقى في موضعها من المقال.',
        'الثالثة هنا.',
      ]);
    });

  for (const [name, wrap] of [
    ['wraps', '<font style="vertical-align: inherit;"><font>$</font></font>'],
    ['replaces', '$'],
  ] as const)
    it(`goes on at the same sentence where a translation ${name} the text, a part at a time`, async () => {
      const it = await listening(
        `<h2>العنوان هنا.</h2><p>الجملة الأولى هنا. <b>والثانية</b> طويلة تقرأ الآن بصوت واضح. ثم الثالثة.</p>
         <p>الفقرة التالية.</p><p>الفقرة الأخيرة.</p>`,
        100,
      );
      const english = [
        ['The title is here.'],
        ['The first one is here. ', 'The second', ' is long and is read now. Then the third.'],
        ['The next paragraph.'],
        ['The last paragraph.'],
      ];
      const translate = (index: number) => {
        const block = it.reader.querySelectorAll('h2,p')[index]!;
        const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
        const texts: Text[] = [];
        while (walker.nextNode()) texts.push(walker.currentNode as Text);
        texts.forEach((text, i) => {
          const template = document.createElement('template');
          template.innerHTML = wrap.replace('$', english[index]![i]!);
          text.replaceWith(template.content);
        });
      };
      it.reader.play();
      await until(() => it.heard().length > 6);
      for (const index of [0, 1, 2]) translate(index);
      await until(() => it.reader.article.text.startsWith('The title'));
      expect(marked(it.reader)).to.equal('The second is long and is read now.');
      translate(3);
      await it.over();
      expect(it.said()).to.deep.equal([
        'العنوان هنا.',
        'الجملة الأولى هنا.',
        'والثانية طويلة تقرأ الآن بصوت واضح.',
        'Then the third.',
        'The next paragraph.',
        'The last paragraph.',
      ]);
    });

  it('keeps bookmarks without a store where the text is away for a moment', async () => {
    const it = await listening(
      '<div id="body"><p>الفقرة الأولى هنا.</p><p>الثانية طويلة تبقى في موضعها من المقال كله هنا.</p></div>',
      100,
      'persist="none"',
    );
    const body = it.reader.querySelector('#body')!;
    const html = body.innerHTML;
    const places = await it.reader.reader.loadPlaces();
    it.reader.seek(it.reader.article.text.indexOf('الثانية'));
    expect(places!.toggleBookmark()).to.equal(true);
    body.innerHTML = '<div class="spinner">جار التحميل…</div>';
    await until(() => it.reader.article.text.startsWith('جار'));
    body.innerHTML = html;
    await until(() => it.reader.article.text.startsWith('الفقرة'));
    expect(it.reader.reader.places!.bookmarks).to.deep.equal([
      it.reader.article.text.indexOf('الثانية'),
    ]);
  });

  it('reads on from one paragraph to the next while the text is away', async () => {
    const it = await listening(
      '<div id="body"><p>الفقرة الأولى هنا.</p><p>الثانية تبقى.</p><p>الثالثة هنا.</p><p>والرابعة <b>هنا</b>.</p></div>',
      60,
    );
    const body = it.reader.querySelector('#body')!;
    const html = body.innerHTML;
    it.reader.play();
    await until(() => it.heard().length > 1);
    body.innerHTML = '';
    await until(() => it.said().length > 2);
    body.innerHTML = html;
    await it.over();
    expect(it.said().map((text) => text.split(' ')[0])).to.deep.equal([
      'الفقرة',
      'الثانية',
      'الثالثة',
      'والرابعة',
    ]);
  });

  it('stops after 2 s where it does not come back', async () => {
    const it = await listening(`<p>${'كلمة '.repeat(60)}.</p><p>الثانية.</p>`, 100);
    it.reader.play();
    await until(() => it.heard().length > 2);
    it.reader.querySelectorAll('p').forEach((p) => p.remove());
    await settled(1000);
    expect(it.reader.playback.status).to.equal('playing');
    await until(() => it.reader.playback.status === 'idle', 3000);
    expect(it.synthesis.calls.speak).to.equal(1);
    expect(it.reader.position.sentence).to.equal(null);
  });

  it('keeps its place at the very beginning when text is put before it', async () => {
    const it = await listening('<p>الفقرة الأولى طويلة هنا قليلا.</p><p>الثانية هنا.</p>', 100);
    const prepend = (text: string) => {
      const p = document.createElement('p');
      p.textContent = text;
      it.reader.prepend(p);
    };
    it.reader.seek(0);
    prepend('خبر قبل القراءة.');
    await until(() => it.reader.article.text.startsWith('خبر'));
    expect(marked(it.reader)).to.equal('الفقرة الأولى طويلة هنا قليلا.');
    it.reader.play();
    await until(() => it.reader.playback.status === 'playing');
    prepend('وخبر ثان فيها.');
    await until(() => it.reader.article.text.startsWith('وخبر'));
    expect(marked(it.reader)).to.equal('الفقرة الأولى طويلة هنا قليلا.');
    await it.over();
    expect(it.said()).to.deep.equal(['الفقرة الأولى طويلة هنا قليلا.', 'الثانية هنا.']);
  });

  it('shows that it is paused where another script holds the voice and no event tells', async () => {
    const it = await listening('<p>الفقرة الأولى طويلة هنا قليلا.</p><p>الثانية هنا.</p>');
    it.reader.play();
    await until(() => it.heard().length > 2);
    it.synthesis.interrupt('hold');
    await until(() => it.reader.playback.status === 'paused', 3000);
    it.reader.play();
    await it.over();
    expect(it.heard().join(' ')).to.equal('الفقرة الأولى طويلة هنا قليلا الثانية هنا');
  });
});
