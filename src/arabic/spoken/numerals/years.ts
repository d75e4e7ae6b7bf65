/** Which numbers are years: by عام or سنة before them, by their era after them, by a time or an event. */
import { MONTH } from '../dates.js';
import { cited, genitive, ordinal, type Gender } from '../number-words.js';
import { pattern, SENTENCE_BEGINS } from '../words.js';
import { nounAfter } from './following-noun.js';
import type { NumberInText } from './number-in-text.js';
import { SCALE, sticky, UNIT } from './patterns.js';
import { hasArticle, inWords, piece, type Said } from './pieces.js';
import { BEFORE_YEAR, CUPS, FEMININE_YEARS, MEASURED, OF_A_YEAR, YEARS } from './word-lists.js';

/** Its full stop ends the sentence as well, if nothing follows or what begins one. */
export const ERA = sticky(
  pattern`[ \xa0]?(هـ?|ق\. ?م|م)(?:\.(?!${SENTENCE_BEGINS})|(?![\p{L}\p{M}\p{N}ـ]))`,
);
const YEAR_NOUN = pattern`(?:^|[^\p{L}])[وفبلك]*(?:ال|لل)?(${[...YEARS, ...FEMININE_YEARS]})\s[(]?$`;
const MEASURED_BEFORE = pattern`(?:${MEASURED}|ال)\s?\p{L}*\s?$`;
const MONTH_BEFORE = pattern`(?:^|[^\p{L}])${MONTH}\s?/?\s?$`;
const TIME_BEFORE = pattern`(?:^|\s)[وف]?(?:${BEFORE_YEAR}|[بل]?${OF_A_YEAR}|${CUPS} \p{L}+)\s$`;

/** عام or سنة before a year or a list of them: عامي 2019 و2021; but not in 99 سنة و3 أشهر. */
function yearNoun(number: NumberInText): RegExpExecArray | null {
  const { attached } = number;
  const before = beforeEras(number);
  const isListed = /[وف]/.test(attached);
  const head = isListed ? /^(.*?)\d[\d\s،و]*$/s.exec(before)?.[1] : before;
  return YEAR_NOUN.exec(head ?? '');
}

/** What stands before a year that is told in two eras: سنة 505هـ/1111م. */
const beforeEras = ({ before }: NumberInText): string =>
  before.replace(/\d+\s?(?:هـ?|م)\s?[/=-]\s?$/u, '');

const genderOf = (noun: RegExpExecArray | null): Gender =>
  FEMININE_YEARS.includes(noun?.[1] ?? '') ? 'f' : 'm';

/** Centuries up to a number, of which the last may tell the era of all: القرنين 8 و9 هـ. */
const CENTURIES = /قر(ن|نين|نان|ون)\s((?:\d+\s?(?:هـ?|م)?\s?[و،]\s?)*)$/;
/** The ending of the adjective after several of them. */
const SEVERAL: Readonly<Record<string, string>> = { نين: 'ين', نان: 'ان', ون: 'ة' };

/** هـ, م and ق.م, after a year; `ending` is that of the adjective, before it the article's. */
export const eraWords = (era: string, article = '', ending = 'ة'): string =>
  era.startsWith('ق')
    ? ' قبل الميلاد'
    : ` ${article}${era.startsWith('ه') ? 'هجري' : 'ميلادي'}${ending}`;

/** 1441 هـ, القرن 5 م; but not ارتفاع 2000 م. */
export function yearOfEra(number: NumberInText, n: number, end: number): Said {
  const { text, before } = number;
  const era = ERA(text, end);
  if (!era) return undefined;
  const noun = yearNoun(number);
  const century = CENTURIES.exec(`${beforeEras(number)}${number.attached}`);
  const isYear = n > 999 && n < 2200 && !MEASURED_BEFORE.test(before);
  if (!noun && !century && era[1] === 'م' && !isYear) return undefined;
  const words = century ? ordinal(n, 'm', genitive) : cited(n, genderOf(noun));
  const [, form, others = ''] = century ?? [];
  // القرنين 8 هـ و9 هـ: each has its own.
  const ending = (/^[\d\s،و]+$/.test(others) && SEVERAL[form!]) || '';
  const said = century ? eraWords(era[1]!, 'ال', ending) : eraWords(era[1]!);
  return [...inWords(number, end, words), piece(end, end + era[0].length, said)];
}

/** عام 2020, سنوات 2019 و2020; but السنة 8 للهجرة is the eighth. */
export function yearAfterNoun(number: NumberInText, n: number, end: number): Said {
  const noun = n > 9999 ? null : yearNoun(number);
  if (!noun || hasArticle(number) || (n < 100 && /[ال]لسنة/.test(noun[0]))) return undefined;
  // سنوات 5 أشهر; وصل هذا العام 745 ألفا
  const mayCount = /^(?:سنوات|أعوام)/.test(noun[1]!) || (n < 1000 && /ال/.test(noun[0]));
  const counts = mayCount && (nounAfter(number.text, end, n) ?? SCALE(number.text, end));
  return counts ? undefined : cited(n, genderOf(noun));
}

/** يوليو 2020. */
export const yearAfterMonth = ({ before }: NumberInText, n: number): Said =>
  n > 999 && n < 10_000 && MONTH_BEFORE.test(before) ? cited(n) : undefined;

/** في 2020, صيف 2020; but not في 2000 مدينة. */
export function yearOfEvent({ text, before }: NumberInText, n: number, end: number): Said {
  if (n < 1900 || n > 2100 || !TIME_BEFORE.test(before)) return undefined;
  return nounAfter(text, end, n) || SCALE(text, end) || UNIT(text, end) ? undefined : cited(n);
}
