/**
 * Phonemes written by hand (`fixtures/phonemes`), what the embedded voice is given in their notation,
 * and what espeak-ng makes of a text.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inEspeakNames } from '../src/speech-synthesis-polyfill/embedded/phonemes.js';
import { respell } from '../src/speech-synthesis-polyfill/embedded/respelling.js';
import { cutWords } from '../src/speech-synthesis-polyfill/embedded/speakable.js';

/** espeak-ng's names in the notation of the fixtures. */
const NOTATION: Readonly<Record<string, string>> = {
  ...{ '?': 'ʔ', T: 'θ', dZ: 'ǧ', H: 'ħ', X: 'x', D: 'ð', R: 'r', S: 'š', 's[': 'ṣ', dH: 'ḍ' },
  ...{ 't[': 'ṭ', Z: 'ẓ', A: 'ʕ', Q: 'ġ', L: 'ḷ', j: 'y', 'a:': 'ā', 'i:': 'ī', 'u:': 'ū' },
};

export interface Line {
  readonly text: string;
  /** A word each. */
  readonly said: readonly string[];
}

export const linesOf = (name: string): Line[] =>
  readFileSync(new URL(`fixtures/phonemes/${name}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.includes('\t'))
    .map((line) => line.split('\t'))
    .map(([text, said]) => ({ text: text!, said: said!.split(' ') }));

/** What the voice is given for each word, in the notation; a dash where it is given letters. */
export const givenFor = (text: string): string[] =>
  cutWords(text).map(({ said }) =>
    said
      ? inEspeakNames(said)
          .split('|')
          .map((phoneme) => {
            const [, stress, name] = /^('?)(.+)$/.exec(phoneme.replace(/(?<=[aiu])\./, ''))!;
            return (stress && 'ˈ') + (NOTATION[name!] ?? name!);
          })
          .join('')
      : '-',
  );

/** The words of a line as espeak-ng takes phonemes. */
export const forEspeak = (said: readonly string[]): string =>
  `[[${[...said.join(' ')]
    .map((sign) => Object.keys(NOTATION).find((name) => NOTATION[name] === sign) ?? sign)
    .join('|')
    .replaceAll('ˈ|', "'")
    .replaceAll('| |', ']] [[')}]] `;

/** A text in the letters for an eSpeak that takes no phonemes. */
export const respelled = (text: string): string =>
  respell(text)
    .map(({ spoken }) => spoken)
    .join(' ');

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

/** What is wrong in lines, word by word. */
export function compare(lines: readonly Line[], given: (text: string) => readonly string[]) {
  const result = { words: 0, phonemes: 0, wrong: 0, stressed: 0, stressWrong: 0, report: '' };
  for (const { text, said } of lines) {
    const found = given(text);
    said.forEach((by, index) => {
      const is = found[index] ?? '';
      const wrong = distance(withoutStress(is), withoutStress(by));
      const isStressed = vowelsIn(by) > 1;
      const isStressWrong = isStressed && stressOf(is) !== stressOf(by);
      result.words++;
      result.phonemes += withoutStress(by).length;
      result.wrong += wrong;
      if (isStressed) result.stressed++;
      if (isStressWrong) result.stressWrong++;
      if (wrong || isStressWrong)
        result.report += `\n${is}, not ${by} (word ${index + 1}: ${text})`;
    });
  }
  return result;
}

/**
 * What espeak-ng's Arabic voice says for texts. Its events tell neither length nor stress; between a
 * glide and its vowel no difference is heard.
 */
export function heardFor(texts: readonly string[]): string[] {
  const script = fileURLToPath(new URL('espeak-ear.mjs', import.meta.url));
  const heard = execFileSync(process.execPath, [script], {
    input: JSON.stringify(texts),
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  return (JSON.parse(heard) as string[]).map((phonemes) =>
    phonemes
      .replace(/[ˈˌː.\s]/g, '')
      .replace(/[wu]+/g, 'u')
      .replace(/[ji]+/g, 'i'),
  );
}

/** Phonemes that differ, and how many are wanted. */
export function differences(heard: readonly string[], wanted: readonly string[]) {
  return {
    wrong: heard.reduce((sum, it, index) => sum + distance(it, wanted[index]!), 0),
    phonemes: wanted.join('').length,
  };
}
