/** Opens a page in Chromium as a visitor without an Arabic voice, and checks it. */
import puppeteer from 'puppeteer-core';
import { findEngines } from '../engines.mjs';
import * as checks from './check-page.mjs';
import { watchFaults } from './faults.mjs';
import { installInPage } from './in-page.mjs';

/** The columns of the table, in order. */
export const COLUMNS = ['shows', 'settings', 'view', 'reads', 'fonts', 'console'];

/** How long a page may take to be there, in ms: servers for developing build it first. */
const OPENING = 60_000;

/** Where Chromium is; undefined where there is none. */
export const findChromium = () => process.env.CHROMIUM ?? findEngines().chromium;

/** Starts a browser with a profile of its own. */
export const startBrowser = (executablePath) =>
  puppeteer.launch({
    executablePath,
    // Somebody else may have the machine.
    timeout: 0,
    defaultViewport: { width: 1280, height: 900 },
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--autoplay-policy=no-user-gesture-required',
    ],
  });

/** Lets a server for developing find all imports, and load the page again if it must. */
async function warmUp(browser, address) {
  const page = await browser.newPage();
  await page.goto(address, { waitUntil: 'networkidle0', timeout: OPENING });
  await page.close();
}

/**
 * @returns for each column, what went wrong: '' is good
 */
export async function visit(browser, address, { develops = false } = {}) {
  if (develops) await warmUp(browser, address);
  const page = await browser.newPage();
  const faults = watchFaults(page);
  await page.evaluateOnNewDocument(installInPage);
  await page.goto(address, { timeout: OPENING });
  const result = {};
  for (const column of COLUMNS) {
    if (column === 'console') continue;
    try {
      // Without the element each of the others would wait for it in vain.
      if (column !== 'shows' && result.shows) throw new Error('–');
      await checks[column](page);
      result[column] = '';
    } catch (error) {
      result[column] = error.message;
      await page.keyboard.press('Escape');
    }
  }
  result.console = faults.join('\n');
  await page.close();
  return result;
}
