import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  chooseVoice,
  findVoice,
  parseTag,
  rankVoices,
  voiceKey,
} from '../../../src/speech/voices.js';
import { fakeVoice } from '../../fake-speech.js';

const online = { localService: false };
const names = (voices: readonly { name: string }[]) => voices.map(({ name }) => name);

describe('voices', () => {
  const tags: [string, string, string][] = [
    ['ar', 'ar', ''],
    ['ar_SA', 'ar-SA', 'SA'],
    ['AR-eg', 'ar-EG', 'EG'],
    ['ar-XA', 'ar', ''],
    ['ar-001', 'ar', ''],
    ['ara', 'ar', ''],
    ['arb', 'ar', ''],
    ['arz', 'ar', ''],
    ['apc-LB', 'ar-LB', 'LB'],
    ['ar-arb', 'ar', ''],
    ['ara-SAU', 'ar', ''],
    ['ar-Arab-KW', 'ar-KW', 'KW'],
    ['eng', 'en', ''],
    ['en-GB-X-RP', 'en-GB', 'GB'],
    ['es-419', 'es-419', '419'],
    ['', '', ''],
    ['??', '??', ''],
  ];
  for (const [tag, lang, region] of tags)
    it(`14: reads the tag “${tag}”`, () => {
      assert.deepEqual(parseTag(tag), { lang, language: lang.split('-')[0], region });
    });

  it('14: a voice is found for the language under all its names', () => {
    const voices = ['ar_SA', 'ar-XA', 'ara', 'arb'].map((lang) => fakeVoice(lang, lang));
    for (const lang of ['ar', 'ar-KW', 'arb'])
      assert.equal(rankVoices([...voices, fakeVoice('Aram', 'arc')], lang).length, 4);
  });

  it('ranks natural voices first and eSpeak last, the region before others', () => {
    const voices = [
      fakeVoice('Arabic espeak-ng', 'ar'),
      fakeVoice('Majed', 'ar-SA'),
      fakeVoice('Laila', 'ar-EG'),
      fakeVoice('Microsoft Salma Online (Natural)', 'ar-EG', online),
      fakeVoice('Majed (Premium)', 'ar-SA'),
      fakeVoice('Samantha', 'en-US'),
    ];
    assert.deepEqual(names(rankVoices(voices, 'ar-EG')), [
      'Microsoft Salma Online (Natural)',
      'Majed (Premium)',
      'Laila',
      'Majed',
      'eSpeak',
    ]);
  });

  it('says which are online; Firefox has none, whatever it says', () => {
    const [google, firefox] = [
      fakeVoice('Google العربية', 'ar', online),
      fakeVoice('Arabic', 'ar', { ...online, voiceURI: 'urn:moz-tts:speechd:Arabic?ar' }),
    ].map((voice) => rankVoices([voice], 'ar')[0]!);
    assert.equal(google!.online, true);
    assert.equal(firefox!.online, false);
  });

  it('chooses by itself no voice that sends the text away', () => {
    const far = fakeVoice('Microsoft Hamed Online (Natural)', 'ar-SA', online);
    const near = fakeVoice('Majed');
    const voices = rankVoices([far, near], 'ar');
    assert.equal(chooseVoice(voices, null)?.voice, near);
    // Not by the page's attribute either, only by the user's choice.
    assert.equal(chooseVoice(voices, far.name)?.voice, near);
    assert.equal(chooseVoice(voices, voiceKey(voices[0]!))?.voice, far);
    assert.equal(chooseVoice(rankVoices([far], 'ar'), null), undefined);
  });

  it('finds a voice by name, by URI, and by the name that it is shown under', () => {
    const espeak = fakeVoice('Arabic espeak-ng', 'ar');
    const voices = rankVoices([fakeVoice('Majed'), fakeVoice('Tarik'), espeak], 'ar');
    assert.equal(findVoice(voices, 'tarik')?.voice.name, 'Tarik');
    assert.equal(findVoice(voices, 'fake:Tarik')?.voice.name, 'Tarik');
    assert.equal(findVoice(voices, 'espeak')?.voice, espeak);
    assert.equal(findVoice(voices, 'Zira'), undefined);
    assert.equal(findVoice(voices, null), undefined);
  });

  it('15: remembers a voice by several fields', () => {
    const same = { voiceURI: 'com.google.android.tts' };
    const before = rankVoices(
      [fakeVoice('Arabic 1', 'ar-SA', same), fakeVoice('Arabic 2', 'ar-SA', same)],
      'ar',
    );
    const key = JSON.parse(JSON.stringify(voiceKey(before[1]!)));
    assert.equal(findVoice(before, key), before[1]);
    // The system's language changed, and with it the names.
    const localised = rankVoices([fakeVoice('ماجد', 'ar_SA', { voiceURI: 'apple.majed' })], 'ar');
    assert.ok(findVoice(localised, { uri: 'apple.majed', name: 'Majed', lang: 'ar-SA' }));
    // An update changed the URI.
    assert.ok(findVoice(localised, { uri: 'apple.compact.majed', name: 'ماجد', lang: 'ar-SA' }));
    // The language alone is not the voice.
    assert.equal(findVoice(localised, { uri: 'x', name: 'y', lang: 'ar-SA' }), undefined);
  });

  it('22: a voice that is gone is replaced by the best there is', () => {
    const voices = rankVoices([fakeVoice('Majed'), fakeVoice('Majed (Enhanced)')], 'ar');
    const gone = { uri: 'fake:Tarik', name: 'Tarik', lang: 'ar-SA' };
    assert.equal(chooseVoice(voices, gone)?.name, 'Majed (Enhanced)');
  });

  describe('eSpeak on speech-dispatcher', () => {
    const variants = Array.from({ length: 101 }, (_, i) =>
      i % 10 ? `+Variant${i}` : `+Half-Life ${i}`,
    );
    const languages = ['Arabic:ar', 'English (America):en-US', 'English (Britain):en-GB'].concat(
      Array.from({ length: 128 }, (_, i) => `Language ${i}:q${String.fromCharCode(97 + (i % 26))}`),
    );
    const list = (name: (base: string) => string, voiceURI?: string) =>
      languages.flatMap((language) => {
        const [base, lang] = language.split(':') as [string, string];
        // As Firefox has it: the plain voice is anywhere in the list.
        return [...variants, ''].map((variant) =>
          fakeVoice(name(base + variant), lang, voiceURI ? { voiceURI } : {}),
        );
      });

    it('is one row a region, shown by its plain voice, in Chromium and in Firefox', () => {
      for (const voices of [
        list((name) => `${name} espeak-ng`),
        list((name) => name, 'urn:moz-tts:speechd:x'),
      ]) {
        const rows = rankVoices(voices, 'ar');
        assert.deepEqual(names(rows), ['eSpeak']);
        assert.match(rows[0]!.voice.name, /^Arabic( espeak-ng)?$/);
        assert.deepEqual(
          rankVoices(voices, 'en-GB').map(({ region }) => region),
          ['GB', 'US'],
        );
      }
    });

    it('is ranked in a moment: 13,362 voices', () => {
      const voices = list((name) => `${name} espeak-ng`);
      assert.equal(voices.length, 13_362);
      const start = performance.now();
      for (let i = 0; i < 10; i++) rankVoices(voices, 'ar');
      assert.ok((performance.now() - start) / 10 < 20);
    });
  });

  it('gives frozen plain data', () => {
    const rows = rankVoices([fakeVoice('Majed')], 'ar');
    assert.ok(Object.isFrozen(rows) && Object.isFrozen(rows[0]));
    assert.deepEqual(
      { ...rows[0], voice: null },
      {
        id: 'fake:Majed|Majed|ar-SA',
        name: 'Majed',
        lang: 'ar-SA',
        region: 'SA',
        online: false,
        quality: 'standard',
        voice: null,
      },
    );
  });
});
