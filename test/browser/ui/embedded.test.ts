import { expect } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import '../../../src/index.js';
import { configure } from '../../../src/speech-synthesis-polyfill/index.js';
import { wordsOf } from '../../../src/core/words.js';
import { button, middleOf, reset, settled, until } from './setup.js';

/** No Arabic voice on the platform: Chromium has none at all here, WebKitGTK only English ones. */
describe('<article-reader> with the embedded voice', () => {
  before(() => {
    reset();
    configure({ base: '/dist/assets/voice/' });
  });
  after(() => document.querySelector('main')?.remove());

  it('reads word by word where the platform has no Arabic voice, numbers as they are said', async function () {
    this.timeout(120_000);
    document.body.insertAdjacentHTML(
      'beforeend',
      `<main lang="ar" dir="rtl"><article-reader persist="none">
        <p>عمل فيها لأكثر من 25 عاما. ثم عاد.</p></article-reader></main>`,
    );
    const reader = document.querySelector('article-reader')!;
    await until(() => reader.article.text);
    const { text } = reader.article;
    const seen: string[] = [];
    reader.addEventListener('reader-positionchange', ({ word }) => {
      const said = word && text.slice(word.start, word.end);
      if (said && said !== seen.at(-1)) seen.push(said);
    });
    await sendMouse({ type: 'click', position: middleOf(button(reader, 'toggle')) });
    expect(reader.playback.status).to.equal('loading');
    await until(() => reader.playback.status === 'playing', 30_000);
    expect(reader.reader.voice!.quality).to.equal('embedded');

    // Paused on a word, it goes on there.
    await until(() => seen.includes('25'), 30_000);
    reader.pause();
    const at = reader.position.word!;
    await settled(200);
    reader.play();
    await until(() => reader.playback.status === 'playing', 30_000);
    expect(reader.position.word!.start).to.be.at.least(at.start);
    await until(() => reader.playback.status === 'idle', 30_000);
    expect(seen).to.deep.equal(wordsOf(text).map(({ start, end }) => text.slice(start, end)));

    // Seeking to the number begins with its first word.
    reader.seek(text.indexOf('25'));
    expect(text.slice(reader.position.word!.start, reader.position.word!.end)).to.equal('25');
    reader.play();
    await until(() => reader.playback.status === 'playing', 30_000);
    reader.stop();
  });
});
