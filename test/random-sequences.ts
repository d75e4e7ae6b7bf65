/** Whatever a page does to a speech synthesis, in whatever order; for Node and for browsers. */
import {
  SpeechSynthesis,
  SpeechSynthesisUtterance,
} from '../src/speech-synthesis-polyfill/index.js';
import { fakeAudio, fakeSynthesizer, settle } from './fake-audio.js';

const TYPES = ['start', 'boundary', 'pause', 'resume', 'end', 'error'];
const TEXTS = ['', 'one', 'one two three', 'one fail', 'fail'];

/** What is wrong with the events of one utterance; undefined if nothing is. */
function faultOf(history: readonly string[]): string | undefined {
  const ends = history.filter((type) => type === 'end' || type === 'error');
  const pauses = history.filter((type) => type === 'pause' || type === 'resume');
  if (ends.length !== 1) return 'not settled exactly once';
  if (history.at(-1) !== ends[0]) return 'an event after the end';
  if (history.filter((type) => type === 'start').length > 1) return 'begun twice';
  if (history.length > 1 && history[0] !== 'start') return 'an event before the start';
  if (pauses.some((type, index) => type !== (index % 2 ? 'resume' : 'pause')))
    return 'pause and resume out of turn';
  return undefined;
}

/**
 * Random sequences of speak, pause, resume and cancel, time passing between them.
 *
 * @param seed the same one gives the same sequences
 * @throws Error that tells which sequence went wrong, and how.
 */
export async function randomSequences(count: number, seed: number): Promise<void> {
  const random = (below: number) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const { soundEngine, contexts } = fakeAudio();
  const synthesis = new SpeechSynthesis({ synthesizers: [fakeSynthesizer()], soundEngine });
  for (let sequence = 0; sequence < count; sequence++) {
    const began = seed;
    const fail = (fault: string) => {
      throw new Error(`sequence ${sequence}, seed ${began}: ${fault}`);
    };
    const histories: string[][] = [];
    const speak = () => {
      const history: string[] = [];
      const utterance = new SpeechSynthesisUtterance(TEXTS[random(TEXTS.length)]!);
      for (const type of TYPES) utterance.addEventListener(type, () => history.push(type));
      histories.push(history);
      synthesis.speak(utterance);
    };
    for (let action = 2 + random(7); action > 0; action--) {
      const what = random(6);
      if (what < 3) speak();
      else if (what === 3) synthesis.pause();
      else if (what === 4) synthesis.resume();
      else synthesis.cancel();
      if (random(2)) await contexts.at(-1)?.advance([0, 0.005, 0.03, 0.3][random(4)]!);
    }
    synthesis.resume();
    if (random(4) === 0) synthesis.cancel();
    for (let turn = 0; turn < 50 && (synthesis.speaking || synthesis.pending); turn++)
      await contexts.at(-1)?.advance(1);
    await settle(2);
    for (const history of histories) {
      const fault = faultOf(history);
      if (fault) fail(`${fault}: ${history}`);
    }
    if (synthesis.speaking || synthesis.pending) fail('it hangs');
    await contexts.at(-1)?.advance(0.02);
    if (contexts.at(-1)?.sounding) fail('a stray sound');
  }
}
