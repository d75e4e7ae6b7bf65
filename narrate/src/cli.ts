#!/usr/bin/env node
/** `article-reader-narrate`: see README. */
import { availableParallelism } from 'node:os';
import { isAddress } from './input/addresses.js';
import { findSources, type Found } from './input/find-sources.js';
import { Web } from './input/web.js';
import type { Made } from './make-article.js';
import { Store } from './output/store.js';
import { align } from './run/align-command.js';
import { writeFeed, type FeedOptions } from './run/feed-file.js';
import { readIndex, writeIndex } from './run/index-file.js';
import { makeAll, type Failure } from './run/pool.js';
import { createProgress } from './run/progress.js';
import { collect, enqueue, status, worker } from './run/queue-commands.js';
import { parse, UsageError } from './run/usage.js';
import { createVoice } from './voice/create-voice.js';

const USAGE = `article-reader-narrate FILES… --out FOLDER

Records articles: MP3, the time of every word (Readium Guided Navigation), WebVTT.

FILES are HTML or text, folders of them, addresses of pages, sitemaps and feeds, or - for JSON a line on
standard input:
  {"id": "story-1", "html": "<h1>…", "url": "https://…", "lang": "ar"}   ("text" instead of "html")

  --out FOLDER        where to; what is there already is not made again
  --voice VOICE       embedded, embedded:layla, embedded:hakim, embedded:nour, embedded:fasih
                      piper:FILE.onnx   a neural voice that you have, with FILE.onnx.json
                      server:URL        a POST a sentence; see README
                      command:'PROGRAM' text to its input, sound from its output
  --rate NUMBER       0.5 to 3 times the voice's own pace (1)
  --bitrate KBITS     32, 48, 64, 96 or 128 (64)
  --content SELECTOR  the article on its page; else what the page's own reader reads, article, main
  --epub              each as a book too: EPUB 3, words highlighted as they are said
  --feed URL          a podcast of all in the folder, which is published at URL: feed.xml
  --feed-title TEXT   its name (the host of URL)
  --delay SECONDS     between two requests to a host (1); robots.txt may ask for more
  --any-host          addresses may be of other hosts than the first
  --jobs N            threads (as many as there are processors)
  --help

article-reader-narrate align RECORDING ARTICLE --out FOLDER
  when each word is said in a recording by a person; see align --help

On many machines, with bullmq and ioredis installed:
  article-reader-narrate FILES… --queue redis://HOST    brings articles to a queue
  article-reader-narrate worker --queue redis://HOST --out FOLDER|s3://BUCKET/PREFIX
                         takes them: --jobs N, --lease SECONDS (30) until one that is silent counts as
                         dead, --until-empty
  article-reader-narrate status --queue redis://HOST    how far it is; --retry: what was given up, again
  article-reader-narrate collect --queue redis://HOST --out FOLDER|s3://…    writes index.json

Ends with 0 if all is made, 1 if an article failed, 2 if it was asked wrongly, 130 if it was stopped.
`;

const BITRATES = [32, 48, 64, 96, 128] as const;

function optionsOf(args: readonly string[]) {
  const { values, positionals } = parse(args, {
    out: { type: 'string' },
    voice: { type: 'string', default: 'embedded' },
    rate: { type: 'string', default: '1' },
    bitrate: { type: 'string', default: '64' },
    content: { type: 'string' },
    epub: { type: 'boolean', default: false },
    feed: { type: 'string' },
    'feed-title': { type: 'string' },
    delay: { type: 'string', default: '1' },
    'any-host': { type: 'boolean', default: false },
    queue: { type: 'string' },
    jobs: { type: 'string', default: String(availableParallelism()) },
    help: { type: 'boolean', default: false },
  });
  const number = (name: 'rate' | 'bitrate' | 'jobs' | 'delay', min: number, max: number) => {
    const value = Number(values[name]);
    if (!(value >= min && value <= max))
      throw new UsageError(`--${name} is from ${min} to ${max}, not ${values[name]}`);
    return value;
  };
  const bitrate = BITRATES.find((it) => it === Number(values.bitrate));
  if (values.help) return null;
  if (!values.out && !values.queue) throw new UsageError('--out is missing');
  if (values.queue && (values.out || values.feed))
    throw new UsageError(
      'with --queue, --out is said to the workers, and a feed is made of a folder',
    );
  if (!positionals.length) throw new UsageError('there are no files');
  if (!bitrate) throw new UsageError(`--bitrate is one of ${BITRATES.join(', ')}`);
  return {
    files: positionals,
    out: values.out ?? '',
    queue: values.queue,
    web: { delay: number('delay', 0, 3600), anyHost: values['any-host'] },
    feed: feedOf(values.feed, values['feed-title']),
    voice: values.voice,
    jobs: Math.floor(number('jobs', 1, 256)),
    make: {
      rate: number('rate', 0.5, 3),
      bitrate,
      epub: values.epub,
      ...(values.content !== undefined && { content: values.content }),
    },
  };
}

/** A podcast of the folder, where that will be published. */
function feedOf(url: string | undefined, title: string | undefined): FeedOptions | null {
  if (url === undefined) return null;
  if (!/^https?:/.test(url) || !URL.canParse(url))
    throw new UsageError(`--feed is the address at which the folder is published, not ${url}`);
  return { base: url.replace(/\/*$/, '/'), ...(title !== undefined && { title }) };
}

/** The sources, counted as they are found, some ahead of those that are made. */
async function counted(sources: AsyncIterable<Found>): Promise<Found[]> {
  const all: Found[] = [];
  for await (const source of sources) all.push(source);
  return all;
}

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

async function record(args: readonly string[]): Promise<number> {
  const options = optionsOf(args);
  if (!options) {
    process.stdout.write(USAGE);
    return 0;
  }
  const { files, out, queue, voice, jobs, make, feed, web } = options;
  try {
    // Told before anything is begun.
    createVoice(voice).close();
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
  if (queue)
    return enqueue(queue, findSources(files, process.stdin, new Web(web)), { voice, make });
  const store = await Store.open(out);
  const before = await readIndex(store);
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  process.once('SIGTERM', () => stop.abort());
  // What comes by standard input may have no end, and each line, like each page, holds a whole article.
  const isStream = files.some((it) => it === '-' || it.endsWith('.jsonl') || isAddress(it));
  const sources = findSources(files, process.stdin, new Web(web));
  const found = isStream ? null : await counted(sources);
  const total = found?.length ?? null;
  const made: Made[] = [];
  const failures: Failure[] = [];
  const began = performance.now();
  const progress = createProgress(process.stderr);
  await makeAll(found ? each(found) : sources, {
    ...{ folder: out, voice, make, jobs: total ? Math.min(jobs, total) : jobs },
    signal: stop.signal,
    onMade(it) {
      made.push(it);
      progress.step(it.duration, total);
    },
    onFailed(failure) {
      failures.push(failure);
      progress.line(`${failure.id}: ${failure.message}`);
      progress.step(0, total);
    },
  });
  progress.stop();
  await writeIndex(store, before, made);
  if (feed) await writeFeed(store, feed);
  const sound = made.reduce((sum, { duration }) => sum + duration, 0);
  const took = (performance.now() - began) / 1000;
  const old = made.filter(({ isOld }) => isOld).length;
  process.stderr.write(
    `${made.length - old} made, ${old} there already, ${failures.length} failed: ` +
      `${(sound / 60).toFixed(1)} minutes of sound in ${took.toFixed(1)} s, ${(sound / took).toFixed(0)} times faster than real time\n`,
  );
  if (made.some(({ isEstimated }) => isEstimated))
    process.stderr.write(
      'The voice does not tell when it says each word: those times are estimated.\n',
    );
  if (stop.signal.aborted) return 130;
  return failures.length ? 1 : 0;
}

/** What is no command is a file to record. */
const COMMANDS: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  ...{ align, collect, status, worker },
};

try {
  const [first = '', ...rest] = process.argv.slice(2);
  const command = Object.hasOwn(COMMANDS, first) ? COMMANDS[first] : undefined;
  process.exitCode = await (command ? command(rest) : record(process.argv.slice(2)));
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
