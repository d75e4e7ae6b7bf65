import { expect } from '@open-wc/testing';
import type { SpeakingFrame } from '../../fixtures/polyfill/frame.js';
import { until } from '../ui/until.js';

async function openFrame(): Promise<SpeakingFrame> {
  const frame = document.createElement('iframe');
  frame.src = '/test/fixtures/polyfill/frame.html';
  const ready = new Promise<SpeakingFrame>((resolve) =>
    addEventListener('speaking-frame', (event) => resolve((event as CustomEvent).detail), {
      once: true,
    }),
  );
  document.body.append(frame);
  return ready;
}

function speakIn({ polyfill, synthesis }: SpeakingFrame, text = 'word '.repeat(40)) {
  const utterance = new polyfill.SpeechSynthesisUtterance(text);
  const log: string[] = [];
  for (const type of ['start', 'pause', 'resume', 'end'])
    utterance.addEventListener(type, () => log.push(type));
  utterance.onerror = ({ error }) => log.push(error);
  synthesis.speak(utterance);
  return { utterance, log };
}

describe('two frames of one origin', () => {
  let frames: [SpeakingFrame, SpeakingFrame];

  beforeEach(async () => {
    frames = [await openFrame(), await openFrame()];
  });
  afterEach(() => document.querySelectorAll('iframe').forEach((frame) => frame.remove()));

  it('do not speak over each other: who begins is heard, the other one is interrupted', async () => {
    const [a, b] = frames;
    const first = speakIn(a);
    const next = speakIn(a);
    await a.audio.context.advance(0.5);
    expect(first.log).to.deep.equal(['start']);
    const other = speakIn(b);
    await b.audio.context.advance(0.1);
    await until(() => first.log.length > 1);
    await a.audio.context.advance(0.02);
    expect(first.log).to.deep.equal(['start', 'interrupted']);
    expect(next.log).to.deep.equal(['canceled']);
    expect([a, b].map(({ audio }) => audio.context.sounding)).to.deep.equal([false, true]);
    // And back again.
    const again = speakIn(a);
    await a.audio.context.advance(0.1);
    await until(() => other.log.length > 1);
    expect([again.log, other.log]).to.deep.equal([['start'], ['start', 'interrupted']]);
  });

  it('leave each other alone while they are paused or have nothing to say', async () => {
    const [a, b] = frames;
    const first = speakIn(a, 'one two three four');
    await a.audio.context.advance(0.3);
    a.synthesis.pause();
    await a.audio.context.advance(0.1);
    const other = speakIn(b, 'one');
    await b.audio.context.advance(1);
    expect(other.log).to.deep.equal(['start', 'end']);
    a.synthesis.resume();
    await a.audio.context.advance(2);
    expect(first.log).to.deep.equal(['start', 'pause', 'resume', 'end']);
  });

  it('are interrupted also when the other one goes on after a pause', async () => {
    const [a, b] = frames;
    speakIn(a);
    await a.audio.context.advance(0.3);
    a.synthesis.pause();
    await a.audio.context.advance(0.1);
    const other = speakIn(b);
    await b.audio.context.advance(0.3);
    a.synthesis.resume();
    await until(() => other.log.length > 1);
    expect(other.log).to.deep.equal(['start', 'interrupted']);
  });

  it('do not take an utterance that the other one has, and take any other', async () => {
    const [a, b] = frames;
    const { utterance, log } = speakIn(a, 'one');
    expect(() => b.synthesis.speak(utterance))
      .to.throw()
      .with.property('name', 'InvalidStateError');
    await a.audio.context.advance(1);
    expect(log).to.deep.equal(['start', 'end']);
    b.synthesis.speak(utterance);
    expect(() => a.synthesis.speak(utterance)).to.throw();
    await b.audio.context.advance(1);
    expect(log).to.deep.equal(['start', 'end', 'start', 'end']);
  });

  it('know the voices that the other one lists', async () => {
    const [a, b] = frames;
    const utterance = new a.polyfill.SpeechSynthesisUtterance('one');
    const voice = b.synthesis.getVoices()[1]!;
    utterance.voice = voice;
    expect(utterance.voice).to.equal(voice);
    let over = '';
    utterance.onend = () => (over = 'end');
    utterance.onerror = ({ error }) => (over = error);
    a.synthesis.speak(utterance);
    await a.audio.context.advance(1);
    expect(over).to.equal('end');
  });

  it('take an utterance that the browser has made, for those who made it before we came', async function () {
    if (!globalThis.SpeechSynthesisUtterance) this.skip();
    const [a] = frames;
    const utterance = new globalThis.SpeechSynthesisUtterance('one');
    const log: string[] = [];
    utterance.onstart = () => log.push('start');
    utterance.onboundary = ({ charIndex, charLength }) => log.push(`${charIndex}+${charLength}`);
    utterance.onend = () => log.push('end');
    a.synthesis.speak(utterance as never);
    await a.audio.context.advance(1);
    expect(log).to.deep.equal(['start', '0+3', 'end']);
  });
});
