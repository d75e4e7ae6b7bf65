/** One article from its source to its files. What was made before is not made again. */
import { readFile, stat } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { decode } from '../../src/page/render/decode.js';
import { Mp3Encoder } from './audio/mp3.js';
import { scriptOfHtml, scriptOfText, type Script } from './input/script.js';
import { LARGEST, SourceError, type ArticleSource } from './input/source.js';
import { narrate } from './narration.js';
import { epub } from './output/epub.js';
import { guidedNavigation, type GuidedDocument } from './output/guided-navigation.js';
import type { Storage } from './output/storage.js';
import { nameOf } from './output/store.js';
import { webVtt } from './output/web-vtt.js';
import type { NarrationVoice } from './voice/voice.js';

export interface MakeOptions {
  /** Selects the article on its page. */
  readonly content?: string;
  /** 0.5 to 3 times the voice's own pace; 1 by default. */
  readonly rate?: number;
  /** kbit/s; 64 by default. */
  readonly bitrate?: 32 | 48 | 64 | 96 | 128;
  /** Whether it is wanted as a book too. */
  readonly epub?: boolean;
}

/** What is known of a narration, as in `index.json`. */
export interface Made {
  readonly id: string;
  readonly title: string;
  readonly lang: string;
  /** The Guided Navigation document, beside the index. */
  readonly narration: string;
  /** It was there already. */
  readonly isOld: boolean;
  /** Seconds of sound made now; 0 for what was there. */
  readonly duration: number;
  /** Whether when words are said was guessed. */
  readonly isEstimated?: boolean;
}

/** Of the rules by which sound and times are made: with others, everything is made anew. */
const RULES = 1;

/** What has the same name is being made elsewhere. */
export class BusyError extends Error {
  override readonly name = 'BusyError';
}

/**
 * @param claim whether what has a name is this one's to make, where others may make it as well
 * @throws SourceError where the source is none; BusyError where it is not this one's to make; Error where the
 *   voice fails
 */
export async function makeArticle(
  source: ArticleSource,
  voice: NarrationVoice,
  store: Storage,
  options: MakeOptions = {},
  onProgress?: (fraction: number) => void,
  claim?: (name: string) => Promise<boolean>,
): Promise<Made> {
  const made = await recordArticle(source, voice, store, options, onProgress, claim);
  if (options.epub) await makeBook(made, store);
  return made;
}

/** Of what is there already, whenever it was made. */
async function makeBook({ narration, title, lang }: Made, store: Storage): Promise<void> {
  const id = narration.replace('.json', '');
  const file = `${id}.epub`;
  if (await store.has(file)) return;
  const text = new TextDecoder().decode(await store.read(narration));
  const document = JSON.parse(text) as GuidedDocument;
  const sound = await store.read(document.links[0]!.href);
  await store.write(file, epub(document, sound, { id, title, lang }));
}

async function recordArticle(
  source: ArticleSource,
  voice: NarrationVoice,
  store: Storage,
  options: MakeOptions,
  onProgress?: (fraction: number) => void,
  claim?: (name: string) => Promise<boolean>,
): Promise<Made> {
  const script = await readScript(source, voice, options);
  const { rate = 1, bitrate = 64 } = options;
  const name = nameOf(RULES, voice.id, rate, bitrate, source.url, said(script));
  const { title, lang } = script;
  const made = { id: source.id, title, lang, narration: `${name}.json` };
  // Written last: where it is, the others are.
  if (await store.has(made.narration)) return { ...made, isOld: true, duration: 0 };
  if (claim && !(await claim(name))) throw new BusyError('another is making it');
  // It may have been done between the two.
  if (claim && (await store.has(made.narration))) return { ...made, isOld: true, duration: 0 };
  const narration = await narrate(script, { voice, rate, ...(onProgress && { onProgress }) });
  const { sound } = narration;
  const encoder = await Mp3Encoder.start(sound.rate, bitrate);
  for (const samples of sound.levelled()) encoder.add(samples);
  const audio = `${name}.mp3`;
  await store.write(audio, encoder.finish());
  await store.write(`${name}.vtt`, webVtt(script, narration));
  const document = guidedNavigation(script, narration, {
    ...{ audio, voice: voice.name, isEstimated: voice.isEstimated },
    ...(source.url && { page: source.url }),
  });
  await store.write(made.narration, JSON.stringify(document));
  return { ...made, isOld: false, duration: sound.duration, isEstimated: voice.isEstimated };
}

/** @throws SourceError where the source is none */
export async function readScript(
  source: ArticleSource,
  voice: NarrationVoice,
  { content }: MakeOptions,
): Promise<Script> {
  const text = source.content ?? (await textIn(source));
  const options = {
    speaks: (lang: string) => voice.speaks(lang),
    ...(content && { content }),
    ...(source.lang && { lang: source.lang }),
  };
  if (source.kind === 'text') return scriptOfText(text, options);
  const url = source.url ?? (source.path ? pathToFileURL(source.path).href : 'about:blank');
  return scriptOfHtml(text, url, options);
}

/** @throws SourceError if it is too large */
export async function textIn({ path, kind }: ArticleSource): Promise<string> {
  const { size } = await stat(path!);
  if (size > LARGEST)
    throw new SourceError(`${size} bytes are more than the ${LARGEST} that an article may have`);
  return decode(await readFile(path!), undefined, kind === 'html');
}

/** All of a script that is heard or written into the times. */
export const said = ({ title, text, blocks }: Script) => [
  title,
  blocks.map(({ kind, level, lang, anchor, sentences }) => [
    [kind, level, lang, anchor],
    sentences.map(({ start, end, lines }) => [
      text.slice(start, end),
      lines.map((line) => [line.start - start, line.end - start, line.lang, line.spoken.text]),
    ]),
  ]),
];
