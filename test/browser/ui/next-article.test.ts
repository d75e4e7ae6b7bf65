import { expect } from '@open-wc/testing';
import type { ArticleReader } from '../../../src/elements.js';
import { mountFramed, type Framed } from './framed.js';
import { reaches, reset, settled, until } from './setup.js';

const HTML = '<article-reader><p>الجملة الأولى. الجملة الثانية.</p></article-reader>';
const NEXT = '<link rel="next" href="blank.html?two" title="المقال الثاني">';
const SPEECH = { msPerWord: 20 };

const offer = (reader: ArticleReader) =>
  reader
    .shadowRoot!.querySelector('article-reader-notice')
    ?.shadowRoot?.querySelector<HTMLElement>('.message:has(#next)');
const answers = (reader: ArticleReader) => [
  ...offer(reader)!.querySelectorAll<HTMLElement>('button'),
];

describe('the next article', () => {
  let framed: Framed | undefined;
  afterEach(() => {
    framed?.remove();
    sessionStorage.clear();
    reset();
  });

  async function read(head: string, html = HTML): Promise<ArticleReader> {
    framed = await mountFramed(html, { head }, SPEECH);
    const { reader } = framed;
    reader.play();
    await reaches(reader, 'playing');
    await until(() => reader.playback.status === 'idle');
    return reader;
  }

  it('is offered at the end of this one, and can be left', async () => {
    const reader = await read(NEXT);
    expect(reader.playback).to.deep.equal({ status: 'idle', ended: true });
    await until(() => offer(reader));
    expect(offer(reader)!.querySelector('p')!.textContent.replaceAll(/\s+/g, ' ').trim()).to.equal(
      'المقال التالي: المقال الثاني',
    );
    await until(
      () =>
        reader.shadowRoot!.querySelector('.live')!.textContent === 'المقال التالي: المقال الثاني',
    );
    const [, stay] = answers(reader);
    stay!.focus();
    stay!.click();
    await until(() => !offer(reader));
    // Focus is where one goes on.
    expect(reader.shadowRoot!.activeElement!.localName).to.equal('article-reader-toolbar');

    // Stopped by hand, in the last sentence too, it has not ended.
    reader.play(reader.article.text.indexOf('الثانية'));
    await reaches(reader, 'playing');
    reader.stop();
    expect(reader.playback).to.deep.equal({ status: 'idle' });
    await settled(100);
    expect(offer(reader)).not.to.be.ok;
  });

  it('is of this site, and what the element says goes before what the page does', async () => {
    let reader = await read('<link rel="next" href="https://example.org/">');
    await settled(200);
    expect(offer(reader)).not.to.be.ok;
    framed!.remove();
    reader = await read(NEXT, HTML.replace('<article-reader', '$& next="blank.html?three"'));
    await until(() => offer(reader));
    expect(offer(reader)!.textContent).not.to.include('الثاني');
  });

  it('is gone to and read, if the user wants that', async () => {
    // As soon as can be, and not after five seconds.
    const before = (view: Window) => {
      const { setTimeout } = view;
      view.setTimeout = ((run: TimerHandler, ms?: number) =>
        setTimeout.call(view, run, ms === 5000 ? 50 : ms)) as typeof setTimeout;
    };
    framed = await mountFramed(HTML, { head: NEXT, before }, SPEECH);
    framed.reader.setPreferences({ playNext: true });
    framed.reader.play();
    const frame = framed.view.frameElement as HTMLIFrameElement;
    await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    expect(frame.contentWindow!.location.search).to.equal('?two');
    framed = await mountFramed(HTML, { frame }, SPEECH);
    await reaches(framed.reader, 'playing');
    await until(() => framed!.reader.playback.status === 'idle');
    // Nobody came from there again.
    frame.contentWindow!.location.reload();
    await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    framed = await mountFramed(HTML, { frame }, SPEECH);
    await until(() => framed!.reader.shadowRoot!.querySelector('article-reader-notice'));
    await settled(200);
    expect(framed.reader.playback.status).to.equal('idle');

    // Where the browser wants a key, one stands before the button.
    framed.view.sessionStorage.setItem('article-reader-next', framed.view.location.href);
    frame.contentWindow!.location.reload();
    await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    framed = await mountFramed(HTML, { frame }, { allowed: () => false });
    await until(() => framed!.reader.playback.status === 'failed');
    await until(() => framed!.view.document.activeElement === framed!.reader);
  });
});
