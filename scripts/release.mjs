/**
 * `npm run release`: shows what would be published, and whether it may be: a dry run. With `-- --publish`
 * it is published and tagged.
 *
 * 1. Set `version` in `package.json`, and give CHANGELOG's "Unreleased" that version and a date.
 * 2. Commit, then `npm test`.
 * 3. `npm run release`, and read what it prints.
 * 4. `npm run release -- --publish`.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const run = (command, ...args) => execFileSync(command, args, { cwd: root, encoding: 'utf8' });
const read = (file) => readFileSync(`${root}${file}`, 'utf8');

execFileSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'inherit' });
const manifest = JSON.parse(read('package.json'));
const { version } = manifest;
const [packed] = JSON.parse(run('npm', 'pack', '--dry-run', '--json', '--ignore-scripts'));

const kilobytes = (bytes) => `${Math.round(bytes / 1024).toLocaleString('en')} KB`;
const folders = new Map();
for (const { path, size } of packed.files) {
  const folder = path.split('/').slice(0, path.startsWith('dist/assets/') ? 3 : 2);
  const name =
    folder.length > 1 && path.split('/').length > folder.length ? folder.join('/') : path;
  const sum = folders.get(name) ?? { files: 0, size: 0 };
  folders.set(name, { files: sum.files + 1, size: sum.size + size });
}
console.log(
  `\n${packed.name}@${version}: ${kilobytes(packed.size)} packed, ${packed.files.length} files\n`,
);
for (const [name, { files, size }] of [...folders].sort(([, a], [, b]) => b.size - a.size))
  console.log(`${kilobytes(size).padStart(9)}  ${name}${files > 1 ? `/ (${files} files)` : ''}`);

console.log('\nSubresource Integrity (dist/integrity.json has all of them):\n');
const { files, main } = JSON.parse(read('dist/integrity.json'));
for (const file of ['article-reader.js', 'article-reader.iife.js', main])
  console.log(`${file}\n  ${files[file]}`);

/** What has to be put right first. */
const wrong = [
  run('git', 'status', '--porcelain') && 'there are changes that are not committed',
  run('git', 'tag', '--list', `v${version}`) && `v${version} is tagged already`,
  !read('CHANGELOG.md').includes(`\n## ${version}`) && `CHANGELOG.md has no part for ${version}`,
  JSON.stringify(manifest).includes('OWNER') && 'package.json still names OWNER in its addresses',
].filter(Boolean);
console.log(wrong.length ? `\nNot to be published: ${wrong.join('; ')}.` : '\nReady.');

if (!process.argv.includes('--publish')) process.exit(0);
if (wrong.length) process.exit(1);
execFileSync('npm', ['publish', '--ignore-scripts'], { cwd: root, stdio: 'inherit' });
run('git', 'tag', `v${version}`);
console.log(`Published. Push the tag: git push origin v${version}`);
