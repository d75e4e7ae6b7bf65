/**
 * Articles that wait for workers on any number of machines, in Redis by BullMQ. What was made is told by what is
 * stored, never by the queue: it may be thrown away and filled anew.
 */
import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import type { ArticleSource } from '../input/source.js';
import type { Made, MakeOptions } from '../make-article.js';
import { optional } from '../optional.js';

export const NAME = 'article-reader-narrate';
const INDEX = `${NAME}:made`;
const SOUND = `${NAME}:seconds`;
const claimOf = (name: string) => `${NAME}:claim:${name}`;

/** What is loaded of BullMQ and ioredis. */
export function libraries() {
  const both = 'bullmq ioredis';
  const { Redis } = optional<typeof import('ioredis')>('ioredis', both);
  const { DelayedError, Queue, UnrecoverableError, Worker } = optional<typeof import('bullmq')>(
    'bullmq',
    both,
  );
  return { DelayedError, Queue, Redis, UnrecoverableError, Worker };
}

/** An article as it waits, with all that decides what becomes of it. */
export interface Waiting {
  readonly source: ArticleSource;
  readonly voice: string;
  readonly make: MakeOptions;
  /** When it was put there, in ms since 1970: of two versions the later counts. */
  readonly at: number;
}

/** So many wait at most; who brings more waits with them, so that Redis does not hold a million articles. */
const MOST_WAITING = 10_000;
/** Articles that are brought between two looks at how many wait. */
const LOOK_EVERY = 100;
/** Times that an article is tried, the first included; the pauses between are 2, 4, 8 and 16 s, or up to half less. */
const ATTEMPTS = 5;
const BACKOFF = { type: 'exponential', delay: 2000, jitter: 0.5 } as const;

/** Keeps the later of two. */
const REMEMBER = `
local old = redis.call('HGET', KEYS[1], ARGV[1])
if old and cjson.decode(old).at > tonumber(ARGV[3]) then return end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])`;
const RENEW = `return redis.call('GET', KEYS[1]) == ARGV[1] and redis.call('PEXPIRE', KEYS[1], ARGV[2])`;
const RELEASE = `return redis.call('GET', KEYS[1]) == ARGV[1] and redis.call('DEL', KEYS[1])`;

export interface QueueState {
  readonly waiting: number;
  readonly active: number;
  /** To be tried again. */
  readonly delayed: number;
  /** Given up. */
  readonly failed: number;
  readonly made: number;
  /** Of sound. */
  readonly seconds: number;
}

export class ArticleQueue {
  readonly redis: Redis;
  readonly #queue: Queue<Waiting>;
  #brought = 0;

  private constructor(redis: Redis, queue: Queue<Waiting>) {
    this.redis = redis;
    this.#queue = queue;
  }

  /** @throws Error if the libraries or Redis are not there */
  static async connect(url: string): Promise<ArticleQueue> {
    const { Queue, Redis } = libraries();
    const redis = new Redis(url, { maxRetriesPerRequest: null, lazyConnect: true });
    let why = '';
    // Later it is only waited for.
    redis.on('error', ({ message }: Error) => (why = message));
    try {
      await redis.connect();
    } catch (error) {
      redis.disconnect();
      throw new Error(
        `There is no Redis at ${new URL(url).host}: ${why || (error as Error).message}`,
      );
    }
    const queue = new Queue<Waiting>(NAME, { connection: redis });
    queue.on('error', () => {});
    return new ArticleQueue(redis, queue);
  }

  /** Waits where too many wait. The same article, asked for in the same way, waits once. */
  async put({ source, voice, make }: Omit<Waiting, 'at'>): Promise<void> {
    if (this.#brought++ % LOOK_EVERY === 0)
      while ((await this.#queue.getWaitingCount()) > MOST_WAITING) await wait(1000);
    const hash = createHash('sha256')
      .update(JSON.stringify([source, voice, make]))
      .digest('hex');
    await this.#queue.add(
      'article',
      { source, voice, make, at: Date.now() },
      // BullMQ takes no id that is a whole number.
      { jobId: `a${hash}`, attempts: ATTEMPTS, backoff: BACKOFF, removeOnComplete: true },
    );
  }

  async state(): Promise<QueueState> {
    const { waiting, active, delayed, failed } = await this.#queue.getJobCounts();
    const [made, seconds] = await Promise.all([this.redis.hlen(INDEX), this.redis.get(SOUND)]);
    return {
      ...{ waiting: waiting ?? 0, active: active ?? 0, delayed: delayed ?? 0 },
      ...{ failed: failed ?? 0, made, seconds: Number(seconds) },
    };
  }

  /** Those that were given up, with why. */
  async failures(most: number): Promise<{ readonly id: string; readonly message: string }[]> {
    const jobs = await this.#queue.getFailed(0, most - 1);
    return jobs.map(({ data, failedReason }) => ({ id: data.source.id, message: failedReason }));
  }

  /** Puts those that were given up in again. */
  async retry(): Promise<void> {
    await this.#queue.retryJobs({ state: 'failed' });
  }

  /** What is whose, of all that were made. */
  async *made(): AsyncGenerator<Made> {
    for await (const entries of this.redis.hscanStream(INDEX, { count: 1000 }))
      for (let i = 1; i < entries.length; i += 2) yield JSON.parse(entries[i]) as Made;
  }

  async remember(made: Made, at: number): Promise<void> {
    await this.redis.eval(REMEMBER, 1, INDEX, made.id, JSON.stringify({ ...made, at }), at);
    if (made.duration) await this.redis.incrbyfloat(SOUND, made.duration);
  }

  /**
   * Makes what has a name ours to make, until {@link Claim.release} or until this process has not been heard of
   * for so long; null if it is another's.
   *
   * @param lease ms
   */
  async claim(name: string, lease: number): Promise<Claim | null> {
    const key = claimOf(name);
    const token = randomUUID();
    if (!(await this.redis.set(key, token, 'PX', lease, 'NX'))) return null;
    const timer = setInterval(
      () => void this.redis.eval(RENEW, 1, key, token, lease).catch(() => {}),
      lease / 3,
    );
    return {
      release: async () => {
        clearInterval(timer);
        await this.redis.eval(RELEASE, 1, key, token);
      },
    };
  }

  async close(): Promise<void> {
    await this.#queue.close();
    this.redis.disconnect();
  }
}

export interface Claim {
  release(): Promise<void>;
}
