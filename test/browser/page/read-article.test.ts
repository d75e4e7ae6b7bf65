import { expect } from '@open-wc/testing';
import { closerLook } from '../../../src/page/read/closer-look.js';
import { readArticle } from '../../../src/page/read/read-article.js';
import { fetchText, foundingArticle, outline, put, read, segmentation } from './page.js';

const blocks = (html: string) => outline(read(html).article);

describe('readArticle', () => {
  it('reads what is seen out of broken and nested markup, and nothing else', async () => {
    const page = read(await fetchText('../../fixtures/page/nasty.html'));
    expect(outline(page.article)).to.deep.equal([
      'paragraph: قال الأمين العام للأمم المتحدة',
      'paragraph: فقرة لم تُغلق',
      'paragraph: نص حر',
      'paragraph: داخل الفقرة',
      'paragraph: ذيل',
      'list-item: أولا',
      'list-item: ثانيا',
      'list-item: فرعي',
      'caption: جدول',
      'cell: اسم',
      'cell: قيمة',
      'cell: خلية',
      'quote: اقتباس قائله',
      'heading2: عنوان صغير',
      'image: صورة الوزير',
      'caption: تعليق',
      'preformatted: سطر\n  آخر',
      'paragraph: ظاهر',
      'paragraph: سطر أول\nسطر ثان',
      'paragraph: فقرة أخرى',
      'paragraph: ملخص',
      'paragraph: مفتوح',
      'paragraph: ظاهر',
      'paragraph: كلمةطويلة وشر\u00adطة',
      'paragraph: English text',
      'paragraph: سعودي',
      'paragraph: خاتمة',
    ]);
    const langs = page.article.blocks.map(({ lang }) => lang);
    expect(langs.slice(-3)).to.deep.equal(['en', 'ar-SA', 'ar']);
    expect(page.article.lang).to.equal('ar');
  });

  it('maps every character to the same character on the page', async () => {
    const page = read(await fetchText('../../fixtures/page/nasty.html'));
    const { text, blocks } = page.article;
    for (const block of blocks.filter(({ kind }) => kind !== 'image')) {
      for (let at = block.start; at < block.end; at++) {
        const range = page.toRange({ start: at, end: at + 1 });
        const onPage = range.toString().replace(/[\t\n\r\f]/g, ' ');
        if (text[at] === '\n') continue;
        expect(onPage, `${at}: ${text.slice(block.start, block.end)}`).to.equal(text[at]);
        expect(page.toOffset(range.startContainer, range.startOffset)).to.equal(at);
      }
      // A <br> is no text to a Range.
      const whole = page.toRange(block).toString().replace(/\s+/g, '');
      expect(whole).to.equal(text.slice(block.start, block.end).replace(/\s+/g, ''));
    }
  });

  it('takes rendered blocks for blocks, whatever their tags', () => {
    expect(blocks('<span style="display:block">أول</span><span>ثا</span><b>ن</b>')).to.deep.equal([
      'paragraph: أول',
      'paragraph: ثان',
    ]);
    expect(blocks('<div style="display:flex"><span>أ</span><span>ب</span></div>')).to.deep.equal([
      'paragraph: أ',
      'paragraph: ب',
    ]);
    expect(blocks('<p><span style="float:right">ق</span>ال الوزير</p>')).to.deep.equal([
      'paragraph: قال الوزير',
    ]);
    expect(blocks('<div role="heading" aria-level="3">عنوان</div>')).to.deep.equal([
      'heading3: عنوان',
    ]);
    expect(blocks('<p style="white-space:pre-line">أ\nب</p>')).to.deep.equal(['paragraph: أ\nب']);
    expect(blocks('<div style="content-visibility:auto"><p>بعيد</p></div>')).to.deep.equal([
      'paragraph: بعيد',
    ]);
    expect(blocks('<div style="content-visibility:hidden"><p>مخفي</p></div>')).to.deep.equal([]);
    expect(blocks('<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>')).to.deep.equal([
      'paragraph: 漢',
    ]);
  });

  it('reads an image alone as a block, one inside a line as words of it', () => {
    const html = `<p><img alt="علم"><img alt=""><img>قال <img alt="قلب">الوزير</p>
      <p>نص <img alt="كبيرة" style="display:block"> نص</p>`;
    const page = read(html);
    expect(outline(page.article)).to.deep.equal([
      'image: علم',
      'paragraph: قال قلب الوزير',
      'paragraph: نص',
      'image: كبيرة',
      'paragraph: نص',
    ]);
    const range = page.toRange(page.article.blocks[0]!);
    expect(range.cloneContents().firstElementChild?.getAttribute('alt')).to.equal('علم');
    expect(range.cloneContents().childNodes.length).to.equal(1);
    const word = page.toRange({ start: 8, end: 11 });
    expect(word.cloneContents().firstElementChild?.getAttribute('alt')).to.equal('قلب');
  });

  it('reads the name of a drawn picture as its words, and nothing inside it', () => {
    const html = `<p>نص قبل الصورة.</p>
      <svg role="img"><title>رسم بياني</title><text>داخل</text></svg>
      <svg role="img" aria-labelledby="t2 d2"><title id="t2">رسم</title><desc id="d2">ثان</desc>
        <text>داخل</text></svg>
      <svg role="img" aria-label="رسم ثالث"><title>غيره</title></svg>
      <svg role="img"><g><title>جزء</title></g><text>داخل</text></svg>
      <div role="img" aria-labelledby="t4"><b id="t4">مخطط</b><i>داخل</i></div>
      <p>نما <svg role="img"><title>سهم صاعد</title></svg> الاقتصاد.</p>`;
    const page = read(html);
    expect(outline(page.article)).to.deep.equal([
      'paragraph: نص قبل الصورة.',
      'image: رسم بياني',
      'image: رسم ثان',
      'image: رسم ثالث',
      'image: مخطط',
      'paragraph: نما سهم صاعد الاقتصاد.',
    ]);
    const { firstElementChild } = page.toRange(page.article.blocks[1]!).cloneContents();
    expect(firstElementChild?.localName).to.equal('svg');
  });

  it('parts what stands on both sides of a block or a control that is not read', () => {
    const skipped = [
      '<div data-reader-skip>إعلان</div>',
      '<nav>روابط</nav>',
      '<div aria-hidden="true">***</div>',
      '<video style="display:block"></video>',
      '<span style="display:block" inert>ملغى</span>',
    ];
    for (const html of skipped) {
      const expected = ['paragraph: جملة أولى', 'paragraph: وجملة ثانية'];
      expect(blocks(`<div>جملة أولى${html}وجملة ثانية</div>`), html).to.deep.equal(expected);
    }
    const inLine = ['button>نسخ</button', 'video></video', 'iframe></iframe', 'svg></svg', 'input'];
    for (const html of [...inLine, 'i style="display:inline-block" aria-hidden="true">*</i']) {
      expect(blocks(`<div>القاهرة<${html}>الجيزة</div>`), html).to.deep.equal([
        'paragraph: القاهرة الجيزة',
      ]);
      // Neither at an edge nor where there is a space, nor before a comma.
      expect(
        blocks(`<p><${html}>القاهرة <${html}> الجيزة<${html}>، طنطا<${html}></p>`),
        html,
      ).to.deep.equal(['paragraph: القاهرة الجيزة، طنطا']);
    }
    const marks = [
      '<sup data-reader-skip>1</sup>',
      '<span aria-hidden="true">*</span>',
      '<script>1</script>',
      '<div data-reader-skip style="position:absolute">إعلان</div>',
      '<aside data-reader-skip style="float:left">إعلان</aside>',
      '<button hidden>نسخ</button>',
    ];
    for (const html of marks)
      expect(blocks(`<div>الكل${html}مة</div>`), html).to.deep.equal(['paragraph: الكلمة']);
    expect(blocks('<ruby>漢<rt>kan</rt>字<rp>(</rp><rt>ji</rt></ruby>')).to.deep.equal([
      'paragraph: 漢字',
    ]);
  });

  it('parts boxes that stand side by side in a line, not the letters of a word in boxes', () => {
    const box = (text: string) => `<span style="display:inline-block">${text}</span>`;
    expect(blocks(`<p>${box('سياسة')}<!---->${box('<i>اقتصاد</i>')}</p>`)).to.deep.equal([
      'paragraph: سياسة اقتصاد',
    ]);
    expect(blocks(`<p>و${box('قال')}، ${box('W')}${box('e')}${box('b')}</p>`)).to.deep.equal([
      'paragraph: وقال، Web',
    ]);
  });

  it('goes on with a sentence round what is out of the flow or hidden in it', () => {
    const out = 'position:absolute';
    const before = '<p>زوروا <a href="#x">موقع الوزارة';
    for (const note of [
      `<span style="${out}"> (نافذة جديدة)</span>`,
      `<small style="position:fixed">(نافذة جديدة)</small>`,
    ])
      expect(blocks(`${before}${note}</a> لمزيد من التفاصيل.</p>`)).to.deep.equal([
        'paragraph: زوروا موقع الوزارة (نافذة جديدة) لمزيد من التفاصيل.',
      ]);
    expect(blocks(`${before}<b style="${out}">(رابط)</b></a>، ثم</p>`)).to.deep.equal([
      'paragraph: زوروا موقع الوزارة (رابط)، ثم',
    ]);
    expect(blocks(`<p><b style="${out}">عاجل</b>أعلنت الوزارة</p>`)).to.deep.equal([
      'paragraph: عاجل أعلنت الوزارة',
    ]);
    const hidden = `style="${out};visibility:hidden"`;
    for (const tip of [
      `<span ${hidden}>وكالة</span>`,
      `<div ${hidden}>وكالة<nav>روابط</nav></div>`,
      `<ul ${hidden}><li>وكالة</li></ul>`,
    ])
      expect(blocks(`<div>المنظ${tip}مة</div>`), tip).to.deep.equal(['paragraph: المنظمة']);
    // What is hidden in the flow takes up room, and what is a block by its tag is one anywhere.
    expect(blocks('<div>أول<div style="visibility:hidden">وكالة</div>ثان</div>').length).to.equal(
      2,
    );
    expect(blocks(`<div>أول<div style="${out}">وكالة</div>ثان</div>`).length).to.equal(3);
  });

  it('maps the spaces that it puts between words', () => {
    const page = read(`<div>القاهرة<button>نسخ</button>الجيزة
      <i style="display:inline-block">سياسة</i><i style="display:inline-block">اقتصاد</i>
      <b style="position:absolute">عاجل <img alt="علم"></b>أعلنت<b style="position:absolute">خبر</b>تم
      </div>`);
    const { text } = page.article;
    expect(text).to.equal('القاهرة الجيزة سياسة اقتصاد عاجل علم أعلنت خبر تم');
    for (const { 0: word, index } of text.matchAll(/\S+/g)) {
      if (word === 'علم') continue;
      const range = page.toRange({ start: index, end: index + word.length });
      expect(range.toString()).to.equal(word);
      for (let at = 0; at < word.length; at++) {
        const { startContainer, startOffset } = range;
        expect(page.toOffset(startContainer, startOffset + at), word).to.equal(index + at);
      }
    }
    const all = page.toRange({ start: 0, end: text.length }).toString().replace(/\s/g, '');
    expect(all).to.equal(text.replace(/\s|علم/g, '').replace('القاهرة', 'القاهرةنسخ'));
  });

  it('reads what components render, and what is slotted in them where it is seen', () => {
    const stage = put(
      '<x-host>نص <b>مه</b>م<p>فقرة <x-term>كلمة<i>تائهة</i></x-term></p></x-host>',
    );
    const term = stage.querySelector('x-term')!;
    term.attachShadow({ mode: 'open' }).innerHTML = '<i>رمز</i><slot name="none"></slot>';
    const readAnew = () =>
      outline(readArticle(stage, { segmentation, closer: closerLook() }).article);
    expect(readAnew()).to.deep.equal(['paragraph: نص مهم', 'paragraph: فقرة رمز']);
    term.shadowRoot!.innerHTML = '<i>رمز</i><slot></slot>';
    expect(readAnew()[1]).to.equal('paragraph: فقرة رمزكلمةتائهة');
    // Of a component with a reader in it, that is not the article but what is round it.
    term.remove();
    stage.querySelector('x-host')!.attachShadow({ mode: 'open' }).innerHTML =
      '<h1>إطار</h1><article-reader><slot></slot></article-reader>';
    expect(readAnew()).to.deep.equal(['paragraph: نص مهم', 'paragraph: فقرة']);
  });

  it('cuts a wall of text into paragraphs, and leaves ordinary ones whole', async () => {
    const text = await foundingArticle();
    const { article } = read(`<p>${text}</p>`);
    expect(article.text).to.equal(text.trim());
    expect(article.blocks.length).to.be.above(3);
    for (const { start, end } of article.blocks) {
      expect(article.text.slice(start, end).split(' ').length).to.be.at.most(130);
    }
    expect(article.blocks.flatMap(({ sentences }) => sentences).length).to.equal(22);
    expect(blocks(`<p>${'كلمة '.repeat(130)}</p>`).length).to.equal(1);
  });

  it('reads 6,000 levels deep without running out of stack', function () {
    // Styling boxes nested so deep takes Chromium seconds, laying them out is beyond it: most of
    // these have no box, and they are gone before the next frame.
    this.timeout(60_000);
    const stage = put('');
    let inner: HTMLElement = stage;
    for (let level = 0; level < 6000; level++) {
      inner = inner.appendChild(document.createElement('div'));
      if (level % 100) inner.style.display = 'contents';
    }
    inner.textContent = 'قاع';
    const { article } = readArticle(stage, { segmentation });
    expect(outline(article)).to.deep.equal(['paragraph: قاع']);
    stage.remove();
  });
});
