/**
 * Of an article what is said of it, sentence by sentence, as the reader says it on the page: the library's own
 * reading, its rules for numbers and signs, and what is left out by its settings. Knows no voice.
 */
import { sentences } from '../../../src/arabic/sentences.js';
import { lines as joinedLines, paragraphs } from '../../../src/arabic/laid-out.js';
import { foldLetters, hasFolded } from '../../../src/arabic/fold-letters.js';
import { toSpoken } from '../../../src/arabic/spoken/to-spoken.js';
import type { Block, BlockKind, Segmentation, Span } from '../../../src/core/article.js';
import { cutAt } from '../../../src/core/sentence-parts.js';
import { BASE_SETTINGS } from '../../../src/core/settings.js';
import type { Spoken, SpokenPiece } from '../../../src/core/spoken.js';
import { composeSpoken } from '../../../src/core/spoken-pieces.js';
import type { PageText } from '../../../src/page/page-text.js';
import { closerLook } from '../../../src/page/read/closer-look.js';
import { inlinesOf } from '../../../src/page/read/inlines.js';
import { listMarkersOf } from '../../../src/page/read/list-markers.js';
import { readArticle } from '../../../src/page/read/read-article.js';
import { spokenFormsOf } from '../../../src/page/read/spoken-forms.js';
import { columnHeadersOf } from '../../../src/page/read/table-headers.js';
import { renderText } from '../../../src/page/render/render-text.js';
import { asMeant } from '../../../src/speech/as-meant.js';
import { markerWords } from '../../../src/speech/marker-words.js';
import { isSayable } from '../../../src/speech/navigation.js';
import { isSkipped, utteranceLines } from '../../../src/speech/utterance-lines.js';
import { withPage } from './page-globals.js';
import { SourceError } from './source.js';

/** Said in one go: a stretch of the sentence, or of no length for what is said besides. */
export interface ScriptLine extends Span {
  readonly lang: string;
  /** With the way back to offsets from the line's start. */
  readonly spoken: Spoken;
}

export interface ScriptSentence extends Span {
  readonly lines: readonly ScriptLine[];
}

export interface ScriptBlock extends Span {
  readonly kind: BlockKind;
  readonly level?: number;
  readonly lang: string;
  /** The nearest `id` on the page, to point there by. */
  readonly anchor?: string;
  readonly sentences: readonly ScriptSentence[];
}

/** What is said of an article; offsets are in its text. */
export interface Script {
  readonly title: string;
  readonly lang: string;
  readonly text: string;
  readonly blocks: readonly ScriptBlock[];
}

export interface ScriptOptions {
  /** Selects the article on the page; else what the page's own reader reads, `article`, `main`, all of it. */
  readonly content?: string;
  /** BCP 47 language of a page that does not say. */
  readonly lang?: string;
  /** Primary languages that the voice speaks; what is in others is left to it all the same. */
  readonly speaks: (lang: string) => boolean;
}

/** Of a text without a heading its beginning is the title; characters. */
const LONG_TITLE = 80;

const segmentation: Segmentation = { sentences, paragraphs, lines: joinedLines };

/** @throws SourceError where there is nothing to say */
export const scriptOfHtml = (html: string, url: string, options: ScriptOptions): Script =>
  withPage(html, url, (document) => scriptIn(document, contentOf(document, options), options));

/** @throws SourceError where there is nothing to say */
export const scriptOfText = (text: string, options: ScriptOptions): Script =>
  withPage('<!doctype html><body>', 'about:blank', (document) => {
    document.body.append(renderText(text, segmentation, options.lang));
    return scriptIn(document, document.body, options);
  });

/** The longest of several: the others are teasers. */
function longest(elements: Iterable<Element>): Element | undefined {
  let best: Element | undefined;
  let most = 0;
  for (const element of elements) {
    const { length } = element.textContent;
    if (length > most) [best, most] = [element, length];
  }
  return best;
}

function contentOf(document: Document, { content }: ScriptOptions): Element {
  if (content) {
    let found: Element | null;
    try {
      found = document.querySelector(content);
    } catch {
      throw new SourceError(`is no selector: ${content}`);
    }
    if (!found) throw new SourceError(`nothing on the page is ${content}`);
    return found;
  }
  const readers = [...document.querySelectorAll('article-reader')];
  const named = readers.map((it) => it.getAttribute('for')).find(Boolean);
  return (
    (named && document.getElementById(named)) ||
    readers.find((it) => it.textContent.trim()) ||
    (longest(document.querySelectorAll('article,[role=article]')) ??
      longest(document.querySelectorAll('main,[role=main]')) ??
      document.body)
  );
}

function scriptIn(document: Document, root: Element, options: ScriptOptions): Script {
  const page = readArticle(root, {
    segmentation,
    closer: closerLook(),
    ...(options.lang && { lang: options.lang }),
  });
  const { article } = page;
  const blocks = article.blocks.flatMap((block): ScriptBlock[] => {
    const said = sentencesOf(page, block, options);
    if (!said.length) return [];
    const { start, end, kind, level, lang } = block;
    const anchor = anchorOf(page, block);
    return [
      {
        ...{ start, end, kind, lang, sentences: said },
        ...(level !== undefined && { level }),
        ...(anchor && { anchor }),
      },
    ];
  });
  if (!blocks.length) throw new SourceError('there is nothing in it to say');
  const first = blocks.find(({ kind }) => kind === 'heading') ?? blocks[0]!;
  const { start } = first.sentences[0]!;
  const name = article.text.slice(
    start,
    cutAt(article.text.slice(0, first.end), start, LONG_TITLE),
  );
  const title = document.title.trim() || name.trim();
  return { title, lang: article.lang, text: article.text, blocks };
}

function anchorOf(page: PageText, { start }: Block): string | undefined {
  const { startContainer } = page.toRange({ start, end: start });
  const element =
    startContainer.nodeType === 1 ? (startContainer as Element) : startContainer.parentElement;
  return element?.closest('[id]')?.id || undefined;
}

/** As the reader says them (`reader/listening/listening.ts`), by what holds where nobody chose. */
function sentencesOf(page: PageText, block: Block, { speaks }: ScriptOptions): ScriptSentence[] {
  const { article } = page;
  const { skip, listNumbers } = BASE_SETTINGS;
  const inlines = inlinesOf(page, block);
  if (isSkipped(article, block, skip, () => inlines)) return [];
  const headers = [
    ...columnHeadersOf(page, block),
    ...listMarkersOf(page, block).map((it) => markerWords(it, listNumbers, block.lang)),
  ];
  return block.sentences.flatMap((sentence) => {
    if (!isSayable(article.text.slice(sentence.start, sentence.end))) return [];
    const lines = utteranceLines(
      article,
      { block, index: article.blocks.indexOf(block), sentence },
      {
        ...{ skip, speaks, toSpoken: say, headers, inlines, meant: asMeant },
        saidIn: (span) => spokenFormsOf(page, span, block.lang),
      },
    ).filter(({ spoken }) => isSayable(spoken.text));
    if (!lines.length) return [];
    const { start, end } = sentence;
    // Made now: the page goes.
    return [
      {
        start,
        end,
        lines: lines.map(({ start, end, lang, spoken }) => ({ start, end, lang, spoken })),
      },
    ];
  });
}

/** A text with its letters as they are meant, and its numbers and signs in words. */
function say(text: string, lang: string, said: readonly SpokenPiece[]): Spoken {
  if (!hasFolded(text)) return toSpoken(text, { lang, said });
  const folded = foldLetters(text);
  const pieces = said.map(({ source: { start, end }, spoken }) => ({
    source: { start: folded.toSpoken(start), end: folded.toSpoken(end) },
    spoken: foldLetters(spoken).text,
  }));
  return composeSpoken(folded, toSpoken(folded.text, { lang, said: pieces }));
}
