/** Empties what is built: what a file was built to before it moved is not to be published. */
import { rmSync } from 'node:fs';

for (const folder of ['build', 'dist'])
  rmSync(new URL(`../${folder}/`, import.meta.url), { recursive: true, force: true });
