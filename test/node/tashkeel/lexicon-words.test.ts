import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { readLexicon } from '../../../src/arabic/tashkeel/lexicon.js';
import { withPronouns } from '../../../src/arabic/tashkeel/pronouns.js';

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

const SHADDA = '\u0651';
const SUKUN = '\u0652';
const FATHA = '\u064e';
const MARKS = '\u064b-\u0652';
const SUN = 'تثدذرزسشصضطظلن';

const bare = (text: string) => text.replace(new RegExp(`[${MARKS}]`, 'g'), '');

const lines = read('src/assets/tashkeel/lexicon.txt').split('\n').slice(0, -1);
const entries = lines.filter((line) => !line.startsWith('#'));
/** A word with several readings has them all in one entry. */
const readingsOf = (entry: string) => entry.split(' | ');
const lexicon = new Map(entries.map((entry) => [bare(readingsOf(entry)[0]!), entry]));

/** The one word whose last letter is neither heard nor lengthens anything: it tells Amr from Umar. */
const SILENT_WAW = 'عَمْرو';

interface Letter {
  readonly letter: string;
  readonly marks: string;
}

/** The letters of a word with the marks on each; none if there is anything else in it. */
function lettersOf(word: string): Letter[] {
  const letters = [...word.matchAll(new RegExp(`([ء-غف-ي])([${MARKS}]*)`, 'g'))].map(
    ([, letter, marks]) => ({ letter: letter!, marks: marks! }),
  );
  return letters.map(({ letter, marks }) => letter + marks).join('') === word ? letters : [];
}

/** The lam of ال before a sun letter, which is doubled for it. */
function isArticle(letters: readonly Letter[], i: number): boolean {
  const next = letters[i + 1];
  return (
    letters[i]?.letter === 'ل' &&
    letters[i - 1]?.letter === 'ا' &&
    !!next &&
    SUN.includes(next.letter) &&
    next.marks.startsWith(SHADDA)
  );
}

/** The lam of ال, which takes its kasra from the joining alif that it leads to: الِاتِّحَاد. */
const article = ([alif, lam]: readonly Letter[]) =>
  alif?.letter === 'ا' && lam?.letter === 'ل' ? lam : undefined;

/** A letter that needs no mark: it lengthens the vowel before it, joins, or is written and not heard. */
function isUnmarked(letters: readonly Letter[], i: number): boolean {
  const { letter, marks } = letters[i]!;
  const vowel = letters[i - 1]?.marks.at(-1);
  const next = letters[i + 1];
  if (marks) return false;
  if (letter === 'و') return vowel === '\u064f';
  if (letter === 'ي') return vowel === '\u0650';
  if (letter === 'ل') return isArticle(letters, i);
  if (letter !== 'ا') return letter === 'آ' || letter === 'ى';
  const lengthens = vowel === FATHA || vowel === '\u064b';
  const joins =
    i === 0 ||
    next?.marks === SUKUN ||
    isArticle(letters, i + 1) ||
    letters[i - 1] === article(letters);
  const silent = next?.letter === 'ئ' || (!next && letters[i - 1]?.letter === 'و');
  return lengthens || joins || silent;
}

/** What is wrong with a word. */
function faultsOf(word: string): string[] {
  const letters = lettersOf(word);
  if (!letters.length) return ['something that is no Arabic letter or mark'];
  return letters.flatMap(({ letter, marks }, i) => {
    const last = i === letters.length - 1;
    const before = letters[i - 1];
    const next = letters[i + 1]?.letter ?? '';
    const afterFatha = before?.marks.endsWith(FATHA) || /[اآ]/.test(before?.letter ?? '');
    const rules: Record<string, boolean> = {
      'more than a shadda and one vowel, or in another order':
        !/^\u0651?[\u064b-\u0650]?$|^\u0652$/.test(marks),
      'no mark': !last && !/[\u064b-\u0650\u0652]/.test(marks) && !isUnmarked(letters, i),
      'doubled where no vowel leads to it':
        marks.startsWith(SHADDA) && (!before || before.marks === SUKUN),
      'tanwin inside the word': /[\u064b-\u064d]/.test(marks) && !last && !/[اى]/.test(next),
      'not at the end': /[ةى]/.test(letter) && !last,
      'not after a fatha': /[ةى]/.test(letter) && !afterFatha && !before?.marks.endsWith('\u064b'),
      'the vowel that its hamza says it has not':
        (letter === 'إ' && !/\u0650/.test(marks)) || (letter === 'أ' && /\u0650/.test(marks)),
    };
    return Object.keys(rules).flatMap((rule) => (rules[rule] ? [`${letter}: ${rule}`] : []));
  });
}

/** What may be left of a word when what is written onto it is taken off; the word itself first. */
function stemsOf(word: string): Set<string> {
  const stems = new Set<string>();
  for (const before of ['', 'و', 'ف']) {
    for (const clitic of ['', 'ب', 'ك', 'ل', 'ال', 'بال', 'كال', 'لل']) {
      if (!word.startsWith(before + clitic)) continue;
      const rest = word.slice((before + clitic).length);
      stems.add(rest);
      if (clitic.endsWith('ل')) stems.add(`ال${rest}`);
    }
  }
  for (const stem of [...stems]) {
    stems.add(`${stem}ن`); // موظفي المكتب
    const [, owned] = /^(..+?)(?:هما|هم|ها|ه|نا|ا)$/.exec(stem) ?? [];
    if (owned) stems.add(owned).add(owned.replace(/ت$/, 'ة'));
  }
  return stems;
}

describe('the lexicon', () => {
  it('has at least 5,000 entries, each once', () => {
    assert.ok(entries.length >= 5000, `${entries.length}`);
    const twice = entries.filter((entry) => lexicon.get(bare(readingsOf(entry)[0]!)) !== entry);
    assert.deepEqual(twice, [], 'words with two vocalisations');
    assert.equal(lexicon.size, entries.length, 'an entry stands there twice');
  });

  it('names each of its groups', () => {
    const headings = lines.filter((line, i) => line.startsWith('# ') && lines[i - 1] === '#');
    assert.ok(headings.length > 30);
    assert.equal(new Set(headings).size, headings.length);
  });

  it('has nothing but whole, rightly written words', () => {
    const faults = entries.flatMap((entry) =>
      readingsOf(entry)
        .flatMap((reading) => reading.split(' '))
        .flatMap((word) => (word === SILENT_WAW ? [] : faultsOf(word)))
        .map((fault) => `${entry}: ${fault}`),
    );
    assert.deepEqual(faults, []);
  });

  it('puts shadda before its vowel, where NFC would put it behind', () => {
    const doubled = entries.filter((entry) => /\u0651[\u064b-\u0650]/.test(entry));
    assert.ok(doubled.length > 1000);
    // But for that order the file is in NFC: no hamza or madda stands apart from its letter.
    const swapped = (text: string) => text.replace(/(\u0651)([\u064b-\u0650])/g, '$2$1');
    assert.deepEqual(
      entries.filter((entry) => swapped(entry) !== entry.normalize('NFC')),
      [],
    );
  });

  it('finds fault where there is one', () => {
    const wrong = ['كتب', 'كِتَب\u064e\u0651ة', 'مُدرِّس', 'إَلَى', 'قَاضِِي', 'الرِيَاض', 'مَدْرسَة', 'book'];
    for (const word of wrong) assert.notDeepEqual(faultsOf(word), [], word);
  });

  it('leaves out what only the sentence can tell', () => {
    const open = 'من أن إن كتب علم عام عمان قدم عقد مختلف طالب وجه نشر دخل عمر مسيرة يعد شعر'.split(
      ' ',
    );
    assert.deepEqual(
      open.filter((word) => lexicon.has(word) && readingsOf(lexicon.get(word)!).length === 1),
      [],
    );
  });

  it('has every reading of a word once, and all with the same letters', () => {
    const several = entries.map(readingsOf).filter((readings) => readings.length > 1);
    assert.ok(several.length > 1000);
    for (const readings of several) {
      assert.equal(new Set(readings).size, readings.length, readings.join());
      assert.equal(new Set(readings.map(bare)).size, 1, readings.join());
    }
  });

  it('knows the words and names of the news', () => {
    const right =
      'كُوَيْت سُعُودِيَّة عِرَاق بَغْدَاد الْأُمَم_الْمُتَّحِدَة مُحَمَّد عَبْد_اللَّه خَالِد مِشْعَل رَئِيس وَزِير حُكُومَة مُمَثِّل ' +
      'مُتَحَدِّث مُنَظَّمَة هَيْئَة مُؤَسَّسَة دِبْلُومَاسِيّ بَرْلَمَان دُسْتُورِيّ مَحْكَمَة جَرِيمَة شُرْطَة اتِّفَاقِيَّة اقْتِصَاد اسْتِثْمَار ' +
      'دُولَار يُولْيُو ثُلَاثَاء كِيلُومِتْر جَائِحَة مُسْتَشْفَى تِكْنُولُوجْيَا جَامِعَة رِيَاضِيّ صَلَاة أَضَافَ أَكَّدَ أَوْضَحَ أَشَارَت يُؤَكِّد ' +
      'مُسْتَوَى أَيْضًا الَّذِينَ مِئَة عُرَيْقَات';
    for (const entry of right.replaceAll('\n', ' ').split(' ').filter(Boolean)) {
      const vocalised = entry.replaceAll('_', ' ');
      const shaddaFirst = vocalised.replace(/([\u064b-\u0650])\u0651/g, '\u0651$1');
      assert.equal(lexicon.get(bare(vocalised)), shaddaFirst);
    }
  });

  it('knows the words of the founding article, but for those that are open', () => {
    const open = (
      'العام عام إن أن من مختلف تدخل وتزايد نظم يثبت وقعوا المتاجر يتاجر نقله حفظه منع ومنع ال ' +
      'استخدمت العمل عمل المناسبة تهدد طلب عبر نظمت وتفتح'
    ).split(' ');
    const misspelt = ['علية'];
    const pronouns = withPronouns(readLexicon(''));
    const words = new Set(read('demo/article.txt').match(/[ء-غف-ي]+/g));
    const unknown = [...words].filter(
      (word) =>
        !pronouns.isWord(word) &&
        ![...stemsOf(word)].some(
          (stem) => lexicon.has(stem) && readingsOf(lexicon.get(stem)!).length === 1,
        ),
    );
    assert.deepEqual(unknown.sort(), [...open, ...misspelt].sort());
  });
});
