/**
 * Prepositions, and إن with her sisters, with the pronoun that is written onto them: a closed list, which
 * tells every vowel (Wright, A Grammar of the Arabic Language, I, the suffixed pronouns; Ryding, A
 * Reference Grammar of Modern Standard Arabic, chapters 12 and 16). Behind i and ay the pronoun's u is i.
 */
import { lettersOf, type Lexicon, type LexiconReading } from './lexicon.js';
import { Mark, UNKNOWN } from './letters.js';

const STEMS = 'لَ بِ فِي إِلَيْ عَلَيْ لَدَيْ مِنْ عَنْ مَعَ إِنَّ أَنَّ لِأَنَّ بِأَنَّ لَكِنَّ كَأَنَّ'.split(' ');
/** The m of هم and كم is open: a word that joins gives it a vowel. */
const PRONOUNS = 'هُ هَا هُمَا هُم هُنَّ كَ كُمَا كُم كُنَّ نَا'.split(' ');
/** Where the y of "me" or the n of the word changes it (not لدي, which is لدى as well); and what is another word too. */
const OTHERS = 'لِي بِي مَعِي إِنِّي أَنِّي لِأَنِّي بِأَنِّي لَكِنِّي كَأَنِّي مِنَّا عَنَّا مِنِّي|مُنِيَ عَنِّي|عُنِيَ';
/** Another word as well, which the lexicon has. */
const LEFT = /^(?:لكن|بكم)$/;
/** With و or ف another word: ولي, فلك. */
const NEVER_JOINED = /^(?:ولي|فلك)$/;

function table(): ReadonlyMap<string, readonly LexiconReading[]> {
  const known = new Map<string, readonly LexiconReading[]>();
  const add = (spellings: string) => {
    const words = spellings.split('|').map(lettersOf);
    const readings = words.map(({ marks }) =>
      /[هك]م$/.test(words[0]!.word) ? [...marks.slice(0, -1), UNKNOWN] : marks,
    );
    if (!LEFT.test(words[0]!.word)) known.set(words[0]!.word, readings);
  };
  for (const stem of STEMS)
    for (const pronoun of PRONOUNS) {
      // مِنَّا, and عَنَّا.
      if (pronoun === 'نَا' && /نْ$/.test(stem)) continue;
      add(stem + (/ِ$|ي|يْ$/.test(stem) ? pronoun.replace(/^هُ/, 'هِ') : pronoun));
    }
  OTHERS.split(' ').forEach(add);
  for (const [word, readings] of [...known])
    for (const joint of 'وف')
      if (!NEVER_JOINED.test(joint + word))
        known.set(
          joint + word,
          readings.map((marks) => [Mark.Fatha, ...marks]),
        );
  return known;
}

let known: ReadonlyMap<string, readonly LexiconReading[]> | undefined;

/** A lexicon that knows them: alone and behind و and ف, since كلهم is not for them, and بلدينا not with us. */
export function withPronouns(lexicon: Lexicon): Lexicon {
  const words = (known ??= table());
  return {
    ...lexicon,
    find: (passage) => words.get(passage) ?? lexicon.find(passage),
    isWord: (word) => words.has(word) || lexicon.isWord(word),
  };
}
