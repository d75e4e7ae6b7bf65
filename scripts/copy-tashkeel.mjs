/** Copies the diacritizer's weights and lexicon to where the scripts look for them. */
import { copyFileSync, mkdirSync } from 'node:fs';

const from = new URL('../src/assets/tashkeel/', import.meta.url);
const to = new URL('../dist/assets/tashkeel/', import.meta.url);

mkdirSync(to, { recursive: true });
for (const file of ['tashkeel.bin', 'lexicon.txt'])
  copyFileSync(new URL(file, from), new URL(file, to));
