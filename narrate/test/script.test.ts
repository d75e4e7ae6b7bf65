import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { describe, it } from 'node:test';
import { findSources } from '../src/input/find-sources.js';
import { scriptOfHtml, scriptOfText, type Script } from '../src/input/script.js';
import { LARGEST } from '../src/input/source.js';

const speaks = (lang: string) => lang.startsWith('ar');
const read = (html: string, content?: string) =>
  scriptOfHtml(html, 'https://example.org/story', { speaks, ...(content && { content }) });
const blocksOf = ({ text, blocks }: Script) =>
  blocks.map(({ start, end }) => text.slice(start, end));
const saidIn = ({ blocks }: Script) =>
  blocks.map(({ sentences }) =>
    sentences.flatMap(({ lines }) => lines.map(({ spoken }) => spoken.text)).join(' '),
  );

describe('what is said of a page', () => {
  it('is the article alone, as its own reader would find it', () => {
    const page = (body: string) => `<!doctype html><html lang=ar><title>ع</title><body>${body}`;
    const story = '<p>هذه هي القصة.</p>';
    const nav = '<nav><a href=/>الرئيسية</a></nav><p>حقوق النشر.</p>';
    for (const body of [
      `${nav}<article>${story}</article>`,
      `${nav}<main>${story}</main>`,
      `${nav}<article><p>خبر.</p></article><article>${story}</article>`,
      `${nav}<div id=s>${story}</div><article-reader for=s></article-reader><article>إعلان كبير وطويل جدا.</article>`,
      `${nav}<article-reader>${story}</article-reader>`,
    ])
      assert.deepEqual(blocksOf(read(page(body))), ['هذه هي القصة.'], body);
    assert.deepEqual(blocksOf(read(page(`${nav}<div class=b>${story}</div>`), '.b')), [
      'هذه هي القصة.',
    ]);
  });

  it('says numbers in words, what a page wants said, list numbers and columns', () => {
    const said = saidIn(
      read(
        '<p>جاء 25% من الزوار.</p><p><span data-spoken="سبعة">٧</span></p>' +
          '<ol start=3><li>خبز</ol><table><tr><th>الاسم<th>العمر<tr><td>علي<td>كبير</table>',
      ),
    );
    assert.deepEqual(said, [
      'جاء خمسة وعشرون في المئة من الزوار.',
      'سبعة',
      'ثلاثة خبز',
      'الاسم',
      'العمر',
      'الاسم علي',
      'العمر كبير',
    ]);
  });

  it('leaves notes and what was deleted out, and leads back to the text', () => {
    const script = read('<p>بلغ العدد 12 رجلا<sup><a href=#n>[1]</a></sup> <del>قديما</del>.</p>');
    const [line] = script.blocks[0]!.sentences[0]!.lines;
    const { text, toSource } = line!.spoken;
    assert.ok(!/قديما|واحد/.test(text));
    assert.equal(
      script.text.slice(line!.start + toSource(text.indexOf('رجل'))).slice(0, 4),
      'رجلا',
    );
  });

  it('has paragraphs of a text, and its beginning for a title', () => {
    const script = scriptOfText('الفقرة الأولى هنا.\n\nالفقرة الثانية.', { speaks });
    assert.deepEqual(blocksOf(script), ['الفقرة الأولى هنا.', 'الفقرة الثانية.']);
    assert.equal(script.title, 'الفقرة الأولى هنا.');
  });

  it('says what is wrong where there is none', () => {
    assert.throws(() => read('<nav>قائمة</nav>'), /nothing in it to say/);
    assert.throws(() => read('<p>نص</p>', '.none'), /nothing on the page is \.none/);
    assert.throws(() => read('<p>نص</p>', '..'), /no selector/);
  });

  it('leaves no globals of a page behind', () => {
    read('<p>نص</p>');
    assert.throws(() => read('<nav></nav>'));
    assert.equal('document' in globalThis || 'getComputedStyle' in globalThis, false);
  });
});

describe('standard input', () => {
  const found = async (...chunks: (string | Buffer)[]) => {
    const all = [];
    const input = Readable.from(chunks.map((it) => Buffer.from(it)));
    for await (const it of findSources(['-'], input)) all.push(it);
    return all;
  };

  it('is JSON a line, wherever it is cut, and what is wrong with one is no fault of the next', async () => {
    const line = Buffer.from('{"id":"أ","html":"<p>نص</p>","lang":"ar"}\n');
    const all = await found(
      line.subarray(0, 8),
      line.subarray(8),
      'none\n\n',
      '{"id":"b"}\n{"text":"نص","url":"::"}\n',
      '{"id":"../../etc/passwd","text":"نص"}',
    );
    assert.deepEqual(
      all.map(({ id, ...it }) => [id, 'error' in it ? it.error.message : it.kind]),
      [
        ['أ', 'html'],
        ['line 2', 'is no JSON'],
        ['b', 'has neither "html" nor "text"'],
        ['line 5', 'is no address: ::'],
        ['../../etc/passwd', 'text'],
      ],
    );
  });

  it('keeps nothing of a line without an end', async () => {
    const piece = Buffer.alloc(LARGEST / 2 + 1, 'x');
    const all = await found(piece, piece, piece, '\n{"id":"a","text":"نص"}\n');
    assert.match('error' in all[0]! ? all[0].error.message : '', /more than/);
    assert.equal(all[1]!.id, 'a');
  });
});
