/** What is written otherwise than it is said, as far as a word shows it by itself. */

export const SHADDA = '\u0651';
export const MARK = '[\u064B-\u0652\u0670]';

const [FATHATAN, DAMMATAN, KASRATAN, FATHA, DAMMA, KASRA] = '\u064B\u064C\u064D\u064E\u064F\u0650';

/** A vowel; the order of marks is a matter of rules here, shadda first. */
const VOWEL = `[${FATHA}${DAMMA}${KASRA}]`;

/** Joined before a word: و ف, then ب ك ل ت. */
const CLITICS = `^((?:[وف]${FATHA})?(?:[بكلت][${FATHA}${KASRA}])?`;

type Spelling = readonly [name: string, written: RegExp, said: string];

/** Each is only right after those before it. */
export const SPELLINGS: readonly Spelling[] = [
  ['tatweel', /ـ/g, ''],
  // The Koran's open tanwin.
  ['open tanwin', /\u0657/g, FATHATAN!],
  ['open tanwin', /\u065E/g, DAMMATAN!],
  ['open tanwin', /\u0656/g, KASRATAN!],
  ['madda over an alif before hamza', /ا\u0653(?=[ءئؤ])/g, 'ا'],
  ['madda', /آ|ا\u0653/g, `أ${FATHA}ا`],
  // Unicode's canonical order puts the vowel first.
  ['shadda before its vowel', /([\u064B-\u0650]+)\u0651/g, `${SHADDA}$1`],
  ['tanwin before its alif', /([اى])\u064B/g, `${FATHATAN}$1`],
  // موسىٰ, الصلوٰة, هٰذا
  ['dagger alif', /ى\u0670/g, 'ى'],
  ['dagger alif', /\u064E?و?\u0670/g, `${FATHA}ا`],
  ['the article with its vowel', /^((?:[وف]\u064E?)?(?:[بك][\u064E\u0650]?)?)ا\u064E(?=ل)/, '$1ا'],
  // لِاَكْثَرَ; but الْاِجْتِمَاعُ has none.
  [
    'hamzat al-wasl with its vowel',
    /(?<=ل\u0652?)ا\u0650(?=[^\u064B-\u0652]\u0652[^\u064B-\u0652]\u0650)/,
    'ا',
  ],
  ['hamza that is not written', new RegExp(`(?<=.)ا(?=${VOWEL})`, 'g'), 'أ'],
  [
    'hamza that is not written',
    /^ا(?=\u064E(?!ل)|[\u064F\u0650][^\u064B-\u0652][\u064B-\u0650])/,
    'أ',
  ],
  ['إلا', /^((?:[وف]\u064E)?)ا(?=\u0650ل\u0651\u064Eا$)/, '$1أ'],
  // ذهبوا, دعوا
  ['alif of plural verbs', /(\u064Fو|\u064Eو[\u0652\u064F]?)ا$/, '$1'],
  ['مائة', /م[\u064E\u0650]?ا(?=ئ\u064E)/, `م${KASRA}`],
  ['عمرو', /^((?:[وفبل][\u064E\u0650])?عَمْر[\u064B-\u0650]?)و[\u064B-\u0650]?$/, '$1'],
  ['هذا', new RegExp(`${CLITICS.replace('(', '(أ?\u064E?')})هَ(?=ذَا|ذِ|ذَيْ|ؤُ|هُنَا)`), '$1هَا'],
  ['هكذا', /^((?:[وف]\u064E)?)هَ(?=كَذَا)/, '$1هَا'],
  ['ذلك', new RegExp(`${CLITICS})ذَ(?=لِك)`), '$1ذَا'],
  ['لكن', /^((?:[وف]\u064E)?)لَ(?=كِن)/, '$1لَا'],
  ['أولئك', /أُو?لَ?ا?(?=ئِك)/, 'أُلَا'],
  ['أولو', /^((?:[وف]\u064E)?)أُو(?=ل[\u064F\u0650][وي])/, '$1أُ'],
  ['الرحمن', /(ر\u0651?\u064Eح\u0652م)\u064E?(?=ن)/, `$1${FATHA}ا`],
  ['إله', /(إِل)\u064E(?=ه)/, `$1${FATHA}ا`],
  ['السماوات', /(س\u0651?\u064Eم)\u064E(?=و\u064Eات)/, `$1${FATHA}ا`],
  ['طه', /^((?:[وف]\u064E)?(?:[بكل][\u064E\u0650])?)طَ?ه[\u064E\u064F]?$/, '$1طَاهَا'],
  ['داود', /([دط]\u064Eا)و\u064F?(?=[دس][\u064B-\u0650]?$)/, '$1وُو'],
  // لِلَّهِ, اللَّهِ: the long a of God's name.
  [
    'to God',
    new RegExp(`^((?:[وف]${FATHA}?)?)لِ?ل${MARK}*ه(${MARK}*)$`),
    `$1لِل${SHADDA}${FATHA}اه$2`,
  ],
  [
    'God',
    new RegExp(`^((?:[وفبتك]${MARK}?){0,2})الل${MARK}*ه((?:ُم${SHADDA}َ)?${MARK}*)$`),
    `$1الل${SHADDA}${FATHA}اه$2`,
  ],
  ['clitic of God', /^([وفتك])(?=ال\u0651?ل\u0651\u064Eاه)/, `$1${FATHA}`],
  ['clitic of God', /^((?:[وف]\u064E)?ب)(?=ال\u0651?ل\u0651\u064Eاه)/, `$1${KASRA}`],
];

/** God's name, as {@link SPELLINGS} write it. */
export const GOD =
  /^(?:[وفبتك][\u064E\u0650]){0,2}(?:ا|لِ)لل?\u0651\u064Eاه(?:\u064Fم\u0651\u064E)?[\u064E-\u0650]?$/;

/** What letters are called. */
export const LETTER_NAMES: Readonly<Record<string, string>> = {
  ...{ ا: 'أَلِف', أ: 'أَلِف', ب: 'بَاء', ت: 'تَاء', ث: 'ثَاء', ج: 'جِيم', ح: 'حَاء', خ: 'خَاء' },
  ...{ د: 'دَال', ذ: 'ذَال', ر: 'رَاء', ز: 'زَاي', س: 'سِين', ش: 'شِين', ص: 'صَاد', ض: 'ضَاد' },
  ...{ ط: 'طَاء', ظ: 'ظَاء', ع: 'عَيْن', غ: 'غَيْن', ف: 'فَاء', ق: 'قَاف', ك: 'كَاف', ل: 'لَام' },
  ...{ م: 'مِيم', ن: 'نُون', ه: 'هَاء', و: 'وَاو', ي: 'يَاء', ء: 'هَمْزَة' },
};

/** As it is said before a pause: no short vowel, no -un and -in, -an as a long a, ة as a. */
export function pausal(word: string): string {
  // Prepositions with their pronoun, and هُوَ, هِيَ.
  if (/^(?:[وف]\u064E)?(?:هُوَ|هِيَ|[بل][\u064E\u0650][هك][\u064E-\u0650])$/.test(word)) return word;
  if (/ة[\u064B-\u0652]*$/.test(word)) return word.replace(/ة.*$/, 'ة');
  return word
    .replace(/\u064B([اى])$/, `${FATHA}$1`)
    .replace(/ء\u064B$/, `ء${FATHA}ا`)
    .replace(/[\u064B-\u0650\u0652]$/, '');
}
