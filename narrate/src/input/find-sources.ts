/** The articles that the command line names: files, folders, or JSON a line from standard input. */
import { createReadStream } from 'node:fs';
import { opendir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { atAddress, isAddress } from './addresses.js';
import { LARGEST, SourceError, type ArticleSource, type Found } from './source.js';
import { Web } from './web.js';

export type { Found };

/** What a file is, by its name. */
const KINDS: Readonly<Record<string, ArticleSource['kind']>> = {
  '.htm': 'html',
  '.html': 'html',
  '.xhtml': 'html',
  '.txt': 'text',
};

const kindOf = (path: string) => KINDS[extname(path).toLowerCase()];

/**
 * @param paths files, folders (with all in them, links apart), addresses of pages, sitemaps and feeds, and `-`
 *   for JSON a line from `input`
 */
export async function* findSources(
  paths: readonly string[],
  input: Readable = process.stdin,
  web = new Web(),
): AsyncGenerator<Found> {
  for (const path of paths) {
    if (path === '-') yield* fromLines(input);
    else if (isAddress(path)) yield* atAddress(path, web);
    else if (path.endsWith('.jsonl')) yield* fromLines(createReadStream(path));
    else {
      const it = await stat(path).catch(() => null);
      if (it?.isDirectory()) yield* inFolder(path);
      else if (!it) yield { id: path, error: new SourceError('there is no such file') };
      else yield { id: path, kind: kindOf(path) ?? 'text', path };
    }
  }
}

async function* inFolder(folder: string): AsyncGenerator<Found> {
  const files: string[] = [];
  const folders: string[] = [];
  for await (const entry of await opendir(folder)) {
    // What is hidden is not meant, and a link may lead round in a circle.
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) folders.push(path);
    else if (entry.isFile() && kindOf(path)) files.push(path);
  }
  for (const path of files.sort()) yield { id: path, kind: kindOf(path)!, path };
  for (const path of folders.sort()) yield* inFolder(path);
}

/**
 * `{"id": "story-1", "html": "<h1>…"}` a line: `id` and `html` or `text`; `url` and `lang` where they are
 * known. What is wrong with a line is its own fault and of no other.
 */
async function* fromLines(input: Readable): AsyncGenerator<Found> {
  let number = 0;
  for await (const line of linesOf(input)) {
    number++;
    if (line === null)
      yield { id: `line ${number}`, error: new SourceError(`more than ${LARGEST} bytes`) };
    else if (line.trim()) yield parsed(line, `line ${number}`);
  }
}

function parsed(line: string, place: string): Found {
  let it: Record<string, unknown>;
  try {
    it = Object(JSON.parse(line)) as Record<string, unknown>;
  } catch {
    return { id: place, error: new SourceError('is no JSON') };
  }
  const text = (name: string) => (typeof it[name] === 'string' ? (it[name] as string) : undefined);
  const [id = place, html, plain, url, lang] = ['id', 'html', 'text', 'url', 'lang'].map(text);
  const content = html ?? plain;
  if (content === undefined) return { id, error: new SourceError('has neither "html" nor "text"') };
  if (url !== undefined && !URL.canParse(url))
    return { id, error: new SourceError(`is no address: ${url}`) };
  return {
    ...{ id, content, kind: html === undefined ? 'text' : 'html' },
    ...(url !== undefined && { url }),
    ...(lang !== undefined && { lang }),
  };
}

/** Lines of UTF-8; null for one that is longer than an article may be, of which nothing is kept. */
async function* linesOf(input: Readable): AsyncGenerator<string | null> {
  let parts: Buffer[] = [];
  let length = 0;
  const take = () => {
    const line = length > LARGEST ? null : Buffer.concat(parts).toString('utf8');
    parts = [];
    length = 0;
    return line;
  };
  for await (const chunk of input) {
    let rest = Buffer.from(chunk as Uint8Array);
    for (let end; (end = rest.indexOf(10)) >= 0; rest = rest.subarray(end + 1)) {
      parts.push(rest.subarray(0, end));
      length += end;
      yield take();
    }
    length += rest.length;
    if (length > LARGEST) parts = [];
    else parts.push(rest);
  }
  if (length) yield take();
}
