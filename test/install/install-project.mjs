/** A copy of a project of `demo/frameworks/`, with the tarball in the place of the published package. */
import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './commands.mjs';

const frameworks = fileURLToPath(new URL('../../demo/frameworks/', import.meta.url));

/** What `npm install` makes, should somebody have tried the project where it lies. */
const MADE = new Set(['node_modules', 'package-lock.json', 'dist', '.next', '.astro', '_site']);

/** Pages are written for this CDN. */
const CDN = 'https://cdn.example.com';

/** Puts the CDN that there is into all files of a project. */
function useCdn(folder, cdn) {
  for (const name of readdirSync(folder, { recursive: true })) {
    const file = join(folder, name);
    if (!statSync(file).isFile()) continue;
    const text = readFileSync(file, 'utf8');
    if (text.includes(CDN)) writeFileSync(file, text.replaceAll(CDN, cdn));
  }
}

/**
 * @param project of {@link PROJECTS}
 * @param options `folder`: where to; `tarball`; `cdn`: the origin that stands for a CDN
 */
export async function installProject(project, { folder, tarball, cdn, signal }) {
  cpSync(join(frameworks, project.folder), folder, {
    recursive: true,
    filter: (path) => !MADE.has(basename(path)),
  });
  useCdn(folder, cdn);
  const file = join(folder, 'package.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  manifest.dependencies['article-reader'] = `file:${tarball}`;
  for (const [name, version] of Object.entries(project.versions ?? {}))
    for (const list of [manifest.dependencies, manifest.devDependencies])
      if (list?.[name]) list[name] = version;
  writeFileSync(file, JSON.stringify(manifest));
  await run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'], {
    cwd: folder,
    signal,
  });
}
