/** Packs the checkout as `npm publish` would. */
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { run } from './commands.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * @param folder where to
 * @returns the path of the tarball
 */
export async function pack(folder, signal) {
  const output = await run(
    'npm',
    ['pack', '--json', '--silent', '--ignore-scripts', '--pack-destination', folder],
    { cwd: root, signal },
  );
  const [{ filename }] = JSON.parse(output);
  return join(folder, filename);
}
