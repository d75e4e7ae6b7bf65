import commonjs from '@rollup/plugin-commonjs';
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';

/** In `dist/cdn/` the files of the voice, of the diacritizer and of the typefaces lie beside the script. */
const beside = {
  name: 'beside',
  transform(code, id) {
    if (id.endsWith('/voice-files.js'))
      return { code: code.replaceAll("'../cdn/voice/", "'./voice/"), map: null };
    if (id.endsWith('/typefaces.js'))
      return { code: code.replaceAll("'../../cdn/fonts/", "'./fonts/"), map: null };
    if (id.endsWith('/tashkeel-worker.js'))
      return { code: code.replace("'./worker.js'", "'./tashkeel/worker.js'"), map: null };
    return null;
  },
};

/** White space in our templates is for whoever reads the source. */
const templates = {
  name: 'templates',
  transform(code, id) {
    if (!id.includes('/dist/ui/')) return null;
    const css = (text) =>
      text
        .replace(/\/\*[\s\S]*?\*\//g, '')
        .replace(/\s+/g, ' ')
        .replace(/ ?([{};,>]) ?/g, '$1')
        .replace(/: /g, ':')
        .replace(/;\}/g, '}')
        .replace(/(?<=[:( ,])0\./g, '.');
    return {
      code: code
        .replace(/css ?`[^`]*`/g, css)
        // Indentation, also of templates inside templates; a line break is as good as a space.
        .replace(/\s*\n\s+/g, '\n')
        .replace(/html ?`\n/g, 'html`')
        .replace(/>\n(?=<|\$\{)/g, '>'),
      map: null,
    };
  },
};

/** Lit's notice once, not once for each of its files. */
const LICENCES = '/*! article-reader: MIT. Lit: Copyright 2017 Google LLC, BSD-3-Clause. */';

const plugins = [
  resolve({ exportConditions: ['production', 'default'] }),
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
