/** The documentation is made of what there is, in both languages, and leads nowhere that is not. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { makePages } from '../../../demo/docs/build.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const SITE = 'demo/docs/site';

test('documentation: every page is made, all of it in Arabic too, and no link is dead', async () => {
  const { pages: made, missing } = await makePages();
  deepEqual([...new Set(missing)], [], 'no Arabic in demo/docs/ar/words.json');

  const pages = new Map([...made].map(([path, html]) => [`${SITE}/${path}`, html]));
  const arabic = [...made.keys()].filter((path) => !path.startsWith('en/'));
  ok(arabic.length > 11);
  for (const path of arabic) ok(made.has(`en/${path}`), path);
  for (const folder of ['demo', 'demo/looks'])
    for (const file of readdirSync(root + folder).filter((each) => each.endsWith('.html')))
      pages.set(`${folder}/${file}`, readFileSync(`${root}${folder}/${file}`, 'utf8'));

  const dead: string[] = [];
  const idsOf = (html: string) => [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  for (const [path, html] of pages) {
    const ids = idsOf(html);
    equal(new Set(ids).size, ids.length, `${path}: an id twice`);
    for (const [, address] of html.matchAll(/ (?:href|src)="([^"]*)"/g)) {
      if (/^[a-z]+:/.test(address!)) continue;
      const [to, id] = address!.split('#');
      let target = to ? posix.normalize(posix.join(dirname(path), to)) : path;
      if (target.endsWith('/')) target += 'index.html';
      const there =
        pages.get(target) ??
        (statSync(root + target, { throwIfNoEntry: false })?.isFile() ? '' : undefined);
      if (there === undefined || (id && there && !idsOf(there).includes(id)))
        dead.push(`${path}: ${address}`);
    }
  }
  deepEqual(dead, []);
});
