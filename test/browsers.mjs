/**
 * Runs browser tests: `node test/browsers.mjs [--engine NAME]… [--real-voice] [FILE]…`
 *
 * Without `--engine`, in every engine that is on this machine. `--real-voice` runs the tests
 * named `real-voice*.test.ts`, with the system's voices, in Chromium and Firefox.
 */
import { execFile } from 'node:child_process';
import { parseArgs, promisify } from 'node:util';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter, startTestRunner } from '@web/test-runner';
import { findEngines, launchersFor } from './engines.mjs';
import { missingSound, startSound } from './sound.mjs';

const rootDir = fileURLToPath(new URL('..', import.meta.url));

const REAL_VOICE = 'test/browser/**/real-voice*.test.ts';

/** Tests that make sound: each browser has a sound server to itself. */
export const SOUND = [
  'test/browser/polyfill/sound.test.ts',
  'test/browser/ui/embedded.test.ts',
  'test/browser/ui/recording.test.ts',
];

/**
 * `?headers={"name":"value"}` on any file: how a fixture gets a content type or a policy; `?delay=ms`: how
 * it comes late. The bundle
 * may be fetched from other origins, as from a CDN, and without one of its chunks.
 */
const headersMiddleware = async (context, next) => {
  // `/without/panels/dist/…`: as from a server that has lost a chunk.
  const [, lost, path] = /^\/without\/([a-z-]+)(\/.*)/.exec(context.url) ?? [];
  if (lost && path.startsWith(`/dist/chunks/${lost}-`)) {
    context.status = 404;
    return;
  }
  if (lost) context.url = path;
  await next();
  if (context.path.startsWith('/dist/')) context.set('Access-Control-Allow-Origin', '*');
  const { headers, delay } = context.query;
  if (delay) await new Promise((resolve) => setTimeout(resolve, Number(delay)));
  if (headers)
    for (const [name, value] of Object.entries(JSON.parse(headers))) context.set(name, value);
};

/** A CommonJS module that is loaded as it stands; a bundler does this for the product. */
const readabilityPlugin = {
  name: 'readability',
  resolveImport: ({ source }) =>
    source === '@mozilla/readability'
      ? '/node_modules/@mozilla/readability/Readability.js'
      : undefined,
  transform: ({ path, body }) =>
    path.endsWith('/@mozilla/readability/Readability.js')
      ? `${body}\nexport { Readability };`
      : undefined,
};

/** A page that a server rendered, by a Node of its own: what renders there would take this one's globals. */
const serverPlugin = {
  name: 'server',
  async serve({ path }) {
    if (path !== '/test/fixtures/ui/server-rendered.html') return undefined;
    const script = fileURLToPath(new URL('fixtures/ui/server-rendered.mjs', import.meta.url));
    const { stdout } = await promisify(execFile)(process.execPath, [script]);
    return { body: stdout, type: 'html' };
  },
};

/** What the runner's own commands cannot do over WebDriver: size the window, hold a key down. */
const webdriverPlugin = {
  name: 'webdriver-commands',
  async executeCommand({ command, payload, session }) {
    const { driver } = session.browser;
    if (command === 'webdriver-viewport') {
      const inner = async () => driver.execute('return [window.innerWidth, window.innerHeight]');
      // The window is larger than the page by its own bars.
      await driver.setWindowSize(payload.width, payload.height);
      const [width, height] = await inner();
      await driver.setWindowSize(2 * payload.width - width, 2 * payload.height - height);
      return inner();
    }
    if (command === 'webdriver-shift-tab') {
      await driver.action('key').down('\uE008').down('\uE004').up('\uE004').up('\uE008').perform();
      return true;
    }
    return undefined;
  },
};

/** DevTools sessions by page: what a session asks to be emulated lasts as long as it does. */
const devtools = new WeakMap();

/** Chromium's DevTools protocol: what the system is said to be set to. */
const devtoolsPlugin = {
  name: 'devtools-commands',
  async executeCommand({ command, payload, session }) {
    if (command !== 'devtools' || session.browser.name !== 'Chromium') return undefined;
    const page = session.browser.getPage(session.id);
    if (!devtools.has(page)) devtools.set(page, await page.createCDPSession());
    await devtools.get(page).send(payload.method, payload.params);
    return true;
  },
};

/**
 * @param engines of `chromium`, `firefox`, `webkit`
 * @param soak how many random schedules are played, and their seed, where that is not by default
 * @returns `ok`: whether everything went well, and how many tests passed and failed
 */
export async function runBrowserTests({
  engines,
  files,
  realVoice = false,
  again = false,
  soak = null,
}) {
  if (realVoice && engines.length > 1) {
    // One speech-dispatcher each: a second client waits long for its voices.
    const results = await Promise.all(
      engines.map((engine) => runBrowserTests({ engines: [engine], files, realVoice })),
    );
    const sum = (name) => results.reduce((total, result) => total + result[name], 0);
    return {
      ok: results.every(({ ok }) => ok),
      passed: sum('passed'),
      failed: sum('failed'),
    };
  }
  const sound = missingSound().length === 0 ? startSound() : undefined;
  const { launchers, stop } = await launchersFor(engines, {
    voices: realVoice,
    env: sound?.env ?? process.env,
  });
  const counts = { ok: true, passed: 0, failed: 0 };
  /** Files that failed, by engine. */
  const failures = {};
  try {
    const runner = await startTestRunner({
      readCliArgs: false,
      readFileConfig: false,
      autoExitProcess: false,
      config: {
        rootDir,
        files:
          files ??
          (realVoice
            ? [REAL_VOICE]
            : ['test/browser/**/*.test.ts', `!${REAL_VOICE}`, ...SOUND.map((file) => `!${file}`)]),
        browsers: launchers,
        nodeResolve: { exportConditions: ['production', 'default'] },
        concurrentBrowsers: realVoice ? 1 : 3,
        concurrency: 1,
        testsStartTimeout: 60_000,
        testsFinishTimeout: soak ? 36_000_000 : 240_000,
        browserStartTimeout: 60_000,
        testFramework: { config: { timeout: realVoice ? 60_000 : 15_000 } },
        plugins: [
          readabilityPlugin,
          serverPlugin,
          webdriverPlugin,
          devtoolsPlugin,
          esbuildPlugin({ ts: true, target: 'es2022', tsconfig: `${rootDir}tsconfig.json` }),
        ],
        middleware: [headersMiddleware],
        reporters: [defaultReporter({ reportTestResults: true, reportTestProgress: false })],
        testRunnerHtml: (framework) => `<!doctype html>
<html lang="en">
  <head><meta name="viewport" content="width=device-width, initial-scale=1" /></head>
  <body>
    <script>window.__AR_REAL_VOICE__ = ${realVoice}; window.__AR_SOAK__ = ${JSON.stringify(soak)};</script>
    <script type="module" src="${framework}"></script>
    <script type="module">
      // What cannot be cloned (a node in a comparison that failed) would keep the report from being sent.
      mocha.rootHooks({
        afterEach() {
          const { err } = this.currentTest;
          try {
            structuredClone([err?.actual, err?.expected]);
          } catch {
            delete err.actual;
            delete err.expected;
          }
        },
      });
    </script>
  </body>
</html>`,
      },
    });
    if (!runner) throw new Error('the test runner did not start');
    const ok = await new Promise((resolve) => runner.on('finished', resolve));
    const count = ({ tests = [], suites = [] }) => {
      for (const test of tests) if (!test.skipped) counts[test.passed ? 'passed' : 'failed']++;
      suites.forEach(count);
    };
    for (const { passed, testFile, browser, testResults } of runner.sessions.all()) {
      if (!passed && !again) (failures[engines[launchers.indexOf(browser)]] ??= []).push(testFile);
      else if (testResults) count(testResults);
    }
    counts.ok = ok || !(again || soak);
    await runner.stop();
  } finally {
    stop();
    sound?.stop();
  }
  // A browser that hangs on a busy machine takes the files after it along: once more, alone.
  for (const [engine, list] of Object.entries(soak ? {} : failures)) {
    console.log(`\n!!! Once more in ${engine}, alone: ${list.join(', ')}`);
    const result = await runBrowserTests({
      engines: [engine],
      files: list,
      realVoice,
      again: true,
    });
    counts.ok &&= result.ok;
    counts.passed += result.passed;
    counts.failed += result.failed;
  }
  return counts;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      engine: { type: 'string', multiple: true },
      'real-voice': { type: 'boolean', default: false },
    },
  });
  const found = findEngines();
  const engines = (values.engine ?? Object.keys(found)).filter(
    (name) => found[name] && !(values['real-voice'] && name === 'webkit'),
  );
  const result = await runBrowserTests({
    engines,
    files: positionals.length ? positionals : undefined,
    realVoice: values['real-voice'],
  });
  console.log(`${result.passed} passed, ${result.failed} failed`);
  process.exit(result.ok ? 0 : 1);
}
