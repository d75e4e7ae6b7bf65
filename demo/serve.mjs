/**
 * `npm start`: installs what is missing, builds, serves the demo and prints its address.
 * It runs with nothing but Node and npm, so it imports only what Node has.
 */
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepare } from './prepare.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.ts': 'text/plain; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/**
 * A plain file server for the checkout, enough for the demo and the benchmarks.
 *
 * @param page gives the HTML of what is no file, by its address
 */
export function serve({ port = 8000, host = '127.0.0.1', page = () => undefined } = {}) {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const { pathname } = url;
    const html = page(url);
    if (html) {
      response.writeHead(200, { 'content-type': TYPES['.html'] }).end(html);
      return;
    }
    if (pathname === '/') {
      response.writeHead(302, { location: '/demo/' }).end();
      return;
    }
    try {
      let file = normalize(join(root, decodeURIComponent(pathname)));
      if (!file.startsWith(root.endsWith(sep) ? root : root + sep)) throw new Error('outside');
      if (statSync(file).isDirectory()) file = join(file, 'index.html');
      const { size } = statSync(file);
      response.writeHead(200, {
        'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
        'content-length': size,
        'cache-control': 'no-cache',
      });
      createReadStream(file).pipe(response);
    } catch {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
    }
  });
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      // Somebody else has the port: the next one will do.
      if (error.code === 'EADDRINUSE' && port < 8100)
        resolve(serve({ port: port + 1, host, page }));
      else reject(error);
    });
    server.listen(port, host, () =>
      resolve({
        address: `http://localhost:${server.address().port}`,
        close: () => server.close(),
      }),
    );
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  prepare();
  const { address } = await serve({ port: Number(process.env.PORT) || 8000 });
  console.log(`\nThe demo is at ${address}/demo/  (Ctrl+C stops it)\n`);
}
