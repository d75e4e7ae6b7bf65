import { readFileSync } from 'node:fs';
import minifyTemplates from '@lit-labs/rollup-plugin-minify-html-literals';
import commonjs from '@rollup/plugin-commonjs';
import resolve from '@rollup/plugin-node-resolve';
import replace from '@rollup/plugin-replace';
import terser from '@rollup/plugin-terser';
import { Features } from 'lightningcss';

/** What `tsc` wrote comes with its map, so that the maps of the bundles lead to `src/`. */
const compiled = {
  name: 'compiled',
  load: (id) =>
    /\/dist\/.*\.js$/.test(id)
      ? { code: readFileSync(id, 'utf8'), map: readFileSync(`${id}.map`, 'utf8') }
      : null,
};

/** In `dist/cdn/` the files of the voice, of the diacritizer and of the typefaces lie beside the script. */
const beside = replace({
  include: 'dist/**',
  delimiters: ['', ''],
  preventAssignment: true,
  values: {
    "'../cdn/voice/": "'./voice/",
    "'../../cdn/fonts/": "'./fonts/",
    "'./worker.js', import.meta.url": "'./tashkeel/worker.js', import.meta.url",
  },
});

/**
 * White space and comments in our templates are for whoever reads the source; the style sheets are
 * also said in fewer words. Attributes and bindings stay as they are.
 */
const templates = minifyTemplates({
  include: 'dist/ui/**',
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
const LICENCES = '/*! article-reader: MIT. Lit: Copyright 2017 Google LLC, BSD-3-Clause. */';

const plugins = [
  resolve({ exportConditions: ['production', 'default'] }),
  compiled,
  commonjs(),
  beside,
  templates,
  terser({
    ecma: 2022,
    module: true,
    compress: { passes: 2, pure_getters: true, unsafe_arrows: true },
    format: { comments: /^!/ },
  }),
];

/** TypeScript's decorator helper asks for a top-level `this` that modules do not have, and needs none. */
const onwarn = (warning, warn) => {
  if (warning.code !== 'THIS_IS_UNDEFINED') warn(warning);
};

export default [
  {
    input: 'dist/diacritizer/worker.js',
    output: { file: 'dist/cdn/tashkeel/worker.js', format: 'es', sourcemap: true },
    plugins,
  },
  {
    input: 'dist/index.js',
    // What the lazy chunks share with the entry stays in the entry.
    preserveEntrySignatures: 'allow-extension',
    output: {
      dir: 'dist/cdn',
      format: 'es',
      entryFileNames: 'article-reader.js',
      chunkFileNames: 'article-reader-[name].js',
      manualChunks: (id) => {
        if (/dompurify|readability/.test(id)) return 'html';
        // Both foreign text and the reading view need it, and neither the other.
        if (id.endsWith('/page/render/bidi-isolates.js')) return 'bidi-isolates';
        return /render-source|text-styles/.test(id) ? 'render-source' : undefined;
      },
      sourcemap: true,
      // Lit is in the entry alone.
      banner: ({ isEntry }) => (isEntry ? LICENCES : ''),
    },
    plugins,
    onwarn,
  },
  {
    input: 'dist/index.js',
    output: {
      file: 'dist/cdn/article-reader.iife.js',
      format: 'iife',
      name: 'ArticleReader',
      inlineDynamicImports: true,
      sourcemap: true,
      banner: LICENCES,
      // A classic script knows its address only while it runs first.
      intro: 'const SCRIPT = document.currentScript?.src ?? document.baseURI;',
    },
    plugins: [...plugins, { name: 'script', resolveImportMeta: () => 'SCRIPT' }],
    onwarn,
  },
];
