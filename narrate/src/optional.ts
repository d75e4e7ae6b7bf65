/** Packages that only some need, and install themselves. */
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** What is installed beside this package, or where the program was started; null if there is none. */
export function installed<T>(name: string): T | null {
  for (const place of [import.meta.url, join(process.cwd(), 'none.js')]) {
    const require = createRequire(place);
    try {
      require.resolve(name);
    } catch {
      continue;
    }
    return require(name) as T;
  }
  return null;
}

/**
 * @param wanted all that is to be installed for the same
 * @throws Error that says so, where it is not there
 */
export function optional<T>(name: string, wanted = name): T {
  const it = installed<T>(name);
  if (!it) throw new Error(`This needs a package that is not installed: npm install ${wanted}`);
  return it;
}
