/** `article-reader-narrate` for many machines: what brings articles to a queue, takes them, and looks at it. */
import { availableParallelism } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import type { Found } from '../input/source.js';
import { textIn, type Made, type MakeOptions } from '../make-article.js';
import { openStorage } from '../output/open-storage.js';
import { ArticleQueue } from '../queue/article-queue.js';
import { work } from '../queue/work.js';
import { readIndex, writeIndex } from './index-file.js';
import { parse, UsageError } from './usage.js';

/** Failures that `status` lists. */
const MOST_LISTED = 100;
/** Seconds. */
const LEASE = 30;

const say = (line: string) => process.stderr.write(`${line}\n`);

function queueOf(url: string | undefined): Promise<ArticleQueue> {
  if (!url) throw new UsageError('--queue is missing');
  if (!URL.canParse(url) || !/^rediss?:$/.test(new URL(url).protocol))
    throw new UsageError('--queue is an address of Redis: redis://HOST:PORT');
  return ArticleQueue.connect(url);
}

/** Articles into the queue. @returns the exit status */
export async function enqueue(
  url: string,
  sources: AsyncIterable<Found>,
  order: { readonly voice: string; readonly make: MakeOptions },
): Promise<number> {
  const queue = await queueOf(url);
  let count = 0;
  let failed = 0;
  try {
    for await (const it of sources)
      try {
        if ('error' in it) throw it.error;
        // Another machine may not have the file.
        const { path, ...rest } = it;
        const source = path ? { ...rest, content: await textIn(it) } : rest;
        await queue.put({ source, ...order });
        count++;
      } catch (error) {
        failed++;
        say(`${it.id}: ${(error as Error).message}`);
      }
  } finally {
    await queue.close();
  }
  say(`${count} brought, ${failed} failed`);
  return failed ? 1 : 0;
}

/** Takes articles until it is stopped. @returns the exit status. @throws UsageError if it was asked wrongly */
export async function worker(args: readonly string[]): Promise<number> {
  const { values } = parse(args, {
    queue: { type: 'string' },
    out: { type: 'string' },
    jobs: { type: 'string', default: String(availableParallelism()) },
    lease: { type: 'string', default: String(LEASE) },
    'until-empty': { type: 'boolean', default: false },
  });
  const { out } = values;
  const [jobs, lease] = [Number(values.jobs), Number(values.lease) * 1000];
  if (!out) throw new UsageError('--out is missing');
  if (!(jobs >= 1 && jobs <= 256)) throw new UsageError('--jobs is from 1 to 256');
  if (!(lease >= 1000)) throw new UsageError('--lease is of 1 second or more');
  const queue = await queueOf(values.queue);
  await openStorage(out);
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  const working = await work(queue, {
    ...{ folder: out, jobs: Math.floor(jobs), lease },
    onMade: ({ id, narration, isOld }) =>
      say(`${id}: ${narration}${isOld ? ', there already' : ''}`),
    onFailed: (id, message) => say(`${id}: ${message}`),
  });
  while (!stop.signal.aborted) {
    await wait(500, null, { signal: stop.signal }).catch(() => {});
    if (!values['until-empty']) continue;
    const { waiting, active, delayed } = await queue.state();
    if (!waiting && !active && !delayed) break;
  }
  await working.close();
  await queue.close();
  return 0;
}

/** How far the whole is, and what was given up. @returns the exit status: 1 if anything was */
export async function status(args: readonly string[]): Promise<number> {
  const { values } = parse(args, {
    queue: { type: 'string' },
    retry: { type: 'boolean', default: false },
  });
  const queue = await queueOf(values.queue);
  try {
    if (values.retry) await queue.retry();
    const { waiting, active, delayed, failed, made, seconds } = await queue.state();
    process.stdout.write(
      `${waiting} waiting, ${active} in work, ${delayed} to be tried again, ${failed} given up, ` +
        `${made} made: ${(seconds / 60).toFixed(1)} minutes of sound\n`,
    );
    for (const { id, message } of await queue.failures(MOST_LISTED))
      process.stdout.write(`${id}: ${message}\n`);
    return failed ? 1 : 0;
  } finally {
    await queue.close();
  }
}

/** Writes into `index.json` what was made by the queue, beside what is there. @returns the exit status */
export async function collect(args: readonly string[]): Promise<number> {
  const { values } = parse(args, { queue: { type: 'string' }, out: { type: 'string' } });
  if (!values.out) throw new UsageError('--out is missing');
  const queue = await queueOf(values.queue);
  try {
    const made: Made[] = [];
    for await (const it of queue.made()) made.push(it);
    const store = await openStorage(values.out);
    await writeIndex(store, await readIndex(store), made);
    say(`${made.length} articles`);
    return 0;
  } finally {
    await queue.close();
  }
}
