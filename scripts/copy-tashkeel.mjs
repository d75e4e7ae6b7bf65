/** Copies the weights and the lexicon to where the built modules and the bundle look for them. */
import { copyFileSync, mkdirSync } from 'node:fs';

const from = new URL('../src/diacritizer/', import.meta.url);
for (const folder of ['diacritizer', 'cdn/tashkeel']) {
  const to = new URL(`../dist/${folder}/`, import.meta.url);
  mkdirSync(to, { recursive: true });
  for (const file of ['tashkeel.bin', 'lexicon.txt'])
    copyFileSync(new URL(file, from), new URL(file, to));
}
