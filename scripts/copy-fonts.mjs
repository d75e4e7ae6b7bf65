/**
 * Copies the typefaces to `dist/assets/fonts/`: variable fonts of all weights, Arabic and Latin apart,
 * each family with its licence (OFL 1.1) beside it.
 */
import { copyFileSync, mkdirSync } from 'node:fs';

const packages = new URL('../node_modules/@fontsource-variable/', import.meta.url);
const to = new URL('../dist/assets/fonts/', import.meta.url);

mkdirSync(to, { recursive: true });
for (const family of ['noto-naskh-arabic', 'readex-pro', 'vazirmatn']) {
  for (const subset of ['arabic', 'latin'])
    copyFileSync(
      new URL(`${family}/files/${family}-${subset}-wght-normal.woff2`, packages),
      new URL(`${family}-${subset}.woff2`, to),
    );
  copyFileSync(new URL(`${family}/LICENSE`, packages), new URL(`OFL-${family}.txt`, to));
}
