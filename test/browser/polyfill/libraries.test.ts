import { expect } from '@open-wc/testing';
import { install, type Synthesizer } from '../../../src/speech-synthesis-polyfill/index.js';
import { fakeSynthesizer, installFakeAudio } from '../../fake-audio.js';

const FIRST = 'بدأ العمل اليوم';
const SECOND = 'ثم انصرف الجميع';

/** What their own declarations leave out (easy-speech), or say where only bundlers look (@readium/speech). */
interface EasySpeech {
  detect(): object;
  init(options: object): Promise<boolean>;
  filterVoices(filter: { language: string }): SpeechSynthesisVoice[];
  speak(options: object): Promise<SpeechSynthesisEvent>;
  pause(): void;
  resume(): void;
}
interface Engine {
  initialize(options: { languages: string[] }): Promise<boolean>;
  getAvailableVoices(): Promise<{ name: string }[]>;
  getCurrentUtteranceIndex(): number;
}
interface Navigator {
  setVoice(voice: object): void;
  on(type: string, listener: (event: { detail: SpeechSynthesisEvent }) => void): void;
  loadContent(content: object[]): void;
  play(): void;
  getState(): string;
  destroy(): Promise<void>;
}
interface ReadiumSpeech {
  readonly WebSpeechEngine: new () => Engine;
  readonly WebSpeechReadAloudNavigator: new (engine: Engine) => Navigator;
}

/** Libraries over speech synthesis, on ours in the place of the browser's. */
describe('on the installed polyfill', () => {
  const names = ['', 'Utterance', 'Voice', 'Event', 'ErrorEvent'].map(
    (name) => `SpeechSynthesis${name}`,
  );
  const descriptors = ['speechSynthesis', ...names].map(
    (name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const,
  );
  let audio: ReturnType<typeof installFakeAudio>;
  let synthesizer: Synthesizer & { readonly requests: readonly { readonly text: string }[] };

  before(async () => {
    audio = installFakeAudio();
    synthesizer = fakeSynthesizer(['ar', 'en']);
    await install({ mode: 'always', platform: undefined, synthesizers: [synthesizer] });
  });
  after(() => {
    audio.restore();
    for (const [name, descriptor] of descriptors)
      if (descriptor) Object.defineProperty(globalThis, name, descriptor);
      else delete (globalThis as Record<string, unknown>)[name];
  });

  it('easy-speech reads, word by word, and is paused and resumed', async () => {
    const EasySpeech = (await import('easy-speech')).default as unknown as EasySpeech;
    expect(EasySpeech.detect()).to.include({ onboundary: true, onvoiceschanged: true });
    expect(await EasySpeech.init({ maxTimeout: 1000, interval: 50, quiet: true })).to.equal(true);
    const [voice] = EasySpeech.filterVoices({ language: 'ar' });
    expect(voice!.name).to.equal('Fake ar');
    const log: string[] = [];
    let over = '';
    EasySpeech.speak({
      text: FIRST,
      voice: voice!,
      start: () => log.push('start'),
      pause: () => log.push('pause'),
      resume: () => log.push('resume'),
      boundary: ({ charIndex, charLength }: SpeechSynthesisEvent) => {
        const word = FIRST.slice(charIndex, charIndex + charLength);
        log.push(word);
        if (word !== 'العمل') return;
        EasySpeech.pause();
        setTimeout(() => EasySpeech.resume(), 50);
      },
    }).then(
      () => (over = 'end'),
      ({ error }) => (over = error),
    );
    await audio.run(() => over, 10_000);
    expect(over).to.equal('end');
    expect(log.filter((entry) => !/pause|resume/.test(entry))).to.deep.equal([
      'start',
      ...FIRST.split(' '),
    ]);
    // In Chromium it pauses and resumes by itself when an utterance begins.
    expect(log.filter((entry) => entry === 'pause').length).to.equal(
      log.filter((entry) => entry === 'resume').length,
    );
    expect(log.slice(-3)).to.deep.equal(['pause', 'resume', 'اليوم']);
  }).timeout(15_000);

  it('@readium/speech reads one text after another, word by word', async () => {
    const readium = (await import('@readium/speech')) as unknown as ReadiumSpeech;
    const engine = new readium.WebSpeechEngine();
    expect(await engine.initialize({ languages: ['ar'] })).to.equal(true);
    const voices = await engine.getAvailableVoices();
    expect(voices.map(({ name }) => name)).to.deep.equal(['Fake ar']);
    const navigator = new readium.WebSpeechReadAloudNavigator(engine);
    navigator.setVoice(voices[0]!);
    const texts = [FIRST, SECOND];
    const words: string[] = [];
    let ended = 0;
    navigator.on('boundary', ({ detail }) => {
      const { charIndex, charLength } = detail;
      words.push(
        texts[engine.getCurrentUtteranceIndex()]!.slice(charIndex, charIndex + charLength),
      );
    });
    navigator.on('end', () => ended++);
    navigator.loadContent(texts.map((text, index) => ({ id: `${index}`, text, language: 'ar' })));
    navigator.play();
    await audio.run(() => ended === 2, 10_000);
    expect(words.join(' ')).to.equal(texts.join(' '));
    expect(navigator.getState()).to.equal('idle');
    await navigator.destroy();
  }).timeout(15_000);
});
