/**
 * Builds the files of the embedded voice: `node build-voice.mjs [FOLDER]`, by default `dist/assets/voice`.
 *
 * - `espeak-ng-worker.js`: espeak-ng's script, without the loader of its data, and `worker.ts`
 * - `espeak-ng-arabic.bin`: of its data only what Arabic and English words need, gzipped
 * - `COPYING` and `SOURCE.md`: its licence, and where its source is
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import ts from 'typescript';

const DATA = '/usr/share/espeak-ng-data/';

const FILES = [
  'ar_dict',
  'en_dict',
  'phondata',
  'phontab',
  'phonindex',
  'intonations',
  'lang/sem/ar',
  'lang/gmw/en',
];

/** `text` without what stands from `from` to just before `to`; both must be there. */
function cut(text, from, to) {
  const start = text.indexOf(from);
  const end = text.indexOf(to, start);
  if (start < 0 || end < 0) throw new Error(`espeak-ng.js has changed: no ${from} … ${to}`);
  return text.slice(0, start) + text.slice(end);
}

/** What the archive in `worker.ts` is read from. */
function archive(script, data) {
  const files = FILES.map((path) => {
    const place = new RegExp(`filename:"${DATA}${path}",start:(\\d+),end:(\\d+)`).exec(script);
    if (!place) throw new Error(`espeak-ng.js has no ${path}`);
    return [path, data.subarray(Number(place[1]), Number(place[2]))];
  });
  const list = Buffer.from(JSON.stringify(files.map(([path, { length }]) => [path, length])));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(list.length);
  return gzipSync(Buffer.concat([length, list, ...files.map(([, content]) => content)]), {
    level: 9,
  });
}

/**
 * @param options `outDir`: where to.
 * @returns the paths written.
 */
export async function buildVoice({ outDir }) {
  const thread = new URL('../src/speech-synthesis-polyfill/embedded/worker.ts', import.meta.url);
  const manifest = createRequire(import.meta.url).resolve(
    '@echogarden/espeak-ng-emscripten/package.json',
  );
  const from = dirname(manifest);
  const { name, version } = JSON.parse(await readFile(manifest, 'utf8'));
  const script = await readFile(join(from, 'espeak-ng.js'), 'utf8');
  const worker = ts.transpileModule(await readFile(thread, 'utf8'), {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ES2022 },
  }).outputText;
  let espeak = cut(
    script,
    'var Module=typeof Module!="undefined"?Module:{};Module["expectedDataFileDownloads"]',
    'var moduleOverrides=',
  );
  // What is for Node only: bundlers and development servers would look for its modules.
  espeak = cut(espeak, 'var ENVIRONMENT_IS_NODE=', '\n\n//// pre.js').replace(
    '//// pre.js',
    'var ENVIRONMENT_IS_NODE=false;\n//// pre.js',
  );
  espeak = cut(espeak, 'if(ENVIRONMENT_IS_NODE){var fs=', 'if(ENVIRONMENT_IS_WEB||');
  espeak = cut(
    espeak,
    'else if(ENVIRONMENT_IS_NODE){try{var crypto_module=',
    'abort("initRandomDevice")',
  );
  espeak = cut(
    espeak,
    'if(ENVIRONMENT_IS_NODE){var BUFSIZE=',
    'if(typeof window!="undefined"&&typeof window.prompt',
  );
  // Its code is in the script; a bundler that reads the script would look for this file.
  espeak = espeak.replace('new URL("espeak-ng.wasm",import.meta.url).href', '"espeak-ng.wasm"');
  espeak = cut(espeak, "//// pre.js\nModule['locateFile']", '////\n\n');
  espeak = cut(espeak, 'export default Module;', '\n');
  const head = `/*! eSpeak NG (${name} ${version}, cut) with the worker of article-reader.
 * GPL-3.0: see COPYING and SOURCE.md beside this file. */
`;
  const output = {
    'espeak-ng-worker.js': `${head}${espeak}\n${worker.replace(/^export \{\};\n/m, '')}`,
    'espeak-ng-arabic.bin': archive(script, await readFile(join(from, 'espeak-ng.data'))),
    COPYING: await readFile(join(from, 'COPYING')),
    'SOURCE.md': `# The embedded voice

The files in this folder are free software under the GNU General Public License, version 3
(\`COPYING\`). The rest of article-reader is under the MIT licence, does not contain them, speaks to
them by messages only, and works without this folder.

They are made of \`${name}\` ${version}, which is eSpeak NG compiled by Emscripten:

- source of eSpeak NG: https://github.com/espeak-ng/espeak-ng
- source of what was compiled, with the script that compiles it: https://github.com/echogarden-project/espeak-ng (branch \`fork\`)
- the package: https://github.com/echogarden-project/espeak-ng-emscripten

What was changed, by article-reader's \`scripts/build-voice.mjs\`,
which makes these files again:

- \`espeak-ng-worker.js\`: the loader of the data file and what is for Node only are cut out of
  \`espeak-ng.js\`, and \`src/speech-synthesis-polyfill/embedded/worker.ts\` is added at the end
- \`espeak-ng-arabic.bin\`: of \`espeak-ng.data\` only the files that Arabic and English words need
  (${FILES.join(', ')}), unchanged, in an archive, gzipped
`,
  };
  await mkdir(outDir, { recursive: true });
  return Promise.all(
    Object.entries(output).map(async ([file, content]) => {
      const path = join(outDir, file);
      await writeFile(path, content);
      return path;
    }),
  );
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const paths = await buildVoice({ outDir: process.argv[2] ?? join(root, 'dist/assets/voice') });
  console.log(paths.join('\n'));
}
