import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const manifest = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
  types: string;
  typesVersions: { '*': Record<string, [string]> };
  exports: Record<string, { types: string; default: string } | string>;
  sideEffects: string[];
};
/** The compiled modules, by their path in `dist/`. */
const modules = (readdirSync(`${root}dist`, { recursive: true }) as string[]).filter((file) =>
  file.endsWith('.js'),
);
const gzipped = (file: string) => gzipSync(readFileSync(root + file), { level: 9 }).length;

describe('the package', () => {
  it('holds every file that its exports name', () => {
    for (const target of Object.values(manifest.exports)) {
      for (const file of typeof target === 'string' ? [target] : Object.values(target))
        if (!file.includes('*')) assert.ok(existsSync(root + file), file);
    }
  });

  it('is imported in Node without a page, also twice', () => {
    for (const [name, target] of Object.entries(manifest.exports)) {
      // Types for a framework's templates have nothing to run.
      if (typeof target === 'string' || target.default.endsWith('/nothing.js')) continue;
      const script = `
        const first = await import('article-reader${name.slice(1)}');
        const again = await import('article-reader${name.slice(1)}');
        if (first !== again || !Object.keys(first).length) throw new Error('exports nothing');`;
      execFileSync(process.execPath, ['--input-type=module', '-e', script], {
        cwd: root,
        stdio: 'pipe',
      });
    }
  });

  it('weighs at most 30 KB gzipped at first, Lit included, and 40 KB to read aloud', () => {
    const size = gzipped('dist/cdn/article-reader.js');
    assert.ok(size <= 30 * 1024, `${size} bytes`);
    const listening = size + gzipped('dist/cdn/article-reader-listening.js');
    assert.ok(listening <= 40 * 1024, `${listening} bytes`);
    // Nothing else is loaded with it: whatever it imports, it imports when needed.
    const code = readFileSync(`${root}dist/cdn/article-reader.js`, 'utf8');
    assert.doesNotMatch(code, /^import[^(]*from/m);
  });

  it('weighs at most 22 KB (22,528 bytes) gzipped to say numbers and signs in words', () => {
    const size = gzipped('dist/cdn/article-reader-to-spoken.js');
    assert.ok(size <= 22 * 1024, `${size} bytes`);
  });

  it('weighs at most 1.0 MB gzipped for the embedded voice', () => {
    const folder = 'dist/cdn/voice/';
    const size = gzipped(`${folder}espeak-ng-worker.js`) + gzipped(`${folder}espeak-ng-arabic.bin`);
    assert.ok(size <= 1_000_000, `${size} bytes`);
    for (const file of ['COPYING', 'SOURCE.md']) assert.ok(existsSync(root + folder + file), file);
  });

  it('keeps the code under another licence in the folder of the voice', () => {
    const compiled = modules.filter((file) =>
      /emscripten/i.test(readFileSync(`${root}dist/${file}`, 'utf8')),
    );
    assert.deepEqual(compiled, ['cdn/voice/espeak-ng-worker.js']);
  });

  it('names each module that defines elements when it is loaded, for bundlers to keep', () => {
    const defining = modules.filter(
      (file) =>
        !file.startsWith('cdn/') &&
        /^define(All)?\(/m.test(readFileSync(`${root}dist/${file}`, 'utf8')),
    );
    assert.deepEqual(
      manifest.sideEffects.filter((file) => file !== './dist/cdn/*').sort(),
      defining.map((file) => `./dist/${file}`).sort(),
    );
  });

  it('finds what lies beside the script in whatever folder it is put', () => {
    for (const file of modules.filter((file) => file.startsWith('cdn/')))
      assert.doesNotMatch(
        readFileSync(`${root}dist/${file}`, 'utf8'),
        /["'`]\.\.\/(\.\.\/)?cdn\//,
        file,
      );
  });

  it('names no other host to load from', () => {
    const code = readFileSync(`${root}dist/cdn/article-reader.js`, 'utf8');
    const addresses = code.match(/https?:\/\/[^\s"'`)]+/g) ?? [];
    assert.deepEqual(
      addresses.filter((address) => !address.startsWith('http://www.w3.org/')),
      [],
    );
  });

  it('has its types where each way of looking for them looks', () => {
    const targets = Object.entries(manifest.exports).flatMap(([name, target]) =>
      typeof target === 'string' ? [] : ([[name.slice(2), target.types]] as const),
    );
    const [main, ...parts] = targets;
    assert.equal(manifest.types, main![1]);
    assert.deepEqual(
      manifest.typesVersions['*'],
      Object.fromEntries(parts.map(([name, types]) => [name, [types]])),
    );
    // It is of ES modules, and has no types of what is no module.
    const attw = `${root}node_modules/@arethetypeswrong/cli/dist/index.js`;
    const options = ['--ignore-rules', 'cjs-resolves-to-esm', '--exclude-entrypoints'];
    const excluded = ['./custom-elements.json', './cdn/*', './package.json'];
    execFileSync(process.execPath, [attw, '--pack', '.', ...options, ...excluded], {
      cwd: root,
      stdio: 'pipe',
    });
  });

  it('is published as publint wants it', async () => {
    const { publint } = await import('publint');
    const { messages } = await publint({ pkgDir: root, strict: true });
    assert.deepEqual(messages, []);
  });
});
