import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { respell } from '../../../src/speech-synthesis-polyfill/embedded/respelling.js';
import { speakable } from '../../../src/speech-synthesis-polyfill/embedded/speakable.js';
import {
  compare,
  differences,
  forEspeak,
  givenFor,
  heardFor,
  linesOf,
  respelled,
} from '../../phonemes.js';

/** What may be wrong: of phonemes, and of words of two syllables and more. */
const WRONG = 0.002;
const STRESS_WRONG = 0.005;

const FIXTURES = ['article', 'phrases', 'stress', 'variations'];

describe('what the voice is given for vocalised words, against phonemes written by hand', () => {
  for (const name of FIXTURES)
    it(name, (t) => {
      const { words, phonemes, wrong, stressed, stressWrong, report } = compare(
        linesOf(name),
        givenFor,
      );
      const summary = `${wrong} of ${phonemes} phonemes wrong, stress of ${stressWrong} of ${stressed}, in ${words} words`;
      t.diagnostic(summary);
      assert.ok(
        wrong <= WRONG * phonemes && stressWrong <= STRESS_WRONG * stressed,
        summary + report,
      );
    });

  it('each word is told of when it is said', () => {
    for (const { text, said } of FIXTURES.flatMap(linesOf)) {
      const written = text.split(' ').map((word) => word.replace(/[.،؟:]+$/, ''));
      const marked = speakable(text).flatMap(({ ssml, words }) => {
        // A mark is before what is given for its word.
        assert.equal(ssml.match(/<mark name="\d+"\/>(?:\[\[|\p{L}|\d)/gu)?.length, words.length);
        return words.map(({ start, length }) => text.slice(start, start + length));
      });
      assert.deepEqual(marked, written);
      assert.equal(said.length, written.length, text);
    }
  });

  it('a vowel behind an emphatic consonant is dark', () => {
    assert.match(speakable('صُورَة')[0]!.ssml, /\[\[s\[\|'u\.:\|R\|a\]\]/);
  });

  it('what is not vocalised is left to espeak-ng', () =>
    assert.deepEqual(givenFor('كتب الولد'), ['-', '-']));
});

describe('what an eSpeak that takes no phonemes is given for them', () => {
  it('is said as the phonemes are', (t) => {
    const lines = linesOf('phrases').filter(({ said }) => !said.includes('-'));
    const { wrong, phonemes } = differences(
      heardFor(lines.map(({ text }) => respelled(text))),
      heardFor(lines.map(({ said }) => forEspeak(said))),
    );
    t.diagnostic(`${wrong} of ${phonemes} phonemes differ`);
    assert.ok(wrong <= 0.03 * phonemes, `${wrong} of ${phonemes}`);
  });

  it('leads back to each word', () => {
    const text = 'وَقَالَ الْوَلَدُ: نَعَمْ، 25 مَرَّةً.';
    assert.deepEqual(
      respell(text).map(({ source, spoken }) => [text.slice(source.start, source.end), spoken]),
      [
        ['وَقَالَ', 'وَقَالَ'],
        ['الْوَلَدُ', 'لْوَلَد'],
        ['نَعَمْ', 'نَعَم'],
        ['25', '25'],
        ['مَرَّةً', 'مَرْرَ'],
      ],
    );
  });
});
