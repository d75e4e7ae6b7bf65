import { expect } from '@open-wc/testing';
import {
  SpeechSynthesis,
  SpeechSynthesisErrorEvent,
  SpeechSynthesisEvent,
  SpeechSynthesisUtterance,
  SynthesisFailure,
  type SpeechSynthesisOptions,
} from '../../../src/speech-synthesis-polyfill/index.js';
import { fakeAudio, fakeSynthesizer, settle, type FakeContext } from '../../fake-audio.js';
import { until } from '../ui/until.js';
import { randomSequences } from '../../random-sequences.js';

const TYPES = ['start', 'boundary', 'pause', 'resume', 'end', 'error'];

function rig(
  options: Partial<SpeechSynthesisOptions> & { prepare?: (c: FakeContext) => void } = {},
) {
  const { prepare, ...rest } = options;
  const audio = fakeAudio(prepare);
  const synthesizer = fakeSynthesizer();
  const synthesis = new SpeechSynthesis({
    synthesizers: [synthesizer],
    soundEngine: audio.soundEngine,
    ...rest,
  });
  /** What happened, as `a start`, `a boundary 4+3 0.25`, `a error interrupted`. */
  const log: string[] = [];
  const utter = (name: string, text: string, init: object = {}) => {
    const utterance = Object.assign(new SpeechSynthesisUtterance(text), init);
    for (const type of TYPES)
      utterance.addEventListener(type, (event) => {
        const of = event as SpeechSynthesisErrorEvent;
        expect(of).to.be.instanceOf(
          type === 'error' ? SpeechSynthesisErrorEvent : SpeechSynthesisEvent,
        );
        expect(of.utterance).to.equal(utterance);
        const at = Math.round(of.elapsedTime * 100) / 100;
        const more =
          type === 'boundary'
            ? ` ${of.charIndex}+${of.charLength} ${at}`
            : type === 'error'
              ? ` ${of.error}`
              : type === 'start'
                ? ''
                : ` ${at}`;
        log.push(`${name} ${type}${more}`);
      });
    return utterance;
  };
  const state = () =>
    ['speaking', 'pending', 'paused'].filter((key) => synthesis[key as 'speaking']).join(' ');
  return { audio, synthesizer, synthesis, log, utter, state };
}

describe('the queue', () => {
  it('says an utterance: start, a boundary for each word as it is heard, end', async () => {
    const { synthesis, utter, log, audio, state } = rig();
    synthesis.speak(utter('a', 'one  three'));
    expect(log, 'no event from within speak()').to.deep.equal([]);
    expect(state()).to.equal('pending');
    await settle(10);
    expect(log, 'not before it is heard').to.deep.equal([]);
    await audio.context.advance(0.1);
    expect(log).to.deep.equal(['a start', 'a boundary 0+3 0']);
    expect(state()).to.equal('speaking');
    await audio.context.advance(0.25);
    expect(log.at(-1)).to.equal('a boundary 5+5 0.25');
    await audio.context.advance(0.3);
    expect(log.at(-1)).to.equal('a end 0.5');
    expect(state()).to.equal('');
  });

  it('says an empty utterance: start and end', async () => {
    const { synthesis, utter, log, audio } = rig();
    synthesis.speak(utter('a', ''));
    await audio.context.advance(1);
    expect(log).to.deep.equal(['a start', 'a end 0']);
  });

  it('says utterances in order, without a gap between them', async () => {
    const { synthesis, utter, log, audio, state } = rig();
    synthesis.speak(utter('a', 'one'));
    synthesis.speak(utter('b', 'two two'));
    synthesis.speak(utter('c', 'three'));
    await audio.context.advance(0.1);
    expect(state()).to.equal('speaking pending');
    await audio.context.advance(2);
    expect(log.filter((entry) => !entry.includes('boundary'))).to.deep.equal([
      'a start',
      'a end 0.25',
      'b start',
      'b end 0.5',
      'c start',
      'c end 0.25',
    ]);
    const { sounds } = audio.context;
    expect(sounds.length).to.equal(4);
    for (let index = 1; index < sounds.length; index++)
      expect(sounds[index]!.begin).to.be.closeTo(
        sounds[index - 1]!.begin! + sounds[index - 1]!.buffer!.length / 22050,
        1e-9,
      );
  });

  it('makes the next utterance while this one plays, and not too much of it', async () => {
    const { synthesis, utter, synthesizer, audio } = rig();
    synthesis.speak(utter('a', 'one two three four'));
    synthesis.speak(utter('b', 'word '.repeat(1000)));
    await audio.context.advance(0.1);
    await settle(100);
    expect(synthesizer.requests.map(({ text }) => text.slice(0, 3))).to.deep.equal(['one', 'wor']);
    expect(audio.context.sounds.length).to.be.within(20, 26);
    await audio.context.advance(60);
    expect(audio.context.sounds.length).to.be.within(255, 270);
  });

  it('takes an utterance again when it is over, and not before', async () => {
    const { synthesis, utter, log, audio } = rig();
    const utterance = utter('a', 'one');
    const other = rig().synthesis;
    synthesis.speak(utterance);
    for (const one of [synthesis, other])
      expect(() => one.speak(utterance))
        .to.throw(DOMException)
        .with.property('name', 'InvalidStateError');
    utterance.addEventListener('end', () => synthesis.speak(utterance), { once: true });
    await audio.context.advance(1);
    expect(log.filter((entry) => !entry.includes('boundary'))).to.deep.equal([
      'a start',
      'a end 0.25',
      'a start',
      'a end 0.25',
    ]);
    synthesis.cancel();
    synthesis.speak(utterance);
    synthesis.cancel();
    synthesis.speak(utterance);
    await audio.context.advance(1);
    expect(log.at(-1)).to.equal('a end 0.25');
  });

  it('reads what stood in the utterance when it was given to speak()', async () => {
    const { synthesis, utter, synthesizer, audio } = rig();
    const utterance = utter('a', 'one', { rate: 2, pitch: 0.5, volume: 0.5, lang: 'en-GB' });
    synthesis.speak(utterance);
    Object.assign(utterance, { text: 'other', rate: 1, pitch: 1, volume: 1 });
    await audio.context.advance(1);
    const { text, rate, pitch, lang, voice } = synthesizer.requests[0]!;
    expect([text, rate, pitch, lang, voice.voiceURI]).to.deep.equal([
      'one',
      2,
      0.5,
      'en-GB',
      'fake:en',
    ]);
    const { samples, length } = audio.context.sounds[0]!.buffer!;
    expect(samples[0], 'volume').to.equal(0.25);
    expect(length, 'the rate is left to the synthesizer').to.equal(2756);
  });
});

describe('cancel()', () => {
  it('interrupts what is heard and cancels what is not, once each, and not from within', async () => {
    const { synthesis, utter, log, audio, state, synthesizer } = rig();
    for (const name of ['a', 'b', 'c']) synthesis.speak(utter(name, 'one '.repeat(100)));
    await audio.context.advance(0.1);
    log.length = 0;
    synthesis.cancel();
    expect(log).to.deep.equal([]);
    expect(state()).to.equal('');
    await audio.context.advance(0.02);
    expect(audio.context.sounding).to.equal(false);
    await audio.context.advance(5);
    expect(log).to.deep.equal(['a error interrupted', 'b error canceled', 'c error canceled']);
    expect(synthesizer.aborted).to.equal(synthesizer.requests.length);
  });

  it('cancels what has not begun to be heard', async () => {
    const { synthesis, utter, log } = rig();
    synthesis.speak(utter('a', 'one'));
    synthesis.cancel();
    await settle(10);
    expect(log).to.deep.equal(['a error canceled']);
  });

  it('fades: the sound goes on for the time of a fade, and no longer', async () => {
    const { synthesis, utter, audio } = rig();
    synthesis.speak(utter('a', 'one two three'));
    await audio.context.advance(0.1);
    const now = audio.context.currentTime;
    synthesis.cancel();
    const [playing, ...later] = audio.context.sounds;
    expect(playing!.until - now).to.be.closeTo(0.01, 1e-9);
    for (const sound of later)
      expect(sound.until).to.be.at.most(Math.max(sound.begin!, now + 0.01));
  });

  it('leaves the way free for the next utterance, in the same turn', async () => {
    const { synthesis, utter, log, audio } = rig();
    synthesis.speak(utter('a', 'one two'));
    await audio.context.advance(0.1);
    synthesis.cancel();
    synthesis.speak(utter('b', 'one'));
    await audio.context.advance(1);
    expect(log.slice(2)).to.deep.equal([
      'a error interrupted',
      'b start',
      'b boundary 0+3 0',
      'b end 0.25',
    ]);
  });

  it('from within a boundary, silences the words behind it', async () => {
    const { synthesis, utter, log, audio } = rig();
    const utterance = utter('a', 'one two three');
    utterance.onboundary = () => synthesis.cancel();
    synthesis.speak(utterance);
    await audio.context.advance(3);
    expect(log).to.deep.equal(['a start', 'a boundary 0+3 0', 'a error interrupted']);
  });
});

describe('pause() and resume()', () => {
  it('stops at the sample and goes on from it', async () => {
    const { synthesis, utter, log, audio, state } = rig();
    synthesis.speak(utter('a', 'one two three'));
    await audio.context.advance(0.2);
    synthesis.pause();
    expect(state()).to.equal('speaking paused');
    await audio.context.advance(0.02);
    const stopped = audio.context.currentTime;
    expect(audio.context.state).to.equal('suspended');
    await audio.context.advance(60);
    expect(audio.context.currentTime).to.equal(stopped);
    expect(log).to.deep.equal(['a start', 'a boundary 0+3 0', 'a pause 0.17']);
    synthesis.resume();
    await settle(5);
    expect(state()).to.equal('speaking');
    await audio.context.advance(2);
    expect(log.slice(3)).to.deep.equal([
      'a resume 0.18',
      'a boundary 4+3 0.25',
      'a boundary 8+5 0.5',
      'a end 0.75',
    ]);
    expect(audio.context.sounds.length).to.equal(3);
  });

  it('holds what comes while paused, and survives cancel()', async () => {
    const { synthesis, utter, log, audio, state } = rig();
    synthesis.pause();
    synthesis.speak(utter('a', 'one'));
    await settle(10);
    expect(state()).to.equal('pending paused');
    synthesis.cancel();
    expect(state()).to.equal('paused');
    synthesis.speak(utter('b', 'one'));
    await settle(10);
    expect(audio.contexts.length).to.equal(0);
    synthesis.resume();
    await audio.context.advance(1);
    expect(log).to.deep.equal(['a error canceled', 'b start', 'b boundary 0+3 0', 'b end 0.25']);
  });

  it('report nothing when nothing changes', async () => {
    const { synthesis, utter, log, audio } = rig();
    synthesis.resume();
    synthesis.speak(utter('a', 'one two'));
    await audio.context.advance(0.1);
    synthesis.resume();
    synthesis.pause();
    synthesis.pause();
    await audio.context.advance(0.05);
    synthesis.resume();
    synthesis.resume();
    await audio.context.advance(2);
    const seen = log.map((entry) => entry.split(' ')[1]);
    expect(seen).to.deep.equal(['start', 'boundary', 'pause', 'resume', 'boundary', 'end']);
  });

  it('do not lose the sound when one follows the other at once', async () => {
    const { synthesis, utter, log, audio } = rig();
    synthesis.speak(utter('a', 'one two'));
    await audio.context.advance(0.1);
    synthesis.pause();
    synthesis.resume();
    synthesis.pause();
    synthesis.resume();
    await audio.context.advance(2);
    expect(log.at(-1)).to.equal('a end 0.5');
    expect(audio.context.state).to.equal('running');
  });

  it('cancel() while paused leaves no sound behind', async () => {
    const { synthesis, utter, audio } = rig();
    synthesis.speak(utter('a', 'one two'));
    await audio.context.advance(0.1);
    synthesis.pause();
    await audio.context.advance(0.1);
    synthesis.cancel();
    synthesis.resume();
    await settle(5);
    expect(audio.context.sounding).to.equal(false);
  });
});

describe('pause() in a handler', () => {
  it('of start: one pause event, and no word before it goes on', async () => {
    const { synthesis, utter, log, audio, state } = rig();
    const utterance = utter('a', 'one two');
    utterance.onstart = () => synthesis.pause();
    synthesis.speak(utterance);
    await audio.context.advance(1);
    expect(log).to.deep.equal(['a start', 'a pause 0']);
    expect(state()).to.equal('speaking paused');
    synthesis.resume();
    await audio.context.advance(1);
    expect(log.slice(2).map((entry) => entry.split(' ')[1])).to.deep.equal([
      'resume',
      'boundary',
      'boundary',
      'end',
    ]);
  });

  it('of start, and resume() at once: both are reported, once', async () => {
    const { synthesis, utter, log, audio } = rig();
    const utterance = utter('a', 'one');
    utterance.onstart = () => {
      synthesis.pause();
      synthesis.resume();
    };
    synthesis.speak(utterance);
    await audio.context.advance(1);
    const seen = log.map((entry) => entry.split(' ')[1]);
    expect(seen.filter((type) => type !== 'boundary')).to.deep.equal([
      'start',
      'pause',
      'resume',
      'end',
    ]);
  });

  it('of end: the next utterance does not begin before resume(), and is not resumed', async () => {
    const { synthesis, utter, log, audio, state } = rig();
    const first = utter('a', 'one');
    first.onend = () => synthesis.pause();
    synthesis.speak(first);
    synthesis.speak(utter('b', 'two'));
    await audio.context.advance(3);
    expect(log).to.deep.equal(['a start', 'a boundary 0+3 0', 'a end 0.25']);
    expect(state()).to.equal('pending paused');
    synthesis.resume();
    await audio.context.advance(1);
    expect(log.slice(3)).to.deep.equal(['b start', 'b boundary 0+3 0', 'b end 0.25']);
  });

  it('of boundary: the words behind it wait', async () => {
    const { synthesis, utter, log, audio } = rig();
    const utterance = utter('a', 'one two');
    utterance.addEventListener('boundary', () => synthesis.pause(), { once: true });
    synthesis.speak(utterance);
    await audio.context.advance(3);
    expect(log).to.deep.equal(['a start', 'a boundary 0+3 0', 'a pause 0']);
  });
});

describe('charIndex', () => {
  /** Types and where they say that speech is. */
  const places = (utterance: SpeechSynthesisUtterance) => {
    const list: string[] = [];
    for (const type of TYPES)
      utterance.addEventListener(type, (event) => {
        const { charIndex, charLength } = event as SpeechSynthesisEvent;
        list.push(`${type} ${charIndex}+${charLength}`);
      });
    return list;
  };

  it('is the word that is said in pause and resume, and the end of the text in end', async () => {
    const { synthesis, utter, audio } = rig();
    const utterance = utter('a', 'one three');
    const list = places(utterance);
    synthesis.speak(utterance);
    await audio.context.advance(0.35);
    synthesis.pause();
    await audio.context.advance(0.1);
    synthesis.resume();
    await audio.context.advance(1);
    expect(list).to.deep.equal([
      'start 0+0',
      'boundary 0+3',
      'boundary 4+5',
      'pause 4+5',
      'resume 4+5',
      'end 9+0',
    ]);
  });

  it('is the word that was said in interrupted, and 0 in canceled', async () => {
    const { synthesis, utter, audio } = rig();
    const [first, second] = [utter('a', 'one three'), utter('b', 'two')];
    const lists = [places(first), places(second)];
    synthesis.speak(first);
    synthesis.speak(second);
    await audio.context.advance(0.35);
    synthesis.cancel();
    await settle(5);
    expect(lists.map((list) => list.at(-1))).to.deep.equal(['error 4+5', 'error 0+0']);
  });
});

describe('the voice of an utterance that has chosen none', () => {
  const voiceOf = async (lang: string, voices: string[]) => {
    const synthesizer = fakeSynthesizer(voices);
    const { synthesis, utter, audio, log } = rig({ synthesizers: [synthesizer] });
    synthesis.speak(utter('a', 'one', { lang }));
    await audio.context.advance(1);
    expect(log.at(-1)).to.equal('a end 0.25');
    return synthesizer.requests[0]!.voice.lang;
  };

  it('speaks its language, however it is written: `arb` and `ara` are Arabic', async () => {
    for (const lang of ['ar', 'AR', 'ar-EG', 'ar_EG', 'arb', 'ara', 'arb-EG'])
      expect(await voiceOf(lang, ['en', 'ar']), lang).to.equal('ar');
    expect(await voiceOf('ar', ['en', 'arb'])).to.equal('arb');
    expect(await voiceOf('ar_kw', ['ar', 'ar-KW'])).to.equal('ar-KW');
  });

  it('is the default one where none speaks its language: better than silence', async () => {
    expect(await voiceOf('fr', ['ar', 'en'])).to.equal('ar');
    expect(await voiceOf('not a language', ['ar', 'en'])).to.equal('ar');
  });
});

describe('SSML', () => {
  const heard = async (text: string) => {
    const { synthesis, utter, synthesizer, audio, log } = rig();
    synthesis.speak(utter('a', text));
    await until(() => synthesizer.requests.length);
    await settle(100);
    await audio.context.advance(30);
    expect(log.at(-1)).to.match(/^a end/);
    const words = log.flatMap((entry) => {
      const [, index, length] = / boundary (\d+)\+(\d+)/.exec(entry) ?? [];
      return index ? [text.slice(Number(index), Number(index) + Number(length))] : [];
    });
    return { said: synthesizer.requests[0]!.text, words };
  };
  const speak = (content: string) =>
    `<?xml version="1.0"?>\n<!-- a > b --><speak version="1.1" xmlns="http://www.w3.org/2001/10/synthesis" xml:lang='ar'>${content}</speak>\n`;

  it('is said without its tags, and words are found in what was given', async () => {
    const { said, words } = await heard(
      speak('<p>one<break time="1s"/>two</p><p><emphasis>three</emphasis> four</p>'),
    );
    expect(said.trim().split(/\s+/)).to.deep.equal(['one', 'two', 'three', 'four']);
    expect(words).to.deep.equal(['one', 'two', 'three', 'four']);
  });

  it('may have characters by name or number, and sections of characters', async () => {
    const { said, words } = await heard(speak('A&amp;B &lt; &#65;&#x628; <![CDATA[<b>]]> end'));
    expect(said.trim()).to.equal('A&B < Aب <b> end');
    expect(words).to.deep.equal(['A&amp;B', '&lt;', '&#65;&#x628;', '<b>', 'end']);
  });

  it('takes no longer than its words', async () => {
    expect((await heard('<speak>one two</speak>')).words).to.deep.equal(['one', 'two']);
  });

  it('is not every text with tags: only a complete and well-formed document', async () => {
    for (const text of [
      '<b>one</b>',
      '<speak>one',
      '<speak>one</p></speak>',
      '<speak>one & two</speak>',
      '<speak>one</speak> two',
      '<speak>one</speak><speak>two</speak>',
      '<speak a>one</speak>',
      '<speak>&#x110000;</speak>',
      'one <speak>two</speak>',
      '<!-- one -->',
    ])
      expect((await heard(text)).said, text).to.equal(text);
  });
});

describe('a page that is left', () => {
  it('falls silent, and says nothing when it comes back from the page cache', async () => {
    const { synthesis, utter, log, audio, state } = rig();
    synthesis.speak(utter('a', 'one two'));
    synthesis.speak(utter('b', 'three'));
    await audio.context.advance(0.1);
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    expect(state()).to.equal('');
    await audio.context.advance(0.02);
    expect(audio.context.sounding).to.equal(false);
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await audio.context.advance(3);
    expect(log.slice(2)).to.deep.equal(['a error interrupted', 'b error canceled']);
    synthesis.speak(utter('c', 'four'));
    await audio.context.advance(1);
    expect(log.at(-1)).to.equal('c end 0.25');
  });
});

describe('a sound device that holds the sound back, as wireless headphones do', () => {
  it('has each boundary when its word is heard; Firefox is never asked, and hangs not', async () => {
    const { synthesis, utter, log, audio } = rig({ prepare: (context) => (context.latency = 0.2) });
    synthesis.speak(utter('a', 'word '.repeat(20)));
    await audio.context.advance(0.9);
    // The ninth word is said 2 s after the first, which was said at 0.03 s.
    await audio.context.advance(1.25);
    const ninth = 'a boundary 40+4 2';
    expect(log).to.include('a boundary 35+4 1.75');
    if (/Gecko\/\d/.test(navigator.userAgent)) expect(log).to.include(ninth);
    else expect(log).to.not.include(ninth);
    await audio.context.advance(0.1);
    expect(log).to.include(ninth);
    await audio.context.advance(5);
    if (/Gecko\/\d/.test(navigator.userAgent)) expect(audio.context.latencyAsked).to.equal(0);
    else expect(audio.context.latencyAsked).to.be.above(0);
    expect(log.at(-1)).to.equal('a end 5');
  });
});

describe('what goes wrong', () => {
  it('a page without a gesture: not-allowed', async () => {
    const { synthesis, utter, log, state } = rig({
      prepare: (context) => (context.allowed = false),
    });
    synthesis.speak(utter('a', 'one'));
    synthesis.speak(utter('b', 'two'));
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(log).to.deep.equal(['a error not-allowed', 'b error not-allowed']);
    expect(state()).to.equal('');
  });

  it('a machine without sound: audio-hardware', async () => {
    const { synthesis, utter, log } = rig({
      prepare: () => {
        throw new Error('no device');
      },
    });
    synthesis.speak(utter('a', 'one'));
    await settle(10);
    expect(log).to.deep.equal(['a error audio-hardware']);
  });

  it('a synthesizer that fails: what it made is heard, then the error, then the next', async () => {
    const { synthesis, utter, log, audio } = rig();
    synthesis.speak(utter('a', 'one fail'));
    synthesis.speak(utter('b', 'two'));
    await audio.context.advance(2);
    expect(log).to.deep.equal([
      'a start',
      'a boundary 0+3 0',
      'a error synthesis-failed',
      'b start',
      'b boundary 0+3 0',
      'b end 0.25',
    ]);
  });

  it('a synthesizer that says why: its error code', async () => {
    const failing = fakeSynthesizer();
    failing.synthesize = () => {
      throw new SynthesisFailure('network', 'no network');
    };
    const { synthesis, utter, log, audio } = rig({ synthesizers: [failing] });
    synthesis.speak(utter('a', 'one'));
    await audio.context.advance(1);
    expect(log).to.deep.equal(['a error network']);
  });

  it('no voice at all, a voice that is not there', async () => {
    const { synthesis, utter, log } = rig({ synthesizers: [] });
    const stranger = rig().synthesis.getVoices()[0]!;
    synthesis.speak(utter('a', 'un', { lang: 'fr' }));
    synthesis.speak(utter('b', 'one', { voice: stranger }));
    await settle(10);
    expect(log).to.deep.equal(['a error language-unavailable', 'b error voice-unavailable']);
  });

  it('a sound device that the system takes and gives back: pause and resume', async () => {
    const { synthesis, utter, log, audio, state } = rig();
    synthesis.speak(utter('a', 'one two'));
    await audio.context.advance(0.1);
    audio.context.become('interrupted');
    expect(state()).to.equal('speaking paused');
    audio.context.become('running');
    expect(state()).to.equal('speaking');
    await audio.context.advance(1);
    expect(log.map((entry) => entry.split(' ')[1])).to.deep.equal([
      'start',
      'boundary',
      'pause',
      'resume',
      'boundary',
      'end',
    ]);
  });

  it('a sound device that the system takes: resume() goes on', async () => {
    const { synthesis, utter, log, audio } = rig();
    synthesis.speak(utter('a', 'one two'));
    await audio.context.advance(0.1);
    audio.context.become('suspended');
    synthesis.resume();
    await audio.context.advance(1);
    expect(log.at(-1)).to.equal('a end 0.5');
    expect(log.filter((entry) => entry.includes('resume')).length).to.equal(1);
  });

  it('a sound device that is gone: audio-hardware, and a new one for the next', async () => {
    const { synthesis, utter, log, audio } = rig();
    synthesis.speak(utter('a', 'one two'));
    synthesis.speak(utter('b', 'one'));
    await audio.context.advance(0.1);
    audio.context.become('closed');
    await settle(10);
    expect(log.slice(2)).to.deep.equal(['a error audio-hardware', 'b error audio-hardware']);
    synthesis.speak(utter('c', 'one'));
    await audio.context.advance(1);
    expect(log.at(-1)).to.equal('c end 0.25');
    expect(audio.contexts.length).to.equal(2);
  });
});

describe('random sequences of speak, pause, resume, cancel', () => {
  // A thousand in Node.
  it('settle each utterance exactly once, with no event after and no stray sound', () =>
    randomSequences(150, 20200730)).timeout(60_000);
});
