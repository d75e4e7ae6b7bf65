/**
 * Which language a text is in: by its letters first, and by what is declared second. Loaded when
 * something is declared that is not Arabic; knows nothing of elements.
 */
import type { BlockInit } from '../../core/article.js';

const count = (text: string, letters: RegExp) => text.match(letters)?.length ?? 0;

/**
 * The language of a text: what is declared, unless its letters contradict that. Themes declare
 * English whatever is written, and their translations Persian or Urdu.
 *
 * Arabic letters are not in a language of another script; they are Persian or Urdu by the letters that
 * Arabic has not, else Arabic. What is declared Persian or Urdu is Arabic by those that only Arabic
 * has; a yeh and a kaf of Arabic are none, as keyboards write Persian with them.
 */
export function writtenLanguage(text: string, declared: string): string {
  const primary = /^\w+/.exec(declared)![0];
  if (primary === 'ar' || !/[ء-ي]/.test(text)) return declared;
  const sample = text.slice(0, 999);
  const others = count(sample, /[پچژگیکٹڈڑںےہھ]/g);
  if (/^(fa|ur)$/.test(primary)) return count(sample, /[أإةى]/g) > others ? 'ar' : declared;
  if (
    count(sample, /\p{Script=Arabic}/gu) * 2 < count(sample, /\p{L}/gu) ||
    new Intl.Locale(declared).maximize().script === 'Arab'
  )
    return declared;
  if (count(sample, /[يكأإةى]/g) >= others) return 'ar';
  return /[ٹڈڑںےہھ]/.test(sample) ? 'ur' : 'fa';
}

/** Three words of another script, which are a text of their own. */
const WORDS = /(\p{L}+[^\p{L}]+){2}\p{L}/u;

/**
 * Blocks with the languages that they are written in. Where a declaration is wrong for text under it, a
 * number or a name alone under it is what that text is.
 */
export function inWrittenLanguages(text: string, blocks: readonly BlockInit[]): BlockInit[] {
  const contradicted = new Map<string, string>();
  const texts = blocks.map(({ start, end }) => text.slice(start, end));
  const langs = blocks.map(({ lang }, at) => {
    const written = writtenLanguage(texts[at]!, lang);
    if (written !== lang) contradicted.set(lang, written);
    return written;
  });
  // Of an English page that quotes Arabic the numbers are English.
  const length = (holds: (at: number) => boolean) =>
    blocks.reduce((sum, { start, end }, at) => sum + (holds(at) ? end - start : 0), 0);
  for (const [lang, written] of contradicted) {
    const right = length((at) => langs[at] === lang);
    const wrong = length((at) => blocks[at]!.lang === lang && langs[at] === written);
    if (right > wrong) contradicted.delete(lang);
  }
  return blocks.map((block, at) => {
    const stands = langs[at] === block.lang && WORDS.test(texts[at]!);
    const lang = stands ? block.lang : (contradicted.get(langs[at]!) ?? langs[at]!);
    return lang === block.lang ? block : { ...block, lang };
  });
}
