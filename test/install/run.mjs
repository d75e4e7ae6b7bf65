/**
 * `npm run test:install [-- --only NAME]… [--keep] [--tarball FILE]`: the package in other people's
 * projects.
 *
 * Packs the tarball, installs it into a copy of each project of `demo/frameworks/` and `demo/integrations/`,
 * builds and serves that, and uses the page in Chromium as a visitor does. Wants the network for npm, PHP for
 * WordPress, and Chromium; its path is `CHROMIUM` or found. `--only` takes a folder or the beginning of a row's name; `--keep`
 * leaves the folders for a look.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { PROJECTS } from './cases.mjs';
import { pack } from './pack.mjs';
import { isGreen, tableOf } from './table.mjs';
import { prepareProject, visitProject } from './try-project.mjs';
import { findChromium, startBrowser } from './visit.mjs';

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    keep: { type: 'boolean', default: false },
    tarball: { type: 'string' },
  },
});

const chromium = findChromium();
if (!chromium) {
  console.error('There is no Chromium. On Debian or Ubuntu: sudo apt-get install chromium');
  process.exit(1);
}

const asked = (folder, name) =>
  !values.only || values.only.some((only) => basename(folder) === only || name.startsWith(only));
const projects = PROJECTS.map((project) => ({
  ...project,
  ways: project.ways.filter(({ name }) => asked(project.folder, name)),
})).filter(({ ways }) => ways.length);
if (!projects.length) {
  const names = PROJECTS.flatMap(({ folder, ways }) => [folder, ...ways.map(({ name }) => name)]);
  console.error(`There is no such project. There are:\n${[...new Set(names)].join('\n')}`);
  process.exit(1);
}

const say = (text) => console.error(text);
const packed = mkdtempSync(join(tmpdir(), 'article-reader-packed-'));
const prepared = [];
const rows = [];
let browser;

/** Also when somebody stops us. */
function cleanUp() {
  for (const { folder, stop, remove } of prepared.splice(0)) {
    stop();
    if (values.keep) say(`kept: ${folder}`);
    else remove();
  }
  rmSync(packed, { recursive: true, force: true });
}
process.once('exit', cleanUp);
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

try {
  const tarball = values.tarball ?? (await pack(packed, AbortSignal.timeout(120_000)));
  for (const project of projects) {
    const began = Date.now();
    prepared.push(await prepareProject(project, tarball));
    say(`${project.folder}: prepared in ${Math.round((Date.now() - began) / 1000)} s`);
  }
  // Only now: whoever shares the machine may want one too.
  browser = await startBrowser(chromium);
  for (const project of prepared) rows.push(...(await visitProject(project, { browser, say })));
} finally {
  await browser?.close();
}

const green = rows.filter(isGreen).length;
console.log(`\n${tableOf(rows)}\n\n${green} of ${rows.length} are green`);
process.exit(green === rows.length ? 0 : 1);
