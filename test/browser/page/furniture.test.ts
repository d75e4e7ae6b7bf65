import { expect } from '@open-wc/testing';
import { outline, read } from './page.js';

const blocks = (html: string) => outline(read(html).article);

describe('what stands in an article and is none of it', () => {
  it('is the mark of a page of the printed book, also inside a word', () => {
    expect(
      blocks(
        '<p>وصل قبل <span role="doc-pagebreak" aria-label="12">12</span> غروب الشمس.</p><p>كان طوي<span role="doc-pagebreak">14</span>لا.</p>',
      ),
    ).to.deep.equal(['paragraph: وصل قبل غروب الشمس.', 'paragraph: كان طويلا.']);
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

  for (const alt of ['IMG_20200811_1024.jpg', 'photo-1.webp', 'DSC_0042', 'صورة', 'image'])
    it(`are none: ${alt}`, () => {
      expect(blocks(`<p><img src="data:," alt="${alt}">بعد الصورة.</p>`)).to.deep.equal([
        'paragraph: بعد الصورة.',
      ]);
    });
});
