import { expect } from '@open-wc/testing';
import {
  embeddedArabic,
  serverSynthesizer,
  SpeechSynthesis,
  SpeechSynthesisUtterance,
  type ServerSynthesizerOptions,
  type SynthesisChunk,
  type Synthesizer,
} from '../../../src/speech-synthesis-polyfill/index.js';
import { fakeAudio, fakeSynthesizer, settle } from '../../fake-audio.js';

/** A platform's speech synthesis as it is at its worst: late, and with a queue of its own. */
class FakePlatform extends EventTarget {
  readonly log: string[] = [];
  voices: SpeechSynthesisVoice[] = [
    { voiceURI: 'p', name: 'Platform', lang: 'ar-SA', localService: true, default: true },
  ];
  current: SpeechSynthesisUtterance | undefined;
  paused = false;

  getVoices() {
    return this.voices;
  }

  speak(utterance: SpeechSynthesisUtterance) {
    this.current = utterance;
    this.log.push(`speak ${utterance.text} ${utterance.rate} ${utterance.voice?.name ?? 'any'}`);
  }

  pause() {
    this.log.push('pause');
    this.paused = true;
  }

  resume() {
    this.log.push('resume');
    this.paused = false;
  }

  cancel() {
    this.log.push('cancel');
  }

  fire(type: string, init: object = {}) {
    this.current!.dispatchEvent(Object.assign(new Event(type), init));
  }
}

/** As the browser's: events on handler attributes. */
class PlatformUtterance extends SpeechSynthesisUtterance {
  #voice: unknown = null;

  override get voice() {
    return this.#voice as SpeechSynthesisVoice | null;
  }

  override set voice(voice) {
    this.#voice = voice;
  }
}

describe('with the voices of the platform', () => {
  function rig(platform = new FakePlatform()) {
    const audio = fakeAudio();
    const synthesis = new SpeechSynthesis({
      synthesizers: [fakeSynthesizer(['ar', 'ar-KW'])],
      platform: platform as unknown as globalThis.SpeechSynthesis,
      PlatformUtterance: PlatformUtterance as unknown as typeof globalThis.SpeechSynthesisUtterance,
      soundEngine: audio.soundEngine,
    });
    const log: string[] = [];
    const speak = (text: string, lang: string) => {
      const utterance = Object.assign(new SpeechSynthesisUtterance(text), { lang, rate: 2 });
      for (const type of ['start', 'boundary', 'pause', 'resume', 'end', 'error'])
        utterance.addEventListener(type, (event) =>
          log.push(`${text} ${type} ${(event as { error?: string }).error ?? ''}`.trim()),
        );
      synthesis.speak(utterance);
      return utterance;
    };
    return { platform, synthesis, audio, log, speak };
  }

  it('is one list, theirs first, and says when theirs change', () => {
    const { platform, synthesis } = rig();
    expect(synthesis.getVoices().map(({ name }) => name)).to.deep.equal([
      'Platform',
      'Fake ar',
      'Fake ar-KW',
    ]);
    let changed = 0;
    synthesis.onvoiceschanged = () => changed++;
    platform.voices = [];
    platform.dispatchEvent(new Event('voiceschanged'));
    expect(changed).to.equal(1);
    expect(synthesis.getVoices().length).to.equal(2);
  });

  it('chooses by language: the exact one, then theirs, then ours, then as the platform likes', () => {
    const chosen = (lang: string, voices?: SpeechSynthesisVoice[]) => {
      const platform = new FakePlatform();
      if (voices) platform.voices = voices;
      rig(platform).speak('x', lang);
      return platform.log[0] ?? 'ours';
    };
    expect(chosen('ar')).to.equal('ours');
    expect(chosen('ar-KW')).to.equal('ours');
    expect(chosen('ar-EG')).to.equal('speak x 2 Platform');
    expect(chosen('AR_sa')).to.equal('speak x 2 Platform');
    expect(chosen('ar-EG', [])).to.equal('ours');
    expect(chosen('fr')).to.equal('speak x 2 any');
    expect(chosen('')).to.equal('speak x 2 any');
    expect(chosen('arb-EG')).to.equal('speak x 2 Platform');
    // Where it has none at all, any of ours.
    expect(chosen('fr', [])).to.equal('ours');
    expect(chosen('', [])).to.equal('ours');
  });

  it('is ours where theirs fails before it has begun, and nobody asked for it', async () => {
    const { platform, audio, log, speak } = rig();
    speak('x', 'fr');
    platform.fire('error', { error: 'synthesis-failed' });
    await audio.context.advance(1);
    expect(log).to.deep.equal(['x start', 'x boundary', 'x end']);
  });

  it('is an error where theirs fails later, was asked for, or is not allowed', async () => {
    const { platform, synthesis, audio, log, speak } = rig();
    speak('later', 'fr');
    platform.fire('start');
    platform.fire('error', { error: 'synthesis-failed' });
    speak('refused', 'fr');
    platform.fire('error', { error: 'not-allowed' });
    Object.assign(platform.voices[0]!, { [Symbol.toStringTag]: 'SpeechSynthesisVoice' });
    const chosen = Object.assign(new SpeechSynthesisUtterance('chosen'), {
      voice: synthesis.getVoices()[0]!,
    });
    chosen.onerror = ({ error }) => log.push(`chosen error ${error}`);
    synthesis.speak(chosen);
    platform.fire('error', { error: 'voice-unavailable' });
    await settle(5);
    expect(audio.contexts.length).to.equal(0);
    expect(log).to.deep.equal([
      'later start',
      'later error synthesis-failed',
      'refused error not-allowed',
      'chosen error voice-unavailable',
    ]);
  });

  it('begins paused where the platform was, and resume() goes on with both', async () => {
    const platform = new FakePlatform();
    platform.pause();
    const { synthesis, audio, log, speak } = rig(platform);
    expect(synthesis.paused).to.equal(true);
    speak('ours', 'ar');
    await settle(5);
    expect(audio.contexts.length).to.equal(0);
    synthesis.resume();
    expect([synthesis.paused, platform.paused]).to.deep.equal([false, false]);
    await audio.context.advance(1);
    expect(log.at(-1)).to.equal('ours end');
    // And if somebody else pauses it later.
    platform.pause();
    synthesis.resume();
    expect(platform.paused).to.equal(false);
  });

  it('is one queue', async () => {
    const { platform, audio, log, speak } = rig();
    speak('theirs', 'ar-SA');
    speak('ours', 'ar');
    speak('again', 'ar-SA');
    expect(platform.log).to.deep.equal(['speak theirs 2 Platform']);
    expect(audio.contexts.length).to.equal(0);
    platform.fire('start');
    platform.fire('boundary', { charIndex: 0, name: 'word' });
    platform.fire('end');
    platform.fire('end');
    await audio.context.advance(1);
    expect(platform.log[1]).to.equal('speak again 2 Platform');
    platform.fire('start');
    platform.fire('error', { error: 'synthesis-failed' });
    expect(log).to.deep.equal([
      'theirs start',
      'theirs boundary',
      'theirs end',
      'ours start',
      'ours boundary',
      'ours end',
      'again start',
      'again error synthesis-failed',
    ]);
  });

  it('is paused, resumed and cancelled as one', async () => {
    const { platform, synthesis, log, speak } = rig();
    speak('theirs', 'ar-SA');
    platform.fire('start');
    const first = platform.current!;
    synthesis.pause();
    platform.fire('pause');
    expect([synthesis.paused, synthesis.speaking]).to.deep.equal([true, true]);
    synthesis.resume();
    platform.fire('resume');
    synthesis.cancel();
    expect(platform.log.slice(1)).to.deep.equal(['pause', 'resume', 'cancel']);
    // What the platform reports of it afterwards is nobody's business.
    first.dispatchEvent(Object.assign(new Event('error'), { error: 'interrupted' }));
    await settle();
    expect(log).to.deep.equal([
      'theirs start',
      'theirs pause',
      'theirs resume',
      'theirs error interrupted',
    ]);
  });
});

/** A second of a tone, as a WAV file. */
function wav(): Uint8Array<ArrayBuffer> {
  const rate = 16_000;
  const bytes = new Uint8Array(44 + rate * 2);
  const view = new DataView(bytes.buffer);
  const ascii = (at: number, text: string) =>
    [...text].forEach((letter, index) => (bytes[at + index] = letter.charCodeAt(0)));
  ascii(0, 'RIFF');
  view.setUint32(4, 36 + rate * 2, true);
  ascii(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  ascii(36, 'data');
  view.setUint32(40, rate * 2, true);
  for (let index = 0; index < rate; index++)
    view.setInt16(44 + index * 2, Math.sin(index / 10) * 16_000, true);
  return bytes;
}

describe('serverSynthesizer', () => {
  const voices = [{ voiceURI: 'neural:amal', name: 'أمل', lang: 'ar-KW', localService: true }];
  const run = async (fetch: ServerSynthesizerOptions['fetch'], init = {}) => {
    const synthesizer = serverSynthesizer({ voices, url: '/speak', init, fetch: fetch! });
    const chunks: SynthesisChunk[] = [];
    const request = { text: 'سلام لكم', lang: 'ar', voice: voices[0]!, rate: 1.5, pitch: 1 };
    for await (const chunk of synthesizer.synthesize(request, new AbortController().signal))
      chunks.push(chunk);
    return chunks;
  };
  const failure = (promise: Promise<unknown>) =>
    promise.then(
      () => 'none',
      ({ code }) => code,
    );

  it('marks its voices as online, whatever the site says', () => {
    expect(serverSynthesizer({ voices, url: '/' }).voices[0]!.localService).to.equal(false);
  });

  it('posts the text, and takes audio with the times of words', async () => {
    let asked: [unknown, RequestInit] | undefined;
    const words = [
      { time: 0, start: 0, length: 4 },
      { time: 0.5, start: 5, length: 3 },
      { time: 0.6, start: 90, length: 3 },
      { time: 0.1, start: 0, length: 4 },
    ];
    const chunks = await run(
      async (url, init) => {
        asked = [url, init!];
        const audio = btoa(String.fromCharCode(...wav()));
        return Response.json({ audio, words });
      },
      { headers: { authorization: 'x' } },
    );
    const [url, { method, headers, body }] = asked!;
    expect([url, method]).to.deep.equal(['/speak', 'POST']);
    expect(Object.fromEntries(new Headers(headers))).to.deep.equal({
      authorization: 'x',
      'content-type': 'application/json',
    });
    expect(JSON.parse(String(body))).to.deep.equal({
      text: 'سلام لكم',
      lang: 'ar',
      voice: 'neural:amal',
      rate: 1.5,
      pitch: 1,
    });
    const [{ samples, sampleRate, marks }] = chunks as [SynthesisChunk];
    expect(samples.length / sampleRate).to.be.closeTo(1, 0.01);
    expect(Math.max(...samples)).to.be.within(0.4, 0.6);
    expect(marks, 'without those that make no sense').to.deep.equal(words.slice(0, 2));
  });

  it('takes plain audio, without times', async () => {
    const chunks = await run(
      async () => new Response(wav(), { headers: { 'content-type': 'audio/wav' } }),
    );
    expect(chunks.length).to.equal(1);
    expect(chunks[0]!.marks).to.deep.equal([]);
  });

  it('says why there is no sound', async () => {
    expect(await failure(run(() => Promise.reject(new TypeError('offline'))))).to.equal('network');
    const status = (status: number) => run(async () => new Response('', { status }));
    expect(await failure(status(500))).to.equal('synthesis-failed');
    expect(await failure(status(413))).to.equal('text-too-long');
    expect(await failure(run(async () => new Response('no audio')))).to.equal('synthesis-failed');
    expect(await failure(run(async () => Response.json({})))).to.equal('synthesis-failed');
  });
});

describe('the embedded voice', () => {
  const file = (name: string) => new URL(`/dist/assets/voice/${name}`, location.href);
  const files = () => ({
    worker: file('espeak-ng-worker.js'),
    data: file('espeak-ng-arabic.bin'),
  });

  it('reads a text from its first word to its last', async () => {
    // All of the article is read by the reader (ui/founding-article).
    const text = (await (await fetch('/demo/article.txt')).text())
      .slice(0, 1200)
      .replace(/\S+$/, '');
    const audio = fakeAudio();
    const synthesizer: Synthesizer = embeddedArabic({ files });
    await synthesizer.preload!();
    const synthesis = new SpeechSynthesis({
      synthesizers: [synthesizer],
      soundEngine: audio.soundEngine,
    });
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.lang = 'ar';
    utterance.rate = 3;
    const heard: string[] = [];
    let last = -1;
    let ordered = true;
    utterance.onboundary = ({ charIndex, charLength }) => {
      ordered &&= charIndex > last;
      last = charIndex;
      heard.push(text.slice(charIndex, charIndex + charLength));
    };
    const over = new Promise<string>((resolve) => {
      utterance.onend = () => resolve('end');
      utterance.onerror = ({ error }) => resolve(error);
    });
    let done = false;
    void over.then(() => (done = true));
    synthesis.speak(utterance);
    // The clock runs as fast as the voice.
    while (!done) {
      await new Promise((resolve) => setTimeout(resolve));
      await audio.context.advance(1);
    }
    expect(await over).to.equal('end');
    expect(ordered).to.equal(true);
    expect(heard).to.deep.equal(text.match(/[\p{L}\p{M}\p{N}]+/gu));
    expect(audio.context.nodes.size, 'nothing is left behind').to.be.below(3);
  }).timeout(60_000);
});
