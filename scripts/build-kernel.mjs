/**
 * `npm run build:kernel`: puts `src/diacritizer/kernel.wat` together and writes it, as text that every
 * bundler and thread can load, to `kernel-code.ts`, which is kept: a test tells when it is not up to date.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import createWabt from 'wabt';

const folder = new URL('../src/diacritizer/', import.meta.url);

/** a + s × w as two operations of the inner loop, and as one that rounds as the processor likes. */
const relaxed = (source) =>
  source.replace(
    /\(f32x4\.add (\(local\.get \$[ab]\d\)) \(f32x4\.mul (\(local\.get \$s\)) (\(local\.get \$w[ab]\))\)\)/g,
    '(f32x4.relaxed_madd $2 $3 $1)',
  );

/** The module of TypeScript that holds the code, with and without relaxed SIMD. */
export async function kernel() {
  const wabt = await createWabt();
  const source = readFileSync(new URL('kernel.wat', folder), 'utf8');
  const assemble = (text) => {
    const module = wabt.parseWat('kernel.wat', text, { simd: true, relaxed_simd: true });
    module.validate();
    const { buffer } = module.toBinary({});
    module.destroy();
    const lines = Buffer.from(buffer)
      .toString('base64')
      .match(/.{1,94}/g);
    return lines.map((line) => `  '${line}'`).join(' +\n');
  };
  return `/** \`kernel.wat\`, put together by \`npm run build:kernel\`. */
export const CODE =
${assemble(source)};

/** The same with a multiplication and an addition in one: https://github.com/WebAssembly/relaxed-simd */
export const RELAXED_CODE =
${assemble(relaxed(source))};
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(new URL('kernel-code.ts', folder), await kernel());
