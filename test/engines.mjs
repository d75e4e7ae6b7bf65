/**
 * Finds the three browser engines and gives a test-runner launcher for each.
 * Every launcher drives a browser from the system's packages; none is downloaded.
 */
import { execFileSync, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { chromeLauncher } from '@web/test-runner-chrome';
import { puppeteerLauncher } from '@web/test-runner-puppeteer';
import { WebdriverLauncher } from '@web/test-runner-webdriver';

/** Path of the first of `names` on the PATH, or undefined. */
export function which(...names) {
  for (const name of names) {
    try {
      return execFileSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim();
    } catch {
      // the next one
    }
  }
  return undefined;
}

function miniBrowser() {
  for (const api of ['4.1', '4.0', '6.0']) {
    try {
      const list = execFileSync('dpkg', ['-L', `libwebkit2gtk-${api}-0`], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      const found = list.split('\n').find((line) => line.endsWith('/MiniBrowser'));
      if (found) return found;
    } catch {
      // the next one
    }
  }
  return undefined;
}

/** Where each engine is on this machine; an engine that is missing is undefined. */
export function findEngines() {
  const webkit = {
    driver: which('WebKitWebDriver'),
    browser: miniBrowser(),
    display: which('Xvfb'),
  };
  return {
    chromium: which('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'),
    firefox: which('firefox-esr', 'firefox'),
    webkit: webkit.driver && webkit.browser && webkit.display ? webkit : undefined,
  };
}

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** Chromium; `voices` lets it speak through speech-dispatcher. */
function chromium(executablePath, { voices, env }) {
  return chromeLauncher({
    launchOptions: {
      executablePath,
      env,
      ignoreDefaultArgs: ['--mute-audio'],
      args: [
        '--no-sandbox',
        '--disable-background-networking',
        '--force-color-profile=srgb',
        ...(voices ? ['--enable-speech-dispatcher'] : []),
      ],
    },
  });
}

/** Firefox over WebDriver BiDi; sound needs a sound server in `env`. */
function firefox(executablePath, { voices, env }) {
  return puppeteerLauncher({
    launchOptions: {
      browser: 'firefox',
      executablePath,
      headless: true,
      // Without voices: speech-dispatcher is looked for where it is not, as on a bare machine.
      env: voices ? env : { ...env, SPEECHD_ADDRESS: 'unix_socket:/nonexistent' },
      extraPrefsFirefox: {
        'media.webspeech.synth.enabled': true,
      },
    },
  });
}

/**
 * WebKitGTK's MiniBrowser behind its WebDriver. On a busy machine it hangs now and then: that fails
 * the file it was at, and the next file gets a new browser.
 */
class WebKitLauncher extends WebdriverLauncher {
  /** @param startDriver starts the driver, in a process group of its own, and gives its process */
  constructor(startDriver, options) {
    super(options);
    this.startDriver = startDriver;
    this.server = startDriver();
    process.once('exit', () => this.kill());
    // By default no `exit` comes before this end.
    process.once('SIGINT', () => process.exit(130));
  }

  /** Whoever called hears of a page that cannot be opened; as inherited, the whole run ended. */
  startSession(id, url) {
    const start = async () => {
      await this.ensureManagerInitialized();
      await this.driverManager.startSession(id, url);
    };
    return this.answered(start());
  }

  stopSession(id) {
    return this.answered(super.stopSession(id));
  }

  /** A browser that fails, or says nothing for 45 s, is replaced. */
  async answered(answer) {
    const late = setTimeout(45_000, undefined, { ref: false }).then(() => {
      throw new Error('WebKit does not answer');
    });
    try {
      return await Promise.race([answer, late]);
    } catch (error) {
      this.kill();
      this.server = this.startDriver();
      throw error;
    }
  }

  kill() {
    clearInterval(this.pendingHeartbeat);
    this.driver = this.driverManager = this.__managerPromise = undefined;
    try {
      // A browser outlives its driver, and a page in a loop outlives its browser.
      process.kill(-this.server.pid, 'SIGKILL');
    } catch {
      // they are gone already
    }
  }
}

/** WebKit, on a virtual screen. */
async function webkit({ driver, browser, display }, { env, stops }) {
  const screen = spawn(display, ['-displayfd', '1', '-screen', '0', '1400x1000x24'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const number = await new Promise((resolve, reject) => {
    screen.stdout.once('data', (data) => resolve(String(data).trim()));
    screen.once('error', reject);
    screen.once('exit', () => reject(new Error('Xvfb did not start')));
  });
  const port = await freePort();
  const launcher = new WebKitLauncher(
    () =>
      spawn(driver, [`--port=${port}`], {
        env: { ...env, DISPLAY: `:${number}`, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' },
        stdio: 'ignore',
        detached: true,
      }),
    {
      automationProtocol: 'webdriver',
      hostname: '127.0.0.1',
      port,
      path: '/',
      logLevel: 'error',
      capabilities: {
        browserName: 'MiniBrowser',
        // The runner waits for the tests in the page, not for the page.
        pageLoadStrategy: 'none',
        'wdio:enforceWebDriverClassic': true,
        'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] },
      },
    },
  );
  stops.push(
    () => launcher.kill(),
    () => screen.kill(),
  );
  return launcher;
}

/**
 * Launchers for the engines named, and `stop()` for what was started beside them.
 *
 * @param names of `chromium`, `firefox`, `webkit`
 * @param options `voices`: with the system's voices; `env`: environment with a sound server.
 */
export async function launchersFor(names, { voices = false, env = process.env } = {}) {
  const found = findEngines();
  const stops = [];
  const make = { chromium, firefox, webkit };
  const launchers = [];
  for (const name of names) {
    const launcher = await make[name](found[name], { voices, env, stops });
    // The runner's report names a browser after what the launcher calls it.
    launcher.name = { chromium: 'Chromium', firefox: 'Firefox', webkit: 'WebKit' }[name];
    launchers.push(launcher);
  }
  return { launchers, stop: () => stops.forEach((stop) => stop()) };
}
