import { expect } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import { wordsOf } from '../../../src/core/words.js';
import type { ArticleReader } from '../../../src/elements.js';
import {
  ARTICLE,
  button,
  eventOf,
  foundingArticle,
  middleOf,
  mount,
  reset,
  settled,
  until,
  reaches,
} from './setup.js';

const status = (reader: ArticleReader) => reader.playback.status;

/** Where the words of a text stand on the page, to click on one. */
function wordOnPage(root: Element, word: string): Range {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { data } = walker.currentNode as Text;
    const at = data.indexOf(word);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(walker.currentNode, at);
    range.setEnd(walker.currentNode, at + word.length);
    return range;
  }
  throw new Error(`not on the page: ${word}`);
}

describe('<article-reader>', () => {
  after(reset);

  describe('reads the founding article', () => {
    const ways: Record<string, (text: string) => Promise<ArticleReader>> = {
      'slotted as one paragraph': async (text) =>
        (await mount(`<article-reader><p>${text}</p></article-reader>`)).reader,
      'elsewhere on the page': async (text) =>
        (
          await mount(
            `<article-reader for="story"></article-reader><div id="story"><p>${text}</p></div>`,
          )
        ).reader,
      'from an address': async () => {
        const { reader } = await mount('<article-reader src="/demo/article.txt"></article-reader>');
        await until(() => reader.article.text);
        return reader;
      },
      'from its text property': async (text) => {
        const { reader } = await mount('<article-reader></article-reader>');
        reader.text = text;
        await until(() => reader.article.text);
        return reader;
      },
    };
    for (const [way, prepare] of Object.entries(ways)) {
      it(`${way}, word by word to its end, and leaves the page as it was`, async function () {
        this.timeout(60_000);
        const text = await foundingArticle();
        const reader = await prepare(text);
        const { article } = reader;
        expect(article.text.replace(/\s+/g, ' ')).to.equal(text);
        expect(article.lang).to.equal('ar');
        const sentences = article.blocks.flatMap((block) => block.sentences);
        expect(sentences).to.have.length(22);
        const opening = (n: number) => sentences[n - 1]!.start;
        expect(article.blocks.map((block) => block.start)).to.include.members(
          [8, 14, 18].map(opening),
        );

        const page = document.querySelector('main')!;
        const before = page.innerHTML;
        const changes: MutationRecord[] = [];
        const observer = new MutationObserver((records) => changes.push(...records));
        const content = page.querySelector('#story') ?? reader;
        observer.observe(content, {
          subtree: true,
          childList: true,
          characterData: true,
          attributes: true,
        });

        const heard: number[] = [];
        const seen = new Set<number>();
        reader.addEventListener('reader-positionchange', ({ sentence, word }) => {
          if (word && word.start !== heard.at(-1)) heard.push(word.start);
          if (sentence) seen.add(sentence.start);
        });
        // All of it once; otherwise its last paragraph.
        const from = way === 'slotted as one paragraph' ? 1 : 18;
        reader.play(from === 1 ? undefined : opening(from));
        await until(() => status(reader) === 'idle', 50_000);
        const words = wordsOf(article.text, { start: opening(from), end: article.text.length });
        expect(heard).to.deep.equal(words.map(({ start }) => start));
        expect([...seen]).to.deep.equal(sentences.slice(from - 1).map(({ start }) => start));

        expect(page.innerHTML).to.equal(before);
        expect([...changes, ...observer.takeRecords()]).to.deep.equal([]);
        expect(reader.position).to.deep.equal({ sentence: null, word: null });
        expect(CSS.highlights.has('article-reader-word')).to.equal(false);
      });
    }
  });

  describe('reads what it is given once that has been painted', () => {
    /** Gives a reader that has been drawn in the page to `act`, with how often it told of its article. */
    async function attached(
      act: (reader: ArticleReader, told: () => number) => void | Promise<void>,
    ) {
      const { getComputedStyle } = globalThis;
      let asked = 0;
      globalThis.getComputedStyle = (element, pseudo) => {
        // As reading the article does.
        if (element.localName === 'p') asked++;
        return getComputedStyle(element, pseudo);
      };
      try {
        const { stage } = await mount('<article-reader></article-reader>', { msPerWord: 30 });
        localStorage.setItem('article-reader', JSON.stringify({ textSize: 200 }));
        const host = document.createElement('article-reader');
        let told = 0;
        host.addEventListener('reader-articlechange', () => told++);
        host.innerHTML = ARTICLE;
        stage.replaceChildren(host);
        await host.updateComplete;
        await host.shadowRoot!.querySelector('article-reader-toolbar')!.updateComplete;
        // Not read, and as the user wants it all the same.
        expect([asked, told]).to.deep.equal([0, 0]);
        expect(getComputedStyle(host.querySelector('p')!).zoom).to.equal('2');
        await act(host, () => told);
        expect(asked).to.be.greaterThan(0);
      } finally {
        globalThis.getComputedStyle = getComputedStyle;
      }
    }

    it('and tells of it then, once', () =>
      attached(async (reader, told) => {
        await until(told);
        await new Promise((resolve) => setTimeout(resolve, 600));
        expect(told()).to.equal(1);
        expect(reader.article.blocks).to.have.length(4);
      }));

    it('or soon, in a tab that nobody sees, as it is by then', async () => {
      const { requestAnimationFrame } = globalThis;
      globalThis.requestAnimationFrame = () => 0;
      try {
        await attached(async (reader, told) => {
          let asked = 0;
          const { getVoices } = speechSynthesis;
          speechSynthesis.getVoices = () => (asked++, getVoices.call(speechSynthesis));
          reader.append(document.createElement('p'));
          reader.lastElementChild!.textContent = 'ثم أضيفت فقرة.';
          await until(told);
          expect(told()).to.equal(1);
          expect(reader.article.blocks).to.have.length(5);
          // Voices come late: they are asked for in time.
          expect(asked).to.be.greaterThan(0);
        });
      } finally {
        globalThis.requestAnimationFrame = requestAnimationFrame;
      }
    });

    it('or when somebody asks for the article', () =>
      attached((reader) => {
        expect(reader.article.blocks).to.have.length(4);
      }));

    it('or moves in it', () =>
      attached((reader, told) => {
        reader.next('paragraph');
        expect(told()).to.equal(1);
        expect(reader.position.sentence).to.include({ start: 0 });
      }));

    it('or reads it aloud', () =>
      attached(async (reader) => {
        reader.play();
        await reaches(reader, 'playing');
        expect(reader.position.sentence).to.include({ start: 0 });
      }));
  });

  it('tells its state by events and custom states, in order', async () => {
    const { reader } = await mount(`<article-reader>${ARTICLE}</article-reader>`, {
      msPerWord: 30,
    });
    const states: string[] = [];
    reader.addEventListener('reader-statechange', (event) => {
      states.push(event.playback.status);
      expect(event.playback).to.equal(reader.playback);
      expect(event.bubbles || event.composed).to.equal(false);
    });
    expect(reader.matches(':state(idle)')).to.equal(true);
    reader.play();
    await until(() => reader.matches(':state(playing)'));
    expect(reader.matches(':state(idle)')).to.equal(false);
    reader.pause();
    expect(reader.matches(':state(paused)')).to.equal(true);
    const { word } = reader.position;
    reader.play();
    await reaches(reader, 'playing');
    expect(reader.position.word!.start).to.be.at.least(word!.start);
    reader.stop();
    expect(states).to.deep.equal(['loading', 'playing', 'paused', 'loading', 'playing', 'idle']);
    expect(reader.matches(':state(idle)')).to.equal(true);
    expect(reader.matches(':state(playing)')).to.equal(false);
  });

  it('moves by sentence, paragraph and heading', async () => {
    const { reader } = await mount(`<article-reader>${ARTICLE}</article-reader>`);
    const at = () => reader.article.text.slice(reader.position.sentence!.start).split(' ')[0];
    reader.next();
    expect(at()).to.equal('عنوان');
    reader.next();
    expect(at()).to.equal('قالت');
    reader.next();
    expect(at()).to.equal('وأضافت');
    reader.next('paragraph');
    expect(at()).to.equal('من');
    reader.previous('paragraph');
    expect(at()).to.equal('قالت');
    reader.previous('heading');
    expect(at()).to.equal('عنوان');
    expect(status(reader)).to.equal('idle');
  });

  it('reads only a range that it is given', async () => {
    const { reader, synthesis } = await mount(`<article-reader>${ARTICLE}</article-reader>`);
    const range = wordOnPage(reader, 'أكد المدير');
    reader.play(range);
    await reaches(reader, 'playing');
    await until(() => status(reader) === 'idle');
    expect(synthesis.heard.map(({ text }) => text)).to.deep.equal(['أكد', 'المدير']);
  });

  it('goes to a word that is clicked, and leaves links, buttons and selections to the page', async () => {
    const { reader } = await mount(`<article-reader>${ARTICLE}</article-reader>`);
    const click = async (range: Range | Element) =>
      sendMouse({ type: 'click', position: middleOf(range) });
    await click(wordOnPage(reader, 'المدير'));
    await until(() => reader.position.word);
    const { word } = reader.position;
    expect(reader.article.text.slice(word!.start, word!.end)).to.equal('المدير');
    await click(wordOnPage(reader, 'سابق'));
    expect(location.hash).to.equal('#there');
    expect(reader.position.word).to.equal(word);
    history.replaceState(null, '', location.pathname + location.search);
    getSelection()!.selectAllChildren(reader.querySelector('h2')!);
    wordOnPage(reader, 'الحضور').startContainer.parentElement!.click();
    expect(reader.position.word).to.equal(word);
  });

  it('leaves a word to who selects it by a double click', async () => {
    const { reader } = await mount(`<article-reader>${ARTICLE}</article-reader>`);
    const [x, y] = middleOf(wordOnPage(reader, 'المدير'));
    const paragraph = wordOnPage(reader, 'المدير').startContainer.parentElement!;
    const click = (detail: number) =>
      paragraph.dispatchEvent(
        new MouseEvent('click', { clientX: x, clientY: y, detail, bubbles: true, composed: true }),
      );
    click(1);
    // What browsers do between the two.
    const word = wordOnPage(reader, 'المدير');
    getSelection()!.setBaseAndExtent(
      word.startContainer,
      word.startOffset,
      word.endContainer,
      word.endOffset,
    );
    click(2);
    await settled(500);
    expect(reader.position.sentence).to.equal(null);
    getSelection()!.removeAllRanges();
    click(1);
    await until(() => reader.position.word);
  });

  it('calls its buttons by what is seen on them, in a bar of any width', async () => {
    const { reader, stage } = await mount(`<article-reader>${ARTICLE}</article-reader>`);
    await until(() => button(reader, 'rate').textContent!.trim() === '×١');
    expect(button(reader, 'rate').ariaLabel).to.contain('×١');
    for (const width of [144, 200, 250, 300, 320, 350, 390, 420, 520, 700, 1000]) {
      stage.style.width = `${width}px`;
      const listen = button(reader, 'toggle');
      const word = listen.querySelector('span')!;
      expect(listen.ariaLabel).to.equal('استماع');
      // Seen, and whole.
      const [inner, outer] = [word, listen].map((it) => it.getBoundingClientRect());
      expect(inner!.width, `${width} px`).to.be.above(20);
      expect(inner!.left).to.be.at.least(outer!.left);
      expect(inner!.right).to.be.at.most(outer!.right);
    }
    stage.style.width = '';
  });

  it('shows how far it is at every width, in minutes and paragraphs', async () => {
    const { reader, stage } = await mount(`<article-reader>${ARTICLE}</article-reader>`);
    const toolbar = reader.shadowRoot!.querySelector('article-reader-toolbar')!.shadowRoot!;
    const find = (part: string) => toolbar.querySelector<HTMLElement>(`[part=${part}]`)!;
    // The heading is no paragraph.
    await until(() => find('place').innerText.includes('الفقرة ١ من ٣'));
    const bar = toolbar.querySelector('.bar')!;
    for (const width of [144, 222, 300, 390, 520, 600, 640, 700, 739, 740, 820, 900, 1200]) {
      stage.style.width = `${width}px`;
      const line = find('progress').getBoundingClientRect();
      expect(line.width, `${width} px`).to.be.closeTo(width, 2.1);
      expect(find('place').innerText, `${width} px`).to.match(/الفقرة ١ من ٣[^]*دقيقة/);
      for (const text of find('place').children)
        expect(text.getBoundingClientRect().bottom, `${width} px`).to.be.at.most(line.bottom - 4);
      // As high as the room that is kept for it.
      expect(bar.getBoundingClientRect().height, `${width} px`).to.equal(96);
      const room = reader.shadowRoot!.querySelector('.bar')!.getBoundingClientRect();
      expect(room.height).to.equal(96);
    }
    stage.style.width = '';
  });

  it('listens and pauses by its main button, which says what it does', async () => {
    const { reader } = await mount(`<article-reader>${ARTICLE}</article-reader>`, {
      msPerWord: 40,
    });
    const listen = button(reader, 'toggle');
    expect(listen.textContent!.trim()).to.equal('استماع');
    await sendMouse({ type: 'click', position: middleOf(listen) });
    await reaches(reader, 'playing');
    await until(() => listen.textContent!.trim() === 'إيقاف مؤقت');
    await sendMouse({ type: 'click', position: middleOf(listen) });
    expect(status(reader)).to.equal('paused');
    await until(() => listen.textContent!.trim() === 'متابعة');
  });

  it('says what happened and what to do when it cannot read', async () => {
    // French: for Arabic there is always the embedded voice.
    const { reader } = await mount(
      '<article-reader ui-lang="ar" lang="fr"><p>Bonjour tout le monde.</p></article-reader>',
      { voices: [] },
    );
    const failed = eventOf(reader, 'reader-error');
    reader.play();
    const { reason, message } = await failed;
    expect(reason).to.equal('no-speech');
    await reader.updateComplete;
    // Seen, and said.
    for (const selector of ['.message', '[role=status]'])
      expect(reader.shadowRoot!.querySelector(selector)!.textContent!.trim()).to.equal(message);
    expect(message).to.contain('صوت');
    expect(reader.matches(':state(failed)')).to.equal(true);
  });

  it('says so when the article at src cannot be loaded', async () => {
    const { reader } = await mount(
      '<article-reader src="/test/no-such-article.txt"></article-reader>',
    );
    const { reason } = await eventOf(reader, 'reader-error');
    expect(reason).to.equal('source-failed');
    expect(status(reader)).to.equal('failed');
  });

  it('finds an article that comes later than it, and follows content that changes', async () => {
    const { reader, stage } = await mount('<article-reader for="late"></article-reader>');
    expect(reader.article.text).to.equal('');
    const found = eventOf(reader, 'reader-articlechange');
    stage.insertAdjacentHTML('beforeend', '<section id="late"><p>جملة أولى هنا.</p></section>');
    expect((await found).article.text).to.equal('جملة أولى هنا.');
    const changed = eventOf(reader, 'reader-articlechange');
    stage.querySelector('#late')!.insertAdjacentHTML('beforeend', '<p>جملة ثانية هنا.</p>');
    expect((await changed).article.blocks).to.have.length(2);
  });

  it('goes on reading where it was when content is added after it', async () => {
    const { reader, synthesis } = await mount(`<article-reader>${ARTICLE}</article-reader>`, {
      msPerWord: 20,
    });
    reader.play();
    await until(() => reader.position.word && reader.position.word.start > 20);
    const changed = eventOf(reader, 'reader-articlechange');
    reader.insertAdjacentHTML('beforeend', '<p>خبر عاجل وصل الآن.</p>');
    await changed;
    expect(status(reader)).to.equal('playing');
    await until(() => status(reader) === 'idle');
    const heard = synthesis.heard.map(({ text }) => text);
    expect(heard).to.deep.equal(
      wordsOf(reader.article.text).map(({ start, end }) => reader.article.text.slice(start, end)),
    );
  });

  it('stops when it is taken off the page, and reads again when it is put back', async () => {
    const { reader, stage } = await mount(`<article-reader>${ARTICLE}</article-reader>`, {
      msPerWord: 30,
    });
    reader.play();
    await reaches(reader, 'playing');
    reader.remove();
    expect(status(reader)).to.equal('idle');
    expect(CSS.highlights.has('article-reader-sentence')).to.equal(false);
    stage.append(reader);
    await until(() => reader.article.text);
    reader.play();
    await reaches(reader, 'playing');
  });

  it('lets one reader on a page speak at a time', async () => {
    const { stage, reader } = await mount(
      `<article-reader>${ARTICLE}</article-reader><article-reader id="other">${ARTICLE}</article-reader>`,
      { msPerWord: 40 },
    );
    const other = stage.querySelector<ArticleReader>('#other')!;
    reader.play();
    await reaches(reader, 'playing');
    other.play();
    await reaches(other, 'playing');
    expect(status(reader)).to.equal('paused');
  });

  it('stands an empty article, bare text and a missing target', async () => {
    const { reader } = await mount('<article-reader></article-reader>');
    expect(reader.article).to.deep.include({ text: '', blocks: [] });
    reader.play();
    await until(() => status(reader) === 'failed');
    const bare = await mount('<article-reader>نص بلا فقرات هنا. وجملة ثانية.</article-reader>');
    expect(bare.reader.article.blocks[0]!.sentences).to.have.length(2);
    const missing = await mount('<article-reader for="nobody"></article-reader>');
    expect(missing.reader.article.text).to.equal('');
  });

  it('goes on at its word when what stands before it changes, is added or goes', async () => {
    const { reader, synthesis } = await mount(
      `<article-reader><p><time>منذ 9 دقائق</time></p>${ARTICLE}</article-reader>`,
      { msPerWord: 30 },
    );
    const wordNow = () => {
      const { start, end } = reader.position.word!;
      return reader.article.text.slice(start, end);
    };
    reader.play(reader.article.text.indexOf('وأضافت'));
    await until(() => reader.position.word && wordNow() === 'الخطة');
    for (const change of [
      () => (reader.querySelector('time')!.textContent = 'منذ 10 دقائق'),
      () => reader.insertAdjacentHTML('afterbegin', '<p>خبر عاجل وصل الآن.</p>'),
      () => reader.querySelector('time')!.parentElement!.remove(),
    ]) {
      const changed = eventOf(reader, 'reader-articlechange');
      change();
      await changed;
      expect(status(reader)).to.be.oneOf(['loading', 'playing']);
      expect(reader.article.text.slice(reader.position.sentence!.start)).to.match(/^وأضافت|^من/);
    }
    reader.pause();
    const paused = wordNow();
    const changed = eventOf(reader, 'reader-articlechange');
    reader.insertAdjacentHTML('afterbegin', '<p>وخبر آخر.</p>');
    await changed;
    expect(status(reader)).to.equal('paused');
    expect(wordNow()).to.equal(paused);
    reader.play();
    await until(() => status(reader) === 'idle');
    const heard = synthesis.heard.map(({ text }) => text);
    // A word that was broken off is said again, and none is left out.
    expect(heard.filter((word, at) => word !== heard[at - 1])).to.deep.equal(
      'وأضافت أن الخطة تشمل المدن كلها من جهته أكد المدير نجاح التجربة وأشار إلى تقرير سابق في الموضوع وفي الختام شكر الحضور ثم انصرف الجميع'.split(
        ' ',
      ),
    );
  });

  it('reads the element that comes in place of the one it is for, and stops when that goes', async () => {
    const { reader, stage } = await mount(
      '<article-reader for="story"></article-reader><div id="at"><p id="story">نص أول هنا.</p></div>',
      { msPerWord: 200 },
    );
    reader.play();
    await reaches(reader, 'playing');
    const at = stage.querySelector('#at')!;
    at.innerHTML = '<p id="story">نص ثان هنا.</p>';
    await until(() => reader.article.text === 'نص ثان هنا.');
    expect(status(reader)).to.equal('idle');
    reader.play();
    await reaches(reader, 'playing');
    at.replaceChildren();
    await until(() => status(reader) === 'idle');
    expect(reader.article.text).to.equal('');
    expect(reader.matches(':state(playing)')).to.equal(false);
  });

  it('tells that it stopped when it is moved, and is in no state any more', async () => {
    const { reader, stage } = await mount(`<article-reader>${ARTICLE}</article-reader>`, {
      msPerWord: 100,
    });
    reader.play();
    await reaches(reader, 'playing');
    const stopped = eventOf(reader, 'reader-statechange');
    stage.append(reader);
    expect((await stopped).playback.status).to.equal('idle');
    expect(reader.matches(':state(playing)')).to.equal(false);
  });

  it('reads its article when it was off the page while it was updated', async () => {
    const { reader, stage } = await mount('<article-reader text-size="150"></article-reader>');
    const other = document.createElement('article-reader');
    other.textSize = 150;
    other.innerHTML = '<p>نص عربي هنا.</p>';
    stage.append(other);
    other.remove();
    await other.updateComplete;
    reader.remove();
    reader.innerHTML = other.innerHTML;
    reader.text = null;
    reader.for = 'nobody';
    await reader.updateComplete;
    reader.for = null;
    await reader.updateComplete;
    stage.append(reader, other);
    for (const each of [reader, other]) {
      expect(each.article.text).to.equal('نص عربي هنا.');
      expect(getComputedStyle(each.firstElementChild!).zoom).to.equal('1.5');
    }
  });

  it('takes what frameworks set: undefined for nothing, strings for numbers', async () => {
    const { reader } = await mount(`<article-reader>${ARTICLE}</article-reader>`);
    const set = reader as unknown as Record<string, unknown>;
    for (const name of ['src', 'text', 'for', 'rate', 'textSize']) set[name] = undefined;
    await reader.updateComplete;
    expect(reader.article.blocks).to.have.length(4);
    expect(reader.settings).to.include({ rate: 1, textSize: 100 });
    set['src'] = '';
    set['rate'] = '1.5';
    set['textSize'] = '150';
    await reader.updateComplete;
    expect(reader.article.blocks).to.have.length(4);
    expect(reader.settings).to.include({ rate: 1.5, textSize: 150 });
    for (const name of ['rate', 'text-size']) reader.setAttribute(name, '');
    await reader.updateComplete;
    expect(reader.settings).to.include({ rate: 1, textSize: 100 });
  });

  it('reads aloud a text that is put into it, or loaded, once it is there', async () => {
    const { reader, stage, synthesis } = await mount('<article-reader></article-reader>');
    const states: string[] = [];
    reader.addEventListener('reader-statechange', ({ playback }) => states.push(playback.status));
    reader.text = 'هذا نص عربي.';
    reader.play();
    expect(status(reader)).to.equal('loading');
    await until(() => status(reader) === 'idle');
    expect(states).to.deep.equal(['loading', 'playing', 'idle']);
    expect(synthesis.heard.map(({ text }) => text)).to.deep.equal(['هذا', 'نص', 'عربي']);

    // Nobody waits for it any more.
    reader.text = 'وهذا نص آخر.';
    reader.play();
    reader.pause();
    await until(() => reader.article.text === 'وهذا نص آخر.');
    expect(status(reader)).to.equal('idle');

    const other = document.createElement('article-reader');
    other.innerHTML = '<p>مقال جديد.</p>';
    stage.append(other);
    other.play();
    await reaches(other, 'playing');
    expect(other.article.text).to.equal('مقال جديد.');
  });

  it('asks again for an article that could not be had, when it is to read it', async () => {
    const { prototype } = XMLHttpRequest;
    const { open } = prototype;
    try {
      prototype.open = function (method: string) {
        open.call(this, method, '/test/no-such-article.txt', true);
      };
      const { reader } = await mount('<article-reader src="/demo/article.txt"></article-reader>', {
        msPerWord: 1000,
      });
      await reaches(reader, 'failed');
      reader.play();
      expect(status(reader)).to.equal('loading');
      await reaches(reader, 'failed');
      prototype.open = open;
      reader.play();
      await reaches(reader, 'playing');
      expect(reader.article.text).to.have.length.above(1000);
    } finally {
      prototype.open = open;
    }
  });

  it('waits for nothing whose loading was called off', async () => {
    const { reader: element, stage } = await mount('<article-reader></article-reader>');
    const { reader } = element;
    const container = stage.appendChild(document.createElement('div'));
    container.id = 'rendered';
    const source = { src: '/demo/article.txt' };
    const rendered = reader.render(source, container, { selector: '#rendered' });
    reader.play();
    expect(status(element)).to.equal('loading');
    const { signal } = reader;
    reader.detach();
    expect(signal.aborted).to.equal(true);
    await rendered;
    expect(status(element)).to.equal('idle');
    expect(container.textContent).to.equal('');
    reader.play();
    await reaches(element, 'failed');
  });

  it('leaves nothing of the language and direction of the article before', async () => {
    const page = (attributes: string, text: string) =>
      `data:text/html;charset=utf-8,${encodeURIComponent(`<html ${attributes}><body><p>${text}</p></body></html>`)}`;
    const { reader } = await mount('<article-reader></article-reader>');
    reader.src = page('lang="en" dir="ltr"', 'An English article.');
    await until(() => reader.article.text.startsWith('An'));
    expect(reader.article.lang).to.equal('en');
    reader.src = page('', 'مقال عربي هنا.');
    await until(() => reader.article.text.startsWith('مقال'));
    expect(reader.article.lang).to.equal('ar');
    const text = reader.shadowRoot!.querySelector('.text')!;
    expect(getComputedStyle(text).direction).to.equal('rtl');
  });

  it('styles bare text that comes after it', async () => {
    const { reader } = await mount('<article-reader text-size="200"></article-reader>');
    reader.textContent = 'نص عربي هنا.';
    const region = reader.shadowRoot!.querySelector('.article')!;
    await until(() => getComputedStyle(region).zoom === '2');
    reader.innerHTML = '<p>نص عربي هنا.</p>';
    await until(() => getComputedStyle(reader.firstElementChild!).zoom === '2');
    expect(getComputedStyle(region).zoom).to.equal('1');
  });

  it('speaks the language that its element is given later', async () => {
    const { reader } = await mount('<article-reader for="nobody"></article-reader>');
    reader.lang = 'en';
    await until(() => button(reader, 'toggle').textContent!.trim() === 'Listen');
  });
});
