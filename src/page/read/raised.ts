/**
 * What stands above the line: the mark of a note, an exponent, or text. Knows nothing of pages and of
 * how it is said.
 */

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ⁽⁾';
const LEVEL = '0123456789+−n()';

/** Superscript characters, together. */
export const SUPERSCRIPT = new RegExp(`[${SUPERSCRIPTS}]+`, 'g');

/** `²` as `2`. */
export const levelled = (text: string): string =>
  text
    .replace(SUPERSCRIPT, (all) => all.replace(/./g, (it) => LEVEL[SUPERSCRIPTS.indexOf(it)]!))
    .replace(/[-–]/g, '−');

/** `[1]`, `(12)`, `أ`, `1،2`, `*`, `†`: what a note is marked by. */
const NOTE =
  /^\s*[[({⁅]?\s*(?:[,،]|\p{N}{1,3}(?:\s?[,،\-−–]\s?\p{N}{1,3})*|\p{L}\p{M}?|[*†‡§¶#↑↩]+)\s*[\])}⁆]?\s*$/u;
/** `[بحاجة لمصدر]`, `[citation needed]`; and the page after a mark, `:15`. */
const BRACKETED = /^\s*(?:\[[^[\]]*\]|:\s?\p{N}{1,4}(?:[-–]\p{N}{1,4})?)\s*$/u;

const NUMBER = /^[+−]?[\p{Nd}]+$/u;
const UNIT = /(?:^|[\p{Nd}\s/(])(?:كم|كلم|سم|ملم|مم|دسم|م|متر|ميل|قدم|ث|[kcdm]?m|ft|s)$/u;
/** 1990م is a year. */
const YEAR = /(?:سنة|عام|العام)\s[\p{Nd}]+\s?م$/u;
const TEN = /(?<![\p{Nd}.,٫])(?:10|١٠|۱۰)$/u;
/** A letter that stands for a number, or two that are multiplied: x, mc, س. */
const VARIABLE = /(?:(?<![\p{L}\p{M}])[\p{sc=Latin}\p{sc=Greek}ء-ي]|[=+×−]\s*\p{sc=Latin}{2})$/u;
const SUM = /(?:[=+×÷·^√±≈<>−*]\s*[\p{Nd}.,٫]+|\([^()]*[=+×÷−^][^()]*\))$/u;
const SUM_AFTER = /^\s*(?:[=+×÷·≈−]|[يت]ساوي(?!\p{L}))/u;
/** A degree, as keyboards without its sign have it: 25^o^, 25^0^. */
const DEGREE = /^[oO0º٠˚°]$/;
/** An hour, with its minutes above the line. */
const HOUR = /الساعة\s\p{Nd}{1,2}$/u;
/** Part of the word before it: 1st, M^me, 2^e; and the letters of a trade mark. */
const ENDING = /^(?:st|nd|rd|th|e|er|re|ère|ème|es|o|os|as|me|mes|lle|gr|r|tm|sm|℠|™|®|©)$/i;

export type Raised = 'note' | 'exponent' | 'degree' | 'minutes' | 'text' | 'ending';

/**
 * What something above the line is.
 *
 * @param mark its text
 * @param before the text before it
 * @param after the text after it
 */
export function raisedAs(mark: string, before: string, after: string): Raised {
  const level = levelled(mark.trim());
  if (!before.trim() || /[\s([«"“]$/.test(before)) {
    // Of what follows, as in ¹⁴C; or a note before its text.
    return /^[*†‡]+$/.test(level) ? 'note' : 'text';
  }
  // 3¹/₂
  if (/^\s?[/⁄∕]\s?\p{N}/u.test(after)) return 'text';
  if (/\p{Nd}$/u.test(before) && DEGREE.test(level)) return 'degree';
  if (HOUR.test(before) && /^[0-5٠-٥]\p{Nd}$/u.test(level)) return 'minutes';
  if (/[\p{sc=Latin}\p{Nd}]$/u.test(before) && ENDING.test(level)) return 'ending';
  const isNumber = NUMBER.test(level);
  if ((isNumber || /^[−+]?[nmkxن]$/.test(level)) && !YEAR.test(before)) {
    if (/^[23٢٣]$/.test(level) && UNIT.test(before)) return 'exponent';
    if (TEN.test(before) || VARIABLE.test(before)) return 'exponent';
    if (SUM.test(before) || (/[\p{Nd})]$/u.test(before) && SUM_AFTER.test(after)))
      return 'exponent';
    if (!isNumber && /\p{Nd}$/u.test(before)) return 'exponent';
    if (/^[+−]/.test(level)) return 'exponent';
  }
  // The charge of an ion: Ca²⁺.
  if (/^\p{Nd}*[+−]$/u.test(level)) return 'text';
  return NOTE.test(level) || BRACKETED.test(level) ? 'note' : 'text';
}
