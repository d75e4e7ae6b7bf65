/** Empties `dist/`: what a file was built to before it moved is not to be published. */
import { rmSync } from 'node:fs';

rmSync(new URL('../dist/', import.meta.url), { recursive: true, force: true });
