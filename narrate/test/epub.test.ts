import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { JSDOM } from 'jsdom';
import { epub } from '../src/output/epub.js';
import type { GuidedDocument, GuidedObject } from '../src/output/guided-navigation.js';

const at = (from: number, to: number) => `a.mp3#t=${from},${to}`;
/** A sentence whose words begin at these times. */
const sentence = (plain: string, to: number, starts: number[], language = 'ar'): GuidedObject => ({
  text: { plain, language },
  audioref: at(starts[0]!, to),
  children: plain
    .split(' ')
    .map((text, i) => ({ text, audioref: at(starts[i]!, starts[i + 1] ?? to) })),
});
const guide = (duration: number, ...blocks: GuidedObject[]): GuidedDocument => ({
  links: [
    { rel: 'alternate', href: 'a.mp3', type: 'audio/mpeg', title: 'سالم & "ص"', duration },
    { rel: 'canonical', href: 'https://example.org/?a=1&b=2', type: 'text/html' },
  ],
  guided: [{ role: ['article'], children: blocks }],
});
const block = (role: string, ...children: GuidedObject[]): GuidedObject => ({
  role: [role],
  children,
});

function open(document: GuidedDocument, lang = 'ar') {
  const book = epub(document, Buffer.from('sound'), {
    id: 'x',
    title: 'خبر <1> & \u0001"2"',
    lang,
  });
  const files = unzipSync(book);
  const read = (name: string) =>
    // Raises where it is not well-formed.
    new JSDOM(strFromU8(files[name]!), { contentType: 'application/xml' }).window.document;
  const [smil, page, opf] = ['article.smil', 'article.xhtml', 'package.opf'].map((it) =>
    read(`EPUB/${it}`),
  );
  read('EPUB/nav.xhtml');
  const seconds = (clock: string) => clock.split(':').reduce((sum, it) => sum * 60 + Number(it), 0);
  const clips = [...smil!.querySelectorAll('par')].map((par) => {
    const audio = par.querySelector('audio')!;
    const id = par.querySelector('text')!.getAttribute('src')!.split('#')[1]!;
    const time = (name: string) => Math.round(1000 * seconds(audio.getAttribute(name)!));
    const element = page!.getElementById(id)!;
    return { element, text: element.textContent, from: time('clipBegin'), to: time('clipEnd') };
  });
  const durations = [...opf!.querySelectorAll('[property="media:duration"]')].map((it) =>
    Math.round(1000 * seconds(it.textContent)),
  );
  return { book, files, page: page!, smil: smil!, opf: opf!, clips, durations };
}

/** Clips follow one another from the beginning to the end, in the order of the page. */
function isWhole({ clips, durations, page }: ReturnType<typeof open>, length: number) {
  assert.equal(clips[0]!.from, 0);
  clips.forEach(({ from, to, element }, index) => {
    assert.ok(from < to, `${from} ${to}`);
    const next = clips[index + 1];
    assert.equal(to, next?.from ?? length);
    if (next) assert.ok(element.compareDocumentPosition(next.element) & 4);
  });
  const sum = clips.reduce((all, { from, to }) => all + to - from, 0);
  assert.deepEqual(durations, [sum, sum]);
  assert.equal(sum, length);
  assert.equal(
    new Set([...page.querySelectorAll('[id]')].map(({ id }) => id)).size,
    page.querySelectorAll('[id]').length,
  );
}

describe('the book', () => {
  it('has a clip a word, one behind the other, pauses too', () => {
    const it = open(
      guide(
        3700.4567,
        block('heading1', sentence('عنوان هنا', 1, [0.1, 0.5])),
        block('listItem', sentence('أول', 2, [1.35]), sentence('ثم الثاني', 60, [2, 2.5])),
        block('listItem', sentence('one two', 3600.5, [61, 3599.9999], 'en')),
        block('paragraph', sentence('أخير', 3700.45, [3601])),
      ),
    );
    isWhole(it, 3_700_456);
    assert.deepEqual(
      it.clips.map(({ text, from }) => [text, from]),
      [
        ...[
          ['عنوان', 0],
          ['هنا', 500],
          ['أول', 1350],
          ['ثم', 2000],
          ['الثاني', 2500],
        ],
        ...[
          ['one', 61_000],
          ['two', 3_600_000],
          ['أخير', 3_601_000],
        ],
      ],
    );
    assert.equal(it.page.querySelectorAll('h1, ul > li, p').length, 4);
    assert.equal(it.page.querySelector('ul > li:last-child')!.getAttribute('lang'), 'en');
    // Told from its beginning.
    assert.equal(strFromU8(it.book.subarray(30, 58)), 'mimetypeapplication/epub+zip');
  });

  it('leaves out clips of no length and times past the end, and has sentences without words', () => {
    const it = open(
      guide(
        5,
        block('paragraph', sentence('واحد اثنان ثلاثة', 2, [0, 1, 1.0002])),
        block('paragraph', { text: 'بلا كلمات', audioref: at(2, 4) }),
        block('blockquote', sentence('بعد النهاية تماما', 9, [4.5, 6, 7])),
      ),
    );
    isWhole(it, 5000);
    assert.deepEqual(
      it.clips.map(({ text }) => text),
      ['واحد', 'ثلاثة', 'بلا كلمات', 'بعد'],
    );
    for (const seq of it.smil.querySelectorAll('seq')) {
      const [, id] = seq.getAttribute('epub:textref')!.split('#');
      assert.ok(it.page.getElementById(id!));
      assert.ok(seq.querySelector('par'));
    }
  });

  it('is XML whatever the text and the language are', () => {
    for (const [lang, expected] of [
      ['ar_KW', 'ar-KW'],
      ['x!"', 'und'],
      ['he', 'he'],
    ] as const) {
      const text = 'a<b&"c\u0000\ud800 ]]> --';
      const it = open(guide(1, block('paragraph', sentence(text, 1, [0, 0.3, 0.6], lang))), lang);
      assert.equal(it.page.documentElement.getAttribute('lang'), expected);
      assert.equal(it.page.querySelector('p')!.textContent, 'a<b&"c ]]> --');
      assert.equal(it.opf.querySelector('title')?.textContent, 'خبر <1> & "2"');
    }
    assert.throws(() => open(guide(0)), /no times/);
  });
});
