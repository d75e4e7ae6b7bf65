import { expect } from '@open-wc/testing';
import * as polyfill from '../../../src/speech-synthesis-polyfill/index.js';
import { fakeAudio, fakeSynthesizer, settle } from '../../fake-audio.js';

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

    it('has handlers that lose their place when they are null, and find a new one', () => {
      const utterance = new SpeechSynthesisUtterance();
      const heard: string[] = [];
      utterance.onstart = () => heard.push('old');
      utterance.onstart = null;
      utterance.addEventListener('start', () => heard.push('listener'));
      utterance.onstart = () => heard.push('handler');
      utterance.dispatchEvent(new Event('start'));
      expect(heard).to.deep.equal(['listener', 'handler']);
    });

    it('has handlers that cancel by returning false', () => {
      const utterance = new SpeechSynthesisUtterance();
      utterance.onstart = () => false;
      const event = new Event('start', { cancelable: true });
      utterance.dispatchEvent(event);
      expect(event.defaultPrevented).to.equal(true);
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

for (const [name, realm] of realms)
  describe(`attributes and methods of what is no object of the interface (${name})`, () => {
    for (const of of [
      'SpeechSynthesis',
      'SpeechSynthesisUtterance',
      'SpeechSynthesisEvent',
      'SpeechSynthesisErrorEvent',
      'SpeechSynthesisVoice',
    ] as const)
      it(`${of}: TypeError`, () => {
        const { prototype } = (realm as typeof globalThis)[of];
        const strangers = [prototype, {}, Object.create(prototype), undefined];
        for (const [key, { get, set, value }] of Object.entries(
          Object.getOwnPropertyDescriptors(prototype),
        )) {
          if (key === 'constructor') continue;
          for (const stranger of strangers)
            for (const call of [get, set, value])
              if (typeof call === 'function')
                expect(() => call.call(stranger, null), `${key} of ${stranger}`).to.throw(
                  TypeError,
                );
          if (get) expect(get.name).to.equal(`get ${key}`);
          if (set) expect(set.name).to.equal(`set ${key}`);
        }
      });
  });

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
  /** A window whose platform lists voices of these languages; `later` after a while. */
  const windowWith = (langs: string[], lang = 'ar') => {
    const platform = Object.assign(new EventTarget(), {
      voices: langs.map((lang) => ({ name: `Platform ${lang}`, lang })),
      getVoices: () => platform.voices,
    });
    const target = {
      addEventListener() {},
      document: { documentElement: { lang } },
      speechSynthesis: platform,
      SpeechSynthesisUtterance: class {},
    };
    const list = (...langs: string[]) => {
      platform.voices = langs.map((lang) => ({ name: `Platform ${lang}`, lang }));
      platform.dispatchEvent(new Event('voiceschanged'));
    };
    return { platform, list, target: target as unknown as typeof globalThis };
  };
  const isIn = ({ speechSynthesis }: typeof globalThis) =>
    speechSynthesis instanceof polyfill.SpeechSynthesis;

  it('puts all five interfaces and the object where they are missing, at once', async () => {
    for (const mode of ['auto', 'missing', 'always'] as const) {
      const target = {} as typeof globalThis;
      const installed = polyfill.install(target, { mode });
      expect(target.speechSynthesis).to.be.instanceOf(target.SpeechSynthesis);
      expect(target.speechSynthesis).to.equal(target.speechSynthesis);
      expect(target.SpeechSynthesisUtterance).to.equal(polyfill.SpeechSynthesisUtterance);
      expect(target.SpeechSynthesisVoice).to.equal(polyfill.SpeechSynthesisVoice);
      expect(target.SpeechSynthesisEvent).to.equal(polyfill.SpeechSynthesisEvent);
      expect(target.SpeechSynthesisErrorEvent).to.equal(polyfill.SpeechSynthesisErrorEvent);
      expect(target.speechSynthesis.getVoices().length).to.be.at.least(4);
      expect(await installed).to.equal(true);
    }
  });

  it('gives a window an attribute as Web IDL does', async () => {
    const target = {} as typeof globalThis;
    await polyfill.install(target);
    const { get, set, enumerable } = Object.getOwnPropertyDescriptor(target, 'speechSynthesis')!;
    expect([get!.name, set, enumerable]).to.deep.equal(['get speechSynthesis', undefined, true]);
    expect(get!.call(undefined)).to.equal(target.speechSynthesis);
    expect(() => get!.call({})).to.throw(TypeError);
  });

  it('missing: touches nothing where there is a speech synthesis', async () => {
    const { target, platform } = windowWith([]);
    expect(await polyfill.install(target, { mode: 'missing' })).to.equal(false);
    expect(target.speechSynthesis).to.equal(platform);
  });

  it('always, or forced: takes the place of one, at once, and still offers its voices', async () => {
    for (const options of [{ mode: 'always' }, { force: true }] as const) {
      const { target } = windowWith(['ar-SA']);
      const installed = polyfill.install(target, options);
      const names = target.speechSynthesis.getVoices().map(({ name }) => name);
      expect(names[0]).to.equal('Platform ar-SA');
      expect(names.length).to.be.at.least(5);
      expect(await installed).to.equal(true);
    }
  });

  it('by default: steps in where no voice speaks the language of the page, if ours do', async () => {
    const decided = async (langs: string[], lang: string, options: object = {}) => {
      const { target } = windowWith(langs, lang);
      const installed = polyfill.install(target, options);
      const atOnce = isIn(target);
      expect(await installed).to.equal(atOnce);
      return atOnce;
    };
    expect(await decided(['en-US', 'de'], 'ar')).to.equal(true);
    expect(await decided(['en-US', 'de'], 'ar-KW')).to.equal(true);
    expect(await decided(['en-US', 'ar_SA'], 'ar-KW')).to.equal(false);
    expect(await decided(['ara'], 'arb')).to.equal(false);
    expect(await decided(['en-US'], 'fr'), 'ours speak no French either').to.equal(false);
    expect(await decided(['en-US'], ''), 'the page does not say').to.equal(false);
    expect(await decided(['en-US'], 'en', { lang: 'ar' })).to.equal(true);
    expect(await decided(['en-US'], 'ar', { mode: 'auto', lang: 'en' })).to.equal(false);
  });

  it('by default: waits for voices that come late, and leaves the platform alone meanwhile', async () => {
    for (const [late, expected] of [
      ['ar-SA', false],
      ['en-US', true],
    ] as const) {
      const { target, list } = windowWith([]);
      const installed = polyfill.install(target);
      await settle();
      list();
      await settle();
      expect(isIn(target)).to.equal(false);
      list(late);
      expect(await installed).to.equal(expected);
      expect(isIn(target)).to.equal(expected);
    }
  });

  it('by default: steps in where no voice comes at all', async () => {
    const { target } = windowWith([], 'fr');
    expect(await polyfill.install(target, { patience: 20 })).to.equal(true);
    expect(isIn(target)).to.equal(true);
  });

  it('is done once, also if it is asked for twice', async () => {
    const { target } = windowWith([]);
    const both = [1, 2].map(() => polyfill.install(target, { patience: 20 }));
    expect(await Promise.all(both)).to.deep.equal([true, false]);
    expect(await polyfill.install(target)).to.equal(false);
  });

  it('takes its options alone: then it is the page that it is put into', async () => {
    const names = ['', 'Utterance', 'Voice', 'Event', 'ErrorEvent'].map(
      (name) => `SpeechSynthesis${name}`,
    );
    const before = ['speechSynthesis', ...names].map(
      (name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const,
    );
    try {
      expect(await polyfill.install({ mode: 'always', platform: undefined })).to.equal(true);
      expect(isIn(globalThis)).to.equal(true);
    } finally {
      for (const [name, descriptor] of before)
        if (descriptor) Object.defineProperty(globalThis, name, descriptor);
        else delete (globalThis as Record<string, unknown>)[name];
    }
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
