/** Installs the dependencies where they are missing or old, and builds `dist/` and the documentation. */
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

/** Dependencies as `package-lock.json` names them, and a fresh build of all that is shown. */
export function prepare() {
  const installed = `${root}node_modules/.package-lock.json`;
  const lock = `${root}package-lock.json`;
  if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(lock).mtimeMs) {
    console.log('Installing dependencies…');
    // Not `npm ci`: npm 11 leaves other systems' optional packages out of the lock file, and then
    // refuses it.
    run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']);
  }
  console.log('Building…');
  run('npm', ['run', '--silent', 'build']);
  run(process.execPath, ['demo/docs/build.mjs']);
}
