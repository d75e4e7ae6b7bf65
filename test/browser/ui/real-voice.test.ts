import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import '../../../src/index.js';
import { button, middleOf, settled, until } from './setup.js';

/** The element with the system's own Arabic voice: by mouse and by keyboard, to the end. */
describe('<article-reader> with a real voice', () => {
  it('reads three sentences to the end, in order, through a pause and a jump', async function () {
    this.timeout(90_000);
    document.body.lang = 'ar';
    document.body.innerHTML = `<article-reader persist="none">
      <p>بدأ العمل اليوم. ثم انتهى العمل.</p><p>وشكر المدير الجميع.</p></article-reader>`;
    const reader = document.querySelector('article-reader')!;
    const status = () => reader.playback.status;
    const seen: number[] = [];
    reader.addEventListener('reader-positionchange', ({ sentence }) => {
      if (sentence && sentence.start !== seen.at(-1)) seen.push(sentence.start);
    });
    await until(() => reader.article.text);
    // The system's voices take their time on a busy machine.
    await reader.reader.refreshVoices();
    await until(() => reader.reader.voices.length, 30_000);
    const sentences = reader.article.blocks.flatMap((block) => block.sentences);
    expect(sentences).to.have.length(3);

    await sendMouse({ type: 'click', position: middleOf(button(reader, 'toggle')) });
    await until(() => status() === 'playing', 30_000);
    await until(() => status() === 'idle', 40_000);
    expect(seen).to.deep.equal(sentences.map(({ start }) => start));

    reader.shadowRoot!.querySelector<HTMLElement>('[part=article]')!.focus();
    await sendKeys({ press: 'k' });
    await until(() => status() === 'playing', 30_000);
    await sendKeys({ press: 'k' });
    expect(status()).to.equal('paused');
    const at = reader.position.sentence;
    await settled(300);
    await sendKeys({ press: 'k' });
    await until(() => status() === 'playing', 30_000);
    expect(reader.position.sentence).to.deep.equal(at);
    await sendKeys({ press: 'n' });
    expect(reader.position.sentence).to.deep.equal(sentences[2]);
    await until(() => status() === 'idle', 40_000);
  });
});
