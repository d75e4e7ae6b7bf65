import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import minifyTemplates from '@lit-labs/rollup-plugin-minify-html-literals';
import commonjs from '@rollup/plugin-commonjs';
import resolve from '@rollup/plugin-node-resolve';
import replace from '@rollup/plugin-replace';
import terser from '@rollup/plugin-terser';
import { Features } from 'lightningcss';
import { cdnFiles } from './scripts/cdn-files.mjs';

const read = (path) => readFileSync(new URL(path, import.meta.url));
const { version } = JSON.parse(read('package.json'));

/** Of what the files in `dist/assets/` are made of that pages keep: other files have another address. */
const hash = createHash('sha256');
for (const path of [
  'src/assets/tashkeel/tashkeel.bin',
  'src/assets/tashkeel/lexicon.txt',
  'src/speech-synthesis-polyfill/embedded/worker.ts',
  'scripts/build-voice.mjs',
  'node_modules/@echogarden/espeak-ng-emscripten/package.json',
])
  hash.update(read(path));

/** What `tsc` wrote comes with its map, so that the maps of the bundles lead to `src/`. */
const compiled = {
  name: 'compiled',
  load: (id) =>
    /\/build\/.*\.js$/.test(id)
      ? { code: readFileSync(id, 'utf8'), map: readFileSync(`${id}.map`, 'utf8') }
      : null,
};

/**
 * White space and comments in our templates are for whoever reads the source; nothing else of them
 * is touched.
 */
const templates = minifyTemplates({
  include: 'build/ui/**',
  failOnError: true,
  options: {
    minifyOptions: {
      conservativeCollapse: true,
      decodeEntities: false,
      keepClosingSlash: true,
      // `(width <= 480px)` is shorter, and unknown to Safari before 16.4.
      minifyCSS: { include: Features.MediaRangeSyntax },
      minifyJS: false,
      removeEmptyAttributes: false,
    },
  },
});

/** Lit's notice once, not once for each of its files. */
const LICENCES = '/*! article-reader: MIT. Lit: © 2017 Google LLC, BSD-3-Clause */';

const plugins = [
  compiled,
  replace({
    values: {
      __VERSION__: JSON.stringify(`${version}-${hash.digest('hex').slice(0, 8)}`),
      __ASSETS__: JSON.stringify('article-reader/dist/assets'),
    },
    preventAssignment: true,
  }),
  templates,
  terser({
    ecma: 2022,
    module: true,
    // Nobody asks a function of ours how many arguments it has.
    compress: { keep_fargs: false, passes: 2, pure_getters: true, unsafe_arrows: true },
    format: { comments: /^!/ },
  }),
];

/** With what we depend on, for pages without a bundler. */
const whole = [resolve({ exportConditions: ['production', 'default'] }), commonjs(), ...plugins];

/** TypeScript's helpers ask for a top-level `this` that modules do not have, and need none. */
const onwarn = (warning, warn) => {
  if (warning.code !== 'THIS_IS_UNDEFINED') warn(warning);
};

/** Modules of the first file: what the entry imports, and what that does, but for what is loaded later. */
function isEager(id, { getModuleInfo }, seen = new Set()) {
  const pending = [`${import.meta.dirname}/build/index.js`];
  for (let next; (next = pending.pop());) {
    if (seen.has(next)) continue;
    seen.add(next);
    pending.push(...(getModuleInfo(next)?.importedIds ?? []));
  }
  return seen.has(id);
}

/** Pieces that are loaded together, or that two others need which do not need each other. */
function lazyChunk(id) {
  if (/dompurify|readability/.test(id)) return 'html';
  if (id.endsWith('/page/render/bidi-isolates.js')) return 'bidi-isolates';
  // What the sheets and the view have in common; the bar asks for a word of it.
  if (/panel-terms|ar-panels|sheet-icons/.test(id)) return 'panel-terms';
  return /render-source|text-styles/.test(id) ? 'render-source' : undefined;
}

/** Tables of Arabic words, which a page asks for beside what reads them. */
const TABLES =
  /\/arabic\/spoken\/(abbreviations|governing-words|nouns|rulers|words|(marks|numerals)\/word-lists)\.js$/;

/** How vocalised words are said, by our voice and by a device's eSpeak: one piece for pages. */
const SAID =
  /\/embedded\/(phonemes|respelling|speakable|spellings|spoken-form|stress|word-phonemes)\.js$/;

/** Words of the interface that are loaded later: they import nothing, and are published once for both. */
const LANGUAGE = /\/i18n\/languages\/(?!ar)(\w+)\.js$/;

/** Where the bundle for pages, which is built before, has a language. */
function languageChunk(id) {
  const [, language] = LANGUAGE.exec(id);
  const { files } = JSON.parse(readFileSync(`${import.meta.dirname}/dist/integrity.json`, 'utf8'));
  const file = Object.keys(files).find((file) => file.startsWith(`chunks/${language}-`));
  return `../${file}`;
}

export default [
  {
    input: 'build/diacritizer/worker.js',
    output: { file: 'dist/assets/tashkeel/worker.js', format: 'es', sourcemap: 'hidden' },
    plugins,
  },
  {
    // For pages: a small file of a lasting name, and chunks whose names change with what they hold.
    input: { 'article-reader': 'scripts/cdn-entry.js' },
    output: {
      dir: 'dist',
      format: 'es',
      entryFileNames: '[name].js',
      chunkFileNames: 'chunks/[name]-[hash].js',
      manualChunks: (id, context) =>
        isEager(id, context) && !id.endsWith('cdn-entry.js')
          ? 'main'
          : TABLES.test(id)
            ? 'nouns'
            : SAID.test(id)
              ? 'speakable'
              : lazyChunk(id),
      sourcemap: 'hidden',
      // Lit is in the first chunk alone.
      banner: ({ name }) => (name === 'main' ? LICENCES : ''),
    },
    plugins: [...whole, cdnFiles()],
    onwarn,
  },
  {
    // For bundlers, which bring Lit and the rest themselves. What is loaded later stays apart.
    input: {
      index: 'build/index.js',
      elements: 'build/elements.js',
      reader: 'build/reader/reader.js',
      arabic: 'build/arabic/index.js',
      tashkeel: 'build/diacritizer/index.js',
      'speech-synthesis-polyfill': 'build/speech-synthesis-polyfill/index.js',
    },
    external: [/^lit/, 'dompurify', LANGUAGE],
    output: {
      dir: 'dist/npm',
      format: 'es',
      chunkFileNames: 'chunk-[name].js',
      manualChunks: (id) => lazyChunk(id),
      paths: (id) => (LANGUAGE.test(id) ? languageChunk(id) : id),
    },
    // Readability is CommonJS, which plain Rollup leaves behind `import()` as it is.
    plugins: whole,
    onwarn,
  },
];
