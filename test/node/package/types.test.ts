import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const pages = join(root, 'test/fixtures/types');
const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  exports: Record<string, { types: string }>;
};
/** Where our declarations are: what is wrong with those of others is not ours to say. */
const declarations = join(root, dirname(exports['.']!.types));

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: [],
  exactOptionalPropertyTypes: true,
};

/** Parsed once for all: the library's own declarations are most of the time that this takes. */
const sources = new Map<string, ts.SourceFile | undefined>();

/** What is wrong in these files and in our declarations, as `file:line`. */
function faultsOf(files: string[], options: ts.CompilerOptions): string[] {
  const all = { ...OPTIONS, ...options };
  const host = ts.createCompilerHost(all);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (file, languageVersion, ...rest) => {
    const format =
      typeof languageVersion === 'object' ? languageVersion.impliedNodeFormat : undefined;
    const key = `${file} ${format}`;
    if (!sources.has(key)) sources.set(key, read(file, languageVersion, ...rest));
    return sources.get(key);
  };
  const program = ts.createProgram(files, all, host);
  const ours = program
    .getSourceFiles()
    .filter(({ fileName }) => files.includes(fileName) || fileName.startsWith(declarations));
  return [
    ...program.getOptionsDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...ours.flatMap((file) => [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
    ]),
  ].map(({ file, start, messageText }) => {
    const text = ts.flattenDiagnosticMessageText(messageText, ' ');
    if (!file) return text;
    const line = file.getLineAndCharacterOfPosition(start ?? 0).line + 1;
    return `${relative(pages, file.fileName)}:${line} ${text}`;
  });
}

const inFolder = (name: string) =>
  readdirSync(join(pages, name))
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(pages, name, file));

/** The line where a page says what it must not say. */
function wrongLine(name: string): string {
  const file = readdirSync(join(pages, name)).find((file) => /^wrong\./i.test(file))!;
  const lines = readFileSync(join(pages, name, file), 'utf8').split('\n');
  return `${name}/${file}:${lines.findIndex((line) => line.includes('blue')) + 1}`;
}

/** All that a checker complains of, by its output. */
async function complaints(command: string, args: string[]): Promise<string> {
  const path = join(root, 'node_modules', command);
  const { stdout } = await promisify(execFile)(process.execPath, [path, ...args], {
    cwd: root,
  }).catch((error: { stdout: string }) => error);
  return stdout;
}

const jsx = (jsxImportSource: string, mode = ts.JsxEmit.ReactJSX) => ({
  jsx: mode,
  jsxImportSource,
});

describe('types', () => {
  const projects: Record<string, ts.CompilerOptions> = {
    dom: {},
    react: jsx('react'),
    preact: jsx('preact'),
    solid: jsx('solid-js', ts.JsxEmit.Preserve),
  };
  for (const [name, options] of Object.entries(projects))
    it(`know the element in a page of ${name}, and what it does not take`, () => {
      const faults = faultsOf(inFolder(name), options);
      assert.equal(faults.length, 1, faults.join('\n'));
      assert.ok(faults[0]!.startsWith(wrongLine(name)), faults[0]);
      assert.match(faults[0]!, /"blue"/);
    });

  it('know the element in a page of vue, and what it does not take', async () => {
    const output = await complaints('vue-tsc/bin/vue-tsc.js', ['-p', join(pages, 'vue')]);
    const faults = output.split('\n').filter((line) => /error TS/.test(line));
    assert.equal(faults.length, 1, output);
    assert.match(output, /Wrong\.vue\(6,\d+\).*"blue"/);
  });

  it('know the element in a page of svelte, and what it does not take', async () => {
    const output = await complaints('svelte-check/bin/svelte-check', [
      ...['--workspace', join(pages, 'svelte'), '--tsconfig', './tsconfig.json'],
      ...['--output', 'machine-verbose', '--threshold', 'error'],
    ]);
    const faults = output
      .split('\n')
      .filter((line) => /^\d+ \{/.test(line))
      .map((line) => JSON.parse(line.replace(/^\d+ /, '')) as Record<string, unknown>);
    assert.equal(faults.length, 1, output);
    assert.equal(faults[0]!['filename'], 'Wrong.svelte');
    assert.match(String(faults[0]!['message']), /"blue"/);
  });

  const page = [join(pages, 'dom/page.ts')];

  it('want no more than ES2020 and the DOM', () => {
    const lib = ['lib.es2020.d.ts', 'lib.dom.d.ts'];
    assert.deepEqual(faultsOf(page, { lib, target: ts.ScriptTarget.ES2020 }), []);
  });

  it('are found as Node finds modules', () => {
    const options = {
      module: ts.ModuleKind.Node16,
      moduleResolution: ts.ModuleResolutionKind.Node16,
    };
    assert.deepEqual(faultsOf(page, options), []);
  });
});
