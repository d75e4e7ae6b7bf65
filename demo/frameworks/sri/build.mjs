/** Copies the library, and writes its hashes into the page: the browser runs nothing else. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';

const read = (file) => readFileSync(new URL(file, import.meta.url), 'utf8');
const library = new URL('node_modules/article-reader/dist/', import.meta.url);
cpSync(library, new URL('dist/article-reader/', import.meta.url), { recursive: true });

const { importmap, files } = JSON.parse(read('node_modules/article-reader/dist/integrity.json'));
const integrity = Object.fromEntries(
  Object.entries(importmap.integrity).map(([file, hash]) => [
    new URL(file, 'http://site/article-reader/').pathname,
    hash,
  ]),
);
const tags = `<script type="importmap">${JSON.stringify({ integrity })}</script>
    <script type="module" src="/article-reader/article-reader.js" integrity="${files['article-reader.js']}"></script>`;
writeFileSync(
  new URL('dist/index.html', import.meta.url),
  read('index.html').replace(/<!-- integrity: .*-->/, tags),
);
