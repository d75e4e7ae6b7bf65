/** Numbers with what they count: thousands and millions, units, money, percent, nouns. */
import type { SpokenPiece } from '../../../core/spoken.js';
import { counted, knownNoun, single, type Noun } from '../counted.js';
import { measureOf, MEASURES, type Measure } from '../measures.js';
import {
  alone,
  cardinal,
  definite,
  nominative,
  sizeOf,
  type Form,
  type Governed,
} from '../number-words.js';
import { decimalWords, NAMED_PARTS, withoutZeros } from './decimals.js';
import {
  bareWord,
  genderAfter,
  isAttached,
  isFew,
  nounAfter,
  nounEnds,
  wordAfter,
} from './following-noun.js';
import type { NumberContext } from './number-in-text.js';
import { SCALE, sticky, UNIT, WORD } from './patterns.js';
import { hasArticle, inWords, piece, type Said } from './pieces.js';
import type { WrittenNumber } from './read-number.js';
import { VERBS_TOO } from './word-lists.js';
import { phrase } from '../words.js';

/** The unit or money of a number: its sign before it, or what is written at `end`. */
function measureAt(
  { text, money }: NumberContext,
  end: number,
): [measure: Measure | undefined, end: number] {
  const found = money ? null : UNIT(text, end);
  return [measureOf(money ?? found?.[1] ?? ''), end + (found?.[0].length ?? 0)];
}

/** One of it without a number, or so many of them. */
const some = (n: number, noun: Noun, governed: () => Governed): [string, string] =>
  n === 1 ? ['', single(noun, governed)] : counted(n, noun, governed);

/** The number's words for the number, and the noun's for what is written after it. */
const withNoun = (
  context: NumberContext,
  end: number,
  nounEnd: number,
  [number, noun]: readonly [string, string],
): SpokenPiece[] =>
  number
    ? [...inWords(context, end, number), piece(end, nounEnd, ` ${noun}`)]
    : inWords(context, nounEnd, noun);

/** Behind money, £200m: as the press of Europe writes it. */
const SCALE_LETTER = sticky(/[ \xa0]?(k|mn?|bn?)(?![\p{L}\p{M}\p{N}])/iu);
const SCALE_LETTERS: Readonly<Record<string, string>> = {
  k: 'ألف',
  m: 'مليون',
  mn: 'مليون',
  b: 'مليار',
  bn: 'مليار',
};

/** 3 ملايين دولار, $2 مليون, 1.5 مليون. */
export function scale(context: NumberContext, number: WrittenNumber): Said {
  const { text, money } = context;
  const { value, part, end } = number;
  const letter = money ? SCALE_LETTER(text, end) : null;
  const found = letter ?? SCALE(text, end);
  if (!found || value === undefined) return undefined;
  const scaleEnd = end + found[0].length;
  const [measure, measureEnd] = measureAt(context, scaleEnd);
  const name = letter ? SCALE_LETTERS[found[1]!.toLowerCase()]! : found[1]!;
  const noun = knownNoun(name.replace(/^الف$/, 'ألف').replace(/ا$/, ''))!;
  const next = wordAfter(text, scaleEnd);
  const isJoined = measure ? !measure.bare : !!next && !isAttached(next) && !/^و/.test(next);
  const governed = context.governed(nounAfter(text, scaleEnd, 100) ?? noun);
  const words = scaled(value, part, noun, governed, isJoined);
  const pieces = withNoun(context, end, scaleEnd, words);
  if (!measure) return pieces;
  const unit = ` ${measure.bare ? measure.tail! : single(measure, nominative)}`;
  if (!money) return [...pieces, piece(scaleEnd, measureEnd, unit)];
  // The sign stood before the number: مليون is said for the dollars too.
  const last = pieces.pop()!;
  return [...pieces, { ...last, spoken: last.spoken + unit }];
}

/** 1.5 مليون: مليون ونصف المليون; 1.2 مليون: مليون ومئتا ألف. The number's words and the scale's. */
function scaled(
  n: number,
  part: string,
  noun: Noun,
  governed: () => Governed,
  isJoined: boolean,
): [string, string] {
  const rest = withoutZeros(part);
  const named = NAMED_PARTS[rest];
  const size = sizeOf(noun.one)!;
  if (rest && (!named || size === 1e3) && rest.length <= 3 && n < 1000) {
    const all = n * size + (size / 10 ** rest.length) * +rest;
    return ['', cardinal(all, { gender: 'm', governed, followed: isJoined })];
  }
  if (rest && !named) return [decimalWords(String(n), rest, alone(governed)), noun.one];
  if (named && n === 0) return ['', `${named} ${noun.one}`];
  const [number, thing] =
    n === 1 && (named || !isJoined)
      ? some(n, noun, governed)
      : counted(n, noun, governed, isJoined && !named);
  return [number, named ? `${thing} و${named} ال${noun.one}` : thing];
}

/** 5 كم, $19.99, 45%. */
export function measured(context: NumberContext, number: WrittenNumber): Said {
  const [measure, measureEnd] = measureAt(context, number.end);
  if (!measure || number.value === undefined) return undefined;
  const pieces = inMeasure(context, number, number.value, measure, measureEnd);
  // 25°15′: the parts of a degree are joined to it.
  const [first, ...rest] = pieces as [SpokenPiece, ...SpokenPiece[]];
  return /[°′]$/.test(context.before)
    ? [{ ...first, spoken: ` و${first.spoken}` }, ...rest]
    : pieces;
}

/** A number of units, or of money with its parts: سبعة دولارات وخمسون سنتا. */
function inMeasure(
  context: NumberContext,
  { whole, part, end }: WrittenNumber,
  value: number,
  measure: Measure,
  measureEnd: number,
): SpokenPiece[] {
  const governed = context.governed();
  const two = (words: readonly [string, string]) =>
    context.money
      ? inWords(context, measureEnd, phrase(...words))
      : withNoun(context, end, measureEnd, words);
  const { part: small, bare: isBare, adjective, tail, ...short } = measure;
  const rest = withoutZeros(part);
  const named = NAMED_PARTS[rest];
  const places = String(small?.size).length - 1;
  if (!isBare && !rest) return two(counted(value, measure, governed));
  if (small && rest.length <= places) {
    const parts = phrase(...some(+rest.padEnd(places, '0'), small, governed));
    const [number, noun] = some(value, measure, governed);
    return two(value ? [number, `${noun} و${parts}`] : ['', parts]);
  }
  if (isBare || !named) {
    const words = decimalWords(whole, part, alone(governed));
    return two([words, isBare ? tail! : single(measure, nominative)]);
  }
  if (!value) return two(['', `${named} ${single(measure, nominative)}`]);
  const [number, noun] = some(value, short, governed);
  const definite = adjective && `ال${adjective}${measure.gender === 'f' ? 'ة' : ''}`;
  return two([number, phrase(noun, `و${named}`, `ال${measure.one}`, definite, tail)]);
}

/** A number that counts nothing, or whose noun says nothing of it. */
const plain = (context: NumberContext, { whole, part }: WrittenNumber, noun?: Noun): string =>
  decimalWords(whole, part, alone(context.governed(noun)));

/** %45: the sign is written before the number. */
export const percentBefore = (context: NumberContext, number: WrittenNumber): Said =>
  context.before && /[٪%]\s?$/.test(context.before)
    ? `${plain(context, number)} في المئة`
    : undefined;

/** 007, and more digits than numbers have words for. */
export const digitByDigit = (context: NumberContext, number: WrittenNumber): Said =>
  number.value === undefined ? plain(context, number) : undefined;

/**
 * 3.5 درجة: ثلاث درجات ونصف الدرجة, where nothing more is said of the noun; 19.99 دولارا: its parts
 * are cents everywhere.
 */
export function decimal(context: NumberContext, number: WrittenNumber): Said {
  const { part, end, value } = number;
  if (!part || value === undefined) return undefined;
  const word = WORD(context.text, end);
  const noun = word && knownNoun(bareWord(word[1]!));
  if (!word || !noun?.isListed) return plain(context, number, noun ?? undefined);
  const wordEnd = end + word[0].length;
  const cents = part.length === 2 && /^(?:دولار|يورو)$/.test(noun.one) && MEASURES.get('$')!.part;
  const named = NAMED_PARTS[withoutZeros(part)];
  if (!(named ? nounEnds(context.text, wordEnd) : cents)) return plain(context, number, noun);
  const measure: Measure = { ...noun, money: false, ...(!named && cents && { part: cents }) };
  const governed = context.governed(noun);
  return inMeasure({ ...context, governed: () => governed }, number, value, measure, wordEnd);
}

/** 25 كتابا, الـ25, 25: a whole number and the noun that it counts, if there is one. */
export function count(context: NumberContext, number: WrittenNumber): Said {
  const { text } = context;
  const { end, value: n } = number;
  if (n === undefined) return undefined;
  const word = WORD(text, end);
  const noun = nounAfter(text, end, n);
  const governed = context.governed(noun);
  const followed = !!word && !isAttached(bareWord(word[1]!)) && !/^(?:أخرى|آخر)/.test(word[1]!);
  const form: Form = { gender: genderAfter(context, end, n), governed, followed };
  if (hasArticle(context)) return definite(n, form);
  if (!noun || !word || n === 0 || noun.form === 'accusative' || sizeOf(noun.one))
    return cardinal(n, form);

  const wordEnd = end + word[0].length;
  // A singular where grammar wants another form, as people write it; a verb may look like one.
  const isOne = noun.form === 'one' && noun.isListed && !VERBS_TOO.includes(noun.one);
  const rest = n % 100;
  if (n === 1 && isOne) return inWords(context, wordEnd, counted(1, noun, governed)[1]);
  // Two of them are one word.
  if (
    (n === 2 && noun.isListed && (isOne || noun.form === 'many')) ||
    (n > 100 && (rest === 1 || rest === 2) && isOne)
  )
    return inWords(context, wordEnd, phrase(...counted(n, noun, governed)));
  const wanted =
    isOne && isFew(n) && !/^ ال/.test(text.slice(wordEnd, wordEnd + 3))
      ? noun.many
      : isOne && rest > 10 && nounEnds(text, wordEnd)
        ? counted(11, noun, governed)[1]
        : noun.one;
  const words = cardinal(n, form);
  return wanted === noun.one || !isOne ? words : withNoun(context, end, wordEnd, [words, wanted]);
}
