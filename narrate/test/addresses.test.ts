import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { findSources } from '../src/input/find-sources.js';
import { LARGEST } from '../src/input/source.js';
import { Web, type WebOptions } from '../src/input/web.js';

let host = '';
const asked: { path: string; at: number }[] = [];

/** ISO-8859-1 by its header, Windows-1256 in truth. */
const OLD = Buffer.concat([
  Buffer.from('<p>'),
  Buffer.from([0xc7, 0xe1, 0xda, 0xd1, 0xc8, 0xed, 0xc9, 0x20, 0xc7, 0xe1, 0xc7, 0xe4]),
]);

type Answer = string | Buffer | ((response: ServerResponse) => unknown);
const redirect = (to: string) => (it: ServerResponse) => it.writeHead(302, { location: to }).end();
const pages = (): Record<string, readonly [type: string, answer: Answer]> => ({
  '/robots.txt': ['text/plain', 'User-agent: *\nDisallow: /secret\nAllow: /\n'],
  '/a': ['text/html', '<p>أ'],
  '/b': ['text/html; charset=utf-8', '<p>ب'],
  '/c.txt': ['text/plain', 'ج'],
  '/old': ['text/html; charset=ISO-8859-1', OLD],
  '/moved': ['', redirect('/a')],
  '/away': ['', redirect(`http://localhost:${host.split(':')[1]}/a`)],
  '/round': ['', redirect('/round')],
  '/to-secret': ['', redirect('/secret/page')],
  '/secret/page': ['text/html', 'x'],
  '/picture': ['image/png', 'x'],
  '/endless': [
    'text/html',
    (it) => {
      const chunk = Buffer.alloc(1 << 20, 'x');
      const more = () => {
        while (!it.destroyed && it.write(chunk));
      };
      it.on('drain', more);
      more();
    },
  ],
  '/sitemap.xml': [
    'application/xml',
    `<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${[
      '/pages.xml.gz',
      '/sitemap.xml',
      '/bad.xml',
    ]
      .map((it) => `<sitemap><loc> http://${host}${it} </loc></sitemap>`)
      .join('')}</sitemapindex>`,
  ],
  '/pages.xml.gz': [
    'application/gzip',
    gzipSync(
      `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${[
        '/a',
        '/b',
        '/a#x',
        '/none',
        '/secret/page',
        '/sitemap.xml',
      ]
        .map((it) => `<url><loc>http://${host}${it}</loc><lastmod>2026-01-01</lastmod></url>`)
        .join('')}<url><loc>http://other.invalid/</loc></url></urlset>`,
    ),
  ],
  '/bad.xml': ['text/xml', '<urlset><url><loc>'],
  '/rss': [
    'text/xml',
    `<?xml version="1.0"?><rss version="2.0"><channel><title>ت</title><link>x</link><description>x</description>
<item><title>1</title><link>http://${host}/b</link></item><item><link>/c.txt</link></item></channel></rss>`,
  ],
  '/atom': [
    'application/atom+xml',
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>ت</title><id>x</id><updated>2026-01-01T00:00:00Z</updated>
<entry><id>y</id><title>1</title><updated>2026-01-01T00:00:00Z</updated>
<link rel="enclosure" href="/x.mp3"/><link href="/a"/></entry></feed>`,
  ],
});
const server = createServer((request: IncomingMessage, response) => {
  asked.push({ path: request.url!, at: Date.now() });
  const [type, answer] = pages()[request.url!] ?? [
    '',
    (it: ServerResponse) => it.writeHead(404).end(),
  ];
  if (type) response.setHeader('content-type', type);
  if (typeof answer === 'function') answer(response);
  else response.end(answer);
});
before(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(() => {
  server.closeAllConnections();
  server.close();
});

async function found(paths: readonly string[], options: WebOptions = { delay: 0 }) {
  const all: string[] = [];
  const places = paths.map((it) => `http://${host}${it}`);
  for await (const it of findSources(places, process.stdin, new Web(options)))
    all.push(
      `${it.id.replace(`http://${host}`, '')} ${'error' in it ? it.error.message : it.content}`,
    );
  return all;
}

describe('addresses', () => {
  it('are pages, in the letters that they are in', async () => {
    assert.deepEqual(await found(['/a', '/c.txt', '/old', '/moved']), [
      ...['/a <p>أ', '/c.txt ج', '/old <p>العربية الان', '/moved <p>أ'],
    ]);
  });

  it('are those that sitemaps and feeds list, each once', async () => {
    assert.deepEqual(await found(['/sitemap.xml']), [
      ...['/a <p>أ', '/b <p>ب', '/none the server answered 404'],
      '/secret/page its robots.txt does not allow it',
      `http://other.invalid/ is of another host than ${host}: other.invalid`,
      '/bad.xml is no XML',
    ]);
    assert.deepEqual(await found(['/rss', '/atom']), ['/b <p>ب', '/c.txt ج', '/a <p>أ']);
  });

  it('that are none say why, and no other host is asked', async () => {
    asked.length = 0;
    const [away, ...rest] = await found(['/away', '/round', '/to-secret', '/picture', '/endless']);
    assert.match(away!, /is of another host/);
    assert.deepEqual(rest, [
      '/round leads round in a circle',
      '/to-secret its robots.txt does not allow it',
      '/picture is no page: image/png',
      `/endless is more than ${LARGEST} bytes`,
    ]);
    assert.equal(asked.filter(({ path }) => path === '/robots.txt').length, 1);
    assert.ok(!asked.some(({ path }) => path === '/a' || path.startsWith('/secret')));
    const both = await found(['/away'], { delay: 0, anyHost: true });
    assert.deepEqual(both, ['/away <p>أ']);
  });

  it('are asked no faster than is told', async () => {
    asked.length = 0;
    await found(['/a', '/b', '/c.txt'], { delay: 0.15 });
    const times = asked.filter(({ path }) => path !== '/robots.txt').map(({ at }) => at);
    // One may be late on its way, and the next is near it then: together they are no faster.
    assert.ok(times[2]! - times[0]! >= 280, `${times}`);
  });
});
