import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import type { ArticleReader } from '../../../src/elements.js';
import type { ArticlePlaces, PreferenceStore } from '../../../src/reader/reader.js';
import { viewport } from '../../commands.js';
import { button, focused, middleOf, mount, reset, settled, until } from './setup.js';

/** Headings of three levels, a skipped one among them, each with two sentences under it. */
const SECTIONED = ['h1', 'h2', 'h4', 'h2', 'h3']
  .map(
    (tag, i) =>
      `<${tag}>العنوان رقم ${i + 1}</${tag}><p>هذه الجملة الأولى تحت العنوان رقم ${i + 1}. وهذه الجملة الثانية تحته.</p>`,
  )
  .join('');

/** Paragraphs and no heading. */
const PLAIN = ['الأولى', 'الثانية', 'الثالثة', 'الرابعة']
  .map((n) => `<p>هذه الفقرة ${n} من المقال. وهذه جملة أخرى في الفقرة ${n}.</p>`)
  .join('');

/** Silence long enough that a sentence never ends by itself. */
const SLOW = { msPerWord: 60_000 };

const part = (reader: ArticleReader, name: 'places' | 'notice') =>
  reader.shadowRoot!.querySelector(`article-reader-${name}`)?.shadowRoot;
const dialog = (reader: ArticleReader) =>
  part(reader, 'places')
    ?.querySelector('article-reader-panel')
    ?.shadowRoot!.querySelector('dialog');
const inSheet = <Found extends HTMLElement = HTMLButtonElement>(
  reader: ArticleReader,
  selector: string,
) => part(reader, 'places')!.querySelector<Found>(selector)!;
const entries = (reader: ArticleReader) => [
  ...part(reader, 'places')!.querySelectorAll<HTMLButtonElement>('nav .entry'),
];
const region = (reader: ArticleReader) =>
  reader.shadowRoot!.querySelector<HTMLElement>('[part=article]')!;
/** What a screen reader was told last. */
const said = (reader: ArticleReader) =>
  reader.shadowRoot!.querySelector('.live')!.textContent!.trim();
const sentence = ({ article, position }: ArticleReader) =>
  position.sentence && article.text.slice(position.sentence.start, position.sentence.end);

async function open(reader: ArticleReader): Promise<void> {
  region(reader).focus();
  await sendKeys({ press: 'c' });
  await until(() => dialog(reader)?.open);
}

async function close(reader: ArticleReader): Promise<void> {
  await sendKeys({ press: 'Escape' });
  await until(() => !dialog(reader)!.open);
}

/** The reader goes away and comes back with the page: what is kept is what the store has. */
async function visitAgain(reader: ArticleReader, html = reader.innerHTML): Promise<ArticleReader> {
  const again = document.createElement('article-reader');
  for (const { name, value } of [...reader.attributes]) again.setAttribute(name, value);
  again.innerHTML = html;
  reader.replaceWith(again);
  await again.updateComplete;
  return again;
}

const offer = (reader: ArticleReader) =>
  part(reader, 'notice')?.querySelector<HTMLElement>('[role=group]') ?? null;

describe('places', () => {
  after(reset);
  beforeEach(() => viewport(1000, 800));

  describe('contents', () => {
    it('are a nested list of the headings, focus on the one where the reader is', async () => {
      const { reader } = await mount(`<article-reader>${SECTIONED}</article-reader>`, SLOW);
      reader.seek(reader.article.blocks[7]!.start);
      await open(reader);
      expect(entries(reader).map((entry) => entry.textContent!.trim())).to.deep.equal(
        [1, 2, 3, 4, 5].map((n) => `العنوان رقم ${n}`),
      );
      const depth = (entry: Element) => {
        let lists = 0;
        for (let at: Element | null = entry; at; at = at.parentElement)
          if (at.localName === 'ol') lists++;
        return lists;
      };
      expect(entries(reader).map(depth)).to.deep.equal([1, 2, 3, 2, 3]);
      const [, , , fourth, fifth] = entries(reader);
      expect(focused()).to.equal(fourth);
      expect(fourth!.getAttribute('aria-current')).to.equal('location');
      await sendKeys({ press: 'Tab' });
      expect(focused()).to.equal(fifth);
      await sendKeys({ press: 'Enter' });
      await until(() => !dialog(reader)!.open);
      expect(sentence(reader)).to.equal('العنوان رقم 5');
      expect(focused()).to.equal(region(reader));
      await until(() => said(reader) === 'الفقرة ٥ من ٥');
    });

    it('are the paragraphs by their first words where there are no headings, by the button', async () => {
      const { reader } = await mount(`<article-reader>${PLAIN}</article-reader>`, SLOW);
      if (!button(reader, 'contents').offsetParent) button(reader, 'more').click();
      await until(() => button(reader, 'contents').offsetParent);
      await sendMouse({ type: 'click', position: middleOf(button(reader, 'contents')) });
      await until(() => dialog(reader)?.open);
      expect(entries(reader)).to.have.length(4);
      expect(entries(reader)[2]!.textContent).to.include('هذه الفقرة الثالثة');
      // Before anything is read one is at the beginning.
      expect(focused()).to.equal(entries(reader)[0]);
      await sendMouse({ type: 'click', position: middleOf(entries(reader)[2]!) });
      await until(() => !dialog(reader)!.open);
      expect(sentence(reader)).to.equal('هذه الفقرة الثالثة من المقال.');
    });

    it('of a long article are drawn round the reader first, and the rest moves nothing', async () => {
      const paragraphs = Array.from(
        { length: 700 },
        (_, i) => `<p>الفقرة ${i + 1} من مقال طويل.</p>`,
      );
      const { reader } = await mount(
        `<article-reader>${paragraphs.join('')}</article-reader>`,
        SLOW,
      );
      await open(reader);
      await close(reader);
      reader.seek(reader.article.blocks[350]!.start);
      const sheet = reader.shadowRoot!.querySelector('article-reader-places')!;
      await sheet.show();
      expect(entries(reader)).to.have.length(200);
      const current = focused()!;
      expect(current.textContent).to.include('الفقرة 351 ');
      const { top } = current.getBoundingClientRect();
      await until(() => entries(reader).length === 700);
      await settled(50);
      expect(focused()).to.equal(current);
      expect(current.getBoundingClientRect().top).to.be.closeTo(top, 1);
      expect(
        entries(reader).map((entry) => parseInt(entry.textContent!.replace(/\D+/, ''))),
      ).to.eql(paragraphs.map((_, i) => i + 1));
    });
  });

  for (const [lang, dir, more] of [
    ['ar', 'rtl', 'ArrowLeft'],
    ['en', 'ltr', 'ArrowRight'],
  ] as const) {
    it(`go by percent, by keys that follow direction (${dir})`, async () => {
      const { reader } = await mount(
        `<article-reader ui-lang=${lang}>${SECTIONED}</article-reader>`,
        SLOW,
        { lang: 'ar', dir },
      );
      await until(() => button(reader, 'toggle').offsetParent);
      await open(reader);
      const slider = inSheet<HTMLInputElement>(reader, 'input');
      const { length } = reader.article.text;
      const at = () => reader.position.word!.start / length;
      slider.focus();
      await sendKeys({ press: 'End' });
      await until(() => at() > 0.9);
      await sendKeys({ press: 'Home' });
      await until(() => at() === 0);
      // A step within one word moves the slider all the same.
      for (let i = 1; i <= 12; i++) {
        await sendKeys({ press: more });
        await until(() => slider.value === String(i));
      }
      expect(at()).to.be.within(0.06, 0.12);
      expect(slider.getAttribute('aria-valuetext')).to.match(
        lang === 'ar' ? /^.?١٢.*الفقرة ١ من ٥.*دقيقة/ : /^12%. Paragraph 1 of 5. .*minute/,
      );
      expect(inSheet(reader, '.where').textContent).to.match(/١ من ٥|1 of 5/);
      // All of it was one jump, from nowhere.
      expect(inSheet(reader, '.return').ariaDisabled).to.equal('true');
    });
  }

  it('go by heading, and back to where one was, by keys and by touch', async () => {
    const { reader } = await mount(`<article-reader>${SECTIONED}</article-reader>`, SLOW);
    region(reader).focus();
    await sendKeys({ press: 'n' });
    await sendKeys({ press: 'l' });
    const start = sentence(reader);
    await sendKeys({ press: 'l' });
    const before = sentence(reader);
    expect(before).not.to.equal(start);
    // What remembers is loaded with the first place.
    await until(() => reader.reader.places);
    await sendKeys({ press: 'h' });
    await sendKeys({ press: 'h' });
    expect(sentence(reader)).to.equal('العنوان رقم 3');
    await sendKeys({ press: 'g' });
    expect(sentence(reader)).to.equal('العنوان رقم 2');
    await until(() => said(reader) === 'الفقرة ٢ من ٥');
    for (const expected of ['العنوان رقم 3', 'العنوان رقم 2', before, before]) {
      await sendKeys({ press: 'b' });
      expect(sentence(reader)).to.equal(expected);
    }

    await open(reader);
    const [previous, next] = [...part(reader, 'places')!.querySelectorAll('.steps button')];
    await sendMouse({ type: 'click', position: middleOf(next!) });
    await sendMouse({ type: 'click', position: middleOf(next!) });
    await sendMouse({ type: 'click', position: middleOf(previous!) });
    expect(sentence(reader)).to.equal('العنوان رقم 2');
    expect(dialog(reader)!.open).to.equal(true);
    await until(() => inSheet(reader, '[role=status]').textContent === 'الفقرة ٢ من ٥');
    inSheet(reader, '.return').click();
    inSheet(reader, '.return').click();
    await until(() => inSheet(reader, '[aria-current]') === entries(reader)[1]);
    inSheet(reader, '.return').click();
    expect(sentence(reader)).to.equal(before);
    await until(() => inSheet(reader, '.return').ariaDisabled === 'true');
  });

  it('are what is seen, for who reads by eye and has scrolled', async () => {
    const spaced = PLAIN.replaceAll('<p>', '<p style="margin:0 0 600px">');
    const { reader } = await mount(`<article-reader>${spaced}</article-reader>`, SLOW);
    reader.querySelectorAll('p')[2]!.scrollIntoView({ block: 'center', behavior: 'instant' });
    const third = 'هذه الفقرة الثالثة من المقال.';
    region(reader).focus({ preventScroll: true });
    await open(reader);
    const current = () => part(reader, 'places')!.querySelector('[aria-current]');
    await until(() => current()?.textContent!.includes('الفقرة الثالثة'));
    expect(Number(inSheet<HTMLInputElement>(reader, '#percent').value)).to.be.within(45, 55);
    // A jump from there is taken back to there; a sheet that is closed draws nothing.
    entries(reader)[3]!.click();
    await until(() => !current());
    await until(() => sentence(reader)?.includes('الرابعة'));
    reader.reader.back();
    expect(sentence(reader)).to.equal(third);
    reader.stop();
    reader.querySelectorAll('p')[2]!.scrollIntoView({ block: 'center', behavior: 'instant' });

    await sendKeys({ press: 'm' });
    await until(() => reader.reader.places!.bookmarks.length === 1);
    expect(reader.article.text.slice(reader.reader.places!.bookmarks[0])).to.match(
      new RegExp(`^${third}`),
    );
    for (const key of ['l', 'p']) {
      reader.stop();
      reader.querySelectorAll('p')[2]!.scrollIntoView({ block: 'center', behavior: 'instant' });
      await sendKeys({ press: key });
      await until(() => reader.position.sentence);
      expect(sentence(reader)).to.equal(third);
    }
    // At the beginning it is the first.
    reader.stop();
    scrollTo(0, 0);
    await sendKeys({ press: 'l' });
    await until(() => reader.position.sentence);
    expect(sentence(reader)).to.equal('هذه الفقرة الأولى من المقال.');
  });

  it('are bookmarked: set, listed, gone to, taken away, kept in an edited article', async () => {
    let { reader } = await mount(`<article-reader>${SECTIONED}</article-reader>`, SLOW);
    const rows = () => [...part(reader, 'places')!.querySelectorAll('li.bookmark')];
    reader.seek(reader.article.text.indexOf('وهذه الجملة الثانية'));
    region(reader).focus();
    await sendKeys({ press: 'm' });
    await until(() => said(reader) === 'أُضيفت إشارة مرجعية. تجدها في «المحتويات».');
    expect(part(reader, 'notice')!.textContent).to.include('أُضيفت إشارة');
    expect(focused()).to.equal(region(reader));
    await sendKeys({ press: 'm' });
    await until(() => said(reader) === 'أُزيلت الإشارة المرجعية.');
    await sendKeys({ press: 'm' });
    reader.seek(reader.article.blocks[8]!.start);
    await sendKeys({ press: 'm' });
    await until(() => reader.reader.places!.bookmarks.length === 2);

    // On the next visit the article has another beginning, and one section less.
    const edited = `<p>تصحيح: هذا المقال محدّث.</p>${SECTIONED.replace(/<h4>.*?<\/p>/, '')}`;
    reader = await visitAgain(reader, edited);
    await until(() => reader.reader.places);
    await open(reader);
    await until(() => rows().length === 2);
    expect(rows()[0]!.textContent).to.include('وهذه الجملة الثانية تحته');
    expect(rows()[0]!.textContent).to.match(/٪/);
    rows()[1]!.querySelector('button')!.click();
    await until(() => !dialog(reader)!.open);
    expect(sentence(reader)).to.equal('العنوان رقم 5');

    await open(reader);
    const remove = (n: number) => rows()[n]!.querySelector<HTMLElement>('.remove')!;
    remove(0).focus();
    await sendKeys({ press: 'Enter' });
    await until(() => rows().length === 1);
    await until(() => focused() === remove(0));
    await sendKeys({ press: 'Enter' });
    await until(() => rows().length === 0);
    await until(() => focused() === inSheet(reader, '#bookmarks'));
    inSheet(reader, '.set').click();
    await until(() => rows().length === 1);
    await close(reader);
  });

  describe('where reading stopped', () => {
    /** An article that was left in its third paragraph. */
    async function left(attributes = ''): Promise<ArticleReader> {
      const { reader } = await mount(
        `<article-reader ${attributes}>${PLAIN}</article-reader>`,
        SLOW,
      );
      reader.play(reader.article.text.indexOf('وهذه جملة أخرى في الفقرة الثالثة'));
      await until(() => reader.playback.status === 'playing' && reader.reader.places);
      return reader;
    }

    it('is offered at the next visit, said once, and gone to', async () => {
      const reader = await visitAgain(await left());
      region(reader).focus();
      await until(() => offer(reader));
      await until(() => said(reader) === 'توقفت عند الفقرة ٣ من ٤.');
      expect(focused()).to.equal(region(reader));
      expect(reader.position.sentence).to.equal(null);
      expect(reader.reader.savedPlace).to.equal(
        reader.article.text.indexOf('وهذه جملة أخرى في الفقرة الثالثة'),
      );
      const [goOn] = offer(reader)!.querySelectorAll('button');
      goOn!.focus();
      await sendKeys({ press: 'Enter' });
      await until(() => !offer(reader));
      expect(sentence(reader)).to.equal('وهذه جملة أخرى في الفقرة الثالثة.');
      expect(reader.reader.savedPlace).to.equal(null);
      // Focus is not lost with the message.
      expect(focused()).to.equal(button(reader, 'toggle'));
      await sendKeys({ press: 'Enter' });
      await until(() => reader.playback.status === 'playing');
      expect(sentence(reader)).to.equal('وهذه جملة أخرى في الفقرة الثالثة.');
    });

    it('can be begun anew, or left unanswered and kept', async () => {
      let reader = await visitAgain(await left());
      await until(() => offer(reader));
      await sendMouse({
        type: 'click',
        position: middleOf(offer(reader)!.querySelector('.close')!),
      });
      await until(() => !offer(reader));
      expect(reader.position.sentence).to.equal(null);
      reader = await visitAgain(reader);
      await until(() => offer(reader));
      offer(reader)!.querySelectorAll('button')[1]!.click();
      await until(() => !offer(reader));
      expect(sentence(reader)).to.equal('هذه الفقرة الأولى من المقال.');
      // The first paragraph needs no offer.
      reader = await visitAgain(reader);
      await until(() => reader.reader.places);
      await settled(50);
      expect(offer(reader)).to.equal(null);
    });

    it('is forgotten once the article was read to its end, kept when stopped', async () => {
      let { reader } = await mount(`<article-reader>${PLAIN}</article-reader>`);
      const { text } = reader.article;
      reader.play(text.indexOf('هذه الفقرة الرابعة'));
      await until(() => reader.playback.status === 'playing' && reader.reader.places);
      reader.stop();
      reader = await visitAgain(reader);
      await until(() => offer(reader));
      reader.play(reader.reader.savedPlace!);
      await until(() => reader.playback.status === 'playing');
      // Listening is an answer too.
      await until(() => !offer(reader));
      await until(() => reader.playback.status === 'idle');
      expect(JSON.parse(localStorage.getItem('article-reader-places')!)).to.deep.equal([]);
    });

    it('is kept by a store of the page’s own, which may take its time', async () => {
      const { reader } = await mount(`<article-reader>${PLAIN}</article-reader>`, SLOW);
      let preferences = {};
      const kept: ArticlePlaces[] = [];
      const store: PreferenceStore = {
        load: () => preferences,
        save: (saved) => (preferences = saved),
        subscribe: () => () => {},
        places: {
          load: async (page) => {
            await settled(20);
            return kept.filter((places) => places.page === page);
          },
          save: (places) => kept.unshift(places),
        },
      };
      reader.store = store;
      await reader.updateComplete;
      reader.seek(reader.article.text.indexOf('هذه الفقرة الثالثة'));
      reader.setPreferences({ textSize: 125 });
      await until(() => reader.reader.places);
      reader.replaceWith(document.createElement('article-reader'));
      expect(preferences).to.deep.include({ textSize: 125 });
      expect(localStorage.length).to.equal(0);

      const again = document.querySelector('article-reader')!;
      again.store = store;
      again.innerHTML = PLAIN;
      await until(() => offer(again)?.textContent!.includes('الفقرة ٣ من ٤'));
      expect(again.settings.textSize).to.equal(125);
    });

    it('is not kept with persist="none", nor where storage throws; reading goes on', async () => {
      const reader = await visitAgain(await left('persist="none"'));
      await settled(50);
      expect(localStorage.length).to.equal(0);
      expect(reader.reader.places).to.equal(null);

      const { getItem, setItem } = Storage.prototype;
      Storage.prototype.getItem = Storage.prototype.setItem = () => {
        throw new DOMException('refused', 'SecurityError');
      };
      try {
        const refused = await left();
        region(refused).focus();
        await sendKeys({ press: 'm' });
        await until(() => refused.reader.places?.bookmarks.length === 1);
        refused.pause();
        expect(refused.playback.status).to.equal('paused');
      } finally {
        Object.assign(Storage.prototype, { getItem, setItem });
      }
    });
  });

  describe('of another article', () => {
    const OTHER =
      '<h1>مقال آخر تماما</h1><p>نص الفقرة الأولى هنا.</p><p>ونص الفقرة الثانية هنا. وهذا آخره.</p>';
    const { href } = location;
    afterEach(() => history.replaceState(null, '', href));

    for (const [name, next] of [
      ['at the next address of a single-page application', '?next'],
      ['at the same address', '#next'],
    ] as const) {
      it(`${name} are its own, and what was is kept`, async () => {
        let { reader } = await mount(`<article-reader>${PLAIN}</article-reader>`, SLOW);
        const read = async (words: string) => {
          reader.play(reader.article.text.indexOf(words));
          await until(() => reader.playback.status === 'playing' && reader.reader.places);
          reader.pause();
        };
        await read('هذه الفقرة الثالثة');
        reader.reader.places!.toggleBookmark();
        history.replaceState(null, '', next);
        reader.innerHTML = OTHER;
        await until(() => reader.article.text.includes('مقال آخر'));
        expect(offer(reader)).to.equal(null);
        await read('ونص الفقرة الثانية');
        expect(reader.reader.places!.bookmarks).to.deep.equal([]);
        reader.reader.places!.toggleBookmark();

        reader = await visitAgain(reader);
        await until(() => offer(reader)?.textContent!.includes('الفقرة ٢ من ٢'));
        expect(reader.reader.places!.bookmarks).to.have.length(1);
        // Back at the one before, its own are offered without another visit.
        history.replaceState(null, '', href);
        reader.innerHTML = PLAIN;
        await until(() => offer(reader)?.textContent!.includes('الفقرة ٣ من ٤'));
        expect(reader.reader.places!.bookmarks).to.deep.equal([
          reader.article.text.indexOf('هذه الفقرة الثالثة'),
        ]);
      });
    }

    it('are not those of the same one when it grows, whatever the address is', async () => {
      const { reader } = await mount(`<article-reader>${PLAIN}</article-reader>`, SLOW);
      reader.seek(reader.article.text.indexOf('هذه الفقرة الثالثة'));
      const places = (await reader.reader.loadPlaces())!;
      places.toggleBookmark();
      history.replaceState(null, '', '?scrolled');
      reader.insertAdjacentHTML('afterbegin', OTHER);
      await until(() => reader.article.text.includes('مقال آخر'));
      expect(reader.reader.places).to.equal(places);
      expect(places.bookmarks).to.deep.equal([reader.article.text.indexOf('هذه الفقرة الثالثة')]);
    });
  });

  it('fit 320 px, with nothing cut off and targets of 44 px', async () => {
    await viewport(320, 640);
    let { reader } = await mount(`<article-reader>${SECTIONED}</article-reader>`, SLOW);
    reader.seek(reader.article.blocks[4]!.start);
    await until(() => reader.reader.places);
    reader.reader.places!.toggleBookmark();
    const check = (root: ParentNode) => {
      expect(document.documentElement.scrollWidth).to.be.at.most(innerWidth);
      for (const control of root.querySelectorAll('button,input')) {
        const { left, right, width, height } = control.getBoundingClientRect();
        const name = control.ariaLabel ?? control.textContent!.trim();
        expect(Math.min(width, height), name).to.be.at.least(43.9);
        expect(left, name).to.be.at.least(0);
        expect(right, name).to.be.at.most(innerWidth);
      }
    };
    await open(reader);
    check(part(reader, 'places')!);
    await close(reader);
    reader = await visitAgain(reader);
    await until(() => offer(reader));
    check(part(reader, 'notice')!);
  });
});
