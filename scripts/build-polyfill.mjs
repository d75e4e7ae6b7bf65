/**
 * Builds `speech-synthesis-polyfill` as a package of its own: `node build-polyfill.mjs [FOLDER]`, by
 * default `dist/packages`, gets the package as a folder and as a tarball.
 *
 * `--here` builds `dist/` and `assets/` beside the sources: `npm pack` in their folder asks for it.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import replace from '@rollup/plugin-replace';
import { rollup } from 'rollup';
import ts from 'typescript';
import { buildVoice } from './build-voice.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const source = join(root, 'src/speech-synthesis-polyfill');
const entry = join(source, 'index.ts');

/** The project's compiler options, but for where things lie. */
function compilerOptions(more) {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  for (const name of ['tsBuildInfoFile', 'outDir', 'declarationDir', 'rootDir'])
    delete options[name];
  return { ...options, incremental: false, sourceMap: false, inlineSources: false, ...more };
}

const typescript = {
  name: 'typescript',
  resolveId: (id, importer) =>
    importer && id.startsWith('.') ? join(dirname(importer), id.replace(/\.js$/, '.ts')) : null,
  transform: (code) =>
    ts.transpileModule(code, {
      compilerOptions: compilerOptions({
        declaration: false,
        module: ts.ModuleKind.ES2022,
        moduleResolution: ts.ModuleResolutionKind.Bundler,
      }),
    }).outputText,
};

/** The declarations of the modules in this folder: they name no others. */
function declare(outDir) {
  const options = compilerOptions({
    declaration: true,
    emitDeclarationOnly: true,
    // As in the tree of the sources, wherever the modules come from.
    rootDir: join(root, 'src'),
    outDir,
  });
  const program = ts.createProgram([entry], options);
  const faults = ts.getPreEmitDiagnostics(program);
  if (faults.length) throw new Error(ts.formatDiagnostics(faults, ts.createCompilerHost(options)));
  const inside = join(outDir, 'speech-synthesis-polyfill/');
  program.emit(undefined, (path, text) => {
    if (path.startsWith(inside)) ts.sys.writeFile(join(outDir, path.slice(inside.length)), text);
  });
}

/** @param folder gets `dist/`, and the voice where the script looks for it: in `assets/` beside that */
async function buildModules(folder) {
  const dist = join(folder, 'dist');
  for (const built of [dist, join(folder, 'assets')])
    await rm(built, { recursive: true, force: true });
  const { name, version } = JSON.parse(await readFile(join(source, 'package.json'), 'utf8'));
  const values = {
    __VERSION__: JSON.stringify(version),
    __ASSETS__: JSON.stringify(`${name}/assets`),
  };
  const bundle = await rollup({
    input: entry,
    plugins: [typescript, replace({ values, preventAssignment: true })],
  });
  await bundle.write({
    dir: dist,
    format: 'es',
    chunkFileNames: '[name].js',
    banner: '/*! speech-synthesis-polyfill: MIT; the files in assets/voice/ are GPL-3.0. */',
  });
  await bundle.close();
  declare(dist);
  await buildVoice({ outDir: join(folder, 'assets/voice') });
}

/**
 * @param options `outDir`: where to.
 * @returns the paths of the folder and of the tarball.
 */
export async function buildPolyfill({ outDir }) {
  const folder = join(outDir, 'speech-synthesis-polyfill');
  await rm(folder, { recursive: true, force: true });
  await buildModules(folder);
  const manifest = JSON.parse(await readFile(join(source, 'package.json'), 'utf8'));
  // They are for the folder of the sources.
  delete manifest.scripts;
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  for (const file of ['README.md', 'LICENSE']) await cp(join(source, file), join(folder, file));
  await mkdir(outDir, { recursive: true });
  execFileSync('npm', ['pack', folder, '--silent', '--pack-destination', outDir], {
    shell: process.platform === 'win32',
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const tarball = join(outDir, `${manifest.name}-${manifest.version}.tgz`);
  if (!existsSync(tarball)) throw new Error(`npm did not pack ${tarball}`);
  return { folder, tarball };
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [where] = process.argv.slice(2);
  if (where === '--here') {
    await buildModules(source);
  } else {
    const { folder, tarball } = await buildPolyfill({
      outDir: resolve(where ?? join(root, 'dist/packages')),
    });
    console.log(`${folder}\n${tarball}`);
  }
}
