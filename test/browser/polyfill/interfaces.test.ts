import { expect } from '@open-wc/testing';
import * as polyfill from '../../../src/speech-synthesis-polyfill/index.js';
import { fakeAudio, fakeSynthesizer } from '../../fake-audio.js';

const createSynthesis = () =>
  new polyfill.SpeechSynthesis({
    synthesizers: [fakeSynthesizer()],
    soundEngine: fakeAudio().soundEngine,
  });

// What holds of ours holds of the browser's own, where it has one: the tests test themselves.
const realms: [string, typeof polyfill | typeof globalThis][] = [['polyfill', polyfill]];
if (globalThis.speechSynthesis) realms.push(['browser', globalThis]);

for (const [name, realm] of realms) {
  const { SpeechSynthesisUtterance, SpeechSynthesisEvent, SpeechSynthesisErrorEvent } =
    realm as typeof globalThis;

  describe(`SpeechSynthesisUtterance (${name})`, () => {
    it('has the defaults of the specification', () => {
      const { text, lang, voice, volume, rate, pitch } = new SpeechSynthesisUtterance();
      expect({ text, lang, voice, volume, rate, pitch }).to.deep.equal({
        text: '',
        lang: '',
        voice: null,
        volume: 1,
        rate: 1,
        pitch: 1,
      });
    });

    it('takes its text as a string', () => {
      expect(new SpeechSynthesisUtterance('hello').text).to.equal('hello');
      expect(new SpeechSynthesisUtterance(null as unknown as string).text).to.equal('null');
      const utterance = new SpeechSynthesisUtterance();
      utterance.text = 12 as unknown as string;
      utterance.lang = 'ar-KW';
      expect([utterance.text, utterance.lang]).to.deep.equal(['12', 'ar-KW']);
    });

    it('keeps numbers as floats', () => {
      const utterance = new SpeechSynthesisUtterance();
      utterance.rate = 1.1;
      utterance.pitch = 0.3;
      utterance.volume = 0.7;
      expect([utterance.rate, utterance.pitch, utterance.volume]).to.deep.equal([
        Math.fround(1.1),
        Math.fround(0.3),
        Math.fround(0.7),
      ]);
    });

    it('refuses what is not a voice', () => {
      const utterance = new SpeechSynthesisUtterance();
      expect(() => (utterance.voice = {} as SpeechSynthesisVoice)).to.throw(TypeError);
      utterance.voice = null;
      utterance.voice = undefined as unknown as null;
      expect(utterance.voice).to.equal(null);
    });

    it('has event handler attributes', () => {
      const utterance = new SpeechSynthesisUtterance();
      for (const type of ['start', 'end', 'error', 'pause', 'resume', 'boundary']) {
        const attribute = `on${type}` as 'onstart';
        expect(utterance[attribute], attribute).to.equal(null);
        const heard: string[] = [];
        utterance.addEventListener(type, () => heard.push('first'));
        utterance[attribute] = () => heard.push('old');
        utterance.addEventListener(type, () => heard.push('last'));
        utterance[attribute] = function (this: unknown) {
          heard.push(this === utterance ? 'handler' : 'wrong this');
        };
        utterance.dispatchEvent(new Event(type));
        expect(heard, attribute).to.deep.equal(['first', 'handler', 'last']);
        utterance[attribute] = 5 as unknown as null;
        expect(utterance[attribute]).to.equal(null);
      }
      expect(`${utterance}`).to.equal('[object SpeechSynthesisUtterance]');
    });
  });

  describe(`SpeechSynthesisEvent (${name})`, () => {
    const utterance = new SpeechSynthesisUtterance('x');

    it('has the defaults of the specification', () => {
      const event = new SpeechSynthesisEvent('start', { utterance });
      expect(event).to.be.instanceOf(Event);
      expect([event.type, event.bubbles, event.cancelable]).to.deep.equal(['start', false, false]);
      expect(event.utterance).to.equal(utterance);
      expect([event.charIndex, event.elapsedTime, event.name]).to.deep.equal([0, 0, '']);
    });

    it('carries what it is given', () => {
      const event = new SpeechSynthesisErrorEvent('error', {
        utterance,
        charIndex: 3,
        charLength: 4,
        elapsedTime: 0.5,
        name: 'word',
        error: 'interrupted',
      });
      expect(event).to.be.instanceOf(SpeechSynthesisEvent);
      const { charIndex, charLength, elapsedTime, name, error } = event;
      expect({ charIndex, charLength, elapsedTime, name, error }).to.deep.equal({
        charIndex: 3,
        charLength: 4,
        elapsedTime: 0.5,
        name: 'word',
        error: 'interrupted',
      });
    });

    it('needs an utterance, and an error code of the specification', () => {
      const init = (value: object) => value as SpeechSynthesisErrorEventInit;
      expect(() => new SpeechSynthesisEvent('start', init({}))).to.throw(TypeError);
      expect(() => new SpeechSynthesisErrorEvent('error', init({ utterance }))).to.throw(TypeError);
      expect(
        () => new SpeechSynthesisErrorEvent('error', init({ utterance, error: 'x' })),
      ).to.throw(TypeError);
    });
  });

  describe(`SpeechSynthesis (${name})`, () => {
    const { SpeechSynthesis, SpeechSynthesisVoice } = realm;
    const synthesis = () => (name === 'polyfill' ? createSynthesis() : globalThis.speechSynthesis);

    it('is an event target at rest', () => {
      const { speaking, pending, paused, onvoiceschanged } = synthesis();
      expect({ speaking, pending, paused, onvoiceschanged }).to.deep.equal({
        speaking: false,
        pending: false,
        paused: false,
        onvoiceschanged: null,
      });
      expect(synthesis()).to.be.instanceOf(EventTarget);
      expect(`${synthesis()}`).to.equal('[object SpeechSynthesis]');
    });

    it('is not for pages to construct, nor is a voice', () => {
      expect(() => new (SpeechSynthesis as new () => unknown)()).to.throw(TypeError);
      expect(() => new (SpeechSynthesisVoice as new () => unknown)()).to.throw(TypeError);
    });

    it('speaks utterances only', () => {
      expect(() => synthesis().speak('hello' as never)).to.throw(TypeError);
      expect(() => synthesis().speak(null as never)).to.throw(TypeError);
    });

    it('gives a new list of voices each time, with all that a voice has', () => {
      const one = synthesis();
      expect(one.getVoices()).to.be.an('array').and.not.equal(one.getVoices());
      for (const voice of one.getVoices().slice(0, 20)) {
        expect(voice.voiceURI).to.be.a('string');
        expect(voice.name).to.be.a('string').and.not.equal('');
        expect(voice.lang).to.match(/^[a-z]{2,3}\b/i);
        expect(voice.localService).to.be.a('boolean');
        expect(voice.default).to.be.a('boolean');
      }
    });
  });
}

describe('the shape of the interfaces, as Web IDL gives it', () => {
  const HANDLERS = ['start', 'end', 'error', 'pause', 'resume', 'mark', 'boundary'];
  const UTTERANCE = ['text', 'lang', 'voice', 'volume', 'rate', 'pitch'];
  const SHAPES: [name: string, required: number, attributes: string[], methods?: string[]][] = [
    [
      'SpeechSynthesis',
      0,
      ['pending', 'speaking', 'paused', 'onvoiceschanged'],
      ['speak', 'cancel', 'pause', 'resume', 'getVoices'],
    ],
    ['SpeechSynthesisUtterance', 0, [...UTTERANCE, ...HANDLERS.map((type) => `on${type}`)]],
    ['SpeechSynthesisEvent', 2, ['utterance', 'charIndex', 'charLength', 'elapsedTime', 'name']],
    ['SpeechSynthesisErrorEvent', 2, ['error']],
    ['SpeechSynthesisVoice', 0, ['voiceURI', 'name', 'lang', 'localService', 'default']],
  ];

  for (const [name, required, attributes, methods = []] of SHAPES)
    it(name, () => {
      const constructor = polyfill[name as keyof typeof polyfill] as unknown as {
        readonly name: string;
        readonly length: number;
        readonly prototype: object;
      };
      expect([constructor.name, constructor.length]).to.deep.equal([name, required]);
      const members = new Map(
        Object.entries(Object.getOwnPropertyDescriptors(constructor.prototype)),
      );
      expect(members.get('constructor')!.value).to.equal(constructor);
      members.delete('constructor');
      expect([...members.keys()]).to.have.members([...attributes, ...methods]);
      for (const [key, { enumerable, configurable, get, set, value }] of members) {
        expect([enumerable, configurable], key).to.deep.equal([true, true]);
        if (methods.includes(key)) expect(value.length, key).to.equal(key === 'speak' ? 1 : 0);
        else expect(get, key).to.be.a('function');
        const writable =
          key.startsWith('on') || (name === 'SpeechSynthesisUtterance' && UTTERANCE.includes(key));
        if (!methods.includes(key)) expect(!!set, `${key} can be set`).to.equal(writable);
      }
      const tag = Object.getOwnPropertyDescriptor(constructor.prototype, Symbol.toStringTag);
      expect(tag).to.deep.equal({
        value: name,
        writable: false,
        enumerable: false,
        configurable: true,
      });
    });

  it('an event is what it was made of, converted once', () => {
    const init = {
      utterance: new polyfill.SpeechSynthesisUtterance('x'),
      charIndex: -1,
      name: null,
    };
    const event = new polyfill.SpeechSynthesisEvent('boundary', init as never);
    init.charIndex = 5;
    expect([event.charIndex, event.name]).to.deep.equal([2 ** 32 - 1, 'null']);
  });
});

describe('SpeechSynthesisUtterance: what browsers do not agree on', () => {
  it('refuses numbers that are not finite', () => {
    const utterance = new polyfill.SpeechSynthesisUtterance();
    for (const name of ['rate', 'pitch', 'volume'] as const)
      for (const value of [NaN, Infinity, 'x' as unknown as number])
        expect(() => (utterance[name] = value), `${name} = ${value}`).to.throw(TypeError);
  });

  it('clamps to the ranges of the specification', () => {
    const utterance = new polyfill.SpeechSynthesisUtterance();
    Object.assign(utterance, { rate: 99, pitch: 99, volume: 99 });
    expect([utterance.rate, utterance.pitch, utterance.volume]).to.deep.equal([10, 2, 1]);
    Object.assign(utterance, { rate: -1, pitch: -1, volume: -1 });
    expect([utterance.rate, utterance.pitch, utterance.volume]).to.deep.equal([
      Math.fround(0.1),
      0,
      0,
    ]);
  });

  it('reports a length with each boundary, 0 by default', () => {
    const utterance = new polyfill.SpeechSynthesisUtterance();
    expect(new polyfill.SpeechSynthesisEvent('boundary', { utterance }).charLength).to.equal(0);
  });

  it('takes the voices of the browser and those of its own', () => {
    const utterance = new polyfill.SpeechSynthesisUtterance();
    const voices = [
      ...createSynthesis().getVoices(),
      ...(globalThis.speechSynthesis?.getVoices() ?? []),
    ];
    for (const voice of voices) {
      utterance.voice = voice;
      expect(utterance.voice).to.equal(voice);
    }
  });
});

describe('install', () => {
  it('touches nothing where there is a speech synthesis', () => {
    const own = {};
    const target = { speechSynthesis: own };
    expect(polyfill.install(target)).to.equal(false);
    expect(target).to.deep.equal({ speechSynthesis: own });
  });

  it('puts all five interfaces and the object where they are missing', () => {
    const target = {} as typeof globalThis;
    expect(polyfill.install(target)).to.equal(true);
    expect(target.speechSynthesis).to.be.instanceOf(target.SpeechSynthesis);
    expect(target.speechSynthesis).to.equal(target.speechSynthesis);
    expect(target.SpeechSynthesisUtterance).to.equal(polyfill.SpeechSynthesisUtterance);
    expect(target.SpeechSynthesisVoice).to.equal(polyfill.SpeechSynthesisVoice);
    expect(target.SpeechSynthesisEvent).to.equal(polyfill.SpeechSynthesisEvent);
    expect(target.SpeechSynthesisErrorEvent).to.equal(polyfill.SpeechSynthesisErrorEvent);
    expect(target.speechSynthesis.getVoices().length).to.be.at.least(4);
  });

  it('takes the place of one, and still offers its voices, if forced', () => {
    const target = {
      speechSynthesis: { getVoices: () => [{ name: 'the old one' }] },
      SpeechSynthesisUtterance: class {},
    } as unknown as typeof globalThis;
    expect(polyfill.install(target, { force: true })).to.equal(true);
    const names = target.speechSynthesis.getVoices().map(({ name }) => name);
    expect(names[0]).to.equal('the old one');
    expect(names.length).to.be.at.least(5);
  });
});

describe('the embedded voices', () => {
  it('are four or more, named in Arabic and Latin letters, on the device, one of them default', () => {
    const { voices } = polyfill.embeddedArabic();
    expect(voices.length).to.be.at.least(4);
    expect(new Set(voices.map(({ voiceURI }) => voiceURI)).size).to.equal(voices.length);
    expect(voices.filter((voice) => voice.default).length).to.equal(1);
    for (const { name, lang, localService } of voices) {
      expect(name).to.match(/^\p{Script=Arabic}+ — \p{Script=Latin}+$/u);
      expect([lang, localService]).to.deep.equal(['ar', true]);
    }
  });
});
