/**
 * Who is spoken to and who speaks, where nets that learned from news, which speaks of him and her, guess:
 * an imperative opens its sentence (اقرأ النص), a verb in ت behind a question word is "you" where no
 * woman, and nothing else that is feminine, follows as its subject (هل سمعت الخبر؟), and "I" behind أنا or
 * where its letters leave no one else (قلت is not قالت). Sources: Wright, A Grammar of the Arabic Language, I,
 * the imperative and the persons of the perfect; Ryding, A Reference Grammar of Modern Standard Arabic,
 * chapters 21 and 35. Knows nothing of the nets.
 */
import { byLetters, type LexiconReading } from './lexicon.js';
import { Mark, UNKNOWN } from './letters.js';
import { wordCheck } from './word-check.js';

export interface ClauseWord {
  readonly word: string;
  /** Where its letters begin. */
  readonly at: number;
  /** Whether its sentence begins with it. */
  readonly begins: boolean;
  /** Whether a stop or comma comes right after it. */
  readonly ends: boolean;
  /** Whether a stop ends its sentence, as none does a headline. */
  readonly isClosed: boolean;
  /** Whether that is a question mark. */
  readonly asks: boolean;
}

/** Imperatives that are no other word at the start of a sentence; those in ا that the lexicon has as well. */
const ONLY =
  'انْقُر امْلَأ الْمَس ادْخُل اخْرُج اعْمَل اهْدَأ انْزِل ازْرَع انْشُر احْجِز اخْلِط اسْكُب اطْرَح ادْفَع الْعَب احْسُب اخْتِم انْسَخ اسْتَعِن اسْتَرِح اعْتَنِ احْذَر';
/** Those that are written like a verb of the past: he shared, share. */
const OR_PAST =
  'أَرْسِل شَاهِد شَارِك تَابِع حَمِّل سَجِّل عَدِّل جَرِّب شَغِّل أَدْخِل حَدِّد غَيِّر صَحِّح أَغْلِق أَكْمِل رَتِّب قَارِن نَاقِش لَاحِظ كَرِّر حَاوِل سَاعِد رَاجِع أَنْشِئ أَضِف أَعِد أَجِب أَخْبِر عَبِّر نَظِّم فَكِّر رَكِّز صَوِّر عَلِّم قَدِّم ' +
  'اعْتَمِد اسْتَمِع اسْتَخْدِم اشْتَرِك انْتَظِر احْتَفِظ انْتَقِل اتَّصِل اتَّبِع ابْتَسِم اسْتَعِدّ اقْتَرِب ابْتَعِد اسْتَبْدِل اكْتَشِف تَذَكَّر تَأَكَّد تَحَقَّق تَخَيَّل تَعَلَّم تَجَنَّب تَحَدَّث تَوَقَّف تَنَاوَل تَصَفَّح';
/** Verbs whose letters before ت are none of hers: قُلْتُ is not قَالَتْ, رَأَيْتُ not رَأَتْ. */
const NEVER_SHE =
  'كُنْت قُلْت عِشْت زُرْت قُمْت بِعْت ذُقْت فُزْت نِلْت رَأَيْت مَشَيْت بَكَيْت جَرَيْت اشْتَرَيْت الْتَقَيْت انْتَهَيْت تَلَقَّيْت تَمَنَّيْت ' +
  'سَعَيْت أَرَدْت أَجَبْت أَضَفْت اخْتَرْت اسْتَطَعْت جِئْت وَدِدْت صَلَّيْت غَنَّيْت نَادَيْت عَانَيْت';

const ASKS = /^[وف]?(?:هل|لماذا|ماذا|متى|أين|كيف|كم)$/;
const I = /^[وف]?(?:أنا|إنني|إني|لأنني|لأني|لكنني|لكني|أنني|أني)$/;
const YOU = /^[وف]?(?:أنت|إنك|لأنك|لكنك|أنك)$/;
/** A subject of hers: ة, ات, اء, ى (not إلى and متى), and plurals of things (أَسْعَار, جُنُود, مَدَارِس). */
const FEMININE =
  /(?:ة|ات|اء|[^لت]ى|ته|تها)$|^ال(?:أ..ا.|..و.|[^مات].ا..|م.ا..|م.ا.ي.|شمس|أرض|حرب|نار|نفس|دول|سفن|مدن|كتب|بنت|أم|أخت|قدس|قوى|أنباء)$|^(?:هذه|تلك|التي|هي)$/;
/** What is no subject. */
const NO_SUBJECT =
  /^(?:في|من|إلى|على|عن|مع|أن|إن|قبل|بعد|عند|عندما|كل|هذا|ذلك|هنا|هناك|أمس|اليوم|به|له|لهم|لها|بها|فيه|فيها|منه|إليه|عليه|جدا|مرة|[^ ]{3,}ا)$|^[بل]..+/;

export interface Persons {
  readonly readings: Map<number, LexiconReading>;
  /** What is asked for: an object. */
  readonly accusatives: Set<number>;
}

let tables: { only: Table; orPast: Table; neverShe: Table } | undefined;
type Table = ReadonlyMap<string, LexiconReading>;

/** @param find the readings of a word in the lexicon */
export function readPersons(
  words: readonly ClauseWord[],
  find: (word: string) => readonly LexiconReading[],
): Persons {
  tables ??= { only: byLetters(ONLY), orPast: byLetters(OR_PAST), neverShe: byLetters(NEVER_SHE) };
  const { only, orPast, neverShe } = tables;
  const readings = new Map<number, LexiconReading>();
  const accusatives = new Set<number>();
  /** Whether somebody speaks of himself: then a verb in ت with no subject is his. */
  const speaks = words.some(({ word }) => I.test(word) || neverShe.has(word));

  words.forEach(({ word, at, begins, ends }, i) => {
    const next = ends ? undefined : words[i + 1];
    const sentence = () => {
      const stop = words.findIndex((other, n) => n > i && other.begins);
      return words.slice(i, stop < 0 ? undefined : stop);
    };
    const finish = (stem: LexiconReading, mark: number) =>
      readings.set(at, [...stem.slice(0, -1), mark]);

    const imperative = begins && next ? imperativeOf(word, next, sentence) : undefined;
    if (imperative) {
      const last = imperative.at(-1)!;
      const joins = /^ا/.test(next!.word);
      finish(imperative, last !== UNKNOWN ? last : joins ? Mark.Kasra : Mark.Sukun);
      if (isObject(next!.word)) tellObject(i + 1);
      return;
    }
    const never = neverShe.get(word) ?? behindJoint(word);
    // Not كانت and ليست: with me the long vowel goes.
    const she = !never && /.[^اي].ت$/.test(word) ? meOf(word) : undefined;
    if (!never && !she) return;
    const before = i && !words[i - 1]!.ends ? words[i - 1]!.word : '';
    const asks = ASKS.test(before) && words[i - 1]!.asks;
    const hasSubject = !!next && FEMININE.test(next.word);
    const isYou = YOU.test(before) || (asks && (never ?? !hasSubject));
    const isMe = I.test(before) || (!!never && !asks);
    // ذهبت إلى السوق, where no woman was named and none follows.
    const isAlone =
      (speaks || i < 2) &&
      (begins ||
        /^(?:[وف]?(?:لقد|قد|عندما|حين|بعدما)|أن|ثم)$/.test(before) ||
        /^و/.test(word) ||
        speaks) &&
      (!next || NO_SUBJECT.test(next.word) || (speaks && /^ال/.test(next.word) && !hasSubject)) &&
      !sentence().some(({ word }, n) => n > 0 && n < 8 && /^(?!ال).*ة$|^هي$/.test(word));
    // قَلَّتِ الفرص
    if (word.endsWith('قلت') && hasSubject) return;
    if (isYou) finish(never ?? she!, Mark.Fatha);
    else if (isMe || (isAlone && words.length < SHORT) || (isAlone && speaks))
      finish(never ?? she!, Mark.Damma);
    else return;
    if (next && /^ال/.test(next.word) && !TIMES.test(next.word)) tellObject(i + 1);
  });
  return { readings, accusatives };

  function tellObject(n: number) {
    const { word, at } = words[n]!;
    if (!/(?!ال).{3,}ك$/.test(word)) {
      if (!/[اىيوينه]$/.test(word)) accusatives.add(at);
      return;
    }
    // لُغَتَكَ
    const stem = word.slice(0, -1);
    const all = [stem, stem.replace(/ت$/, 'ة')].map(find).find((readings) => readings.length) ?? [];
    const own =
      all.length === 1 && all[0]!.at(-1) === UNKNOWN ? all[0]! : [...stem].map(() => UNKNOWN);
    readings.set(at, [...own.slice(0, -1), Mark.Fatha, Mark.Fatha]);
  }

  function imperativeOf(
    word: string,
    next: ClauseWord,
    sentence: () => readonly ClauseWord[],
  ): LexiconReading | undefined {
    const alone = only.get(word);
    if (alone) return alone;
    const listed = find(word);
    // اقرأ: the lexicon has the imperative, and no other.
    if (
      /^ا[^ل]..$/.test(word) &&
      listed.length === 1 &&
      listed[0]![1] === Mark.Sukun &&
      listed[0]![0] === Mark.None
    )
      return listed[0]!.at(-1) === UNKNOWN ? listed[0] : undefined;
    const past = orPast.get(word);
    if (past && /^(?:استمع|تأكد|تحقق)$/.test(word) && /^(?:إلى|من)$/.test(next.word)) return past;
    if (!past || !isObject(next.word)) return undefined;
    // Your own things, or no subject of his: أرسل الرسالة.
    const isYours = sentence().some(
      ({ word }, n) => n > 0 && /^(?!ذلك|هناك|تلك|أولئك|كذلك|بنك|شك|ملك|الملك).{3,}ك$/.test(word),
    );
    return isYours || /^ال.+[ةو]$/.test(next.word) ? past : undefined;
  }

  /** The first or second person of a verb that is hers too, where the lexicon knows the verb. */
  function meOf(word: string): LexiconReading | undefined {
    const he = find(word.slice(0, -1)).find(
      (marks) => marks.at(-1) === Mark.Fatha && marks[0] !== Mark.Damma,
    );
    const she = find(word).find((marks) => marks.at(-2) === Mark.Fatha && marks[0] !== Mark.Damma);
    const stem = he ?? she?.slice(0, -1);
    if (!stem) return undefined;
    // خَشِيتُ
    const isLong = word.at(-2) === 'ي' && stem.at(-2) === Mark.Kasra;
    const mine = [...stem.slice(0, -1), isLong ? Mark.None : Mark.Sukun, Mark.Damma];
    // أنبت is of أَنْبَتَ, and no أنب.
    const fits = wordCheck(word);
    return mine.every((_, at) => fits(mine, at)) ? mine : undefined;
  }

  function behindJoint(word: string): LexiconReading | undefined {
    const stem = /^[وف]/.test(word) ? neverShe.get(word.slice(1)) : undefined;
    return stem && [Mark.Fatha, ...stem];
  }
}

/** In a longer text "she" may have been named before. */
const SHORT = 12;
/** Not a subject and no object: انطلقت اليوم. */
export const TIMES =
  /^ال(?:يوم|ليلة|أحد|اثنين|إثنين|ثلاثاء|أربعاء|خميس|جمعة|سبت|آن|بارحة|عام|شهر|أسبوع)$/;
/** A noun that a verb may have for its object: with the article, or yours. */
const isObject = (word: string) =>
  /^ال../.test(word) || /^(?!ذلك|هناك|منك|لك|بك|عليك|إليك|عنك|معك).{3,}ك$/.test(word);
