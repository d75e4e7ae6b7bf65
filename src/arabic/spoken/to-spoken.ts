/** Text as it is said: what the page teaches and what Arabic asks for, in one step. */
import type { Span } from '../../core/article.js';
import { composeSpoken, spokenFromPieces } from '../../core/spoken-pieces.js';
import { spokenAsWritten, type Spoken, type SpokenPiece } from '../../core/spoken.js';
import { pronounced } from './pronunciations.js';
import { verbalise } from './verbalise.js';

export interface SpokenOptions {
  /** BCP 47 language of the text, `ar` by default. Another language is said as it is written. */
  readonly lang?: string;
  /** ISO 3166 region, which decides the names of months; by default that of `lang`. */
  readonly region?: string;
  /** Whether the diacritics in the text are kept (the default) or left out, for voices that trip. */
  readonly diacritics?: 'keep' | 'remove';
  /**
   * What the page says is to be said for some stretches (`<abbr title>`, `data-spoken`,
   * `<time datetime>`): in order, not overlapping. Numbers in what is said are put into words too.
   */
  readonly said?: readonly SpokenPiece[];
  /** Names and house terms, and how they are pronounced; with و ف ب ل ك attached as well. */
  readonly pronunciations?: Readonly<Record<string, string>>;
}

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/**
 * The words to say for an Arabic text: its numbers, dates, abbreviations and signs as an Arab would
 * read them where they stand. What has none of these is said as it is written.
 *
 * The result holds no digit, and saying it again changes nothing. Every word of it leads back into a
 * word of the source. Pure; linear in the length of the text. Nothing is thrown.
 *
 * @param text a sentence, a paragraph or more; context is never taken across a line.
 */
export function toSpoken(text: string, options: SpokenOptions = {}): Spoken {
  const { lang = 'ar', said = [], pronunciations, diacritics } = options;
  const arabic = /^ar\b/i.test(lang);
  const region = (
    options.region ??
    (lang.length > 4 ? /[-_]([a-z]{2})\b/i.exec(lang.slice(2))?.[1] : '') ??
    ''
  ).toUpperCase();

  const fixed: SpokenPiece[] = said.map(({ source, spoken }) => ({
    source,
    spoken: arabic ? verbalise(spoken, region).text : spoken,
  }));
  if (pronunciations) {
    const words = pronounced(text, pronunciations);
    let next = 0;
    for (const word of words) {
      while (next < said.length && said[next]!.source.end <= word.source.start) next++;
      if (!said[next] || !overlaps(said[next]!.source, word.source)) fixed.push(word);
    }
    fixed.sort((a, b) => a.source.start - b.source.start);
  }
  const spoken = arabic
    ? verbalise(text, region, fixed)
    : fixed.length
      ? spokenFromPieces(text, fixed)
      : spokenAsWritten(text);
  return diacritics === 'remove' ? withoutDiacritics(spoken) : spoken;
}

function withoutDiacritics(spoken: Spoken): Spoken {
  const marks = Array.from(
    spoken.text.matchAll(/[\u064b-\u0652\u0670\u0653-\u065f]+/g),
    (match) => ({
      source: { start: match.index, end: match.index + match[0].length },
      spoken: '',
    }),
  );
  return composeSpoken(spoken, spokenFromPieces(spoken.text, marks));
}
