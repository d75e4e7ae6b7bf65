import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { parseRssFeed } from 'feedsmith';
import { JSDOM } from 'jsdom';
import { Store } from '../src/output/store.js';
import { writeFeed } from '../src/run/feed-file.js';

const folder = mkdtempSync(join(tmpdir(), 'article-reader-feed-'));
after(() => rmSync(folder, { recursive: true }));

/** An article that was made at a time, with so many bytes of sound. */
function put(name: string, seconds: number, size: number, page?: string): void {
  const links = [
    { rel: 'alternate', href: `${name}.mp3`, type: 'audio/mpeg', duration: 61.4 },
    ...(page ? [{ rel: 'canonical', href: page, type: 'text/html' }] : []),
  ];
  writeFileSync(join(folder, `${name}.json`), JSON.stringify({ links, guided: [] }));
  writeFileSync(join(folder, `${name}.mp3`), Buffer.alloc(size));
  for (const ending of ['json', 'mp3'])
    utimesSync(join(folder, `${name}.${ending}`), seconds, seconds);
}

describe('the podcast', () => {
  it('has the newest first, with sound, size, length, transcript and page', async () => {
    const page = 'https://example.org/خبر?a=1&b=2';
    put('old', 1_700_000_000, 10);
    put('new', 1_800_000_000, 20, page);
    const titles = { old: 'قديم', new: 'جديد & "٣" <x> ]]> \u0001', gone: 'ذهب' };
    const articles = Object.fromEntries(
      Object.entries(titles).map(([id, title]) => [
        id,
        { title, lang: 'ar', narration: `${id}.json` },
      ]),
    );
    writeFileSync(join(folder, 'index.json'), JSON.stringify({ articles }));
    const store = await Store.open(folder);
    await writeFeed(store, { base: 'https://cdn.example.org/n/', title: 'أخبار & مقالات' });
    const xml = readFileSync(join(folder, 'feed.xml'), 'utf8');

    // Raises where it is not well-formed.
    const { document } = new JSDOM(xml, { contentType: 'application/xml' }).window;
    assert.equal(document.documentElement.getAttribute('version'), '2.0');
    for (const name of ['title', 'link', 'description'])
      assert.ok(document.querySelector(`channel > ${name}`)!.textContent);
    const feed = parseRssFeed(xml);
    assert.equal(feed.title, 'أخبار & مقالات');
    assert.equal(feed.atom!.links![0]!.href, 'https://cdn.example.org/n/feed.xml');
    assert.deepEqual(
      feed.items!.map(({ title }) => title),
      ['جديد & "٣" <x> ]]>', 'قديم'],
    );
    const [item] = feed.items!;
    assert.equal(item!.link, page);
    assert.deepEqual(item!.guid, { value: 'new', isPermaLink: false });
    assert.deepEqual(item!.enclosures, [
      { url: 'https://cdn.example.org/n/new.mp3', length: 20, type: 'audio/mpeg' },
    ]);
    assert.equal(new Date(item!.pubDate!).getTime(), 1_800_000_000_000);
    assert.match(item!.pubDate!, /^\w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} GMT$/);
    assert.equal(item!.itunes!.duration, 61);
    assert.deepEqual(item!.podcast!.transcripts, [
      { url: 'https://cdn.example.org/n/new.vtt', type: 'text/vtt', language: 'ar' },
    ]);
    const [, transcript] = /xmlns:podcast="([^"]+)"/.exec(xml)!;
    assert.equal(transcript, 'https://podcastindex.org/namespace/1.0');
  });

  it('is no archive', async () => {
    const articles: Record<string, object> = {};
    for (let i = 0; i < 310; i++) {
      put(`a${i}`, 1_600_000_000 + i, 1);
      articles[i] = { title: `${i}`, lang: 'ar', narration: `a${i}.json` };
    }
    writeFileSync(join(folder, 'index.json'), JSON.stringify({ articles }));
    await writeFeed(await Store.open(folder), { base: 'https://cdn.example.org/' });
    const feed = parseRssFeed(readFileSync(join(folder, 'feed.xml'), 'utf8'));
    assert.equal(feed.items!.length, 300);
    assert.equal(feed.items![0]!.title, '309');
    assert.equal(feed.title, 'cdn.example.org');
  });
});
