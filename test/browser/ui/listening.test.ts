import { expect } from '@open-wc/testing';
import { isWebKit } from '../../commands.js';
import { fakeVoice } from '../../fake-speech.js';
import {
  mediaDescription,
  mediaPosition,
} from '../../../src/reader/listening/media-description.js';
import { mount, reset, settled, until } from './setup.js';

const PAGE = `
  <h2>عنوان المقال</h2>
  <p>قالت الوزارة <sup><a href="#n1">1</a></sup> إن العمل بدأ. وزار الوزير <span lang="en">the Louvre museum</span> أمس.</p>
  <figure><img alt="الوزير"><figcaption>تعليق المصور.</figcaption></figure>
  <ul><li><a href="#a">اقرأ أيضا</a></ul>
  <table><tr><th>الدولة<tr><td>الكويت</table>
  <div style="height: 3000px"></div>
  <p>فقرة بعيدة هنا. وجملة بعدها.</p>
  <div style="height: 3000px"></div>
  <p>الخاتمة.</p>`;

const VOICES = [fakeVoice('Majed', 'ar-SA'), fakeVoice('Anna', 'en-US')];

async function listening(html = `<article-reader>${PAGE}</article-reader>`) {
  const { reader, synthesis } = await mount(html, { voices: VOICES });
  const ended = () =>
    new Promise<void>((resolve) =>
      reader.addEventListener('reader-statechange', ({ playback }) => {
        if (!/playing|loading/.test(playback.status)) resolve();
      }),
    );
  return {
    reader,
    /** Reads on until it stops; who said what. */
    async read(begin = () => reader.play()) {
      synthesis.spoken.length = 0;
      const over = ended();
      begin();
      await over;
      return synthesis.spoken.map(({ voice, text }) => `${voice!.name}: ${text.trim()}`);
    },
  };
}

/** Selects what a text node of the page reads from one word to the end of another. */
function select(root: Element, from: string, to: string): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walker.nextNode()) {
    const { data } = walker.currentNode as Text;
    if (data.includes(from)) range.setStart(walker.currentNode, data.indexOf(from));
    if (data.includes(to)) range.setEnd(walker.currentNode, data.indexOf(to) + to.length);
  }
  getSelection()!.removeAllRanges();
  getSelection()!.addRange(range);
}

describe('listening', () => {
  after(reset);

  it('says all that is there, with other voices, the name of a column, and pictures as such', async function () {
    this.timeout(60_000);
    const { read } = await listening();
    expect(await read()).to.deep.equal([
      'Majed: عنوان المقال',
      'Majed: قالت الوزارة إن العمل بدأ.',
      'Majed: وزار الوزير',
      'Anna: the Louvre museum',
      'Majed: أمس.',
      'Majed: صورة',
      'Majed: الوزير',
      'Majed: تعليق المصور.',
      'Majed: اقرأ أيضا',
      'Majed: الدولة',
      'Majed: الدولة',
      'Majed: الكويت',
      'Majed: فقرة بعيدة هنا.',
      'Majed: وجملة بعدها.',
      'Majed: الخاتمة.',
    ]);
  });

  it('leaves out what the listener leaves out, begins where they are, and pauses by the timer', async function () {
    this.timeout(60_000);
    const { reader, read } = await listening();
    reader.setPreferences({ skip: ['captions', 'links', 'notes', 'tables'], switchVoices: false });
    expect((await read()).slice(1, 5)).to.deep.equal([
      'Majed: قالت الوزارة إن العمل بدأ.',
      'Majed: وزار الوزير the Louvre museum أمس.',
      'Majed: صورة',
      'Majed: الوزير',
    ]);

    // Scrolled into it, with the beginning out of view.
    reader.querySelectorAll('p')[1]!.scrollIntoView({ block: 'center', behavior: 'instant' });
    expect(await read()).to.deep.equal([
      'Majed: فقرة بعيدة هنا.',
      'Majed: وجملة بعدها.',
      'Majed: الخاتمة.',
    ]);

    // Only what is selected, as often as it is asked for; from a word on its own.
    select(reader, 'إن العمل', 'بدأ');
    expect(await read()).to.deep.equal(['Majed: إن العمل بدأ']);
    expect(await read()).to.deep.equal(['Majed: إن العمل بدأ']);
    select(reader, 'وجملة', 'وجملة');
    expect((await read())[0]).to.equal('Majed: وجملة بعدها.');
    getSelection()!.removeAllRanges();

    scrollTo(0, 0);
    await reader.reader.setSleepTimer('paragraph');
    expect(await read()).to.deep.equal(['Majed: عنوان المقال']);
    expect(reader.playback.status).to.equal('paused');
    expect(reader.reader.sleepTimer).to.equal(null);
    expect((await read())[0]).to.equal('Majed: قالت الوزارة إن العمل بدأ.');

    // Set in the last paragraph, it is over with the article.
    await reader.reader.setSleepTimer('paragraph');
    reader.seek(reader.article.blocks.at(-1)!.start);
    expect(await read()).to.deep.equal(['Majed: الخاتمة.']);
    expect(reader.playback.status).to.equal('idle');
    expect(reader.reader.sleepTimer).to.equal(null);
    reader.reset();
  });

  it('tells the device what is read, whose it is, its picture, and how far it is', async () => {
    const picture = (size: number) =>
      `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}"/>`)}`;
    const { reader } = await listening(
      `<article-reader><img src="${picture(20)}" alt="رمز"><img src="${picture(300)}" alt="صورة">${PAGE}<h3>عنوان فرعي</h3><p>كلام تحته.</p></article-reader>`,
    );
    await Promise.all(
      [...reader.querySelectorAll('img')].map((image) => image.decode?.().catch(() => {})),
    );
    await until(() =>
      [...reader.querySelectorAll<HTMLImageElement>('img[src]')].every((it) => it.complete),
    );
    expect(mediaDescription(reader.reader)).to.deep.equal({
      title: 'عنوان المقال',
      artist: location.hostname,
      album: '',
      artwork: [{ src: picture(300) }],
    });
    const { duration, position } = mediaPosition(reader.reader);
    expect(position).to.equal(0);
    // About 930 characters a minute.
    expect(duration).to.be.closeTo((reader.article.text.length / 930) * 60, 0.1);
    reader.setPreferences({ rate: 2 });
    reader.seek(reader.article.text.indexOf('كلام'));
    const later = mediaPosition(reader.reader);
    expect(later.duration).to.equal(duration);
    expect(later.position / duration).to.be.closeTo(reader.reader.progress.fraction, 0.001);
    expect(later.playbackRate).to.equal(2);
    expect(mediaDescription(reader.reader).album).to.equal('عنوان فرعي');
    // What the page says of itself goes before.
    const head = document.createElement('template');
    head.innerHTML =
      '<meta name="application-name" content="تطبيق"><meta property="og:site_name" content=" الجريدة "><meta property="og:image" content="/picture.jpg">';
    const metas = [...head.content.children];
    document.head.append(...metas);
    const told = mediaDescription(reader.reader);
    for (const meta of metas) meta.remove();
    reader.reset();
    expect(told.artist).to.equal('الجريدة');
    expect(told.artwork).to.deep.equal([{ src: new URL('/picture.jpg', location.href).href }]);
  });

  it('gives the device its controls while it reads, and takes them back', async () => {
    const { reader } = await listening();
    const session = navigator.mediaSession;
    const handlers = new Map<string, (() => void) | null>();
    const original = session.setActionHandler;
    session.setActionHandler = (action, handler) =>
      void handlers.set(action, handler as (() => void) | null);
    const positions: (MediaPositionState | undefined)[] = [];
    const { setPositionState } = session;
    session.setPositionState = (state) => void positions.push(state);
    try {
      const press = (action: string) => handlers.get(action)!();
      reader.play();
      await until(() => reader.playback.status === 'playing');
      if (isWebKit) {
        // Its media can hang: there are none.
        expect([handlers.size, session.playbackState]).to.deep.equal([0, 'none']);
        return;
      }
      await until(() => session.playbackState === 'playing');
      expect(session.metadata!.title).to.equal('عنوان المقال');
      expect(session.metadata!.artist).to.equal(location.hostname);
      expect(positions.length).to.be.above(0);
      press('pause');
      expect([reader.playback.status, session.playbackState]).to.deep.equal(['paused', 'paused']);
      reader.seek(0);
      press('nexttrack');
      const here = () =>
        reader.article.text.slice(reader.position.sentence!.start).split(/[\s1]/)[0];
      expect(here()).to.equal('قالت');
      press('seekforward');
      expect(here()).to.equal('وزار');
      press('seekbackward');
      expect(here()).to.equal('قالت');
      press('previoustrack');
      expect(here()).to.equal('عنوان');
      press('play');
      await until(() => reader.playback.status === 'playing');
      press('stop');
      expect(session.playbackState).to.equal('none');
      expect(session.metadata).to.equal(null);
      expect(positions.at(-1)).to.equal(undefined);
      expect([...handlers.values()].filter(Boolean)).to.deep.equal([]);
    } finally {
      session.setActionHandler = original;
      session.setPositionState = setPositionState;
    }
  });

  it('lets one reader speak at a time, also in another frame', async () => {
    const { reader } = await listening();
    reader.play();
    await until(() => reader.playback.status === 'playing');
    while (!(await navigator.locks.query()).held!.length) await settled(5);
    void navigator.locks.request('article-reader', { steal: true }, () => {});
    await until(() => reader.playback.status === 'paused');
    expect(reader.position.sentence).not.to.equal(null);
  });
});
