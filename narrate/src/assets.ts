/** Where the files of the embedded voice and of its diacritizer are. */
import { existsSync } from 'node:fs';

/** In the package beside what is built; in a checkout, where the library is built. */
const FOLDER = ['./assets/', '../../dist/assets/']
  .map((path) => new URL(path, import.meta.url))
  .find((url) => existsSync(new URL('voice/', url)));

/** @throws Error if the library has not been built */
export function asset(name: string): URL {
  if (!FOLDER)
    throw new Error('The files of the voice are missing: npm run build in the checkout.');
  return new URL(name, FOLDER);
}
