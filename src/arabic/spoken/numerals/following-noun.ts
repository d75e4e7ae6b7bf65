/** The noun that a number counts, and its gender: from what is written right after the number. */
import { guessGender, knownNoun, listedNoun, type KnownNoun } from '../counted.js';
import { PREPOSITIONS } from '../governing-words.js';
import { measureOf } from '../measures.js';
import type { Gender } from '../number-words.js';
import { pattern } from '../words.js';
import type { NumberContext } from './number-in-text.js';
import { sticky, UNIT, WORD } from './patterns.js';
import { AFTER_COUNTED, COUNTING_FEMININE, NOT_COUNTED } from './word-lists.js';

/** Another number that counts the same: بين 18 و25 درجة, من 2 إلى 4 أقدام. */
const AND_ANOTHER = sticky(/[ \xa0](?:و|أو |إلى |الى |حتى )\d[\d.,٫]*(?=[ \xa0]\p{L})/u);
const COUNTS_FEMININE = pattern`${COUNTING_FEMININE} $`;
const NOUN_ENDS = pattern`^(?:\s*(?:[.،؛:!؟)\]»"]|$)|\s+(?:${AFTER_COUNTED}|[وب]\p{L}+|ل[يتل]\p{L}+))`;

/** A word without diacritics and tatweel. */
export const bareWord = (word: string): string => word.replace(/[\p{M}ـ]/gu, '');

/** The word right after a number, bare; or nothing. */
export const wordAfter = (text: string, end: number): string => {
  const word = WORD(text, end);
  return word ? bareWord(word[1]!) : '';
};

/** Whether nothing more is said of a noun that ends there. */
export const nounEnds = (text: string, end: number): boolean =>
  NOUN_ENDS.test(text.slice(end, end + 20));

/**
 * Not counted, as the article, a preposition or و is written onto it (رقم 91 لسنة, 3 بتهمة), or as it
 * says how or why (قتل 3 نتيجة القصف, 7 مقارنة بـ5). A word in the lexicon may begin like that: بندقية.
 */
export const isAttached = (word: string): boolean =>
  NOT_COUNTED.includes(word) ||
  PREPOSITIONS.includes(word) ||
  (!listedNoun(word) &&
    (/^(?:[وفبلك]?ال|لل)/.test(word) ||
      /^[لب]..+(?<!ات)$/.test(word) ||
      (/^[لبكوف]../.test(word) && !!listedNoun(word.slice(1)))));

/** The last two digits of a number are 3 to 10, after which a plural stands. */
export const isFew = (n: number): boolean => n % 100 >= 3 && n % 100 <= 10;

/** The noun right after the number `n`, if that may count it. */
export function nounAfter(text: string, end: number, n: number): KnownNoun | undefined {
  const word = wordAfter(text, end);
  return !word || isAttached(word) ? undefined : knownNoun(word, isFew(n));
}

/** 12 من أصل 30 طالبة, 3 من كل 5 نساء: a part of what is counted there. */
const OF_COUNTED = sticky(
  / من (?:أصل|بين|كل|مجموع|إجمالي) ([\d.,]+)(?: (?:ألف|مليون))?(?= [\p{L}\p{M}]+)/u,
);
/** What was counted last before it: 20 مدينة وأقام في 12 منها, 61 نقطة بفارق 5. */
const COUNTED_BEFORE =
  /(?<!\d[.,]?)(\d[\d.,]*)(?: (?:ألف|ألفا|آلاف|مليون))? ([\p{L}\p{M}]+)(?!.*\d [\p{L}])/su;
const OF_COUNTED_BEFORE = /^[ \xa0](?:منها|فيها)(?![\p{L}\p{M}])/u;
const AFTER_COUNT = /(?:بفارق|من أصل \d[\d.,]* [\p{L}\p{M}]+(?: [\p{L}\p{M}]+)?)[ \xa0]$/u;

/** The gender of what stands before: of what was counted last there, or else of its last plural. */
function genderBefore(before: string): Gender | undefined {
  const counted = COUNTED_BEFORE.exec(before);
  const known = counted && knownNoun(bareWord(counted[2]!), isFew(Number.parseFloat(counted[1]!)));
  if (known) return known.gender;
  const plural = before
    .split(/[^\p{L}\p{M}]+/u)
    .map((word) => bareWord(word).replace(/^(?:[وفبك]?ال|لل)/, ''))
    .reverse()
    .find((word) => listedNoun(word, true)?.form === 'many' || /...ات$/.test(word));
  return plural ? (listedNoun(plural, true)?.gender ?? guessGender(plural, true)) : undefined;
}

/** The gender of what is counted by the number `n` that ends at `end`. */
export function genderAfter({ text, before }: NumberContext, end: number, n: number): Gender {
  end += AND_ANOTHER(text, end)?.[0].length ?? 0;
  const unit = UNIT(text, end);
  if (unit) return measureOf(unit[1]!)!.gender;
  const word = wordAfter(text, end);
  if (word === 'منهن') return 'f';
  if (
    OF_COUNTED_BEFORE.test(text.slice(end, end + 8)) ||
    ((!word || isAttached(word)) && AFTER_COUNT.test(before))
  ) {
    const gender = genderBefore(before);
    if (gender) return gender;
  }
  if (word === 'من') {
    const all = OF_COUNTED(text, end);
    if (all)
      return genderAfter(
        { text, before } as NumberContext,
        end + all[0].length,
        Number.parseFloat(all[1]!),
      );
    const of = bareWord(/^ من ال([\p{L}\p{M}]+)/u.exec(text.slice(end, end + 40))?.[1] ?? '');
    // ثلاث من الدول, but the seventh of a poem is no part of it.
    const noun = of ? listedNoun(of, true) : undefined;
    const isPlural = noun ? noun.form === 'many' : /...ات$/.test(of);
    // نسخة 2023 من البطولة
    const isEdition = n > 1900 && n < 2100 && /(?:^| )[وفبلك]?(?!ال)\p{L}+ة $/u.test(before);
    return isPlural ? (noun?.gender ?? guessGender(of, true)) : isEdition ? 'f' : 'm';
  }
  if (!word || isAttached(word)) return before && COUNTS_FEMININE.test(before) ? 'f' : 'm';
  if (/^(?:أخرى|أخريات)$/.test(word)) return 'f';
  const known = knownNoun(word, isFew(n));
  if (known) return known.gender;
  if (COUNTS_FEMININE.test(before)) return 'f';
  const next = WORD(text, end + word.length + 1)?.[1] ?? '';
  // 25 نفسا بشرية: the adjective knows.
  if (n % 100 > 10 && /ا$/.test(word) && /ة$/.test(next)) return 'f';
  return guessGender(word, isFew(n));
}
