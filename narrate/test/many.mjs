/**
 * `npm run many`: a thousand short articles through a real `redis-server` and two workers, one of which is killed
 * ten times: each must be there once, and none made twice. Not in `npm test`: minutes.
 *
 * `node test/many.mjs ARTICLES KILLS` for other numbers.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [ARTICLES = 1000, KILLS = 10] = process.argv.slice(2).map(Number);
const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const root = mkdtempSync(join(tmpdir(), 'article-reader-many-'));
const out = join(root, 'out');

const probe = createServer().listen(0, '127.0.0.1');
await once(probe, 'listening');
const { port } = probe.address();
probe.close();
const redis = spawn('redis-server', ['--port', port, '--bind', '127.0.0.1', '--save', ''], {
  cwd: root,
  stdio: ['ignore', 'pipe', 'inherit'],
});
for await (const line of redis.stdout) if (`${line}`.includes('Ready to accept')) break;
redis.stdout.resume();
const url = `redis://127.0.0.1:${port}`;
const run = (args, input = '') =>
  spawnSync(process.execPath, [CLI, ...args, '--queue', url], { input, encoding: 'utf8' });

/** What was made, by each time that a worker said so. */
const made = [];
let killAt = Infinity;
function startWorker() {
  const child = spawn(
    process.execPath,
    [CLI, 'worker', '--queue', url, '--out', out, '--jobs', '1', '--lease', '2', '--until-empty'],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let rest = '';
  child.stderr.on('data', (data) => {
    const lines = (rest + data).split('\n');
    rest = lines.pop();
    for (const line of lines)
      if (/^story-\d+: \w+\.json$/.test(line)) made.push(line.split(' ')[1]);
      else if (!line.endsWith('there already')) console.error(line);
    if (child === victim && made.length >= killAt) {
      killAt = Infinity;
      child.kill('SIGKILL');
    }
  });
  return child;
}

let victim = null;
const lines = Array.from({ length: ARTICLES }, (_, i) =>
  JSON.stringify({
    id: `story-${i}`,
    text: `الخبر رقم ${i}. قال المدير إن المكتبة مفتوحة للجميع.`,
  }),
);
console.log(run(['-'], lines.join('\n')).stderr.trim());
const began = performance.now();
const other = startWorker();
let kills = 0;
for (;;) {
  victim = startWorker();
  if (kills < KILLS) killAt = ((kills + 1) * ARTICLES) / (KILLS + 1);
  const [, signal] = await once(victim, 'exit');
  if (signal !== 'SIGKILL') break;
  kills++;
}
if (other.exitCode === null) await once(other, 'exit');
const seconds = (performance.now() - began) / 1000;

console.log(run(['status']).stdout.trim());
run(['collect', '--out', out]);
const { articles } = JSON.parse(readFileSync(join(out, 'index.json'), 'utf8'));
const whole = Object.values(articles).filter(({ narration }) => {
  const { links } = JSON.parse(readFileSync(join(out, narration), 'utf8'));
  return statSync(join(out, links[0].href)).size > 1000;
});
const twice = made.length - new Set(made).size;
const sounds = readdirSync(out).filter((file) => file.endsWith('.mp3')).length;
redis.kill('SIGKILL');
await once(redis, 'exit');
rmSync(root, { recursive: true });
console.log(
  `${ARTICLES} articles, ${kills} kills, ${seconds.toFixed(0)} s: ${whole.length} in the index and whole, ` +
    `${sounds} sounds, ${twice} made twice`,
);
process.exitCode =
  [whole.length, sounds].every((it) => it === ARTICLES) && !twice && kills === KILLS ? 0 : 1;
