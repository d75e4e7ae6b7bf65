/**
 * Nouns that are counted, and the form that each takes after a number. It must not know how numbers
 * are written.
 */
import { FEMININE, MASCULINE, PEOPLE } from './nouns.js';
import { cardinal, dualEnding, type Form, type Gender, type Governed } from './number-words.js';
import { pattern, phrase, words } from './words.js';

/** What is counted, as it is said: `adjective` in the masculine singular, `tail` as it stands. */
export interface Noun {
  readonly one: string;
  readonly many: string;
  readonly gender: Gender;
  readonly people?: boolean;
  readonly adjective?: string;
  readonly tail?: string;
}

export interface KnownNoun extends Noun {
  /** How it stands in the text. */
  readonly form: 'one' | 'accusative' | 'many';
}

/** Endings of nouns that are written alike in every case; many are loanwords: يورو, كيلو, بايت. */
const SAME_IN_EVERY_CASE = words('ة ا ى اء رو لو يو بايت واط يوان');
const NO_TANWIN = pattern`(?:${SAME_IN_EVERY_CASE}|^ين)$`;

/** The accusative of an indefinite singular, as it is written: عاما, جزءا, شيئا, but سنة, لواء. */
export const accusative = (noun: string): string =>
  NO_TANWIN.test(noun) ? noun : `${noun.replace(/يء$/, 'يئ')}ا`;

const stem = (noun: string): string => noun.replace(/ة$/, '');

function readLexicon(): Map<string, KnownNoun> {
  const forms = new Map<string, KnownNoun>();
  const add = (word: string, form: KnownNoun['form'], noun: Noun) => {
    if (!forms.has(word)) forms.set(word, { ...noun, form });
  };
  const lists = (
    [
      ['m', PEOPLE, true],
      ['m', MASCULINE, false],
      ['f', FEMININE, false],
    ] as const
  ).flatMap(([gender, list, people]) =>
    list
      .trim()
      .split('\n')
      .map((line) => {
        const [one = '', ...plurals] = line.split(' ');
        const all = plurals.map((word) => word.replace('+', stem(one)));
        return { noun: { one, many: all[0]!, gender, people }, all };
      }),
  );
  // All singulars first: كتاب is a book before it is the writers.
  for (const { noun } of lists) {
    add(noun.one, 'one', noun);
    add(accusative(noun.one), 'accusative', noun);
  }
  for (const { noun, all } of lists) {
    for (const many of all) {
      add(many, 'many', noun);
      add(many.replace(/ين$/, 'ون'), 'many', noun);
      if (/[^اةىء]$/.test(many)) add(`${many}ا`, 'many', noun);
    }
  }
  return forms;
}

let lexicon: Map<string, KnownNoun> | undefined;

/** The noun that a bare word is a form of, if it has a line in the lexicon. */
export const listedNoun = (word: string): KnownNoun | undefined =>
  (lexicon ??= readLexicon()).get(word);

/**
 * Verbal nouns, which are masculine though their plural ends in ات: اجتماع, انفجار, اتحاد, استثمار,
 * إنجاز, تدريب.
 */
const VERBAL = /^(ا(?:.[تطد]|ن.|ت|ست.).ا.|إ..ا.|ت..ي.)(ات?)?$/;

/** The noun that a bare word (no diacritics, no tatweel) is a form of, by the lexicon or by its ة. */
export function knownNoun(word: string): KnownNoun | undefined {
  const known = listedNoun(word);
  if (known) return known;
  const verbal = VERBAL.exec(word);
  if (verbal) {
    const [, one, ending] = verbal as unknown as [string, string, string?];
    const form = ending === 'ا' ? 'accusative' : ending ? 'many' : 'one';
    return { one, many: `${one}ات`, gender: 'm', form };
  }
  // Not an adjective with its article, nor one of relation: ساعة, not الكبيرة nor كويتية.
  const form = /^(?!و?ال)..+(?<!ي)ة$/.test(word)
    ? 'one'
    : /^(?!و?ال)...+ات$/.test(word)
      ? 'many'
      : undefined;
  if (!form || guessGender(word, false) === 'm') return undefined;
  const root = word.replace(/ة$|ات$/, '');
  return { one: `${root}ة`, many: `${root}ات`, gender: 'f', form };
}

/**
 * The gender of what a word counts, from its form alone: ة and ات are feminine, except verbal nouns
 * (اجتماعات) and broken plurals like أجهزة after 3 to 10; else masculine.
 */
export function guessGender(word: string, few: boolean): Gender {
  if (few && /^أ..ة$|^أ...ة$/.test(word)) return 'm';
  if (/ات$/.test(word))
    return /^(?:ت.ا..|م.ت..|م.ا?.ر)ات$/.test(word) || VERBAL.test(word) ? 'm' : 'f';
  return /(?:ة|ى|[^ا]اء)$/.test(word) && !(few && /اء$|ى$/.test(word)) ? 'f' : 'm';
}

function dual(word: string, governed: Governed, joined: boolean): string {
  const base = word.replace(/ة$/, 'ت').replace(/ى$/, 'ي');
  return base + dualEnding(governed, joined);
}

/** One of it, with no number: دينار كويتي, and دينارا كويتيا as an object. */
export function single({ one, gender, adjective, tail }: Noun, governed: () => Governed): string {
  const object = governed() === 'accusative';
  const agree = gender === 'f' ? `${adjective}ة` : object ? `${adjective}ا` : adjective;
  return phrase(object ? accusative(one) : one, adjective && agree, tail);
}

/** The noun with its adjective and tail, in the form that `n` asks for. */
function inflected(noun: Noun, n: number, governed: Governed, joined: boolean): string {
  const { one, many, gender, adjective, tail } = noun;
  const rest = n % 100;
  const [word, agree]: [string, (adjective: string) => string] =
    n === 2
      ? [dual(one, governed, joined), (a) => dual(gender === 'f' ? `${a}ة` : a, governed, false)]
      : rest >= 3 && rest <= 10
        ? [many, (a) => `${a}ة`]
        : rest > 10
          ? [joined ? one : accusative(one), (a) => (gender === 'f' ? `${a}ة` : accusative(a))]
          : [one, (a) => (gender === 'f' ? `${a}ة` : a)];
  return phrase(word, adjective && agree(adjective), tail);
}

/**
 * A number of things in full: كتاب واحد, كتابان, ثلاثة كتب, أحد عشر كتابا, مئة كتاب, مئة كتاب وكتاب.
 *
 * @param joined whether the noun is itself joined to another one (مليونا دينار).
 * @returns the number's words and the noun's, apart; the number's may be empty.
 */
export function counted(
  n: number,
  noun: Noun,
  governed: () => Governed,
  joined = false,
): [number: string, noun: string] {
  const form: Form = { gender: noun.gender, governed, followed: true };
  const thing = (count: number) => inflected(noun, count, count === 2 && governed(), joined);
  const rest = n % 100;
  if (n === 1) {
    if (joined) return ['', thing(1)];
    const { tail, ...short } = noun;
    const one = noun.gender === 'f' ? 'واحدة' : governed() === 'accusative' ? 'واحدا' : 'واحد';
    return ['', phrase(single(short, governed), one, tail)];
  }
  if (n === 2) return ['', thing(2)];
  if (n > 100 && (rest === 1 || rest === 2)) {
    const last = inflected({ ...noun, adjective: '', tail: '' }, rest, governed(), joined);
    return [cardinal(n - rest, form), `${thing(100)} و${last}`];
  }
  return [cardinal(n, form), thing(n)];
}
