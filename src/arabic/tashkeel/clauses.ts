/**
 * What the order of a clause's words tells of its verb and subject, where nets that learned from
 * classical books guess: a transitive verb with no object is passive (Wright, A Grammar of the Arabic
 * Language, II, the passive), a noun right behind the verb that opens a sentence is its subject (II, the
 * verbal sentence), and مَن is "who" before a verb (Ryding, A Reference Grammar of Modern Standard Arabic,
 * chapter 14). Only what few sentences contradict; `docs/arabic.md` has how few. Knows nothing of the nets.
 * Long because it is a list of rules, which read the same clause one after another.
 */
import { words } from '../spoken/words.js';
import { byLetters, lettersOf, type LexiconReading } from './lexicon.js';
import { Mark, UNKNOWN } from './letters.js';
import { readPersons, TIMES, type ClauseWord } from './persons.js';

/** What a clause tells of its words, by where they begin. */
export interface Clauses {
  /** The one reading of a word. */
  readonly readings: ReadonlyMap<number, LexiconReading>;
  /** Nouns that their verb makes nominative, and words that open a sentence and may be such. */
  readonly nominatives: ReadonlySet<number>;
  /** Nouns that their verb makes accusative. */
  readonly accusatives: ReadonlySet<number>;
  /** Words that open a sentence and are rather a verb than a noun; headlines prefer the noun. */
  readonly verbs: ReadonlySet<number>;
  /** The subject of a word, with its adjectives, if that is a verb. */
  readonly subjects: ReadonlyMap<number, readonly number[]>;
}

/** Verbs that always have an object: where none is said, they are passive. */
const TRANSITIVE =
  'قُتِلَ وُلِدَ عُرِفَ عُقِدَ نُقِلَ دُفِنَ فُتِحَ طُرِدَ رُفِعَ نُشِرَ طُبِعَ كُتِبَ خُطِفَ سُجِنَ ضُبِطَ حُظِرَ سُحِبَ فُرِضَ بُنِيَ هُدِمَ حُذِفَ سُرِقَ صُلِبَ حُجِزَ مُنِحَ عُزِلَ هُزِمَ رُصِدَ ' +
  'سُجِّلَ شُيِّعَ عُلِّقَ أُجِّلَ عُيِّنَ كُلِّفَ وُزِّعَ نُفِّذَ دُمِّرَ خُصِّصَ رُحِّلَ كُرِّمَ أُسِّسَ شُكِّلَ نُظِّمَ مُدِّدَ خُفِّضَ ' +
  'أُطْلِقَ أُغْلِقَ أُحْرِقَ أُعْدِمَ أُرْسِلَ أُنْقِذَ أُنْشِئَ ' +
  'أُلْغِيَ أُجْرِيَ اعْتُقِلَ افْتُتِحَ انْتُخِبَ احْتُجِزَ انْتُشِلَ اخْتُطِفَ اسْتُؤْنِفَ اسْتُبْعِدَ اسْتُهْدِفَ صُودِرَ عُولِجَ';
/** Those that are passive before a preposition that opens their clause: عُثِرَ عَلَى. */
const IMPERSONAL = 'عُثِرَ حُكِمَ قُبِضَ أُعْلِنَ كُشِفَ أُفْرِجَ أُلْقِيَ';

/** Those of which nobody says who does it, before what is said, allowed or looked for. */
const UNSAID =
  'يُذْكَر يُتَوَقَّع يُنْتَظَر يُرْتَقَب يُرَجَّح يُفْتَرَض يُعْتَقَد يُخْشَى يُقَال يُقَدَّر يُزْعَم يُشَار يُسْمَح يُنْصَح يُفَضَّل يُقْصَد يُعَوَّل يُحْتَمَل يُسْتَحْسَن يُؤْمَل يُلَاحَظ';

interface Passives {
  /** قُتِلَ, by its letters. */
  readonly past: ReadonlyMap<string, LexiconReading>;
  /** يُقْتَل, by its letters behind the ي. */
  readonly present: ReadonlyMap<string, LexiconReading>;
}
function passives(verbs: string): Passives {
  const past = new Map<string, LexiconReading>();
  const present = new Map<string, LexiconReading>();
  for (const { word, marks } of verbs.split(' ').map(lettersOf)) {
    past.set(word, marks);
    const form =
      word[0] === 'أ' && word.length > 3 ? 'أ' : word[0] === 'ا' && word.length > 4 ? 'ا' : '';
    // اسْتُؤْنِفَ, but يُسْتَأْنَف.
    const stem = word.slice(form.length).replace('ؤ', 'أ');
    if (/[وي]/.test(stem.slice(-2)) || /^و/.test(stem)) continue;
    const own = [...marks.slice(form.length)].map((mark, i, all) => {
      if (i === all.length - 1) return UNKNOWN;
      if (i === all.length - 2) return mark >= Mark.Shadda ? Mark.ShaddaFatha : Mark.Fatha;
      // Behind the damma of the first letter: يُقْتَل, يُسَجَّل, يُعْتَقَل.
      if (i === 0)
        return all.length === 3 && all[1]! < Mark.Shadda
          ? Mark.Sukun
          : form === 'ا'
            ? Mark.Sukun
            : Mark.Fatha;
      return mark === Mark.Damma ? Mark.Fatha : mark;
    });
    if (!present.has(stem)) present.set(stem, own);
  }
  return { past, present };
}

let tables:
  | {
      transitive: Passives;
      impersonal: Passives;
      unsaid: ReadonlyMap<string, LexiconReading>;
      signed: ReadonlyMap<string, LexiconReading>;
    }
  | undefined;

/** The active of a passive of the past that is written alike: قُتِلَ, قَتَلَ. */
const activeOf = (passive: LexiconReading): LexiconReading =>
  passive.map((mark) =>
    mark === Mark.Damma || mark === Mark.Kasra
      ? Mark.Fatha
      : mark === Mark.ShaddaKasra
        ? Mark.ShaddaFatha
        : mark,
  );

/** The passive of a verb, with what is written onto it. */
function passiveOf(word: string, { past, present }: Passives): LexiconReading | undefined {
  for (const joint of ['', 'و', 'ف']) {
    if (!word.startsWith(joint)) continue;
    const own = word.slice(joint.length);
    const before = joint ? [Mark.Fatha] : [];
    const he = past.get(own);
    if (he) return [...before, ...he];
    const she = own.endsWith('ت') ? past.get(own.slice(0, -1)) : undefined;
    if (she) return [...before, ...she, UNKNOWN];
    const [, will, person, stem] = /^(س?)([يت])(..+)$/.exec(own) ?? [];
    const now = person && present.get(stem!);
    if (now) return [...before, ...(will ? [Mark.Fatha] : []), Mark.Damma, ...now];
  }
  return undefined;
}

const ADVERBS = new Set(
  words(`
أمس اليوم غدا مساء صباح صباحا فجر يوم ليلة ليل ظهر عصر عام سنة الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة
السبت حاليا رسميا بحضور بمشاركة برعاية برئاسة بسبب بقرار برصاص بنيران بتهمة لمدة إثر بموجب
`),
);
const BEFORE_NOUNS = new Set(
  words(`
في من إلى على عن مع خلال بعد قبل منذ حتى بين قرب أثناء لدى ضد داخل خارج أمام عند خلف وسط حول دون فوق
تحت وفق عبر حسب رغم ضمن بدل مثل نحو عقب
`),
);
/** Who does what such verbs say. */
const AGENTS = new Set(
  words(`
الحكومة الشرطة الجيش القوات قوات الوزارة وزارة الصحيفة صحيفة الوكالة وكالة القناة قناة المحكمة محكمة الرئيس
رئيس الوزير وزير الملك الأمير أمير المجلس مجلس اللجنة لجنة الشركة شركة السلطات سلطات الهيئة هيئة الجمعية
جمعية المنظمة منظمة الاحتلال البرلمان المدرب الحكم اللاعب المنتخب الفريق النادي المهاجم البنك الكاتب الباحث
الولايات
`),
);
/** Who does what has an object; of these some may also be who it is done to. */
const ACTORS = new Set(
  words(`
الوزير الرئيس الملك الأمير الشيخ السفير القائد المدير الأمين النائب المحافظ العمدة الكاتب الباحث العالم الشاعر
الصحفي المؤلف المخرج الممثل الفنان المصور الطبيب المهندس المعلم المدرس الأستاذ الطالب التلميذ المدرب اللاعب الحارس
الحكم المهاجم القاضي المحامي الضابط الجندي الشرطي السائق العامل التاجر البائع الفلاح النجار الطفل الولد الرجل الأب
الأخ الابن الجد المواطن الضيف الوفد الفريق المنتخب النادي المجلس البرلمان الجيش الحزب البنك المصرف الاتحاد الطرفان
الجانبان الوزيران الرئيسان الفريقان البلدان الوزراء النواب الأعضاء الطلاب العلماء الباحثون الجنود العمال اللاعبون
الأطباء الخبراء الناس الأهالي السكان المواطنون المتظاهرون المسلحون الناخبون الحكومة الشرطة الوزارة الصحيفة الوكالة
القناة المحكمة اللجنة الشركة السلطات الهيئة الجمعية المنظمة الجامعة الوزيرة الرئيسة الملكة الأميرة الكاتبة المديرة
الطالبة المعلمة الطبيبة الممثلة الفنانة المرأة الأم البنت القوات البلدية المدرسة
`),
);
/** Beyond doubt no adjective: the place مَعْرِض, the masdars قَرَار, اتِّفَاق, تَقْرِير, and short nouns. */
const OBJECT =
  /^ال(?:(?!عام$|خاص$|هام$|حر$|أول|آخر)(?!.ا..ة?$)(?!م[تنس])(?!..ي.ة?$)(?!أ...$)(?!م..و.ة?$)[^م][^ي]?.{1,4}[^يىاة]|م[^ت][^وي].|(?:مشروع|مرسوم|مؤتمر|مهرجان|منتدى|مفتاح|مقترح|مبادرة|مباراة|مدرسة|ميزانية))$/;
/** Without the article: a masdar, a plural, or what ends in ة, which names of people rarely do. */
const OBJECT_SHAPE =
  /^(?:ت..ي.|إ..ا.|ا[^ل].{1,2}ا.|است..ا.|ان..ا.|..+ات|...+ة|مقتل|مشروع|مؤتمر|عدد|خطة)$/;
const NAMES =
  /^(?:حمزة|أسامة|طلحة|فاطمة|عائشة|خديجة|أمينة|سلامة|عطية|خليفة|جمعة|عبيدة|قتيبة|معاوية|فرحات|بركات|عرفات|نورة|سارة|ميسرة|عكاشة|قتادة)$/;
const NUMBER =
  /^(?:و?(?:ثلاثة?|أربعة?|خمسة?|ستة?|سبعة?|ثماني|ثمانية|تسعة?|عشرة?|اثن(?:ا|تا|ان|تان)|إحدى|أحد|واحدة?|مئ(?:ة|تا|تان)|.{3,6}مئة|ألف|ألفا|آلاف|مليون|عشرون|ثلاثون|أربعون|خمسون|ستون|سبعون|ثمانون|تسعون))$/;
/** What may be the object further on: a tanwin's alif, a number, what is hers or theirs. */
const isObject = (word: string) =>
  /^(?:ثلاثة?|أربعة?|خمسة?|ستة?|سبعة?|ثمانية?|تسعة?|عشرة?)$/.test(word) ||
  (!ADVERBS.has(word) && /^(?!ال|[بلك]).*(?:..[^ىؤئ]ا|..ت(?:ه|هم|هما|ها))$/.test(word));
const isDefinite = (word = '') => /^ال../.test(word);

/** Whether nothing in the clause of a verb can be its object. */
function isObjectless(
  clause: readonly ClauseWord[],
  verb: number,
  hasClitic: (word: string) => boolean,
): boolean {
  const word = (at: number) => (clause[at - 1]!.ends ? undefined : clause[at]?.word);
  let at = verb + 1;
  const subject = word(at);
  if (!subject || AGENTS.has(subject) || /^ال.+ين$/.test(subject)) return false;
  const isBare = !isDefinite(subject) && !NUMBER.test(subject);
  if (
    isBare &&
    (subject.length < 3 ||
      /[اى]$/.test(subject) ||
      BEFORE_NOUNS.has(subject) ||
      ADVERBS.has(subject) ||
      hasClitic(subject))
  )
    return false;
  at++;
  // What a number counts, with its adjective; what a noun is joined to; an adjective.
  if (NUMBER.test(subject)) {
    while (NUMBER.test(word(at) ?? '')) at++;
    if (!BEFORE_NOUNS.has(word(at) ?? '')) at += /^(?!ال).*ة$/.test(word(at + 1) ?? '') ? 2 : 1;
  }
  if (isBare && isDefinite(word(at))) at++;
  if (!isBare && /^ال.+(?:ي|ية|يين|يون)$/.test(word(at) ?? '')) at++;
  const next = at > clause.length ? undefined : word(at);
  if (next && !BEFORE_NOUNS.has(next) && !ADVERBS.has(next) && !/^(?:بال|لل)/.test(next))
    return false;
  for (; at < clause.length && word(at); at++) if (isObject(word(at)!)) return false;
  return true;
}

const PARTICLE = /^(?:[وف]?(?:لم|لن|قد|لا)|سوف)$/;
/** Behind these a clause opens with its verb as a sentence does. */
const OPENERS =
  /^(?:[وف]?(?:عندما|حينما|بعدما|قبلما|ريثما|لقد|لو|إذا)|بعد أن|قبل أن|منذ أن|إلى أن|يمكن أن|يجب أن)$/;
/** What comes before the topic of a clause, whose verb follows it: أن الوزير افتتح المعرض. */
const BEFORE_TOPIC = /^(?:[وفل]?(?:إن|أن|لأن|لكن|كأن|بأن))$/;
/** Before من it is "who": كل من شارك. */
const BEFORE_WHO =
  /^(?:[وف]?(?:كل|هناك|ثمة|هو|هي|هم|منهم|أول|ليس)|[أينت]عرف|[أنت]دري|يدري|اسأل|أسأل)$/;
/** Nouns that begin like a verb. */
const NO_VERB =
  /^ي(?:ناير|ونيو|وليو|وم|د$|د[يهن]|هود|مين|سار|أس|قين|ابان|اسر|اسمين|حيى|وسف|ونس|تيم|ورو|نابيع|خت|مني|من$)/;
const NO_SUBJECT = /^(?:هذا|هذه|ذلك|تلك|هنا|هناك|هؤلاء|التي|الذي|حيث|كما|كل|أكثر|أقل|نحو|حوالي)$/;
const NUMBER_OR_PARTICLE =
  /[وي]ن$|^(?:[وف]?(?:كان|أصبح|صار|ليس|ظل|بات)ت?|كذلك|ذلك|تلك|أولئك|ثلاث|بين|حول|دون|حيث|أين|كيف|سوف)/;

/**
 * @param find the readings of a word in the lexicon
 */
export function readClauses(
  clause: readonly ClauseWord[],
  find: (word: string) => readonly LexiconReading[],
): Clauses {
  tables ??= {
    transitive: passives(TRANSITIVE),
    impersonal: passives(IMPERSONAL),
    unsaid: byLetters(UNSAID),
    // وَقَعَ as well, which has no object.
    signed: byLetters('وَقَّعَ وَقَّعَت'),
  };
  const { transitive, impersonal, unsaid, signed } = tables;
  const readings = new Map<number, LexiconReading>();
  const nominatives = new Set<number>();
  const accusatives = new Set<number>();
  const subjects = new Map<number, readonly number[]>();
  const verbs = new Set<number>();

  /** Whether a word is a verb of his or hers, and nothing else. */
  const isVerb = (word: string): boolean => {
    const all = find(word);
    if (!all.length || word.length < 3 || NUMBER_OR_PARTICLE.test(word)) return false;
    if (/^س?ي/.test(word))
      return !NO_VERB.test(word) && all.every((marks) => marks.at(-1) === UNKNOWN);
    if (all.every((marks) => marks.at(-1) === Mark.Fatha)) return true;
    return (
      word.endsWith('ت') &&
      all.every((marks) => marks.at(-2) === Mark.Fatha) &&
      isVerb(word.slice(0, -1))
    );
  };

  /** Whether ب, ل or و stands before a word, and is none of its own letters. */
  const hasClitic = (word: string) => /^[بلكوف]/.test(word) && find(word.slice(1)).length > 0;

  /** Whether a word is a noun, and its end shows its case, right behind a verb. */
  const isSubject = (word: string) =>
    /..[^اىيوينه]$/.test(word) &&
    (isDefinite(word)
      ? !TIMES.test(word)
      : find(word).length > 0 &&
        !NO_SUBJECT.test(word) &&
        !ADVERBS.has(word) &&
        !BEFORE_NOUNS.has(word) &&
        !hasClitic(word));

  const after = (i: number) => (clause[i]!.ends ? undefined : clause[i + 1]);
  const before = (i: number) => (i && !clause[i - 1]!.ends ? clause[i - 1]!.word : '');
  /** Whether a clause begins with a word, behind what may come before it (لم, عندما, بعد أن). */
  const opens = (i: number): boolean =>
    clause[i]!.begins ||
    (PARTICLE.test(before(i)) && opens(i - 1)) ||
    OPENERS.test(before(i)) ||
    (i > 1 && OPENERS.test(`${before(i - 1)} ${before(i)}`));

  /** A noun without article that follows a subject and is none of it: it is accusative. */
  const isIndefinite = (word: string) =>
    OBJECT_SHAPE.test(word) &&
    !isDefinite(word) &&
    !NAMES.test(word) &&
    !BEFORE_NOUNS.has(word) &&
    !ADVERBS.has(word) &&
    !NO_SUBJECT.test(word) &&
    !hasClitic(word) &&
    find(word).length > 0 &&
    find(word).every((marks) => marks.at(-1) === UNKNOWN);
  /** What is no subject and no adjective of it, behind one who acts. */
  const isObjectOf = (subject: string, { word }: ClauseWord) =>
    ACTORS.has(subject) &&
    !TIMES.test(word) &&
    (OBJECT.test(word) ||
      isIndefinite(word) ||
      (/^ال.*ة$/.test(word) && !/[ةتنءم]$/.test(subject)));

  /** The object that follows a verb and its subject, if these are certain, with its adjective. */
  const tellObject = (i: number, isCertain: boolean) => {
    const object = clause[i]!;
    if (isCertain && !/[اىيوينه]$|ات$/.test(object.word)) accusatives.add(object.at);
    const described = after(i);
    if (
      isCertain &&
      !isDefinite(object.word) &&
      described &&
      /..ة$/.test(object.word) &&
      /^(?!ال)...+ة$/.test(described.word) &&
      find(described.word).length > 0 &&
      !hasClitic(described.word)
    )
      accusatives.add(described.at);
  };

  /** قُتِلَ في الهجوم ثلاثة, عُقِدَ في القاهرة اجتماع: what it is done to comes behind, and has no -an. */
  const isDelayed = (i: number): boolean => {
    const { word } = clause[i]!;
    if (!/^(?:في|خلال|إثر|جراء)$/.test(after(i)?.word ?? '')) return false;
    const counts = /^[وف]?(?:قتل|جرح|فقد)$/.test(word);
    for (let n = i + 1; n < clause.length && !clause[n - 1]!.ends; n++)
      if (isObject(clause[n]!.word) && !(counts && NUMBER.test(clause[n]!.word))) return false;
    return true;
  };

  clause.forEach(({ word, at, ends, begins, isClosed, asks }, i) => {
    const next = ends ? undefined : clause[i + 1];
    const mayBeVerb = (word: string) =>
      word.length > 2 && find(word).some((marks) => marks.at(-1) === Mark.Fatha);
    const isWho =
      word === 'من' &&
      !!next &&
      ((/^س?ي...?/.test(next.word) && isVerb(next.word)) ||
        (BEFORE_WHO.test(before(i)) && mayBeVerb(next.word)) ||
        (begins && asks && (mayBeVerb(next.word) || /^(?:هو|هي|هم)$/.test(next.word))));
    if (isWho) {
      const isAlone = /^ا/.test(next.word) || isDefinite(next.word);
      readings.set(at, [Mark.Fatha, isAlone ? UNKNOWN : Mark.Sukun]);
      if (mayBeVerb(next.word)) {
        const did = find(next.word).filter(
          (marks) => marks.at(-1) === Mark.Fatha && marks[0] !== Mark.Damma,
        );
        if (did.length === 1) readings.set(next.at, did[0]!);
        const object = after(i + 1);
        if (object && isDefinite(object.word) && !TIMES.test(object.word)) tellObject(i + 2, true);
      }
    }
    // يُتَوَقَّعُ أَنْ, لَا يُسْمَحُ بِ
    const isUnsaid =
      !!next && unsaid.has(word) && opens(i) && /^(?:أن|إن|إلى|ب(?:ال)?..+|على)$/.test(next.word);
    if (isUnsaid) readings.set(at, unsaid.get(word)!);

    // أن الوزير افتتح المعرض, and أن المعرض افتتح أمس
    const topic = i > 1 && BEFORE_TOPIC.test(before(i - 1)) ? before(i) : '';
    if (isDefinite(topic) && !TIMES.test(topic) && (transitive.past.has(word) || /ت$/.test(word))) {
      const passive = passiveOf(word, transitive);
      if (passive && next && isObjectOf(topic, next)) {
        readings.set(at, activeOf(passive));
        tellObject(i + 1, true);
      } else if (
        passive &&
        (!AGENTS.has(topic) || /^أسس/.test(word)) &&
        (!next ||
          BEFORE_NOUNS.has(next.word) ||
          ADVERBS.has(next.word) ||
          /^بال/.test(next.word)) &&
        !clause.slice(i + 1, i + 8).some(({ word }) => isObject(word))
      )
        readings.set(at, passive);
    }

    if (!opens(i)) return;
    // Behind أن and its like his subject may have been named before: يمكن أن يجدد نشاطه.
    const isFirst = begins || (PARTICLE.test(before(i)) && clause[i - 1]!.begins);
    const own = word.replace(/^[وف](?=...)/, '');
    const other = passiveOf(word, transitive) ?? signed.get(word);
    const third = next && after(i + 1);
    const acts =
      other &&
      next &&
      third &&
      (signed.has(word) || transitive.past.has(own.replace(/ت$/, ''))) &&
      isObjectOf(next.word, third);
    if (acts) {
      readings.set(at, activeOf(other));
      if (!/[اىيوينه]$/.test(next.word)) nominatives.add(next.at);
      tellObject(i + 2, true);
      return;
    }
    const passive = isObjectless(clause, i, hasClitic)
      ? passiveOf(word, transitive)
      : /^(?:على|عن)$/.test(next?.word ?? '')
        ? passiveOf(word, impersonal)
        : isDelayed(i)
          ? other
          : undefined;
    if (passive) readings.set(at, passive);
    // قتل is a verb or a nominative there: قَتَلَ, قُتِلَ, قَتْلُ.
    const all = find(word);
    const isOpen =
      begins &&
      all.length > 1 &&
      all.some((marks) => marks.at(-1) === Mark.Fatha) &&
      !/ت$/.test(word) &&
      !ADVERBS.has(word) &&
      !BEFORE_NOUNS.has(word);
    if (isOpen) nominatives.add(at);
    if (isOpen && isClosed) verbs.add(at);
    // What opens a sentence with و may say no subject: وأضاف الهدف الثاني.
    if (!next || /^[وف]/.test(word) || !isSubject(next.word) || !isFirst) return;
    // البنك المركزي الأوروبي
    const subject = [next.at];
    let n = i + 2;
    for (; isDefinite(next.word) && !clause[n - 1]!.ends; n++) {
      const { word, at } = clause[n] ?? { word: '' };
      if (!/^ال.{2,}(?:ي|ية)$/.test(word)) break;
      subject.push(at!);
    }
    const isSure = passive ?? isVerb(word);
    if (isSure) subject.forEach((noun) => nominatives.add(noun));
    else if (isOpen) subjects.set(at, subject);
    // أعلن الرئيس القرار; أعلنت وزارة الصحة الكويتية تسجيل إصابات
    while (
      !isDefinite(next.word) &&
      n < clause.length &&
      !clause[n - 1]!.ends &&
      isDefinite(clause[n]!.word)
    )
      n++;
    const object = n < clause.length && !clause[n - 1]!.ends ? clause[n] : undefined;
    if (!isSure || passive || !object) return;
    if (isDefinite(next.word) && isObjectOf(next.word, object)) tellObject(n, true);
    else if (isIndefinite(object.word) && isDefinite(clause[n - 1]!.word)) tellObject(n, true);
  });
  const persons = readPersons(clause, find);
  for (const [at, marks] of persons.readings) readings.set(at, marks);
  for (const at of persons.accusatives) {
    nominatives.delete(at);
    accusatives.add(at);
  }
  return { readings, nominatives, accusatives, verbs, subjects };
}
