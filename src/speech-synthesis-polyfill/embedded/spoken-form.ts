/**
 * How a word has to be written for espeak-ng to say it as it is meant. What is said of espeak-ng
 * here was heard of version 1.52 in its Arabic voice.
 */

const SHADDA = '\u0651';
/** Tanwin, short vowels and sukun. */
const VOWELS = '[\u064B-\u0650\u0652]';
const SUN = '[تثدذرزسشصضطظلن]';

/** Characters that are not heard: joiners, direction marks, soft hyphen, Koranic signs. */
const SILENT = /[\u00AD\u061C\u06D6-\u06ED\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;

/** Written whole, after folding. Endings are those of a pause, since a pause is likely after them. */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  'د.': 'الدُّكتُور',
  'أ.': 'الأُستَاذ',
  'أ.د': 'الأُستَاذ الدُّكتُور',
  'ص.ب': 'صُندُوق بَرِيد',
  'ق.م': 'قَبلَ المِيلَاد',
  هـ: 'هِجرِيَّة',
};

/** What is longer is no word, and not said further. */
const LONGEST = 200;

const PERCENT = 'فِلمِئَة';

const SYMBOLS: Readonly<Record<string, string>> = {
  '&': 'وَ',
  '+': 'زَائِد',
  '=': 'يُسَاوِي',
  '@': 'أَت',
  '×': 'فِي',
  '÷': 'عَلَى',
  '\u2212': 'نَاقِص',
  '٪': PERCENT,
  '%': PERCENT,
  $: 'دُولَار',
  '€': 'يُورُو',
  '£': 'جُنَيه',
  '°': 'دَرَجَة',
};

/** Letters of the Arabic script that the Arabic voice spells out, and what they are said as. */
const LETTERS: Readonly<Record<string, string>> = {
  ٱ: 'ا',
  ی: 'ي',
  ې: 'ي',
  ک: 'ك',
  ڪ: 'ك',
  ہ: 'ه',
  ھ: 'ه',
  ە: 'ه',
  ۀ: 'ه',
  ڤ: 'ف',
  ڨ: 'ق',
  چ: 'تش',
  ژ: 'ج',
  ڭ: 'ك',
};

const replaceAll = (text: string, table: Readonly<Record<string, string>>) =>
  text.replace(/./gu, (character) => table[character] ?? character);

/** Digits of all three kinds as 0 to 9; without the marks between thousands; `.` before decimals. */
function foldDigits(text: string): string {
  return text
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/(\d)٫(?=\d)/g, '$1.')
    .replace(/(\d)[,٬ \u00A0\u2009\u202F](?=\d{3}(?!\d))/g, '$1');
}

/** A word in the letters of Arabic, without what is not heard. */
export const foldWord = (written: string) =>
  replaceAll(
    written
      .slice(0, LONGEST)
      .replace(/\u06E1/g, '\u0652')
      .replace(/\u06E5/g, 'و')
      .replace(/\u06E6/g, 'ي')
      .replace(SILENT, '')
      .normalize('NFKC'),
    LETTERS,
  );

/** Names of sites and mailboxes: the dots are said, what is technical about them is not. */
function sayAddress(text: string): string | undefined {
  if (!/^(?:https?:\/\/|www\.)|@.+\./i.test(text)) return undefined;
  return text
    .replace(/^https?:\/\//i, '')
    .replace(/^www\./i, '')
    .replace(/[?#].*$/, '')
    .replace(/@/g, ' at ')
    .replace(/\./g, ' dot ')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** Arabic letters and marks, in the order and the form that espeak-ng reads. */
function sayArabic(word: string): string {
  return (
    replaceAll(word.replace(/ـ/g, ''), LETTERS)
      // Unicode's canonical order puts the vowel before shadda; it would be lost.
      .replace(new RegExp(`(${VOWELS}+)${SHADDA}`, 'g'), `${SHADDA}$1`)
      // Tanwin is often typed after its alif.
      .replace(/([اى])\u064B/g, '\u064B$1')
      // The small alif, as a letter: هٰذا, الصلوٰة, موسىٰ.
      .replace(/ى\u0670/g, 'ى')
      .replace(/\u064E?و?\u0670/g, '\u064Eا')
      // A vowel on what is joined to the article hides the article: بِالكتاب.
      .replace(new RegExp(`^((?:[وف]${VOWELS}?)?[وفبك])${VOWELS}ال`), '$1ال')
      // It doubles the letter after the article by itself: with shadda that makes three.
      .replace(new RegExp(`^([وفبك]{0,2}ال${SUN})${SHADDA}`), '$1')
      .replace(/^((?:[وفبلك]|ال|ثلاث|أربع|خمس|ست|سبع|ثمان|ثماني|تسع)*)م(?:ائ|ئ)(?=[ةت])/, '$1مِئَ')
  );
}

/**
 * Endings as they are heard before a pause: no short vowel, no -un and -in, -an as a long a, and
 * the feminine ending as a.
 */
function pausal(word: string): string {
  if (/ة[\u064B-\u0652]*$/.test(word))
    return word.replace(/\u064Eة.*$/, '\u064E').replace(/ة.*$/, 'ة');
  return word.replace(/\u064B([اى])$/, '\u064E$1').replace(/[\u064B-\u0650\u0652]$/, '');
}

/**
 * @param written one word, number, address or symbol of the text, without punctuation around it.
 * @param pause whether a pause follows.
 * @returns what to give espeak-ng for it, without any markup; '' for nothing.
 */
export function spokenForm(written: string, pause: boolean): string {
  const address = sayAddress(written.slice(0, LONGEST));
  if (address) return address;
  // Compatibility forms as what they stand for: ﷺ, ﻻ, ½, full-width letters.
  const folded = foldDigits(written.slice(0, LONGEST).replace(SILENT, '').normalize('NFKC'));
  const bare = folded.replace(/\s/g, '');
  const whole = SYMBOLS[bare] ?? ABBREVIATIONS[bare] ?? ABBREVIATIONS[bare.replace(/\.$/, '')];
  if (whole) return say(whole, pause);
  return (
    folded
      .replace(/^([٪%$€£°])\s?(\d[\d.]*)/, '$2$1')
      .replace(
        /(\d)\s?([٪%$€£°])$/,
        (_, digit: string, sign: string) => `${digit} ${SYMBOLS[sign]}`,
      )
      .replace(/(\d)هـ?$/, `$1 ${ABBREVIATIONS['هـ']}`)
      .replace(/(\d{4})م$/, '$1 مِيلَادِيَّة')
      .replace(/^([بل])(?=\d)/, '$1\u0650')
      // A few capitals are letters, many are a name: WHO, NATO.
      .replace(/\b[A-Z](?:\.?[A-Z]){1,2}\b\.?/g, (letters) =>
        [...letters.replace(/\./g, '')].join(' '),
      )
      .replace(/(?<!\d)\.|\.(?!\d)/g, ' ')
      .replace(/(?<=[a-z])’(?=[a-z])/gi, "'")
      .replace(/(?<![a-z])'|'(?![a-z])|[^\p{L}\p{M}\p{N}.']+/giu, ' ')
      .trim()
      .split(' ')
      .map((word, index, words) => say(word, pause && index === words.length - 1))
      .join(' ')
  );
}

function say(word: string, pause: boolean): string {
  const said = word.split(' ').map(sayArabic);
  if (pause) said.push(pausal(said.pop()!));
  return said.join(' ');
}
