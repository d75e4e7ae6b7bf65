import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { boundsOf } from '../../../src/page/geometry/css-zoom.js';
import { Follower } from '../../../src/page/follower.js';
import type { PageText } from '../../../src/page/page-text.js';
import { frame, put, read, settled } from './page.js';

const LINES = Array.from({ length: 120 }, (_, i) => `<p>الفقرة رقم ${i} من هذا النص.</p>`).join('');

/** Until nothing has scrolled for so many frames: a busy browser is late with those too. */
async function still() {
  let quiet = 0;
  const note = () => (quiet = 0);
  addEventListener('scroll', note, { capture: true });
  for (; quiet < 20; quiet++) await frame();
  removeEventListener('scroll', note, { capture: true });
}

const rangeOf = (page: PageText, block: number) => page.toRange(page.article.blocks[block]!);

function expectInView(page: PageText, block: number, top = 0, bottom = innerHeight) {
  const at = boundsOf(rangeOf(page, block));
  expect(at.top, 'top').to.be.at.least(top - 1);
  expect(at.bottom, 'bottom').to.be.at.most(bottom + 1);
}

describe('Follower', () => {
  let follower: Follower | undefined;
  let heard: boolean[];

  const followed = (page: PageText, inset?: { top: number; bottom: number }) => {
    heard = [];
    follower = new Follower(page.root, (it) => heard.push(it), inset && (() => inset));
    return follower;
  };

  beforeEach(async () => {
    scrollTo(0, 0);
    await settled(50);
  });

  afterEach(() => {
    follower?.dispose();
    document.documentElement.style.scrollPaddingTop = '';
    document.querySelector('#stage')?.remove();
  });

  it('keeps what is read in view, and moves nothing while it is', async () => {
    const page = read(LINES);
    followed(page).follow({ sentence: rangeOf(page, 0) });
    await still();
    expect(scrollY).to.equal(0);
    for (const block of [40, 41, 100, 3]) {
      follower!.follow({ sentence: rangeOf(page, block) });
      await still();
      expectInView(page, block);
    }
    expect(follower!.following).to.equal(true);
    expect(heard).to.deep.equal([]);
  });

  it('keeps clear of what covers the window’s edges', async () => {
    const page = read(LINES);
    document.documentElement.style.scrollPaddingTop = '20%';
    followed(page, { top: 60, bottom: 80 });
    for (const block of [60, 20]) {
      follower!.follow({ sentence: rangeOf(page, block) });
      await still();
      expectInView(page, block, innerHeight / 5, innerHeight - 80);
    }
  });

  it('keeps clear of what the page itself keeps at the edges, whatever it is told', async () => {
    const page = read(
      `<div style="position:fixed;inset:0;background:#eee;z-index:-1"></div>
        <header style="position:sticky;top:0;height:50px;background:#cde">عنوان الموقع</header>
        <div style="position:sticky;top:50px;height:30px;background:#dec">شريط</div>
        <section><h3 style="position:sticky;top:80px;margin:0;height:40px;background:#edc">قسم</h3>
        ${LINES}<div style="height:100px"></div></section>
        <footer style="position:fixed;bottom:0;width:100%;height:70px;background:#cde">تنبيه</footer>`,
    );
    const first = page.article.blocks.findIndex(({ kind }) => kind === 'heading') + 1;
    followed(page, { top: 20, bottom: 10 });
    for (const block of [60, 61, 118, 20]) {
      follower!.follow({ sentence: rangeOf(page, first + block) });
      await still();
      expectInView(page, first + block, 120, innerHeight - 70);
    }
    expect(heard).to.deep.equal([]);
  });

  it('looks for what covers the text once, and again when the page changes', async () => {
    const page = read(`<header id="head">خبر عاجل</header>${LINES}`);
    const look = document.elementsFromPoint;
    let looks = 0;
    document.elementsFromPoint = (x, y) => {
      looks++;
      return look.call(document, x, y);
    };
    try {
      followed(page);
      const say = (block: number) => follower!.follow({ sentence: rangeOf(page, block) });
      say(60);
      await still();
      say(60);
      looks = 0;
      for (const block of [61, 60, 61, 60]) say(block);
      expect(looks, 'nothing has changed').to.equal(0);
      const height = boundsOf(rangeOf(page, 60)).bottom + 5;
      document.querySelector<HTMLElement>('#head')!.style.cssText =
        `position:fixed;inset:0 0 auto;height:${height}px;background:#cde`;
      await settled(1);
      say(60);
      await still();
      expect(looks).to.be.greaterThan(0);
      expectInView(page, 60, height);
    } finally {
      document.elementsFromPoint = look;
    }
  });

  it('keeps clear of a sticky head inside a scrolling box', async () => {
    const page = read(
      `<div id="box" style="height:300px;overflow:auto">
        <div data-reader-skip style="position:sticky;top:0;height:60px;background:#cde"></div>
        ${LINES}</div>`,
    );
    followed(page);
    const { top, bottom } = boundsOf(document.querySelector('#box')!);
    for (const block of [60, 20]) {
      follower!.follow({ sentence: rangeOf(page, block) });
      await still();
      expectInView(page, block, top + 60, bottom);
    }
  });

  it('brings what has the focus out from under the page’s header', async () => {
    const page = read(
      `<header style="position:sticky;top:0;height:90px;background:#cde">عنوان</header>
        ${LINES}<p><a href="#x">رابط</a></p>${LINES}`,
    );
    const link = document.querySelector<HTMLElement>('#stage a')!;
    scrollBy({ top: boundsOf(link).top - 40, behavior: 'instant' });
    await still();
    followed(page).uncover(link);
    await still();
    expect(boundsOf(link).top).to.be.at.least(89);
    const here = scrollY;
    follower!.uncover(link);
    await still();
    expect(scrollY, 'what is seen stays').to.equal(here);
  });

  it('jumps where motion is to be reduced, and glides where it is not', async () => {
    const page = read(LINES);
    const { matchMedia } = globalThis;
    for (const isCalm of [false, true]) {
      globalThis.matchMedia = () => ({ matches: isCalm }) as MediaQueryList;
      scrollTo({ top: 0, behavior: 'instant' });
      await still();
      followed(page).follow({ sentence: rangeOf(page, 30) });
      const isThere = boundsOf(rangeOf(page, 30)).bottom <= innerHeight;
      expect(isThere).to.equal(isCalm);
      await still();
      expectInView(page, 30);
      follower!.dispose();
    }
    globalThis.matchMedia = matchMedia;
  });

  it('scrolls every container round the text, zoomed ones too', async () => {
    const page = read(
      `<div style="height:150vh"></div><div style="zoom:1.5">
        <div id="outer" style="height:200px;overflow:auto"><div style="height:500px"></div>
        <div id="inner" style="height:150px;overflow:auto">${LINES}</div></div></div>
        <div style="height:150vh"></div>`,
    );
    followed(page).follow({ sentence: rangeOf(page, 70) });
    await still();
    expectInView(page, 70);
    const inner = boundsOf(document.querySelector('#inner')!);
    const outer = boundsOf(document.querySelector('#outer')!);
    expectInView(page, 70, Math.max(inner.top, outer.top), Math.min(inner.bottom, outer.bottom));
    expect(heard).to.deep.equal([]);
  });

  it('scrolls text sideways in a wide box', async () => {
    const page = read(`<pre style="overflow-x:auto;width:200px">${'كلمة '.repeat(60)}نهاية</pre>`);
    const { end } = page.article.blocks[0]!;
    const word = page.toRange({ start: end - 5, end });
    followed(page).follow({ sentence: word });
    await still();
    const box = document.querySelector('#stage pre')!.getBoundingClientRect();
    expect(boundsOf(word).left).to.be.at.least(box.left - 1);
    expect(boundsOf(word).right).to.be.at.most(box.right + 1);
  });

  it('follows the word, or the beginning, where a sentence is taller than the view', async () => {
    const page = read(`<p>${'كلمات كثيرة جدا '.repeat(80)}</p>`, 'font-size:60px;width:300px');
    const sentence = rangeOf(page, 0);
    followed(page).follow({ sentence });
    await still();
    const first = boundsOf(page.toRange({ start: 0, end: 4 }));
    expect(first.top).to.be.within(-1, innerHeight / 2);
    const { end } = page.article.blocks[0]!;
    const word = page.toRange({ start: end - 4, end });
    follower!.follow({ sentence, word });
    await still();
    expect(boundsOf(word).top).to.be.at.least(0);
    expect(boundsOf(word).bottom).to.be.at.most(innerHeight);
    expect(heard).to.deep.equal([]);
  });

  it('goes through a tall sentence at the pace of a voice that reports no words', async () => {
    const page = read(`<p>${'كلمات كثيرة جدا '.repeat(80)}</p>`, 'font-size:60px;width:300px');
    const sentence = rangeOf(page, 0);
    const { end } = page.article.blocks[0]!;
    followed(page).follow({ sentence, pace: 400 });
    await waitUntil(() => scrollY > innerHeight, undefined, { timeout: 10_000 });
    follower!.follow({ sentence });
    await still();
    const here = scrollY;
    await settled(1200);
    expect(scrollY, 'paused').to.equal(here);
    follower!.follow({ sentence, pace: 4000 });
    const last = page.toRange({ start: end - 2, end });
    const isSeen = () => boundsOf(last).top >= 0 && boundsOf(last).bottom <= innerHeight;
    await waitUntil(isSeen, undefined, { timeout: 10_000 });
    expect(heard).to.deep.equal([]);
  });

  it('outlasts text that was taken out of the page and put there again, and stays where it is', async () => {
    const page = read(LINES);
    const stage = document.querySelector('#stage')!;
    followed(page, { top: 60, bottom: 0 }).follow({ sentence: rangeOf(page, 60), pace: 15 });
    await still();
    const here = scrollY;
    const html = stage.innerHTML;
    stage.innerHTML = html;
    // Asked for before anybody saw the change: they are in paragraphs that are in no document.
    for (const block of [60, 61]) follower!.follow({ sentence: rangeOf(page, block), pace: 15 });
    await still();
    expect(scrollY).to.equal(here);
    const again = read(html);
    follower!.follow({ sentence: rangeOf(again, 90), pace: 15 });
    await still();
    expectInView(again, 90, 60);
    expect(heard).to.deep.equal([]);
  });

  it('stops when the user scrolls the text away, and goes back on demand', async () => {
    const page = read(LINES);
    followed(page).follow({ sentence: rangeOf(page, 50) });
    await still();
    scrollBy({ top: -30, behavior: 'instant' });
    await still();
    expect(follower!.following, 'still in view').to.equal(true);
    scrollBy({ top: 1500, behavior: 'instant' });
    await still();
    expect(follower!.following).to.equal(false);
    expect(heard).to.deep.equal([false]);
    const here = scrollY;
    follower!.follow({ sentence: rangeOf(page, 51) });
    await still();
    expect(scrollY).to.equal(here);
    follower!.resume();
    await still();
    expectInView(page, 51);
    expect(heard).to.deep.equal([false, true]);
  });

  it('stops by keys, and goes on when the user scrolls the text back into view', async () => {
    const page = read(LINES);
    followed(page).follow({ sentence: rangeOf(page, 2) });
    await still();
    document.body.tabIndex = -1;
    document.body.focus();
    await sendKeys({ press: 'End' });
    await still();
    expect(scrollY).to.be.above(innerHeight);
    expect(follower!.following).to.equal(false);
    await sendKeys({ press: 'Home' });
    await still();
    expect(follower!.following).to.equal(true);
    expect(heard).to.deep.equal([false, true]);
    document.body.removeAttribute('tabindex');
  });

  it('does not pull back a user who is scrolling while the sentence changes', async () => {
    const page = read(LINES);
    followed(page).follow({ sentence: rangeOf(page, 0) });
    scrollBy({ top: 10, behavior: 'instant' });
    await settled(60);
    const here = scrollY;
    follower!.follow({ sentence: rangeOf(page, 80) });
    await still();
    expect(follower!.following).to.equal(false);
    expect(scrollY).to.equal(here);
  });

  it('hears nothing after it is disposed of, and starts afresh after a reset', async () => {
    const page = read(LINES);
    followed(page).follow({ sentence: rangeOf(page, 0) });
    scrollTo({ top: 3000, behavior: 'instant' });
    await still();
    expect(follower!.following).to.equal(false);
    follower!.reset();
    expect(follower!.following).to.equal(true);
    follower!.follow({ sentence: rangeOf(page, 0) });
    await still();
    expectInView(page, 0);
    follower!.dispose();
    scrollTo({ top: 3000, behavior: 'instant' });
    await still();
    expect(heard).to.deep.equal([false, true]);
    put('');
  });
});
