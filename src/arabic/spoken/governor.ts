/**
 * The case of a number, from what stands before it in its clause. Where that is not plain the number
 * is a subject, and so nominative: what a newsreader falls back on as well.
 */
import { listedNoun } from './counted.js';
import {
  ATTENDING_VERBS,
  COUNTABLE,
  EVENTS,
  HEADS,
  HEADS_OR_VERBS,
  INTRANSITIVE_VERBS,
  MEASURING_VERBS,
  PASSING_VERBS,
  PLACES,
  PREPOSITIONS,
  REFLEXIVE_VERBS,
  SISTERS,
  THERE_IS,
  TRANSITIVE_VERBS,
} from './governing-words.js';
import type { Governed } from './number-words.js';
import { pattern, words } from './words.js';

const ENDINGS = words('ت وا نا ون ى ي ا ه ها');
const MEASURING = pattern`^[وفل]?س?(?:[يتنأا]?${MEASURING_VERBS}|[يت]بعد)${ENDINGS}?$`;
const TRANSITIVE = pattern`^[وف]?س?[يتنأا]?${TRANSITIVE_VERBS}${ENDINGS}?$`;
const ATTENDING = pattern`^[وف]?س?[يت]?${ATTENDING_VERBS}(?:ت|وا)?$`;
const PASSED = pattern`^[وف]?[يت]?${PASSING_VERBS}[تىي]?$`;
const HAS_NUMBER = pattern`^${COUNTABLE}(?:ه|ها|هم)?$`;
/** What somebody does meanwhile has its own object: أغلق منخفضا 45 نقطة, عاد حاملا 12 ميدالية. */
const PARTICIPLE = pattern`^[وف]?(?:م(?:${MEASURING_VERBS}|${TRANSITIVE_VERBS})|.ا..)ا$`;
const HAS_ARTICLE = /^(?:[وفبك]?ال|لل)/;
/** كان and her sisters, in every form that news has. */
const KANA =
  /^[وفل]?س?(?:كان(?:ت|وا)?|كنا|[يت]كو?ن(?:وا)?|[أيت]صبح(?:ت|وا)?|صار(?:ت|وا)?|[يت]صير|بات(?:ت|وا)?|ظل(?:ت|وا)?|[يت]ظل|ليس(?:ت|وا)?|[يت]?زال(?:ت|وا)?|أضح[ىت]|أمس[ىت]ت?)$/;
const NAMES = pattern`^(?:${PLACES}|\p{L}+(?:يا|ستان))$`;
const REFLEXIVE = pattern`^[وف]?ت${REFLEXIVE_VERBS}`;
const INTRANSITIVE = pattern`^[وف]?(?:س?[يت]?${INTRANSITIVE_VERBS}(?:ت|وا|ى|ا)?|ت${REFLEXIVE_VERBS}ت?|ان(?!خفض)[^ت]..ت?)$`;

/** Verbs that show their subject inside them: يستقبل 20, اشترى 2. */
const ACTIVE = /^[وف]?(?:س?[يتن].{3,}|.+(?:ى|وا|نا))$/;

/** May be a passive, of which the number is the subject: نفذت 12 غارة. */
const PASSIVE = pattern`^[وف]?${TRANSITIVE_VERBS}ت?$`;

/** A verbal noun that no verb is written like: انتخاب, إطلاق, ترميم, وصول. */
const isAction = (word: string): boolean =>
  /^(?:ا(?:.[تطد]|ن.|ست.|ت).ا.|ا.[تط].اء|إ.{1,2}ا[ءء-ي]|ت..ي.|[^ايتنأ].و[^اتهوي])$/.test(word);

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
    .split(/[؟!،؛\n)]|[.:](?!\d)/)
    .at(-1)!;

  // A number joined to another shares its case: من 25 رجلا و12 امرأة.
  const joint = /[وف]/.test(attached) || /(?:(?:^|\s)(?:و|أو|أم)|[°′])$/.test(before);
  const number = joint && depth < 3 && /([وفبلك]*(?:ال)?)\d[\d.,°′ ]*\D*$/.exec(before);
  if (number) return governor(before.slice(0, number.index), number[1]!, counts, depth + 1);

  const list = before.split(/[\s\xa0()«»"“”\-–/]+/).filter(Boolean);
  const last = list.at(-1);
  if (!last) return false;
  const bare = last.replace(/^[وف](?=..)/, '');
  const second = (list.at(-2) ?? '').replace(/^[وف](?=..)/, '');
  if (PREPOSITIONS.includes(last) || PREPOSITIONS.includes(bare)) return 'genitive';
  // ومن الحضور 12 امرأة: they are among them, and what the sentence is about.
  if (list.length === 2 && /^و?من$/.test(list[0]!) && /^ال../.test(last)) return false;
  // إنهم 12: what they are about is written onto them.
  if (/^ل?[أإ]ن(?:ها?|هم|نا)$/.test(bare)) return false;
  if (SISTERS.includes(last) || SISTERS.includes(bare)) return 'accusative';
  if (THERE_IS.includes(bare)) return SISTERS.includes(second) && 'accusative';
  const attended = counts === 'people' && list.some((word) => ATTENDING.test(word));
  // نفق 120 رأسا died, أنفق spent.
  if (/^نفقت?$/.test(bare)) return false;
  if (counts === 'people' && ATTENDING.test(last)) return false;
  if (MEASURING.test(last) || isParticiple(last)) return 'accusative';
  if (REFLEXIVE.test(last)) return false;
  if (hasSubjectInside(last, second)) return 'accusative';
  const begins = list.length === 1 && HEADS_OR_VERBS.includes(last);
  if (!begins && isHead(last, bare, second)) return 'genitive';
  if (attended) return false;
  const predicate = ofPredicate(list);
  if (predicate !== undefined) return predicate;
  const measured = list.some((word) => MEASURING.test(word) || /^[وف]?كانت?$/.test(word));
  if (HAS_NUMBER.test(bare)) return measured && 'accusative';
  // إن المسافة بين المدينتين 197 كيلومترا
  const begun = list.reduce((at, word, index) => (SISTERS.includes(word) ? index + 1 : at), 0);
  const first = (list[begun] ?? '').replace(/^[وف](?=...)/, '');
  const nominal = HAS_NUMBER.test(first.replace(/^ال/, '')) && !measured;
  if (counts === 'time' && !nominal && !PASSED.test(last) && !PASSED.test(second))
    return 'accusative';
  if (TRANSITIVE.test(last)) {
    // The object comes after its subject: اعتقلت الشرطة 12 شخصا; but قتل في الهجوم 12 شخصا.
    const isAfterSubject =
      HAS_ARTICLE.test(second) && (list.length === 2 || SISTERS.includes(list.at(-3)!));
    return isAfterSubject && 'accusative';
  }
  for (let index = list.length - 1; index >= Math.max(0, list.length - 8); index--) {
    const word = list[index]!;
    // وفرت supplied, and not و and fled.
    if (INTRANSITIVE.test(word) && !/^وفرت?$/.test(word)) return false;
    if (MEASURING.test(word) || TRANSITIVE.test(word)) {
      return !PREPOSITIONS.includes(list[index + 1]!) && 'accusative';
    }
  }
  // شن الطيران 25 غارة: a verb that no list has, its subject with the article, its object.
  const isVerb =
    counts &&
    !nominal &&
    !/^(?:[بك]?ال|لل|هذ|تلك|ذلك)|[ةه]$|ات$/.test(first) &&
    (HEADS_OR_VERBS.includes(first) ||
      ![HEADS, PREPOSITIONS, SISTERS].some((list) => list.includes(first))) &&
    !listedNoun(first);
  return isVerb && list.length > 1 && isSubject(list.slice(1)) ? 'accusative' : false;
}

/** Whether words are a noun with the article, or a construct that ends in one: فرق الإنقاذ. */
function isSubject(words: readonly string[]): boolean {
  const head = words.findIndex((word) => /^ال../.test(word));
  return (
    head >= 0 &&
    words.slice(head).every((word) => /^ال../.test(word)) &&
    words.slice(0, head).every((word) => !!listedNoun(word) && !PREPOSITIONS.includes(word))
  );
}

/** من قتل 12 and منذ قتل 12: what was done, where it may be that as well as the doing of it. */
const isVerbNow = (word: string, before: string): boolean =>
  /^(?:من|ما)$/.test(before) && (TRANSITIVE.test(word) || MEASURING.test(word));

/** One of a verb that a list has: its form I without the alif of فاعل. */
const isParticiple = (word: string): boolean =>
  PARTICIPLE.test(word) &&
  (/^[وف]?م/.test(word) ||
    [MEASURING, TRANSITIVE].some((verb) => verb.test(word.replace(/^([وف]?.)ا(..)ا$/, '$1$2'))));

/** A verb whose subject is in its ending, or which wants an object as it is denied: لم تستثن. */
function hasSubjectInside(verb: string, before: string): boolean {
  if (INTRANSITIVE.test(verb) || KANA.test(verb)) return false;
  if (TRANSITIVE.test(verb) && ACTIVE.test(verb) && !PASSIVE.test(verb)) return true;
  return (
    /^\p{L}{3,}وا$|^[وف]?س?[يت]\p{L}{3,}ون$/u.test(verb) ||
    (/^(?:لم|لن|ألم|ولم)$/.test(before) && /^[يتن]/.test(verb))
  );
}

/**
 * A noun that the number completes: one that a list has, one in ة, a verbal noun by its pattern, and
 * any bare noun right after a preposition (على مدار 24 ساعة) or with one written onto it (لترميم 12
 * مدرسة).
 */
function isHead(last: string, bare: string, before: string): boolean {
  if (HAS_ARTICLE.test(last)) return false;
  if (EVENTS.includes(bare) && /^(?:في|إثر|جراء|عقب)$/.test(before)) return false;
  if (
    HEADS.includes(last) ||
    HEADS.includes(bare) ||
    (/ة$/.test(last) && !PASSED.test(last) && !NAMES.test(bare))
  )
    return true;
  if (isAction(last) || isAction(bare)) return true;
  // رؤساء 12 دولة
  if (listedNoun(bare)?.form === 'many' && !PASSED.test(last)) return true;
  const isOwned = /(?:ه|ها|هم|نا)$/.test(bare) && !listedNoun(bare);
  if (isOwned || NAMES.test(bare.replace(/^[بلك]/, ''))) return false;
  if (/^ب\p{L}{3,}$/u.test(bare) && !listedNoun(bare))
    return !/^ب(?:ال|[لق]غ|دأ|قي|اع|ن|حث)|ت$|وا$/.test(bare);
  if (/^ل\p{L}{3,}$/u.test(bare) && !listedNoun(bare)) {
    // A verb of purpose has its own subject: ليستقبل 12.
    return !/^ل[يأن]|^لت(?!..ي.$|..ي?ة$|.ا..$|...$)|وا$/.test(bare) || isAction(bare.slice(1));
  }
  // بإطلاق سراح 12 معتقلا
  if (isAction(before.replace(/^[بلك]/, '')) && !/ا$|^(?:أمس|اليوم|غدا)$/.test(last)) return true;
  return (
    PREPOSITIONS.includes(before) &&
    !/^(?:كل|أول|آخر|حتى)$/.test(before) &&
    !isVerbNow(last, before)
  );
}

/**
 * What is said of something after كان or one of her sisters is accusative, and what is there after إن
 * as well; undefined where neither governs.
 */
function ofPredicate(list: readonly string[]): Governed | undefined {
  for (let index = list.length - 1; index >= 0; index--) {
    const word = list[index]!;
    const after = list.slice(index + 1);
    const next = after[0]?.replace(/^[وف](?=..)/, '') ?? '';
    const isPlace =
      PREPOSITIONS.includes(next) || THERE_IS.includes(next) || /^(?:لل|[بل]ال)/.test(next);
    if (KANA.test(word)) {
      if (!next) return /وا$|نا$/.test(word) && 'accusative';
      return !isPlace && 'accusative';
    }
    if (SISTERS.includes(word)) return isPlace ? 'accusative' : undefined;
    if (
      !HAS_ARTICLE.test(word) &&
      (MEASURING.test(word) || TRANSITIVE.test(word) || INTRANSITIVE.test(word))
    )
      return undefined;
  }
  return undefined;
}
