/** Serves what a project has built: its files, or the project's own server. */
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { start } from './commands.mjs';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

/** The rules of a `_headers` file, as Netlify and Cloudflare Pages read it. */
function headerRules(folder) {
  const file = join(folder, '_headers');
  if (!existsSync(file)) return [];
  const rules = [];
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [, name, value] = /^\s+([\w-]+):\s*(.*)$/.exec(line) ?? [];
    if (name) rules.at(-1).headers.push([name, value]);
    else if (line.startsWith('/')) rules.push({ path: line.trim(), headers: [] });
  }
  return rules;
}

const matches = (rule, path) =>
  rule.endsWith('*') ? path.startsWith(rule.slice(0, -1)) : path === rule;

/**
 * Serves the files of a folder as a plain host does: what is not there is not found.
 *
 * @param options `host`: other names of this machine are other origins; `cors`: any page may fetch,
 *   as from a CDN
 */
export async function serveFiles(folder, { host = 'localhost', cors = false } = {}) {
  const rules = headerRules(folder);
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    let file = normalize(join(folder, path));
    if (existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html');
    if (cors) response.setHeader('access-control-allow-origin', '*');
    for (const rule of rules)
      if (matches(rule.path, path))
        for (const [name, value] of rule.headers) response.setHeader(name, value);
    if (!existsSync(file)) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
      return;
    }
    response.writeHead(200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    });
    createReadStream(file).pipe(response);
  });
  const port = await listen(server);
  return {
    address: `http://${host}:${port}`,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

const listen = (server) =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(server.address().port));
  });

async function freePort() {
  const server = createServer();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Starts a script of the project that serves it, and waits until it answers. */
export const startServer = (script, options) =>
  startCommand((port) => ['npm', 'run', script, '--', '--port', port], options);

/** Starts PHP's own server for the folder, every address by way of one file. */
export const startPhp = (router, options) =>
  startCommand((port) => ['php', '-S', `localhost:${port}`, router], options);

/** @param command of the port */
async function startCommand(command, { cwd, signal }) {
  const port = await freePort();
  const [program, ...args] = command(String(port));
  const { over, stop, output } = start(program, args, { cwd });
  let ended = false;
  over.then(() => (ended = true));
  const address = `http://localhost:${port}`;
  for (;;) {
    if (ended || signal.aborted) {
      stop();
      throw new Error(
        `${program} ${args.join(' ')}: ${ended ? 'ended' : 'out of time'}\n${output()}`,
      );
    }
    try {
      const { ok } = await fetch(address, { signal });
      if (ok) return { address, stop, output };
    } catch {
      // Not yet.
    }
    await setTimeout(200);
  }
}
