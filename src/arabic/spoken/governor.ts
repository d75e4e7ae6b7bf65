/**
 * The case of a number, from what stands before it in its clause. Where that is not plain the number
 * is a subject, and so nominative: what a newsreader falls back on as well.
 */
import { listedNoun } from './counted.js';
import {
  ATTENDING_VERBS,
  COUNTABLE,
  HEADS,
  HEADS_OR_VERBS,
  INTRANSITIVE_VERBS,
  MEASURING_VERBS,
  PASSING_VERBS,
  PREPOSITIONS,
  REFLEXIVE_VERBS,
  SISTERS,
  THERE_IS,
  TRANSITIVE_VERBS,
} from './governing-words.js';
import type { Governed } from './number-words.js';
import { pattern, words } from './words.js';

const ENDINGS = words('ت وا نا ون ى ي ا ه ها');
const MEASURING = pattern`^[وفل]?س?[يتنأا]?${MEASURING_VERBS}${ENDINGS}?$`;
const TRANSITIVE = pattern`^[وف]?س?[يتنأا]?${TRANSITIVE_VERBS}${ENDINGS}?$`;
const ATTENDING = pattern`^[وف]?س?[يت]?${ATTENDING_VERBS}(?:ت|وا)?$`;
const PASSED = pattern`^[وف]?[يت]?${PASSING_VERBS}[تىي]?$`;
const HAS_NUMBER = pattern`^${COUNTABLE}(?:ه|ها|هم)?$`;
const REFLEXIVE = pattern`^[وف]?ت${REFLEXIVE_VERBS}`;
const INTRANSITIVE = pattern`^[وف]?(?:س?[يت]?${INTRANSITIVE_VERBS}(?:ت|وا|ى|ا)?|ت${REFLEXIVE_VERBS}ت?)$`;

/** Verbs that show their subject inside them: يستقبل 20, اشترى 2. */
const ACTIVE = /^[وف]?(?:س?[يتن].{3,}|.+(?:ى|وا))$/;

/** What kind of thing is counted. */
export type Counts = 'people' | 'time' | 'things';

/** How far back a number looks for its governor, in UTF-16 units. */
export const REACH = 90;

/**
 * How a number is governed.
 *
 * @param clause the text before the number and before what is attached to it, at most {@link REACH}.
 * @param attached what is written onto the number: و, ب, ل, ال …
 * @param counts what is counted, if anything: a time is an adverb unless something governs it.
 */
export function governor(
  clause: string,
  attached: string,
  counts: Counts | undefined,
  depth = 0,
): Governed {
  if (/[بلك]/.test(attached.replace(/^[وف]*(?:ال)?/, ''))) return 'genitive';
  if (/[~≈<>]\s*$/.test(clause)) return 'genitive';
  // Only this clause; a bracket or quotation mark that opens right before the number is none.
  const before = clause
    .replace(/[\p{M}ـ]/gu, '')
    .replace(/[\s([{«"“]+$/u, '')
    .split(/[.؟!،؛:\n)]/)
    .at(-1)!;

  // A number joined to another shares its case: من 25 رجلا و12 امرأة.
  const joint = /[وف]/.test(attached) || /(?:^|\s)(?:و|أو|أم)$/.test(before);
  const number = joint && depth < 3 && /([وفبلك]*(?:ال)?)\d[\d.,]*\D*$/.exec(before);
  if (number) return governor(before.slice(0, number.index), number[1]!, counts, depth + 1);

  const list = before.split(/[\s\xa0()«»"“”\-–/]+/).filter(Boolean);
  const last = list.at(-1);
  if (!last) return false;
  const bare = last.replace(/^[وف](?=..)/, '');
  const second = (list.at(-2) ?? '').replace(/^[وف](?=..)/, '');
  if (PREPOSITIONS.includes(last) || PREPOSITIONS.includes(bare)) return 'genitive';
  if (SISTERS.includes(last) || SISTERS.includes(bare)) return 'accusative';
  if (THERE_IS.includes(bare)) return SISTERS.includes(second) && 'accusative';
  const attended = counts === 'people' && list.some((word) => ATTENDING.test(word));
  if (MEASURING.test(last)) return 'accusative';
  if (attended || REFLEXIVE.test(last)) return false;
  if (TRANSITIVE.test(last) && ACTIVE.test(last)) return 'accusative';
  const article = /^(?:[وفبك]?ال|لل)/.test(last);
  const begins = list.length === 1 && HEADS_OR_VERBS.includes(bare);
  if (!article && !begins && (HEADS.includes(bare) || (/ة$/.test(last) && !PASSED.test(last))))
    return 'genitive';
  if (!article && /^[وف]?[بل]/.test(last) && HEADS.includes(bare.slice(1))) return 'genitive';
  // برصيد, بفارق, بواقع: what ب is written onto is completed by the number.
  if (/^ب(?!ال|[لق]غ|دأ|قي|اع|ن|حث)\p{L}{3,}(?<!ت|وا)$/u.test(bare) && !listedNoun(bare))
    return 'genitive';
  const measured = list.some((word) => MEASURING.test(word) || /^[وف]?كانت?$/.test(word));
  if (HAS_NUMBER.test(bare)) return measured && 'accusative';
  const first = list[0]!.replace(/^[وف](?=...)/, '');
  const nominal = HAS_NUMBER.test(first) && !measured;
  if (counts === 'time' && !nominal && !PASSED.test(last) && !PASSED.test(second))
    return 'accusative';
  // The object comes after its subject: اعتقلت الشرطة 12 شخصا; but قتل في الهجوم 12 شخصا.
  if (TRANSITIVE.test(last)) return false;
  for (let index = list.length - 1; index >= Math.max(0, list.length - 8); index--) {
    const word = list[index]!;
    if (INTRANSITIVE.test(word)) return false;
    if (MEASURING.test(word) || TRANSITIVE.test(word)) {
      return !PREPOSITIONS.includes(list[index + 1]!) && 'accusative';
    }
  }
  // شن الطيران 25 غارة: a verb that no list has, its subject with the article, its object.
  const isVerb =
    counts &&
    !nominal &&
    !/^(?:[بك]?ال|لل|هذ|تلك|ذلك)|[ةه]$|ات$/.test(first) &&
    ![HEADS, PREPOSITIONS, SISTERS].some((list) => list.includes(first)) &&
    !listedNoun(first);
  return isVerb && list.length > 1 && list.slice(1).every((word) => /^ال../.test(word))
    ? 'accusative'
    : false;
}
