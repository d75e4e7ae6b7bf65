/**
 * `node bench/narrate.mjs`, after a build: how fast articles are recorded with the embedded voice, vowels and MP3
 * included; what two threads make of it; what a thread keeps in memory; and echogarden on the same text. Each
 * measurement is a process of its own, start included; those that are compared take turns. Needs Linux
 * (`taskset`), ffmpeg, and npm's registry for echogarden, which is installed into a folder that goes away again.
 * Nothing here fails a build.
 *
 * A shared machine's clock says little: processor time is what all threads of the process took of any core, and
 * on one core of one's own the clock says the same. What two threads are by the clock depends on what others
 * leave of the two cores: two processes, which have nothing in common, tell how much that was.
 *
 * | what is said of it | is |
 * | --- | --- |
 * | by the processor | seconds of sound by seconds of processor, of user and system, children included |
 * | by the clock | seconds of sound by seconds gone by |
 */
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { prepareNarration } from '../demo/prepare.mjs';

const ECHOGARDEN = 'echogarden@3.4.0';
/** Where it looks for eSpeak, which it else fetches when it is first used; by its `PackageManager`. */
const ITS_ESPEAK = '.local/share/echogarden/packages/espeak-ng-emscripten-20260722';

const ROUNDS = Number(process.env.ROUNDS) || 3;
/** How many times the founding article is said in a run, and by echogarden, which has little to start. */
const TIMES = Number(process.env.TIMES) || 10;
const ITS_TIMES = 2;
const SHORT_ARTICLES = Number(process.env.SHORT_ARTICLES) || 1000;
const WORDS_OF_SHORT = 15;

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const article = readFileSync(path('demo/article.txt'), 'utf8');
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

/** Seconds of processor that this process has had, and the programs that it ran. */
function processorTime() {
  const { user, system } = process.cpuUsage();
  const line = readFileSync('/proc/self/stat', 'latin1');
  // Behind the name, which may hold anything: the state is the third field, children's times 16 and 17.
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  const HERTZ = 100;
  return (user + system) / 1e6 + (Number(fields[13]) + Number(fields[14])) / HERTZ;
}

/** In a process of its own. */
const MEASUREMENTS = {
  /** Texts to files by as many threads as `jobs` says; what the process holds after each. */
  async narrate({ texts, jobs, folder }) {
    const { makeAll, Store } = await import(pathToFileURL(path('narrate/dist/index.js')));
    await Store.open(folder);
    let sound = 0;
    const memory = [];
    const failed = [];
    async function* sources() {
      // What is said and where it stands name an article: of the same text each is another.
      for (const [index, content] of texts.entries())
        yield { id: `${index}`, kind: 'text', content, url: `https://bench.example/${index}` };
    }
    await makeAll(sources(), {
      ...{ folder, voice: 'embedded', make: { bitrate: 64 }, jobs },
      signal: new AbortController().signal,
      onMade({ duration }) {
        sound += duration;
        memory.push(process.memoryUsage.rss() / 1e6);
      },
      onFailed: ({ message }) => failed.push(message),
    });
    if (failed.length) throw new Error(failed[0]);
    return { sound, memory };
  },

  /** The same texts by echogarden's eSpeak, without vowels; it has MP3 made by ffmpeg. */
  async echogarden({ texts, isMp3, installed }) {
    const { synthesize } = await import(
      pathToFileURL(join(installed, 'node_modules/echogarden/dist/api/API.js'))
    );
    let sound = 0;
    for (const text of texts) {
      const { timeline } = await synthesize(text, {
        ...{ engine: 'espeak', language: 'ar', voice: 'ar' },
        ...(isMp3 && { outputAudioFormat: { codec: 'mp3', bitrate: 64 } }),
      });
      sound += timeline.at(-1).endTime;
    }
    return { sound };
  },
};

/**
 * A measurement in a process of its own.
 *
 * @param cores on how many it may run
 * @returns what the measurement gives, and `processor` and `clock`, seconds
 */
function measure(kind, options, cores, env = {}) {
  const args = ['-c', `0-${cores - 1}`, process.execPath, fileURLToPath(import.meta.url)];
  const child = spawn('taskset', args, {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: { ...process.env, ...env },
  });
  let errors = '';
  child.stderr.on('data', (data) => (errors = `${errors}${data}`.slice(-2000)));
  child.send({ kind, options });
  return new Promise((resolve, reject) => {
    child.on('message', resolve);
    child.on('error', reject);
    child.on('exit', (status) => reject(new Error(`${kind} ended with ${status}: ${errors}`)));
  });
}

/** A folder with echogarden in it, and eSpeak where it looks for it; null where it cannot be had. */
function install(folder) {
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync('npm', ['install', ...options, ECHOGARDEN], { cwd: folder });
  if (status !== 0) return null;
  cpSync(path('node_modules/@echogarden/espeak-ng-emscripten'), join(folder, ITS_ESPEAK), {
    recursive: true,
  });
  return folder;
}

/** How many times faster than real time. */
const speedOf = (runs, by) => median(runs.map((run) => run.sound / run[by]));
/** The middle of the ratios of each round. */
const ratio = (ours, theirs, by) =>
  median(ours.map((run, round) => run.sound / run[by] / (theirs[round].sound / theirs[round][by])));

/** Two that ran at once as if they were one. */
const together = ([one, other]) => ({
  sound: one.sound + other.sound,
  processor: one.processor + other.processor,
  clock: Math.max(one.clock, other.clock),
});

async function bench() {
  prepareNarration();
  const root = mkdtempSync(join(tmpdir(), 'article-reader-narrate-'));
  try {
    const installed = install(join(root, 'peer'));
    if (!installed) console.log(`${ECHOGARDEN} could not be installed: it is left out`);
    const texts = Array.from({ length: TIMES }, () => article);
    const halves = [texts.slice(0, TIMES >> 1), texts.slice(TIMES >> 1)];
    let count = 0;
    const narrate = (jobs, which = texts, cores = jobs) =>
      measure('narrate', { texts: which, jobs, folder: join(root, `out${count++}`) }, cores);
    const echogarden = (isMp3) =>
      measure('echogarden', { texts: texts.slice(0, ITS_TIMES), isMp3, installed }, 1, {
        HOME: installed,
      });
    const runs = { one: [], two: [], apart: [], plain: [], mp3: [] };
    for (let round = 0; round < ROUNDS; round++) {
      runs.one.push(await narrate(1));
      runs.two.push(await narrate(2));
      runs.apart.push(together(await Promise.all(halves.map((half) => narrate(1, half, 2)))));
      if (!installed) continue;
      runs.plain.push(await echogarden(false));
      runs.mp3.push(await echogarden(true));
    }
    const row = (of) => ({
      'times real time by the processor': Math.round(speedOf(of, 'processor')),
      'by the clock': Math.round(speedOf(of, 'clock')),
      'of the first, by the processor': Number(ratio(of, runs.one, 'processor').toFixed(2)),
      'of it by the clock': Number(ratio(of, runs.one, 'clock').toFixed(2)),
    });
    const minutes = Math.round(runs.one[0].sound / 60);
    console.log(
      `The founding article ${TIMES} times (${minutes} minutes), medians of ${ROUNDS} runs, start included ` +
        `(aims: 60 times real time on one core, 1.8 times that by two threads); ${availableParallelism()} cores`,
    );
    console.table({
      'one thread on one core': row(runs.one),
      'two threads on two': row(runs.two),
      'two processes on two': row(runs.apart),
      ...(installed && {
        'echogarden, no vowels, no MP3': row(runs.plain),
        'echogarden, no vowels, MP3': row(runs.mp3),
      }),
    });

    // Of some seconds each: what an article leaves behind shows by their number.
    const words = article.split(/\s+/);
    const short = Array.from({ length: SHORT_ARTICLES }, (_, index) => {
      const at = (index * 7) % (words.length - WORDS_OF_SHORT);
      return words.slice(at, at + WORDS_OF_SHORT).join(' ');
    });
    const { memory, sound, processor } = await narrate(1, short);
    const tenth = Math.ceil(memory.length / 10);
    console.log(
      `${memory.length} short articles (${(sound / memory.length).toFixed(0)} s each) by one thread: ` +
        `${Math.round(sound / processor)} times real time by the processor; MB that the process holds`,
    );
    const rows = {};
    for (let begin = 0; begin < memory.length; begin += tenth) {
      const part = memory.slice(begin, begin + tenth);
      const numbers = { median: median(part), least: Math.min(...part), most: Math.max(...part) };
      rows[`${begin + 1} to ${begin + part.length}`] = Object.fromEntries(
        Object.entries(numbers).map(([name, value]) => [name, Math.round(value)]),
      );
    }
    console.table(rows);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

if (process.send) {
  process.once('message', async ({ kind, options }) => {
    const result = await MEASUREMENTS[kind](options);
    const spent = { processor: processorTime(), clock: performance.now() / 1000 };
    process.send({ ...result, ...spent }, () => process.exit());
  });
} else await bench();
