import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const { findEngines } = (await import(`${root}test/engines.mjs`)) as {
  findEngines(): { readonly chromium?: string };
};

/** `speech-synthesis-polyfill` as it would be published, in a project that has nothing else. */
describe('the package of the polyfill', () => {
  const project = mkdtempSync(join(tmpdir(), 'speech-synthesis-polyfill-'));
  const installed = join(project, 'node_modules/speech-synthesis-polyfill');
  let folder: string;

  before(() => {
    const output = execFileSync(
      process.execPath,
      [join(root, 'scripts/build-polyfill.mjs'), join(project, 'packed')],
      { encoding: 'utf8', stdio: 'pipe' },
    );
    const [built, tarball] = output.trim().split('\n');
    folder = built!;
    writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
    execFileSync('npm', ['install', '--offline', '--no-audit', '--no-fund', tarball!], {
      cwd: project,
      stdio: 'pipe',
      shell: process.platform === 'win32',
    });
  });
  after(() => rmSync(project, { recursive: true, force: true }));

  it('is installed without anything else, and holds what it names', () => {
    assert.deepEqual(
      readdirSync(join(project, 'node_modules')).filter((name) => !name.startsWith('.')),
      ['speech-synthesis-polyfill'],
    );
    const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
    for (const file of [manifest.main, manifest.types, ...Object.values(manifest.exports['.'])])
      assert.ok(existsSync(join(installed, file as string)), file as string);
    assert.equal(manifest.scripts, undefined);
    // The addresses in the code are of files that are there.
    const code = readFileSync(join(installed, 'dist/index.js'), 'utf8');
    const addresses = [...code.matchAll(/new URL\('(\.[^']+)', import\.meta\.url\)/g)];
    assert.equal(addresses.length, 2);
    for (const [, address] of addresses)
      assert.ok(existsSync(join(installed, 'dist', address!)), address);
  });

  it('tells its licences: MIT, and the GPL for the folder of the voice', () => {
    const text = (file: string) => readFileSync(join(installed, file), 'utf8');
    assert.match(text('package.json'), /"license": "MIT AND GPL-3\.0-only"/);
    assert.match(text('LICENSE'), /^MIT License[^]+assets\/voice\/[^]+GNU General Public License/);
    assert.match(text('README.md'), /## Licen[cs]e[^]+assets\/voice/);
    assert.match(text('assets/voice/COPYING'), /GNU GENERAL PUBLIC LICENSE\s+Version 3/);
    assert.match(text('assets/voice/SOURCE.md'), /espeak-ng/);
    assert.doesNotMatch(text('dist/index.js'), /emscripten/i);
  });

  it('is imported in Node, and touches nothing global', () => {
    const script = `
      const before = Object.getOwnPropertyNames(globalThis).join();
      const { install, SpeechSynthesisUtterance } = await import('speech-synthesis-polyfill');
      if (Object.getOwnPropertyNames(globalThis).join() !== before) throw new Error('a global');
      const target = {};
      if (!(await install(target))) throw new Error('not installed');
      console.log(target.speechSynthesis.getVoices().length, new SpeechSynthesisUtterance('x').text);`;
    const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      cwd: project,
      encoding: 'utf8',
    });
    assert.equal(output.trim(), '5 x');
  });

  it('has types, whatever the resolution', () => {
    const file = join(project, 'page.ts');
    writeFileSync(
      file,
      `import { createSpeechSynthesis, install, type Synthesizer } from 'speech-synthesis-polyfill';
       export const installed: Promise<boolean> = install({ mode: 'auto', lang: 'ar' });
       export const synthesis: SpeechSynthesis = createSpeechSynthesis();
       export type Voices = Synthesizer['voices'];
       // @ts-expect-error: there is no such mode
       void install({ mode: 'never' });`,
    );
    for (const [module, moduleResolution] of [
      [ts.ModuleKind.NodeNext, ts.ModuleResolutionKind.NodeNext],
      [ts.ModuleKind.ES2022, ts.ModuleResolutionKind.Bundler],
    ] as const) {
      const program = ts.createProgram([file], {
        module,
        moduleResolution,
        target: ts.ScriptTarget.ES2022,
        lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
        types: [],
        strict: true,
        noEmit: true,
      });
      const faults = ts.getPreEmitDiagnostics(program);
      assert.deepEqual(
        faults.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')),
        [],
      );
    }
  });

  it('is published as publint wants it', async () => {
    const { publint } = await import('publint');
    const { messages } = await publint({ pkgDir: folder, strict: true });
    assert.deepEqual(messages, []);
  });

  // Where there is none, the run has said so.
  const executablePath = findEngines().chromium;
  if (!executablePath) return;
  it('speaks in a browser', async () => {
    const page = readFileSync(join(root, 'test/fixtures/polyfill/packed.html'));
    const server = createServer((request, response) => {
      const file = join(project, new URL(request.url!, 'http://localhost').pathname);
      const isPage = request.url === '/';
      response.setHeader('content-type', isPage ? 'text/html' : 'text/javascript');
      response.statusCode = isPage || existsSync(file) ? 200 : 404;
      response.end(isPage ? page : existsSync(file) ? readFileSync(file) : '');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { default: puppeteer } = await import('puppeteer-core');
    const browser = await puppeteer.launch({
      executablePath,
      args: ['--no-sandbox', '--autoplay-policy=no-user-gesture-required'],
    });
    try {
      const tab = await browser.newPage();
      await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      const heard = await tab.waitForFunction('window.heard', { timeout: 60_000 });
      assert.equal(await heard.jsonValue(), 'السلام عليكم');
    } finally {
      await browser.close();
      server.close();
      server.closeAllConnections();
    }
  });
});
