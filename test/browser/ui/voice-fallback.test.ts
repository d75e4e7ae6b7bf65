import { expect } from '@open-wc/testing';
import '../../../src/index.js';
import type { ArticleReader } from '../../../src/elements.js';
import { wordsOf } from '../../../src/core/words.js';
import { configure } from '../../../src/speech-synthesis-polyfill/index.js';
import { fakeVoice, installFakeSpeech, type Script } from '../../fake-speech.js';
import { installFakeAudio } from '../../fake-audio.js';
import { button, eventOf, openAllSettings, reset, until } from './setup.js';

const TEXT = 'بدأ العمل في المتحف اليوم. ثم شكر المدير كل من حضر. وانصرف الجميع.';

/** A voice that may stand beside real ones. */
const voice = (name: string, lang = 'ar-SA') =>
  Object.setPrototypeOf(fakeVoice(name, lang), SpeechSynthesisVoice.prototype);

const MAJED = voice('Majed');
const ESPEAK = voice('Arabic espeak-ng', 'ar');
const ENGLISH = voice('Daniel', 'en-GB');

/**
 * The element between the voices of the platform and its own. Its own are the real ones, heard by
 * nobody; those of the platform are scripted, the same for the whole file: the page has one speech.
 */
describe('<article-reader> and voices that are not there', () => {
  let speech: ReturnType<typeof installFakeSpeech>;
  let audio: ReturnType<typeof installFakeAudio>;
  let reader: ArticleReader;
  /** Each word that was shown, in order. */
  let words: string[];

  before(() => {
    reset();
    speech = installFakeSpeech();
    audio = installFakeAudio();
  });
  after(() => {
    speech.restore();
    audio.restore();
  });
  afterEach(() => document.querySelector('main')?.remove());

  async function mount(voices: SpeechSynthesisVoice[], script: () => Script = () => ({})) {
    localStorage.clear();
    speech.synthesis.setVoices(voices);
    speech.synthesis.heard.length = 0;
    speech.synthesis.script = () => ({ delay: 1, msPerWord: 1, ...script() });
    document.body.insertAdjacentHTML(
      'beforeend',
      `<main lang="ar" dir="rtl"><article-reader persist="none"><p>${TEXT}</p></article-reader></main>`,
    );
    reader = document.querySelector('article-reader')!;
    await until(() => reader.article.text);
    words = [];
    reader.addEventListener('reader-positionchange', ({ word }) => {
      const said = word && TEXT.slice(word.start, word.end);
      if (said && said !== words.at(-1)) words.push(said);
    });
  }

  const status = () => reader.playback.status;
  const over = () => status() === 'idle' || status() === 'failed';
  const quality = () => reader.reader.voice?.quality;
  const all = () => wordsOf(TEXT).map(({ start, end }) => TEXT.slice(start, end));
  /** What the bar says in place of how far it is. */
  const note = () =>
    reader
      .shadowRoot!.querySelector('article-reader-toolbar')!
      .shadowRoot!.querySelector<HTMLElement>('.place')!.dataset['note'];
  const message = () =>
    [reader, reader.shadowRoot!.querySelector('article-reader-notice')]
      .map((it) => it?.shadowRoot?.querySelector('[part=message]')?.textContent?.trim())
      .find(Boolean);

  async function readToTheEnd() {
    reader.play();
    await audio.run(over);
    expect(status()).to.equal('idle');
    expect(words).to.deep.equal(all());
  }

  // The files of the voice are not where this page is told to look for them: a site that left them out.
  it("without its voice's files reads with the platform's last resort", async () => {
    configure({ base: '/nowhere/' });
    await mount([ESPEAK]);
    await readToTheEnd();
    expect(speech.synthesis.heard.map(({ text }) => text)).to.deep.equal(all());
    expect(quality()).to.equal('robotic');
    expect(message()).to.equal(undefined);
  });

  it('without them waits for a voice of the platform that comes late, after others', async () => {
    await mount([]);
    reader.play();
    await until(() => status() === 'loading');
    setTimeout(() => speech.synthesis.setVoices([ENGLISH]), 400);
    setTimeout(() => speech.synthesis.setVoices([ENGLISH, MAJED]), 900);
    await audio.run(over);
    expect(status()).to.equal('idle');
    expect(quality()).to.equal('standard');
    expect(words).to.deep.equal(all());
  });

  it('without them and without an Arabic voice says so, and reads once they are there', async () => {
    await mount([ENGLISH]);
    const failed = eventOf(reader, 'reader-error');
    reader.play();
    expect((await failed).reason).to.equal('voice-missing');
    await reader.updateComplete;
    expect(message()).to.match(/^لا صوت للقراءة في هذا الموقع/);
    // Half of the voice, and the rest when it has been seen that half is there.
    configure({ base: '/dist/assets/voice' });
    const { fetch } = window;
    let sendRest = () => {};
    window.fetch = async (url, options) => {
      const response = await fetch(url, options);
      if (!String(url).endsWith('espeak-ng-arabic.bin')) return response;
      const bytes = await response.arrayBuffer();
      const half = Math.ceil(bytes.byteLength / 2);
      const stream = new ReadableStream({
        start(controller) {
          controller.enqueue(new Uint8Array(bytes, 0, half));
          sendRest = () => {
            controller.enqueue(new Uint8Array(bytes, half));
            controller.close();
          };
        },
      });
      return new Response(stream, { headers: { 'content-length': String(bytes.byteLength) } });
    };
    reader.shadowRoot!.querySelector<HTMLElement>('[part=retry]')!.click();
    const main = button(reader, 'toggle');
    const drawn = () => main.querySelector('path')!.getAttribute('d');
    await until(() => /^تنزيل الصوت ٥٠٪/.test(main.textContent!.trim()));
    expect(main.ariaLabel).to.equal(main.textContent!.trim());
    const waiting = drawn();
    expect(getComputedStyle(main.querySelector('svg')!).animationName).to.equal('turn');
    window.fetch = fetch;
    sendRest();
    await audio.run(() => status() === 'playing');
    await reader.updateComplete;
    expect(main.textContent!.trim()).to.equal('إيقاف مؤقت');
    expect(drawn()).not.to.equal(waiting);
    await audio.run(over);
    expect(words).to.deep.equal(all());
    expect(quality()).to.equal('embedded');
  });

  it('takes its own before eSpeak, wakes the sound inside the gesture, and says so once', async () => {
    await mount([ESPEAK]);
    const { length } = audio.contexts;
    reader.play();
    expect(audio.contexts.length, 'contexts at the end of the gesture').to.equal(length + 1);
    expect(status()).to.equal('loading');
    await audio.run(() => status() === 'playing');
    expect(quality()).to.equal('embedded');
    // Where it covers no text.
    await until(note);
    expect(note()).to.equal('تستمع إلى صوت آلي مدمج. في الإعدادات أصوات أخرى.');
    expect(message()).to.equal(undefined);
    await audio.run(over);
    expect(words).to.deep.equal(all());
    expect(note()).to.equal(undefined);
    await readToTheEndAgain();
    expect(note()).to.equal(undefined);
    expect(speech.synthesis.heard).to.deep.equal([]);
  });

  async function readToTheEndAgain() {
    words = [];
    await readToTheEnd();
    await reader.updateComplete;
  }

  it('a voice that is listed and not there: its own reads from the same word, and says so', async () => {
    let said = 0;
    await mount([MAJED], () => ({
      after: said++ ? -1 : 3,
      then: { error: 'synthesis-failed' },
    }));
    await reader.reader.refreshVoices();
    expect(quality()).to.equal('standard');
    reader.play();
    await audio.run(() => words.length > 4);
    await until(note);
    expect(note()).to.contain('مدمج');
    await audio.run(over);
    expect(words).to.deep.equal(all());
    expect(speech.synthesis.heard.map(({ text }) => text)).to.deep.equal(all().slice(0, 3));
    expect(quality()).to.equal('embedded');
    // It is not asked again, until the user does.
    await readToTheEndAgain();
    expect(speech.synthesis.heard.length).to.equal(3);
    speech.synthesis.script = () => ({ delay: 1, msPerWord: 1 });
    reader.setPreferences({ voice: 'Majed' });
    await readToTheEndAgain();
    expect(speech.synthesis.heard.length).to.equal(3 + all().length);
  });

  it('lists the article’s voices, one for all of eSpeak, and remembers the one chosen', async () => {
    const many = Array.from({ length: 100 }, (_, n) => voice(`Arabic+v${n} espeak-ng`, 'ar'));
    await mount([...many, ENGLISH, MAJED, voice('Hoda', 'ar-EG')]);
    button(reader, 'settings').click();
    const select = () =>
      reader
        .shadowRoot!.querySelector('article-reader-quick-settings')
        ?.shadowRoot!.querySelector<HTMLSelectElement>('#voice');
    const names = () => [...(select()?.options ?? [])].map((option) => option.text);
    // Its own come to the list as soon as they are loaded.
    await until(() => names().some((name) => name.includes('Layla')));
    expect(
      names()
        .filter((name) => /Majed|Hoda|eSpeak|Daniel/.test(name))
        .sort(),
    ).to.deep.equal(['Hoda', 'Majed', 'eSpeak', 'أفضل صوت متاح: Majed']);
    select()!.value = [...select()!.options].find(({ text }) => text === 'Hoda')!.value;
    select()!.dispatchEvent(new Event('change'));
    expect(reader.settings.voice).to.deep.include({ name: 'Hoda' });
    select()!.value = '';
    select()!.dispatchEvent(new Event('change'));
    expect(reader.settings.voice).to.equal(null);
  });

  it('lets the user choose: both are listed, and the choice holds', async () => {
    await mount([MAJED]);
    const sheet = await openAllSettings(reader);
    await until(() => reader.reader.voices.length === 6);
    // How to add a better one on this system, in the language of the interface.
    expect(sheet.querySelector('details p')!.textContent).to.match(/^(ثبّت|افتح)/);
    expect(reader.reader.voice!.name).to.equal('Majed');
    const layla = reader.reader.voices.find(({ name }) => name.includes('Layla'))!;
    reader.setPreferences({ voice: layla.id });
    await readToTheEnd();
    expect(reader.reader.voice!.name).to.equal(layla.name);
    expect(speech.synthesis.heard).to.deep.equal([]);

    // On the next visit the list has not been opened, and the choice holds all the same.
    const { preferences } = reader.reader;
    await mount([MAJED]);
    await until(() => reader.reader.voices.length);
    reader.setPreferences({ ...preferences, voices: preferences.voices! });
    await readToTheEnd();
    expect(reader.reader.voice!.name).to.equal(layla.name);
    expect(speech.synthesis.heard).to.deep.equal([]);
    reader.setPreferences({ voice: null });
    await readToTheEndAgain();
    expect(speech.synthesis.heard.length).to.equal(all().length);
  });
});
