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
  /** Whether it has a line in the lexicon, and is no plural that looks like a man: مزارع, مشاهد. */
  readonly isListed: boolean;
}

/** Endings of nouns that are written alike in every case; many are loanwords: يورو, كيلو, بايت. */
const SAME_IN_EVERY_CASE = words('ة ا ى اء رو لو يو بايت واط يوان');
const NO_TANWIN = pattern`(?:${SAME_IN_EVERY_CASE}|^ين)$`;

/** The accusative of an indefinite singular, as it is written: عاما, جزءا, شيئا, but سنة, لواء. */
export const accusative = (noun: string): string =>
  NO_TANWIN.test(noun) ? noun : `${noun.replace(/يء$/, 'يئ')}ا`;

const stem = (noun: string): string => noun.replace(/ة$/, '');

type Forms = { readonly [Form in KnownNoun['form']]?: Noun };

function readLexicon(): ReadonlyMap<string, Forms> {
  const lexicon = new Map<string, Forms>();
  const add = (word: string, form: KnownNoun['form'], noun: Noun) => {
    const forms = lexicon.get(word);
    if (!forms?.[form]) lexicon.set(word, { ...forms, [form]: noun });
  };
  const lists = [
    ['m', PEOPLE, true],
    // Of two nouns with one plural the feminine one is meant more often: طرق, فرق, غرامات.
    ['f', FEMININE, false],
    ['m', MASCULINE, false],
  ] as const;
  for (const [gender, list, people] of lists) {
    for (const line of list.trim().split('\n')) {
      const [one = '', ...plurals] = line.split(' ');
      const all = plurals.map((word) => word.replace('+', stem(one)));
      const noun: Noun = { one, many: all[0]!, gender, people };
      add(one, 'one', noun);
      add(accusative(one), 'accusative', noun);
      for (const many of all) {
        add(many, 'many', noun);
        add(many.replace(/ين$/, 'ون'), 'many', noun);
        if (/[^اةىء]$/.test(many)) add(`${many}ا`, 'many', noun);
      }
    }
  }
  return lexicon;
}

let lexicon: ReadonlyMap<string, Forms> | undefined;

/**
 * The noun that a bare word is a form of, if it has a line in the lexicon.
 *
 * @param few whether a plural is wanted there, as after 3 to 10: ثلاث دور are houses, دور a role.
 */
export function listedNoun(word: string, few = false): KnownNoun | undefined {
  const forms = (lexicon ??= readLexicon()).get(word);
  if (!forms) return undefined;
  const { one, accusative, many } = forms;
  const isListed = !(many && one?.people);
  if (many && (few || !(one ?? accusative))) return { ...many, form: 'many', isListed };
  return one ? { ...one, form: 'one', isListed } : { ...accusative!, form: 'accusative', isListed };
}

/**
 * Verbal nouns, which are masculine though their plural ends in ات: اجتماع, انفجار, اتحاد, استثمار,
 * إنجاز, تدريب.
 */
const VERBAL = /^(ا(?:.[تطد]|ن.|ت|ست.).ا.|إ..ا.|ت..ي.|ت.ا.[^ية])(ات?)?$/;

/** Whether a bare word is a verbal noun by its pattern. */
export const isVerbal = (word: string): boolean =>
  VERBAL.test(word) || /^ت..ي?ة$|^م.ا..ة$/.test(word);

/**
 * The noun that a bare word (no diacritics, no tatweel) is a form of: by the lexicon, or by a pattern
 * that tells its gender and no more.
 */
export function knownNoun(word: string, few = false): KnownNoun | undefined {
  const known = listedNoun(word, few);
  if (known) return known;
  const verbal = VERBAL.exec(word);
  if (verbal) {
    const [, one, ending] = verbal as unknown as [string, string, string?];
    const form = ending === 'ا' ? 'accusative' : ending ? 'many' : 'one';
    return { one, many: `${one}ات`, gender: 'm', form, isListed: false };
  }
  // Not an adjective with its article, nor one of relation: ساعة, not الكبيرة nor كويتية.
  const form = /^(?!و?ال)..+(?<!ي)ة$/.test(word)
    ? 'one'
    : /^(?!و?ال)...+ات$/.test(word)
      ? 'many'
      : undefined;
  if (!form || guessGender(word, few) === 'm') return undefined;
  const root = word.replace(/ة$|ات$/, '');
  return { one: `${root}ة`, many: `${root}ات`, gender: 'f', form, isListed: false };
}

/** Plurals of masculine nouns in ات: تطورات, مستندات, مطارات, تلفزيونات, مستويات. */
const MASCULINE_PLURAL = /^(?:ت....?|م.ت..|مست.[^ع].|م.ا?.ر|.+ون|م[سلنحق]ت.ي)ات$/;

/** Broken plurals of feminine nouns: كنائس, ضحايا, قوافل. */
const FEMININE_PLURAL = /^(?:..ائ.|..ايا|.وا..)$/;

/**
 * The gender of what a word counts, from its form alone. After 3 to 10 it is a plural, whose pattern
 * tells more often than not of which gender its singular is: أجهزة, مدافن, أعمدة are of masculine
 * nouns, كنائس, ضحايا, تهم of feminine ones. Elsewhere ة, ى and اء are feminine.
 */
export function guessGender(word: string, few: boolean): Gender {
  if (/ات$/.test(word)) return MASCULINE_PLURAL.test(word) || VERBAL.test(word) ? 'm' : 'f';
  if (few && !/ة$/.test(word)) return FEMININE_PLURAL.test(word) ? 'f' : 'm';
  if (few && /^(?:أ..?.|..ا|..|[^م].ا..|[^م]ي..)ة$/.test(word)) return 'm';
  // مقهى, مرمى and لقاء are masculine.
  return /ة$|^(?!م)..+ى$|^(?!إ|ا.[تطد]|ان|است)...+اء$/.test(word) ? 'f' : 'm';
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
