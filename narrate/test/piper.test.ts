import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { saidPieces } from '../../src/speech-synthesis-polyfill/embedded/speakable.js';
import { createVoice } from '../src/voice/create-voice.js';
import { EspeakSigns } from '../src/voice/espeak-signs.js';
import type { NarrationVoice } from '../src/voice/voice.js';
import { HOP, LEVEL, toneGraph, type Tone } from './onnx-graph.js';

const folder = mkdtempSync(join(tmpdir(), 'article-reader-piper-'));
after(() => rmSync(folder, { recursive: true }));

const RATE = 22_050;
const SIGNS = [...'_^$ ,.?ˈː', ...'abtθdʒħχrzsʃʕɣfqklmnhwjiuðʔ', '\u032A', 'ˤ', 'ə', 'e', 'o', 'p'];
/** A tone for each sign; pauses and what stands between sounds are silent. A full stop is a dark vowel's too. */
const TONES: Tone[] = SIGNS.map((sign, id) =>
  /[_^$ ,.?]/.test(sign)
    ? { frames: { ',': 14, '?': 14, '.': 1, ' ': 1, _: 1 }[sign] ?? 2, pitch: 0 }
    : {
        frames: /[ˈˤ\u032A]/.test(sign) ? 1 : sign === 'ː' ? 5 : /[aiu]/.test(sign) ? 8 : 6,
        pitch: 0.1 + id * 0.02,
      },
);
const pitchOf = (sign: string) => TONES[SIGNS.indexOf(sign)]!.pitch;

function writeVoice(name: string, graph: Uint8Array, more: object = {}): string {
  const file = join(folder, `${name}.onnx`);
  writeFileSync(file, graph);
  const description = {
    audio: { sample_rate: RATE },
    espeak: { voice: 'ar' },
    inference: { noise_scale: 0, length_scale: 1, noise_w: 0 },
    phoneme_id_map: Object.fromEntries(SIGNS.map((sign, id) => [sign, [id]])),
    ...more,
  };
  writeFileSync(`${file}.json`, JSON.stringify(description));
  return `piper:${file}`;
}

async function say(voice: NarrationVoice, text: string, rate = 1) {
  const { synthesizer } = voice;
  const chunks = [];
  const request = { text, lang: 'ar', voice: synthesizer.voices[0]!, rate, pitch: 1 };
  for await (const it of synthesizer.synthesize(request, new AbortController().signal))
    chunks.push(it);
  return {
    samples: Float32Array.from(chunks.flatMap(({ samples }) => [...samples])),
    lengths: chunks.map(({ samples }) => samples.length),
    marks: chunks.flatMap(({ marks }) => marks),
  };
}

/** Whether a sentence's sound is the tone of a sign from a sample on; the phase is that of the whole. */
const isTone = (samples: Float32Array, from: number, pitch: number) =>
  Array.from({ length: HOP }, (_, i) => from + i).every(
    (at) => Math.abs(samples[at]! - LEVEL * Math.sin(at * pitch)) < 0.02,
  );

describe('the signs of eSpeak', () => {
  it('are those of its Arabic rules, and of its English for Latin letters', async () => {
    const signs = new EspeakSigns();
    for (const [text, ...expected] of [
      ['كِتَابٌ مُفِيدٌ.', 'kitˈaːbun', 'mufˈiːd'],
      ['الشَّمْسُ وَالْقَمَرُ.', 'ʔaʃʃˈamsu', 'walqˈamar'],
      ['صَوْتٌ ضَخْمٌ طَوِيلٌ.', 's̪ˈa.wtun', 'dˤˈa.χmun', 't̪a.wˈiːl'],
      ['رَأَى عَلَمًا.', 'rˈaʔaː', 'ʕˈalamaː'],
      ['open.', 'ˈəʊpən'],
    ]) {
      const [words] = saidPieces(text!);
      assert.deepEqual(await signs.transcribe(words!), expected);
    }
    signs.close();
  });
});

describe('a neural voice', () => {
  const text = 'بَيْتٌ كَبِيرٌ، نَافِذَةٌ. شَمْسٌ؟';
  const words = ['بَيْتٌ', 'كَبِيرٌ', 'نَافِذَةٌ', 'شَمْسٌ'];
  const firsts = ['b', 'k', 'n', 'ʃ'];

  it('says each word where it tells, to the sample', async () => {
    const voice = createVoice(writeVoice('tells', toneGraph(TONES)));
    for (const rate of [1, 2]) {
      const { samples, lengths, marks } = await say(voice, text, rate);
      assert.deepEqual(
        marks.map(({ start, length }) => text.slice(start, start + length)),
        words,
      );
      assert.equal(lengths.length, 2);
      marks.forEach(({ time }, index) => {
        const at = Math.round(time * RATE);
        const [from, to] = index < 3 ? [0, lengths[0]!] : [lengths[0]!, samples.length];
        const sentence = samples.subarray(from, to);
        assert.ok(isTone(sentence, at - from, pitchOf(firsts[index]!)), `${words[index]} ${rate}`);
        assert.ok(!isTone(sentence, at - from - HOP, pitchOf(firsts[index]!)));
      });
    }
    const [slow, fast] = [await say(voice, text), await say(voice, text, 2)];
    assert.ok(fast.samples.length < slow.samples.length * 0.65);
    voice.close();
  });

  it('has its words found where it does not tell', async () => {
    const story = 'ذَهَبَ الْوَلَدُ الصَّغِيرُ إِلَى الْمَدْرَسَةِ الْجَدِيدَةِ، ثُمَّ عَادَ إِلَى الْبَيْتِ مَعَ أَخِيهِ.';
    const [known, mute] = [true, false].map((tells) =>
      createVoice(writeVoice(`tells-${tells}`, toneGraph(TONES, { tells }))),
    );
    const [right, found] = [await say(known!, story), await say(mute!, story)];
    assert.deepEqual(right.samples, found.samples);
    assert.equal(found.marks.length, 12);
    const off = found.marks.map(({ time }, index) => Math.abs(time - right.marks[index]!.time));
    assert.ok(Math.max(...off) < 0.12, `${off}`);
    // Behind the pause it begins anew.
    assert.ok(off[6]! < 0.03, `${off[6]}`);
    known!.close();
    mute!.close();
  });

  it('has speakers, and vowels where none are written', async () => {
    const graph = toneGraph(TONES, { speakers: true });
    const place = writeVoice('many', graph, { speaker_id_map: { ali: 0, mona: 1 } });
    const [ali, mona] = ['', '#mona'].map((it) => createVoice(place + it));
    const [low, high] = [await say(ali!, text), await say(mona!, text)];
    const at = Math.round(low.marks[0]!.time * RATE);
    assert.ok(isTone(low.samples, at, pitchOf('b')));
    assert.ok(isTone(high.samples, at, pitchOf('b') * 2));
    assert.notEqual(ali!.id, mona!.id);
    const bare = await say(ali!, 'مكتبة.');
    const vocalised = await say(ali!, 'مَكْتَبَة.');
    assert.deepEqual(bare.samples, vocalised.samples);
    ali!.close();
    mona!.close();
  });

  it('is refused with what is wrong with it', async () => {
    const graph = toneGraph(TONES);
    for (const [name, words] of [
      [`piper:${folder}/none.onnx`, /There is no voice .*none\.onnx/],
      ['piper', /piper:FILE\.onnx/],
      [writeVoice('dutch', graph, { espeak: { voice: 'nl' } }), /signs for nl; here/],
      [writeVoice('odd', graph, { phoneme_type: 'pinyin' }), /"pinyin"/],
      [writeVoice('empty', graph, { phoneme_id_map: {} }), /no Piper voice/],
      [writeVoice('silent', graph, { audio: null }), /no Piper voice/],
      [`${writeVoice('alone', graph)}#mona`, /no speaker mona.*one alone/],
    ] as const)
      assert.throws(() => createVoice(name), words);
    const voice = createVoice(writeVoice('broken', graph.subarray(0, 200)));
    await assert.rejects(say(voice, text), /The voice failed: /);
    voice.close();
  });
});
