/**
 * `npm test`: from a fresh clone with nothing but Node and npm to a verdict.
 *
 * Installs the dependencies, then browsers and voices from the system's packages where it may, builds,
 * lints, and runs every test: the pure ones in Node, the rest in Chromium, Firefox and WebKit, and
 * once more with a real Arabic voice. An engine that is missing is a loud skip on your own machine
 * and a failure under `CI=true`.
 *
 * Before the dependencies are there it can import only what Node has.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, constants, setPriority, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepare, prepareNarration } from '../demo/prepare.mjs';

/** Debian's packages for each thing that the tests need. */
const PACKAGES = {
  chromium: ['chromium'],
  firefox: ['firefox-esr'],
  webkit: ['webkit2gtk-driver', 'xvfb'],
  redis: ['redis-server'],
  voices: ['speech-dispatcher', 'speech-dispatcher-espeak-ng', 'espeak-ng', 'pulseaudio'],
};

prepare();
prepareNarration();

const { findEngines, which } = await import('./engines.mjs');
const { missingSound } = await import('./sound.mjs');

const missing = () => [
  ...Object.entries(findEngines()).flatMap(([name, found]) => (found ? [] : [name])),
  ...(which('redis-server') ? [] : ['redis']),
  ...(missingSound().length ? ['voices'] : []),
];

/** Installs what is missing where this machine lets us. */
function installSystemPackages() {
  const names = missing().flatMap((name) => PACKAGES[name]);
  if (!names.length || !which('apt-get') || process.getuid?.() !== 0) return;
  console.log(`Installing ${names.join(' ')}…`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) =>
    spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  apt('update');
  apt('install', '-y', '--no-install-recommends', ...names);
}

installSystemPackages();
const lacking = missing();
if (lacking.length) {
  const list = lacking.flatMap((name) => PACKAGES[name]).join(' ');
  console.error(
    `\n!!! Not on this machine: ${lacking.join(', ')}. What needs them is NOT tested.` +
      `\n!!! On Debian or Ubuntu: sudo apt-get install ${list}\n`,
  );
  // The queue is one way to narrate of several; the engines are what everything stands on.
  if (process.env.CI === 'true' && lacking.some((name) => name !== 'redis')) process.exit(1);
}

const total = { passed: 0, failed: 0 };
let ok = true;

/** Reporters of the browser tests take the output over, and several at once do not give it back. */
const write = process.stdout.write.bind(process.stdout);
const say = (text) => write(`${text}\n`);

/** Says what runs now, and how long the run has taken so far. */
const began = Date.now();
const stage = (name) => say(`\n=== ${name} (after ${Math.round((Date.now() - began) / 1000)} s)\n`);

/** Runs a command beside others; what it prints is shown when it is done. */
async function runBeside(command, args, priority = 0) {
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  if (child.pid) setPriority(child.pid, priority);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data));
  const status = await new Promise((resolve) => child.on('close', resolve));
  say(output);
  ok &&= status === 0;
  return status;
}

/** Test files in Node. */
async function runNodeTests(files) {
  const directory = mkdtempSync(join(tmpdir(), 'article-reader-test-'));
  const tap = join(directory, 'tap');
  const status = await runBeside(process.execPath, [
    // By itself it leaves a processor free.
    ...['--import', 'tsx', '--test', `--test-concurrency=${availableParallelism()}`],
    ...['--test-reporter=dot', '--test-reporter-destination=stdout'],
    ...['--test-reporter=tap', `--test-reporter-destination=${tap}`],
    ...files,
  ]);
  const report = readFileSync(tap, 'utf8');
  rmSync(directory, { recursive: true });
  if (status !== 0)
    say(
      report
        .split('\n')
        .filter((line) => !/^\s*# Subtest/.test(line))
        .join('\n'),
    );
  total.passed += Number(/^# pass (\d+)$/m.exec(report)?.[1] ?? 0);
  total.failed += Number(/^# fail (\d+)$/m.exec(report)?.[1] ?? 0);
}

/** @param folder relative to this one, with a slash behind it */
function testFiles(folder) {
  const directory = new URL(folder, import.meta.url);
  return readdirSync(directory, { recursive: true })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => fileURLToPath(new URL(file, directory)));
}

async function runInBrowsers(options) {
  const { runBrowserTests } = await import('./browsers.mjs');
  const result = await runBrowserTests(options);
  total.passed += result.passed;
  total.failed += result.failed;
  ok &&= result.ok;
}

stage('Tests in Node');
// The pure rooms and the package as published.
await runNodeTests(testFiles('node/'));
stage('Narration');
const wanting = { chromium: 'chromium.test.ts', redis: 'queue.test.ts' };
await runNodeTests(
  testFiles('../narrate/test/').filter(
    (file) => !lacking.some((name) => wanting[name] === basename(file)),
  ),
);
const engines = ['chromium', 'firefox', 'webkit'].filter((name) => !lacking.includes(name));
stage(`Lint, and tests in ${engines.join(', ')}`);
await Promise.all([
  // Browsers wait more than they work; they come first where both want a processor.
  runBeside('npm', ['run', '--silent', 'lint'], constants.priority.PRIORITY_LOW),
  runInBrowsers({ engines }),
]);
const { SOUND } = await import('./browsers.mjs');
stage('Tests that make sound');
await Promise.all(engines.map((engine) => runInBrowsers({ engines: [engine], files: SOUND })));
if (engines.includes('chromium')) {
  stage('What a reader leaves behind');
  await runBeside(process.execPath, [
    fileURLToPath(new URL('leaks.mjs', import.meta.url)),
    '--short',
  ]);
}
const speaking = engines.filter((name) => name !== 'webkit');
if (speaking.length && !lacking.includes('voices')) {
  stage("Tests with the system's voices");
  await runInBrowsers({ engines: speaking, realVoice: true });
}

stage('Done');
const besides = ok || total.failed ? '' : '; what is no test failed: see !!! and the lint above';
say(`${total.passed} passed, ${total.failed} failed${besides}`);
process.exit(ok ? 0 : 1);
