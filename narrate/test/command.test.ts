import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';

const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const fixture = (name: string) => fileURLToPath(new URL(`fixtures/${name}`, import.meta.url));

const root = mkdtempSync(join(tmpdir(), 'article-reader-narrate-'));
after(() => rmSync(root, { recursive: true }));

const run = (args: string[], input = '') =>
  spawnSync(process.execPath, [CLI, ...args], { cwd: root, input, encoding: 'utf8' });

interface Guided {
  readonly text?: string | { plain: string };
  readonly role?: string[];
  readonly audioref?: string;
  readonly textref?: string;
  readonly children?: Guided[];
}

const timesOf = ({ audioref }: Guided) => audioref!.split('#t=')[1]!.split(',').map(Number);

function isValid(document: unknown): void {
  const ajv = new Ajv.default({ strict: false });
  addFormats.default(ajv);
  // Not Readium's to publish here: what a link is beyond an address.
  ajv.addSchema(
    { type: 'object', required: ['href'] },
    'https://readium.org/webpub-manifest/schema/link.schema.json',
  );
  for (const name of ['description', 'object', 'roles', 'text'])
    ajv.addSchema(
      JSON.parse(readFileSync(fixture(`guided-navigation/${name}.schema.json`), 'utf8')),
    );
  const schema = JSON.parse(
    readFileSync(fixture('guided-navigation/document.schema.json'), 'utf8'),
  );
  const validate = ajv.compile(schema);
  assert.ok(validate(document), JSON.stringify(validate.errors));
}

const STORY = `<!doctype html><html lang="ar" dir="rtl"><title>خبر</title><article>
<h1 id="top">افتتاح مكتبة في الكويت</h1>
<p>افتتحت الوزارة مكتبة تضم 1200 كتاب. وقال المدير إنها مفتوحة للجميع.</p></article>`;

describe('the command', () => {
  it('makes sound, times and subtitles that agree, and makes nothing twice', () => {
    const line = JSON.stringify({ id: '../story', html: STORY, url: 'https://example.org/story' });
    const args = ['-', '--out', 'one', '--jobs', '1'];
    const first = run(args, line);
    assert.equal(first.status, 0, first.stderr);
    assert.match(first.stderr, /^1 made, 0 there already, 0 failed/m);
    const folder = join(root, 'one');
    const { articles } = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'));
    const { narration, title } = articles['../story'];
    assert.equal(title, 'خبر');
    const name = narration.replace('.json', '');
    assert.deepEqual(readdirSync(folder).sort(), [
      `${name}.json`,
      `${name}.mp3`,
      `${name}.vtt`,
      'index.json',
    ]);

    const document = JSON.parse(readFileSync(join(folder, narration), 'utf8'));
    isValid(document);
    const { duration } = document.links[0];
    const [article] = document.guided as Guided[];
    assert.deepEqual(
      article!.children!.map(({ role, textref }) => [role![0], textref]),
      [
        ['heading1', 'https://example.org/story#top'],
        ['paragraph', undefined],
      ],
    );
    const sentences = article!.children!.flatMap(({ children }) => children!);
    const plain = ({ text }: Guided) => (typeof text === 'object' ? text.plain : text);
    assert.deepEqual(sentences.map(plain), [
      'افتتاح مكتبة في الكويت',
      'افتتحت الوزارة مكتبة تضم 1200 كتاب.',
      'وقال المدير إنها مفتوحة للجميع.',
    ]);
    assert.deepEqual(sentences[1]!.children!.map(plain), [
      ...'افتتحت الوزارة مكتبة تضم 1200 كتاب'.split(' '),
    ]);
    // All in order, words inside their sentences, the last before the end.
    let at = 0;
    for (const sentence of sentences) {
      const [from, to] = timesOf(sentence);
      assert.ok(at <= from! && from! < to!);
      at = from!;
      for (const word of sentence.children!) {
        const [begin, end] = timesOf(word);
        assert.ok(at <= begin! && begin! < end! && end! <= to!);
        at = begin!;
      }
      at = to!;
    }
    assert.ok(Math.abs(at - duration) < 0.01);

    const vtt = readFileSync(join(folder, `${name}.vtt`), 'utf8');
    assert.match(vtt, /^WEBVTT\n\n00:00:00\.000 --> /);
    assert.equal(vtt.match(/-->/g)!.length, 3);
    assert.equal(vtt.replace(/<[^>]*>/g, '').includes('افتتحت الوزارة مكتبة تضم 1200 كتاب.'), true);

    const { mtimeMs } = statSync(join(folder, `${name}.mp3`));
    const second = run(args, line);
    assert.match(second.stderr, /^0 made, 1 there already, 0 failed/m);
    assert.equal(statSync(join(folder, `${name}.mp3`)).mtimeMs, mtimeMs);
    // The book is made of what is there.
    const third = run([...args, '--epub'], line);
    assert.match(third.stderr, /^0 made, 1 there already, 0 failed/m);
    assert.ok(readdirSync(folder).includes(`${name}.epub`));
    assert.equal(statSync(join(folder, `${name}.mp3`)).mtimeMs, mtimeMs);
    assert.deepEqual(readdirSync(root), ['one']);
  });

  it('loses nothing that was finished when it is killed, and goes on', async () => {
    const folder = join(root, 'texts');
    mkdirSync(join(folder, 'deeper'), { recursive: true });
    const count = 12;
    for (let i = 0; i < count; i++)
      writeFileSync(join(folder, i % 2 ? 'deeper' : '', `${i}.txt`), `هذا هو الخبر رقم ${i}.`);
    const out = join(root, 'two');
    const child = spawn(process.execPath, [CLI, folder, '--out', out, '--jobs', '2']);
    const finished = () => {
      try {
        return readdirSync(out).filter((file) => /^[^.].*\.json$/.test(file));
      } catch {
        return [];
      }
    };
    while (finished().length < 3 && child.exitCode === null)
      await new Promise((resolve) => setTimeout(resolve, 2));
    child.kill('SIGKILL');
    await new Promise((resolve) => child.on('close', resolve));
    const before = finished();
    assert.ok(before.length >= 3 && before.length < count, `${before.length} were finished`);
    for (const file of before) {
      assert.ok(JSON.parse(readFileSync(join(out, file), 'utf8')).guided.length);
      const name = join(out, file.replace('.json', ''));
      assert.ok(statSync(`${name}.mp3`).size > 1000 && statSync(`${name}.vtt`).size > 50);
    }
    const times = before.map((file) => statSync(join(out, file)).mtimeMs);
    const again = run([folder, '--out', out, '--jobs', '2']);
    assert.equal(again.status, 0, again.stderr);
    assert.match(
      again.stderr,
      new RegExp(`^${count - before.length} made, ${before.length} there already, 0 failed`, 'm'),
    );
    assert.deepEqual(
      before.map((file) => statSync(join(out, file)).mtimeMs),
      times,
    );
    const { articles } = JSON.parse(readFileSync(join(out, 'index.json'), 'utf8'));
    assert.equal(Object.keys(articles).length, count);
    assert.deepEqual(
      readdirSync(out).filter((file) => file.endsWith('.part')),
      [],
    );
  });

  it('goes on behind an article that is none, and ends with 1', () => {
    const lines = [
      '{"id":"empty","html":"<nav>قائمة</nav>"}',
      '{"id":"deep","html":' + JSON.stringify('<div>'.repeat(60_000) + 'عميق') + '}',
      '{"id":"good","text":"نص قصير."}',
      '{"id":"good","text":"نص آخر."}',
      'none',
    ];
    const { status, stderr } = run(
      ['-', 'nowhere.html', '--out', 'three', '--jobs', '1'],
      lines.join('\n'),
    );
    assert.equal(status, 1, stderr);
    for (const line of [
      'empty: there is nothing in it to say',
      'deep: is nested deeper than any page is',
      'good: another article has the same name',
      'line 5: is no JSON',
      'nowhere.html: there is no such file',
    ])
      assert.ok(stderr.includes(`${line}\n`), `${line}\n${stderr}`);
    const { articles } = JSON.parse(readFileSync(join(root, 'three/index.json'), 'utf8'));
    assert.ok(articles.good);
  });

  it('says what was asked wrongly, and ends with 2', () => {
    for (const [args, words] of [
      [['a.html'], '--out is missing'],
      [['--out', 'x'], 'there are no files'],
      [['a.html', '--out', 'x', '--rate', '9'], '--rate is from 0.5 to 3'],
      [['a.html', '--out', 'x', '--voice', 'embedded:nobody'], 'no embedded voice nobody'],
      [['a.html', '--out', 'x', '--voice', 'parrot'], 'no voice parrot'],
      [['a.html', '--out', 'x', '--feed', 'here'], '--feed is the address'],
      [['a.html', '--out', 'x', '--wrong'], '--wrong'],
    ] as const) {
      const { status, stderr } = run([...args]);
      assert.equal(status, 2);
      assert.ok(stderr.includes(words), stderr);
    }
    assert.equal(readdirSync(root).includes('x'), false);
  });
});
