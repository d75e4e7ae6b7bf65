import { expect } from '@open-wc/testing';
import { renderArticle } from '../../../src/page/render/render-article.js';
import { outline, put, read } from './page.js';

const blocks = (html: string) => outline(read(html).article);

const MAIL = [
  'تحية طيبة وبعد، فقد وصلتني رسالتكم المؤرخة في الأول',
  'من الشهر الجاري وأود أن أشكركم على ما جاء فيها من',
  'كلمات طيبة. وسوف نرسل إليكم التقرير المطلوب قبل',
  'نهاية الأسبوع.',
];
const POEM = ['يا دارنا على التل البعيد', 'من يسقي الزهر في العيد', 'ومن يفتح الباب للضيف'];

describe('lines that were broken by width', () => {
  const flowing = `paragraph: ${MAIL.join(' ')}`;

  it('go on after a <br>, also with line feeds round it', () => {
    expect(blocks(`<p>${MAIL.join('<br>')}</p>`)).to.deep.equal([flowing]);
    expect(blocks(`<p>${MAIL.join('<br />\n  ')}</p>`)).to.deep.equal([flowing]);
  });

  for (const whiteSpace of ['pre-line', 'pre-wrap', 'break-spaces'])
    it(`go on in white-space: ${whiteSpace}, where empty lines part paragraphs`, () => {
      const text = [...MAIL, '', ...POEM].join('\n');
      expect(blocks(`<p style="white-space:${whiteSpace}">${text}</p>`)).to.deep.equal([
        flowing,
        `paragraph: ${POEM.join('\n')}`,
      ]);
    });

  it('go on in the layer of text of a PDF, of spans or of boxes', () => {
    const style = (at: number) => `style="position:absolute;white-space:pre;top:${at * 20}px"`;
    const spans = MAIL.map((line, at) => `<span ${style(at)}>${line}</span>`).join('<br>');
    expect(blocks(`<div style="position:relative">${spans}</div>`)).to.deep.equal([flowing]);
    const boxes = MAIL.map((line, at) => `<div ${style(at)}>${line}</div>`).join('');
    expect(
      blocks(`<p>قبل.</p><div style="position:relative">${boxes}</div><p>بعد.</p>`),
    ).to.deep.equal(['paragraph: قبل.', flowing, 'paragraph: بعد.']);
  });

  it('lead to the page and from it as before, and stand in the reading view with their spaces', () => {
    const page = read(`<p>${MAIL.join('<br>')}</p>`);
    const { text } = page.article;
    const [sentence] = page.article.blocks[0]!.sentences;
    expect(text.slice(sentence!.start, sentence!.end)).to.equal(
      `${MAIL.slice(0, 2).join(' ')} كلمات طيبة.`,
    );
    const at = text.indexOf('من الشهر');
    const range = page.toRange({ start: at, end: at + 2 });
    expect(range.toString()).to.equal('من');
    expect(page.toOffset(range.startContainer, range.startOffset)).to.equal(at);
    const view = put('');
    renderArticle(page, view);
    expect(view.textContent).to.equal(MAIL.join(' '));
  });

  it('stay in verse', () => {
    const poem = `paragraph: ${POEM.join('\n')}`;
    expect(blocks(`<p>${POEM.join('<br>')}</p>`)).to.deep.equal([poem]);
    const commas = POEM.map((line) => `${line}،`);
    expect(blocks(`<p>${commas.join('<br>')}</p>`)).to.deep.equal([
      `paragraph: ${commas.join('\n')}`,
    ]);
  });
});

describe('empty lines', () => {
  for (const empty of ['<br>&nbsp;<br>', '<br />&zwnj;<br />', '<br> &#8203; <br>', '<br><br><br>'])
    it(`part paragraphs: ${empty}`, () => {
      expect(blocks(`<div><b>عنوان</b>${empty}أول.${empty}ثان.</div>`)).to.deep.equal([
        'paragraph: عنوان',
        'paragraph: أول.',
        'paragraph: ثان.',
      ]);
    });

  it('part paragraphs: boxes with a <br>', () => {
    expect(
      blocks('<div>أول.</div><div><br></div><div>ثان.</div><p>&nbsp;</p><div>ثالث.</div>'),
    ).to.deep.equal(['paragraph: أول.', 'paragraph: ثان.', 'paragraph: ثالث.']);
  });
});
