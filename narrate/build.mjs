/**
 * Builds `dist/`: the program in one chunk and its entries, with what it takes of the library inside, and the
 * files of the voice. The library must be built (`npm run build` above).
 */
import { chmod, cp, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { existsSync } from 'node:fs';
import { rollup } from 'rollup';
import ts from 'typescript';

const here = fileURLToPath(new URL('.', import.meta.url));
const dist = resolve(here, 'dist');

/** TypeScript, a file at a time; types are looked at by `npm run lint`. */
export const typescript = {
  name: 'typescript',
  resolveId(id, importer) {
    if (!importer || !/^\.{1,2}\//.test(id)) return null;
    const path = resolve(dirname(importer), id.replace(/\.js$/, '.ts'));
    return existsSync(path) ? path : null;
  },
  transform: (code, id) =>
    id.endsWith('.ts')
      ? {
          code: ts.transpileModule(code, {
            compilerOptions: {
              target: ts.ScriptTarget.ES2022,
              module: ts.ModuleKind.ES2022,
              verbatimModuleSyntax: true,
              useDefineForClassFields: false,
            },
          }).outputText,
          map: null,
        }
      : null,
};

async function build() {
  await rm(dist, { recursive: true, force: true });
  const bundle = await rollup({
    input: {
      cli: resolve(here, 'src/cli.ts'),
      index: resolve(here, 'src/index.ts'),
      thread: resolve(here, 'src/run/thread.ts'),
    },
    external: (id) => !/^[./]/.test(id),
    plugins: [typescript],
  });
  await bundle.write({
    dir: dist,
    format: 'es',
    // Beside one another, so that each finds the others and the assets from where it is.
    chunkFileNames: 'narrate-[hash].js',
  });
  await bundle.close();
  await chmod(resolve(dist, 'cli.js'), 0o755);
  const assets = resolve(here, '../dist/assets');
  await Promise.all(
    ['voice', 'tashkeel'].map((folder) =>
      cp(resolve(assets, folder), resolve(dist, 'assets', folder), { recursive: true }),
    ),
  );
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) await build();
