import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { speakable } from '../../../src/speech-synthesis-polyfill/embedded/speakable.js';

/** What may be wrong: of phonemes, and of words of two syllables and more. */
const WRONG = 0.002;
const STRESS_WRONG = 0.005;

/** espeak-ng's names in the notation of the fixtures. */
const NOTATION: Readonly<Record<string, string>> = {
  ...{ '?': 'ʔ', T: 'θ', dZ: 'ǧ', H: 'ħ', X: 'x', D: 'ð', R: 'r', S: 'š', 's[': 'ṣ', dH: 'ḍ' },
  ...{ 't[': 'ṭ', Z: 'ẓ', A: 'ʕ', Q: 'ġ', L: 'ḷ', j: 'y', 'a:': 'ā', 'i:': 'ī', 'u:': 'ū' },
};

/** What the voice is given for a word, in that notation; a dash where it is given letters. */
function inNotation(given: string): string {
  const phonemes = /^\[\[(.+)\]\]/.exec(given.trim())?.[1];
  if (!phonemes) return '-';
  return phonemes
    .split('|')
    .map((phoneme) => {
      const [, stress, name] = /^('?)(.+)$/.exec(phoneme.replace(/(?<=[aiu])\./, ''))!;
      return (stress && 'ˈ') + (NOTATION[name!] ?? name!);
    })
    .join('');
}

interface Word {
  readonly written: string;
  readonly said: string;
}

/** The words of a text, as they are written and as the voice is given them. */
const wordsOf = (text: string): Word[] =>
  speakable(text).flatMap(({ ssml, words }) =>
    ssml
      .replace(/<\/?speak>/g, '')
      .split(/<mark name="\d+"\/>/)
      .slice(1)
      .map((given, index) => {
        const { start, length } = words[index]!;
        return { written: text.slice(start, start + length), said: inNotation(given) };
      }),
  );

function distance(a: string, b: string): number {
  let row = [...b].map((_, index) => index + 1);
  [...a].forEach((left, i) => {
    let diagonal = i;
    let before = i + 1;
    row = row.map((above, j) => {
      const value = Math.min(above + 1, before + 1, diagonal + (left === b[j] ? 0 : 1));
      diagonal = above;
      return (before = value);
    });
  });
  return row.at(-1) ?? a.length;
}

const withoutStress = (said: string) => said.replaceAll('ˈ', '');
const vowelsIn = (said: string) => said.match(/[aiuāīū]/g)?.length ?? 0;
/** Which vowel of the word, from its end, bears the stress. */
const stressOf = (said: string) => vowelsIn(said.split('ˈ').slice(1).join(''));

/** What is wrong in a fixture, word by word. */
function compare(name: string) {
  const url = new URL(`../../fixtures/phonemes/${name}.txt`, import.meta.url);
  const lines = readFileSync(url, 'utf8').split('\n');
  const result = { words: 0, phonemes: 0, wrong: 0, stressed: 0, stressWrong: 0, report: '' };
  for (const [text, wanted] of lines
    .filter((line) => line.includes('\t'))
    .map((line) => line.split('\t') as [string, string])) {
    const found = wordsOf(text);
    // Each word of the text is told of when it is said.
    assert.deepEqual(
      found.map(({ written }) => written),
      text.split(' ').map((word) => word.replace(/[.،؟:]+$/, '')),
    );
    wanted.split(' ').forEach((by, index) => {
      const { written, said } = found[index]!;
      const wrong = distance(withoutStress(said), withoutStress(by));
      const isStressed = vowelsIn(by) > 1;
      const isStressWrong = isStressed && stressOf(said) !== stressOf(by);
      result.words++;
      result.phonemes += withoutStress(by).length;
      result.wrong += wrong;
      if (isStressed) result.stressed++;
      if (isStressWrong) result.stressWrong++;
      if (wrong || isStressWrong) result.report += `\n${written} (${text}): ${said}, not ${by}`;
    });
  }
  return result;
}

describe('what the voice is given for vocalised words, against phonemes written by hand', () => {
  for (const name of ['article', 'phrases', 'stress', 'variations'])
    it(name, (t) => {
      const { words, phonemes, wrong, stressed, stressWrong, report } = compare(name);
      const summary = `${wrong} of ${phonemes} phonemes wrong, stress of ${stressWrong} of ${stressed}, in ${words} words`;
      t.diagnostic(summary);
      assert.ok(
        wrong <= WRONG * phonemes && stressWrong <= STRESS_WRONG * stressed,
        summary + report,
      );
    });
});
