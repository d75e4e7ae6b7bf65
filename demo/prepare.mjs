/** Installs the dependencies where they are missing or old, and builds what is tried, shown or tested. */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs a command in the checkout; ends the process with its status when it fails. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    ...options,
  });
  if (error) console.error(error.message);
  if (status !== 0) process.exit(status ?? 1);
}

/** Dependencies as a folder's `package-lock.json` names them, where they are missing or old. */
function install(folder, ...options) {
  const installed = `${folder}node_modules/.package-lock.json`;
  const lock = `${folder}package-lock.json`;
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  console.log('Installing dependencies…');
  // Not `npm ci`: npm 11 leaves other systems' optional packages out of the lock file, and then
  // refuses it.
  const quiet = ['--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
  run('npm', ['install', ...quiet, ...options], { cwd: folder });
}

/** A fresh build of all that is shown, for which the dependencies are installed. */
export function prepare() {
  install(root);
  console.log('Building…');
  run('npm', ['run', '--silent', 'build']);
  run(process.execPath, ['demo/docs/build.mjs']);
}

/** The same for narration, which is a package of its own and takes the files of the voice from the build. */
export function prepareNarration() {
  const folder = `${root}narrate/`;
  install(folder, '--ignore-scripts');
  run('npm', ['run', '--silent', 'build'], { cwd: folder });
}
