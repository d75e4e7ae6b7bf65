/**
 * Forms of verbs that no word has, for what syllables alone let pass: a passive without its kasra
 * (أُعْلَنَ, اسْتُقْبَلَ), an imperative with an ending (اكْتُبَ), a person's ending on a stem that cannot
 * bear it (كَتَبَتُ). Sources: Wright I, the verb; Ryding, chapters 21–35. Only what is certain from the
 * letters: which roots a form occurs with is not known here, but for the few that end doubled.
 */
import { Mark } from './letters.js';

/** The vowel, tanwin or sukun of a mark, with or without shadda. */
export const vowelOf = (mark: number) => (mark < Mark.Shadda ? mark : mark - Mark.Shadda);

/** Words with a joining alif that are no verbs. */
const NOUNS = /^ا(?:بن|سم|مر|ثن|ست)/;

/** Verbs that end doubled behind a joining alif and two letters: افتعل of doubled roots, انفعل, and colours. */
const DOUBLED = new Set(
  (
    'احتل اهتم اهتز اغتم اعتم اعتل ائتم اختل احتد ارتج استن امتد اشتد احتج اختص ارتد اعتد اغتر اقتص اجتر ابتز افتر اكتظ التف امتص احتك اعتز انتم ابتل استل ' +
    'اضطر اصطف انفك انبث اندس انهد انضم انحل انسل انقض انشق انسد انجر انصب انكب انفض انحط ' +
    'احمر اصفر اخضر ازرق اسود ابيض اعوج اسمر اشقر اغبر'
  ).split(' '),
);

/**
 * @param word its letters, without marks
 * @param lam where the lam of an article would stand, -1 for nowhere
 * @returns whether the mark at a place goes with those before it
 */
export function formCheck(
  word: string,
  lam: number,
): (marks: ArrayLike<number>, at: number) => boolean {
  const end = word.length - 1;
  const first = /^[وف]?/.exec(word)![0].length;
  // With و and ف taken for what is written onto it, and for its own first letter.
  const stems = first && word.length > 3 ? [0, first] : [0];

  return (marks, at) => stems.every((from) => isForm(marks, at, from));

  function isForm(marks: ArrayLike<number>, at: number, from: number): boolean {
    const vowel = (i: number) => vowelOf(marks[i]!);
    const mark = marks[at]!;
    const letter = word[at]!;
    const length = word.length - from;
    if (from && marks[0] !== Mark.Fatha) return true;
    // أَهْدَتْكَ, not أَهْدِيَتْكَ: a verb in أَ has a fatha there.
    if (word[from] === 'أ' && at === from + 4 && letter === 'ت' && mark === Mark.Sukun)
      return !(
        marks[from] === Mark.Fatha &&
        marks[from + 1] === Mark.Sukun &&
        marks[from + 2] === Mark.Kasra
      );
    // The vowel behind the damma of a passive with a joining alif: افْتُتِحَ, اسْتُقْبِلَ.
    if (
      word[from] === 'ا' &&
      lam < 0 &&
      vowel(at) === Mark.Fatha &&
      at < end &&
      word[at + 1] !== 'ا'
    ) {
      const before = vowel(at - 1) === Mark.Sukun ? at - 2 : at - 1;
      if (before === from + 2 && vowel(before) === Mark.Damma && vowel(from + 1) === Mark.Sukun)
        return false;
    }
    if (at !== end) return true;

    // تَفَعَّلَ and تَفَاعَلَ are verbs of the past, whose u would be that of a noun: تَقَدُّمُ.
    const isFifth = length === 4 && marks[from + 2] === Mark.ShaddaFatha;
    const isSixth =
      length === 5 && word[from + 2] === 'ا' && !marks[from + 2] && marks[from + 3] === Mark.Fatha;
    if (
      word[from] === 'ت' &&
      marks[from] === Mark.Fatha &&
      marks[from + 1] === Mark.Fatha &&
      (isFifth || isSixth) &&
      !/[ةىاهكت]/.test(letter)
    )
      return [Mark.None, Mark.Fatha, Mark.Sukun].includes(mark);
    if (length === 3) {
      const isPassive = vowel(from) === Mark.Damma && !/[أيتنم]/.test(word[from]!);
      if (/[يىاةهك]/.test(letter) || mark >= Mark.Shadda || !isPassive) return true;
      if (vowel(from + 1) === Mark.Kasra) return [Mark.None, Mark.Fatha, Mark.Sukun].includes(mark);
      if (marks[from + 1] === Mark.ShaddaFatha) return mark !== Mark.Fatha;
    }
    if (length === 4 && word[from] === 'أ' && vowel(from + 1) === Mark.Sukun) {
      if (vowel(from) === Mark.Damma && marks[from + 2] === Mark.Fatha && mark === Mark.Fatha)
        return /[ةهك]/.test(letter);
    }
    if (
      length === 4 &&
      word[from] === 'ا' &&
      lam < 0 &&
      marks[from] === Mark.None &&
      vowel(from + 1) === Mark.Sukun &&
      vowel(from + 2) >= Mark.Fatha &&
      vowel(from + 2) <= Mark.Kasra &&
      !NOUNS.test(word.slice(from)) &&
      !/[ةءىياه]/.test(letter)
    ) {
      if (mark >= Mark.Shadda) return DOUBLED.has(word.slice(from));
      return [Mark.None, Mark.Sukun, Mark.Kasra].includes(mark);
    }
    if (letter === 'ت' && length > 3 && lam < 0 && vowel(at - 1) === Mark.Fatha) {
      // كَتَبَتْ is she, كَتَبْتُ I.
      if ([Mark.Damma, Mark.Dammatan, Mark.Kasratan].includes(mark))
        return /[أيتنم]/.test(word[from]!) || word[at - 1] === 'ا';
      if (mark === Mark.Sukun && vowel(from) === Mark.Damma && marks[at - 1]! < Mark.Shadda)
        return vowel(at - 2) === Mark.Kasra || marks[at - 2] === Mark.None;
    }
    return true;
  }
}
