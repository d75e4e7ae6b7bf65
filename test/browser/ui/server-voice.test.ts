import { expect } from '@open-wc/testing';
import '../../../src/index.js';
import type { ArticleReader } from '../../../src/elements.js';
import { wordsOf } from '../../../src/core/words.js';
import {
  configure,
  embeddedArabic,
  install,
  serverSynthesizer,
  type ServerRequest,
} from '../../../src/speech-synthesis-polyfill/index.js';
import { installFakeAudio } from '../../fake-audio.js';
import { button, reset, until } from './setup.js';

const TEXT = 'بدأ العمل اليوم. ثم شكر المدير كل من حضر. وانصرف الجميع.';

/** Half a second of sound as a WAV file, in base64. */
function wav(): string {
  const samples = 4000;
  const view = new DataView(new ArrayBuffer(44 + samples * 2));
  const ascii = (at: number, text: string) =>
    [...text].forEach((letter, index) => view.setUint8(at + index, letter.charCodeAt(0)));
  ascii(0, 'RIFF');
  view.setUint32(4, 36 + samples * 2, true);
  ascii(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, 8000, true);
  view.setUint32(28, 16_000, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  ascii(36, 'data');
  view.setUint32(40, samples * 2, true);
  for (let index = 0; index < samples; index++)
    view.setInt16(44 + index * 2, Math.sin(index / 8) * 16_000, true);
  return btoa(String.fromCharCode(...new Uint8Array(view.buffer)));
}

/** A site's own voice: put in by `install`, before there is a reader. */
describe('<article-reader> with a voice of a server', () => {
  const asked: ServerRequest[] = [];
  let online = true;
  const before_ = Object.getOwnPropertyDescriptors(globalThis);
  let audio: ReturnType<typeof installFakeAudio>;
  let reader: ArticleReader;
  let seen: string[];

  before(async () => {
    reset();
    configure({ base: '/dist/assets/voice/' });
    audio = installFakeAudio();
    install(globalThis, {
      force: true,
      platform: undefined,
      synthesizers: [
        serverSynthesizer({
          voices: [{ voiceURI: 'amal', name: 'أمل', lang: 'ar-KW' }],
          url: '/speak',
          fetch: async (_, init) => {
            if (!online) throw new TypeError('offline');
            const request = JSON.parse(String(init!.body)) as ServerRequest;
            asked.push(request);
            const { text } = request;
            const words = wordsOf(text, { start: 0, end: text.length }).map(
              ({ start, end }, index, { length }) => ({
                time: (0.5 * index) / length,
                start,
                length: end - start,
              }),
            );
            return Response.json({ audio: wav(), words });
          },
        }),
        embeddedArabic(),
      ],
    });
    document.body.insertAdjacentHTML(
      'beforeend',
      `<main lang="ar" dir="rtl"><article-reader persist="none"><p>${TEXT}</p></article-reader></main>`,
    );
    reader = document.querySelector('article-reader')!;
    await until(() => reader.article.text);
    reader.addEventListener('reader-positionchange', ({ word }) => {
      if (word) seen.push(TEXT.slice(word.start, word.end));
    });
  });
  beforeEach(() => (seen = []));
  after(() => {
    document.querySelector('main')!.remove();
    audio.restore();
    for (const name of Object.keys(before_).filter((key) => /^SpeechSynthesis|^speechS/.test(key)))
      Object.defineProperty(globalThis, name, before_[name]!);
  });

  const all = () => wordsOf(TEXT).map(({ start, end }) => TEXT.slice(start, end));
  async function readToTheEnd() {
    reader.play();
    await audio.run(() => /idle|failed/.test(reader.playback.status));
    expect(reader.playback.status).to.equal('idle');
    expect(seen.filter((word, index) => word !== seen[index - 1])).to.deep.equal(all());
  }

  it('lists it as online, and sends nothing before it is chosen', async () => {
    await reader.reader.refreshVoices();
    const amal = reader.reader.voices.find(({ name }) => name === 'أمل')!;
    expect(amal.online).to.equal(true);
    expect(reader.reader.voice!.quality).to.equal('embedded');
    await readToTheEnd();
    expect(asked).to.deep.equal([]);
  });

  it('reads with it word by word once the user has chosen it', async () => {
    button(reader, 'settings').click();
    await until(() =>
      reader
        .shadowRoot!.querySelector('article-reader-quick-settings')
        ?.shadowRoot!.querySelector('option[value^="amal"]'),
    );
    reader.setPreferences({ voice: 'أمل', rate: 1.5 });
    await readToTheEnd();
    expect(asked.map(({ text }) => text).join(' ')).to.equal(TEXT);
    expect(asked[0]).to.include({ lang: 'ar-KW', voice: 'amal', rate: 1.5, pitch: 1 });
  });

  it('goes on with a voice of the device, from the same word, when the network is gone', async () => {
    asked.length = 0;
    reader.play();
    await audio.run(() => seen.length > 4);
    online = false;
    await audio.run(() => /idle|failed/.test(reader.playback.status));
    expect(reader.playback.status).to.equal('idle');
    expect(seen.filter((word, index) => word !== seen[index - 1])).to.deep.equal(all());
    expect(reader.reader.voice!.quality).to.equal('embedded');
  });
});
