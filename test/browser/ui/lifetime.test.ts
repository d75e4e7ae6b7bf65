/** What a reader leaves behind when it is gone: nothing, at whatever moment it goes. */
import { expect } from '@open-wc/testing';
import type { ArticleReader } from '../../../src/elements.js';
import { FakeSynthesis } from '../../fake-speech.js';
import { ARTICLE, button, frame, mount, reaches, reset, settled, until } from './setup.js';

const said = (reader: ArticleReader) => reader.shadowRoot!.querySelector('.live')!.textContent;

/** How many readers listen to the platform's voices. (The embedded voices, one for a page, listen for ever.) */
function countListeners(synthesis: FakeSynthesis): () => number {
  const open = new Set<unknown>();
  const { addEventListener } = synthesis;
  synthesis.addEventListener = function (
    this: FakeSynthesis,
    ...args: Parameters<EventTarget['addEventListener']>
  ) {
    const { signal } = (args[2] ?? {}) as AddEventListenerOptions;
    if (signal && !signal.aborted) open.add(args[1]);
    signal?.addEventListener('abort', () => open.delete(args[1]));
    return addEventListener.apply(this, args);
  };
  return () => open.size;
}

describe('a reader that goes', () => {
  const errors: unknown[] = [];
  const onError = (event: PromiseRejectionEvent | ErrorEvent) =>
    errors.push('reason' in event ? event.reason : event.error);

  beforeEach(() => {
    errors.length = 0;
    addEventListener('unhandledrejection', onError);
    addEventListener('error', onError);
  });

  afterEach(() => {
    removeEventListener('unhandledrejection', onError);
    removeEventListener('error', onError);
    reset();
  });

  const SHEETS = { settings: 'quick-settings', contents: 'places', help: 'help', view: 'view' };
  for (const command of Object.keys(SHEETS) as (keyof typeof SHEETS)[])
    for (const ms of [null, 0, 30])
      it(`takes all along ${ms ?? 'no'} ms after ${command} was asked for`, async () => {
        const { reader, stage, synthesis } = await mount(
          `<article-reader>${ARTICLE}</article-reader>`,
        );
        const listeners = countListeners(synthesis);
        await frame();
        button(reader, command).click();
        if (ms !== null) await settled(ms);
        reader.remove();
        await settled(250);
        expect(errors).to.deep.equal([]);
        expect(listeners(), 'listeners for voices').to.equal(0);
        expect(said(reader)).to.equal('');
        expect(document.querySelector(':modal')).to.equal(null);
        // Back again, it does what it is asked.
        stage.append(reader);
        await until(() => reader.article.text);
        button(reader, command).click();
        await until(() =>
          command === 'view'
            ? reader.reader.hasView
            : reader
                .shadowRoot!.querySelector(`article-reader-${SHEETS[command]}`)
                ?.shadowRoot?.querySelector('article-reader-panel')
                ?.shadowRoot?.querySelector('dialog')?.open,
        );
        expect(errors).to.deep.equal([]);
      });

  it('hears of voices as long as it is on the page, and again when it is back', async () => {
    const { reader, stage, synthesis } = await mount(
      `<article-reader>${ARTICLE}</article-reader>`,
      { msPerWord: 200 },
    );
    const listeners = countListeners(synthesis);
    for (let turn = 0; turn < 3; turn++) {
      reader.play();
      await reaches(reader, 'playing');
      expect(listeners(), `on the page, ${turn}`).to.be.above(0);
      reader.remove();
      // Asked for by whoever still has it.
      void reader.reader.voices;
      reader.reader.preview();
      await settled(20);
      expect(listeners(), `off the page, ${turn}`).to.equal(0);
      stage.append(reader);
      await until(() => reader.article.text);
    }
  });

  it('gives the voice to the reader that was asked last, though the other is ready later', async () => {
    const { stage, reader } = await mount(
      `<article-reader>${ARTICLE}</article-reader><article-reader id="other">${ARTICLE}</article-reader>`,
      { msPerWord: 40 },
    );
    const other = stage.querySelector<ArticleReader>('#other')!;
    await until(() => reader.article.text && other.article.text);
    const { fetch } = window;
    let answer = () => {};
    window.fetch = () =>
      new Promise((resolve) => (answer = () => resolve(new Response('{"الوزارة":"الوِزارة"}'))));
    try {
      reader.pronunciations = '/names.json';
      await reader.updateComplete;
      reader.play();
      expect(reader.playback.status).to.equal('loading');
      other.play();
      await reaches(other, 'playing');
      expect(reader.playback.status).to.equal('paused');
      await until(() => (answer(), true));
      await settled(200);
      expect(reader.playback.status).to.equal('paused');
      expect(other.playback.status).to.equal('playing');
    } finally {
      window.fetch = fetch;
    }
  });

  it('begins nothing once it was paused while its text was on its way', async () => {
    const { reader } = await mount('<article-reader></article-reader>');
    reader.src = `data:text/plain;charset=utf-8,${encodeURIComponent('قالت الوزارة إن العمل بدأ.')}`;
    reader.play();
    expect(reader.playback.status).to.equal('loading');
    reader.pause();
    await until(() => reader.article.text);
    await settled(100);
    expect(reader.playback.status).to.equal('idle');
  });
});
