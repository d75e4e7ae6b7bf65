import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { after, before, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { findSources } from '../src/input/find-sources.js';
import { optional } from '../src/optional.js';
import { S3Storage } from '../src/output/s3.js';
import { ArticleQueue } from '../src/queue/article-queue.js';
import { collect, enqueue, status, worker } from '../src/run/queue-commands.js';
import { UsageError } from '../src/run/usage.js';

const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const root = mkdtempSync(join(tmpdir(), 'article-reader-queue-'));

/** A free port: one that was ours a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

let redis: ChildProcess;
let url: string;
const workers: ChildProcess[] = [];

before(async () => {
  const port = await freePort();
  redis = spawn('redis-server', ['--port', `${port}`, '--bind', '127.0.0.1', '--save', ''], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of redis.stdout!) if (`${line}`.includes('Ready to accept')) break;
  redis.stdout!.resume();
  url = `redis://127.0.0.1:${port}`;
});

after(async () => {
  for (const it of workers) it.kill('SIGKILL');
  redis.kill('SIGKILL');
  await once(redis, 'exit');
  rmSync(root, { recursive: true, force: true });
});

const run = (...args: string[]) =>
  spawnSync(process.execPath, [CLI, ...args, '--queue', url], { cwd: root, encoding: 'utf8' });

const bring = (lines: string) =>
  enqueue(url, findSources(['-'], Readable.from([Buffer.from(lines)])), {
    voice: 'embedded',
    make: {},
  });

/** What an index says, and would say of an article that the queue knows nothing of. */
const ELSEWHERE = { title: 'سابق', lang: 'ar', narration: 'elsewhere.json' };
const INDEX = JSON.stringify({ articles: { elsewhere: ELSEWHERE } });

/** @returns its process, what it has said, and the status with which it ends */
function startWorker(...args: string[]) {
  const child = spawn(
    process.execPath,
    [CLI, 'worker', '--queue', url, '--jobs', '1', '--lease', '2', ...args],
    { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  workers.push(child);
  let said = '';
  child.stderr!.on('data', (data) => (said += data));
  return { child, said: () => said, ended: once(child, 'exit').then(([code]) => code as number) };
}

const line = (id: string, text: string) => `${JSON.stringify({ id, text })}\n`;
const story = (number: number) =>
  `الخبر رقم ${number}. ${'قال المدير إن المكتبة مفتوحة للجميع. '.repeat(4)}`;

describe('a queue', () => {
  it(
    'loses nothing and makes nothing twice when a worker is killed',
    { timeout: 120_000 },
    async () => {
      const ids = Array.from({ length: 4 }, (_, i) => `story-${i}`);
      const input = [
        ...ids.map((id, i) => line(id, story(i))),
        // The same words by another name, and what is no article.
        line('twin', story(0)),
        line('empty', ' '),
      ].join('');
      // Brought twice, they wait once.
      for (let i = 0; i < 2; i++) assert.equal(await bring(input), 0);
      const queue = await ArticleQueue.connect(url);
      const { waiting, made: before } = await queue.state();
      assert.deepEqual({ waiting, before }, { waiting: 6, before: 0 });

      const killed = startWorker('--out', 'out');
      const other = startWorker('--out', 'out', '--until-empty');
      while (!/story-\d: /.test(killed.said())) await wait(20);
      killed.child.kill('SIGKILL');
      assert.equal(await other.ended, 0);
      assert.match(other.said(), /^empty: there is nothing in it to say$/m);

      const { status: code, stdout } = run('status');
      assert.equal(code, 1);
      assert.match(stdout, /^0 waiting, 0 in work, 0 to be tried again, 1 given up, 5 made/);
      assert.match(stdout, /^empty: there is nothing in it to say$/m);
      writeFileSync(join(root, 'out/index.json'), INDEX);
      assert.equal(await collect(['--queue', url, '--out', join(root, 'out')]), 0);
      const { articles } = JSON.parse(readFileSync(join(root, 'out/index.json'), 'utf8'));
      assert.deepEqual(Object.keys(articles).sort(), [...ids, 'twin', 'elsewhere'].sort());
      assert.deepEqual(articles.elsewhere, ELSEWHERE);
      delete articles.elsewhere;
      assert.equal(articles['story-0'].narration, articles.twin.narration);
      const files = readdirSync(join(root, 'out')).filter((it) => !it.startsWith('.'));
      assert.equal(files.length, 4 * 3 + 1);
      for (const { narration } of Object.values(articles) as { narration: string }[]) {
        const { links } = JSON.parse(readFileSync(join(root, 'out', narration), 'utf8'));
        assert.ok(statSync(join(root, 'out', links[0].href)).size > 1000);
      }
      // What was given up can be tried again; each was made by one worker alone.
      await queue.retry();
      const { waiting: again, failed } = await queue.state();
      assert.deepEqual({ again, failed }, { again: 1, failed: 0 });
      await queue.close();
      const made = `${killed.said()}${other.said()}`.match(/^\S+: \w+\.json$/gm) ?? [];
      assert.equal(new Set(made.map((it) => it.split(' ')[1])).size, made.length);
    },
  );

  it('lets one make a name at a time, until it is silent, and keeps the later version', async () => {
    const one = await ArticleQueue.connect(url);
    const claim = await one.claim('name', 1000);
    assert.ok(claim);
    assert.equal(await one.claim('name', 1000), null);
    await wait(1500);
    // It is heard of.
    assert.equal(await one.claim('name', 1000), null);
    await claim.release();
    await one.redis.set('article-reader-narrate:claim:name', 'of the dead', 'PX', 500);
    assert.equal(await one.claim('name', 1000), null);
    await wait(600);
    const again = await one.claim('name', 1000);
    assert.ok(again);
    // Who lost it does not take it from who has it.
    await claim.release();
    assert.equal(await one.claim('name', 1000), null);
    await again.release();

    const made = { id: 'story', title: '', lang: 'ar', isOld: true, duration: 0 };
    await one.remember({ ...made, narration: 'new.json' }, 2000);
    await one.remember({ ...made, narration: 'old.json' }, 1000);
    const all = new Map<string, string>();
    for await (const { id, narration } of one.made()) all.set(id, narration);
    assert.equal(all.get('story'), 'new.json');
    await one.close();
  });

  it('says what was asked wrongly, and where there is no Redis', async () => {
    for (const [asked, words] of [
      [worker(['--queue', url]), /--out is missing/],
      [worker(['--queue', url, '--out', root, '--jobs', '0']), /--jobs is from 1 to 256/],
      [worker(['--queue', url, '--out', root, '--lease', '0.5']), /--lease is of 1 second/],
      [status([]), /--queue is missing/],
      [status(['--queue', 'http://a/']), /is an address of Redis/],
    ] as const)
      await assert.rejects(asked, (error: Error) => {
        assert.ok(error instanceof UsageError);
        assert.match(error.message, words);
        return true;
      });
    const none = `redis://u:secret@127.0.0.1:${await freePort()}`;
    await assert.rejects(status(['--queue', none]), (error: Error) => {
      assert.match(error.message, /^There is no Redis at 127/);
      assert.ok(!error.message.includes('secret'));
      return true;
    });
    const { status: code, stderr } = run('a.txt', '--out', 'out');
    assert.equal(code, 2);
    assert.match(stderr, /--out is said to the workers/);
  });

  it('wants packages that only some have, and says which', () => {
    assert.throws(() => optional('no-such-package', 'no-such-package nor-this'), {
      message: /npm install no-such-package nor-this$/,
    });
  });
});

describe('a bucket', () => {
  it(
    'has what was written to it, with its type; a worker that is stopped ends',
    { timeout: 120_000 },
    async () => {
      const objects = new Map<string, { type: string | undefined; body: Buffer }>();
      const server = createServer((request, response) => {
        const key = request.url!.split('?')[0]!;
        if (request.method === 'PUT') {
          const parts: Buffer[] = [];
          request.on('data', (part: Buffer) => parts.push(part));
          request.on('end', () => {
            objects.set(key, { type: request.headers['content-type'], body: Buffer.concat(parts) });
            response.end();
          });
        } else {
          response.writeHead(objects.has(key) ? 200 : 404);
          response.end(request.method === 'GET' ? objects.get(key)?.body : undefined);
        }
      }).listen(0, '127.0.0.1');
      await once(server, 'listening');
      Object.assign(process.env, {
        AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        AWS_REGION: 'us-east-1',
        AWS_ACCESS_KEY_ID: 'key',
        AWS_SECRET_ACCESS_KEY: 'secret',
      });
      const bucket = S3Storage.open('bucket', 'stories/');
      assert.equal(await bucket.has('index.json'), false);
      await assert.rejects(bucket.read('index.json'));
      await bucket.write('index.json', INDEX);
      assert.equal(await bucket.has('index.json'), true);
      assert.equal(Buffer.from(await bucket.read('index.json')).toString(), INDEX);

      await bring(line('in-bucket', 'نص قصير.'));
      const { child, said, ended } = startWorker('--out', 's3://bucket/stories');
      while (!/^in-bucket: /m.test(said())) await wait(20);
      child.kill('SIGTERM');
      assert.equal(await ended, 0, said());
      const name = /^in-bucket: (\w+)\.json$/m.exec(said())?.[1];
      for (const [ending, type] of [
        ['mp3', 'audio/mpeg'],
        ['vtt', 'text/vtt; charset=utf-8'],
        ['json', 'application/guided-navigation+json'],
      ])
        assert.equal(objects.get(`/bucket/stories/${name}.${ending}`)?.type, type);

      assert.equal(await collect(['--queue', url, '--out', 's3://bucket/stories/']), 0);
      const { type, body } = objects.get('/bucket/stories/index.json')!;
      assert.equal(type, 'application/json');
      const { articles } = JSON.parse(body.toString());
      assert.deepEqual(articles.elsewhere, ELSEWHERE);
      assert.equal(articles['in-bucket'].narration, `${name}.json`);
      server.close();
    },
  );
});
