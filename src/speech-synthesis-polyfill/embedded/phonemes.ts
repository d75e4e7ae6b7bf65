/**
 * How vocalised Arabic is said: phonemes and stress of the words of a clause, in espeak-ng's names.
 * Its own Arabic rules are for bare letters: they know no hamzat al-wasl, and lose the article where
 * its lam has a sukun. A word that is not vocalised is left to them.
 */

const SHADDA = '\u0651';
const SUKUN = '\u0652';
const MARK = '[\u064B-\u0652\u0670]';
const SUN = 'تثدذرزسشصضطظلن';

const CONSONANTS: Readonly<Record<string, string>> = {
  ...{ ب: 'b', ت: 't', ث: 'T', ج: 'dZ', ح: 'H', خ: 'X', د: 'd', ذ: 'D', ر: 'R', ز: 'z', س: 's' },
  ...{ ش: 'S', ص: 's[', ض: 'dH', ط: 't[', ظ: 'Z', ع: 'A', غ: 'Q', ف: 'f', ق: 'q', ك: 'k', ل: 'l' },
  ...{ م: 'm', ن: 'n', ه: 'h', ة: 't', و: 'w', ي: 'j' },
  ...{ ء: '?', أ: '?', إ: '?', ؤ: '?', ئ: '?' },
};

const VOWELS: Readonly<Record<string, string>> = {
  ...{ '\u064E': 'a', '\u064F': 'u', '\u0650': 'i' },
  ...{ '\u064B': 'an', '\u064C': 'un', '\u064D': 'in' },
};

/** A clitic or several before a word: و ف, then ب ك ل ت س. */
const CLITICS = `^((?:[وف]\u064E)?(?:[بكلت][\u064E\u0650])?`;

/** What is written otherwise than it is said, in order; words have shadda before vowels here. */
const SPELLINGS: readonly [name: string, written: RegExp, said: string][] = [
  ['open tanwin', /\u0657/g, '\u064B'],
  ['open tanwin', /\u065E/g, '\u064C'],
  ['open tanwin', /\u0656/g, '\u064D'],
  ['madda over an alif before hamza', /ا\u0653(?=[ءئؤ])/g, 'ا'],
  ['madda', /آ|ا\u0653/g, 'أَا'],
  ['shadda before its vowel', /([\u064B-\u0650]+)\u0651/g, `${SHADDA}$1`],
  ['tanwin before its alif', /([اى])\u064B/g, '\u064B$1'],
  ['dagger alif', /ى\u0670/g, 'ى'],
  ['dagger alif', /\u064E?و\u0670/g, '\u064Eا'],
  ['dagger alif', /\u064E?\u0670/g, '\u064Eا'],
  ['alif of plural verbs', /(ُو|َوْ?)ا$/, '$1'],
  ['مائة', /م[َِ]?ا(?=ئَ)/, 'مِ'],
  ['عمرو', /^((?:[وفبل][َِ])?عَمْر[ٌٍُِ]?)و[ٌٍُِ]?$/, '$1'],
  ['هذا', new RegExp(`${CLITICS})هَ(?=ذَا|ذِ|ذَيْ|ؤُ)`), '$1هَا'],
  ['هكذا', /^((?:[وف]َ)?)هَ(?=كَذَا)/, '$1هَا'],
  ['ذلك', new RegExp(`${CLITICS})ذَ(?=لِك)`), '$1ذَا'],
  ['لكن', /^((?:[وف]َ)?)لَ(?=كِن)/, '$1لَا'],
  ['أولئك', /أُو?لَ?ا?(?=ئِك)/, 'أُلَا'],
  ['أولو', /^((?:[وف]َ)?)أُو(?=ل[ُِ][وي])/, '$1أُ'],
  ['الرحمن', /(ر\u0651?\u064E?ح\u0652م)\u064E?(?=ن)/, '$1\u064Eا'],
  ['إله', /(إِل)َ(?=ه)/, '$1َا'],
  ['السماوات', /(س\u0651?\u064Eم)\u064E(?=و\u064Eات)/, '$1\u064Eا'],
  ['طه', /^طه$/, 'طَاهَا'],
  ['داود', /دَاوُ?(?=د)/, 'دَاوُو'],
];

const ALLAH = new RegExp(`^((?:[وفبتك]${MARK}?){0,2})الل${MARK}*ه((?:ُمَّ)?${MARK}*)$`);
const LILLAH = new RegExp(`^((?:[وف]${MARK}?)?)لِ?ل${MARK}*ه(${MARK}*)$`);

interface Phone {
  name: string;
  vowel: boolean;
}

interface Said {
  phones: Phone[];
  /** How many phones stand before the stem, which bears the stress: the article and before. */
  stem: number;
  /** Vowel of its hamzat al-wasl, if it begins with one. */
  wasl: string;
}

interface Letter {
  letter: string;
  double: boolean;
  /** A name of {@link VOWELS}, '0' for sukun, '' if nothing is written. */
  vowel: string;
}

const isVowel = (name: string) => /^[aiu]/.test(name);
const phone = (name: string): Phone => ({ name, vowel: isVowel(name) });

/** Nouns with a hamzat al-wasl, which is i whatever follows. */
const WASL_NOUN = /^ا(?:سم|بن|بنة|ثن|ثني|مر)/;

/** The word's phones as it is said by itself, or undefined if its vowels are not written. */
function say(word: string): Said | undefined {
  const bare = word.replace(new RegExp(MARK, 'g'), '');
  const god = ALLAH.exec(word);
  const toGod = LILLAH.exec(word);
  if (god)
    word = `${god[1]!.replace(/([وفتك])(?!\u064E)|(ب)(?!\u0650)/g, (c) => c + (c === 'ب' ? '\u0650' : '\u064E'))}اللَّاه${god[2]}`;
  else if (toGod) word = `${toGod[1]}لِلَّاه${toGod[2]}`;
  else if (!new RegExp(MARK).test(word)) return undefined;
  const letters: Letter[] = [...word.matchAll(new RegExp(`([ء-ي])(${MARK}*)`, 'g'))].map(
    ([, letter, marks]) => ({
      letter: letter!,
      double: marks!.includes(SHADDA),
      vowel: marks!.includes(SUKUN) ? '0' : ([...marks!].map((m) => VOWELS[m]).find(Boolean) ?? ''),
    }),
  );
  const phones: Phone[] = [];
  let stem = 0;
  let wasl = '';
  const last = letters.length - 1;
  for (let i = 0; i <= last; i++) {
    const { letter, double, vowel } = letters[i]!;
    const next = letters[i + 1];
    const after = letters[i + 2];
    const before = phones.at(-1)?.name ?? '';
    if (letter === 'ا' || letter === 'ى') {
      if (i === 0) {
        // The article, unless its lam could not have kept its sukun: الْتقى.
        const verb =
          next?.letter === 'ل' && next.vowel === '0' && SUN.includes(after?.letter ?? ' ');
        if (
          next?.letter === 'ل' &&
          !verb &&
          (!next.vowel || next.vowel === '0' || next.double || after?.letter === 'ا')
        )
          wasl = 'a';
        else if (vowel) wasl = vowel;
        else if (next && (next.vowel === '0' || next.double))
          wasl = after?.vowel === 'u' && !WASL_NOUN.test(bare) && !next.double ? 'u' : 'i';
        else return undefined;
      } else if (vowel && vowel !== '0') return undefined;
      else if (/^[aiu]n$/.test(before) || before === 'a:') continue;
      else if (before === 'a') {
        // No long vowel stands in a closed syllable inside a word: it is a hamzat al-wasl.
        const closed =
          next &&
          i < last - 1 &&
          ((next.vowel === '0' && i + 1 < last) ||
            (i <= 2 && next.letter === 'ل' && !next.vowel && after?.double) ||
            (i <= 2 && next.letter === 'ل' && next.double && /^(?:[وف]?[بك]?)ال[لذت]/.test(bare)) ||
            (i <= 2 && next.letter === 'ل' && next.vowel === 'i' && after?.letter === 'ا') ||
            (i === 1 &&
              /[وف]/.test(letters[0]!.letter) &&
              next.double &&
              /[تدطظ]/.test(next.letter)));
        if (!closed) phones[phones.length - 1] = phone('a:');
      } else if (before && !isVowel(before)) phones.push(phone('a:'));
      continue;
    }
    const article =
      letter === 'ل' &&
      ((i > 0 &&
        letters[i - 1]!.letter === 'ا' &&
        (i === 1 || /^[وفبك]{1,2}ال/.test(bare)) &&
        (wasl === 'a' || i > 1)) ||
        (i > 0 && i <= 2 && letters[i - 1]!.letter === 'ل' && letters[i - 1]!.vowel === 'i'));
    if (letter === 'ل' && !vowel && !double && next && article) {
      // Its lam is the sun letter after it; before a hamzat al-wasl it has an i.
      if (next.double) {
        stem = phones.length + 1;
        continue;
      }
      if (SUN.includes(next.letter) && i + 1 < last) {
        next.double = true;
        stem = phones.length + 1;
        continue;
      }
      phones.push(phone('l'));
      if (next.letter === 'ا' && after?.vowel === '0') {
        phones.push(phone('i'));
        i++;
      }
      stem = phones.length;
      continue;
    }
    if (letter === 'ة' && i === last && (!vowel || vowel === '0')) {
      if (before === 'a:') phones.push(phone('h'));
      else if (!isVowel(before)) phones.push(phone('a'));
      continue;
    }
    if (letter === 'ة' && !isVowel(before)) phones.push(phone('a'));
    if (!double && (!vowel || vowel === '0')) {
      if (letter === 'و' && before === 'u') {
        phones[phones.length - 1] = phone('u:');
        continue;
      }
      if (letter === 'ي' && before === 'i') {
        phones[phones.length - 1] = phone('i:');
        continue;
      }
    }
    const name = CONSONANTS[letter];
    if (!name) return undefined;
    phones.push(phone(name));
    if (double) phones.push(phone(name));
    if (vowel && vowel !== '0') {
      phones.push(phone(vowel));
    } else if (!vowel && i < last) {
      const long = next!.letter === 'ا' || next!.letter === 'ى';
      if (letter === 'إ') phones.push(phone('i'));
      else if (letter === 'أ' && i === 0) phones.push(phone('a'));
      else if (
        !long &&
        (i === 0 || double || !isVowel(before) || (!next!.vowel && !next!.double && i + 1 < last))
      )
        return undefined;
    }
    if (article && vowel === '0') stem = phones.length;
  }
  // The lam of God's name is thick, but for after an i: لِلَّهِ, بِاللَّهِ.
  if (god || toGod) {
    const first = phones.map(({ name }) => name).lastIndexOf('a:') - 2;
    if (phones[first - 1]?.name !== 'i')
      for (const lam of phones.slice(first, first + 2)) lam.name = 'L';
    stem = 0;
  }
  // Tanwin is a vowel and n.
  const flat = phones.flatMap(({ name }) =>
    /^[aiu]n$/.test(name) ? [phone(name[0]!), phone('n')] : [phone(name)],
  );
  return { phones: flat, stem, wasl };
}

/** As it is said before a pause: no short vowel, no -un and -in, -an as a long a, ة as a. */
function pausal(word: string): string {
  if (/ة[\u064B-\u0652]*$/.test(word)) return word.replace(/ة.*$/, 'ة');
  return word
    .replace(/\u064B[اى]$/, '\u064Eا')
    .replace(/ء\u064B$/, 'ءَا')
    .replace(/[\u064B-\u0650\u0652]$/, '');
}

/** Index of the vowel that bears the stress: of a heavy final syllable, else a heavy penult, else the antepenult. */
function stressed(phones: readonly Phone[], stem: number): number {
  const all = phones.flatMap(({ vowel }, index) => (vowel ? [index] : []));
  const own = all.filter((index) => index >= stem);
  const vowels = own.length > 0 ? own : all;
  const final = vowels.at(-1);
  if (final === undefined) return -1;
  const closing = phones.length - 1 - final;
  const long = (index: number) => phones[index]!.name.endsWith(':');
  if (vowels.length === 1 || closing >= 2 || (closing === 1 && long(final))) return final;
  const penult = vowels.at(-2)!;
  if (long(penult) || final - penult > 2) return penult;
  return vowels.at(-3) ?? penult;
}

/** The vowel that keeps a word's last consonant from the next word's first two. */
const helping = (word: string) =>
  /^(?:[وف]\u064E)?مِن/.test(word) ? 'a' : /[هك]ُم/.test(word) ? 'u' : 'i';

/**
 * @param words of one clause, in order, as they are written; a pause follows the last.
 * @returns for each its phonemes with stress, in espeak-ng's names, or undefined if its vowels are
 *   not written.
 */
export function pronounce(words: readonly string[]): (string | undefined)[] {
  const written = words.map((word, index) => {
    const spelled = SPELLINGS.reduce(
      (text, [, from, to]) => text.replace(from, to),
      word.replace(/ـ/g, ''),
    );
    return index === words.length - 1 ? pausal(spelled) : spelled;
  });
  const said = written.map((word) => (/^[\u0621-\u0652]+$/.test(word) ? say(word) : undefined));
  said.forEach((word, index) => {
    if (!word?.wasl) return;
    const before = said[index - 1];
    if (index > 0 && !before) return;
    const end = before?.phones.at(-1);
    if (!end) {
      word.phones.unshift(phone('?'), phone(word.wasl));
      if (word.stem > 0) word.stem++;
      return;
    }
    word.stem = Math.max(0, word.stem - 1);
    if (end.vowel) end.name = end.name[0]!;
    else before!.phones.push(phone(helping(written[index - 1]!)));
    // A thick lam becomes thin after an i.
    if (before!.phones.at(-1)!.name === 'i')
      word.phones.forEach((p) => p.name === 'L' && (p.name = 'l'));
  });
  return said.map((word) => {
    if (!word || word.phones.length === 0) return undefined;
    const stress = stressed(word.phones, word.stem);
    return word.phones
      .map(({ name, vowel }, index) => {
        // espeak-ng's dark vowels, after an emphatic consonant.
        const dark = vowel && /^(?:[st]\[|dH|Z)$/.test(word.phones[index - 1]?.name ?? '');
        return `${index === stress ? "'" : ''}${dark ? name.replace(/^./, '$&.') : name}`;
      })
      .join('|');
  });
}
