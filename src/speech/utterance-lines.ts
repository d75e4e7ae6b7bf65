/** What is said of a sentence, and by whom: beyond what is written, and less than that. */
import type { Article, Block, Span } from '../core/article.js';
import type { Inline, InlineKind } from '../core/inline.js';
import { partEnd } from '../core/sentence-parts.js';
import { primaryLanguage, type Skippable } from '../core/settings.js';
import type { Spoken, SpokenPiece } from '../core/spoken.js';
import { composeSpoken, sliceSpoken, spokenFromPieces } from '../core/spoken-pieces.js';
import type { asMeant } from './as-meant.js';
import type { UtteranceLine } from './player.js';
import { isSayable, type LocatedSentence } from './navigation.js';

export interface UtteranceLineOptions {
  readonly skip: readonly Skippable[];
  /** Whether a language is to be read by a voice of its own, and has one. */
  readonly speaks: (lang: string) => boolean;
  /** How a text of a language is said. */
  readonly toSpoken: (text: string, lang: string, said: readonly SpokenPiece[]) => Spoken;
  /** What the page wants said in a span of the article, with offsets from its start. */
  readonly saidIn: (span: Span) => readonly SpokenPiece[];
  /** In the block. */
  readonly inlines: readonly Inline[];
  /** What the column is called that the block stands in. */
  readonly headers: readonly string[];
  /** What is said otherwise than written for these; loaded with the first text that has any. */
  readonly meant?: typeof asMeant;
}

/** Said before the alternative text of a picture. */
const PICTURE: Readonly<Record<string, string>> = {
  ar: 'صورة',
  en: 'Picture',
  fa: 'تصویر',
  fr: 'Image',
  he: 'תמונה',
  ur: 'تصویر',
};

/** Languages whose voices do not know Latin letters, or spell them out. */
const NOT_LATIN = /^(ar|fa|he|ur)$/;

/** Three words or more of Latin letters, with what stands between them. */
const LATIN =
  /\p{sc=Latin}[\p{sc=Latin}\p{M}'’-]*(?:[\s,.&–-]+(?:\p{N}+[\s,.&–-]+)*\p{sc=Latin}[\p{sc=Latin}\p{M}'’-]*){2,}/gu;
const ARABIC = /\p{sc=Arabic}[\p{sc=Arabic}\p{M}\p{N}\s،؛.«»]*/gu;

/** Of what Arabic pages quote in Latin letters, all but French passes for English. */
const FRENCH = /[àâçèéêëîïôœùû]|\b(?:les?|la|des?|du|et|une?)\b/i;

/** What is made when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

const clip = ({ start, end }: Span, { start: from, end: to }: Span): Span => ({
  start: Math.max(start, from) - from,
  end: Math.min(end, to) - from,
});

/** What is left out of a block by which choice, so that nothing may be left of it. */
const LEFT: { readonly [Kind in InlineKind]?: Skippable } = { deleted: 'deletions', link: 'links' };

/** Whether reading aloud passes over a block. A heading or a picture that is a link is no list of links. */
export function isSkipped(
  { text }: Article,
  { kind, start, end }: Block,
  skip: readonly Skippable[],
  inlinesOf: () => readonly Inline[],
): boolean {
  if (kind === 'caption') return skip.includes('captions');
  if (kind === 'cell' && skip.includes('tables')) return true;
  const left = (Object.keys(LEFT) as InlineKind[]).filter(
    (it) =>
      skip.includes(LEFT[it]!) && (it === 'deleted' || !(kind === 'heading' || kind === 'image')),
  );
  if (!left.length) return false;
  let rest = '';
  let at = start;
  for (const inline of inlinesOf()) {
    if (!left.includes(inline.kind) || inline.start >= end) continue;
    rest += text.slice(at, Math.max(at, inline.start));
    at = Math.max(at, inline.end);
  }
  return !isSayable(rest + text.slice(at, end));
}

interface Stretch extends Span {
  readonly lang: string;
}

/** Puts a stretch over those that are there, in order and without gaps. */
const laidOver = (stretches: readonly Stretch[], top: Stretch): Stretch[] =>
  [
    ...stretches.map((it) => ({ ...it, end: Math.min(it.end, top.start) })),
    top,
    ...stretches.map((it) => ({ ...it, start: Math.max(it.start, top.end) })),
  ].filter(({ start, end }) => start < end);

/**
 * A text cut where its language changes, as far as the languages have voices; offsets in it.
 *
 * @param whole is not cut by its letters
 */
function stretchesOf(
  text: string,
  lang: string,
  marked: readonly Stretch[],
  whole: readonly Span[],
  speaks: (lang: string) => boolean,
): readonly Stretch[] {
  let stretches: Stretch[] = [{ start: 0, end: text.length, lang }];
  const lay = (it: Stretch) => (stretches = laidOver(stretches, it));
  const isOther = (other: string) => primaryLanguage(other) !== primaryLanguage(lang);
  for (const it of marked) lay(isOther(it.lang) && speaks(it.lang) ? it : { ...it, lang });
  const isLatin = !NOT_LATIN.test(primaryLanguage(lang));
  for (const own of stretches.filter((it) => it.lang === lang)) {
    for (const match of text.slice(own.start, own.end).matchAll(isLatin ? ARABIC : LATIN)) {
      const start = own.start + match.index;
      if (whole.some((it) => it.start < start + match[0].length && it.end > start)) continue;
      const guess = isLatin ? 'ar' : FRENCH.test(match[0]) ? 'fr' : 'en';
      if (speaks(guess)) lay({ start, end: start + match[0].length, lang: guess });
    }
  }
  // What cannot be said joins its neighbour; so do stretches of one language.
  const joined: Stretch[] = [];
  for (const it of stretches) {
    const last = joined.at(-1);
    const isMute = (span: Span) => !isSayable(text.slice(span.start, span.end));
    if (last && (last.lang === it.lang || isMute(it)))
      joined[joined.length - 1] = { ...last, end: it.end };
    else if (last && isMute(last)) joined[joined.length - 1] = { ...it, start: last.start };
    else joined.push(it);
  }
  return joined;
}

/**
 * What to say for a sentence, in order: what its column is called or that it is a picture, where its
 * block begins; then the sentence, one line a language, each by a voice of its own.
 *
 * Text in another language is what `lang` marks, and unmarked three words or more of Latin letters in
 * a text of another script, or Arabic in a text of Latin letters.
 */
export function utteranceLines(
  article: Article,
  { block, sentence }: LocatedSentence,
  { skip, speaks, toSpoken, saidIn, headers, inlines, meant }: UtteranceLineOptions,
): readonly UtteranceLine[] {
  const lang = block.lang || article.lang;
  const text = article.text.slice(sentence.start, sentence.end);
  const stretches = inlines
    .filter(({ start, end }) => start < sentence.end && end > sentence.start)
    // What sentences share is said as it is written.
    .filter(({ start, end, text }) => !text || (start >= sentence.start && end <= sentence.end))
    .map((inline): Inline => ({ ...inline, ...clip(inline, sentence) }));
  const phrases = stretches.filter(({ kind, lang }) => lang || /address|formula/.test(kind));
  const marked = stretches.flatMap(({ start, end, lang }) => (lang ? [{ start, end, lang }] : []));

  const say = (span: Span, lang: string): Spoken => {
    const own = text.slice(span.start, span.end);
    const said = saidIn({ start: sentence.start + span.start, end: sentence.start + span.end });
    const here = stretches
      .filter(({ start, end }) => start < span.end && end > span.start)
      .map((inline): Inline => ({ ...inline, ...clip(inline, span) }));
    // What the page wants said is said so.
    const isFree = ({ source }: SpokenPiece) =>
      !said.some(({ source: { start, end } }) => start < source.end && end > source.start);
    const written = spokenFromPieces(
      own,
      here.length && meant ? meant(own, lang, here, skip).filter(isFree) : [],
    );
    const pieces = said.map(({ source: { start, end }, spoken }) => ({
      source: { start: written.toSpoken(start), end: written.toSpoken(end) },
      spoken,
    }));
    return composeSpoken(written, toSpoken(written.text, lang, pieces));
  };
  const lines: UtteranceLine[] = [];
  const lead = (words: string, lang: string) =>
    lines.push({
      start: sentence.start,
      end: sentence.start,
      lang,
      spoken: toSpoken(words, lang, []),
    });
  if (block.sentences[0]?.start === sentence.start) {
    if (headers.length) lead(headers.join('، '), lang);
    const picture = block.kind === 'image' && PICTURE[primaryLanguage(article.lang)];
    if (picture && !text.toLowerCase().startsWith(picture.toLowerCase()))
      lead(picture, article.lang);
  }
  const all = stretchesOf(text, lang, marked, phrases, speaks);
  for (let from = 0, to; from < text.length; from = to) {
    to = partEnd(text, from);
    const part = { start: from, end: to };
    // Numbers are said as the whole sentence wants them, also where it is cut.
    const whole = once(() => say(part, lang));
    for (const it of all) {
      const start = Math.max(it.start, from);
      const end = Math.min(it.end, to);
      if (start >= end) continue;
      const spoken = once(() =>
        it.lang === lang
          ? sliceSpoken(whole(), clip({ start, end }, part))
          : say({ start, end }, it.lang),
      );
      lines.push({
        start: sentence.start + start,
        end: sentence.start + end,
        lang: it.lang,
        get spoken() {
          return spoken();
        },
      });
    }
  }
  return lines;
}
