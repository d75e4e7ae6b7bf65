import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { annotationOf, findAnnotation, parseAnnotations } from '../../../src/core/annotation.js';
import { toMarkdown, toWebAnnotations } from '../../../src/core/annotation-export.js';
import { createArticle } from '../../../src/core/article.js';
import { textFragment } from '../../../src/core/text-fragment.js';
import { arabicSegmentation } from '../../segmentation.js';

const FIRST = 'قالت الوزارة إن العمل بدأ اليوم في كل المدن، وإن الخطة تشمل القرى أيضا.';
const SECOND = 'وأكد المدير أن العمل بدأ اليوم بعد استعداد طويل، وشكر الأهالي على صبرهم.';
const TEXT = `${FIRST}\n\n${SECOND}`;

const spanOf = (text: string, passage: string, from = 0) => {
  const start = text.indexOf(passage, from);
  assert.ok(start >= 0, passage);
  return { start, end: start + passage.length };
};

describe('a marked passage', () => {
  const PASSAGE = 'الخطة تشمل القرى';
  const annotation = annotationOf(TEXT, spanOf(TEXT, PASSAGE), 'green', 1);
  const found = (text: string) => {
    const span = findAnnotation(text, annotation);
    return span && text.slice(span.start, span.end);
  };

  it('is found where it is, and after the text before it was edited', () => {
    assert.equal(found(TEXT), PASSAGE);
    assert.equal(found(`خبر عاجل.\n\n${TEXT}`), PASSAGE);
    assert.equal(found(TEXT.replace('قالت الوزارة', 'أعلنت وزارة الأشغال العامة')), PASSAGE);
  });

  it('goes from its beginning to its end where it was edited inside', () => {
    assert.equal(found(TEXT.replace('تشمل القرى', 'تشمل كل القرى')), 'الخطة تشمل كل القرى');
  });

  it('is nowhere once its text is gone', () => {
    assert.equal(found(SECOND), null);
    assert.equal(found(''), null);
  });

  it('is taken from a store as far as it is understood', () => {
    const kept: unknown = JSON.parse(JSON.stringify([annotation]));
    assert.deepEqual(parseAnnotations(kept), [annotation]);
    const odd = [
      null,
      3,
      {},
      { ...annotation, quote: '' },
      { ...annotation, start: { offset: 1 } },
    ];
    assert.deepEqual(parseAnnotations(odd), []);
    assert.equal(parseAnnotations([{ ...annotation, color: 'mauve' }])[0]!.color, 'yellow');
    assert.deepEqual(parseAnnotations({}), []);
  });
});

describe('a link to a passage', () => {
  const blocks = [
    { kind: 'paragraph' as const, ...spanOf(TEXT, FIRST), lang: 'ar' },
    { kind: 'paragraph' as const, ...spanOf(TEXT, SECOND), lang: 'ar' },
  ];
  const article = createArticle({ text: TEXT, lang: 'ar', blocks }, arabicSegmentation);
  const link = (passage: string, from = 0) =>
    decodeURIComponent(textFragment(article, spanOf(TEXT, passage, from)));

  it('has the text as it is written, in whole words', () => {
    assert.equal(link('الخطة تشمل'), ':~:text=الخطة تشمل');
    assert.equal(link('لخطة تشم'), ':~:text=الخطة تشمل');
    const marked = 'مَدرَسةٌ كبيرة';
    const other = createArticle(
      {
        text: marked,
        lang: 'ar',
        blocks: [{ kind: 'paragraph', start: 0, end: marked.length, lang: 'ar' }],
      },
      arabicSegmentation,
    );
    assert.equal(decodeURIComponent(textFragment(other, { start: 2, end: 4 })), ':~:text=مَدرَسةٌ');
  });

  it('has what stands round a passage that there are two of', () => {
    assert.equal(
      link('العمل بدأ اليوم'),
      ':~:text=قالت الوزارة إن-,العمل بدأ اليوم,-في كل المدن، وإن',
    );
    assert.equal(
      link('العمل بدأ اليوم', FIRST.length),
      ':~:text=وأكد المدير أن-,العمل بدأ اليوم,-بعد استعداد طويل، وشكر',
    );
  });

  it('goes from the first words to the last over paragraphs', () => {
    const start = TEXT.indexOf('الخطة');
    const end = TEXT.indexOf('المدير') + 'المدير'.length;
    assert.equal(
      decodeURIComponent(textFragment(article, { start, end })),
      ':~:text=الخطة تشمل القرى أيضا,وأكد المدير',
    );
  });

  it('escapes the signs of the directive', () => {
    const text = 'من 5-7, و R&D.';
    const plain = createArticle(
      { text, lang: 'ar', blocks: [{ kind: 'paragraph', start: 0, end: text.length, lang: 'ar' }] },
      arabicSegmentation,
    );
    const fragment = textFragment(plain, { start: 0, end: text.length });
    assert.doesNotMatch(fragment.slice(':~:text='.length), /[-,&]/);
  });
});

describe('marked passages, handed on', () => {
  const page = { title: 'خبر [عاجل]', url: 'https://example.org/a', lang: 'ar' };
  const made = Date.UTC(2026, 0, 2);
  const span = spanOf(TEXT, 'الخطة تشمل القرى');
  const annotation = { ...annotationOf(TEXT, span, 'blue', made), note: 'أي قرى؟' };

  it('are quotations with notes under them in Markdown', () => {
    assert.equal(
      toMarkdown(page, TEXT, [{ ...span, annotation }]),
      '# [خبر \\[عاجل\\]](<https://example.org/a>)\n\n> الخطة تشمل القرى\n\nأي قرى؟\n\n',
    );
  });

  it('are Web Annotations with both selectors', () => {
    const exported = toWebAnnotations(page, TEXT, [{ ...span, annotation }]) as {
      items: Record<string, unknown>[];
    };
    const target = {
      source: page.url,
      language: 'ar',
      styleClass: 'blue',
      selector: [
        {
          type: 'TextQuoteSelector',
          exact: 'الخطة تشمل القرى',
          prefix: TEXT.slice(span.start - 40, span.start),
          suffix: TEXT.slice(span.end, span.end + 40),
        },
        { type: 'TextPositionSelector', ...span },
      ],
    };
    assert.deepEqual(exported.items, [
      {
        id: `https://example.org/a#annotation-${made}`,
        type: 'Annotation',
        motivation: 'commenting',
        created: '2026-01-02T00:00:00.000Z',
        body: {
          type: 'TextualBody',
          value: 'أي قرى؟',
          format: 'text/plain',
          purpose: 'commenting',
        },
        target,
      },
    ]);
  });
});
