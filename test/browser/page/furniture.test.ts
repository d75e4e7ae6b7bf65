import { expect } from '@open-wc/testing';
import { closerLook } from '../../../src/page/read/closer-look.js';
import { readArticle } from '../../../src/page/read/read-article.js';
import { outline, put, read, segmentation } from './page.js';

const blocks = (html: string) => outline(read(html).article);

describe('what stands in an article and is none of it', () => {
  it('is the mark of a page of the printed book, also inside a word', () => {
    expect(
      blocks(
        '<p>وصل قبل <span role="doc-pagebreak" aria-label="12">12</span> غروب الشمس.</p><p>كان طوي<span role="doc-pagebreak">14</span>لا.</p>',
      ),
    ).to.deep.equal(['paragraph: وصل قبل غروب الشمس.', 'paragraph: كان طويلا.']);
  });

  it('is such a mark of a book, in HTML and in XHTML', () => {
    const text = '<p>كان طوي<span epub:type="pagebreak" id="p14">14</span>لا.</p>';
    expect(blocks(text)).to.deep.equal(['paragraph: كان طويلا.']);
    const xml = `<div xmlns="http://www.w3.org/1999/xhtml" xmlns:e="http://www.idpf.org/2007/ops">${text.replace('epub:', 'e:')}</div>`;
    const stage = put('');
    const { documentElement } = new DOMParser().parseFromString(xml, 'application/xhtml+xml');
    stage.append(document.importNode(documentElement, true));
    const { article } = readArticle(stage, { segmentation, closer: closerLook() });
    expect(outline(article)).to.deep.equal(['paragraph: كان طويلا.']);
  });

  for (const control of [
    '<span class="mw-editsection">[<a href="#e">عدل</a>]</span>',
    '[<a href="#e" class="edit">عدل</a>]',
    '<span>[<a href="#e">تعديل</a>]</span>',
    '<a href="#x">¶</a>',
    '<a class="headerlink" href="#x">رابط دائم</a>',
  ])
    it(`is a control inside a heading: ${control}`, () => {
      const [heading] = blocks(`<h2><span>التاريخ</span>${control}</h2>`);
      expect(heading!.replace(/[[\] ]+$/, '')).to.equal('heading2: التاريخ');
    });

  for (const control of [
    '<span class="mw-editsection"><span class="mw-editsection-bracket">[</span><a href="#e">عدل</a><span> | </span><a href="#s">عدل المصدر</a><span class="mw-editsection-bracket">]</span></span>',
    '<span>[<a href="/e">edit</a>]</span>',
    '<small>[<a href="/e">عدل</a>]</small>',
    '<div class="mw-editsection"><a href="/e">عدل</a></div>',
    '<a class="anchor" href="#x">#</a>',
  ])
    it(`is a control beside a heading: ${control}`, () => {
      expect(
        blocks(`<div class="mw-heading"><h2>التاريخ</h2>${control}</div><p>نص.</p>`),
      ).to.deep.equal(['heading2: التاريخ', 'paragraph: نص.']);
    });

  it('is not what stands beside a heading otherwise', () => {
    for (const prose of [
      '<div class="editor-content"><a href="/x">سافر</a> الوفد.</div>',
      '<span>[تحديث] وصل <a href="/x">الوفد</a> [أمس] مساء</span>',
      '<p>[<a href="/x">فيديو</a>]</p>',
    ])
      expect(blocks(`<h2>التاريخ</h2>${prose}`), prose).to.have.length(2);
  });

  const sections = '<h2 id="a">النشأة</h2><p>نص.</p><h2 id="التاريخ">التاريخ</h2><p>نص.</p>';
  const left = ['heading2: النشأة', 'paragraph: نص.', 'heading2: التاريخ', 'paragraph: نص.'];
  const links = '<li><a href="#a">النشأة</a></li><li><a href="#التاريخ">التاريخ</a></li>';
  for (const contents of [
    `<ul>${links}</ul>`,
    `<ol><li><a href="#a">1 النشأة</a><ol><li>1.1 <a href="#%D8%A7%D9%84%D8%AA%D8%A7%D8%B1%D9%8A%D8%AE">التاريخ</a></li></ol></li></ol>`,
    `<h2>المحتويات</h2><ul>${links}</ul>`,
    `<div class="toc"><p>جدول المحتويات</p><ul>${links}</ul></div>`,
    `<details open><summary>في هذا المقال</summary><ol>${links}</ol></details>`,
  ])
    it(`is a table of contents: ${contents}`, () => {
      expect(blocks(contents + sections)).to.deep.equal(left);
    });

  for (const list of [
    '<ul><li><a href="#a">النشأة</a> في القرن الأول</li><li><a href="#التاريخ">التاريخ</a></li></ul>',
    '<ul><li><a href="#a">النشأة</a></li><li><a href="/x">خارج</a></li></ul>',
    '<ul><li><a href="#a">النشأة</a></li><li><a href="#nowhere">غائب</a></li></ul>',
    '<ul><li><a href="#a">النشأة</a></li><li>التاريخ</li></ul>',
  ])
    it(`is no list of other things: ${list}`, () => {
      expect(blocks(list + sections)).to.have.length(6);
    });

  for (const label of [
    'إعلان مدفوع',
    'محتوى برعاية',
    'إعلان ممول',
    'مادة إعلانية',
    'Sponsored content',
  ])
    for (const html of [
      `<p>${label}</p>`,
      `<div><span>${label}</span><p>نص.</p></div>`,
      `<small>${label}:</small>`,
    ])
      it(`is the label of an advertisement: ${html}`, () => {
        const rest = blocks(`<p>قبل.</p>${html}`).join();
        expect(rest).to.equal(
          html.includes('نص') ? 'paragraph: قبل.,paragraph: نص.' : 'paragraph: قبل.',
        );
      });

  it('is no label in a sentence', () => {
    for (const prose of [
      '<p><b>إعلان مدفوع</b> نشرته الصحيفة أمس.</p>',
      '<p>محتوى برعاية الوزارة كلها.</p>',
      '<p>هذا <span>محتوى مدفوع</span> الثمن.</p>',
    ])
      expect(blocks(prose)[0], prose).to.equal(`paragraph: ${prose.replace(/<.*?>/g, '')}`);
  });

  it('is not a heading that is a link, or has one', () => {
    expect(
      blocks('<h2><a href="#x">التاريخ</a></h2><h3>في <a href="#y">المدينة</a></h3>'),
    ).to.deep.equal(['heading2: التاريخ', 'heading3: في المدينة']);
  });

  for (const furniture of [
    '<div class="ads"><p>إعلان</p></div>',
    '<p>إعلان</p>',
    '<div class="read-also"><strong>اقرأ أيضا:</strong> <a href="#">معرض الكتاب يعود</a></div>',
    '<p>اقرأ أيضًا: <a href="#">معرض الكتاب يعود</a></p>',
    '<div class="tags">الوسوم: <a href="#">مكتبات</a> <a href="#">ثقافة</a></div>',
    '<div>الوسوم: <a href="#">مكتبات</a> <a href="#">ثقافة</a></div>',
    '<div class="share"><a href="#">فيسبوك</a><a href="#">واتساب</a></div>',
    '<ul class="social-share"><li><a href="#">فيسبوك</a></li></ul>',
    '<section class="related"><h3>مواضيع ذات صلة</h3><ul><li><a href="#">إغلاق المتحف</a></li></ul></section>',
  ])
    it(`is furniture: ${furniture}`, () => {
      expect(blocks(`<p>قبل.</p>${furniture}<p>بعد.</p>`)).to.deep.equal([
        'paragraph: قبل.',
        'paragraph: بعد.',
      ]);
    });

  it('is who took a picture', () => {
    expect(
      blocks(
        '<figure><img src="data:," alt=""><figcaption>واجهة المكتبة. <span class="credit">تصوير: سالم</span></figcaption></figure>',
      ),
    ).to.deep.equal(['caption: واجهة المكتبة.']);
  });

  it('is not prose that a theme gives such a name, or that begins so', () => {
    for (const prose of [
      '<p>إعلان الاستقلال كان في ذلك العام من القرن الماضي.</p>',
      '<p>شارك الوزير في الحفل، وقال <a href="#">كلمة</a> قصيرة عن المكتبة الجديدة وأهلها.</p>',
      '<div class="related">نص طويل لا رابط فيه يحكي عن المدينة وعن سوقها القديم.</div>',
      '<p class="shared-story">قصة مشتركة.</p>',
    ])
      expect(blocks(`<p>قبل.</p>${prose}`), prose).to.have.length(2);
  });
});

describe('tables that only lay a page out', () => {
  for (const role of ['presentation', 'none'])
    it(`have no cells: role=${role}`, () => {
      expect(
        blocks(
          `<table role="${role}"><tr><td><h1>نشرة</h1><p>نص.</p></td><td>بلا فقرة.</td></tr></table><table><tr><td>خلية</td></tr></table>`,
        ),
      ).to.deep.equal(['heading1: نشرة', 'paragraph: نص.', 'paragraph: بلا فقرة.', 'cell: خلية']);
    });
});

describe('words for a picture', () => {
  it('are read once where they are its caption too, or its link', () => {
    expect(
      blocks(
        '<figure><img src="data:," alt="عمال يرممون  السور"><figcaption>عمال يرممون السور</figcaption></figure><p><a href="#"><img src="data:," alt="سليم عواد">سليم عواد</a> تحدث.</p>',
      ),
    ).to.deep.equal(['caption: عمال يرممون السور', 'paragraph: سليم عواد تحدث.']);
  });

  it('are read where they say something else', () => {
    expect(
      blocks('<figure><img src="data:," alt="السور"><figcaption>تعليق</figcaption></figure>'),
    ).to.deep.equal(['image: السور', 'caption: تعليق']);
  });

  for (const alt of [
    'صورة 12 طفلا',
    'Photo of the gate',
    '2020',
    'COVID-19',
    'Apollo 11',
    'دمشق 1925',
    'F16',
    'facade',
  ])
    it(`are some: ${alt}`, () => {
      expect(blocks(`<p><img src="data:," alt="${alt}">بعد.</p>`)[0]).to.equal(`image: ${alt}`);
    });

  for (const alt of [
    'IMG_20200811_1024.jpg',
    'photo-1.webp',
    'DSC_0042',
    'صورة',
    'image',
    'IMG_2031',
    'DSC00123',
    'image-5',
    'صورة 12',
    'P1010203',
    'image (3)',
    'Screenshot 2020-08-11 at 10.24.00',
    '20200811_102400',
    'd41d8cd98f00b204e9800998ecf8427e',
    '9f1c2d3e-4b5a-6978-8a9b-0c1d2e3f4a5b',
    'EJx3kq2LWsAA9Qz',
    'souq-1024x768',
  ])
    it(`are none: ${alt}`, () => {
      expect(blocks(`<p><img src="data:," alt="${alt}">بعد الصورة.</p>`)).to.deep.equal([
        'paragraph: بعد الصورة.',
      ]);
    });
});
