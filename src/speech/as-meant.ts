/**
 * A text as its parts are meant: notes and deleted text left out or named, exponents and formulas in
 * words, two texts kept two. It must not know how a page shows these.
 */
import type { Inline } from '../core/inline.js';
import { primaryLanguage, type Skippable } from '../core/settings.js';
import type { SpokenPiece } from '../core/spoken.js';
import { formulaWords } from './formula-words.js';

/** Said before the mark of a note, what was deleted, and the host of an address. */
const NAMES: Readonly<Record<string, string>> = {
  ar: 'حاشية/محذوف/رابط',
  en: 'note/deleted/link',
  fa: 'پانویس/حذف‌شده/پیوند',
  fr: 'note/supprimé/lien',
  he: 'הערה/נמחק/קישור',
  ur: 'حاشیہ/حذف شدہ/لنک',
};

/** Where a unit ends, whose square has a name. */
const UNIT = /(?:^|[\p{Nd}\s/(])(?:كم|كلم|سم|ملم|مم|م|متر|[kcm]?m)$|\/(?:ثا?|s)$/u;

/**
 * What is said otherwise than written, for the parts that are not plain text: in order, not
 * overlapping.
 *
 * @param inlines with offsets in the text
 */
export function asMeant(
  text: string,
  lang: string,
  inlines: readonly Inline[],
  skip: readonly Skippable[],
): readonly SpokenPiece[] {
  const isArabic = primaryLanguage(lang) === 'ar';
  const [note, deleted, link] = (NAMES[primaryLanguage(lang)] ?? NAMES['en']!).split('/');
  const comma = /^(ar|fa|ur)/.test(lang) ? '،' : ',';
  const pieces: SpokenPiece[] = [];
  const put = (start: number, end: number, spoken: string) =>
    pieces.push({ source: { start, end }, spoken });
  /** Two numbers with nothing between them any more, or two words. */
  const join = (start: number, end: number) =>
    /\p{Nd}\s*$/u.test(text.slice(0, start)) && /^\s*\p{Nd}/u.test(text.slice(end))
      ? `${comma} `
      : /[\p{L}\p{M}\p{N}]$/u.test(text.slice(0, start)) && /^[\p{L}\p{N}]/u.test(text.slice(end))
        ? ' '
        : '';
  let gone = 0;
  const leaveOut = (start: number, end: number) => {
    const last = pieces.at(-1);
    // What stands side by side leaves one gap, and of two spaces one.
    if (last && gone === last.source.end && start <= gone) {
      start = last.source.start;
      pieces.pop();
    }
    if (text[end] === ' ' && (!start || text[start - 1] === ' ')) end++;
    put(start, end, join(start, end));
    gone = end;
  };
  const goesOn = (end: number) => /^\s*[\p{L}\p{N}]/u.test(text.slice(end));
  /** Said where something ends, the inner before the outer. */
  const ends: { end: number; words: string }[] = [];
  const close = (before: number) => {
    while (ends.length && ends.at(-1)!.end <= before) {
      const { end, words } = ends.pop()!;
      // What was left out at its end took this along.
      if (words && end >= (pieces.at(-1)?.source.end ?? 0)) put(end, end, words);
    }
  };
  const order = [...inlines].sort((a, b) => a.start - b.start || b.end - a.end);
  for (const { kind, start, end, text: own } of order) {
    close(start);
    const at = pieces.at(-1)?.source.end ?? 0;
    if (
      start < at ||
      (kind === 'seam' && start && (start === gone || start === pieces.at(-1)?.source.start))
    )
      continue;
    if (kind === 'note' && skip.includes('notes')) leaveOut(start, end);
    else if (kind === 'deleted' && skip.includes('deletions')) leaveOut(start, end);
    else if (kind === 'deleted') {
      put(start, start, `${deleted} `);
      ends.push({ end, words: goesOn(end) ? comma : '' });
    } else if (kind === 'quote') {
      const [left, right] = isArabic ? '«»' : '“”';
      put(start, start, left!);
      ends.push({ end, words: right! });
    } else if (kind === 'note') {
      const mark = text
        .slice(start, end)
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();
      put(start, end, `${comma} ${note} ${mark}`.trimEnd() + (goesOn(end) ? `${comma} ` : ''));
    } else if (kind === 'address') {
      const isNamed = text.slice(0, start).trimEnd().endsWith(link!);
      put(start, end, (isNamed ? '' : `${link} `) + (isArabic ? `www.${own}` : own));
    } else if (kind === 'raised') {
      const digits = own!.replace(/[٠-٩۰-۹]/g, (digit) => `${digit.charCodeAt(0) & 15}`);
      const squared = '⁰¹²³'[+digits];
      const isUnit = UNIT.test(text.slice(0, start));
      const isSign = own === '°' || (isUnit && squared);
      put(start, end, isSign ? (squared ?? own!) : ` ${formulaWords(squared ?? `^ ${own}`, lang)}`);
    } else if (kind === 'formula' && own) {
      const apart = (side?: string) => (/[\p{L}\p{M}\p{N}]/u.test(side ?? '') ? ' ' : '');
      put(start, end, apart(text[start - 1]) + formulaWords(own, lang) + apart(text[end]));
    } else if (kind === 'seam') put(start, start, own!);
  }
  close(text.length);
  return pieces;
}
