/** Numbers that tell a rank, and numbers with the article. */
import { guessGender, knownNoun } from '../counted.js';
import { SUBJECT_VERBS } from '../governing-words.js';
import { governor } from '../governor.js';
import { alone, definite, genitive, ordinal, type Gender, type Governed } from '../number-words.js';
import { pattern } from '../words.js';
import { bareWord, nounAfter } from './following-noun.js';
import type { NumberInText } from './number-in-text.js';
import { hasArticle, type Said } from './pieces.js';
import { DAYTIMES, RANKED_AS_THEY_ARE, RANKED_FEMININE, RANKED_MASCULINE } from './word-lists.js';

const feminineStems = RANKED_FEMININE.map((noun) => noun.replace(/ة$/, ''));
const RANKED_NOUN = pattern`(?:^|[^\p{L}])[وفبك]?(?:ال|لل)(${RANKED_MASCULINE}(?:ين|ان)?|${feminineStems}(?:ة|تين|تان|ات)|${RANKED_AS_THEY_ARE})\s?[(]?$`;
/** Units, signs and decimals after a number make it no rank. */
const NOT_RANKED = /^(?:[.,٫]\d|\s?[٪%])/;
const DAYTIME_AFTER = pattern`^ ${DAYTIMES}`;

/** A clause that has its verb, so that a definite noun at its end is a subject; or that only begins. */
const BEFORE_SUBJECT = pattern`(?:^|[.!؟،:]|(?:^|\s)[وف]?(?:[تي]\p{L}+|\p{L}+ت|${SUBJECT_VERBS}))\s*$`;

/** Of a definite noun that the number follows: a subject at the start and after its verb. */
const headGovernor = (before: string): Governed =>
  governor(before, '', undefined) || (!BEFORE_SUBJECT.test(before) && 'genitive');

/** Whether a number may be a rank, or at least one that takes the article. */
export const mayRank = ({ text }: NumberInText, n: number, end: number): boolean =>
  n > 0 && !NOT_RANKED.test(text.slice(end, end + 8));

/** المادة 5, القرن 21, البندان 3 و4. */
export function rankOfNoun(number: NumberInText, n: number): Said {
  const { before, attached } = number;
  const isListed = /[وف]/.test(attached) || /(?:و|إلى|حتى|،)\s?$/.test(before);
  const head = isListed ? before.replace(/\d(?:[\d\s(),،]|و|إلى|حتى)*$/u, '') : before;
  const named = RANKED_NOUN.exec(head);
  if (!named || (/[بلك]/.test(attached) && !hasArticle(number))) return undefined;
  const [found, noun] = named as unknown as [string, string];
  const gender: Gender = /[ةى]$|ت(?:ين|ان)$|[^ي]ات$|^مواد/.test(noun) ? 'f' : 'm';
  const start = head.slice(0, named.index + (/^\p{L}/u.test(found) ? 0 : 1));
  const isGenitive = /(?:لل|[بك]ال)\p{L}+\s?[(]?$/u.test(found);
  return ordinal(n, gender, () => (isGenitive ? 'genitive' : headGovernor(start)));
}

const withoutArticle = (word: string): string => bareWord(word).replace(/^[وفبك]?(?:ال|لل)/, '');
const isDefinite = (word: string): boolean => /^[وفبك]?(?:ال|لل)../.test(word);

function isDefinitePlural(word: string): boolean {
  if (!isDefinite(word)) return false;
  const known = knownNoun(withoutArticle(word));
  return known ? known.form === 'many' : /(?:ات|ون|[^ن]ين|تين|ان)$/.test(word);
}

/** The last words before a number, the last one first. */
const lastWords = (before: string): string[] =>
  before
    .trim()
    .split(/[\s\xa0]+/)
    .reverse();

/** الدول الـ27, الدول الأعضاء الـ27, مجموعة الـ20: the things are so many. */
export function countOfDefinite({ before }: NumberInText, n: number): Said {
  const [last = '', second = ''] = lastWords(before);
  const plural = [second, last].find(isDefinitePlural);
  if (plural) {
    const noun = withoutArticle(plural);
    const gender = knownNoun(noun)?.gender ?? guessGender(noun, false);
    const governed = () => headGovernor(before.slice(0, before.lastIndexOf(plural)));
    return definite(n, alone(governed, gender));
  }
  // Seven and eight are states: مجموعة السبع.
  return /مجموعة$/.test(last)
    ? definite(n, alone(genitive, n === 7 || n === 8 ? 'f' : 'm'))
    : undefined;
}

/** ال25 من عمره, سن ال15, ال5 فجرا: a year of one's life, an hour. */
export function yearOfLifeOrHour({ before, text }: NumberInText, n: number, end: number): Said {
  const applies =
    /^ من عمر/.test(text.slice(end, end + 7)) ||
    (n < 100 && /(?:^|[\s\xa0])[بل]?(?:سن|عمر)\s*$/.test(before)) ||
    (n < 13 && DAYTIME_AFTER.test(text.slice(end, end + 6)));
  return applies ? ordinal(n, 'f', genitive) : undefined;
}

/** الذكرى الـ50, دورتها الـ30: a rank of what is definite. */
export function rankOfDefinite(number: NumberInText, n: number, end: number): Said {
  const { before, text } = number;
  const [last = ''] = lastWords(before);
  const isOwned = /(?:ه|ها|هم|نا)$/.test(last) && last.length > 3;
  if (!(isDefinite(last) || isOwned) || nounAfter(text, end, n)) return undefined;
  const gender: Gender = /(?:ة|ى|اء|ته|تها|تهم|راها)$/.test(last) ? 'f' : 'm';
  const governed = number.governed();
  const head = before.slice(0, before.length - last.length - 1);
  return ordinal(n, gender, () => governed() || headGovernor(head));
}
