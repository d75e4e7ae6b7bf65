/**
 * What README and the documentation show is so: commands name scripts, files and options that there are,
 * and links lead somewhere. What a browser runs is run in `test/browser/ui/snippets.test.ts`.
 */
import { deepEqual, equal, ok } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { slug } from '../../../demo/docs/build.mjs';
import { IN_BROWSERS, snippetsOf, WITH_BROWSER_CODE } from '../../snippets.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const read = (path: string) => readFileSync(root + path, 'utf8');
const json = (path: string) => JSON.parse(read(path));
const isThere = (path: string) => existsSync(root + path);

/** What belongs to the project, as Markdown; not what others install or what is built. */
const FILES = ['', 'docs', 'demo', 'narrate', 'src', 'test', 'training'].flatMap((folder) =>
  (readdirSync(root + folder, { recursive: folder !== '' }) as string[])
    .map((file) => posix.join(folder, file.replaceAll('\\', '/')))
    .filter(
      (file) => file.endsWith('.md') && !/node_modules|fixtures|\/dist\/|\/site\//.test(file),
    ),
);

const sources = (folder: string) =>
  (readdirSync(root + folder, { recursive: true }) as string[])
    .filter((file) => /\.m?[jt]s$/.test(file))
    .map((file) => `${folder}/${file}`.replaceAll('\\', '/'));

/** The `package.json` that a command in this folder uses. */
function packageOf(folder: string): { scripts?: object; bin?: Record<string, string> } {
  const path = posix.join(folder, 'package.json');
  return isThere(path) ? json(path) : packageOf(posix.join(folder, '..'));
}

/** What is wrong with a command that is to be typed in this folder; nothing is an empty list. */
function faultsOf(command: string, folder: string): string[] {
  const [program, ...rest] = command.replace(/\s+# .*$/, '').split(/\s+/);
  const faults: string[] = [];
  const { scripts = {} } = packageOf(folder);
  const options = rest.filter((each) => each.startsWith('--')).map((each) => each.split('=')[0]!);
  const want = (holds: unknown, what: string) => holds || faults.push(`${command}: ${what}`);
  if (program === 'npm') {
    const [what, name] = rest[0] === 'run' ? ['run', rest[1]!] : ['', rest[0]!];
    if (name === 'install' || name === 'pack') return faults;
    want(name in scripts, `no script ${what} ${name}`);
  } else if (program === 'node' || program === 'python3') {
    const at = rest.findIndex((each) => /\.(m?[jt]s|py)$/.test(each));
    if (at < 0) return faults;
    const paths = [folder, ''].map((from) => posix.join(from, rest[at]!));
    const path = paths.find(isThere);
    want(path, 'no such file');
    const known = path && read(path);
    for (const option of options)
      if (rest.indexOf(option) > at)
        want(
          // `parseArgs` has them without dashes.
          known?.includes(option) || new RegExp(`\\b'?${option.slice(2)}'?: \\{`).test(known ?? ''),
          `no option ${option}`,
        );
    // What the project has is written as a path out of the folder.
    for (const each of rest.slice(at + 1).filter((each) => each.startsWith('../')))
      want(isThere(posix.join(folder, each)), `no ${each}`);
  } else if (program! in packageOf('narrate').bin!) {
    const help = sources('narrate/src').map(read).join('\n');
    for (const option of options) want(help.includes(option), `no option ${option}`);
  } else want(['export', 'cat', 'apt-get'].includes(program!), 'what is that?');
  return faults;
}

/** How each kind of code is looked at; gives what is wrong. */
const CHECKS: Readonly<Record<string, (code: string, file: string) => string[]>> = {
  sh: (code, file) =>
    code
      .trim()
      .split(/\n| \| /)
      .flatMap((line) => faultsOf(line.trim(), posix.dirname(file))),
  json: (code) => {
    const found = JSON.stringify(JSON.parse(code)).matchAll(
      /node_modules\/article-reader\/([^"]+)/g,
    );
    return [...found].flatMap(([, path]) => (isThere(path!) ? [] : [`no ${path}`]));
  },
  yaml: (code) =>
    // The library of a theme: its script is that of `dist/`, a module, and left where it is.
    /^article-reader:\n {2}js:\n {4}article-reader\/article-reader\.js: \{ attributes: \{ type: module \}, preprocess: false \}\n$/.test(
      code,
    )
      ? []
      : [code],
  mermaid: (code) => {
    const rooms = new Map(
      [...code.matchAll(/^ +(\w+)\[([\w-]+):/gm)].map(([, id, room]) => [id!, room!]),
    );
    const drawn = [...code.matchAll(/^ +(\w+) --> (.*)$/gm)]
      .filter(([, from]) => from !== 'entry')
      .flatMap(([, from, to]) =>
        to!.split(' & ').map((it) => `${rooms.get(from!)} → ${rooms.get(it)}`),
      );
    const folders = readdirSync(`${root}src`).filter((it) =>
      statSync(`${root}src/${it}`).isDirectory(),
    );
    const used = new Set<string>();
    for (const room of rooms.values())
      for (const path of sources(`src/${room}`))
        for (const [, to] of read(path).matchAll(/(?:from|import)\s*\(?'((?:\.\.\/)+[\w-]+)\//g)) {
          const target = posix.relative('src', posix.join(posix.dirname(path), to!));
          if (folders.includes(target) && target !== room && !target.startsWith('.'))
            used.add(`${room} → ${target}`);
        }
    return [
      ...drawn.filter((it) => !used.has(it)).map((it) => `${it}: nothing goes there`),
      ...[...used].filter((it) => !drawn.includes(it)).map((it) => `${it} is not drawn`),
    ];
  },
};

describe('what the documentation shows', () => {
  test('each piece of code is run or looked at', () => {
    const faults: string[] = [];
    const inBrowsers = new Set<string>();
    let count = 0;
    for (const file of FILES)
      for (const { kind, code } of snippetsOf(read(file))) {
        count++;
        if (IN_BROWSERS.includes(kind)) inBrowsers.add(file);
        else if (CHECKS[kind])
          faults.push(...CHECKS[kind](code, file).map((it) => `${file}: ${it}`));
        else faults.push(`${file}: nothing is known of code of the kind "${kind}"`);
      }
    deepEqual(faults, []);
    deepEqual([...inBrowsers].sort(), WITH_BROWSER_CODE);
    ok(count > 24, `${count} pieces of code`);
  });

  test('each command that is named in passing is one', () => {
    const faults = FILES.flatMap((file) =>
      [...read(file).matchAll(/`((?:npm (?:run )?|node )[^`]+)`/g)]
        .flatMap(([, command]) => command!.split(/ && /))
        .filter((command) => /^(npm|node) /.test(command))
        // `npm run dev, …`: what stands behind the name is prose.
        .flatMap((command) => {
          const folders = [posix.dirname(file), '.', 'narrate'];
          const found = folders.map((folder) => faultsOf(command, folder));
          return found.some((each) => !each.length) ? [] : [`${file}: ${found[0]!.join()}`];
        }),
    );
    deepEqual(faults, []);
  });

  test('what Node can run gives what stands beside it', () => {
    const [snippet] = snippetsOf(read('docs/tashkeel.md'));
    const [, expected] = /^\/\/ (.*)$/m.exec(snippet!.code)!;
    const told = execFileSync(
      process.execPath,
      ['--input-type=module', '-e', `${snippet!.code}\nconsole.log(text);`],
      { cwd: root, encoding: 'utf8' },
    );
    equal(told.trim().normalize(), expected!.normalize());
  });

  test('no link of it is dead', () => {
    const idsOf = (path: string) =>
      [
        ...read(path)
          .replaceAll(/^ *```[^]*?^ *```$/gm, '')
          .matchAll(/^#+ (.*)$/gm),
      ].map(([, it]) => slug(it!.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')));
    const dead: string[] = [];
    for (const file of FILES.filter((it) => !it.startsWith('demo/docs/')))
      for (const [, address] of read(file)
        .replaceAll(/^ *```[^]*?^ *```$|`[^`\n]*`/gm, '')
        .matchAll(/\]\(([^)\s]+)\)/g)) {
        if (/^[a-z]+:/.test(address!)) continue;
        const [to, id] = address!.split('#');
        const target = to ? posix.join(posix.dirname(file), decodeURIComponent(to)) : file;
        if (!isThere(target) || (id && !idsOf(target).includes(id)))
          dead.push(`${file}: ${address}`);
      }
    deepEqual(dead, []);
  });
});
