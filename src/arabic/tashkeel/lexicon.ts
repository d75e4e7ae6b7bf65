/**
 * Words with one right vocalisation, above all names and words of the news, where nets that learned
 * from classical books guess. `lexicon.txt`: a vocalised word, or several that belong together, a
 * line; `#` before a comment. A word whose last letter has no mark leaves its ending to the nets. A word
 * with several readings has them all, with `|` between: the nets choose among these alone.
 */
import { codeOf, Code, LETTERS, Mark, markOf, UNKNOWN } from './letters.js';
import { SUN, wordCheck } from './word-check.js';

export type LexiconReading = readonly number[];

export interface Lexicon {
  /** How many words its longest entry has. */
  readonly longest: number;
  /**
   * The readings of a word, or of several that belong together: for each letter (and space) its mark,
   * UNKNOWN where the nets decide. `Mark.Shadda` on a last letter leaves the vowel above it open.
   * Empty where the word is not known.
   */
  find(words: string): readonly LexiconReading[];
  /** Whether a word stands there as it is spelt, also with what may be written onto it. */
  isWord(word: string): boolean;
  /** The hamza of an alif that agencies write without (الاعلام), where the list tells it. */
  withHamza(word: string): string | undefined;
}

/** What is written onto the next word, longest last, so that the whole word is looked up first. */
const CLITICS = ['', 'و', 'ف'].flatMap((conjunction) =>
  ['', 'ب', 'ك', 'ل', 'س'].flatMap((particle) =>
    (particle === 'س' ? [''] : ['', 'ال']).map((article) => ({
      before: conjunction + particle,
      article,
      written: conjunction + particle + (particle === 'ل' && article ? 'ل' : article),
    })),
  ),
);
/** Whether these may be written onto the rest of a word: something is left, and س stands before a verb. */
const mayBegin = (word: string, before: string, written: string): boolean =>
  word.startsWith(written) &&
  (!written || word.length >= written.length + 3) &&
  (!before.endsWith('س') || /^[أتني]/.test(word.slice(written.length)));

const CLITIC_MARKS: Readonly<Record<string, number>> = {
  و: Mark.Fatha,
  ف: Mark.Fatha,
  ك: Mark.Fatha,
  س: Mark.Fatha,
  ب: Mark.Kasra,
  ل: Mark.Kasra,
};

/** What is written onto the end: its marks, and the ending before it, hang on the sentence. */
const SUFFIX = /^(.{3,}?)(ها|هم|هما|هن|ه|نا)$/;

/**
 * The marks of a line are made out when it is first asked for: of 13,000 an article needs some hundreds.
 *
 * @param source the text of `lexicon.txt`
 */
export function readLexicon(source: string): Lexicon {
  /** The lines by their bare letters. */
  const lines = new Map<string, string>();
  let longest = 1;
  for (const line of source.split('\n')) {
    const words = (line.includes('#') ? line.replace(/#.*/, '') : line).trim();
    const bare = bareLetters(words.split('|', 1)[0]!).trim();
    if (!bare) continue;
    longest = Math.max(longest, bare.split(' ').length);
    lines.set(bare, words);
  }
  const spelt = new Set(lines.keys());
  /** By the word without it: the word with its hamza. */
  const hamzas = new Map<string, string>();
  for (const [word, line] of lines) {
    const [, article, vowel] = /^(الْ?)?ا([\u064e-\u0650])/.exec(line) ?? [];
    if (!vowel) continue;
    const alif = article ? 2 : 0;
    const hamza = vowel === '\u0650' ? 'إ' : 'أ';
    const whole = word.slice(0, alif) + hamza + word.slice(alif + 1);
    spelt.delete(word);
    spelt.add(whole);
    hamzas.set(word, whole);
    if (!lines.has(whole)) lines.set(whole, line);
  }
  for (const [alias, line] of aliases(lines)) lines.set(alias, line);

  const known = new Map<string, readonly LexiconReading[]>();
  const readingsOf = (words: string): readonly LexiconReading[] => {
    const line = lines.get(words);
    if (line === undefined) return NONE;
    let readings = known.get(line);
    if (!readings) {
      readings = line.split('|').map((reading) =>
        reading
          .trim()
          .split(/\s+/)
          .map(lettersOf)
          .flatMap((word, i) => (i ? [Mark.None, ...entryMarks(word)] : entryMarks(word))),
      );
      known.set(line, readings);
    }
    return readings;
  };

  /** The entry of a word, also before a tanwin's alif (عام in عاما) or a pronoun (دولة in دولتهم). */
  const entry = (word: string): readonly LexiconReading[] => {
    const own = readingsOf(word);
    if (own.length) return own;
    const [, owned, suffix] = SUFFIX.exec(word) ?? (/..[^ءاىة]ا$/.test(word) ? tanwin(word) : []);
    if (!owned) return NONE;
    const stems = readingsOf(owned);
    const all = stems.length || !owned.endsWith('ت') ? stems : readingsOf(`${owned.slice(0, -1)}ة`);
    const rest = [...suffix!].map((letter) => (letter === 'ا' ? Mark.None : UNKNOWN));
    // An ending that never changes is none that a pronoun or a tanwin could follow, but that of a verb
    // (قَتَلَهُ) among other readings.
    return all
      .filter((stem) => {
        const ending = stem.at(-1)!;
        // الدرهم is no pearls of theirs: what has the article takes no pronoun and no tanwin.
        if (owned.startsWith('ال') && (lines.has(owned.slice(2)) || stem[2]! >= Mark.Shadda))
          return false;
        const isVerb = all.length > 1 && suffix !== 'ا' && ending === Mark.Fatha;
        return ending === UNKNOWN || ending === Mark.Shadda || isVerb;
      })
      .map((stem) => [...stem, ...rest]);
  };

  const find = (words: string) => {
    for (const { before, article, written } of CLITICS) {
      if (!mayBegin(words, before, written)) continue;
      const rest = words.slice(written.length);
      // للجنة is more often "to the committee" than "to a committee", للبنان never: the nets decide.
      if (written.endsWith('ل') && before.endsWith('ل') && rest.startsWith('ل')) continue;
      // A name that always has its article (القاهرة) stands in the list with it.
      let stems = entry(rest);
      if (!stems.length && article) stems = entry(article + rest).map((stem) => stem.slice(2));
      // التوعّد is a noun, though the list has the verb alone.
      if (article)
        stems = stems.filter((stem) => stem.at(-1) !== Mark.Fatha || /[وي]ن$/.test(rest));
      if (!stems.length) continue;
      const marks = [...before].map((clitic) => CLITIC_MARKS[clitic]!);
      if (!article) return stems.map((stem) => [...marks, ...stem]);
      if (written.endsWith('ال')) marks.push(Mark.None);
      return stems.map((stem) => [...marks, ...afterArticle(rest, stem)]);
    }
    return NONE;
  };
  const isWord = (word: string): boolean =>
    CLITICS.some(({ before, article, written }) => {
      if (!mayBegin(word, before, written)) return false;
      const rest = word.slice(written.length);
      if (spelt.has(rest) || (article && spelt.has(article + rest))) return true;
      // What has its article is no one's.
      const owned = SUFFIX.exec(rest)?.[1] ?? (/..[^ءاىة]ا$/.test(rest) ? rest.slice(0, -1) : '');
      return !article && !!owned && (spelt.has(owned) || spelt.has(owned.replace(/ت$/, 'ة')));
    });
  const withHamza = (word: string): string | undefined => {
    for (const { article, written } of CLITICS) {
      if (!word.startsWith(written)) continue;
      const rest = word.slice(written.length);
      const stem = /^(.*?)(?:ها|هم|هما|هن|ه|نا|ا)?$/.exec(rest)![1]!;
      const whole = hamzas.get(rest) ?? (article ? undefined : hamzas.get(stem));
      if (whole) return written + whole + rest.slice(whole.length);
    }
    return undefined;
  };
  return { longest, find, isWord, withHamza };
}

const NONE: readonly LexiconReading[] = [];

/** Words as they are written without the hamza of their alif (اكثر for أكثر), where only one fits. */
function aliases(lines: ReadonlyMap<string, string>): Map<string, string> {
  const found = new Map<string, string>();
  const twice = new Set<string>();
  for (const [word, line] of lines) {
    // وارد is no أرد that lacks its hamza, and a word with several readings has enough of them.
    if (!/^[أإ](?=...)/.test(word) || (word.length < 5 && line.includes('|'))) continue;
    const alias = `ا${word.slice(1)}`;
    if (lines.has(alias)) continue;
    if (found.has(alias)) twice.add(alias);
    found.set(alias, line);
  }
  for (const alias of twice) found.delete(alias);
  return found;
}

const tanwin = (word: string) => [word, word.slice(0, -1), 'ا'] as const;

/** The marks of a word of the list, its ending opened where the list leaves it bare. */
function entryMarks({ word, marks }: { word: string; marks: readonly number[] }): number[] {
  const entry = [...marks];
  // A name's cluster (بْرُوكْسَل) is opened, as no Arabic word has one.
  const fits = wordCheck(word);
  entry.forEach((mark, at) => {
    if (mark === Mark.Sukun && !fits(entry, at)) entry[at] = Mark.Kasra;
  });
  const last = entry.length - 1;
  const vowel = last ? entry[last - 1]! % Mark.Shadda : Mark.None;
  const lengthens =
    /[اى]$/.test(word) ||
    (word.endsWith('و') && vowel === Mark.Damma) ||
    (word.endsWith('ي') && vowel === Mark.Kasra);
  // A foreign name takes no ending.
  if (entry[last] === Mark.Sukun && !/[وي]$/.test(word) && last > 1) entry[last] = Mark.None;
  else if (entry[last] === Mark.None && !lengthens) entry[last] = UNKNOWN;
  // The article's lam may be left bare, as before sun letters.
  if (/^ال/.test(word) && !SUN.includes(word[2] ?? 'ل') && !entry[1]) entry[1] = Mark.Sukun;
  return entry;
}

/** The marks of the article's lam and of the word after it. */
function afterArticle(rest: string, stem: readonly number[]): number[] {
  const marks = [...stem];
  const last = marks.length - 1;
  if (isTanwin(marks[last]!)) marks[last] = marks[last]! > Mark.Shadda ? Mark.Shadda : UNKNOWN;
  // The alif that joins has no mark and hands its kasra to the lam: الِاستقلال.
  if (rest.startsWith('ا') && !marks[0]) return [Mark.Kasra, ...marks];
  if (!SUN.includes(rest[0]!)) return [Mark.Sukun, ...marks];
  if (marks[0]! > Mark.None && marks[0]! < Mark.Sukun) marks[0]! += Mark.Shadda;
  return [Mark.None, ...marks];
}

const isTanwin = (mark: number) =>
  (mark >= Mark.Fathatan && mark <= Mark.Kasratan) ||
  (mark >= Mark.ShaddaFathatan && mark < Mark.ShaddaFatha);

/** The letters of vocalised words, with one space between words. */
function bareLetters(vocalised: string): string {
  let bare = '';
  for (let i = 0; i < vocalised.length; i++) {
    const code = codeOf(vocalised[i]!);
    if (code === Code.Space) bare += bare.endsWith(' ') ? '' : ' ';
    else if (code >= Code.FirstLetter && code !== Code.Unseen)
      bare += LETTERS[code - Code.FirstLetter];
  }
  return bare;
}

/** The bare letters of a vocalised word and the mark on each. Tanwin moves before its alif. */
export function lettersOf(vocalised: string): { word: string; marks: number[] } {
  let word = '';
  const marks: number[] = [];
  for (const [, letter, written] of vocalised.matchAll(/(\p{L})\u0640*(\p{M}*)/gu)) {
    const code = codeOf(letter!);
    if (code < Code.FirstLetter || code === Code.Unseen) continue;
    const mark = markOf(written!);
    word += LETTERS[code - Code.FirstLetter];
    if (mark === Mark.Fathatan && /[اى]$/.test(word) && marks.length) {
      const before = marks.pop()!;
      marks.push(before === Mark.Shadda ? Mark.ShaddaFathatan : Mark.Fathatan, Mark.None);
    } else marks.push(mark);
  }
  return { word, marks };
}

/** The marks of words that are vocalised, by their letters; an ending that is not written is open. */
export const byLetters = (vocalised: string): ReadonlyMap<string, LexiconReading> =>
  new Map(
    vocalised
      .split(' ')
      .map(lettersOf)
      .map(({ word, marks }) => [word, [...marks.slice(0, -1), marks.at(-1) || UNKNOWN]]),
  );
