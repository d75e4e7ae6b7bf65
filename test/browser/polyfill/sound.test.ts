import { expect } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import { AudioOutput } from '../../../src/speech-synthesis-polyfill/audio-output.js';
import {
  configure,
  createSpeechSynthesis,
  embeddedArabic,
  SpeechSynthesis,
  SpeechSynthesisUtterance,
  type SpeechSynthesisErrorEvent,
  type Synthesizer,
} from '../../../src/speech-synthesis-polyfill/index.js';
import { SoundEngine } from '../../../src/speech-synthesis-polyfill/sound-engine.js';
import { until } from '../ui/until.js';
import { fakeSynthesizer } from '../../fake-audio.js';

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Settles with `end` or the error. */
const over = (utterance: SpeechSynthesisUtterance) =>
  new Promise<string>((resolve) => {
    utterance.addEventListener('end', () => resolve('end'));
    utterance.addEventListener('error', (event) =>
      resolve((event as unknown as SpeechSynthesisErrorEvent).error),
    );
  });

async function click() {
  const button = document.createElement('button');
  button.textContent = 'اقرأ';
  button.style.cssText = 'position: fixed; inset: 0';
  document.body.append(button);
  const clicked = new Promise((resolve) => button.addEventListener('click', resolve));
  await sendMouse({ type: 'click', position: [50, 50] });
  await clicked;
  button.remove();
}

/** Everything real but the voice. */
function rig() {
  const contexts: AudioContext[] = [];
  const begins: number[] = [];
  const createContext = () => {
    const context = new AudioContext({ sampleRate: 22050 });
    const createBufferSource = context.createBufferSource.bind(context);
    context.createBufferSource = () => {
      const source = createBufferSource();
      const start = source.start.bind(source);
      source.start = (when = 0) => {
        begins.push(when);
        start(when);
      };
      return source;
    };
    contexts.push(context);
    return context;
  };
  const synthesis = new SpeechSynthesis({
    synthesizers: [fakeSynthesizer()],
    soundEngine: new SoundEngine((events) => new AudioOutput(events, createContext)),
  });
  return { synthesis, begins, contexts };
}

const RISING = 22050;

/** Two utterances of one word each, without an edge: one rises from 0 to 0.5, one stays there. */
const smooth: Synthesizer = {
  voices: [{ voiceURI: 'smooth', name: 'Smooth', lang: 'en', default: true }],
  async *synthesize({ text }) {
    const rising = text === 'rising';
    const samples = Float32Array.from({ length: rising ? RISING : 3 * RISING }, (_, index) =>
      rising ? Math.min(index / 441, 1) * (0.25 + (0.25 * index) / RISING) : 0.5,
    );
    // The word is reported in the middle of the sound.
    const marks = [{ time: 0.3, start: 0, length: text.length }];
    yield { samples, sampleRate: 22050, marks };
  },
};

/** Records all that goes to the loudspeaker, sample by sample, while the clock runs. */
async function recordingRig() {
  const context = new AudioContext({ sampleRate: 22050 });
  await context.audioWorklet.addModule('/test/fixtures/polyfill/recorder.js');
  const recorder = new AudioWorkletNode(context, 'recorder');
  recorder.connect(context.destination);
  const blocks: Float32Array[] = [];
  recorder.port.onmessage = ({ data }) => blocks.push(data);
  const createGain = context.createGain.bind(context);
  context.createGain = () => {
    const bus = createGain();
    bus.connect(recorder);
    return bus;
  };
  const synthesis = new SpeechSynthesis({
    synthesizers: [smooth],
    createContext: () => context,
  });
  return { synthesis, recorded: { context, blocks } };
}

describe('sound', () => {
  before(() => configure({ base: '/dist/assets/voice/' }));

  // First: a click cannot be taken back.
  it('is not allowed before the user does something', async function () {
    const probe = new AudioContext();
    const started = await Promise.race([probe.resume().then(() => true), sleep(300)]);
    void probe.close();
    if (started) {
      // This browser is set up to let pages sound; then so do we.
      const utterance = new SpeechSynthesisUtterance('one');
      rig().synthesis.speak(utterance);
      expect(await over(utterance)).to.equal('end');
      return;
    }
    const utterance = new SpeechSynthesisUtterance('one');
    rig().synthesis.speak(utterance);
    expect(await over(utterance)).to.equal('not-allowed');
  });

  it('comes with each boundary within 50 ms of its word', async () => {
    await click();
    const { synthesis, begins, contexts } = rig();
    const utterance = new SpeechSynthesisUtterance('one two three four five six');
    const late: number[] = [];
    utterance.onboundary = () => late.push(contexts[0]!.currentTime - begins[late.length]!);
    synthesis.speak(utterance);
    expect(await over(utterance)).to.equal('end');
    expect(late.length).to.equal(6);
    // What the device holds back comes on top; Firefox is not asked for it, and may hang if it is.
    const asks = !/Gecko\/\d/.test(navigator.userAgent);
    const latency = (asks && (contexts[0]!.outputLatency || contexts[0]!.baseLatency)) || 0;
    expect(Math.min(...late), `${late}`).to.be.within(0, 0.05 + latency);
  });

  it('has no click, no gap and no sample lost: pause, resume, the next utterance, cancel', async () => {
    await click();
    const play = async () => {
      const { synthesis, recorded } = await recordingRig();
      const first = new SpeechSynthesisUtterance('rising');
      const second = new SpeechSynthesisUtterance('steady');
      const begun = new Promise((resolve) => first.addEventListener('boundary', resolve));
      const next = new Promise((resolve) => second.addEventListener('boundary', resolve));
      synthesis.speak(first);
      synthesis.speak(second);
      await begun;
      synthesis.pause();
      await until(() => recorded.context.state === 'suspended');
      synthesis.resume();
      await next;
      synthesis.cancel();
      await until(() => recorded.blocks.at(-1)!.at(-1) === 0);

      const samples = recorded.blocks.flatMap((block) => [...block]);
      let steepest = 0;
      for (let index = 1; index < samples.length; index++)
        steepest = Math.max(steepest, Math.abs(samples[index]! - samples[index - 1]!));
      const from = samples.findIndex((sample) => sample > 0);
      const to = samples.findIndex((sample) => sample >= 0.5);
      return { steepest, length: to - from };
    };
    // A fade of 10 ms from 0.5 is 0.0023 a sample; a click is 0.25 and more. A device that runs dry
    // on a busy machine clicks too, now and then: a click of ours is there every time.
    let played = await play();
    for (let again = 0; again < 3 && played.steepest > 0.01; again++) played = await play();
    expect(played.steepest).to.be.within(0.001, 0.01);
    expect(played.length, 'samples of the first utterance').to.be.closeTo(RISING, 3);
  }).timeout(40_000);

  it('stops at the sample, and goes on from it', async () => {
    await click();
    const { synthesis, contexts } = rig();
    const utterance = new SpeechSynthesisUtterance('one two three four');
    const log: string[] = [];
    for (const type of ['start', 'boundary', 'pause', 'resume', 'end'])
      utterance.addEventListener(type, () => log.push(type));
    const settled = over(utterance);
    const second = new Promise((resolve) => {
      let count = 0;
      utterance.addEventListener('boundary', () => ++count === 2 && resolve(true));
    });
    synthesis.speak(utterance);
    await second;
    synthesis.pause();
    await until(() => contexts[0]!.state === 'suspended');
    const stopped = contexts[0]!.currentTime;
    await sleep(300);
    expect(contexts[0]!.currentTime).to.equal(stopped);
    synthesis.resume();
    expect(await settled).to.equal('end');
    expect(log.join(' ')).to.equal('start boundary boundary pause resume boundary boundary end');
  });

  it('falls silent on cancel, and the next utterance is heard', async () => {
    await click();
    const { synthesis } = rig();
    const first = new SpeechSynthesisUtterance('one two three');
    const second = new SpeechSynthesisUtterance('one');
    first.onboundary = () => {
      synthesis.cancel();
      synthesis.speak(second);
    };
    const settled = [over(first), over(second)];
    synthesis.speak(first);
    expect(await Promise.all(settled)).to.deep.equal(['interrupted', 'end']);
  });

  it('that is closed ends in an error, and the next utterance has a new one', async () => {
    await click();
    const { synthesis, contexts } = rig();
    const first = new SpeechSynthesisUtterance('one two three');
    first.onstart = () => void contexts[0]!.close();
    const settled = over(first);
    synthesis.speak(first);
    expect(await settled).to.equal('audio-hardware');
    const second = new SpeechSynthesisUtterance('one');
    synthesis.speak(second);
    expect(await over(second)).to.equal('end');
  });

  it('is the embedded voice where no voice speaks Arabic', async () => {
    await click();
    const synthesis = createSpeechSynthesis();
    const utterance = new SpeechSynthesisUtterance('أهلا وسهلا بكم في القراءة');
    utterance.lang = 'ar-KW';
    const words: string[] = [];
    utterance.onboundary = ({ charIndex, charLength }) =>
      words.push(utterance.text.slice(charIndex, charIndex + charLength));
    const begun = performance.now();
    let first = 0;
    utterance.onstart = () => (first = performance.now() - begun);
    synthesis.speak(utterance);
    expect(await over(utterance)).to.equal('end');
    expect(words).to.deep.equal(utterance.text.split(' '));
    expect(first).to.be.above(0);
  }).timeout(30_000);

  it('under a strict content security policy', async () => {
    const frame = document.createElement('iframe');
    frame.style.cssText = 'position: fixed; inset: 0; width: 300px; height: 200px; border: 0';
    const policy = {
      'content-security-policy':
        "default-src 'self'; script-src 'self'; worker-src 'self'; style-src 'unsafe-inline'",
    };
    frame.src = `/test/fixtures/polyfill/strict-csp.html?headers=${encodeURIComponent(JSON.stringify(policy))}`;
    const log: string[] = [];
    const heard = (...wanted: string[]) =>
      new Promise<void>((resolve) => {
        const check = () => wanted.some((one) => log.some((line) => line.startsWith(one)));
        const listener = ({ data, source }: MessageEvent) => {
          if (source === frame.contentWindow) log.push(String(data));
          if (check()) {
            removeEventListener('message', listener);
            resolve();
          }
        };
        addEventListener('message', listener);
      });
    document.body.append(frame);
    await heard('ready');
    await sendMouse({ type: 'click', position: [100, 100] });
    await heard('end', 'error', 'violation');
    frame.remove();
    expect(log).to.deep.equal(['ready', 'start', 'boundary', 'boundary', 'end']);
  }).timeout(30_000);
});

describe('the embedded voice, when something is missing', () => {
  const synthesize = async (options: Parameters<typeof embeddedArabic>[0]) => {
    const synthesizer = embeddedArabic(options);
    const request = { text: 'سلام', lang: 'ar', voice: synthesizer.voices[0]!, rate: 1, pitch: 1 };
    let samples = 0;
    for await (const chunk of synthesizer.synthesize(request, new AbortController().signal))
      samples += chunk.samples.length;
    return samples;
  };
  const file = (name: string) => new URL(`/dist/assets/voice/${name}`, location.href);
  const failure = (promise: Promise<unknown>) =>
    promise.then(
      () => undefined,
      (error) => error,
    );

  it('says network for a script and for data that are not there', async () => {
    const data = file('espeak-ng-arabic.bin');
    const worker = file('espeak-ng-worker.js');
    const noScript = embeddedArabic({ files: () => ({ worker: file('nothing.js'), data }) });
    expect(await failure(noScript.preload!())).to.have.property('code', 'network');
    let name = 'nothing.bin';
    const synthesizer = embeddedArabic({ files: () => ({ worker, data: file(name) }) });
    expect(await failure(synthesizer.preload!())).to.have.property('code', 'network');
    name = 'espeak-ng-arabic.bin';
    await synthesizer.preload!();
  }).timeout(30_000);

  it('starts a killed worker again, once', async () => {
    const workers: Worker[] = [];
    const options = {
      patience: 3000,
      files: () => ({
        worker: file('espeak-ng-worker.js'),
        data: file('espeak-ng-arabic.bin'),
      }),
      createWorker: (url: URL) => {
        const worker = new Worker(url, { type: 'module' });
        workers.push(worker);
        return worker;
      },
    };
    const whole = await synthesize(options);
    const killing = (times: number) => ({
      ...options,
      createWorker: (url: URL) => {
        const worker = options.createWorker(url);
        // Dead as soon as it is asked to speak.
        if (times-- > 0)
          worker.addEventListener(
            'message',
            ({ data }) => data.type === 'ready' && worker.terminate(),
          );
        return worker;
      },
    });
    expect(await synthesize(killing(1))).to.equal(whole);
    expect(workers.length).to.equal(3);
    expect(await failure(synthesize(killing(2)))).to.have.property('code', 'synthesis-failed');
  }).timeout(30_000);
});
