import { expect } from '@open-wc/testing';
import type { ArticleReader } from '../../../src/elements.js';
import { wordsOf } from '../../../src/core/words.js';
import { installFakeAudio } from '../../fake-audio.js';
import { until } from './until.js';

/**
 * What the reader is for, as a site gets it: the bundle with its voice and its vowels beside it, in a
 * browser without an Arabic voice. All is real but the loudspeaker, whose clock runs as fast as the
 * voice speaks.
 */
describe('the founding article, read by the embedded voice', () => {
  let audio: ReturnType<typeof installFakeAudio>;
  let reader: ArticleReader;
  let text: string;
  /** Each word that was shown, in order. */
  let seen: number[];

  before(async () => {
    localStorage.clear();
    audio = installFakeAudio();
    const bundle = '/dist/article-reader.js';
    await import(bundle);
    document.body.insertAdjacentHTML(
      'beforeend',
      '<main lang="ar" dir="rtl"><article-reader persist="none"></article-reader></main>',
    );
    reader = document.querySelector('article-reader')!;
    reader.text = (await (await fetch('/demo/article.txt')).text()).trim();
    await until(() => reader.article.blocks.length > 1);
    ({ text } = reader.article);
    reader.addEventListener('reader-positionchange', ({ word }) => {
      if (word && word.start !== seen.at(-1)) seen.push(word.start);
    });
  });
  beforeEach(() => (seen = []));
  after(() => {
    document.querySelector('main')!.remove();
    audio.restore();
  });

  const status = () => reader.playback.status;
  const words = () =>
    reader.article.blocks.flatMap(({ sentences }) =>
      sentences.flatMap((sentence) => wordsOf(text, sentence)),
    );
  const heard = (count: number) => audio.run(() => seen.length >= count);

  it('is read from its first word to its last, each in order', async () => {
    // Three times as fast: a third of the sound to make.
    reader.setPreferences({ rate: 3 });
    reader.play(0);
    await audio.run(() => status() === 'idle' || status() === 'failed', 100_000);
    expect(status()).to.equal('idle');
    expect(reader.reader.voice!.quality).to.equal('embedded');
    expect(words().length).to.be.above(720);
    expect(seen).to.deep.equal(words().map(({ start }) => start));
    // Silence would pass as well: what was played is sound, and is not clipped.
    let peak = 0;
    let sum = 0;
    let count = 0;
    for (const { buffer } of audio.contexts.flatMap(({ sounds }) => sounds))
      for (const sample of buffer!.samples) {
        peak = Math.max(peak, Math.abs(sample));
        sum += sample * sample;
        count++;
      }
    expect(peak).to.be.within(0.2, 0.999);
    expect(Math.sqrt(sum / count)).to.be.above(0.03);
    expect(count / 22050 / 60, 'minutes').to.be.within(2, 4);
    const nodes = audio.contexts.reduce((all, context) => all + context.nodes.size, 0);
    // Of the last seconds, not of the thousands that there were.
    expect(nodes, 'nodes left behind').to.be.below(40);
  }).timeout(120_000);

  it('is paused and goes on, seeks, steps, and takes a new rate and voice at the same word', async () => {
    const at = () => reader.position.word!.start;
    const all = words().map(({ start }) => start);
    reader.reset();
    // From the beginning, not from what is in view.
    reader.play(0);
    await heard(5);
    reader.pause();
    const paused = at();
    expect(paused).to.equal(seen.at(-1));
    expect(status()).to.equal('paused');
    reader.play();
    await heard(8);
    expect(seen).to.deep.equal(all.slice(0, seen.length));

    const target = words()[300]!.start;
    reader.seek(target);
    expect(at()).to.equal(target);
    seen = [];
    await heard(4);
    expect(seen).to.deep.equal(all.slice(301, 301 + seen.length));

    const sounds = () => audio.contexts.at(-1)!.sounds.length;
    for (const change of [{ rate: 2 }, { voice: 'ليلى — Layla' }, { rate: 0.5 }, { voice: null }]) {
      const before = at();
      const made = sounds();
      reader.setPreferences(change);
      // It starts again at the word, when the slider has come to rest.
      await until(() => status() === 'playing' && sounds() > made);
      seen = [before];
      await heard(4);
      const from = all.indexOf(before);
      expect(seen, JSON.stringify(change)).to.deep.equal(all.slice(from, from + seen.length));
    }

    const { sentences } = reader.article.blocks[2]!;
    reader.seek(sentences[0]!.start);
    reader.next();
    expect(reader.position.sentence).to.deep.equal(sentences[1]);
    await audio.run(() => reader.position.word);
    reader.previous();
    expect(reader.position.sentence).to.deep.equal(sentences[0]);
    await audio.run(() => reader.position.word);
    reader.next('paragraph');
    expect(reader.position.sentence).to.deep.equal(reader.article.blocks[3]!.sentences[0]);
    seen = [];
    await heard(3);
    const from = all.indexOf(reader.article.blocks[3]!.sentences[0]!.start);
    expect(seen).to.deep.equal(all.slice(from, from + seen.length));
    reader.stop();
    expect(status()).to.equal('idle');
  }).timeout(60_000);

  it('gets its vowels in the reading view, and what is in view stays there', async () => {
    const shadow = (name: string) =>
      reader.shadowRoot!.querySelector(`article-reader-${name}`)?.shadowRoot;
    const press = (command: string) =>
      shadow('toolbar')!.querySelector<HTMLElement>(`[data-command=${command}]`)!.click();
    press('view');
    await until(() => shadow('view')?.querySelector('dialog')!.open && reader.reader.hasView);
    const paragraph = (index: number) => shadow('view')!.querySelectorAll('.text p')[index]!;
    const marks = (index: number) =>
      paragraph(index).textContent!.match(/[\u064b-\u0652]/g)?.length;
    expect(marks(0)).to.equal(undefined);
    paragraph(2).scrollIntoView({ block: 'start', behavior: 'instant' });
    const top = () => paragraph(2).getBoundingClientRect().top;
    let before = top();
    /** As far as marks over the first line in view move it in WebKit. */
    const stays = () => {
      expect(top()).to.be.closeTo(before, 4.5);
      before = top();
    };

    reader.setPreferences({ diacritics: 'full' });
    await until(() => [0, 1, 2, 3].every((index) => marks(index)! > 100), 60_000);
    stays();
    expect(paragraph(0).textContent).to.include('الْكُوَيْت');
    const full = marks(0)!;

    reader.setPreferences({ diacritics: 'partial' });
    await until(() => marks(0)! > 0 && marks(0)! < full / 2, 60_000);
    stays();

    reader.setPreferences({ diacritics: undefined });
    await until(() => marks(0) === undefined);
    stays();
    shadow('view')!.querySelector('dialog')!.close();
    await until(() => !reader.reader.hasView);
  }).timeout(120_000);
});
