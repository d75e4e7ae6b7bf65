/**
 * `npm run epubcheck`: books of the pages in the checkout, looked at by Debian's `epubcheck` (which wants Java),
 * warnings counted as errors. Not in `npm test`: 10 s a book.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'article-reader-epub-'));
const run = (command, ...args) => {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit' });
  if (error) throw error;
  return status;
};

let status = run(
  ...[process.execPath, path('../dist/cli.js'), path('../../demo/index.html')],
  ...[path('fixtures/odd-page.html'), '--out', folder, '--epub'],
);
const books = readdirSync(folder).filter((file) => file.endsWith('.epub'));
for (const book of books)
  status ||= run('java', '-jar', '/usr/bin/epubcheck', '--failonwarnings', join(folder, book));
rmSync(folder, { recursive: true });
console.log(
  `${books.length} books ${status || books.length < 2 ? 'are not all right' : 'are right'}`,
);
process.exitCode = status || (books.length < 2 ? 1 : 0);
