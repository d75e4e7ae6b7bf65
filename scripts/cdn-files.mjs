/**
 * A Rollup plugin: writes what pages without a bundler need beside the chunks, the classic script and
 * the integrity of every script.
 */
import { createHash } from 'node:crypto';

/** Subresource Integrity (https://w3c.github.io/webappsec-subresource-integrity/). */
const integrityOf = (code) => `sha384-${createHash('sha384').update(code).digest('base64')}`;

/** A classic script that brings the module in: it knows its address only while it runs first. */
const classic = (main) => `/*! article-reader: MIT. */
{
  const script = document.currentScript?.src ?? document.baseURI;
  import(new URL('./${main}', script).href).then(
    (module) => (globalThis.ArticleReader = module),
    (error) => console.error('article-reader could not be loaded.', error),
  );
}
`;

export const cdnFiles = () => ({
  name: 'cdn-files',
  generateBundle: {
    // Once what is in the bundle is final.
    order: 'post',
    handler(_, bundle) {
      const scripts = Object.values(bundle).filter(({ type }) => type === 'chunk');
      const main = scripts.find(({ name }) => name === 'main');
      const files = Object.fromEntries(scripts.map(({ fileName, code }) => [fileName, code]));
      files['article-reader.iife.js'] = classic(main.fileName);
      const integrity = Object.fromEntries(
        Object.entries(files).map(([file, code]) => [file, integrityOf(code)]),
      );
      const chunks = Object.entries(integrity).filter(([file]) => file.startsWith('chunks/'));
      this.emitFile({
        type: 'asset',
        fileName: 'article-reader.iife.js',
        source: files['article-reader.iife.js'],
      });
      this.emitFile({
        type: 'asset',
        fileName: 'integrity.json',
        source: JSON.stringify(
          {
            main: main.fileName,
            files: integrity,
            importmap: {
              integrity: Object.fromEntries(chunks.map(([file, hash]) => [`./${file}`, hash])),
            },
          },
          null,
          2,
        ),
      });
    },
  },
});
