import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
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
/** The scripts, by their path in `dist/`. */
const modules = (readdirSync(`${root}dist`, { recursive: true }) as string[]).filter((file) =>
  file.endsWith('.js'),
);
/** A chunk of the bundle, by what it holds. */
const chunk = (name: string) =>
  `dist/${modules.find((file) => /^chunks.(.+)-.{8}\.js$/.exec(file)?.[1] === name)}`;
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
    const main = chunk('main');
    const size = gzipped('dist/article-reader.js') + gzipped(main);
    assert.ok(size <= 30 * 1024, `${size} bytes`);
    const listening = size + gzipped(chunk('listening'));
    assert.ok(listening <= 40 * 1024, `${listening} bytes`);
    // Nothing else is loaded with it: whatever it imports, it imports when needed.
    const code = readFileSync(root + main, 'utf8');
    assert.doesNotMatch(code, /^import[^(]*from/m);
  });

  it('weighs at most 32 KB gzipped at first as a classic script', () => {
    const size = gzipped('dist/article-reader.iife.js') + gzipped(chunk('main'));
    assert.ok(size <= 32 * 1024, `${size} bytes`);
  });

  it('weighs at most 22 KB (22,528 bytes) gzipped to say numbers and signs in words', () => {
    const size = gzipped(chunk('to-spoken'));
    assert.ok(size <= 22 * 1024, `${size} bytes`);
  });

  it('weighs at most 1.0 MB gzipped for the embedded voice', () => {
    const folder = 'dist/assets/voice/';
    const size = gzipped(`${folder}espeak-ng-worker.js`) + gzipped(`${folder}espeak-ng-arabic.bin`);
    assert.ok(size <= 1_000_000, `${size} bytes`);
    for (const file of ['COPYING', 'SOURCE.md']) assert.ok(existsSync(root + folder + file), file);
  });

  it('has the hash of every script that a page loads from it, for `integrity`', () => {
    const { files } = JSON.parse(readFileSync(`${root}dist/integrity.json`, 'utf8')) as {
      files: Record<string, string>;
    };
    for (const [file, integrity] of Object.entries(files)) {
      const hash = createHash('sha384').update(readFileSync(`${root}dist/${file}`));
      assert.equal(integrity, `sha384-${hash.digest('base64')}`, file);
    }
    for (const file of modules)
      if (/^(article-reader|chunks\b)/.test(file))
        assert.ok(file.replaceAll('\\', '/') in files, file);
  });

  it('keeps the code under another licence in the folder of the voice', () => {
    const compiled = modules.filter((file) =>
      /emscripten/i.test(readFileSync(`${root}dist/${file}`, 'utf8')),
    );
    assert.deepEqual(compiled, ['assets/voice/espeak-ng-worker.js']);
  });

  it('defines elements when its entry is imported, and by no other module, as bundlers are told', () => {
    const others = modules.filter((file) => /^npm.(?!index\.js$)/.test(file));
    const script = `
      const defined = [];
      globalThis.CSSStyleSheet = class { replaceSync() {} };
      globalThis.customElements = { get() {}, define: (name) => defined.push(name) };
      for (const file of ${JSON.stringify(others)}) await import('./dist/' + file);
      const before = defined.length;
      await import('./dist/npm/index.js');
      console.log(JSON.stringify([before, defined]));`;
    const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      cwd: root,
      encoding: 'utf8',
    });
    assert.deepEqual(JSON.parse(output), [0, ['article-reader', 'article-reader-toolbar']]);
    assert.ok(manifest.sideEffects.includes('./dist/npm/index.js'));
  });

  it('is packed in at most 3 MB, no file twice, with what README links', () => {
    const [packed] = JSON.parse(
      execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
        cwd: root,
        encoding: 'utf8',
        shell: process.platform === 'win32',
      }),
    ) as [{ size: number; files: { path: string }[] }];
    assert.ok(packed.size <= 3 * 1024 * 1024, `${packed.size} bytes`);
    const paths = packed.files.map(({ path }) => path);
    const hashes = new Map<string, string>();
    for (const path of paths) {
      const content = readFileSync(root + path);
      // The licence of a typeface is beside each.
      if (content.length < 5000) continue;
      const hash = createHash('sha256').update(content).digest('hex');
      assert.equal(hashes.get(hash), undefined, `${path} is there twice`);
      hashes.set(hash, path);
    }
    const readme = readFileSync(`${root}README.md`, 'utf8');
    for (const [, link] of readme.matchAll(/\]\((?!https?:|#)([^)#]+)/g))
      assert.ok(
        paths.some((path) => path === link || path.startsWith(`${link}/`)),
        `README links ${link}, which is not packed`,
      );
    assert.deepEqual(
      paths.filter((path) => path.endsWith('.map')),
      [],
    );
  });

  it('names no other host to load from', () => {
    const code = readFileSync(root + chunk('main'), 'utf8');
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
