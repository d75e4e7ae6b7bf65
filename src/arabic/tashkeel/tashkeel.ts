/**
 * Adds the vowel marks of Arabic, from nets, a list of words and what the author wrote. Knows
 * nothing of threads, of files and of how they come. Long because all that decides a word's
 * marks meets here: the author, the lexicon, the rules, the nets and the word check, in this order.
 */
import { composeSpoken, spokenFromPieces } from '../../core/spoken-pieces.js';
import type { Spoken } from '../../core/spoken.js';
import { foldedPieces } from '../fold-letters.js';
import {
  Code,
  codeOf,
  isForeignSound,
  LETTERS,
  Mark,
  markOf,
  MARKS,
  SHADDA,
  UNKNOWN,
} from './letters.js';
import { lettersFor, unfolded } from './folded-text.js';
import { isForeignName } from './foreign.js';
import { meantWords } from './spelling.js';
import { numberVowels } from './number-vowels.js';
import { spokenWith, type Insertions } from './insertions.js';
import { readLexicon, type Lexicon, type LexiconReading } from './lexicon.js';
import { plain, type Kernel } from './kernel.js';
import { readNets, type Net } from './net.js';
import { wordCheck } from './word-check.js';
import { vowelOf } from './word-forms.js';
import { readClauses, type Clauses } from './clauses.js';
import { makePausal } from './pausal.js';
import { withPronouns } from './pronouns.js';
import { likeliest, type Openings } from './readings.js';

export interface DiacritizeOptions {
  /**
   * Whether the last word before a pause (`. ؟ ! ، ؛ :`, an end of line or of the text) gets its
   * pausal form: no short vowel and no tanwin at its end. With `'throughout'` every word, though an
   * accusative in -an is heard where no pause follows. Off unless asked for.
   */
  readonly pausal?: boolean | 'throughout';
  /**
   * From 0 to 1: an ending (the mark of a last letter) that the nets are less sure of is left off, in
   * words of three letters and more. 0 (the default) leaves none off.
   */
  readonly minimumConfidence?: number;
  /**
   * `written` (the default) keeps every letter as the author has it; `meant` writes the letter that is
   * meant where another stands for it (الذى, المدرسه, علی, الى), for a voice. The text given is then one
   * of `foldLetters`.
   */
  readonly spelling?: 'written' | 'meant';
}

/** Adds the marks that Arabic is written without. The same text always gives the same marks. */
export interface Tashkeel {
  /**
   * The text with diacritics. Nothing of it is changed or taken away: marks that the author wrote
   * stay as they are and guide the rest, and `text` without what was added is the source, unit by
   * unit. An added shadda stands before its vowel. `toSource` of an added mark is the offset of what
   * it was added to.
   *
   * It does some 15,000 letters a second, or 3,000 where there is no WebAssembly with SIMD, and does not
   * yield: in a page, call it in a worker, sentence by sentence.
   *
   * @throws RangeError if `minimumConfidence` is not from 0 to 1
   */
  diacritize(text: string, options?: DiacritizeOptions): Spoken;
  /** The same as plain data, to be sent between threads; `spokenWith` makes it whole again. */
  insertions(text: string, options?: DiacritizeOptions): Insertions;
}

/**
 * A diacritizer out of the contents of its two files; `loadTashkeel` fetches them.
 *
 * @param kernel how the nets' matrices are multiplied; it changes no mark
 * @throws Error if the weights are damaged or of another version
 */
export function createTashkeel(
  weights: Uint8Array,
  lexicon = '',
  kernel: Kernel = plain,
): Tashkeel {
  const nets = readNets(weights, kernel);
  const words = withPronouns(readLexicon(lexicon));
  const insertions = (
    text: string,
    { pausal = false, minimumConfidence = 0, spelling = 'written' }: DiacritizeOptions = {},
  ) => {
    if (!(minimumConfidence >= 0 && minimumConfidence <= 1))
      throw new RangeError(`minimumConfidence is from 0 to 1, not ${minimumConfidence}`);
    const pieces = foldedPieces(text);
    const folded = spokenFromPieces(text, pieces).text;
    const letters = scan(folded);
    respell(letters, folded, words);
    const known = knownOf(letters, words);
    tellKnown(letters, folded, known.hints);
    const clauses = tellClauses(letters, folded, known, words);
    const marks = decide(letters, known, clauses, nets, minimumConfidence);
    if (pausal)
      makePausal(letters.codes, marks, {
        isFixed: (at) => letters.written[at] !== '',
        everywhere: pausal === 'throughout',
      });
    if (spelling === 'meant') return insert(respelled(folded, letters), letters, marks);
    return unfolded(text, pieces, insert(folded, letters, marks));
  };
  return {
    insertions,
    diacritize(text, options = {}) {
      const letters = lettersFor(text, options);
      return composeSpoken(letters, spokenWith(insertions(letters.text, options)));
    },
  };
}

/** A text as the nets see it: one entry for each character that is not a mark. */
interface Letters {
  readonly codes: Uint8Array;
  /** Where the character stands. */
  readonly starts: Uint32Array;
  /** Where what is added to the character goes: behind it and the marks that are on it. */
  readonly ends: Uint32Array;
  /** The marks that the author put on it. */
  readonly written: readonly string[];
}

function scan(text: string): Letters {
  const codes: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const written: string[] = [];
  let open = false;
  for (let i = 0; i < text.length; i++) {
    const code = codeOf(text[i]!);
    if (code !== Code.Unseen) {
      codes.push(code);
      starts.push(i);
      ends.push(i + 1);
      written.push('');
      open = true;
      continue;
    }
    // A mark behind a tatweel is the letter's, but what is added goes right behind the letter.
    const last = codes.length - 1;
    if (last < 0 || !/\p{M}/u.test(text[i]!)) {
      open = false;
      continue;
    }
    written[last] += text[i]!;
    if (open) ends[last] = i + 1;
  }
  return {
    codes: Uint8Array.from(codes),
    starts: Uint32Array.from(starts),
    ends: Uint32Array.from(ends),
    written,
  };
}

/** Changes the letters of words into those that are meant. */
function respell({ codes, starts, written }: Letters, text: string, lexicon: Lexicon): void {
  const spans = [...wordSpans(codes)];
  const words = spans.map(({ start, end }) => ({
    word: [...codes.subarray(start, end)].map(letterOf).join(''),
    open: text[starts[end - 1]!] === 'ی',
  }));
  const meant = meantWords(words, lexicon);
  spans.forEach(({ start, end }, n) => {
    // What the author vocalised to its end is as it is spelt.
    if (meant[n] === words[n]!.word || (written[end - 1] && !words[n]!.open)) return;
    for (let at = start; at < end; at++) codes[at] = codeOf(meant[n]![at - start]!);
  });
}

/** A text with the letters that are meant. */
function respelled(text: string, { codes, starts }: Letters): string {
  const units = [...text.split('')];
  codes.forEach((code, at) => {
    const unit = text[starts[at]!]!;
    if (code >= Code.FirstLetter && !isForeignSound(unit)) units[starts[at]!] = letterOf(code);
  });
  return units.join('');
}

/** What is known of a text before the nets are asked. */
interface Known {
  /** The mark of each letter, as a hint to the nets. */
  readonly hints: Uint8Array;
  /** Words, by where they begin, that have one of several readings. */
  readonly readings: Map<number, readonly LexiconReading[]>;
}

/** What the author tells, then what the lexicon does. */
function knownOf({ codes, written }: Letters, lexicon: Lexicon): Known {
  const hints = new Uint8Array(codes.length).fill(UNKNOWN);
  for (let at = 0; at < codes.length; at++) {
    if (codes[at]! < Code.FirstLetter) continue;
    const mark = markOf(written[at]!);
    if (mark === Mark.Fathatan && at && /[اى]/.test(letterOf(codes[at]!))) {
      // Tanwin written on its alif is heard on the letter before, which then needs no more.
      if (!written[at - 1]) hints[at - 1] = Mark.Fathatan;
      hints[at] = Mark.None;
    } else if (mark && mark !== Mark.Shadda) hints[at] = mark;
  }
  const open = (at: number) => openMarks(hints[at]!, written[at]!);
  const several = new Map<number, readonly LexiconReading[]>();
  const words = [...wordSpans(codes)];
  for (let n = 0; n < words.length;) {
    let taken = 1;
    // The most words first: عبد الله is more than its words.
    for (let count = Math.min(lexicon.longest, words.length - n); count > 0; count--) {
      const { start } = words[n]!;
      const { end } = words[n + count - 1]!;
      const passage = [...codes.subarray(start, end)].map(spelling).join('');
      if (passage.length < 2) continue;
      // What the author wrote may contradict the lexicon.
      const readings = lexicon
        .find(passage)
        .filter((marks) => marks.every((mark, i) => narrowed(open(start + i), mark).length));
      if (!readings.length) continue;
      if (readings.length > 1) several.set(start, readings);
      else
        readings[0]!.forEach((mark, i) => {
          if (codes[start + i]! >= Code.FirstLetter && hints[start + i] === UNKNOWN)
            hints[start + i] = mark;
        });
      taken = count;
      break;
    }
    n += taken;
  }
  return { hints, readings: several };
}

/** What the rules know of a text, where the author wrote nothing. */
function tellKnown({ codes, starts, written }: Letters, source: string, hints: Uint8Array): void {
  const text = Array.from(codes, (code) => letterOf(code) || SIGNS[code] || '-').join('');
  for (const [at, mark] of numberVowels(text)) if (!written[at]) hints[at] = mark;
  for (const { start, end } of wordSpans(codes)) {
    const isForeign = [...starts.subarray(start, end)].some((at) => isForeignSound(source[at]!));
    const last = end - 1;
    if (
      hints[last] === UNKNOWN &&
      !written[last] &&
      isForeignName(text.slice(start, end), isForeign)
    )
      hints[last] = Mark.None;
  }
}

/** What the order of words tells, where neither the author nor a rule does. */
function tellClauses(
  { codes, starts, written }: Letters,
  text: string,
  { hints, readings }: Known,
  lexicon: Lexicon,
): Clauses {
  const isStop = (at: number) => {
    while (codes[at] === Code.Space || codes[at] === Code.Other) at--;
    return at < 0 || codes[at]! <= Code.Stop;
  };
  /** Where the stop of a sentence stands; -1 where none ends it. */
  const stopOf = (at: number) => {
    const rest = codes.subarray(at);
    const stop = rest.indexOf(Code.Stop);
    const edge = rest.indexOf(Code.Edge);
    return stop >= 0 && (edge < 0 || stop < edge) ? at + stop : -1;
  };
  const words = [...wordSpans(codes)].map(({ start, end }) => {
    const begins = isStop(start - 1);
    const stop = begins ? stopOf(end) : -1;
    return {
      word: [...codes.subarray(start, end)].map(letterOf).join(''),
      at: start,
      begins,
      ends: end >= codes.length || codes[end] !== Code.Space,
      isClosed: stop >= 0,
      asks: stop >= 0 && /[?؟]/.test(text[starts[stop]!]!),
    };
  });
  const clauses = readClauses(words, lexicon.find);
  for (const [start, marks] of clauses.readings) {
    if (marks.some((_, i) => written[start + i])) continue;
    readings.delete(start);
    for (const [i, mark] of marks.entries()) hints[start + i] = mark;
  }
  return clauses;
}

/** What is open to a letter, of what is open to it beside its reading in the lexicon. */
const narrowed = (open: readonly number[], mark: number): readonly number[] =>
  mark === UNKNOWN
    ? open
    : open.filter((each) => each === mark || (mark === Mark.Shadda && each > mark));

function* wordSpans(codes: Uint8Array): Generator<{ start: number; end: number }> {
  for (let start = 0, at = 0; at <= codes.length; at++) {
    if (codes[at]! >= Code.FirstLetter) continue;
    if (at > start) yield { start, end: at };
    start = at + 1;
  }
}

const spelling = (code: number) => (code === Code.Space ? ' ' : letterOf(code) || '-');
/** Of what is no letter, a character for the rules. */
const SIGNS: Readonly<Record<number, string>> = {
  [Code.Edge]: '\n',
  [Code.Space]: ' ',
  [Code.Digit]: '0',
  [Code.Stop]: '.',
  [Code.Comma]: '،',
};

const letterOf = (code: number) => LETTERS[code - Code.FirstLetter] ?? '';

/** The mark of each letter: what is known, else what the nets find likeliest beside what is written. */
function decide(
  { codes, written }: Letters,
  { hints, readings }: Known,
  clauses: Clauses,
  nets: Net,
  minimum: number,
): Uint8Array {
  const marks = new Uint8Array(codes.length);
  const nominatives = new Set(clauses.nominatives);
  const inCase = (first: number, open: Openings) =>
    nominatives.has(first)
      ? ending(open, NOMINATIVE)
      : clauses.accusatives.has(first)
        ? ending(open, ACCUSATIVE)
        : open;
  // A doubled letter of unknown vowel is no hint that the nets have learned from.
  const seen = hints.map((hint) => (hint === Mark.Shadda ? UNKNOWN : hint));
  for (const { start, end } of passages(codes)) {
    // An edge on either side, as in training.
    const around = (values: Uint8Array, edge: number) => {
      const padded = new Uint8Array(end - start + 2).fill(edge);
      padded.set(values.subarray(start, end), 1);
      return padded;
    };
    const chances = nets(around(codes, Code.Edge), around(seen, UNKNOWN));
    for (const word of wordSpans(codes.subarray(start, end))) {
      const first = start + word.start;
      const letters = [...codes.subarray(first, start + word.end)].map(letterOf).join('');
      const open = [...letters].map((_, i) => openMarks(hints[first + i]!, written[first + i]!));
      const passive = passiveKasra(letters, written.slice(first, start + word.end));
      const rows = chances.subarray((word.start + 1) * MARKS.length, (word.end + 1) * MARKS.length);
      const kasra = written[first + passive] ? Mark.ShaddaKasra : Mark.Kasra;
      if (passive > 0) rows[passive * MARKS.length + kasra]! *= MEANT;
      if (clauses.verbs.has(first))
        rows[(letters.length - 1) * MARKS.length + Mark.Fatha]! *= OPENING;
      const listed = readings
        .get(first)
        ?.map((reading) => open.map((marks, i) => narrowed(marks, reading[i]!)))
        // Of several readings those with a case are nominative where nothing comes before.
        .map((marks) => inCase(first, marks))
        // What the rules know of a number may contradict the lexicon.
        .filter((marks) => marks.every((each) => each.length));
      const openings = listed?.length
        ? listed
        : [
            inCase(first, open).map((marks, i) =>
              i === passive && marks.length > 1 ? [kasra] : marks,
            ),
          ];
      const reading = likeliest(letters, openings, rows);
      marks.set(reading, first);
      const last = letters.length - 1;
      if (reading[last] === Mark.Fatha)
        clauses.subjects.get(first)?.forEach((noun) => nominatives.add(noun));
      const chance = rows[last * MARKS.length + reading[last]!]!;
      if (last < 2 || open[last]!.length === 1 || chance >= minimum) continue;
      const bare = reading[last]! < Mark.Shadda ? Mark.None : Mark.Shadda;
      // The y of لَدَيْ is not left without its sukun.
      if (wordCheck(letters)([...reading.slice(0, -1), bare], last)) marks[first + last] = bare;
    }
  }
  return marks;
}

/** What is open to a word in one case. */
const ending = (open: Openings, vowels: readonly Mark[]): Openings =>
  open.map((marks, i) =>
    i === open.length - 1 && marks.length > 1
      ? marks.filter((mark) => vowels.includes(vowelOf(mark)))
      : marks,
  );
const NOMINATIVE = [Mark.Damma, Mark.Dammatan];
const ACCUSATIVE = [Mark.Fatha, Mark.Fathatan];

/** How many times as likely as the nets think it a verb is that opens a sentence. */
const OPENING = 20;

/** Among several readings, how many times as likely as the nets think it a passive is whose damma is written. */
const MEANT = 12;

/**
 * Where the kasra of a passive of three letters stands of which its author wrote the damma alone, to tell
 * قُتِلَ from قَتَلَ; -1 where nothing tells so. Of other words few writers mark the first vowel.
 */
function passiveKasra(letters: string, written: readonly string[]): number {
  const at = letters.length - 3;
  const isAlone = written.every((marks, i) =>
    i === at ? marks === MARKS[Mark.Damma] : !marks || marks === SHADDA,
  );
  return isAlone && /^[وف]?[^أيتنم].[^اىيةهكت]$/.test(letters) ? at + 1 : -1;
}

const EVERY = MARKS.map((_, mark) => mark);
const DOUBLED = EVERY.slice(Mark.Shadda);

/** The marks that can be on a letter, by what is known of it. */
function openMarks(hint: number, author: string): readonly number[] {
  if (hint !== UNKNOWN && hint !== Mark.Shadda) return [hint];
  if (hint === Mark.Shadda || author.includes(SHADDA)) return DOUBLED;
  return EVERY;
}

/** The most characters that the nets read at once, and the length of what they were trained on. */
const PASSAGE = 320;

/** Cuts a long text where its own punctuation does, so that each passage is read as a whole. */
function* passages(codes: Uint8Array): Generator<{ start: number; end: number }> {
  for (let start = 0, end; start < codes.length; start = end) {
    end = start + PASSAGE;
    if (end >= codes.length) end = codes.length;
    else {
      const room = codes.subarray(start, end);
      const cut = [Code.Edge, Code.Stop, Code.Comma, Code.Space]
        .map((code) => room.lastIndexOf(code) + 1)
        .find((length) => length > PASSAGE / 4);
      if (cut) end = start + cut;
    }
    yield { start, end };
  }
}

function insert(source: string, { ends, written, codes }: Letters, marks: Uint8Array): Insertions {
  let text = '';
  let from = 0;
  const places: number[] = [];
  const totals: number[] = [];
  for (let at = 0, total = 0; at < codes.length; at++) {
    const author = written[at]!;
    const mark = MARKS[marks[at]!]!;
    // Beside the author's marks only one thing is added: the vowel of a lone shadda.
    const added = author === '' ? mark : author === SHADDA ? mark.slice(1) : '';
    if (!added || (author === '' && hasTanwinAlif(written, codes, at))) continue;
    text += source.slice(from, ends[at]) + added;
    from = ends[at]!;
    places.push(from);
    totals.push((total += added.length));
  }
  text += source.slice(from);
  return { text, places: Uint32Array.from(places), totals: Uint32Array.from(totals) };
}

/** Whether the author wrote this letter's tanwin on the alif behind it. */
function hasTanwinAlif(written: readonly string[], codes: Uint8Array, at: number): boolean {
  return (
    markOf(written[at + 1] ?? '') === Mark.Fathatan && /[اى]/.test(letterOf(codes[at + 1] ?? 0))
  );
}
