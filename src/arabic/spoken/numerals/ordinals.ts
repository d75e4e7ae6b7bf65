/** Numbers that tell a rank, and numbers with the article. */
import { accusative, guessGender, knownNoun, listedNoun } from '../counted.js';
import { HEADS, PREPOSITIONS, SUBJECT_VERBS } from '../governing-words.js';
import { governor } from '../governor.js';
import {
  alone,
  cardinal,
  definite,
  genitive,
  ordinal,
  type Gender,
  type Governed,
} from '../number-words.js';
import { QUEEN, RULER } from '../rulers.js';
import { pattern } from '../words.js';
import { bareWord, isFew, nounAfter } from './following-noun.js';
import type { NumberInText } from './number-in-text.js';
import { SCALE, sticky, UNIT } from './patterns.js';
import { fromTo, hasArticle, type Said } from './pieces.js';
import type { Pair } from './ranges.js';
import {
  CUPS,
  DAYTIMES,
  LABELS,
  NEVER_OWNED_RANK,
  RANKED_AS_THEY_ARE,
  RANKED_FEMININE,
  RANKED_MASCULINE,
} from './word-lists.js';

const feminineStems = RANKED_FEMININE.map((noun) => noun.replace(/ة$/, ''));
const RANKED = pattern`${RANKED_MASCULINE}(?:ين|ان)?|${feminineStems}(?:ة|تين|تان|ات)|${RANKED_AS_THEY_ARE}`;
const ADJECTIVES = /(?:\sال\p{L}+(?:ي|ية)){0,2}/u;
const RANKED_NOUN = pattern`(?:^|[^\p{L}])[وفبك]?(?:ال|لل)(${RANKED})${ADJECTIVES}\s?[(]?$`;
/** المواد من 1 إلى 12 */
const FROM = /(?:ات|مواد|بنود|فصول|أبواب|قرون) من $/;
const PRONOUN = /(?:ه|ها|هم|هما|نا)/;
const ownedStems = [
  ...RANKED_MASCULINE.filter((noun) => !NEVER_OWNED_RANK.includes(noun)),
  ...RANKED_FEMININE.filter((noun) => !NEVER_OWNED_RANK.includes(noun)).map((noun) =>
    noun.replace(/ة$/, 'ت'),
  ),
  'ذكرا',
];
/** دورته 45, عيدها الوطني 60. */
const OWNED_NOUN = pattern`(?:^|[^\p{L}])[وفبلك]?(${ownedStems})${PRONOUN}${ADJECTIVES}\s$`;
const RANKED_WORD = pattern`^(?:${RANKED})$`;
const ANOTHER = sticky(/[)]?\s?(?:و|،|إلى|حتى|-)\s?[(]?\d/u);
/** Units, signs and decimals after a number make it no rank. */
const NOT_RANKED = /^(?:[.,٫]\d|\s?[٪%])/;
const DAYTIME_AFTER = pattern`^ ${DAYTIMES}`;

/** A clause that has its verb, so that a definite noun at its end is a subject; or that only begins. */
const BEFORE_SUBJECT = pattern`(?:^|[.!؟،:]|(?:^|\s)[وف]?(?:[تي]\p{L}+|\p{L}+ت|${SUBJECT_VERBS}))\s*$`;

/** Of a definite noun that the number follows: a subject at the start and after its verb. */
function headGovernor(before: string, isOwned = false): Governed {
  const governed = governor(before, '', undefined);
  if (governed || BEFORE_SUBJECT.test(before)) return governed;
  // Its own is what somebody does: خاض مباراته 50.
  if (isOwned) return 'genitive';
  // One word that is no noun: افتتح المؤتمر 21.
  const verb = /(?:^|[.!؟،:]\s?)[وف]?(\p{L}{3,})\s*$/u.exec(before)?.[1];
  const isVerb =
    verb && ![PREPOSITIONS, HEADS].some((list) => list.includes(verb)) && !knownNoun(verb);
  return !isVerb && 'genitive';
}

/** Whether a number may be a rank, or at least one that takes the article. */
export const mayRank = ({ text }: NumberInText, n: number, end: number): boolean =>
  n > 0 && !NOT_RANKED.test(text.slice(end, end + 8));

/** Whether what comes after it is so many of something: اليوم 5 أشخاص, المباراة 25 لاعبا. */
function isCounted({ text }: NumberInText, n: number, end: number): boolean {
  if (SCALE(text, end) || UNIT(text, end)) return true;
  const noun = nounAfter(text, end, n);
  if (!noun) return false;
  if (n % 100 < 3) return noun.isListed;
  // القرن 19 قرن الاستعمار: so many of them would have its tanwin.
  return isFew(n)
    ? noun.form === 'many'
    : noun.form === 'accusative' || (noun.form === 'one' && accusative(noun.one) === noun.one);
}

interface Rank {
  readonly gender: Gender;
  readonly governed: () => Governed;
}

/** The noun of a row before a number. */
function rankBefore(number: NumberInText, n: number, end: number): Rank | undefined {
  const { before, attached, text } = number;
  const isListed = /[وف]/.test(attached) || /(?:و|إلى|حتى|،)\s?$/.test(before);
  const list = isListed ? before.replace(/\d(?:[\d\s(),،]|و|إلى|حتى)*$/u, '') : before;
  const isFrom = FROM.test(list) && (isListed || /^ (?:إلى|حتى)/.test(text.slice(end, end + 5)));
  const head = isFrom ? list.slice(0, -3) : list;
  const row = RANKED_NOUN.exec(head);
  const named = row ?? OWNED_NOUN.exec(head);
  if (!named || (/[بلك]/.test(attached) && !hasArticle(number)) || isCounted(number, n, end))
    return undefined;
  const [found, noun] = named as unknown as [string, string];
  // المواد 3 و4, but not المواجهات 12.
  // صدر العدد 5 من المجلة, but بلغ العدد 5.
  if (noun === 'عدد' && !/^ من ال/.test(text.slice(end, end + 6))) return undefined;
  if (row && !isFrom && /[^ي]ات$/.test(noun) && !isListed && !ANOTHER(text, end)) return undefined;
  const gender: Gender =
    !RANKED_MASCULINE.includes(noun) && /[ةى]$|ت(?:ين|ان)?$|[^ي]ات$|^مواد|^ذكرا/.test(noun)
      ? 'f'
      : 'm';
  const start = head.slice(0, named.index + (/^\p{L}/u.test(found) ? 0 : 1));
  const isGenitive =
    isFrom ||
    (/^[^\p{L}]?(?:لل|[بكل])/u.test(found) &&
      !/^[^\p{L}]?(?:لقب|لواء|لقاء|ليل|باب|بند|بيت|برلمان|كونغرس|كلاسيكو|بطول|بعث)/u.test(found));
  return { gender, governed: () => (isGenitive ? 'genitive' : headGovernor(start, !row)) };
}

/** المادة 5, القرن 21, البندان 3 و4, المواد من 1 إلى 12. */
export function rankOfNoun(number: NumberInText, n: number, end: number): Said {
  const rank = rankBefore(number, n, end);
  return rank && ordinal(n, rank.gender, rank.governed);
}

/** الآيات 9-26 */
export function rangeOfRanks(
  number: NumberInText,
  { low, high, areWhole, first, second }: Pair,
): Said {
  if (!areWhole || low < 1 || low >= high || isCounted(number, high, second.end)) return undefined;
  const gender = rankBefore(number, low, first.end)?.gender;
  const rank = (n: number) => ordinal(n, gender!, genitive);
  return gender && fromTo(number, rank(low), rank(high));
}

const LABEL = pattern`(?:^|[^\p{L}])(?:[وف]?(?:([بك]?ال|لل)))${LABELS}${ADJECTIVES}\s[(]?$`;

/** القرار 242, which has the number for its name: a cardinal in the same case. */
export function numberOfLabel(number: NumberInText, n: number, end: number): Said {
  const { before, text } = number;
  const label = LABEL.exec(before);
  if (!label || nounAfter(text, end, n) || SCALE(text, end) || UNIT(text, end)) return undefined;
  const isGenitive = label[1] !== 'ال';
  const start = before.slice(0, before.lastIndexOf(label[1]!));
  return cardinal(
    n,
    alone(() => (isGenitive ? 'genitive' : headGovernor(start))),
  );
}

/** رمسيس الـ2, الملكة إليزابيث الـ2. */
export function rankOfRuler({ before }: NumberInText, n: number): Said {
  const ruler = n < 40 ? RULER.exec(before)?.[0] : undefined;
  return ruler && ordinal(n, QUEEN.test(ruler) ? 'f' : 'm', genitive);
}

const withoutArticle = (word: string): string => bareWord(word).replace(/^[وفبك]?(?:ال|لل)/, '');
const isDefinite = (word: string): boolean => /^[وفبك]?(?:ال|لل)../.test(word);

const isNoun = (word: string): boolean =>
  !!listedNoun(word.replace(/ت$/, 'ة')) || !!listedNoun(word) || RANKED_WORD.test(word);

const isPlural = (word: string): boolean => listedNoun(word, true)?.form === 'many';

/** The plural that a definite word is, bare: الدول, الناجين. */
function definitePlural(word: string): string | undefined {
  const plain = withoutArticle(word);
  // الدور الـ5 is a floor, though دور may be houses.
  const isMany = RANKED_WORD.test(plain) ? listedNoun(plain)?.form === 'many' : isPlural(plain);
  if (listedNoun(plain, true)) return isMany ? plain : undefined;
  return /(?:...ات|ون|[^ن]ين|تين|ان)$/.test(plain) ? plain : undefined;
}

/** The plural that a pronoun is written onto: أبنائه, لاعبيه, محافظاتها; أبناء, لاعبين, محافظات. */
function ownedPlural(word: string): string | undefined {
  const owned = /^(.{3,}?)(?:ه|ها|هم|هما|نا)$/.exec(bareWord(word))?.[1];
  if (!owned) return undefined;
  const listed = [owned, owned.replace(/^[وفبلك]/, '')]
    .flatMap((it) => [it.replace(/[ئؤ]$/, 'ء'), `${it}ن`])
    .find(isPlural);
  return listed ?? (/...ات$/.test(owned) ? owned : undefined);
}

/** The plural of a construct: دول المجلس, لاعبي الفريق. */
function headPlural(word: string): string | undefined {
  const plain = withoutArticle(word);
  return [plain, `${plain}ن`, plain.replace(/^[وفبلك]/, '')].find(
    // دور الانعقاد is one, though دور may be houses.
    (it) => listedNoun(it)?.form === 'many',
  );
}

/** The last words before a number, the last one first. */
const lastWords = (before: string): string[] =>
  before
    .trim()
    .split(/[\s\xa0]+/)
    .reverse();

/** الدول الـ27, الدول الأعضاء الـ27, أبنائه الـ4, دول المجلس الـ6, مجموعة الـ20: so many things. */
export function countOfDefinite({ before }: NumberInText, n: number): Said {
  const list = lastWords(before).slice(0, 3);
  const length = list.findIndex((word) => !isDefinite(word));
  const run = length < 0 ? list : list.slice(0, length);
  const head = list[run.length] ?? '';
  // الدول الأعضاء: the first of them is the noun.
  let noun = [...run].reverse().find((word) => definitePlural(word));
  let plural = noun && definitePlural(noun);
  if (!plural && !run.some((word) => RANKED_WORD.test(withoutArticle(word)))) {
    noun = head;
    plural = ownedPlural(head) ?? (run.length ? headPlural(head) : undefined);
  }
  if (noun && plural) {
    const gender = listedNoun(plural, true)?.gender ?? guessGender(plural, true);
    const start = before.slice(0, before.lastIndexOf(noun));
    const governed = () =>
      /ون$/.test(noun) ? false : /ين$/.test(noun) ? 'genitive' : headGovernor(start);
    return definite(n, alone(governed, gender));
  }
  // Seven and eight are states: مجموعة السبع.
  return /مجموعة$/.test(list[0] ?? '')
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

/** بلقبه, which no noun begins like. */
const isGoverned = (word: string): boolean => {
  const owned = /^[وف]?([بلك](.{2,}?))(?:ه|ها|هم|هما|نا)$/.exec(bareWord(word));
  return !!owned && isNoun(owned[2]!) && !isNoun(owned[1]!);
};

/** الذكرى الـ50, دورتها الـ30: a rank of what is definite. */
export function rankOfDefinite(number: NumberInText, n: number, end: number): Said {
  const { before, text } = number;
  const [last = '', second = ''] = lastWords(before);
  const isOwned = /(?:ه|ها|هم|نا)$/.test(last) && last.length > 3;
  if (!(isDefinite(last) || isOwned) || nounAfter(text, end, n)) return undefined;
  // كأس العالم الـ22, قمة المناخ الـ28: of a construct the first is meant.
  const first = RANKED_WORD.test(bareWord(second)) || CUPS.includes(second) ? second : last;
  const gender: Gender = /(?:ة|ى|اء|ته|تها|تهم|راها|^كأس)$/.test(first) ? 'f' : 'm';
  const governed = number.governed();
  const head = before.slice(0, before.length - last.length - 1);
  return ordinal(
    n,
    gender,
    () => governed() || (isGoverned(last) ? 'genitive' : headGovernor(head)),
  );
}
