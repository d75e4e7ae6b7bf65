/**
 * `npm run orca [-- --update]`: what the screen reader Orca says of the reader in Firefox, against
 * the transcripts in `test/fixtures/orca/`; `--update` writes them. On Linux with the packages below;
 * as root it installs what is missing, else it says what to install. Not a part of `npm test`.
 *
 * Orca's own words ("button", "heading level 1") are English in both: they are Orca's. The rest is
 * the interface's and the article's.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '../demo/serve.mjs';
import { which } from './engines.mjs';

/** Debian's packages, by what each brings. */
const PACKAGES = {
  orca: 'orca',
  openbox: 'openbox',
  xdotool: 'xdotool',
  'dbus-launch': 'dbus-x11',
  Xvfb: 'xvfb',
  'firefox-esr': 'firefox-esr',
  '/usr/libexec/at-spi-bus-launcher': 'at-spi2-core',
};

/**
 * What is done, key by key. In Orca's browse mode keys are its own, in focus mode the page's; which
 * holds it decides as it goes, and `focus` and `browse` make sure of it. `forth` and `back` are arrows
 * along the direction of the text.
 */
const STEPS = [
  ['into the page: the main button', 'Tab'],
  ['keys for the page', 'focus'],
  ['along the bar', 'forth', 'forth', 'forth', 'forth'],
  ['larger text', 'End', 'back', 'back', 'back', 'back', 'Return'],
  ['the article', 'Tab'],
  ['larger by its key', 'plus'],
  ['next paragraph by its key', 'n'],
  ['listen: nothing is said over the voice', 'k'],
  ['sentence by sentence while it reads', 'l'],
  ['pause', 'k'],
  ['stop', 's'],
  ['help', 'question'],
  ['through the help', 'Tab', 'Tab', 'Tab'],
  ['a new key that is taken', 'Return', 's'],
  ['out of it, back to the article', 'Escape', 'Escape'],
  ['keys for Orca', 'browse'],
  ['headings of the article', 'h', 'h'],
  ['text, line by line', 'Down', 'Down'],
];

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

function install() {
  const names = Object.entries(PACKAGES)
    .filter(([file]) => (file.startsWith('/') ? !existsSync(file) : !which(file)))
    .map(([, name]) => name);
  if (!names.length) return;
  if (which('apt-get') && process.getuid?.() === 0) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const args = ['install', '-y', '--no-install-recommends', ...names];
    if (spawnSync('apt-get', args, { env, stdio: 'inherit' }).status === 0) return;
  }
  console.error(`On Debian or Ubuntu: sudo apt-get install ${names.join(' ')}`);
  process.exit(1);
}

/** What Orca said after each step, as lines of a transcript. */
async function listen(url, lang) {
  const home = mkdtempSync(join(tmpdir(), 'article-reader-orca-'));
  const log = join(home, 'orca.log');
  const profile = mkdtempSync(join(home, 'firefox-'));
  writeFileSync(
    join(profile, 'user.js'),
    [
      ['accessibility.force_disabled', -1],
      ['browser.shell.checkDefaultBrowser', false],
      ['browser.aboutwelcome.enabled', false],
      ['browser.startup.homepage_override.mstone', 'ignore'],
      ['datareporting.policy.dataSubmissionEnabled', false],
      ['toolkit.telemetry.reportingpolicy.firstRun', false],
      ['termsofuse.bypassNotification', true],
    ]
      .map((pref) => `user_pref(${pref.map((it) => JSON.stringify(it)).join(', ')});`)
      .join('\n'),
  );
  const env = {
    ...process.env,
    HOME: home,
    XDG_RUNTIME_DIR: home,
    LANG: 'C.UTF-8',
    GNOME_ACCESSIBILITY: '1',
    // Orca writes down what it would say; a speech server without a sound card would hold it up.
    SPEECHD_ADDRESS: 'unix_socket:/nonexistent',
  };
  const running = [];
  const start = (command, args) => {
    const child = spawn(command, args, { env, stdio: 'ignore' });
    running.push(child);
    return child;
  };
  const xdotool = (...args) => spawnSync('xdotool', args, { env, encoding: 'utf8' }).stdout.trim();
  const spoken = () =>
    existsSync(log)
      ? Array.from(
          readFileSync(log, 'utf8').matchAll(/SPEECH OUTPUT: '(.*?)'(?: ?\{.*\}| voice=.*)?$/gm),
          ([, it]) => it,
          // Orca says the keys too, each with a space after it.
        ).filter((it) => it.trim() && !it.endsWith(' '))
      : [];
  /** Waits until Orca has had nothing more to say for a while. */
  const quiet = async (ms) => {
    for (let before = -1, since = Date.now(); Date.now() - since < ms; await sleep(100)) {
      const { length } = spoken();
      if (length !== before) [before, since] = [length, Date.now()];
    }
  };
  try {
    const screen = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1280x900x24'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    running.push(screen);
    env.DISPLAY = `:${await new Promise((resolve) => screen.stdout.once('data', (data) => resolve(String(data).trim())))}`;
    start('openbox', []);
    start('/usr/libexec/at-spi-bus-launcher', ['--launch-immediately']);
    await sleep(1000);
    start('orca', ['--replace', `--debug-file=${log}`]);
    await quiet(3000);
    start(which('firefox-esr', 'firefox'), [
      '--no-remote',
      '--profile',
      profile,
      '--new-window',
      url,
    ]);
    for (let tries = 120; tries && !xdotool('search', '--onlyvisible', '--name', 'Page'); tries--)
      await sleep(500);
    const [window] = xdotool('search', '--onlyvisible', '--name', 'Page').split('\n');
    if (!window) throw new Error('Firefox did not open the page');
    xdotool('windowactivate', '--sync', window);
    await quiet(4000);
    for (
      let tries = 60;
      tries && !spoken().some((it) => it.startsWith('Finished loading'));
      tries--
    )
      await sleep(500);
    await quiet(2000);
    if (spoken().length < 2) throw new Error('Orca says nothing');
    const arrows = lang === 'ar' ? ['Left', 'Right'] : ['Right', 'Left'];
    const named = { forth: arrows[0], back: arrows[1] };
    const press = async (...keys) => {
      xdotool('key', '--clearmodifiers', ...keys);
      await quiet(1000);
      // Orca's log comes to the disk in blocks: keys that mean nothing fill them.
      for (let times = 0; times < 4; times++) xdotool('key', 'Shift_L');
      await quiet(1000);
    };
    /** Changes the mode, for good: pressed twice, focus mode stays. */
    const modes = {
      focus: async () => {
        for (let tries = 4; tries && !/sticky/.test(spoken().at(-1)); tries--)
          await press('Insert+a', 'Insert+a');
      },
      browse: () => press('Insert+a'),
    };
    const lines = [];
    for (const [what, ...keys] of STEPS) {
      lines.push(`# ${what}: ${keys.join(' ')}`);
      const before = spoken().length;
      for (const key of keys) await (modes[key]?.() ?? press(named[key] ?? key));
      lines.push(...spoken().slice(before), '');
    }
    return `${lines.join('\n').trim()}\n`;
  } finally {
    for (const child of running.reverse()) child.kill();
    if (process.env.KEEP) console.log(`kept: ${home}`);
    else rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
  }
}

if (!process.argv.includes('--inside')) {
  install();
  // A session bus of its own, so that no other desktop on this machine hears or is heard.
  const { status } = spawnSync(
    'dbus-run-session',
    ['--', process.execPath, fileURLToPath(import.meta.url), '--inside', ...process.argv.slice(2)],
    { stdio: 'inherit' },
  );
  process.exit(status ?? 1);
}

const { address, close } = await serve({ port: 8020 });
let differ = false;
for (const lang of ['ar', 'en']) {
  const file = new URL(`fixtures/orca/${lang}.txt`, import.meta.url);
  const heard = await listen(`${address}/test/fixtures/orca/page.html?lang=${lang}`, lang);
  if (process.argv.includes('--update')) writeFileSync(file, heard);
  else if (!existsSync(file)) {
    differ = true;
    console.log(`No transcript yet; --update writes ${fileURLToPath(file)}:\n\n${heard}`);
  } else if (heard !== readFileSync(file, 'utf8')) {
    differ = true;
    console.log(`Not as in ${fileURLToPath(file)}:\n\n${heard}`);
  } else console.log(`${lang}: as it was`);
}
close();
process.exit(differ ? 1 : 0);
