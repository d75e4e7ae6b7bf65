/**
 * When what is said, as a Readium Guided Navigation document: the article, in it its blocks, sentences, words
 * (`application/guided-navigation+json`).
 *
 * @see https://readium.org/guided-navigation/
 */
import type { Script } from '../input/script.js';
import type { TimedBlock, Timing } from '../narration.js';

export interface GuidedObject {
  readonly role?: readonly string[];
  readonly text?: string | { readonly plain: string; readonly language: string };
  readonly textref?: string;
  readonly audioref?: string;
  readonly children?: readonly GuidedObject[];
}

export interface GuidedDocument {
  readonly links: readonly {
    readonly rel: string;
    readonly href: string;
    readonly type: string;
    readonly title?: string;
    readonly duration?: number;
    readonly properties?: { readonly wordTimes: 'estimated' };
  }[];
  readonly guided: readonly GuidedObject[];
}

/** What a block is, in the words of https://readium.org/guided-navigation/roles */
const roleOf = ({ kind, level }: TimedBlock): string =>
  kind === 'heading'
    ? `heading${level ?? 2}`
    : ({ 'list-item': 'listItem', quote: 'blockquote' }[kind as string] ?? kind);

/** Milliseconds are less than a tenth of a frame of sound. */
const seconds = (time: number) => String(Math.round(time * 1000) / 1000);

export interface GuidedOptions {
  /** The sound's file, relative to the document. */
  readonly audio: string;
  /** The sound's media type; MP3's by default. */
  readonly type?: string;
  /** Who speaks, as listeners are told. */
  readonly voice?: string;
  /** The article's address; none: texts are told apart by their words alone. */
  readonly page?: string;
  /** Whether when words are said was guessed. */
  readonly isEstimated?: boolean;
}

export function guidedNavigation(
  { text, title, lang }: Script,
  { blocks, sound }: Timing,
  { audio, type = 'audio/mpeg', voice, page, isEstimated }: GuidedOptions,
): GuidedDocument {
  const at = (from: number, to: number) => `${audio}#t=${seconds(from)},${seconds(to)}`;
  return {
    links: [
      {
        rel: 'alternate',
        href: audio,
        type,
        ...(voice && { title: voice }),
        duration: Math.round(sound.duration * 1000) / 1000,
        ...(isEstimated && { properties: { wordTimes: 'estimated' } }),
      },
      ...(page ? [{ rel: 'canonical', href: page, type: 'text/html', title }] : []),
    ],
    guided: [
      {
        role: ['article'],
        text: { plain: title, language: lang },
        children: blocks.map((block) => ({
          role: [roleOf(block)],
          ...(block.anchor && page && { textref: `${page}#${encodeURIComponent(block.anchor)}` }),
          children: block.sentences.map(({ start, end, from, to, words }) => ({
            text: { plain: text.slice(start, end), language: block.lang },
            audioref: at(from, to),
            ...(words.length && {
              children: words.map((word) => ({
                text: text.slice(word.start, word.end),
                audioref: at(word.from, word.to),
              })),
            }),
          })),
        })),
      },
    ],
  };
}
