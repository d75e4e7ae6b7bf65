import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createArticle, type BlockInit } from '../../../src/core/article.js';
import { contentsOf, entryAt, openingOf, type ContentsEntry } from '../../../src/core/contents.js';

/** An article of lines: `## heading`, else a paragraph; `kind: text` is of that kind. */
function articleOf(...lines: string[]) {
  let text = '';
  const blocks: BlockInit[] = lines.map((line) => {
    const [, marks, kind, words] = /^(?:(#+) |(caption|cell|image|list-item): )?([^]*)$/.exec(
      line,
    )!;
    const start = text.length;
    text += `${words}\n`;
    const span = { start, end: text.length - 1, lang: 'ar' };
    return marks
      ? { ...span, kind: 'heading' as const, level: marks.length }
      : { ...span, kind: (kind ?? 'paragraph') as BlockInit['kind'] };
  });
  return createArticle(
    { text, lang: 'ar', blocks },
    { sentences: () => assert.fail('asks for no sentences'), paragraphs: () => [] },
  );
}

/** Labels, what stands under them in brackets. */
const shape = (entries: readonly ContentsEntry[]): string =>
  entries.map(({ label, entries: e }) => label + (e.length ? `[${shape(e)}]` : '')).join(' ');

describe('contentsOf', () => {
  const cases: [string, string[], string][] = [
    ['nests by level', ['# a', '## b', 'text', '### c', '## d', '# e'], 'a[b[c] d] e'],
    ['takes skipped levels as they come', ['# a', '#### b', '## c', '### d'], 'a[b c[d]]'],
    ['begins with a lower level than follows', ['### a', '## b', '# c', '## d'], 'a b c[d]'],
    ['leaves paragraphs out where there are headings', ['x', '## a', 'y', '## b'], 'a b'],
    ['gives paragraphs where there are no headings', ['x', 'list-item: y', 'z'], 'x y z'],
    ['gives paragraphs under a title', ['# a', 'x', 'caption: c', 'cell: d', 'y'], 'a[x y]'],
    ['has nothing for nothing', [], ''],
  ];
  for (const [name, lines, expected] of cases)
    it(name, () => assert.equal(shape(contentsOf(articleOf(...lines))), expected));

  it('writes a heading on one line, whole', () => {
    const long = 'كلمة '.repeat(40).trim();
    const [first] = contentsOf(articleOf(`# ${long.replaceAll(' ', '\n')}`, '# b'));
    assert.equal(first!.label, long);
  });
});

describe('openingOf', () => {
  it('is the first words, whole, with an ellipsis unless that is all', () => {
    assert.equal(openingOf('قالت الوزارة إن العمل بدأ.'), 'قالت الوزارة إن العمل بدأ.');
    const opening = openingOf(
      'وأضافت، في بيان لها، أن الخطة تشمل المدن والقرى كلها من غير استثناء.',
    );
    assert.equal(opening, 'وأضافت، في بيان لها، أن الخطة تشمل المدن والقرى كلها من غير…');
  });

  it('cuts a word only if it is longer than all', () => {
    assert.equal(openingOf('ك'.repeat(500)), `${'ك'.repeat(60)}…`);
  });
});

describe('entryAt', () => {
  const article = articleOf(
    'before',
    '# a',
    'text',
    '## b',
    'text',
    '### c',
    'text',
    '# d',
    'text',
  );
  const contents = contentsOf(article);
  const at = (offset: number) => entryAt(contents, offset)?.label ?? null;

  it('is the innermost heading at or before the offset', () => {
    const starts = article.blocks.map(({ start }) => start);
    assert.deepEqual(starts.map(at), [null, 'a', 'a', 'b', 'b', 'c', 'c', 'd', 'd']);
    assert.equal(at(starts[7]! - 1), 'c');
    assert.equal(at(article.text.length), 'd');
    assert.equal(entryAt([], 3), null);
  });
});
