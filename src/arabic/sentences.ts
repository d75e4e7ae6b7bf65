/** Where sentences end in Arabic. Knows nothing of pages, of pauses and of voices. */
import type { Span } from '../core/article.js';

/**
 * Where a sentence may end: a line break, or a run of terminators with the quotation marks, brackets
 * and footnote marks that close after it.
 */
const END =
  /[\r\n\v\f\x85\u2028\u2029]+|([\p{STerm}…]+)((?:[ \xa0]?[»›]|["'”’)\]}\p{No}\p{Pe}\p{Pf}]|[[(][^\s()]{1,6}[)\]])*)/gu;

const LINE_END = /^\s*?$/m;

/** Marks after which the sentence goes on, wherever they stand (SContinue, SB8a). */
const CONTINUES = /^\s*[،؛,;:]/;

/** A verb of saying, without و or ف: what follows a quotation is its attribution. */
const SAID =
  /^\s*(?:[يت]?ق[او]ل|أضاف|ي?ت?سا?[أء]ل|صر[حخ]|صاح|هتف|أجاب|رد|علق|كتب|أكد|أوضح|ختم|تابع|همس)/;

/** How far a rule looks back or ahead, in UTF-16 units: enough for any abbreviation. */
const REACH = 40;

/** After an ellipsis a sentence goes on, unless it is this long already. */
const LONG = 150;

/** Whether the sentence from `start` ends with the terminators `marks` found at `at`. */
function ends(text: string, start: number, at: number, marks: string, closers: string): boolean {
  const next = at + marks.length + closers.length;
  const after = text.slice(next, next + REACH);
  if (LINE_END.test(after) || /[。！？｡]/.test(marks)) return true;
  if (CONTINUES.test(after)) return false;

  const spaced = /^\s/.test(after);
  // Lower case goes on (SB8), after a full stop and after a quotation.
  if (/^\s*\p{Ll}/u.test(after) && (closers || !spaced || /^[.…]+$/.test(marks))) return false;
  if (/^(?:\.\.+|…+)$/.test(marks)) return at - start > LONG || /^\s*\p{Lu}/u.test(after);
  if (marks !== '.') {
    // «هل نعود؟» سأل: the mark is the quotation's, and the sentence round it goes on.
    if (closers) return spaced && /^\s*(?:و|["“«(]|\p{Lu})/u.test(after);
    return spaced || !/^[\w=&/]/.test(after);
  }

  const before = text.slice(Math.max(start, at - REACH), at);
  // One letter, dotted letters (أ.د, ق.م, U.N), هـ, or a Latin title, with no word before it but و.
  const isShort =
    /(?:^|[^\p{L}\p{M}])و?(?:(?:\p{L}ـ?\.\s?)*\p{L}ـ?|Mrs?|Ms|Dr|Prof|St|vs|No|Inc|Co|Corp|Ltd)$/u.test(
      before,
    );
  if (!isShort) {
    if (closers) return !SAID.test(after);
    // A number or a letter that counts an item of a list; the first may follow a colon.
    if (/^\s?[([]?(?:\p{N}{1,3}(?:\.\p{N}{1,2})*|[A-Za-z])[)\]]?$|: [1١]$/u.test(before))
      return false;
    // Without a space: a file name, an address, a number; before Arabic a space was forgotten.
    return spaced || !/^[\p{N}\w/@]/u.test(after);
  }
  // A unit or an era after its number: 25 م, 1440 هـ, 5 د.ك; ق.م also without one. A verb begins a sentence.
  if (/(?:\p{N}|ألف|مل\p{L}+)[)\]]?\s?[\p{L}.ـ]{1,6}$|ق\.\s?م$/u.test(before))
    return /^\s*(?:و|ثم |ال(?!مو)|تم |[يت][^ا ]{3,5} |[^ ب]{3,5}ت )/.test(after);
  // What is named by a letter: فيتامين د, المجموعة ب. Apple Inc. وGoogle is one sentence.
  return (
    /(?:^|[^\p{L}])[وفبلك]?(?:ال|لل)?(?:مجموعة|فئة|فيتامين|قسم|فقرة|بند|ملحق|حرف|فصيلة|نوع|مبنى|درجة|فرقة)\s\p{L}$/u.test(
      before,
    ) ||
    (/[a-z]$/.test(before) && /^ و[^A-Z]/.test(after))
  );
}

/**
 * The sentences of a text as they are highlighted and spoken.
 *
 * Unicode Standard Annex #29 (SB3 to SB11) is the ground. What it gets wrong in Arabic is mended:
 * abbreviations (د. طارق, أ. د. محمد, ص. ب. 1234, U.N. قالت) do not end a sentence, except units and
 * eras after their number (25 م. ثم, 1440 هـ. وولد); `؟»` does not before its attribution; nor do an
 * ellipsis and the number of a list item. `Intl.Segmenter` is not asked: engines differ, and where
 * there is none the sentences would be others. Linear in the length of the text.
 *
 * @param text plain text; every line break ends a sentence.
 * @returns spans in order, not overlapping, without white space at their ends, each with a letter or
 *   digit in it, and together covering every letter and digit of `text`; where it begins with none, a
 *   sign that is a word will do: +, ✓.
 */
export function sentences(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  let sameLine = false;

  const cut = (at: number) => {
    const piece = text.slice(start, at);
    const span = { start: at - piece.trimStart().length, end: start + piece.trimEnd().length };
    const last = spans.at(-1);
    if (/[\p{L}\p{N}]/u.test(piece) || (!last && /\p{S}/u.test(piece))) spans.push(span);
    // Marks and emoji alone are nobody's sentence: they stay with the one before them.
    else if (sameLine && last && span.start < span.end)
      spans[spans.length - 1] = { ...last, end: span.end };
    start = at;
  };

  for (const match of text.matchAll(END)) {
    const [found, marks, closers = ''] = match;
    if (marks === undefined) {
      cut(match.index);
      start += found.length;
      sameLine = false;
    } else if (ends(text, start, match.index, marks, closers)) {
      cut(match.index + found.length);
      sameLine = true;
    }
  }
  cut(text.length);
  return spans;
}
