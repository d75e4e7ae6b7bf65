/** A worker: takes articles from the queue, as many at once as it has threads. */
import type { Job } from 'bullmq';
import type { Made } from '../make-article.js';
import { Thread } from '../run/pool.js';
import { libraries, NAME, type ArticleQueue, type Claim, type Waiting } from './article-queue.js';

export interface WorkOptions {
  /** Where to: a folder, or `s3://…`. */
  readonly folder: string;
  /** How many threads. */
  readonly jobs: number;
  /** How long nothing may be heard of a worker before another takes its articles; ms. */
  readonly lease: number;
  readonly onMade: (made: Made) => void;
  /** It was tried, and may be tried again. */
  readonly onFailed: (id: string, message: string) => void;
}

/** Workers that may die over one article before it is given up. */
const MOST_DEATHS = 10;
/** Until what another is making is looked at again; ms. */
const LOOK_AGAIN = 2000;

export interface Working {
  /** Takes no more, and resolves when what is in work is done. */
  close(): Promise<void>;
}

export async function work(queue: ArticleQueue, options: WorkOptions): Promise<Working> {
  const { Worker, DelayedError, UnrecoverableError } = libraries();
  const { folder, jobs, lease, onMade, onFailed } = options;
  const idle: { key: string; thread: Thread }[] = [];
  const never = new AbortController().signal;

  /** One that was started for the same voice, if any is idle. */
  async function threadFor(key: string, { voice, make }: Waiting): Promise<Thread> {
    const at = idle.findIndex((it) => it.key === key);
    if (at >= 0) return idle.splice(at, 1)[0]!.thread;
    // Not more than there are articles in work.
    await idle.shift()?.thread.end();
    return new Thread({ folder, voice, make, claims: true });
  }

  async function process(job: Job<Waiting>, token: string | undefined): Promise<void> {
    const { source, voice, make, at } = job.data;
    const key = JSON.stringify([voice, make]);
    const thread = await threadFor(key, job.data);
    let claim: Claim | null = null;
    try {
      const made = await thread.make(
        source,
        never,
        async (name) => !!(claim = await queue.claim(name, lease)),
      );
      await queue.remember(made, at);
      onMade(made);
    } catch (error) {
      const { name, message } = error as Error;
      if (name === 'BusyError') {
        await job.moveToDelayed(Date.now() + LOOK_AGAIN, token);
        throw new DelayedError();
      }
      onFailed(source.id, message);
      // What is no article will be none the next time.
      throw name === 'SourceError' ? new UnrecoverableError(message) : error;
    } finally {
      await (claim as Claim | null)?.release();
      if (!thread.isOver) idle.push({ key, thread });
    }
  }

  // BullMQ leaves a connection open that it did not make.
  const connection = queue.redis.duplicate({ lazyConnect: false });
  connection.on('error', () => {});
  const worker = new Worker<Waiting>(NAME, process, {
    connection,
    concurrency: jobs,
    lockDuration: lease,
    stalledInterval: lease,
    maxStalledCount: MOST_DEATHS,
  });
  worker.on('error', () => {});
  return {
    async close() {
      await worker.close();
      connection.disconnect();
      await Promise.all(idle.map(({ thread }) => thread.end()));
    },
  };
}
