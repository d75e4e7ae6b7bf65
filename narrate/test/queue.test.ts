import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { S3Storage } from '../src/output/s3.js';
import { ArticleQueue } from '../src/queue/article-queue.js';

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

const run = (args: string[], input = '') =>
  spawnSync(process.execPath, [CLI, ...args, '--queue', url], {
    cwd: root,
    input,
    encoding: 'utf8',
  });

/** @returns its process, and what it said when it ends */
function startWorker(...args: string[]) {
  const child = spawn(
    process.execPath,
    [CLI, 'worker', '--queue', url, '--jobs', '1', '--lease', '1', ...args],
    { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  workers.push(child);
  let said = '';
  child.stderr!.on('data', (data) => (said += data));
  return { child, said: () => said, ended: once(child, 'exit').then(() => said) };
}

const line = (id: string, text: string) => `${JSON.stringify({ id, text })}\n`;
const story = (number: number) =>
  `الخبر رقم ${number}. ${'قال المدير إن المكتبة مفتوحة للجميع. '.repeat(4)}`;

describe('a queue', () => {
  it('loses nothing and makes nothing twice when a worker is killed', async () => {
    const ids = Array.from({ length: 8 }, (_, i) => `story-${i}`);
    const input = [
      ...ids.map((id, i) => line(id, story(i))),
      // The same words by another name, and what is no article.
      line('twin', story(0)),
      line('empty', ' '),
    ].join('');
    const brought = run(['-'], input);
    assert.equal(brought.status, 0, brought.stderr);
    assert.match(brought.stderr, /^10 brought, 0 failed/m);
    // Brought twice, they wait once.
    run(['-'], input);
    assert.match(run(['status']).stdout, /^10 waiting, 0 in work, .* 0 made/);

    const killed = startWorker('--out', 'out');
    const other = startWorker('--out', 'out', '--until-empty');
    while (!/story-\d: /.test(killed.said())) await wait(20);
    killed.child.kill('SIGKILL');
    const said = await other.ended;
    assert.match(said, /^empty: there is nothing in it to say$/m);

    const { status, stdout } = run(['status']);
    assert.equal(status, 1);
    assert.match(stdout, /^0 waiting, 0 in work, 0 to be tried again, 1 given up, 9 made/);
    assert.match(stdout, /^empty: there is nothing in it to say$/m);
    run(['collect', '--out', 'out']);
    const { articles } = JSON.parse(readFileSync(join(root, 'out/index.json'), 'utf8'));
    assert.deepEqual(Object.keys(articles).sort(), [...ids, 'twin'].sort());
    assert.equal(articles['story-0'].narration, articles.twin.narration);
    const files = readdirSync(join(root, 'out')).filter((it) => !it.startsWith('.'));
    assert.equal(files.length, 8 * 3 + 1);
    for (const { narration } of Object.values(articles) as { narration: string }[]) {
      const { links } = JSON.parse(readFileSync(join(root, 'out', narration), 'utf8'));
      assert.ok(statSync(join(root, 'out', links[0].href)).size > 1000);
    }
    // What was given up can be tried again; each was made by one worker alone.
    assert.match(run(['status', '--retry']).stdout, /^1 waiting, .* 0 given up/);
    const made = `${killed.said()}${said}`.match(/^\S+: \w+\.json$/gm) ?? [];
    assert.equal(new Set(made.map((it) => it.split(' ')[1])).size, made.length);
  });

  it('lets one make a name at a time, until it is silent, and keeps the later version', async () => {
    const one = await ArticleQueue.connect(url);
    const claim = await one.claim('name', 300);
    assert.ok(claim);
    assert.equal(await one.claim('name', 300), null);
    await wait(500);
    // It is heard of.
    assert.equal(await one.claim('name', 300), null);
    await claim.release();
    await one.redis.set('article-reader-narrate:claim:name', 'of the dead', 'PX', 200);
    assert.equal(await one.claim('name', 300), null);
    await wait(250);
    const again = await one.claim('name', 300);
    assert.ok(again);
    // Who lost it does not take it from who has it.
    await claim.release();
    assert.equal(await one.claim('name', 300), null);
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
    const none = await freePort();
    for (const [args, words, code] of [
      [['worker', '--queue', url], /--out is missing/, 2],
      [['status'], /--queue is missing/, 2],
      [['status', '--queue', 'http://a/'], /is an address of Redis/, 2],
      [['status', '--queue', `redis://u:secret@127.0.0.1:${none}`], /There is no Redis at 127/, 1],
    ] as const) {
      const { status, stderr } = spawnSync(process.execPath, [CLI, ...args], { encoding: 'utf8' });
      assert.equal(status, code, stderr);
      assert.match(stderr, words);
      assert.ok(!stderr.includes('secret'));
    }
  });
});

describe('a bucket', () => {
  it('has what was written to it, with its type', async () => {
    const objects = new Map<string, { type: string | undefined; body: string }>();
    const server = createServer((request, response) => {
      const key = request.url!.split('?')[0]!;
      if (request.method === 'PUT') {
        let body = '';
        request.on('data', (data) => (body += data));
        request.on('end', () => {
          objects.set(key, { type: request.headers['content-type'], body });
          response.end();
        });
      } else response.writeHead(objects.has(key) ? 200 : 404).end();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const env = {
      AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'key',
      AWS_SECRET_ACCESS_KEY: 'secret',
    };
    Object.assign(process.env, env);
    const bucket = await S3Storage.open('bucket', 'stories/');
    assert.equal(await bucket.has('a.json'), false);
    await bucket.write('a.json', '{"a":1}');
    assert.equal(await bucket.has('a.json'), true);
    const { type, body } = objects.get('/bucket/stories/a.json')!;
    assert.equal(type, 'application/guided-navigation+json');
    assert.ok(body.includes('{"a":1}'));

    // And by a worker.
    run(['-'], line('in-bucket', 'نص قصير.'));
    const worker = startWorker('--out', 's3://bucket/stories', '--until-empty');
    const said = await worker.ended;
    const name = /^in-bucket: (\w+)\.json$/m.exec(said)?.[1];
    assert.ok(name, said);
    for (const ending of ['mp3', 'vtt', 'json'])
      assert.ok(objects.has(`/bucket/stories/${name}.${ending}`), ending);
    server.close();
  });
});
